//! The three plain figures of the home page. Counted in the background every few minutes; no visitor waits for them.

use std::{
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use jiff::SignedDuration;
use services::statistics::{self, Plain, Share};

use crate::{
    i18n::{Said, Say},
    state::AppState,
    ui::{Figure, Figures},
};

/// How long a count is shown before the next one is made.
const FRESH: SignedDuration = SignedDuration::from_mins(5);
/// How long the very first visitor after a start waits for the first count.
const PATIENCE: Duration = Duration::from_millis(250);

/// The last count, shared by all visits.
#[derive(Debug, Default)]
pub struct PlainFigures {
    last: RwLock<Option<Plain>>,
    busy: AtomicBool,
}

impl PlainFigures {
    /// The last count; begins a new one behind the visitor's back when it is old. `None` before the first.
    pub(super) async fn now(state: &AppState) -> Option<Plain> {
        let this = &state.figures;
        let last = this.last();
        if last.is_some_and(|plain| state.clock.now() < plain.at + FRESH) || this.busy.swap(true, Ordering::AcqRel) {
            return last;
        }
        let work = tokio::spawn(count(state.clone()));
        if last.is_none() {
            // Too late for this visitor is early enough for the next.
            let _ = tokio::time::timeout(PATIENCE, work).await;
            return this.last();
        }
        last
    }

    fn last(&self) -> Option<Plain> {
        *self.last.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the count, also when it panics: the next visitor then tries again.
struct Busy(Arc<PlainFigures>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.busy.store(false, Ordering::Release);
    }
}

async fn count(state: AppState) {
    let busy = Busy(Arc::clone(&state.figures));
    let home = state.config.home.clone();
    match state.read(move |tx, _, ctx| Ok(statistics::plain(tx, home.as_ref(), ctx.now())?)).await {
        Ok(plain) => *busy.0.last.write().unwrap_or_else(PoisonError::into_inner) = Some(plain),
        Err(services::Error::Fault(fault)) => tracing::warn!(%fault, "the plain figures were not counted"),
        Err(_) => tracing::warn!("the plain figures were refused"),
    }
}

/// As the home page says them: the bad one first, each with what it is a part of.
pub(super) fn said(t: Say, plain: &Plain) -> Figures {
    let line = |name: &str, share: Share, small: Said, bad: bool| figure(t, name, share, small, bad);
    let small = |name: &str, share: Share| t.say(&format!("phone-figure-{name}-of")).with("of", share.of);
    let (dissatisfied, confirmed, overdue) = (plain.dissatisfied, plain.confirmed, plain.overdue);
    Figures {
        items: vec![
            line(
                "dissatisfied",
                dissatisfied,
                small("dissatisfied", dissatisfied).with("unrated", plain.unrated),
                false,
            ),
            line("confirmed", confirmed, small("confirmed", confirmed), false),
            line("overdue", overdue, small("overdue", overdue), overdue.part > 0),
        ],
    }
}

fn figure(t: Say, name: &str, share: Share, small: Said, bad: bool) -> Figure {
    if share.is_small() {
        let what = t.say(&format!("phone-figure-{name}-few")).into();
        return Figure { value: "—".into(), what, small: t.say("phone-figure-few").into(), bad: false };
    }
    let what = t.say(&format!("phone-figure-{name}")).into();
    let value = share.told().map_or_else(|| t.say("phone-figure-less").text(), |part| part.to_string());
    Figure { value, what, small: small.into(), bad }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_matters_are_not_told_by_themselves() {
        let t = Say::default();
        let plain = Plain {
            at: jiff::Timestamp::UNIX_EPOCH,
            dissatisfied: Share { part: 3, of: 61 },
            unrated: 43,
            confirmed: Share { part: 1, of: 4 },
            overdue: Share { part: 0, of: 96 },
        };
        let figures = said(t, &plain);
        let values: Vec<&str> = figures.items.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(values, ["<5", "—", "0"]);
        let page = figures.to_string();
        assert!(page.contains("61 件已评价") && page.contains("另有 43 件没评价，不算满意"), "{page}");
        assert!(page.contains("少于 5 件，不单列") && !page.contains("4 件"), "{page}");
        assert!(!page.contains("lx-red"), "nothing is late, nothing is red: {page}");
    }
}
