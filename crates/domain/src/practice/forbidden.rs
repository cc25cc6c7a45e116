//! What no practice may hold, whoever writes it: a rank or score of people, a mark on a petitioner, a rate as a target, and the
//! words that put the petitioner in the wrong (rules.md §1.11–14, §9, 3.6; the table of bad words in the guide to wording).

use kernel::Refusal;

/// Why a text may not stand in a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forbidden {
    /// People are ranked or scored, or counted by what they click.
    Ranking(&'static str),
    /// A petitioner is marked.
    Mark(&'static str),
    /// A rate stands as a target.
    Target(&'static str),
    /// A word that is said otherwise here: the word, and what to say.
    Wording(&'static str, &'static str),
}

impl Forbidden {
    /// Why it may not stand in `field`, and what to write instead.
    #[must_use]
    pub fn refusal(self, field: &str) -> Refusal {
        match self {
            Self::Ranking(word) => Refusal::rule("practice-ranking", "3.6", "").on(field).with("word", word),
            Self::Mark(word) => Refusal::rule("practice-mark", "1.14", "").on(field).with("word", word),
            Self::Target(word) => Refusal::rule("practice-target", "§12", "").on(field).with("word", word),
            Self::Wording(word, instead) => {
                Refusal::invalid(field, "practice-wording").with("word", word).with("instead", instead)
            }
        }
    }
}

const RANKING: &[&str] = &[
    "积分",
    "排名",
    "排行",
    "末位",
    "评星",
    "得分",
    "打分",
    "点赞数",
    "在线时长",
    "打卡",
    "签到率",
    "办件量考核",
    "代办件数考核",
    "ranking",
    "score",
    "leaderboard",
];
const MARKS: &[&str] = &[
    "黑名单",
    "失信名单",
    "信用分",
    "重点人",
    "缠访",
    "闹访",
    "老户",
    "上访专业户",
    "稳控",
    "越级上访人员",
    "无理取闹",
    "blacklist",
];
const TARGETS: &[&str] =
    &["%", "％", "百分之", "零上访", "零越级", "化解率", "满意率", "满意度", "办结率", "答复率", "受理率"];
const WORDING: &[(&str, &str)] = &[
    ("请耐心等待", "〔谁〕正在〔做什么〕，最迟〔日期〕"),
    ("已办结", "程序走完了。解决没有，由您说了算"),
    ("不予受理", "这件事不能在这里办。应该去〔哪〕，最迟〔日期〕"),
    ("不再受理", "同样的事实和理由已经复核过，不能再办"),
    ("默认满意", "没有评价。不评，不会算成满意"),
    ("恭喜", "已登记，编号 …"),
    ("请勿重复", "您点了两次，只登记了一件"),
    ("重复信访", "和〔日期〕那件是同一件事吗？"),
    ("情绪激动", "他说已经等了〔几〕天，要一个准日子"),
    ("诉求过高", "这一条没有法律依据，不能支持。依据是……"),
    ("息诉罢访", "本人〔日期〕确认：解决了"),
    ("系统维护", "〔时间〕暂停。急事打〔电话〕"),
    ("权限不足", "这一件不归您看。它在〔哪〕办"),
    ("查无此件", "编号或查询码不对，再看一眼"),
    ("操作失败", "没存上，是我们的问题。您写的还在"),
    ("视为放弃", "申请最迟〔日期〕。过了有正当理由，也可以说明"),
    ("温馨提示", "直接说那一句话"),
    ("！", "句号"),
];

/// The first thing in `text` that no practice may hold.
#[must_use]
pub fn forbidden(text: &str) -> Option<Forbidden> {
    let lower = text.to_lowercase();
    let find = |words: &'static [&'static str]| words.iter().copied().find(|word| lower.contains(word));
    find(RANKING)
        .map(Forbidden::Ranking)
        .or_else(|| find(MARKS).map(Forbidden::Mark))
        .or_else(|| find(TARGETS).map(Forbidden::Target))
        .or_else(|| {
            WORDING.iter().find(|(bad, _)| lower.contains(bad)).map(|(bad, good)| Forbidden::Wording(bad, good))
        })
}
