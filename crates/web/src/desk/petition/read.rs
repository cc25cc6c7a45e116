//! Small readers that several forms share.

use kernel::{OrgId, Refusal, Text, UserId};

use crate::forms::Reader;

/// One of a closed list.
pub(crate) fn one_of<T>(reader: &mut Reader<'_>, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    reader.required(name, "choose-one", |field, text| {
        parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    })
}

/// A text that must be there.
pub(crate) fn text<const MAX: usize>(reader: &mut Reader<'_>, name: &str) -> Option<Text<MAX>> {
    reader.field(name, Text::parse)
}

/// A member of staff.
pub(crate) fn person(reader: &mut Reader<'_>, name: &str) -> Option<UserId> {
    reader
        .required(name, "choose-one", |field, text| text.parse().map_err(|_| Refusal::invalid(field, "unknown-choice")))
}

/// An organisation of the list that was shown, and one that may be chosen.
pub(crate) fn org(reader: &mut Reader<'_>, name: &str, offered: impl Fn(OrgId) -> bool) -> Option<OrgId> {
    reader.required(name, "choose-one", |field, text| {
        let id: Option<OrgId> = text.parse().ok();
        id.filter(|id| offered(*id)).ok_or_else(|| Refusal::invalid(field, "unit-not-offered"))
    })
}

/// A whole number.
pub(crate) fn number(reader: &mut Reader<'_>, name: &str) -> Option<u32> {
    reader.required(name, "number", |field, text| {
        kernel::halfwidth(text).trim().parse().map_err(|_| Refusal::invalid(field, "number"))
    })
}

/// A day, full-width digits included.
pub(crate) fn day(reader: &mut Reader<'_>, name: &str) -> Option<jiff::civil::Date> {
    reader.day(name)
}
