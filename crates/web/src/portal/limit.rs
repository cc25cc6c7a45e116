//! Limits that delay and never refuse: whoever sends very much waits a little, everybody is answered.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    num::NonZeroU32,
    sync::Arc,
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, Request},
    http::Method,
    middleware::Next,
    response::Response,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Forms of one address that go through at once; a village shares one.
const BURST: NonZeroU32 = NonZeroU32::new(120).unwrap();
/// Forms of one address a second after that.
const RATE: NonZeroU32 = NonZeroU32::new(10).unwrap();
/// The longest that anybody waits.
const LONGEST: Duration = Duration::from_secs(20);
/// Addresses remembered before those that rest are forgotten.
const REMEMBERED: usize = 10_000;

/// Counts the forms of each address.
pub(super) struct Limit(DefaultKeyedRateLimiter<IpAddr>);

impl Limit {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self(RateLimiter::keyed(Quota::per_second(RATE).allow_burst(BURST))))
    }
}

/// Holds a form back while its address is over the limit; reading is never held back.
pub(super) async fn delay(limit: Arc<Limit>, request: Request, next: Next) -> Response {
    if request.method() == Method::POST {
        let from = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let address = from.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(address)| address.ip());
        if limit.0.len() > REMEMBERED {
            limit.0.retain_recent();
        }
        // Over the longest wait it goes through: a limit delays, it never refuses.
        let _ = tokio::time::timeout(LONGEST, limit.0.until_key_ready(&address)).await;
    }
    next.run(request).await
}
