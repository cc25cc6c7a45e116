//! The steps of a find, with what they write or delete beside the log.

use domain::{
    access::{self, Subject, actions::RegisterOnBehalf},
    case::{Channel, MatterType, Purpose},
    mandate::Give,
    petition::{Command as ToPetition, Petition},
    proactive::{Command, CommandKind, Find, Signal},
};
use kernel::{CaseId, CaseNumber, Ctx, Fault, Locale, NonEmpty, QueryCode, Refusal, Text, UserId};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    mandate::{self, NewMandate, Proof},
    matter::{self, Loaded},
    petition::{Access, By, Contact, NewPerson, NewPetition, insert_person, open_person, register},
};

/// What is asked of a find.
#[derive(Debug, Clone)]
pub enum Step {
    /// As it is.
    Command(Command),
    /// Name somebody; her point is looked up.
    Assign(UserId),
    /// She wants it, and says how she is called and reached.
    Consent(Box<Contact>),
    /// The mandate.
    Mandate(Box<NewMandate>),
    /// It becomes a petition, received on the first day.
    Convert,
}

/// What comes of it for her to take home.
#[derive(Debug, Clone)]
pub enum Done {
    /// Nothing to hand over.
    Recorded,
    /// Number and query code: she follows it from here.
    Code(CaseNumber, QueryCode),
    /// It is a petition now, with its own number and code.
    Petition(CaseId, CaseNumber, QueryCode),
}

impl Step {
    fn kind(&self) -> CommandKind {
        match self {
            Self::Command(command) => command.kind(),
            Self::Assign(_) => CommandKind::Assign,
            Self::Consent(_) => CommandKind::Consent,
            Self::Mandate(_) => CommandKind::GiveMandate,
            Self::Convert => CommandKind::Convert,
        }
    }
}

/// Carries out what a member of staff or an agent asks.
///
/// # Errors
/// `not-permitted`, `stale`, or the rule that forbids it.
pub fn step(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    step: &Step,
) -> Result<Done, Error> {
    let loaded = matter::open_to_change::<Find>(tx, id)?;
    let actor = matter::permitted(subject, step.kind(), &loaded)?;
    matter::fresh(expected, &loaded)?;
    let (region, state) = (loaded.row.region.clone(), loaded.state.clone());
    let (command, done) = match step {
        Step::Command(Command::Consent | Command::Convert { .. } | Command::Assign { .. }) => {
            return Err(Refusal::not_permitted().into());
        }
        Step::Command(command) => (command.clone(), Done::Recorded),
        Step::Assign(agent) => {
            let acting = mandate::may_act(tx, *agent, ctx.today())?;
            (Command::Assign { agent: *agent, org: acting.org }, Done::Recorded)
        }
        Step::Consent(contact) => {
            let person = NewPerson { id: state.person, contact, source_key: None };
            insert_person(tx, kit, ctx, &region, &person)?;
            let code = QueryCode::generate(ctx);
            let digest = kit.keys.query_code_digest(id, &code);
            tx.execute(
                "UPDATE matter SET code_digest = $3 WHERE region = $1 AND id = $2",
                params![&region, id, digest],
            )?;
            (Command::Consent, Done::Code(state.number.clone(), code))
        }
        Step::Mandate(new) => (give(tx, kit, ctx, &loaded, new)?, Done::Recorded),
        Step::Convert => {
            let done = convert(tx, kit, ctx, subject, &loaded)?;
            let Done::Petition(petition, ..) = &done else { return Err(Refusal::not_permitted().into()) };
            (Command::Convert { petition: *petition }, done)
        }
    };
    let forgets = matches!(command, Command::Decline | Command::Convert { .. });
    matter::carry_out(tx, kit, ctx, actor, loaded, &command)?;
    if forgets {
        tx.execute("DELETE FROM find_text WHERE region = $1 AND case_id = $2", params![&region, id])?;
    }
    Ok(done)
}

/// Carries out what she asks, proven by number and code.
///
/// # Errors
/// As [`step`].
pub fn step_as_petitioner(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access, asked: &Step) -> Result<Done, Error> {
    step(tx, kit, ctx, &Subject::Petitioner(access.case()), access.case(), None, asked)
}

