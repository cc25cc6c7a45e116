//! The commands to a work order: one body each, named as its transition table names them.

use domain::{
    agency::Ground,
    case::{FollowUpMethod, Grade},
    escalation::{Redoing, Redone, Step},
    mandate::{Capacity, Consents, Power, Way},
    work_order::{Command, CommandKind, Disposition},
};
use jiff::civil::Date;
use kernel::{OrgId, PersonName, UserId};
use services::mandate::NewMandate;

use super::{commands, petition::proof};
use crate::api::body::{Words, body};

/// What is asked of a work order.
#[derive(Debug, Clone)]
pub(crate) enum OrderAct {
    /// A command as it is.
    Command(Command),
    /// Make it a petition, which is registered in the same transaction.
    Convert,
    /// A mandate: guardian and witnesses are written down in the same transaction.
    Mandate(Box<NewMandate>),
}

impl From<Command> for OrderAct {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

body! {
    /// Answer on the spot.
    AnswerOrder {
        /// What is said.
        text: Words<2000>,
    } => OrderAct: Command::Answer { text }.into()
}
body! {
    /// Tell where it belongs.
    Redirect {
        /// Where.
        disposition: Disposition,
        /// In words.
        text: Words<2000>,
    } => OrderAct: Command::Redirect { disposition, text }.into()
}
body! {
    /// Send to a unit.
    Dispatch {
        /// The unit.
        to: OrgId,
        /// Category path.
        category: Option<Words<120>>,
    } => OrderAct: Command::Dispatch { to, category }.into()
}
body! {
    /// Ask to return it.
    ObjectOrder {
        /// Why.
        reason: Words<2000>,
    } => OrderAct: Command::Object { reason }.into()
}
body! {
    /// It stays with the unit.
    RejectReturn {
        /// Why.
        reason: Words<2000>,
    } => OrderAct: Command::RejectObjection { reason }.into()
}
body! {
    /// Another unit.
    ApproveReturn {
        /// The new one.
        to: OrgId,
        /// Why.
        reason: Words<2000>,
    } => OrderAct: Command::ApproveObjection { to, reason }.into()
}
body! {
    /// Claim it.
    ClaimOrder {
        /// Who does it.
        handler: UserId,
    } => OrderAct: Command::Claim { handler }.into()
}
body! {
    /// The person was really reached.
    ContactPerson {
        /// What was said.
        note: Words<2000>,
    } => OrderAct: Command::Contact { note }.into()
}
body! {
    /// More time, with a definite day.
    Extend {
        /// Days on top.
        days: u32,
        /// Why.
        reason: Words<1000>,
    } => OrderAct: Command::Extend { days, reason }.into()
}
body! {
    /// Answer with substance or a plan.
    Reply {
        /// What.
        text: Words<5000>,
    } => OrderAct: Command::Reply { text }.into()
}
body! {
    /// Done.
    Done {
        /// What was done.
        text: Words<5000>,
    } => OrderAct: Command::Done { text }.into()
}
body! {
    /// The person was asked.
    FollowUp {
        /// How she was asked; by telephone when left out.
        method: Option<FollowUpMethod>,
        /// Solved, in her words; left out when she was not reached, so that the call stays to be made.
        solved: Option<bool>,
        /// She was pressed to rate well or withdraw.
        pressed: Option<bool>,
        /// How she finds it, when she says.
        grade: Option<Grade>,
        /// What she said, or what happened to the attempt.
        note: Words<2000>,
    } => OrderAct: called(method.unwrap_or(FollowUpMethod::Phone), solved, pressed.unwrap_or(false), grade, note).into()
}
body! {
    /// Let it rise.
    Escalate {
        /// To whom.
        to: OrgId,
        /// Why.
        reason: Words<1000>,
    } => OrderAct: Command::Escalate { to, reason }.into()
}
body! {
    /// She rates.
    RateOrder {
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Words<1000>>,
    } => OrderAct: Command::Rate { grade, comment }.into()
}
body! {
    /// A step worth recording.
    ProgressOrder {
        /// What.
        note: Words<2000>,
        /// Told to her.
        public: Option<bool>,
    } => OrderAct: Command::Progress { note, public: public.unwrap_or(false) }.into()
}

body! {
    /// One of the four re-doings, by whoever leads.
    RedoOrder {
        /// Which.
        what: Redoing,
        /// What was done and found.
        found: Words<2000>,
    } => OrderAct: Command::Rise(Step::Redo(Redone { what, found })).into()
}
body! {
    /// Bring it down again.
    BringOrderDown {
        /// Why.
        reason: Words<1000>,
    } => OrderAct: Command::Rise(Step::BringDown { reason }).into()
}

body! {
    /// 委托书: she lets an agent act for her. Names of guardian and witnesses are sealed.
    GiveOrderMandate {
        /// To whom; the agent of the order, or you, when left out.
        agent: Option<UserId>,
        /// What the agent may do. Settling and waiving rights cannot be given.
        powers: Vec<Power>,
        /// The last day; the jurisdiction's default when left out.
        until: Option<Date>,
        /// Whether she can give it herself.
        capacity: Option<Capacity>,
        /// The guardian who gives it for her.
        guardian: Option<String>,
        /// How it was given.
        way: Way,
        /// It was read to her and she said that it is so.
        read_back: Option<bool>,
        /// The recording handed in last proves an oral mandate; otherwise two witnesses do.
        recorded: Option<bool>,
        /// The names of the witnesses.
        witnesses: Option<Vec<String>>,
        /// She agrees to pass her details to an agent who is no official.
        consent_passing_on: Option<bool>,
        /// Consent to what is sensitive.
        consent_sensitive: Option<bool>,
    } => OrderAct: OrderAct::Mandate(Box::new(NewMandate {
        agent,
        powers,
        until,
        capacity: capacity.unwrap_or(Capacity::Full),
        guardian: guardian.as_deref().and_then(|name| PersonName::parse("guardian", name).ok()),
        way,
        read_back: read_back.unwrap_or(false),
        proof: proof(way, recorded, witnesses),
        consents: Consents {
            passing_on: consent_passing_on.unwrap_or(false),
            sensitive: consent_sensitive.unwrap_or(false),
        },
    }))
}
body! {
    /// She takes the mandate back: it ends at once, and the agent sees nothing more.
    RevokeOrderMandate {
        /// Why, if she says.
        reason: Option<Words<500>>,
    } => OrderAct: Command::RevokeMandate { reason }.into()
}
body! {
    /// Say of oneself that one is concerned.
    DeclareOrderInterest {
        /// How.
        ground: Ground,
    } => OrderAct: Command::DeclareInterest { ground }.into()
}

/// A call that reached her, or one that did not.
fn called(
    method: FollowUpMethod,
    solved: Option<bool>,
    pressed: bool,
    grade: Option<Grade>,
    note: kernel::Text<2000>,
) -> Command {
    match solved {
        Some(solved) => Command::FollowUp { method, solved, pressed, grade, note },
        None => Command::Missed { method, note },
    }
}

commands! {
    /// The work order's.
    CommandKind => OrderAct {
        Answer: AnswerOrder,
        Redirect: Redirect,
        Dispatch: Dispatch,
        Object: ObjectOrder,
        RejectObjection: RejectReturn,
        ApproveObjection: ApproveReturn,
        Claim: ClaimOrder,
        Contact: ContactPerson,
        Extend: Extend,
        Reply: Reply,
        Done: Done,
        FollowUp: FollowUp,
        Escalate: Escalate,
        Convert = OrderAct::Convert,
        Close = Command::Close.into(),
        Rate: RateOrder,
        Progress: ProgressOrder,
        GiveMandate: GiveOrderMandate,
        RevokeMandate: RevokeOrderMandate,
        DeclareInterest: DeclareOrderInterest,
        Redo: RedoOrder,
        BringDown: BringOrderDown,
        NoteSupervision,
        MarkOverdue,
        RecomputeClocks,
    }
}
