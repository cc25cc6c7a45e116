//! The periods of other laws as cards: where she can go, until when, from which day, why, and what she ought to know beside it.

use askama::Template;
use domain::{
    deadline::{Clock, Derivation},
    remedy::{self, Occasion, Taken, Way},
};
use jiff::{Timestamp, civil::Date};

use super::dates;
use crate::{
    i18n::Say,
    ui::{self, Fact, Line, UrgencyChip},
};

/// One occasion with its periods.
#[derive(Template)]
#[template(path = "portal/_periods.html")]
pub(super) struct PeriodCard {
    title: Line,
    facts: Vec<Fact>,
    whys: Vec<ui::Derivation>,
    hints: Vec<Line>,
}

impl askama::filters::HtmlSafe for PeriodCard {}

/// What is counted: the way, its clock, and where the date comes from when it is known.
pub(super) type Counted<'a> = (Way, &'a Clock, Option<Derivation>);

impl PeriodCard {
    /// The card of `occasion`, counted from `known`; `no` is the claim, where it stands in a matter.
    pub(super) fn new(
        t: Say,
        now: Timestamp,
        no: Option<u16>,
        (occasion, known): (Occasion, Date),
        counted: Vec<Counted<'_>>,
    ) -> Self {
        let title = title(t, no, occasion);
        let from = t.say("remedy-from").with("day", dates::day(t, known, now));
        let (mut facts, mut whys) = (vec![Fact::new(t.say("remedy-start"), from)], vec![]);
        for (way, clock, derivation) in counted {
            let chip = if clock.is_overdue(now) {
                UrgencyChip::new(ui::Urgency::Stopped, t.say("remedy-over"))
            } else {
                dates::chip(t, clock, now)
            };
            let until = Fact::new(t.say("remedy-until"), dates::due(t, clock, now));
            facts.push(until.chip(chip).small(t.message(&way.message())));
            whys.extend(derivation.map(|derivation| dates::why(t, &derivation)));
        }
        let mut hints: Vec<Line> =
            remedy::of(occasion).hints.iter().map(|hint| t.message(&hint.message()).into()).collect();
        hints.insert(0, t.say("remedy-not-prolonged").into());
        Self { title, facts, whys, hints }
    }

    /// The card of an occasion with which she went there.
    pub(super) fn taken(t: Say, now: Timestamp, no: u16, occasion: Occasion, taken: &Taken) -> Self {
        let said = t.say("remedy-went-on").with("day", dates::day(t, taken.on, now)).with("place", &taken.place);
        let fact = Fact::new(t.say("remedy-went"), said);
        Self { title: title(t, Some(no), occasion), facts: vec![fact], whys: vec![], hints: vec![] }
    }
}

fn title(t: Say, no: Option<u16>, occasion: Occasion) -> Line {
    let words = t.message(&occasion.message());
    match no {
        Some(no) => t.say("remedy-of-claim").with("no", no).with("occasion", words).into(),
        None => words.into(),
    }
}
