//! One action on one case, as a page of its own: the form, what will happen, the confirmation, and what to do when the case
//! changed meanwhile. The same for every kind of case; what differs is a [`Life`].
//!
//! - `GET …/do/{command}` shows the form; a command without data shows at once what it will do.
//! - `POST` without `step` reads it. What binds (forwarding, signing, serving …) is tried on the state and shown first: the
//!   words the petitioner gets and the clocks that start. `step=confirm` does it, `step=edit` goes back to the form.
//! - A form made from an older version is never acted on: the page says what happened since and keeps what was typed.

mod once;
mod page;
mod picker;
mod run;

pub(super) use once::Once;
pub(super) use page::{Effects, Panel};
pub(super) use picker::{Pick, Picker};
pub(super) use run::{again, get, post};

use domain::{access::Subject, organisation::Org};
use jiff::Timestamp;
use kernel::{CaseId, Ctx, Refusal};
use services::{Error, Kit, matter::Looked, people::Colleague, timeline::Item};
use store::Tx;

use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    ui::Line,
};

/// A kind of case with its commands, as the desk carries them out.
pub(super) trait Life: Sized + 'static {
    /// Everything its page says.
    type View: Send + 'static;
    /// Its commands without data.
    type Kind: Copy + PartialEq + Send + 'static;
    /// A command ready to be carried out.
    type Act: Clone + Send + 'static;

    /// Where its pages are: `/desk/matters`.
    const BASE: &'static str;

    /// The page's content, once the look is on record.
    fn open(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, looked: &Looked) -> Result<Self::View, Error>;
    /// The organisations and colleagues from whom `kind` lets one choose.
    fn choices(tx: &mut Tx, kit: &Kit, ctx: &Ctx, view: &Self::View, kind: Self::Kind) -> Result<Choices, Error>;
    /// Every command.
    fn kinds() -> &'static [Self::Kind];
    /// The key of a command's name, also its place in the address.
    fn key(kind: Self::Kind) -> String;
    /// What the reader may do now, with the rule that still stands against it.
    fn allowed(view: &Self::View) -> Vec<(Self::Kind, Option<Refusal>)>;
    /// Whether it is shown before it is done.
    fn binds(kind: Self::Kind) -> bool;
    /// The command, when it needs no data.
    fn bare(kind: Self::Kind) -> Option<Self::Act>;
    /// The same for one case, which may ask for data where others do not.
    fn bare_in(kind: Self::Kind, _scene: &Scene<Self>) -> Option<Self::Act> {
        Self::bare(kind)
    }
    /// What the fields hold when the form is first shown.
    fn fill(_kind: Self::Kind, _scene: &Scene<Self>, form: Form) -> Form {
        form
    }
    /// The fields.
    fn panel(kind: Self::Kind, scene: &Scene<Self>, form: &Form) -> Panel;
    /// Reads the fields.
    fn read(kind: Self::Kind, scene: &Scene<Self>, sent: &Submission) -> Result<Self::Act, FormErrors>;
    /// Tries it on the state.
    fn try_out(
        scene: &Scene<Self>,
        kit: &Kit,
        ctx: &Ctx,
        subject: &Subject,
        act: &Self::Act,
    ) -> Result<Effects, Refusal>;
    /// Does it; where to go afterwards when not to the case itself.
    fn act(
        tx: &mut Tx,
        kit: &Kit,
        ctx: &Ctx,
        subject: &Subject,
        id: CaseId,
        expected: i64,
        act: &Self::Act,
    ) -> Result<Option<String>, Error>;
    /// What stands beside the form: title, facts, claims.
    fn context(view: &Self::View, t: Say, now: Timestamp) -> Context;
    /// The record, newest first.
    fn timeline(view: &Self::View) -> &[Item];
    /// The version that forms carry.
    fn version(view: &Self::View) -> i64;
}

/// From whom or what one chooses.
#[derive(Debug, Default)]
pub(super) struct Choices {
    /// Organisations, nearest first.
    pub orgs: Vec<Org>,
    /// Members of the unit.
    pub colleagues: Vec<Colleague>,
    /// Agents, nearest first, each with what speaks for her.
    pub agents: Vec<services::network::Choice>,
    /// Files of the case that can be named as evidence.
    pub files: Vec<domain::execution::Shown>,
}

/// What an action page is made of.
pub(super) struct Scene<L: Life> {
    /// The language.
    pub t: Say,
    /// Now.
    pub now: Timestamp,
    /// The case.
    pub view: L::View,
    /// What one chooses from.
    pub choices: Choices,
}

/// The case beside a form.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// One line.
    pub title: String,
    /// Number and the like.
    pub meta: String,
    /// The most urgent clock.
    pub chip: Option<crate::ui::UrgencyChip>,
    /// What happened, in the person's words; none without permission.
    pub facts: String,
    /// What is wanted, one by one.
    pub claims: Vec<(u16, Line)>,
}

/// The place of a command in the address: `propose-finality`.
pub(super) fn slug<L: Life>(kind: L::Kind) -> String {
    let key = L::key(kind);
    // command-petition-propose-finality
    key.splitn(3, '-').nth(2).unwrap_or_default().to_owned()
}

/// The command at a place in the address.
pub(super) fn kind_at<L: Life>(slug_given: &str) -> Option<L::Kind> {
    L::kinds().iter().copied().find(|kind| slug::<L>(*kind) == slug_given)
}
