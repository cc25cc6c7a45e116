//! One pass over all events in the order of their keys, beside their heads and what checkpoints recorded.

use kernel::{Digest, Fault};
use uuid::Uuid;

use super::{Flaw, Report};
use crate::{
    Row, Tx, ValueRef,
    event_log::{
        Head,
        hash::{COLUMNS, Content, link},
    },
    params,
};

const EVENTS: &str =
    "SELECT e.region, e.stream, e.seq, e.at, e.actor, e.kind, e.body, e.prev, e.hash, e.marks, e.forgotten,
        h.seq AS head_seq, h.hash AS head_hash, h.covered AS covered, c.number AS number, c.hash AS recorded
    FROM event e
    LEFT JOIN chain_head h ON h.region = e.region AND h.stream = e.stream
    LEFT JOIN checkpoint_head c ON c.region = e.region AND c.stream = e.stream AND c.seq = e.seq";

/// Which events are looked at.
pub(super) enum Which<'a> {
    /// Those of every stream.
    All,
    /// Those of one.
    Stream(&'a str, Uuid),
}

/// Gives the number of streams and of events.
pub(super) fn walk(tx: &mut Tx, which: &Which<'_>, report: &mut Report<'_>) -> Result<(u64, u64), Fault> {
    let (condition, params) = match which {
        Which::All => ("", vec![]),
        Which::Stream(region, stream) => (" WHERE e.region = $1 AND e.stream = $2", params![*region, *stream].to_vec()),
    };
    let sql = format!("{EVENTS}{condition} ORDER BY e.region, e.stream, e.seq");
    let (mut streams, mut events) = (0, 0);
    let mut here: Option<Stream> = None;
    tx.query_each(&sql, &params, |row| {
        events += 1;
        let (region, stream) = (text(row, "region")?, row.get::<Uuid>("stream")?);
        if here.as_ref().is_none_or(|here| here.region != region || here.id != stream) {
            if let Some(before) = here.take() {
                before.end(report);
            }
            streams += 1;
        }
        let here = match &mut here {
            Some(here) => here,
            None => here.insert(Stream::begin(region, stream, row)?),
        };
        here.event(row, report)
    })?;
    if let Some(last) = here {
        last.end(report);
    }
    Ok((streams, events))
}

fn text<'r>(row: &'r Row<'_>, column: &'static str) -> Result<&'r str, Fault> {
    match row.value(column)? {
        ValueRef::Text(text) => Ok(text),
        _ => Err(Fault::inconsistent(column, "no text")),
    }
}

fn bytes<'r>(row: &'r Row<'_>, column: &'static str) -> Result<&'r [u8], Fault> {
    match row.value(column)? {
        ValueRef::Blob(bytes) => Ok(bytes),
        _ => Err(Fault::inconsistent(column, "no bytes")),
    }
}

/// A stream on the way through its events.
struct Stream {
    region: String,
    id: Uuid,
    head: Option<Head>,
    covered: i64,
    /// The last number that a checkpoint recorded.
    recorded: i64,
    last: Last,
}

/// The event before.
struct Last {
    seq: i64,
    /// Its hash as it stands there; `None` when that cannot be read.
    stored: Option<Digest>,
    /// The hash its content leads to.
    computed: Option<Digest>,
    /// The column `hash` is wrong though the content may be right: settled by what the next event links to.
    doubt: bool,
}

impl Stream {
    fn begin(region: &str, id: Uuid, row: &Row<'_>) -> Result<Self, Fault> {
        let head = match row.get::<Option<i64>>("head_seq")? {
            Some(seq) => Some(Head { seq, hash: Digest::from_slice(bytes(row, "head_hash")?).unwrap_or_default() }),
            None => None,
        };
        Ok(Self {
            region: region.to_owned(),
            id,
            head,
            covered: row.get::<Option<i64>>("covered")?.unwrap_or(0),
            recorded: 0,
            last: Last { seq: 0, stored: Some(Digest::ZERO), computed: Some(Digest::ZERO), doubt: false },
        })
    }

    fn event(&mut self, row: &Row<'_>, report: &mut Report<'_>) -> Result<(), Fault> {
        let seq: i64 = row.get("seq")?;
        let follows = seq == self.last.seq + 1;
        if !follows {
            let expected = self.last.seq + 1;
            report.event(&self.region, self.id, seq, Flaw::Gap { expected });
        }
        let stored = Digest::from_slice(bytes(row, "hash")?);
        self.record(row, seq, stored, report)?;
        match self.content(row, seq) {
            Ok((content, marks)) => self.judge(row, seq, &content, &marks, follows, report)?,
            Err(Fault::Inconsistent { place, detail }) => {
                report.event(&self.region, self.id, seq, Flaw::Unreadable(format!("{place}: {detail}")));
                self.last = Last { seq, stored, computed: None, doubt: false };
            }
            Err(fault) => return Err(fault),
        }
        Ok(())
    }

