//! The agency network of the demo: a station in every township, a point in nineteen villages of twenty, studios by the names the
//! city gives them, invented agents (some three thousand two hundred in Baotou), and the grid of the county that is shown.

use std::sync::Arc;

use domain::{
    access::actions::{AdminStaff, AdminUnits},
    network::{
        AgentFile, AgentKind, BarrierFree, Expertise, Grid, GridKind, GridPost, GridPostHolder, Language, OpeningHours,
        StationFacts, Stop,
    },
    organisation::OrgKind,
    people::{Role, RoleGrant},
};
use jiff::Timestamp;
use kernel::{Ctx, DivisionCode, GridId, Mobile, OrgId, OrgLevel, PersonName, Text, UserId};
use services::{
    Error,
    divisions::{self, Division},
    network::{self, AgentQuery},
    organisation::{self, OrgDraft},
    people::{self, StaffDraft},
    practice::Sample,
};
use store::{Store, Tx};

use super::{cast::invented_name, place::permit};

/// Studios by the place whose name begins so: name, host, who works in it together.
const STUDIOS: &[(&str, &str, &str, &str)] = &[
    ("满都拉镇", "红色蒙古包", "满都拉镇党委", "司法所；派出所；法庭"),
    ("百灵庙镇", "老书记工作点", "百灵庙镇党委", "退休干部党支部；司法所"),
    ("铁西街道", "向阳花工作室", "铁西街道党工委", "社区居委会；人民调解委员会"),
    ("麻池镇", "三长工作室", "麻池镇党委", "法庭庭长；派出所所长；司法所所长"),
    ("先锋道街道", "都兰直播间", "先锋道街道党工委", "信访局；融媒体中心"),
    ("金山镇", "代表工作站", "金山镇人大主席团", "旗县人大代表；镇人大代表"),
    ("前进道街道", "法律＋调解＋社区小组", "前进道街道党工委", "律师事务所；人民调解委员会；社区居委会"),
    ("通阳道街道", "和事佬议事堂", "街道党工委", "居民代表；物业"),
];
/// Brand studios of the city (23 by its own report), those without a name of their own included.
const STUDIOS_IN_ALL: usize = 23;
const OFFICE: &str = "周一至周五 8:30–12:00，14:30–17:30";
const POINT: &str = "周一至周五 9:00–17:30";

/// Enters the network. A small one has agents where the story plays and nothing more.
///
/// # Errors
/// What the house refuses.
pub(super) fn make(store: &Store, sample: &Arc<Sample>, at: Timestamp, seed: u64, small: bool) -> Result<(), Error> {
    let sample = Arc::clone(sample);
    store.write_blocking(move |tx| {
        let ctx = Ctx::seeded(at, seed ^ 0x4E);
        let city = sample.city.clone();
        let (units, staff) = (permit(&city)?, permit(&city)?);
        let mut builder = Builder { ctx: &ctx, sample: &sample, units, staff, phones: 0, people: 0, studios: 0 };
        for county in divisions::children(tx, Some(&city))? {
            let played = sample.counties.iter().any(|own| own.code == county.code.as_str());
            if played || !small {
                builder.county(tx, &county, small)?;
            }
        }
        builder.files_of_the_cast(tx, &city)?;
        builder.grid(tx, &sample.main_township.at(OrgLevel::County), small)?;
        Ok(())
    })
}

struct Builder<'a> {
    ctx: &'a Ctx,
    sample: &'a Sample,
    units: domain::access::Permit<AdminUnits>,
    staff: domain::access::Permit<AdminStaff>,
    phones: usize,
    people: usize,
    studios: usize,
}

/// A station to be found or entered.
struct Plan<'a> {
    kind: OrgKind,
    name: String,
    division: &'a DivisionCode,
    parent: Option<OrgId>,
    address: &'a str,
    facts: StationFacts,
    agents: usize,
}

