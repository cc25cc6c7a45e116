//! Does a text read as if it accused an official? Then the sealed channel is named, gently, and nothing else happens: the
//! words are looked at in memory, never kept, never counted, and nothing is held back.

/// Who is spoken of.
const OFFICIALS: &[&str] = &[
    "干部",
    "书记",
    "主任",
    "村长",
    "嘎查长",
    "达嘎",
    "村支书",
    "局长",
    "科长",
    "所长",
    "站长",
    "镇长",
    "乡长",
    "苏木达",
    "旗长",
    "县长",
    "区长",
    "领导",
    "民警",
    "警察",
    "法官",
    "检察官",
    "公务员",
    "工作人员",
    "会计",
];

/// What is said that they did.
const DEEDS: &[&str] = &[
    "贪污",
    "受贿",
    "行贿",
    "索贿",
    "贿赂",
    "挪用",
    "侵吞",
    "私吞",
    "私分",
    "截留",
    "冒领",
    "套取",
    "虚报",
    "吃拿卡要",
    "收红包",
    "收了红包",
    "好处费",
    "回扣",
    "收黑钱",
    "公款",
    "滥用职权",
    "以权谋私",
    "徇私",
    "优亲厚友",
    "包庇",
    "保护伞",
    "买官",
    "卖官",
    "生活作风",
    "违纪",
    "违法乱纪",
    "腐败",
];

/// Words that need nobody beside them.
const PLAIN: &[&str] = &["我要举报", "举报他", "实名举报", "举报信", "保护伞", "贪官"];

/// Whether the text reads like a report of wrongdoing by officials. Wrong in both directions now and then, which is why it
/// only ever adds a sentence.
pub(super) fn reads_like_a_report(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    has(PLAIN) || has(OFFICIALS) && has(DEEDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_needs_somebody_who_did_it() {
        assert!(reads_like_a_report("嘎查长把低保款冒领了两年"));
        assert!(reads_like_a_report("我要举报，他收了好处费"));
        for plain in [
            "暖气从 10 月就不热，给物业打过三次电话",
            "村主任说下个月才修井",
            "补偿款少算了，要求重新核对",
            "邻居虚报面积占了我家草场",
        ] {
            assert!(!reads_like_a_report(plain), "{plain}");
        }
    }
}
