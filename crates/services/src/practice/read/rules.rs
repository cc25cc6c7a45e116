//! The rules that hold as whole tables: `escalation.csv`, `supervision.csv`, `oversight.toml`, `rhythm.csv`, `targets.csv`,
//! `charge.csv`, `notices.toml` and `notices.csv`.

use domain::{
    advice::AdviceKind,
    cycle::{Cadence, CycleRules, Target},
    deadline::ClockRules,
    escalation::Redoing,
    leadership::{DutyRule, LeaderRules, Post, VisitKind, VisitRule},
    names::Keyed,
    notice::{Quiet, check_text},
    oversight::{EscalationRule, Oversight, RungRule, find_left_below},
    practice::{Assignment, Every},
};
use jiff::civil::Time;
use kernel::{Locale, Refusal, Text};
use serde::Deserialize;
use toml::Spanned;

use super::{
    Columns, Reader, Row, line_at,
    practice::{called, level, unknown},
};
use crate::{
    catalogue::split,
    practice::{Around, Hours, Pack, write_rules::AUTO},
};

fn number<T: std::str::FromStr>(field: &str, text: &str) -> Result<T, Refusal> {
    text.parse().map_err(|_| Refusal::invalid(field, "practice-number").with("text", text))
}

/// Several words of a closed list; at least one.
fn several<T: Keyed>(field: &str, text: &str, all: &[T]) -> Result<Vec<T>, Refusal> {
    let found = split(text).map(|one| called(field, one, all)).collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() { Err(unknown(field, "", all)) } else { Ok(found) }
}

/// Names of clocks, each one that there is.
fn clocks(text: &str, pack: &Pack) -> Result<Vec<String>, Refusal> {
    let national = ClockRules::national().for_case(&pack.about.division, pack.about.effective_from);
    let known = |id: &str| {
        let like = super::parts::nearest(id, &national);
        let unknown = || Refusal::invalid("clocks", "practice-clock-unknown").with("clock", id).with("like", like);
        national.get(id).map(|_| id.to_owned()).ok_or_else(unknown)
    };
    split(text).map(known).collect()
}

/// Whether the table with nothing but these rungs is sound; says the first thing that is not.
fn alone(rungs: Vec<RungRule>) -> Result<(), Refusal> {
    let table = Oversight { escalation: vec![], rungs, ..Oversight::shipped().clone() };
    let json = serde_json::to_string(&table).unwrap_or_default();
    Oversight::parse(&json)
        .map(drop)
        .map_err(|refusals| refusals.into_iter().next().unwrap_or_else(Refusal::not_permitted))
}

fn twice(field: &str, what: impl std::fmt::Display) -> Refusal {
    Refusal::invalid(field, "practice-twice").with("what", what)
}

pub(in crate::practice) const ESCALATION: Columns = &[
    &["名称", "id"],
    &["为什么", "trigger"],
    &["哪些件", "kinds"],
    &["哪几级", "levels"],
    &["满多少", "threshold"],
    &["期限", "clocks"],
    &["上几级", "up"],
    &["交给", "to"],
];

/// `escalation.csv`.
pub(in crate::practice) fn escalation(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "escalation.csv";
    let mut last_find = 0;
    for row in reader.rows(FILE, ESCALATION, 8) {
        let rule = rise(&row, pack).and_then(|rule| {
            rule.validate()?;
            let known = pack.rules.escalation.iter().any(|one| one.id == rule.id);
            if known { Err(twice("id", &rule.id)) } else { Ok(rule) }
        });
        let rule = reader.take(FILE, row.line, rule);
        if rule.as_ref().is_some_and(|rule| rule.kinds.contains(&domain::case::CaseKind::Find)) {
            last_find = row.line;
        }
        pack.rules.escalation.extend(rule);
    }
    if let Some(level) = find_left_below(&pack.rules.escalation) {
        let level = format!("org-level-{}", level.name().to_lowercase());
        reader.wrong(FILE, last_find, Refusal::invalid("levels", "oversight-find-left").with("level", level));
    }
}

