//! Opening a mediation: asked for by the parties, told by court or police, or from a matter that somebody handles.

use domain::{
    access::{
        self, Permit, Subject,
        actions::{OpenMediation, ReadFind, ReadMatter},
    },
    case::CaseKind,
    mediation::{self, Mediation, NewParty, Opened, OrgType, Origin, Source, Topic},
    people::Role,
    petition::{self, Petition},
};
use kernel::{CaseId, CaseNumber, Ctx, DivisionCode, Fault, OrgId, PersonId, Refusal, Text, UserId};
use store::{Tx, counter, params};

use super::{act, seat};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Birth, Deed, MatterRow},
    organisation,
    petition::{Contact, NewPerson, case_number, insert_person},
};

/// Somebody who is a party and did not file the matter.
pub type Party = Contact;

/// A mediation that is to be opened.
#[derive(Debug, Clone)]
pub struct NewMediation {
    /// Who mediates.
    pub committee: OrgId,
    /// As what.
    pub org_type: OrgType,
    /// How it began.
    pub origin: Origin,
    /// Where it came from.
    pub source: Asked,
    /// What it is about.
    pub topic: Topic,
    /// In one line, without names.
    pub title: Text<120>,
    /// What is in dispute.
    pub facts: Text<5000>,
    /// The parties, besides whoever filed the matter.
    pub parties: Vec<Party>,
}

/// Where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// From no case of ours.
    Plain(Source),
    /// From a petition, an order or a find.
    Case(CaseId),
}

/// Most parties of one mediation.
const MOST_PARTIES: usize = 8;

/// Leave to open one for the widest place that her roles reach.
///
/// # Errors
/// `not-permitted`.
pub fn may_open(subject: &Subject) -> Result<Permit<OpenMediation>, Refusal> {
    let staff = subject.staff().ok_or_else(Refusal::not_permitted)?;
    let mut places: Vec<DivisionCode> = staff.grants().iter().map(|grant| grant.division.clone()).collect();
    places.sort_by_key(|place| place.as_str().len());
    let mut leaves = places.iter().filter_map(|place| access::permit::<OpenMediation>(subject, place).ok());
    leaves.next().ok_or_else(Refusal::not_permitted)
}

/// Who can be asked to mediate within a place: every organisation where somebody is a mediator today.
///
/// # Errors
/// When the database fails.
pub fn committees(tx: &mut Tx, ctx: &Ctx, place: &DivisionCode) -> Result<Vec<(OrgId, String)>, Fault> {
    let sql = "SELECT DISTINCT o.id, o.name, o.division FROM role_grant g JOIN org o ON o.id = g.org_id \
               JOIN staff s ON s.id = g.user_id WHERE g.role = $1 AND s.active AND g.from_day <= $2 \
               AND (g.to_day IS NULL OR g.to_day > $2) ORDER BY o.name, o.id";
    let read = |row: &store::Row<'_>| {
        let division = row.parse("division", |text| DivisionCode::parse(text).ok())?;
        Ok((row.get::<OrgId>("id")?, row.get::<String>("name")?, division))
    };
    let found = tx.query(sql, params![Role::Mediator.name(), ctx.today()], read)?;
    let inside = |division: &DivisionCode| place.contains(division) || division.contains(place);
    Ok(found.into_iter().filter(|(_, _, division)| inside(division)).map(|(id, name, _)| (id, name)).collect())
}

/// What the matter brings with it: who filed it, its number, who had a part in it.
struct From {
    source: Source,
    case: Option<(CaseId, CaseNumber)>,
    filed: Option<(PersonId, CaseId)>,
    barred: Vec<UserId>,
    division: Option<DivisionCode>,
}

