//! `/t/{number}/withdraw`: she takes it back, knowing what that means.

use axum::{extract::Path, response::Response};
use domain::petition::Command;
use kernel::Text;

use super::{
    act::{self, ActPage, Commands, Step},
    matter::Opened,
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Line, Notice, NoticeKind},
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Withdraw, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Withdraw, sent).await
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Withdraw, "portal-track-withdraw", form);
    page.lead = ["portal-withdraw-1", "portal-withdraw-2", "portal-withdraw-3"].map(|key| t.say(key).into()).into();
    let pressed = Notice::new(NoticeKind::Caution, t.say("portal-withdraw-pressed"));
    page.fields = vec![
        Line::drawn(&form.area("reason", "portal-withdraw-reason").optional("portal-optional")),
        Line::drawn(&format_args!("<div class=\"lx-field\">{pressed}</div>")),
    ];
    page.buttons = vec![Button::primary(t.say("portal-withdraw-send"))];
    page
}

pub(super) fn read(reader: &mut Reader<'_>) -> Commands {
    let reason = reader.optional("reason", Text::<1000>::parse);
    Commands::Petition(vec![Command::Withdraw { reason }])
}
