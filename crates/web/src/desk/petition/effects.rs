//! What a command would do: tried on the state as it stands, nothing is written.

use domain::{
    access::{self, Subject},
    lifecycle::{Aggregate as _, ClockMove, Event, Recorded},
    mandate::{Give, StandIn},
    petition::{Command, Fact, FinalBasis, Petition, words},
};
use kernel::{Ctx, OrgId, Refusal, Text, UserId};
use services::{Kit, mandate, petition::Act};

use super::PetitionScene;
use crate::{
    desk::{act::Effects, when},
    i18n::Say,
    ui::Line,
};

/// Tries `act` for `subject`.
///
/// # Errors
/// The rule that forbids it.
pub(super) fn of(
    scene: &PetitionScene,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    act: &Act,
) -> Result<Effects, Refusal> {
    let state = &scene.view.state;
    let command = match act {
        Act::Command(command) => command.clone(),
        // The number is drawn when it is really signed.
        Act::Sign => Command::Sign { number: Text::parse("number", "……")?, differs: None },
        Act::SignAnew { differs } => {
            Command::Sign { number: Text::parse("number", "……")?, differs: Some(differs.clone()) }
        }
        Act::Mandate(new) => {
            let agent = new.agent.or(state.agent).or(subject.staff().map(access::StaffSubject::user));
            let agent = agent.ok_or_else(Refusal::not_permitted)?;
            let give = mandate::give_tentatively(new, agent, point_of(scene, agent), ctx);
            Command::GiveMandate(Box::new(Give { stand_in: stand_in(scene, agent), ..give }))
        }
        Act::Designate { agent, reason } => {
            let (org, stand_in) = (point_of(scene, *agent), stand_in(scene, *agent));
            Command::Designate { agent: *agent, org, stand_in, reason: reason.clone() }
        }
        // The triage page moves it; it is never tried out here.
        Act::MoveToSuggestion { .. } => return Err(Refusal::not_permitted()),
        Act::ProposeFinality { rests_on, same } => {
            let basis = match rests_on.number {
                // Whether that matter was rechecked is looked up when it is really proposed.
                Some(_) => FinalBasis::Named {
                    organ: Text::parse("organ", "……")?,
                    opinion: Text::parse("opinion", "……")?,
                    on: kernel::beijing_date(state.received_at),
                },
                None => rests_on.named()?,
            };
            Command::ProposeFinality { basis, same: same.clone() }
        }
    };
    let action = command.kind().action().ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit_dynamic(subject, action, &scene.view.row.facts)?.actor();
    let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
    let events = state.decide(&command, &terms.env(ctx, actor))?;
    let mut after = state.clone();
    let mut effects = Effects::default();
    let org = |id: OrgId| name_of(scene, id);
    for (seq, event) in (state.version + 1..).zip(events) {
        clocks(scene.t, &event, &mut effects);
        let recorded = Recorded { seq, at: ctx.now(), actor, event };
        after.apply(&recorded);
        let told = words::timeline(&after, &recorded, &org);
        effects.told.extend(told.map(|message| told_line(scene.t, &message, &recorded.event.fact)));
    }
    effects.stage = stage(scene.t, state, &after);
    Ok(effects)
}

/// The point an agent belongs to, as far as it was offered.
fn point_of(scene: &PetitionScene, agent: UserId) -> OrgId {
    let offered = scene.choices.agents.iter().find(|one| one.agent.id == agent);
    offered.map_or(OrgId(uuid::Uuid::nil()), |one| one.agent.org)
}

/// Whoever stands in for an agent who is away now, as the list of agents says it.
fn stand_in(scene: &PetitionScene, agent: UserId) -> Option<StandIn> {
    let chosen = scene.choices.agents.iter().find(|one| one.agent.id == agent)?;
    let ((until, _), (user, _)) = chosen.agent.away.zip(chosen.deputy.clone())?;
    Some(StandIn { user, org: point_of(scene, user), official: false, until })
}

fn name_of(scene: &PetitionScene, id: OrgId) -> String {
    let point = || scene.choices.agents.iter().find(|one| one.agent.org == id).map(|one| one.agent.org_name.clone());
    let chosen = scene.choices.orgs.iter().find(|org| org.id == id).map(|org| org.called().to_owned());
    chosen.or_else(point).or_else(|| scene.view.names.get(&id).cloned()).unwrap_or_default()
}

fn told_line(t: Say, message: &kernel::Message, fact: &Fact) -> Line {
    let words = t.message(message).text();
    // Her timeline shows what somebody wrote below the sentence; here it follows it.
    let written = match fact {
        Fact::NotAccepted { explanation, .. } => Some(explanation.to_string()),
        Fact::Reopened { text, .. } => Some(text.to_string()),
        _ => None,
    };
    Line::from([Some(words), written].into_iter().flatten().collect::<Vec<_>>().join("。"))
}

fn stage(t: Say, before: &Petition, after: &Petition) -> Line {
    let (from, to) = (before.stage(), after.stage());
    if from == to {
        return Line::default();
    }
    t.say("desk-effects-stage").with("from", t.message(&from.message())).with("to", t.message(&to.message())).into()
}

/// The clocks that an event starts, stops or moves.
pub(crate) fn clocks<F>(t: Say, event: &Event<F>, effects: &mut Effects) {
    for moved in &event.clocks {
        let clock = moved.clock();
        let name = when::name(t, clock.def.as_str());
        match moved {
            ClockMove::Started(_) => {
                let day = when::clock_day(t, clock);
                // What stops and starts in one step begins anew; two lines would contradict each other.
                let stop: Line = t.say("desk-effects-stops").with("clock", &name).into();
                let before = effects.stops.len();
                effects.stops.retain(|line| *line != stop);
                let key = if effects.stops.len() < before { "desk-effects-restarts" } else { "desk-effects-starts" };
                effects.starts.push(t.say(key).with("clock", name).with("day", day).into());
            }
            ClockMove::Changed(_) if clock.is_open() => {
                let day = when::clock_day(t, clock);
                effects.starts.push(t.say("desk-effects-moves").with("clock", name).with("day", day).into());
            }
            ClockMove::Changed(_) => effects.stops.push(t.say("desk-effects-stops").with("clock", name).into()),
        }
    }
}
