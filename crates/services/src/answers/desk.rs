//! What the bureau sees of its own answers, and where a new one may come from.

use domain::{
    access::{self, Field, Permit, Subject, actions, actions::PublishAnswer},
    case::CaseKind,
    petition::Petition,
    suggestion::Suggestion,
};
use intelligence::text::pii;
use kernel::{CaseId, Ctx, Cursor, Digest, Fault, OrgId, Page, Redacted, Refusal, Sm3};
use store::{Filter, Tx, idempotency};
use uuid::Uuid;

use super::{
    Answer, AnswerDraft,
    find::page,
    publish::{hers, names_nobody, origin, publish, stored, with_her_leave},
};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Looked, MatterRow},
    petition::identity,
};

/// Stands where a name, a number or an address was taken out.
const TAKEN_OUT: &str = "××";
/// Under which keys of publishing are kept.
const SCOPE: &str = "answer/publish";

/// The answers inside the permit's place, those taken back among them, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn kept(
    tx: &mut Tx,
    permit: &Permit<PublishAnswer>,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Page<Answer>, Fault> {
    let mut sql = Filter::new();
    sql.within("a.division", permit.place());
    page(tx, sql, after, limit)
}

/// One of them, for changing it.
///
/// # Errors
/// `not-permitted`, also when there is none.
pub fn open(tx: &mut Tx, permit: &Permit<PublishAnswer>, id: Uuid) -> Result<Answer, Error> {
    hers(tx, permit, id)
}

/// What a text that is about to be published is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Nothing on record.
    Nothing,
    /// The answer to this matter.
    Matter(CaseId),
    /// An answer that was published before.
    Answer(Uuid),
}

/// Refuses what [`publish`] and [`super::change`] would refuse, before anybody is shown how it would look.
///
/// # Errors
/// `not-permitted`; `answer-names-her`.
pub fn check(
    tx: &mut Tx,
    kit: &Kit,
    permit: &Permit<PublishAnswer>,
    draft: &AnswerDraft,
    about: About,
) -> Result<(), Error> {
    permit.within(&draft.division)?;
    let case = match about {
        About::Nothing => None,
        About::Matter(case) => Some(case),
        About::Answer(id) => {
            hers(tx, permit, id)?;
            origin(tx, id)?
        }
    };
    match case {
        Some(case) => names_nobody(tx, kit, permit, draft, case),
        None => Ok(()),
    }
}

/// [`publish`], once for each `key`: a form that is sent twice publishes one answer.
///
/// # Errors
/// `key-reused` when the key belongs to another text; otherwise as [`publish`].
pub fn publish_once(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<PublishAnswer>,
    draft: &AnswerDraft,
    from: Option<CaseId>,
    key: &str,
) -> Result<Answer, Error> {
    let digest = digest_of(draft);
    match idempotency::lookup(tx, SCOPE, key, &digest)? {
        idempotency::Known::Other => Err(Refusal::invalid("key", "key-reused").into()),
        idempotency::Known::Done(id) => {
            let id = id.parse().map_err(|error| Fault::inconsistent("idempotency.response", error))?;
            stored(tx, id)
        }
        idempotency::Known::New => {
            let answer = publish(tx, kit, ctx, permit, draft, from)?;
            idempotency::record(tx, SCOPE, key, &digest, &answer.id.to_string(), ctx.now())?;
            Ok(answer)
        }
    }
}

/// Of a text that everybody may read, so no key is needed.
fn digest_of(draft: &AnswerDraft) -> Digest {
    let category = draft.category.as_ref().map_or("", |path| path.as_str());
    Sm3::new()
        .field(draft.question.as_str().as_bytes())
        .field(draft.answer.as_str().as_bytes())
        .field(category.as_bytes())
        .field(draft.unit.map(|unit| unit.to_string()).unwrap_or_default().as_bytes())
        .field(draft.division.as_str().as_bytes())
        .finish()
}

/// A claim that was answered, without whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Its number in the matter.
    pub no: u16,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

/// What an answer to be published can be written from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The matter.
    pub case: CaseId,
    /// Its claims that were answered.
    pub claims: Vec<Answered>,
    /// What it is about; may be empty.
    pub category: String,
    /// Who answered.
    pub unit: OrgId,
}

