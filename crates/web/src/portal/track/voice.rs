//! Her recordings on her page, with what was written down from them; and the head in Mongolian for whoever reads it.

use services::attachment::{Attachment, Kind};

use super::matter::Opened;
use crate::{
    i18n::Say,
    portal::{kept, recording},
    ui::{Bilingual, Line, Transcript, Vertical, Voice},
    view::Visit,
};

/// Whether a file is listened to, not opened.
pub(super) fn is_sound(file: &Attachment) -> bool {
    file.kind().is_some_and(Kind::is_sound)
}

/// Her recordings.
pub(super) fn notes(t: Say, opened: &Opened) -> Vec<Voice> {
    let note = |(file, name): &(Attachment, String)| Voice {
        t,
        name: name.clone(),
        small: format!("{} · {}", kept::size(file.size), t.moment(file.uploaded_at)),
        src: format!("/t/{}/files/{}", opened.number, file.id),
        transcript: transcript(t, opened, file),
        none: t.say("voice-transcript-none").into(),
        write: None,
    };
    opened.files.iter().filter(|(file, _)| is_sound(file)).map(note).collect()
}

fn transcript(t: Say, opened: &Opened, file: &Attachment) -> Option<Transcript> {
    let (written, who) = opened.written.iter().find(|(written, _)| written.attachment == file.id)?;
    let read = if written.read_back { "yes" } else { "no" };
    Some(Transcript {
        by: t.say("voice-transcript").with("who", who).with("read", read).into(),
        text: written.words.reveal().clone(),
    })
}

/// Greeting and state in Mongolian, when she is answered in Mongolian or asked for it.
pub(super) fn head(visit: &Visit, opened: &Opened) -> Option<Bilingual> {
    let t = visit.t;
    if !(opened.language.is_vertical() || t.locale.is_vertical()) {
        return None;
    }
    let vertical = Vertical::of(visit.state.config.mongolian()?, &["voice-hello", "voice-hello-text"])?;
    let listen = recording::address(&visit.state.config, "voice-hello");
    let text = if listen.is_some() { "voice-hello-recorded" } else { "voice-hello-text" };
    Some(Bilingual {
        t,
        vertical,
        title: t.say("voice-hello").into(),
        text: Line::from(t.say(text)),
        listen,
        whole: (!t.locale.is_vertical()).then(|| visit.frame("portal-track-title").language_to(kernel::Locale::Mn)),
    })
}
