//! What every handler may reach.

use std::{path::PathBuf, sync::Arc};

use domain::document::{NoPress, Press};
use domain::notice::Channel;
use kernel::{Clock, Ctx, DivisionCode, Locale, Redacted, i18n::mongolian};
use services::{Error, Kit, attachment::Blobs, secrets::Purpose};
use store::{Store, Tx};
use tokio::sync::Semaphore;

use crate::{
    forms::CsrfKey,
    live::{Hub, Pace},
    portal::PlainFigures,
    words::Words,
};

/// Shared by all handlers; cheap to clone. A room that needs more adds a field here.
#[derive(Clone)]
pub struct AppState {
    /// The one source of time.
    pub clock: Arc<dyn Clock>,
    /// How this installation presents itself and what it limits.
    pub config: Arc<Config>,
    /// Secrets that sign what leaves the house.
    pub keys: Arc<Keys>,
    /// The database.
    pub store: Store,
    /// Key ring and reference data, as use cases need them.
    pub kit: Kit,
    /// The folder of sealed files.
    pub files: Blobs,
    /// What makes PDF and sheets.
    pub press: Arc<dyn Press>,
    /// The figures of the home page, counted now and then.
    pub figures: Arc<PlainFigures>,
    /// Who listens to what changes.
    pub live: Arc<Hub>,
    /// Turns for taking a whole matter out: each reads many files.
    pub copies: Arc<Semaphore>,
}

/// How many are taken out at once.
const COPIES: usize = 2;

impl AppState {
    /// The state of a web room. Its keys come from the kit's ring, so that a form survives a restart and may be answered by
    /// another instance than the one that showed it.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, config: Config, store: Store, kit: Kit, files: Blobs) -> Self {
        let keys = Keys::of(&kit);
        let (figures, live) = (Arc::default(), Arc::default());
        let press = Arc::new(NoPress);
        Self {
            clock,
            config: Arc::new(config),
            keys: Arc::new(keys),
            store,
            kit,
            files,
            press,
            figures,
            live,
            copies: Arc::new(Semaphore::new(COPIES)),
        }
    }

    /// The same with a press: without one pages show letters and no file can be had.
    #[must_use]
    pub fn with_press(mut self, press: Arc<dyn Press>) -> Self {
        self.press = press;
        self
    }

    /// A context for one request: time and randomness read once.
    #[must_use]
    pub fn ctx(&self) -> Ctx {
        Ctx::system(&*self.clock)
    }

    /// The words of the practice that holds in `division` today; the standard ones when nobody knows where.
    #[must_use]
    pub fn words(&self, division: Option<&DivisionCode>) -> Words {
        let practice = division.and_then(|at| self.kit.reference().practices.in_force(at, self.ctx().today()));
        Words::of(practice.as_deref())
    }

    /// Runs a use case in one write transaction: `state.write(move |tx, kit, ctx| register(tx, kit, ctx, …)).await`.
    ///
    /// # Errors
    /// What `work` refuses, or a fault. It may run again after a conflict, so it changes nothing outside the transaction.
    pub async fn write<T, F>(&self, mut work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    {
        let (kit, ctx) = (self.kit.clone(), self.ctx());
        self.store.write(move |tx| work(tx, &kit, &ctx)).await
    }

    /// Runs a question on one snapshot.
    ///
    /// # Errors
    /// What `work` refuses, or a fault.
    pub async fn read<T, F>(&self, mut work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    {
        let (kit, ctx) = (self.kit.clone(), self.ctx());
        self.store.read(move |tx| work(tx, &kit, &ctx)).await
    }
}

/// Secrets of the web room.
pub struct Keys {
    /// Signs form tokens.
    pub csrf: CsrfKey,
}

impl Keys {
    /// The keys that belong to a kit's ring.
    #[must_use]
    pub fn of(kit: &Kit) -> Self {
        Self { csrf: CsrfKey::new(kit.keys.sign(Purpose::Csrf, b"form tokens").0) }
    }
}

/// How this installation presents itself and what it limits.
#[derive(Debug, Clone)]
pub struct Config {
    /// Whose portal this is.
    pub place: Place,
    /// Under which address people reach it, without a slash at its end: what printed codes lead to. Empty when nobody set it.
    pub public_url: String,
    /// Whether `/styleguide` exists.
    pub development: bool,
    /// Whether cookies are only sent over TLS.
    pub secure_cookies: bool,
    /// What a form may carry.
    pub limits: Limits,
    /// How often live updates look.
    pub live: Pace,
    /// The division whose people it serves: a county offers its villages at once, a prefecture its counties first.
    pub home: Option<DivisionCode>,
    /// Accounts of a demonstration, shown on the sign-in page: who, login, password. Empty in earnest.
    pub demo_sign_ins: Vec<(String, String, String)>,
    /// A folder of recordings by native speakers, each named after the phrase it says: `voice-hello.mp3`.
    pub recordings: Option<PathBuf>,
    /// By which ways notices leave the house.
    pub ways: Vec<Way>,
    /// How a gateway says afterwards what arrived; `None`: nobody is listened to.
    pub receipts: Option<Receipts>,
}

/// The form in which a short-message gateway pushes its receipts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipts {
    /// The last part of the address that it is given: who does not know it is not listened to.
    pub secret: Redacted<String>,
    /// Where the message is named: `/id`.
    pub key: String,
    /// Where its fate stands: `/status`.
    pub state: String,
    /// What stands there when it arrived.
    pub arrived: Vec<String>,
    /// What it wants to hear.
    pub answer: String,
}

