//! What every handler of the desk takes: the visit, who is signed in, and the frame of its page.

use axum::{
    extract::{FromRef, FromRequestParts, Query},
    http::request::Parts,
};
use axum_extra::extract::CookieJar;
use domain::{
    access::{Action, Bound, Subject, list_scope},
    case::CaseKind,
    people::Role,
};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Fault};
use serde::Deserialize;
use services::{
    Error, Kit,
    matter::{self, Counts, Filter, Looked, Tab},
};
use store::Tx;

use crate::{
    auth::SignedIn,
    i18n::Say,
    problem::Problem,
    state::AppState,
    ui::Icon,
    view::{COOKIE_LANGUAGE, DeskFrame, Frame, NavItem, Visit},
};

/// To which entry of the navigation a page belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// 收件台.
    Inbox,
    /// 事项.
    Matters,
    /// 一周工单.
    Orders,
    /// 登记.
    Register,
    /// 公开答复.
    Answers,
    /// 协办.
    Assist,
    /// 没写下来的录音.
    Recordings,
    /// 回访.
    FollowUp,
    /// 没收到通知的.
    Unreached,
    /// 主动代办.
    Finds,
    /// 文书.
    Letters,
    /// 台账.
    Ledgers,
    /// 节奏.
    Cycle,
    /// 包案.
    Leader,
    /// 接访.
    Reception,
    /// 调解.
    Mediations,
    /// 联席会议.
    Meetings,
    /// 类案.
    Clusters,
    /// 复查、复核.
    Reviews,
    /// 人民建议征集.
    Calls,
    /// 越级报告.
    Obstructions,
    /// 密封件.
    Sealed,
    /// 保管、信息权利.
    Retention,
    /// 督办、建议.
    Supervision,
    /// None of them.
    Nowhere,
}

/// A visit to the desk by somebody who is signed in.
#[derive(Clone)]
pub struct Desk {
    /// The visit, in her language.
    pub visit: Visit,
    /// Who.
    pub who: SignedIn,
    /// Whether she switched single keys off.
    pub keys_off: bool,
    /// How many reports over a unit's head wait; `None` for whoever is never shown one.
    reports: Option<i64>,
    /// The list from which the case was opened, as the address carries it; empty for none.
    pub list: String,
}

/// `off` when single keys do nothing; for the list of keys to set.
pub(super) const COOKIE_KEYS: &str = "lx-keys";

/// What an address says of the way here.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Carried {
    list: String,
}

impl<S> FromRequestParts<S> for Desk
where
    AppState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let who = SignedIn::from_request_parts(parts, state).await?;
        let app = AppState::from_ref(state);
        let mut visit = Visit::of(parts, &app);
        let cookies = CookieJar::from_headers(&parts.headers);
        // Her own language, unless she chose another on this machine.
        if cookies.get(COOKIE_LANGUAGE).is_none() {
            visit.t = Say { locale: who.me.staff.locale, ..visit.t };
        }
        visit.t = visit.t.with_words(app.words(who.division()));
        let keys_off = cookies.get(COOKIE_KEYS).is_some_and(|cookie| cookie.value() == "off");
        let subject = who.subject().clone();
        let reports = match list_scope(&subject, Action::ReadObstruction) {
            Bound::Never => None,
            _ => app.read(move |tx, _, _| Ok(services::obstruction::waiting(tx, &subject)?)).await?,
        };
        let list = Query::<Carried>::try_from_uri(&parts.uri).map(|query| query.0.list).unwrap_or_default();
        Ok(Self { visit, who, keys_off, reports, list })
    }
}

impl Desk {
    /// Says things in her language.
    #[must_use]
    pub fn t(&self) -> Say {
        self.visit.t
    }

    /// Runs a question on one snapshot, with her as the subject.
    ///
    /// # Errors
    /// What it refuses, or a fault.
    pub async fn read<T, F>(&self, mut work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx, &Kit, &Ctx, &Subject) -> Result<T, Error> + Send + 'static,
    {
        let subject = self.who.subject().clone();
        self.visit.state.read(move |tx, kit, ctx| work(tx, kit, ctx, &subject)).await
    }

    /// Runs a use case in one write transaction, with her as the subject.
    ///
    /// # Errors
    /// What it refuses, or a fault.
    pub async fn write<T, F>(&self, mut work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx, &Kit, &Ctx, &Subject) -> Result<T, Error> + Send + 'static,
    {
        let subject = self.who.subject().clone();
        self.visit.state.write(move |tx, kit, ctx| work(tx, kit, ctx, &subject)).await
    }

    /// Opens a case: the look is put on record, then what the page shows is read apart, so that reading keeps nobody from writing.
    ///
    /// # Errors
    /// `not-permitted`, also when the case does not exist; what the reading refuses, or a fault.
    pub async fn open<T, F>(&self, id: CaseId, mut read: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx, &Kit, &Ctx, &Subject, &Looked) -> Result<T, Error> + Send + 'static,
    {
        let looked = self.write(move |tx, _, ctx, subject| matter::look(tx, ctx, subject, id)).await?;
        self.read(move |tx, kit, ctx, subject| read(tx, kit, ctx, subject, &looked)).await
    }

