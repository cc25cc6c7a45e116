//! What was said in a recording, written down by a person and read back to whoever said it.

use std::collections::BTreeMap;

use domain::{
    access::{self, Subject, actions::AddMaterial},
    petition::Command,
};
use jiff::Timestamp;
use kernel::{AttachmentId, CaseId, Ctx, Fault, Locale, Message, Redacted, Refusal, Text, UserId};
use store::{Row, Tx, params};
use uuid::Uuid;

use super::{Kind, load};
use crate::{
    error::Error,
    kit::Kit,
    matter, people,
    petition::{self, Act},
    secrets::Keys,
};

/// The field name the words are sealed under.
const SEALED_AS: &str = "transcript.words";

/// A recording in words.
#[derive(Debug, Clone)]
pub struct Transcript {
    /// The recording.
    pub attachment: AttachmentId,
    /// What it says.
    pub words: Redacted<String>,
    /// Who wrote it down.
    pub by: UserId,
    /// Whether it was read back to her and she said it is right.
    pub read_back: bool,
    /// When.
    pub at: Timestamp,
}

/// What a member of staff heard.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The words. Short enough to stand in a note with the line that says who wrote them.
    pub words: Text<4800>,
    /// Whether it was read back to her.
    pub read_back: bool,
}

/// The newest transcript of each recording of a matter. Who may see the content may see them.
///
/// # Errors
/// [`Fault::Storage`], or a fault when the words cannot be opened.
pub fn transcripts(
    tx: &mut Tx,
    keys: &Keys,
    region: &str,
    case: CaseId,
) -> Result<BTreeMap<AttachmentId, Transcript>, Fault> {
    let sql = "SELECT id, attachment_id, words, by_user, read_back, at FROM transcript
               WHERE region = $1 AND case_id = $2 ORDER BY at, id";
    let rows = tx.query(sql, params![region, case], row)?;
    // The last one of a recording stays.
    let open = |(id, sealed, mut transcript): (Uuid, String, Transcript)| {
        transcript.words = keys.open(SEALED_AS, id, &sealed)?;
        Ok((transcript.attachment, transcript))
    };
    rows.into_iter().map(open).collect()
}

fn row(row: &Row<'_>) -> Result<(Uuid, String, Transcript), Fault> {
    let transcript = Transcript {
        attachment: row.get(1)?,
        words: Redacted::new(String::new()),
        by: row.get(3)?,
        read_back: row.get(4)?,
        at: row.get(5)?,
    };
    Ok((row.get(0)?, row.get(2)?, transcript))
}

/// Moves every transcript of a recording to the current key; whether anything was to be done.
///
/// # Errors
/// [`Fault::Storage`], or a fault when the words cannot be opened.
pub(super) fn reseal(
    tx: &mut Tx,
    region: &str,
    (case, recording): (CaseId, AttachmentId),
    keys: &Keys,
    ctx: &Ctx,
) -> Result<bool, Fault> {
    let sql = "SELECT id, words FROM transcript WHERE region = $1 AND case_id = $2 AND attachment_id = $3";
    let rows: Vec<(Uuid, String)> =
        tx.query(sql, params![region, case, recording], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut moved = false;
    for (id, sealed) in rows {
        let Some(now) = keys.reseal(SEALED_AS, id, &sealed, ctx)? else { continue };
        tx.execute("UPDATE transcript SET words = $3 WHERE region = $1 AND id = $2", params![region, id, now])?;
        moved = true;
    }
    Ok(moved)
}

/// Writes a recording down: the words in their own row, and in the record of the case as material that was added, so that the
/// chain of events covers them and her page shows them.
///
/// # Errors
/// `not-permitted` when the case or the recording is not hers to work on, `voice-kind` when the file is not a recording, `stale`.
pub fn write_down(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    (case, file): (CaseId, AttachmentId),
    expected: Option<i64>,
    heard: &Heard,
) -> Result<(), Error> {
    let found = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let permit = access::permit::<AddMaterial>(subject, &found.facts)?;
    let by = permit.actor().user().ok_or_else(Refusal::not_permitted)?;
    let region = found.region;
    let recording = load(tx, &region, case, file)?.ok_or_else(Refusal::not_permitted)?;
    let name = recording.name(&kit.keys)?;
    if !recording.kind().is_some_and(Kind::is_sound) {
        return Err(Refusal::invalid("file", "voice-kind").with("file", name.reveal()).into());
    }
    let who = people::names(tx, [by])?.remove(&by).unwrap_or_default();
    let note = note(name.reveal(), &who, heard)?;
    petition::act(tx, kit, ctx, subject, case, expected, &Act::Command(Command::AddMaterial { note, files: 0 }))?;
    let id: Uuid = ctx.new_id();
    let sealed = kit.keys.seal(SEALED_AS, id, heard.words.as_str(), ctx)?;
    tx.execute(
        "INSERT INTO transcript (region, id, case_id, attachment_id, words, by_user, read_back, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![&region, id, case, file, sealed, by, heard.read_back, ctx.now()],
    )?;
    Ok(())
}

/// 录音“…”记成文字，由×××记录，念给本人听过：…
fn note(file: &str, who: &str, heard: &Heard) -> Result<Text<5000>, Refusal> {
    let read = if heard.read_back { "yes" } else { "no" };
    let opening = Message::new("voice-desk-note").with("file", file).with("who", who).with("read", read);
    Text::parse("words", &format!("{}{}", opening.say(Locale::Zh), heard.words))
}
