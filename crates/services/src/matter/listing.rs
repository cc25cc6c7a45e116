//! What a list knows of a case: taken from its state, so that the row can never say something else.

use domain::{
    advice::Advice,
    case::{CaseKind, Channel, Grade, Rating, Resolution},
    cluster::Cluster,
    deadline::Clock,
    leadership::{self, Leadership},
    lifecycle::{Aggregate, Fact as _},
    mediation::Mediation,
    meeting::Meeting,
    obstruction::Obstruction,
    petition::{self, Petition, Procedure},
    proactive::Find,
    review::Review,
    suggestion::Suggestion,
    supervision::Supervision,
    whistleblow::Whistleblow,
    work_order::{self, Order, WorkOrder},
};
use jiff::Timestamp;
use kernel::{CaseNumber, DivisionCode, OrgId, PersonId, UserId};

use crate::timeline;

/// The columns of the table of cases.
#[derive(Debug)]
pub struct Listing<'a> {
    /// Number.
    pub number: &'a CaseNumber,
    /// One line.
    pub title: &'a str,
    /// Where it belongs.
    pub division: &'a DivisionCode,
    /// How it came.
    pub channel: &'static str,
    /// Legal type.
    pub matter_type: &'static str,
    /// Category path.
    pub category: Option<&'a str>,
    /// Who registered it.
    pub bureau: OrgId,
    /// Who has it.
    pub holder: OrgId,
    /// Whose turn it is: an objection waits for the bureau while the unit keeps the contact.
    pub turn: OrgId,
    /// Who handles it.
    pub handler: Option<UserId>,
    /// Who wrote the opinion.
    pub drafter: Option<UserId>,
    /// Who checked it.
    pub checker: Option<UserId>,
    /// The agent, or who was the last to be.
    pub agent: Option<UserId>,
    /// Until when the agent may look.
    pub mandate_until: Option<Timestamp>,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// The units that assist, in the form of the column.
    pub assisting: Option<String>,
    /// People who had a part before a review, in the form of the column.
    pub barred: Option<String>,
    /// Who took it down.
    pub registrar: Option<UserId>,
    /// Who is in charge of it.
    pub leader: Option<UserId>,
    /// Who may handle what is sealed, in the form of the column.
    pub keepers: Option<String>,
    /// The petitioner.
    pub petitioner: PersonId,
    /// The procedure axis.
    pub stage: &'static str,
    /// The procedure has ended.
    pub is_over: bool,
    /// The substance axis.
    pub resolution: &'static str,
    /// How many claims.
    pub claims: usize,
    /// How many she confirmed as solved.
    pub confirmed: usize,
    /// How often it changed hands.
    pub hops: usize,
    /// Answered, and nobody uninvolved has asked her since how it is.
    pub awaits_call: bool,
    /// When it was received.
    pub received_at: Timestamp,
    /// When it was registered.
    pub registered_at: Timestamp,
    /// When she last got an answer that can be rated.
    pub answered_at: Option<Timestamp>,
    /// The lowest of her grades as they stand.
    pub lowest_grade: Option<Grade>,
    /// When the procedure was carried through; none for what was withdrawn, not accepted, converted.
    pub ended_at: Option<Timestamp>,
    /// Every clock that ever ran.
    pub clocks: &'a [Clock],
    /// The text it is found by.
    pub text: Vec<&'a str>,
}

