//! The rules of the mandate, and what it can never hold.

use jiff::civil::date;
use kernel::{Ctx, OrgId, PersonId, UserId};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    agency::{Inquiry, judge},
    testing::{Surroundings, assert_all_said, assert_said, beijing, codes_in, officer},
};

fn ticked() -> Give {
    Give {
        agent: UserId(Uuid::from_u128(31)),
        org: OrgId(Uuid::from_u128(8)),
        official: false,
        stand_in: None,
        powers: vec![Power::Deliver, Power::ReceiveNotices],
        until: None,
        giver: Giver { capacity: Capacity::Full, guardian: None },
        signing: Signing { way: Way::Paper, read_back: false, recording: None, witnesses: vec![] },
        consents: Consents { passing_on: true, sensitive: false },
    }
}

fn given(give: Give) -> Result<Mandate, kernel::Refusal> {
    let (around, ctx) = (Surroundings::new(), Ctx::seeded(beijing("2026-01-05T09:00"), 1));
    give.into_mandate(&judge(&Inquiry::default()), &around.env(&ctx, officer()))
}

fn refused(give: Give) -> String {
    let refusal = given(give).expect_err("it was not refused");
    assert_said(&refusal.message());
    refusal.code
}

#[test]
fn a_mandate_has_a_term_from_the_settings_and_ends_at_midnight() {
    let mandate = given(ticked()).unwrap();
    assert_eq!((mandate.from, mandate.until), (date(2026, 1, 5), date(2026, 7, 4)));
    assert_eq!(mandate.ends_at(), beijing("2026-07-05T00:00"));
    assert!(mandate.holds(beijing("2026-07-04T23:59")) && !mandate.holds(beijing("2026-07-05T00:00")));
    assert_eq!(refused(Give { until: Some(date(2027, 3, 1)), ..ticked() }), "mandate-term-long");
    assert_eq!(refused(Give { until: Some(date(2026, 1, 5)), ..ticked() }), "mandate-term-past");
}

#[test]
fn what_was_said_is_read_back_and_proven() {
    let oral = |read_back, recording, witnesses: &[u128]| Give {
        signing: Signing {
            way: Way::Oral,
            read_back,
            recording,
            witnesses: witnesses.iter().map(|n| PersonId(Uuid::from_u128(*n))).collect(),
        },
        ..ticked()
    };
    assert_eq!(refused(oral(false, Some(Uuid::from_u128(1)), &[])), "mandate-not-read-back");
    assert_eq!(refused(oral(true, None, &[])), "mandate-unproven");
    assert_eq!(refused(oral(true, None, &[1])), "mandate-unproven");
    assert_eq!(refused(oral(true, None, &[1, 1])), "mandate-unproven", "the same person twice is one witness");
    assert!(given(oral(true, None, &[1, 2])).is_ok());
    assert!(given(oral(true, Some(Uuid::from_u128(1)), &[])).is_ok());
}

#[test]
fn a_guardian_for_a_child_and_the_consents_apart() {
    let child = Giver { capacity: Capacity::Minor, guardian: None };
    let with = Giver { guardian: Some(PersonId(Uuid::from_u128(5))), ..child };
    assert_eq!(refused(Give { giver: child, ..ticked() }), "mandate-guardian-missing");
    assert_eq!(refused(Give { giver: with, ..ticked() }), "mandate-consent-sensitive");
    let both = Consents { passing_on: true, sensitive: true };
    assert!(given(Give { giver: with, consents: both, ..ticked() }).is_ok());
    let forced = Giver { capacity: Capacity::Full, ..with };
    assert_eq!(refused(Give { giver: forced, ..ticked() }), "mandate-guardian-superfluous");
    assert_eq!(refused(Give { consents: Consents::default(), ..ticked() }), "mandate-consent-passing-on");
    assert!(given(Give { official: true, consents: Consents::default(), ..ticked() }).is_ok());
}

proptest! {
    /// rules.md 3.2, 3.4: whatever text stands in a stored or sent mandate, it holds one of the four powers or none.
    #[test]
    fn a_scope_never_holds_a_forbidden_power(names in prop::collection::vec("[A-Z_]{3,24}", 0..6)) {
        let text = serde_json::to_string(&names).unwrap();
        let read: Result<Powers, _> = serde_json::from_str(&text);
        let all_known = names.iter().all(|name| Power::parse(name).is_some());
        prop_assert_eq!(read.is_ok(), all_known && !names.is_empty());
    }

    #[test]
    fn a_narrowed_scope_is_within_the_ticked_one(ticks in prop::collection::vec(prop::sample::select(Power::ALL), 1..6), routed: bool) {
        let judged = judge(&Inquiry { all_in_legal_channels: routed, ..Inquiry::default() });
        let asked = Powers::parse(&ticks).unwrap();
        if let Ok((kept, narrowed)) = judged.narrow(&asked) {
            prop_assert!(kept.iter().all(|power| asked.has(power)));
            prop_assert_eq!(kept == asked, narrowed.is_empty());
            prop_assert!(!routed || !kept.has(Power::ReceiveNotices));
        }
    }
}

#[test]
fn settlement_and_waiver_have_no_name() {
    for name in ["SIGN_SETTLEMENT", "WAIVE_RIGHT", "SETTLE", "WITHDRAW", "WAIVE", "RATE"] {
        assert_eq!(Power::parse(name), None);
        assert!(serde_json::from_str::<Powers>(&format!("[\"{name}\"]")).is_err());
    }
}

#[test]
fn every_rule_and_name_is_said() {
    for code in codes_in(&[include_str!("rules.rs"), include_str!("model.rs")]) {
        for locale in kernel::Locale::ALL {
            assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
        }
    }
    assert_all_said(Power::ALL.iter().map(|one| one.key()));
    assert_all_said(Way::ALL.iter().map(|one| one.key()));
    assert_all_said(Capacity::ALL.iter().map(|one| one.key()));
    assert_all_said(MandateEnd::ALL.iter().map(|one| one.key()));
}
