//! The port to the carriers.

use std::sync::Arc;

use domain::notice::Channel;
use kernel::{DeliveryId, Redacted};

/// One message on its way. Prints no address.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// Distribution column.
    pub region: String,
    /// Its id: the key under which the carrier knows it. The same on every try.
    pub key: DeliveryId,
    /// Which try this is, from 1.
    pub attempt: i64,
    /// By which way.
    pub channel: Channel,
    /// To whom.
    pub to: Redacted<String>,
    /// What it says.
    pub text: String,
    /// An earlier try ended without an answer: the carrier may have it already.
    pub again: bool,
}

/// Why a message did not go; a short name, said by `notice-why-…`. Never an address, never a carrier's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why(pub &'static str);

impl Why {
    /// The carrier could not be reached.
    pub const DOWN: Self = Self("down");
    /// The carrier asked for patience.
    pub const BUSY: Self = Self("busy");
    /// The carrier did not take it.
    pub const REFUSED: Self = Self("refused");
    /// There is no such telephone or mailbox.
    pub const BAD_ADDRESS: Self = Self("bad-address");
    /// She gave no telephone.
    pub const NO_ADDRESS: Self = Self("no-address");
    /// The carrier did not let us in.
    pub const LOCKED_OUT: Self = Self("locked-out");
    /// It was handed over and nothing came back.
    pub const NO_ANSWER: Self = Self("no-answer");
    /// No carrier is set up for this way.
    pub const NOT_SET_UP: Self = Self("not-set-up");
    /// She reads it on her page.
    pub const BY_CHOICE: Self = Self("by-choice");
    /// The carrier said afterwards that it did not arrive.
    pub const NOT_ARRIVED: Self = Self("not-arrived");
    /// Every reason there is.
    pub const ALL: [Self; 10] = [
        Self::DOWN,
        Self::BUSY,
        Self::REFUSED,
        Self::BAD_ADDRESS,
        Self::NO_ADDRESS,
        Self::LOCKED_OUT,
        Self::NO_ANSWER,
        Self::NOT_SET_UP,
        Self::BY_CHOICE,
        Self::NOT_ARRIVED,
    ];
}

/// What a carrier answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It has it; perhaps under a reference of its own.
    Taken(Option<String>),
    /// It has arrived.
    Arrived(Option<String>),
    /// It surely does not have it; another try may go better.
    Later(Why),
    /// It does not take it, now or later.
    Never(Why),
    /// It was handed over, and nobody knows whether it was taken.
    Silence,
}

/// A way to a telephone or a mailbox.
pub trait Carrier: Send + Sync {
    /// Which way.
    fn channel(&self) -> Channel;

    /// Whether a message that comes a second time under the same key reaches nobody twice.
    fn knows_keys(&self) -> bool;

    /// Where it leads, for administrators: a host, a folder. No secret.
    fn leads_to(&self) -> String;

    /// Whether nothing leaves the house: what would be sent is written down on this machine.
    fn is_local(&self) -> bool {
        false
    }

    /// Hands over one message; blocks until the answer or its time-out.
    fn carry(&self, parcel: &Parcel) -> Answer;
}

/// The carriers of this installation, one a channel at most.
#[derive(Clone, Default)]
pub struct Carriers(Vec<Arc<dyn Carrier>>);

impl Carriers {
    /// These.
    #[must_use]
    pub fn new(all: Vec<Arc<dyn Carrier>>) -> Self {
        Self(all)
    }

    /// The carrier of a channel.
    #[must_use]
    pub fn of(&self, channel: Channel) -> Option<&dyn Carrier> {
        self.0.iter().find(|carrier| carrier.channel() == channel).map(AsRef::as_ref)
    }

    /// The channels that are set up.
    pub fn channels(&self) -> impl Iterator<Item = Channel> {
        Channel::ALL.iter().copied().filter(|channel| self.of(*channel).is_some())
    }
}

impl std::fmt::Debug for Carriers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.channels()).finish()
    }
}
