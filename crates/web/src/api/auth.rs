//! Who calls: a member of staff by bearer token, or a petitioner by the number and query code of one case.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use domain::access::{StaffSubject, Subject};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseNumber, Digest, QueryCode, Refusal};
use services::{
    Error,
    auth::{self, Kind, SessionPolicy, SignedIn},
    matter::{self, MatterRow},
    petition::{self, Access},
};
use store::Tx;

use super::{problem::Problem, state::Api};

/// For so long a token that was looked up is taken without asking the database again. A token that is revoked may still be
/// taken for this long by a process that saw it just before.
const TRUST: SignedDuration = SignedDuration::from_secs(3);
/// Beyond this, old entries are dropped: nobody fills the memory with tokens.
const MOST: usize = 10_000;

/// Tokens seen in the last seconds, by digest; the token itself is not kept.
#[derive(Default)]
pub(crate) struct Tokens(Mutex<HashMap<Digest, (Timestamp, Arc<SignedIn>)>>);

impl Tokens {
    fn get(&self, token: &Digest, now: Timestamp) -> Option<Arc<SignedIn>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, signed) = known.get(token)?;
        let fresh = *at <= now && now.duration_since(*at) < TRUST && now < signed.session.expires_at;
        fresh.then(|| signed.clone())
    }

    fn put(&self, token: Digest, now: Timestamp, signed: Arc<SignedIn>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.retain(|_, (at, _)| now.duration_since(*at) < TRUST);
        }
        if known.len() < MOST {
            known.insert(token, (now, signed));
        }
    }

    /// Forgets a token that was just revoked here.
    pub(crate) fn forget(&self, session: kernel::SessionId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, (_, known)| known.session.id != session);
    }
}

/// A member of staff or an agent with a valid token.
#[derive(Debug, Clone)]
pub(crate) struct Staff {
    /// Who, for access.
    pub(crate) subject: Subject,
    /// Who, in full.
    pub(crate) signed: Arc<SignedIn>,
}

impl Staff {
    /// The rest of the key under which this person's creates are remembered: two people never share one.
    pub(crate) fn key(&self, key: &str) -> String {
        format!("{}:{key}", self.signed.me.staff.id)
    }
}

impl FromRequestParts<Api> for Staff {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let token = bearer(&parts.headers).ok_or_else(Refusal::not_signed_in)?;
        let (digest, now) = (Digest::of(token.as_bytes()), api.app.ctx().now());
        let signed = match api.tokens.get(&digest, now) {
            Some(signed) => signed,
            None => look_up(api, token.to_owned(), digest, now).await?,
        };
        if signed.me.must_change {
            return Err(Problem::of(StatusCode::FORBIDDEN, Refusal::invalid("", "api-password-first")));
        }
        let staff = &signed.me.staff;
        let subject = Subject::Staff(StaffSubject::new(staff.id, staff.org, now, staff.grants.clone()));
        Ok(Self { subject, signed })
    }
}

async fn look_up(api: &Api, token: String, digest: Digest, now: Timestamp) -> Result<Arc<SignedIn>, Problem> {
    let signed = api.app.read(move |tx, _, ctx| auth::authenticate(tx, ctx, Kind::Token, &token)).await?;
    if signed.needs_touch {
        let session = signed.session.id;
        api.app.write(move |tx, _, ctx| Ok(auth::touch(tx, ctx, session, SessionPolicy::default())?)).await?;
    }
    let signed = Arc::new(signed);
    api.tokens.put(digest, now, signed.clone());
    Ok(signed)
}

/// The token of `Authorization: Bearer …`.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty()).then(|| token.trim())
}

/// A petitioner who opened her case: by a bearer token of `POST /petitions/{number}/access`, or by the query code in the
/// header `Query-Code` (throttled like every look-up).
#[derive(Debug, Clone)]
pub(crate) struct Her {
    /// The proof.
    pub(crate) access: Access,
    number: CaseNumber,
}

const QUERY_CODE: &str = "query-code";

impl Her {
    /// The row of the case in the path, when it is the one she opened.
    pub(crate) fn row(&self, tx: &mut Tx) -> Result<MatterRow, Error> {
        let row = matter::find_by_number(tx, &self.number)?.filter(|row| row.id() == self.access.case());
        Ok(row.ok_or_else(Refusal::not_permitted)?)
    }
}

impl FromRequestParts<Api> for Her {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let number = number_in_path(parts, api).await?;
        if let Some(token) = bearer(&parts.headers) {
            let access = Access::from_cookie(&api.app.kit, token, api.app.ctx().now());
            return Ok(Self { access: access.ok_or_else(Refusal::not_signed_in)?, number });
        }
        let code = parts.headers.get(QUERY_CODE).and_then(|value| value.to_str().ok());
        let code = QueryCode::parse(code.ok_or_else(Refusal::not_signed_in)?)?;
        Ok(Self { access: open(api, number.clone(), code).await?, number })
    }
}

async fn number_in_path(parts: &mut Parts, api: &Api) -> Result<CaseNumber, Problem> {
    let params = RawPathParams::from_request_parts(parts, api).await.map_err(|_| Problem::hidden())?;
    let number = params.iter().find(|(name, _)| *name == "number").map(|(_, value)| value);
    // A number that cannot be is told from one that does not exist by its check digit anyway.
    CaseNumber::parse(number.unwrap_or_default()).map_err(|refusal| Problem::of(StatusCode::NOT_FOUND, refusal))
}

/// Proves number and code. The failure is on record although the call refuses.
pub(crate) async fn open(api: &Api, number: CaseNumber, code: QueryCode) -> Result<Access, Problem> {
    let opened = api.app.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code)).await?;
    // A wrong pair is a failed proof, not a rule against the case.
    opened.map_err(|refusal| match refusal.kind {
        kernel::RefusalKind::Wait => refusal.into(),
        _ => Problem::of(StatusCode::UNAUTHORIZED, refusal),
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn only_bearer_tokens_are_read() {
        let of = |value: &'static str| {
            let headers = HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static(value))]);
            bearer(&headers).map(str::to_owned)
        };
        assert_eq!(of("Bearer abc").as_deref(), Some("abc"));
        assert_eq!(of("bearer abc").as_deref(), Some("abc"));
        for other in ["Basic abc", "Bearer ", "abc"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
