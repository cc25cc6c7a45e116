//! From free text to search tokens and back: normalisation, segmentation, snippets, personal numbers.
//!
//! Writing and querying share one segmentation, so that what is asked meets what was stored:
//!
//! - [`index_text`] gives every word of a text, the pairs of characters inside longer words and the pairs around characters that
//!   belong to no word (names, places, misspellings). 供热公司 is found by 供热, 达茂旗 by 茂旗; but 提供热水 is not found by
//!   供热, because nobody wrote that word there.
//! - [`query_tokens`] gives the words a row must hold. Joined with "and" they find the row; none of them means that the query
//!   held nothing but stop words or punctuation.
//!
//! Tokens are made of letters and digits only, so that the tokenizer of either engine leaves them whole.

mod dictionary;
mod normal;
pub mod pii;
mod snippet;
mod tokens;

pub use dictionary::warm_up;
pub(crate) use normal::fold_with_places;
pub use normal::normalize;
pub use snippet::{Snippet, snippet};
pub use tokens::{
    MAX_INDEX_TOKENS, MAX_QUERY_TOKENS, index_text, index_tokens, is_stop_word, query_tokens, segments, words,
};
