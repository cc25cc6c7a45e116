//! A small banner behind a real router: a bureau, a unit, a station with an agent, a browser that keeps its cookies.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    access::{self, Permit, StaffSubject, Subject, actions::AdminDivisions, actions::AdminUnits},
    organisation::OrgKind,
    people::{Role, RoleGrant},
};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Ctx, DivisionCode, FixedClock, OrgId, Text, UserId};
use lianxin_web::{
    server,
    state::{AppState, Config, Limits, Place},
};
use services::{
    Error, Kit,
    attachment::Blobs,
    divisions, matter,
    organisation::{self, OrgDraft},
    petition::{self, Act},
    secrets::Keys,
};
use store::Store;
use tempfile::TempDir;
use tower::ServiceExt as _;

pub(crate) const BANNER: &str = "150223";
const TREE: &str = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n\
                    150223100201,巴音花嘎查村\n150223101,满都拉镇\n150204,青山区\n";

pub(crate) struct World {
    pub(crate) state: AppState,
    pub(crate) clock: FixedClock,
    pub(crate) bureau: OrgId,
    pub(crate) forestry: OrgId,
    files: TempDir,
}

impl World {
    pub(crate) fn new(store: &Store, now: &str) -> Self {
        let now: Timestamp = now.parse().unwrap();
        let place = DivisionCode::parse("15").unwrap();
        let permit: Permit<AdminDivisions> = access::permit(&Subject::System, &place).unwrap();
        divisions::import_divisions(store, &[permit], TREE.as_bytes()).unwrap();
        let files = tempfile::tempdir().unwrap();
        let clock = FixedClock::at(now);
        let config = Config {
            place: Place { name: "达茂旗".into(), phone: "0472-000-0000".into(), ..Place::default() },
            limits: Limits { file: 30_000, files: 60_000, count: 4, text: 200_000, voice: 180 },
            home: Some(DivisionCode::parse(BANNER).unwrap()),
            ..Config::default()
        };
        let kit = Kit::new(Keys::ephemeral(&Ctx::seeded(now, 9)).unwrap());
        let blobs = Blobs::open(files.path()).unwrap();
        Self {
            bureau: org(store, now, 1, OrgKind::Bureau, "达茂旗信访局", BANNER),
            forestry: org(store, now, 2, OrgKind::Unit, "达茂旗林业和草原局", BANNER),
            state: AppState::new(Arc::new(clock.clone()), config, store.clone(), kit, blobs),
            clock,
            files,
        }
    }

    /// A station at a place of the banner.
    pub(crate) fn station(&self, name: &'static str, division: &'static str) -> OrgId {
        org(&self.state.store, self.state.clock.now(), 7, OrgKind::Station, name, division)
    }

    /// The petition bureau above the banner.
    pub(crate) fn bureau_above(&self) -> OrgId {
        org(&self.state.store, self.state.clock.now(), 8, OrgKind::Bureau, "包头市信访局", "1502")
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser { app: server::router(self.state.clone()), cookies: vec![], lang: "zh-CN" }
    }

    /// Somebody with one role at one organisation over the banner.
    pub(crate) fn staff(&self, name: u128, role: Role, org: OrgId) -> Subject {
        let division = DivisionCode::parse(BANNER).unwrap();
        let grant = RoleGrant { role, org, division, from: jiff::civil::date(2025, 1, 1), to: None };
        Subject::Staff(StaffSubject::new(user(name), org, self.state.clock.now(), vec![grant]))
    }

    pub(crate) fn case(&self, number: &str) -> CaseId {
        let number = CaseNumber::parse(number).unwrap();
        let found = self.state.store.read_blocking(move |tx| matter::find_by_number(tx, &number));
        found.unwrap().unwrap().id()
    }

    /// What an office does.
    pub(crate) fn act(&self, subject: &Subject, number: &str, act: impl Into<Act>) {
        let (kit, now, id) = (self.state.kit.clone(), self.state.clock.now(), self.case(number));
        let (subject, act) = (subject.clone(), act.into());
        self.state
            .store
            .write_blocking(move |tx| {
                let ctx = Ctx::system(&FixedClock::at(now));
                petition::act(tx, &kit, &ctx, &subject, id, None, &act)
            })
            .unwrap();
    }

