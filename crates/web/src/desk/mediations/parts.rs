//! The parts of a mediation's page.

use domain::mediation::{CommandKind as K, How, OrgType, RiskReport, SessionHeld, Signer, Stage, words::letter};
use services::mediation::{Contact, MediationView};

use super::page::{Doing, Press, Scene};
use crate::{
    desk::when,
    i18n::Say,
    ui::{Tag, Tone, UrgencyChip},
};

/// Commands about the mediation itself, in the order in which they come up.
pub(super) const GENERAL: &[K] = &[
    K::NameMediator,
    K::AddHelper,
    K::NotifyRights,
    K::Hold,
    K::Agree,
    K::Sign,
    K::ApplyConfirmation,
    K::RecordRuling,
    K::NoteFollowUp,
    K::ReportRisk,
    K::Fail,
    K::StepBack,
];

/// A party with what she said and what can be put on record for her.
pub(super) struct Party {
    pub no: u16,
    pub heading: String,
    pub who: String,
    pub phone: String,
    pub tag: Tag,
    /// Her own number; empty for whoever uses that of the matter.
    pub number: String,
    /// Whether a code was given out.
    pub has_code: bool,
    pub said: Vec<String>,
    pub ways: Vec<(String, String)>,
}

/// One talk.
pub(super) struct Talk {
    pub no: u16,
    pub heading: String,
    pub with: String,
    pub alone: bool,
    pub minutes: String,
    pub confirmed: String,
    pub ways: Vec<(String, String)>,
}

/// One term of the agreement and what became of it.
pub(super) struct TermLine {
    pub no: usize,
    pub by: String,
    pub text: String,
    pub due: String,
    pub chip: Option<UrgencyChip>,
    pub tag: Option<Tag>,
    pub notes: Vec<String>,
    pub presses: Vec<Press>,
    pub ways: Vec<(String, String)>,
}

/// The form that is open when none was asked for: what comes next.
pub(super) fn first(view: &MediationView) -> Option<Doing> {
    let state = &view.state;
    let wanted = match state.stage() {
        _ if state.mediator.is_none() || state.asked_other.is_some() => K::NameMediator,
        Stage::Accepted => K::NotifyRights,
        Stage::RightsNotified => K::Hold,
        Stage::Agreed => K::Sign,
        Stage::ConfirmApplied => K::RecordRuling,
        _ => return None,
    };
    view.may(wanted).then_some(Doing { kind: wanted, which: 0 })
}

/// What comes next, in a sentence.
pub(super) fn next(t: Say, view: &MediationView) -> String {
    let state = &view.state;
    if let Some((party, reason)) = &state.asked_other {
        return t.say("mediations-next-asked").with("party", letter(*party)).with("reason", reason).text();
    }
    let key = match state.stage() {
        Stage::ConsentPending if state.mediator.is_none() => "mediations-next-name",
        Stage::ConsentPending => "mediations-next-consent",
        Stage::Accepted => "mediations-next-rights",
        Stage::RightsNotified => "mediations-next-hold",
        Stage::InSession => "mediations-next-session",
        Stage::Agreed => "mediations-next-sign",
        Stage::Performing => "mediations-next-perform",
        Stage::ConfirmApplied => "mediations-next-court",
        Stage::Breached => "mediations-next-breach",
        Stage::Performed => "mediations-next-performed",
        Stage::Terminated => "mediations-next-ended",
        Stage::Archived => "mediations-next-archived",
    };
    t.say(key).text()
}

fn said(t: Say, how: How) -> String {
    t.message(&how.message()).text()
}

