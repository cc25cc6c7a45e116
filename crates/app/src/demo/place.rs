//! Where it happens: the divisions of a practice as they are, and organisations as its counties have them.

use std::{collections::HashMap, sync::Arc};

use domain::{
    access::{self, Permit, Subject, actions},
    organisation::OrgKind,
};
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, DivisionCode, OrgId, OrgLevel, Text};
use services::{
    Error, divisions,
    organisation::{self, OrgDraft},
    practice::{Pack, Sample},
};
use store::Store;

/// Everything there is, by what the story calls it.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The practice.
    pub(super) pack: Arc<Pack>,
    /// Its sample.
    pub(super) sample: Arc<Sample>,
    /// Units by division and word (`草原`, `信访`, `政府`, `代办站` …).
    pub(super) orgs: HashMap<(String, String), OrgId>,
    /// All organisations with their division and word, in the order in which they were entered.
    pub(super) all: Vec<(OrgId, DivisionCode, String)>,
    /// Townships and streets of the two counties.
    pub(super) townships: HashMap<String, Vec<DivisionCode>>,
    /// Villages by township.
    pub(super) villages: HashMap<String, Vec<DivisionCode>>,
    /// What townships and villages are called in everyday speech.
    names: HashMap<String, String>,
}

impl Place {
    /// Nothing yet, on the divisions of `pack`.
    fn empty(pack: &Arc<Pack>, sample: &Arc<Sample>) -> Self {
        Self {
            pack: Arc::clone(pack),
            sample: Arc::clone(sample),
            orgs: HashMap::new(),
            all: vec![],
            townships: HashMap::new(),
            villages: HashMap::new(),
            names: HashMap::new(),
        }
    }

    /// The county whose portal is shown.
    pub(super) fn main(&self) -> &str {
        self.sample.counties.first().map_or("", |county| &county.code)
    }

    /// The other county, when there is one.
    pub(super) fn second(&self) -> Option<&str> {
        self.sample.counties.get(1).map(|county| county.code.as_str())
    }

    /// Whether it lies in a county that is played.
    pub(super) fn is_played(&self, division: &DivisionCode) -> bool {
        self.sample.counties.iter().any(|county| division.as_str().starts_with(&county.code))
    }

    /// The region of everything.
    pub(super) fn region(&self) -> &str {
        self.sample.city.as_str()
    }

    /// Whether a text tells of what does not happen here.
    pub(super) fn leaves_out(&self, text: &str) -> bool {
        self.sample.leave_out.iter().any(|word| text.contains(word.as_str()))
    }

    /// The organisation that a word names at a division.
    pub(super) fn org(&self, division: &str, word: &str) -> Option<OrgId> {
        self.orgs.iter().find(|((at, name), _)| at == division && name == word).map(|(_, id)| *id)
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
    for (official, called) in [
        ("社区居民委员会", "社区"),
        ("社区居委会", "社区"),
        ("居民委员会", "社区"),
        ("居委会", ""),
        ("村民委员会", "村"),
        ("村委会", "村"),
        ("嘎查村", "嘎查"),
        ("街道办事处", "街道"),
    ] {
        if let Some(own) = name.strip_suffix(official) {
            return if own.ends_with('村') { own.to_owned() } else { format!("{own}{called}") };
        }
    }
    name.to_owned()
}

/// Whose portal the demo shows.
pub(super) fn portal(sample: &Sample) -> web::state::Place {
    let portal = sample.portal.clone();
    web::state::Place {
        name: portal.name,
        office: portal.office,
        address: portal.address,
        hours: portal.hours,
        phone: portal.phone,
    }
}

/// A little more than a year before `now`.
pub(super) fn beginning(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_hours(380 * 24)
}

/// Leave of the machine's own command line for the whole region around `place`.
pub(super) fn permit<A: access::Act<Target = DivisionCode>>(place: &DivisionCode) -> Result<Permit<A>, Error> {
    Ok(access::permit::<A>(&Subject::System, &place.at(OrgLevel::Region))?)
}

/// Enters divisions and organisations.
pub(super) fn make(
    store: &Store,
    (pack, sample): (&Arc<Pack>, &Arc<Sample>),
    at: Timestamp,
    seed: u64,
) -> Result<Place, Error> {
    let permits = [permit::<actions::AdminDivisions>(&sample.city)?];
    divisions::import_divisions(store, &permits, sample.divisions_csv().as_bytes())?;
    let (pack, sample) = (Arc::clone(pack), Arc::clone(sample));
    store.write_blocking(move |tx| {
        let permit = permit::<actions::AdminDivisions>(&sample.city)?;
        // Names that people use are known for Inner Mongolia only.
        if sample.city.as_str().starts_with("15") {
            divisions::import_aliases(tx, &permit, divisions::COMMON_ALIASES.as_bytes())?;
        }
        let ctx = Ctx::seeded(at, seed ^ 0x0A);
        let mut founder = Founder { place: Place::empty(&pack, &sample), ctx: &ctx, phone: 100, governments: vec![] };
        founder.city(tx)?;
        Ok(founder.place)
    })
}

/// Enters organisation after organisation, each with an invented telephone number.
struct Founder<'a> {
    place: Place,
    ctx: &'a Ctx,
    phone: u32,
    /// The played counties with their governments.
    governments: Vec<(divisions::Division, OrgId)>,
}

