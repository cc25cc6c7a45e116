//! Claim by claim: how far it is, whether it is solved, by when; the answer in plain words once it was served.

use domain::{
    case::{Answer, Claim, OpinionResult, Resolution},
    petition::{CommandKind, Stage},
};
use kernel::beijing_date;
use services::petition::{TrackClaim, TrackView};

use super::{
    matter::{Matter, Opened},
    road,
};
use crate::{
    i18n::Say,
    portal::dates,
    ui::{ClaimCard, Fact, Line, Tag, Tone},
    view::{
        claims::{Reader, beside},
        items,
    },
};

/// The cards of a petition.
pub(super) fn cards(t: Say, opened: &Opened, view: &TrackView) -> Vec<ClaimCard> {
    view.claims.iter().map(|claim| card(t, opened, view, claim)).collect()
}

fn card(t: Say, opened: &Opened, view: &TrackView, shown: &TrackClaim) -> ClaimCard {
    let claim = &shown.claim;
    let mut why = None;
    let mut facts =
        vec![Fact::new(t.say("portal-claim-where"), place(t, opened, view, claim)), solved(t, claim.resolution)];
    if let Some(answer) = claim.answer.as_ref().filter(|_| shown.answered) {
        let doing = items::facts(t, claim, beijing_date(opened.now));
        let mut said = answered(t, opened, answer);
        if !doing.is_empty() {
            // Who does what until when, with where it stands; the same words once are enough.
            said.retain(|fact| fact.name != t.say("portal-claim-promise").text());
        }
        facts.extend(said);
        facts.extend(doing);
    } else if claim.handoff.is_none()
        && let Some(clock) = road::clock(&opened.matter)
        && view.stage != Stage::Served
    {
        let due = dates::due(t, clock, opened.now);
        facts.push(Fact::new(t.say("portal-claim-due"), due).chip(dates::chip(t, clock, opened.now)));
        why = road::why(t, opened, clock);
    }
    ClaimCard {
        number: claim.no.into(),
        words: claim.text.as_str().into(),
        beside: beside(t, &view.state, claim, Reader::Her),
        confirmed: claim.resolution == Resolution::ResolvedConfirmed,
        facts,
        note: claim
            .handoff
            .as_ref()
            .and(claim.route)
            .map_or_else(Line::default, |route| Line::from(t.message(&route.meaning()))),
        why,
        more: more(t, opened, view, claim),
    }
}

/// How far the claim is on its way.
fn place(t: Say, opened: &Opened, view: &TrackView, claim: &Claim) -> Line {
    if claim.handoff.is_none() { t.message(&view.stage.message()).into() } else { handed(t, opened, claim) }
}

/// To whom a claim went on its own way; nothing when it did not.
pub(super) fn handed(t: Say, opened: &Opened, claim: &Claim) -> Line {
    let Some(handoff) = &claim.handoff else { return Line::default() };
    let target = handoff.target.as_str();
    match &handoff.accepted {
        Some((at, number)) => t
            .say("portal-claim-taken")
            .with("target", target)
            .with("day", dates::day(t, beijing_date(*at), opened.now))
            .with("number", number)
            .into(),
        None => t.say("portal-claim-handed").with("target", target).into(),
    }
}

fn solved(t: Say, resolution: Resolution) -> Fact {
    let fact = Fact::new(t.say("portal-claim-solved"), Line::default());
    let words = t.message(&resolution.message()).text();
    match resolution {
        Resolution::ResolvedConfirmed => fact.tag(Tag::confirmed(t.say("portal-claim-confirmed"))),
        Resolution::Unknown => Fact::new(t.say("portal-claim-solved"), t.say("portal-claim-not-yet")),
        Resolution::Unresolved | Resolution::Reopened => fact.tag(Tag::new(Tone::Red, words)),
        Resolution::Partial => fact.tag(Tag::new(Tone::Yellow, words)),
        _ => Fact::new(t.say("portal-claim-solved"), words),
    }
}

/// What the office answered: the result word with what it means, the text, what is promised and the law.
pub(super) fn answered(t: Say, opened: &Opened, answer: &Answer) -> Vec<Fact> {
    let plain = match answer.result {
        OpinionResult::Support => "portal-plain-support",
        OpinionResult::Partial => "portal-plain-partial",
        OpinionResult::Explain => "portal-plain-explain",
        OpinionResult::NotSupport => "portal-plain-not-support",
    };
    let result = t.message(&answer.result.message()).text();
    let mut facts = vec![
        Fact::new(t.say("portal-claim-answer"), t.say(plain)).tag(Tag::new(Tone::Brand, result)),
        Fact::new(t.say("portal-claim-answer-text"), answer.text.as_str()),
    ];
    for promise in answer.promises() {
        let due = dates::day(t, promise.due, opened.now);
        let text = t
            .say("portal-claim-promise-text")
            .with("who", &promise.obligor)
            .with("what", &promise.what)
            .with("day", due);
        facts.push(Fact::new(t.say("portal-claim-promise"), text));
    }
    facts.push(Fact::new(t.say("portal-claim-basis"), answer.basis.as_str()));
    facts
}

/// Whether it is solved is for her to say, also when she said so before.
fn more(t: Say, opened: &Opened, view: &TrackView, claim: &Claim) -> Option<(String, String)> {
    if !opened.matter.may(CommandKind::ConfirmClaim, None) {
        return None;
    }
    if let Some(item) = claim.execution.current().find(|item| item.may_be_disputed())
        && opened.matter.may(CommandKind::DisputeExecution, None)
    {
        return Some((
            t.say("item-undone-link").text(),
            format!("/t/{}/undone?item={}-{}", opened.number, claim.no, item.no),
        ));
    }
    let reached = claim.handoff.is_some() || view.state.served().is_some();
    let key = if claim.resolution == Resolution::ResolvedConfirmed {
        "portal-claim-again"
    } else if reached {
        "portal-claim-say"
    } else {
        "portal-claim-solved-already"
    };
    Some((t.say(key).text(), format!("/t/{}/confirm?claim={}", opened.number, claim.no)))
}

/// The two axes of the whole matter, never one.
pub(super) fn axes(t: Say, matter: &Matter) -> crate::ui::Axes {
    let resolution = match matter {
        Matter::Petition(view) => view.resolution,
        Matter::Order(view) => view.state.resolution,
    };
    let confirmed = resolution == Resolution::ResolvedConfirmed;
    crate::ui::Axes {
        t,
        procedure: t.say(&matter.stage()).text(),
        // The chip beside it says by whom.
        resolution: if confirmed { t.say("claim-solved").text() } else { t.message(&resolution.message()).text() },
        confirmed: if confirmed { t.say("portal-claim-confirmed").text() } else { String::new() },
    }
}
