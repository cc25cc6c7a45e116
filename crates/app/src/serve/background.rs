//! What happens by itself: clocks that run out, notices, checkpoints, cleaning up, reference data that another instance loaded.

use std::{future::Future, path::PathBuf, sync::Arc, time::Duration};

use domain::{document::Press, notice::Fate};
use jiff::SignedDuration;
use kernel::{Clock, Ctx, DivisionCode, Fault};
use services::{
    Kit, attachment,
    attachment::Blobs,
    auth, document, file, jobs, matter, network,
    outbox::{self, Carriers, Channels, Recipient},
    oversight, reference,
};
use store::{Store, Tx, event_log, idempotency};
use tokio::{sync::watch, task::JoinHandle};

/// Cases looked at in one transaction.
const LOOKED_AT_ONCE: u32 = 50;
/// Changes of the network done in one transaction; as many as a county plans for one day.
const CHANGED_AT_ONCE: u32 = 200;
/// Notices of one transaction.
const PLANNED_AT_ONCE: u32 = 100;
/// Messages of one round: few enough that all time-outs together stay within their lease.
const SENT_AT_ONCE: u32 = 10;
/// Events of one transaction whose letters are made.
const LETTERS_AT_ONCE: u32 = 50;
/// Rows filled in one transaction.
const FILLED_AT_ONCE: u32 = 100;
/// Files put away in one round.
const PUT_AWAY_AT_ONCE: u32 = 20;
/// How long a form may be sent again with the same key.
const KEYS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What the tasks work with.
#[derive(Clone)]
pub(super) struct Background {
    pub(super) store: Store,
    pub(super) kit: Kit,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) files: Blobs,
    pub(super) outgoing: Outgoing,
    /// Prints letters for the files that are put away.
    pub(super) press: Arc<dyn Press>,
    /// Under which address people reach the public pages.
    pub(super) public_url: String,
    /// Where the register of removals is kept outside of the database.
    pub(super) register: PathBuf,
}

/// By which ways notices leave.
#[derive(Debug, Clone)]
pub(super) struct Outgoing {
    pub(super) carriers: Carriers,
    pub(super) channels: Channels,
    /// Who hears of what is stuck, and for which division.
    pub(super) digest: Vec<Recipient>,
    pub(super) home: Option<DivisionCode>,
}

impl Background {
    /// Starts every task; each ends when `stopped` says so.
    pub(super) fn start(&self, stopped: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
        vec![
            self.every("reference", 30, stopped, Self::reload),
            self.every("sweep", 30, stopped, Self::sweep),
            self.every("remind", 300, stopped, Self::remind),
            self.every("look", 30, stopped, Self::look),
            self.every("network", 600, stopped, Self::network),
            self.every("exposure", 1_800, stopped, Self::expose),
            self.every("notices", 10, stopped, Self::send),
            self.every("letters", 5, stopped, Self::letters),
            self.every("digest", 600, stopped, Self::digest),
            self.every("checkpoint", 3_600, stopped, Self::checkpoint),
            self.every("clean", 3_600, stopped, Self::clean),
            self.every("backfill", 3_600, stopped, Self::backfill),
            self.every("put-away", 3_600, stopped, Self::put_away),
            self.every("removed", 60, stopped, Self::removed),
        ]
    }

