//! What people type for a division or a unit, and what it means.

use domain::organisation::Org;
use kernel::{DivisionCode, Refusal};
use services::{Error, divisions, organisation};
use store::Tx;

/// The division that `text` names: a code, a name or an alias inside `place`; also as [`division_words`] writes it.
///
/// # Errors
/// `division-code`, `division-unknown` or `division-ambiguous` on `field`.
pub(super) fn division(tx: &mut Tx, field: &str, text: &str, place: &DivisionCode) -> Result<DivisionCode, Error> {
    let text = text.trim();
    if let Some((_, code)) = parts(text) {
        return Ok(DivisionCode::parse(code).map_err(|refusal| refusal.on(field))?);
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(DivisionCode::parse(text).map_err(|refusal| refusal.on(field))?);
    }
    let mut found = divisions::find(tx, text, place, 50)?;
    if found.iter().any(|division| division.name == text) {
        found.retain(|division| division.name == text);
    }
    match found.as_slice() {
        [only] => Ok(only.code.clone()),
        [] => Err(Refusal::invalid(field, "division-unknown").with("code", text).into()),
        _ => Err(Refusal::invalid(field, "division-ambiguous").with("name", text).with("found", found.len()).into()),
    }
}

/// The unit that `text` names in or around `place`, also as [`unit_words`] writes it; `None` when nothing was typed.
///
/// # Errors
/// `org-unknown` on `field`.
pub(super) fn unit(tx: &mut Tx, field: &str, text: &str, place: &DivisionCode) -> Result<Option<Org>, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (name, place) = match parts(text) {
        Some((name, code)) => (name, DivisionCode::parse(code).map_err(|refusal| refusal.on(field))?),
        None => (text, place.clone()),
    };
    let found = organisation::find_by_name(tx, name, &place)?;
    Ok(Some(found.ok_or_else(|| Refusal::invalid(field, "org-unknown").with("name", text))?))
}

/// `旗住建局（150223）`: the name, and the code that tells it from others of that name.
pub(super) fn unit_words(org: &Org) -> String {
    words(org.name.as_str(), &org.division)
}

/// `百灵庙镇（150223100）`.
pub(super) fn division_words(tx: &mut Tx, code: &DivisionCode) -> Result<String, Error> {
    let name = divisions::get(tx, code)?.map(|division| division.name);
    Ok(name.map_or_else(|| code.to_string(), |name| words(&name, code)))
}

fn words(name: &str, code: &DivisionCode) -> String {
    format!("{name}（{code}）")
}

/// `name（digits）` in its two parts.
fn parts(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix('）').or_else(|| text.strip_suffix(')'))?;
    let (name, code) = inner.rsplit_once(['（', '('])?;
    let digits = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some((name.trim(), code))
}

/// Parts refusals, which are gathered, from faults, which end it.
pub(super) fn told<T>(result: Result<T, Error>) -> Result<Result<T, Vec<Refusal>>, Error> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(Error::Refused(refusal)) => Ok(Err(vec![refusal])),
        Err(Error::Invalid(refusals)) => Ok(Err(refusals)),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_code_behind_a_name_is_told_from_a_name_with_brackets() {
        assert_eq!(parts("旗住建局（150223）"), Some(("旗住建局", "150223")));
        assert_eq!(parts("Bureau (150223)"), Some(("Bureau", "150223")));
        assert_eq!(parts("住建局（人防办）"), None);
        assert_eq!(parts("住建局（人防办）（1502）"), Some(("住建局（人防办）", "1502")));
        assert_eq!(parts("住建局"), None);
    }
}
