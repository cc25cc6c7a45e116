//! What is like it: for the vote, for the list on the page, for the question of a common cause.

use std::collections::HashSet;

use domain::{access::Subject, organisation::Directory};
use kernel::{CaseId, Fault, Message};
use store::{Filter, Tx};

use super::{
    marks::{Places, Reading},
    model::{LookAlike, Wave},
    told::Told,
};
use crate::{
    cause::Said,
    matter::MatterRow,
    similar::{self, LookAlike as Alike},
};

/// Most precedents that are compared further.
const MOST: usize = 40;
/// Most that are shown.
const SHOWN: usize = 5;
/// Less alike than this is not shown.
const ALIKE: f64 = 0.22;
/// Less alike than this is no part of a wave.
const WAVE: f64 = 0.3;
/// The longest a wave lasts.
const WAVE_DAYS: i64 = 30;

/// The matters like it that the asker may see, most like first.
pub(super) fn like(
    tx: &mut Tx,
    subject: &Subject,
    row: &MatterRow,
    told: &Told,
    read: &Reading,
) -> Result<Vec<Alike>, Fault> {
    let (text, telling) = (told.text(), read.telling());
    let asked =
        similar::Told { region: &row.region, title: &told.title, text: &text, own: Some(row.id()), telling: &telling };
    similar::like(tx, subject, &asked, MOST)
}

/// Those among them whose category a clerk chose against the suggestion.
pub(super) fn corrected(tx: &mut Tx, similar: &[Alike]) -> Result<HashSet<CaseId>, Fault> {
    let mut sql = Filter::new();
    sql.is_in("w.case_id", similar.iter().map(|one| one.row.id()));
    sql.raw("w.category_changed");
    let text = format!("SELECT w.case_id FROM suggestion_weighed w WHERE {}", sql.sql());
    Ok(tx.query(&text, sql.params(), |row| row.get(0))?.into_iter().collect())
}

/// As the page shows them. What was said to be another matter is left out.
pub(super) fn shown(
    told: &Told,
    read: &Reading,
    similar: Vec<Alike>,
    said: &[(CaseId, Said)],
    directory: &Directory,
) -> Vec<LookAlike> {
    let said_of = |id: CaseId| said.iter().find(|(other, _)| *other == id).map(|(_, said)| *said);
    let worth = similar.into_iter().filter_map(|one| {
        let said = said_of(one.row.id());
        let is_worth = one.likeness >= ALIKE || said == Some(Said::SameCause);
        (is_worth && said != Some(Said::Different)).then(|| show(told, read, one, said, directory))
    });
    worth.take(SHOWN).collect()
}

fn show(told: &Told, read: &Reading, one: Alike, said: Option<Said>, directory: &Directory) -> LookAlike {
    let row = one.row;
    let tells = |name: &&str| row.title.contains(*name) || one.text.contains(*name);
    let place = read.places().into_iter().find(tells).map(str::to_owned);
    let mut why = vec![];
    match &place {
        Some(place) => why.push(Message::new("suggest-like-place").with("place", place)),
        None if row.facts.division == told.division => why.push(Message::new("suggest-like-division")),
        None => {}
    }
    let words: Vec<&str> =
        one.shared.iter().map(String::as_str).filter(|word| place.as_ref().is_none_or(|p| !p.contains(word))).collect();
    if !words.is_empty() {
        why.push(Message::new("suggest-like-words").with("words", words.join("、")));
    }
    let holder = row.facts.holder.unwrap_or(row.facts.bureau);
    LookAlike {
        id: row.id(),
        stage: stage(&row),
        holder,
        holder_name: directory.get(holder).map(|org| org.called().to_owned()).unwrap_or_default(),
        division: row.facts.division,
        number: row.number,
        title: row.title,
        received_at: row.received_at,
        is_over: row.is_over,
        likeness: one.likeness,
        why,
        said,
        place,
    }
}

fn stage(row: &MatterRow) -> Message {
    let prefix = match row.kind() {
        domain::case::CaseKind::Petition => "stage-petition",
        _ => "stage-order",
    };
    Message::new(domain::names::key_of(prefix, &row.stage))
}

/// Whether several of them and this one come from one place within few days.
pub(super) fn wave(told: &Told, places: &Places, similar: &[LookAlike]) -> Option<Wave> {
    let days = |one: &LookAlike| (told.received_at.as_second() - one.received_at.as_second()).abs() / 86_400;
    let near = |one: &&LookAlike| {
        one.likeness >= WAVE && days(one) <= WAVE_DAYS && (one.place.is_some() || one.division == told.division)
    };
    let others: Vec<&LookAlike> = similar.iter().filter(near).collect();
    let longest = others.iter().map(|one| days(one)).max()?;
    let place = others.iter().find_map(|one| one.place.clone());
    let place = place.or_else(|| places.name_of(&told.division).map(str::to_owned));
    Some(Wave { count: others.len() + 1, days: longest + 1, place, others: others.iter().map(|one| one.id).collect() })
        .filter(|wave| wave.count > 2)
}
