//! The sheet of stations.

use domain::{
    access::{Permit, actions::AdminUnits},
    network::{OpeningHours, StationFacts, Stop},
    organisation::{Org, OrgKind},
};
use kernel::{Ctx, DivisionCode, Fault, OrgId, Refusal, Text};
use store::Tx;

use super::{Column, names, text, yes};
use crate::{
    Error,
    error::Collect,
    network::{
        station::{facts_of, put_facts},
        words::{joined, several},
    },
    organisation::{
        self, Header, ImportReport, OrgForm, OrgQuery, Outcome, Sheet, cell_is_yes, division_of, find_by_name,
        in_dry_run, outcome, put_unit,
    },
};

pub(super) const COLUMNS: &[Column] = &[
    (&["名称", "name"], "百灵庙镇信访代办站"),
    (&["类型", "kind"], "代办站"),
    (&["区划", "division"], "150223104"),
    (&["上级", "parent"], ""),
    (&["电话", "phone"], "0472-000-0000"),
    (&["地点", "地址", "address"], "便民服务大厅 2 号窗口"),
    (&["开放时间", "办公时间", "hours"], "周一至周五 8:30–12:00，14:30–17:30；2026-10-01 休息"),
    (&["语言", "languages"], "汉语；蒙古语"),
    (&["上门", "home_visits"], "是"),
    (&["无障碍", "barrier_free"], "坡道；老花镜"),
    (&["停靠点", "stops"], ""),
    (&["主办单位", "host"], ""),
    (&["成员单位", "members"], ""),
];
const MANY: usize = 13;

/// Reads stations from a sheet with the columns 名称, 类型, 区划 and, when they are there, the rest of the template. A station with
/// the same name in the same division is changed; importing a sheet twice changes nothing.
///
/// # Errors
/// When a column is missing or the database fails; what is wrong with a row stands in the report.
pub fn import_stations(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminUnits>,
    sheet: &Sheet,
    dry_run: bool,
) -> Result<ImportReport, Error> {
    let columns = names::<MANY>(COLUMNS);
    let header = sheet.columns(&columns, &[0, 1, 2])?;
    Ok(in_dry_run(tx, dry_run, |tx| {
        let mut report = ImportReport { dry_run, ..ImportReport::default() };
        for (line, row) in sheet.rows() {
            outcome(tx, &mut report, line, |tx| take(tx, ctx, permit, &header, row))?;
        }
        Ok::<_, Fault>(report)
    })?)
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
    let parent = match cell("parent") {
        "" => above(tx, ctx, &division)?,
        name => Some(
            find_by_name(tx, name, &division)?
                .ok_or_else(|| Refusal::invalid("parent", "org-unknown").with("name", name))?,
        ),
    };
    let facts = facts(&cell)?;
    let draft = OrgForm {
        kind: cell("kind").to_owned(),
        name: cell("name").to_owned(),
        division: division.to_string(),
        parent: parent.map(|org| org.id.to_string()).unwrap_or_default(),
        phone: cell("phone").to_owned(),
        address: cell("address").to_owned(),
        hours: facts.hours.as_ref().map(OpeningHours::words).unwrap_or_default(),
        ..OrgForm::default()
    }
    .parse()?;
    facts.validate(draft.kind)?;
    let (org, put) = put_unit(tx, ctx, permit, draft)?;
    let changed = put_facts(tx, ctx, permit, org, &facts)?;
    Ok(if changed && put == Outcome::Unchanged { Outcome::Updated } else { put })
}

/// The station or centre above, when none is named.
fn above(tx: &mut Tx, ctx: &Ctx, division: &DivisionCode) -> Result<Option<Org>, Fault> {
    let around = organisation::around(tx, std::slice::from_ref(division), ctx.today())?;
    let up = std::iter::successors(division.parent(), DivisionCode::parent);
    Ok(up.into_iter().find_map(|place| {
        let kinds = [OrgKind::Station, OrgKind::Center];
        kinds.into_iter().find_map(|kind| around.at(&place).find(|org| org.kind == kind).cloned())
    }))
}