/// A way out, as the administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Which.
    pub channel: Channel,
    /// A host, a file.
    pub leads_to: String,
    /// Whether nothing leaves the house.
    pub local: bool,
    /// Whether a message handed over twice is sent once.
    pub knows_keys: bool,
}

/// Where Mongolian is a language of the offices by the law on autonomous areas: the region, and the autonomous counties outside
/// it that write it in the traditional script. Elsewhere nobody is shown a page that nobody there reads.
const MONGOLIAN: [&str; 6] = ["15", "210921", "211324", "220721", "230624", "620923"];

impl Config {
    /// Mongolian as this installation speaks it: in earnest the reviewed phrases, once they are enough for a page; in
    /// development and in a demonstration everything, marked.
    #[must_use]
    pub fn mongolian(&self) -> Option<Locale> {
        if self.home.as_ref().is_some_and(|home| !MONGOLIAN.iter().any(|own| home.as_str().starts_with(own))) {
            return None;
        }
        let shown = self.development || !self.demo_sign_ins.is_empty();
        if shown { Some(Locale::MnDraft) } else { mongolian::is_ready().then_some(Locale::Mn) }
    }

    /// What is spoken to somebody who asks for `locale`.
    #[must_use]
    pub fn spoken(&self, locale: Locale) -> Locale {
        if locale.is_vertical() { self.mongolian().unwrap_or_default() } else { locale }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            place: Place::default(),
            public_url: String::new(),
            development: false,
            secure_cookies: true,
            limits: Limits::default(),
            live: Pace::default(),
            home: None,
            demo_sign_ins: vec![],
            recordings: None,
            ways: vec![],
            receipts: None,
        }
    }
}

/// The office whose portal this is, as people know it. Empty parts are not shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// 达茂旗.
    pub name: String,
    /// 达茂旗信访局.
    pub office: String,
    /// 百灵庙镇.
    pub address: String,
    /// 周一至周五 8:30–12:00，14:30–17:30.
    pub hours: String,
    /// The office's telephone.
    pub phone: String,
}

/// What a form may carry.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of one file.
    pub file: usize,
    /// Bytes of all files of a form; also what one request may hold in memory.
    pub files: usize,
    /// How many files.
    pub count: usize,
    /// Bytes of all texts of a form, and of any other request's body.
    pub text: usize,
    /// Seconds of one voice note.
    pub voice: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 20_000_000, files: 20_000_000, count: 20, text: 1_000_000, voice: 180 }
    }
}
