//! The work calendar (in the making).
