//! The fields of each form, and how they are read.

use domain::suggestion::{Adoption, Command, CommandKind as K, Intended, ItemState, PointAnswer, Suggestion};
use jiff::civil::Date;
use kernel::{OrgId, Refusal, Text};
use services::suggestion::Act;

use super::page::Loaded;
use crate::{
    forms::{Field, Form, Reader},
    i18n::Say,
};

/// Things to be done that a point has room for on the form.
const ROWS: usize = 2;

/// A blank form with what is known.
pub(super) fn blank(form: Form, state: &Suggestion, today: Date, item: &str) -> Form {
    let form = form.filled("on", today.to_string()).filled("item", item);
    let form = match &state.category {
        Some(category) => form.filled("category", category.as_str()),
        None => form,
    };
    let Some(draft) = state.draft() else { return form };
    let form = form.filled("findings", draft.findings.as_str());
    draft.answers.iter().fold(form, |form, answer| {
        let no = answer.point;
        let form = form
            .filled(&format!("result-{no}"), answer.result.name())
            .filled(&format!("reason-{no}"), answer.reason.as_str());
        answer.items.iter().take(ROWS).enumerate().fold(form, |form, (row, item)| {
            form.filled(&format!("what-{no}-{row}"), item.what.as_str())
                .filled(&format!("unit-{no}-{row}"), item.unit.to_string())
                .filled(&format!("due-{no}-{row}"), item.due.to_string())
        })
    })
}

/// The fields of a form.
pub(super) fn fields(t: Say, kind: K, loaded: &Loaded, form: &Form) -> Vec<Field> {
    let state = &loaded.view.state;
    match kind {
        K::Forward => vec![
            unit(form, "to", "desk-forward-to", &loaded.units),
            form.text("category", "suggestions-category").hint("suggestions-category-hint"),
        ],
        K::ApproveObjection => {
            vec![unit(form, "to", "desk-approve-to", &loaded.units), form.area("reason", "desk-reason")]
        }
        K::Object => vec![form.area("reason", "desk-reason").hint("suggestions-object-hint")],
        K::RejectObjection | K::ReturnDraft => vec![form.area("reason", "desk-reason")],
        K::TakeUp => vec![
            form.select("handler", "suggestions-handler").option("", "desk-choose").options(&loaded.colleagues),
            form.area("simple", "suggestions-simple").hint("suggestions-simple-hint"),
        ],
        K::Reassign => vec![
            form.select("handler", "suggestions-handler").option("", "desk-choose").options(&loaded.colleagues),
            form.area("reason", "desk-reason"),
        ],
        K::SaveDraft => draft(t, state, form, &loaded.units),
        K::FinishItem => vec![
            item(t, state, form),
            form.date("on", "suggestions-on"),
            form.area("evidence", "suggestions-evidence").hint("suggestions-evidence-hint"),
        ],
        K::GiveUpItem => {
            vec![item(t, state, form), form.area("reason", "desk-reason").hint("suggestions-give-up-hint")]
        }
        K::ConsiderReward => vec![
            form.choice("granted", "suggestions-granted")
                .option("yes", "suggestions-granted-yes")
                .option("no", "suggestions-granted-no"),
            form.area("text", "suggestions-reward").hint("suggestions-reward-hint"),
        ],
        K::AddMaterial => vec![form.area("note", "suggestions-material")],
        _ => vec![],
    }
}

fn unit(form: &Form, name: &str, label: &str, units: &[(String, String)]) -> Field {
    form.select(name, label).option("", "desk-choose").options(units)
}

fn item(t: Say, state: &Suggestion, form: &Form) -> Field {
    let pending = state.items().iter().filter(|item| item.state() == ItemState::Pending);
    pending.fold(form.select("item", "suggestions-item").option("", "desk-choose"), |field, item| {
        let text = t.say("suggestions-item-line").with("no", item.no).with("what", item.intended.what.as_str());
        field.option_named(&item.no.to_string(), text.text())
    })
}

