//! The components of the faces as plain structs: a view model and its template under `templates/components/`.
//!
//! A component prints itself: `{{ chip }}`, `{% for claim in claims %}{{ claim }}{% endfor %}`. Text fields are [`Line`]s, so a
//! `String`, a `&str` or a message (`t.say("…")`) goes in by `.into()` and comes out escaped. Each state of each component
//! stands on `/styleguide`.

/// Marks templates whose output is HTML already, so that a page does not escape it again.
macro_rules! components {
    ($($name:ty),* $(,)?) => { $(impl askama::filters::HtmlSafe for $name {})* };
}

mod button;
mod claim;
mod clock;
mod filter;
mod icon;
mod letter;
mod line;
mod list;
mod notice;
mod person;
mod receipt;
mod road;
mod sheet;
mod table;
mod urgency;
mod vertical;
mod voice;

pub use button::{Button, ButtonKind, LinkRow, Links};
pub use claim::{Axes, ClaimCard, Fact};
pub use clock::{ClockDate, DateBox, DayStep, Derivation, Ruler};
pub use filter::{FilterBar, FilterSelect, Pagination, Tab, Tabs};
pub use icon::Icon;
pub use letter::PlainWords;
pub use line::Line;
pub use list::{EmptyState, Figure, Figures, Skeleton, Stat, Step, Stepper};
pub use notice::{Notice, NoticeKind, RefusalBox, Tag, Tone};
pub use person::{AgentCard, RedactedPerson, View, ViewLog};
pub use receipt::{Promise, Promises, RatingCard, ReceiptBlock};
pub use road::{Place, RoadRow, Roadmap, Timeline, TimelineItem, TimelineLink};
pub use sheet::SheetPaper;
pub use table::{Cell, Column, DataTable, Row, RowGroup, RowMark};
pub use urgency::{Urgency, UrgencyChip};
pub use vertical::{Bilingual, Vertical};
pub use voice::{Transcript, Voice, VoiceField};
