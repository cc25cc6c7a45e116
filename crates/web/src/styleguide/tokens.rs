//! The tokens as they stand in the style sheet, and what speaks: vertical blocks, the bilingual head, recordings.

use std::fmt::Write as _;

use super::{Section, case::drawn};
use crate::{
    ui::{Bilingual, Line, Transcript, Vertical, Voice, VoiceField},
    view::Visit,
};

/// Where the tokens are set; the list cannot drift from it.
const SHEET: &str = include_str!("../../../../web-assets/src/css/tokens.css");

/// Tokens, vertical blocks and voice.
pub(super) fn sections(visit: &Visit) -> Vec<Section> {
    vec![
        Section { title: "颜色", parts: vec![Line::drawn(&swatches())] },
        Section { title: "圆角、阴影、字体", parts: vec![Line::drawn(&others())] },
        Section { title: "竖排蒙古文", parts: vertical(visit) },
        Section { title: "录音", parts: voice(visit) },
    ]
}

/// Name and value of every token.
fn tokens() -> impl Iterator<Item = (&'static str, String)> {
    let block = SHEET.split_once('{').map_or("", |(_, rest)| rest);
    let declarations = block.split(';').filter_map(|one| one.split_once(':'));
    declarations.filter_map(|(name, value)| {
        let name = name.rsplit(|c: char| c.is_whitespace()).next()?;
        name.starts_with("--lx-").then(|| (name, value.split_whitespace().collect::<Vec<_>>().join(" ")))
    })
}

/// Colours, as pictures: a fill is an attribute, never a style.
fn swatches() -> String {
    let mut html = String::from("<ul class=\"lx-swatches\">");
    for (name, value) in tokens().filter(|(_, value)| value.starts_with('#')) {
        let _ = write!(
            html,
            "<li><svg viewBox=\"0 0 96 40\" aria-hidden=\"true\"><rect width=\"96\" height=\"40\" fill=\"{value}\"/></svg>\
             <b>{}</b><small>{value}</small></li>",
            name.trim_start_matches("--lx-")
        );
    }
    html + "</ul>"
}

/// Whatever is no colour.
fn others() -> String {
    let mut html = String::from("<dl class=\"lx-card lx-card--rows lx-articles\">");
    for (name, value) in tokens().filter(|(_, value)| !value.starts_with('#')) {
        let value = value.replace('"', "&quot;");
        let _ = write!(html, "<div class=\"lx-articles__one\"><dt>{name}</dt><dd>{value}</dd></div>");
    }
    html + "</dl>"
}

fn vertical(visit: &Visit) -> Vec<Line> {
    let t = visit.t;
    let keys = ["voice-hello", "voice-hello-text"];
    let Some(block) = Vertical::of(kernel::Locale::MnDraft, &keys) else { return vec![] };
    let head = |listen: Option<String>, whole: Option<String>| Bilingual {
        t,
        vertical: block.clone(),
        title: t.say("voice-hello").into(),
        text: t.say(if listen.is_some() { "voice-hello-recorded" } else { "voice-hello-text" }).into(),
        listen,
        whole,
    };
    vec![
        drawn(&block),
        drawn(&head(Some("#".into()), Some("/styleguide?lang=mn-Mong-CN".into()))),
        drawn(&head(None, None)),
    ]
}

fn voice(visit: &Visit) -> Vec<Line> {
    let t = visit.t;
    let note = |transcript, write: Option<&str>| Voice {
        t,
        name: "录音 1.m4a".into(),
        small: "218 KB · 11月21日（周六） 20:14".into(),
        src: "/recordings/voice-hello".into(),
        transcript,
        none: t.say("voice-transcript-none").into(),
        write: write.map(str::to_owned),
    };
    let written = Transcript {
        by: t.say("voice-transcript").with("who", "苏日娜").with("read", "yes").into(),
        text: "嘎查的井坏了，羊没有水喝。".into(),
    };
    let limit = visit.state.config.limits.voice;
    let too_long = kernel::Refusal::invalid("voice", "voice-too-long").with("minutes", limit.div_ceil(60));
    vec![
        drawn(&VoiceField::new(t, "voice", limit, "")),
        drawn(&VoiceField::new(t, "voice-long", limit, t.message(&too_long.message()).text())),
        drawn(&note(None, Some("#"))),
        drawn(&note(Some(written), None)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_of_the_sheet_is_listed() {
        let names: Vec<_> = tokens().map(|(name, _)| name).collect();
        assert_eq!(names.len(), SHEET.lines().filter(|line| line.trim_start().starts_with("--lx-")).count());
        assert!(names.contains(&"--lx-brand") && names.contains(&"--lx-mn"));
        assert!(swatches().contains("fill=\"#12596b\"") && !swatches().contains("style="));
    }
}
