//! Mandates: taken down by an agent or at the desk, given with a registration, shown to whom they concern.

mod agent;
mod form;
mod give;
mod view;

pub use agent::{Acting, acting, may_act};
pub use form::{MandateForm, NewMandate, Proof};
pub(crate) use give::{complete, give_for, give_order};
pub use give::{give_tentatively, with_order, with_registration};
pub use view::{AgencyView, NotEligible, agency, order_agency};
