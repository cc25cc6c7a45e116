//! One use case a file: rows become models, decisions become rows.

pub mod administration;
pub mod answers;
pub mod attachment;
pub mod auth;
pub mod campaign;
pub mod catalogue;
pub mod cause;
pub mod cluster;
pub mod cycle;
pub mod divisions;
pub mod document;
pub mod errand;
pub mod error;
pub mod file;
pub mod follow_up;
pub mod import;
pub mod import_petitions;
pub mod leadership;
pub mod organisation;
pub mod outbox;
pub mod people;
pub mod receipt;
pub mod reception;
pub mod reference;
pub mod secrets;
pub mod similar;
pub mod statistics;
pub mod suggest;
pub mod suggestion;

pub mod jobs;
pub mod kit;
pub mod ledger;
pub mod live;
pub mod mandate;
pub mod matter;
pub mod mediation;
pub mod meeting;
pub mod network;
pub mod obstruction;
pub mod oversight;
pub mod petition;
pub mod practice;
pub mod proactive;
pub mod review;
pub mod saved_filter;
pub mod sealed;
pub mod timeline;
pub mod urgent;
pub mod verify;
pub mod work_order;
pub use error::Error;
pub use kit::Kit;

use store::Migration;

macro_rules! migrations {
    ($($id:literal),* $(,)?) => {
        &[$(Migration { id: $id, sql: include_str!(concat!("../migrations/", $id, ".sql")) }),*]
    };
}

/// The tables of cases, clocks, notices and views.
const CASES: &[Migration] = migrations![
    "0200_person",
    "0201_matter",
    "0202_matter_due",
    "0203_matter_received",
    "0204_clock",
    "0205_notice",
    "0206_view_log",
    "0207_look_up",
    "0208_reference",
    "0209_view_log_time",
    "0300_suggestion_weighed",
    "0301_answer",
    "0310_awaits_call",
    "0330_matter_answered",
    "0340_obstruction",
    "0350_matter_petitioner",
    "0410_find",
    "0440_delivery",
    "0441_notice_delivery",
    "0442_person_notice",
    "0443_cycle_closing",
    "0444_matter_leader",
    "0500_reception",
    "0460_code_case",
    "0420_watch",
    "0421_oversight",
    "0422_exposure",
    "0470_matter_stage",
    "0402_matter_in_hand",
    "0480_letters_of_supervision",
    "0510_delivery_told",
    "0530_campaign",
    "0531_errand",
    "0532_network_change",
    "0533_unreached_try",
    "0534_second_charge",
    "0540_urgent",
    "0570_clock_reminded",
    "0590_visit",
    "0591_alarm",
    "0630_suggestion_call",
    "0520_led_due",
    "0490_listed_supervision",
];

/// Letters.
const LETTERS: &[Migration] =
    migrations!["0430_letter", "0431_letter_wording", "0432_letter_due", "0433_opinion_series"];

/// What the desk keeps for itself.
const DESK: &[Migration] = migrations![
    "0320_event_at",
    "0321_saved_filter",
    "0465_assisting",
    "0466_backfill",
    "0467_recordings",
    "0550_barred",
    "0610_mediation_seat"
];

/// Files put away, and what becomes of them.
const FILED: &[Migration] = migrations!["0621_matter_file", "0622_matter_limited", "0623_view_log_user"];

/// The sealed track.
const SEALED: &[Migration] = migrations!["0560_sealed", "0561_keepers"];

/// Every table of every room: what a store is opened with.
pub const MIGRATIONS: &[&[Migration]] =
    &[organisation::MIGRATIONS, attachment::MIGRATIONS, CASES, DESK, LETTERS, SEALED, FILED];
