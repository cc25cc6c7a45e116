//! Why a TOML file cannot be read, in the reader's language. The parser speaks English to programmers; whoever changes a practice is
//! told which value is wrong, and what is expected in its place.

use kernel::Refusal;

/// The refusal behind what the parser says of the line whose entry is called `key`; on that entry where it has a name.
pub(super) fn refusal(said: &str, key: &str) -> Refusal {
    let on = |code: &str| Refusal::invalid(if key.is_empty() { "file" } else { key }, code);
    if let Some((value, expected)) = of_another_kind(said) {
        return on("practice-toml-kind").with("value", value).with("expected", expected);
    }
    if let Some(field) = said.strip_prefix("missing field ").map(named) {
        return on("practice-toml-missing").with("field", field);
    }
    if let Some((field, known)) = said.strip_prefix("unknown field ").and_then(|tail| tail.split_once(", expected ")) {
        return on("practice-toml-unknown").with("field", named(field)).with("known", listed(known));
    }
    if let Some((value, known)) = said.strip_prefix("unknown variant ").and_then(|tail| tail.split_once(", expected "))
    {
        return on("practice-toml-choice").with("value", named(value)).with("known", listed(known));
    }
    if said.starts_with("duplicate key") {
        return on("practice-toml-twice");
    }
    on("practice-toml")
}

/// `invalid type: string "１２", expected i64`: what was written, and the key of what is expected.
fn of_another_kind(said: &str) -> Option<(String, &'static str)> {
    let tail = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "))?;
    let (found, expected) = tail.rsplit_once(", expected ")?;
    // The value stands in quotes behind the word for its kind.
    let from = found.find(['"', '`']).unwrap_or(found.len());
    Some((found[from..].trim_matches(['"', '`']).to_owned(), kind(expected)))
}

/// The word for a kind of value that the parser names by its type.
fn kind(expected: &str) -> &'static str {
    let number = expected.strip_prefix(['i', 'u']).is_some_and(|bits| bits.parse::<u8>().is_ok() || bits == "size");
    match expected {
        _ if number || expected.contains("integer") || expected.starts_with("nonzero") => "practice-kind-number",
        _ if expected.contains("string") => "practice-kind-text",
        _ if expected.contains("boolean") => "practice-kind-yes-no",
        _ if expected.contains("sequence") || expected.contains("array") => "practice-kind-list",
        _ => "practice-kind-other",
    }
}

/// A name without the parser's marks.
fn named(text: &str) -> String {
    text.trim_matches('`').to_owned()
}

/// "one of `a`, `b`" as a list in words; empty where there is nothing to choose from.
fn listed(known: &str) -> String {
    known.split('`').skip(1).step_by(2).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use kernel::Locale;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only what cannot be read is looked at")]
    struct One {
        length: i64,
        name: String,
        unit: Unit,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Unit {
        Day,
        Hour,
    }

    /// What is said of a file in both languages.
    fn told(text: &str) -> (String, String) {
        let error = toml::from_str::<One>(text).unwrap_err();
        let refusal = refusal(error.message(), "length");
        (refusal.message().say(Locale::Zh), refusal.message().say(Locale::En))
    }

    #[test]
    fn nothing_that_the_parser_says_reaches_a_reader() {
        let rest = "name = \"a\"\nunit = \"day\"\n";
        let said = |length: &str| told(&format!("length = {length}\n{rest}"));
        assert_eq!(said("\"１２\"").0, "“１２”不对，这里要写一个整数，用 0 到 9 的数字。");
        assert_eq!(said("1.5").0, "“1.5”不对，这里要写一个整数，用 0 到 9 的数字。");
        assert_eq!(told(rest).0, "还差一项：length。");
        assert_eq!(
            told(&format!("length = 1\nlenght = 2\n{rest}")).0,
            "没有叫“lenght”的一项。能写的有：length、name、unit。"
        );
        assert_eq!(told("length = 1\nname = \"a\"\nunit = \"week\"").0, "“week”不在能选的里面。能写的有：day、hour。");
        assert_eq!(told(&format!("length = 1\nlength = 2\n{rest}")).0, "同一项写了两次。留一行。");
        for broken in ["length =", "length 1", "[[", "length = \"1"] {
            let (chinese, english) = told(broken);
            assert_eq!(chinese, "这一行看不懂。写法是 名字 = \"值\"，一行一个；一段的开头写成 [[名字]]。", "{broken}");
            assert!(!english.contains("expected") && !english.contains("TOML"), "{english}");
        }
    }
}
