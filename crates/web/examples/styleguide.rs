//! Serves the portal's data-free pages and `/styleguide`, to look at components while building them.
//!
//! `cargo run -p lianxin-web --example styleguide [port]`

use std::sync::Arc;

use kernel::{Ctx, FixedClock};
use lianxin_web::{
    server,
    state::{AppState, Config, Place},
};
use services::{Kit, attachment::Blobs, secrets::Keys};
use store::{DatabaseUrl, Options, Store};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    tracing_subscriber::fmt().with_env_filter("info").init();
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(8090);
    // The day on which the pictures of the design stand.
    let clock = FixedClock::at(jiff::Timestamp::from_second(1_795_396_320).unwrap_or_default());
    let config = Config {
        place: Place {
            name: "达茂旗".into(),
            office: "达茂旗信访局".into(),
            address: "百灵庙镇".into(),
            hours: "周一至周五 8:30–12:00，14:30–17:30".into(),
            phone: "0472-000-0000".into(),
        },
        development: true,
        secure_cookies: false,
        ..Config::default()
    };
    let folder = tempfile::tempdir()?;
    let store =
        Store::open(Options::new(DatabaseUrl::Sqlite(folder.path().join("styleguide.db"))), services::MIGRATIONS)?;
    let kit = Kit::new(Keys::ephemeral(&Ctx::system(&clock))?);
    let state = AppState::new(Arc::new(clock), config, store, kit, Blobs::open(folder.path().join("files"))?);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    Ok(server::serve(listener, state, std::future::pending()).await?)
}
