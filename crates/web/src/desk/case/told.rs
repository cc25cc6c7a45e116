//! How she was told of what happened, and whom it did not reach: that one somebody calls.

use domain::notice::Fate;
use services::{
    outbox::{Delivery, Told},
    timeline::Item,
};

use crate::{
    i18n::Say,
    ui::{Line, Notice, NoticeKind, Timeline},
};

/// Puts the fate of each message beside the events that it told. A message that told of several stands at the latest.
pub(crate) fn tell(t: Say, timeline: &mut Timeline, items: &[Item], told: &Told) {
    let mut last = None;
    for (line, item) in timeline.items.iter_mut().zip(items) {
        let Some(message) = told.of(item.seq) else { continue };
        if last != Some(message.id) {
            line.told = said(t, message);
            last = Some(message.id);
        }
    }
}

fn said(t: Say, message: &Delivery) -> Line {
    let channel = match message.channel {
        Some(channel) => t.message(&channel.message()).text(),
        None => String::new(),
    };
    let fate = t.message(&message.fate.message());
    if let Some((at, way)) = message.told {
        return t.say("notices-told-person").with("at", t.moment(at)).with("way", t.message(&way.message())).into();
    }
    let text = match (message.fate, &message.reason, message.settled_at) {
        (Fate::Held, ..) => t.say("notices-told-held").with("at", t.moment(message.due_at)),
        (_, Some(why), _) if message.channel.is_some() => {
            t.say("notices-told-why").with("fate", fate.text()).with("why", reason(t, why))
        }
        (Fate::OnPage, ..) => return t.message(&message.fate.message()).into(),
        (_, None, Some(at)) => t.say("notices-told-at").with("fate", fate.text()).with("at", t.moment(at)),
        _ => t.say("notices-told").with("fate", fate.text()),
    };
    text.with("channel", channel).into()
}

fn reason(t: Say, why: &str) -> String {
    t.say(&format!("notice-why-{why}")).text()
}

/// That the last message did not reach her, with the way to note the call, where the reader has one.
pub(crate) fn unreached(t: Say, told: &Told, call: Option<String>) -> Option<Notice> {
    let message = told.unreached()?;
    let fate = t.message(&message.fate.message()).text();
    let why = message.reason.as_ref().map_or(fate, |why| reason(t, why));
    let notice = Notice::new(NoticeKind::Caution, t.say("notices-unreached").with("why", why));
    Some(match call {
        Some(href) => notice.link(t.say("notices-call").text(), href),
        None => notice,
    })
}
