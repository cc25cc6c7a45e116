//! 类案 (G2): gathering matters with one cause, working along one plan, agreeing on one way to answer. Everything that changes the
//! cluster alone is [`crate::matter::act`]; what touches its matters is here, so that their own records say it as well.

mod found;
mod keep;
mod list;
mod members;
mod view;

pub use found::{NewCluster, found, office_of};
pub use keep::{add_member, close, link_advice, remove_member, set_team, tell};
pub use list::{Owed, list, owed};
pub use members::{MemberState, Tally, members};
pub use view::{ClusterView, HerCluster, HerStep, hers, open, way_for};
