//! One line of text for a page.

use askama::filters::HtmlSafe;

use crate::i18n::Said;

/// Text that is ready for a page: escaped, dates kept together, the `**strong**` words of our own messages strong.
///
/// A `Line` made from a `String` takes every character literally, so a petitioner's words may go in as they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line(String);

/// Brackets a fact while a message is read for marks; private-use characters that nobody types.
const FACT: (char, char) = ('\u{e000}', '\u{e001}');

impl Line {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// HTML that a component drew.
    pub(crate) fn drawn(component: &impl std::fmt::Display) -> Self {
        Self(component.to_string())
    }

    pub(crate) fn said(said: &Said) -> Self {
        let mut message = said.message.clone();
        for (_, value) in &mut message.args {
            // What holds no marks stays bare: numbers take part in plurals, dates and keys are said by functions.
            if value.contains(['*', FACT.0, FACT.1]) {
                *value = format!("{}{}{}", FACT.0, value.replace([FACT.0, FACT.1], ""), FACT.1);
            }
        }
        let instead = said.t.words.instead(said.t.locale, &message);
        let text = instead.unwrap_or_else(|| crate::view::spoken(said.t.locale, &said.t.read(&message)));
        Self(keep_dates(&strong(&escape(&text))))
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self(keep_dates(&escape(&text)))
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self(keep_dates(&escape(text)))
    }
}

impl From<Said> for Line {
    fn from(said: Said) -> Self {
        Self::said(&said)
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Line {}

/// Escapes the five characters that mean something in HTML.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// Turns `**words**` into strong ones, but not inside facts, whose brackets it takes away.
fn strong(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 16);
    let (mut open, mut fact) = (false, false);
    let mut rest = html.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            c if c == FACT.0 => fact = true,
            c if c == FACT.1 => fact = false,
            '*' if !fact && rest.peek() == Some(&'*') => {
                rest.next();
                out.push_str(if open { "</b>" } else { "<b>" });
                open = !open;
            }
            _ => out.push(c),
        }
    }
    if open {
        out.push_str("</b>");
    }
    out
}

/// Wraps `11月30日（周一）` and `2026年11月30日` so that a date never breaks.
fn keep_dates(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = date_length(rest);
        let taken = if length > 0 { length } else { digits(rest) };
        let (head, after) = rest.split_at(taken);
        if length > 0 {
            out.push_str("<span class=\"lx-nw\">");
            out.push_str(head);
            out.push_str("</span>");
        } else {
            out.push_str(head);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// `12月` → bytes taken; 0 when `text` does not start with digits and `unit`.
fn part(text: &str, unit: char) -> usize {
    match digits(text) {
        0 => 0,
        n if text[n..].starts_with(unit) => n + unit.len_utf8(),
        _ => 0,
    }
}

/// Length in bytes of the date with which `text` begins; 0 when it does not.
fn date_length(text: &str) -> usize {
    let year = part(text, '年');
    let month = part(&text[year..], '月');
    if month == 0 {
        return 0;
    }
    let day = part(&text[year + month..], '日');
    if day == 0 {
        return 0;
    }
    let end = year + month + day;
    let weekday = text[end..]
        .strip_prefix("（周")
        .and_then(|tail| tail.find('）').filter(|at| *at <= '一'.len_utf8()))
        .map_or(0, |at| "（周".len() + at + '）'.len_utf8());
    end + weekday
}

#[cfg(test)]
mod tests {
    use kernel::Locale;

    use super::*;
    use crate::i18n::Say;

    #[test]
    fn words_of_people_are_taken_literally() {
        assert_eq!(Line::from("<b>**5 * 3**</b> & 室温").to_string(), "&lt;b&gt;**5 * 3**&lt;/b&gt; &amp; 室温");
    }

    #[test]
    fn dates_stay_together() {
        assert_eq!(
            Line::from("最迟 11月30日（周一）给您，2026年1月5日 起，3 件").to_string(),
            "最迟 <span class=\"lx-nw\">11月30日（周一）</span>给您，<span class=\"lx-nw\">2026年1月5日</span> 起，3 件"
        );
        assert_eq!(Line::from("12月和 3日").to_string(), "12月和 3日");
    }

    #[test]
    fn marks_work_in_messages_and_never_in_facts() {
        assert_eq!(strong("a **b** c"), "a <b>b</b> c");
        assert_eq!(strong("\u{e000}**x**\u{e001} **y"), "**x** <b>y</b>");
        let said = Say::new(Locale::Zh).say("no-such-key").with("name", "**x**");
        assert_eq!(said.rich().to_string(), "⟨no-such-key⟩");
    }
}
