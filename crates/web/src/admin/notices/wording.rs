//! `/admin/notices/wording`: the sentences and the quiet hours of the jurisdiction; what is saved is a new version with its day.

use std::collections::BTreeMap;

use axum::response::{IntoResponse, Redirect, Response};
use domain::{
    access::actions::AdminNotices,
    notice::{NoticeRules, Purpose, Quiet, Wording},
};
use jiff::civil::Time;
use kernel::{Locale, Refusal};
use services::outbox;

use super::list::version;
use crate::{
    admin::{Admin, Group, Page, Panel, Section, Spot, back, clocks::put_in_force},
    forms::{Form, FormErrors, Reader, Submission},
    problem::Problem,
};

const HOURS: [(&str, &str); 3] = [
    ("quiet_from", "notices-quiet-from"),
    ("quiet_until", "notices-quiet-until"),
    ("quiet_rest", "notices-quiet-rest"),
];

/// `zh-CN-MOVED`: the field of a sentence, as its refusal names it.
fn field(locale: Locale, purpose: Purpose) -> String {
    format!("{}-{purpose}", locale.tag())
}

fn rules(admin: &Admin) -> NoticeRules {
    let state = &admin.desk.visit.state;
    outbox::newest(&state.kit.reference(), admin.place(), state.ctx().today())
}

fn filled(admin: &Admin, rules: &NoticeRules) -> Form {
    let quiet = &rules.quiet;
    let hour = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    let day = rules.effective_from.max(admin.desk.visit.state.ctx().today());
    let mut form = admin
        .desk
        .visit
        .form()
        .filled("quiet_from", hour(quiet.from))
        .filled("quiet_until", hour(quiet.until))
        .filled("quiet_rest", hour(quiet.until_on_rest_days))
        .filled("give_up_hours", rules.give_up_hours.to_string())
        .filled("stuck_minutes", rules.stuck_minutes.to_string())
        .filled("effective_from", day.to_string());
    if quiet.rest_days_whole {
        form = form.filled("quiet_whole", "yes");
    }
    for purpose in &quiet.urgent {
        form = form.filled(&format!("urgent-{purpose}"), "yes");
    }
    for locale in Locale::ALL {
        for purpose in Purpose::ALL {
            let own = rules.wording.0.get(locale.tag()).and_then(|all| all.get(purpose));
            form = form.filled(&field(locale, *purpose), own.cloned().unwrap_or_default());
        }
    }
    form
}

fn page(admin: &Admin, form: &Form) -> Page {
    let t = admin.t();
    let mut panel = Panel::post(form, "/admin/notices/wording", t, "admin-save");
    for locale in Locale::ALL {
        let fields = Purpose::ALL.iter().map(|purpose| form.area(&field(locale, *purpose), &purpose.key()));
        let legend = if locale == Locale::Zh { "notices-language-zh" } else { "notices-language-en" };
        panel = panel.group(Group::of(fields.collect()).legend(t.say(legend).text()));
    }
    let hours = HOURS.map(|(name, label)| form.text(name, label));
    let urgent = Purpose::ALL.iter().map(|purpose| form.check(&format!("urgent-{purpose}"), &purpose.key()));
    let panel = panel
        .group(Group::of(hours.into()).legend(t.say("notices-quiet-title").text()).wide())
        .group(Group::of(vec![form.check("quiet_whole", "notices-quiet-whole")]))
        .group(Group::of(urgent.collect()).legend(t.say("notices-quiet-urgent").text()))
        .group(Group::of(vec![
            form.text("give_up_hours", "notices-give-up").keyboard("numeric"),
            form.text("stuck_minutes", "notices-stuck").keyboard("numeric"),
            form.date("effective_from", "notices-day"),
        ]));
    let now = version(t, &rules(admin).version);
    Page::new(admin, "notices-wording-title", Spot::Notices)
        .back(back("/admin/notices"))
        .lead(t.say("notices-wording-lead").with("version", now))
        .wrong(form)
        .section(Section::new("").text(t.say("notices-wording-facts")).with(&panel))
}

