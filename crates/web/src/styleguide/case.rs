//! The herder's matter of the design's pictures, in components.

use super::Section;
use crate::{
    i18n::Say,
    ui::{
        AgentCard, Axes, Button, Cell, ClaimCard, ClockDate, Column, DataTable, DateBox, DayStep, Derivation, Fact,
        Icon, Line, Notice, NoticeKind, Place, Promise, Promises, RatingCard, ReceiptBlock, RedactedPerson, RoadRow,
        Roadmap, Row, RowGroup, Ruler, Tag, Timeline, TimelineItem, Tone, UrgencyChip, View, ViewLog,
    },
};

const SPAN: i64 = 62;

fn ruler(t: Say) -> Ruler {
    Ruler::days(t, 55, 62, "9月29日 受理", "11月30日 最迟")
}

fn portal_why(open: bool) -> Derivation {
    let day = |date: &str, what: &str, told| DayStep { date: date.into(), what: what.into(), told };
    Derivation {
        question: "为什么是这一天".into(),
        open,
        days: vec![
            day("11月21日 周六", "您提交的日子，当天不算", false),
            day("11月22日 周日", "第 1 天", false),
            day("12月6日 周日", "第 15 天，是休息日", false),
            day("12月7日 周一", "顺延到这一天，最迟。我们自己按 12月4日（周五）提醒经办人", true),
        ],
        basis: "依据：《信访工作条例》第 22 条，收到后 15 日内转出。休息日顺延，参照《民法典》第 203 条。".into(),
        ..Derivation::default()
    }
}

