//! `pack.toml`, `clocks.toml` and `settings.toml`.

use domain::{
    deadline::{ClockDef, ClockRules, ClockSet, Confidence, Unit},
    settings::Settings,
};
use jiff::civil::Date;
use kernel::{DivisionCode, Refusal, Text};
use serde::Deserialize;
use serde_json::{Map, Value};
use toml::Spanned;

use super::{Reader, line_at};
use crate::practice::{About, ClockRow, Pack, section::ABOUT};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AboutFile {
    name: Spanned<String>,
    title: Spanned<String>,
    source: Spanned<String>,
    division: Spanned<String>,
    effective_from: Spanned<String>,
    #[serde(default)]
    contains: Vec<Spanned<String>>,
}

/// What the pack is; `None` when that cannot be read.
pub(super) fn about(reader: &mut Reader<'_>, folder: &str) -> Option<About> {
    if reader.text(ABOUT).is_none() {
        reader.wrong(ABOUT, 0, Refusal::invalid("file", "practice-file-missing").with("file", ABOUT));
        return None;
    }
    let file: AboutFile = reader.toml(ABOUT)?;
    let text = reader.text(ABOUT).unwrap_or_default().to_owned();
    let line = |at: &Spanned<String>| line_at(&text, at.span().start);
    if file.name.get_ref() != folder {
        let refusal =
            Refusal::invalid("name", "practice-name").with("name", file.name.get_ref()).with("folder", folder);
        reader.wrong(ABOUT, line(&file.name), refusal);
    }
    let day = file.effective_from.get_ref().parse::<Date>();
    let day = day.map_err(|_| Refusal::invalid("effective_from", "practice-day"));
    let division = DivisionCode::parse(file.division.get_ref());
    Some(About {
        name: reader.take(ABOUT, line(&file.name), Text::parse("name", file.name.get_ref()))?,
        title: reader.take(ABOUT, line(&file.title), Text::parse("title", file.title.get_ref()))?,
        source: reader.take(ABOUT, line(&file.source), Text::parse("source", file.source.get_ref()))?,
        division: reader.take(ABOUT, line(&file.division), division)?,
        effective_from: reader.take(ABOUT, line(&file.effective_from), day)?,
        contains: file
            .contains
            .iter()
            .filter_map(|one| reader.take(ABOUT, line(one), Text::parse("contains", one.get_ref())))
            .collect(),
    })
}

