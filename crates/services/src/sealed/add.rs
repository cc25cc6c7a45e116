//! Her page: steps with dates, and what she adds. Nothing that she wrote comes back.

use domain::{
    case::CaseKind,
    lifecycle::Recorded,
    whistleblow::{self, Command, Stage, Whistleblow, words},
};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Ctx, Fault, Message, Refusal};
use store::Tx;

use super::{Envelope, keys, part};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, act_as_petitioner},
    petition::Access,
    secrets::envelope::SealingKey,
};

/// What her page says.
#[derive(Debug, Clone)]
pub struct Steps {
    /// Number.
    pub number: CaseNumber,
    /// How far it is.
    pub stage: Stage,
    /// What happened, each with its moment; oldest first.
    pub steps: Vec<(Timestamp, Message)>,
    /// Whether she may add something still.
    pub open: bool,
}

/// Her page.
///
/// # Errors
/// `not-permitted` for a case of another kind.
pub fn track(tx: &mut Tx, access: &Access) -> Result<Steps, Error> {
    let loaded = matter::open::<Whistleblow>(tx, access.case())?;
    let events: Vec<Recorded<whistleblow::Fact>> = matter::history(tx, access.region(), access.case())?;
    let steps = events.iter().filter_map(|event| Some((event.at, words::timeline(event)?))).collect();
    let stage = loaded.state.stage();
    Ok(Steps { number: loaded.state.number, stage, steps, open: stage != Stage::SealedArchive })
}

/// Whether number and code are those of a sealed report: the ordinary look-up then answers as for a wrong code.
///
/// # Errors
/// When the database fails.
pub fn holds(tx: &mut Tx, access: &Access) -> Result<bool, Fault> {
    Ok(matter::place_of(tx, access.case())?.is_some_and(|(_, kind)| kind == CaseKind::Whistleblow))
}

/// The key under which to seal what she adds, and the number of the first part.
///
/// # Errors
/// As [`track`]; `sealed-no-key`.
pub fn prepare(tx: &mut Tx, access: &Access) -> Result<(SealingKey, CaseId, u32), Error> {
    let loaded = matter::open::<Whistleblow>(tx, access.case())?;
    let key = keys::current(tx, &loaded.state.division)?.ok_or_else(|| Refusal::rule("sealed-no-key", "10.3", ""))?;
    Ok((key, loaded.state.id, loaded.state.parts))
}

/// Keeps what she added.
///
/// # Errors
/// `not-at-this-stage` once it is put away; `stale` when something was added in the meantime.
pub fn add(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access, parts: &[Envelope]) -> Result<(), Error> {
    let loaded = matter::open_to_change::<Whistleblow>(tx, access.case())?;
    if parts.first().is_none_or(|first| first.no != loaded.state.parts) {
        return Err(Refusal::stale().into());
    }
    let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    act_as_petitioner(tx, kit, ctx, access, None, &Command::Add { parts: count })?;
    part::store_parts(tx, ctx, (access.region(), access.case()), parts)?;
    Ok(())
}
