//! The commands to a joint meeting, one body each.

use domain::meeting::{Command, CommandKind, ItemKind, Resolved};
use jiff::civil::Date;
use kernel::{OrgId, Text};

use crate::api::{
    body::{Words, body},
    commands::commands,
};

/// What is asked: a command, or what touches a matter and is looked up.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// As it is.
    Command(Command),
    /// Put something on the agenda.
    PutItem {
        /// What it is about.
        kind: ItemKind,
        /// What is to be decided.
        text: Text<500>,
        /// The number of the matter.
        number: Option<Text<40>>,
    },
    /// Record what was decided, on the record of its matter too.
    Decide(Resolved),
}

body! {
    /// A meeting to be called.
    CallMeeting {
        /// What it is about, in one line.
        title: Words<120>,
        /// On which day.
        on: Date,
        /// From when: `9:00`.
        from: Words<20>,
        /// Where.
        place: Words<100>,
        /// Who presides, by office.
        chair: Words<60>,
        /// Which units attend.
        units: Vec<OrgId>,
    } => services::meeting::NewMeeting: services::meeting::NewMeeting { title, on, from, place, chair, units }
}
body! {
    /// Another day or place.
    MoveMeeting {
        /// On which day.
        on: Date,
        /// From when.
        from: Words<20>,
        /// Where.
        place: Words<100>,
    } => Act: Act::Command(Command::Move { on, from, place })
}
body! {
    /// Put something on the agenda.
    PutMeetingItem {
        /// A matter, a dispute about who has power, a topic.
        kind: ItemKind,
        /// What is to be decided.
        text: Words<500>,
        /// The number of the matter; none for a topic.
        number: Option<Words<40>>,
    } => Act: Act::PutItem { kind, text, number }
}
body! {
    /// Take it off undecided.
    DropMeetingItem {
        /// Which, from 1.
        item: u32,
        /// Why.
        reason: Words<500>,
    } => Act: Act::Command(Command::DropItem { item: small(item), reason })
}
body! {
    /// Record what was decided.
    DecideMeetingItem {
        /// Which item, from 1.
        item: u32,
        /// What.
        text: Words<1000>,
        /// Which unit owes it.
        owner: OrgId,
        /// By when; none where a dispute is decided.
        due: Option<Date>,
    } => Act: Act::Decide(Resolved { item: small(item), text, owner, due })
}
body! {
    /// The unit says what it did.
    AnswerMeetingDecision {
        /// Which decision, from 1.
        decision: u32,
        /// On which day it was done.
        on: Date,
        /// What shows it.
        evidence: Words<2000>,
    } => Act: Act::Command(Command::Answer { decision: small(decision), on, evidence })
}
body! {
    /// A decision, by its number.
    MeetingDecisionNo {
        /// Which, from 1.
        decision: u32,
    } => Act: Act::Command(Command::Accept { decision: small(decision) })
}
body! {
    /// It is not enough.
    ReturnMeetingDecision {
        /// Which, from 1.
        decision: u32,
        /// Why.
        reason: Words<500>,
        /// By when now.
        due: Date,
    } => Act: Act::Command(Command::Return { decision: small(decision), reason, due })
}
body! {
    /// Ask for what is late.
    RemindMeetingDecision {
        /// Which, from 1.
        decision: u32,
    } => Act: Act::Command(Command::Remind { decision: small(decision) })
}
body! {
    /// It does not take place.
    CallOffMeeting {
        /// Why.
        reason: Words<500>,
    } => Act: Act::Command(Command::CallOff { reason })
}

/// A number of the list; one that is too large is not there.
fn small(no: u32) -> u16 {
    u16::try_from(no).unwrap_or(u16::MAX)
}

commands! {
    /// The meeting's.
    CommandKind => Act {
        Move: MoveMeeting,
        PutItem: PutMeetingItem,
        DropItem: DropMeetingItem,
        Decide: DecideMeetingItem,
        CloseMinutes = Act::Command(Command::CloseMinutes),
        Answer: AnswerMeetingDecision,
        Accept: MeetingDecisionNo,
        Return: ReturnMeetingDecision,
        Remind: RemindMeetingDecision,
        CallOff: CallOffMeeting,
        MarkOverdue,
        RecomputeClocks,
    }
}
