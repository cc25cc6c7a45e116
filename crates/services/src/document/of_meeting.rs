//! The minutes of a joint meeting on paper 联席会议纪要, when they are closed: to the units that owe something, copied to those that
//! attended. Chinese throughout: the official text.

use domain::{
    document::{Content, DocType, Entry, Field, formal},
    lifecycle::Recorded,
    meeting::{Fact, Item, Meeting},
};
use kernel::OrgId;
use store::Tx;

use super::{
    of_supervision::Made,
    write::{Addressee, NewLetter},
};
use crate::{error::Error, organisation, timeline::Names};

/// The minutes, when this event closed them.
pub(super) fn letters(tx: &mut Tx, state: &Meeting, event: &Recorded<Fact>) -> Result<Vec<Made>, Error> {
    if !matches!(event.event.fact, Fact::Minuted) {
        return Ok(vec![]);
    }
    let called = &state.called;
    let names = organisation::called(tx, state.units())?;
    let name = |org: OrgId| names.get(&org).cloned().unwrap_or_default();
    let attending: Vec<String> = called.units.iter().map(|unit| name(*unit)).collect();
    let copied: Vec<String> = state.units().into_iter().map(name).collect();
    let content = Content::new()
        .text(Field::MeetingTime, format!("{}{}", formal(called.on), called.from))
        .text(Field::MeetingPlace, called.place.as_str())
        .text(Field::Chair, called.chair.as_str())
        .text(Field::Attendance, attending.join("、"))
        .items(Field::Resolutions, resolutions(state, &names))
        .items(Field::Dropped, dropped(state))
        .text(Field::CopyTo, copied.join("，"));
    let new = NewLetter {
        kind: DocType::MeetingMinutes,
        division: called.division.clone(),
        case: Some(called.id),
        seq: Some(event.seq),
        to: Addressee::File,
        content,
    };
    Ok(vec![(called.office, new, None)])
}

fn head(item: &Item) -> String {
    match &item.case {
        Some((_, number)) => format!("{number}：{}", item.text),
        None => item.text.to_string(),
    }
}

fn resolutions(state: &Meeting, names: &Names) -> Vec<Entry> {
    let decided = state.items.iter().filter(|item| item.dropped.is_none());
    let entry = |item: &Item| {
        state.decided(item.no).fold(Entry::of(head(item)), |entry, one| {
            let owner = names.get(&one.resolved.owner).cloned().unwrap_or_default();
            let entry = entry.line("议定", one.resolved.text.as_str()).line("责任单位", owner);
            match one.due() {
                Some(due) => entry.line("期限", formal(due)),
                None => entry.line("期限", "按该事项自己的办理期限"),
            }
        })
    };
    let all: Vec<Entry> = decided.map(entry).collect();
    if all.is_empty() { vec![Entry::of("本次会议没有议定的事项")] } else { all }
}

fn dropped(state: &Meeting) -> Vec<Entry> {
    let taken_off = state.items.iter().filter_map(|item| Some((item, item.dropped.as_ref()?)));
    taken_off.map(|(item, why)| Entry::of(head(item)).line("说明", why.as_str())).collect()
}