impl<'a> Listing<'a> {
    /// What every case says of itself, with nothing where most kinds have nothing: no petitioner, no handler, no words to be found
    /// by. The office that keeps it holds it, and its day of receipt is that of its registration.
    fn plain(
        kind: CaseKind,
        (number, title): (&'a CaseNumber, &'a str),
        (division, office): (&'a DivisionCode, OrgId),
        (stage, is_over): (&'static str, bool),
        at: Timestamp,
        clocks: &'a [Clock],
    ) -> Self {
        Self {
            number,
            title,
            division,
            channel: Channel::Web.name(),
            matter_type: kind.name(),
            category: None,
            bureau: office,
            holder: office,
            turn: office,
            handler: None,
            drafter: None,
            checker: None,
            agent: None,
            mandate_until: None,
            respondent: None,
            assisting: None,
            barred: None,
            registrar: None,
            leader: None,
            keepers: None,
            petitioner: NOBODY,
            stage,
            is_over,
            resolution: Resolution::Unknown.name(),
            claims: 0,
            confirmed: 0,
            hops: 0,
            awaits_call: false,
            received_at: at,
            registered_at: at,
            answered_at: None,
            lowest_grade: None,
            ended_at: None,
            clocks,
            text: vec![],
        }
    }
}

/// A life cycle whose cases stand in lists.
pub trait Listed: Aggregate {
    /// Whether its text is found by search. What no list shows is not in the index either.
    const SEARCHED: bool = true;

    /// The columns.
    fn listing(&self) -> Listing<'_>;

    /// Whether she is told of this fact when it happens.
    fn tells(fact: &Self::Fact) -> bool {
        timeline::is_told(fact.kind())
    }

    /// Whether somebody who took it down could not be her agent: she gets that in writing.
    fn declines_an_agent(&self) -> bool {
        false
    }

    /// Since when a danger has been known beside it that is not over.
    fn urgent_since(&self) -> Option<Timestamp> {
        None
    }

    /// What leaders did and owe on it.
    fn leaders(&self) -> Option<&Leadership> {
        None
    }
}

/// Of what leaders do she is told what became of the seat she relies on; the rest stands on her page.
fn tells_of_a_seat(deed: &leadership::Deed) -> bool {
    use leadership::Deed;
    matches!(deed, Deed::BookingMoved { .. } | Deed::BookingEnded { cancelled: true, .. })
}

impl Listed for Petition {
    fn tells(fact: &petition::Fact) -> bool {
        match fact {
            petition::Fact::Led { deed } => tells_of_a_seat(deed),
            _ => timeline::is_told(fact.kind()),
        }
    }

    fn declines_an_agent(&self) -> bool {
        !self.agency.declined.is_empty()
    }

    fn urgent_since(&self) -> Option<Timestamp> {
        self.urgent.since()
    }

    fn leaders(&self) -> Option<&Leadership> {
        Some(&self.leadership)
    }

    fn listing(&self) -> Listing<'_> {
        let draft = self.handling().and_then(|handling| handling.draft.as_ref());
        let opinion = self.opinion();
        let mut text = vec![self.title.as_str(), self.facts.as_str()];
        text.extend(self.claims.iter().map(|claim| claim.text.as_str()));
        Listing {
            number: &self.number,
            title: self.title.as_str(),
            division: &self.division,
            channel: self.channel.name(),
            matter_type: self.matter_type.name(),
            category: self.category.as_ref().map(kernel::Text::as_str),
            bureau: self.bureau,
            holder: self.holder(),
            turn: self.turn(),
            handler: self.handler(),
            drafter: draft.map(|draft| draft.by).or(opinion.map(|opinion| opinion.drafted_by)),
            checker: draft
                .and_then(|draft| draft.checked.map(|(by, _)| by))
                .or(opinion.map(|opinion| opinion.checked_by)),
            agent: self.last_agent(),
            mandate_until: self.agent_until(),
            respondent: self.respondent,
            assisting: super::row::write_ids(self.assisting().map(|part| part.unit)),
            barred: None,
            registrar: self.registrar_still(),
            leader: self.leadership.leader(),
            keepers: None,
            petitioner: self.petitioner,
            stage: self.stage().name(),
            is_over: self.stage().is_over(),
            resolution: self.resolution().name(),
            claims: self.live_claims().count(),
            confirmed: self
                .live_claims()
                .filter(|claim| claim.resolution == domain::case::Resolution::ResolvedConfirmed)
                .count(),
            hops: self.hop_count(),
            awaits_call: self.awaits_call(),
            received_at: self.received_at,
            registered_at: self.registered_at,
            answered_at: self.answered_at,
            lowest_grade: lowest([&self.bureau_rating, &self.unit_rating]),
            ended_at: ended(&self.procedure),
            clocks: &self.clocks,
            text,
        }
    }
}

impl Listed for WorkOrder {
    fn tells(fact: &work_order::Fact) -> bool {
        match fact {
            work_order::Fact::Led { deed } => tells_of_a_seat(deed),
            _ => timeline::is_told(fact.kind()),
        }
    }

    fn urgent_since(&self) -> Option<Timestamp> {
        self.urgent.since()
    }

    fn leaders(&self) -> Option<&Leadership> {
        Some(&self.leadership)
    }

