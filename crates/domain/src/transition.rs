//! The table of a life cycle: command × from × to × who × clocks. Every kind of case has one of the same shape; buttons, API
//! text, manual and tests are produced from it.

use kernel::Locale;

use crate::{names, names::Keyed};

names! {
    /// Who may give a command, seen from the case.
    pub enum Who in "who" {
        /// 登记的信访部门
        Bureau = "BUREAU",
        /// 有权处理的单位
        Unit = "UNIT",
        /// 承办人
        Handler = "HANDLER",
        /// 审核人（不是起草人）
        Checker = "CHECKER",
        /// 单位负责人（不是承办人）
        UnitLeader = "UNIT_LEADER",
        /// 协办单位
        Assistant = "ASSISTANT",
        /// 共同上级
        Superior = "SUPERIOR",
        /// 收到报告的上级信访部门
        Receiver = "RECEIVER",
        /// 督办的部门
        Supervisor = "SUPERVISOR",
        /// 提级后牵头的一级
        Above = "ABOVE",
        /// 复查、复核的机关
        Reviewer = "REVIEWER",
        /// 原办理单位
        FirstUnit = "FIRST_UNIT",
        /// 信访人本人
        Petitioner = "PETITIONER",
        /// 信访人的代办员
        Agent = "AGENT",
        /// 发现的网格员
        Finder = "FINDER",
        /// 点长、站长
        Lead = "LEAD",
        /// 调解的一方
        Party = "PARTY",
        /// 调解员
        Mediator = "MEDIATOR",
        /// 调解组织
        Committee = "COMMITTEE",
        /// 密封专人
        Keeper = "KEEPER",
        /// 系统
        System = "SYSTEM",
    }
}

/// One row of the table of commands `C` over stages `S`.
#[derive(Debug, Clone, Copy)]
pub struct Transition<C: 'static, S: 'static> {
    /// What is asked.
    pub command: C,
    /// In which stages it may be asked.
    pub from: &'static [S],
    /// Where it can lead; the same stage means it only records.
    pub to: &'static [S],
    /// Who may ask.
    pub who: &'static [Who],
    /// Clocks it starts.
    pub starts: &'static [&'static str],
    /// Clocks it stops (an extension changes its clock, it does not stop it).
    pub stops: &'static [&'static str],
    /// The rule of rules.md.
    pub rule: &'static str,
    /// The article of the Regulation, where one stands behind the rule.
    pub article: &'static str,
    /// The person is told.
    pub told: bool,
}

/// Writes a row in one line: `row!(Accept, FROM => TO, WHO, +STARTS, -STOPS, "rule" "article", told)`. `K` is the name of the
/// commands where it is used.
macro_rules! row {
    ($command:ident, $from:expr => $to:expr, $who:expr, +$starts:expr, -$stops:expr, $rule:literal $article:literal, $told:literal) => {
        $crate::transition::Transition {
            command: K::$command,
            from: $from,
            to: $to,
            who: $who,
            starts: $starts,
            stops: $stops,
            rule: $rule,
            article: $article,
            told: $told,
        }
    };
}
pub(crate) use row;

/// The row of a command. Each table has a test that every command has exactly one, which keeps this total.
pub(crate) fn of<C: PartialEq + Copy, S>(table: &'static [Transition<C, S>], command: C) -> &'static Transition<C, S> {
    table.iter().find(|row| row.command == command).unwrap_or(&table[0])
}

/// The table in Markdown. `title` is a key of the locale files.
pub(crate) fn markdown<C: Keyed, S: Keyed + PartialEq>(
    locale: Locale,
    title: &str,
    table: &[Transition<C, S>],
) -> String {
    let word = |key: &str| kernel::i18n::say(locale, key, []);
    // Names of stages hold commas themselves.
    let comma = " · ";
    let stages = |stages: &[S]| stages.iter().map(|stage| word(&stage.key())).collect::<Vec<_>>().join(comma);
    let heads = ["command", "from", "to", "who", "starts", "stops", "rule", "article", "told"];
    let heads: Vec<String> = heads.iter().map(|head| word(&format!("table-{head}"))).collect();
    let mut lines = vec![
        format!("# {}", word(title)),
        String::new(),
        word("table-made"),
        String::new(),
        format!("| {} |", heads.join(" | ")),
        format!("|{}", "---|".repeat(heads.len())),
    ];
    for row in table {
        let cells = [
            word(&row.command.key()),
            stages(row.from),
            if row.from == row.to { word("table-same") } else { stages(row.to) },
            row.who.iter().map(|who| word(&who.key())).collect::<Vec<_>>().join(comma),
            row.starts.join(comma),
            row.stops.join(comma),
            row.rule.to_owned(),
            row.article.to_owned(),
            if row.told { word("table-yes") } else { String::new() },
        ];
        lines.push(format!("| {} |", cells.join(" | ")));
    }
    lines.join("\n") + "\n"
}
