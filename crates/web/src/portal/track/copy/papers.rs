//! The papers of her copy: a page to read and print, the same as data, and a word on what is what.

use askama::Template;
use domain::{case::Claim, document::PaperStage, retention::MatterFile};
use kernel::Fault;
use serde_json::{Value, json};
use services::{
    document::{LetterRow, Ready},
    file::{Bundle, Source},
    matter::View,
    petition::Identity,
};

use crate::{
    i18n::Say,
    portal::track::{
        claims,
        matter::{Matter, Opened},
        order, views,
    },
    problem::Problem,
    ui::{Fact, Line},
    view::Visit,
};

/// The form of the data; `record.schema.json` describes it.
const SCHEMA: &str = include_str!("../../../../schema/record.schema.json");
const VERSION: u32 = 1;
/// How the page to read looks, on a screen and on paper.
const STYLE: &str = include_str!("../../../../schema/copy.css");

/// The page to read.
#[derive(Template)]
#[template(path = "portal/copy.html")]
struct Summary<'a> {
    t: Say,
    /// Its looks: a file at home has no server to ask for them.
    style: String,
    number: String,
    title: String,
    made: String,
    person: Vec<(String, String)>,
    facts: Vec<&'a str>,
    claims: Vec<(u16, String, Vec<Fact>)>,
    timeline: Vec<(String, String, String)>,
    looks: Vec<(Line, Line)>,
    papers: Vec<(String, String)>,
    files: Vec<(String, String)>,
}

/// Everything, in the order in which somebody would look.
pub(super) fn bundle(
    visit: &Visit,
    opened: &Opened,
    letters: Vec<Ready>,
    proof: Vec<u8>,
    identity: &Identity,
    kept: Option<&MatterFile>,
) -> Result<Bundle, Problem> {
    let t = visit.t;
    let mut bundle = Bundle::default();
    let mut files = vec![];
    let mut papers = vec![];
    let names = |key: &str| t.say(key).text();
    let (material, letter) = (names("copy-folder-materials"), names("copy-folder-letters"));
    let mut later: Vec<(String, Source)> = vec![];
    for (row, ready) in opened.papers.iter().zip(letters) {
        let name = format!("{letter}/{}", paper_name(t, row));
        papers.push((called(t, row), name.clone()));
        later.push((name, Source::Letter(Box::new(ready))));
    }
    for (file, name) in &opened.files {
        let path = format!("{material}/{name}");
        files.push((name.clone(), path.clone()));
        later.push((path, Source::File(Box::new(file.clone()))));
    }
    let summary = summary(visit, opened, identity, &papers, &files);
    let page = summary.render().map_err(|error| Fault::inconsistent("template", error))?;
    let record = record(t, opened, identity, kept, &files);
    let record = serde_json::to_vec_pretty(&record).map_err(|error| Fault::inconsistent("record", error))?;
    bundle.add(&names("copy-file-readme"), Source::Bytes(readme(t, opened).into_bytes()));
    bundle.add(&names("copy-file-summary"), Source::Bytes(page.into_bytes()));
    bundle.add("record.json", Source::Bytes(record));
    bundle.add("record.schema.json", Source::Bytes(SCHEMA.as_bytes().to_vec()));
    bundle.add(&format!("lianxin-{}.json", opened.number), Source::Bytes(proof));
    for (name, source) in later {
        bundle.add(&name, source);
    }
    Ok(bundle)
}

fn called(t: Say, row: &LetterRow) -> String {
    let kind = t.message(&row.kind.message()).text();
    let name = row.number.as_ref().map_or(kind.clone(), |number| format!("{kind} {number}"));
    if row.stage == PaperStage::Void { format!("{name}（{}）", t.say("portal-papers-void").text()) } else { name }
}

fn paper_name(t: Say, row: &LetterRow) -> String {
    format!("{}.pdf", called(t, row).replace('/', "-"))
}

fn text(field: Option<&kernel::Redacted<String>>) -> String {
    field.map(|text| text.reveal().clone()).unwrap_or_default()
}

