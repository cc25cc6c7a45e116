//! What somebody enters about an organisation, before and after parsing.

use domain::organisation::{Org, OrgFunction, OrgKind};
use jiff::civil::Date;
use kernel::{DivisionCode, OrgId, OrgLevel, Refusal, Text};
use serde::Deserialize;

use super::labels::kind_of;
use crate::{Error, error::Collect};

/// Everything about an organisation but its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgDraft {
    /// The organisation it belongs to.
    pub parent: Option<OrgId>,
    /// 业务主管部门.
    pub line_superior: Option<OrgId>,
    /// 垂直管理.
    pub vertical: bool,
    /// What it is.
    pub kind: OrgKind,
    /// Full name.
    pub name: Text<80>,
    /// What people call it.
    pub short_name: Option<Text<30>>,
    /// 发文机关代字.
    pub doc_code: Option<Text<10>>,
    /// Where it works.
    pub division: DivisionCode,
    /// Public telephone.
    pub phone: Option<Text<40>>,
    /// Where to go.
    pub address: Option<Text<120>>,
    /// When somebody is there.
    pub hours: Option<Text<120>>,
    /// Whether it may answer a petition with an opinion of its own.
    pub accepts_petitions: bool,
    /// What it does.
    pub functions: Vec<OrgFunction>,
    /// First day; the day of entry when `None`.
    pub active_from: Option<Date>,
    /// First day on which it no longer exists.
    pub active_to: Option<Date>,
}

impl OrgDraft {
    /// An entry with what is usual for its kind.
    #[must_use]
    pub fn new(kind: OrgKind, name: Text<80>, division: DivisionCode) -> Self {
        Self {
            parent: None,
            line_superior: None,
            vertical: false,
            kind,
            name,
            short_name: None,
            doc_code: None,
            accepts_petitions: accepts(kind, &division),
            division,
            phone: None,
            address: None,
            hours: None,
            functions: kind.usual_functions().to_vec(),
            active_from: None,
            active_to: None,
        }
    }

    /// The organisation `id` that this entry describes.
    #[must_use]
    pub fn into_org(self, id: OrgId, today: Date) -> Org {
        Org {
            id,
            parent: self.parent,
            line_superior: self.line_superior,
            vertical: self.vertical,
            kind: self.kind,
            name: self.name,
            short_name: self.short_name,
            doc_code: self.doc_code,
            division: self.division,
            phone: self.phone,
            address: self.address,
            hours: self.hours,
            accepts_petitions: self.accepts_petitions,
            functions: self.functions,
            active_from: self.active_from.unwrap_or(today),
            active_to: self.active_to,
        }
    }
}

fn accepts(kind: OrgKind, division: &DivisionCode) -> bool {
    matches!(kind, OrgKind::Government | OrgKind::Unit) && division.level() != OrgLevel::Village
}

/// The same as texts, from a form, the API or a row of a spreadsheet. Organisations stand here by id.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OrgForm {
    /// Kind, by stable name or Chinese word.
    pub kind: String,
    /// Full name.
    pub name: String,
    /// What people call it.
    pub short_name: String,
    /// 发文机关代字.
    pub doc_code: String,
    /// Division code.
    pub division: String,
    /// Id of the organisation it belongs to.
    pub parent: String,
    /// Id of the department above it in its line.
    pub line_superior: String,
    /// 垂直管理.
    pub vertical: bool,
    /// Telephone.
    pub phone: String,
    /// Address.
    pub address: String,
    /// Opening hours.
    pub hours: String,
    /// Whether it gives opinions; what is usual for its kind when `None`.
    pub accepts_petitions: Option<bool>,
    /// What it does; what is usual for its kind when empty.
    pub functions: Vec<String>,
    /// Last day before it no longer exists, `2026-12-31`; empty: it goes on.
    pub active_to: String,
}

impl OrgForm {
    /// Reads the form.
    ///
    /// # Errors
    /// `Invalid` with every field that cannot be read.
    pub fn parse(&self) -> Result<OrgDraft, Error> {
        let mut wrong = Collect::default();
        let kind = wrong.take(kind_of(self.kind.trim()).ok_or_else(|| Refusal::invalid("kind", "org-kind")));
        let name = wrong.take(Text::parse("name", &self.name));
        let division = wrong.take(DivisionCode::parse(&self.division));
        let short_name = wrong.take(Text::parse_optional("short_name", &self.short_name));
        let doc_code = wrong.take(Text::parse_optional("doc_code", &self.doc_code));
        let phone = wrong.take(Text::parse_optional("phone", &self.phone));
        let address = wrong.take(Text::parse_optional("address", &self.address));
        let hours = wrong.take(Text::parse_optional("hours", &self.hours));
        let parent = wrong.take(org_id("parent", &self.parent));
        let line_superior = wrong.take(org_id("line_superior", &self.line_superior));
        let functions = wrong.take(functions(&self.functions));
        let active_to = wrong.take(day("active_to", &self.active_to));
        wrong.finish()?;
        let (Some(kind), Some(name), Some(division)) = (kind, name, division) else {
            return Err(Refusal::invalid("name", "text-empty").into());
        };
        let mut draft = OrgDraft::new(kind, name, division);
        draft.short_name = short_name.flatten();
        draft.doc_code = doc_code.flatten();
        draft.phone = phone.flatten();
        draft.address = address.flatten();
        draft.hours = hours.flatten();
        draft.parent = parent.flatten();
        draft.line_superior = line_superior.flatten();
        draft.vertical = self.vertical;
        draft.active_to = active_to.flatten();
        draft.accepts_petitions = self.accepts_petitions.unwrap_or(draft.accepts_petitions);
        if let Some(functions) = functions.filter(|functions| !functions.is_empty()) {
            draft.functions = functions;
        }
        Ok(draft)
    }
}

fn org_id(field: &str, text: &str) -> Result<Option<OrgId>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Refusal::invalid(field, "org-unknown").with("name", text))
}

fn functions(names: &[String]) -> Result<Vec<OrgFunction>, Refusal> {
    names
        .iter()
        .map(|name| OrgFunction::parse(name).ok_or_else(|| Refusal::invalid("functions", "org-function")))
        .collect()
}

pub(crate) fn day(field: &str, text: &str) -> Result<Option<Date>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Refusal::invalid(field, "date"))
}
