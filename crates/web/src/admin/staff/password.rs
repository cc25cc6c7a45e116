//! First passwords: made here, shown once, never stored in clear and never logged.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::access::actions::AdminStaff;
use kernel::UserId;
use services::people;

use super::edit::first_password;
use crate::{
    admin::{Admin, Page, Section, Spot, back},
    forms::Submission,
    problem::Problem,
    ui::{Cell, Column, DataTable, Line, Notice, NoticeKind, Row, RowGroup},
};

/// `POST /admin/staff/{id}/password`.
pub(in crate::admin) async fn post(
    admin: Admin,
    Path(id): Path<UserId>,
    sent: Submission,
) -> Result<Response, Problem> {
    if sent.is_refused() {
        return Ok(Redirect::to(&format!("/admin/staff/{id}")).into_response());
    }
    let (password, hash) = first_password(&admin).await?;
    let staff = admin
        .write(move |tx, _, ctx, leave| {
            let permit = leave.permit::<AdminStaff>()?;
            people::reset_password(tx, ctx, &permit, id, &hash)?;
            people::get(tx, &permit, id)
        })
        .await?
        .value;
    let made = vec![(staff.name.reveal().to_owned(), staff.login.to_string(), password.reveal().to_owned())];
    shown(&admin, Line::from(admin.t().say("admin-password-done")), &made, None)
}

/// The page that shows passwords, each with name and login; it is never cached, and the address shows nothing.
pub(super) fn shown(
    admin: &Admin,
    done: Line,
    made: &[(String, String, String)],
    errors: Option<Section>,
) -> Result<Response, Problem> {
    let t = admin.t();
    let row = |(name, login, password): &(String, String, String)| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(name.as_str()) },
            Cell::text(login.as_str()),
            Cell::text(Line::drawn(&format!("<code>{}</code>", Line::from(password.as_str())))),
        ],
        current: false,
    };
    let table = DataTable {
        caption: t.say("admin-password-shown").text(),
        columns: ["admin-staff-name", "admin-staff-login", "admin-password"]
            .map(|key| Column::new(t.say(key).text()))
            .into(),
        groups: vec![RowGroup { rows: made.iter().map(row).collect(), ..RowGroup::default() }],
    };
    let once = Notice::new(NoticeKind::Caution, t.say("admin-password-once"));
    let page = Page::new(admin, "admin-password-shown", Spot::Staff)
        .back(back("/admin/staff"))
        .notice(Notice::new(NoticeKind::Info, done))
        .notice(once)
        .section(Section::new("").with(&table));
    errors.into_iter().fold(page, Page::section).show(admin)
}
