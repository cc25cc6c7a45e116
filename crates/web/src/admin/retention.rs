//! `/admin/retention`: how long what is kept here, from a day on, and what follows; when the auditor is told of many opened names. What
//! is shipped waits for the place to confirm it (rules.md section 13, point 9).

use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::actions::AdminPractice,
    case::CaseKind,
    retention::{After, Alarm, Period, RetentionRules},
};
use jiff::civil::Date;
use kernel::{Refusal, Text};
use serde::Deserialize;
use services::{file, reference};

use super::{Admin, Group, Page, Panel, Section, Spot};
use crate::{
    forms::{Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::{Icon, Notice, NoticeKind},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ask {
    done: String,
}

fn rules(admin: &Admin) -> std::sync::Arc<RetentionRules> {
    let state = &admin.desk.visit.state;
    state.kit.retention_rules(admin.place(), state.ctx().today())
}

fn years(kind: CaseKind) -> String {
    format!("years-{}", kind.name())
}

fn after(kind: CaseKind) -> String {
    format!("after-{}", kind.name())
}

fn filled(admin: &Admin, rules: &RetentionRules) -> Form {
    let today = admin.desk.visit.state.ctx().today();
    let mut form = admin
        .desk
        .visit
        .form()
        .filled("rest_days", rules.rest_days.to_string())
        .filled("people", rules.alarm.people.to_string())
        .filled("hours", rules.alarm.hours.to_string())
        .filled("basis", rules.basis.as_ref().map(ToString::to_string).unwrap_or_default())
        .filled("effective_from", rules.effective_from.max(today).to_string());
    for kind in CaseKind::FILED {
        let period = rules.period(*kind);
        form = form
            .filled(&years(*kind), period.years.map(|years| years.to_string()).unwrap_or_default())
            .filled(&after(*kind), period.after.name());
    }
    form
}

fn page(admin: &Admin, form: &Form) -> Page {
    let (t, rules) = (admin.t(), rules(admin));
    let mut panel = Panel::post(form, "/admin/retention", t, "admin-save");
    for kind in CaseKind::FILED {
        let choose = After::ALL
            .iter()
            .fold(form.select(&after(*kind), "retention-then"), |field, one| field.option(one.name(), &one.key()));
        let fields = vec![
            form.text(&years(*kind), "retention-years-label").hint("retention-years-hint").keyboard("numeric"),
            choose,
        ];
        panel = panel.group(Group::of(fields).legend(t.message(&kind.message()).text()).wide());
    }
    let panel = panel
        .group(Group::of(vec![
            form.text("rest_days", "retention-rest").hint("retention-rest-hint").keyboard("numeric"),
            form.text("basis", "retention-basis").hint("retention-basis-hint").optional("portal-optional"),
        ]))
        .group(
            Group::of(vec![
                form.text("people", "retention-alarm-people").keyboard("numeric"),
                form.text("hours", "retention-alarm-hours").keyboard("numeric"),
            ])
            .legend(t.say("retention-alarm-title").text())
            .wide(),
        )
        .group(Group::of(vec![form.date("effective_from", "notices-day")]));
    let state = if rules.is_confirmed() {
        Notice::new(
            NoticeKind::Info,
            t.say("retention-in-force").with("version", &rules.version).with("day", rules.effective_from),
        )
    } else {
        Notice::new(NoticeKind::Caution, t.say("retention-unconfirmed"))
    };
    Page::new(admin, "retention-admin-title", Spot::Retention)
        .lead(t.say("retention-admin-lead"))
        .notice(state)
        .wrong(form)
        .section(Section::new("").with(&panel))
}

/// `GET /admin/retention`.
pub(super) async fn get(admin: Admin, Query(ask): Query<Ask>) -> Result<Response, Problem> {
    admin.leave.permit::<AdminPractice>()?;
    let form = filled(&admin, &rules(&admin));
    let done = (ask.done == "saved")
        .then(|| Notice::new(NoticeKind::Info, admin.t().say("retention-saved")).icon(Icon::outline("circle-check")));
    page(&admin, &form).notice(done).show(&admin)
}

fn count(reader: &mut Reader<'_>, name: &str) -> Option<u16> {
    reader
        .field(name, |name, text| kernel::halfwidth(text).trim().parse().map_err(|_| Refusal::invalid(name, "number")))
}

fn read(sent: &Submission) -> Result<RetentionRules, FormErrors> {
    let mut reader = sent.reader();
    let mut periods = vec![];
    for kind in CaseKind::FILED {
        let years = reader.field(&years(*kind), |name, text| match kernel::halfwidth(text).trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Refusal::invalid(name, "number")),
        });
        let then = reader
            .field(&after(*kind), |name, text| After::parse(text).ok_or_else(|| Refusal::invalid(name, "choose-one")));
        periods.extend(years.zip(then).map(|(years, after)| Period { kind: *kind, years, after }));
    }
    let (rest_days, people, hours) =
        (count(&mut reader, "rest_days"), count(&mut reader, "people"), count(&mut reader, "hours"));
    let basis = reader.field("basis", Text::<200>::parse_optional);
    let day = reader.field("effective_from", |name, text| {
        text.trim().parse::<Date>().map_err(|_| Refusal::invalid(name, "catalogue-no-day"))
    });
    let all = rest_days.zip(people).zip(hours).zip(basis).zip(day);
    reader.finish(all.map(|((((rest_days, people), hours), basis), effective_from)| RetentionRules {
        effective_from,
        basis,
        periods,
        rest_days,
        alarm: Alarm { people, hours },
        ..RetentionRules::shipped()
    }))
}

/// `POST /admin/retention`: a new version from its day on; what was put away before keeps its period.
pub(super) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let errors = match read(&sent) {
        Ok(rules) => {
            let saved = admin
                .write(move |tx, _, ctx, leave| {
                    file::publish(tx, ctx, &leave.permit::<AdminPractice>()?, rules.clone())?;
                    Ok(reference::load(tx)?)
                })
                .await;
            match saved {
                Ok(reference) => {
                    admin.desk.visit.state.kit.replace_reference(reference);
                    return Ok(Redirect::to("/admin/retention?done=saved").into_response());
                }
                Err(error) => FormErrors::try_from(error)?,
            }
        }
        Err(errors) => errors,
    };
    page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
}
