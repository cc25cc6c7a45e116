//! A small banner behind the real router, and a program that calls it.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use domain::{
    access::{self, Permit, Subject, actions::AdminDivisions, actions::AdminStaff, actions::AdminUnits},
    organisation::OrgKind,
    people::{Role, RoleGrant, Staff},
};
use jiff::{SignedDuration, Timestamp};
use kernel::{Clock as _, Ctx, DivisionCode, FixedClock, OrgId, PersonName, Text, UserId};
use lianxin_web::{
    server,
    state::{AppState, Config, Limits},
};
use serde_json::{Value, json};
use services::{
    Error, Kit, MIGRATIONS,
    attachment::Blobs,
    auth::{self, Cost, Password},
    divisions,
    organisation::{self, OrgDraft},
    people::{self, StaffDraft},
    secrets::Keys,
};
use store::Store;
use tempfile::TempDir;
use tower::ServiceExt as _;

pub(crate) const PASSWORD: &str = "一句自己记得住的话吧";
const TREE: &str = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n150204,青山区\n";

/// The house under test.
pub(crate) struct World {
    pub(crate) app: Router,
    pub(crate) state: AppState,
    pub(crate) clock: FixedClock,
    pub(crate) bureau: OrgId,
    pub(crate) forestry: OrgId,
    pub(crate) elsewhere: OrgId,
    pub(crate) city: OrgId,
    _files: TempDir,
}

/// Somebody with a token.
pub(crate) struct Caller {
    pub(crate) id: UserId,
    pub(crate) token: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("not JSON: {self:?}"))
    }

    /// The body, when all went well.
    #[track_caller]
    pub(crate) fn ok(&self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, String::from_utf8_lossy(&self.bytes));
        self.json()
    }

    /// Status and code of a problem, which must be one.
    #[track_caller]
    pub(crate) fn problem(&self) -> (u16, String) {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.header("content-type"), "application/problem+json", "{}: {text}", self.status);
        let body = self.json();
        assert_eq!(body["status"], self.status.as_u16());
        for field in ["type", "title", "detail", "code"] {
            let said = body[field].as_str().unwrap_or_default();
            assert!(!said.is_empty() && !said.contains('⟨'), "{field}: {body}");
        }
        (self.status.as_u16(), body["code"].as_str().unwrap().to_owned())
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A request in the making.
pub(crate) struct Call {
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: Body,
}

pub(crate) fn call(method: &'static str, path: impl Into<String>) -> Call {
    Call { method, path: path.into(), headers: vec![], body: Body::empty() }
}

impl Call {
    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn by(self, caller: &Caller) -> Self {
        self.bearer(&caller.token)
    }

