//! Reading Chinese text: words for search, look-alikes, suggestions. Pure.
//!
//! It looks at what is told and never at who tells it: nothing here takes, keeps or gives anything about a person.

pub mod classify;
pub mod evidence;
pub mod similar;
pub mod text;
