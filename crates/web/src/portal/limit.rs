//! Limits that delay and never refuse: whoever sends very much waits a little, everybody is answered.

use std::{
    net::{IpAddr, SocketAddr},
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

/// Where a form comes from. Behind a proxy of the house it is what the proxy says; the house itself is not held back.
fn address(request: &Request) -> Option<IpAddr> {
    let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let inside = match peer.ip().to_canonical() {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local(),
    };
    if !inside {
        return Some(peer.ip());
    }
    // The last name in the list is the one that our own proxy wrote; what stands before it anybody may have invented.
    let forwarded = request.headers().get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    forwarded.rsplit(',').next()?.trim().parse().ok()
}

/// Holds a form back while its address is over the limit; reading is never held back.
pub(super) async fn delay(limit: Arc<Limit>, request: Request, next: Next) -> Response {
    if request.method() == Method::POST {
        let Some(address) = address(&request) else { return next.run(request).await };
        if limit.0.len() > REMEMBERED {
            limit.0.retain_recent();
        }
        // Over the longest wait it goes through: a limit delays, it never refuses.
        let _ = tokio::time::timeout(LONGEST, limit.0.until_key_ready(&address)).await;
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn from(peer: &str, forwarded: Option<&str>) -> Option<IpAddr> {
        let mut request = Request::post("/file");
        if let Some(forwarded) = forwarded {
            request = request.header("x-forwarded-for", forwarded);
        }
        let mut request = request.body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        address(&request)
    }

    #[test]
    fn only_our_own_proxy_is_believed() {
        let outside: IpAddr = "203.0.113.9".parse().unwrap();
        assert_eq!(from("203.0.113.9:50000", None), Some(outside));
        assert_eq!(from("203.0.113.9:50000", Some("198.51.100.1")), Some(outside));
        assert_eq!(from("127.0.0.1:50000", Some("198.51.100.1, 203.0.113.9")), Some(outside));
        assert_eq!(from("127.0.0.1:50000", None), None);
    }

    #[tokio::test]
    async fn more_than_the_burst_waits_and_is_answered() {
        let limit = Limit::new();
        let address: IpAddr = "203.0.113.9".parse().unwrap();
        for _ in 0..BURST.get() {
            assert!(limit.0.check_key(&address).is_ok());
        }
        assert!(limit.0.check_key(&address).is_err());
        assert!(tokio::time::timeout(LONGEST, limit.0.until_key_ready(&address)).await.is_ok());
    }
}
