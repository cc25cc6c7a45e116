//! The agency network: stations and their hours, agents, absences and hand-overs, the grid; read from spreadsheets and counted.

mod absence;
mod agent;
mod change;
mod choose;
mod figures;
mod grid;
mod hand_over;
mod helper;
mod sheet;
mod station;
#[cfg(test)]
mod tests;
mod words;

pub use absence::{Away, arrange as arrange_absence, away, end as end_absence, stands_in_for};
pub(crate) use absence::{stand_in, stand_in_at};
pub(crate) use agent::none_in_hand;
pub use agent::{AgentQuery, AgentRow, agents, agents_at, end, file, find, put_file};
pub use change::{Change, Planned, Target, apply_due, cells, change, drop_change, end_on, planned};
pub use choose::{Choice, For, Near, choices};
pub use figures::{Coverage, Figures, PlaceFigures, figures, villages_without};
pub(crate) use grid::fits as grid_fits;
pub use grid::{
    GridQuery, GridRow, get as grid, grids, posts as grid_posts, put as put_grid, to_choose as grids_to_choose,
};
pub use hand_over::{Handing, hand_over, in_hand};
pub use helper::{Helper, helper_at, helper_for, near};
pub use sheet::{
    Kind as SheetKind, export, import, import_agents, import_grids, import_stations, template, to_csv, to_xlsx,
};
pub use station::{StationQuery, StationRow, facts, facts_of, put_facts, stations};