fn give(tx: &mut Tx, kit: &Kit, ctx: &Ctx, loaded: &Loaded<Find>, new: &NewMandate) -> Result<Command, Error> {
    let agent = loaded.state.agent.ok_or_else(|| Refusal::rule("mandate-agent-unknown", "3.3", "").on("agent"))?;
    // A find has no files: what was said aloud is witnessed.
    if matches!(new.proof, Proof::Recording) {
        return Err(Refusal::rule("mandate-recording-unknown", "3.3", "").on("proof").into());
    }
    Ok(Command::GiveMandate(Box::new(mandate::give_for(tx, kit, ctx, &loaded.row.region, agent, new)?)))
}

/// The few words, opened.
pub(super) fn text_of(tx: &mut Tx, kit: &Kit, region: &str, id: CaseId) -> Result<Option<String>, Fault> {
    let sql = "SELECT text FROM find_text WHERE region = $1 AND case_id = $2";
    let sealed: Option<String> = tx.query_opt(sql, params![region, id], |row| row.get(0))?;
    sealed.map(|sealed| Ok(kit.keys.open("find.text", id.0, &sealed)?.reveal().clone())).transpose()
}

/// The longest line that a list shows whole.
const LINE: usize = 40;

/// What was seen, in one line: its first sentence, or as much of it as ends at a comma; what kind of sign it was where no part
/// of it is short enough. Nothing is cut inside a word.
fn title_of(text: &str, signal: Signal) -> String {
    let fits = |part: &&str| (2..=LINE).contains(&part.chars().count());
    let sentence = text.trim().split(['。', '！', '？', '；', '\n', '.', ';']).next().unwrap_or_default().trim();
    let commas = sentence.char_indices().rev().filter(|(_, c)| matches!(c, '，' | ','));
    let parts = std::iter::once(sentence).chain(commas.map(|(at, _)| sentence[..at].trim()));
    parts.into_iter().find(fits).map_or_else(|| signal.message().say(Locale::Zh), str::to_owned)
}

/// 3.5: informal time counts, so it is received on the day it was first seen. Her mandate goes on with it.
fn convert(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, loaded: &Loaded<Find>) -> Result<Done, Error> {
    let (state, region) = (&loaded.state, &loaded.row.region);
    let text = text_of(tx, kit, region, state.id)?.unwrap_or_default();
    let missing = || Refusal::rule("find-nothing-written", "10.5", "");
    let facts = Text::<20000>::parse("facts", &text).map_err(|_| missing())?;
    let new = NewPetition {
        title: Text::parse("title", &title_of(&text, state.signal))?,
        facts,
        claims: NonEmpty::parse("claims", vec![Text::parse("claims", &text)?])?,
        contact: open_person(tx, &kit.keys, region, state.person)?.contact(),
        division: state.division.clone(),
        channel: Channel::GridFound,
        received_at: state.observed_at,
        dated: true,
        device: None,
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        respondent: None,
        headcount: 1,
        representatives: 0,
        agent: state.agent,
        station: None,
        grid: None,
        words: intelligence::text::index_tokens(&text),
    };
    let receipt = match subject {
        Subject::Staff(_) => {
            // Who may carry the find on may register it: her own grant reaches over the place.
            let permit = access::permit::<RegisterOnBehalf>(subject, &state.division)?;
            register(tx, kit, ctx, &By::Staff(&permit), &new, None)?
        }
        _ => register(tx, kit, ctx, &By::Petitioner, &new, None)?,
    };
    if let Some(mandate) = state.agency.mandate.as_ref().filter(|mandate| mandate.holds(ctx.now())) {
        let petition = matter::open_to_change::<Petition>(tx, receipt.id)?;
        if petition.state.agent == Some(mandate.agent) {
            let actor = subject.actor(None);
            let command = ToPetition::GiveMandate(Box::new(Give::again(mandate)));
            matter::carry_out(tx, kit, ctx, actor, petition, &command)?;
        }
    }
    Ok(Done::Petition(receipt.id, receipt.number, receipt.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_where_a_sentence_or_a_part_of_it_does() {
        let of = |text: &str| title_of(text, Signal::ALL[0]);
        assert_eq!(of("机井坏了二十多天。六户人没有水。"), "机井坏了二十多天");
        let long = "村东头的机井坏了二十多天，六户人和牲口都没有水，天天到五公里以外的邻村去拉水，来回要走两个小时";
        assert_eq!(of(long), "村东头的机井坏了二十多天，六户人和牲口都没有水，天天到五公里以外的邻村去拉水");
        let endless = "机井".repeat(40);
        assert_eq!(of(&endless), Signal::ALL[0].message().say(Locale::Zh), "nothing is cut inside a word");
        assert_eq!(of("…"), Signal::ALL[0].message().say(Locale::Zh));
    }
}
