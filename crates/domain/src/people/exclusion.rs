//! 互斥: roles that one person never holds together (rules.md §14, 三员分立).
//!
//! What excludes two roles only on the same case (caller and handler, approver and handler, signer and drafter) is a
//! [`crate::access::FORBIDS`] entry: it looks at the case, not at the person.

use kernel::Refusal;

use super::{Role, RoleGrant};

/// One rule of exclusion between roles of one person.
#[derive(Debug, Clone, Copy)]
pub struct Exclusion {
    /// Its name; the refusal is `role-exclusion-{name}`.
    pub name: &'static str,
    /// The rule of rules.md.
    pub rule: &'static str,
    /// Whether two roles exclude each other.
    pub excludes: fn(Role, Role) -> bool,
}

/// Every rule of exclusion between roles of one person.
pub const EXCLUSIONS: &[Exclusion] = &[
    Exclusion { name: "administration-and-content", rule: "§14", excludes: administration_and_content },
    Exclusion { name: "administration-and-audit", rule: "§8.3", excludes: administration_and_audit },
    Exclusion { name: "sealed-and-ordinary", rule: "R-022", excludes: sealed_and_ordinary },
    Exclusion { name: "review-and-recheck", rule: "R-081", excludes: review_and_recheck },
];

/// SYSADMIN∩content=∅: who keeps the machine reads nobody's petition; the same holds for auditors and the officer for
/// personal data.
fn administration_and_content(one: Role, other: Role) -> bool {
    one.without_content() && !other.without_content()
}

/// 三员分立: who administers is not who audits.
fn administration_and_audit(one: Role, other: Role) -> bool {
    one == Role::Sysadmin && other == Role::Auditor
}

/// Who opens sealed reports does no ordinary work beside it, so nothing leaks by habit.
fn sealed_and_ordinary(one: Role, other: Role) -> bool {
    one == Role::DisciplineSealed && other != Role::DisciplineSealed
}

/// Nobody rechecks her own review.
fn review_and_recheck(one: Role, other: Role) -> bool {
    one == Role::Reviewer && other == Role::Rechecker
}

/// Checks what one person holds.
///
/// # Errors
/// `role-not-grantable`, or `role-exclusion-…` with both roles, for grants that hold on a common day.
pub fn check_grants(grants: &[RoleGrant]) -> Result<(), Refusal> {
    if let Some(grant) = grants.iter().find(|grant| !grant.role.grantable()) {
        return Err(Refusal::invalid("roles", "role-not-grantable").with("role", grant.role.key()));
    }
    for (i, one) in grants.iter().enumerate() {
        for other in grants[i + 1..].iter().filter(|other| one.overlaps(other)) {
            let broken =
                EXCLUSIONS.iter().find(|e| (e.excludes)(one.role, other.role) || (e.excludes)(other.role, one.role));
            if let Some(exclusion) = broken {
                return Err(Refusal::rule(&format!("role-exclusion-{}", exclusion.name), exclusion.rule, "")
                    .on("roles")
                    .with("one", one.role.key())
                    .with("other", other.role.key()));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{DivisionCode, OrgId};
    use uuid::Uuid;

    use super::*;

    fn grant(role: Role) -> RoleGrant {
        RoleGrant {
            role,
            org: OrgId(Uuid::from_u128(1)),
            division: DivisionCode::parse("150223").unwrap(),
            from: date(2026, 1, 1),
            to: None,
        }
    }

    #[test]
    fn administration_never_meets_content() {
        for role in Role::ALL.iter().filter(|role| role.grantable() && !role.without_content()) {
            let refusal = check_grants(&[grant(*role), grant(Role::Sysadmin)]).unwrap_err();
            assert!(refusal.code.starts_with("role-exclusion-"), "{role}");
        }
        assert!(check_grants(&[grant(Role::Sysadmin), grant(Role::Auditor)]).is_err());
        assert!(check_grants(&[grant(Role::Sysadmin), grant(Role::Sysadmin)]).is_ok());
    }

    #[test]
    fn ordinary_pairs_are_free_and_one_after_the_other_is_too() {
        assert!(check_grants(&[grant(Role::Agent), grant(Role::GridMember), grant(Role::Registrar)]).is_ok());
        assert!(check_grants(&[grant(Role::UnitHandler), grant(Role::FollowupCaller)]).is_ok(), "only per case");
        let before = RoleGrant { to: Some(date(2026, 6, 1)), ..grant(Role::Registrar) };
        let after = RoleGrant { from: date(2026, 6, 1), ..grant(Role::Sysadmin) };
        assert!(check_grants(&[before, after]).is_ok());
    }

    #[test]
    fn a_citizen_is_not_granted() {
        assert_eq!(check_grants(&[grant(Role::Citizen)]).unwrap_err().code, "role-not-grantable");
    }

    #[test]
    fn every_role_and_kind_is_said_in_words() {
        use crate::organisation::{OrgFunction, OrgKind};
        let roles = Role::ALL.iter().map(|role| role.key());
        let kinds = OrgKind::ALL.iter().map(|kind| kind.key());
        for key in roles.chain(kinds).chain(OrgFunction::ALL.iter().map(|function| function.key())) {
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
        }
    }

    #[test]
    fn every_exclusion_is_said_in_words() {
        for exclusion in EXCLUSIONS {
            let key = format!("refusal-role-exclusion-{}", exclusion.name);
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
        }
    }
}
