//! What changed between the version that went back and this one, field by field, for whoever checks it again.

use domain::case::OpinionResult;
use services::petition::{CaseView, HandedIn};

use super::sheet::{Part, Promised, Sheet, to_answer};
use crate::i18n::Say;

/// One changed field: what stayed before, what went, what came, what stayed after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) field: String,
    pub(super) before: String,
    pub(super) gone: String,
    pub(super) come: String,
    pub(super) after: String,
}

/// How many characters of what stayed are shown on either side.
const AROUND: usize = 18;

/// What differs between two texts, as one stretch; `None` when they are the same.
fn between(field: String, old: &str, new: &str) -> Option<Change> {
    if old == new {
        return None;
    }
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let text = |all: &[char]| all.iter().collect::<String>();
    let before = &new[..head];
    let after = &new[new.len() - tail..];
    let dots = |cut: bool| if cut { "…" } else { "" };
    Some(Change {
        field,
        before: format!("{}{}", dots(head > AROUND), text(&before[head.saturating_sub(AROUND)..])),
        gone: text(&old[head..old.len() - tail]),
        come: text(&new[head..new.len() - tail]),
        after: format!("{}{}", text(&after[..tail.min(AROUND)]), dots(tail > AROUND)),
    })
}

/// What changed since `earlier` went back.
pub(super) fn changes(t: Say, view: &CaseView, earlier: &HandedIn, now: &Sheet) -> Vec<Change> {
    let mut all: Vec<Change> =
        between(t.say("desk-draft-findings").text(), &earlier.findings, &now.findings).into_iter().collect();
    for (claim, (no, part)) in to_answer(view).zip(&now.parts) {
        let old = earlier.answers.iter().find(|(id, _)| *id == claim.id).map(|(_, answer)| Part::of(answer));
        let name = |key: &str| t.say("decide-change-of").with("claim", no).with("field", t.say(key)).text();
        let (old, new) = (fields(t, old.as_ref()), fields(t, part.as_ref()));
        all.extend(old.into_iter().zip(new).filter_map(|((key, old), (_, new))| between(name(key), &old, &new)));
    }
    all
}

fn fields(t: Say, part: Option<&Part>) -> [(&'static str, String); 4] {
    let result = |result: OpinionResult| t.message(&result.message()).text();
    let one = |(who, what, due): &Promised| {
        let day = due.map(|due| t.date(due)).unwrap_or_default();
        t.say("desk-draft-promise").with("who", who).with("what", what).with("day", day).text()
    };
    let promises: Vec<String> = part.iter().flat_map(|part| part.promises.iter().map(one)).collect();
    [
        ("desk-draft-result", part.map(|part| result(part.result)).unwrap_or_default()),
        ("desk-draft-text", part.map(|part| part.text.clone()).unwrap_or_default()),
        ("desk-draft-basis", part.map(|part| part.basis.clone()).unwrap_or_default()),
        ("desk-draft-what", promises.join("\n")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stretch_differs_and_what_stayed_is_shown_around_it() {
        let change = between("答复".into(), "少算了 30 亩，补发 1,560 元。", "少算了 30 亩，补发 1,860 元。").unwrap();
        assert_eq!((change.gone.as_str(), change.come.as_str()), ("5", "8"));
        assert_eq!((change.before.as_str(), change.after.as_str()), ("少算了 30 亩，补发 1,", "60 元。"));
        assert!(between(String::new(), "一样", "一样").is_none());
        let added = between(String::new(), "啊啊", "啊啊啊").unwrap();
        assert_eq!((added.gone.as_str(), added.come.as_str()), ("", "啊"), "what repeats is not counted twice");
        let from_nothing = between(String::new(), "", "新").unwrap();
        assert_eq!((from_nothing.before.as_str(), from_nothing.come.as_str()), ("", "新"));
    }
}
