//! Every kind is worded, complete and said in both languages; what is missing is named; numbers look as offices write them.

use jiff::civil::date;
use kernel::{Digest, LetterId, Locale, OrgId, Text, UserId, i18n};

use super::*;
use crate::actor::Actor;

/// Every field of `kind`, filled.
fn full(kind: DocType) -> Content {
    kind.fields().fold(Content::new(), |content, field| match field.kind() {
        FieldKind::Text => content.text(field, format!("这里是{}。", field.label())),
        FieldKind::Day => content.day(field, date(2026, 9, 18)),
        FieldKind::Items => {
            let one = |no: usize| Entry::of(format!("{}之{no}", field.label())).line("依据", "《信访工作条例》");
            content.items(field, (1..=2).map(one).collect())
        }
    })
}

fn letter(kind: DocType, content: Content) -> Letter {
    Letter {
        kind,
        issuer: Issuer { name: "达茂旗信访局".into(), code: "达".into(), phone: None, address: None },
        to: "测某某".into(),
        case: None,
        number: None,
        code: None,
        date: date(2026, 9, 18),
        at: "2026-09-18T02:00:00Z".parse().unwrap(),
        content,
    }
}

fn text_of(sheet: &Sheet) -> String {
    serde_json::to_string(&sheet.blocks).unwrap()
}

#[test]
fn every_kind_has_its_row_its_words_and_a_template_that_uses_all_it_must() {
    for kind in DocType::ALL {
        assert_eq!(kind.spec().kind, *kind);
        let template = shipped(*kind);
        assert_eq!(template.kind, *kind);
        assert_eq!(template.check(), Ok(()), "{kind}");
        for locale in Locale::ALL {
            assert!(i18n::knows(locale, &kind.key()), "{}", kind.key());
        }
        assert_eq!(full(*kind).check(*kind), Ok(()), "{kind}");
        let sheet = compose(&letter(*kind, full(*kind)), &template, "https://example.org", None);
        let text = text_of(&sheet);
        assert!(!text.contains('{') || text.contains("{\"block\""), "{text}");
        for field in kind.spec().required.iter().filter(|field| !matches!(field.kind(), FieldKind::Day)) {
            assert!(text.contains(field.label()), "{kind} does not say {}", field.label());
        }
    }
    for field in Field::ALL {
        assert_eq!(Field::of_label(field.label()), Some(*field));
        assert_eq!(i18n::say(Locale::Zh, &field.key(), []), field.label());
        assert!(i18n::knows(Locale::En, &field.key()), "{}", field.key());
    }
}

#[test]
fn what_is_missing_is_refused_by_name_and_what_does_not_belong_too() {
    for kind in DocType::ALL {
        for missing in kind.spec().required {
            let mut content = full(*kind);
            content.set(*missing, Value::Text("  ".into()));
            let refused = content.check(*kind).unwrap_err();
            let told: Vec<_> = refused.iter().map(|r| (r.field.as_str(), r.code.as_str())).collect();
            assert_eq!(told, [(missing.name(), "letter-field-missing")], "{kind}");
        }
    }
    let foreign = full(DocType::WhistleAck).text(Field::Facts, "内容");
    assert_eq!(
        foreign.check(DocType::WhistleAck).unwrap_err()[0].code,
        "letter-field-foreign",
        "no content on a receipt"
    );
    let wrong = full(DocType::WhistleAck).day(Field::Serial, date(2026, 9, 18));
    assert_eq!(wrong.check(DocType::WhistleAck).unwrap_err()[0].code, "letter-field-kind");
}

#[test]
fn mistakes_of_a_template_are_told_with_their_lines() {
    let text = "标题：告知书\n抬头：x\n代字：信/告\n\n您提出的{事项，我单位\n{投诉}\n一些{逐项结果}\n| a | b | c |\n";
    let template = Template { text: text.into(), ..(*shipped(DocType::NotAcceptNotice)).clone() };
    let told: Vec<(String, String)> = template
        .check()
        .unwrap_err()
        .iter()
        .map(|r| (r.code.clone(), r.args.iter().find(|(name, _)| name == "line").map(|(_, l)| l.clone()).unwrap()))
        .collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(code, line)| (code.as_str(), line.as_str())).collect();
    for expected in [
        ("template-head", "2"),
        ("template-brace", "5"),
        ("template-unknown", "6"),
        ("template-foreign", "7"),
        ("template-items-alone", "7"),
        ("template-row", "8"),
        ("template-series", "1"),
        ("template-required", "1"),
    ] {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
}

#[test]
fn optional_lines_vanish_with_their_headings_and_the_rest_is_numbered_anew() {
    let kind = DocType::Opinion;
    let without = {
        let mut content = full(kind);
        content.set(Field::Execution, Value::Text(String::new()));
        compose(&letter(kind, content), &shipped(kind), "", None)
    };
    let heads = |sheet: &Sheet| -> Vec<String> {
        let text = |block: &Block| match block {
            Block::Heading { text } => Some(text.clone()),
            _ => None,
        };
        sheet.blocks.iter().filter_map(text).collect()
    };
    assert_eq!(heads(&without), ["一、投诉请求", "二、事实和理由", "三、处理意见及其依据", "四、不服本意见的救济"]);
    let empty = compose(&letter(kind, Content::new()), &shipped(kind), "", Some(Stamp::Draft));
    assert!(text_of(&empty).contains("〔事实和理由〕"), "an unfinished draft can be looked at");
}

