//! Every kind is printed twice to the same bytes; rare signs, long names and missing glyphs break nothing.

use domain::document::{Block, Cell, DocType, LedgerHead, NoPress, Press as _, Sheet, Stamp};

use typst::layout::{Abs, Frame, FrameItem, Point};

use crate::{TypstPress, samples, sheet::laid_out};

/// What stands on a page: its text in order, whether a sign has no form, what lies outside of the paper's edges.
#[derive(Default)]
struct Seen {
    text: String,
    lacking: String,
    outside: String,
}

fn look(frame: &Frame, at: Point, paper: (Abs, Abs), seen: &mut Seen) {
    for (place, item) in frame.items() {
        let place = at + *place;
        match item {
            FrameItem::Group(group) => look(&group.frame, place, paper, seen),
            FrameItem::Text(run) => {
                seen.text.push_str(&run.text);
                if run.glyphs.iter().any(|glyph| glyph.id == 0) {
                    seen.lacking.push_str(&run.text);
                }
                let (left, right) = (place.x, place.x + run.width());
                let edge = Abs::mm(20.0);
                if left < edge || right > paper.0 - edge || place.y > paper.1 - Abs::mm(10.0) {
                    seen.outside.push_str(&run.text);
                }
            }
            _ => {}
        }
    }
}

/// Every page of a sheet as it is laid out.
fn pages(press: &TypstPress, sheet: &Sheet) -> Vec<Seen> {
    let document = laid_out(press.fonts(), sheet).unwrap();
    let one = |page: &typst_layout::Page| {
        let mut seen = Seen::default();
        look(&page.frame, Point::zero(), (page.frame.width(), page.frame.height()), &mut seen);
        seen
    };
    document.pages().iter().map(one).collect()
}

#[test]
fn every_sample_has_all_its_signs_inside_the_paper_and_no_page_too_many() {
    let press = press();
    for kind in DocType::ALL {
        for (how, most) in [(samples::Look::Plain, 2), (samples::Look::Hard, 9)] {
            let seen = pages(&press, &samples::sheet(*kind, how));
            assert!((1..=most).contains(&seen.len()), "{kind} {how:?}: {} pages", seen.len());
            for (page, no) in seen.iter().zip(1..) {
                assert_eq!(page.lacking, "", "{kind} {how:?}, page {no}: signs without a form");
                assert_eq!(page.outside, "", "{kind} {how:?}, page {no}: outside of the paper");
            }
        }
    }
}

#[test]
fn rare_and_traditional_characters_stand_as_they_were_written() {
    let press = press();
    let mut sheet = samples::sheet(DocType::ReceiptNotice, samples::Look::Plain);
    let written = "䶮𫖯㛃𠮷堃犇臺灣龍鳳憂鬱麵條ᠮᠣᠩᠭᠣᠯ";
    sheet.blocks.push(Block::Paragraph { text: written.into() });
    let all: String = pages(&press, &sheet).iter().map(|page| page.text.clone()).collect();
    for sign in written.chars() {
        assert!(all.contains(sign), "{sign} (U+{:04X})", u32::from(sign));
    }
}

#[test]
fn no_page_holds_the_signature_alone_however_long_the_letter_is() {
    let press = press();
    let mut sheet = samples::sheet(DocType::NotAcceptNotice, samples::Look::Plain);
    let mut lengths = std::collections::BTreeSet::new();
    for lines in 0..30 {
        sheet.blocks = vec![
            Block::Paragraph { text: "一行".repeat(13 * lines + 1) },
            Block::Paragraph { text: "末段的文字，到这里结束。".into() },
        ];
        for attached in [vec![], vec!["附件甲".to_owned(), "附件乙".to_owned()]] {
            let ends_with = attached.last().cloned().unwrap_or_else(|| "到这里结束。".into());
            sheet.attachments = attached;
            let seen = pages(&press, &sheet);
            let last = seen.last().unwrap();
            let text = last.text.find(&ends_with);
            let signed = last.text.rfind(&sheet.date);
            assert!(text.is_some() && text < signed, "{lines} lines: {}", last.text);
            assert!(last.text.contains("印发"), "{lines} lines: the foot stands elsewhere");
            lengths.insert(seen.len());
        }
    }
    assert!(lengths.len() > 1, "the lengths went over a page's end: {lengths:?}");
}

#[test]
fn every_page_after_the_first_says_what_it_belongs_to() {
    let press = press();
    for kind in DocType::ALL {
        let sheet = samples::sheet(*kind, samples::Look::Hard);
        let (case, seen) = (sheet.case.clone().unwrap(), pages(&press, &sheet));
        for (page, no) in seen.iter().zip(1..).skip(1) {
            // The number may break after its hyphens.
            let text = page.text.replace('\u{200b}', "");
            assert!(text.contains(&sheet.title), "{kind}, page {no}: {text}");
            assert!(text.contains(&format!("件号{case}")), "{kind}, page {no}: {text}");
        }
    }
}

#[test]
fn lines_move_together_only_where_that_saves_a_page() {
    let press = press();
    let pages = |kind| press.print(&samples::sheet(kind, samples::Look::Plain)).unwrap().pages;
    assert_eq!(pages(DocType::ForwardNotice), 1, "a common notice is one page");
    assert_eq!(pages(DocType::NotAcceptNotice), 2, "one with way, organ and last day goes on, under its name");
}

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
        assert_eq!(printed, press.print(&samples::sheet(*kind, samples::Look::Hard)).unwrap(), "{kind}");
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

#[test]
fn a_cell_that_looks_like_a_formula_is_text() {
    use calamine::{Data, Reader as _, Xlsx};
    let head = LedgerHead { title: "台账".into(), columns: vec!["事项".into()], watermark: "=1+1".into() };
    let words = ["=HYPERLINK(\"http://example.org\")", "+1", "-1", "@SUM(A1)", "\t=1"];
    let mut rows = words.into_iter().map(|word| vec![Cell::Text(word.into())]);
    let file = press().ledger(&head, &mut || Ok(rows.next())).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(file).unwrap();
    let formulas = book.worksheet_formula("台账").unwrap();
    assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()));
    let sheet = book.worksheet_range("台账").unwrap();
    for (line, word) in (3..).zip(words) {
        let Some(Data::String(said)) = sheet.get_value((line, 0)) else { panic!("{word} is no text") };
        assert_eq!(said.trim_start(), word.trim_start());
    }
}
