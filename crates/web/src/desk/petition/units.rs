//! The units one can send a matter to, as cards: what speaks for each, and why some may not be chosen.

use domain::organisation::{Org, OrgFunction, OrgKind};
use jiff::civil::Date;
use kernel::{DivisionCode, Fault, OrgId, OrgLevel};
use services::organisation::{self, OrgQuery};
use store::Tx;

use crate::{
    desk::act::{Pick, Picker},
    forms::Form,
    i18n::Say,
    ui::{Tag, Tone},
};

/// How many are shown at most; a banner has fewer.
const MOST: u32 = 300;

/// The organisations of the banner or county that handle matters, and those of the village concerned, which are shown to say
/// why not.
pub(crate) fn around(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<Vec<Org>, Fault> {
    let county = division.at(OrgLevel::County);
    let query = OrgQuery { within: county.clone(), kind: None, on: Some(day), after: None, limit: MOST };
    let all = organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value);
    let mut orgs: Vec<Org> = all
        .filter(|org| org.does(OrgFunction::Handle) || org.accepts_petitions || org.division == *division)
        .filter(|org| org.division == county || org.division.contains(division))
        .collect();
    // The banner's departments first, then the township, then the village.
    orgs.sort_by_key(|org| org.division.as_str().len());
    Ok(orgs)
}

/// Those who decide: governments, bureaus and joint meetings of the banner or county and above.
pub(crate) fn above(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<Vec<Org>, Fault> {
    let mut orgs = vec![];
    for kind in [OrgKind::Government, OrgKind::JointMeetingOffice, OrgKind::Bureau] {
        let prefecture = division.at(OrgLevel::Prefecture);
        let query = OrgQuery { within: prefecture, kind: Some(kind), on: Some(day), after: None, limit: MOST };
        let all = organisation::list(tx, &query)?.items.into_iter().map(|stored| stored.value);
        orgs.extend(all.filter(|org| org.division.contains(division) && org.level() >= OrgLevel::County));
    }
    Ok(orgs)
}

/// A fortnight from now, as a date field holds it: the day proposed for a part.
pub(super) fn in_a_while(now: jiff::Timestamp) -> String {
    kernel::beijing_date(now).saturating_add(jiff::Span::new().days(14)).to_string()
}

/// What the case says about who may have it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Bars {
    /// The unit complained of.
    pub respondent: Option<OrgId>,
    /// The unit that has it and gives it up.
    pub holder: Option<OrgId>,
    /// Whether only units that answer petitions fit.
    pub must_answer: bool,
}

impl Bars {
    /// Why `org` may not be chosen: the key of a message.
    pub(crate) fn why(&self, org: &Org) -> Option<&'static str> {
        match () {
            () if self.respondent == Some(org.id) => Some("desk-unit-respondent"),
            () if org.level() == OrgLevel::Village => Some("desk-unit-village"),
            () if self.must_answer && !org.accepts_petitions => Some("desk-unit-not-accepting"),
            () if !org.does(OrgFunction::Handle) => Some("desk-unit-not-handling"),
            () if self.holder == Some(org.id) => Some("desk-unit-holder"),
            () => None,
        }
    }

    /// Whether `id` is among `orgs` and may be chosen.
    pub(crate) fn allow(&self, orgs: &[Org], id: OrgId) -> bool {
        orgs.iter().any(|org| org.id == id && self.why(org).is_none())
    }
}

/// The cards.
pub(crate) fn picker(t: Say, form: &Form, label: &str, orgs: &[Org], bars: Bars) -> Picker {
    let picks = orgs.iter().map(|org| {
        let barred = bars.why(org).map(|key| t.say(key).into());
        let title = |name: &str| t.say("desk-unit-barred").with("name", name).text();
        let name = if barred.is_some() { title(org.called()) } else { org.called().to_owned() };
        let level = t.say(level_key(org.level())).text();
        let mut reasons = match &org.phone {
            Some(phone) => vec![t.say("desk-unit-reach").with("level", level).with("phone", phone).into()],
            None => vec![level.into()],
        };
        if bars.respondent.is_some() {
            reasons.push(t.say("desk-unit-not-respondent").into());
        }
        Pick {
            value: org.id.to_string(),
            name,
            tag: Some(Tag::new(Tone::Grey, t.message(&org.kind.message()))),
            reasons,
            barred,
        }
    });
    Picker::new(form, "to", t.say(label).text(), picks.collect(), t.say("desk-unit-none").text())
}

pub(crate) fn level_key(level: OrgLevel) -> &'static str {
    match level {
        OrgLevel::Village => "desk-level-village",
        OrgLevel::Township => "desk-level-township",
        OrgLevel::County => "desk-level-county",
        OrgLevel::Prefecture => "desk-level-prefecture",
        OrgLevel::Region => "desk-level-region",
    }
}

/// The cards of those who decide; nobody is barred but the parties.
pub(crate) fn superiors(t: Say, form: &Form, label: &str, orgs: &[Org], party: Option<OrgId>) -> Picker {
    let picks = orgs.iter().map(|org| Pick {
        value: org.id.to_string(),
        name: org.called().to_owned(),
        tag: Some(Tag::new(Tone::Grey, t.message(&org.kind.message()))),
        reasons: vec![t.say(level_key(org.level())).into()],
        barred: (party == Some(org.id)).then(|| t.say("desk-unit-party").into()),
    });
    Picker::new(form, "to", t.say(label).text(), picks.collect(), t.say("desk-unit-none").text())
}

#[cfg(test)]
mod tests {
    use kernel::Text;
    use uuid::Uuid;

    use super::*;

    fn org(id: u128, kind: OrgKind, division: &str) -> Org {
        Org {
            id: OrgId(Uuid::from_u128(id)),
            parent: None,
            line_superior: None,
            vertical: false,
            kind,
            name: Text::parse("name", "单位").unwrap(),
            short_name: None,
            doc_code: None,
            division: DivisionCode::parse(division).unwrap(),
            phone: None,
            address: None,
            hours: None,
            accepts_petitions: matches!(kind, OrgKind::Unit | OrgKind::Government),
            functions: kind.usual_functions().to_vec(),
            active_from: jiff::civil::date(2020, 1, 1),
            active_to: None,
        }
    }

    #[test]
    fn each_bar_has_its_reason_and_a_forged_choice_is_none() {
        let orgs = [
            org(1, OrgKind::Unit, "150223"),
            org(2, OrgKind::Unit, "150223"),
            org(3, OrgKind::Point, "150223100201"),
            org(4, OrgKind::Bureau, "150223"),
        ];
        let bars = Bars { respondent: Some(orgs[0].id), holder: None, must_answer: true };
        let whys: Vec<_> = orgs.iter().map(|org| bars.why(org)).collect();
        assert_eq!(
            whys,
            [Some("desk-unit-respondent"), None, Some("desk-unit-village"), Some("desk-unit-not-accepting")]
        );
        assert!(bars.allow(&orgs, orgs[1].id));
        for id in [orgs[0].id, orgs[2].id, OrgId(Uuid::from_u128(9))] {
            assert!(!bars.allow(&orgs, id));
        }
    }
}
