//! The fields of each form, and how they are read.

use domain::{
    case::{Answer, OpinionResult, Promise, ServiceMethod},
    petition::Serve,
    review::{Command, CommandKind as K, DraftRuling, RejectGround, Review, ReviewResult, Ruling},
};
use jiff::civil::Date;
use kernel::{Refusal, Text, UserId};
use services::review::{Act, ReviewView};

use crate::{
    forms::{Field, Form, Reader},
    i18n::Say,
};

/// A blank form with what is known.
pub(super) fn blank(form: Form, state: &Review, today: Date) -> Form {
    let form = form.filled("on", today.to_string()).filled("day", today.to_string());
    let form = match &state.called {
        // What was announced is what is held, or moved.
        Some(call) => {
            let (from, until) = call.hours.as_str().split_once('–').unwrap_or_default();
            let form = form.filled("from", from).filled("until", until).filled("place", call.place.as_str());
            form.filled("persons", call.persons.as_str())
        }
        None => form,
    };
    let Some(draft) = state.draft() else { return form };
    let form = form.filled("findings", draft.findings.as_str());
    draft.rulings.iter().fold(form, |form, (claim, ruling)| {
        let Some(contested) = state.contest(*claim) else { return form };
        let name = |field: &str| format!("{field}-{}", contested.no);
        let form = form
            .filled(&name("result"), ruling.result.name())
            .filled(&name("text"), ruling.text.as_str())
            .filled(&name("basis"), ruling.basis.as_str());
        let Some(answer) = &ruling.instead else { return form };
        let form = form.filled(&name("instead"), answer.text.as_str()).filled(&name("how"), answer.result.name());
        let Some(promise) = &answer.promise else { return form };
        form.filled(&name("obligor"), promise.obligor.as_str())
            .filled(&name("what"), promise.what.as_str())
            .filled(&name("due"), promise.due.to_string())
    })
}

/// The fields of a form.
pub(super) fn fields(t: Say, kind: K, view: &ReviewView, form: &Form) -> Vec<Field> {
    let state = &view.state;
    match kind {
        K::Accept | K::Reassign => {
            let mut fields = vec![examiner(view, form)];
            if kind == K::Reassign {
                fields.push(form.area("reason", "desk-reason"));
            } else if state.late.is_some() {
                fields.push(form.area("late", "reviews-late").hint("reviews-late-hint"));
            }
            fields
        }
        K::Reject => {
            let grounds = RejectGround::ALL.iter().filter(|one| **one != RejectGround::Late || state.late.is_some());
            let choice = grounds.fold(form.choice("ground", "reviews-ground"), |field, one| {
                field.option_named(one.name(), t.message(&one.message()).text())
            });
            vec![choice, form.area("reason", "reviews-reject-reason").hint("reviews-reject-hint")]
        }
        K::CallHearing => vec![
            form.date("on", "reviews-hearing-on").hint("reviews-hearing-on-hint"),
            form.text("from", "reception-from").hint("reception-from-hint"),
            form.text("until", "reception-until"),
            form.text("place", "reviews-hearing-place"),
            form.area("persons", "reviews-hearing-persons").hint("reviews-hearing-hint"),
        ],
        K::CancelHearing => vec![form.text("reason", "reviews-hearing-cancel-why").hint("reviews-hearing-cancel-hint")],
        K::OpenHearing => vec![
            form.date("day", "reviews-hearing-from"),
            form.text("place", "reviews-hearing-place"),
            form.area("persons", "reviews-hearing-persons").hint("reviews-hearing-hint"),
        ],
        K::EndHearing => vec![form.date("day", "reviews-hearing-to"), form.area("minutes", "reviews-hearing-minutes")],
        K::SaveDraft => draft(t, state, form),
        K::ReturnDraft => vec![form.area("reason", "desk-reason")],
        K::Serve => {
            let on_paper = ServiceMethod::ALL.iter().filter(|one| !one.is_without_paper());
            let methods = on_paper.fold(form.choice("method", "desk-serve-method"), |field, one| {
                field.option_named(one.name(), t.message(&one.message()).text())
            });
            vec![
                methods,
                form.date("on", "desk-serve-on").hint("desk-serve-on-hint"),
                form.text("evidence", "desk-serve-evidence").hint("desk-serve-evidence-hint"),
                form.text("late", "desk-serve-late").hint("desk-serve-late-hint"),
            ]
        }
        K::AddMaterial => vec![form.area("note", "reviews-material")],
        _ => vec![],
    }
}

fn examiner(view: &ReviewView, form: &Form) -> Field {
    let all: Vec<(String, String)> =
        view.examiners.iter().map(|one| (one.id.to_string(), one.name.reveal().to_owned())).collect();
    form.select("examiner", "reviews-examiner").option("", "desk-choose").options(&all).hint("reviews-examiner-hint")
}

fn draft(t: Say, state: &Review, form: &Form) -> Vec<Field> {
    let mut fields = vec![form.area("findings", "reviews-findings")];
    for contested in &state.contested {
        let name = |field: &str| format!("{field}-{}", contested.no);
        let head = t.say("reviews-claim").with("no", contested.no).with("claim", contested.text.as_str()).text();
        let results = form.select(&name("result"), "reviews-result").named(head).option("", "desk-draft-result-none");
        fields.push(
            ReviewResult::ALL
                .iter()
                .fold(results, |field, one| field.option_named(one.name(), t.message(&one.message()).text())),
        );
        let how = form.select(&name("how"), "reviews-instead-result").option("", "desk-draft-result-none");
        fields.extend([
            form.area(&name("text"), "reviews-text"),
            form.text(&name("basis"), "desk-draft-basis").hint("desk-draft-basis-hint"),
            form.area(&name("instead"), "reviews-instead").hint("reviews-instead-hint"),
            OpinionResult::ALL
                .iter()
                .fold(how, |field, one| field.option_named(one.name(), t.message(&one.message()).text())),
            form.text(&name("obligor"), "desk-draft-obligor").hint("desk-draft-promise-hint"),
            form.text(&name("what"), "desk-draft-what"),
            form.date(&name("due"), "desk-draft-due"),
        ]);
    }
    fields.push(form.check("submit", "reviews-submit"));
    fields
}

