//! The rules that hold as whole tables, written.

use std::fmt::Write as _;

use domain::names::Keyed;
use jiff::civil::Time;
use kernel::{DivisionCode, Locale, OrgLevel};

use super::{
    Around, Files, Hours, Pack,
    write::{keep, level, quoted, said, sheet},
};

/// The headings of `escalation.csv`.
pub(super) const ESCALATION: [&str; 8] = ["名称", "为什么", "哪些件", "哪几级", "满多少", "期限", "上几级", "交给"];
/// The headings of `supervision.csv`.
pub(super) const RUNGS: [&str; 9] =
    ["名称", "发什么", "什么时候", "多少", "哪些件", "期限", "几天回话", "事由", "谁发"];

/// Sent without anybody, or signed by somebody.
pub(super) const AUTO: [&str; 2] = ["自动", "人签"];

fn words<T: Keyed>(all: &[T]) -> String {
    // A word that has the separator in it would be read as two; its stable name has none.
    let word = |one: &T| Some(said(*one)).filter(|word| !word.contains('、')).unwrap_or_else(|| one.name().to_owned());
    all.iter().map(word).collect::<Vec<_>>().join("、")
}

fn levels(all: &[OrgLevel], place: &DivisionCode) -> String {
    all.iter().map(|one| level(*one, place)).collect::<Vec<_>>().join("、")
}

pub(super) fn escalation(pack: &Pack, files: &mut Files) {
    let cells = |rule: &domain::oversight::EscalationRule| {
        vec![
            rule.id.to_string(),
            said(rule.trigger),
            words(&rule.kinds),
            levels(&rule.levels, &pack.about.division),
            rule.threshold.to_string(),
            rule.clocks.join("、"),
            rule.target.up.to_string(),
            words(&rule.target.kinds),
        ]
    };
    sheet(files, "escalation.csv", &ESCALATION, pack.rules.escalation.iter().map(cells).collect());
}

pub(super) fn rungs(pack: &Pack, files: &mut Files) {
    let cells = |rule: &domain::oversight::RungRule| {
        vec![
            rule.id.to_string(),
            said(rule.rung),
            said(rule.when),
            rule.count.to_string(),
            words(&rule.kinds),
            rule.clocks.join("、"),
            rule.reply_days.map(|days| days.to_string()).unwrap_or_default(),
            said(rule.ground),
            AUTO[usize::from(!rule.auto)].to_owned(),
        ]
    };
    sheet(files, "supervision.csv", &RUNGS, pack.rules.rungs.iter().map(cells).collect());
}

pub(super) fn around(pack: &Pack, files: &mut Files) {
    let Some(Around { redoings, verifiers, advice_days }) = &pack.rules.around else { return };
    let redoings: Vec<String> = redoings.iter().map(|one| quoted(&said(*one))).collect();
    let mut text = format!("redoings = [{}]\nverifiers = {verifiers}\n", redoings.join(", "));
    for (kind, days) in advice_days {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}_days = {days}", kind.name().to_lowercase());
    }
    keep(files, "oversight.toml", text);
}

pub(super) fn rhythm(pack: &Pack, files: &mut Files) {
    let cells =
        |(own, cadence): (&OrgLevel, &domain::cycle::Cadence)| vec![level(*own, &pack.about.division), said(*cadence)];
    sheet(files, "rhythm.csv", &["层级", "多久看一次"], pack.rules.cadences.iter().map(cells).collect());
}

pub(super) fn targets(pack: &Pack, files: &mut Files) {
    let cells = |one: &domain::cycle::Target| vec![one.name.to_string(), said(one.reached), one.hours.to_string()];
    sheet(files, "targets.csv", &["名称", "到哪一步", "小时"], pack.rules.targets.iter().map(cells).collect());
}

pub(super) fn charge(pack: &Pack, files: &mut Files) {
    let rows =
        pack.rules.charge.iter().map(|(post, rule)| vec![said(*post), rule.name.to_string(), rule.days.to_string()]);
    sheet(files, "charge.csv", &["谁", "职责", "天数"], rows.collect());
}

pub(super) fn visits(pack: &Pack, files: &mut Files) {
    let cells = |one: &domain::leadership::VisitRule| {
        vec![level(one.level, &pack.about.division), said(one.kind), one.days.to_string()]
    };
    sheet(files, "visits.csv", &["层级", "哪一访", "几天至少一次"], pack.rules.visits.iter().map(cells).collect());
}

/// `21:00`.
fn hour(time: Time) -> String {
    quoted(&format!("{:02}:{:02}", time.hour(), time.minute()))
}

pub(super) fn hours(pack: &Pack, files: &mut Files) {
    let Some(Hours { quiet, give_up_hours, stuck_minutes }) = &pack.rules.hours else { return };
    let urgent: Vec<String> = quiet.urgent.iter().map(|one| quoted(&said(*one))).collect();
    let lines = [
        format!("quiet_from = {}", hour(quiet.from)),
        format!("quiet_until = {}", hour(quiet.until)),
        format!("quiet_rest = {}", hour(quiet.until_on_rest_days)),
        format!("rest_days_quiet = {}", quiet.rest_days_whole),
        format!("urgent = [{}]", urgent.join(", ")),
        format!("give_up_hours = {give_up_hours}"),
        format!("stuck_minutes = {stuck_minutes}\n"),
    ];
    keep(files, "notices.toml", lines.join("\n"));
}

/// A language as people call it in a sheet.
fn language(tag: &str) -> String {
    if tag == Locale::Zh.tag() { "中文".to_owned() } else { tag.to_owned() }
}

pub(super) fn sentences(pack: &Pack, files: &mut Files) {
    let rows = pack.rules.sentences.iter().map(|((tag, why), text)| vec![language(tag), said(*why), text.clone()]);
    sheet(files, "notices.csv", &["语言", "什么事", "怎么说"], rows.collect());
}
