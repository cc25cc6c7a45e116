//! What the petitioner sees with number and code: who has it, until when, what she can do; then everything else.

use domain::{
    access::Subject,
    case::{Claim, Rating, Resolution},
    deadline::Derivation,
    petition::{Petition, Stage},
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseNumber, Ctx, OrgId};
use store::Tx;

use super::{
    follow::{self, Access},
    register::{Promise, promises},
};
use crate::{
    error::Error,
    kit::Kit,
    mandate::{self, AgencyView},
    matter::{self, View},
    organisation,
    timeline::{self, Item, Names},
};

/// One claim on her page.
#[derive(Debug, Clone)]
pub struct TrackClaim {
    /// The claim, answer included once it is served.
    pub claim: Claim,
    /// Answers are shown once they reached her.
    pub answered: bool,
}

/// Everything her page says.
#[derive(Debug, Clone)]
pub struct TrackView {
    /// Number.
    pub number: CaseNumber,
    /// One line.
    pub title: String,
    /// What she wrote.
    pub facts: String,
    /// The procedure axis.
    pub stage: Stage,
    /// The substance axis.
    pub resolution: Resolution,
    /// Claim by claim.
    pub claims: Vec<TrackClaim>,
    /// Whose turn it is: who has to act now.
    pub holder: OrgId,
    /// The unit with power, once it has or had the matter.
    pub unit: Option<OrgId>,
    /// Who registered it.
    pub bureau: OrgId,
    /// Names of all organisations the page speaks of.
    pub names: Names,
    /// Contacts of the holder: telephone, address, hours.
    pub holder_phone: Option<String>,
    /// When it was received.
    pub received_at: Timestamp,
    /// Whole days since it was received; never reset.
    pub days: i64,
    /// How often it changed hands.
    pub hops: usize,
    /// What is promised until when.
    pub promises: Vec<Promise>,
    /// The most urgent promise, with its reasons.
    pub next: Option<(String, Derivation)>,
    /// The public record, newest first.
    pub timeline: Vec<Item>,
    /// Who looked, newest first.
    pub views: Vec<View>,
    /// Her rating of the bureau.
    pub bureau_rating: Option<Rating>,
    /// Her rating of the unit.
    pub unit_rating: Option<Rating>,
    /// The last day on which ratings may be changed, once given.
    pub rating_until: Option<Date>,
    /// Who acts for her, and what stands against it.
    pub agency: AgencyView,
    /// What she can do now.
    pub allowed: Vec<matter::Possible<Petition>>,
    /// The version her forms carry.
    pub version: i64,
    /// Her name, masked, so that she knows it is hers.
    pub name: String,
    /// The state, for what else a page needs.
    pub state: Petition,
}

/// Her page.
///
/// # Errors
/// `not-permitted` when the case does not exist (any more).
pub fn track(tx: &mut Tx, kit: &Kit, ctx: &Ctx, access: &Access) -> Result<TrackView, Error> {
    let loaded = follow::load(tx, access)?;
    let state = &loaded.state;
    let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
    let views = matter::views(tx, access.region(), state.id, 50)?;
    let mut orgs = timeline::orgs_in_petition(state);
    orgs.extend(views.iter().map(|view| view.org));
    let names = organisation::called(tx, orgs)?;
    let events = matter::history::<domain::petition::Fact>(tx, access.region(), state.id)?;
    let promised = promises(state, &terms);
    let next = promised
        .iter()
        .filter(|promise| is_owed_to_her(&promise.def, &terms))
        .min_by_key(|promise| promise.derivation.due_at)
        .map(|promise| (promise.def.clone(), promise.derivation.clone()));
    let served = state.served().is_some();
    let claims = state.live_claims().map(|claim| shown(claim, state.has_reached_her(claim))).collect();
    let first_rated = [&state.bureau_rating, &state.unit_rating];
    let first_rated = first_rated.into_iter().flatten().map(|rating| rating.first_at).min();
    let subject = Subject::Petitioner(state.id);
    Ok(TrackView {
        number: state.number.clone(),
        title: state.title.to_string(),
        facts: state.facts.to_string(),
        stage: state.stage(),
        resolution: if served { state.resolution() } else { before_service(state) },
        claims,
        holder: state.turn(),
        unit: state.unit(),
        bureau: state.bureau,
        holder_phone: organisation::phone(tx, state.turn())?,
        timeline: timeline::of_petition(state, &events, &names, true),
        names,
        received_at: state.received_at,
        agency: mandate::agency(tx, state, ctx.now())?,
        days: days_between(state.received_at, ctx.now()),
        hops: state.hop_count(),
        promises: promised,
        next,
        views,
        bureau_rating: state.bureau_rating.clone(),
        unit_rating: state.unit_rating.clone(),
        rating_until: first_rated.map(|at| {
            kernel::beijing_date(at).saturating_add(jiff::Span::new().days(terms.settings().rating_change_days))
        }),
        allowed: matter::allowed(&loaded, &subject, &terms, ctx),
        version: loaded.row.version,
        name: super::masked(tx, &kit.keys, access.region(), state.petitioner)?.name,
        state: loaded.state,
    })
}

/// A clock that an office owes, not a right of hers.
fn is_owed_to_her(def: &str, terms: &crate::kit::Terms) -> bool {
    terms.clocks().get(def).is_some_and(domain::deadline::ClockDef::is_duty)
}

/// A claim as she may read it: the answer only once it was served, so that nothing is known before it counts.
fn shown(claim: &Claim, served: bool) -> TrackClaim {
    let mut claim = claim.clone();
    let answered = served && claim.answer.is_some();
    if !served && claim.answer.is_some() {
        claim.answer = None;
        claim.execution = domain::execution::Execution::default();
        if !matches!(claim.resolution, Resolution::ResolvedConfirmed | Resolution::Unresolved) {
            claim.resolution = Resolution::Unknown;
        }
    }
    TrackClaim { claim, answered }
}

fn before_service(state: &Petition) -> Resolution {
    Resolution::of_all(state.live_claims().map(|claim| shown(claim, false).claim.resolution))
}

/// Whole Beijing days from one moment to another.
pub(crate) fn days_between(from: Timestamp, to: Timestamp) -> i64 {
    let (from, to) = (kernel::beijing_date(from), kernel::beijing_date(to));
    (to - from).get_days().into()
}
