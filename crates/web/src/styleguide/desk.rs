//! The desk's own shapes: the inbox, its preview, claims in four columns.

use super::case::{SPAN, drawn, ruler};
use crate::{
    i18n::Say,
    ui::{
        Button, Cell, ClaimCard, Column, DataTable, DateBox, Derivation, Fact, Icon, Line, Notice, NoticeKind, Row,
        RowGroup, Ruler, Tag, Tone, UrgencyChip,
    },
};

pub(super) fn why(t: Say) -> Derivation {
    let one = |date: &str, what: &str, told| DateBox { date: date.into(), what: what.into(), told };
    Derivation {
        question: "这个日子怎么来的".into(),
        open: true,
        ruler: Some(Ruler {
            rest: vec![(96.8, 3.2)],
            today: "今天 第 55 天".into(),
            from: "9月30日 第 1 天".into(),
            to: "第 60 天是周六，顺延两天".into(),
            ..ruler(t)
        }),
        boxes: vec![
            one("11月27日（周五）", "我们按这天提醒。不晚于第 60 天的最后一个工作日", false),
            one("11月28日（周六）", "数满 60 天。9月30日起算，休息日不跳过", false),
            one("11月30日（周一）", "告诉信访人的最迟日子。过了这天算超期", true),
        ],
        basis: "依据：《信访工作条例》第 34 条（60 日）；末日遇休息日顺延，参照《民法典》第 203 条。日历版本 2026-1。没有暂停，没有延期。"
            .into(),
        ..Derivation::default()
    }
}

pub(super) fn claims(t: Say) -> Line {
    let claim = |number, words: &str, route: Fact, holder: Fact, result: Fact, due: Fact| ClaimCard {
        beside: vec![],
        number,
        words: words.into(),
        confirmed: false,
        facts: vec![route, holder, result, due],
        note: Line::default(),
        why: None,
        more: None,
    };
    let due = |date: &str, left| Fact::new("最迟", date).href("#").chip(UrgencyChip::days(t, left, 60));
    let cards = [
        ClaimCard {
            beside: vec![],
            why: Some(why(t)),
            ..claim(
                1,
                "2025 年度草畜平衡奖励少发，要求核对补发",
                Fact::new("走哪条路", "信访程序").small("条例 31 条第（六）项"),
                Fact::new("谁办", "旗林业和草原局").small("韩立军 主办"),
                Fact::new("拟答复", "补 1,860 元").tag(Tag::new(Tone::Grey, "支持")).small("待签发"),
                due("11月30日（周一）", 7),
            )
        },
        claim(
            2,
            "拉矿大车压坏草场约 30 亩，要求查处并恢复",
            Fact::new("走哪条路", "申请查处、履职").small("条例 31 条第（五）项"),
            Fact::new("谁办", "旗综合行政执法局").small("接收号 ZF-2026-0418"),
            Fact::new("结果", "未定").small("10月12日接收"),
            due("12月14日（周一）", 21),
        ),
        ClaimCard {
            confirmed: true,
            ..claim(
                3,
                "嘎查机井水泵坏了，牲畜没水喝",
                Fact::new("走哪条路", "代办，即知即办"),
                Fact::new("谁办", "满都拉镇政府"),
                Fact::new("结果", "").tag(Tag::confirmed("本人确认解决")).small("10月17日 本人查询码"),
                Fact::new("计时", "").chip(UrgencyChip::stopped(t)),
            )
        },
    ];
    Line::drawn(&cards.iter().map(ToString::to_string).collect::<String>())
}

pub(super) fn inbox(t: Say) -> Line {
    let group = |title: &str, note: &str, rows| RowGroup { title: title.into(), note: note.into(), rows };
    drawn(&DataTable {
        caption: "要我动手的 14 件，先急后缓".into(),
        columns: ["急缓", "事情", "在谁手里 · 到哪一步", "最迟", "我要做"].map(Column::new).into(),
        groups: vec![
            group("已超期", "2 件 · 已自动督办", late_rows(t)),
            group("7 天内", "2 件", soon_rows(t)),
            group("时间充裕", "8 件", enough_rows(t)),
        ],
    })
}

/// Title and meta, holder and step, date and its kind, verb.
type Matter<'a> = [(&'a str, &'a str); 3];

fn matter(t: Say, left: i64, [title, holder, due]: Matter<'_>, verb: &str) -> Row {
    Row {
        cells: vec![
            Cell::chip(UrgencyChip::days(t, left, 15)),
            Cell::title(title.0, "#").small(title.1),
            Cell::text(holder.0).small(holder.1),
            Cell::text(due.0).small(due.1),
            Cell::link(verb, "#"),
        ],
        current: left == 7,
    }
}

fn late_rows(t: Say) -> Vec<Row> {
    let first = [
        ("冬季取暖补贴没给书面答复", "希拉穆仁镇 · 来信"),
        ("旗民政局", "该告知，没告知"),
        ("11月19日", "周四 · 15 日告知"),
    ];
    let second = [
        ("征地补偿款两年没到账", "石宝镇 · 代办 · 转过 2 次手"),
        ("旗自然资源局", "答复没送达"),
        ("11月20日", "周五 · 60 日办理"),
    ];
    vec![matter(t, -4, first, "发督办函"), matter(t, -3, second, "看督办回函")]
}

fn soon_rows(t: Say) -> Vec<Row> {
    let first = [
        ("拉砂车夜里过村，吵得睡不着", "西河乡 · 电话 · 2 条诉求"),
        ("我们", "待甄别"),
        ("11月23日", "周一 · 15 日转送"),
    ];
    let second = [
        ("草畜平衡奖励少发等 3 条诉求", "满都拉镇 · 代办 · 已解决 1 条"),
        ("旗林业和草原局", "答复待签发"),
        ("11月30日", "周一 · 60 日办理"),
    ];
    vec![matter(t, 0, first, "甄别派单"), matter(t, 7, second, "提醒签发")]
}

fn enough_rows(t: Say) -> Vec<Row> {
    let only = [
        ("住院报销比例算得不对", "明安镇 · 12345 转来"),
        ("旗医保局", "简易办理，已联系本人"),
        ("12月4日", "周五 · 10 工作日"),
    ];
    vec![matter(t, 11, only, "看进度")]
}

pub(super) fn preview(t: Say) -> Line {
    let notice = Notice::new(NoticeKind::Caution, "答复已在审核处停了 4 天。按 11月27日（周五）提醒，还有 4 天。")
        .icon(Icon::outline("bulb"));
    let parts = [
        UrgencyChip::days(t, 7, SPAN).to_string(),
        ruler(t).to_string(),
        notice.to_string(),
        format!(
            "<div class=\"lx-two\">{}{}</div>",
            Button::primary("打开").href("#").key("Enter"),
            Button::quiet("提醒签发").href("#").key("R")
        ),
    ];
    Line::drawn(&parts.concat())
}
