//! Where it happens: Baotou's divisions as they are, and organisations as a banner and a district have them.

use std::collections::HashMap;

use domain::{
    access::{self, Permit, Subject, actions},
    organisation::OrgKind,
};
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, DivisionCode, OrgId, OrgLevel, Text};
use services::{
    Error, divisions,
    organisation::{self, OrgDraft},
};
use store::Store;

/// Codes and names of Baotou's divisions to the village, as published by the statistics bureau (2023).
const DIVISIONS: &str = include_str!("../../data/baotou-divisions.csv");
/// The prefecture.
pub(super) const CITY: &str = "1502";
/// 达尔罕茂明安联合旗.
pub(super) const BANNER: &str = "150223";
/// 昆都仑区.
pub(super) const DISTRICT: &str = "150203";

/// The departments of a banner or district: a word for texts, the name, and what people call it.
const UNITS: &[(&str, &str, &str)] = &[
    ("草原", "林业和草原局", "林草局"),
    ("住建", "住房和城乡建设局", "住建局"),
    ("人社", "人力资源和社会保障局", "人社局"),
    ("自然资源", "自然资源局", "自然资源局"),
    ("农牧", "农牧局", "农牧局"),
    ("水务", "水务局", "水务局"),
    ("交通", "交通运输局", "交通局"),
    ("教育", "教育局", "教育局"),
    ("医保", "医疗保障局", "医保局"),
    ("民政", "民政局", "民政局"),
    ("卫健", "卫生健康委员会", "卫健委"),
    ("执法", "综合行政执法局", "综合执法局"),
    ("市场", "市场监督管理局", "市场监管局"),
    ("环境", "生态环境局分局", "生态环境分局"),
    ("能源", "能源局", "能源局"),
];

/// Everything there is, by what the story calls it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Place {
    /// Units by division and word (`草原`, `信访`, `政府`, `代办站` …).
    pub(super) orgs: HashMap<(String, &'static str), OrgId>,
    /// All organisations with their division and word, in the order in which they were entered.
    pub(super) all: Vec<(OrgId, DivisionCode, &'static str)>,
    /// Townships and streets of the two counties.
    pub(super) townships: HashMap<String, Vec<DivisionCode>>,
    /// Villages by township.
    pub(super) villages: HashMap<String, Vec<DivisionCode>>,
    /// What townships and villages are called in everyday speech.
    names: HashMap<String, String>,
}

impl Place {
    /// The organisation that a word names at a division.
    pub(super) fn org(&self, division: &str, word: &str) -> Option<OrgId> {
        self.orgs.iter().find(|((at, name), _)| at == division && *name == word).map(|(_, id)| *id)
    }

    /// A township or village as people call it; empty when it is neither.
    pub(super) fn called(&self, division: &DivisionCode) -> String {
        self.names.get(division.as_str()).cloned().unwrap_or_default()
    }

    /// Whether it is a neighbourhood of a town, not a village.
    pub(super) fn is_town(&self, village: &DivisionCode) -> bool {
        let name = self.called(village);
        !(name.ends_with('村') || name.ends_with("嘎查"))
    }
}

/// A name without the word for its committee: `黄花滩村委会` is 黄花滩村 to everybody.
fn everyday(name: &str) -> String {
    for (official, called) in
        [("社区居委会", "社区"), ("居委会", ""), ("村委会", "村"), ("嘎查村", "嘎查"), ("街道办事处", "街道")]
    {
        if let Some(own) = name.strip_suffix(official) {
            return if own.ends_with('村') { own.to_owned() } else { format!("{own}{called}") };
        }
    }
    name.to_owned()
}

/// Whose portal the demo shows.
pub(super) fn portal() -> web::state::Place {
    web::state::Place {
        name: "达茂旗".into(),
        office: "达茂旗信访局（演示）".into(),
        address: "百灵庙镇艾不盖路 0 号（虚构）".into(),
        hours: "周一至周五 8:30–12:00，14:30–17:30".into(),
        phone: "0472-000-0100".into(),
    }
}

/// A little more than a year before `now`.
pub(super) fn beginning(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_hours(380 * 24)
}

/// Leave of the machine's own command line for the whole region.
pub(super) fn permit<A: access::Act<Target = DivisionCode>>() -> Result<Permit<A>, Error> {
    Ok(access::permit::<A>(&Subject::System, &DivisionCode::parse("15")?)?)
}

/// Enters divisions and organisations.
pub(super) fn make(store: &Store, at: Timestamp, seed: u64) -> Result<Place, Error> {
    let permits = [permit::<actions::AdminDivisions>()?];
    divisions::import_divisions(store, &permits, DIVISIONS.as_bytes())?;
    store.write_blocking(move |tx| {
        let permit = permit::<actions::AdminDivisions>()?;
        divisions::import_aliases(tx, &permit, divisions::COMMON_ALIASES.as_bytes())?;
        let ctx = Ctx::seeded(at, seed ^ 0x0A);
        let mut founder = Founder { place: Place::default(), ctx: &ctx, phone: 100 };
        founder.city(tx)?;
        Ok(founder.place)
    })
}

/// Enters organisation after organisation, each with an invented telephone number.
struct Founder<'a> {
    place: Place,
    ctx: &'a Ctx,
    phone: u32,
}

