//! What every handler may reach.

use std::sync::Arc;

use kernel::{Clock, Ctx};

use crate::forms::CsrfKey;

/// Shared by all handlers; cheap to clone. A room that needs more adds a field here.
#[derive(Clone)]
pub struct AppState {
    /// The one source of time.
    pub clock: Arc<dyn Clock>,
    /// How this installation presents itself and what it limits.
    pub config: Arc<Config>,
    /// Secrets that sign what leaves the house.
    pub keys: Arc<Keys>,
}

impl AppState {
    /// The state of a web room with fresh keys.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, config: Config) -> Self {
        let keys = Keys::fresh(&Ctx::system(&*clock));
        Self { clock, config: Arc::new(config), keys: Arc::new(keys) }
    }

    /// A context for one request: time and randomness read once.
    #[must_use]
    pub fn ctx(&self) -> Ctx {
        Ctx::system(&*self.clock)
    }
}

/// Secrets of the web room.
pub struct Keys {
    /// Signs form tokens.
    pub csrf: CsrfKey,
}

impl Keys {
    /// Fresh keys; forms opened before a restart are then told to send once more.
    #[must_use]
    pub fn fresh(ctx: &Ctx) -> Self {
        Self { csrf: CsrfKey::new(ctx.random()) }
    }
}

/// How this installation presents itself and what it limits.
#[derive(Debug, Clone)]
pub struct Config {
    /// Whose portal this is.
    pub place: Place,
    /// Whether `/styleguide` exists.
    pub development: bool,
    /// Whether cookies are only sent over TLS.
    pub secure_cookies: bool,
    /// What a form may carry.
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Self {
        Self { place: Place::default(), development: false, secure_cookies: true, limits: Limits::default() }
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
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 20_000_000, files: 20_000_000, count: 20, text: 1_000_000 }
    }
}
