//! She asks: herself with number and code, by an agent who only delivers, or on paper at a window.

use domain::{
    access::{self, Action, Subject},
    actor::Actor,
    lifecycle::Recorded,
    petition::{self, Petition},
    review::{self, Involved, Level, Lodged, Request, Review, follow},
};
use jiff::civil::Date;
use kernel::{CaseId, ClaimId, Ctx, OrgId, Refusal, Text};
use store::Tx;

use super::organ;
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Birth, Deed, Loaded},
    petition::{Access, case_number},
};

/// What she asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequest {
    /// Which of the two.
    pub level: Level,
    /// Whom she chose.
    pub organ: OrgId,
    /// What she contests, and why.
    pub claims: Vec<(ClaimId, Text<2000>)>,
    /// Why it comes late, when it does.
    pub late_cause: Option<Text<1000>>,
    /// The day a letter was posted.
    pub posted_on: Option<Date>,
}

/// Asked by herself.
///
/// # Errors
/// `not-permitted`, and the rules of [`Review::request`].
pub fn ask(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access, new: &NewRequest) -> Result<Review, Error> {
    let loaded = matter::open_to_change::<Petition>(tx, access.case())?;
    let subject = Subject::Petitioner(access.case());
    let actor = access::permit_dynamic(&subject, Action::RequestReview, &loaded.row.facts)?.actor();
    file(tx, kit, ctx, actor, loaded, Lodged::Herself, new)
}

/// Delivered by her agent, or taken down at a window from her letter.
///
/// # Errors
/// As [`ask`].
pub fn ask_for(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    petition: CaseId,
    new: &NewRequest,
) -> Result<Review, Error> {
    let loaded = matter::open_to_change::<Petition>(tx, petition)?;
    let actor = access::permit_dynamic(subject, Action::AddMaterial, &loaded.row.facts)?.actor();
    let agent = loaded.state.agent.is_some() && loaded.state.agent == actor.user();
    let lodged = if agent { Lodged::ByAgent } else { Lodged::OnPaper };
    file(tx, kit, ctx, actor, loaded, lodged, new)
}

fn file(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    loaded: Loaded<Petition>,
    lodged: Lodged,
    new: &NewRequest,
) -> Result<Review, Error> {
    let (state, region) = (&loaded.state, loaded.row.region.clone());
    let earlier = earlier(tx, &region, state, new)?;
    let events: Vec<Recorded<petition::Fact>> = matter::history(tx, &region, state.id)?;
    let choices = organ::choices(tx, ctx, state, earlier.last(), new.level)?;
    let Involved { bodies, people } = review::involved(state, &events, &earlier, new.level);
    let chosen = choices.iter().find(|choice| choice.organ.id == new.organ);
    let none = || Refusal::rule("review-organ-unknown", "R-085", new.level.article()).on("organ");
    // With nothing to choose from, the rule says what to do instead.
    let (division, office) = match chosen {
        Some(choice) => (choice.organ.division.clone(), choice.office),
        None if choices.is_empty() => (state.division.clone(), new.organ),
        None => return Err(none().into()),
    };
    let request = Request {
        level: new.level,
        division: division.clone(),
        organ: new.organ,
        office,
        options: choices.iter().map(|choice| choice.organ.id).collect(),
        claims: new.claims.clone(),
        late_cause: new.late_cause.clone(),
        posted_on: new.posted_on,
        lodged,
        involved: people,
        bodies,
    };
    let terms = kit.terms(&division, ctx.today());
    let (id, number): (CaseId, _) = (ctx.new_id(), case_number(tx, &state.division, ctx.today())?);
    let event = Review::request(state, request, id, number, &terms.env(ctx, actor))?;
    let fact = event.fact.clone();
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    let review = matter::begin::<Review>(tx, &region, id, event, deed, Birth::default())?;
    if let Some(note) = follow::what_follows(&review, &fact) {
        matter::carry_out(tx, kit, ctx, actor, loaded, &note)?;
    }
    Ok(review)
}

/// The reviews before a recheck of these claims.
fn earlier(tx: &mut Tx, region: &str, petition: &Petition, new: &NewRequest) -> Result<Vec<Review>, Error> {
    let mut found = vec![];
    if new.level == Level::Review {
        return Ok(found);
    }
    let mut ids: Vec<CaseId> = vec![];
    for (claim, _) in &new.claims {
        ids.extend(petition.contests.last_of(*claim).map(|contest| contest.review).filter(|id| !ids.contains(id)));
    }
    for id in ids {
        found.extend(matter::load::<Review>(tx, region, id)?.map(|loaded| loaded.state));
    }
    Ok(found)
}
