//! `GET /desk/live`: a stream that tells which matters changed, as long as the session runs. It names cases, nothing of them.
//!
//! Events: `change` with the case, the number of the event and whether it is now the reader's turn; `gap` when so much happened
//! that she had better look for herself; `end` when the session is over.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::Query,
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
};
use domain::access::{self, Subject, actions::ReadMatter};
use futures_util::{Stream, StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use kernel::{OrgId, UserId};
use serde::{Deserialize, Serialize};
use services::live::{self, Change, OVERLAP};
use tokio::{
    sync::{broadcast, watch},
    time::Interval,
};

use super::Desk;
use crate::{auth, live::Seat, problem::Problem, state::AppState};

/// Changes told at once to somebody who comes back; beyond them she looks for herself.
const CAUGHT_UP: u32 = 200;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    since: String,
}

/// What a reader hears of a change.
#[derive(Serialize)]
struct Told {
    case: String,
    seq: i64,
    mine: bool,
}

/// `GET /desk/live`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>, headers: HeaderMap) -> Result<Response, Problem> {
    let state = desk.visit.state.clone();
    if desk.who.sees_no_matters() {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let (Some(seat), Some(token)) = (Seat::take(&state, desk.who.user()), auth::token(&headers)) else {
        return Ok(StatusCode::TOO_MANY_REQUESTS.into_response());
    };
    // Listening begins before the log is read, so that nothing falls between.
    let (changes, stopped) = (state.live.changes(), state.live.stopped());
    let since = since(&headers, &asked);
    let missed = match since {
        Some(since) => state.read(move |tx, _, _| Ok(live::since(tx, since, CAUGHT_UP)?)).await?,
        None => vec![],
    };
    let reader = Reader::of(&desk, since);
    let mut first: Vec<Event> = missed.iter().filter_map(|change| reader.told(change)).collect();
    if missed.len() >= CAUGHT_UP as usize {
        first.push(Event::default().event("gap").data(""));
    }
    // Something at once, so that the browser knows that it is connected.
    first.push(Event::default().comment("open"));
    let beat = tokio::time::interval_at(tokio::time::Instant::now() + state.config.live.beat, state.config.live.beat);
    let ear = Ear { _seat: seat, state, token, reader, changes, stopped, beat, over: false };
    let events = stream::iter(first).chain(listen(ear)).map(Ok::<_, Infallible>);
    let mut response = Sse::new(events).into_response();
    // No proxy keeps it back to gather more.
    response.headers_mut().insert("x-accel-buffering", axum::http::HeaderValue::from_static("no"));
    Ok(response)
}

/// From when on she wants to know: what her browser heard last, or when her page was made.
fn since(headers: &HeaderMap, asked: &Asked) -> Option<Timestamp> {
    let moment = |text: &str| text.parse().ok().and_then(|micros| Timestamp::from_microsecond(micros).ok());
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok()).and_then(moment);
    // A change that became visible late is told again rather than never; the browser knows what it has told.
    last.map(|last| last - OVERLAP).or_else(|| moment(&asked.since))
}

/// Who listens, and what is hers to hear.
struct Reader {
    subject: Subject,
    user: UserId,
    orgs: Vec<OrgId>,
    /// What happened before stood on her page already.
    from: Timestamp,
}

/// What became visible so much later than it happened is told all the same.
const LATE: SignedDuration = SignedDuration::from_secs(3);

impl Reader {
    fn of(desk: &Desk, since: Option<Timestamp>) -> Self {
        let subject = desk.who.subject().clone();
        let grants = subject.staff().map(|staff| staff.grants().iter().map(|grant| grant.org).collect());
        let mut orgs: Vec<OrgId> = grants.unwrap_or_default();
        orgs.push(desk.who.me.staff.org);
        let from = since.unwrap_or_else(|| desk.visit.state.clock.now()) - LATE;
        Self { subject, user: desk.who.user(), orgs, from }
    }

    /// The event for a change, unless it is her own or not hers to know of.
    fn told(&self, change: &Change) -> Option<Event> {
        if change.by == Some(self.user) || change.at < self.from {
            return None;
        }
        // As of now: a mandate may have run out since the stream was opened.
        access::permit::<ReadMatter>(&self.subject.as_of(change.at), &change.facts).ok()?;
        let facts = &change.facts;
        let mine =
            self.orgs.contains(&change.turn) || facts.handler == Some(self.user) || facts.agent == Some(self.user);
        let told = Told { case: change.case().to_string(), seq: change.seq, mine };
        let event = Event::default().event("change").id(change.at.as_microsecond().to_string());
        event.json_data(told).ok()
    }
}

/// One open stream.
struct Ear {
    _seat: Seat,
    state: AppState,
    token: String,
    reader: Reader,
    changes: broadcast::Receiver<Arc<Change>>,
    stopped: watch::Receiver<bool>,
    beat: Interval,
    over: bool,
}

fn listen(ear: Ear) -> impl Stream<Item = Event> {
    stream::unfold(ear, |mut ear| async move {
        if ear.over {
            return None;
        }
        ear.next().await.map(|event| (event, ear))
    })
}

impl Ear {
    /// What there is to say next; `None` when the server stops.
    async fn next(&mut self) -> Option<Event> {
        loop {
            tokio::select! {
                _ = self.stopped.wait_for(|stop| *stop) => return None,
                _ = self.beat.tick() => break,
                heard = self.changes.recv() => match heard {
                    Ok(change) => {
                        if let Some(event) = self.reader.told(&change) {
                            return Some(event);
                        }
                    }
                    Err(broadcast::error::RecvError::Lagged(_)) => return Some(Event::default().event("gap").data("")),
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
            }
        }
        Some(self.sign_of_life().await)
    }

    /// A comment that keeps the line open, as long as the session runs; her roles may have changed meanwhile.
    async fn sign_of_life(&mut self) -> Event {
        match auth::session(&self.state, &self.token).await {
            Ok(Some(found)) => {
                self.reader.subject = found.subject().clone();
                Event::default().comment("")
            }
            // The machine failing is no end of the session; the next sign of life asks again.
            Err(_) => Event::default().comment(""),
            Ok(None) => {
                self.over = true;
                Event::default().event("end").data("")
            }
        }
    }
}