/// `GET /admin/notices/wording`.
pub(in crate::admin) async fn get(admin: Admin) -> Result<Response, Problem> {
    admin.leave.permit::<AdminNotices>()?;
    page(&admin, &filled(&admin, &rules(&admin))).show(&admin)
}

fn hour(name: &str, text: &str) -> Result<Time, Refusal> {
    let wrong = || Refusal::invalid(name, "notice-hour");
    let text = text.trim().replace('：', ":");
    let (hour, minute) = text.split_once(':').ok_or_else(wrong)?;
    let part = |text: &str| text.parse::<i8>().map_err(|_| wrong());
    Time::new(part(hour)?, part(minute)?, 0, 0).map_err(|_| wrong())
}

/// A whole number between the bounds that [`NoticeRules::check`] holds it to.
fn count(name: &str, text: &str, (min, max): (u16, u16)) -> Result<u16, Refusal> {
    let range = || Refusal::invalid(name, "setting-range").with("min", min).with("max", max);
    kernel::halfwidth(text).trim().parse().map_err(|_| range())
}

fn read(sent: &Submission) -> Result<NoticeRules, FormErrors> {
    let mut reader = sent.reader();
    let quiet = quiet(&mut reader);
    let give_up_hours = reader.field("give_up_hours", |name, text| count(name, text, (1, 168)));
    let stuck_minutes = reader.field("stuck_minutes", |name, text| count(name, text, (5, 1_440)));
    let day = reader.day("effective_from");
    let wording = wording(sent);
    let rules = quiet.zip(give_up_hours).zip(stuck_minutes).zip(day);
    reader.finish(rules.map(|(((quiet, give_up_hours), stuck_minutes), effective_from)| NoticeRules {
        quiet,
        give_up_hours,
        stuck_minutes,
        effective_from,
        wording,
        ..NoticeRules::shipped()
    }))
}

fn quiet(reader: &mut Reader<'_>) -> Option<Quiet> {
    let [from, until, rest] = HOURS.map(|(name, _)| reader.field(name, hour));
    let urgent = Purpose::ALL.iter().copied().filter(|purpose| reader.ticked(&format!("urgent-{purpose}"))).collect();
    Some(Quiet {
        from: from?,
        until: until?,
        until_on_rest_days: rest?,
        rest_days_whole: reader.ticked("quiet_whole"),
        urgent,
    })
}

/// The sentences; an empty field falls back to what comes with the program.
fn wording(sent: &Submission) -> Wording {
    let shipped = Wording::shipped();
    let mut all = BTreeMap::new();
    for locale in Locale::ALL {
        let sentence = |purpose: &Purpose| {
            let text = sent.raw(&field(locale, *purpose)).split_whitespace().collect::<Vec<_>>().join(" ");
            let usual = || shipped.0.get(locale.tag()).and_then(|all| all.get(purpose)).cloned();
            Some((*purpose, if text.is_empty() { usual()? } else { text }))
        };
        all.insert(locale.tag().to_owned(), Purpose::ALL.iter().filter_map(sentence).collect());
    }
    Wording(all)
}

/// `POST /admin/notices/wording`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let errors = match read(&sent) {
        Ok(rules) => {
            let saved = admin.write(move |tx, _, ctx, leave| {
                outbox::publish(tx, ctx, &leave.permit::<AdminNotices>()?, rules.clone())
            });
            match saved.await {
                Ok(_) => {
                    put_in_force(&admin).await?;
                    return Ok(Redirect::to("/admin/notices?done=saved").into_response());
                }
                Err(error) => error.try_into()?,
            }
        }
        Err(errors) => errors,
    };
    page(&admin, &admin.desk.visit.form_again(&sent, errors)).show(&admin)
}
