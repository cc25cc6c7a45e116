//! One field of a form: label above, hint between, error above the input, the value kept.

use askama::Template;

use crate::{i18n::Say, state::Limits};

/// What a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Input(&'static str),
    Area,
    Select,
    Radio,
    Check,
    Lines,
    Files,
}

/// An option of a select or one of several radio buttons.
#[derive(Debug, Clone)]
struct Choice {
    value: String,
    text: String,
    small: String,
}

/// One row of a list of lines.
#[derive(Debug, Clone, Default)]
struct LineRow {
    id: String,
    mark: String,
    value: String,
    error: String,
    spare: bool,
}

/// A field; made by [`super::Form`], prints itself. Labels, hints and options are message keys unless said otherwise.
#[derive(Debug, Clone, Template)]
#[template(path = "components/field.html")]
pub struct Field {
    t: Say,
    kind: Kind,
    name: String,
    label: String,
    optional: String,
    hint: String,
    after: String,
    error: String,
    value: String,
    rows: Vec<LineRow>,
    choices: Vec<Choice>,
    autocomplete: &'static str,
    inputmode: &'static str,
    accept: &'static str,
    mark: String,
    spare: usize,
    max_file: usize,
    single: bool,
    growing: bool,
    hidden_label: bool,
}

impl askama::filters::HtmlSafe for Field {}

impl Field {
    pub(super) fn new(t: Say, kind: Kind, name: &str, label: &str, values: Vec<String>, error: &str) -> Self {
        let rows = values
            .iter()
            .filter(|value| !value.trim().is_empty())
            .map(|value| LineRow { value: value.clone(), ..LineRow::default() });
        Self {
            t,
            kind,
            name: name.into(),
            label: t.say(label).text(),
            optional: String::new(),
            hint: String::new(),
            after: String::new(),
            error: error.into(),
            rows: rows.collect(),
            value: values.into_iter().next().unwrap_or_default(),
            choices: vec![],
            autocomplete: "",
            inputmode: "",
            accept: "",
            mark: String::new(),
            spare: 0,
            max_file: 0,
            single: false,
            growing: false,
            hidden_label: false,
        }
    }

