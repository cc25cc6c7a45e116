//! The practice of each of the five cities, done as its report describes it, on both engines. The numbers behind the comments are
//! the lines of the reports as published; the success that the reports claim is nowhere a target.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a story may fail")]

mod baotou;
mod hohhot;
mod huaibei;
mod luoping;
mod ordos;
#[path = "../common/town.rs"]
mod town;

use domain::{
    access::{self, Subject, actions},
    case::{DispatchKind, Grade, StatutoryRoute},
    deadline::Urgency,
    people::Role,
    petition,
    practice::{Every, Part},
    work_order::{self, Stage},
};
use kernel::{OrgLevel, Text};
use lianxin_services::{
    Error, MIGRATIONS, matter,
    petition::{By, Door, register},
};
use town::{Town, day, due};

fn text<const N: usize>(text: &str) -> Text<N> {
    Text::parse("text", text).unwrap()
}

fn code_of<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().refusals().map(|all| all[0].code.clone()).unwrap()
}

/// She files for herself.
fn filed(town: &Town) -> kernel::CaseId {
    let new = Town::form(&town.county(), "").parse(Door::Public, town.now()).unwrap();
    town.write(move |tx, kit, ctx| register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap().id
}

/// Taken down for her at an office.
fn taken_down(town: &Town, by: &Subject, agent: Option<u128>) -> kernel::CaseId {
    let mut new = Town::form(&town.county(), "VISIT").parse(Door::Staff, town.now()).unwrap();
    new.agent = agent.map(Town::user);
    let by = by.clone();
    let receipt = town.write(move |tx, kit, ctx| {
        let permit = access::permit::<actions::RegisterOnBehalf>(&by, &new.division)?;
        register(tx, kit, ctx, &By::Staff(&permit), &new, None)
    });
    receipt.unwrap().id
}

fn forward(to: kernel::OrgId, days: Option<u32>) -> petition::Command {
    let kind = if days.is_some() { DispatchKind::AssignWithFeedback } else { DispatchKind::Forward };
    petition::Command::Forward { to, kind, feedback_days: days }
}

/// Accepts with both claims on the way of the petition, unless `first` goes another.
fn accept(state: &petition::Petition, handler: u128, first: StatutoryRoute) -> petition::Command {
    let routes = state
        .claims
        .iter()
        .map(|claim| {
            let here = claim.no != 1 || first == StatutoryRoute::PetitionProcedure;
            let route = if here { StatutoryRoute::PetitionProcedure } else { first };
            (claim.id, route, (!here).then(|| text("县劳动人事争议仲裁委员会")))
        })
        .collect();
    petition::Command::Accept { handler: Town::user(handler), routes }
}
