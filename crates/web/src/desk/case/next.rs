//! Whose turn it is, what the reader can do now, and what not yet and why.

use kernel::Refusal;

use crate::{
    desk::act::{self, Life},
    i18n::Say,
    ui::{Button, Line},
};

/// What the reader can do.
#[derive(Debug, Default)]
pub(crate) struct Todo {
    /// 下一步 · 轮到旗林草局.
    pub turn: Line,
    /// What is awaited.
    pub next: Line,
    /// The first is the primary one.
    pub actions: Vec<Button>,
    /// What fits but a rule still forbids: the command and the reason.
    pub not_yet: Vec<(String, Line)>,
}

/// The buttons of `possible`, in the order in which they lead on; `href` gives another page than the usual one.
pub(crate) fn todo<L: Life>(
    t: Say,
    place: &str,
    possible: Vec<(L::Kind, Option<Refusal>)>,
    rank: impl Fn(L::Kind) -> u8,
    href: impl Fn(L::Kind) -> Option<String>,
) -> Todo {
    let mut possible = possible;
    possible.sort_by_key(|(kind, _)| rank(*kind));
    let mut todo = Todo::default();
    for (kind, not_yet) in possible {
        let words = t.say(&L::key(kind)).text();
        if let Some(refusal) = not_yet {
            todo.not_yet.push((words, t.message(&refusal.message()).into()));
            continue;
        }
        let address = href(kind).unwrap_or_else(|| format!("{place}/do/{}", act::slug::<L>(kind)));
        let first = todo.actions.is_empty() && rank(kind) < QUIET;
        let button = if first { Button::primary(words).wide() } else { Button::quiet(words) };
        todo.actions.push(button.href(address));
    }
    todo
}

/// From this rank on an action is never the filled button: notes and the like.
pub(crate) const QUIET: u8 = 50;
