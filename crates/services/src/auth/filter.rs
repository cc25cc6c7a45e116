//! A bound rule as a condition on the table of cases: the SQL side of "in the list if and only if permitted".

use domain::access::{Act, Bound, Column, Listing, MatterFacts, Test};
use store::Filter;

/// Restricts a list over `matter m` to what the listing allows. The caller joins nothing that could widen it.
pub fn restrict<A: Act<Target = MatterFacts>>(filter: &mut Filter, listing: &Listing<A>) {
    condition(filter, listing.bound());
}

/// Adds a bound rule as a condition on `matter m`.
pub fn condition(filter: &mut Filter, bound: &Bound) {
    match bound {
        Bound::Never => {
            filter.raw("FALSE");
        }
        Bound::Always => {
            filter.raw("TRUE");
        }
        Bound::Test(one) => test(filter, one),
        Bound::All(parts) => {
            filter.all(|and| parts.iter().for_each(|part| condition(and, part)));
        }
        Bound::Any(parts) => {
            filter.any(|or| parts.iter().for_each(|part| condition(or, part)));
        }
    }
}

fn test(filter: &mut Filter, test: &Test) {
    match test {
        Test::Is(column, id) => {
            filter.eq(name(*column), *id);
        }
        Test::IsNot(column, id) => {
            let column = name(*column);
            filter.any(|or| {
                or.is_null(column).ne(column, *id);
            });
        }
        Test::Among(column, id) => {
            let place = filter.bind(format!("%{id}%"));
            let column = name(*column);
            filter.raw(format!("({column} IS NOT NULL AND {column} LIKE {place})"));
        }
        Test::NotAmong(column, id) => {
            let place = filter.bind(format!("%{id}%"));
            let column = name(*column);
            filter.raw(format!("({column} IS NULL OR {column} NOT LIKE {place})"));
        }
        Test::Within(division) => {
            filter.all(|and| {
                // The distribution column first, where the division names one: a query for one region goes to one node.
                if division.as_str().len() >= 4 {
                    and.eq("m.region", division.region());
                }
                and.within("m.division", division);
            });
        }
        Test::Outside(division) => {
            filter.any(|or| {
                or.below("m.division", division).at_least("m.division", division.upper_bound());
            });
        }
        Test::Flag(column, value) => {
            filter.eq(name(*column), *value);
        }
        Test::Runs(column, now) => {
            let place = filter.bind(*now);
            let column = name(*column);
            filter.raw(format!("({column} IS NULL OR {column} > {place})"));
        }
        Test::Ended(column, now) => {
            let place = filter.bind(*now);
            filter.raw(format!("{} <= {place}", name(*column)));
        }
        Test::KindIn(kinds) => {
            filter.is_in("m.kind", kinds.iter().map(|kind| kind.name()));
        }
    }
}

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
        Column::Assisting => "m.assisting",
        Column::Barred => "m.barred",
        Column::RespondentHeard => "m.respondent_heard",
        Column::RegistrarId => "m.registrar_id",
        Column::LeaderId => "m.leader_id",
        Column::Sealed => "m.sealed",
        Column::Keepers => "m.keepers",
        Column::Limited => "m.limited",
    }
}