pub(super) fn parties(scene: &Scene<'_>, contacts: &[Contact]) -> Vec<Party> {
    let (t, state) = (scene.t, &scene.view.state);
    let all = state.parties.iter().zip(&scene.view.parties);
    let one = |(party, (who, number)): (&domain::mediation::Party, &(_, Option<(kernel::CaseNumber, bool)>))| {
        let who: &services::petition::MaskedIdentity = who;
        let open = contacts.iter().find(|contact| contact.no == party.no).map(|contact| &contact.identity);
        let (tone, key) = match &party.consent {
            Some(consent) if consent.yes => (Tone::Green, "mediations-yes"),
            Some(_) => (Tone::Red, "mediations-no"),
            None => (Tone::Grey, "mediations-unsaid"),
        };
        let mut told = vec![];
        told.extend(
            party.consent.as_ref().map(|consent| format!("{} · {}", said(t, consent.how), t.moment(consent.at))),
        );
        if party.entered.filed {
            told.push(t.say("mediations-filed").text());
        }
        if let Some((_, how)) = state.confirmation.wanted.iter().find(|(no, _)| *no == party.no) {
            told.push(format!("{}（{}）", t.say("mediations-wants-court").text(), said(t, *how)));
        }
        let wants = state.confirmation.wanted.iter().any(|(no, _)| *no == party.no);
        let kinds: Vec<K> = [K::Consent, K::Refuse, K::Leave, K::WantConfirmation]
            .into_iter()
            .filter(|kind| match kind {
                K::Consent | K::Refuse => party.consent.is_none(),
                K::WantConfirmation => !wants,
                _ => true,
            })
            .collect();
        Party {
            no: party.no,
            heading: t.say("mediations-party").with("party", letter(party.no)).text(),
            who: open.map_or_else(|| who.name.clone(), |identity| identity.name.reveal().clone()),
            phone: match open {
                Some(identity) => identity.phone.as_ref().map(|phone| phone.reveal().clone()).unwrap_or_default(),
                None => who.phone.clone().unwrap_or_default(),
            },
            tag: Tag::new(tone, t.say(key).text()),
            number: number.as_ref().map(|(number, _)| number.to_string()).unwrap_or_default(),
            has_code: number.as_ref().is_some_and(|(_, given)| *given),
            said: told,
            ways: if scene.view.state.mediator.is_some() { scene.ways(&kinds, party.no) } else { vec![] },
        }
    };
    all.map(one).collect()
}

pub(super) fn talks(scene: &Scene<'_>) -> Vec<Talk> {
    let (t, state) = (scene.t, &scene.view.state);
    let one = |held: &SessionHeld| {
        let session = &held.session;
        let names: Vec<String> =
            session.with.iter().map(|no| t.say("mediations-party").with("party", letter(*no)).text()).collect();
        let mut with = names.join("、");
        if let Some(others) = &session.others {
            with = format!("{with}；{others}");
        }
        if session.public {
            with = format!("{with} · {}", t.say("mediations-public-yes").text());
        }
        let confirmed: Vec<String> =
            held.confirmed.iter().map(|(no, how)| format!("{}（{}）", letter(*no), said(t, *how))).collect();
        let open = held.confirmed.len() < session.with.len();
        Talk {
            no: held.no,
            heading: format!("{} {} {}", t.full_date(session.on), session.from, session.place),
            with,
            alone: session.with.len() < state.parties.len(),
            minutes: session.minutes.to_string(),
            confirmed: if confirmed.is_empty() {
                t.say("mediations-unconfirmed").text()
            } else {
                t.say("mediations-confirmed-by").with("who", confirmed.join("、")).text()
            },
            ways: if open { scene.ways(&[K::ConfirmMinutes], held.no) } else { vec![] },
        }
    };
    state.sessions.iter().map(one).collect()
}

pub(super) fn agreement(scene: &Scene<'_>) -> Vec<(String, String)> {
    let t = scene.t;
    let Some(agreed) = &scene.view.state.agreement else { return vec![] };
    let mut all = vec![
        (t.say("mediations-form").text(), t.message(&agreed.form.message()).text()),
        (t.say("mediations-dispute").text(), agreed.dispute.to_string()),
        (t.say("mediations-liability").text(), agreed.liability.to_string()),
        (t.say("mediations-manner").text(), agreed.manner.to_string()),
    ];
    if let Some(on) = scene.view.state.effective_on {
        all.push((t.say("mediations-effective").text(), t.full_date(on)));
    }
    all
}

pub(super) fn terms(scene: &Scene<'_>) -> Vec<TermLine> {
    let (t, state) = (scene.t, &scene.view.state);
    let Some(agreed) = &state.agreement else { return vec![] };
    let one = |(index, term): (usize, &domain::mediation::Term)| {
        let became = state.performance.get(index);
        let no = u16::try_from(index + 1).unwrap_or(u16::MAX);
        let clock = became.and_then(|one| one.clock).and_then(|id| state.clocks.iter().find(|clock| clock.id == id));
        let mut line = TermLine {
            no: index + 1,
            by: t.say("mediations-party").with("party", letter(term.by)).text(),
            text: term.text.to_string(),
            due: t.full_date(term.due),
            chip: clock.filter(|clock| clock.is_open()).map(|clock| when::of_clock(t, clock, scene.now)),
            tag: None,
            notes: vec![],
            presses: vec![],
            ways: vec![],
        };
        if let Some(became) = became {
            follow(scene, became, no, &mut line);
        }
        line
    };
    agreed.terms.iter().enumerate().map(one).collect()
}

