//! The page of triage: her words on the left, four numbered decisions in the middle, what follows on the right.

use askama::Template;
use domain::{
    case::{Claim, DispatchKind, MatterType, Purpose, StatutoryRoute},
    organisation::Org,
    petition::CommandKind as K,
};
use kernel::OrgId;

use super::{
    hints::{Alike, Candidate, Hints, Sign, marked},
    queue::Place,
    read::OPEN,
};
use crate::{
    desk::{
        case,
        decide::Outcome,
        petition::{PetitionScene, bars, units},
    },
    forms::{Field, Form},
    i18n::Say,
    ui::{Line, Notice, RefusalBox, Tag, Tone, UrgencyChip},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/triage.html")]
pub(super) struct TriagePage {
    /// Whether it may be moved to the suggestions.
    pub(super) moves: bool,
    pub(super) t: Frame,
    pub(super) meta: Line,
    pub(super) chip: Option<UrgencyChip>,
    pub(super) way: Way,
    /// The list it was opened from.
    pub(super) back: (String, String),
    /// What can be made of the claims: words and address.
    pub(super) reads: Vec<(String, String)>,
    pub(super) alike_action: String,
    pub(super) action: String,
    pub(super) whole: String,
    pub(super) version: i64,
    pub(super) form: Form,
    pub(super) notice: Option<Notice>,
    pub(super) refusal: Option<RefusalBox>,
    pub(super) words: Words,
    pub(super) alike: Vec<Alike>,
    pub(super) alike_note: Line,
    pub(super) steps: Steps,
    pub(super) outcome: Outcome,
}

/// What follows a change: the panel, and the units, which go by the category.
#[derive(Template)]
#[template(path = "desk/triage_panel.html")]
pub(super) struct PanelPage {
    pub(super) t: Say,
    pub(super) outcome: Outcome,
    pub(super) steps: Steps,
}

/// Through the matters that wait.
pub(super) struct Way {
    pub(super) place: Place,
    pub(super) before: String,
    pub(super) after: String,
}

impl Way {
    pub(super) fn of(place: Place) -> Self {
        let href = |id: Option<kernel::CaseId>| id.map(|id| format!("/desk/triage/{id}")).unwrap_or_default();
        Self { before: href(place.before), after: href(place.after), place }
    }
}

/// What she wrote and sent.
pub(super) struct Words {
    pub(super) text: Line,
    /// Letter and meaning of each sign that occurs.
    pub(super) legend: Vec<(String, String)>,
    pub(super) files: Vec<(String, String, String)>,
    pub(super) claims: Vec<(u16, Line)>,
    pub(super) person: String,
    pub(super) agent: String,
}

/// The four panels.
pub(super) struct Steps {
    types: Vec<Choice>,
    type_error: String,
    purpose: Field,
    respondent: Field,
    routes: Vec<RouteRow>,
    categories: Vec<Choice>,
    category_error: String,
    category_other: String,
    confidence: String,
    tree: Vec<String>,
    units: Vec<UnitCard>,
    unit_error: String,
    unit_groups: Vec<(String, Vec<(String, String)>)>,
    unit_other: String,
    barred: Vec<(String, Line)>,
    catalogue: String,
    how: Field,
    days: Field,
}

/// A button to choose with a key.
pub(super) struct Choice {
    value: String,
    text: String,
    on: bool,
}

/// One claim with the way it takes.
pub(super) struct RouteRow {
    no: u16,
    words: Line,
    name: String,
    chosen: String,
    options: Vec<(String, String, u8)>,
    why: Line,
    error: String,
}

/// A unit with what speaks for it.
pub(super) struct UnitCard {
    value: String,
    name: String,
    tag: Tag,
    reasons: Vec<Line>,
    on: bool,
}

/// Her words with their marks.
pub(super) fn words(t: Say, scene: &PetitionScene, hints: &Hints, files: Vec<(String, String, String)>) -> Words {
    let (view, state) = (&scene.view, &scene.view.state);
    let legend = Sign::ALL.iter().filter(|sign| hints.marks.iter().any(|mark| mark.sign == **sign));
    let context = case::context(view, t, scene.now);
    Words {
        text: if context.facts.is_empty() { Line::default() } else { marked(t, state.facts.as_str(), &hints.marks) },
        legend: legend.map(|sign| (t.say(sign.key()).text(), t.say(&format!("{}-means", sign.key())).text())).collect(),
        files,
        claims: context.claims,
        person: view.petitioner.as_ref().map(|masked| masked.name.clone()).unwrap_or_default(),
        agent: state.agent.and_then(|agent| view.staff.get(&agent)).cloned().unwrap_or_default(),
    }
}

/// The four panels as `form` fills them.
pub(super) fn steps(t: Say, scene: &PetitionScene, hints: &Hints, form: &Form) -> Steps {
    Steps {
        types: types(t, form),
        type_error: form.error("matter_type").to_owned(),
        purpose: Purpose::ALL.iter().fold(form.select("purpose", "desk-triage-purpose"), |field, one| {
            field.option_named(one.name(), t.message(&one.message()))
        }),
        respondent: respondent(scene, form),
        routes: scene.view.state.live_claims().map(|claim| route(t, claim, hints, form)).collect(),
        categories: categories(hints, form),
        category_error: form.error("category").to_owned(),
        category_other: form.value("category_other").to_owned(),
        confidence: confidence(hints, form),
        tree: hints.tree.clone(),
        units: hints.units.iter().take(3).map(|unit| card(t, unit, form)).collect(),
        unit_error: form.error("to").to_owned(),
        unit_groups: groups(t, scene, form),
        unit_other: form.value("to_other").to_owned(),
        barred: barred(t, scene, hints, form),
        catalogue: hints.catalogue.clone(),
        how: how(form),
        days: form.text("feedback_days", "desk-forward-days").hint("desk-forward-days-hint").keyboard("numeric"),
    }
}

fn types(t: Say, form: &Form) -> Vec<Choice> {
    const ORDER: [MatterType; 4] =
        [MatterType::AppealClaim, MatterType::Suggestion, MatterType::Inquiry, MatterType::Thanks];
    let chosen = form.value("matter_type");
    ORDER
        .iter()
        .map(|one| Choice {
            value: one.name().into(),
            text: t.message(&one.message()).text(),
            on: one.name() == chosen,
        })
        .collect()
}

fn respondent(scene: &PetitionScene, form: &Form) -> Field {
    let field = form.select("respondent", "desk-triage-respondent").option("", "desk-triage-respondent-none");
    let orgs = &scene.choices.orgs;
    orgs.iter().fold(field, |field, org| field.option_named(&org.id.to_string(), org.called()))
}

/// The six questions of article 31 in their order; a digit typed on the list picks the branch with that number.
fn route(t: Say, claim: &Claim, hints: &Hints, form: &Form) -> RouteRow {
    let mut routes = StatutoryRoute::ALL.to_vec();
    routes.sort_by_key(|route| route.item());
    let name = format!("route-{}", claim.no);
    let option = |route: &StatutoryRoute| {
        let text = t.say("decide-route-option").with("item", route.item()).with("route", t.message(&route.message()));
        (route.name().to_owned(), text.text(), route.item())
    };
    let mut options: Vec<_> = routes.iter().map(option).collect();
    options.push((OPEN.to_owned(), t.say("decide-route-open").text(), 0));
    let chosen = form.value(&name).to_owned();
    let hint = hints.routes.iter().find(|(no, ..)| *no == claim.no);
    let why = match (hint, StatutoryRoute::parse(&chosen)) {
        (Some((_, suggested, why)), Some(route)) if *suggested == route => why.clone(),
        (_, Some(route)) => t.message(&route.meaning()).into(),
        (None, None) if chosen.is_empty() => t.say("decide-not-sure").into(),
        _ => Line::default(),
    };
    RouteRow {
        no: claim.no,
        words: claim.plainly().as_str().into(),
        error: form.error(&name).to_owned(),
        name,
        chosen,
        options,
        why,
    }
}

/// How sure the suggestion is, while it is what stands chosen.
fn confidence(hints: &Hints, form: &Form) -> String {
    let suggested = hints.category.as_ref().filter(|(path, _)| form.value("category") == path);
    suggested.map(|(_, sure)| format!("{sure:.2}")).unwrap_or_default()
}

fn categories(hints: &Hints, form: &Form) -> Vec<Choice> {
    let chosen = form.value("category");
    let mut paths: Vec<&str> = hints.category.iter().map(|(path, _)| path.as_str()).collect();
    paths.extend(hints.other_categories.iter().map(String::as_str));
    // What is on record already, or was chosen before, stays among the buttons.
    if !chosen.is_empty() && !paths.contains(&chosen) {
        paths.insert(0, chosen);
    }
    paths.truncate(4);
    let text = |path: &str| path.split('/').collect::<Vec<_>>().join(" / ");
    paths.iter().map(|path| Choice { value: (*path).into(), text: text(path), on: *path == chosen }).collect()
}

fn card(t: Say, unit: &Candidate, form: &Form) -> UnitCard {
    let value = unit.org.to_string();
    let picked_elsewhere = !form.value("to_other").is_empty();
    UnitCard {
        on: form.value("to") == value && !picked_elsewhere,
        value,
        name: unit.name.clone(),
        tag: if unit.lead {
            Tag::new(Tone::Brand, t.say("decide-unit-lead").text())
        } else {
            Tag::new(Tone::Grey, t.say("decide-unit-assist").text())
        },
        reasons: unit.reasons.iter().take(4).cloned().collect(),
    }
}

/// Everybody else who may have it, by level.
fn groups(t: Say, scene: &PetitionScene, form: &Form) -> Vec<(String, Vec<(String, String)>)> {
    let bars = bars_of(scene, form);
    let mut groups: Vec<(String, Vec<(String, String)>)> = vec![];
    for org in scene.choices.orgs.iter().filter(|org| bars.why(org).is_none()) {
        let level = t.say(units::level_key(org.level())).text();
        let one = (org.id.to_string(), org.called().to_owned());
        match groups.iter_mut().find(|(name, _)| *name == level) {
            Some((_, orgs)) => orgs.push(one),
            None => groups.push((level, vec![one])),
        }
    }
    groups
}

/// The bars with the respondent as this form names it.
fn bars_of(scene: &PetitionScene, form: &Form) -> units::Bars {
    let mut bars = bars(K::Forward, scene);
    if let Ok(respondent) = form.value("respondent").parse::<OrgId>() {
        bars.respondent = Some(respondent);
    }
    bars
}

/// Who came up and may not have it: the unit complained of, the village, and whom the catalogue shuts out.
fn barred(t: Say, scene: &PetitionScene, hints: &Hints, form: &Form) -> Vec<(String, Line)> {
    let bars = bars_of(scene, form);
    let told = |org: &&Org| matches!(bars.why(org), Some("desk-unit-respondent" | "desk-unit-village"));
    let own = scene.choices.orgs.iter().filter(told).take(3).filter_map(|org| {
        let why = bars.why(org)?;
        Some((t.say("desk-unit-barred").with("name", org.called()).text(), Line::from(t.say(why))))
    });
    let mut all: Vec<(String, Line)> = hints.barred.clone();
    for (name, why) in own {
        if all.iter().all(|(known, _)| *known != name) {
            all.push((name, why));
        }
    }
    all.truncate(4);
    all
}

fn how(form: &Form) -> Field {
    let kinds = [DispatchKind::Forward, DispatchKind::AssignWithFeedback];
    let small = ["desk-forward-plain", "desk-forward-assign"];
    kinds.iter().zip(small).fold(form.choice("kind", "desk-forward-how"), |field, (kind, small)| {
        field.option_with(kind.name(), &kind.key(), small)
    })
}
