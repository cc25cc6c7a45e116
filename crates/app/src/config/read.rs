//! The file, field by field: every mistake is told with its name, all of them at once.

use kernel::Refusal;
use toml::{Table, Value};
use web::state::{Limits, Place};

use super::notify::{Notify, SECTIONS};

/// What the file says; nothing is filled in yet.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) database: Option<String>,
    pub(super) data: Option<String>,
    pub(super) keys: Option<String>,
    pub(super) listen: Option<String>,
    pub(super) admin: Option<String>,
    pub(super) log: Option<String>,
    pub(super) secure_cookies: Option<bool>,
    pub(super) place: Place,
    pub(super) division: Option<String>,
    pub(super) limits: Limits,
    pub(super) recordings: Option<String>,
    pub(super) public_url: Option<String>,
    pub(super) fonts: Option<String>,
    pub(super) notify: Notify,
}

/// Reads the text of a configuration file.
///
/// # Errors
/// `config-syntax` with the line; `config-type`, `config-number`, `config-unknown` for each field concerned.
pub(super) fn fields(text: &str) -> Result<Fields, Vec<Refusal>> {
    let table: Table = toml::from_str(text).map_err(|error| {
        let before = error.span().map_or("", |span| text.get(..span.start).unwrap_or(""));
        let line = before.matches('\n').count() + 1;
        vec![Refusal::invalid("", "config-syntax").with("line", line).with("detail", error.message())]
    })?;
    let mut reader = Reader { path: "", table, errors: vec![] };
    let mut fields = Fields {
        database: reader.text("database"),
        data: reader.text("data"),
        keys: reader.text("keys"),
        listen: reader.text("listen"),
        admin: reader.text("admin"),
        log: reader.text("log"),
        secure_cookies: reader.flag("secure_cookies"),
        recordings: reader.text("recordings"),
        public_url: reader.text("public_url"),
        fonts: reader.text("fonts"),
        ..Fields::default()
    };
    if let Some(mut inner) = reader.table("place") {
        fields.division = inner.text("division");
        fields.place = Place {
            name: inner.text("name").unwrap_or_default(),
            office: inner.text("office").unwrap_or_default(),
            address: inner.text("address").unwrap_or_default(),
            hours: inner.text("hours").unwrap_or_default(),
            phone: inner.text("phone").unwrap_or_default(),
        };
        reader.errors.extend(inner.finish());
    }
    if let Some(mut inner) = reader.table("limits") {
        for (name, limit) in [
            ("file", &mut fields.limits.file),
            ("files", &mut fields.limits.files),
            ("count", &mut fields.limits.count),
            ("text", &mut fields.limits.text),
            ("voice", &mut fields.limits.voice),
        ] {
            *limit = inner.number(name).unwrap_or(*limit);
        }
        reader.errors.extend(inner.finish());
    }
    let sections = SECTIONS.iter().filter_map(|name| Some((*name, reader.table(name)?.table))).collect();
    fields.notify = Notify::read(sections, &mut reader.errors);
    let errors = reader.finish();
    if errors.is_empty() { Ok(fields) } else { Err(errors) }
}

/// Takes fields out of a table; what is left at the end is unknown.
struct Reader {
    path: &'static str,
    table: Table,
    errors: Vec<Refusal>,
}

impl Reader {
    fn name(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }

    fn wrong(&mut self, field: &str, expected: &str) {
        let refusal = Refusal::invalid(&self.name(field), "config-type").with("expected", expected);
        self.errors.push(refusal);
    }

    fn text(&mut self, field: &str) -> Option<String> {
        if let Value::String(text) = self.table.remove(field)? {
            return Some(text);
        }
        self.wrong(field, "\"…\"");
        None
    }

    fn flag(&mut self, field: &str) -> Option<bool> {
        if let Value::Boolean(flag) = self.table.remove(field)? {
            return Some(flag);
        }
        self.wrong(field, "true, false");
        None
    }

    fn number(&mut self, field: &str) -> Option<usize> {
        let number = match self.table.remove(field)? {
            Value::Integer(number) => usize::try_from(number).ok().filter(|number| *number > 0),
            _ => None,
        };
        if number.is_none() {
            let refusal = Refusal::invalid(&self.name(field), "config-number");
            self.errors.push(refusal);
        }
        number
    }

    fn table(&mut self, field: &'static str) -> Option<Self> {
        if let Value::Table(table) = self.table.remove(field)? {
            return Some(Self { path: field, table, errors: vec![] });
        }
        self.wrong(field, &format!("[{field}]"));
        None
    }

    fn finish(self) -> Vec<Refusal> {
        let mut errors = self.errors;
        let path = self.path;
        let name = |field: &String| if path.is_empty() { field.clone() } else { format!("{path}.{field}") };
        errors.extend(self.table.keys().map(|field| Refusal::invalid(&name(field), "config-unknown")));
        errors
    }
}
