//! One mediation: what comes next, the parties with what they said, the talks, the agreement with its marks and what became of each
//! term, the court, the file.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::mediation::{CommandKind as K, Stage, words::letter};
use jiff::Timestamp;
use kernel::CaseId;
use serde::Deserialize;
use services::mediation::{self, Contact, Issued, MediationView};

use super::{
    act::{kind_of, slug},
    form,
    parts::{self, Party, Talk, TermLine},
};
use crate::{
    desk::{
        Desk, Here,
        case::{org_name, record},
        letters::{self, PaperLine},
        when,
    },
    forms::Form,
    i18n::Say,
    problem::Problem,
    ui::{Icon, Line, Notice, NoticeKind, Timeline, UrgencyChip},
    view::Frame,
};

/// The form that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Doing {
    /// What it does.
    pub kind: K,
    /// To which party, talk or term; 0 for the mediation itself.
    pub which: u16,
}

/// What the page shows besides the mediation.
#[derive(Default)]
pub(super) struct Shown {
    /// The form that is open.
    pub doing: Option<Doing>,
    /// What was just done.
    pub done: String,
    /// A number and code just given out.
    pub issued: Option<Issued>,
    /// The parties' contacts, when they were asked for.
    pub contacts: Vec<Contact>,
}

/// A button that needs nothing written.
pub(super) struct Press {
    pub action: String,
    pub which: u16,
    pub text: String,
    pub primary: bool,
}

#[derive(Template)]
#[template(path = "desk/mediation.html")]
pub(super) struct MediationPage {
    t: Frame,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    summary: Line,
    /// What comes next, in a sentence.
    next: String,
    facts: Vec<(String, String)>,
    parties: Vec<Party>,
    /// The code just given out: whose, number, code.
    issued: Option<(String, String, String)>,
    contacts_action: String,
    code_action: String,
    story: String,
    talks: Vec<Talk>,
    /// The agreement: what was in dispute, who answers for what, how it is carried out.
    agreement: Vec<(String, String)>,
    terms: Vec<TermLine>,
    signatures: Vec<String>,
    court: Vec<String>,
    risks: Vec<(String, String)>,
    notes: Vec<(String, String)>,
    ways_open: Vec<String>,
    presses: Vec<Press>,
    /// Links that open a form.
    ways: Vec<(String, String)>,
    /// The open form, with its heading.
    form: Option<(String, Line)>,
    version: i64,
    hidden: Line,
    papers: Vec<PaperLine>,
    timeline: Timeline,
}

/// Which form is asked for, and what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    #[serde(rename = "do")]
    deed: String,
    which: String,
    done: String,
}

/// A mediation with its papers.
pub(super) struct Loaded {
    pub(super) view: MediationView,
    papers: Vec<PaperLine>,
}

pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let (id, t): (CaseId, _) = (id.parse().map_err(|_| Problem::NotFound)?, desk.t());
    // Whoever opens it is put on record, so this writes.
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let view = mediation::view(tx, kit, ctx, subject, id)?;
        let papers = letters::papers(tx, t, &view.row.region, id)?;
        Ok(Loaded { view, papers })
    });
    Ok(loaded.await?)
}

/// `GET /desk/mediations/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let which = asked.which.parse().unwrap_or_default();
    let doing = kind_of(&asked.deed).filter(|kind| loaded.view.may(*kind)).map(|kind| Doing { kind, which });
    let today = kernel::beijing_date(desk.visit.state.clock.now());
    let open = doing.or_else(|| parts::first(&loaded.view));
    let blank = form::blank(desk.visit.form(), open.map(|doing| doing.kind), &loaded.view, today);
    let shown = Shown { doing, done: asked.done, ..Shown::default() };
    desk.visit.page(&page(&desk, &loaded, &blank, &shown))
}

/// Everything a part of the page needs.
pub(super) struct Scene<'a> {
    pub t: Say,
    pub view: &'a MediationView,
    pub form: &'a Form,
    pub doing: Option<Doing>,
    pub now: Timestamp,
}

impl Scene<'_> {
    pub(super) fn word(&self, kind: K) -> String {
        self.t.message(&kind.message()).text()
    }

    pub(super) fn path(&self, kind: K) -> String {
        format!("/desk/mediations/{}/do/{}", self.view.state.opened.id, slug(kind))
    }

    /// Links that open the forms of these commands, as far as the reader may.
    pub(super) fn ways(&self, kinds: &[K], which: u16) -> Vec<(String, String)> {
        let open = |kind: &&K| self.view.may(**kind) && self.doing != Some(Doing { kind: **kind, which });
        let way = |kind: &K| (format!("?do={}&which={which}#do", slug(*kind)), self.word(*kind));
        kinds.iter().filter(open).map(way).collect()
    }

    pub(super) fn press(&self, kind: K, which: u16, primary: bool) -> Press {
        Press { action: self.path(kind), which, text: self.word(kind), primary }
    }

    /// The open form under a heading that says whose it is.
    fn drawn(&self) -> Option<(String, Line)> {
        let Doing { kind, which } = self.doing.filter(|doing| self.view.may(doing.kind))?;
        let fields = form::fields(self.t, kind, self.form, self.view);
        if fields.is_empty() {
            return None;
        }
        let of = match kind {
            K::Consent | K::Refuse | K::Leave | K::WantConfirmation => {
                self.t.say("mediations-party").with("party", letter(which)).text()
            }
            K::Perform => self.t.say("mediations-term-no").with("term", which).text(),
            K::ConfirmMinutes => self.t.say("mediations-talk-no").with("no", which).text(),
            _ => String::new(),
        };
        let heading = if of.is_empty() { self.word(kind) } else { format!("{} · {of}", self.word(kind)) };
        let version = self.view.row.version;
        Some((heading, form::drawn(self.t, self.form, (self.path(kind), which, version), kind, &fields)))
    }
}

