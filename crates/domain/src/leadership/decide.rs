//! What a leader may put on record, and what not.

use jiff::civil::Date;
use kernel::{OrgId, Refusal, Text, UserId};

use super::{
    model::{Booking, Deed, Leadership, MeetingSaid, Post, VisitKind},
    rules::LeaderRules,
};
use crate::{
    actor::Actor,
    lifecycle::Aggregate,
    petition::{self, Petition},
    work_order::{self, WorkOrder},
};

/// A life cycle whose matters leaders work on.
pub trait Led: Aggregate {
    /// What they did so far.
    fn leadership(&self) -> &Leadership;

    /// The fact of one more deed.
    fn led(deed: Deed) -> Self::Fact;
}

impl Led for Petition {
    fn leadership(&self) -> &Leadership {
        &self.leadership
    }

    fn led(deed: Deed) -> petition::Fact {
        petition::Fact::Led { deed }
    }
}

impl Led for WorkOrder {
    fn leadership(&self) -> &Leadership {
        &self.leadership
    }

    fn led(deed: Deed) -> work_order::Fact {
        work_order::Fact::Led { deed }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Name who takes charge.
    TakeCharge {
        /// Who.
        leader: UserId,
        /// Of which office.
        org: OrgId,
        /// As what.
        post: Post,
    },
    /// 双包案: name a second one, at the unit that has the matter.
    TakeSecond {
        /// Who.
        leader: UserId,
        /// Of which office.
        org: OrgId,
    },
    /// End it.
    EndCharge {
        /// Why.
        reason: Text<500>,
    },
    /// A duty was done.
    DoDuty {
        /// Its place, from 1.
        duty: u16,
        /// On which day.
        on: Date,
        /// What shows it.
        evidence: Text<2000>,
    },
    /// Write an instruction.
    Instruct {
        /// Who must.
        to: OrgId,
        /// What.
        text: Text<2000>,
        /// By when.
        due: Date,
    },
    /// An instruction was carried out.
    FollowInstruction {
        /// Which.
        no: u16,
        /// On which day.
        on: Date,
        /// What was done.
        evidence: Text<2000>,
    },
    /// Record a visit.
    Visit {
        /// Which kind.
        kind: VisitKind,
        /// On which day.
        on: Date,
        /// Where.
        place: Text<100>,
        /// What was found.
        findings: Text<2000>,
    },
    /// Put an expert's advice on record.
    Advise {
        /// The expert, by office.
        expert: Text<60>,
        /// On which day.
        on: Date,
        /// What.
        text: Text<5000>,
    },
    /// Book a seat at a reception.
    Book {
        /// Which, when and where.
        booking: Booking,
    },
    /// Give it back.
    EndBooking {
        /// Why, if somebody says.
        reason: Option<Text<500>>,
    },
    /// The reception does not take place.
    CancelBooking {
        /// Why.
        reason: Text<500>,
    },
    /// Hold the reception on another day or elsewhere; the seat goes along.
    MoveBooking {
        /// When and where now.
        booking: Booking,
        /// Why.
        reason: Text<500>,
    },
    /// Note the first day that passed without an answer. By the system.
    NotePassed,
    /// A joint meeting decided something of the matter.
    MeetingDecided {
        /// What, who and until when.
        said: Box<MeetingSaid>,
    },
}

/// The deed that a command leads to on `today`.
///
/// # Errors
/// `leader-in-charge` when somebody is in charge already; `leader-second-same` when a second one would be of the same office;
/// `leader-nobody` when nobody is; `leader-not-hers` when a duty or an
/// instruction is another's to answer; `leader-done` for what is done; `leader-unknown` for what is not there; `leader-future`
/// for a day to come; `leader-past` for an instruction due before today, `day-far` for one due years ahead; `reception-booked` for a second seat, `reception-past` for a
/// day that is over, `reception-not-booked` when there is no seat to give back.
pub fn decide(
    state: &Leadership,
    command: &Command,
    rules: &LeaderRules,
    actor: Actor,
    today: Date,
) -> Result<Deed, Refusal> {
    match command.clone() {
        Command::TakeCharge { leader, org, post } => {
            if state.charge.is_some() {
                return Err(Refusal::rule("leader-in-charge", "R-114", "A11"));
            }
            Ok(Deed::ChargeTaken { leader, org, post, duties: rules.duties(post, today) })
        }
        Command::TakeSecond { leader, org } => {
            let first = in_charge(state)?;
            if state.second.is_some() {
                return Err(Refusal::rule("leader-in-charge", "R-114", "A11"));
            }
            if first.leader == leader || first.org == org {
                return Err(Refusal::rule("leader-second-same", "R-114", "A11").on("leader"));
            }
            Ok(Deed::SecondTaken { leader, org, duties: rules.duties(Post::Leader, today) })
        }
        Command::EndCharge { reason } => in_charge(state).map(|_| Deed::ChargeEnded { reason }),
        Command::DoDuty { duty, on, evidence } => do_duty(state, actor, duty, not_to_come(on, today)?, evidence),
        Command::Instruct { to, text, due } => {
            if due < today {
                return Err(Refusal::invalid("due", "leader-past"));
            }
            crate::env::within_reach("due", due, today)?;
            Ok(Deed::Instructed { to, text, due })
        }
        Command::FollowInstruction { no, on, evidence } => follow(state, actor, no, not_to_come(on, today)?, evidence),
        Command::Visit { kind, on, place, findings } => {
            Ok(Deed::Visited { kind, on: not_to_come(on, today)?, place, findings })
        }
        Command::Advise { expert, on, text } => Ok(Deed::Advised { expert, on: not_to_come(on, today)?, text }),
        Command::Book { booking } => match &state.booking {
            Some(known) if known.on >= today => {
                Err(Refusal::rule("reception-booked", "R-114", "").with("day", known.on))
            }
            _ if booking.on < today => Err(Refusal::invalid("reception", "reception-past")),
            _ => Ok(Deed::Booked { booking }),
        },
        Command::EndBooking { reason } => match &state.booking {
            Some(_) => Ok(Deed::BookingEnded { reason, cancelled: false }),
            None => Err(Refusal::rule("reception-not-booked", "R-114", "")),
        },
        Command::CancelBooking { reason } => match &state.booking {
            Some(_) => Ok(Deed::BookingEnded { reason: Some(reason), cancelled: true }),
            None => Err(Refusal::rule("reception-not-booked", "R-114", "")),
        },
        Command::MoveBooking { booking, reason } => match &state.booking {
            Some(known) if known.reception == booking.reception => Ok(Deed::BookingMoved { booking, reason }),
            _ => Err(Refusal::rule("reception-not-booked", "R-114", "")),
        },
        Command::NotePassed => {
            let passed = state.fell_due(today).ok_or_else(|| Refusal::rule("leader-nothing-passed", "R-114", "A11"))?;
            Ok(Deed::FellDue { what: passed.what, due: passed.due })
        }
        // The meeting asked its own rules.
        Command::MeetingDecided { said } => Ok(Deed::MeetingDecided { said }),
    }
}

fn in_charge(state: &Leadership) -> Result<&super::model::Charge, Refusal> {
    state.charge.as_ref().ok_or_else(|| Refusal::rule("leader-nobody", "R-114", "A11"))
}

fn not_to_come(on: Date, today: Date) -> Result<Date, Refusal> {
    if on > today { Err(Refusal::invalid("on", "leader-future")) } else { Ok(on) }
}

fn unknown(field: &str) -> Refusal {
    Refusal::invalid(field, "leader-unknown")
}

/// Nobody answers for another's duty: only who is in charge does.
fn do_duty(state: &Leadership, actor: Actor, duty: u16, on: Date, evidence: Text<2000>) -> Result<Deed, Refusal> {
    in_charge(state)?;
    let hers = actor.user().and_then(|user| state.charge_of(user));
    let charge = hers.ok_or_else(|| Refusal::rule("leader-not-hers", "R-114", "A11"))?;
    let known = charge.duties.get(usize::from(duty).wrapping_sub(1)).ok_or_else(|| unknown("duty"))?;
    if known.answer.is_some() {
        return Err(Refusal::rule("leader-done", "R-114", "A11"));
    }
    Ok(Deed::DutyDone { duty, on, evidence })
}

/// An instruction is answered by the organisation it names.
fn follow(state: &Leadership, actor: Actor, no: u16, on: Date, evidence: Text<2000>) -> Result<Deed, Refusal> {
    let known = state.instructions.iter().find(|one| one.no == no).ok_or_else(|| unknown("no"))?;
    if actor.org() != Some(known.to) {
        return Err(Refusal::rule("leader-not-hers", "R-114", "A11"));
    }
    if known.answer.is_some() {
        return Err(Refusal::rule("leader-done", "R-114", "A11"));
    }
    Ok(Deed::InstructionDone { no, on, evidence })
}
