//! What binds is seen before it is done. The panel 确认后 says which clocks start and the literal words that the petitioner
//! gets; it carries a mark of the choices it speaks of, and only those choices are confirmed by it. With script it follows
//! every change; without, a changed form comes back with a new panel, to be looked at first.

use askama::Template;
use kernel::{Digest, Refusal};

use super::act::Effects;
use crate::{
    forms::{FormErrors, Submission},
    i18n::Say,
    ui::{Line, RefusalBox},
};

/// Fields that are no choice.
const OWN: [&str; 6] = ["csrf", "key", "version", "step", "seen", "look"];

/// The mark of a set of choices: the same whatever their order, and whether a field was left empty or not sent at all.
pub(super) fn mark<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut chosen: Vec<String> = fields
        .filter(|(name, value)| !OWN.contains(name) && !value.trim().is_empty())
        .map(|(name, value)| format!("{name}={}", value.replace('\r', "").trim()))
        .collect();
    chosen.sort_unstable();
    let mut mark = Digest::of(chosen.join("\n").as_bytes()).to_string();
    mark.truncate(16);
    mark
}

/// What the sender of a form wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Only the panel: script asks after every change.
    Panel,
    /// To see what would happen.
    Look,
    /// To do it, having seen just this.
    Confirm,
    /// To do it, having seen something else.
    Changed,
}

impl Step {
    pub(super) fn of(sent: &Submission) -> Self {
        match sent.raw("step") {
            "panel" => Self::Panel,
            "confirm" if sent.raw("seen") == mark(sent.pairs()) => Self::Confirm,
            "confirm" => Self::Changed,
            _ => Self::Look,
        }
    }
}

/// The panel 确认后.
#[derive(Debug, Template)]
#[template(path = "desk/outcome.html")]
pub(super) struct Outcome {
    t: Say,
    /// What was chosen, in words.
    chosen: Vec<Line>,
    /// What will happen; `None` while something is open.
    effects: Option<Effects>,
    /// What is still to be chosen or said.
    open: Vec<Line>,
    /// The rule that forbids it.
    refusal: Option<RefusalBox>,
    mark: String,
    /// The verb on the button.
    button: String,
    /// A quiet sentence at the end.
    note: Line,
}

impl askama::filters::HtmlSafe for Outcome {}

impl Outcome {
    /// The panel of choices that could be tried.
    pub(super) fn tried(t: Say, button: &str, tried: Result<Effects, Refusal>, mark: String) -> Self {
        let (effects, refusal) = match tried {
            Ok(effects) => (Some(effects), None),
            Err(refusal) => (None, Some(RefusalBox::of(t, &refusal))),
        };
        Self {
            t,
            chosen: vec![],
            effects,
            open: vec![],
            refusal,
            mark,
            button: t.say(button).text(),
            note: Line::default(),
        }
    }

    /// The panel of choices that are not complete.
    pub(super) fn open(t: Say, errors: &FormErrors) -> Self {
        Self {
            t,
            chosen: vec![],
            effects: None,
            open: errors.refusals().iter().map(|refusal| t.refusal(refusal).into()).collect(),
            refusal: None,
            mark: String::new(),
            button: t.say("desk-act-look").text(),
            note: Line::default(),
        }
    }

    /// Says what was chosen.
    pub(super) fn chosen(mut self, chosen: Vec<Line>) -> Self {
        self.chosen = chosen;
        self
    }

    /// Adds a quiet sentence.
    pub(super) fn note(mut self, key: &str) -> Self {
        self.note = self.t.say(key).into();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_for_the_choices_and_nothing_else() {
        let one = Submission::of(&[("to", "a"), ("reason", "一\r\n二 "), ("csrf", "x"), ("respondent", "")]);
        let same = Submission::of(&[("reason", "一\n二"), ("to", "a"), ("csrf", "y"), ("step", "confirm")]);
        let other = Submission::of(&[("reason", "一\n二"), ("to", "b")]);
        assert_eq!(mark(one.pairs()), mark(same.pairs()));
        assert_ne!(mark(one.pairs()), mark(other.pairs()));
    }

    #[test]
    fn what_was_changed_after_the_look_is_not_confirmed() {
        let seen = mark([("to", "a")].into_iter());
        let sent = |to: &str| Submission::of(&[("to", to), ("step", "confirm"), ("seen", &seen)]);
        assert_eq!((Step::of(&sent("a")), Step::of(&sent("b"))), (Step::Confirm, Step::Changed));
        assert_eq!(Step::of(&Submission::of(&[("to", "a")])), Step::Look);
    }
}