    /// What a checkpoint recorded for this event.
    fn record(
        &mut self,
        row: &Row<'_>,
        seq: i64,
        stored: Option<Digest>,
        report: &mut Report<'_>,
    ) -> Result<(), Fault> {
        let Some(checkpoint) = row.get::<Option<i64>>("number")? else {
            return Ok(());
        };
        self.recorded = seq;
        if Digest::from_slice(bytes(row, "recorded")?) != stored {
            report.event(&self.region, self.id, seq, Flaw::Rewritten { checkpoint });
        }
        Ok(())
    }

    /// The digest of the content and the columns that do not fit their marks.
    fn content(&self, row: &Row<'_>, seq: i64) -> Result<(Digest, Marks), Fault> {
        if let Some(kept) = row.get::<Option<Digest>>("forgotten")? {
            // What was taken out is empty; whether it was by rule is asked where the rule is known.
            let empty = text(row, "body")?.is_empty();
            let wrong = || Fault::inconsistent("body", "its words were taken out, and words stand there");
            return if empty { Ok((kept, Marks::Touched(vec![]))) } else { Err(wrong()) };
        }
        let content = Content {
            region: &self.region,
            stream: self.id,
            seq,
            at: row.get("at")?,
            actor: text(row, "actor")?,
            kind: text(row, "kind")?,
            body: text(row, "body")?,
        };
        let marks = bytes(row, "marks")?;
        let marks =
            if marks.len() == 4 * COLUMNS.len() { Marks::Touched(content.touched(marks)) } else { Marks::Broken };
        Ok((content.digest(), marks))
    }

    fn judge(
        &mut self,
        row: &Row<'_>,
        seq: i64,
        content: &Digest,
        marks: &Marks,
        follows: bool,
        report: &mut Report<'_>,
    ) -> Result<(), Fault> {
        let stored = Digest::from_slice(bytes(row, "hash")?);
        let prev = Digest::from_slice(bytes(row, "prev")?);
        let sound = prev.is_some_and(|prev| Some(link(&prev, content)) == stored);
        let linked = prev.is_some() && (prev == self.last.stored || prev == self.last.computed);
        let by_last = self.last.stored.map(|last| link(&last, content));
        let flaw = match (sound, linked) {
            (true, _) if marks.is_wrong() => Some(Flaw::MarksAltered),
            (true, true) => None,
            // After a gap, or an event that cannot be read, there is nothing it could follow.
            (true, false) => (follows && self.last.computed.is_some()).then_some(Flaw::Unlinked),
            (false, false) if follows && by_last == stored => Some(Flaw::PrevAltered),
            (false, _) => Some(marks.flaw()),
        };
        let doubt = flaw == Some(Flaw::HashAltered);
        if let Some(flaw) = flaw {
            report.event(&self.region, self.id, seq, flaw);
        }
        self.last = Last { seq, stored, computed: prev.map(|prev| link(&prev, content)), doubt };
        Ok(())
    }

    fn end(self, report: &mut Report<'_>) {
        let Some(head) = self.head else {
            return report.stream(&self.region, self.id, Flaw::HeadMissing);
        };
        let last = self.last;
        if head.seq != last.seq {
            let flaw = Flaw::HeadSeq { head: head.seq, last: last.seq };
            report.stream(&self.region, self.id, flaw);
        } else if Some(head.hash) != last.stored && !(last.doubt && Some(head.hash) == last.computed) {
            report.stream(&self.region, self.id, Flaw::HeadHash);
        }
        if self.covered != self.recorded {
            report.stream(&self.region, self.id, Flaw::HeadCovered);
        }
    }
}

/// What the marks say of an event.
enum Marks {
    Touched(Vec<&'static str>),
    Broken,
}

impl Marks {
    fn is_wrong(&self) -> bool {
        !matches!(self, Self::Touched(columns) if columns.is_empty())
    }

    /// The hash does not fit: these columns, or with whole content the hash itself.
    fn flaw(&self) -> Flaw {
        match self {
            Self::Touched(columns) if columns.is_empty() => Flaw::HashAltered,
            Self::Touched(columns) => Flaw::Altered(columns.clone()),
            Self::Broken => Flaw::Altered(vec![]),
        }
    }
}
