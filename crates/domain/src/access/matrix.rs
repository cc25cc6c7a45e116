//! The whole permission matrix, printed: role × action × relation. Compared with `matrix.golden.txt`, so that nothing
//! about access changes without being seen in review; and in Markdown for the manual.

use std::fmt::Write as _;

use jiff::{Timestamp, civil::date};
use kernel::{CaseId, DivisionCode, OrgId, UserId};
use uuid::Uuid;

use super::{
    Action, Field, MatterFacts, On, StaffSubject, Subject, Target, check, fields::fields, forbid::FORBIDS, grants,
    system_may,
};
use crate::{
    case::CaseKind,
    people::{Role, RoleGrant},
};

const ME: UserId = UserId(Uuid::from_u128(1));
const SOMEBODY: UserId = UserId(Uuid::from_u128(2));
const MY_ORG: OrgId = OrgId(Uuid::from_u128(11));
const OTHER_ORG: OrgId = OrgId(Uuid::from_u128(12));
const MY_CASE: CaseId = CaseId(Uuid::from_u128(21));
const OTHER_CASE: CaseId = CaseId(Uuid::from_u128(22));

/// Puts a case, where nothing is mine, into one relation.
type Relate = fn(&mut MatterFacts);

/// One relation at a time, so that a column shows what that relation alone opens.
const RELATIONS: &[(&str, Relate)] = &[
    ("petitioner", |facts| facts.case = MY_CASE),
    ("agent", |facts| facts.agent = Some(ME)),
    ("agent-ended", |facts| {
        facts.agent = Some(ME);
        facts.registrar = Some(ME);
        facts.mandate_until = Some(Timestamp::UNIX_EPOCH);
    }),
    ("registrar", |facts| facts.registrar = Some(ME)),
    ("leader", |facts| facts.leader = Some(ME)),
    ("handler", |facts| {
        facts.holder = Some(MY_ORG);
        facts.handler = Some(ME);
    }),
    ("writer", |facts| {
        facts.holder = Some(MY_ORG);
        facts.drafter = Some(ME);
    }),
    ("unit", |facts| facts.holder = Some(MY_ORG)),
    ("assistant", |facts| facts.assisting = vec![MY_ORG]),
    ("barred", |facts| {
        facts.holder = Some(MY_ORG);
        facts.barred = vec![ME];
    }),
    ("bureau", |facts| facts.bureau = MY_ORG),
    ("jurisdiction", |facts| facts.division = here()),
    ("elsewhere", |_| {}),
    ("respondent", |facts| {
        facts.division = here();
        facts.bureau = MY_ORG;
        facts.holder = Some(MY_ORG);
        facts.respondent = Some(MY_ORG);
        facts.respondent_heard = true;
    }),
    ("sealed", |facts| {
        facts.division = here();
        facts.bureau = MY_ORG;
        facts.holder = Some(MY_ORG);
        facts.agent = Some(ME);
        facts.case = MY_CASE;
        facts.sealed = true;
    }),
    ("named", |facts| facts.keepers = vec![ME]),
    ("limited", |facts| {
        facts.division = here();
        facts.holder = Some(MY_ORG);
        facts.handler = Some(ME);
        facts.agent = Some(ME);
        facts.limited = true;
    }),
    ("keeper", |facts| {
        facts.division = here();
        facts.sealed = true;
        facts.keepers = vec![ME, SOMEBODY];
    }),
];

fn place(code: &str) -> DivisionCode {
    // Both codes below are well-formed; a region is the harmless answer for anything else.
    DivisionCode::parse(code).unwrap_or_else(|_| here())
}

fn here() -> DivisionCode {
    place("150223")
}

fn facts(kind: CaseKind, relation: Relate) -> MatterFacts {
    let mut facts = MatterFacts {
        case: OTHER_CASE,
        kind,
        division: place("150802"),
        bureau: OTHER_ORG,
        holder: Some(OTHER_ORG),
        handler: Some(SOMEBODY),
        drafter: Some(SOMEBODY),
        checker: Some(SOMEBODY),
        agent: Some(SOMEBODY),
        mandate_until: None,
        respondent: None,
        assisting: vec![],
        barred: vec![],
        respondent_heard: false,
        registrar: Some(SOMEBODY),
        leader: Some(SOMEBODY),
        sealed: false,
        keepers: vec![],
        limited: false,
    };
    relation(&mut facts);
    facts
}

fn subject(role: Role) -> Subject {
    match role {
        Role::Citizen => Subject::Petitioner(MY_CASE),
        // Known by the petitioner's own number and code; what a representative may do for the others is a later track.
        Role::Representative => staff(vec![]),
        _ => staff(vec![RoleGrant { role, org: MY_ORG, division: here(), from: date(2020, 1, 1), to: None }]),
    }
}

fn staff(grants: Vec<RoleGrant>) -> Subject {
    Subject::Staff(StaffSubject::new(
        ME,
        MY_ORG,
        Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(500_000),
        grants,
    ))
}

