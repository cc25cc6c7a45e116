//! For machines: is it well, and what has it counted. On an address of its own, never the public one.

use std::time::Duration;

use axum::{Router, extract::State, http::StatusCode, routing::get};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use store::Store;

#[derive(Clone)]
struct Admin {
    store: Store,
    metrics: PrometheusHandle,
}

/// The recorder of this process.
///
/// # Errors
/// When there is one already.
pub(super) fn recorder() -> anyhow::Result<PrometheusHandle> {
    Ok(PrometheusBuilder::new().install_recorder()?)
}

/// `/health`: 200 when the database answers within five seconds; `/metrics` for Prometheus.
pub(super) fn routes(store: Store, metrics: PrometheusHandle) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/metrics", get(async |State(admin): State<Admin>| admin.metrics.render()))
        .with_state(Admin { store, metrics })
}

async fn health(State(admin): State<Admin>) -> (StatusCode, &'static str) {
    let question = admin.store.read(|tx| tx.query_one("SELECT 1", &[], |row| row.get::<i64>(0)));
    match tokio::time::timeout(Duration::from_secs(5), question).await {
        Ok(Ok(_)) => (StatusCode::OK, "ok\n"),
        Ok(Err(fault)) => {
            tracing::error!(%fault, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "database\n")
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "slow\n"),
    }
}
