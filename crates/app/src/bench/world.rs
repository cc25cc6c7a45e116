//! A small jurisdiction to measure in: one banner, its bureau, one unit, one person at each.

use std::sync::Arc;

use anyhow::Context as _;
use domain::{
    access::{self, Permit, StaffSubject, Subject, actions},
    organisation::OrgKind,
    people::{Role, RoleGrant},
};
use jiff::SignedDuration;
use kernel::{Clock, Ctx, DivisionCode, OrgId, PersonName, SystemClock, Text, UserId};
use services::{
    Error, Kit, MIGRATIONS,
    auth::{self, Cost, Password},
    divisions,
    organisation::{self, OrgDraft},
    people::{self, StaffDraft},
    petition::{self, By, Door, NewPetition, PetitionForm},
    secrets::Keys,
};
use store::{Options, Store, Tx};

/// The banner everything happens in.
pub(super) const DIVISION: &str = "150223";
/// The city it belongs to.
const CITY: &str = "1502";
/// The officer's password: the database is thrown away, or was made for measuring.
pub(super) const PASSWORD: &str = "ceshi-2026-bench";

/// The jurisdiction, ready to be measured.
pub(super) struct World {
    pub(super) store: Store,
    pub(super) kit: Kit,
    pub(super) clock: Arc<dyn Clock>,
    /// The unit that resolves.
    pub(super) unit: OrgId,
    /// The member of the unit.
    pub(super) handler: UserId,
    /// The officer at the bureau, at work.
    pub(super) officer: Subject,
    /// What she signs in with.
    pub(super) officer_login: String,
    /// Her bearer token.
    pub(super) officer_token: String,
    /// Bearer token of the member of the unit.
    pub(super) handler_token: String,
    /// Where files and the temporary database lie; gone when dropped.
    pub(super) dir: tempfile::TempDir,
}

impl World {
    /// Opens the database (a temporary one without a URL) and makes sure the jurisdiction stands in it.
    pub(super) fn open(database: Option<&str>) -> anyhow::Result<Self> {
        let dir = tempfile::tempdir().context("a temporary directory")?;
        let url = database.map_or_else(|| dir.path().join("bench.db").to_string_lossy().into_owned(), str::to_owned);
        let store = Store::open(Options::parse(&url)?, MIGRATIONS)?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let kit = Kit::new(Keys::ephemeral(&Ctx::system(&*clock))?);
        let place: Permit<actions::AdminDivisions> = access::permit(&Subject::System, &DivisionCode::parse("15")?)?;
        let tree = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n";
        divisions::import_divisions(&store, &[place], tree.as_bytes())?;
        let now = clock.clone();
        let people = store.write_blocking(move |tx| people_of(tx, &Ctx::system(&*now)))?;
        Ok(Self {
            store,
            kit,
            clock,
            unit: people.unit,
            handler: people.handler.id,
            officer: people.officer.subject,
            officer_login: people.officer.login,
            officer_token: people.officer.token,
            handler_token: people.handler.token,
            dir,
        })
    }