fn follow(scene: &Scene<'_>, became: &domain::mediation::Performance, no: u16, line: &mut TermLine) {
    let t = scene.t;
    if let Some(done) = &became.done {
        line.tag = Some(Tag::new(Tone::Green, t.say("mediations-done").text()));
        line.notes.push(format!("{} {}", t.full_date(done.on), done.evidence));
        return;
    }
    if let Some((party, text)) = &became.told {
        line.notes.push(t.say("mediations-told").with("party", letter(*party)).with("text", text).text());
    }
    if became.late {
        line.tag = Some(Tag::new(Tone::Red, t.say("mediations-late").text()));
        if let Some(at) = became.urged_at {
            line.notes.push(t.say("mediations-urged").with("at", t.moment(at)).text());
        }
        if let Some(at) = became.ways_told_at {
            line.notes.push(t.say("mediations-ways-told").with("at", t.moment(at)).text());
        }
        let today = kernel::beijing_date(scene.now);
        let urged_today = became.urged_at.is_some_and(|at| kernel::beijing_date(at) == today);
        if scene.view.may(K::Urge) && !urged_today {
            line.presses.push(scene.press(K::Urge, no, became.urged_at.is_none()));
        }
        if scene.view.may(K::TellWays) && became.urged_at.is_some() && became.ways_told_at.is_none() {
            line.presses.push(scene.press(K::TellWays, no, true));
        }
    }
    line.ways = scene.ways(&[K::Perform], no);
}

pub(super) fn signatures(scene: &Scene<'_>) -> Vec<String> {
    let (t, state) = (scene.t, &scene.view.state);
    if state.agreement.as_ref().is_none_or(|one| one.form == domain::mediation::AgreementForm::Oral) {
        return vec![];
    }
    let whose = |signer: Signer| match signer {
        Signer::Party(no) => t.say("mediations-party").with("party", letter(no)).text(),
        Signer::Mediator => t.say("mediations-sign-mediator").text(),
        Signer::Committee => t.say("mediations-sign-committee").text(),
    };
    let made = state
        .signatures
        .iter()
        .map(|one| format!("{} {} {}", whose(one.of), t.message(&one.mark.message()).text(), t.full_date(one.on)));
    let open =
        state.unsigned().into_iter().map(|signer| t.say("mediations-sign-open").with("who", whose(signer)).text());
    made.chain(open).collect()
}

pub(super) fn court(scene: &Scene<'_>) -> Vec<String> {
    let (t, state) = (scene.t, &scene.view.state);
    if state.effective_on.is_none() {
        return vec![];
    }
    if state.opened.org_type != OrgType::People {
        return vec![t.say("mediations-court-people").text()];
    }
    if !state.opened.topic.is_confirmable() {
        return vec![t.say("mediations-court-topic").text()];
    }
    let mut lines = vec![];
    if let Some(clock) = state.window() {
        lines.push(t.say("mediations-court-until").with("day", t.full_date(clock.statutory)).text());
    }
    if let Some((court, ground, on)) = &state.confirmation.applied {
        let ground = t.message(&ground.message()).text();
        lines.push(
            t.say("mediations-court-applied")
                .with("court", court)
                .with("ground", ground)
                .with("day", t.full_date(*on))
                .text(),
        );
    }
    if let Some(ruling) = &state.confirmation.ruled {
        let key = if ruling.confirmed { "mediations-court-confirmed" } else { "mediations-court-refused" };
        let said = t.say(key).with("number", &ruling.number).with("day", t.full_date(ruling.on)).text();
        let reason = ruling.reason.as_ref().map(ToString::to_string).unwrap_or_default();
        lines.push(format!("{said} {reason}").trim_end().to_owned());
    }
    lines
}

pub(super) fn risk(t: Say, risk: &RiskReport) -> (String, String) {
    let kind = t.message(&risk.kind.message()).text();
    let head = match &risk.police {
        Some((station, on)) => t
            .say("mediations-risk-told")
            .with("kind", kind)
            .with("police", station)
            .with("day", t.full_date(*on))
            .text(),
        None => kind,
    };
    (head, risk.text.to_string())
}
