//! 群众建议回复函: what the unit says to each point, and what it will do. Chinese throughout: the official text. Article 29 knows no
//! review: no line of it names one.

use domain::{
    actor::Actor,
    document::{Content, DocNumber, DocType, Field, PaperStage, Sheet, Stamp, compose, formal},
    lifecycle::{Aggregate as _, Event, Recorded},
    suggestion::{Fact, PointAnswer, Suggestion},
};
use kernel::{Ctx, Locale, OrgId, Text};
use store::Tx;

use super::{
    number::code_of,
    of_supervision::Made,
    read::{masked_name, of_case, with_text},
    write::{Addressee, By, NewLetter, in_force, letter_of},
};
use crate::{error::Error, kit::Kit, organisation};

/// What an event of a suggestion makes, `state` being that after it.
pub(super) fn letters(tx: &mut Tx, state: &Suggestion, event: &Recorded<Fact>) -> Result<Vec<Made>, Error> {
    let Fact::Replied { number, .. } = &event.event.fact else { return Ok(vec![]) };
    let Some((unit, new)) = reply(tx, state, event.seq)? else { return Ok(vec![]) };
    let org = organisation::get(tx, unit)?.map(|org| org.value);
    let number = org.and_then(|org| DocNumber::of_org(number.as_str(), &code_of(&org)));
    Ok(vec![(unit, new, number)])
}

fn reply(tx: &mut Tx, state: &Suggestion, seq: i64) -> Result<Option<(OrgId, NewLetter)>, Error> {
    let Some(answered) = state.answered() else { return Ok(None) };
    let (mut adopted, mut reasons) = (vec![], vec![answered.reply.findings.to_string()]);
    for answer in &answered.reply.answers {
        let text = state.points.iter().find(|point| point.no == answer.point).map_or("", |point| point.text.as_str());
        adopted.push(format!(
            "{}. “{}”：{}。{}",
            answer.point,
            text.trim_end_matches('。'),
            zh(answer),
            to_do(tx, answer)?
        ));
        reasons.push(format!("{}. {}", answer.point, answer.reason));
    }
    let content = Content::new()
        .text(Field::Matter, state.title.as_str())
        .text(Field::Adoption, adopted.join("\n"))
        .text(Field::Reason, reasons.join("\n"));
    let new = NewLetter {
        kind: DocType::SuggestionReply,
        division: state.division.clone(),
        case: Some(state.id),
        seq: Some(seq),
        to: Addressee::Petitioner,
        content,
    };
    Ok(Some((answered.unit, new)))
}

fn zh(answer: &PointAnswer) -> String {
    answer.result.message().say(Locale::Zh)
}

fn to_do(tx: &mut Tx, answer: &PointAnswer) -> Result<String, Error> {
    let mut said = vec![];
    for item in &answer.items {
        let unit = organisation::name(tx, item.unit)?;
        said.push(format!("由{unit}在{}前{}。", formal(item.due), item.what.as_str().trim_end_matches('。')));
    }
    Ok(said.concat())
}

/// The reply in force, else the draft as it would be printed if it were signed now; her name masked. `None` before anything is
/// written.
///
/// # Errors
/// When the database fails.
pub fn reply_sheet(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    region: &str,
    state: &Suggestion,
) -> Result<Option<Sheet>, Error> {
    let issued = of_case(tx, region, state.id)?;
    let issued = issued.into_iter().find(|one| one.kind == DocType::SuggestionReply && one.stage == PaperStage::Issued);
    if let Some(issued) = issued {
        return Ok(Some(with_text(tx, kit, issued)?.masked().sheet("")));
    }
    let (Some(handler), Some(_)) = (state.handler(), state.draft()) else { return Ok(None) };
    let actor = Actor::Staff { user: handler, org: state.holder() };
    let fact = Fact::Replied { number: Text::parse("number", "〔 〕号")?, items: vec![] };
    let last = Recorded { seq: state.version + 1, at: ctx.now(), actor, event: Event::of(fact) };
    let mut after = state.clone();
    after.apply(&last);
    let Some((unit, new)) = reply(tx, &after, last.seq)? else { return Ok(None) };
    let (_, mut letter) = letter_of(tx, kit, By { actor, org: unit, at: ctx.now() }, &new)?;
    letter.to = masked_name(&letter.to);
    let template = in_force(kit, &new.division, &letter);
    Ok(Some(compose(&letter, &template, "", Some(Stamp::Draft))))
}
