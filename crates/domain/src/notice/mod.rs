//! What a person is told on her telephone: which sentence, in which language, at which hour. A notice holds four facts at
//! most (number, unit, date, link) and has no room for anything else: whoever picks up the telephone learns nothing.

mod quiet;
mod rules;
#[cfg(test)]
mod tests;
mod wording;

pub use quiet::Quiet;
pub use rules::NoticeRules;
pub use wording::{Facts, Sentences, Wording, check_text};

use crate::names;

names! {
    /// Why she is told; each has a sentence in the wording of her jurisdiction.
    pub enum Purpose in "notice-purpose" {
        /// Her matter is on record.
        Registered = "REGISTERED",
        /// It changed hands, or was taken up.
        Moved = "MOVED",
        /// A promised date changed or passed.
        Dated = "DATED",
        /// A last day of hers comes near.
        Nearing = "NEARING",
        /// A reception for which she has a seat is cancelled or moved.
        Reception = "RECEPTION",
        /// There is an answer to read.
        Answered = "ANSWERED",
        /// The procedure ended.
        Ended = "ENDED",
        /// Something happened, and no unit may be named: a report that went over a unit's head.
        Discreet = "DISCREET",
    }
}

names! {
    /// By which way it goes.
    pub enum Channel in "notice-channel" {
        /// 短信.
        Sms = "SMS",
        /// 电子邮件.
        Email = "EMAIL",
        /// 企业微信.
        Wecom = "WECOM",
    }
}

names! {
    /// What became of a notice.
    pub enum Fate in "notice-fate" {
        /// It waits for its turn, or for another try.
        Queued = "QUEUED",
        /// It waits for the morning.
        Held = "HELD",
        /// It is being handed over.
        Sending = "SENDING",
        /// The carrier has taken it.
        Sent = "SENT",
        /// The carrier says that it arrived.
        Delivered = "DELIVERED",
        /// It did not go and will not.
        Failed = "FAILED",
        /// The carrier gave no answer; it may have gone, so it is not sent again.
        Unsure = "UNSURE",
        /// There is no way to reach her.
        Unreachable = "UNREACHABLE",
        /// It stands on her page only: she wants it so, or no carrier is set up.
        OnPage = "ON_PAGE",
    }
}

impl Fate {
    /// Whether nothing more will come of it.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        !matches!(self, Self::Queued | Self::Held | Self::Sending)
    }

    /// Whether somebody should call her instead.
    #[must_use]
    pub const fn wants_a_call(self) -> bool {
        matches!(self, Self::Failed | Self::Unsure | Self::Unreachable)
    }
}

impl Purpose {
    /// Why an event of this kind is told.
    #[must_use]
    pub fn of(kind: &str) -> Self {
        let (case, what) = kind.split_once('.').unwrap_or(("", kind));
        if !matches!(case, "petition" | "order") {
            return Self::Discreet;
        }
        match what {
            "registered" | "received" => Self::Registered,
            "extension_granted" | "extended" | "clock_overdue" | "clocks_recomputed" => Self::Dated,
            "remedy_noted" | "term_near" => Self::Nearing,
            "opinion_issued" | "served" | "answered" | "replied" | "done" | "not_accepted" | "no_more_accepted"
            | "executed" => Self::Answered,
            // Of what leaders do she is told only what became of her seat.
            "led" => Self::Reception,
            "closed" | "withdrawn" | "archived" => Self::Ended,
            _ => Self::Moved,
        }
    }

    /// Of several at the same moment the one that is said.
    #[must_use]
    pub const fn weight(self) -> u8 {
        match self {
            Self::Registered => 0,
            Self::Moved => 1,
            Self::Ended => 2,
            Self::Dated => 3,
            Self::Nearing => 4,
            Self::Reception => 5,
            Self::Answered => 6,
            // A case that must stay quiet stays quiet.
            Self::Discreet => 9,
        }
    }
}
