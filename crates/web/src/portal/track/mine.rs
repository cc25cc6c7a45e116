//! `/t/{number}/mine` 我的信息: what is stored about her, for what, on which ground and how long; putting it right; asking for what
//! she cannot do herself; and the way to take everything home.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    case::CaseKind,
    notice::Channel,
    retention::{Datum, Wish},
};
use kernel::{Locale, Text};
use services::{
    Error,
    file::{self, Mine, NewData},
};

use super::{Done, matter};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    portal::{cookies::Ticket, look_up},
    problem::Problem,
    ui::{Fact, Icon, Line, Notice, NoticeKind},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/mine.html")]
struct MinePage {
    t: Frame,
    number: String,
    done: Option<Notice>,
    /// One card a piece of data: what, the value, and under it for what and on which ground.
    facts: Vec<Fact>,
    /// How long it is kept, and what stands behind that.
    kept: Vec<Line>,
    /// What was put right before.
    changes: Vec<Line>,
    /// What she asked and what was answered.
    asked: Vec<Asked>,
    correct: Vec<Line>,
    ask: Vec<Line>,
    form: Form,
}

/// Something she asked.
struct Asked {
    title: Line,
    words: String,
    answer: Option<(Line, String)>,
    /// Not done: where she can complain of it.
    refused: bool,
}

/// Which of the two forms came back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Correct,
    Ask,
}

fn page(visit: &Visit, number: &str, mine: &Mine, (of, form): (Of, &Form), done: &str) -> MinePage {
    let t = visit.t;
    let done = matches!(done, "corrected" | "asked").then(|| t.say(&format!("mine-done-{done}")));
    let blank = visit.form();
    let (correct, ask) = if of == Of::Correct { (form, &blank) } else { (&blank, form) };
    MinePage {
        t: visit.frame("mine-title").failed(form.has_errors()),
        number: number.to_owned(),
        done: done.map(|text| Notice::new(NoticeKind::Info, text).icon(Icon::filled("circle-check"))),
        facts: facts(t, mine),
        kept: kept(t, mine),
        changes: changes(t, mine),
        asked: mine.asked.iter().map(|one| asked(t, one)).collect(),
        correct: correct_fields(correct),
        ask: ask_fields(ask),
        form: form.clone(),
    }
}

fn facts(t: Say, mine: &Mine) -> Vec<Fact> {
    let none = || t.say("mine-none").text();
    let said = |text: &str| if text.is_empty() { none() } else { text.to_owned() };
    let channel = match mine.channel {
        Some(channel) => t.message(&channel.message()).text(),
        None => t.say("notices-mine-page").text(),
    };
    let rows = [
        (Datum::Name, said(&mine.masked.name)),
        (Datum::Phone, said(mine.masked.phone.as_deref().unwrap_or_default())),
        (Datum::Address, if mine.address { t.say("mine-address-there").text() } else { none() }),
        (Datum::Language, language(mine.language).to_owned()),
        (Datum::Notice, channel),
    ];
    let fact = |(datum, value): (Datum, String)| {
        let ground = if datum == Datum::Notice && mine.channel == Some(Channel::Email) {
            "mine-ground-consent"
        } else {
            "mine-ground-duty"
        };
        let why = t.say(&format!("mine-for-{}", datum.name().to_lowercase())).text();
        let mut fact = Fact::new(t.message(&datum.message()), value);
        fact.small = format!("{why} {}", t.say(ground).text()).into();
        fact
    };
    rows.into_iter().map(fact).collect()
}

fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "汉文",
        Locale::En => "English",
        Locale::Mn | Locale::MnDraft => "ᠮᠣᠩᠭᠣᠯ",
    }
}

fn kept(t: Say, mine: &Mine) -> Vec<Line> {
    let period = mine.rules.period(mine.kind);
    let length = match period.years {
        Some(years) => t.say("mine-kept-years").with("years", years),
        None => t.say("mine-kept-ever"),
    };
    let until = mine.file.as_ref().and_then(domain::retention::MatterFile::until);
    let day = until.map(|day| t.say("mine-kept-until").with("day", t.full_date(day)));
    let ground = match &mine.rules.basis {
        Some(basis) => t.say("mine-kept-basis").with("basis", basis.as_str()),
        None => t.say("mine-kept-unconfirmed"),
    };
    let limited = mine.file.as_ref().is_some_and(|file| file.limited.is_some()).then(|| t.say("mine-limited"));
    [Some(length), day, Some(ground), limited].into_iter().flatten().map(Line::from).collect()
}

