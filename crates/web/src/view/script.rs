//! Two scripts on one page: Mongolian runs downwards, everything else stands upright in it.
//!
//! A message in Mongolian travels through templates as a *pair*: the phrase and its Chinese twin, between private-use signs. When the
//! page is done, [`lay`] puts the phrase where people read and the twin where programs read: attributes, options, titles, and
//! beside the phrase for screen readers, which read traditional Mongolian poorly. Chinese sentences, numbers and dates become
//! horizontal boxes. That is for pages whose every sentence has a phrase; of others [`dress`] makes a Chinese page with the phrases
//! in a block on top. Pages in other languages never pass through here.

use std::fmt::Write as _;

use kernel::{
    Locale, Message,
    i18n::{self, mongolian::Review},
};

use crate::{
    i18n::Say,
    ui::{Bilingual, Vertical},
};

/// Opens a reviewed phrase, opens an unreviewed one, parts phrase and twin, closes.
const SIGNS: [char; 4] = [REVIEWED, DRAFT, PARTS, CLOSES];
const REVIEWED: char = '\u{e010}';
const DRAFT: char = '\u{e013}';
const PARTS: char = '\u{e011}';
const CLOSES: char = '\u{e012}';
/// Stands before Chinese that is said for want of a phrase.
const LACKS: char = '\u{e014}';

/// Most phrases in the block over a page that is said in Chinese.
const PHRASES: usize = 8;

/// Elements whose content is no place for markup.
const PLAIN: [&str; 6] = ["title", "option", "textarea", "script", "style", "svg"];

/// `message` in `locale`; a pair when that is Mongolian and there is a phrase.
pub(crate) fn spoken(locale: Locale, message: &Message) -> String {
    if !locale.is_vertical() {
        return message.say(locale);
    }
    let half = |wanted| {
        let args = message.args.iter().map(|(name, value)| (name.clone(), halves(value, wanted))).collect();
        Message { key: message.key.clone(), args }
    };
    let chinese = half(Half::Chinese).say(Locale::Zh);
    if !i18n::knows(locale, &message.key) {
        return format!("{LACKS}{chinese}");
    }
    let opens = match i18n::mongolian::review(&message.key) {
        Some(Review::Reviewed { .. }) => REVIEWED,
        _ => DRAFT,
    };
    format!("{opens}{}{PARTS}{chinese}{CLOSES}", half(Half::Mongolian).say(locale))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Mongolian,
    Chinese,
}

/// One half of every pair in `text`.
fn halves(text: &str, wanted: Half) -> String {
    let mut out = String::with_capacity(text.len());
    let mut now = None;
    for c in text.chars() {
        match c {
            REVIEWED | DRAFT => now = Some(Half::Mongolian),
            PARTS => now = Some(Half::Chinese),
            CLOSES => now = None,
            LACKS => {}
            _ if now.is_none_or(|half| half == wanted) => out.push(c),
            _ => {}
        }
    }
    out
}

/// A finished page for whoever reads Mongolian, with the language it is in: sideways and in Mongolian where every sentence of its
/// main part has a phrase. Else in Chinese, which runs down the page as ever, with what can be said in Mongolian in a block on top:
/// a page of two scripts in two directions can be read in neither.
pub(crate) fn dress(html: &str, t: Say) -> (String, Locale) {
    let main = main_of(html);
    if !main.contains(LACKS) {
        return (lay(&html.replace(LACKS, "")), t.locale);
    }
    let said = Say { locale: Locale::Zh, ..t };
    let block = if main.contains("class=\"lx-bilingual\"") { String::new() } else { head(main, t, said) };
    let chinese = halves(html, Half::Chinese);
    let upright =
        chinese.replacen(&format!("<html lang=\"{}\" class=\"lx-down\">", t.lang()), "<html lang=\"zh-CN\">", 1);
    (with_head(&without_sheet(&upright), &block), Locale::Zh)
}

/// What stands between `<main …>` and its end.
fn main_of(html: &str) -> &str {
    let from = html.find("<main").unwrap_or_default();
    let to = html.find("</main>").unwrap_or(html.len());
    html.get(from..to).unwrap_or(html)
}