fn rise(row: &Row, pack: &Pack) -> Result<EscalationRule, Refusal> {
    let levels = split(row.cell("levels")).map(level).collect::<Result<Vec<_>, _>>()?;
    if levels.is_empty() {
        return Err(Refusal::invalid("levels", "catalogue-level").with("text", ""));
    }
    Ok(EscalationRule {
        id: Text::parse("id", row.cell("id"))?,
        trigger: called("trigger", row.cell("trigger"), domain::escalation::Trigger::ALL)?,
        kinds: several("kinds", row.cell("kinds"), domain::case::CaseKind::ALL)?,
        levels,
        threshold: number("threshold", row.cell("threshold"))?,
        clocks: clocks(row.cell("clocks"), pack)?,
        target: domain::oversight::Target {
            up: number("up", row.cell("up"))?,
            kinds: several("to", row.cell("to"), domain::organisation::OrgKind::ALL)?,
        },
    })
}

pub(in crate::practice) const RUNGS: Columns = &[
    &["名称", "id"],
    &["发什么", "rung"],
    &["什么时候", "when"],
    &["多少", "count"],
    &["哪些件", "kinds"],
    &["期限", "clocks"],
    &["几天回话", "reply_days"],
    &["事由", "ground"],
    &["谁发", "auto"],
];

/// `supervision.csv`.
pub(in crate::practice) fn rungs(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "supervision.csv";
    for row in reader.rows(FILE, RUNGS, 9) {
        let rule = rung(&row, pack).and_then(|rule| {
            alone(vec![rule.clone()])?;
            let known = pack.rules.rungs.iter().any(|one| one.id == rule.id);
            if known { Err(twice("id", &rule.id)) } else { Ok(rule) }
        });
        pack.rules.rungs.extend(reader.take(FILE, row.line, rule));
    }
}