/// A letter whose field holds `text`, as it stands in its only paragraph of it.
fn set(kind: DocType, field: Field, text: &str) -> Sheet {
    compose(&letter(kind, full(kind).text(field, text)), &shipped(kind), "", None)
}

#[test]
fn papers_have_no_spaces_between_words_and_digits_and_end_their_sentences() {
    let said = |text: &str| {
        let sheet = set(DocType::AdviceImprove, Field::Facts, text);
        sheet.blocks.iter().find_map(|block| match block {
            Block::Paragraph { text } if text.contains('围') => Some(text.clone()),
            _ => None,
        })
    };
    assert_eq!(said("围栏 214 米，压坏 11 亩").as_deref(), Some("围栏214米，压坏11亩。"));
    assert_eq!(said("围栏由 Bayan Obo 修。").as_deref(), Some("围栏由 Bayan Obo 修。"));
    assert_eq!(said("围栏（见附图）").as_deref(), Some("围栏（见附图）。"));
    assert_eq!(said("他说“围栏修好了。”").as_deref(), Some("他说“围栏修好了。”"));
    assert_eq!(said("围栏 ᠮᠣᠩᠭᠣᠯ").as_deref(), Some("围栏 ᠮᠣᠩᠭᠣᠯ"));
    let form = set(DocType::AgencyProgress, Field::Done, "到场 2 次");
    assert!(text_of(&form).contains("到场2次\"]"), "a cell of a form is no sentence: {}", text_of(&form));
}

#[test]
fn an_agreement_greets_nobody() {
    let to = |kind| compose(&letter(kind, full(kind)), &shipped(kind), "", None).to;
    assert_eq!(to(DocType::Settlement), None);
    assert_eq!(to(DocType::Opinion).as_deref(), Some("测某某："));
}

#[test]
fn numbers_are_written_as_gb_t_9704_asks() {
    let number = DocNumber { org_code: "土左".into(), series: "信督函".into(), year: 2026, seq: 12 };
    assert_eq!(number.to_string(), "土左信督函〔2026〕12号");
    assert_eq!(DocNumber::of_org("土左信督函〔2026〕12号", "土左"), Some(number.clone()));
    assert_eq!(DocNumber::of_org("土左信督函〔2026〕12号", "托县"), None);
    assert_eq!(DocNumber::parse("土左信督函〔2026〕12号", "信督函"), Some(number));
    assert_eq!(formal(date(2026, 9, 8)), "2026年9月8日");
}

#[test]
fn equal_letters_have_equal_digests_and_a_changed_word_does_not() {
    let one = letter(DocType::Opinion, full(DocType::Opinion));
    assert_eq!(one.digest("t"), one.clone().digest("t"));
    assert_ne!(one.digest("t"), one.digest("u"));
    let other = Letter { to: "测某".into(), ..one.clone() };
    assert_ne!(one.digest("t"), other.digest("t"));
}

fn staff(user: u128, org: u128) -> Actor {
    Actor::Staff { user: UserId(uuid::Uuid::from_u128(user)), org: OrgId(uuid::Uuid::from_u128(org)) }
}

fn drafted(kind: DocType) -> Fact {
    Fact::Drafted(Box::new(Drafted {
        id: LetterId(uuid::Uuid::from_u128(1)),
        kind,
        org: OrgId(uuid::Uuid::from_u128(7)),
        case: None,
        seq: None,
        to: None,
        digest: Digest::of(b"draft"),
    }))
}

#[test]
fn another_person_of_the_office_signs_and_what_is_signed_is_not_written_anew() {
    let code = |result: Result<(), kernel::Refusal>| result.map_err(|refusal| refusal.code);
    let mut paper = Paper::begin(&drafted(DocType::SuperviseLetter), staff(1, 7)).unwrap();
    assert_eq!(code(paper.may_sign(staff(1, 7))), Err("letter-own-draft".into()));
    assert_eq!(code(paper.may_sign(Actor::System)), Err("letter-own-draft".into()), "nobody signs by himself");
    assert_eq!(code(paper.may_sign(staff(2, 8))), Err("letter-other-office".into()));
    assert_eq!(code(paper.may_sign(staff(2, 7))), Ok(()));
    assert_eq!(code(paper.may_void(staff(2, 7))), Err("letter-not-issued".into()));
    // Whoever writes it anew becomes its writer.
    paper.apply(&Fact::Revised { digest: Digest::of(b"anew") }, staff(2, 7));
    assert_eq!(code(paper.may_sign(staff(2, 7))), Err("letter-own-draft".into()));
    let issued = Issued { number: None, code: "K7P2".into(), template: "t".into(), digest: Digest::of(b"signed") };
    paper.apply(&Fact::Issued(Box::new(issued)), staff(1, 7));
    assert_eq!(code(paper.may_revise(staff(2, 7))), Err("letter-not-a-draft".into()));
    assert_eq!(code(paper.may_void(staff(2, 8))), Err("letter-other-office".into()));
    paper.apply(&Fact::Voided { reason: Text::parse("reason", "写错了对象").unwrap() }, staff(2, 7));
    assert_eq!((paper.stage, paper.version), (PaperStage::Void, 4));
    assert_eq!(code(paper.may_void(staff(2, 7))), Err("letter-not-issued".into()));
}
