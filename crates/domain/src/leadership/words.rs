//! What a deed says: a short line at the desk, a sentence of its own where she reads it too.

use kernel::{Message, OrgId};

use super::model::Deed;

/// The sentence of an event `{prefix}-{fact}` whose fact is `deed`. What a joint meeting decided names who and until when for
/// everybody; her own timeline has a sentence for each deed that it shows.
#[must_use]
pub fn said(prefix: &str, plain: Message, deed: &Deed, org: &dyn Fn(OrgId) -> String) -> Message {
    let own = || Message::new(format!("{prefix}-led-{}", deed.slug()));
    match deed {
        Deed::MeetingDecided { said } => {
            let message = own().with("unit", org(said.owner)).with("number", &said.number);
            match said.due {
                Some(due) => message.with("timed", "yes").with("due", due),
                None => message.with("timed", "no"),
            }
        }
        Deed::FellDue { what, due } => {
            Message::new("event-led-fell-due").with("what", format!("leaders-owing-{}", what.slug())).with("due", due)
        }
        Deed::BookingMoved { booking, .. } if prefix == "timeline" => {
            own().with("day", booking.on).with("hours", &booking.hours).with("place", &booking.place)
        }
        Deed::Visited { on, place, .. } if prefix == "timeline" => own().with("day", on).with("place", place),
        _ if prefix == "timeline" && deed.is_public() => own(),
        _ => plain.with("deed", format!("leaders-deed-{}", deed.slug())),
    }
}
