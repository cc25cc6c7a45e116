//! The fields of each form.

use askama::Template;
use domain::meeting::{CommandKind, ItemKind, Meeting};
use jiff::civil::Date;

use super::page::Doing;
use crate::{
    forms::{Field, Form},
    i18n::Say,
    ui::{Button, Line},
};

#[derive(Template)]
#[template(path = "desk/_meeting.html")]
struct Drawn {
    action: String,
    hidden: Line,
    which: u16,
    version: i64,
    fields: Vec<Line>,
    button: Button,
}

/// A blank form with what is known: where it takes place now, and today.
pub(super) fn blank(form: Form, doing: Option<Doing>, state: &Meeting, today: Date) -> Form {
    match doing.map(|doing| doing.kind) {
        Some(CommandKind::Move) => form
            .filled("on", state.called.on.to_string())
            .filled("from", state.called.from.as_str())
            .filled("place", state.called.place.as_str()),
        Some(CommandKind::Answer) => form.filled("on", today.to_string()),
        _ => form,
    }
}

/// The fields of a form; a dispute names who handles it and no day.
pub(super) fn fields(kind: CommandKind, form: &Form, units: &[(String, String)], dispute: bool) -> Vec<Field> {
    match kind {
        CommandKind::PutItem => {
            let kinds = ItemKind::ALL
                .iter()
                .fold(form.choice("kind", "meetings-item-kind"), |field, kind| field.option(kind.name(), &kind.key()));
            vec![
                kinds,
                form.text("number", "meetings-item-number").hint("meetings-item-number-hint").complete("off"),
                form.area("text", "meetings-item-text").hint("meetings-item-text-hint"),
            ]
        }
        CommandKind::DropItem | CommandKind::CallOff => vec![form.area("reason", "meetings-reason")],
        CommandKind::Decide => {
            let text = form.area("text", "meetings-decide-text").hint("meetings-decide-text-hint");
            let owner = form.select("owner", "meetings-owner").option("", "desk-choose").options(units);
            if dispute {
                vec![text, owner.hint("meetings-owner-dispute")]
            } else {
                vec![text, owner, form.date("due", "meetings-due")]
            }
        }
        CommandKind::Move => vec![
            form.date("on", "meetings-on"),
            form.text("from", "meetings-from").hint("reception-from-hint"),
            form.text("place", "meetings-place"),
        ],
        CommandKind::Answer => {
            vec![form.date("on", "leaders-on"), form.area("evidence", "leaders-evidence")]
        }
        CommandKind::Return => {
            vec![form.area("reason", "meetings-return-reason"), form.date("due", "meetings-return-due")]
        }
        _ => vec![],
    }
}

/// The form as it is sent to `action`.
pub(super) fn drawn(
    t: Say,
    form: &Form,
    (action, which, version): (String, u16, i64),
    kind: CommandKind,
    fields: &[Field],
) -> Line {
    let text = t.message(&kind.message()).text();
    let last = matches!(kind, CommandKind::CallOff | CommandKind::DropItem | CommandKind::Return);
    Line::drawn(&Drawn {
        action,
        hidden: Line::drawn(&form.hidden()),
        which,
        version,
        fields: fields.iter().map(Line::drawn).collect(),
        button: if last { Button::second(text) } else { Button::primary(text) },
    })
}
