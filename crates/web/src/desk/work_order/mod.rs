//! Work orders: `/desk/orders/{id}` and what can be done there. The same machinery as for petitions, other commands.

mod forms;
mod show;

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, Field, Subject},
    lifecycle::{Aggregate as _, Recorded},
    people::Role,
    work_order::{Command, CommandKind as K, words},
};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, OrgId, Refusal};
use services::{
    Error, Kit,
    mandate::{self, NewMandate},
    matter::{self, Looked},
    network, people,
    timeline::Item,
    work_order::{OrderView, open_order},
};
use store::Tx;

use super::{
    Desk,
    act::{self, Choices, Context, Effects, Life, Panel, Scene},
    petition::{starts_and_stops, units},
    when,
};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::Line,
};

pub(super) use show::show;

/// `GET`.
pub(super) async fn get(desk: Desk, Path((id, command)): Path<(String, String)>) -> Result<Response, Problem> {
    if command == "follow-up" {
        return Ok(Redirect::to(&format!("/desk/follow-up/{id}")).into_response());
    }
    act::get::<Orders>(desk, id, command).await
}

/// `POST`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::post::<Orders>(desk, id, command, sent).await
}

/// The life cycle of work orders.
pub(super) struct Orders;

pub(super) type OrderScene = Scene<Orders>;

/// What is carried out; a conversion registers a petition with it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum OrderAct {
    /// As it is.
    Command(Command),
    /// Make it a petition.
    Convert,
    /// A mandate: guardian and witnesses are written down in the same transaction.
    Mandate(Box<NewMandate>),
}

impl Life for Orders {
    type View = OrderView;
    type Kind = K;
    type Act = OrderAct;

    const BASE: &'static str = "/desk/orders";

    fn open(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, looked: &Looked) -> Result<OrderView, Error> {
        open_order(tx, kit, ctx, subject, looked)
    }

    fn choices(tx: &mut Tx, kit: &Kit, ctx: &Ctx, view: &OrderView, kind: K) -> Result<Choices, Error> {
        let division = &view.state.division;
        let orgs = match kind {
            K::Dispatch | K::ApproveObjection => units::around(tx, division, ctx.today())?,
            K::Escalate => {
                let mut all = units::around(tx, division, ctx.today())?;
                all.extend(units::above(tx, division, ctx.today())?);
                all
            }
            _ => vec![],
        };
        let mut colleagues = vec![];
        if kind == K::Claim {
            for role in [Role::UnitHandler, Role::UnitLeader, Role::StationLead, Role::Agent] {
                let more = people::with_role(tx, view.state.holder(), role, ctx.today())?;
                let new: Vec<_> = more
                    .into_iter()
                    .filter(|one| colleagues.iter().all(|known: &people::Colleague| known.id != one.id))
                    .collect();
                colleagues.extend(new);
            }
        }
        let agents = if kind == K::GiveMandate {
            let language = services::petition::language(tx, &division.region(), view.state.petitioner)?;
            let language = language.is_vertical().then_some(domain::network::Language::Mongolian);
            network::choices(tx, kit, ctx, network::For { place: division, grid: view.state.grid, language })?
        } else {
            vec![]
        };
        Ok(Choices { orgs, colleagues, agents, ..Choices::default() })
    }

