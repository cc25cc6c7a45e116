//! Who is signed in at the desk, and the few pages around that.
//!
//! [`guard`] lies around every desk route. It finds the session by its cookie and hands on a [`SignedIn`]; without one a page
//! leads to the sign-in, and a form that was sent is carried through it ([`Carried`]) and comes back to be looked at and sent
//! once more. Nothing that was typed is lost, and nothing happens that nobody pressed a button for.

mod carry;
mod cookie;
mod guard;
mod password;
mod sessions;
mod sign_in;
mod sign_out;
mod signed_in;

use axum::{Router, routing::get, routing::post};

pub use carry::Carried;
pub use cookie::COOKIE_SESSION;
pub(crate) use cookie::token;
pub(crate) use guard::{guard, session};
pub(crate) use sign_in::address_of;
pub use signed_in::SignedIn;

use crate::state::AppState;

/// The routes that need nobody signed in.
pub(crate) fn open_routes() -> Router<AppState> {
    Router::new().route("/desk/sign-in", get(sign_in::get).post(sign_in::post))
}

/// The routes of whoever is signed in.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/sign-out", post(sign_out::post))
        .route("/desk/password", get(password::get).post(password::post))
        .route("/desk/sessions", get(sessions::get).post(sessions::post))
}
