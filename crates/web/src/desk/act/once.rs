//! A desk action that is sent twice happens once, and both answers lead to the same page.

use kernel::{CaseId, Ctx, Digest, Fault};
use services::Error;
use store::{Tx, idempotency};

use crate::{desk::Desk, forms::Submission};

/// What does not belong to the content of a form: tokens, and which of its pages it came from.
const NOT_CONTENT: [&str; 3] = ["csrf", "key", "step"];

/// One form, by its key.
#[derive(Debug, Clone)]
pub(in crate::desk) struct Once {
    /// Hers alone: nobody learns from another's key where a form led.
    scope: String,
    /// `None` for a form that is not ours; it happens as it says, or not at all.
    key: Option<String>,
    digest: Digest,
}

impl Once {
    /// Of what `sent` asks of the case under `command`.
    pub(in crate::desk) fn of(desk: &Desk, id: CaseId, command: &str, sent: &Submission) -> Self {
        let fields = sent.pairs().filter(|(name, _)| !NOT_CONTENT.contains(name));
        let content: Vec<String> = fields.map(|(name, value)| format!("{name}={value}")).collect();
        let content = format!("{id} {command} {}", content.join("\n"));
        let key = uuid::Uuid::parse_str(sent.raw("key")).ok().filter(|_| !sent.is_refused());
        Self {
            scope: format!("desk/{}", desk.who.user()),
            key: key.map(|key| key.to_string()),
            digest: desk.visit.state.kit.keys.blind_index("desk/act", &content),
        }
    }

    /// Where it led the first time. A key that was used for something else is like none: the case's version decides.
    pub(in crate::desk) fn known(&self, tx: &mut Tx) -> Result<Option<String>, Fault> {
        let Some(key) = &self.key else { return Ok(None) };
        match idempotency::lookup(tx, &self.scope, key, &self.digest)? {
            idempotency::Known::Done(place) => Ok(Some(place)),
            idempotency::Known::New | idempotency::Known::Other => Ok(None),
        }
    }

    /// The same, asked on a snapshot.
    pub(in crate::desk) async fn done(&self, desk: &Desk) -> Result<Option<String>, Error> {
        if self.key.is_none() {
            return Ok(None);
        }
        let once = self.clone();
        desk.read(move |tx, _, _, _| Ok(once.known(tx)?)).await
    }

    /// Remembers where it led, in the transaction that did it.
    pub(in crate::desk) fn remember(&self, tx: &mut Tx, ctx: &Ctx, place: &str) -> Result<(), Fault> {
        let Some(key) = &self.key else { return Ok(()) };
        // A key that was used for something else keeps what it remembers.
        match idempotency::lookup(tx, &self.scope, key, &self.digest)? {
            idempotency::Known::New => idempotency::record(tx, &self.scope, key, &self.digest, place, ctx.now()),
            _ => Ok(()),
        }
    }
}
