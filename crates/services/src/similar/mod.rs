//! Look-alikes (A8): matters that tell the same in other words. They are found through the full-text index, then only those
//! that the asker may see are read, and compared in memory. A human decides what they are to each other.

mod find;
mod person;

pub use find::{LookAlike, Told, like};
pub use person::{SamePerson, same_person, same_person_as};
