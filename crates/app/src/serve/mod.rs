//! `lianxin serve`: the faces, and beside them what happens by itself.

mod admin;
mod background;
mod log;

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Context as _, Result};
use kernel::Message;
use services::outbox::{Carriers, Channels};
use tokio::{net::TcpListener, sync::watch};
use web::state::AppState;

use crate::{
    config::{Common, Config},
    house::House,
};

pub(crate) use log::start as start_log;

/// The arguments of `lianxin serve`.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    common: Common,
    /// Where people reach it; 127.0.0.1:8080 unless configured
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// Where machines ask for /health and /metrics; 127.0.0.1:9090 unless configured
    #[arg(long, value_name = "ADDRESS", conflicts_with = "no_admin")]
    admin: Option<SocketAddr>,
    /// No health and metrics
    #[arg(long)]
    no_admin: bool,
    /// People reach it by plain http: cookies are sent without TLS
    #[arg(long)]
    insecure_cookies: bool,
    /// Show the style guide
    #[arg(long, hide = true)]
    development: bool,
}

/// Serves until it is told to stop.
///
/// # Errors
/// When the installation cannot be opened or an address is taken.
pub(crate) fn run(args: &ServeArgs) -> Result<()> {
    let mut config = args.common.read()?;
    config.listen = args.listen.unwrap_or(config.listen);
    config.admin = if args.no_admin { None } else { args.admin.or(config.admin) };
    config.web.secure_cookies &= !args.insecure_cookies;
    config.web.development |= args.development;
    start_log(config.log);
    serve(House::open(config)?, || Ok(()))
}

/// Serves `house`; `ready` is called once its address is taken.
///
/// # Errors
/// When an address is taken or the runtime does not start.
pub(crate) fn serve(house: House, ready: impl FnOnce() -> Result<()>) -> Result<()> {
    let store = house.store.clone();
    // Before anybody is served: what a backup brought back and was removed by rule goes again.
    let again = crate::removed::apply(&store, &*house.clock, &crate::removed::path(&house.config.data))?;
    if again > 0 {
        tracing::warn!(again, "matters that had been removed by rule were removed again");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serving(house, ready));
    // What is queued is written before the process ends.
    runtime.shutdown_timeout(std::time::Duration::from_secs(10));
    store.close();
    served
}

async fn serving(house: House, ready: impl FnOnce() -> Result<()>) -> Result<()> {
    let press = house.press();
    let House { config, store, kit, files, clock } = house;
    let taken = |address: SocketAddr, config: &Config| {
        Message::new("cli-address-taken").with("address", address).say(config.locale)
    };
    let listener = TcpListener::bind(config.listen).await.with_context(|| taken(config.listen, &config))?;
    let (stop, stopped) = watch::channel(false);
    if let Some(address) = config.admin {
        let listener = TcpListener::bind(address).await.with_context(|| taken(address, &config))?;
        let routes = admin::routes(store.clone(), admin::recorder()?);
        let stopped = when(stopped.clone());
        tokio::spawn(async move { axum::serve(listener, routes).with_graceful_shutdown(stopped).await });
    }
    let work = background::Background {
        store: store.clone(),
        kit: kit.clone(),
        clock: Arc::clone(&clock),
        files: files.clone(),
        outgoing: outgoing(&config)?,
        press: Arc::clone(&press),
        public_url: config.web.public_url.clone(),
        register: crate::removed::path(&config.data),
    };
    let working = work.start(&stopped);
    let (ways, receipts) = (outbox_ways(&work.outgoing.carriers), config.notify.receipts()?);
    let web = web::state::Config { ways, receipts, ..config.web.clone() };
    let state = AppState::new(clock, web, store, kit, files).with_press(press);
    ready()?;
    tracing::info!(listen = %listener.local_addr()?, database = %config.database, "serving");
    let signalled = async move {
        signal().await;
        tracing::info!("stopping");
        let _nobody_listens = stop.send(true);
    };
    web::server::serve(listener, state, signalled).await?;
    for work in working {
        // A task that panicked has said so.
        let _ended = work.await;
    }
    Ok(())
}

/// The address under which people reach it, when it is known.
fn url(config: &Config) -> Option<String> {
    Some(config.web.public_url.clone()).filter(|url| !url.is_empty())
}

fn outgoing(config: &Config) -> Result<background::Outgoing> {
    let carriers = config.notify.carriers(&config.data)?;
    let channels =
        Channels { open: carriers.channels().collect(), portal: config.notify.portal.clone().or_else(|| url(config)) };
    let (digest, home) = (config.notify.digest.clone(), config.web.home.clone());
    Ok(background::Outgoing { carriers, channels, digest, home })
}

/// The ways as the administrator's page shows them.
fn outbox_ways(carriers: &Carriers) -> Vec<web::state::Way> {
    let way = |channel| {
        carriers.of(channel).map(|carrier| web::state::Way {
            channel,
            leads_to: carrier.leads_to(),
            local: carrier.is_local(),
            knows_keys: carrier.knows_keys(),
        })
    };
    carriers.channels().filter_map(way).collect()
}

/// Resolves when the channel says stop.
async fn when(mut stopped: watch::Receiver<bool>) {
    // The sender is gone: that is a stop as well.
    let _gone = stopped.wait_for(|stop| *stop).await;
}

/// Ctrl-C, or the polite signal of the system.
async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminate) = signal(SignalKind::terminate()) else {
            let _unheard = interrupt.await;
            return;
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _unheard = interrupt.await;
    }
}