/// The block of the phrases of `main`, each once, the first ones; empty where there is none.
fn head(main: &str, t: Say, said: Say) -> String {
    let (mut lines, mut says) = (vec![], vec![]);
    for part in main.split([REVIEWED, DRAFT]).skip(1) {
        let Some((phrase, rest)) = part.split_once(PARTS) else { continue };
        let chinese = rest.split(CLOSES).next().unwrap_or_default();
        // A phrase that holds markup of its own is no line of a block.
        if phrase.contains('<') || lines.iter().any(|line| line == phrase) {
            continue;
        }
        lines.push(phrase.to_owned());
        says.push(chinese.to_owned());
        if lines.len() == PHRASES {
            break;
        }
    }
    let Some(vertical) = Vertical::of_phrases(lines, &says, t.locale == Locale::MnDraft) else { return String::new() };
    let (title, text) = (said.say("voice-page-chinese").into(), said.say("voice-page-chinese-text").into());
    Bilingual { t: said, vertical, title, text, listen: None, whole: None }.to_string()
}

/// Without the sheet of styles for a page that flows sideways.
fn without_sheet(html: &str) -> String {
    let link = "<link rel=\"stylesheet\" href=\"";
    let own = html.match_indices(link).find_map(|(at, _)| {
        let end = at + html[at..].find('>')? + 1;
        html[at..end].contains("mongolian").then_some((at, end))
    });
    own.map_or_else(|| html.to_owned(), |(at, end)| format!("{}{}", &html[..at], &html[end..]))
}

/// With `block` as the first thing of the main part.
fn with_head(html: &str, block: &str) -> String {
    let inside = html.find("<main").and_then(|at| Some(at + html[at..].find('>')? + 1));
    inside.map_or_else(|| html.to_owned(), |at| format!("{}{block}{}", &html[..at], &html[at..]))
}

/// Lays out a finished page in Mongolian.
pub(crate) fn lay(html: &str) -> String {
    let mut out = String::with_capacity(html.len() * 2);
    let (mut rest, mut plain, mut twin) = (html, None::<&str>, false);
    while let Some(at) = rest.find('<') {
        let (text, tagged) = rest.split_at(at);
        put_text(&mut out, text, plain.is_some(), &mut twin);
        let end = tag_end(tagged);
        let (tag, after) = tagged.split_at(end);
        out.push_str(&halves(tag, Half::Chinese));
        plain = match plain {
            Some(name) if tag.strip_prefix("</").is_some_and(|tail| tail.starts_with(name)) => None,
            None => PLAIN.into_iter().find(|name| opens(tag, name)),
            open => open,
        };
        rest = after;
    }
    put_text(&mut out, rest, plain.is_some(), &mut twin);
    out
}

fn opens(tag: &str, name: &str) -> bool {
    let Some(tail) = tag[1..].strip_prefix(name) else { return false };
    !tag.ends_with("/>") && tail.starts_with([' ', '>', '\n'])
}

/// Where the tag at the start of `text` ends; a `>` inside an attribute does not end it.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A piece of text between two tags. A pair may be cut by tags (`<b>`, a date); its halves then open and close in different
/// pieces, so the signs themselves are turned into markup. Inside a `twin`, which is heard and not seen, nothing needs a box.
fn put_text(out: &mut String, text: &str, plain: bool, twin: &mut bool) {
    if plain {
        out.push_str(&halves(text, Half::Chinese));
        return;
    }
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| SIGNS.contains(c)) {
        put_half(out, &text[from..at], *twin);
        *twin = c == PARTS;
        from = at + c.len_utf8();
        out.push_str(match c {
            REVIEWED => "<span class=\"lx-mn\" lang=\"mn-Mong-CN\" aria-hidden=\"true\">",
            DRAFT => "<span class=\"lx-mn lx-mn--draft\" lang=\"mn-Mong-CN\" aria-hidden=\"true\">",
            PARTS => "</span><span class=\"lx-hide\" lang=\"zh-CN\">",
            _ => "</span>",
        });
    }
    put_half(out, &text[from..], *twin);
}

fn put_half(out: &mut String, text: &str, twin: bool) {
    if twin {
        out.push_str(text);
    } else {
        put_runs(out, text);
    }
}

/// Mongolian as it is, everything else in upright boxes.
fn put_runs(out: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let own = rest.find(|c| !is_mongolian(c) && !c.is_whitespace()).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(own);
        out.push_str(head);
        let other = tail.find(is_mongolian).unwrap_or(tail.len());
        let run = tail[..other].trim_end();
        if !run.is_empty() {
            // Writing into a `String` cannot fail.
            let _ = write!(out, "<span class=\"lx-h\" lang=\"zh-CN\">{run}</span>");
        }
        rest = &tail[run.len()..];
    }
}