fn cell(subject: &Subject, action: Action, relation: usize) -> &'static str {
    let (name, relate) = RELATIONS[relation];
    let facts = facts(action.kinds()[0], relate);
    let target = match (action.on(), name) {
        (On::Case, _) => Target::Case(&facts),
        (On::Place, "jurisdiction" | "elsewhere") => Target::Place(&facts.division),
        (On::Place, _) => return " ",
    };
    if check(subject, action, target).is_allowed() { "✔" } else { "·" }
}

/// The whole matrix as text: for each action every role, in every relation; roles that never may stand in one line.
#[must_use]
pub fn matrix_text() -> String {
    let mut out = String::from("Who may do what, in which relation to the case. ✔ may, · may not.\n");
    for action in Action::ALL {
        let kinds: Vec<&str> = action.kinds().iter().map(|kind| kind.name()).collect();
        let on = if action.on() == On::Place { "a division".to_owned() } else { kinds.join(", ") };
        let _ = write!(out, "\n{action} on {on}\n{:22}", "");
        for (name, _) in RELATIONS {
            let _ = write!(out, " {name:<12}");
        }
        trim_end(&mut out);
        let mut never = vec![];
        for role in Role::ALL {
            let subject = subject(*role);
            let cells: Vec<&str> = (0..RELATIONS.len()).map(|i| cell(&subject, *action, i)).collect();
            if cells.contains(&"✔") {
                let _ = write!(out, "  {:20}", role.name());
                for cell in cells {
                    let _ = write!(out, " {cell:<12}");
                }
                trim_end(&mut out);
            } else {
                never.push(role.name());
            }
        }
        if system_may(*action) {
            out.push_str("  the system by itself, unless sealed\n");
        }
        let _ = writeln!(out, "  never: {}", never.join(" "));
    }
    out.push_str("\nWhat is shown when it is opened (READ_MATTER)\n");
    for role in Role::ALL {
        let shown: Vec<&str> = fields(*role, Action::ReadMatter).iter().map(Field::name).collect();
        let _ =
            writeln!(out, "  {:20} {}", role.name(), if shown.is_empty() { "nothing".into() } else { shown.join(" ") });
    }
    out
}

fn trim_end(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

/// The rules as Markdown tables: grants, prohibitions, fields.
#[must_use]
pub fn matrix_markdown() -> String {
    let mut out = String::from("| action | who, and where |\n|---|---|\n");
    for action in Action::ALL {
        let mut who: Vec<String> =
            grants(*action).iter().map(|(role, scope)| format!("{role}: {}", scope.words())).collect();
        if system_may(*action) {
            who.push("the system by itself".into());
        }
        let _ = writeln!(out, "| {action} | {} |", who.join("<br>"));
    }
    out.push_str("\n| prohibition | rule | article | concerns | where |\n|---|---|---|---|---|\n");
    for forbid in FORBIDS {
        let concerned: Vec<&str> =
            Action::ALL.iter().filter(|action| (forbid.concerns)(**action)).map(|action| action.name()).collect();
        let concerned = match concerned.len() {
            n if n == Action::ALL.len() => "everything".to_owned(),
            n if n > 6 => format!("{n} actions"),
            _ => concerned.join(", "),
        };
        let words = forbid.when.words();
        let _ = writeln!(out, "| {} | {} | {} | {concerned} | {words} |", forbid.name, forbid.rule, forbid.article);
    }
    out.push_str("\n| role | sees of an open case |\n|---|---|\n");
    for role in Role::ALL {
        let shown: Vec<&str> = fields(*role, Action::ReadMatter).iter().map(Field::name).collect();
        let _ = writeln!(out, "| {role} | {} |", shown.join(", "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_is_the_golden_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/access/matrix.golden.txt");
        let now = matrix_text();
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(path, &now).unwrap();
        }
        let golden = std::fs::read_to_string(path).unwrap_or_default();
        let changed = now.lines().zip(golden.lines()).enumerate().find(|(_, (a, b))| a != b);
        assert!(
            now == golden,
            "access changed; look at the difference, then run with UPDATE_GOLDEN=1. First difference: {changed:?}"
        );
    }

    #[test]
    fn every_action_has_somebody_and_every_prohibition_words() {
        for action in Action::ALL {
            assert!(!grants(*action).is_empty() || system_may(*action), "nobody may {action}");
            assert_eq!(Action::parse(action.name()), Some(*action));
        }
        for forbid in FORBIDS.iter().filter(|forbid| forbid.spoken) {
            let key = format!("refusal-{}", forbid.name);
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
        }
        assert!(matrix_markdown().contains("| SIGN_OPINION | UNIT_LEADER: own organisation has it |"));
    }

    #[test]
    fn no_role_is_named_twice_for_an_action() {
        for action in Action::ALL {
            let mut roles: Vec<Role> = grants(*action).iter().map(|(role, _)| *role).collect();
            let before = roles.len();
            roles.sort();
            roles.dedup();
            assert_eq!(before, roles.len(), "{action}");
        }
    }
}
