//! A sample of every letter, with invented people and places that are real: for looking at, for `lianxin letter render`, for tests.

use domain::document::{Content, DocNumber, DocType, Entry, Field, FieldKind, Issuer, Letter, Sheet, compose, shipped};
use jiff::civil::date;
use kernel::{CaseNumber, DivisionCode};

/// How hard a sample is to set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As most letters are.
    Plain,
    /// Very long names, rare and traditional characters, Mongolian, several pages.
    Hard,
}

/// The sample of `kind` as a sheet.
#[must_use]
pub fn sheet(kind: DocType, look: Look) -> Sheet {
    compose(&letter(kind, look), &shipped(kind), "https://xinfang.example.org", None)
}

/// The sample of `kind` as a letter.
#[must_use]
pub fn letter(kind: DocType, look: Look) -> Letter {
    let spec = kind.spec();
    let hard = look == Look::Hard;
    let name = if hard {
        "达尔罕茂明安联合旗人民政府信访局暨群众工作领导小组办公室（联合接待中心）"
    } else {
        "达尔罕茂明安联合旗信访局"
    };
    let series = shipped(kind).series();
    let to = if hard { "𠮷㛃䶮𫖯·额尔德尼朝克图·乌云毕力格（測試）" } else { "测某某" };
    let (name, to) = match kind {
        // Upwards: the unit reports to the bureau that assigned.
        DocType::ClosingReport if !hard => ("达尔罕茂明安联合旗林业和草原局", "达尔罕茂明安联合旗信访局"),
        DocType::Opinion if !hard => ("达尔罕茂明安联合旗林业和草原局", to),
        DocType::ReviewOpinion | DocType::RecheckOpinion if !hard => (reviewing(kind), to),
        DocType::AccountabilityLetter => (name, "达尔罕茂明安联合旗纪委监委"),
        DocType::AdvicePolicy => (name, "达尔罕茂明安联合旗人民政府"),
        DocType::MeetingMinutes => (name, ""),
        _ if spec.audience == domain::document::Audience::Office => (name, "达尔罕茂明安联合旗林业和草原局"),
        _ => (name, to),
    };
    let number = DocNumber { org_code: code_of(name).into(), series, year: 2026, seq: 12 };
    Letter {
        kind,
        issuer: Issuer {
            name: name.into(),
            code: code_of(name).into(),
            phone: Some("0472-000-0000".into()),
            address: Some("百灵庙镇".into()),
        },
        to: to.into(),
        case: DivisionCode::parse("150223100201").ok().map(|at| CaseNumber::compose(&at, date(2026, 9, 1), 118)),
        number: spec.numbered.then_some(number),
        code: Some("1502-7K2M-9QXC-4TRA".into()),
        date: date(2026, 9, 18),
        at: jiff::Timestamp::from_second(1_789_696_800).unwrap_or(jiff::Timestamp::UNIX_EPOCH),
        content: content(kind, hard),
    }
}

/// Whose review it is.
fn reviewing(kind: DocType) -> &'static str {
    if kind == DocType::RecheckOpinion { "内蒙古自治区林业和草原局" } else { "包头市林业和草原局" }
}

/// The code of that office in the numbers of its letters.
fn code_of(name: &str) -> &'static str {
    match name {
        "达尔罕茂明安联合旗林业和草原局" => "达林草",
        "包头市林业和草原局" => "包林草",
        "内蒙古自治区林业和草原局" => "内林草",
        _ => "达茂",
    }
}

fn content(kind: DocType, hard: bool) -> Content {
    let wanted = kind.fields().filter(|field| hard || spec_shows(kind, *field));
    wanted.fold(Content::new(), |content, field| match field.kind() {
        FieldKind::Text => content.text(field, text(kind, field, hard)),
        FieldKind::Day => content.day(field, day(kind, field)),
        FieldKind::Items => content.items(field, items(kind, field, hard)),
    })
}