impl Builder<'_> {
    fn county(&mut self, tx: &mut Tx, county: &Division, small: bool) -> Result<(), Error> {
        let center = self.station(
            tx,
            &Plan {
                kind: OrgKind::Center,
                name: self.sample.named[0].replace("{名}", &county.name),
                division: &county.code,
                parent: None,
                address: "政务服务大楼一楼（演示）",
                facts: facts(OFFICE, &[BarrierFree::Ramp, BarrierFree::Toilet, BarrierFree::Wheelchair])?,
                agents: if small { 2 } else { 10 },
            },
        )?;
        for (n, township) in divisions::children(tx, Some(&county.code))?.iter().enumerate() {
            let station = self.station(
                tx,
                &Plan {
                    kind: OrgKind::Station,
                    name: self.sample.named[1].replace("{名}", &township.name),
                    division: &township.code,
                    parent: Some(center),
                    address: "便民服务大厅信访窗口（演示）",
                    facts: facts(OFFICE, &[BarrierFree::Ramp, BarrierFree::Glasses])?,
                    agents: if small { 0 } else { 6 },
                },
            )?;
            if !small {
                self.studio(tx, township, station)?;
            }
            if n == 0 && !small {
                self.mobile(tx, county, township, center)?;
            }
            self.villages(tx, township, station, small)?;
        }
        Ok(())
    }

    fn villages(&mut self, tx: &mut Tx, township: &Division, station: OrgId, small: bool) -> Result<(), Error> {
        let villages = divisions::children(tx, Some(&township.code))?;
        let most = if small { 3 } else { villages.len() };
        for (n, village) in villages.iter().take(most).enumerate() {
            // One village of twenty has none yet, never one of the first three.
            if n >= 3 && self.phones % 20 == 7 {
                self.phones += 1;
                continue;
            }
            let address = if village.name.contains("嘎查") {
                "嘎查党群服务中心，进门右手"
            } else {
                "党群服务中心一楼"
            };
            let mut facts = facts(POINT, &[BarrierFree::GroundFloor])?;
            facts.home_visits = true;
            let plan = Plan {
                kind: OrgKind::Point,
                name: self.sample.named[2].replace("{名}", &village.name),
                division: &village.code,
                parent: Some(station),
                address,
                facts,
                agents: if small { 1 } else { 3 },
            };
            self.station(tx, &plan)?;
        }
        Ok(())
    }

    fn studio(&mut self, tx: &mut Tx, township: &Division, station: OrgId) -> Result<(), Error> {
        let named = STUDIOS.iter().find(|(place, ..)| township.name.starts_with(place));
        let (name, host, members) = match named {
            Some((_, name, host, members)) => ((*name).to_owned(), (*host).to_owned(), *members),
            None if self.studios + STUDIOS.len() < STUDIOS_IN_ALL && self.phones.is_multiple_of(4) => {
                let name = format!("{}说事工作室", township.name);
                (name, format!("{}党委", township.name), "司法所；人民调解委员会")
            }
            None => return Ok(()),
        };
        self.studios += usize::from(named.is_none());
        let mut facts = facts(POINT, &[])?;
        facts.host = Some(Text::parse("host", &host)?);
        facts.members = members.split('；').map(|member| Text::parse("members", member)).collect::<Result<_, _>>()?;
        facts.languages = vec![Language::Mandarin, Language::Mongolian];
        let (kind, address, parent) = (OrgKind::Studio, "综治中心（演示）", Some(station));
        self.station(tx, &Plan { kind, name, division: &township.code, parent, address, facts, agents: 2 }).map(drop)
    }

    fn mobile(&mut self, tx: &mut Tx, county: &Division, township: &Division, center: OrgId) -> Result<(), Error> {
        let mut facts = facts("", &[])?;
        for (n, stop) in divisions::children(tx, Some(&county.code))?.iter().take(3).enumerate() {
            let day = ["周二", "周三", "周四"][n];
            let place = Text::parse("place", &format!("{}集市", stop.name))?;
            facts.stops.push(Stop { place, hours: OpeningHours::parse("hours", &format!("{day} 9:00–11:30"))? });
        }
        facts.languages = vec![Language::Mandarin, Language::Mongolian];
        let name = format!("{}流动代办车", county.name);
        let (kind, parent, address) = (OrgKind::Mobile, Some(center), "看停靠时间");
        self.station(tx, &Plan { kind, name, division: &township.code, parent, address, facts, agents: 2 }).map(drop)
    }

    /// Finds or enters a station, gives it its facts and its agents.
    fn station(&mut self, tx: &mut Tx, plan: &Plan<'_>) -> Result<OrgId, Error> {
        self.phones += 1;
        let known = organisation::find_by_name(tx, &plan.name, plan.division)?;
        let id = if let Some(org) = known.filter(|org| org.division == *plan.division) {
            org.id
        } else {
            let mut draft = OrgDraft::new(plan.kind, Text::parse("name", &plan.name)?, plan.division.clone());
            draft.parent = plan.parent;
            draft.phone =
                Some(Text::parse("phone", &format!("{}-{:04}", self.sample.phone, 2_000 + self.phones % 8_000))?);
            draft.address = Some(Text::parse("address", plan.address)?);
            draft.hours = plan.facts.hours.as_ref().map(|hours| Text::parse("hours", &hours.words())).transpose()?;
            organisation::create(tx, self.ctx, &self.units, draft)?.id
        };
        network::put_facts(tx, self.ctx, &self.units, id, &plan.facts)?;
        self.agents(tx, id, plan)?;
        Ok(id)
    }

    fn agents(&mut self, tx: &mut Tx, org: OrgId, plan: &Plan<'_>) -> Result<(), Error> {
        let mut drafts = vec![];
        for nth in 0..plan.agents {
            let n = self.people + nth;
            let name = named(plan.division, nth)
                .map_or_else(|| invented_name(n * 7 + nth, self.sample.mongolian_names), str::to_owned);
            let login = format!("db-{}-{n:04}", plan.division);
            let (role, from, to) = (Role::Agent, self.ctx.today(), None);
            let grant = RoleGrant { role, org, division: plan.division.clone(), from, to };
            let mut draft =
                StaffDraft::new(Text::parse("login", &login)?, PersonName::parse("name", &name)?, org, vec![grant]);
            draft.title = Some(Text::parse("title", "代办员（虚构）")?);
            draft.phone = Some(Mobile::parse("phone", &format!("{}-{:04}", self.sample.phone, n % 10_000))?);
            drafts.push(draft);
        }
        let level = plan.division.level();
        let staff = people::create_many(tx, self.ctx, &self.staff, &drafts)?;
        for (nth, person) in staff.iter().enumerate() {
            self.file(tx, person.id, level, nth == 0 && level <= OrgLevel::County)?;
        }
        Ok(())
    }

    fn file(&mut self, tx: &mut Tx, user: UserId, level: OrgLevel, first: bool) -> Result<(), Error> {
        let n = self.people;
        self.people += 1;
        let mut file = AgentFile::usual(kind(n), level);
        file.first = first;
        file.home_visits = level == OrgLevel::Village;
        file.languages = languages(n);
        file.expertise =
            Expertise::ALL.iter().copied().filter(|field| (n + *field as usize * 3).is_multiple_of(7)).collect();
        network::put_file(tx, self.ctx, &self.staff, user, &file)?;
        Ok(())
    }

    /// Those who play the story are agents too.
    fn files_of_the_cast(&mut self, tx: &mut Tx, city: &DivisionCode) -> Result<(), Error> {
        let within = city.clone();
        let query =
            AgentQuery { within, kind: None, language: None, expertise: None, away: false, after: None, limit: 10_000 };
        for agent in network::agents(tx, self.ctx, &query)?.items {
            if agent.file.is_none() {
                self.file(tx, agent.id, agent.division.level(), true)?;
            }
        }
        Ok(())
    }

    /// The grid of a banner: township, village, natural villages or groups, grids, groups of households; a school and the public
    /// bodies of each township beside it.
    fn grid(&mut self, tx: &mut Tx, banner: &DivisionCode, small: bool) -> Result<(), Error> {
        for township in divisions::children(tx, Some(banner))? {
            let own = self.one(tx, &township.code, None, GridKind::Township, "T", &township.name, None)?;
            self.one(tx, &township.code, Some(own), GridKind::Agency, "A", "机关网格", None)?;
            self.one(tx, &township.code, Some(own), GridKind::School, "S", "学校网格", None)?;
            let villages = divisions::children(tx, Some(&township.code))?;
            for village in villages.iter().take(if small { 1 } else { villages.len() }) {
                let (code, name) = (&village.code, village.name.as_str());
                let top = self.one(tx, code, Some(own), GridKind::Village, "V", name, None)?;
                let kind = if name.contains("嘎查") { GridKind::NaturalVillage } else { GridKind::Group };
                for group in 1..=3 {
                    let (number, said) = (format!("G{group}"), format!("第{group}组"));
                    let outer = self.one(tx, code, Some(top), kind, &number, &said, Some(60))?;
                    let (number, said) = (format!("W{group}"), format!("第{group}网格"));
                    let grid = self.one(tx, code, Some(outer), GridKind::Grid, &number, &said, Some(60))?;
                    for doors in 1..=6 {
                        let (number, said) = (format!("H{group}{doors}"), format!("第{group}网格第{doors}户组"));
                        self.one(tx, code, Some(grid), GridKind::Households, &number, &said, Some(10))?;
                    }
                }
            }
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "one line of a table of grids")]
    fn one(
        &mut self,
        tx: &mut Tx,
        division: &DivisionCode,
        parent: Option<GridId>,
        kind: GridKind,
        code: &str,
        name: &str,
        households: Option<u32>,
    ) -> Result<GridId, Error> {
        self.people += 1;
        let posts = match kind {
            GridKind::Households => vec![],
            GridKind::Village | GridKind::Township => vec![self.holder(GridPost::Lead)?],
            GridKind::Grid => vec![self.holder(GridPost::Member)?],
            _ => vec![self.holder(GridPost::SectionLead)?],
        };
        let id: GridId = self.ctx.new_id();
        let grid = Grid {
            id,
            division: division.clone(),
            parent,
            kind,
            code: Text::parse("code", code)?,
            name: Text::parse("name", name)?,
            households,
            station: None,
            agent: None,
        };
        network::put_grid(tx, self.ctx, &self.units, grid, &posts)?;
        Ok(id)
    }

    fn holder(&self, post: GridPost) -> Result<GridPostHolder, Error> {
        let phone = Mobile::parse("phone", &format!("{}-{:04}", self.sample.phone, self.people % 10_000))?;
        Ok(GridPostHolder {
            post,
            name: PersonName::parse("name", &invented_name(self.people, self.sample.mongolian_names))?,
            phone: Some(phone),
        })
    }
}

