//! A form of these pages: groups of fields and one button.

use askama::Template;

use crate::{
    forms::{Field, Form},
    i18n::Say,
    ui::{Button, Line},
};

/// Fields under one legend.
#[derive(Debug, Default)]
pub(super) struct Group {
    id: String,
    legend: String,
    hint: Line,
    fields: Vec<Field>,
    /// Whether fields stand side by side where there is room.
    wide: bool,
    /// Closed until it is opened: what its head says, and whether it stands open at first.
    fold: Option<(String, bool)>,
}

impl Group {
    /// Fields without a legend.
    pub(super) fn of(fields: Vec<Field>) -> Self {
        Self { fields, ..Self::default() }
    }

    /// Puts a legend above them.
    pub(super) fn legend(mut self, legend: impl Into<String>) -> Self {
        self.legend = legend.into();
        self
    }

    /// Puts a quiet sentence below the legend.
    pub(super) fn hint(mut self, hint: impl Into<Line>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Where a link to what is wrong with the whole group leads.
    pub(super) fn id(mut self, id: &str) -> Self {
        id.clone_into(&mut self.id);
        self
    }

    /// Folds them under a head that says what is inside; open where something is wrong in them. What is closed is sent all the
    /// same.
    pub(super) fn folded(mut self, head: impl Into<String>, open: bool) -> Self {
        self.fold = Some((head.into(), open));
        self
    }

    /// Whether one of its fields has a mistake.
    pub(super) fn is_wrong(form: &Form, names: &[String]) -> bool {
        names.iter().any(|name| !form.error(name).is_empty())
    }

    /// Puts them side by side.
    pub(super) fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

/// The form.
#[derive(Debug, Template)]
#[template(path = "admin/panel.html")]
pub(super) struct Panel {
    method: &'static str,
    action: String,
    files: bool,
    hidden: Line,
    groups: Vec<Group>,
    button: Button,
}

impl Panel {
    /// A form that changes something.
    pub(super) fn post(form: &Form, action: impl Into<String>, t: Say, button: &str) -> Self {
        Self {
            method: "post",
            action: action.into(),
            files: false,
            hidden: Line::drawn(&form.hidden()),
            groups: vec![],
            button: Button::primary(t.say(button).text()),
        }
    }

    /// A form that asks.
    pub(super) fn get(action: impl Into<String>, t: Say, button: &str) -> Self {
        Self {
            method: "get",
            action: action.into(),
            files: false,
            hidden: Line::default(),
            groups: vec![],
            button: Button::second(t.say(button).text()),
        }
    }

    /// Takes files.
    pub(super) fn files(mut self) -> Self {
        self.files = true;
        self
    }

    /// Carries `value` along unseen.
    pub(super) fn carry(mut self, name: &str, value: &str) -> Self {
        // A textarea keeps line breaks as they are; a hidden input does not.
        let kept = Line::from(value);
        let more = format!("<textarea name=\"{name}\" hidden aria-hidden=\"true\">\n{kept}</textarea>");
        self.hidden = Line::drawn(&format!("{}{more}", self.hidden));
        self
    }

    /// Adds fields.
    pub(super) fn group(mut self, group: Group) -> Self {
        self.groups.push(group);
        self
    }

    /// Makes its button an outlined one, beside a primary one on the same page.
    pub(super) fn second(mut self) -> Self {
        self.button.kind = crate::ui::ButtonKind::Second;
        self
    }
}

impl askama::filters::HtmlSafe for Panel {}
