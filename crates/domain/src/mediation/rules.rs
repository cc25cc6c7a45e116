//! What stands in the way of a step of a mediation.

use jiff::civil::Date;
use kernel::{Refusal, UserId};

use super::{
    model::{Agreement, AgreementForm, Helper, Mediation, NewParty, Opened, OrgType, Session, Signer, Topic},
    wording,
};
use crate::env::Env;

fn refuse(code: &str, rule: &str, article: &str) -> Refusal {
    Refusal::rule(code, rule, article)
}

/// Two or more, each once, and the matter named where it came from one.
///
/// # Errors
/// `mediation-two-parties`, `mediation-party-twice`, `mediation-source-case`.
pub fn the_opening_is_whole(opened: &Opened) -> Result<(), Refusal> {
    if opened.parties.len() < 2 {
        return Err(refuse("mediation-two-parties", "M-01", "PML_17").on("party2"));
    }
    let twice = |(index, one): (usize, &NewParty)| {
        opened.parties[..index].iter().any(|other| other.person == one.person || other.seat == one.seat)
    };
    if opened.parties.iter().enumerate().any(twice) {
        return Err(refuse("mediation-party-twice", "M-01", "PML_17").on("party2"));
    }
    if opened.source.case_kind().is_some() != opened.case.is_some() {
        return Err(Refusal::invalid("source", "mediation-source-case"));
    }
    Ok(())
}

/// whoever had a part in the matter does not mediate it, nor help.
///
/// # Errors
/// `mediation-involved`.
pub fn nobody_involved(mediation: &Mediation, user: UserId) -> Result<(), Refusal> {
    if mediation.barred.contains(&user) {
        return Err(refuse("mediation-involved", "R-061", "A28_3").on("user"));
    }
    Ok(())
}

/// A helper is asked once.
///
/// # Errors
/// `mediation-involved`, `mediation-helper-twice`.
pub fn the_helper_is_new(mediation: &Mediation, helper: &Helper) -> Result<(), Refusal> {
    if let Some(user) = helper.user {
        nobody_involved(mediation, user)?;
    }
    let twice = |one: &Helper| one.called == helper.called || (helper.user.is_some() && one.user == helper.user);
    let leads = helper.user.is_some() && mediation.mediator.map(|(user, _)| user) == helper.user;
    if leads || mediation.helpers.iter().any(twice) {
        return Err(refuse("mediation-helper-twice", "M-03", "PML_20").on("called"));
    }
    Ok(())
}

/// Somebody was named, and who acts is one of those named.
///
/// # Errors
/// `mediation-no-mediator`, `mediation-not-the-mediator`, `mediation-involved`.
pub fn a_mediator_acts(mediation: &Mediation, env: &Env<'_>) -> Result<UserId, Refusal> {
    let user = env.actor.user().ok_or_else(Refusal::not_permitted)?;
    nobody_involved(mediation, user)?;
    if mediation.mediator.is_none() {
        return Err(refuse("mediation-no-mediator", "M-03", "PML_19"));
    }
    if !mediation.hands().any(|hand| hand == user) {
        return Err(refuse("mediation-not-the-mediator", "M-03", "PML_19"));
    }
    Ok(user)
}

/// Who sat there, when, and whether others listened.
///
/// # Errors
/// `mediation-party-unknown`, `mediation-future`, `mediation-early`, `mediation-public-alone`.
pub fn the_session_fits(mediation: &Mediation, session: &Session, env: &Env<'_>) -> Result<(), Refusal> {
    not_to_come("on", session.on, env)?;
    if mediation.rights_at.is_some_and(|at| session.on < kernel::beijing_date(at)) {
        return Err(Refusal::invalid("on", "mediation-early"));
    }
    let unknown = |no: &u16| mediation.party(*no).is_none();
    let twice = session.with.iter().enumerate().any(|(index, no)| session.with[..index].contains(no));
    if session.with.is_empty() || twice || session.with.iter().any(unknown) {
        return Err(Refusal::invalid("with", "mediation-party-unknown"));
    }
    if session.public && session.with.len() != mediation.parties.len() {
        return Err(refuse("mediation-public-alone", "M-03", "PML_23").on("public"));
    }
    Ok(())
}

