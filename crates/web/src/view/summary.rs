//! The names of fields in the summary of what is wrong. The summary stands above the fields and is printed before them, so it
//! leaves a mark for each name, and the name is put there when the page is done: the label that the field itself shows.

use crate::i18n::Say;

/// Before and after the id of a field whose name belongs here.
const OPENS: char = '\u{e014}';
const CLOSES: char = '\u{e015}';

/// The mark for the name of `field`.
pub(crate) fn mark(field: &str) -> String {
    format!("{OPENS}{field}{CLOSES}")
}

/// The page with the names in it; a field without a label of its own stays without one.
pub(crate) fn name(t: Say, html: String) -> String {
    if !html.contains(OPENS) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once(OPENS) {
        out.push_str(before);
        let Some((field, tail)) = after.split_once(CLOSES) else { break };
        if let Some(label) = label(&html, field) {
            out.push_str(&t.say("summary-field").with("label", label).text());
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// What stands above a field: its label, or the legend of a group.
fn label<'a>(html: &'a str, field: &str) -> Option<&'a str> {
    let own = |at: usize, element: &str| {
        let start = html[..at].rfind('<')?;
        html[start..].starts_with(element).then(|| text_of(&html[start..])).flatten()
    };
    let labelled = html.find(&format!(" for=\"{field}\"")).and_then(|at| own(at, "<label"));
    labelled.or_else(|| {
        let group = &html[html.find(&format!("<fieldset class=\"lx-field\" id=\"{field}\""))?..];
        text_of(&group[group.find("<legend")?..])
    })
}

/// The text right behind an opening tag.
fn text_of(element: &str) -> Option<&str> {
    let (_, content) = element.split_once('>')?;
    let text = content.split('<').next()?.trim();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use kernel::Locale;

    use super::*;

    #[test]
    fn each_line_begins_with_the_name_that_its_field_shows() {
        let page = format!(
            "<a href=\"#reason\">{}这一处还空着。</a><a href=\"#kind\">{}还没选。</a><a href=\"#x\">{}错。</a>\
             <label class=\"l\" for=\"reason\">承办意见 <span>可不填</span></label>\
             <fieldset class=\"lx-field\" id=\"kind\" tabindex=\"-1\"><legend class=\"l\">属于哪一类</legend></fieldset>",
            mark("reason"),
            mark("kind"),
            mark("x")
        );
        let named = name(Say::new(Locale::Zh), page);
        assert!(named.contains(">承办意见：这一处还空着。<"), "{named}");
        assert!(named.contains(">属于哪一类：还没选。<"), "{named}");
        assert!(named.contains("\"#x\">错。<"), "{named}");
    }
}