pub(super) fn page(desk: &Desk, loaded: &Loaded, form: &Form, shown: &Shown) -> MediationPage {
    let (t, view) = (desk.t(), &loaded.view);
    let (state, opened) = (&view.state, &view.state.opened);
    let doing = shown.doing.or_else(|| parts::first(view));
    let scene = Scene { t, view, form, doing, now: desk.visit.state.clock.now() };
    let issued = shown.issued.as_ref().map(|issued| {
        let whose = t.say("mediations-party").with("party", letter(issued.party)).text();
        (whose, issued.number.to_string(), issued.code.grouped())
    });
    let running = state.clocks.iter().filter(|clock| clock.is_open()).min_by_key(|clock| clock.due_at);
    MediationPage {
        t: desk.frame_titled(opened.title.to_string(), Here::Mediations).failed(form.has_errors()),
        meta: format!("{} · {} · {}", opened.file, opened.number, t.message(&state.stage().message())),
        chip: running.map(|clock| when::of_clock(t, clock, scene.now)),
        notice: notice(t, &shown.done),
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        next: parts::next(t, view),
        facts: facts(&scene),
        parties: parts::parties(&scene, &shown.contacts),
        issued,
        contacts_action: action(view.may_reveal && shown.contacts.is_empty(), opened.id, "contacts"),
        code_action: action(view.may_issue, opened.id, "code"),
        story: opened.facts.to_string(),
        talks: parts::talks(&scene),
        agreement: parts::agreement(&scene),
        terms: parts::terms(&scene),
        signatures: parts::signatures(&scene),
        court: parts::court(&scene),
        risks: state.risks.iter().map(|risk| parts::risk(t, risk)).collect(),
        notes: state.notes.iter().map(|note| (t.full_date(note.on), note.text.to_string())).collect(),
        ways_open: if state.stage() == Stage::Terminated || state.stage() == Stage::Breached {
            state.ways().iter().map(|way| t.message(&way.message()).text()).collect()
        } else {
            vec![]
        },
        presses: if view.may(K::Archive) { vec![scene.press(K::Archive, 0, true)] } else { vec![] },
        ways: scene.ways(parts::GENERAL, 0),
        form: scene.drawn(),
        version: view.row.version,
        hidden: Line::drawn(&form.hidden()),
        papers: loaded.papers.clone(),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
    }
}

fn action(shown: bool, id: CaseId, what: &str) -> String {
    if shown { format!("/desk/mediations/{id}/{what}") } else { String::new() }
}

fn notice(t: Say, done: &str) -> Option<Notice> {
    let text = match done {
        "" => return None,
        "open" => t.say("mediations-opened").text(),
        name => {
            let what = t.message(&kind_of(name)?.message()).text();
            t.say("desk-done").with("what", what).text()
        }
    };
    Some(Notice::new(NoticeKind::Info, text).icon(Icon::outline("circle-check")))
}

fn facts(scene: &Scene<'_>) -> Vec<(String, String)> {
    let (t, state) = (scene.t, &scene.view.state);
    let opened = &state.opened;
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let word = |message: kernel::Message| t.message(&message).text();
    let source = match &opened.case {
        Some((_, number)) => format!("{} {number}", word(opened.source.message())),
        None => word(opened.source.message()),
    };
    let lead = match state.mediator {
        Some((user, chosen)) => {
            let name = scene.view.staff.get(&user).cloned().unwrap_or_default();
            format!("{name}（{}）", word(chosen.message()))
        }
        None => t.say("mediations-unnamed").text(),
    };
    let helper = |one: &domain::mediation::Helper| format!("{}（{}）", one.called, word(one.role.message()));
    let helpers: Vec<String> = state.helpers.iter().map(helper).collect();
    let mut all = vec![
        fact("mediations-committee", org_name(&scene.view.names, opened.committee)),
        fact("mediations-org-type", word(opened.org_type.message())),
        fact("mediations-source", source),
        fact("mediations-origin", word(opened.origin.message())),
        fact("mediations-topic", word(opened.topic.message())),
        fact("mediations-mediator", lead),
    ];
    if !helpers.is_empty() {
        all.push(fact("mediations-helpers", helpers.join("\n")));
    }
    if let Some(clock) = state.term() {
        all.push(fact("mediations-term-until", t.full_date(clock.statutory)));
    }
    all
}