/// Letters, marks and punctuation of the script, and the narrow space before its suffixes.
fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{18af}' | '\u{202f}' | '\u{11660}'..='\u{1166c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(mongolian: &str, chinese: &str) -> String {
        format!("{DRAFT}{mongolian}{PARTS}{chinese}{CLOSES}")
    }

    #[test]
    fn a_phrase_is_shown_and_its_twin_is_read() {
        let html = lay(&format!("<p title=\"{0}\">{0}</p>", pair("ᠨᠡᠮᠡᠬᠦ", "补充")));
        assert_eq!(
            html,
            "<p title=\"补充\"><span class=\"lx-mn lx-mn--draft\" lang=\"mn-Mong-CN\" aria-hidden=\"true\">ᠨᠡᠮᠡᠬᠦ</span>\
             <span class=\"lx-hide\" lang=\"zh-CN\">补充</span></p>"
        );
    }

    #[test]
    fn numbers_dates_and_chinese_stand_upright() {
        let html = lay("<b>ᠪᠠᠰᠠ 7 ᠡᠳᠦᠷ</b> <a href=\"/a?b=1&amp;c=<\">11月30日（周一）</a>");
        assert!(html.contains("ᠪᠠᠰᠠ <span class=\"lx-h\" lang=\"zh-CN\">7</span> ᠡᠳᠦᠷ"), "{html}");
        assert!(
            html.contains("<a href=\"/a?b=1&amp;c=<\"><span class=\"lx-h\" lang=\"zh-CN\">11月30日（周一）</span></a>"),
            "{html}"
        );
    }

    #[test]
    fn a_page_that_lacks_phrases_is_chinese_with_the_mongolian_on_top() {
        let t = Say::new(Locale::MnDraft);
        let page = |main: &str| {
            format!(
                "<html lang=\"mn-Mong-CN\" class=\"lx-down\"><link rel=\"stylesheet\" href=\"/assets/portal.css\">\
                 <link rel=\"stylesheet\" href=\"/assets/mongolian-1a.css\"><main id=\"main\">{main}</main>{LACKS}电话</html>"
            )
        };
        let whole = format!("<h1>{}</h1>", pair("ᠨᠡᠮᠡᠬᠦ", "补充"));
        let (html, language) = dress(&page(&whole), t);
        assert!(html.contains("lx-down") && html.contains("lx-mn") && !html.contains(LACKS), "{html}");
        assert_eq!(language, Locale::MnDraft);
        let (html, language) = dress(&page(&format!("{whole}<p>{LACKS}这一句没有译</p>{whole}")), t);
        assert_eq!(language, Locale::Zh);
        assert!(html.starts_with("<html lang=\"zh-CN\">") && !html.contains("mongolian"), "{html}");
        assert!(html.contains("<main id=\"main\"><section class=\"lx-bilingual\">"), "{html}");
        assert!(html.contains("<h1>补充</h1><p>这一句没有译</p>"), "{html}");
        assert_eq!(html.matches("ᠨᠡᠮᠡᠬᠦ").count(), 1, "a phrase stands once, in the block: {html}");
        assert!(SIGNS.iter().chain([&LACKS]).all(|sign| !html.contains(*sign)));
    }

    #[test]
    fn options_titles_and_drawings_hold_chinese_only() {
        let text = pair("ᠨᠡᠮᠡᠬᠦ", "补充");
        let html =
            lay(&format!("<title>{text}</title><option>{text}</option><svg><text>{text}</text></svg><svg/>{text}"));
        assert!(
            html.starts_with("<title>补充</title><option>补充</option><svg><text>补充</text></svg><svg/><span"),
            "{html}"
        );
    }

    #[test]
    fn a_phrase_in_a_phrase_gives_each_half_its_own() {
        let inner = pair("ᠣᠳᠣ", "现在");
        let message = Message::new("portal-latest").with("day", inner);
        let said = spoken(Locale::MnDraft, &message);
        assert_eq!(said.matches(PARTS).count(), 1);
        assert!(halves(&said, Half::Mongolian).contains("ᠣᠳᠣ") && halves(&said, Half::Chinese).contains("现在"));
    }

    #[test]
    fn what_a_person_typed_cannot_break_the_page() {
        let html = lay(&format!("<p>{CLOSES}&lt;b&gt;{PARTS}</p>"));
        assert!(html.contains("&lt;b&gt;") && !html.contains("<b>"), "{html}");
        assert_eq!(spoken(Locale::Zh, &Message::new("portal-latest").with("day", "x")), "最迟 x");
    }
}
