//! The case selected in a list, beside it on a wide screen. Looking is on record here too.

use askama::Template;
use domain::access::{self, Field, actions::ReadMatter};
use kernel::CaseId;
use services::{
    Error,
    matter::{self, MatterRow},
    petition,
};

use super::{Desk, rows, when};
use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Button, Line, UrgencyChip},
};

/// The preview.
#[derive(Template)]
#[template(path = "desk/preview.html")]
pub(super) struct Preview {
    t: Say,
    chip: UrgencyChip,
    title: String,
    number: String,
    person: String,
    stage: String,
    resolution: String,
    claims: Vec<(u16, Line)>,
    due: String,
    open: Button,
}

impl askama::filters::HtmlSafe for Preview {}

struct Loaded {
    row: MatterRow,
    person: String,
    claims: Vec<(u16, String)>,
}

/// The case `sel` of the address; `None` when there is none to see.
pub(super) async fn load(desk: &Desk, sel: &str) -> Result<Option<Preview>, Problem> {
    let Ok(id) = sel.parse::<CaseId>() else { return Ok(None) };
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let mut row = looked.row().clone();
        let permit = access::permit::<ReadMatter>(subject, &row.facts)?;
        let masked = permit.shows(Field::IdentityMasked) || permit.shows(Field::IdentityFull);
        let person =
            if masked { petition::masked(tx, &kit.keys, &row.region, row.petitioner)?.name } else { String::new() };
        let claims = match row.kind() {
            domain::case::CaseKind::Petition if permit.shows(Field::Content) => {
                let view = petition::open_case(tx, kit, ctx, subject, &looked)?;
                view.state.claims.iter().map(|claim| (claim.no, claim.text.to_string())).collect()
            }
            _ => vec![],
        };
        if !permit.shows(Field::Content) {
            row.title.clear();
        }
        Ok(Loaded { row, person, claims })
    });
    match loaded.await {
        Ok(loaded) => Ok(Some(build(desk, loaded))),
        Err(Error::Refused(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn build(desk: &Desk, loaded: Loaded) -> Preview {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let Loaded { row, person, claims } = loaded;
    let due = row.due.as_ref().map(|due| {
        let said = t.say("desk-preview-due").with("day", when::due_day(t, due));
        said.with("what", when::name(t, due.def.as_str())).text()
    });
    Preview {
        t,
        chip: when::of_due(t, row.due.as_ref(), now),
        number: row.number.to_string(),
        person,
        stage: t.say(&rows::stage_key(&row)).text(),
        resolution: t.say(&domain::names::key_of("resolution", &row.resolution)).text(),
        claims: claims.into_iter().map(|(no, text)| (no, Line::from(text))).collect(),
        due: due.unwrap_or_default(),
        open: Button::primary(t.say("desk-preview-open")).href(rows::place(&row)).wide(),
        title: if row.title.is_empty() { t.say("desk-title-hidden").text() } else { row.title },
    }
}