/// Stands in for a pack of which nobody knows yet what it is; never leaves the reader.
#[expect(clippy::expect_used, reason = "constant texts; every test reads a pack")]
pub(super) fn nameless() -> About {
    About {
        name: Text::parse("name", "?").expect("a text"),
        title: Text::parse("title", "?").expect("a text"),
        source: Text::parse("source", "?").expect("a text"),
        division: DivisionCode::parse("00").expect("a code"),
        effective_from: Date::MAX,
        contains: vec![],
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClocksFile {
    #[serde(default)]
    clock: Vec<ClockLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockLine {
    id: Spanned<String>,
    length: Spanned<i64>,
    unit: Option<Spanned<String>>,
    remind: Option<u32>,
    /// For people: where the report says so.
    #[expect(dead_code, reason = "a note of the pack's author")]
    source: Option<String>,
}

/// `clocks.toml`.
pub(in crate::practice) fn clocks(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "clocks.toml";
    let text = reader.text(FILE).unwrap_or_default().to_owned();
    let Some(file) = reader.toml::<ClocksFile>(FILE) else { return };
    let national = national(pack);
    for clock in &file.clock {
        let line = line_at(&text, clock.id.span().start);
        let row = row_of(clock, &national);
        let twice = pack.clocks.iter().any(|known| known.id == *clock.id.get_ref());
        let row = row.and_then(|row| if twice { Err(named("clock-twice", &row.id)) } else { Ok(row) });
        if let Some(row) = reader.take(FILE, line, row) {
            pack.clocks.push(row);
        }
    }
}

fn national(pack: &Pack) -> ClockSet {
    ClockRules::national().for_case(&pack.about.division, pack.about.effective_from)
}

fn named(code: &str, clock: &str) -> Refusal {
    Refusal::invalid("clock", code).with("clock", clock)
}

fn row_of(clock: &ClockLine, national: &ClockSet) -> Result<ClockRow, Refusal> {
    let id = clock.id.get_ref();
    let law =
        national.get(id).ok_or_else(|| named("practice-clock-unknown", id).with("like", nearest(id, national)))?;
    let unit = clock.unit.as_ref().map_or(Ok(law.unit), |unit| {
        let known = ["calendar_day", "workday", "hour", "month"].join("、");
        Unit::parse(unit.get_ref()).ok_or_else(|| named("practice-clock-unit", id).with("known", known))
    })?;
    let length = u32::try_from(*clock.length.get_ref()).ok().filter(|length| (1..=36_525).contains(length));
    let length = length.ok_or_else(|| named("clock-length-range", id).with("max", 36_525))?;
    let row = ClockRow { id: id.clone(), length, unit, remind: clock.remind };
    within_the_law(&row, law)?;
    Ok(row)
}

/// 3.5: 上限不得突破条例. A clock of the law keeps its unit and never gives an office more, or a person less. What goes before the
/// formal procedure counts against the fifteen days of article 22 as well, so no step of the agency is longer.
fn within_the_law(row: &ClockRow, law: &ClockDef) -> Result<(), Refusal> {
    let beyond = |code: &str, max: u32| {
        let mut refusal =
            named(code, &row.id).with("length", row.length).with("max", max).with("unit", law.unit.name());
        "3.5".clone_into(&mut refusal.rule);
        law.article.clone_into(&mut refusal.article);
        refusal
    };
    let Some(most) = law.length else { return Err(named("practice-clock-given", &row.id)) };
    if law.confidence == Confidence::V {
        if row.unit != law.unit {
            return Err(beyond("practice-clock-law-unit", most));
        }
        return match law.owed_by.is_right() {
            false if row.length > most => Err(beyond("practice-clock-beyond-law", most)),
            true if row.length < most => Err(beyond("practice-clock-shorter-right", most)),
            _ => Ok(()),
        };
    }
    let days = match row.unit {
        Unit::CalendarDay => row.length,
        // Five working days lie in seven, ten in a fortnight; holidays make it longer, never shorter.
        Unit::Workday => row.length.saturating_mul(7).div_ceil(5),
        Unit::Hour => row.length.div_ceil(24),
        Unit::Month => row.length.saturating_mul(31),
    };
    if row.id.starts_with("AGENCY_") && days > AGENCY_MOST {
        return Err(beyond("practice-clock-beyond-law", AGENCY_MOST));
    }
    Ok(())
}

/// Articles 22 and 23: after so many days the formal procedure has begun.
const AGENCY_MOST: u32 = 15;

/// The clock whose name is most like `id`: what was probably meant.
pub(super) fn nearest(id: &str, national: &ClockSet) -> String {
    let pairs = |text: &str| {
        let upper: Vec<char> = text.to_uppercase().chars().collect();
        upper.windows(2).map(|two| (two[0], two[1])).collect::<Vec<_>>()
    };
    let own = pairs(id);
    let alike = |other: &str| pairs(other).iter().filter(|pair| own.contains(pair)).count();
    national.iter().max_by_key(|def| alike(def.id.as_str())).map(|def| def.id.to_string()).unwrap_or_default()
}

/// `settings.toml`.
pub(in crate::practice) fn settings(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "settings.toml";
    let text = reader.text(FILE).unwrap_or_default().to_owned();
    let Some(given) = reader.toml::<Map<String, Value>>(FILE) else { return };
    let line = |name: &str| {
        let own = |line: &str| line.split('=').next().is_some_and(|key| key.trim() == name);
        text.lines().position(own).map_or(0, |at| at as u64 + 1)
    };
    let known = serde_json::to_value(Settings::default()).unwrap_or_default();
    for name in given.keys().filter(|name| known.get(name.as_str()).is_none()) {
        let all: Vec<&str> = known.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let refusal =
            Refusal::invalid(name, "practice-setting-unknown").with("name", name).with("known", all.join("、"));
        reader.wrong(FILE, line(name), refusal);
    }
    match serde_json::from_value::<Settings>(Value::Object(given.clone())).map(|settings| settings.check()) {
        Ok(Ok(())) => {}
        Ok(Err(refusals)) => {
            for refusal in refusals {
                reader.wrong(FILE, line(&refusal.field.clone()), refusal);
            }
        }
        Err(error) => reader.wrong(FILE, 0, Refusal::invalid("file", "settings-json").with("detail", error)),
    }
    pack.settings = given;
}