    fn listing(&self) -> Listing<'_> {
        Listing {
            channel: self.channel.name(),
            category: self.category.as_ref().map(kernel::Text::as_str),
            holder: self.holder(),
            turn: self.turn(),
            handler: self.handler(),
            agent: self.last_agent(),
            mandate_until: self.agent_until(),
            respondent: self.respondent,
            registrar: self.registrar_still(),
            leader: self.leadership.leader(),
            petitioner: self.petitioner,
            resolution: self.resolution.name(),
            claims: 1,
            confirmed: usize::from(self.resolution == domain::case::Resolution::ResolvedConfirmed),
            hops: self.hop_count(),
            awaits_call: self.stage() == domain::work_order::Stage::Done,
            received_at: self.received_at,
            answered_at: self.answered_at,
            lowest_grade: lowest([&self.rating]),
            ended_at: match &self.order {
                Order::Answered { at } | Order::Closed { at, .. } => Some(*at),
                _ => None,
            },
            text: vec![self.title.as_str(), self.facts.as_str()],
            ..Listing::plain(
                CaseKind::WorkOrder,
                (&self.number, self.title.as_str()),
                (&self.division, self.centre),
                (self.stage().name(), self.stage().is_over()),
                self.registered_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Obstruction {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        Listing {
            handler: self.handler(),
            respondent: self.named.org,
            registrar: self.registrar,
            petitioner: self.reporter,
            resolution: self.resolution().name(),
            claims: 1,
            ..Listing::plain(
                CaseKind::Obstruction,
                (&self.number, self.title()),
                (&self.division, self.receiver),
                (self.stage().name(), self.stage().is_over()),
                self.received_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Find {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        Listing {
            channel: Channel::GridFound.name(),
            holder: self.holder(),
            turn: self.holder(),
            agent: self.last_agent(),
            mandate_until: self.agent_until(),
            registrar: self.finder_still(),
            petitioner: self.person,
            resolution: match self.stage() {
                domain::proactive::Stage::Closed => Resolution::ResolvedConfirmed.name(),
                _ => Resolution::Unknown.name(),
            },
            claims: 1,
            confirmed: usize::from(self.stage() == domain::proactive::Stage::Closed),
            ..Listing::plain(
                CaseKind::Find,
                (&self.number, self.signal.name()),
                (&self.division, self.ladder.first().copied().unwrap_or_else(|| self.holder())),
                (self.stage().name(), self.stage().is_over()),
                self.observed_at,
                &self.clocks,
            )
        }
    }
}

/// Nobody's matter: supervision and advice are about units.
const NOBODY: PersonId = PersonId(uuid::Uuid::nil());

/// The category of a supervision that is on the list 挂牌.
pub(crate) const ON_THE_LIST: &str = "LISTED";

impl Listed for Supervision {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        let stage = self.stage();
        Listing {
            // Supervision has no categories of its own: this one finds what is on the list.
            category: self.listed().map(|_| ON_THE_LIST),
            holder: self.unit,
            turn: self.turn(),
            handler: self.handler,
            ..Listing::plain(
                CaseKind::Supervision,
                (&self.number, self.title.as_str()),
                (&self.division, self.issuer),
                (stage.name(), stage.is_over()),
                self.opened_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Advice {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        let stage = self.stage();
        Listing {
            holder: self.issued.to,
            turn: self.turn(),
            ..Listing::plain(
                CaseKind::Advice,
                (&self.issued.number, self.issued.title.as_str()),
                (&self.issued.division, self.issued.issuer),
                (stage.name(), stage.is_over()),
                self.issued_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Meeting {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        let (stage, called) = (self.stage(), &self.called);
        Listing {
            turn: self.turn(),
            // Whoever attends or owes something reads it and answers for itself.
            assisting: super::row::write_ids(self.units().into_iter()),
            claims: self.decisions.len(),
            confirmed: self.decisions.iter().filter(|one| one.track.settled_at.is_some()).count(),
            ..Listing::plain(
                CaseKind::Meeting,
                (&called.number, called.title.as_str()),
                (&called.division, called.office),
                (stage.name(), stage.is_over()),
                self.called_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Mediation {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        let (stage, opened) = (self.stage(), &self.opened);
        Listing {
            handler: self.mediator.map(|(user, _)| user),
            barred: super::row::write_ids(self.barred.iter()),
            // Those who were named to mediate or to help: nobody else reads what is said.
            keepers: super::row::write_ids(self.hands()),
            claims: self.performance.len(),
            confirmed: self.performance.iter().filter(|one| one.done.is_some()).count(),
            ..Listing::plain(
                CaseKind::Mediation,
                (&opened.number, opened.title.as_str()),
                (&opened.division, opened.committee),
                (stage.name(), stage.is_over()),
                self.opened_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Cluster {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        let (stage, founded) = (self.stage(), &self.founded);
        Listing {
            holder: founded.lead,
            turn: founded.lead,
            // The task force reads it and works on it.
            assisting: super::row::write_ids(self.units().into_iter()),
            claims: self.members.len(),
            ..Listing::plain(
                CaseKind::Cluster,
                (&founded.number, founded.title.as_str()),
                (&founded.division, founded.office),
                (stage.name(), stage.is_over()),
                self.founded_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Whistleblow {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        let stage = self.stage();
        Listing {
            keepers: super::row::write_ids(self.keepers.iter()),
            petitioner: self.reporter,
            resolution: self.resolution().name(),
            ..Listing::plain(
                CaseKind::Whistleblow,
                // The number is all that a list says of it.
                (&self.number, self.number.as_str()),
                (&self.division, self.office),
                (stage.name(), stage.is_over()),
                self.received_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Review {
    const SEARCHED: bool = false;

    fn listing(&self) -> Listing<'_> {
        let (stage, draft, issued) = (self.stage(), self.draft(), self.issued());
        Listing {
            matter_type: self.level.name(),
            holder: self.office,
            turn: self.office,
            handler: self.examination().map(|examination| examination.examiner),
            drafter: draft.map(|draft| draft.by).or(issued.map(|issued| issued.drafted_by)),
            checker: draft.and_then(|draft| draft.checked.map(|(by, _)| by)).or(issued.map(|issued| issued.checked_by)),
            agent: self.agent,
            // The bodies that answered before: they send their file, and see nothing of the rest.
            assisting: super::row::write_ids(self.bodies.iter()),
            barred: super::row::write_ids(self.involved.iter()),
            registrar: self.registrar,
            petitioner: self.petitioner,
            claims: self.contested.len(),
            answered_at: self.served().map(|served| served.recorded_at),
            lowest_grade: lowest([&self.rating]),
            ended_at: self.served().map(|served| served.recorded_at),
            ..Listing::plain(
                CaseKind::Review,
                (&self.number, self.title.as_str()),
                (&self.division, self.organ),
                (stage.name(), stage.is_over()),
                self.received_at,
                &self.clocks,
            )
        }
    }
}

impl Listed for Suggestion {
    fn listing(&self) -> Listing<'_> {
        let (stage, reply) = (self.stage(), self.answered().map(|answered| &answered.reply));
        let done = |point: &&domain::suggestion::Point| {
            let mut items = self.items().iter().filter(|item| item.point == point.no).peekable();
            items.peek().is_some() && items.all(|item| item.end.is_some())
        };
        let mut text = vec![self.title.as_str(), self.facts.as_str()];
        text.extend(self.points.iter().map(|point| point.text.as_str()));
        Listing {
            channel: self.channel.name(),
            category: self.category.as_ref().map(kernel::Text::as_str),
            holder: self.holder(),
            turn: self.turn(),
            handler: self.handler(),
            drafter: self.draft().map(|draft| draft.by).or(reply.map(|reply| reply.drafted_by)),
            agent: self.agent,
            mandate_until: self.agent_until,
            registrar: self.registrar,
            petitioner: self.petitioner,
            resolution: self.resolution().name(),
            claims: self.points.len(),
            confirmed: self.points.iter().filter(done).count(),
            hops: self.hop_count(),
            received_at: self.received_at,
            answered_at: reply.map(|reply| reply.at),
            lowest_grade: lowest([&self.rating]),
            ended_at: self.answered().and_then(|answered| answered.closed),
            text,
            ..Listing::plain(
                CaseKind::Suggestion,
                (&self.number, self.title.as_str()),
                (&self.division, self.bureau),
                (stage.name(), stage.is_over()),
                self.registered_at,
                &self.clocks,
            )
        }
    }
}

/// The lowest grade: one "dissatisfied" is not outweighed by a "satisfied" elsewhere.
fn lowest<const N: usize>(ratings: [&Option<Rating>; N]) -> Option<Grade> {
    let depth = |grade: &Grade| match grade {
        Grade::Satisfied => 0,
        Grade::Basically => 1,
        Grade::Dissatisfied => 2,
    };
    ratings.into_iter().flatten().map(|rating| rating.grade).max_by_key(depth)
}

fn ended(procedure: &Procedure) -> Option<Timestamp> {
    match procedure {
        Procedure::Closed { at, .. } | Procedure::Settled { at, .. } => Some(*at),
        Procedure::Archived { was, .. } => ended(was),
        _ => None,
    }
}
