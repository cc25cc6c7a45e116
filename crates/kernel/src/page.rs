//! One page of a list, and where the next begins.

use serde::{Deserialize, Serialize};

/// Where the next page begins: the sort key and the id of the last row seen. Opaque to the outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The value of the sort column of the last row.
    pub key: i64,
    /// The id of the last row, as text.
    pub id: String,
}

impl Cursor {
    /// As it stands in a URL.
    #[must_use]
    pub fn encode(&self) -> String {
        format!("{:x}~{}", self.key, self.id)
    }

    /// Reads it back from a URL; `None` when it was tampered with.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let (key, id) = text.split_once('~')?;
        let key = match key.strip_prefix('-') {
            Some(digits) => -i64::from_str_radix(digits, 16).ok()?,
            None => i64::from_str_radix(key, 16).ok()?,
        };
        Some(Self { key, id: id.to_owned() })
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows of this page.
    pub items: Vec<T>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// The same page with each row changed.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_a_url() {
        for key in [0, 1, 1_790_000_000_000_000] {
            let cursor = Cursor { key, id: "abc".into() };
            assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
        assert_eq!(Cursor::decode("nonsense"), None);
    }
}