fn facts<'r>(cell: &impl Fn(&str) -> &'r str) -> Result<StationFacts, Error> {
    let mut wrong = Collect::default();
    let hours = wrong.take(hours(cell("hours"))).flatten();
    let languages = wrong.take(several("languages", cell("languages"))).unwrap_or_default();
    let barrier_free = wrong.take(several("barrier_free", cell("barrier_free"))).unwrap_or_default();
    let stops = wrong.take(stops(cell("stops"))).unwrap_or_default();
    let host = wrong.take(Text::parse_optional("host", cell("host"))).flatten();
    let members = wrong.take(members(cell("members"))).unwrap_or_default();
    wrong.finish()?;
    let home_visits = cell_is_yes(cell("home_visits")).unwrap_or(false);
    Ok(StationFacts { hours, languages, home_visits, barrier_free, stops, host, members, until: None })
}

fn hours(text: &str) -> Result<Option<OpeningHours>, Refusal> {
    if text.is_empty() { Ok(None) } else { OpeningHours::parse("hours", text).map(Some) }
}

/// `白音敖包队部：周三 9:00-11:00 | 满都拉口岸：周五 9:00-15:00`.
fn stops(text: &str) -> Result<Vec<Stop>, Refusal> {
    let one = |part: &str| {
        let (place, hours) = part
            .split_once(['：', '@'])
            .or_else(|| part.split_once(": "))
            .ok_or_else(|| Refusal::invalid("stops", "opening-hours").with("part", part))?;
        Ok(Stop { place: Text::parse("stops", place)?, hours: OpeningHours::parse("stops", hours)? })
    };
    text.split(['|', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(one).collect()
}

fn members(text: &str) -> Result<Vec<Text<60>>, Refusal> {
    let parts = text.split(['、', '；', ';', '|']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Text::parse("members", part)).collect()
}

/// The stations of `within` as rows.
pub(super) fn rows(tx: &mut Tx, ctx: &Ctx, within: &DivisionCode) -> Result<Vec<Vec<String>>, Fault> {
    let mut orgs: Vec<Org> = vec![];
    let mut after = None;
    loop {
        let query = OrgQuery { within: within.clone(), kind: None, on: Some(ctx.today()), after, limit: 1_000 };
        let page = organisation::list(tx, &query)?;
        orgs.extend(page.items.into_iter().map(|stored| stored.value).filter(|org| org.kind.helps()));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    of(tx, &orgs)
}

/// The row of one station; `None` when there is none.
pub(super) fn row(tx: &mut Tx, org: OrgId) -> Result<Option<Vec<String>>, Fault> {
    let Some(stored) = organisation::get(tx, org)?.filter(|stored| stored.value.kind.helps()) else { return Ok(None) };
    Ok(of(tx, &[stored.value])?.pop())
}

fn of(tx: &mut Tx, orgs: &[Org]) -> Result<Vec<Vec<String>>, Fault> {
    let ids: Vec<_> = orgs.iter().map(|org| org.id).collect();
    let mut facts = facts_of(tx, &ids)?;
    let above = organisation::names(tx, orgs.iter().filter_map(|org| org.parent))?;
    let row = |org: &Org| {
        let facts = facts.remove(&org.id).unwrap_or_default();
        let hours = facts.hours.as_ref().map(OpeningHours::words);
        let stop = |stop: &Stop| format!("{}：{}", stop.place, stop.hours.words());
        vec![
            org.name.to_string(),
            crate::network::words::org_kind(org.kind),
            org.division.to_string(),
            org.parent.and_then(|id| above.get(&id).cloned()).unwrap_or_default(),
            text(org.phone.as_ref()),
            text(org.address.as_ref()),
            hours.unwrap_or_else(|| text(org.hours.as_ref())),
            joined(&facts.languages),
            yes(facts.home_visits),
            joined(&facts.barrier_free),
            facts.stops.iter().map(stop).collect::<Vec<_>>().join(" | "),
            text(facts.host.as_ref()),
            facts.members.iter().map(ToString::to_string).collect::<Vec<_>>().join("；"),
        ]
    };
    Ok(orgs.iter().map(row).collect())
}
