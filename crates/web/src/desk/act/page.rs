//! The pages of an action: form, confirmation, and what changed meanwhile.

use askama::Template;
use kernel::CaseId;

use super::{Context, Life, Scene, slug};
use crate::{
    desk::{Desk, Here, case::timeline_of},
    forms::{Form, Submission},
    ui::{Line, Notice, RefusalBox, Timeline},
    view::Frame,
};

/// The fields of an action.
#[derive(Debug, Default)]
pub(crate) struct Panel {
    /// One sentence above them.
    pub intro: Line,
    /// The fields, drawn.
    pub fields: Vec<Line>,
}

impl Panel {
    /// A panel with a sentence above its fields.
    pub(crate) fn new(intro: impl Into<Line>) -> Self {
        Self { intro: intro.into(), fields: vec![] }
    }

    /// Adds a field or another component.
    #[must_use]
    pub(crate) fn with(mut self, field: &impl std::fmt::Display) -> Self {
        self.fields.push(Line::drawn(field));
        self
    }
}

/// What an action will do.
#[derive(Debug, Default, Clone)]
pub(crate) struct Effects {
    /// The clocks that start: what, until when.
    pub starts: Vec<Line>,
    /// The clocks that stop.
    pub stops: Vec<Line>,
    /// The literal words the petitioner gets.
    pub told: Vec<Line>,
    /// Where it will stand.
    pub stage: Line,
}

#[derive(Template)]
#[template(path = "desk/act.html")]
struct ActPage {
    t: Frame,
    heading: String,
    context: Context,
    back: String,
    action: String,
    version: i64,
    form: Form,
    panel: Panel,
    button: String,
    /// Shown at once for a command without data.
    effects: Option<Effects>,
    refusal: Option<RefusalBox>,
    stale: Option<Stale>,
}

/// What happened since the form was made.
pub(super) struct Stale {
    notice: Notice,
    since: Timeline,
}

#[derive(Template)]
#[template(path = "desk/confirm.html")]
struct ConfirmPage {
    t: Frame,
    heading: String,
    context: Context,
    action: String,
    version: i64,
    form: Form,
    fields: Vec<(String, String)>,
    effects: Effects,
    button: String,
}

/// The form was made before something that makes it impossible: what was typed is shown, to be copied.
#[derive(Template)]
#[template(path = "desk/overtaken.html")]
struct OvertakenPage {
    t: Frame,
    heading: String,
    context: Context,
    back: String,
    notice: Notice,
    since: Timeline,
    words: Vec<Line>,
}

/// What a page of an action shows besides the scene.
pub(super) struct Look {
    pub(super) form: Form,
    pub(super) effects: Option<Effects>,
    pub(super) refusal: Option<RefusalBox>,
    pub(super) stale: Option<Stale>,
}

impl Look {
    pub(super) fn of(form: Form) -> Self {
        Self { form, effects: None, refusal: None, stale: None }
    }
}

fn place<L: Life>(id: CaseId) -> String {
    format!("{}/{id}", L::BASE)
}

fn here<L: Life>() -> Here {
    if L::BASE == "/desk/orders" { Here::Orders } else { Here::Matters }
}

fn heading<L: Life>(scene: &Scene<L>, kind: L::Kind) -> String {
    scene.t.say(&L::key(kind)).text()
}

/// The form.
pub(super) fn form<L: Life>(desk: &Desk, id: CaseId, kind: L::Kind, scene: &Scene<L>, look: Look) -> impl Template {
    let (heading, place) = (heading(scene, kind), place::<L>(id));
    let failed = look.form.has_errors() || look.refusal.is_some() || look.stale.is_some();
    let t = desk.t();
    let shows_first = L::binds(kind) && look.effects.is_none();
    ActPage {
        t: desk.frame_titled(heading.clone(), here::<L>()).failed(failed),
        context: L::context(&scene.view, t, scene.now),
        action: desk.onwards(&format!("{place}/do/{}", slug::<L>(kind)), &[]),
        back: desk.onwards(&place, &[]),
        version: L::version(&scene.view),
        panel: L::panel(kind, scene, &look.form),
        button: if shows_first { t.say("desk-act-look").text() } else { heading.clone() },
        heading,
        form: look.form,
        effects: look.effects,
        refusal: look.refusal,
        stale: look.stale,
    }
}

/// What it will do, to be confirmed.
pub(super) fn confirm<L: Life>(
    desk: &Desk,
    id: CaseId,
    kind: L::Kind,
    scene: &Scene<L>,
    sent: &Submission,
    effects: Effects,
) -> impl Template {
    let heading = heading(scene, kind);
    let own = ["csrf", "key", "version", "step"];
    let fields = sent.pairs().filter(|(name, _)| !own.contains(name)).map(|(k, v)| (k.to_owned(), v.to_owned()));
    ConfirmPage {
        t: desk.frame_titled(heading.clone(), here::<L>()),
        context: L::context(&scene.view, desk.t(), scene.now),
        action: desk.onwards(&format!("{}/do/{}", place::<L>(id), slug::<L>(kind)), &[]),
        version: L::version(&scene.view),
        form: desk.visit.form_again(sent, crate::forms::FormErrors::default()),
        fields: fields.collect(),
        effects,
        button: desk.t().say("desk-act-confirm").with("what", &heading).text(),
        heading,
    }
}

/// What happened after version `seen`.
pub(super) fn since<L: Life>(scene: &Scene<L>, seen: i64) -> Stale {
    let t = scene.t;
    let new: Vec<_> = L::timeline(&scene.view).iter().filter(|item| item.seq > seen).cloned().collect();
    let notice = Notice::new(crate::ui::NoticeKind::Caution, t.say("desk-stale-text").with("count", new.len()))
        .titled(t.say("desk-stale-title"));
    Stale { notice, since: timeline_of(t, &new, Line::default()) }
}

/// The form came too late altogether.
pub(super) fn overtaken<L: Life>(
    desk: &Desk,
    id: CaseId,
    kind: L::Kind,
    scene: &Scene<L>,
    sent: &Submission,
    stale: Stale,
) -> impl Template {
    let heading = heading(scene, kind);
    let own = ["csrf", "key", "version", "step"];
    let words = sent.pairs().filter(|(name, value)| !own.contains(name) && !value.is_ascii());
    OvertakenPage {
        t: desk.frame_titled(heading.clone(), here::<L>()).failed(true),
        context: L::context(&scene.view, desk.t(), scene.now),
        back: desk.onwards(&place::<L>(id), &[]),
        heading,
        notice: stale.notice,
        since: stale.since,
        words: words.map(|(_, value)| Line::from(value)).collect(),
    }
}
