//! The claims of a petition, one card each: the way it takes, who has it, the answer or result, until when.

use domain::{
    access::Field,
    case::{Claim, Resolution, StatutoryRoute},
};
use jiff::Timestamp;
use services::petition::CaseView;

use super::parts::org_name;
use crate::{
    desk::when,
    i18n::Say,
    ui::{ClaimCard, Fact, Line, Tag, Tone, UrgencyChip},
    view::{
        claims::{Reader, beside},
        items,
    },
};

/// The cards.
pub(super) fn cards(view: &CaseView, t: Say, now: Timestamp) -> Vec<ClaimCard> {
    if !view.fields.shows(Field::Content) {
        return vec![];
    }
    view.state.live_claims().map(|claim| card(view, claim, t, now)).collect()
}

fn card(view: &CaseView, claim: &Claim, t: Say, now: Timestamp) -> ClaimCard {
    let note = match claim.route {
        Some(route) if route != StatutoryRoute::PetitionProcedure => t.message(&route.meaning()).into(),
        _ => Line::default(),
    };
    ClaimCard {
        number: usize::from(claim.no),
        words: claim.text.as_str().into(),
        beside: beside(t, &view.state, claim, Reader::Desk),
        confirmed: claim.resolution == Resolution::ResolvedConfirmed,
        facts: [way(claim, t), holder(view, claim, t), result(view, claim, t), due(view, claim, t, now)]
            .into_iter()
            .chain(items::facts(t, claim, kernel::beijing_date(now)))
            .collect(),
        note,
        why: None,
        more: None,
    }
}

/// The item of article 31 as the law numbers it: 六.
pub(crate) fn item_of(t: Say, route: StatutoryRoute) -> String {
    let item = route.item();
    let numerals = ["一", "二", "三", "四", "五", "六"];
    let word = numerals.get(usize::from(item).saturating_sub(1)).filter(|_| t.locale == kernel::Locale::Zh);
    word.map_or_else(|| item.to_string(), |word| (*word).to_owned())
}

fn way(claim: &Claim, t: Say) -> Fact {
    let name = t.say("desk-claim-way");
    match claim.route {
        None => Fact::new(name, t.say("desk-claim-way-open")),
        Some(route) => {
            let small = t.say("desk-claim-article").with("item", item_of(t, route));
            Fact::new(name, t.message(&route.message())).small(small)
        }
    }
}

fn holder(view: &CaseView, claim: &Claim, t: Say) -> Fact {
    let name = t.say("desk-claim-holder");
    if let Some(handoff) = &claim.handoff {
        let fact = Fact::new(name, handoff.target.as_str());
        return match &handoff.accepted {
            Some((_, number)) => fact.small(t.say("desk-claim-taken").with("number", number)),
            None => fact.small(t.say("desk-claim-not-taken")),
        };
    }
    let fact = Fact::new(name, org_name(&view.names, view.state.holder()));
    match view.state.handler().and_then(|handler| view.staff.get(&handler)) {
        Some(handler) => fact.small(t.say("desk-claim-handler").with("name", handler)),
        None => fact,
    }
}

/// The answer while it is a draft is an internal matter; afterwards what is really solved.
fn result(view: &CaseView, claim: &Claim, t: Say) -> Fact {
    let draft = view.state.handling().and_then(|handling| handling.draft.as_ref());
    let drafted = draft.and_then(|draft| draft.answers.iter().find(|(id, _)| *id == claim.id));
    let internal = view.fields.shows(Field::InternalNotes);
    if let (None, Some((_, answer)), true) = (&claim.answer, drafted, internal) {
        let tag = Tag::new(Tone::Grey, t.message(&answer.result.message()));
        return Fact::new(t.say("desk-claim-drafted"), "").tag(tag).small(t.say("desk-claim-unsigned"));
    }
    let words = t.message(&claim.resolution.message());
    let fact = Fact::new(t.say("desk-claim-result"), "");
    let fact = match claim.resolution {
        Resolution::ResolvedConfirmed => fact.tag(Tag::confirmed(words)),
        Resolution::Unresolved | Resolution::Reopened => fact.tag(Tag::new(Tone::Red, words)),
        Resolution::Unknown => Fact::new(t.say("desk-claim-result"), words),
        _ => fact.tag(Tag::new(Tone::Grey, words)),
    };
    match &claim.answer {
        Some(answer) => fact.small(t.message(&answer.result.message())),
        None => fact,
    }
}

fn due(view: &CaseView, claim: &Claim, t: Say, now: Timestamp) -> Fact {
    let name = t.say("desk-claim-due");
    if let Some(item) = claim.execution.open().min_by_key(|item| item.promise.due) {
        return Fact::new(name, t.date(item.promise.due)).small(t.say("desk-claim-promised"));
    }
    let left = claim.handoff.is_some() || claim.resolution == Resolution::ResolvedConfirmed;
    let running = view.clocks.iter().find(|one| one.clock.is_open() && !one.is_right).filter(|_| !left);
    match running {
        Some(one) => Fact::new(name, when::opens(t, &one.clock, &one.derivation, kernel::beijing_date(now)))
            .small(when::name(t, one.clock.def.as_str()))
            .chip(when::of_clock(t, &one.clock, now)),
        None => Fact::new(name, "").chip(UrgencyChip::stopped(t)),
    }
}