/// Opens a mediation; its id. The parties' numbers are given out by [`seat::issue`].
///
/// # Errors
/// `not-permitted` for a matter that is not hers to see, `mediation-committee` for who does not mediate here, and what
/// [`mediation::rules::the_opening_is_whole`] refuses.
pub fn open(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    permit: &Permit<OpenMediation>,
    new: &NewMediation,
) -> Result<CaseId, Error> {
    if new.parties.len() > MOST_PARTIES {
        return Err(Refusal::invalid("party2", "mediation-parties").with("max", MOST_PARTIES).into());
    }
    if !committees(tx, ctx, permit.place())?.iter().any(|(id, _)| *id == new.committee) {
        return Err(Refusal::invalid("committee", "mediation-committee").into());
    }
    let from = from(tx, subject, new.source)?;
    let committee = organisation::get(tx, new.committee)?.ok_or_else(Refusal::not_permitted)?.value;
    let division = from.division.clone().unwrap_or_else(|| committee.division.clone());
    let region = division.region();
    let parties = parties(tx, kit, ctx, &region, (&from, &new.parties))?;
    let (id, number) = (ctx.new_id::<CaseId>(), case_number(tx, &division, ctx.today())?);
    let opened = Opened {
        id,
        number,
        file: file_number(tx, ctx, &region, &committee, new.org_type)?,
        division: division.clone(),
        committee: new.committee,
        org_type: new.org_type,
        origin: new.origin,
        source: from.source,
        case: from.case,
        topic: new.topic,
        title: new.title.clone(),
        facts: new.facts.clone(),
        parties: parties.clone(),
        barred: from.barred,
    };
    let event = Mediation::open(opened)?;
    let terms = kit.terms(&division, ctx.today());
    let fact = event.fact.clone();
    let deed = Deed { actor: permit.actor(), at: ctx.now(), clocks: terms.clocks() };
    let state = matter::begin::<Mediation>(tx, &region, id, event, deed, Birth::default())?;
    seat::keep(tx, ctx, &division, &state)?;
    act::tell(tx, kit, ctx, &state, &fact)?;
    Ok(id)
}

fn from(tx: &mut Tx, subject: &Subject, asked: Asked) -> Result<From, Error> {
    let id = match asked {
        Asked::Plain(source) => {
            return Ok(From { source, case: None, filed: None, barred: vec![], division: None });
        }
        Asked::Case(id) => id,
    };
    let row = matter::find_by_id(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let source = match row.kind() {
        CaseKind::Petition => Source::Petition,
        CaseKind::WorkOrder => Source::WorkOrder,
        CaseKind::Find => Source::Find,
        _ => return Err(Refusal::not_permitted().into()),
    };
    if source == Source::Find {
        access::permit::<ReadFind>(subject, &row.facts)?;
    } else {
        access::permit::<ReadMatter>(subject, &row.facts)?;
    }
    if row.is_over {
        return Err(Refusal::rule("mediation-matter-over", "R-066", "A33").into());
    }
    Ok(From {
        source,
        barred: barred(tx, &row)?,
        filed: Some((row.petitioner, id)),
        division: Some(row.facts.division.clone()),
        case: Some((id, row.number)),
    })
}

/// Who had a part in the matter: by its record for a petition, by its row for the others.
fn barred(tx: &mut Tx, row: &MatterRow) -> Result<Vec<UserId>, Error> {
    if row.kind() == CaseKind::Petition {
        let events = matter::history::<petition::Fact>(tx, &row.region, row.id())?;
        let state = matter::open::<Petition>(tx, row.id())?.state;
        return Ok(mediation::follow::involved(&state, &events));
    }
    let facts = &row.facts;
    let all = [facts.handler, facts.drafter, facts.checker, facts.agent, facts.registrar];
    Ok(all.into_iter().flatten().collect())
}

fn parties(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    region: &str,
    (from, others): (&From, &[Party]),
) -> Result<Vec<NewParty>, Error> {
    let filed = from.filed.map(|(person, seat)| NewParty { person, seat, filed: true });
    let mut all: Vec<NewParty> = filed.into_iter().collect();
    for contact in others {
        let person = ctx.new_id::<PersonId>();
        insert_person(tx, kit, ctx, region, &NewPerson { id: person, contact, source_key: None })?;
        all.push(NewParty { person, seat: ctx.new_id::<CaseId>(), filed: false });
    }
    Ok(all)
}

/// 卷号: each committee counts its own from 1 every year; 人调字 is the people's mediation committee's alone (M-16).
fn file_number(
    tx: &mut Tx,
    ctx: &Ctx,
    region: &str,
    committee: &domain::organisation::Org,
    org_type: OrgType,
) -> Result<Text<60>, Error> {
    let (word, year) = (if org_type == OrgType::People { "人调字" } else { "调字" }, ctx.today().year());
    let seq = counter::next(tx, region, &format!("mediation/{}/{word}/{year}", committee.id))?;
    let code = committee.doc_code.as_ref().map_or_else(|| committee.called().to_owned(), ToString::to_string);
    Ok(Text::parse("file", &format!("（{year}）{code}{word}第{seq}号"))?)
}