fn draft(t: Say, state: &Suggestion, form: &Form, units: &[(String, String)]) -> Vec<Field> {
    let mut fields = vec![form.area("findings", "suggestions-findings").hint("suggestions-findings-hint")];
    for point in &state.points {
        let no = point.no;
        let head = t.say("suggestions-point").with("no", no).with("text", point.text.as_str()).text();
        let results = form
            .select(&format!("result-{no}"), "suggestions-result")
            .named(head)
            .option("", "suggestions-result-none");
        fields.push(
            Adoption::ALL
                .iter()
                .fold(results, |field, one| field.option_named(one.name(), t.message(&one.message()).text())),
        );
        fields.push(form.area(&format!("reason-{no}"), "suggestions-reason").hint("suggestions-reason-hint"));
        for row in 0..ROWS {
            let what = form.text(&format!("what-{no}-{row}"), "suggestions-what");
            fields.push(if row == 0 { what.hint("suggestions-what-hint") } else { what.optional("suggestions-more") });
            fields.push(unit(form, &format!("unit-{no}-{row}"), "suggestions-unit", units));
            fields.push(form.date(&format!("due-{no}-{row}"), "suggestions-due"));
        }
    }
    fields.push(form.check("submit", "suggestions-submit"));
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

/// What a form asks.
pub(super) fn read(kind: K, state: &Suggestion, reader: &mut Reader<'_>) -> Option<Act> {
    let command = match kind {
        K::Sign => return Some(Act::Sign),
        K::Close => Command::Close,
        K::Archive => Command::Archive,
        K::Forward => {
            let (to, category) =
                (one_of(reader, "to", |text| text.parse().ok()), reader.optional("category", Text::parse));
            Command::Forward { to: to?, category }
        }
        K::Object => Command::Object { reason: reader.field("reason", Text::parse)? },
        K::RejectObjection => Command::RejectObjection { reason: reader.field("reason", Text::parse)? },
        K::ApproveObjection => {
            let (to, reason) = (one_of(reader, "to", |text| text.parse().ok()), reader.field("reason", Text::parse));
            Command::ApproveObjection { to: to?, reason: reason? }
        }
        K::TakeUp => {
            let handler = one_of(reader, "handler", |text| text.parse().ok());
            Command::TakeUp { simple: reader.optional("simple", Text::parse), handler: handler? }
        }
        K::Reassign => {
            let (handler, reason) =
                (one_of(reader, "handler", |text| text.parse().ok()), reader.field("reason", Text::parse));
            Command::Reassign { handler: handler?, reason: reason? }
        }
        K::SaveDraft => read_draft(state, reader)?,
        K::ReturnDraft => Command::ReturnDraft { reason: reader.field("reason", Text::parse)? },
        K::FinishItem => {
            let (item, on) = (one_of(reader, "item", |text| text.parse().ok()), day(reader, "on"));
            let evidence = reader.field("evidence", Text::parse);
            Command::FinishItem { item: item?, on: on?, evidence: evidence? }
        }
        K::GiveUpItem => {
            let (item, reason) =
                (one_of(reader, "item", |text| text.parse().ok()), reader.field("reason", Text::parse));
            Command::GiveUpItem { item: item?, reason: reason? }
        }
        K::ConsiderReward => {
            let granted = one_of(reader, "granted", |text| match text {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            });
            let text = reader.field("text", Text::parse);
            Command::ConsiderReward { granted: granted?, text: text? }
        }
        K::AddMaterial => Command::AddMaterial { note: reader.field("note", Text::parse)?, files: 0 },
        _ => {
            reader.refuse(Refusal::not_permitted());
            return None;
        }
    };
    Some(Act::from(command))
}

fn read_draft(state: &Suggestion, reader: &mut Reader<'_>) -> Option<Command> {
    let findings = reader.field("findings", Text::parse);
    let mut answers = vec![];
    for point in &state.points {
        let no = point.no;
        // A point that is not answered yet is left out: it blocks handing in, not saving.
        let Some(result) = reader.optional(&format!("result-{no}"), |field, text| {
            Adoption::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
        }) else {
            continue;
        };
        let reason = reader.field(&format!("reason-{no}"), Text::parse);
        let items: Vec<Intended> = (0..ROWS).filter_map(|row| read_item(reader, no, row)).collect();
        answers.extend(reason.map(|reason| PointAnswer { point: no, result, reason, items }));
    }
    let submit = reader.ticked("submit");
    Some(Command::SaveDraft { findings: findings?, answers, submit })
}

/// One thing to be done; a row in which nothing is written is none.
fn read_item(reader: &mut Reader<'_>, no: u16, row: usize) -> Option<Intended> {
    let name = |field: &str| format!("{field}-{no}-{row}");
    let what: Option<Text<500>> = reader.optional(&name("what"), Text::parse);
    let what = what?;
    let unit: Option<OrgId> = one_of(reader, &name("unit"), |text| text.parse().ok());
    let due = day(reader, &name("due"));
    Some(Intended { what, unit: unit?, due: due? })
}
