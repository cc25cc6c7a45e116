//! What she asks about her data, and what the bureau answers: each with its words, sealed beside the file. A refusal has a reason,
//! and she is told where to complain of it.

use domain::{
    access::{self, Subject, actions::KeepFile},
    retention::{Command, MatterFile, Wish},
};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Redacted, Refusal, Text};
use store::{Tx, params};
use uuid::Uuid;

use super::{around::around, correct::keep, looks, stream};
use crate::{error::Error, kit::Kit, matter, petition::Access};

/// What the bureau answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was asked.
    pub ask: Uuid,
    /// Whether it is done.
    pub granted: bool,
    /// Why, or what was done.
    pub words: Text<1000>,
}

/// Something she asked, with the words.
#[derive(Debug, Clone)]
pub struct AskedWords {
    /// Its id.
    pub ask: Uuid,
    /// What.
    pub wish: Wish,
    /// When.
    pub at: Timestamp,
    /// What she wrote.
    pub words: Redacted<String>,
    /// When it was answered, whether it is done, and why.
    pub answer: Option<(Timestamp, bool, Redacted<String>)>,
}

/// She asks.
///
/// # Errors
/// `data-asked-already` while the same waits for its answer.
pub fn ask(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    wish: Wish,
    words: &Text<1000>,
) -> Result<MatterFile, Error> {
    let row = matter::find_by_id(tx, access.case())?.ok_or_else(Refusal::not_permitted)?;
    let actor = domain::actor::Actor::Petitioner;
    let id = ctx.new_id::<CaseId>().0;
    let around = around(tx, &row)?;
    let (file, _) = stream::act(tx, ctx, &row, actor, &Command::Ask { ask: id, wish }, around)?;
    keep(tx, kit, ctx, &row, (id, 0, "ASK"), actor, words.as_str())?;
    Ok(file)
}

/// The bureau answers; she is told.
///
/// # Errors
/// `not-permitted`, `data-ask-unknown`, `file-limit-open`.
pub fn answer(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    answer: &Answer,
) -> Result<MatterFile, Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit::<KeepFile>(subject, &row.facts)?.actor();
    let command = Command::Answer { ask: answer.ask, granted: answer.granted };
    let around = around(tx, &row)?;
    let (file, _) = stream::act(tx, ctx, &row, actor, &command, around)?;
    keep(tx, kit, ctx, &row, (answer.ask, 1, "ANSWER"), actor, answer.words.as_str())?;
    looks::tell_look(tx, &row.region, row.id(), ctx.now())?;
    Ok(file)
}

/// What was asked about a case and answered, with the words, oldest first. The caller has seen to it that they may be read.
///
/// # Errors
/// When the database fails or words do not open.
pub fn asked(tx: &mut Tx, kit: &Kit, region: &str, file: &MatterFile) -> Result<Vec<AskedWords>, Error> {
    let sql = "SELECT id, no, words FROM file_words WHERE region = $1 AND case_id = $2 AND what IN ('ASK', 'ANSWER')";
    let words: Vec<(Uuid, i64, String)> =
        tx.query(sql, params![region, file.opened.case], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let said = |id: Uuid, no: i64| {
        let found = words.iter().find(|(known, part, _)| *known == id && *part == no);
        let sealed = found.map_or("", |(_, _, sealed)| sealed.as_str());
        kit.keys.open("file_words.words", id, sealed)
    };
    let one = |asked: &domain::retention::Asked| {
        let answer = match asked.answered {
            Some((at, granted)) => Some((at, granted, said(asked.ask, 1)?)),
            None => None,
        };
        Ok(AskedWords { ask: asked.ask, wish: asked.wish, at: asked.at, words: said(asked.ask, 0)?, answer })
    };
    file.asks.iter().map(one).collect()
}