fn facts(hours: &str, barrier_free: &[BarrierFree]) -> Result<StationFacts, Error> {
    let hours = if hours.is_empty() { None } else { Some(OpeningHours::parse("hours", hours)?) };
    let languages = vec![Language::Mandarin];
    Ok(StationFacts { hours, languages, barrier_free: barrier_free.to_vec(), ..StationFacts::default() })
}

/// 919 of a thousand are cadres and party members, as the city reports; the rest is everybody else by turns.
fn kind(n: usize) -> AgentKind {
    use AgentKind as K;
    const OTHERS: [AgentKind; 6] = [K::Deputy, K::Elder, K::Volunteer, K::Cppcc, K::Lawyer, K::SocialWorker];
    match (n * 37) % 1_000 {
        place if place >= 919 => OTHERS[n % OTHERS.len()],
        place if place % 5 < 3 => K::Cadre,
        _ => K::PartyMember,
    }
}

fn languages(n: usize) -> Vec<Language> {
    if n.is_multiple_of(3) { vec![Language::Mandarin, Language::Mongolian] } else { vec![Language::Mandarin] }
}

/// The two at the point of the pictures.
fn named(division: &DivisionCode, nth: usize) -> Option<&'static str> {
    const POINT_OF_THE_PICTURES: &str = "150223102201";
    let pair = ["苏日娜", "巴特尔"];
    (division.as_str() == POINT_OF_THE_PICTURES).then(|| pair.get(nth).copied()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_cadres_and_party_members_is_the_citys() {
        let core = (0..3_210).filter(|n| kind(*n).is_core()).count();
        assert!((2_945..=2_956).contains(&core), "91.9 % of 3,210 is 2,950: {core}");
    }
}
