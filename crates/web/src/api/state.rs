//! What the API's handlers may reach: the site's state and the tokens seen a moment ago.

use std::sync::Arc;

use super::auth::Tokens;
use crate::state::AppState;

/// Shared by all handlers of the API; cheap to clone.
#[derive(Clone)]
pub(crate) struct Api {
    /// The site's state.
    pub(crate) app: AppState,
    /// Bearer tokens that were looked up in the last seconds.
    pub(crate) tokens: Arc<Tokens>,
}

impl Api {
    pub(super) fn new(app: AppState) -> Self {
        Self { app, tokens: Arc::default() }
    }
}