/// Optional fields that plain samples show.
fn spec_shows(kind: DocType, field: Field) -> bool {
    let shown =
        matches!(field, Field::Matter | Field::Execution | Field::CopyTo | Field::RightOrgan | Field::ToUnitPhone);
    shown || kind.spec().required.contains(&field) || field == Field::WayDue && kind == DocType::NotAcceptNotice
}

fn day(kind: DocType, field: Field) -> jiff::civil::Date {
    match field {
        Field::Due if kind == DocType::RiskReminder => date(2026, 9, 25),
        Field::FeedbackDue => date(2026, 10, 18),
        Field::ReceivedOn if kind == DocType::Opinion => date(2026, 7, 15),
        Field::ReceivedOn => date(2026, 9, 1),
        Field::SentOn | Field::ServedOn => date(2026, 9, 18),
        Field::NewDue => date(2026, 12, 17),
        _ => date(2026, 11, 17),
    }
}

const LONG: &str = "2025年的草畜平衡奖励，登记面积比承包合同少了七百四十四亩；五月以后，拉矿的车从打草场中间穿过，压出三条路，其中一条宽十二米、\
长两公里半，雨后积水不退；机井水泵九月坏了，两次报修没有人来。";

fn text(kind: DocType, field: Field, hard: bool) -> String {
    let plain = own(kind, field).unwrap_or_else(|| short(field));
    if !hard {
        return plain.to_owned();
    }
    match field {
        Field::Facts | Field::Findings | Field::Investigation | Field::Summary | Field::Note => {
            format!(
                "{plain}\n{LONG}\n繁體字照錄：臺灣、龍鳳、憂鬱、麵條。生僻字：𠮷野家的𠮷，㛃娜的㛃，䶮，𫖯，喆，堃，犇。蒙古文：ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ。\n{}",
                LONG.repeat(4)
            )
        }
        Field::Matter => "草畜平衡奖励少发、打草场被运输车辆压坏、机井水泵损坏长期无人修理三件事（ᠮᠣᠩᠭᠣᠯ）".to_owned(),
        _ => plain.to_owned(),
    }
}

