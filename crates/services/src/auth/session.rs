//! Sessions and bearer tokens: rows that survive a restart and end by idleness, by age or by hand.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use domain::{
    access::{StaffSubject, Subject},
    people::{Role, Staff},
};
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, Digest, Fault, Redacted, Refusal, SessionId, UserId};
use store::{Row, Tx, params};

use super::throttle;
use crate::{
    Error, network,
    people::{grants_of, read_staff},
    secrets::{Keys, Purpose},
};

/// How long sessions last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionPolicy {
    /// A browser without a request for so long is signed out.
    pub idle: SignedDuration,
    /// After so long everybody signs in again.
    pub absolute: SignedDuration,
}

impl Default for SessionPolicy {
    /// An hour of silence, a working day in all.
    fn default() -> Self {
        Self { idle: SignedDuration::from_hours(1), absolute: SignedDuration::from_hours(12) }
    }
}

/// What a session is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A browser, by cookie.
    Browser,
    /// A program, by bearer token.
    Token,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Browser => "BROWSER",
            Self::Token => "TOKEN",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Browser, Self::Token].into_iter().find(|kind| kind.name() == text)
    }
}

/// A session just opened. The token is here once and never again.
#[derive(Debug)]
pub struct NewSession {
    /// What the browser or program keeps: 256 random bits.
    pub token: Redacted<String>,
    /// The session's id, to derive form tokens from and to end it by.
    pub id: SessionId,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
}

/// A session as its owner sees it in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionInfo {
    /// Its id.
    pub id: SessionId,
    /// Browser or program.
    pub kind: Kind,
    /// What was said about it when it was opened.
    pub label: String,
    /// Since when.
    pub created_at: Timestamp,
    /// Last request, to within some minutes.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
}

/// Who is signed in, as the desk shows it.
#[derive(Debug, Clone)]
pub struct Me {
    /// The person, with all her grants.
    pub staff: Staff,
    /// The name of her organisation.
    pub org_name: String,
    /// What her organisation is called in short; its name where it has no short one.
    pub org_called: String,
    /// Nothing but changing the password is open to her.
    pub must_change: bool,
}

/// A request's proven identity.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session.
    pub session: SessionInfo,
    /// Who, for access.
    pub subject: Subject,
    /// Who, for the page.
    pub me: Me,
    /// The idle time was last pushed on some minutes ago: call [`touch`].
    pub needs_touch: bool,
}

/// Requests within so long of the last noted one write nothing.
const TOUCH_EVERY: SignedDuration = SignedDuration::from_mins(5);

pub(super) fn open(
    tx: &mut Tx,
    ctx: &Ctx,
    user: UserId,
    kind: Kind,
    label: &str,
    policy: SessionPolicy,
) -> Result<NewSession, Fault> {
    let token = BASE64.encode(ctx.random::<32>());
    let id: SessionId = ctx.new_id();
    let now = ctx.now();
    let expires_at = now + policy.absolute;
    let idle_until = (kind == Kind::Browser).then(|| now + policy.idle);
    let label: String = label.chars().filter(|c| !c.is_control()).take(80).collect();
    tx.execute(
        "INSERT INTO session (id, token, user_id, kind, label, created_at, seen_at, idle_until, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)",
        params![id, digest(&token), user, kind.name(), label, now, idle_until, expires_at],
    )?;
    Ok(NewSession { token: Redacted::new(token), id, expires_at })
}

/// Gives `user` a bearer token for programs, valid for `valid` without regard to idleness.
///
/// # Errors
/// When the database fails.
pub fn issue_token(
    tx: &mut Tx,
    ctx: &Ctx,
    user: UserId,
    label: &str,
    valid: SignedDuration,
) -> Result<NewSession, Fault> {
    let policy = SessionPolicy { absolute: valid, ..SessionPolicy::default() };
    open(tx, ctx, user, Kind::Token, label, policy)
}

fn digest(token: &str) -> Digest {
    Digest::of(token.as_bytes())
}

pub(super) const SELECT: &str = "SELECT x.id AS session_id, x.kind AS session_kind, x.label, x.created_at, x.seen_at, x.idle_until, \
     x.expires_at, s.id, s.login, s.name, s.title, s.phone, s.org_id, s.locale, s.active, s.version, s.must_change, \
     o.name AS org_name, COALESCE(o.short_name, o.name) AS org_called \
     FROM session x JOIN staff s ON s.id = x.user_id JOIN org o ON o.id = s.org_id WHERE x.token = $1";

