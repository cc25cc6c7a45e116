//! Small parts in every state: chips, tags, buttons, notices, fields, lists.

use kernel::Refusal;

use super::{Section, case::drawn};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    ui::{
        Button, EmptyState, Figure, Figures, FilterBar, FilterSelect, Icon, Line, LinkRow, Links, Notice, NoticeKind,
        Pagination, RefusalBox, Skeleton, Stat, Step, Stepper, Tab, Tabs, Tag, Tone, Urgency, UrgencyChip,
    },
    view::Visit,
};

pub(super) fn sections(visit: &Visit) -> Vec<Section> {
    let t = visit.t;
    vec![
        Section { title: "急缓：形状、字、深浅都不同", parts: chips(t) },
        Section { title: "标签", parts: tags() },
        Section { title: "按钮", parts: buttons() },
        Section { title: "提示", parts: notices(t) },
        Section { title: "输入：空着", parts: fields(&visit.form(), "a") },
        Section { title: "输入：出错，写的都还在", parts: failed(visit) },
        Section { title: "链接、数字、步骤", parts: lists(t) },
        Section { title: "没有内容、正在加载", parts: waiting() },
    ]
}

fn chips(t: Say) -> Vec<Line> {
    let all = [
        UrgencyChip::days(t, -4, 15),
        UrgencyChip::days(t, 0, 15),
        UrgencyChip::days(t, 7, 60),
        UrgencyChip::days(t, 21, 60),
        UrgencyChip::paused(t, "听证"),
        UrgencyChip::stopped(t),
        UrgencyChip::new(Urgency::Stopped, "受理后开始"),
    ];
    vec![row(&all)]
}

fn row<T: std::fmt::Display>(all: &[T]) -> Line {
    let inside: Vec<_> = all.iter().map(ToString::to_string).collect();
    Line::drawn(&format!("<div class=\"lx-row\">{}</div>", inside.join(" ")))
}

fn tags() -> Vec<Line> {
    vec![row(&[
        Tag::new(Tone::Brand, "办理中"),
        Tag::new(Tone::Grey, "单位说解决，本人没确认"),
        Tag::confirmed("本人确认"),
        Tag::new(Tone::Yellow, "一部分"),
        Tag::new(Tone::Warm, "会蒙古语"),
        Tag::new(Tone::Violet, "密封"),
        Tag::new(Tone::Red, "没解决"),
    ])]
}

fn buttons() -> Vec<Line> {
    vec![
        drawn(&Button::primary("反映一件事").icon(Icon::outline("pencil")).href("#")),
        drawn(&Button::second("查我的事").icon(Icon::outline("search")).href("#")),
        drawn(&Button::quiet("再加一条").icon(Icon::outline("plus")).href("#").wide()),
        row(&[
            Button::quiet("打印").icon(Icon::outline("printer")).href("#"),
            Button::quiet("登记").href("#").key("N"),
        ]),
    ]
}

fn notices(t: Say) -> Vec<Line> {
    vec![
        drawn(&Notice::new(NoticeKind::Info, "换单位不重新算天数。")),
        drawn(&Notice::new(NoticeKind::Warm, "代办员替您写、替您跑，不收钱。")),
        drawn(
            &Notice::new(NoticeKind::Caution, "反映问题不会延长起诉、复议、仲裁的期限。")
                .titled("别错过其他期限")
                .link("看看哪些和您有关", "#"),
        ),
        drawn(&Notice::new(NoticeKind::Danger, "没存上，是我们的问题。您写的还在，请再点一次。编号 F-7K2M")),
        drawn(
            &Notice::new(NoticeKind::Neutral, "被反映的单位看不到您的姓名和电话。").icon(Icon::outline("shield-check")),
        ),
        drawn(&Notice::new(NoticeKind::Sealed, "要举报干部违纪违法，请不要写在这里。").link("走密封通道", "#")),
        drawn(&RefusalBox {
            text: "不能再延期。11月20日已经延过 30 天，用满了。最迟还是 12月28日（周一）。能答复的部分，请先答复。"
                .into(),
            article: "《信访工作条例》第 34 条：延长不超过 30 日".into(),
        }),
        drawn(&RefusalBox::of(t, &Refusal::stale())),
    ]
}

/// The keys are those of the portal, borrowed; what counts here is the shape. `n` keeps the ids of the two samples apart.
fn fields(form: &Form, n: &str) -> Vec<Line> {
    let none = "portal-foot-how";
    let id = |name: &str| format!("{name}-{n}");
    vec![
        drawn(&form.text(&id("name"), "portal-home-file").complete("name")),
        drawn(&form.tel(&id("mobile"), "portal-foot-phone").hint("portal-home-review-small")),
        drawn(&form.area(&id("story"), "portal-home-heading").hint("portal-home-lead").optional(none)),
        drawn(&form.select(&id("unit"), none).option("", "portal-home-other").option("a", "portal-home-how")),
        drawn(
            &form
                .choice(&id("agent"), "portal-home-agent")
                .option_with("yes", "portal-home-agents", "portal-home-agents-small")
                .option("no", "portal-home-track"),
        ),
        drawn(&form.lines(&id("claim"), "portal-home-file", 2).mark("portal-receipt-number")),
        drawn(&form.files(&id("files"), "portal-upload-remove").accept("image/*,application/pdf")),
        drawn(&form.check(&id("true"), "portal-foot-data").hint("portal-foot-how")),
    ]
}

