//! Choosing a unit: cards with what speaks for each, and those that may not be chosen with the reason why.

use askama::Template;

use crate::{
    forms::Form,
    ui::{Icon, Line, Tag},
};

/// One unit to choose, or not to.
#[derive(Debug, Clone)]
pub(crate) struct Pick {
    /// What is sent.
    pub value: String,
    /// Its name.
    pub name: String,
    /// A word about its duty.
    pub tag: Option<Tag>,
    /// What speaks for it, each a full phrase.
    pub reasons: Vec<Line>,
    /// Why it may not be chosen.
    pub barred: Option<Line>,
}

/// The cards under one field name. Nothing is preselected.
#[derive(Debug, Clone, Template)]
#[template(path = "desk/picker.html")]
pub(crate) struct Picker {
    name: String,
    label: String,
    error: String,
    chosen: String,
    picks: Vec<Pick>,
    empty: String,
}

impl askama::filters::HtmlSafe for Picker {}

impl Picker {
    /// The cards of the field `name`, the sent choice marked; `empty` is said when there is none.
    pub(crate) fn new(form: &Form, name: &str, label: String, mut picks: Vec<Pick>, empty: String) -> Self {
        // Those that may be chosen first; otherwise as they came.
        picks.sort_by_key(|pick| pick.barred.is_some());
        Self {
            name: name.into(),
            label,
            error: form.error(name).to_owned(),
            chosen: form.value(name).to_owned(),
            picks,
            empty,
        }
    }

    fn no() -> Icon {
        Icon::outline("ban")
    }

    fn yes() -> Icon {
        Icon::outline("check")
    }

    fn alert() -> Icon {
        Icon::filled("alert-circle")
    }
}
