//! Letters by hand: one that waits for the second signature, one in force, one void.

use domain::{
    access::Subject,
    document::{Content, DocType, Field, PaperStage},
};
use kernel::{LetterId, Refusal};
use services::{
    Error,
    document::{self, Addressee, NewLetter},
};

use super::{
    AT_THE_DESK,
    Do::{Own, Step},
    Tale,
    act::{Act, text},
};
use crate::demo::plan::Step as S;

pub(super) const TALES: &[Tale] = &[Tale {
    key: "letters",
    cues: &[
        (33, AT_THE_DESK),
        (32, Step(S::Triage)),
        (32, Step(S::Forward)),
        (29, Step(S::Accept)),
        (28, Step(S::Contact)),
        (20, Own(drafts)),
        (19, Own(signs)),
        (17, Own(voids)),
        (17, Own(drafts)),
        (16, Own(signs)),
        (2, Own(drafts)),
    ],
}];

/// The second officer drafts: the one whose sign-in is shown has it to sign.
fn drafts(act: &mut Act<'_>) -> Result<(), Error> {
    let (second, id, to) = (act.officer(1)?, act.id()?, act.matter().unit);
    let form = act.matter().form("VISIT");
    let content = Content::new()
        .text(Field::Matter, &form.title)
        .text(Field::Facts, "自受理以来没有告诉过本人进展，联系过两次，都说在研究。")
        .text(Field::Trigger, "办理拖延")
        .text(Field::Clause, "《信访工作条例》第四十条第一款第（四）项")
        .text(Field::Requirements, "请在收到本函后当面向本人说明办到哪一步、最迟哪天答复，并书面反馈。")
        .day(Field::FeedbackDue, act.after(7))
        .text(Field::FeedbackWay, "书面");
    document::draft_in(act.tx, &act.scene.kit, act.ctx, &second, id, |row| NewLetter {
        kind: DocType::SuperviseLetter,
        division: row.facts.division.clone(),
        case: Some(id),
        seq: None,
        to: Addressee::Org(to),
        content,
    })
    .map(drop)
}

/// The newest letter of supervision in such a state.
fn newest(act: &mut Act<'_>, stage: PaperStage) -> Result<LetterId, Error> {
    let id = act.id()?;
    let rows = document::of_case(act.tx, act.scene.place.region(), id)?;
    let of = rows.iter().filter(|row| row.kind == DocType::SuperviseLetter && row.stage == stage);
    Ok(of.map(|row| row.id).max().ok_or_else(Refusal::not_permitted)?)
}

fn first(act: &Act<'_>) -> Result<Subject, Refusal> {
    act.officer(0)
}

fn signs(act: &mut Act<'_>) -> Result<(), Error> {
    let (letter, officer) = (newest(act, PaperStage::Draft)?, first(act)?);
    document::sign(act.tx, &act.scene.kit, act.ctx, &officer, letter).map(drop)
}

fn voids(act: &mut Act<'_>) -> Result<(), Error> {
    let (letter, officer) = (newest(act, PaperStage::Issued)?, first(act)?);
    document::void(act.tx, act.ctx, &officer, letter, &text("反馈日期写成了休息日，重新发。")?)
}
