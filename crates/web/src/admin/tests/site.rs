//! A banner with an administrator, a registrar and an auditor behind the real router, and browsers that are signed in.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    access::{self, Permit, Subject, actions},
    organisation::OrgKind,
    people::{Role, RoleGrant, Staff},
};
use kernel::{Clock as _, Ctx, DivisionCode, FixedClock, OrgId, PersonName, Text};
use services::{
    Error, Kit,
    attachment::Blobs,
    auth::{self, Cost, Password, SessionPolicy},
    divisions,
    organisation::{self, OrgDraft},
    people::{self, StaffDraft},
    petition::{self, By, Door, PetitionForm, Receipt},
    secrets::Keys,
};
use tempfile::TempDir;
use testkit::TestStore;
use tower::ServiceExt as _;

use crate::{
    auth::COOKIE_SESSION,
    server,
    state::{AppState, Config},
};

pub(super) const BANNER: &str = "150223";
const TREE: &str = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n150223100,百灵庙镇\n150204,青山区\n";
const PASSWORD: &str = "cao-yuan-2026-x";

/// What a petitioner wrote; no administrator may ever see it.
pub(super) const SECRET: &str = "草畜平衡奖励少发";

pub(super) struct Site {
    pub(super) state: AppState,
    pub(super) bureau: OrgId,
    _store: TestStore,
    _files: TempDir,
}

fn code(digits: &str) -> DivisionCode {
    DivisionCode::parse(digits).unwrap()
}

impl Site {
    pub(super) fn new() -> Self {
        let store = testkit::sqlite(services::MIGRATIONS);
        let clock = FixedClock::at("2026-12-21T02:00:00Z".parse().unwrap());
        let permit: Permit<actions::AdminDivisions> = access::permit(&Subject::System, &code("15")).unwrap();
        divisions::import_divisions(&store, &[permit], TREE.as_bytes()).unwrap();
        let kit = Kit::new(Keys::ephemeral(&Ctx::seeded(clock.now(), 9)).unwrap());
        let files = tempfile::tempdir().unwrap();
        let config = Config { secure_cookies: false, ..Config::default() };
        let blobs = Blobs::open(files.path()).unwrap();
        let state = AppState::new(Arc::new(clock), config, store.clone(), kit, blobs);
        let bureau = bureau(&state);
        let site = Self { state, bureau, _store: store, _files: files };
        for (login, role) in [("guan", Role::Sysadmin), ("wuyun", Role::Registrar), ("shenji", Role::Auditor)] {
            site.staff(login, role);
        }
        site
    }

    fn staff(&self, login: &str, role: Role) {
        let ctx = self.state.ctx();
        let grant = RoleGrant { role, org: self.bureau, division: code(BANNER), from: ctx.today(), to: None };
        let name = PersonName::parse("name", "测试人员").unwrap();
        let mut draft = StaffDraft::new(Staff::parse_login(login).unwrap(), name, self.bureau, vec![grant]);
        draft.password = Some(Password::given(PASSWORD).hash(&ctx, Cost::CHEAP).unwrap());
        draft.must_change = false;
        let permit: Permit<actions::AdminStaff> = access::permit(&Subject::System, &code(BANNER)).unwrap();
        self.state.store.write_blocking(move |tx| people::create(tx, &ctx, &permit, &draft)).unwrap();
    }

    /// A browser in which `login` is signed in.
    pub(super) fn browser(&self, login: &'static str) -> Browser {
        let (ctx, keys) = (self.state.ctx(), self.state.kit.keys.clone());
        let attempt = {
            let ctx = self.state.ctx();
            self.state.store.write_blocking(move |tx| auth::begin(tx, &ctx, &keys, login, "10.0.0.1")).unwrap()
        };
        let verified = attempt.verify(&ctx, &Password::given(PASSWORD), Cost::CHEAP).unwrap();
        let open = move |tx: &mut store::Tx| auth::finish(tx, &ctx, &verified, SessionPolicy::default(), "Linux");
        let session = self.state.store.write_blocking(open).unwrap();
        let cookie = format!("{COOKIE_SESSION}={}", session.token.reveal());
        Browser { app: server::router(self.state.clone()), cookie }
    }

