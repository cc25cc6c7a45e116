//! The fields of each form.

use domain::cluster::{Cluster, CommandKind, Stage};
use jiff::civil::Date;

use super::page::Doing;
use crate::forms::{Field, Form};

/// A blank form with what is known: today, and the way that was returned.
pub(super) fn blank(form: Form, doing: Option<&Doing>, state: &Cluster, today: Date) -> Form {
    match doing.map(|doing| doing.kind) {
        Some(CommandKind::Answer) => form.filled("on", today.to_string()),
        // What was returned is mended, not written again.
        Some(CommandKind::ProposeWay) => match state.ways.last() {
            Some(way) => form
                .filled("findings", way.text.findings.as_str())
                .filled("handling", way.text.handling.as_str())
                .filled("basis", way.text.basis.as_str()),
            None => form,
        },
        Some(CommandKind::SetTeam) => {
            let form = form.filled("lead", state.founded.lead.to_string());
            state.founded.team.iter().fold(form, |form, unit| form.filled("team", unit.to_string()))
        }
        _ => form,
    }
}

/// The fields of a form. `units` are those that can be chosen in it.
pub(super) fn fields(kind: CommandKind, form: &Form, units: &[(String, String)]) -> Vec<Field> {
    match kind {
        CommandKind::AddMember => {
            vec![form.text("number", "clusters-number").hint("clusters-number-hint").complete("off")]
        }
        CommandKind::LinkAdvice => vec![form.text("number", "clusters-advice-number").complete("off")],
        CommandKind::RemoveMember => vec![form.area("reason", "clusters-reason").hint("clusters-reason-hers")],
        CommandKind::DropStep | CommandKind::ReturnWay | CommandKind::Reopen => {
            vec![form.area("reason", "clusters-reason")]
        }
        CommandKind::SetTeam => {
            vec![form.select("lead", "clusters-lead-unit").option("", "desk-choose").options(units)]
        }
        CommandKind::PutStep => vec![
            form.area("text", "clusters-step"),
            form.select("owner", "clusters-owner").option("", "desk-choose").options(units),
            form.date("due", "clusters-due"),
        ],
        CommandKind::Answer => vec![form.date("on", "leaders-on"), form.area("evidence", "leaders-evidence")],
        CommandKind::Return => {
            vec![form.area("reason", "clusters-return-reason"), form.date("due", "clusters-return-due")]
        }
        CommandKind::ProposeWay => vec![
            form.area("findings", "clusters-findings"),
            form.area("handling", "clusters-handling").hint("clusters-handling-hint"),
            form.area("basis", "clusters-basis"),
        ],
        CommandKind::Tell => vec![form.area("text", "clusters-tell").hint("clusters-tell-hint")],
        CommandKind::Close => vec![form.area("summary", "clusters-summary").hint("clusters-tell-hint")],
        _ => vec![],
    }
}

/// The forms that concern the cluster itself, in the order in which they are needed at a stage.
pub(super) fn own(stage: Stage) -> &'static [CommandKind] {
    use CommandKind as K;
    match stage {
        Stage::Closed => &[K::Reopen],
        Stage::Answering => &[K::Tell, K::Close, K::AddMember, K::PutStep, K::ProposeWay, K::LinkAdvice, K::SetTeam],
        _ => &[K::AddMember, K::PutStep, K::ProposeWay, K::Tell, K::LinkAdvice, K::SetTeam, K::Close],
    }
}