    /// An address of the case at hand with more parameters; the list it was opened from stays known.
    #[must_use]
    pub fn onwards(&self, address: &str, pairs: &[(&str, &str)]) -> String {
        let list = [("list", self.list.as_str())];
        let all = list.into_iter().chain(pairs.iter().copied()).filter(|(_, value)| !value.is_empty());
        let query = serde_urlencoded::to_string(all.collect::<Vec<_>>()).unwrap_or_default();
        if query.is_empty() { address.to_owned() } else { format!("{address}?{query}") }
    }

    /// The frame of a page whose title is said from `key`.
    #[must_use]
    pub fn frame(&self, key: &str, here: Here) -> Frame {
        self.frame_titled(self.t().say(key).text(), here)
    }

    /// The frame of a page with a title of its own.
    #[must_use]
    pub fn frame_titled(&self, title: impl Into<String>, here: Here) -> Frame {
        let frame = DeskFrame {
            nav: self.nav(here),
            user: self.who.me.staff.name.reveal().to_owned(),
            role: self.role(),
            csrf: self.visit.csrf_token(),
            query: String::new(),
            keys_off: self.keys_off,
            live: String::new(),
            case: None,
        };
        let mut frame = self.visit.desk_frame(title, frame);
        // The desk is the reader's own unit's, wherever the portal of this house is.
        frame.place.name.clone_from(&self.who.me.org_called);
        frame
    }

    /// Unit and post: 旗信访局 · 登记员.
    fn role(&self) -> String {
        let t = self.t();
        let post = self.who.me.staff.title.as_ref().map(ToString::to_string);
        let post = post.or_else(|| {
            let role = self.who.roles().into_iter().next()?;
            Some(t.say(&domain::names::key_of("role", role.name())).text())
        });
        match post {
            Some(post) => format!("{} · {post}", self.who.me.org_called),
            None => self.who.me.org_called.clone(),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one list: every room of the desk in its order")]
    fn nav(&self, here: Here) -> Vec<NavItem> {
        let t = self.t();
        let item = |href: &str, icon, key: &str, own: Here, keys: &'static str| NavItem {
            href: href.into(),
            icon,
            text: t.say(key).text(),
            count: None,
            current: own == here,
            key: keys,
        };
        let mut nav = vec![];
        if !self.who.sees_no_matters() {
            nav.push(item("/desk", Icon::outline("inbox"), "desk-nav-inbox", Here::Inbox, "g i"));
            nav.push(item("/desk?tab=open", Icon::outline("folders"), "desk-nav-matters", Here::Matters, "g m"));
            nav.push(item("/desk/orders", Icon::outline("clipboard-list"), "desk-nav-orders", Here::Orders, "g o"));
            if super::register::home(self).is_some() {
                nav.push(item(
                    "/desk/register",
                    Icon::outline("pencil-plus"),
                    "desk-nav-register",
                    Here::Register,
                    "n",
                ));
            }
        }
        if super::letters::writes(self.who.subject()) {
            nav.push(item("/desk/letters", Icon::outline("file-text"), "letters-title", Here::Letters, "g l"));
        }
        if services::ledger::may(self.who.subject()) {
            nav.push(item("/desk/ledgers", Icon::outline("table-export"), "ledgers-title", Here::Ledgers, ""));
        }
        if super::assist::may_assist(self) {
            nav.push(item("/desk/assist", Icon::outline("users"), "assist-title", Here::Assist, "g h"));
        }
        if super::recordings::may_write_down(self) {
            let icon = Icon::outline("microphone");
            nav.push(item("/desk/recordings", icon, "recordings-title", Here::Recordings, "g v"));
        }
        if self.who.has(Role::FollowupCaller) {
            nav.push(item("/desk/follow-up", Icon::outline("phone-calling"), "decide-calls", Here::FollowUp, "g f"));
        }
        if list_scope(self.who.subject(), Action::RevealIdentity) != Bound::Never {
            nav.push(item("/desk/unreached", Icon::outline("phone-check"), "unreached-nav", Here::Unreached, ""));
        }
        if super::finds::shown(self.who.subject()) {
            nav.push(item("/desk/finds", Icon::outline("heart-handshake"), "find-nav", Here::Finds, "g b"));
        }
        let names = super::leader::names_leaders(self.who.subject());
        if self.who.has(Role::UnitLeader) || self.who.has(Role::Delegate) || names {
            nav.push(item("/desk/leader", Icon::outline("user-check"), "leaders-nav", Here::Leader, ""));
        }
        if super::reception::home(self.who.subject()).is_some() {
            let icon = Icon::outline("user-check");
            nav.push(item("/desk/reception", icon, "reception-nav", Here::Reception, ""));
        }
        if super::mediations::shown(self.who.subject()) {
            nav.push(item(
                "/desk/mediations",
                Icon::outline("heart-handshake"),
                "mediations-title",
                Here::Mediations,
                "",
            ));
        }
        if super::meetings::shown(self.who.subject()) {
            nav.push(item("/desk/meetings", Icon::outline("users"), "meetings-title", Here::Meetings, ""));
        }
        if super::clusters::shown(self.who.subject()) {
            nav.push(item("/desk/clusters", Icon::outline("users"), "clusters-title", Here::Clusters, ""));
        }
        if super::reviews::shown(self.who.subject()) {
            nav.push(item("/desk/reviews", Icon::outline("scale"), "reviews-nav", Here::Reviews, ""));
        }
        if super::suggestions::calls_shown(self.who.subject()) {
            nav.push(item("/desk/calls", Icon::outline("messages"), "calls-title", Here::Calls, ""));
        }
        if services::cycle::place_of(self.who.subject()).is_some() {
            nav.push(item("/desk/cycle", Icon::outline("calendar-time"), "cycles-nav", Here::Cycle, ""));
        }
        if let Some(waiting) = self.reports {
            let icon = Icon::outline("shield-check");
            let mut entry = item("/desk/obstructions", icon, "desk-nav-obstructions", Here::Obstructions, "g p");
            entry.count = u64::try_from(waiting).ok().filter(|count| *count > 0);
            nav.push(entry);
        }
        if list_scope(self.who.subject(), Action::ReadSealed) != Bound::Never {
            nav.push(item("/desk/sealed", Icon::outline("lock"), "desk-sealed-title", Here::Sealed, ""));
        }
        let subject = self.who.subject();
        let supervised = [Action::ReadSupervision, Action::ReadAdvice, Action::ReadJointSheet];
        if supervised.into_iter().any(|action| list_scope(subject, action) != Bound::Never) {
            let icon = Icon::outline("list-check");
            nav.push(item("/desk/supervision", icon, "desk-nav-supervision", Here::Supervision, "g s"));
        }
        if super::answers::home(self.who.subject()).is_some() {
            nav.push(item("/desk/answers", Icon::outline("messages"), "publish-nav", Here::Answers, "g d"));
        }
        if super::retention::place(self.who.subject()).is_some() {
            let icon = Icon::outline("clock");
            nav.push(item("/desk/retention", icon, "retention-nav", Here::Retention, ""));
        }
        let leads = [Role::StationLead, Role::BureauOfficer, Role::Supervisor, Role::JointMeetingOffice];
        if leads.into_iter().any(|role| self.who.has(role)) {
            nav.push(item("/desk/network", Icon::outline("affiliate"), "network-nav", Here::Nowhere, "g n"));
            if let Some(last) = nav.last_mut() {
                last.current = false;
            }
        }
        if self.who.has(Role::Sysadmin) {
            nav.push(item("/admin", Icon::outline("sitemap"), "desk-nav-admin", Here::Nowhere, "g a"));
            if let Some(last) = nav.last_mut() {
                last.current = false;
            }
        }
        nav
    }
}

/// The counts beside the entries of the navigation.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NavCounts {
    mine: i64,
    open: i64,
    orders: i64,
    calls: i64,
    unreached: i64,
}

