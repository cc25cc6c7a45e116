//! The suggestions for one matter as the page shows them, and what she chose beside them.

use domain::{
    access::{self, Subject, actions::Triage},
    dispatch::{CategoryPath, Duty},
    petition::Command,
};
use kernel::{CaseId, Ctx, Message};
use services::{
    Error, Kit,
    cause::Said,
    matter,
    suggest::{self, Asked, LookAlike, MarkKind, Suggestion, TextPart, Weighed},
};
use store::Tx;

use super::{
    hints::{Alike, Candidate, Hints, Mark, Sign},
    read::Chosen,
};
use crate::{desk::petition::PetitionScene, i18n::Say, ui::Line};

/// How sure a category must be to stand chosen; below it she chooses.
const SURE: f64 = 0.5;
/// From this likeness on a look-alike is ticked before anybody looked; below it a person ticks (nothing is bound unseen).
const ALIKE: f64 = 0.7;

/// What is suggested for the matter with what is on the form; whatever fails leaves the desk without a suggestion, not without
/// a page.
pub(super) fn hints(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    scene: &PetitionScene,
    asked: &Asked,
) -> Result<(Hints, Option<Suggestion>), Error> {
    let state = &scene.view.state;
    if access::permit::<Triage>(subject, &scene.view.row.facts).is_err() {
        return Ok((Hints::default(), None));
    }
    let suggestion = suggest::suggest(tx, kit, ctx, subject, state.id, asked)?;
    let tree = kit.reference().categories.in_force(&state.division, ctx.today());
    let tree = tree.map(|tree| tree.categories.iter().map(|one| one.path.to_string()).collect()).unwrap_or_default();
    Ok((Hints { tree, ..shown(scene, &suggestion) }, Some(suggestion)))
}

/// Who is suggested first stands marked only when the catalogue or what became of like matters speaks for it.
fn shown(scene: &PetitionScene, suggestion: &Suggestion) -> Hints {
    let t = scene.t;
    let (first, others) = match suggestion.categories.split_first() {
        Some((first, others)) if first.confidence >= SURE => (Some(first), others),
        _ => (None, suggestion.categories.as_slice()),
    };
    let say = |message: &Message| Line::from(t.message(message));
    Hints {
        marks: suggestion.marks.iter().filter_map(mark).collect(),
        routes: suggestion.routes.iter().map(|one| (one.claim, one.route, say(&one.reason))).collect(),
        #[expect(clippy::cast_possible_truncation, reason = "two digits are shown")]
        category: first.map(|guess| (guess.value.to_string(), guess.confidence as f32)),
        other_categories: others.iter().map(|guess| guess.value.to_string()).collect(),
        tree: vec![],
        units: suggestion
            .units
            .iter()
            .map(|unit| Candidate {
                org: unit.org,
                name: unit.name.clone(),
                lead: unit.duty == Duty::Lead,
                reasons: unit.reasons.iter().map(say).collect(),
            })
            .collect(),
        barred: suggestion
            .forbidden
            .iter()
            .map(|one| (t.say("desk-unit-barred").with("name", &one.name).text(), say(&one.reason)))
            .collect(),
        catalogue: suggestion.catalogue_version.clone().unwrap_or_default(),
        alike: suggestion.similar.iter().map(|one| alike(t, one)).collect(),
        alike_note: suggestion.wave.as_ref().map(|wave| say(&wave.message())).unwrap_or_default(),
    }
}

/// The marks of her story; those of title and claims stand elsewhere.
fn mark(mark: &suggest::Mark) -> Option<Mark> {
    let sign = match mark.kind {
        MarkKind::Place => Sign::Place,
        MarkKind::Category => Sign::Kind,
        MarkKind::Urgency => Sign::Urgent,
        MarkKind::Party => Sign::Party,
    };
    (mark.part == TextPart::Facts).then_some(Mark { from: mark.range.start, to: mark.range.end, sign })
}

fn alike(t: Say, one: &LookAlike) -> Alike {
    let why = one.why.iter().map(|why| t.message(why).text()).collect::<Vec<_>>();
    let gap = if t.lang() == "en" { " " } else { "" };
    let meta = t
        .say("decide-alike-meta")
        .with("day", t.date(kernel::beijing_date(one.received_at)))
        .with("unit", &one.holder_name)
        .with("stage", t.message(&one.stage))
        .with("likeness", format!("{:.2}", one.likeness));
    Alike {
        id: one.id,
        title: Line::from(one.title.as_str()),
        href: format!("/desk/matters/{}", one.id),
        meta: meta.into(),
        why: Line::from(why.join(gap)),
        linked: one.said == Some(Said::SameCause),
        ticked: one.likeness >= ALIKE,
    }
}

/// Keeps what was suggested and what she chose, in the transaction that decides.
pub(super) fn record(
    tx: &mut Tx,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    suggestion: Option<&Suggestion>,
    weighed: &Weighed,
) -> Result<(), Error> {
    let (Some(suggestion), Some(row)) = (suggestion, matter::find_by_id(tx, id)?) else { return Ok(()) };
    // The permit of the moment before the matter left this desk: it may be gone afterwards.
    let Ok(permit) = access::permit::<Triage>(subject, &row.facts) else { return Ok(()) };
    suggest::weigh(tx, ctx, &permit, id, suggestion, weighed)
}

/// What she chose.
pub(super) fn weighed(chosen: &Chosen) -> Weighed {
    let category = match &chosen.triage {
        Command::Triage { category, .. } => category.as_ref().and_then(|path| CategoryPath::parse(path.as_str()).ok()),
        _ => None,
    };
    Weighed { category, unit: chosen.to(), reason: None }
}

/// What is on the form already, so that the units follow it.
pub(super) fn asked(category: &str, respondent: &str) -> Asked {
    Asked { category: CategoryPath::parse(category).ok(), respondent: respondent.parse().ok() }
}
