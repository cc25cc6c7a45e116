//! `/desk/matters/{id}/contest`: her agent delivers what she signed, or a window takes her letter down (rules.md 3.2, T-04). The same
//! rules as on her own page; the record says how it came.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{petition::Petition, review::Level};
use kernel::{CaseId, OrgId, Refusal, Text};
use services::{
    Error,
    review::{self, NewRequest, Offered},
};

use crate::{
    desk::{Desk, Here},
    forms::{Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::{Button, Line, RefusalBox},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/contest.html")]
struct AskPage {
    t: Frame,
    back: String,
    meta: String,
    lead: Vec<Line>,
    refused: Option<RefusalBox>,
    summary: Line,
    action: String,
    hidden: Line,
    fields: Vec<Line>,
    button: Button,
}

struct Loaded {
    state: Petition,
    offered: Option<Offered>,
    /// Whether she is the agent of the matter, who delivers; else it came on paper.
    agent: bool,
}

async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let me = desk.who.user();
    // Whoever opens the matter is on record.
    let loaded = desk.open(case, move |tx, _, ctx, subject, looked| {
        let (state, offered) = review::offered_to(tx, ctx, subject, looked.row().id())?;
        Ok(Loaded { agent: state.agent == Some(me), state, offered })
    });
    Ok(loaded.await?)
}

/// `GET`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    desk.visit.page(&page(&desk, &loaded, &desk.visit.form()))
}

/// `POST`.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let case = loaded.state.id;
    let mut reader = sent.reader();
    let asked = read(&loaded, &mut reader);
    let done = match reader.finish(asked) {
        Ok(new) => {
            desk.write(move |tx, kit, ctx, subject| Ok(review::ask_for(tx, kit, ctx, subject, case, &new)?.id)).await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/desk/matters/{case}?done=contest#record")).into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            desk.visit.page_failed(&page(&desk, &loaded, &form))
        }
    }
}

fn page(desk: &Desk, loaded: &Loaded, form: &Form) -> AskPage {
    let (t, state) = (desk.t(), &loaded.state);
    let level = loaded.offered.as_ref().map_or(Level::Review, |offered| offered.level);
    let word = t.message(&level.message()).text();
    let none = |offered: &Offered| offered.organs.is_empty();
    let refused = match &loaded.offered {
        None => Some(Refusal::rule("review-nothing", "R-085", "A35")),
        Some(offered) if none(offered) => Some(Refusal::rule("review-organ-none", "R-085", level.article())),
        Some(_) => None,
    };
    let lead = if loaded.agent { "reviews-ask-agent" } else { "reviews-ask-paper" };
    AskPage {
        t: desk.frame_titled(t.say("reviews-ask").with("level", &word).text(), Here::Nowhere).failed(form.has_errors()),
        back: format!("/desk/matters/{}", state.id),
        meta: format!("{} · {}", state.number, state.title),
        lead: vec![t.say(lead).into()],
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        action: format!("/desk/matters/{}/contest", state.id),
        hidden: Line::drawn(&form.hidden()),
        fields: match (&loaded.offered, &refused) {
            (Some(offered), None) => fields(desk, loaded, offered, form),
            _ => vec![],
        },
        button: Button::primary(t.say("reviews-ask-send")),
        refused: refused.map(|refusal| RefusalBox::of(t, &refusal)),
    }
}

fn fields(desk: &Desk, loaded: &Loaded, offered: &Offered, form: &Form) -> Vec<Line> {
    let t = desk.t();
    let organs = offered.organs.iter().fold(form.choice("organ", "reviews-ask-organ"), |field, (id, name)| {
        field.option_named(&id.to_string(), name.clone())
    });
    let mut fields = vec![Line::drawn(&organs.hint("reviews-ask-organ-hint"))];
    for claim in loaded.state.contestable(offered.level) {
        let label = t.say("reviews-claim").with("no", claim.no).with("claim", claim.plainly().as_str()).text();
        let field = form.area(&format!("reason-{}", claim.no), "reviews-why").named(label);
        fields.push(Line::drawn(&field.hint("reviews-ask-why-hint").optional("mandate-form-optional")));
    }
    if !loaded.agent {
        fields.push(Line::drawn(&form.date("posted_on", "reviews-ask-posted").hint("reviews-ask-posted-hint")));
    }
    if offered.late {
        fields.push(Line::drawn(&form.area("late_cause", "reviews-ask-late").hint("reviews-ask-late-hint")));
    }
    fields
}

fn read(loaded: &Loaded, reader: &mut Reader<'_>) -> Option<NewRequest> {
    let Some(offered) = &loaded.offered else {
        reader.refuse(Refusal::rule("review-nothing", "R-085", "A35"));
        return None;
    };
    let organ = reader.required("organ", "choose-one", |field, text| {
        text.parse::<OrgId>().map_err(|_| Refusal::invalid(field, "unknown-choice"))
    });
    let mut claims = vec![];
    for claim in loaded.state.contestable(offered.level) {
        let reason = reader.optional(&format!("reason-{}", claim.no), Text::<2000>::parse);
        claims.extend(reason.map(|reason| (claim.id, reason)));
    }
    if claims.is_empty() {
        reader.refuse(Refusal::rule("review-claims-none", "R-080", offered.level.article()));
    }
    let late_cause = reader.optional("late_cause", Text::<1000>::parse);
    let posted_on =
        reader.optional("posted_on", |field, text| text.trim().parse().map_err(|_| Refusal::invalid(field, "date")));
    let posted_on = posted_on.filter(|_| !loaded.agent);
    Some(NewRequest { level: offered.level, organ: organ?, claims, late_cause, posted_on })
}
