//! The letter before and after the signature, with its plain words.

use super::Section;
use crate::{
    i18n::Say,
    ui::{Letter, LetterAnswer, Line, PlainWords},
};

pub(super) fn section(t: Say) -> Section {
    Section {
        title: "意见书与大白话",
        parts: vec![Line::drawn(&letter(t, false)), Line::drawn(&letter(t, true)), Line::drawn(&plain(t))],
    }
}

fn letter(t: Say, signed: bool) -> Letter {
    let answered = LetterAnswer {
        mark: "一、您的诉求：".into(),
        claim: "2025 年度草畜平衡奖励少发，要求核对补发".into(),
        result: "处理意见：支持".into(),
        text: "少算的 744 亩予以更正，补发 1,860 元。".into(),
        basis: "依据：《草畜平衡管理办法》第十条".into(),
        promise: "由旗林业和草原局于 2026年12月20日 前做到：补发 1,860 元".into(),
    };
    let open = LetterAnswer {
        mark: "二、您的诉求：".into(),
        claim: "嘎查机井水泵坏了，牲畜没水喝".into(),
        ..LetterAnswer::default()
    };
    Letter {
        t,
        unit: "旗林业和草原局".into(),
        title: "信访事项处理意见书".into(),
        number: if signed { "旗林草信复〔2026〕18号".into() } else { String::new() },
        to: "乌*格：".into(),
        opening:
            "您 2026年9月17日 提出的“草畜平衡奖励少发等 3 条诉求”，我们于 2026年9月29日 受理。现将处理意见告知如下。"
                .into(),
        findings: "经实地测量并和发放表核对，少算草场 744 亩。".into(),
        answers: if signed { vec![answered] } else { vec![answered, open] },
        remedy: "如果不服本处理意见，可以自收到之日起 30 日内，向本机关的上一级行政机关申请复查。".into(),
        date: if signed { "2026年11月24日".into() } else { String::new() },
    }
}

fn plain(t: Say) -> PlainWords {
    PlainWords {
        t,
        lines: vec!["第 1 条：支持。补发 1,860 元，最迟 12月20日（周日），由旗林业和草原局做。".into()],
        window: "不同意的话，最迟 12月24日（周四） 可以申请复查。".into(),
    }
}