    /// Runs `work` now and then every so many seconds. What fails is logged and tried again the next time.
    fn every<W, R>(&self, name: &'static str, seconds: u64, stopped: &watch::Receiver<bool>, work: W) -> JoinHandle<()>
    where
        W: Fn(Self) -> R + Send + 'static,
        R: Future<Output = Result<(), Fault>> + Send,
    {
        let (this, mut stopped) = (self.clone(), stopped.clone());
        tokio::spawn(async move {
            let mut interval = tokio::time::interval(Duration::from_secs(seconds));
            interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
            loop {
                tokio::select! {
                    _ = stopped.wait_for(|stop| *stop) => return,
                    _ = interval.tick() => {}
                }
                match work(this.clone()).await {
                    Ok(()) => metrics::counter!("lianxin_background_runs_total", "task" => name).increment(1),
                    Err(Fault::Closed) => return,
                    Err(fault) => {
                        metrics::counter!("lianxin_background_failures_total", "task" => name).increment(1);
                        tracing::error!(task = name, %fault, "will be tried again");
                    }
                }
            }
        })
    }

    fn ctx(&self) -> Ctx {
        Ctx::system(&*self.clock)
    }

    async fn write<T: Send + 'static>(
        &self,
        mut work: impl FnMut(&mut Tx, &Kit, &Ctx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let (kit, ctx) = (self.kit.clone(), self.ctx());
        self.store.write(move |tx| work(tx, &kit, &ctx)).await
    }

    /// Puts in force what another instance loaded.
    async fn reload(self) -> Result<(), Fault> {
        let reference = self.store.read(reference::load).await?;
        self.kit.replace_reference(reference);
        Ok(())
    }

    async fn sweep(self) -> Result<(), Fault> {
        loop {
            let swept = self.write(|tx, kit, ctx| jobs::sweep(tx, kit, ctx, jobs::SWEPT_AT_ONCE)).await?;
            for (what, count) in [("overdue", swept.overdue), ("closed", swept.closed), ("left", swept.left)] {
                metrics::counter!("lianxin_clocks_swept_total", "as" => what).increment(count as u64);
            }
            if swept != jobs::Swept::default() {
                tracing::info!(overdue = swept.overdue, closed = swept.closed, left = swept.left, "swept");
            }
            if swept.is_done(jobs::SWEPT_AT_ONCE) {
                return Ok(());
            }
        }
    }

    /// What is to change in the network from today on changes.
    async fn network(self) -> Result<(), Fault> {
        let done = self.write(|tx, _, ctx| network::apply_due(tx, ctx, CHANGED_AT_ONCE)).await?;
        if done > 0 {
            tracing::info!(done, "changes of the network");
        }
        Ok(())
    }

    /// Rights of hers that soon end are said.
    async fn remind(self) -> Result<(), Fault> {
        loop {
            let reminded = self.write(|tx, kit, ctx| jobs::remind(tx, kit, ctx, jobs::SWEPT_AT_ONCE)).await?;
            metrics::counter!("lianxin_rights_reminded_total").increment(reminded.told as u64);
            if reminded.is_done(jobs::SWEPT_AT_ONCE) {
                return Ok(());
            }
        }
    }

    /// What must rise rises, rungs whose day has come begin; and duties and instructions whose day passed are noted.
    async fn look(self) -> Result<(), Fault> {
        let noted = self.write(|tx, kit, ctx| services::leadership::note_passed(tx, kit, ctx, LOOKED_AT_ONCE)).await?;
        metrics::counter!("lianxin_cases_looked_total", "as" => "passed").increment(noted as u64);
        loop {
            let looked = self.write(|tx, kit, ctx| oversight::look_due(tx, kit, ctx, LOOKED_AT_ONCE)).await?;
            let did =
                [("raised", looked.raised), ("rungs", looked.rungs), ("ended", looked.ended), ("left", looked.left)];
            for (what, count) in did {
                metrics::counter!("lianxin_cases_looked_total", "as" => what).increment(count as u64);
            }
            if looked.looked + looked.left < LOOKED_AT_ONCE as usize {
                return Ok(());
            }
        }
    }

    /// 一周一曝光: the week that ended is frozen once.
    async fn expose(self) -> Result<(), Fault> {
        let frozen = self.write(|tx, _, ctx| oversight::freeze_due(tx, ctx)).await?;
        tracing::debug!(frozen, "weeks frozen");
        Ok(())
    }

    /// Plans what waits and sends what is due; a carrier is waited for on a thread of its own.
    async fn send(self) -> Result<(), Fault> {
        let channels = self.outgoing.channels.clone();
        let plan = move |tx: &mut Tx, kit: &Kit, ctx: &Ctx| outbox::plan(tx, kit, ctx, &channels, PLANNED_AT_ONCE);
        while self.write(plan.clone()).await? == PLANNED_AT_ONCE as usize {}
        loop {
            let this = self.clone();
            let round = tokio::task::spawn_blocking(move || {
                outbox::round(&this.store, &this.kit, &*this.clock, &this.outgoing.carriers, SENT_AT_ONCE)
            });
            let round = round.await.map_err(|error| Fault::Io(error.to_string()))??;
            for (channel, fate) in &round.fates {
                let labels = [("channel", channel.name()), ("as", fate.name())];
                metrics::counter!("lianxin_notices_total", &labels).increment(1);
            }
            if round.taken < SENT_AT_ONCE as usize {
                return self.gauge().await;
            }
        }
    }

    /// Letters that no decision has made yet: those of registrations, and what failed once.
    async fn letters(self) -> Result<(), Fault> {
        loop {
            let made = self.write(|tx, kit, ctx| document::make_due(tx, kit, ctx, LETTERS_AT_ONCE)).await?;
            metrics::counter!("lianxin_letters_made_total").increment(made as u64);
            if made < LETTERS_AT_ONCE as usize {
                return Ok(());
            }
        }
    }

    /// How many wait, and how long the oldest has.
    #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
    async fn gauge(&self) -> Result<(), Fault> {
        let now = self.ctx().now();
        let state = self.store.read(move |tx| outbox::outbox(tx, now)).await?;
        for fate in Fate::ALL.iter().filter(|fate| !fate.is_settled()) {
            metrics::gauge!("lianxin_notices_waiting", "as" => fate.name()).set(state.count(*fate) as f64);
        }
        let oldest = state.oldest.map_or(0, |oldest| now.duration_since(oldest).as_secs());
        metrics::gauge!("lianxin_notices_oldest_seconds").set(oldest as f64);
        Ok(())
    }

    /// Tells the administrators what is stuck.
    async fn digest(self) -> Result<(), Fault> {
        let Some(place) = self.outgoing.home.clone() else { return Ok(()) };
        let to = self.outgoing.digest.clone();
        let told = self.write(move |tx, kit, ctx| outbox::digest(tx, kit, ctx, &place, &to)).await?;
        if told > 0 {
            tracing::warn!(told, "notices are stuck; the administrators were told");
        }
        Ok(())
    }

    async fn checkpoint(self) -> Result<(), Fault> {
        while let Some(taken) = self.write(|tx, _, ctx| event_log::checkpoint(tx, ctx.now())).await? {
            tracing::info!(number = taken.number, heads = taken.heads, hash = %taken.hash, "checkpoint");
        }
        Ok(())
    }

    /// Rows from before a column came; once they are all done nothing is left to look at.
    async fn backfill(self) -> Result<(), Fault> {
        let mut all = 0;
        loop {
            let done = self.write(|tx, kit, _| matter::backfill(tx, kit, FILLED_AT_ONCE)).await?;
            all += done;
            if done == 0 {
                if all > 0 {
                    tracing::info!(rows = all, "rows from before were filled");
                }
                return Ok(());
            }
        }
    }

    /// What rests long enough is put away: archived, its letters printed, the digest of its package on record.
    async fn put_away(self) -> Result<(), Fault> {
        loop {
            let this = self.clone();
            let done = tokio::task::spawn_blocking(move || {
                let with = (&this.files, &*this.press, this.public_url.as_str());
                file::put_away(&this.store, &this.kit, &*this.clock, with, PUT_AWAY_AT_ONCE)
            });
            let done = done.await.map_err(|error| Fault::Io(error.to_string()))??;
            metrics::counter!("lianxin_files_put_away_total").increment(done as u64);
            if done < PUT_AWAY_AT_ONCE as usize {
                return Ok(());
            }
        }
    }

    /// The register of what was removed stands outside of the database, too: a backup brings back what it does not know of.
    async fn removed(self) -> Result<(), Fault> {
        let (path, store) = (self.register.clone(), self.store.clone());
        let added = tokio::task::spawn_blocking(move || crate::removed::keep(&store, &path));
        let added = added.await.map_err(|error| Fault::Io(error.to_string()))??;
        if added > 0 {
            tracing::info!(added, "entries of the register of removals");
        }
        Ok(())
    }

    /// Sessions and keys that are over, files that no row speaks of.
    async fn clean(self) -> Result<(), Fault> {
        let ended = self.write(|tx, _, ctx| auth::purge(tx, ctx)).await?;
        let forgotten = self.write(|tx, _, ctx| idempotency::forget(tx, ctx.now() - KEYS_KEPT)).await?;
        let (files, now) = (self.files.clone(), self.ctx().now());
        let orphans = self.store.read(move |tx| attachment::orphans(tx, &files, now)).await?;
        let removed = attachment::sweep(&orphans, &self.files)?;
        tracing::debug!(ended, forgotten, removed, "cleaned up");
        Ok(())
    }
}