    /// Puts `count` petitions in, in batches.
    pub(super) fn preload(&self, count: usize) -> anyhow::Result<()> {
        const BATCH: usize = 1_000;
        for start in (0..count).step_by(BATCH) {
            let (kit, clock, size) = (self.kit.clone(), self.clock.clone(), BATCH.min(count - start));
            self.store.write_blocking(move |tx| -> Result<(), Error> {
                let ctx = Ctx::system(&*clock);
                for i in 0..size {
                    petition::register(
                        tx,
                        &kit,
                        &ctx,
                        &By::Petitioner,
                        &form(start + i).parse(Door::Public, ctx.now())?,
                        None,
                    )?;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// A petition to register.
    pub(super) fn new_petition(&self, i: usize) -> Result<NewPetition, Error> {
        form(i).parse(Door::Public, self.clock.now())
    }
}

/// What somebody writes: the length of a usual message, a different word in each so that search has something to tell apart.
pub(super) fn form(i: usize) -> PetitionForm {
    let words = ["暖气不热", "草畜平衡奖励", "拖欠工资", "路灯不亮", "机井水泵", "占地补偿", "物业收费", "公交线路"];
    let word = words[i % words.len()];
    PetitionForm {
        facts: format!(
            "我家住在第{i}号院，从上个月起就有{word}的问题，打过三次电话，来看过一次，之后没有人管，请帮忙解决。"
        ),
        claims: vec![format!("解决{word}的问题"), "告诉我由谁负责、什么时候办好".into()],
        name: "测试人".into(),
        phone: format!("138{:08}", i % 100_000_000),
        division: DIVISION.into(),
        truth: true,
        ..PetitionForm::default()
    }
}

struct People {
    unit: OrgId,
    officer: Person,
    handler: Person,
}

/// Somebody who works there.
struct Person {
    id: UserId,
    login: String,
    token: String,
    subject: Subject,
}

/// Bureau, unit, and one person at each; found again on a second run against the same database.
fn people_of(tx: &mut Tx, ctx: &Ctx) -> Result<People, Error> {
    // They were there before anything happened.
    let seed = u64::from_be_bytes(ctx.random());
    let founding = Ctx::seeded(ctx.now() - SignedDuration::from_hours(24 * 500), seed);
    // Who supervises the bureau itself.
    org(tx, &founding, OrgKind::Bureau, "包头市信访局", CITY)?;
    let bureau = org(tx, &founding, OrgKind::Bureau, "达茂旗信访局", DIVISION)?;
    let unit = org(tx, &founding, OrgKind::Unit, "达茂旗住房和城乡建设局", DIVISION)?;
    let officer = person(tx, ctx, "bench-officer", bureau, &[Role::BureauOfficer, Role::Registrar])?;
    let handler = person(tx, ctx, "bench-handler", unit, &[Role::UnitHandler])?;
    Ok(People { unit, officer, handler })
}

fn org(tx: &mut Tx, ctx: &Ctx, kind: OrgKind, name: &str, place: &str) -> Result<OrgId, Error> {
    let place = DivisionCode::parse(place)?;
    if let Some(known) = organisation::find_by_name(tx, name, &place)? {
        return Ok(known.id);
    }
    let permit: Permit<actions::AdminUnits> = access::permit(&Subject::System, &place)?;
    Ok(organisation::create(tx, ctx, &permit, OrgDraft::new(kind, Text::parse("name", name)?, place))?.id)
}

/// Somebody new at every run, so that tokens of an earlier run are not needed.
fn person(tx: &mut Tx, ctx: &Ctx, login: &str, org: OrgId, roles: &[Role]) -> Result<Person, Error> {
    let place = DivisionCode::parse(DIVISION)?;
    let permit: Permit<actions::AdminStaff> = access::permit(&Subject::System, &place)?;
    let from = jiff::civil::date(2020, 1, 1);
    let grants: Vec<_> =
        roles.iter().map(|role| RoleGrant { role: *role, org, division: place.clone(), from, to: None }).collect();
    let login = format!("{login}-{}", kernel::Digest(ctx.random()).to_string().get(..8).unwrap_or_default());
    let name = PersonName::parse("name", "测试员")?;
    let mut draft = StaffDraft::new(Text::parse("login", &login)?, name, org, grants.clone());
    draft.password = Some(Password::given(PASSWORD).hash(ctx, Cost::CHEAP)?);
    // Who still has to choose a password may do nothing else.
    draft.must_change = false;
    let id = people::create(tx, ctx, &permit, &draft)?.id;
    let token = auth::issue_token(tx, ctx, id, "bench", SignedDuration::from_hours(12))?;
    let subject = Subject::Staff(StaffSubject::new(id, org, ctx.now(), grants));
    Ok(Person { id, login, token: token.token.reveal().clone(), subject })
}