fn desk_why(t: Say, open: bool) -> Derivation {
    let one = |date: &str, what: &str, told| DateBox { date: date.into(), what: what.into(), told };
    Derivation {
        question: "这个日子怎么来的".into(),
        open,
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

/// Any component as a ready line of HTML, so that one template shows them all.
pub(super) fn drawn(component: &impl std::fmt::Display) -> Line {
    Line::drawn(component)
}

pub(super) fn sections(t: Say) -> Vec<Section> {
    vec![
        Section { title: "路线图", parts: vec![drawn(&roadmap(t))] },
        Section { title: "诉求，一条一条", parts: portal_claims(t) },
        Section {
            title: "日子和它的来历",
            parts: vec![
                drawn(&ClockDate {
                    date: "11月30日（周一）".into(),
                    chip: Some(UrgencyChip::days(t, 7, SPAN)),
                    why: Some(desk_why(t, true)),
                }),
                drawn(&Ruler { late: true, ..Ruler::days(t, 66, 62, "9月29日 受理", "11月30日 最迟") }),
                drawn(&Ruler::days(t, 2, 62, "9月29日 受理", "11月30日 最迟")),
            ],
        },
        Section { title: "经过", parts: vec![drawn(&timeline(t))] },
        Section { title: "两条轴", parts: vec![drawn(&axes(t))] },
        Section { title: "受理凭证", parts: vec![drawn(&receipt(t)), drawn(&promises(t))] },
        Section { title: "代办员", parts: vec![drawn(&agent(t))] },
        Section { title: "遮住的人", parts: vec![drawn(&person(t))] },
        Section { title: "谁看过", parts: vec![drawn(&views(t)), drawn(&ViewLog { t, views: vec![] })] },
        Section { title: "评价", parts: ratings(t) },
    ]
}

fn roadmap(t: Say) -> Roadmap {
    let row = |icon, name: &str, strong: &str, text: &str, phone: &str| RoadRow {
        icon,
        name: name.into(),
        strong: strong.into(),
        text: text.into(),
        phone: phone.into(),
        tag: None,
        person: false,
    };
    Roadmap {
        chip: Some(UrgencyChip::days(t, 7, SPAN)),
        sentence: "旗林草局正在审答复，最迟 11月30日（周一）给您。".into(),
        ruler: Some(ruler(t)),
        why: Some(portal_why(false)),
        rows: vec![
            row(Icon::outline("user-check"), "现在谁在办", "旗林业和草原局", "韩立军", "0472-000-0001"),
            row(Icon::outline("route"), "下一步", "", "局领导签字后，把《处理意见书》送到您手里", ""),
            row(Icon::outline("user"), "您现在不用做什么", "", "想补充材料、想催一催，随时可以", ""),
            RoadRow {
                tag: Some(Tag::new(Tone::Warm, "会蒙古语")),
                person: true,
                ..row(
                    Icon::outline("heart-handshake"),
                    "您的代办员，一直是她",
                    "苏日娜",
                    "额尔登敖包嘎查",
                    "0472-000-0002",
                )
            },
        ],
        actions: vec![
            Button::second("补充").icon(Icon::outline("paperclip")).href("#"),
            Button::second("催一催").icon(Icon::outline("bell")).href("#"),
        ],
    }
}

fn portal_claims(t: Say) -> Vec<Line> {
    let claim = |number, words: &str, facts| ClaimCard {
        number,
        words: words.into(),
        confirmed: false,
        facts,
        note: Line::default(),
        why: None,
        more: None,
    };
    [
        claim(
            1,
            "2025 年草畜平衡奖励少发，要求补发",
            vec![
                Fact::new("办到哪", "查完了，答复正在审"),
                Fact::new("解决没", "还没有"),
                Fact::new("最迟", "11月30日（周一）").chip(UrgencyChip::days(t, 7, SPAN)),
            ],
        ),
        ClaimCard {
            note: "这一条归执法程序办，不出信访意见书。执法局要么依法处理，要么书面答复您。".into(),
            ..claim(
                2,
                "拉矿车压坏草场约 30 亩，要求查处",
                vec![
                    Fact::new("办到哪", "已交给旗综合行政执法局，10月12日已接收"),
                    Fact::new("解决没", "还没有"),
                    Fact::new("最迟", "12月14日（周一）").chip(UrgencyChip::days(t, 21, 60)),
                ],
            )
        },
        ClaimCard {
            confirmed: true,
            more: Some(("又坏了？重新打开这一条".into(), "#".into())),
            ..claim(
                3,
                "机井水泵坏了，牲畜没水喝",
                vec![
                    Fact::new("办到哪", "10月16日修好"),
                    Fact::new("解决没", "10月17日").tag(Tag::confirmed("您确认已解决")),
                ],
            )
        },
    ]
    .iter()
    .map(drawn)
    .collect()
}

pub(super) fn desk_claims(t: Say) -> Line {
    let claim = |number, words: &str, route: Fact, holder: Fact, result: Fact, due: Fact| ClaimCard {
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
            why: Some(desk_why(t, true)),
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

fn timeline(t: Say) -> Timeline {
    let past = |when: &str, what: &str| TimelineItem::new(Place::Past, when, what);
    Timeline {
        t,
        elapsed: "从登记到今天，一共 67 天，转过 1 次手。".into(),
        items: vec![
            TimelineItem::new(Place::Next, "之后", "您收到答复。不同意，30 天内可以向旗政府或市林草局申请复查"),
            TimelineItem::new(Place::Next, "最迟 11月30日（周一）", "旗林草局给您《处理意见书》"),
            TimelineItem::new(Place::Now, "11月19日（周四）", "答复写好，正在审"),
            TimelineItem {
                inner: true,
                small: "停在审核 4 天".into(),
                icon: Some(Icon::outline("file-pencil")),
                ..past("11月19日（周四）", "意见书送审")
            },
            past("10月17日（周六）", "您确认：水泵修好了"),
            past("10月12日（周一）", "执法局接收第 2 条").link("告知书", "#"),
            past("9月29日（周二）", "旗林草局受理第 1 条").link("受理告知书", "#"),
            past("9月17日（周四）10:42", "苏日娜替您登记，念给您听过"),
        ],
    }
}

fn axes(t: Say) -> Axes {
    Axes { t, procedure: "办理中".into(), resolution: "1 条，共 3 条".into(), confirmed: "本人确认".into() }
}

fn receipt(t: Say) -> ReceiptBlock {
    ReceiptBlock {
        t,
        sentence: "2026年11月21日（周六）20:14，您反映的“暖气不热”等 2 条诉求有编号了。".into(),
        number: "150223-20261121-000362-7".into(),
        code: "4821 9037".into(),
        qr: ReceiptBlock::qr("https://lianxin.example/t/150223-20261121-000362-7"),
    }
}

fn promises(t: Say) -> Promises {
    Promises {
        items: vec![
            Promise {
                date: "11月22日（周日）20:14 前".into(),
                chip: None,
                what: "振兴社区代办员给您打电话。".into(),
                why: None,
            },
            Promise {
                date: "最迟 12月7日（周一）".into(),
                chip: Some(UrgencyChip::days(t, 16, 16)),
                what: "告诉您这件事归哪个单位办、找谁、电话多少。".into(),
                why: Some(portal_why(true)),
            },
        ],
    }
}

fn agent(t: Say) -> AgentCard {
    AgentCard {
        t,
        caption: "您扫码的代办点".into(),
        name: "苏日娜".into(),
        tags: vec![Tag::new(Tone::Warm, "会蒙古语")],
        station: "满都拉镇 额尔登敖包嘎查代办点".into(),
        hours: "周一至周五 9:00–17:30".into(),
        phone: "0472-000-0002".into(),
    }
}

fn person(t: Say) -> RedactedPerson {
    RedactedPerson {
        t,
        label: "信访人".into(),
        name: "乌*格".into(),
        phone: "1** **** **06".into(),
        tags: vec![Tag::new(Tone::Warm, "蒙古语 · 要念给她听")],
        relay: Some("#".into()),
        reveal: Some("#".into()),
    }
}

fn views(t: Say) -> ViewLog {
    let view = |who: &str, what: &str, identity| View { who: who.into(), what: what.into(), identity };
    ViewLog {
        t,
        views: vec![
            view("旗林草局 承办人", "11月20日 09:31 · 看材料，写答复", false),
            view("旗综合行政执法局 接收人", "10月12日 10:05 · 只看第 2 条，没看姓名电话", false),
            view("旗林草局 承办人 看了您的电话", "10月8日 15:20 · 理由：约上门时间", true),
        ],
    }
}

fn ratings(t: Say) -> Vec<Line> {
    let card = |name: &str, unit: &str, role: &str, chosen: &str, error: &str| RatingCard {
        t,
        name: name.into(),
        unit: unit.into(),
        role: role.into(),
        chosen: chosen.into(),
        error: error.into(),
    };
    vec![
        drawn(&card("rate-unit", "满都拉镇政府", "修水泵的", "", "")),
        drawn(&card("rate-bureau", "旗信访局", "转办的", "basically", "")),
        drawn(&card("rate-error", "旗林草局", "答复的", "", "还没选。不评也可以，直接离开这一页就行。")),
    ]
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
