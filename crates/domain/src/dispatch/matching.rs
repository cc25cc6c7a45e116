//! The ruling on one matter: who may have it, in which order, and who may not.

use kernel::{DivisionCode, OrgId, OrgLevel};

use super::{
    catalogue::{Catalogue, Entry, Handler},
    category::CategoryPath,
};
use crate::{
    names,
    organisation::{Directory, Org, OrgFunction, OrgKind},
};

/// What is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    /// What it is about.
    pub category: &'a CategoryPath,
    /// Where it happened.
    pub division: &'a DivisionCode,
    /// The unit complained of.
    pub respondent: Option<OrgId>,
}

names! {
    /// What a unit would be in the matter.
    pub enum Duty in "duty" {
        /// 主办
        Lead = "LEAD",
        /// 可加为协办
        Assist = "ASSIST",
    }
}

/// Why a unit is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The catalogue names it.
    Catalogue,
    /// It stands above the unit that the catalogue names, which is complained of (S25 改派上级).
    Superior,
    /// It works beside the unit that the catalogue names, which is complained of (S25 改派平级).
    Peer,
}

/// A unit that may have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The unit.
    pub org: OrgId,
    /// What it would be.
    pub duty: Duty,
    /// Why.
    pub basis: Basis,
}

/// Why a unit may not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is complained of (S25, R-061).
    Respondent,
    /// It belongs to the unit complained of.
    BelongsToRespondent,
    /// It does not answer petitions, or handles nothing.
    NotHandling,
    /// Its level is shut out by the catalogue (H-08).
    Level(OrgLevel),
}

/// A unit that came up and may not have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    /// The unit.
    pub org: OrgId,
    /// Why.
    pub why: Why,
}

/// What the catalogue says to a matter.
#[derive(Debug, Clone, Default)]
pub struct Ruling<'c> {
    /// The row that decided; `None`: the catalogue does not know such a matter there.
    pub entry: Option<&'c Entry>,
    /// Who may have it, the first suggested first; no unit twice.
    pub choices: Vec<Choice>,
    /// Who may not, with the reason.
    pub barred: Vec<Barred>,
}

/// Whether `org` is complained of or belongs to who is; what stands above the respondent is neither.
#[must_use]
pub fn is_party(directory: &Directory, respondent: Option<OrgId>, org: OrgId) -> Option<Why> {
    let respondent = respondent?;
    if org == respondent {
        return Some(Why::Respondent);
    }
    directory.path(org).iter().skip(1).any(|above| above.id == respondent).then_some(Why::BelongsToRespondent)
}

/// What the catalogue says to a matter. Deterministic: the most specific row, then its order.
#[must_use]
pub fn rule<'c>(catalogue: &'c Catalogue, directory: &Directory, matter: Matter<'_>) -> Ruling<'c> {
    let entry = catalogue.winner(matter.category, matter.division);
    let mut ruling = Ruling { entry, ..Ruling::default() };
    let asked = Asked { directory, matter, entry };
    if let Some(entry) = entry {
        let lead = asked.find(entry.lead);
        let lead_barred = lead.is_some_and(|org| !asked.offer(&mut ruling, org, Duty::Lead, Basis::Catalogue));
        let co: Vec<&Org> = entry.co.iter().filter_map(|handler| asked.find(*handler)).collect();
        if let Some(org) = lead.filter(|org| lead_barred && asked.why_not(org).is_some_and(Why::is_party)) {
            asked.instead_of(&mut ruling, org, &co);
        }
        for org in co {
            asked.offer(&mut ruling, org, Duty::Assist, Basis::Catalogue);
        }
    }
    asked.bar_the_rest(&mut ruling);
    ruling
}

impl Why {
    fn is_party(self) -> bool {
        matches!(self, Self::Respondent | Self::BelongsToRespondent)
    }
}

struct Asked<'a> {
    directory: &'a Directory,
    matter: Matter<'a>,
    entry: Option<&'a Entry>,
}

impl<'a> Asked<'a> {
    fn find(&self, handler: Handler) -> Option<&'a Org> {
        match handler {
            Handler::Unit(id) => self.directory.get(id),
            Handler::Township => {
                let at = self.matter.division.at(OrgLevel::Township);
                self.directory.at(&at).find(|org| org.kind == OrgKind::Government)
            }
        }
    }

    fn why_not(&self, org: &Org) -> Option<Why> {
        if let Some(why) = is_party(self.directory, self.matter.respondent, org.id) {
            return Some(why);
        }
        let shut_out = self.entry.is_some_and(|entry| entry.forbid_levels.contains(&org.level()));
        if shut_out {
            return Some(Why::Level(org.level()));
        }
        (!org.accepts_petitions || !org.does(OrgFunction::Handle)).then_some(Why::NotHandling)
    }

    /// Offers `org` unless something stands against it; whether it may have it.
    fn offer(&self, ruling: &mut Ruling<'_>, org: &Org, duty: Duty, basis: Basis) -> bool {
        if let Some(why) = self.why_not(org) {
            bar(ruling, org.id, why);
            return false;
        }
        if ruling.choices.iter().all(|choice| choice.org != org.id) {
            ruling.choices.push(Choice { org: org.id, duty, basis });
        }
        true
    }

    /// S25: whoever stands above the unit complained of, then those who work beside it.
    fn instead_of(&self, ruling: &mut Ruling<'_>, barred: &Org, co: &[&Org]) {
        let line = barred.line_superior.and_then(|id| self.directory.get(id));
        let above = self.directory.path(barred.id).into_iter().skip(1);
        let mut lead_found = false;
        for org in line.into_iter().chain(above) {
            if self.offer(ruling, org, Duty::Lead, Basis::Superior) {
                lead_found = true;
                break;
            }
        }
        for org in co {
            let duty = if lead_found { Duty::Assist } else { Duty::Lead };
            lead_found |= self.offer(ruling, org, duty, Basis::Peer);
        }
    }

    /// Those whom a clerk might think of: who is complained of, and the village itself where the catalogue shuts it out.
    fn bar_the_rest(&self, ruling: &mut Ruling<'_>) {
        if let Some(org) = self.matter.respondent.filter(|id| self.directory.get(*id).is_some()) {
            bar(ruling, org, Why::Respondent);
        }
        let shut_out = self.entry.is_some_and(|entry| entry.forbid_levels.contains(&OrgLevel::Village));
        if shut_out && self.matter.division.level() == OrgLevel::Village {
            for org in self.directory.at(self.matter.division) {
                bar(ruling, org.id, Why::Level(OrgLevel::Village));
            }
        }
    }
}

fn bar(ruling: &mut Ruling<'_>, org: OrgId, why: Why) {
    if ruling.barred.iter().all(|barred| barred.org != org) {
        ruling.barred.push(Barred { org, why });
    }
}
