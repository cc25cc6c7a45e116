//! Agency: the mandate, who acts for her, who steps back.

use domain::{
    agency::Ground,
    network::{Language, Now},
    petition::{Command, CommandKind as K},
};
use kernel::Refusal;
use services::{network::Choice, petition::Act};

use super::{
    PetitionScene,
    read::{one_of, person, text},
};
use crate::{
    desk::{
        act::Panel,
        mandate::{self, MandateFields},
    },
    forms::{Field, Form, FormErrors, Submission},
    i18n::Say,
};

pub(super) fn panel(kind: K, scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    match kind {
        K::GiveMandate => {
            let mut panel = Panel::new(t.say("mandate-give-intro"));
            if scene.view.state.agent.is_none() && !scene.choices.agents.is_empty() {
                panel = panel.with(&agents(scene, form));
            }
            panel.with(&MandateFields::new(t, form.clone()))
        }
        K::RevokeMandate => Panel::new(t.say("mandate-revoke-intro").with("who", &scene.view.agency.name))
            .with(&form.text("reason", "mandate-revoke-reason").optional("mandate-form-optional")),
        K::Designate => Panel::new(t.say("mandate-designate-intro"))
            .with(&agents(scene, form))
            .with(&form.text("reason", "mandate-designate-reason").hint("mandate-designate-reason-hint")),
        K::DeclareInterest => Panel::new(t.say("recusal-declare-intro")).with(&grounds(t, form)),
        K::DecideRecusal => {
            let who = form.choice("user", "recusal-who");
            let who = scene
                .view
                .agency
                .undecided
                .iter()
                .fold(who, |field, (user, name)| field.option_named(&user.to_string(), name.as_str()));
            let back = form.choice("steps_back", "recusal-back");
            Panel::new(asked(scene))
                .with(&who)
                .with(&back.option("yes", "recusal-back-yes").option("no", "recusal-back-no"))
                .with(&grounds(t, form))
                .with(&form.area("reason", "recusal-reason").hint("recusal-reason-hint"))
        }
        _ => Panel::default(),
    }
}

/// Why she asked, in her own words.
fn asked(scene: &PetitionScene) -> String {
    let open = scene.view.state.agency.requests.iter().rev().find(|request| !request.decided);
    match open {
        Some(request) => scene.t.say("recusal-asked").with("reason", &request.reason).text(),
        None => scene.t.say("recusal-declared").text(),
    }
}

fn grounds(t: Say, form: &Form) -> Field {
    Ground::ALL.iter().fold(form.choice("ground", "recusal-ground"), |field, one| {
        field.option_named(one.name(), t.message(&one.message()).text())
    })
}

fn agents(scene: &PetitionScene, form: &Form) -> Field {
    let field = form.select("agent", "mandate-agent").option("", "desk-choose");
    let now = scene.view.state.agent;
    let others = scene.choices.agents.iter().filter(|one| Some(one.agent.id) != now);
    others.fold(field, |field, one| field.option_named(&one.agent.id.to_string(), choice(scene.t, one)))
}

/// One agent to choose: who, where, how near, in which languages, and whether somebody is there.
pub(in crate::desk) fn choice(t: Say, one: &Choice) -> String {
    let agent = &one.agent;
    let mut parts = vec![agent.name.reveal().to_owned(), agent.org_name.clone(), t.say(one.near.key()).text()];
    let languages = agent.file.as_ref().map(|file| file.languages.clone()).unwrap_or_default();
    let others = languages.iter().filter(|language| **language != Language::Mandarin);
    parts.extend(others.map(|one| t.say("network-speaks").with("language", t.say(&one.key()).text()).text()));
    if let (Some((until, _)), Some((_, deputy))) = (agent.away, &one.deputy) {
        parts.push(t.say("network-choice-away").with("until", t.moment(until)).with("deputy", deputy).text());
    } else if let Some(Now::Open { .. }) = one.open {
        parts.push(t.say("network-choice-open").text());
    }
    parts.join(" · ")
}

pub(super) fn read(kind: K, sent: &Submission) -> Result<Act, FormErrors> {
    if kind == K::GiveMandate {
        return Ok(Act::Mandate(Box::new(mandate::read(sent).map_err(errors)?)));
    }
    let mut reader = sent.reader();
    let act = match kind {
        K::RevokeMandate => {
            let reason = reader.optional("reason", kernel::Text::<500>::parse);
            Some(Command::RevokeMandate { reason }.into())
        }
        K::Designate => {
            let agent = person(&mut reader, "agent");
            agent.zip(text(&mut reader, "reason")).map(|(agent, reason)| Act::Designate { agent, reason })
        }
        K::DeclareInterest => {
            one_of(&mut reader, "ground", Ground::parse).map(|ground| Command::DeclareInterest { ground }.into())
        }
        _ => {
            let user = person(&mut reader, "user");
            let back = one_of(&mut reader, "steps_back", |text| match text {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            });
            let ground = one_of(&mut reader, "ground", Ground::parse);
            let reason = text(&mut reader, "reason");
            user.zip(back).zip(ground.zip(reason)).map(|((user, steps_back), (ground, reason))| {
                Command::DecideRecusal { user, steps_back, ground, reason }.into()
            })
        }
    };
    reader.finish(act)
}

/// What the form of a mandate is refused for; a fault cannot come from reading texts.
fn errors(error: services::Error) -> FormErrors {
    FormErrors::try_from(error).unwrap_or_else(|_| vec![Refusal::invalid("", "form-broken")].into())
}