fn changes(t: Say, mine: &Mine) -> Vec<Line> {
    let corrections = mine.file.iter().flat_map(|file| &file.corrections).rev();
    let line = |one: &domain::retention::Correction| {
        let data: Vec<String> = one.data.iter().map(|datum| t.message(&datum.message()).text()).collect();
        let key = if one.by == domain::actor::Actor::Petitioner { "mine-change-hers" } else { "mine-change-office" };
        t.say(key).with("at", t.moment(one.at)).with("data", data.join("、")).into()
    };
    corrections.map(line).collect()
}

fn asked(t: Say, one: &file::AskedWords) -> Asked {
    let wish = t.message(&one.wish.message()).text();
    let answer = one.answer.as_ref().map(|(at, granted, words)| {
        let key = if *granted { "mine-answer-done" } else { "mine-answer-not" };
        (t.say(key).with("at", t.moment(*at)).into(), words.reveal().clone())
    });
    Asked {
        title: t.say("mine-asked-on").with("at", t.moment(one.at)).with("wish", wish).into(),
        words: one.words.reveal().clone(),
        refused: one.answer.as_ref().is_some_and(|(_, granted, _)| !granted),
        answer,
    }
}

fn correct_fields(form: &Form) -> Vec<Line> {
    let language = Locale::CHOICES.iter().fold(form.select("language", "mine-language"), |field, locale| {
        field.option_named(locale.tag(), language(*locale))
    });
    let fields = [
        form.text("name", "mine-name").optional("mine-stays"),
        form.tel("phone", "mine-phone").optional("mine-stays"),
        form.text("address", "mine-address").optional("mine-stays"),
        language.option_named("", "—"),
    ];
    fields.iter().map(Line::drawn).collect()
}

fn ask_fields(form: &Form) -> Vec<Line> {
    let wish = Wish::ALL.iter().fold(form.choice("wish", "mine-wish"), |field, wish| {
        let name = wish.name().to_lowercase();
        field.option_with(wish.name(), &wish.key(), &format!("mine-wish-{name}-small"))
    });
    vec![Line::drawn(&wish), Line::drawn(&form.area("words", "mine-words").hint("mine-words-hint"))]
}

async fn load(visit: &Visit, access: services::petition::Access) -> Result<Mine, Problem> {
    let mine = visit.state.read(move |tx, kit, ctx| file::mine(tx, kit, ctx, &access)).await?;
    debug_assert!(CaseKind::FILED.contains(&mine.kind));
    Ok(mine)
}

/// `GET`.
pub(super) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let mine = load(&visit, opened.access.clone()).await?;
    let form = visit.form().filled("language", "");
    visit.page(&page(&visit, opened.number.as_str(), &mine, (Of::Correct, &form), &done.done))
}

/// `POST`: what she put right. An empty field changes nothing.
pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let raw = |name: &str| sent.raw(name).to_owned();
    let (access, texts) = (opened.access.clone(), [raw("name"), raw("phone"), raw("address"), raw("language")]);
    let done = visit.state.write(move |tx, kit, ctx| {
        let [name, phone, address, language] = &texts;
        file::correct(tx, kit, ctx, &access, &NewData::parse(name, phone, address, language)?)
    });
    finish(&visit, &opened, &sent, Of::Correct, done.await.map(drop)).await
}

/// `POST` of what she asks.
pub(super) async fn ask(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let mut reader = sent.reader();
    let wish = reader.required("wish", "choose-one", |name, text| {
        Wish::parse(text).ok_or_else(|| kernel::Refusal::invalid(name, "choose-one"))
    });
    let words = reader.required("words", "data-words-missing", Text::<1000>::parse);
    let asked = match reader.finish(wish.zip(words)) {
        Ok((wish, words)) => {
            let access = opened.access.clone();
            let done = visit.state.write(move |tx, kit, ctx| file::ask(tx, kit, ctx, &access, wish, &words));
            done.await.map(drop)
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    finish(&visit, &opened, &sent, Of::Ask, asked).await
}

async fn finish(
    visit: &Visit,
    opened: &matter::Opened,
    sent: &Submission,
    of: Of,
    done: Result<(), Error>,
) -> Result<Response, Problem> {
    let word = if of == Of::Correct { "corrected" } else { "asked" };
    let errors = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/t/{}/mine?done={word}", opened.number)).into_response()),
        Err(error) => FormErrors::try_from(error)?,
    };
    let mine = load(visit, opened.access.clone()).await?;
    let form = visit.form_again(sent, errors);
    visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(visit, opened.number.as_str(), &mine, (of, &form), ""))
}
