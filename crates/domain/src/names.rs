//! Closed lists of names, and how they are said.

/// A closed list of names: serialises as, prints as and parses from its SCREAMING_SNAKE_CASE name.
///
/// With `in "prefix"` after its name every value also has a key in the locale files, `prefix-lower-case-name`, and
/// `message()` says it. Refusals and timelines carry such keys as arguments; a text says them with `{ WORD($stage) }`, so
/// that a stored message has no language.
#[macro_export]
macro_rules! names {
    ($(#[$doc:meta])* pub enum $name:ident $(in $prefix:literal)? { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Stable name, as stored and as the API says it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// Reads [`Self::name`] back.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        $(impl $name {
            /// Its key in the locale files.
            #[must_use]
            pub fn key(self) -> String {
                $crate::names::key_of($prefix, self.name())
            }

            /// What people call it.
            #[must_use]
            pub fn message(self) -> kernel::Message {
                kernel::Message::new(self.key())
            }
        }

        impl $crate::names::Keyed for $name {
            fn name(self) -> &'static str {
                Self::name(self)
            }

            fn key(self) -> String {
                Self::key(self)
            }
        })?

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

/// A name that is said from the locale files.
pub trait Keyed: Copy {
    /// Its stable name.
    fn name(self) -> &'static str;

    /// Its key there.
    fn key(self) -> String;
}

/// `stage-petition` and `NOT_ACCEPTED` give `stage-petition-not-accepted`; dots of event kinds become hyphens too.
#[must_use]
pub fn key_of(prefix: &str, name: &str) -> String {
    format!("{prefix}-{}", name.to_lowercase().replace(['_', '.'], "-"))
}