    /// A label in so many words, instead of a message key.
    #[must_use]
    pub fn named(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// A quiet sentence between label and input.
    #[must_use]
    pub fn hint(mut self, key: &str) -> Self {
        self.hint = self.t.say(key).text();
        self
    }

    /// A quiet sentence below the input.
    #[must_use]
    pub fn after(mut self, key: &str) -> Self {
        self.after = self.t.say(key).text();
        self
    }

    /// 可以不传, 可以以后补, beside the label.
    #[must_use]
    pub fn optional(mut self, key: &str) -> Self {
        self.optional = self.t.say(key).text();
        self
    }

    /// Shows the label to screen readers only, where a heading right above says the same.
    #[must_use]
    pub fn quiet_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// What the browser may fill in (`name`, `tel`, `street-address` …).
    #[must_use]
    pub fn complete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// Which keyboard a telephone shows (`numeric` …).
    #[must_use]
    pub fn keyboard(mut self, mode: &'static str) -> Self {
        self.inputmode = mode;
        self
    }

    /// Which files the chooser offers.
    #[must_use]
    pub fn accept(mut self, types: &'static str) -> Self {
        self.accept = types;
        self
    }

    /// Rows that grow with what is written in them, instead of one line each.
    #[must_use]
    pub fn tall(mut self) -> Self {
        self.growing = true;
        self
    }

    /// One file only.
    #[must_use]
    pub fn one(mut self) -> Self {
        self.single = true;
        self
    }

    /// An option whose word is a message key.
    #[must_use]
    pub fn option(self, value: &str, key: &str) -> Self {
        let text = self.t.say(key).text();
        self.option_named(value, text)
    }

    /// An option with a quiet second line; both are message keys.
    #[must_use]
    pub fn option_with(self, value: &str, key: &str, small: &str) -> Self {
        let mut field = self.option(value, key);
        let small = field.t.say(small).text();
        if let Some(last) = field.choices.last_mut() {
            last.small = small;
        }
        field
    }

    /// An option with given words, e.g. a unit's name.
    #[must_use]
    pub fn option_named(mut self, value: &str, text: impl Into<String>) -> Self {
        self.choices.push(Choice { value: value.into(), text: text.into(), small: String::new() });
        self
    }

    /// Options with given words.
    #[must_use]
    pub fn options(self, options: &[(String, String)]) -> Self {
        options.iter().fold(self, |field, (value, text)| field.option_named(value, text))
    }

    /// How each row of a list is called: a message key with the fact `n` (第 { $n } 条).
    #[must_use]
    pub fn mark(mut self, key: &str) -> Self {
        key.clone_into(&mut self.mark);
        self
    }

    pub(super) fn spare(mut self, rows: usize) -> Self {
        self.spare = rows;
        self
    }

    pub(super) fn limit(mut self, limits: Limits) -> Self {
        self.max_file = limits.file;
        self
    }

    pub(super) fn forgetful(mut self) -> Self {
        self.value = String::new();
        self
    }

    pub(super) fn row_errors(&mut self, errors: &[(String, String)]) {
        for (index, row) in self.rows.iter_mut().enumerate() {
            let name = format!("{}-{}", self.name, index + 1);
            if let Some((_, text)) = errors.iter().find(|(field, _)| *field == name) {
                row.error.clone_from(text);
            }
        }
    }

    fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Input(kind) => kind,
            _ => "text",
        }
    }

    fn is_group(&self) -> bool {
        matches!(self.kind, Kind::Radio | Kind::Lines)
    }

    /// What describes the input to a screen reader.
    fn described_by(&self) -> String {
        let mut ids = vec![];
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.name));
        }
        if !self.error.is_empty() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }

    /// The filled rows and, after them, the spare ones; at least one.
    fn all_rows(&self) -> Vec<LineRow> {
        let mut rows = self.rows.clone();
        let wanted = (rows.len() + 1).max(self.spare);
        rows.resize_with(wanted, || LineRow { spare: true, ..LineRow::default() });
        for (index, row) in rows.iter_mut().enumerate() {
            let n = (index + 1).to_string();
            row.mark = self.row_mark(&n);
            row.id = format!("{}-{n}", self.name);
            row.spare &= index > 0;
        }
        rows
    }

    fn row_mark(&self, n: &str) -> String {
        self.t.say(&self.mark).with("n", n).text()
    }

    fn megabytes(&self) -> usize {
        self.max_file / 1_000_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::{Form, FormErrors, Submission};
    use kernel::Refusal;

    fn form() -> Form {
        Form::blank(Say::default(), "c".into(), uuid::Uuid::nil(), Limits::default())
    }

    #[test]
    fn what_was_typed_comes_back_escaped_with_its_error_above() {
        let sent = Submission::of(&[("mobile", "\"><script>"), ("claim", "一"), ("claim", "二")]);
        let errors = FormErrors::from(Refusal::invalid("mobile", "phone"));
        let html = form().refilled(&sent, errors).tel("mobile", "portal-home-file").to_string();
        assert!(!html.contains("<script>"), "{html}");
        let (error, input) = (html.find("mobile-error").unwrap(), html.find("<input").unwrap());
        assert!(error < input, "{html}");
        assert!(html.contains("aria-invalid=\"true\"") && html.contains("aria-describedby=\"mobile-error\""));
    }

    #[test]
    fn lists_keep_their_rows_and_show_spare_ones() {
        let sent = Submission::of(&[("claim", "一"), ("claim", ""), ("claim", "二")]);
        let errors = FormErrors::from(Refusal::invalid("claim-2", "text-empty"));
        let html = form().refilled(&sent, errors).lines("claim", "portal-home-file", 4).to_string();
        assert_eq!(html.matches("\" name=\"claim\" value").count(), 4);
        assert_eq!(html.matches("data-spare").count(), 2);
        assert!(html.contains("id=\"claim-2-error\""), "{html}");
    }

    #[test]
    fn a_password_is_never_shown_again() {
        let sent = Submission::of(&[("secret", "hunter2")]);
        let html = form().refilled(&sent, FormErrors::default()).password("secret", "portal-home-file").to_string();
        assert!(!html.contains("hunter2"));
    }
}
