//! A banner with a bureau, two departments, a station and people for every step; all invented.

use std::{sync::Arc, time::Duration};

use axum::Router;
use domain::{
    access::{self, Subject},
    organisation::OrgKind,
    people::{Role, RoleGrant, Staff},
};
use kernel::{Ctx, DivisionCode, FixedClock, OrgId, PersonName, Text};
use services::{
    Kit,
    attachment::Blobs,
    auth::{Cost, Password},
    divisions,
    organisation::{self, OrgDraft},
    people::{self, StaffDraft},
    secrets::Keys,
};
use store::Store;
use tempfile::TempDir;

use super::browser::Browser;
use crate::{
    live::Pace,
    server,
    state::{AppState, Config},
};

/// Everybody's, in tests.
pub(super) const PASSWORD: &str = "一句自己记得住的话吧";

const TREE: &str = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n150223100201,巴音花嘎查村\n\
                    150204,青山区\n150204001,先锋道街道\n";

/// The house under test.
pub(super) struct House {
    pub app: Router,
    pub state: AppState,
    pub clock: FixedClock,
    _files: TempDir,
}

impl House {
    pub(super) fn new(store: &Store) -> Self {
        let clock = FixedClock::at("2026-03-02T01:00:00Z".parse().unwrap());
        seed(store, &clock);
        let files = TempDir::new().unwrap();
        let kit = Kit::new(Keys::ephemeral(&Ctx::seeded(clock_now(&clock), 7)).unwrap());
        let live = Pace { look: Duration::from_millis(20), beat: Duration::from_millis(40) };
        let config = Config { secure_cookies: false, live, ..Config::default() };
        let blobs = Blobs::open(files.path().to_owned()).unwrap();
        let state = AppState::new(Arc::new(clock.clone()), config, store.clone(), kit, blobs);
        Self { app: server::router(state.clone()), state, clock, _files: files }
    }

    pub(super) fn browser(&self) -> Browser {
        Browser::new(self.app.clone())
    }

    pub(super) async fn at_the_desk(&self, login: &str) -> Browser {
        let mut browser = self.browser();
        browser.sign_in(login).await.silent("登录名或密码不对");
        browser
    }
}

fn clock_now(clock: &FixedClock) -> jiff::Timestamp {
    kernel::Clock::now(clock)
}

fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

fn unit(store: &Store, ctx: u64, clock: &FixedClock, kind: OrgKind, name: &str, division: &str) -> OrgId {
    let permit = access::permit(&Subject::System, &code("1502")).unwrap();
    let mut draft = OrgDraft::new(kind, Text::parse("name", name).unwrap(), code(division));
    draft.accepts_petitions = matches!(kind, OrgKind::Unit | OrgKind::Government);
    let now = clock_now(clock);
    store.write_blocking(move |tx| organisation::create(tx, &Ctx::seeded(now, ctx), &permit, draft.clone())).unwrap().id
}

fn seed(store: &Store, clock: &FixedClock) {
    let permit = access::permit(&Subject::System, &code("15")).unwrap();
    divisions::import_divisions(store, &[permit], TREE.as_bytes()).unwrap();
    let bureau = unit(store, 1, clock, OrgKind::Bureau, "达茂旗信访局", "150223");
    let forest = unit(store, 2, clock, OrgKind::Unit, "旗林业和草原局", "150223");
    let housing = unit(store, 3, clock, OrgKind::Unit, "旗住房和城乡建设局", "150223");
    let village = unit(store, 4, clock, OrgKind::Point, "巴音花代办点", "150223100201");
    let elsewhere = unit(store, 5, clock, OrgKind::Bureau, "青山区信访局", "150204");
    unit(store, 6, clock, OrgKind::Government, "达茂旗人民政府", "150223");
    let city = unit(store, 7, clock, OrgKind::Bureau, "包头市信访局", "1502");
    let people: [(&str, &str, Role, OrgId, &str); 13] = [
        ("dengji", "白雪梅", Role::Registrar, bureau, "150223"),
        ("ganbu", "包志强", Role::BureauOfficer, bureau, "150223"),
        ("chengban", "韩立军", Role::UnitHandler, forest, "150223"),
        ("shenhe", "斯琴", Role::UnitHandler, forest, "150223"),
        ("lingdao", "赵国良", Role::UnitLeader, forest, "150223"),
        ("lingdao2", "马春生", Role::UnitLeader, forest, "150223"),
        ("zhujian", "刘芳", Role::UnitHandler, housing, "150223"),
        ("zhujianld", "高原", Role::UnitLeader, housing, "150223"),
        ("huifang", "安静", Role::FollowupCaller, bureau, "150223"),
        ("daiban", "苏日娜", Role::Agent, village, "150223100201"),
        ("qingshan", "王东", Role::BureauOfficer, elsewhere, "150204"),
        ("guanli", "周密", Role::Sysadmin, bureau, "1502"),
        ("shiju", "乌兰", Role::BureauOfficer, city, "1502"),
    ];
    for (n, (login, name, role, org, division)) in (20..).zip(people) {
        add(store, clock, n, (login, name), RoleGrant { role, org, division: code(division), from: day(), to: None });
    }
}

fn day() -> jiff::civil::Date {
    jiff::civil::date(2026, 1, 1)
}

fn add(store: &Store, clock: &FixedClock, seed: u64, (login, name): (&str, &str), grant: RoleGrant) {
    let permit = access::permit(&Subject::System, &code("1502")).unwrap();
    let ctx = Ctx::seeded(clock_now(clock), seed);
    let name = PersonName::parse("name", name).unwrap();
    let mut draft = StaffDraft::new(Staff::parse_login(login).unwrap(), name, grant.org, vec![grant]);
    draft.password = Some(Password::given(PASSWORD).hash(&ctx, Cost::CHEAP).unwrap());
    draft.must_change = false;
    store.write_blocking(move |tx| people::create(tx, &ctx, &permit, &draft)).unwrap();
}
