//! Every kind is printed twice to the same bytes; rare signs, long names and missing glyphs break nothing.

use domain::document::{Block, Cell, DocType, LedgerHead, NoPress, Press as _, Sheet, Stamp};

use crate::{TypstPress, samples};

fn press() -> TypstPress {
    TypstPress::new(None)
}

#[test]
fn two_prints_of_every_kind_are_byte_equal() {
    let (one, other) = (press(), press());
    for kind in DocType::ALL {
        let sheet = samples::sheet(*kind, samples::Look::Plain);
        let first = one.print(&sheet).unwrap();
        assert!(first.bytes.starts_with(b"%PDF-"), "{kind}");
        assert_eq!(first, one.print(&sheet).unwrap(), "{kind}");
        assert_eq!(first, other.print(&sheet).unwrap(), "{kind} on another press");
    }
    assert_eq!(one.edition(), other.edition());
}

#[test]
fn a_letter_that_says_something_else_is_another_file() {
    let press = press();
    let sheet = samples::sheet(DocType::Opinion, samples::Look::Plain);
    let void = Sheet { stamp: Some(Stamp::Void), ..sheet.clone() };
    assert_ne!(press.print(&sheet).unwrap().bytes, press.print(&void).unwrap().bytes);
}

#[test]
fn long_names_rare_signs_and_traditional_characters_are_printed() {
    let press = press();
    for kind in DocType::ALL {
        let printed = press.print(&samples::sheet(*kind, samples::Look::Hard)).unwrap();
        assert!((1..=12).contains(&printed.pages), "{kind}: {} pages", printed.pages);
    }
}

#[test]
fn a_sign_that_no_font_has_is_named_and_not_dropped() {
    let press = press();
    assert!(
        press.fonts().has('㛃') && press.fonts().has('𠮷') && press.fonts().has('ᠮ'),
        "install the fonts of the README"
    );
    let lacking = '\u{10FFFD}';
    assert!(!press.fonts().has(lacking));
    let mut sheet = samples::sheet(DocType::HearingNotice, samples::Look::Plain);
    sheet.blocks.push(Block::Paragraph { text: format!("王{lacking}明") });
    let printed = press.print(&sheet).unwrap();
    sheet.blocks.pop();
    sheet.blocks.push(Block::Paragraph { text: "王〓（U+10FFFD）明".into() });
    assert_eq!(printed, press.print(&sheet).unwrap());
}

#[test]
fn a_ledger_is_written_row_by_row_and_reads_back() {
    use calamine::{Data, Reader as _, Xlsx};
    let head = LedgerHead {
        title: "受理台账".into(),
        columns: vec!["件号".into(), "收到".into(), "天数".into()],
        watermark: "达茂旗信访局 测甲 2026-11-22 10:00".into(),
    };
    let mut left = 3;
    let mut next = || {
        left -= 1;
        let day = jiff::civil::date(2026, 11, 20);
        Ok((left >= 0).then(|| vec![Cell::Text("150223-20261120-000001-0".into()), Cell::Day(day), Cell::Number(2.0)]))
    };
    let file = press().ledger(&head, &mut next).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(file).unwrap();
    let sheet = book.worksheet_range("受理台账").unwrap();
    assert_eq!(sheet.height(), 6);
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String(head.watermark.clone())));
    assert_eq!(sheet.get_value((5, 2)), Some(&Data::Float(2.0)));
    assert!(NoPress.ledger(&head, &mut || Ok(None)).is_err());
}