fn day(reader: &mut Reader<'_>, name: &str) -> Option<Date> {
    reader.field(name, |name, text| text.trim().parse().map_err(|_| Refusal::invalid(name, "date")))
}

fn one_of<T>(reader: &mut Reader<'_>, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    reader.required(name, "choose-one", |field, text| {
        parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    })
}

fn person(reader: &mut Reader<'_>) -> Option<UserId> {
    one_of(reader, "examiner", |text| text.parse().ok())
}

/// What a form asks.
pub(super) fn read(kind: K, state: &Review, reader: &mut Reader<'_>) -> Option<Act> {
    let command = match kind {
        K::Accept => {
            let (examiner, late) = (person(reader), reader.optional("late", Text::parse));
            Command::Accept { examiner: examiner?, late }
        }
        K::Reassign => {
            let (examiner, reason) = (person(reader), reader.field("reason", Text::parse));
            Command::Reassign { examiner: examiner?, reason: reason? }
        }
        K::Reject => {
            let (ground, reason) = (one_of(reader, "ground", RejectGround::parse), reader.field("reason", Text::parse));
            Command::Reject { ground: ground?, reason: reason? }
        }
        K::CallHearing => {
            let on = day(reader, "on");
            let hours = reader
                .field("from", |_, from| Ok(from.to_owned()))
                .zip(reader.field("until", |_, until| Ok(until.to_owned())));
            let hours = hours.map(|(from, until)| services::reception::hours(&from, &until));
            let hours = match hours {
                Some(Ok(hours)) => Some(hours),
                Some(Err(refusal)) => {
                    reader.refuse(refusal);
                    None
                }
                None => None,
            };
            let (place, persons) = (reader.field("place", Text::parse), reader.field("persons", Text::parse));
            Command::CallHearing { on: on?, hours: hours?, place: place?, persons: persons? }
        }
        K::CancelHearing => Command::CancelHearing { reason: reader.field("reason", Text::parse)? },
        K::OpenHearing => {
            let (from, place) = (day(reader, "day"), reader.field("place", Text::parse));
            let persons = reader.field("persons", Text::parse);
            Command::OpenHearing { from: from?, place: place?, persons: persons? }
        }
        K::EndHearing => {
            let (to, minutes) = (day(reader, "day"), reader.field("minutes", Text::parse));
            Command::EndHearing { to: to?, minutes: minutes? }
        }
        K::SaveDraft => read_draft(state, reader)?,
        K::Check => Command::Check,
        K::ReturnDraft => Command::ReturnDraft { reason: reader.field("reason", Text::parse)? },
        K::Sign => return Some(Act::Sign),
        K::Serve => {
            let (method, on) = (one_of(reader, "method", ServiceMethod::parse), day(reader, "on"));
            let evidence = reader.field("evidence", Text::parse);
            let late_entry_reason = reader.optional("late", Text::parse);
            Command::Serve(Serve { method: method?, on: on?, evidence: evidence?, late_entry_reason })
        }
        K::AddMaterial => Command::AddMaterial { note: reader.field("note", Text::parse)?, files: 0 },
        K::SendFile | K::Withdraw | K::Rate | K::NoteSupervision | K::MarkOverdue | K::RecomputeClocks => {
            reader.refuse(Refusal::not_permitted());
            return None;
        }
    };
    Some(Act::from(command))
}

fn read_draft(state: &Review, reader: &mut Reader<'_>) -> Option<Command> {
    let findings = reader.field("findings", Text::parse);
    let mut rulings = vec![];
    for contested in &state.contested {
        let name = |field: &str| format!("{field}-{}", contested.no);
        // A claim that is not decided yet is left out: it blocks the submission, not the saving.
        let Some(result) = reader.optional(&name("result"), |field, text| {
            ReviewResult::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
        }) else {
            continue;
        };
        let (text, basis) = (reader.field(&name("text"), Text::parse), reader.field(&name("basis"), Text::parse));
        let instead = read_instead(contested.no, basis.clone(), reader);
        let ruling = text.zip(basis).map(|(text, basis)| Ruling { result, text, basis, instead });
        rulings.extend(ruling.map(|ruling| DraftRuling { claim: contested.claim, ruling }));
    }
    let submit = reader.ticked("submit");
    Some(Command::SaveDraft { findings: findings?, rulings, submit })
}

fn read_instead(no: u16, basis: Option<Text<1000>>, reader: &mut Reader<'_>) -> Option<Answer> {
    let name = |field: &str| format!("{field}-{no}");
    let text: Option<Text<5000>> = reader.optional(&name("instead"), Text::parse);
    let result = reader.optional(&name("how"), |field, text| {
        OpinionResult::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let obligor: Option<Text<100>> = reader.optional(&name("obligor"), Text::parse);
    let what: Option<Text<1000>> = reader.optional(&name("what"), Text::parse);
    let due: Option<Date> =
        reader.optional(&name("due"), |field, text| text.trim().parse().map_err(|_| Refusal::invalid(field, "date")));
    let promise = obligor.zip(what).zip(due).map(|((obligor, what), due)| Promise { obligor, what, due });
    let ((text, basis), result) = text.zip(basis).zip(result)?;
    Some(Answer { result, text, basis, promise, more: vec![] })
}