/// Finds out who holds `token`: two look-ups by key.
///
/// # Errors
/// `not-signed-in` when the token is unknown or ended, or its owner may no longer sign in.
pub fn authenticate(tx: &mut Tx, ctx: &Ctx, kind: Kind, token: &str) -> Result<SignedIn, Error> {
    let now = ctx.now();
    let found = tx.query_opt(SELECT, params![digest(token)], |row| {
        let idle_until: Option<Timestamp> = row.get("idle_until")?;
        let me = Me {
            staff: read_staff(row)?.value,
            org_name: row.get("org_name")?,
            org_called: row.get("org_called")?,
            must_change: row.get("must_change")?,
        };
        Ok((info(row)?, idle_until, me))
    })?;
    let Some((session, idle_until, mut me)) = found else { return Err(Refusal::not_signed_in().into()) };
    let over = session.expires_at <= now || idle_until.is_some_and(|until| until <= now);
    if over || !me.staff.active || session.kind != kind {
        return Err(Refusal::not_signed_in().into());
    }
    me.staff.grants = grants_of(tx, me.staff.id)?;
    let mut subject = StaffSubject::new(me.staff.id, me.staff.org, now, me.staff.grants.clone());
    // Only an agent stands in for an agent; whoever is no agent is not asked about.
    if subject.has(Role::Agent) {
        for (agent, grants) in network::stands_in_for(tx, now, me.staff.id)? {
            subject = subject.standing_in_for(agent, grants);
        }
    }
    let needs_touch = now.duration_since(session.seen_at) >= TOUCH_EVERY;
    Ok(SignedIn { session, subject: Subject::Staff(subject), me, needs_touch })
}

fn info(row: &Row<'_>) -> Result<SessionInfo, Fault> {
    Ok(SessionInfo {
        id: row.get("session_id")?,
        kind: row.parse("session_kind", Kind::parse)?,
        label: row.get("label")?,
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
        expires_at: row.get("expires_at")?,
    })
}

/// Notes that the session is in use and pushes its idle time on.
///
/// # Errors
/// When the database fails.
pub fn touch(tx: &mut Tx, ctx: &Ctx, session: SessionId, policy: SessionPolicy) -> Result<(), Fault> {
    let sql = "UPDATE session SET seen_at = $2, idle_until = CASE WHEN idle_until IS NULL THEN idle_until ELSE $3 END
               WHERE id = $1 AND seen_at < $2";
    tx.execute(sql, params![session, ctx.now(), ctx.now() + policy.idle]).map(drop)
}

/// Ends one session of `user`: the present one at sign-out, or one from the list.
///
/// # Errors
/// When the database fails.
pub fn end(tx: &mut Tx, user: UserId, session: SessionId) -> Result<bool, Fault> {
    let ended = tx.execute("DELETE FROM session WHERE id = $1 AND user_id = $2", params![session, user])?;
    Ok(ended > 0)
}

/// Ends all sessions and tokens of `user` but `keep`.
///
/// # Errors
/// When the database fails.
pub fn end_all(tx: &mut Tx, user: UserId, keep: Option<SessionId>) -> Result<(), Fault> {
    match keep {
        Some(keep) => tx.execute("DELETE FROM session WHERE user_id = $1 AND id <> $2", params![user, keep]),
        None => tx.execute("DELETE FROM session WHERE user_id = $1", params![user]),
    }
    .map(drop)
}

/// The running sessions and tokens of `user`, the newest first.
///
/// # Errors
/// When the database fails.
pub fn list_sessions(tx: &mut Tx, ctx: &Ctx, user: UserId) -> Result<Vec<SessionInfo>, Fault> {
    let sql = "SELECT id AS session_id, kind AS session_kind, label, created_at, seen_at, expires_at FROM session
               WHERE user_id = $1 AND expires_at > $2 AND (idle_until IS NULL OR idle_until > $2)
               ORDER BY created_at DESC, id DESC";
    tx.query(sql, params![user, ctx.now()], info)
}

/// Removes ended sessions and forgotten tries; for the sweeper. How many rows went.
///
/// # Errors
/// When the database fails.
pub fn purge(tx: &mut Tx, ctx: &Ctx) -> Result<u64, Fault> {
    let ended = tx.execute("DELETE FROM session WHERE expires_at <= $1", params![ctx.now()])?;
    Ok(ended + throttle::purge(tx, ctx.now())?)
}

/// The hidden field of every form of a session: derived, so nothing is stored and every form of the session stays valid.
#[must_use]
pub fn csrf_token(keys: &Keys, session: SessionId) -> String {
    keys.sign(Purpose::Csrf, session.0.as_bytes()).to_string()
}

/// Whether a form came from a page of this session, compared in constant time.
#[must_use]
pub fn csrf_is_valid(keys: &Keys, session: SessionId, given: &str) -> bool {
    Digest::from_hex(given).is_some_and(|given| keys.is_signed(Purpose::Csrf, session.0.as_bytes(), &given))
}
