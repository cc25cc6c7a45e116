//! The herder's matter of the design's pictures, in components.

use super::Section;
use crate::{
    i18n::Say,
    ui::{
        AgentCard, Axes, Button, ClaimCard, ClockDate, DayStep, Derivation, Fact, Icon, Line, Place, Promise, Promises,
        RatingCard, ReceiptBlock, RedactedPerson, RoadRow, Roadmap, Ruler, Tag, Timeline, TimelineItem, Tone,
        UrgencyChip, View, ViewLog,
    },
};

pub(super) const SPAN: i64 = 62;

pub(super) fn ruler(t: Say) -> Ruler {
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
                    why: Some(super::desk::why(t)),
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
        beside: vec![],
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
                why: None,
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
    let view = |who: &str, what: &str, identity| View::new(who, what, identity);
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