fn summary<'a>(
    visit: &Visit,
    opened: &'a Opened,
    identity: &Identity,
    papers: &[(String, String)],
    files: &[(String, String)],
) -> Summary<'a> {
    let (t, common) = (visit.t, order::common(opened));
    let person = [
        ("datum-name", identity.name.reveal().clone()),
        ("datum-phone", text(identity.phone.as_ref())),
        ("datum-address", text(identity.address.as_ref())),
    ];
    Summary {
        t,
        style: format!("<style>{STYLE}</style>"),
        number: opened.number.to_string(),
        title: common.title.to_owned(),
        made: t.moment(opened.now),
        person: person
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (t.say(key).text(), value))
            .collect(),
        facts: common.facts.lines().filter(|line| !line.trim().is_empty()).collect(),
        claims: shown_claims(opened).map(|claim| one_claim(t, opened, claim)).collect(),
        timeline: common
            .timeline
            .iter()
            .map(|item| (t.moment(item.at), t.message(&item.message).text(), item.text.clone().unwrap_or_default()))
            .collect(),
        looks: opened.views.iter().map(|view| look(t, opened, view)).collect(),
        papers: papers.to_vec(),
        files: files.to_vec(),
    }
}

/// Her claims as her page shows them: an answer only once it reached her.
fn shown_claims(opened: &Opened) -> impl Iterator<Item = &Claim> {
    let claims = match &opened.matter {
        Matter::Petition(view) => view.claims.as_slice(),
        Matter::Order(_) => &[],
    };
    claims.iter().map(|shown| &shown.claim)
}

fn one_claim(t: Say, opened: &Opened, claim: &Claim) -> (u16, String, Vec<Fact>) {
    let mut facts = vec![Fact::new(t.say("copy-solved"), t.message(&claim.resolution.message()))];
    if let Some(answer) = &claim.answer {
        facts.extend(claims::answered(t, opened, answer));
    }
    (claim.no, claim.plainly().as_str().to_owned(), facts)
}

fn look(t: Say, opened: &Opened, view: &View) -> (Line, Line) {
    let line = views::line(t, opened, view);
    (line.who, line.what)
}

fn readme(t: Say, opened: &Opened) -> String {
    let lines = (1..=6).map(|no| t.say(&format!("copy-readme-{no}")).with("number", &opened.number).text());
    // A byte-order mark: simple editors on old machines read Chinese by it.
    format!("\u{feff}{}\r\n", lines.collect::<Vec<_>>().join("\r\n\r\n"))
}

fn record(
    t: Say,
    opened: &Opened,
    identity: &Identity,
    kept: Option<&MatterFile>,
    files: &[(String, String)],
) -> Value {
    let common = order::common(opened);
    let claims: Vec<Value> = shown_claims(opened)
        .map(|claim| {
            json!({ "no": claim.no, "words": claim.plainly().as_str(), "resolution": claim.resolution.name(),
                    "answer": claim.answer })
        })
        .collect();
    let timeline: Vec<Value> = common
        .timeline
        .iter()
        .map(|item| json!({ "at": item.at, "kind": item.kind, "says": t.message(&item.message).text(), "text": item.text }))
        .collect();
    let looks: Vec<Value> = opened.views.iter().map(|view| look_record(opened, view)).collect();
    let attached: Vec<Value> = opened
        .files
        .iter()
        .zip(files)
        .map(|((file, name), (_, path))| {
            json!({ "name": name, "path": path, "media_type": file.media_type, "bytes": file.size,
                    "sm3": file.digest, "at": file.uploaded_at })
        })
        .collect();
    let letters: Vec<Value> = opened
        .papers
        .iter()
        .map(|row| json!({ "kind": row.kind.name(), "number": row.number, "stage": row.stage.name(), "issued_at": row.issued_at }))
        .collect();
    let corrections: Vec<Value> =
        kept.iter().flat_map(|file| &file.corrections).map(|one| json!({ "at": one.at, "data": one.data })).collect();
    json!({
        "schema": VERSION,
        "made_at": opened.now,
        "number": opened.number,
        "title": common.title,
        "facts": common.facts,
        "stage": opened.matter.stage(),
        "person": { "name": identity.name.reveal(), "phone": text(identity.phone.as_ref()),
                    "address": text(identity.address.as_ref()), "language": opened.language.tag() },
        "corrections": corrections,
        "claims": claims,
        "timeline": timeline,
        "looks": looks,
        "letters": letters,
        "files": attached,
    })
}

fn look_record(opened: &Opened, view: &View) -> Value {
    json!({ "at": view.at, "unit": opened.name(view.org), "seen": view.seen, "reason": view.reason })
}
