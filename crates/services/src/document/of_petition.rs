//! What the events of a petition say on paper. Chinese throughout: the official text.

mod agency;
mod answer;
mod notices;
mod periods;
mod said;

pub(super) use agency::{MandateOf, mandate_form};
pub(super) use answer::opinion;

use domain::{
    document::{Content, DocType, Field},
    lifecycle::Recorded,
    organisation::Org,
    petition::{Fact, Petition},
};
use jiff::civil::Date;
use kernel::{OrgId, beijing_date};
use store::Tx;

use super::write::{Addressee, NewLetter};
use crate::{error::Error, kit::Kit, matter::MatterRow, organisation};

/// An event with the case before and after it.
pub(super) struct Source<'a> {
    pub(super) before: Option<&'a Petition>,
    pub(super) state: &'a Petition,
    pub(super) event: &'a Recorded<Fact>,
    pub(super) row: &'a MatterRow,
}

impl Source<'_> {
    /// The day it happened.
    fn day(&self) -> Date {
        beijing_date(self.event.at)
    }

    /// A letter of the case.
    fn letter(&self, kind: DocType, to: Addressee, content: Content) -> NewLetter {
        NewLetter {
            kind,
            division: self.row.facts.division.clone(),
            case: Some(self.state.id),
            seq: Some(self.event.seq),
            to,
            content,
        }
    }

    /// A letter to her.
    fn to_her(&self, kind: DocType, content: Content) -> NewLetter {
        self.letter(kind, Addressee::Petitioner, content)
    }

    /// What every letter of the case begins with.
    fn matter(&self) -> Content {
        Content::new().text(Field::Matter, self.state.title.as_str())
    }

    /// How she asks where it stands. The code itself stands on her receipt only: nobody here knows it.
    fn query_way(&self) -> String {
        format!("凭件号{}和登记时交给您的查询码，可以在网上、接待窗口或者代办站点查询", self.state.number)
    }

    /// Her claims, one by one, in her words.
    fn claims(&self) -> String {
        let all = self.state.claims.as_slice();
        let one = |claim: &domain::case::Claim| match all.len() {
            1 => claim.text.to_string(),
            _ => format!("{}. {}", claim.no, claim.text),
        };
        all.iter().map(one).collect::<Vec<_>>().join("\n")
    }

    /// Who decided: the organisation acted for, else the one that has the case.
    fn author(&self) -> OrgId {
        self.event.actor.org().unwrap_or_else(|| self.state.holder())
    }
}

/// The letters that an event makes, each with the organisation that sends it.
pub(super) fn letters(tx: &mut Tx, kit: &Kit, source: &Source<'_>) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let state = source.state;
    let mut made = match &source.event.event.fact {
        Fact::Registered(first) if !first.declined.is_empty() => agency::declined(tx, source, &first.declined)?,
        Fact::NotAccepted { reason, explanation, elsewhere } => {
            notices::not_accepted(source, *reason, explanation, elsewhere.as_deref())
        }
        Fact::NoMoreAccepted => notices::no_more_accepted(source),
        Fact::Forwarded { from, to, kind } => notices::forwarded(tx, source, *from, *to, *kind)?,
        Fact::ObjectionApproved { to, .. } | Fact::DisputeDecided { to, .. } => {
            notices::forwarded(tx, source, source.author(), *to, domain::case::DispatchKind::Forward)?
        }
        Fact::Routed => notices::routed(kit, source),
        Fact::Accepted { .. } => notices::accepted(tx, kit, source)?,
        Fact::ExtensionGranted => notices::extended(source),
        Fact::OpinionIssued { .. } => answer::opinion(tx, source)?,
        Fact::Served { method, on, evidence, .. } => answer::served(source, *method, *on, evidence.as_str()),
        Fact::ClosingReported { text } => answer::closing_report(source, text.as_str()),
        Fact::FollowedUp { method, heard: Some(heard), note } => agency::followed_up(tx, source, *method, heard, note)?,
        _ => vec![],
    };
    if state.agent.is_some() {
        made.extend(agency::forms(tx, kit, source)?);
    }
    Ok(made)
}

/// An organisation as letters need it.
fn org(tx: &mut Tx, id: OrgId) -> Result<Org, Error> {
    Ok(organisation::get(tx, id)?.ok_or_else(kernel::Refusal::not_permitted)?.value)
}

/// Where it can be telephoned.
fn phone(org: &Org) -> String {
    org.phone.as_ref().map_or_else(|| "未公布电话，请到该单位当面联系".to_owned(), ToString::to_string)
}
