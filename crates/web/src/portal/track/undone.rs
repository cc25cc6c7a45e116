//! `/t/{number}/undone?item=1-1`: she says that something that was to be done for her was not done. It goes back to be done.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{case::Claim, execution::Item, petition::Command};
use kernel::{Refusal, Text};
use serde::Deserialize;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Icon, Line},
    view::{Visit, items},
};

/// Which item: claim and item by their numbers.
#[derive(Deserialize, Default)]
pub(super) struct Which {
    #[serde(default)]
    item: String,
}

pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Undone, |form| form.filled("item", which.item)).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Undone, sent).await
}

/// What she can say it of: there is something that says it was done.
fn said_done(opened: &Opened) -> Vec<(&Claim, &Item)> {
    match &opened.matter {
        Matter::Petition(view) => view.state.items().filter(|(_, item)| item.may_be_disputed()).collect(),
        Matter::Order(_) => vec![],
    }
}

fn value((claim, item): (&Claim, &Item)) -> String {
    format!("{}-{}", claim.no, item.no)
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Undone, "item-undone-title", form);
    page.lead = vec![t.say("item-undone-lead").into(), t.say("item-undone-then").into()];
    let field = said_done(opened).into_iter().fold(form.choice("item", "item-undone-which"), |field, one| {
        field.option_named(&value(one), items::promise(t, &one.1.promise).text())
    });
    page.fields = vec![
        Line::drawn(&field),
        Line::drawn(&form.area("reason", "item-undone-reason").hint("item-undone-reason-hint")),
    ];
    page.buttons = vec![Button::primary(t.say("item-undone-send")).icon(Icon::outline("send"))];
    page
}

pub(super) fn read(opened: &Opened, reader: &mut Reader<'_>) -> Option<Commands> {
    let item = reader.required("item", "choose-one", |field, text| {
        let found = said_done(opened).into_iter().find(|one| value(*one) == text);
        found.map(|(claim, item)| (claim.id, item.no)).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let reason: Option<Text<1000>> = reader.field("reason", Text::parse);
    let ((claim, item), reason) = item.zip(reason)?;
    Some(Commands::Petition(vec![Command::DisputeExecution { claim, item, reason }]))
}
