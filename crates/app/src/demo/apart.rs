//! What stands beside the matters of the demo: a campaign that goes on, as the practice of the place has one, and errands that a
//! station handed to the service window.

use domain::{
    access::{self, actions},
    campaign::{Campaign, CampaignPlan, Gathers},
    people::Role,
};
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, DivisionCode, Text};
use services::{
    Error, campaign,
    errand::{self, ErrandForm},
};
use store::Store;

use super::{cast::Cast, place::Place};

/// So many days ago the campaign began.
const BEGAN: i64 = 40;

/// Errands: days ago, the name of the kind, what was done, the window, what else.
const ERRANDS: [(i64, &str, &str, &str, &str); 5] = [
    (2, "WELFARE", "DELIVERED", "政务服务中心 民政窗口", "还差一张户口页，下周三再来"),
    (5, "INSURANCE", "ACCOMPANIED", "政务服务中心 医保窗口", "异地就医备案"),
    (9, "CERTIFICATE", "TOLD", "政务服务中心 综合窗口", ""),
    (16, "UTILITIES", "DELIVERED", "供电所营业厅", "过户"),
    (23, "WELFARE", "DELIVERED", "便民服务中心 残联窗口", "换证"),
];

/// Opens a campaign at the bureau of the main county and notes errands at its station.
///
/// # Errors
/// When the database fails, or the sample lacks a post that this needs.
pub(super) fn make(store: &Store, place: &Place, cast: &Cast, now: Timestamp, seed: u64) -> Result<(), Error> {
    let county = DivisionCode::parse(place.main())?;
    if let Some(officer) =
        place.org(place.main(), "信访").and_then(|org| cast.subject(org, Role::BureauOfficer, 0, now))
    {
        let at = now - SignedDuration::from_hours(24 * BEGAN);
        let new = Campaign { division: county, plan: plan(place)?, first: kernel::beijing_date(at) };
        store.write_blocking(move |tx| -> Result<(), Error> {
            let permit = access::permit::<actions::RunCampaign>(&officer, &new.division)?;
            campaign::open(tx, &Ctx::seeded(at, seed ^ 0x53), &permit, &new).map(drop)
        })?;
    }
    let township = place.sample.main_township.clone();
    let station = place.org(township.as_str(), "代办站");
    let agent = station.and_then(|org| Some((org, cast.subject(org, Role::Agent, 0, now)?)));
    let Some((org, agent)) = agent else { return Ok(()) };
    store.write_blocking(move |tx| -> Result<(), Error> {
        for (n, (days, kind, handed, window, note)) in (0_u64..).zip(ERRANDS) {
            let ctx = Ctx::seeded(now - SignedDuration::from_hours(24 * days), seed ^ (0x5300 + n));
            let form = ErrandForm {
                division: township.to_string(),
                kind: kind.into(),
                handed: handed.into(),
                window: window.into(),
                note: note.into(),
            };
            let (division, new) = form.parse()?;
            let permit = access::permit::<actions::NoteErrand>(&agent, &division)?;
            errand::note(tx, &ctx, &permit, (&division, org), &new)?;
        }
        Ok(())
    })
}

/// The first one of the practice, else what is in hand and old.
fn plan(place: &Place) -> Result<CampaignPlan, Error> {
    let usual = || -> Result<CampaignPlan, Error> {
        let name = Text::parse("name", "积案攻坚")?;
        Ok(CampaignPlan { name, gathers: Gathers::InHand, category: None, min_days: Some(60), days: 100 })
    };
    place.pack.campaigns.first().cloned().map_or_else(usual, Ok)
}
