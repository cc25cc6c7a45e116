//! The proof that a check was passed. Only this file makes one.

use std::marker::PhantomData;

use kernel::{CaseId, DivisionCode, Refusal};

use super::{
    Act, Action, AsTarget, Bound, Field, Fields, MatterFacts, Subject, Target,
    decide::{check, list_scope},
};
use crate::actor::Actor;

/// Marks a [`Permit`] whose action is known only at run time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dynamic;

/// Leave to do one action to one case (or in one division). It cannot be built, only be given by [`permit`] and its kin,
/// and its type names the action:
///
/// ```compile_fail
/// use lianxin_domain::access::{Permit, actions::{DraftOpinion, SignOpinion}};
/// fn sign(_: Permit<SignOpinion>) {}
/// fn not_for_drafting(permit: Permit<DraftOpinion>) { sign(permit) }
/// ```
#[derive(Debug)]
pub struct Permit<A = Dynamic> {
    action: Action,
    actor: Actor,
    case: Option<CaseId>,
    place: DivisionCode,
    fields: Fields,
    _action: PhantomData<fn() -> A>,
}

impl<A> Permit<A> {
    /// The action.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// Who acts, and for which organisation.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The case; `None` for an action on a division.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.case
    }

    /// What may be shown.
    #[must_use]
    pub fn fields(&self) -> Fields {
        self.fields
    }

    /// Whether `field` may be shown.
    #[must_use]
    pub fn shows(&self, field: Field) -> bool {
        self.fields.shows(field)
    }

    /// Checks that the permit was given for `case` and no other.
    ///
    /// # Errors
    /// `not-permitted`.
    pub fn for_case(&self, case: CaseId) -> Result<(), Refusal> {
        if self.case == Some(case) { Ok(()) } else { Err(Refusal::not_permitted()) }
    }

    /// The division for which it was given: that of the case, or the one asked for.
    #[must_use]
    pub fn place(&self) -> &DivisionCode {
        &self.place
    }

    /// Checks that the permit reaches over `division`.
    ///
    /// # Errors
    /// `not-permitted`.
    pub fn within(&self, division: &DivisionCode) -> Result<(), Refusal> {
        if self.place.contains(division) { Ok(()) } else { Err(Refusal::not_permitted()) }
    }

    /// The same permit with its action known at run time only.
    #[must_use]
    pub fn erase(self) -> Permit<Dynamic> {
        self.retype()
    }

    fn retype<B>(self) -> Permit<B> {
        Permit {
            action: self.action,
            actor: self.actor,
            case: self.case,
            place: self.place,
            fields: self.fields,
            _action: PhantomData,
        }
    }
}

impl Permit<Dynamic> {
    /// The permit with its action in the type, when it is that action.
    ///
    /// # Errors
    /// `not-permitted` when it is for another action.
    pub fn narrow<A: Act>(self) -> Result<Permit<A>, Refusal> {
        if self.action == A::ACTION { Ok(self.retype()) } else { Err(Refusal::not_permitted()) }
    }
}

/// Asks leave for the action `A`.
///
/// # Errors
/// The rule that forbids it, or `not-permitted`.
pub fn permit<A: Act>(subject: &Subject, target: &A::Target) -> Result<Permit<A>, Refusal> {
    ask(subject, A::ACTION, target.as_target()).map(Permit::retype)
}

/// Asks leave for an action on a case that is known at run time only.
///
/// # Errors
/// As [`permit`].
pub fn permit_dynamic(subject: &Subject, action: Action, facts: &MatterFacts) -> Result<Permit, Refusal> {
    ask(subject, action, Target::Case(facts))
}

/// Asks leave for an action on a division that is known at run time only.
///
/// # Errors
/// As [`permit`].
pub fn permit_dynamic_at(subject: &Subject, action: Action, division: &DivisionCode) -> Result<Permit, Refusal> {
    ask(subject, action, Target::Place(division))
}

fn ask(subject: &Subject, action: Action, target: Target<'_>) -> Result<Permit, Refusal> {
    let decision = check(subject, action, target).into_result()?;
    Ok(Permit {
        action,
        actor: subject.actor(decision.org()),
        case: target.case().map(|facts| facts.case),
        place: target.division().clone(),
        fields: decision.fields(),
        _action: PhantomData,
    })
}

/// Leave to list the cases on which `A` is allowed, and no others: what every list of cases takes.
#[derive(Debug)]
pub struct Listing<A> {
    bound: Bound,
    actor: Actor,
    _action: PhantomData<fn() -> A>,
}

impl<A: Act<Target = MatterFacts>> Listing<A> {
    /// The condition on the rows.
    #[must_use]
    pub fn bound(&self) -> &Bound {
        &self.bound
    }

    /// Who lists.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// Whether nothing can be in it, so that the database need not be asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bound == Bound::Never
    }
}

/// The list of cases on which `subject` may do `A`. Always given; it may be empty.
#[must_use]
pub fn list<A: Act<Target = MatterFacts>>(subject: &Subject) -> Listing<A> {
    Listing { bound: list_scope(subject, A::ACTION), actor: subject.actor(None), _action: PhantomData }
}
