//! From a pack to a folder, always in the same form: what is compared and taken out.

use domain::names::Keyed;
use kernel::{DivisionCode, Locale, OrgLevel};

use super::{
    Files, Pack,
    section::{ABOUT, SECTIONS},
};

/// Writes every section but the sample.
#[must_use]
pub fn write(pack: &Pack) -> Files {
    let mut files = Files::new();
    files.insert(ABOUT.to_owned(), about(pack));
    for section in SECTIONS {
        (section.write)(pack, &mut files);
    }
    files
}

/// A text in TOML.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn about(pack: &Pack) -> String {
    let about = &pack.about;
    let mut lines = vec![];
    for (name, value) in [
        ("name", about.name.as_str()),
        ("title", about.title.as_str()),
        ("source", about.source.as_str()),
        ("division", about.division.as_str()),
        ("effective_from", &about.effective_from.to_string()),
    ] {
        lines.push(format!("{name} = {}", quoted(value)));
    }
    lines.push("contains = [".to_owned());
    lines.extend(about.contains.iter().map(|one| format!("    {},", quoted(one.as_str()))));
    lines.push("]\n".to_owned());
    lines.join("\n")
}

pub(super) fn clocks(pack: &Pack, files: &mut Files) {
    let mut clocks: Vec<_> = pack.clocks.iter().collect();
    clocks.sort_by(|a, b| a.id.cmp(&b.id));
    let block = |clock: &&super::ClockRow| {
        let unit = clock.unit.name().to_lowercase();
        let remind = clock.remind.map(|remind| format!("remind = {remind}\n")).unwrap_or_default();
        format!("[[clock]]\nid = {}\nlength = {}\nunit = {}\n{remind}", quoted(&clock.id), clock.length, quoted(&unit))
    };
    keep(files, "clocks.toml", clocks.iter().map(block).collect::<Vec<_>>().join("\n"));
}

pub(super) fn settings(pack: &Pack, files: &mut Files) {
    let lines: Vec<String> = pack.settings.iter().map(|(name, value)| format!("{name} = {value}\n")).collect();
    keep(files, "settings.toml", lines.concat());
}

pub(super) fn categories(pack: &Pack, files: &mut Files) {
    let mut rows: Vec<Vec<String>> = pack
        .categories
        .iter()
        .map(|category| {
            let mut cells: Vec<String> = category.path.names().map(str::to_owned).collect();
            cells.resize(3, String::new());
            cells.push(category.words.join(" "));
            cells.push(category.route.map(|route| route.message().say(Locale::Zh)).unwrap_or_default());
            cells
        })
        .collect();
    rows.sort();
    sheet(files, "categories.csv", &["一级", "二级", "三级", "说法", "途径"], rows);
}

pub(super) fn departments(pack: &Pack, files: &mut Files) {
    let mut rows: Vec<Vec<String>> =
        pack.departments.iter().map(|one| vec![one.word.clone(), one.full.clone(), one.short.clone()]).collect();
    rows.sort();
    sheet(files, "departments.csv", &["词", "全称", "简称"], rows);
}

pub(super) fn catalogue(pack: &Pack, files: &mut Files) {
    let cells = |row: &super::CatalogueRow| {
        [&row.category, &row.lead, &row.place, &row.co, &row.forbid, &row.note].map(ToOwned::to_owned).into()
    };
    let mut rows: Vec<Vec<String>> = pack.catalogue.iter().map(cells).collect();
    rows.sort();
    sheet(files, "catalogue.csv", &["类别", "主办", "区划", "协办", "不派", "说明"], rows);
}

pub(super) fn vocabulary(pack: &Pack, files: &mut Files) {
    let mut words: Vec<_> = pack.words.iter().collect();
    words.sort_by_key(|word| word.term);
    let cells = |word: &&domain::practice::Word| {
        vec![said(word.term), word.said.to_string(), word.english.as_ref().map(ToString::to_string).unwrap_or_default()]
    };
    sheet(files, "vocabulary.csv", &["标准词", "说成", "英文"], words.iter().map(cells).collect());
}

pub(super) fn duties(pack: &Pack, files: &mut Files) {
    let cells = |duty: &domain::practice::LevelDuty| {
        let texts = [duty.body.to_string(), duty.first.to_string(), duty.what.to_string()];
        [level(duty.level, &pack.about.division), said(duty.part)].into_iter().chain(texts).collect()
    };
    sheet(
        files,
        "duties.csv",
        &["层级", "角色", "主体", "第一责任人", "做什么"],
        pack.duties.iter().map(cells).collect(),
    );
}

pub(super) fn cycles(pack: &Pack, files: &mut Files) {
    let cells = |cycle: &domain::practice::Cycle| {
        vec![level(cycle.level, &pack.about.division), said(cycle.every), cycle.what.to_string(), said(cycle.owner)]
    };
    sheet(files, "cycles.csv", &["层级", "周期", "做什么", "谁负责"], pack.cycles.iter().map(cells).collect());
}

pub(super) fn assignments(pack: &Pack, files: &mut Files) {
    let cells = |one: &domain::practice::Assignment| {
        vec![one.name.to_string(), one.by.to_string(), one.respond_days.to_string(), one.close_days.to_string()]
    };
    let rows = pack.assignments.iter().map(cells).collect();
    sheet(files, "assignments.csv", &["名称", "谁领办", "响应天数", "办结天数"], rows);
}

pub(super) fn campaigns(pack: &Pack, files: &mut Files) {
    let cells = |one: &domain::campaign::CampaignPlan| {
        let category = one.category.as_ref().map(ToString::to_string).unwrap_or_default();
        let age = one.min_days.map(|days| days.to_string()).unwrap_or_default();
        vec![one.name.to_string(), said(one.gathers), category, age, one.days.to_string()]
    };
    let rows = pack.campaigns.iter().map(cells).collect();
    sheet(files, "campaigns.csv", &["名称", "看哪些", "类别", "满几天", "办几天"], rows);
}

pub(super) fn said<T: Keyed>(one: T) -> String {
    kernel::i18n::say(Locale::Zh, &one.key(), [])
}

/// Whether a place calls its levels as Inner Mongolia does.
fn is_of_the_steppe(place: &DivisionCode) -> bool {
    place.as_str().starts_with("15")
}

/// A level as people call it there.
#[must_use]
pub fn level(level: OrgLevel, place: &DivisionCode) -> String {
    let words = match level {
        OrgLevel::Village => ["嘎查村", "村"],
        OrgLevel::Township => ["苏木乡镇", "乡镇"],
        OrgLevel::County => ["旗县", "县区"],
        OrgLevel::Prefecture => ["盟市", "市"],
        OrgLevel::Region => ["自治区", "省"],
    };
    words[usize::from(!is_of_the_steppe(place))].to_owned()
}

/// The government of wherever it happened, as people call it there.
pub(super) fn township(place: &DivisionCode) -> String {
    format!("所在{}", level(OrgLevel::Township, place))
}

/// A section that says nothing has no file.
pub(super) fn keep(files: &mut Files, name: &str, text: String) {
    if !text.is_empty() {
        files.insert(name.to_owned(), text);
    }
}

pub(super) fn sheet(files: &mut Files, name: &str, heading: &[&str], rows: Vec<Vec<String>>) {
    if rows.is_empty() {
        return;
    }
    let line = |cells: Vec<String>| cells.iter().map(|cell| cell_of(cell)).collect::<Vec<_>>().join(",") + "\n";
    let heading = heading.iter().map(|one| (*one).to_owned()).collect();
    keep(files, name, std::iter::once(heading).chain(rows).map(line).collect());
}

pub(super) fn cell_of(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
