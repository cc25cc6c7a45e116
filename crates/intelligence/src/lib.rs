//! Reading Chinese text: words for search, look-alikes, suggestions. Pure.

pub mod text;
