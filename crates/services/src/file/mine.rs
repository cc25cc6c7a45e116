//! 我的信息: what is stored about her, as her page shows it.

use domain::{
    notice::Channel,
    retention::{MatterFile, RetentionRules},
};
use kernel::{Ctx, Locale, Refusal};
use store::Tx;

use super::{AskedWords, ask, stream};
use crate::{
    error::Error,
    kit::Kit,
    matter, outbox,
    petition::{self, Access, MaskedIdentity},
};

/// What is stored about her. Masked: somebody else may look at the screen.
#[derive(Debug, Clone)]
pub struct Mine {
    /// Name and telephone, masked.
    pub masked: MaskedIdentity,
    /// Whether an address is stored.
    pub address: bool,
    /// The language she is answered in.
    pub language: Locale,
    /// By which way she is told; none: on her page only.
    pub channel: Option<Channel>,
    /// The file, once there is one.
    pub file: Option<MatterFile>,
    /// What she asked, with the words.
    pub asked: Vec<AskedWords>,
    /// How long it is kept.
    pub rules: std::sync::Arc<RetentionRules>,
    /// What kind of matter it is.
    pub kind: domain::case::CaseKind,
    /// Whether the procedure has ended.
    pub is_over: bool,
}

/// What is stored about whoever holds number and code.
///
/// # Errors
/// `not-permitted` when the matter is gone.
pub fn mine(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access) -> Result<Mine, Error> {
    let row = matter::find_by_id(tx, access.case())?.ok_or_else(Refusal::not_permitted)?;
    let identity = petition::identity(tx, kit, &row.region, row.petitioner)?;
    let choice = outbox::choice(tx, kit, &row.region, row.petitioner)?;
    let file = stream::of_case(tx, &row.region, row.id())?;
    let asked = match &file {
        Some(file) => ask::asked(tx, kit, &row.region, file)?,
        None => vec![],
    };
    Ok(Mine {
        masked: petition::masked(tx, &kit.keys, &row.region, row.petitioner)?,
        address: identity.address.is_some(),
        language: choice.language,
        channel: choice.channel,
        file,
        asked,
        rules: kit.retention_rules(&row.facts.division, ctx.today()),
        kind: row.kind(),
        is_over: row.is_over,
    })
}