    /// A herder files her matter.
    pub(super) fn petition(&self) -> Receipt {
        let form = PetitionForm {
            facts: format!("2025 年的{SECRET}了。"),
            claims: vec!["核对并补发".into()],
            name: "测试人甲".into(),
            phone: "138 0000 0006".into(),
            division: BANNER.into(),
            truth: true,
            ..PetitionForm::default()
        };
        let (kit, ctx) = (self.state.kit.clone(), self.state.ctx());
        let new = form.parse(Door::Public, ctx.now()).unwrap();
        let file = move |tx: &mut store::Tx| petition::register(tx, &kit, &ctx, &By::Petitioner, &new, None);
        self.state.store.write_blocking(file).unwrap()
    }

    pub(super) fn count(&self, sql: &'static str) -> i64 {
        self.state.store.read_blocking(move |tx| tx.query_one(sql, &[], |row| row.get(0))).unwrap()
    }
}

fn bureau(state: &AppState) -> OrgId {
    let ctx = state.ctx();
    let create = move |tx: &mut store::Tx| -> Result<OrgId, Error> {
        let permit: Permit<actions::AdminUnits> = access::permit(&Subject::System, &code(BANNER))?;
        let draft = OrgDraft::new(OrgKind::Bureau, Text::parse("name", "达茂旗信访局")?, code(BANNER));
        Ok(organisation::create(tx, &ctx, &permit, draft)?.id)
    };
    state.store.write_blocking(create).unwrap()
}

/// An answer.
pub(super) struct Page {
    pub(super) status: StatusCode,
    pub(super) location: String,
    pub(super) html: String,
}

impl Page {
    /// The value of the first hidden input or textarea with this name.
    pub(super) fn field(&self, name: &str) -> String {
        let input =
            self.html.split(&format!("name=\"{name}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next());
        let area = || {
            let rest = self.html.split(&format!("<textarea name=\"{name}\" hidden aria-hidden=\"true\">\n")).nth(1)?;
            rest.split("</textarea>").next()
        };
        input.or_else(area).unwrap_or_else(|| panic!("no field {name} in {}", self.html)).to_owned()
    }

    #[track_caller]
    pub(super) fn says(&self, words: &str) {
        assert!(self.html.contains(words), "{words} is not in\n{}", self.html);
    }

    #[track_caller]
    pub(super) fn keeps_quiet_about(&self, words: &str) {
        assert!(!self.html.contains(words), "{words} is in\n{}", self.html);
    }
}

/// A browser without script.
pub(super) struct Browser {
    app: Router,
    cookie: String,
}

impl Browser {
    async fn send(&self, request: axum::http::request::Builder, body: Body) -> Page {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, "zh-CN");
        let response = self.app.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let location = parts.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap()).to_owned();
        Page { status: parts.status, location, html: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub(super) async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Opens `path` and sends its form to `action` with these fields.
    pub(super) async fn fill(&self, path: &str, action: &str, fields: &[(&str, &str)]) -> Page {
        let csrf = self.get(path).await.field("csrf");
        self.submit(action, &csrf, fields).await
    }

    /// The same without ever having seen the form.
    pub(super) async fn forge(&self, action: &str, fields: &[(&str, &str)]) -> Page {
        self.submit(action, "x", fields).await
    }

    async fn submit(&self, action: &str, csrf: &str, fields: &[(&str, &str)]) -> Page {
        let mut all = vec![("csrf", csrf)];
        all.extend_from_slice(fields);
        let request = Request::post(action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, Body::from(serde_urlencoded::to_string(&all).unwrap())).await
    }

    /// The same with a file under `file`.
    pub(super) async fn upload(&self, path: &str, fields: &[(&str, &str)], file: &str) -> Page {
        let csrf = self.get(path).await.field("csrf");
        let mut body = String::new();
        for (name, value) in [("csrf", csrf.as_str())].iter().chain(fields) {
            body = format!("{body}--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"table.csv\"\r\n\r\n";
        body = format!("{body}{file}\r\n--B--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=B");
        self.send(request, Body::from(body)).await
    }
}
