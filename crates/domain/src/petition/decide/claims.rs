//! How the desk reads what she asks for: beside her words, never instead of them. Claims are split and joined, none is lost.

use kernel::{ClaimId, Refusal, Text};

use crate::{
    case::Claim,
    env::Env,
    lifecycle::a_person,
    petition::{
        commands::Command,
        events::{Event, Fact},
        model::Petition,
        rules,
    },
};

/// How many claims a matter holds at most.
const MOST: usize = 20;

pub(super) fn decide(petition: &Petition, command: &Command, env: &Env<'_>) -> Result<Vec<Event>, Refusal> {
    a_person(env)?;
    let fact = match command {
        Command::RephraseClaim { claim, reading } => rephrase(petition, *claim, reading.as_ref())?,
        Command::SplitClaim { claim, parts } => split(petition, *claim, parts, env)?,
        Command::JoinClaims { claim, into } => {
            if claim == into {
                return Err(Refusal::invalid("into", "claim-joined-to-itself"));
            }
            open(petition, *claim, "claim")?;
            open(petition, *into, "into")?;
            Fact::ClaimJoined { claim: *claim, into: *into }
        }
        Command::SeparateClaim { claim } => separate(petition, *claim)?,
        Command::AddClaim { words, reading } => add(petition, words, reading.as_ref(), env)?,
        // The other commands go to the other rooms of `decide`.
        _ => return Ok(vec![]),
    };
    Ok(vec![Event::of(fact)])
}

/// The claim, when it stands by itself and nobody has answered it.
fn open<'a>(petition: &'a Petition, id: ClaimId, field: &str) -> Result<&'a Claim, Refusal> {
    let claim =
        petition.claims.iter().find(|claim| claim.id == id).ok_or_else(|| Refusal::invalid(field, "claim-unknown"))?;
    if !claim.is_live() {
        return Err(Refusal::invalid(field, "claim-is-joined").with("claim", claim.no));
    }
    rules::what_was_answered_keeps_its_words(claim).map_err(|refusal| refusal.on(field))?;
    Ok(claim)
}

fn rephrase(petition: &Petition, id: ClaimId, reading: Option<&Text<2000>>) -> Result<Fact, Refusal> {
    let claim = open(petition, id, "claim")?;
    // Her own words again say nothing that does not stand there already.
    let reading = reading.filter(|reading| **reading != claim.text);
    if reading == claim.reading.as_ref() {
        return Err(Refusal::invalid("reading", "claim-reads-so").with("claim", claim.no));
    }
    Ok(Fact::ClaimRead { claim: id, reading: reading.cloned() })
}

fn split(petition: &Petition, id: ClaimId, parts: &[Text<2000>], env: &Env<'_>) -> Result<Fact, Refusal> {
    let claim = open(petition, id, "claim")?;
    let (Some((first, rest)), true) = (parts.split_first(), parts.len() > 1) else {
        return Err(Refusal::invalid("parts", "claim-parts-few").with("claim", claim.no));
    };
    let twice = parts.iter().enumerate().any(|(i, part)| parts[..i].contains(part));
    if twice {
        return Err(Refusal::invalid("parts", "claim-parts-same"));
    }
    room_for(petition, rest.len(), "parts")?;
    let parts = rest.iter().map(|part| (env.ctx.new_id(), part.clone())).collect();
    Ok(Fact::ClaimSplit { claim: id, reading: first.clone(), parts })
}

fn separate(petition: &Petition, id: ClaimId) -> Result<Fact, Refusal> {
    let claim = petition.claims.iter().find(|claim| claim.id == id);
    let claim = claim.ok_or_else(|| Refusal::invalid("claim", "claim-unknown"))?;
    if claim.is_live() {
        return Err(Refusal::invalid("claim", "claim-not-joined").with("claim", claim.no));
    }
    rules::what_was_answered_keeps_its_words(petition.answered_with(claim)).map_err(|refusal| refusal.on("claim"))?;
    Ok(Fact::ClaimSeparated { claim: id })
}

/// The desk puts no word into her mouth: what it adds has to stand in what she told.
fn add(petition: &Petition, words: &Text<2000>, reading: Option<&Text<2000>>, env: &Env<'_>) -> Result<Fact, Refusal> {
    rules::her_words_stand_in_her_facts(petition, words.as_str())?;
    if petition.claims.iter().any(|claim| claim.text == *words) {
        return Err(Refusal::invalid("words", "claim-stands-already"));
    }
    room_for(petition, 1, "words")?;
    Ok(Fact::ClaimAdded { claim: env.ctx.new_id(), words: words.clone(), reading: reading.cloned() })
}

fn room_for(petition: &Petition, more: usize, field: &str) -> Result<(), Refusal> {
    if petition.claims.len() + more <= MOST {
        return Ok(());
    }
    Err(Refusal::invalid(field, "claims-too-many").with("max", MOST))
}