impl Founder<'_> {
    fn city(&mut self, tx: &mut store::Tx) -> Result<(), Error> {
        let city = DivisionCode::parse(CITY)?;
        let government = self.enter(tx, OrgKind::Government, "政府", "包头市人民政府", None, &city, None)?;
        self.enter(tx, OrgKind::Bureau, "信访", "包头市信访局", Some("市信访局"), &city, Some(government))?;
        for county in divisions::children(tx, Some(&city))? {
            self.county(tx, &county, government)?;
        }
        Ok(())
    }

    fn county(&mut self, tx: &mut store::Tx, county: &divisions::Division, above: OrgId) -> Result<(), Error> {
        let (code, name) = (&county.code, county.name.as_str());
        let told = if code.as_str() == BANNER { "达茂旗" } else { name };
        let government = format!("{name}人民政府");
        let government = self.enter(tx, OrgKind::Government, "政府", &government, None, code, Some(above))?;
        let (bureau, short) = (format!("{name}信访局"), format!("{told}信访局"));
        self.enter(tx, OrgKind::Bureau, "信访", &bureau, Some(&short), code, Some(government))?;
        if ![BANNER, DISTRICT].contains(&code.as_str()) {
            return Ok(());
        }
        let center = format!("{name}信访代办中心");
        let center = self.enter(tx, OrgKind::Center, "代办中心", &center, None, code, Some(government))?;
        let office = format!("{name}信访工作联席会议办公室");
        self.enter(tx, OrgKind::JointMeetingOffice, "联席办", &office, None, code, Some(government))?;
        for (word, full, short) in UNITS {
            let (full, short) = (format!("{name}{full}"), format!("{told}{short}"));
            self.enter(tx, OrgKind::Unit, word, &full, Some(&short), code, Some(government))?;
        }
        for township in divisions::children(tx, Some(code))? {
            self.township(tx, &township, government, center)?;
        }
        Ok(())
    }

    fn township(
        &mut self,
        tx: &mut store::Tx,
        township: &divisions::Division,
        government: OrgId,
        center: OrgId,
    ) -> Result<(), Error> {
        let (code, name) = (&township.code, township.name.as_str());
        let office = if name.ends_with("街道") { format!("{name}办事处") } else { format!("{name}人民政府") };
        let own = self.enter(tx, OrgKind::Government, "政府", &office, Some(name), code, Some(government))?;
        let station = format!("{name}信访代办站");
        let station = self.enter(tx, OrgKind::Station, "代办站", &station, None, code, Some(center))?;
        let _ = own;
        let villages = divisions::children(tx, Some(code))?;
        for village in villages.iter().take(3) {
            let point = format!("{}代办点", village.name);
            self.enter(tx, OrgKind::Point, "代办点", &point, None, &village.code, Some(station))?;
        }
        let county = code.at(OrgLevel::County).as_str().to_owned();
        self.place.townships.entry(county).or_default().push(code.clone());
        for place in villages.iter().chain([township]) {
            self.place.names.insert(place.code.as_str().to_owned(), everyday(&place.name));
        }
        let villages = villages.into_iter().map(|village| village.code).collect();
        self.place.villages.insert(code.as_str().to_owned(), villages);
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "one line of a table of organisations")]
    fn enter(
        &mut self,
        tx: &mut store::Tx,
        kind: OrgKind,
        word: &'static str,
        name: &str,
        short: Option<&str>,
        division: &DivisionCode,
        parent: Option<OrgId>,
    ) -> Result<OrgId, Error> {
        let mut draft = OrgDraft::new(kind, Text::parse("name", name)?, division.clone());
        draft.short_name = short.map(|short| Text::parse("short_name", short)).transpose()?;
        draft.parent = parent;
        draft.phone = Some(Text::parse("phone", &format!("0472-000-{:04}", self.phone))?);
        draft.address = Some(Text::parse("address", "便民服务大厅信访窗口（演示）")?);
        draft.hours = Some(Text::parse("hours", "周一至周五 8:30–12:00，14:30–17:30")?);
        self.phone += 1;
        let id = organisation::create(tx, self.ctx, &permit::<actions::AdminUnits>()?, draft)?.id;
        self.place.orgs.insert((division.as_str().to_owned(), word), id);
        self.place.all.push((id, division.clone(), word));
        Ok(id)
    }
}
