//! Organisations: entering, changing, finding them; reading them from a spreadsheet.

mod form;
mod import;
mod labels;
mod names;
mod query;
mod record;
mod report;
mod row;
mod sheet;
#[cfg(test)]
pub(crate) mod tests;
mod write;

use store::Migration;

pub(crate) use form::day;
pub use form::{OrgDraft, OrgForm};
pub use import::import_units;
pub(crate) use import::{division_of, put_unit};
pub(crate) use labels::{cell_is_yes, role_of};
pub use names::{called, name, names, phone, working};
pub use query::{OrgQuery, around, bureau_for, directory, directory_around, find_by_name, get, list};
pub(crate) use record::record;
pub use report::Outcome;
pub use report::{ImportReport, RowError};
pub(crate) use report::{in_dry_run, outcome};
pub use row::Stored;
pub(crate) use sheet::Header;
pub use sheet::{MAX_ROWS, Sheet};
pub use write::{create, update};

/// The tables of divisions, organisations, staff and sessions.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: "0100_division", sql: include_str!("../../migrations/0100_division.sql") },
    Migration { id: "0101_org", sql: include_str!("../../migrations/0101_org.sql") },
    Migration { id: "0102_staff", sql: include_str!("../../migrations/0102_staff.sql") },
    Migration { id: "0103_session", sql: include_str!("../../migrations/0103_session.sql") },
    Migration { id: "0400_network", sql: include_str!("../../migrations/0400_network.sql") },
    Migration { id: "0401_grid", sql: include_str!("../../migrations/0401_grid.sql") },
    Migration { id: "0541_org_doc_code", sql: include_str!("../../migrations/0541_org_doc_code.sql") },
];
