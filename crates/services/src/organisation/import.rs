//! Organisations from a spreadsheet: each row all or nothing, existing ones changed, everything tried first if wished.

use domain::access::{Permit, actions::AdminUnits};
use kernel::{Ctx, DivisionCode, OrgId, Refusal};
use store::{Tx, params};

use super::{
    ImportReport, OrgForm, Outcome, Sheet, cell_is_yes, create, find_by_name, form::OrgDraft, get, in_dry_run, outcome,
    sheet::Header, update,
};
use crate::{Error, divisions};

const COLUMNS: &[&[&str]] = &[
    &["名称", "单位名称", "name"],
    &["类型", "kind"],
    &["区划", "所在区划", "division"],
    &["简称", "short_name"],
    &["上级", "上级单位", "parent"],
    &["业务主管", "line_superior"],
    &["垂直管理", "vertical"],
    &["电话", "phone"],
    &["地址", "address"],
    &["办公时间", "hours"],
    &["出具意见", "accepts_petitions"],
    &["发文机关代字", "代字", "doc_code"],
];

/// Reads organisations from a sheet with the columns 名称, 类型, 区划 and, when they are there, 简称, 上级, 业务主管,
/// 垂直管理, 电话, 地址, 办公时间, 出具意见 (or their English names). 区划 is a code, a name or an alias; 上级 and 业务主管
/// are names of organisations that exist or stand further up.
///
/// # Errors
/// When a column is missing or the database fails; what is wrong with a row stands in the report.
pub fn import_units(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    sheet: &Sheet,
    dry_run: bool,
) -> Result<ImportReport, Error> {
    let header = sheet.columns(COLUMNS, &[0, 1, 2])?;
    let report = in_dry_run(tx, dry_run, |tx| {
        let mut report = ImportReport { dry_run, ..ImportReport::default() };
        for (line, row) in sheet.rows() {
            outcome(tx, &mut report, line, |tx| take(tx, ctx, permit, &header, row))?;
        }
        Ok(report)
    })?;
    Ok(report)
}

fn take(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    header: &Header<'_>,
    row: &[String],
) -> Result<Outcome, Error> {
    let cell = |name: &str| header.cell(row, name);
    let division = division_of(tx, cell("division"), permit.place())?;
    let parent = org_named(tx, "parent", cell("parent"), &division)?;
    let line_superior = org_named(tx, "line_superior", cell("line_superior"), &division)?;
    let draft = OrgForm {
        kind: cell("kind").to_owned(),
        name: cell("name").to_owned(),
        short_name: cell("short_name").to_owned(),
        doc_code: cell("doc_code").to_owned(),
        division: division.to_string(),
        parent,
        line_superior,
        vertical: cell_is_yes(cell("vertical")).unwrap_or(false),
        phone: cell("phone").to_owned(),
        address: cell("address").to_owned(),
        hours: cell("hours").to_owned(),
        accepts_petitions: cell_is_yes(cell("accepts_petitions")),
        ..OrgForm::default()
    }
    .parse()?;
    put_unit(tx, ctx, permit, draft).map(|(_, outcome)| outcome)
}

/// Enters an organisation, or changes the one of that name in that division.
pub(crate) fn put_unit(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    draft: OrgDraft,
) -> Result<(OrgId, Outcome), Error> {
    let known = tx.query_opt(
        "SELECT id FROM org WHERE division = $1 AND name = $2",
        params![&draft.division, draft.name.as_str()],
        |row| row.get(0),
    )?;
    let Some(id) = known else {
        let org = create(tx, ctx, permit, draft)?;
        return Ok((org.id, Outcome::Created));
    };
    let before = get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let after = draft.clone().into_org(id, before.value.active_from);
    if after == before.value {
        return Ok((id, Outcome::Unchanged));
    }
    update(tx, ctx, permit, id, before.version, draft)?;
    Ok((id, Outcome::Updated))
}

/// The division that a cell means: a code, or a name or alias that means one division inside `within`.
pub(crate) fn division_of(tx: &mut Tx, text: &str, within: &DivisionCode) -> Result<DivisionCode, Error> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(DivisionCode::parse(text)?);
    }
    let mut found = divisions::find(tx, text, within, 50)?;
    if found.iter().any(|division| division.name == text) {
        found.retain(|division| division.name == text);
    }
    match found.as_slice() {
        [only] => Ok(only.code.clone()),
        [] => Err(Refusal::invalid("division", "division-unknown").with("code", text).into()),
        _ => {
            Err(Refusal::invalid("division", "division-ambiguous").with("name", text).with("found", found.len()).into())
        }
    }
}

fn org_named(tx: &mut Tx, field: &str, name: &str, division: &DivisionCode) -> Result<String, Error> {
    if name.is_empty() {
        return Ok(String::new());
    }
    let found = find_by_name(tx, name, division)?;
    let org = found.ok_or_else(|| Refusal::invalid(field, "org-unknown").with("name", name))?;
    Ok(org.id.to_string())
}
