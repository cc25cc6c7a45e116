//! Eligibility rule by rule, and who is barred.

use kernel::UserId;
use uuid::Uuid;

use super::*;
use crate::{
    case::Channel,
    mandate::{Power, Powers},
    testing::{assert_all_said, assert_said, beijing},
};

fn verdict(inquiry: Inquiry) -> (Verdict, Vec<String>) {
    let judged = judge(&inquiry);
    (judged.verdict, judged.names())
}

#[test]
fn each_rule_of_the_table_holds_alone() {
    let none = Inquiry::default();
    assert_eq!(verdict(none), (Verdict::Eligible, vec![]));
    let cases = [
        (Inquiry { whistleblow: true, ..none }, Verdict::Forbidden, "wrongdoing"),
        (Inquiry { agent_concerned: true, ..none }, Verdict::Forbidden, "agent-concerned"),
        (Inquiry { unit_complained_of: true, ..none }, Verdict::Forbidden, "own-unit"),
        (Inquiry { finally_answered: true, ..none }, Verdict::Forbidden, "final"),
        (Inquiry { not_wanted: true, ..none }, Verdict::Forbidden, "not-wanted"),
        (Inquiry { all_in_legal_channels: true, ..none }, Verdict::AssistOnly, "legal-channel"),
        (Inquiry { at_review: true, ..none }, Verdict::AssistOnly, "review"),
        (Inquiry { without_guardian: true, ..none }, Verdict::AssistOnly, "guardian"),
    ];
    for (inquiry, expected, name) in cases {
        assert_eq!(verdict(inquiry), (expected, vec![name.to_owned()]));
    }
    assert_eq!(cases.len(), RULES.len());
}

#[test]
fn the_hardest_rule_decides_and_says_why_with_the_right_way() {
    let both = Inquiry { unit_complained_of: true, at_review: true, ..Inquiry::default() };
    assert_eq!(verdict(both), (Verdict::Forbidden, vec!["own-unit".into(), "review".into()]));
    assert_eq!(judge(&both).allows_an_agent().unwrap_err().code, "agency-own-unit");
    for rule in RULES {
        assert_said(&rule.why());
        assert_said(&rule.way());
        let code = format!("refusal-agency-{}", rule.name);
        let said = kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &code));
        assert!(said || rule.verdict != Verdict::Forbidden, "{code}");
    }
    assert_all_said(Verdict::ALL.iter().map(|one| one.key()));
    assert_all_said(Mode::ALL.iter().map(|one| one.key()));
    assert_all_said(Ground::ALL.iter().map(|one| one.key()));
    assert_all_said(Concerned::ALL.iter().map(|one| one.key()));
}

#[test]
fn only_company_leaves_papers_and_the_way_there() {
    let judged = judge(&Inquiry { all_in_legal_channels: true, ..Inquiry::default() });
    let (left, why) = judged.narrow(&Powers::parse(Power::ALL).unwrap()).unwrap();
    assert_eq!(left.iter().collect::<Vec<_>>(), [Power::Deliver, Power::Accompany]);
    assert_eq!(why, ["legal-channel"]);
    let refused = judged.narrow(&Powers::parse(&[Power::Enquire]).unwrap()).unwrap_err();
    assert_eq!(refused.code, "mandate-powers-assist");
}

#[test]
fn a_word_of_herself_counts_at_once_and_a_decision_settles_it() {
    let (who, chief) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
    let (monday, tuesday) = (beijing("2026-01-05T09:00"), beijing("2026-01-06T09:00"));
    let mut agency = Agency::default();
    assert!(!agency.bars(who) && agency.is_empty());
    agency.declarations.push(Declaration { by: who, ground: Ground::NearRelative, at: monday });
    assert!(agency.bars(who) && !agency.bars(chief));
    assert_eq!(agency.undecided(), [who]);
    agency.recusals.push(Recusal {
        user: who,
        steps_back: false,
        ground: Ground::NearRelative,
        by: chief,
        at: tuesday,
    });
    assert!(!agency.bars(who) && agency.undecided().is_empty());
    agency.recusals.push(Recusal { user: who, steps_back: true, ground: Ground::Other, by: chief, at: tuesday });
    assert!(agency.bars(who));
}

#[test]
fn a_mode_is_entered_by_rule() {
    assert_eq!(Mode::at_registration(Channel::AgentEntrusted, true), Some(Mode::Entrusted));
    assert_eq!(Mode::at_registration(Channel::GridFound, true), Some(Mode::Proactive));
    assert_eq!(Mode::at_registration(Channel::GridFound, false), None);
}
