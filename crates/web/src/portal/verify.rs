//! `/verify`: whoever holds a verification file sees whether the record still says the same. What differs is named, with whom
//! to tell; who changed it is not for a page to say.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use kernel::Refusal;
use services::receipt::{self, Checked, ReceiptFile};

use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Button, Fact, Icon, Line, Notice, NoticeKind},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/verify.html")]
struct VerifyPage {
    t: Frame,
    form: Form,
    send: Button,
    result: Option<Found>,
}

/// What a check found, for a page.
struct Found {
    notice: Notice,
    /// In what file and record differ.
    differ: Vec<Line>,
    facts: Vec<Fact>,
}

/// `GET /verify`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    visit.page(&page(&visit, visit.form(), None))
}

/// `POST /verify`: nothing of the file is kept.
pub(super) async fn post(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    match read(&sent) {
        Ok(file) => {
            let asked = file.clone();
            let checked = visit.state.read(move |tx, _, _| Ok(receipt::check(tx, &asked)?)).await?;
            visit.page(&page(&visit, visit.form(), Some(found(visit.t, &file, &checked))))
        }
        Err(errors) => {
            let form = visit.form_again(&sent, errors);
            visit.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, form, None))
        }
    }
}

fn read(sent: &Submission) -> Result<ReceiptFile, FormErrors> {
    let mut reader = sent.reader();
    let file = match reader.files("receipt").first() {
        Some(file) => receipt::parse(&file.bytes),
        None => Err(Refusal::invalid("receipt", "receipt-empty")),
    };
    let file = match file {
        Ok(file) => Some(file),
        Err(refusal) => {
            reader.refuse(refusal);
            None
        }
    };
    reader.finish(file)
}

fn page(visit: &Visit, form: Form, result: Option<Found>) -> VerifyPage {
    let send = Button::primary(visit.t.say("phone-verify-send")).icon(Icon::outline("shield-check"));
    VerifyPage { t: visit.frame("phone-verify-title").failed(form.has_errors()), form, send, result }
}

fn found(t: Say, file: &ReceiptFile, checked: &Checked) -> Found {
    let mut facts = vec![
        Fact::new(t.say("portal-receipt-number"), file.number.to_string()),
        Fact::new(t.say("phone-verify-registered"), t.moment(file.registered_at)),
        Fact::new(
            t.say("phone-verify-made"),
            t.say("phone-verify-made-text").with("at", t.moment(file.head.at)).with("count", file.head.seq),
        ),
    ];
    let anchor = match &checked.anchor {
        Some(anchor) => Line::from(
            t.say("phone-verify-anchor-text").with("number", anchor.number).with("hash", anchor.hash.to_string()),
        ),
        None if file.proof.is_none() => t.say("phone-verify-anchor-none").into(),
        None => Line::default(),
    };
    if !anchor.is_empty() {
        facts.push(Fact::new(t.say("phone-verify-anchor"), anchor));
    }
    let same = checked.differences.is_empty();
    let notice = if same {
        let text = t.say("phone-verify-same-text").with("count", checked.events);
        Notice::new(NoticeKind::Info, text).titled(t.say("phone-verify-same")).icon(Icon::filled("circle-check"))
    } else {
        Notice::new(NoticeKind::Caution, t.say("phone-verify-differs-text"))
            .titled(t.say("phone-verify-differs"))
            .icon(Icon::filled("alert-triangle"))
    };
    let differ = checked.differences.iter().map(|one| t.say(&format!("receipt-differs-{}", one.code())).into());
    Found { notice, differ: differ.collect(), facts }
}
