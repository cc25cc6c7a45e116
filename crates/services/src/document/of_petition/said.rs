//! Names of the domain as letters say them: in Chinese, whatever the reader's language.

use kernel::{Locale, Message};

/// A message in the official language.
pub(super) fn zh(message: &Message) -> String {
    message.say(Locale::Zh)
}