impl NavCounts {
    /// Counts what waits for the reader; what an inbox without filters has counted already is not counted again.
    pub(super) fn load(tx: &mut Tx, subject: &Subject, now: Timestamp, known: Option<&Counts>) -> Result<Self, Fault> {
        let mut count = |tab: Tab, kind: Option<CaseKind>| {
            let known = known.filter(|_| kind.is_none());
            match known.and_then(|known| known.tabs.iter().find(|(one, _)| *one == tab)) {
                Some((_, count)) => Ok(*count),
                None => matter::count(tx, subject, &Filter { tab, kind, ..Filter::default() }, now),
            }
        };
        Ok(Self {
            mine: count(Tab::Mine, None)?,
            open: count(Tab::Open, None)?,
            orders: count(Tab::Open, Some(CaseKind::WorkOrder))?,
            calls: matter::count_awaiting_call(tx, subject)?,
            unreached: services::outbox::count_unreached(tx, subject)?.unwrap_or_default(),
        })
    }

    /// Puts them into the frame.
    pub(super) fn put(self, frame: &mut Frame) {
        let Some(desk) = &mut frame.desk else { return };
        for item in &mut desk.nav {
            let count = match item.href.as_str() {
                "/desk" => self.mine,
                "/desk?tab=open" => self.open,
                "/desk/orders" => self.orders,
                "/desk/follow-up" => self.calls,
                "/desk/unreached" => self.unreached,
                _ => continue,
            };
            item.count = u64::try_from(count).ok();
        }
    }
}

/// Lets the page hear what changes after `now`.
pub(super) fn listen(frame: &mut Frame, now: Timestamp) {
    if let Some(desk) = &mut frame.desk {
        desk.live = now.as_microsecond().to_string();
    }
}
