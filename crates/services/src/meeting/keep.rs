//! What the office writes that touches a matter: an item about one, and what was decided of it. Everything else is
//! [`crate::matter::act`].

use domain::{
    access::{
        self, Subject,
        actions::{KeepMeeting, ReadMatter},
    },
    actor::Actor,
    case::CaseKind,
    leadership::{self as led, MeetingSaid},
    meeting::{Command, Item, ItemKind, Meeting, Resolved},
    petition,
};
use kernel::{CaseId, CaseNumber, Ctx, Locale, Message, Refusal, Text};
use store::Tx;

use crate::{
    error::Error,
    kit::Kit,
    leadership,
    matter::{self, MatterRow},
    organisation,
};

/// An item that is to be put on the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// What it is about.
    pub kind: ItemKind,
    /// What is to be decided.
    pub text: Text<500>,
    /// The matter, unless it is a topic.
    pub number: Option<CaseNumber>,
}

/// Puts an item on the agenda.
///
/// # Errors
/// `meeting-matter` for a number that is not there or not hers to see, `meeting-not-disputed` when its jurisdiction is not in
/// dispute, and what the meeting refuses.
pub fn put_item(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): (CaseId, Option<i64>),
    new: NewItem,
) -> Result<Meeting, Error> {
    keeper(tx, subject, id)?;
    let case = match &new.number {
        Some(number) => Some(matter_of(tx, subject, number, new.kind)?),
        None => None,
    };
    let case = case.map(|row| (row.id(), row.number));
    let item = Item { no: 0, kind: new.kind, text: new.text, case, dropped: None };
    matter::act(tx, kit, ctx, subject, id, seen, &Command::PutItem(Box::new(item)))
}

/// Whoever does not keep the meeting learns nothing about any number.
fn keeper(tx: &mut Tx, subject: &Subject, id: CaseId) -> Result<(MatterRow, Actor), Error> {
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<KeepMeeting>(subject, &row.facts)?.actor();
    Ok((row, actor))
}

fn matter_of(tx: &mut Tx, subject: &Subject, number: &CaseNumber, kind: ItemKind) -> Result<MatterRow, Error> {
    let unknown = || Refusal::invalid("number", "meeting-matter");
    let row = matter::find_by_number(tx, number)?.filter(|row| CaseKind::MATTERS.contains(&row.kind()));
    let row = row.filter(|row| access::permit::<ReadMatter>(subject, &row.facts).is_ok()).ok_or_else(unknown)?;
    if kind == ItemKind::Dispute && row.stage != petition::Stage::Disputed.name() {
        return Err(Refusal::rule("meeting-not-disputed", "R-038", "A24").on("number").with("number", number).into());
    }
    Ok(row)
}

/// Records what was decided of an item, and says it on the record of its matter. A dispute is decided by the same command as
/// by any superior, with its rules: no party decides, and whoever gets the matter does not pass it on again.
///
/// # Errors
/// What the meeting refuses; `not-permitted` for a matter that is not hers to see any more; what the matter refuses.
pub fn decide(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (id, seen): (CaseId, Option<i64>),
    resolved: Resolved,
) -> Result<Meeting, Error> {
    let (row, actor) = keeper(tx, subject, id)?;
    organisation::working(tx, ctx, "owner", resolved.owner)?;
    let command = Command::Decide(Box::new(resolved.clone()));
    let state: Meeting = matter::act(tx, kit, ctx, subject, id, seen, &command)?;
    let about = state.item(resolved.item).map(|item| (item.kind, item.case.clone()));
    match about {
        Some((ItemKind::Dispute, Some((case, _)))) => {
            let said = Message::new("meeting-dispute-reason").with("number", &row.number).with("text", &resolved.text);
            let reason = Text::parse("text", &said.say(Locale::Zh))?;
            let decide = petition::Command::DecideDispute { to: resolved.owner, reason };
            matter::act(tx, kit, ctx, subject, case, None, &decide).map(drop)?;
        }
        Some((ItemKind::Matter, Some((case, _)))) => say(tx, kit, ctx, (subject, actor), case, &row, resolved)?,
        _ => {}
    }
    Ok(state)
}

fn say(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    (subject, actor): (&Subject, Actor),
    case: CaseId,
    meeting: &MatterRow,
    resolved: Resolved,
) -> Result<(), Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    access::permit::<ReadMatter>(subject, &row.facts)?;
    let said = MeetingSaid {
        meeting: meeting.id(),
        number: meeting.number.clone(),
        text: resolved.text,
        owner: resolved.owner,
        due: resolved.due,
    };
    leadership::put(tx, kit, ctx, &row, actor, &led::Command::MeetingDecided { said: Box::new(said) })
}
