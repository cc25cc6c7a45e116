//! Opening a campaign and ending it, on record.

use domain::{
    access::{Permit, actions::RunCampaign},
    campaign::{Campaign, CampaignPlan, Gathers},
    dispatch::CategoryTree,
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Refusal, Text};
use serde_json::json;
use store::{Tx, params};
use uuid::Uuid;

use super::list::get;
use crate::{
    error::{Collect, Error},
    kit::Kit,
    organisation, reference,
};

/// A campaign as it is written.
#[derive(Debug, Clone, Default)]
pub struct CampaignForm {
    /// For which division.
    pub division: String,
    /// What people call it.
    pub name: String,
    /// Which matters: the name of a [`Gathers`].
    pub gathers: String,
    /// A category path or the beginning of one; empty: anything.
    pub category: String,
    /// At least so many days old; empty: any age.
    pub min_days: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

impl CampaignForm {
    /// Reads the form; `tree` holds the categories of the place.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self, tree: &CategoryTree, today: Date) -> Result<Campaign, Error> {
        let mut errors = Collect::default();
        let division = errors.take(DivisionCode::parse(&self.division).map_err(|refusal| refusal.on("division")));
        let name = errors.take(Text::parse("name", &self.name));
        let gathers = Gathers::parse(self.gathers.trim()).ok_or_else(|| Refusal::invalid("gathers", "choose-one"));
        let gathers = errors.take(gathers);
        let category = errors.take(self.category(tree));
        let min_days = errors.take(self.min_days());
        let day = |field: &str, text: &str| text.trim().parse::<Date>().map_err(|_| Refusal::invalid(field, "date"));
        let first = errors.take(day("first", &self.first));
        let last = errors.take(day("last", &self.last));
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        let (first, last) = (first.ok_or_else(missing)?, last.ok_or_else(missing)?);
        let span = last.since(first).map_or(0, |span| span.get_days()) + 1;
        let days = u32::try_from(span).map_err(|_| Refusal::invalid("last", "campaign-order"))?;
        if days == 0 {
            return Err(Refusal::invalid("last", "campaign-order").into());
        }
        let campaign = Campaign {
            division: division.ok_or_else(missing)?,
            plan: CampaignPlan {
                name: name.ok_or_else(missing)?,
                gathers: gathers.ok_or_else(missing)?,
                category: category.ok_or_else(missing)?,
                min_days: min_days.ok_or_else(missing)?,
                days,
            },
            first,
        };
        campaign.validate(today).map_err(|refusal| match refusal.field.as_str() {
            // The form asks for the last day where a plan gives a number of days.
            "days" | "first" => refusal.on("last"),
            _ => refusal,
        })?;
        Ok(campaign)
    }

    fn category(&self, tree: &CategoryTree) -> Result<Option<Text<120>>, Refusal> {
        let path = self.category.trim();
        let below = format!("{path}/");
        let known =
            |one: &domain::dispatch::Category| one.path.as_str() == path || one.path.as_str().starts_with(&below);
        if path.is_empty() {
            return Ok(None);
        }
        if !tree.categories.iter().any(known) {
            return Err(Refusal::invalid("category", "catalogue-category").with("category", path));
        }
        Text::parse_optional("category", path)
    }

    fn min_days(&self) -> Result<Option<u32>, Refusal> {
        let text = self.min_days.trim();
        let wrong = || Refusal::invalid("min_days", "campaign-age").with("max", Campaign::OLDEST_DAYS);
        if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| wrong()) }
    }
}

/// Opens a campaign.
///
/// # Errors
/// `not-permitted` outside the permit's division.
pub fn open(tx: &mut Tx, ctx: &Ctx, permit: &Permit<RunCampaign>, campaign: &Campaign) -> Result<Uuid, Error> {
    permit.within(&campaign.division)?;
    campaign.validate(ctx.today())?;
    let (id, region): (Uuid, String) = (ctx.new_id::<kernel::JobId>().0, campaign.division.region());
    let body = serde_json::to_string(campaign).map_err(|error| kernel::Fault::inconsistent("campaign", error))?;
    let sql = "INSERT INTO campaign (region, id, division, first_day, last_day, body, opened_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let row = params![&region, id, &campaign.division, campaign.first, campaign.last(), &body, ctx.now()];
    tx.execute(sql, row)?;
    let what = json!({ "kind": "campaign", "key": format!("{} {}", campaign.division, campaign.plan.name), "id": id,
        "campaign": campaign });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "campaign-opened", &what)?;
    Ok(id)
}

/// Ends a campaign before its last day. What it gathered stays to be looked at, as it stood then.
///
/// # Errors
/// `not-permitted`, `campaign-unknown`, `campaign-ended`.
pub fn end(tx: &mut Tx, ctx: &Ctx, permit: &Permit<RunCampaign>, id: Uuid) -> Result<(), Error> {
    let known = get(tx, id)?.ok_or_else(|| Refusal::invalid("campaign", "campaign-unknown"))?;
    permit.within(&known.campaign.division)?;
    if known.is_over(ctx.now()) {
        return Err(Refusal::rule("campaign-ended", "", "").into());
    }
    let region = known.campaign.division.region();
    let sql = "UPDATE campaign SET ended_at = $3 WHERE region = $1 AND id = $2 AND ended_at IS NULL";
    tx.execute(sql, params![&region, id, ctx.now()])?;
    let what = json!({ "kind": "campaign", "key": format!("{} {}", known.campaign.division, known.campaign.plan.name),
        "id": id });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "campaign-ended", &what)
}

/// The plans that the practice of `place` holds on `day`.
#[must_use]
pub fn plans(kit: &Kit, place: &DivisionCode, day: Date) -> Vec<CampaignPlan> {
    kit.reference().practices.in_force(place, day).map(|practice| practice.campaigns.clone()).unwrap_or_default()
}
