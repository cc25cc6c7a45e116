//! `letters/`: the wording of letters and forms, one file a kind, `letters/RISK_REMINDER.txt`.

use domain::{
    access::{Permit, actions::AdminLetters},
    document::{DocType, Template, shipped},
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Refusal};
use store::Tx;

use super::{Files, Pack, read::Reader};
use crate::{Error, document, kit::Reference, reference};

/// The folder.
const FOLDER: &str = "letters/";

/// Reads the files; a kind that nobody knows and every mistake of a wording is told with its line.
pub(super) fn read(reader: &mut Reader<'_>, pack: &mut Pack) {
    for (file, text) in reader.folder(FOLDER) {
        let stem = file.trim_start_matches(FOLDER).trim_end_matches(".txt");
        let Some(kind) = DocType::parse(stem) else {
            let known: Vec<&str> = DocType::ALL.iter().map(|kind| kind.name()).collect();
            let refusal = Refusal::invalid("file", "practice-letter-unknown").with("known", known.join("、"));
            reader.wrong(&file, 0, refusal);
            continue;
        };
        let template = Template {
            kind,
            division: Some(pack.about.division.clone()),
            version: String::new(),
            effective_from: pack.about.effective_from,
            text: even(&text),
        };
        match template.check() {
            Ok(()) => pack.letters.push((kind, template.text)),
            Err(refusals) => {
                for refusal in refusals {
                    let line = refusal.args.iter().find(|(name, _)| name == "line");
                    let line = line.and_then(|(_, line)| line.parse().ok()).unwrap_or(0);
                    reader.wrong(&file, line, refusal);
                }
            }
        }
    }
}

/// Writes them.
pub(super) fn write(pack: &Pack, files: &mut Files) {
    for (kind, text) in &pack.letters {
        files.insert(format!("{FOLDER}{}.txt", kind.name()), text.clone());
    }
}

/// A text as it is kept: with the ends of lines of this house and one at its end.
fn even(text: &str) -> String {
    text.replace("\r\n", "\n").trim_end().to_owned() + "\n"
}

/// A kind of letter, worded.
type Wording = (DocType, String);

/// The wordings that hold there and are not the shipped ones.
pub(super) fn in_force(reference: &Reference, division: &DivisionCode, day: Date) -> Vec<Wording> {
    let held = |kind: &DocType| (*kind, even(&document::in_force(reference, *kind, division, day).text));
    let own = |(kind, text): &Wording| even(&shipped(*kind).text) != *text;
    DocType::ALL.iter().map(held).filter(own).collect()
}

/// Publishes what is different here; what the pack does not word goes back to the shipped wording.
pub(super) fn start(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminLetters>,
    (here, before): (&[Wording], &[Wording]),
    day: Date,
) -> Result<(), Error> {
    let back = before.iter().filter(|(kind, _)| here.iter().all(|(own, _)| own != kind));
    let back = back.map(|(kind, _)| (*kind, shipped(*kind).text.clone()));
    let new = here.iter().filter(|one| !before.contains(one)).cloned();
    for (kind, text) in new.chain(back).collect::<Vec<_>>() {
        let seen = document::revision(&reference::load(tx)?, kind, permit.place());
        document::publish(tx, ctx, permit, kind, (&text, day, &seen))?;
    }
    Ok(())
}

/// Leaves out what is the same everywhere.
pub(super) fn own_only(letters: &mut Vec<Wording>) {
    letters.retain(|(kind, text)| even(&shipped(*kind).text) != *text);
    letters.sort_by_key(|(kind, _)| *kind);
}
