//! Mediations in stories, at random, and in words.

mod random;
mod stories;
mod words;

use jiff::civil::{Date, date};
use kernel::{CaseId, OrgId, PersonId, Refusal};

use super::*;
use crate::{actor::Actor, testing::*};

pub(super) type Case = World<Mediation>;

pub(super) const COMMITTEE: OrgId = THIRD;

/// Somebody of the committee who does not mediate.
pub(super) fn head() -> Actor {
    staff(61, COMMITTEE)
}

/// The mediator, once named.
pub(super) fn mediator() -> Actor {
    staff(62, COMMITTEE)
}

/// The judge who helps, with an account here.
pub(super) fn judge() -> Actor {
    staff(63, OTHER)
}

pub(super) fn party(n: u128) -> NewParty {
    let person = PersonId(uuid::Uuid::from_u128(200 + n));
    NewParty { person, seat: CaseId(uuid::Uuid::from_u128(300 + n)), filed: n == 1 }
}

pub(super) fn opened(source: Source) -> Opened {
    Opened {
        id: CaseId(uuid::Uuid::from_u128(55)),
        number: number(),
        file: text("（2026）达人调字第1号"),
        division: division(),
        committee: COMMITTEE,
        org_type: OrgType::People,
        origin: Origin::Applied,
        source,
        case: source.case_kind().map(|_| (CaseId(uuid::Uuid::from_u128(8)), number())),
        topic: Topic::Neighbour,
        title: text("水渠被占，两家争界"),
        facts: text("春天修渠的时候占了半米。"),
        parties: vec![party(1), party(2)],
        barred: vec![user(21)],
    }
}

pub(super) fn begun(opened: Opened) -> Result<Case, Refusal> {
    World::begin("2026-03-02T10:00", head(), |_| Mediation::open(opened))
}

pub(super) fn consent(party: u16) -> Command {
    Command::Consent { party, how: How::Herself }
}

pub(super) fn named(n: u128) -> Command {
    Command::NameMediator { user: user(n), chosen: Chosen::Committee }
}

pub(super) fn session(on: Date, with: &[u16]) -> Command {
    Command::Hold(Box::new(Session {
        on,
        from: text("9:00"),
        place: text("三长工作室"),
        with: with.to_vec(),
        others: None,
        public: false,
        minutes: text("各方说了自己的意见。"),
    }))
}

pub(super) fn term(by: u16, due: Date) -> Term {
    Term { by, text: text("恢复水渠原来的宽度"), due }
}

pub(super) fn agreement(form: AgreementForm, terms: Vec<Term>) -> Agreement {
    Agreement {
        form,
        dispute: text("修渠占了半米。"),
        liability: text("乙方多占半米。"),
        terms,
        manner: text("当面交验。"),
    }
}

pub(super) fn agree(form: AgreementForm, terms: Vec<Term>) -> Command {
    Command::Agree(Box::new(agreement(form, terms)))
}

pub(super) fn sign(of: Signer, on: Date) -> Command {
    let mark = if of == Signer::Committee { Mark::Seal } else { Mark::Signature };
    Command::Sign { of, on, mark }
}

/// Both agreed, a mediator was named, rights were told, both were heard together on the fourth of March.
pub(super) fn talking(opened: Opened) -> Case {
    let mut case = begun(opened).unwrap();
    case.does(head(), named(62)).does(SHE, consent(1)).does(SHE, consent(2));
    case.does(mediator(), Command::NotifyRights { how: How::Oral });
    case.at("2026-03-04T11:00").does(mediator(), session(date(2026, 3, 4), &[1, 2]));
    case
}
