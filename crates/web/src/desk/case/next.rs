//! Whose turn it is, what the reader can do now, and what not yet and why.

use kernel::Refusal;

use crate::{
    desk::act::{self, Life},
    i18n::Say,
    ui::{Button, Icon, Line},
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
    /// What is done seldom, folded away below them.
    pub more: Vec<Button>,
    /// What fits but a rule still forbids: the command and the reason.
    pub not_yet: Vec<(String, Line)>,
}

/// The buttons of `possible`, in the order in which they lead on; `href` gives its page.
pub(crate) fn todo<L: Life>(
    t: Say,
    possible: Vec<(L::Kind, Option<Refusal>)>,
    rank: impl Fn(L::Kind) -> u8,
    href: impl Fn(L::Kind) -> String,
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
        let slug = act::slug::<L>(kind);
        let address = href(kind);
        let first = todo.actions.is_empty() && rank(kind) < QUIET;
        let button = if first { Button::primary(words).wide() } else { Button::quiet(words) };
        let button = match icon_of(&slug) {
            Some(icon) => button.icon(icon),
            None => button,
        };
        let button = if slug == "nudge" { button.key("R") } else { button };
        let seldom = !first && SELDOM.contains(&slug.as_str());
        if seldom { &mut todo.more } else { &mut todo.actions }.push(button.href(address));
    }
    // Two more buttons are quicker read than a fold is opened.
    if todo.more.len() < 3 {
        todo.actions.append(&mut todo.more);
    }
    todo
}

/// What a case sees once in its life, if at all: it must be found, and not be in the way of what is done every day.
const SELDOM: &[&str] = &[
    "rephrase-claim",
    "split-claim",
    "join-claims",
    "add-claim",
    "report-up",
    "propose-finality",
    "raise",
    "bring-down",
    "redo",
    "designate",
    "declare-interest",
    "ask-assistance",
    "end-assistance",
    "choose-simple",
    "end-simple",
];

/// The sign beside what is done most.
fn icon_of(slug: &str) -> Option<Icon> {
    Some(match slug {
        "triage" => Icon::outline("category"),
        "forward" | "dispatch" => Icon::outline("send"),
        "accept" | "claim" => Icon::outline("circle-check"),
        "contact" | "follow-up" | "call" => Icon::outline("phone"),
        "progress" => Icon::outline("note"),
        "add-material" => Icon::outline("paperclip"),
        "save-draft" | "reply" | "answer" => Icon::outline("pencil"),
        "check" | "done" | "record-execution" | "verify-execution" => Icon::outline("list-check"),
        "sign" => Icon::outline("file-certificate"),
        "serve" => Icon::outline("mail-opened"),
        "nudge" => Icon::outline("bell"),
        "reassign" => Icon::outline("user-edit"),
        "request-extension" | "grant-extension" | "extend" => Icon::outline("calendar-time"),
        "object" | "return-draft" => Icon::outline("arrow-back-up"),
        "close" | "archive" => Icon::outline("folder-check"),
        _ => return None,
    })
}

/// From this rank on an action is never the filled button: notes and the like.
pub(crate) const QUIET: u8 = 50;
