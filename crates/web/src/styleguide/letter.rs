//! The letter as a sheet before and after the signature, with its plain words.

use domain::document::{Block, DocType, Layout, Sheet, Stamp};

use super::Section;
use crate::{
    i18n::Say,
    ui::{Line, PlainWords, SheetPaper},
};

pub(super) fn section(t: Say) -> Section {
    Section {
        title: "意见书与大白话",
        parts: vec![Line::drawn(&letter(t, false)), Line::drawn(&letter(t, true)), Line::drawn(&plain(t))],
    }
}

fn letter(t: Say, signed: bool) -> SheetPaper {
    let item = |label: &str, text: &str| (label.to_owned(), text.to_owned());
    let blocks = vec![
        Block::Paragraph {
            text: "您反映“草畜平衡奖励少发等 3 条诉求”的信访事项，我局于2026年9月17日收到。".into()
        },
        Block::Heading { text: "一、调查核实情况".into() },
        Block::Paragraph { text: "经实地测量并和发放表核对，少算草场 744 亩。".into() },
        Block::Heading { text: "二、处理意见".into() },
        Block::Item {
            mark: "（一）".into(),
            head: "关于“核对补发 2025 年度草畜平衡奖励”".into(),
            lines: vec![item("结论", "支持"), item("意见", "少算的 744 亩予以更正，补发 1,860 元。")],
        },
    ];
    let sheet = Sheet {
        kind: DocType::Opinion,
        layout: Layout::Letter,
        issuer: "达茂旗林业和草原局".into(),
        number: signed.then(|| "达林草信复〔2026〕18号".into()),
        case: None,
        title: "信访事项处理意见书".into(),
        to: Some("乌*格：".into()),
        blocks,
        attachments: vec![],
        signature: "达茂旗林业和草原局".into(),
        date: "2026年11月24日".into(),
        seal: "此处由发文机关加盖印章；没有盖章的，是电子副本".into(),
        copy_to: None,
        colophon: (String::new(), String::new()),
        verify: None,
        stamp: (!signed).then_some(Stamp::Draft),
        at: jiff::Timestamp::UNIX_EPOCH,
    };
    SheetPaper { t, sheet }
}

fn plain(t: Say) -> PlainWords {
    PlainWords {
        t,
        lines: vec!["第 1 条：支持。补发 1,860 元，最迟 12月20日（周日），由旗林业和草原局做。".into()],
        window: "不同意的话，最迟 12月24日（周四） 可以申请复查。".into(),
    }
}