/// What a field says in letters of one kind only: each sample tells one story from its first line to its last.
#[expect(clippy::too_many_lines, reason = "one table: what each sample says of its own")]
fn own(kind: DocType, field: Field) -> Option<&'static str> {
    use DocType as K;
    Some(match (kind, field) {
        (K::NotAcceptNotice, Field::Matter) => "施工队拖欠四个月工资",
        (K::NotAcceptNotice, Field::Reason) => {
            "只能走法定途径。拖欠工资是劳动争议，法律规定先由劳动人事争议仲裁机构处理。"
        }
        (K::NotAcceptNotice, Field::Clause) => {
            "《信访工作条例》第三十一条第（二）项：依法应当通过仲裁等法定途径处理的，告知法定途径。"
        }
        (K::NoMoreAcceptNotice, Field::Clause) => "《信访工作条例》第三十六条第三款：信访人对复核意见不服，",
        (K::ExtensionNotice, Field::Reason) => "草场面积要等雨后复测，测量队定于2026年11月下旬到场。",
        (K::SuggestionReply, Field::Matter) => "在苏木公示栏增加蒙古文对照",
        (K::SuggestionReply, Field::Reason) => {
            "公示内容涉及牧民切身利益，蒙古文对照便于看懂；三块旧公示栏随改造一并更换。"
        }
        (K::AgencyNotEligible, Field::Matter) => "林场职工要求补发岗位津贴",
        (K::AgencyNotEligible, Field::Reason) => "本人委托的代办员是被反映单位的工作人员，应当回避。",
        (K::AgencyNotEligible, Field::RightWay) => "可以另选代办员，也可以由本人直接提出。",
        (K::AgencyNotEligible, Field::WayDue) => "没有期限，随时可以提出",
        (K::SuperviseLetter, Field::Clause) => {
            "《信访工作条例》第四十条第一款第（一）项：受理、办理信访事项超过规定期限的，应当及时督办。"
        }
        (K::SuperviseLetter, Field::Facts) => {
            "本事项2026年7月15日受理，应当在9月14日前答复；到9月18日仍未签发处理意见书。"
        }
        (K::SuperviseLetter | K::SupervisionLetter, Field::Requirements) => {
            "自收到本函之日起三个工作日内签发并送达处理意见书，书面说明超期的原因。"
        }
        (K::SupervisionLetter, Field::BrokenClause) => {
            "《信访工作条例》第三十四条：信访事项应当自受理之日起60日内办结。"
        }
        (K::SupervisionLetter, Field::Facts) => "本事项2026年7月15日受理，9月14日期满，到9月18日仍未书面答复信访人。",
        (K::AccountabilityLetter, Field::Facts) => "旗林业和草原局对已经生效的处理意见，经两次督办仍未执行。",
        (K::AccountabilityLetter, Field::AccountClause) => {
            "《信访工作条例》第四十四条：拒不执行有权处理机关、单位作出的信访处理意见，造成严重后果的，依规依纪依法处理。"
        }
        (K::AdviceAccount, Field::Facts) => {
            "旗林业和草原局对信访人提出的事项推诿五个月，其间两次以不属本单位职责为由退回。"
        }
        (K::AdviceAccount, Field::Advice) => "建议对负有责任的人员依规依纪依法作出处理，并书面反馈采纳情况。",
        (K::AdviceAccount, Field::Basis) => "《信访工作条例》第四十条、第四十三条。",
        (K::AdviceImprove, Field::Basis) => "《信访工作条例》第四十条第一款。",
        (K::AdviceImprove | K::AdvicePolicy, Field::Facts) => {
            "2026年1月至8月，反映草畜平衡面积与承包合同不一致的信访事项共14件，涉及3个苏木。"
        }
        (K::AdvicePolicy, Field::Advice) => {
            "建议修订草畜平衡奖励办法，明确面积有争议时先按承包合同发放、复测后多退少补。"
        }
        (K::AdvicePolicy, Field::Basis) => "《信访工作条例》第三十八条。",
        (K::Opinion, Field::Execution) => {
            "第1项：由旗林业和草原局在2026年10月20日前补发1860元。\n第2项：由运输车队在2027年6月30日前恢复植被。"
        }
        (K::RecheckOpinion, Field::OriginalNumber) => "包林草信查〔2026〕7号",
        (K::RecheckOpinion, Field::Request) => "撤销复查意见第二项，责令恢复被压坏的打草场。",
        (K::RecheckOpinion, Field::Basis) => {
            "《中华人民共和国草原法》第三十八条、第五十五条；《信访工作条例》第三十六条。"
        }
        (K::RecheckOpinion, Field::Decision) => "复查意见认定事实清楚、依据充分，予以维持。",
        (K::ReviewOpinion, Field::Basis) => {
            "《中华人民共和国草原法》第三十八条、第五十五条；《信访工作条例》第三十五条。"
        }
        (K::ReviewOpinion, Field::ReviewOrgan) => "内蒙古自治区林业和草原局或者包头市人民政府",
        (K::RiskReminder, Field::Risk) => "距办理期限还剩7天，处理意见书尚未审核。",
        (K::Settlement, Field::Facts) => "运输车队的车辆从打草场中间通行，压坏草场11亩。",
        (K::Settlement, Field::Note) => "本协议一式三份，当事人各执一份，主持方存档一份。",
        (K::VerifySheet, Field::Advice) => "退回承办单位，限期恢复第三条车辙，并更正系统记录。",
        (K::ServiceReceipt, Field::Note) => "送达时本人在家，当场拆阅。",
        (K::HearingNotice, Field::Note) => "因故不能按时参加的，请在听证两日前告知承办人。",
        _ => return None,
    })
}

