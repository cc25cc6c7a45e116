//! `/t/{number}/notify`: how she is told, and in which language. Nothing is changed in her matter.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::notice::Channel;
use kernel::{Locale, Refusal};
use services::{
    Error, matter as cases,
    outbox::{self, Choice},
    petition::Access,
};

use super::{Done, matter};
use crate::{
    forms::{Form, FormErrors, Submission},
    portal::{cookies::Ticket, look_up},
    problem::Problem,
    ui::{Button, Icon, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// What the portal offers; WeCom is for members of an office.
const OFFERED: [Channel; 2] = [Channel::Sms, Channel::Email];
/// On her page only.
const PAGE: &str = "PAGE";

#[derive(Template)]
#[template(path = "portal/notify.html")]
struct NotifyPage {
    t: Frame,
    number: String,
    done: Option<Notice>,
    form: Form,
    fields: Vec<crate::ui::Line>,
    button: Button,
}

fn page(visit: &Visit, number: &str, form: &Form, done: bool) -> NotifyPage {
    let t = visit.t;
    let open: Vec<Channel> = visit.state.config.ways.iter().map(|way| way.channel).collect();
    let offered = OFFERED.iter().filter(|channel| open.contains(channel));
    let channel = offered.fold(form.choice("channel", "notices-mine-channel"), |field, channel| {
        field.option(channel.name(), &format!("notices-mine-{}", channel.name().to_lowercase()))
    });
    let language = Locale::CHOICES.iter().fold(form.select("language", "notices-mine-language"), |field, locale| {
        let name = match locale {
            Locale::Zh => "汉文",
            Locale::En => "English",
            Locale::Mn | Locale::MnDraft => "ᠮᠣᠩᠭᠣᠯ",
        };
        field.option_named(locale.tag(), name)
    });
    NotifyPage {
        t: visit.frame("notices-mine-title").failed(form.has_errors()),
        number: number.to_owned(),
        done: done
            .then(|| Notice::new(NoticeKind::Info, t.say("notices-mine-done")).icon(Icon::outline("circle-check"))),
        form: form.clone(),
        fields: vec![
            crate::ui::Line::drawn(&channel.option(PAGE, "notices-mine-page")),
            crate::ui::Line::drawn(
                &form
                    .text("address", "notices-mine-address")
                    .optional("portal-optional")
                    .hint("notices-mine-address-hint"),
            ),
            crate::ui::Line::drawn(&language),
        ],
        button: Button::primary(t.say("notices-mine-save")),
    }
}

async fn known(visit: &Visit, access: &Access) -> Result<Choice, Problem> {
    let case = access.case();
    let choice = visit.state.read(move |tx, kit, _| {
        let row = cases::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
        Ok::<_, Error>(outbox::choice(tx, kit, &row.region, row.petitioner)?)
    });
    Ok(choice.await?)
}

pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let (Some(opened), Some(access)) = (matter::open(&visit, ticket.access.clone(), &number).await?, ticket.access)
    else {
        return look_up::ask(&visit, &number);
    };
    let choice = known(&visit, &access).await?;
    // What she gave is not shown again: somebody else may look at the screen.
    let form = visit
        .form()
        .filled("channel", choice.channel.map_or(PAGE, Channel::name))
        .filled("language", choice.language.tag());
    visit.page(&page(&visit, opened.number.as_str(), &form, done.done == "saved"))
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let (Some(opened), Some(access)) = (matter::open(&visit, ticket.access.clone(), &number).await?, ticket.access)
    else {
        return look_up::ask(&visit, &number);
    };
    let mut reader = sent.reader();
    let channel = reader.field("channel", |name, text| match Channel::parse(text) {
        _ if text == PAGE => Ok(None),
        Some(channel) if OFFERED.contains(&channel) => Ok(Some(channel)),
        _ => Err(Refusal::invalid(name, "notice-no-channel")),
    });
    let language = Locale::of_tag(sent.raw("language")).unwrap_or_default();
    let errors = match reader.finish(channel) {
        Ok(channel) => {
            let address = sent.raw("address").to_owned();
            let chosen = visit
                .state
                .write(move |tx, kit, ctx| outbox::choose(tx, kit, ctx, &access, (channel, &address), language));
            match chosen.await {
                Ok(()) => return Ok(Redirect::to(&format!("/t/{}/notify?done=saved", opened.number)).into_response()),
                Err(error) => FormErrors::try_from(error)?,
            }
        }
        Err(errors) => errors,
    };
    visit.page_failed(&page(&visit, opened.number.as_str(), &visit.form_again(&sent, errors), false))
}