/// What may stand in an agreement, and in which form.
///
/// # Errors
/// `mediation-signed-already`, `mediation-land-written`, `mediation-terms-missing`, `mediation-party-unknown`, `mediation-term-due`,
/// `mediation-right-waived`.
pub fn the_agreement_stands(mediation: &Mediation, agreement: &Agreement, env: &Env<'_>) -> Result<(), Refusal> {
    if !mediation.signatures.is_empty() {
        return Err(refuse("mediation-signed-already", "M-08", "PML_29"));
    }
    if mediation.opened.topic == Topic::LandContract && agreement.form == AgreementForm::Oral {
        return Err(refuse("mediation-land-written", "M-15", "LAND_MEDIATION_10").on("form"));
    }
    if agreement.terms.is_empty() {
        return Err(refuse("mediation-terms-missing", "M-09", "PML_29").on("term1"));
    }
    for (index, term) in agreement.terms.iter().enumerate() {
        if mediation.party(term.by).is_none() {
            return Err(Refusal::invalid(&format!("by{}", index + 1), "mediation-party-unknown"));
        }
        if term.due < env.ctx.today() || term.due > env.ctx.today().saturating_add(jiff::Span::new().days(LONGEST)) {
            return Err(Refusal::invalid(&format!("due{}", index + 1), "mediation-term-due"));
        }
    }
    nothing_waived(agreement, env.ctx.today())
}

/// Days until which a term may be due: whoever writes more has mistaken the year.
const LONGEST: i64 = 3_650;

/// No right is given away by an agreement.
///
/// # Errors
/// `mediation-right-waived`, with the words and what to write instead.
pub fn nothing_waived(agreement: &Agreement, today: Date) -> Result<(), Refusal> {
    let texts = [("dispute", agreement.dispute.as_str()), ("liability", agreement.liability.as_str())];
    let terms: Vec<String> = (1..=agreement.terms.len()).map(|no| format!("term{no}")).collect();
    let terms = terms.iter().zip(&agreement.terms).map(|(field, term)| (field.as_str(), term.text.as_str()));
    let all = texts.into_iter().chain(terms).chain([("manner", agreement.manner.as_str())]);
    for (field, text) in all {
        if let Some(found) = wording::forbidden(text, today) {
            let refusal = refuse("mediation-right-waived", "M-01", "PML_3").on(field);
            return Err(refusal.with("words", found.words).with("instead", found.instead.key()));
        }
    }
    // A clause may also be spread over two fields.
    let whole: String = agreement.terms.iter().map(|term| term.text.as_str()).collect();
    let whole = format!("{}{}{whole}{}", agreement.dispute, agreement.liability, agreement.manner);
    match wording::forbidden(&whole, today) {
        Some(found) => {
            let refusal = refuse("mediation-right-waived", "M-01", "PML_3").on("dispute");
            Err(refusal.with("words", found.words).with("instead", found.instead.key()))
        }
        None => Ok(()),
    }
}

/// A mark under a written agreement: each once, not before it was opened, not tomorrow.
///
/// # Errors
/// `mediation-oral-unsigned`, `mediation-party-unknown`, `mediation-signed-twice`, `mediation-future`, `mediation-early`.
pub fn the_mark_fits(mediation: &Mediation, of: Signer, on: Date, env: &Env<'_>) -> Result<(), Refusal> {
    not_to_come("on", on, env)?;
    if on < kernel::beijing_date(mediation.opened_at) {
        return Err(Refusal::invalid("on", "mediation-early"));
    }
    if mediation.agreement.as_ref().is_none_or(|agreement| agreement.form == AgreementForm::Oral) {
        return Err(refuse("mediation-oral-unsigned", "M-08", "PML_30"));
    }
    if let Signer::Party(no) = of
        && mediation.party(no).is_none()
    {
        return Err(Refusal::invalid("of", "mediation-party-unknown"));
    }
    if mediation.signatures.iter().any(|signature| signature.of == of) {
        return Err(refuse("mediation-signed-twice", "M-08", "PML_29").on("of"));
    }
    Ok(())
}

/// M-11 and M-12: whose agreements a court confirms, what about, and until when.
///
/// # Errors
/// `mediation-confirm-people`, `mediation-confirm-topic`, `mediation-confirm-late`.
pub fn a_court_may_confirm(mediation: &Mediation, on: Date) -> Result<(), Refusal> {
    if mediation.opened.org_type != OrgType::People {
        return Err(refuse("mediation-confirm-people", "M-11", "PML_33"));
    }
    if !mediation.opened.topic.is_confirmable() {
        return Err(refuse("mediation-confirm-topic", "M-12", "PML_33"));
    }
    match mediation.window() {
        Some(clock) if on <= clock.statutory => Ok(()),
        window => {
            let day = window.map_or(on, |clock| clock.statutory);
            Err(refuse("mediation-confirm-late", "M-11", "PML_33").on("on").with("day", day))
        }
    }
}

/// A day that is not to come.
///
/// # Errors
/// `mediation-future`.
pub fn not_to_come(field: &str, on: Date, env: &Env<'_>) -> Result<(), Refusal> {
    if on > env.ctx.today() { Err(Refusal::invalid(field, "mediation-future")) } else { Ok(()) }
}