    pub(crate) fn bearer(self, token: &str) -> Self {
        self.header("authorization", format!("Bearer {token}"))
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub(crate) fn seen(self, version: &Value) -> Self {
        self.header("if-match", format!("\"{version}\""))
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.raw("application/json", body.to_string())
    }

    pub(crate) fn raw(self, kind: &str, body: impl Into<Body>) -> Self {
        let mut call = self.header("content-type", kind);
        call.body = body.into();
        call
    }

    pub(crate) async fn to(self, world: &World) -> Reply {
        let mut request = Request::builder().method(self.method).uri(format!("/api/v1{}", self.path));
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let response = world.app.clone().oneshot(request.body(self.body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Reply { status: parts.status, headers: parts.headers, bytes }
    }
}

impl World {
    pub(crate) fn new(store: &Store, now: &str) -> Self {
        let now: Timestamp = now.parse().unwrap();
        let permit: Permit<AdminDivisions> = access::permit(&Subject::System, &division("15")).unwrap();
        divisions::import_divisions(store, &[permit], TREE.as_bytes()).unwrap();
        let files = tempfile::tempdir().unwrap();
        let clock = FixedClock::at(now);
        let limits = Limits { file: 200_000, files: 400_000, count: 4, text: 100_000, voice: 180 };
        let config = Config { limits, ..Config::default() };
        let kit = Kit::new(Keys::ephemeral(&Ctx::seeded(now, 9)).unwrap());
        let blobs = Blobs::open(files.path()).unwrap();
        let state = AppState::new(Arc::new(clock.clone()), config, store.clone(), kit, blobs);
        Self {
            bureau: org(store, now, 1, OrgKind::Bureau, "达茂旗信访局", "150223"),
            forestry: org(store, now, 2, OrgKind::Unit, "达茂旗林业和草原局", "150223"),
            elsewhere: org(store, now, 3, OrgKind::Bureau, "青山区信访局", "150204"),
            city: org(store, now, 4, OrgKind::Bureau, "包头市信访局", "1502"),
            app: server::router(state.clone()),
            state,
            clock,
            _files: files,
        }
    }

    /// Somebody with one role at one organisation, with a token for a year.
    pub(crate) fn staff(&self, login: &'static str, role: Role, org: OrgId, place: &'static str) -> Caller {
        let now = self.clock.now();
        let write = self.state.store.write_blocking(move |tx| -> Result<_, Error> {
            let ctx = Ctx::seeded(now, login.bytes().fold(7, |seed, byte| seed * 31 + u64::from(byte)));
            let permit: Permit<AdminStaff> = access::permit(&Subject::System, &division("1502"))?;
            let name = PersonName::parse("name", "测试员")?;
            let from = jiff::civil::date(2025, 1, 1);
            let grants = vec![RoleGrant { role, org, division: division(place), from, to: None }];
            let mut draft = StaffDraft::new(Staff::parse_login(login)?, name, org, grants);
            draft.password = Some(Password::given(PASSWORD).hash(&ctx, Cost::CHEAP)?);
            draft.must_change = false;
            let staff = people::create(tx, &ctx, &permit, &draft)?;
            let session = auth::issue_token(tx, &ctx, staff.id, "test", SignedDuration::from_hours(24 * 365))?;
            Ok(Caller { id: staff.id, token: session.token.into_revealed() })
        });
        write.unwrap()
    }

    pub(crate) fn at(&self, moment: &str) {
        self.clock.set(format!("{moment}+08:00").parse().unwrap());
    }
}

/// A herder's claims, as a program sends them.
pub(crate) fn petition() -> Value {
    json!({
        "facts": "2025 年的草畜平衡奖励少发了，机井水泵也坏了。",
        "claims": ["核对并补发奖励", "修好机井水泵"],
        "name": "测试人甲",
        "phone": "138 0000 0006",
        "division": "150223",
        "truth": true,
    })
}

/// Text as it stands in an address.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().map(percent).collect()
}

fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || byte == b'-' { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

fn division(code: &str) -> DivisionCode {
    DivisionCode::parse(code).unwrap()
}

fn org(store: &Store, now: Timestamp, seed: u64, kind: OrgKind, name: &'static str, place: &'static str) -> OrgId {
    let write = store.write_blocking(move |tx| -> Result<OrgId, Error> {
        let permit: Permit<AdminUnits> = access::permit(&Subject::System, &division(place))?;
        let draft = OrgDraft::new(kind, Text::parse("name", name)?, division(place));
        Ok(organisation::create(tx, &Ctx::seeded(now, seed), &permit, draft)?.id)
    });
    write.unwrap()
}

/// Runs a story on a database of each engine.
pub(crate) fn on_both(now: &'static str, story: impl AsyncFn(World)) {
    testkit::both(MIGRATIONS, |store| block(story(World::new(store, now))));
}

/// Runs a story on SQLite.
pub(crate) fn on_sqlite(now: &'static str, story: impl AsyncFn(World)) {
    let database = testkit::sqlite(MIGRATIONS);
    block(story(World::new(&database, now)));
}

fn block(story: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(story);
}