#[expect(clippy::too_many_lines, reason = "one table: a value for every field")]
fn short(field: Field) -> &'static str {
    match field {
        Field::Matter => "打草场被运输车辆压坏",
        Field::Summary => "1. 核对并补发2025年草畜平衡奖励\n2. 查处压坏草场的车辆\n3. 修好机井水泵",
        Field::Procedure => "按信访程序办理：调查核实后，以书面处理意见逐项答复您。",
        Field::HandlingUnit | Field::ToUnit => "达尔罕茂明安联合旗林业和草原局",
        Field::ContactPhone | Field::ToUnitPhone | Field::AgentPhone | Field::PrincipalContact => "0472-000-0000",
        Field::Term => "自受理之日起60日",
        Field::QueryWay => "凭件号和登记时交给您的查询码，可以在网上、接待窗口或者代办站点查询",
        Field::Reason => "草场面积要等雨后复测，现有测量结果与承包合同不一致。",
        Field::Clause | Field::BrokenClause => "《信访工作条例》第四十条第一款：应当及时督办的情形。",
        Field::RightWay => "申请劳动仲裁。",
        Field::RightOrgan => "达尔罕茂明安联合旗劳动人事争议仲裁院，电话：0472-000-0003",
        Field::WayDue => "自知道权利被侵害之日起一年内",
        Field::ObjectionWay => "可以向本单位书面说明，或者向上一级信访部门反映。",
        Field::FinalOpinions => {
            "处理意见：达林草信复〔2025〕3号，2025年3月4日；复查意见：包林草信查〔2025〕7号，2025年5月6日；复核意见：内林草信核〔2025〕2号，2025年7月8日。"
        }
        Field::NextTerm => "该单位最迟于2026年10月8日书面告知您是否受理以及处理的途径和程序",
        Field::ApprovedBy => "本单位主要负责人",
        Field::HearingTime => "2026年10月12日9时30分",
        Field::HearingPlace => "百灵庙镇信访接待中心二楼听证室",
        Field::HearingPersons => "主持人一人、听证员四人、记录人一人，承办单位代表二人",
        Field::Findings | Field::Facts => {
            "经实地测量并核对承包合同，登记面积比合同少744亩；打草场内有三条车辙，最长2.5公里。"
        }
        Field::Execution => "第1项：由旗林业和草原局在2026年10月20日前补发1860元。",
        Field::ReviewOrgan => "包头市林业和草原局或者达尔罕茂明安联合旗人民政府",
        Field::OriginalNumber => "达林草信复〔2026〕18号",
        Field::Request => "撤销原处理意见第二项，责令恢复被压坏的打草场。",
        Field::Basis => "《中华人民共和国草原法》第三十八条、第五十五条；《信访工作条例》第三十二条。",
        Field::Decision => {
            "撤销原处理意见第二项，责令承办单位自收到本意见之日起30日内重新作出处理意见；其余各项予以维持。"
        }
        Field::Serial => "JB-2026-0007",
        Field::Channel => "网上密封通道",
        Field::Adoption => "部分采纳：公示栏增加蒙古文对照，年内完成。",
        Field::Requirements => "依法调查核实，逐项提出处理意见，书面答复信访人，并督促执行到位。",
        Field::FeedbackWay => "书面，加盖公章后报送我局督查科",
        Field::Materials => "办结报告、书面答复和送达回证、执行情况的证明",
        Field::Investigation => "经实地测量、调取合同、询问车队负责人，查明压坏面积11亩。",
        Field::Handling => "责令车队绕行并恢复植被，补发奖励1860元。",
        Field::ServiceState => "已于2026年9月18日当面送达，本人签收。",
        Field::ExecutionState => "奖励已补发；恢复植被由车队在2027年6月30日前完成。",
        Field::PetitionerView => "本人确认2项已经解决，1项没有解决。",
        Field::Trigger => "超过办理期限4天，停在签发环节。",
        Field::Advice => "建议在苏木公示草畜平衡面积，公示期不少于七日，并附承包合同编号。",
        Field::Mediator => "百灵庙镇人民调解委员会",
        Field::Performance => "车队于2026年10月31日前一次付清补偿款，并于2027年6月30日前恢复植被。",
        Field::Paper => "信访事项处理意见书（达林草信复〔2026〕18号）",
        Field::ServiceMethod => "当面签收",
        Field::ServiceProof => "本人签收",
        Field::Witness => "测见证",
        Field::VerifyMethod => "现场",
        Field::Verifiers => "核甲、核乙",
        Field::FoundProcedure => "按期受理；书面答复超期4天。",
        Field::FoundSubstance => "面积已复测，补发款项已到账。",
        Field::FoundPeople => "本人说钱收到了，路还在压。",
        Field::Differences => "系统记“已恢复”，现场第三条车辙没有恢复。",
        Field::Risk => "距办理期限还剩7天，答复尚未审核。",
        Field::SuggestedAction => "今天完成审核，三日内签发并送达。",
        Field::Responsible => "承办单位主要负责人",
        Field::Consequence => "群众的打草季节已过，当年损失无法挽回。",
        Field::AccountClause => "《信访工作条例》第四十二条至第四十六条",
        Field::Jurisdiction => "达尔罕茂明安联合旗纪委监委",
        Field::AdoptionReply => "请自收到本函之日起30日内书面反馈采纳情况。",
        Field::Principal => "测某某",
        Field::AgentName | Field::FirstAgent => "测代办",
        Field::Station => "巴音花嘎查代办点",
        Field::MandateTerm => "2026年9月18日至2027年9月17日",
        Field::DataUse => "只用于办理本事项；接收方：达茂旗信访局、旗林业和草原局",
        Field::SensitiveConsent => "已单独告知并取得同意：病历一份",
        Field::RevokeWay => "随时，电话、当面或者网上说一声即可",
        Field::SignedHow => "本人签名并按指印",
        Field::Source | Field::Mode => "委托代办",
        Field::PersonFacts => "1人；姓名、电话、住址已加密登记，查看留痕",
        Field::ReceivedAt => "2026年9月1日10时20分",
        Field::Roadmap => "申诉求决，已转旗林业和草原局处理",
        Field::NextStep => "旗林业和草原局书面告知您是否受理",
        Field::ComplainTo => "达茂旗信访局督查科，电话：0472-000-0001",
        Field::StillOpen => "网上、来信、来访、电话都可以直接提出",
        Field::Done => "陪同到场测量，递交承包合同复印件。",
        Field::Unsolved => "恢复植被要等明年返青，代办员六月底前再看一次。",
        Field::Caller => "测回访",
        Field::CallMethod => "打电话",
        Field::ReallySolved => "第1项：本人说解决了\n第2项：本人说没有解决",
        Field::Pressed | Field::Retaliated => "本人说没有",
        Field::Grade => "基本满意",
        Field::CopyTo => "包头市信访局，达尔罕茂明安联合旗人民政府办公室",
        Field::FileNo => "（2026）达人调字第3号",
        Field::Liability => "乙方修渠时多占半米，应当退还。",
        Field::Court => "达尔罕茂明安联合旗人民法院（调解组织所在地）",
        Field::MeetingTime => "2026年9月18日9:00",
        Field::MeetingPlace => "旗政府三楼会议室",
        Field::Chair => "旗政府常务副旗长",
        Field::Attendance => "达茂旗信访局、旗林业和草原局、旗交通运输局",
        Field::Note => "材料可以以后补。",
        _ => "见所附材料。",
    }
}