fn rung(row: &Row, pack: &Pack) -> Result<RungRule, Refusal> {
    let days = row.cell("reply_days");
    let reply_days = if days.is_empty() { None } else { Some(number("reply_days", days)?) };
    let auto = row.cell("auto");
    let auto = AUTO.iter().position(|one| *one == auto).map(|at| at == 0).ok_or_else(|| {
        let refusal = Refusal::invalid("auto", "practice-word-unknown").with("text", auto);
        refusal.with("known", AUTO.join("、"))
    })?;
    Ok(RungRule {
        id: Text::parse("id", row.cell("id"))?,
        rung: called("rung", row.cell("rung"), domain::supervision::RungKind::ALL)?,
        when: called("when", row.cell("when"), domain::oversight::When::ALL)?,
        count: number("count", row.cell("count"))?,
        kinds: several("kinds", row.cell("kinds"), domain::case::CaseKind::ALL)?,
        clocks: clocks(row.cell("clocks"), pack)?,
        reply_days,
        ground: called("ground", row.cell("ground"), domain::supervision::Ground::ALL)?,
        auto,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AroundFile {
    redoings: Option<Vec<Spanned<String>>>,
    verifiers: Option<Spanned<u32>>,
    improve_work_days: Option<Spanned<u32>>,
    improve_policy_days: Option<Spanned<u32>>,
    accountability_days: Option<Spanned<u32>>,
}

/// `oversight.toml`.
pub(in crate::practice) fn around(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "oversight.toml";
    let text = reader.text(FILE).unwrap_or_default().to_owned();
    let Some(file) = reader.toml::<AroundFile>(FILE) else { return };
    let mut around = Around::shipped();
    if let Some(redoings) = &file.redoings {
        around.redoings.clear();
        for one in redoings {
            let line = line_at(&text, one.span().start);
            around.redoings.extend(reader.take(FILE, line, called("redoings", one.get_ref(), Redoing::ALL)));
        }
    }
    if let Some(verifiers) = &file.verifiers {
        around.verifiers = *verifiers.get_ref();
        if around.verifiers < 2 {
            let line = line_at(&text, verifiers.span().start);
            reader.wrong(FILE, line, Refusal::rule("oversight-verifiers", "6.1", "").on("verifiers"));
        }
    }
    for (kind, own) in [
        (AdviceKind::ImproveWork, &file.improve_work_days),
        (AdviceKind::ImprovePolicy, &file.improve_policy_days),
        (AdviceKind::Accountability, &file.accountability_days),
    ] {
        let Some(own) = own else { continue };
        if *own.get_ref() == 0 {
            let line = line_at(&text, own.span().start);
            reader.wrong(FILE, line, Refusal::invalid("days", "practice-days").with("text", 0));
        }
        around.advice_days.retain(|(known, _)| *known != kind);
        around.advice_days.push((kind, *own.get_ref()));
    }
    around.advice_days.sort();
    pack.rules.around = Some(around);
}

pub(in crate::practice) const RHYTHM: Columns = &[&["层级", "level"], &["多久看一次", "cadence"]];

/// `rhythm.csv`.
pub(in crate::practice) fn rhythm(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "rhythm.csv";
    for row in reader.rows(FILE, RHYTHM, 2) {
        let own = level(row.cell("level")).and_then(|own| Ok((own, cadence(row.cell("cadence"))?)));
        let own = own.and_then(|(own, cadence)| {
            let known = pack.rules.cadences.contains_key(&own);
            if known { Err(twice("level", row.cell("level"))) } else { Ok((own, cadence)) }
        });
        pack.rules.cadences.extend(reader.take(FILE, row.line, own));
    }
}

/// 日报 or 每日.
fn cadence(text: &str) -> Result<Cadence, Refusal> {
    let every = |one: &Cadence| called("cadence", text, Every::ALL).is_ok_and(|every| every.name() == one.name());
    match Cadence::ALL.iter().copied().find(every) {
        Some(cadence) => Ok(cadence),
        None => called("cadence", text, Cadence::ALL),
    }
}

pub(in crate::practice) const TARGETS: Columns = &[&["名称", "name"], &["到哪一步", "reached"], &["小时", "hours"]];

/// `targets.csv`.
pub(in crate::practice) fn targets(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "targets.csv";
    for row in reader.rows(FILE, TARGETS, 3) {
        let target = target(&row).and_then(|target| {
            let mut targets = pack.rules.targets.clone();
            targets.push(target.clone());
            sound(CycleRules { targets, ..CycleRules::shipped() }.check()).map(|()| target)
        });
        pack.rules.targets.extend(reader.take(FILE, row.line, target));
    }
}

fn target(row: &Row) -> Result<Target, Refusal> {
    Ok(Target {
        name: Text::parse("name", row.cell("name"))?,
        reached: called("reached", row.cell("reached"), domain::cycle::Reached::ALL)?,
        hours: number("hours", row.cell("hours"))?,
    })
}

/// The last of what is wrong, which is what this row brought.
fn sound(checked: Result<(), Vec<Refusal>>) -> Result<(), Refusal> {
    checked.map_err(|mut refusals| refusals.pop().unwrap_or_else(Refusal::not_permitted))
}

pub(in crate::practice) const CHARGE: Columns = &[&["谁", "post"], &["职责", "name"], &["天数", "days"]];

/// `charge.csv`.
pub(in crate::practice) fn charge(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "charge.csv";
    for row in reader.rows(FILE, CHARGE, 3) {
        let duty = duty(&row);
        pack.rules.charge.extend(reader.take(FILE, row.line, duty));
    }
}

pub(in crate::practice) const VISITS: Columns = &[&["层级", "level"], &["哪一访", "kind"], &["几天至少一次", "days"]];

/// `visits.csv`.
pub(in crate::practice) fn visits(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "visits.csv";
    for row in reader.rows(FILE, VISITS, 3) {
        let rule = visit(&row).and_then(|rule| {
            let mut visits = pack.rules.visits.clone();
            visits.push(rule);
            sound(LeaderRules { visits, ..LeaderRules::shipped() }.check()).map(|()| rule)
        });
        pack.rules.visits.extend(reader.take(FILE, row.line, rule));
    }
}

fn visit(row: &Row) -> Result<VisitRule, Refusal> {
    let level = level(row.cell("level"))?;
    let kind = called("kind", row.cell("kind"), VisitKind::ALL)?;
    Ok(VisitRule { level, kind, days: number("days", row.cell("days"))? })
}

fn duty(row: &Row) -> Result<(Post, DutyRule), Refusal> {
    let post = called("post", row.cell("post"), Post::ALL)?;
    let rule = DutyRule { name: Text::parse("name", row.cell("name"))?, days: number("days", row.cell("days"))? };
    sound(LeaderRules { leader: vec![rule.clone()], ..LeaderRules::shipped() }.check())?;
    // A delegate who takes a matter up promises no more than the law gives the unit (3.5, article 34).
    if post == Post::Delegate && u32::from(rule.days) > Assignment::CLOSE_MOST {
        let refusal = Refusal::rule("practice-assignment-beyond-law", "3.5", "A34").on("days");
        return Err(refusal.with("days", rule.days).with("max", Assignment::CLOSE_MOST));
    }
    Ok((post, rule))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoursFile {
    quiet_from: Option<Spanned<String>>,
    quiet_until: Option<Spanned<String>>,
    quiet_rest: Option<Spanned<String>>,
    rest_days_quiet: Option<bool>,
    urgent: Option<Vec<Spanned<String>>>,
    give_up_hours: Option<Spanned<u16>>,
    stuck_minutes: Option<Spanned<u16>>,
}

/// `notices.toml`.
pub(in crate::practice) fn hours(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "notices.toml";
    let text = reader.text(FILE).unwrap_or_default().to_owned();
    let Some(file) = reader.toml::<HoursFile>(FILE) else { return };
    let mut hours = Hours::shipped();
    let line = |at: std::ops::Range<usize>| line_at(&text, at.start);
    let Quiet { from, until, until_on_rest_days, .. } = &mut hours.quiet;
    for (name, own, held) in [
        ("quiet_from", &file.quiet_from, from),
        ("quiet_until", &file.quiet_until, until),
        ("quiet_rest", &file.quiet_rest, until_on_rest_days),
    ] {
        let Some(own) = own else { continue };
        let time = own.get_ref().parse::<Time>().map_err(|_| Refusal::invalid(name, "notice-hour"));
        *held = reader.take(FILE, line(own.span()), time).unwrap_or(*held);
    }
    if let Some(urgent) = &file.urgent {
        let words = urgent.iter().filter_map(|one| {
            let why = called("urgent", one.get_ref(), domain::notice::Purpose::ALL);
            reader.take(FILE, line(one.span()), why)
        });
        hours.quiet.urgent = words.collect();
    }
    hours.quiet.rest_days_whole = file.rest_days_quiet.unwrap_or(hours.quiet.rest_days_whole);
    hours.give_up_hours = file.give_up_hours.as_ref().map_or(hours.give_up_hours, |own| *own.get_ref());
    hours.stuck_minutes = file.stuck_minutes.as_ref().map_or(hours.stuck_minutes, |own| *own.get_ref());
    pack.rules.hours = Some(hours);
    // As a whole: the evening lies behind the morning, patience lies within its bounds.
    for refusal in pack.rules.notices(pack.about.effective_from).check().err().unwrap_or_default() {
        let at = match refusal.field.as_str() {
            "give_up_hours" => file.give_up_hours.as_ref().map(Spanned::span),
            "stuck_minutes" => file.stuck_minutes.as_ref().map(Spanned::span),
            _ => file.quiet_from.as_ref().map(Spanned::span),
        };
        reader.wrong(FILE, at.map_or(0, line), refusal);
    }
}

const SENTENCES: &[&[&str]] = &[&["语言", "language"], &["什么事", "purpose"], &["怎么说", "text"]];

/// `notices.csv`.
pub(in crate::practice) fn sentences(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "notices.csv";
    for row in reader.rows(FILE, SENTENCES, 3) {
        let (language, text) = (row.cell("language"), row.cell("text").to_owned());
        let locale = match language {
            "中文" | "汉语" => Some(Locale::Zh),
            "英文" | "English" => Some(Locale::En),
            tag => Locale::of_tag(tag),
        };
        let locale = locale.ok_or_else(|| Refusal::invalid("language", "notice-language").with("language", language));
        let sentence = locale.and_then(|locale| {
            let purpose = called("purpose", row.cell("purpose"), domain::notice::Purpose::ALL)?;
            check_text(purpose, &text).map_err(|refusal| refusal.on("text"))?;
            let key = (locale.tag().to_owned(), purpose);
            if pack.rules.sentences.contains_key(&key) {
                return Err(twice("purpose", row.cell("purpose")));
            }
            Ok((key, text))
        });
        pack.rules.sentences.extend(reader.take(FILE, row.line, sentence));
    }
}
