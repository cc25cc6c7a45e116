//! What a review leads to at the desk of the unit: the second signature under an answer given anew, and care after finality.

use domain::petition::{Care, Command};
use kernel::Text;
use services::petition::Act;

use super::{
    PetitionScene,
    read::{day, text},
};
use crate::{
    desk::{act::Panel, case},
    forms::{Form, FormErrors, Submission},
};

/// The draft to sign; where a review sent the answer back, also what is new in it.
pub(super) fn sign_panel(scene: &PetitionScene, form: &Form) -> Panel {
    let t = scene.t;
    let panel = Panel::new(t.say("desk-sign-intro")).with(&case::draft_panel(&scene.view, t));
    if scene.view.state.to_redo().is_none() {
        return panel;
    }
    panel.with(&form.area("differs", "desk-anew-differs").hint("desk-anew-differs-hint"))
}

pub(super) fn read_sign(sent: &Submission) -> Result<Act, FormErrors> {
    let mut reader = sent.reader();
    let differs: Option<Text<1000>> = reader.optional("differs", Text::parse);
    let act = differs.map_or(Act::Sign, |differs| Act::SignAnew { differs });
    reader.finish(Some(act))
}

pub(super) fn care_panel(scene: &PetitionScene, form: &Form) -> Panel {
    Panel::new(scene.t.say("desk-care-intro"))
        .with(&form.area("what", "desk-care-what").hint("desk-care-what-hint"))
        .with(&form.date("from", "desk-care-from"))
        .with(&form.date("until", "desk-care-until").hint("desk-care-until-hint"))
}

/// The office of whoever writes it down sees to it.
pub(super) fn read_care(scene: &PetitionScene, sent: &Submission) -> Result<Act, FormErrors> {
    let mut reader = sent.reader();
    let what = text(&mut reader, "what");
    let (from, until) = (day(&mut reader, "from"), day(&mut reader, "until"));
    let org = scene.view.state.holder();
    let care = what.zip(from).zip(until).map(|((what, from), until)| Care { org, what, from, until });
    reader.finish(care.map(|care| Act::from(Command::RecordCare(Box::new(care)))))
}
