//! What somebody wrote into the fields of a letter, on a page or through a program, as content.

use domain::document::{Content, DocType, Entry, Field, FieldKind, Value};
use kernel::Refusal;

/// The content of a `kind` out of texts by field: days as `2026-09-18`, items one a line, empty for what is not there.
///
/// # Errors
/// Everything that is missing or wrong, each on the name of its field: `letter-field-missing`, `letter-field-kind`, `text-too-long`.
pub fn written(kind: DocType, mut raw: impl FnMut(Field) -> String) -> Result<Content, Vec<Refusal>> {
    let (mut content, mut wrong) = (Content::new(), vec![]);
    for field in kind.fields() {
        let text = raw(field);
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        match (field.kind(), text.parse()) {
            (FieldKind::Day, Ok(day)) => content.set(field, Value::Day(day)),
            (FieldKind::Day, Err(_)) => {
                // Something was written, so it is not told as missing, too.
                content.set(field, Value::Day(jiff::civil::Date::MIN));
                wrong.push(Refusal::invalid(field.name(), "letter-field-kind").with("field", field.key()));
            }
            (FieldKind::Text, _) => content = content.text(field, text),
            (FieldKind::Items, _) => {
                let items = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Entry::of).collect();
                content.set(field, Value::Items(items));
            }
        }
    }
    wrong.extend(content.check(kind).err().into_iter().flatten());
    if wrong.is_empty() { Ok(content) } else { Err(wrong) }
}
