//! From a request to a page: who visits ([`Visit`]), the frame around a page ([`Frame`]), and the response.

pub mod claims;
mod cookies;
mod frame;
pub(crate) mod items;
pub(crate) mod papers;
mod ranged;
mod script;
pub(crate) mod summary;
mod visit;

pub(crate) use cookies::cookie;
pub use cookies::{COOKIE_BROWSER, COOKIE_LANGUAGE, COOKIE_LARGE, local_path, set_cookie};
pub use frame::{DeskFrame, Frame, Language, NavItem};
pub(crate) use ranged::{disposition, ranged};
pub(crate) use script::spoken;
pub use visit::{Browser, Visit};
