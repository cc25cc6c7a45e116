//! Something is seen: a kind, a village, a day, and a few words that name nobody.

use domain::{
    access::{Permit, actions::ObserveFind},
    organisation::OrgKind,
    proactive::{Find, Observe, Signal, rules},
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, Ctx, DivisionCode, Fault, OrgId, OrgLevel, Refusal, Text, beijing_noon};
use store::{Tx, params};

use crate::{
    divisions,
    error::{Collect, Error},
    kit::Kit,
    matter::{self, Birth, Deed},
    organisation,
    petition::case_number,
};

/// A find as it is written.
#[derive(Debug, Clone, Default)]
pub struct FindForm {
    /// Where.
    pub division: String,
    /// The name of a [`Signal`].
    pub signal: String,
    /// On which day; today when empty.
    pub day: String,
    /// In a few words.
    pub text: String,
}

/// A find ready to be taken down.
#[derive(Debug, Clone)]
pub struct NewFind {
    /// Where.
    pub division: DivisionCode,
    /// What.
    pub signal: Signal,
    /// When.
    pub observed_at: Timestamp,
    /// In a few words.
    pub text: Text<500>,
}

impl FindForm {
    /// Reads the form; `now` is the moment it arrives.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self, now: Timestamp) -> Result<NewFind, Error> {
        let mut errors = Collect::default();
        let division = errors.take(DivisionCode::parse(&self.division).map_err(|refusal| refusal.on("division")));
        let signal = Signal::parse(self.signal.trim()).ok_or_else(|| Refusal::invalid("signal", "choose-one"));
        let signal = errors.take(signal);
        let text = Text::<500>::parse("text", &self.text).and_then(|text| {
            rules::no_number_of_a_person_stands_in_it(text.as_str())?;
            Ok(text)
        });
        let text = errors.take(text);
        let observed_at = errors.take(observed(&self.day, now));
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        Ok(NewFind {
            division: division.ok_or_else(missing)?,
            signal: signal.ok_or_else(missing)?,
            observed_at: observed_at.ok_or_else(missing)?,
            text: text.ok_or_else(missing)?,
        })
    }
}

/// Noon of the day; a day before this one's noon is now.
fn observed(day: &str, now: Timestamp) -> Result<Timestamp, Refusal> {
    match day.trim() {
        "" => Ok(now),
        text => {
            let day: Date = text.parse().map_err(|_| Refusal::invalid("day", "date"))?;
            Ok(if day == kernel::beijing_date(now) { now } else { beijing_noon(day) })
        }
    }
}

/// Takes it down. Nobody is named, nobody is told.
///
/// # Errors
/// `division-unknown`, `no-bureau`, `received-in-future`.
pub fn observe(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<ObserveFind>,
    new: &NewFind,
) -> Result<CaseId, Error> {
    permit.within(&new.division)?;
    if divisions::get(tx, &new.division)?.is_none() {
        return Err(Refusal::invalid("division", "division-unknown").into());
    }
    let ladder = ladder(tx, &new.division, ctx.today())?;
    let (id, region): (CaseId, String) = (ctx.new_id(), new.division.region());
    let number = case_number(tx, &new.division, ctx.today())?;
    let terms = kit.terms(&new.division, kernel::beijing_date(new.observed_at));
    let command = Observe {
        division: new.division.clone(),
        ladder,
        signal: new.signal,
        observed_at: new.observed_at,
        person: ctx.new_id(),
    };
    let actor = permit.actor();
    let event = Find::observe(command, id, number, &terms.env(ctx, actor))?;
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Find>(tx, &region, id, event, deed, Birth::default())?;
    let sealed = kit.keys.seal("find.text", id.0, new.text.as_str(), ctx)?;
    tx.execute("INSERT INTO find_text (region, case_id, text) VALUES ($1, $2, $3)", params![&region, id, sealed])?;
    Ok(id)
}

/// Who has it at village, township and county: the point, the station, the bureau; where one is missing, whoever is above.
fn ladder(tx: &mut Tx, division: &DivisionCode, day: Date) -> Result<Vec<OrgId>, Error> {
    let bureau = organisation::bureau_for(tx, &division.at(OrgLevel::County), day)?;
    let county = bureau.ok_or_else(|| Refusal::invalid("division", "no-bureau"))?.id;
    let at = |tx: &mut Tx, place: &DivisionCode, kind: OrgKind| -> Result<Option<OrgId>, Fault> {
        let sql = "SELECT id FROM org WHERE division = $1 AND kind = $2 AND active_from <= $3 \
                   AND (active_to IS NULL OR active_to > $3) ORDER BY name LIMIT 1";
        tx.query_opt(sql, params![place, kind.name(), day], |row| row.get(0))
    };
    let township = at(tx, &division.at(OrgLevel::Township), OrgKind::Station)?.unwrap_or(county);
    let village = at(tx, division, OrgKind::Point)?.unwrap_or(township);
    Ok(vec![village, township, county])
}