    /// Moves the clock to a Beijing moment.
    pub(crate) fn at(&self, moment: &str) {
        self.clock.set(format!("{moment}+08:00").parse().unwrap());
    }

    pub(crate) fn clock_now(&self) -> Timestamp {
        self.state.clock.now()
    }

    pub(crate) fn count(&self, table: &'static str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        self.state.store.read_blocking(move |tx| tx.query_one(&sql, &[], |row| row.get(0))).unwrap()
    }

    /// Whether any sealed file lies in the folder.
    pub(crate) fn keeps_files(&self) -> bool {
        std::fs::read_dir(self.files.path()).unwrap().next().is_some()
    }
}

pub(crate) fn user(name: u128) -> UserId {
    UserId(uuid::Uuid::from_u128(name))
}

pub(crate) fn org(
    store: &Store,
    now: Timestamp,
    seed: u64,
    kind: OrgKind,
    name: &'static str,
    division: &'static str,
) -> OrgId {
    let create = move |tx: &mut store::Tx| -> Result<OrgId, Error> {
        let place = DivisionCode::parse(division)?;
        let permit: Permit<AdminUnits> = access::permit(&Subject::System, &place)?;
        let draft = OrgDraft::new(kind, Text::parse("name", name)?, place);
        Ok(organisation::create(tx, &Ctx::seeded(now, seed), &permit, draft)?.id)
    };
    store.write_blocking(create).unwrap()
}

/// An answer as a browser sees it.
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) html: String,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    /// The value of the first field with this name.
    pub(crate) fn field(&self, name: &str) -> String {
        let from = self.html.split(&format!("name=\"{name}\" value=\"")).nth(1);
        let value = from.and_then(|rest| rest.split('"').next());
        value.unwrap_or_else(|| panic!("no field {name} in {}", self.html)).to_owned()
    }

    /// Says that `words` stand on the page.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.html.contains(words)
    }
}

/// A browser without script.
pub(crate) struct Browser {
    app: Router,
    cookies: Vec<(String, String)>,
    pub(crate) lang: &'static str,
}

impl Browser {
    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, self.lang);
        let response = self.app.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.into(), value.into()));
            }
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let location = parts.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap());
        Page {
            status: parts.status,
            location: location.to_owned(),
            html: String::from_utf8_lossy(&bytes).into_owned(),
            headers: parts.headers.clone(),
            bytes,
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(body)).await
    }

    /// A form with files: `(field, name, bytes)`.
    pub(crate) async fn upload(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Page {
        let mut body = vec![];
        for (name, value) in fields {
            body.extend(format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        for (field, name, bytes) in files {
            let head = format!(
                "--B\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n"
            );
            body.extend(head.bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--B--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=B");
        self.send(request, Body::from(body)).await
    }

    /// Forgets one cookie, as when its time is over.
    pub(crate) fn forget(&mut self, name: &str) {
        self.cookies.retain(|(known, _)| known != name);
    }

    /// Opens `path` and sends its form back with these fields, token and key included.
    pub(crate) async fn fill(&mut self, path: &str, action: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.get(path).await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let mut all = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
        all.extend_from_slice(fields);
        self.post(action, &all).await
    }

    /// Opens the form and files the herder's matter; number and code.
    pub(crate) async fn file(&mut self) -> (String, String) {
        self.file_with(&[]).await
    }

    /// The same with more fields.
    pub(crate) async fn file_with(&mut self, more: &[(&str, &str)]) -> (String, String) {
        let page = self.get("/file").await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let mut fields = vec![("csrf", csrf.as_str()), ("key", key.as_str())];
        fields.extend_from_slice(HERDER);
        fields.extend_from_slice(more);
        let page = self.upload("/file", &fields, &[]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.html);
        let receipt = self.get(&page.location).await;
        let number = page.location.split('/').nth(2).unwrap().to_owned();
        let code = receipt.html.split("lx-receipt__code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        (number, code)
    }
}

/// A herder's matter, as she writes it.
pub(crate) const HERDER: &[(&str, &str)] = &[
    ("facts", "2025 年的草畜平衡奖励少发了，机井水泵也坏了。"),
    ("claims", "核对并补发奖励"),
    ("claims", ""),
    ("claims", "修好机井水泵"),
    ("name", "测试人甲"),
    ("phone", "138 0000 0006"),
    ("division", "150223100201"),
    ("truth", "yes"),
];
