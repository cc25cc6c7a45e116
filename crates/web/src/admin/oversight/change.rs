//! The numbers of the rules as a form: one group a rule, the day from which they hold, how many verify.

use domain::oversight::{EscalationRule, Oversight, RungRule, When};
use jiff::civil::Date;
use kernel::{Refusal, Text};

use super::{Group, Panel, counts, to_whom, where_it_holds};
use crate::{
    forms::{Field, Form, Reader},
    i18n::Say,
};

/// Beyond this many days or times a number is a slip of the pen.
const MOST: u32 = 366;

fn threshold(rule: &EscalationRule) -> String {
    format!("rise-{}", rule.id)
}

fn count(rule: &RungRule) -> String {
    format!("rung-{}", rule.id)
}

fn reply(rule: &RungRule) -> String {
    format!("reply-{}", rule.id)
}

/// Whether a rung counts anything before it begins.
fn counted(rule: &RungRule) -> bool {
    matches!(rule.when, When::DueWithin | When::Overdue | When::Reminded)
}

/// The form as the table stands, to hold from `day` on.
pub(super) fn filled(form: Form, table: &Oversight, day: Date) -> Form {
    let form = form.filled("from", day.to_string()).filled("verifiers", table.verifiers.to_string());
    let form =
        table.escalation.iter().fold(form, |form, rule| form.filled(&threshold(rule), rule.threshold.to_string()));
    table.rungs.iter().fold(form, |form, rule| {
        let form = form.filled(&count(rule), rule.count.to_string());
        form.filled(&reply(rule), rule.reply_days.map(|days| days.to_string()).unwrap_or_default())
    })
}

/// The form.
pub(super) fn panel(t: Say, form: &Form, table: &Oversight) -> Panel {
    let number = |name: &str, label: &str| -> Field { form.text(name, label).keyboard("numeric") };
    let whole = vec![form.date("from", "admin-oversight-since"), number("verifiers", "admin-oversight-verifiers")];
    let panel = Panel::post(form, "/admin/oversight", t, "admin-save").group(Group::of(whole).wide());
    let panel = table.escalation.iter().fold(panel, |panel, rule| {
        let label = if counts(rule.trigger) == "admin-oversight-days" {
            "admin-oversight-how-many-days"
        } else {
            "admin-oversight-how-many-times"
        };
        let said = format!("{} → {}", where_it_holds(t, rule), to_whom(t, rule));
        let group = Group::of(vec![number(&threshold(rule), label)]);
        panel.group(group.legend(t.message(&rule.trigger.message()).text()).hint(said))
    });
    table.rungs.iter().fold(panel, |panel, rule| {
        let mut fields = vec![];
        if counted(rule) {
            let label = if rule.when == When::Reminded {
                "admin-oversight-how-many-times"
            } else {
                "admin-oversight-how-many-days"
            };
            fields.push(number(&count(rule), label));
        }
        if rule.reply_days.is_some() {
            fields.push(number(&reply(rule), "admin-oversight-reply-days"));
        }
        if fields.is_empty() {
            return panel;
        }
        let group = Group::of(fields).wide().legend(t.message(&rule.rung.message()).text());
        panel.group(group.hint(t.message(&rule.when.message()).text()))
    })
}

/// The table with the numbers that were sent. A field that was not sent keeps its number.
pub(super) fn read(reader: &mut Reader<'_>, base: &Oversight, version: &str) -> Option<Oversight> {
    let mut table = base.clone();
    let from = reader.required("from", "date-expected", |field, text| {
        text.trim().parse::<Date>().map_err(|_| Refusal::invalid(field, "date-expected"))
    });
    let verifiers = number(reader, "verifiers");
    for rule in &mut table.escalation {
        rule.threshold = number(reader, &threshold(rule)).unwrap_or(rule.threshold);
    }
    for rule in &mut table.rungs {
        if counted(rule) {
            rule.count = number(reader, &count(rule)).unwrap_or(rule.count);
        }
        if rule.reply_days.is_some() {
            rule.reply_days = number(reader, &reply(rule)).or(rule.reply_days);
        }
    }
    table.effective_from = from?;
    table.verifiers = verifiers.unwrap_or(table.verifiers);
    table.version = Text::parse("version", version).ok()?;
    Some(table)
}

fn number(reader: &mut Reader<'_>, name: &str) -> Option<u32> {
    let range = |field: &str| Refusal::invalid(field, "setting-range").with("min", 0).with("max", MOST);
    reader.optional(name, |field, text| {
        text.trim().parse::<u32>().ok().filter(|number| *number <= MOST).ok_or_else(|| range(field))
    })
}
