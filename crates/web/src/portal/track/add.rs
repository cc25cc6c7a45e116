//! `/t/{number}/add`: more words, more files.

use axum::{extract::Path, response::Response};
use domain::petition::Command;
use kernel::{Refusal, Text};

use super::{
    act::{self, ActPage, Commands, Step},
    matter::Opened,
};
use crate::{
    forms::{Form, Reader, Submission},
    portal::cookies::Ticket,
    problem::Problem,
    ui::{Button, Icon, Line, VoiceField},
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    act::show(visit, ticket, number, Step::Add, |form| form).await
}

pub(super) async fn post(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    act::take(visit, ticket, number, Step::Add, sent).await
}

pub(super) fn page(visit: &Visit, opened: &Opened, form: &Form) -> ActPage {
    let t = visit.t;
    let mut page = ActPage::new(visit, opened, Step::Add, "portal-track-add", form);
    page.lead = vec![t.say("portal-add-lead").into()];
    page.fields = vec![Line::drawn(&form.area("note", "portal-add-note").hint("portal-add-note-hint"))];
    page.files = true;
    page.voice = Some(VoiceField::new(t, "voice", visit.state.config.limits.voice, form.error("voice")));
    page.buttons = vec![Button::primary(t.say("portal-add-send")).icon(Icon::outline("paperclip"))];
    page
}

/// Words, or files, or both.
pub(super) fn read(visit: &Visit, reader: &mut Reader<'_>, files: u32) -> Option<Commands> {
    let note = reader.optional("note", Text::<5000>::parse);
    let note = match note {
        Some(note) => note,
        None if files > 0 => Text::parse("note", &visit.t.say("portal-add-only-files").text()).ok()?,
        None => {
            reader.refuse(Refusal::invalid("note", "material-empty"));
            return None;
        }
    };
    Some(Commands::Petition(vec![Command::AddMaterial { note, files }]))
}
