//! Reading a form into types, gathering everything that is wrong instead of stopping at the first.

use kernel::Refusal;
use uuid::Uuid;

use super::{FormErrors, Submission, UploadedFile};

/// Reads fields one by one; [`Reader::finish`] tells whether all went well.
pub struct Reader<'a> {
    sent: &'a Submission,
    refusals: Vec<Refusal>,
}

impl Submission {
    /// Begins reading.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader { sent: self, refusals: self.refusals.clone() }
    }
}

impl Reader<'_> {
    /// A field that must be there: `reader.field("mobile", Mobile::parse)`.
    pub fn field<T>(&mut self, name: &str, parse: impl FnOnce(&str, &str) -> Result<T, Refusal>) -> Option<T> {
        let read = parse(name, self.sent.raw(name));
        self.keep(name, read)
    }

    /// A field that must be there, with its own sentence (`missing`, a refusal code) for when it was left empty.
    pub fn required<T>(
        &mut self,
        name: &str,
        missing: &str,
        parse: impl FnOnce(&str, &str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let raw = self.sent.raw(name);
        let read = if raw.trim().is_empty() { Err(Refusal::invalid(name, missing)) } else { parse(name, raw) };
        self.keep(name, read)
    }

    /// A day that must be there, full-width digits included.
    pub fn day(&mut self, name: &str) -> Option<jiff::civil::Date> {
        self.required(name, "date-expected", |field, text| {
            kernel::halfwidth(text).trim().parse().map_err(|_| Refusal::invalid(field, "date"))
        })
    }

    /// A field that may stay empty.
    pub fn optional<T>(&mut self, name: &str, parse: impl FnOnce(&str, &str) -> Result<T, Refusal>) -> Option<T> {
        let raw = self.sent.raw(name);
        if raw.trim().is_empty() {
            return None;
        }
        let read = parse(name, raw);
        self.keep(name, read)
    }

    /// All values of a repeated field but the empty ones; each is named `claim-1`, `claim-2` … in refusals.
    pub fn list<T>(&mut self, name: &str, parse: impl Fn(&str, &str) -> Result<T, Refusal>) -> Vec<T> {
        let mut items = vec![];
        let sent = self.sent.texts.iter().filter(|(key, _)| key == name);
        for (index, (_, value)) in sent.filter(|(_, value)| !value.trim().is_empty()).enumerate() {
            let field = format!("{name}-{}", index + 1);
            let read = parse(&field, value);
            items.extend(self.keep(&field, read));
        }
        items
    }

    /// Whether a box is ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        !self.sent.raw(name).is_empty()
    }

    /// Refuses with `code` unless the box is ticked.
    pub fn must_tick(&mut self, name: &str, code: &str) {
        if !self.ticked(name) {
            self.refuse(Refusal::invalid(name, code));
        }
    }

    /// The files sent under `name`.
    #[must_use]
    pub fn files(&self, name: &str) -> Vec<UploadedFile> {
        self.sent.files.iter().filter(|file| file.field == name).cloned().collect()
    }

    /// The form's idempotency key.
    pub fn key(&mut self) -> Option<Uuid> {
        let key = Uuid::parse_str(self.sent.raw("key")).ok();
        if key.is_none() {
            self.refuse(Refusal::invalid("", "form-expired"));
        }
        key
    }

    /// Adds something that is wrong.
    pub fn refuse(&mut self, refusal: Refusal) {
        if !self.sent.torn && !self.refusals.contains(&refusal) {
            self.refusals.push(refusal);
        }
    }

    fn keep<T>(&mut self, name: &str, read: Result<T, Refusal>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(refusal) => {
                // Parsers that know no field (`CaseNumber::parse`) get the one they were asked for.
                let named = if refusal.field.is_empty() { refusal.on(name) } else { refusal };
                self.refuse(named);
                None
            }
        }
    }

    /// `value` when nothing was refused, otherwise everything that was. `value` is `None` only when something was.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, FormErrors> {
        match value {
            Some(value) if self.refusals.is_empty() => Ok(value),
            _ if self.refusals.is_empty() => Err(FormErrors::from(vec![Refusal::invalid("", "form-broken")])),
            _ => Err(FormErrors::from(self.refusals)),
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::{CaseNumber, Mobile, NonEmpty, Text};

    use super::*;

    #[test]
    fn everything_wrong_is_told_at_once() {
        let sent = Submission::of(&[("mobile", "138"), ("claim", ""), ("claim", "修好暖气"), ("number", "x")]);
        let mut reader = sent.reader();
        let mobile = reader.field("mobile", Mobile::parse);
        let claims = reader.list("claim", Text::<500>::parse);
        assert_eq!(claims.len(), 1);
        let number = reader.field("number", |_, text| CaseNumber::parse(text));
        let errors = reader.finish(mobile.zip(number)).unwrap_err();
        let fields: Vec<_> = errors.refusals().iter().map(|r| r.field.as_str()).collect();
        assert_eq!(fields, ["mobile", "number"]);
    }

    #[test]
    fn a_good_form_is_read() {
        let sent = Submission::of(&[("mobile", "138 0000 0000"), ("claim", "一"), ("agree", "yes")]);
        let mut reader = sent.reader();
        let mobile = reader.field("mobile", Mobile::parse);
        let claims = NonEmpty::parse("claim", reader.list("claim", Text::<500>::parse)).ok();
        reader.must_tick("agree", "form-broken");
        assert!(reader.optional("address", Text::<100>::parse).is_none());
        assert!(reader.finish(mobile.zip(claims)).is_ok());
    }

    #[test]
    fn a_forged_form_is_never_finished() {
        let mut sent = Submission::of(&[("mobile", "13800000000")]);
        sent.refusals.push(Refusal::invalid("", "form-expired"));
        let mut reader = sent.reader();
        let mobile = reader.field("mobile", Mobile::parse);
        assert!(mobile.is_some());
        assert_eq!(reader.finish(mobile).unwrap_err().refusals()[0].code, "form-expired");
    }
}