#[expect(clippy::too_many_lines, reason = "one table: what each sample says at length")]
fn items(kind: DocType, field: Field, hard: bool) -> Vec<Entry> {
    let all = match field {
        Field::Routes => vec![
            Entry::of("确认草场承包经营权的边界")
                .line("途径", "行政裁决（《信访工作条例》第三十一条第（四）项）")
                .line("受理机关", "达尔罕茂明安联合旗人民政府")
                .line("法定期限", "以该途径的法律规定为准，请尽快向受理机关问明并提出")
                .line("材料", "身份证明、申请书、承包合同"),
            Entry::of("追讨拖欠的工资")
                .line("途径", "仲裁（《信访工作条例》第三十一条第（二）项）")
                .line("受理机关", "达茂旗劳动人事争议仲裁院")
                .line("法定期限", "2027年3月10日")
                .line("材料", "身份证明、仲裁申请书、考勤和转账记录"),
        ],
        Field::Answers | Field::Results => vec![
            Entry::of("关于“核对并补发2025年草畜平衡奖励”")
                .line("结论", "支持")
                .line("意见", "查明少计744亩，应补1860元。")
                .line("依据", "《内蒙古自治区草畜平衡和禁牧休牧条例》"),
            Entry::of("关于“查处压坏草场的车辆”")
                .line("结论", "部分支持")
                .line("意见", "车队已责令绕行；恢复植被由其在2027年6月30日前完成。")
                .line("依据", "《中华人民共和国草原法》第五十五条"),
            Entry::of("关于“修好机井水泵”")
                .line("结论", "不支持")
                .line("意见", "机井由嘎查集体所有，2024年起承包给牧户管理，维修由承包户负责；可以申请抗旱设备补助。")
                .line("依据", "《中华人民共和国民法典》第五百七十七条；机井承包合同第六条"),
        ],
        Field::Resolutions => vec![
            Entry::of("150223-2026-09-0012-9 打草场被压坏，由哪个单位牵头恢复")
                .line("议定", "由旗林业和草原局牵头，旗交通运输局配合，划定绕行路线并恢复植被。")
                .line("责任单位", "达尔罕茂明安联合旗林业和草原局")
                .line("期限", "2026年10月20日"),
        ],
        Field::Talks => vec![
            Entry::of("第1次，2026年9月18日9:00，三长工作室")
                .line("参加", "甲方、乙方，社区民警")
                .line("记录", "甲方说渠被占了半米。乙方说是按老界桩修的。一起去现场量了。"),
        ],
        Field::OtherWays => vec![Entry::of("向人民法院起诉"), Entry::of("信访事项照常办，期限没有停")],
        Field::FileContents => vec![Entry::of("调解申请（受理）登记表").line("日期", "2026年9月1日")],
        Field::Dropped => vec![Entry::of("矿区道路养护费的分摊").line("说明", "等市里的意见，下次再议。")],
        Field::Parties => vec![Entry::of("甲方：测某某"), Entry::of("乙方：某运输车队（负责人：测乙）")],
        Field::Agreement => {
            vec![Entry::of("乙方停止从甲方打草场通行。"), Entry::of("乙方补偿甲方当年打草损失3300元。")]
        }
        Field::Powers => vec![
            Entry::of("代递材料：同意"),
            Entry::of("代查询：同意"),
            Entry::of("陪访：同意"),
            Entry::of("代签收告知：不同意"),
        ],
        Field::Attachments => vec![Entry::of("草场测量成果图"), Entry::of("补发明细表")],
        _ => {
            vec![Entry::of("核对并补发2025年草畜平衡奖励"), Entry::of("查处压坏草场的车辆"), Entry::of("修好机井水泵")]
        }
    };
    // As many answers as claims: an opinion leaves none open (article 32).
    let most = if kind == DocType::Opinion { 2 } else { 6 };
    if !hard {
        return all.into_iter().take(most).collect();
    }
    all.into_iter()
        .cycle()
        .take(most)
        .map(|entry| if entry.lines.is_empty() { entry } else { entry.line("说明", LONG) })
        .collect()
}