    fn kinds() -> &'static [K] {
        K::ALL
    }

    fn key(kind: K) -> String {
        kind.key()
    }

    fn allowed(view: &OrderView) -> Vec<(K, Option<Refusal>)> {
        view.allowed.iter().map(|possible| (possible.row.command, possible.not_yet.clone())).collect()
    }

    fn binds(kind: K) -> bool {
        !matches!(kind, K::Contact | K::Progress | K::Claim | K::FollowUp)
    }

    fn bare(kind: K) -> Option<OrderAct> {
        match kind {
            K::Close => Some(OrderAct::Command(Command::Close)),
            K::Convert => Some(OrderAct::Convert),
            _ => None,
        }
    }

    fn fill(kind: K, scene: &OrderScene, form: Form) -> Form {
        match (kind, &scene.view.state.category) {
            (K::Dispatch, Some(category)) => form.filled("category", category.as_str()),
            _ => form,
        }
    }

    fn panel(kind: K, scene: &OrderScene, form: &Form) -> Panel {
        forms::panel(kind, scene, form)
    }

    fn read(kind: K, scene: &OrderScene, sent: &Submission) -> Result<OrderAct, FormErrors> {
        if kind == K::GiveMandate {
            return forms::read_mandate(sent).map(|new| OrderAct::Mandate(Box::new(new)));
        }
        forms::read(kind, scene, sent).map(OrderAct::Command)
    }

    fn try_out(
        scene: &OrderScene,
        kit: &Kit,
        ctx: &Ctx,
        subject: &Subject,
        act: &OrderAct,
    ) -> Result<Effects, Refusal> {
        let state = &scene.view.state;
        let command = match act {
            OrderAct::Command(command) => command.clone(),
            OrderAct::Convert => Command::Convert { petition: ctx.new_id() },
            OrderAct::Mandate(new) => {
                let agent = new.agent.or(state.agent).or(subject.staff().map(access::StaffSubject::user));
                let agent = agent.ok_or_else(Refusal::not_permitted)?;
                let offered = scene.choices.agents.iter().find(|one| one.agent.id == agent);
                let org = offered.map_or(OrgId(uuid::Uuid::nil()), |one| one.agent.org);
                Command::GiveMandate(Box::new(mandate::give_tentatively(new, agent, org, ctx)))
            }
        };
        let action = command.kind().action().ok_or_else(Refusal::not_permitted)?;
        let actor = access::permit_dynamic(subject, action, &scene.view.row.facts)?.actor();
        let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
        let events = state.decide(&command, &terms.env(ctx, actor))?;
        let (mut after, mut effects) = (state.clone(), Effects::default());
        let org = |id: OrgId| {
            let chosen = scene.choices.orgs.iter().find(|org| org.id == id).map(|org| org.called().to_owned());
            chosen.or_else(|| scene.view.names.get(&id).cloned()).unwrap_or_default()
        };
        for (seq, event) in (state.version + 1..).zip(events) {
            starts_and_stops(scene.t, &event, &mut effects);
            let recorded = Recorded { seq, at: ctx.now(), actor, event };
            after.apply(&recorded);
            let told = words::timeline(&after, &recorded, &org);
            effects.told.extend(told.map(|message| Line::from(scene.t.message(&message))));
        }
        if after.stage() != state.stage() {
            let (from, to) = (scene.t.message(&state.stage().message()), scene.t.message(&after.stage().message()));
            effects.stage = scene.t.say("desk-effects-stage").with("from", from).with("to", to).into();
        }
        Ok(effects)
    }

    fn act(
        tx: &mut Tx,
        kit: &Kit,
        ctx: &Ctx,
        subject: &Subject,
        id: CaseId,
        expected: i64,
        act: &OrderAct,
    ) -> Result<Option<String>, Error> {
        match act {
            OrderAct::Command(command) => {
                match command {
                    // Levels and what has to be done anew are filled in from the rules.
                    Command::Escalate { to, reason } => {
                        let asked = services::oversight::Raise { to: *to, reason: reason.clone() };
                        services::oversight::raise(tx, kit, ctx, subject, id, Some(expected), &asked)?;
                    }
                    command => {
                        services::matter::act(tx, kit, ctx, subject, id, Some(expected), command)?;
                    }
                }
                let row = matter::find_by_id(tx, id)?;
                let visible =
                    row.is_some_and(|row| access::permit::<access::actions::ReadMatter>(subject, &row.facts).is_ok());
                Ok((!visible).then(|| "/desk?done=left".to_owned()))
            }
            OrderAct::Mandate(new) => {
                services::work_order::give_mandate(tx, kit, ctx, subject, id, Some(expected), new)?;
                Ok(None)
            }
            OrderAct::Convert => {
                let petition = services::work_order::convert(tx, kit, ctx, subject, id)?;
                Ok(Some(format!("/desk/matters/{}?done=register", petition.id)))
            }
        }
    }

    fn context(view: &OrderView, t: Say, now: Timestamp) -> Context {
        let shown = view.fields.shows(Field::Content);
        let urgent = view.clocks.iter().find(|(clock, _)| clock.is_open());
        Context {
            title: if shown { view.row.title.clone() } else { t.say("desk-title-hidden").text() },
            meta: format!("{} · {}", view.row.number, t.message(&view.state.stage().message())),
            chip: urgent.map(|(clock, _)| when::of_clock(t, clock, now)),
            facts: if shown { view.state.facts.to_string() } else { String::new() },
            claims: vec![],
        }
    }

    fn timeline(view: &OrderView) -> &[Item] {
        &view.timeline
    }

    fn version(view: &OrderView) -> i64 {
        view.row.version
    }
}
