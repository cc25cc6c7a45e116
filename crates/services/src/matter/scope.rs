//! A rule of access as a condition of SQL: the same rule that checks one case filters the list.

use domain::access::{Bound, Column, Test};
use store::Filter;

/// Adds `bound` to a filter over the table of cases under the alias `m`.
pub(crate) fn restrict(filter: &mut Filter, bound: &Bound) {
    match bound {
        Bound::Never => {
            filter.raw("FALSE");
        }
        Bound::Always => {}
        Bound::Test(test) => add(filter, test),
        Bound::All(parts) => {
            filter.all(|inner| parts.iter().for_each(|part| restrict_branch(inner, part)));
        }
        Bound::Any(parts) => {
            filter.any(|inner| parts.iter().for_each(|part| restrict_branch(inner, part)));
        }
    }
}

/// A branch of a group must stand for itself even when it says "always".
fn restrict_branch(filter: &mut Filter, part: &Bound) {
    match part {
        Bound::Always => {
            filter.raw("TRUE");
        }
        other => {
            filter.all(|inner| restrict(inner, other));
        }
    }
}

fn add(filter: &mut Filter, test: &Test) {
    match test {
        Test::Is(column, id) => {
            filter.eq(name(*column), *id);
        }
        Test::IsNot(column, id) => {
            let (column, place) = (name(*column), filter.bind(*id));
            filter.raw(format!("({column} <> {place} OR {column} IS NULL)"));
        }
        Test::Within(division) => {
            // The region first: it is the distribution column and the head of every index.
            if division.as_str().len() >= 4 {
                filter.eq("m.region", division.region());
            }
            filter.within("m.division", division);
        }
        Test::Outside(division) => {
            let (low, high) = (filter.bind(division), filter.bind(division.upper_bound()));
            filter.raw(format!("(m.division < {low} OR m.division >= {high})"));
        }
        Test::Flag(column, value) => {
            filter.eq(name(*column), *value);
        }
        Test::Runs(column, now) => {
            let (column, place) = (name(*column), filter.bind(*now));
            filter.raw(format!("({column} > {place} OR {column} IS NULL)"));
        }
        Test::Ended(column, now) => {
            let (column, place) = (name(*column), filter.bind(*now));
            filter.raw(format!("{column} <= {place}"));
        }
        Test::KindIn(kinds) => {
            filter.is_in("m.kind", kinds.iter().map(|kind| kind.name()));
        }
    }
}

/// The column with its alias.
fn name(column: Column) -> &'static str {
    match column {
        Column::Id => "m.id",
        Column::BureauId => "m.bureau_id",
        Column::HolderId => "m.holder_id",
        Column::HandlerId => "m.handler_id",
        Column::DrafterId => "m.drafter_id",
        Column::CheckerId => "m.checker_id",
        Column::AgentId => "m.agent_id",
        Column::MandateUntil => "m.mandate_until",
        Column::RespondentId => "m.respondent_id",
        Column::RespondentHeard => "m.respondent_heard",
        Column::RegistrarId => "m.registrar_id",
        Column::Sealed => "m.sealed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_its_name() {
        for column in [Column::Id, Column::HolderId, Column::Sealed, Column::MandateUntil, Column::RespondentHeard] {
            assert_eq!(name(column), format!("m.{}", column.name()));
        }
    }

    #[test]
    fn groups_are_closed_and_never_means_nothing() {
        let mut filter = Filter::new();
        let test = Bound::Test(Test::Flag(Column::Sealed, false));
        restrict(&mut filter, &Bound::All(vec![test.clone(), Bound::Any(vec![test, Bound::Never])]));
        assert_eq!(filter.sql().matches('(').count(), filter.sql().matches(')').count());
        assert!(filter.sql().contains("FALSE"));
    }
}