fn failed(visit: &Visit) -> Vec<Line> {
    let sent = Submission::of(&[
        ("name-b", "刘桂芳"),
        ("mobile-b", "138 0000 000"),
        ("claim-b", "把暖气修好，室温达到 18 度"),
        ("story-b", "我家住百灵庙镇振兴社区 3 号楼。"),
    ]);
    let errors = FormErrors::from(vec![
        Refusal::invalid("mobile-b", "phone"),
        Refusal::invalid("agent-b", "text-empty"),
        Refusal::invalid("claim-b-1", "text-too-long").with("length", 600).with("max", 500),
        Refusal::invalid("files-b", "file-too-large").with("name", "照片 1.jpg").with("limit", 20),
        Refusal::invalid("true-b", "text-empty"),
    ]);
    let form = visit.form_again(&sent, errors);
    std::iter::once(drawn(&form.summary())).chain(fields(&form, "b")).collect()
}

fn lists(t: Say) -> Vec<Line> {
    let link =
        |icon, text: &str, small: &str| LinkRow { href: "#".into(), icon, text: text.into(), small: small.into() };
    vec![
        drawn(&Links {
            rows: vec![
                link(Icon::outline("paperclip"), "补充材料、照片", ""),
                link(Icon::outline("shield-check"), "下载登记凭证", "以后能证明这件事登记过、没有被改过"),
                link(Icon::outline("arrow-back-up"), "不想反映了，撤回", ""),
            ],
        }),
        drawn(&Figures { items: figures() }),
        drawn(&stat()),
        drawn(&tabs()),
        drawn(&filter(t)),
        drawn(&stepper()),
        drawn(&Pagination { t, first: Some("#".into()), next: Some("#".into()) }),
    ]
}

fn figures() -> Vec<Figure> {
    let figure = |value: &str, what: &str, small: &str, bad| Figure {
        value: value.into(),
        what: what.into(),
        small: small.into(),
        bad,
    };
    vec![
        figure("9", "件，本人说不满意", "61 件已评价里。另有 43 件没评价，不算满意", false),
        figure("58", "件，本人确认解决了", "112 件走完程序里", false),
        figure("7", "件，过了期限还没办完", "96 件在办里，都已自动督办", true),
    ]
}

fn stat() -> Stat {
    Stat {
        name: "不满意".into(),
        value: "14.8%".into(),
        ratio: "9 ÷ 61 件已评价".into(),
        note: "上一期 11.9%（7 ÷ 59）。另有 43 件没评价，不算满意。".into(),
        link: Some(("看这 9 件".into(), "#".into())),
        bad: true,
    }
}

fn tabs() -> Tabs {
    let tab = |text: &str, count, current| Tab { text: text.into(), href: "#".into(), count: Some(count), current };
    Tabs {
        label: "收件台".into(),
        items: vec![tab("要我动手", 14, true), tab("待甄别", 5, false), tab("在办", 96, false)],
    }
}

fn filter(t: Say) -> FilterBar {
    let select = |name: &str, label: &str, any: &str, one: &str, chosen: &str| FilterSelect {
        name: name.into(),
        label: label.into(),
        options: vec![(String::new(), any.into()), ("1".into(), one.into())],
        chosen: chosen.into(),
    };
    FilterBar {
        t,
        action: "/desk".into(),
        hidden: vec![],
        selects: vec![
            select("place", "地方", "全旗", "百灵庙镇", ""),
            select("urgency", "急缓", "先急后缓", "只看超期", "1"),
        ],
    }
}

fn stepper() -> Stepper {
    let step = |text: &str, small: &str, done, current| Step {
        text: text.into(),
        href: "#".into(),
        small: small.into(),
        current,
        done,
    };
    Stepper {
        steps: vec![
            step("是什么事", "申诉求决", true, false),
            step("每条诉求走哪条路", "", false, true),
            step("派给谁", "把握 0.91", false, false),
        ],
    }
}

fn waiting() -> Vec<Line> {
    vec![
        drawn(&EmptyState {
            icon: Icon::outline("mug"),
            title: "眼下没有要您动手的".into(),
            text: "最近的一件 11月27日（周五）到期。".into(),
            link: Some(("看在办的 96 件".into(), "#".into())),
        }),
        drawn(&Skeleton { lines: 4 }),
    ]
}
