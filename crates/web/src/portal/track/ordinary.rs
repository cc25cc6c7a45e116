//! `/t/{number}/ordinary`: what the simple track means, and that she may ask for the ordinary procedure. She need not say why.

use axum::{extract::Path, response::Response};
use domain::petition::{Command, CommandKind};
use kernel::Text;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::{Matter, Opened},
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Icon, Line},
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Ordinary, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Ordinary, sent).await
}

/// Whether it may still be asked for.
pub(super) fn is_open(opened: &Opened) -> bool {
    let simple = matches!(&opened.matter, Matter::Petition(view) if view.state.may_go_ordinary(opened.now));
    simple && opened.matter.may(CommandKind::EndSimple, None)
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Ordinary, "item-ordinary-title", form);
    let key = match &opened.matter {
        Matter::Petition(view) if view.state.served().is_some() => "item-ordinary-after",
        _ => "item-ordinary-before",
    };
    page.lead = vec![t.say("item-ordinary-means").into(), t.say(key).into(), t.say("item-ordinary-counts").into()];
    page.fields = vec![Line::drawn(&form.area("reason", "item-ordinary-reason").optional("item-ordinary-free"))];
    page.buttons = vec![Button::primary(t.say("item-ordinary-send")).icon(Icon::outline("route"))];
    page
}

pub(super) fn read(reader: &mut Reader<'_>) -> Commands {
    let reason: Option<Text<1000>> = reader.optional("reason", Text::parse);
    Commands::Petition(vec![Command::EndSimple { reason }])
}
