//! A wording in the sections of its form: title, mark, words in the place of the seal, body. What is wrong with the text is told beside
//! the section it stands in.

use domain::document::{DocType, Template};
use kernel::Refusal;

use crate::forms::Submission;

/// The sections by the name of their fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sections {
    pub(super) title: String,
    pub(super) mark: String,
    pub(super) seal: String,
    pub(super) body: String,
}

impl Sections {
    /// As a template has them.
    pub(super) fn of(template: &Template) -> Self {
        let (head, body) = template.text.split_once("\n\n").unwrap_or((&template.text, ""));
        let named = |name: &str| {
            let line = head.lines().find_map(|line| line.split_once('：').filter(|(known, _)| known.trim() == name));
            line.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
        };
        Self {
            title: named("标题"),
            mark: named("代字"),
            seal: named("印章"),
            body: body.trim_matches('\n').to_owned(),
        }
    }

    /// As they were sent.
    pub(super) fn sent(sent: &Submission) -> Self {
        let line = |name: &str| sent.raw(name).split_whitespace().collect::<Vec<_>>().join(" ");
        let body = sent.raw("body").replace("\r\n", "\n");
        Self {
            title: line("title"),
            mark: line("mark"),
            seal: line("seal"),
            body: body.trim_matches('\n').trim_end().to_owned(),
        }
    }

    /// The names of the head's fields, line by line.
    fn head(&self) -> Vec<(&'static str, String)> {
        let all = [("title", "标题", &self.title), ("mark", "代字", &self.mark), ("seal", "印章", &self.seal)];
        all.into_iter()
            .filter(|(name, _, value)| *name == "title" || !value.is_empty())
            .map(|(name, label, value)| (name, format!("{label}：{value}")))
            .collect()
    }

    /// The text of a template.
    pub(super) fn text(&self) -> String {
        let head: Vec<String> = self.head().into_iter().map(|(_, line)| line).collect();
        format!("{}\n\n{}\n", head.join("\n"), self.body)
    }

    /// A template of these sections, to be looked at.
    pub(super) fn template(&self, kind: DocType) -> Template {
        let effective_from = jiff::civil::Date::MIN;
        Template { kind, division: None, version: String::new(), effective_from, text: self.text() }
    }

    /// Everything that is wrong, each beside its section.
    pub(super) fn check(&self, kind: DocType) -> Result<(), Vec<Refusal>> {
        let mut wrong = vec![];
        // A text without a title has no end of its head: the rest is looked at under some title.
        let titled = if self.title.is_empty() {
            wrong.push(Refusal::invalid("title", "template-title"));
            Self { title: "〇".into(), ..self.clone() }
        } else {
            self.clone()
        };
        wrong.extend(self.placed(titled.template(kind).check().err().unwrap_or_default()));
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// Refusals of a text, each beside the section it is about, with its line in that section.
    pub(super) fn placed(&self, refusals: Vec<Refusal>) -> Vec<Refusal> {
        let head = self.head();
        refusals.into_iter().map(|refusal| placed(&head, refusal)).collect()
    }
}

fn placed(head: &[(&'static str, String)], mut refusal: Refusal) -> Refusal {
    if refusal.field != "text" {
        return refusal;
    }
    let line = refusal.args.iter().find(|(name, _)| name == "line").and_then(|(_, line)| line.parse::<usize>().ok());
    let field = match (refusal.code.as_str(), line) {
        ("template-title", _) => "title",
        ("template-series", _) => "mark",
        ("template-required" | "template-too-long", _) => "body",
        (_, Some(line)) if line >= 1 && line <= head.len() => head[line - 1].0,
        _ => "body",
    };
    if let ("body", Some(line)) = (field, line) {
        let inside = line.saturating_sub(head.len() + 1).max(1);
        for (name, value) in &mut refusal.args {
            if name == "line" {
                *value = inside.to_string();
            }
        }
    }
    field.clone_into(&mut refusal.field);
    refusal
}

#[cfg(test)]
mod tests {
    use domain::document::shipped;

    use super::*;

    #[test]
    fn every_shipped_wording_comes_back_from_its_sections() {
        for kind in DocType::ALL {
            let template = shipped(*kind);
            let sections = Sections::of(&template);
            assert_eq!(sections.text(), template.text.trim_end().to_owned() + "\n", "{kind}");
            assert!(sections.template(*kind).check().is_ok(), "{kind}");
        }
    }

    #[test]
    fn a_mistake_stands_beside_its_section_with_its_line_there() {
        let kind = DocType::RiskReminder;
        let mut sections = Sections::of(&shipped(kind));
        sections.title = "提醒{没有的".into();
        sections.mark = "信/提".into();
        sections.body.push_str("\n{听证时间}");
        let lines = sections.body.lines().count();
        let refusals = sections.template(kind).check().unwrap_err();
        let placed = sections.placed(refusals);
        let at = |code: &str| {
            let found =
                placed.iter().find(|refusal| refusal.code == code).unwrap_or_else(|| panic!("{code}: {placed:?}"));
            let line = found.args.iter().find(|(name, _)| name == "line").unwrap().1.clone();
            (found.field.clone(), line)
        };
        assert_eq!(at("template-brace").0, "title");
        assert_eq!(at("template-series").0, "mark");
        assert_eq!(at("template-foreign"), ("body".to_owned(), lines.to_string()));
    }
}