/// The claims of a matter whose answer was served, without the name, numbers and address of whoever filed it. Somebody has
/// [`matter::look`]ed, so that it is on record.
///
/// # Errors
/// `not-permitted`, also when the reader may not see the content; `answer-not-served`.
pub fn source(
    tx: &mut Tx,
    kit: &Kit,
    subject: &Subject,
    permit: &Permit<PublishAnswer>,
    looked: &Looked,
) -> Result<Source, Error> {
    let row = looked.row();
    permit.within(&row.facts.division)?;
    let reading = access::permit::<actions::ReadMatter>(subject, &row.facts)?;
    if !reading.shows(Field::Content) {
        return Err(Refusal::not_permitted().into());
    }
    if row.kind() == CaseKind::Suggestion {
        return of_suggestion(tx, kit, row);
    }
    let loaded = matter::load::<Petition>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
    let state = loaded.state;
    if state.served().is_none() {
        return Err(Refusal::invalid("from", "answer-not-served").into());
    }
    let person = identity(tx, kit, &row.region, state.petitioner)?;
    let mut hers: Vec<Redacted<String>> =
        [Some(person.name), person.phone, person.address].into_iter().flatten().collect();
    hers.push(Redacted::new(row.number.to_string()));
    let claims = state.claims.iter().filter_map(|claim| {
        let answer = claim.answer.as_ref()?;
        let (question, answer) = (nameless(claim.text.as_str(), &hers), nameless(answer.text.as_str(), &hers));
        Some(Answered { no: claim.no, question: clipped(&question, 200), answer: clipped(&answer, 4000) })
    });
    Ok(Source {
        case: state.id,
        claims: claims.collect(),
        category: state.category.as_ref().map(ToString::to_string).unwrap_or_default(),
        unit: state.holder(),
    })
}

/// What a suggestion that was replied to gives: each point and what became of it.
fn of_suggestion(tx: &mut Tx, kit: &Kit, row: &MatterRow) -> Result<Source, Error> {
    with_her_leave(tx, row)?;
    let loaded = matter::load::<Suggestion>(tx, &row.region, row.id())?.ok_or_else(Refusal::not_permitted)?;
    let state = loaded.state;
    if state.answered().is_none() {
        return Err(Refusal::invalid("from", "answer-not-served").into());
    }
    let person = identity(tx, kit, &row.region, state.petitioner)?;
    let mut hers: Vec<Redacted<String>> =
        [Some(person.name), person.phone, person.address].into_iter().flatten().collect();
    hers.push(Redacted::new(row.number.to_string()));
    let claims = state.points.iter().filter_map(|point| {
        let answer = state.answer(point.no)?;
        let result = answer.result.message().say(kernel::Locale::Zh);
        let answer = nameless(&format!("{result}。{}", answer.reason), &hers);
        let question = nameless(point.text.as_str(), &hers);
        Some(Answered { no: point.no, question: clipped(&question, 200), answer: clipped(&answer, 4000) })
    });
    Ok(Source {
        case: state.id,
        claims: claims.collect(),
        category: state.category.as_ref().map(ToString::to_string).unwrap_or_default(),
        unit: state.holder(),
    })
}

/// `text` without what is known of her and without any number of a person.
fn nameless(text: &str, hers: &[Redacted<String>]) -> String {
    let known = hers.iter().map(|one| one.reveal().as_str()).filter(|one| one.chars().count() > 1);
    let text = known.fold(text.to_owned(), |text, one| text.replace(one, TAKEN_OUT));
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for found in pii::find(&text) {
        clean.push_str(&text[from..found.range.start]);
        clean.push_str(TAKEN_OUT);
        from = found.range.end;
    }
    clean.push_str(&text[from..]);
    clean
}

fn clipped(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_hers_stays_in_the_text() {
        let hers = [Redacted::new("乌云其木格".to_owned()), Redacted::new("D".to_owned())];
        let text = "乌云其木格（13800138000）说 D 区暖气不热，2025 年缴费 1860 元。";
        assert_eq!(nameless(text, &hers), "××（××）说 D 区暖气不热，2025 年缴费 1860 元。");
    }
}
