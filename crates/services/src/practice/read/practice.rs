//! `vocabulary.csv`, `duties.csv`, `cycles.csv`, `assignments.csv` and `campaigns.csv`.

use domain::{
    campaign::{CampaignPlan, Gathers},
    names::Keyed,
    people::Role,
    practice::{Assignment, Cycle, Every, LevelDuty, Part, Term, Word},
};
use kernel::{Locale, OrgLevel, Refusal, Text};

use super::{Columns, Reader, Row};
use crate::{catalogue::level_of, practice::Pack};

const VOCABULARY: &[&[&str]] = &[&["标准词", "term"], &["说成", "said"], &["英文", "english"], &["出处", "source"]];

/// `vocabulary.csv`.
pub(in crate::practice) fn vocabulary(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "vocabulary.csv";
    for row in reader.rows(FILE, VOCABULARY, 2) {
        let Some(word) = reader.take(FILE, row.line, word(&row)) else { continue };
        if pack.words.iter().any(|known| known.term == word.term) {
            let what = word.term.message().say(Locale::Zh);
            reader.wrong(FILE, row.line, Refusal::invalid("term", "practice-twice").with("what", what));
        } else {
            pack.words.push(word);
        }
    }
}

fn word(row: &Row) -> Result<Word, Refusal> {
    let text = row.cell("term");
    let term = Term::called(text).ok_or_else(|| unknown("term", text, Term::ALL))?;
    let said = Text::parse("said", row.cell("said"))?;
    Ok(Word { term, said, english: Text::parse_optional("english", row.cell("english"))? })
}

/// A word of a closed list that nobody knows, with those there are.
pub(super) fn unknown<T: Keyed>(field: &str, text: &str, all: &[T]) -> Refusal {
    let known: Vec<String> = all.iter().map(|one| kernel::i18n::say(Locale::Zh, &one.key(), [])).collect();
    Refusal::invalid(field, "practice-word-unknown").with("text", text).with("known", known.join("、"))
}

/// A value by its name or by what people call it.
pub(super) fn called<T: Keyed>(field: &str, text: &str, all: &[T]) -> Result<T, Refusal> {
    let fits =
        |one: &&T| one.name().eq_ignore_ascii_case(text) || kernel::i18n::say(Locale::Zh, &one.key(), []) == text;
    all.iter().find(fits).copied().ok_or_else(|| unknown(field, text, all))
}

pub(super) fn level(text: &str) -> Result<OrgLevel, Refusal> {
    level_of(text).map_err(|refusal| refusal.on("level"))
}

pub(in crate::practice) const DUTIES: Columns =
    &[&["层级", "level"], &["角色", "part"], &["主体", "body"], &["第一责任人", "first"], &["做什么", "what"]];

/// `duties.csv`.
pub(in crate::practice) fn duties(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "duties.csv";
    for row in reader.rows(FILE, DUTIES, 5) {
        if let Some(duty) = reader.take(FILE, row.line, duty(&row)) {
            pack.duties.push(duty);
        }
    }
}

fn duty(row: &Row) -> Result<LevelDuty, Refusal> {
    Ok(LevelDuty {
        level: level(row.cell("level"))?,
        part: called("part", row.cell("part"), Part::ALL)?,
        body: Text::parse("body", row.cell("body"))?,
        first: Text::parse("first", row.cell("first"))?,
        what: Text::parse("what", row.cell("what"))?,
    })
}

pub(in crate::practice) const CYCLES: Columns =
    &[&["层级", "level"], &["周期", "every"], &["做什么", "what"], &["谁负责", "owner"]];

/// `cycles.csv`.
pub(in crate::practice) fn cycles(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "cycles.csv";
    for row in reader.rows(FILE, CYCLES, 4) {
        if let Some(cycle) = reader.take(FILE, row.line, cycle(&row)) {
            pack.cycles.push(cycle);
        }
    }
}

fn cycle(row: &Row) -> Result<Cycle, Refusal> {
    let grantable: Vec<Role> = Role::ALL.iter().copied().filter(|role| role.grantable()).collect();
    let owner = row.cell("owner");
    if owner.is_empty() {
        let known: Vec<String> = grantable.iter().map(|role| role.message().say(Locale::Zh)).collect();
        return Err(Refusal::invalid("owner", "practice-cycle-owner").with("known", known.join("、")));
    }
    Ok(Cycle {
        level: level(row.cell("level"))?,
        every: called("every", row.cell("every"), Every::ALL)?,
        what: Text::parse("what", row.cell("what"))?,
        owner: called("owner", owner, &grantable)?,
    })
}

pub(in crate::practice) const ASSIGNMENTS: Columns =
    &[&["名称", "name"], &["谁领办", "by"], &["响应天数", "respond"], &["办结天数", "close"]];

/// `assignments.csv`.
pub(in crate::practice) fn assignments(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "assignments.csv";
    for row in reader.rows(FILE, ASSIGNMENTS, 4) {
        if let Some(assignment) = reader.take(FILE, row.line, assignment(&row)) {
            pack.assignments.push(assignment);
        }
    }
}

fn assignment(row: &Row) -> Result<Assignment, Refusal> {
    Ok(Assignment {
        name: Text::parse("name", row.cell("name"))?,
        by: Text::parse("by", row.cell("by"))?,
        respond_days: days("respond", row.cell("respond"), Assignment::RESPOND_MOST, "A23")?,
        close_days: days("close", row.cell("close"), Assignment::CLOSE_MOST, "A34")?,
    })
}

pub(in crate::practice) const CAMPAIGNS: Columns =
    &[&["名称", "name"], &["看哪些", "gathers"], &["类别", "category"], &["满几天", "min_days"], &["办几天", "days"]];

/// `campaigns.csv`.
pub(in crate::practice) fn campaigns(reader: &mut Reader<'_>, pack: &mut Pack) {
    const FILE: &str = "campaigns.csv";
    for row in reader.rows(FILE, CAMPAIGNS, 5) {
        let plan = campaign(&row).and_then(|plan| plan.validate().map(|()| plan));
        let Some(plan) = reader.take(FILE, row.line, plan) else { continue };
        if pack.campaigns.iter().any(|known| known.name == plan.name) {
            reader.wrong(FILE, row.line, Refusal::invalid("name", "practice-twice").with("what", &plan.name));
        } else {
            pack.campaigns.push(plan);
        }
    }
}

fn campaign(row: &Row) -> Result<CampaignPlan, Refusal> {
    let number = |field: &str, text: &str| {
        text.parse::<u32>().map_err(|_| Refusal::invalid(field, "practice-number").with("text", text))
    };
    let age = row.cell("min_days");
    Ok(CampaignPlan {
        name: Text::parse("name", row.cell("name"))?,
        gathers: called("gathers", row.cell("gathers"), Gathers::ALL)?,
        category: Text::parse_optional("category", row.cell("category"))?,
        min_days: if age.is_empty() { None } else { Some(number("min_days", age)?) },
        days: number("days", row.cell("days"))?,
    })
}

/// A number of days that the law allows.
fn days(field: &str, text: &str, most: u32, article: &str) -> Result<u32, Refusal> {
    let days = text.parse::<u32>().ok().filter(|days| *days > 0);
    let days = days.ok_or_else(|| Refusal::invalid(field, "practice-days").with("text", text))?;
    if days <= most {
        return Ok(days);
    }
    let mut refusal = Refusal::rule("practice-assignment-beyond-law", "3.5", article).on(field);
    refusal = refusal.with("days", days).with("max", most);
    Err(refusal)
}
