//! The decision on one case, and its twin for lists.

use kernel::{OrgId, Refusal};

use super::{
    Fields, MatterFacts, Subject, Target,
    action::{Action, On},
    bound::Bound,
    fields::fields,
    forbid::{FORBIDS, Forbid},
    subject::Viewer,
    table::{grants, system_may},
};

/// What was decided, and why.
#[derive(Debug, Clone, Copy)]
pub struct Decision {
    /// A grant of the table allows it.
    granted: bool,
    /// The prohibition that stands against it.
    forbidden: Option<&'static Forbid>,
    /// What is shown; empty unless allowed.
    fields: Fields,
    /// The organisation for which she acts, by the first grant that allows it.
    org: Option<OrgId>,
}

impl Decision {
    /// Whether it may be done.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.granted && self.forbidden.is_none()
    }

    /// What is shown.
    #[must_use]
    pub fn fields(&self) -> Fields {
        if self.is_allowed() { self.fields } else { Fields::NONE }
    }

    /// The organisation for which she acts.
    #[must_use]
    pub fn org(&self) -> Option<OrgId> {
        self.org
    }

    /// `Ok` when it may be done.
    ///
    /// # Errors
    /// The rule that forbids it, when her role would otherwise allow it; else `not-permitted`, which does not tell whether
    /// the case exists.
    pub fn into_result(self) -> Result<Self, Refusal> {
        match (self.granted, self.forbidden) {
            (true, None) => Ok(self),
            (true, Some(forbid)) => Err(forbid.refusal()),
            (false, _) => Err(Refusal::not_permitted()),
        }
    }
}

/// Decides whether `subject` may do `action` to `target`, and what it sees.
#[must_use]
pub fn check(subject: &Subject, action: Action, target: Target<'_>) -> Decision {
    let mut decision = Decision { granted: false, forbidden: None, fields: Fields::NONE, org: None };
    if !applies(action, target) {
        return decision;
    }
    decision.granted = matches!(subject, Subject::System) && system_may(action);
    for viewer in subject.viewers() {
        for (role, scope) in grants(action) {
            if viewer.role == Some(*role) && scope.holds(&viewer, target) {
                decision.granted = true;
                decision.fields = decision.fields.and(fields(*role, action));
                decision.org = decision.org.or(viewer.org);
            }
        }
    }
    decision.forbidden =
        forbids_on(action).find(|forbid| subject.viewers().any(|viewer| forbid.when.holds(&viewer, target)));
    decision
}

/// The condition under which `subject` may do `action`, for lists of cases; [`Bound::Never`] for actions on places.
#[must_use]
pub fn list_scope(subject: &Subject, action: Action) -> Bound {
    if action.on() == On::Place {
        return Bound::Never;
    }
    let viewers: Vec<Viewer<'_>> = subject.viewers().collect();
    let granted = viewers.iter().flat_map(|viewer| {
        grants(action).iter().filter(|(role, _)| viewer.role == Some(*role)).map(|(_, scope)| scope.bind(viewer, true))
    });
    let system = if matches!(subject, Subject::System) && system_may(action) { Bound::Always } else { Bound::Never };
    let granted = Bound::any(std::iter::once(system).chain(granted).collect());
    let allowed = forbids_on(action).flat_map(|forbid| viewers.iter().map(|viewer| forbid.when.bind(viewer, false)));
    // Jurisdiction first: the fragment that the index serves.
    Bound::all(std::iter::once(granted).chain([Bound::kinds_of(action)]).chain(allowed).collect())
}

/// Every action that `subject` may do to the case now, as far as access is concerned; the life cycle has its own say.
#[must_use]
pub fn allowed(subject: &Subject, facts: &MatterFacts) -> Vec<Action> {
    Action::ALL.iter().copied().filter(|action| check(subject, *action, Target::Case(facts)).is_allowed()).collect()
}

fn applies(action: Action, target: Target<'_>) -> bool {
    match (action.on(), target) {
        (On::Case, Target::Case(facts)) => action.kinds().contains(&facts.kind),
        (On::Place, Target::Place(_)) => true,
        _ => false,
    }
}

fn forbids_on(action: Action) -> impl Iterator<Item = &'static Forbid> {
    FORBIDS.iter().filter(move |forbid| (forbid.concerns)(action))
}