/// The word for the discipline body.
const DISCIPLINE: &str = "纪委";

impl Founder<'_> {
    fn city(&mut self, tx: &mut store::Tx) -> Result<(), Error> {
        let sample = Arc::clone(&self.place.sample);
        let (city, (bureau, short)) = (sample.city.clone(), &sample.city_bureau);
        let government = self.enter(tx, OrgKind::Government, "政府", &sample.city_government, None, &city, None)?;
        self.enter(tx, OrgKind::Bureau, "信访", bureau, Some(short), &city, Some(government))?;
        for county in divisions::children(tx, Some(&city))? {
            self.county(tx, &county, government)?;
        }
        for (code, government) in std::mem::take(&mut self.governments) {
            self.discipline(tx, &code, government)?;
        }
        Ok(())
    }

    /// The discipline body of a played county, where the practice has posts for it.
    fn discipline(&mut self, tx: &mut store::Tx, county: &divisions::Division, above: OrgId) -> Result<(), Error> {
        if !self.place.sample.posts.iter().any(|post| post.word == DISCIPLINE) {
            return Ok(());
        }
        let name = format!("{}纪委监委", county.name);
        self.enter(tx, OrgKind::Discipline, DISCIPLINE, &name, None, &county.code, Some(above)).map(drop)
    }

    fn county(&mut self, tx: &mut store::Tx, county: &divisions::Division, above: OrgId) -> Result<(), Error> {
        let (code, name) = (&county.code, county.name.as_str());
        let sample = Arc::clone(&self.place.sample);
        let told = sample.counties.iter().find(|own| own.code == code.as_str()).map_or(name, |own| &own.called);
        let government = format!("{name}人民政府");
        let government = self.enter(tx, OrgKind::Government, "政府", &government, None, code, Some(above))?;
        let (bureau, short) = (format!("{name}信访局"), format!("{told}信访局"));
        self.enter(tx, OrgKind::Bureau, "信访", &bureau, Some(&short), code, Some(government))?;
        if !self.place.is_played(code) {
            return Ok(());
        }
        self.governments.push((county.clone(), government));
        let center = sample.named[0].replace("{名}", name);
        let center = self.enter(tx, OrgKind::Center, "代办中心", &center, None, code, Some(government))?;
        let office = format!("{name}信访工作联席会议办公室");
        self.enter(tx, OrgKind::JointMeetingOffice, "联席办", &office, None, code, Some(government))?;
        for department in &Arc::clone(&self.place.pack).departments {
            let (full, short) = (department.full_in(name), department.short_in(told));
            self.enter(tx, OrgKind::Unit, &department.word, &full, Some(&short), code, Some(government))?;
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
        let sample = Arc::clone(&self.place.sample);
        let station = sample.named[1].replace("{名}", name);
        let station = self.enter(tx, OrgKind::Station, "代办站", &station, None, code, Some(center))?;
        let _ = own;
        let villages = divisions::children(tx, Some(code))?;
        for village in villages.iter().take(sample.points_per_township) {
            let point = sample.named[2].replace("{名}", &village.name);
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
        word: &str,
        name: &str,
        short: Option<&str>,
        division: &DivisionCode,
        parent: Option<OrgId>,
    ) -> Result<OrgId, Error> {
        let mut draft = OrgDraft::new(kind, Text::parse("name", name)?, division.clone());
        draft.short_name = short.map(|short| Text::parse("short_name", short)).transpose()?;
        let code = self.place.sample.doc_code(word, division);
        draft.doc_code = code.map(|code| Text::parse("doc_code", &code)).transpose()?;
        draft.parent = parent;
        draft.phone = Some(Text::parse("phone", &format!("{}-{:04}", self.place.sample.phone, self.phone))?);
        draft.address = Some(Text::parse("address", "便民服务大厅信访窗口（演示）")?);
        draft.hours = Some(Text::parse("hours", "周一至周五 8:30–12:00，14:30–17:30")?);
        self.phone += 1;
        let id = organisation::create(tx, self.ctx, &permit::<actions::AdminUnits>(division)?, draft)?.id;
        self.place.orgs.insert((division.as_str().to_owned(), word.to_owned()), id);
        self.place.all.push((id, division.clone(), word.to_owned()));
        Ok(id)
    }
}
