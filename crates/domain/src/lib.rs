//! The law and the practice as pure code: life cycles, deadlines, access. Decides; never reads or writes.

pub mod access;
pub mod actor;
pub mod advice;
pub mod agency;
pub mod campaign;
pub mod case;
pub mod cause;
pub mod cluster;
pub mod cycle;
pub mod deadline;
pub mod device;
pub mod dispatch;
pub mod document;
pub mod env;
pub mod errand;
pub mod escalation;
pub mod execution;
pub mod leadership;
pub mod lifecycle;
pub mod mandate;
pub mod mediation;
pub mod meeting;
pub mod names;
pub mod network;
pub mod notice;
pub mod obstruction;
pub mod organisation;
pub mod oversight;
pub mod owed;
pub mod people;
pub mod petition;
pub mod practice;
pub mod proactive;
pub mod remedy;
pub mod retention;
pub mod review;
pub mod settings;
pub mod suggestion;
pub mod supervision;
pub mod transition;
pub mod urgent;
pub mod whistleblow;
pub mod work_order;

#[cfg(test)]
mod testing;
