//! `/campaigns`: the campaigns of a place, whose matters and progress are counted from the record.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    access::{
        self,
        actions::{ReadCycle, RunCampaign},
    },
    campaign::Gathers,
    dispatch::CategoryTree,
};
use jiff::{Timestamp, civil::Date};
use kernel::{DivisionCode, Locale, Refusal};
use serde::Serialize;
use services::{
    campaign::{self, CampaignForm, Listed, Progress},
    cycle,
};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::{
    auth::Staff,
    body::{Sent, Words, body},
    headers::Lang,
    problem::Problem,
    state::Api,
    wire::Coded,
};

/// As many as a desk shows.
const MOST: u32 = 40;

/// A campaign with what became of its matters. Every number is counted when it is asked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CampaignBody {
    /// Its id.
    id: Uuid,
    /// What people call it.
    name: String,
    /// For which division.
    division: String,
    /// Which matters it gathers.
    gathers: Coded,
    /// A category or the beginning of one; none: anything.
    category: Option<String>,
    /// The first day.
    first: String,
    /// It is over.
    is_over: bool,
    /// Matters it gathers here.
    gathered: i64,
    /// Answered.
    answered: i64,
    /// The procedure has ended.
    ended: i64,
    /// The petitioner confirmed that it is solved.
    confirmed: i64,
    /// She said that it is not.
    unsolved: i64,
    /// Still open.
    open: i64,
    /// Open and past a date.
    overdue: i64,
}

/// Campaigns of a place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CampaignList {
    /// The one that ends last first.
    items: Vec<CampaignBody>,
}

fn shown(listed: &Listed, done: &Progress, now: Timestamp, locale: Locale) -> CampaignBody {
    let plan = &listed.campaign.plan;
    CampaignBody {
        id: listed.id,
        name: plan.name.to_string(),
        division: listed.campaign.division.to_string(),
        gathers: Coded::new(plan.gathers.name(), &plan.gathers.message(), locale),
        category: plan.category.as_ref().map(ToString::to_string),
        first: listed.campaign.first.to_string(),
        is_over: listed.is_over(now),
        gathered: done.gathered,
        answered: done.answered,
        ended: done.ended,
        confirmed: done.confirmed,
        unsolved: done.unsolved,
        open: done.open,
        overdue: done.overdue,
    }
}

/// The place whose campaigns are shown, for whoever may read its boards.
fn place(staff: &Staff) -> Result<DivisionCode, Refusal> {
    let own = cycle::place_of(&staff.subject).ok_or_else(Refusal::not_permitted)?;
    access::permit::<ReadCycle>(&staff.subject, &own).map(|_| own)
}

/// The campaigns of your place and of those around it.
#[utoipa::path(
    get,
    path = "/campaigns",
    operation_id = "list-campaigns",
    tag = "matters",
    security(("staff" = [])),
    responses((status = 200, description = "The campaigns.", body = CampaignList)),
)]
pub(crate) async fn list(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
) -> Result<Json<CampaignList>, Problem> {
    let own = place(&staff)?;
    let read = api.app.read(move |tx, _, ctx| {
        let mut items = vec![];
        for listed in campaign::list(tx, &own, MOST)? {
            let done = campaign::progress(tx, &listed, &own, ctx.now())?;
            items.push(shown(&listed, &done, ctx.now(), locale));
        }
        Ok(CampaignList { items })
    });
    Ok(Json(read.await?))
}

/// One campaign.
#[utoipa::path(
    get,
    path = "/campaigns/{id}",
    operation_id = "open-campaign",
    tag = "matters",
    params(("id" = Uuid, Path, description = "The campaign.")),
    security(("staff" = [])),
    responses((status = 200, description = "The campaign.", body = CampaignBody)),
)]
pub(crate) async fn open(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<CampaignBody>, Problem> {
    let (own, id): (DivisionCode, Uuid) = (place(&staff)?, id.parse().map_err(|_| Problem::hidden())?);
    let read = api.app.read(move |tx, _, ctx| {
        let listed = campaign::list(tx, &own, u32::from(u16::MAX))?.into_iter().find(|one| one.id == id);
        let listed = listed.ok_or_else(Refusal::not_permitted)?;
        let done = campaign::progress(tx, &listed, &own, ctx.now())?;
        Ok(shown(&listed, &done, ctx.now(), locale))
    });
    Ok(Json(read.await.map_err(|error| Problem::from(error).hide())?))
}

body! {
    /// A campaign to be opened.
    NewCampaign {
        /// For which division.
        division: String,
        /// What people call it.
        name: Words<60>,
        /// Which matters.
        gathers: Gathers,
        /// A category or the beginning of one; none: anything.
        category: Option<String>,
        /// At least so many days old; none: any age.
        min_days: Option<u32>,
        /// The first day.
        first: Date,
        /// The last day.
        last: Date,
    } => CampaignForm: CampaignForm {
        division,
        name: name.to_string(),
        gathers: gathers.name().to_owned(),
        category: category.unwrap_or_default(),
        min_days: min_days.map(|days| days.to_string()).unwrap_or_default(),
        first: first.to_string(),
        last: last.to_string(),
    }
}

/// That a campaign was opened or ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CampaignDone {
    /// Its id.
    id: Uuid,
}

/// Open a campaign.
#[utoipa::path(
    post,
    path = "/campaigns",
    operation_id = "open-new-campaign",
    tag = "commands",
    security(("staff" = [])),
    request_body = NewCampaign,
    responses((status = 201, description = "It is open.", body = CampaignDone)),
)]
pub(crate) async fn begin(
    State(api): State<Api>,
    staff: Staff,
    Sent(form): Sent<NewCampaign>,
) -> Result<(StatusCode, Json<CampaignDone>), Problem> {
    let done = api.app.write(move |tx, kit, ctx| {
        let place = DivisionCode::parse(&form.division).map_err(|refusal| refusal.on("division"))?;
        let permit = access::permit::<RunCampaign>(&staff.subject, &place)?;
        let tree = kit.reference().categories.in_force(&place, ctx.today());
        let tree = tree.map_or_else(|| CategoryTree::shipped().clone(), |tree| (*tree).clone());
        let campaign = form.parse(&tree, ctx.today())?;
        Ok(CampaignDone { id: campaign::open(tx, ctx, &permit, &campaign)? })
    });
    Ok((StatusCode::CREATED, Json(done.await?)))
}

/// End a campaign early. Its matters stay as they are.
#[utoipa::path(
    post,
    path = "/campaigns/{id}/end",
    operation_id = "end-campaign",
    tag = "commands",
    params(("id" = Uuid, Path, description = "The campaign.")),
    security(("staff" = [])),
    responses((status = 200, description = "It is over.", body = CampaignDone)),
)]
pub(crate) async fn end(
    State(api): State<Api>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<CampaignDone>, Problem> {
    let id: Uuid = id.parse().map_err(|_| Problem::hidden())?;
    let done = api.app.write(move |tx, _, ctx| {
        let listed = campaign::get(tx, id)?.ok_or_else(Refusal::not_permitted)?;
        let permit = access::permit::<RunCampaign>(&staff.subject, &listed.campaign.division)?;
        campaign::end(tx, ctx, &permit, id)?;
        Ok(CampaignDone { id })
    });
    Ok(Json(done.await.map_err(|error| Problem::from(error).hide())?))
}
