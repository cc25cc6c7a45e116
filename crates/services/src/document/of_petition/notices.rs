//! Notices to her about the way her matter takes, and the letter of assignment.

use domain::{
    case::{Claim, DispatchKind},
    deadline::ClockSet,
    document::{Content, DocType, Entry, Field, formal},
    lifecycle::ClockMove,
    petition::{Elsewhere, NotAcceptReason, Petition, Stage},
};
use kernel::{OrgId, Text};
use store::Tx;

use super::{Addressee, NewLetter, Source, org, periods, phone, said::zh};
use crate::{error::Error, kit::Kit};

/// 不予受理: the reason, the provision, the way to go with its organ and its last day.
pub(super) fn not_accepted(
    source: &Source<'_>,
    reason: NotAcceptReason,
    explanation: &Text<2000>,
    elsewhere: Option<&Elsewhere>,
) -> Vec<(OrgId, NewLetter)> {
    let (clause, general) = grounds(reason);
    let pending = reason == NotAcceptReason::PendingAtLower;
    let way = match elsewhere {
        None => general.to_owned(),
        Some(at) if pending => format!("{}正在办理，期限：{}。{general}", at.organ, at.until),
        Some(at) => at.way.as_ref().map_or_else(|| format!("请向{}提出。", at.organ), ToString::to_string),
    };
    let organ = |at: &Elsewhere| {
        let phone = at.phone.as_ref().map(|phone| format!("，电话：{phone}")).unwrap_or_default();
        format!("{}{phone}", at.organ)
    };
    let taking = elsewhere.filter(|_| !pending);
    let content = source
        .matter()
        .text(Field::Reason, format!("{}。{explanation}", zh(&reason.message())))
        .text(Field::Clause, clause)
        .text(Field::RightWay, way)
        .text(Field::RightOrgan, taking.map(organ).unwrap_or_default())
        .text(Field::WayDue, taking.map(|at| at.until.to_string()).unwrap_or_default())
        .text(Field::ObjectionWay, "可以向本单位书面说明，或者向上一级信访部门反映。有新事实、新理由的，可以重新提出。")
        .text(Field::QueryWay, source.query_way());
    vec![(source.author(), source.to_her(DocType::NotAcceptNotice, content))]
}

/// The provision behind a reason, and what is said of the way where nobody named one.
fn grounds(reason: NotAcceptReason) -> (&'static str, &'static str) {
    match reason {
        NotAcceptReason::PendingAtLower => (
            "《信访工作条例》第十九条第三款：对已经向下级机关、单位提出且在规定办理期限内的事项，上级机关、单位不予受理。",
            "请等原受理单位在规定期限内答复；逾期没有答复的，可以向原单位的上级信访部门反映，由其督办。",
        ),
        NotAcceptReason::NotPetition => (
            "《信访工作条例》第十七条、第二十二条：不属于信访事项的，应当告知。",
            "请按理由中写明的方式提出；需要帮助填写或者指引的，可以到接待窗口或者代办站点。",
        ),
        NotAcceptReason::LegalChannelOnly => (
            "《信访工作条例》第三十一条：依法应当通过诉讼、仲裁、行政复议等法定途径处理的，告知法定途径。",
            "请按理由中写明的法定途径，在法定期限内向有管辖权的机关提出。",
        ),
        NotAcceptReason::GoElsewhere => (
            "《信访工作条例》第二十条、第二十二条：信访事项应当向有权处理的本级或者上一级机关、单位提出。",
            "请向理由中写明的有权处理的机关、单位提出。",
        ),
    }
}

/// 不再受理: on which opinions it rests.
pub(super) fn no_more_accepted(source: &Source<'_>) -> Vec<(OrgId, NewLetter)> {
    let rests_on = source.before.and_then(|before| before.finality()).map(|proposal| proposal.recheck.to_string());
    let content = source
        .matter()
        .text(Field::FinalOpinions, format!("复核意见：{}。", rests_on.unwrap_or_else(|| "见档案".into())))
        .text(Field::Clause, "《信访工作条例》第三十六条第三款：信访人对复核意见不服，")
        .text(Field::QueryWay, source.query_way());
    vec![(source.author(), source.to_her(DocType::NoMoreAcceptNotice, content))]
}

/// 转送、交办: she learns where it went and what comes next; a unit that must report gets its letter.
pub(super) fn forwarded(
    tx: &mut Tx,
    source: &Source<'_>,
    from: OrgId,
    to: OrgId,
    kind: DispatchKind,
) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let unit = org(tx, to)?;
    let due = source.state.running("NOTIFY_15D").map(|clock| formal(clock.statutory));
    let next = due.map_or_else(
        || "自收到之日起15日内，该单位书面告知您是否受理".to_owned(),
        |day| format!("该单位最迟于{day}书面告知您是否受理以及处理的途径和程序"),
    );
    let content = source
        .matter()
        .text(Field::ToUnit, unit.name.as_str())
        .text(Field::ToUnitPhone, phone(&unit))
        .day(Field::SentOn, source.day())
        .text(Field::NextTerm, next)
        .text(Field::QueryWay, source.query_way());
    let mut made = vec![(from, source.to_her(DocType::ForwardNotice, content))];
    if kind == DispatchKind::AssignWithFeedback
        && let Some(clock) = source.state.running("FEEDBACK_CUSTOM")
    {
        let content = source
            .matter()
            .text(Field::Summary, format!("{}\n诉求：\n{}", source.state.facts, source.claims()))
            .text(Field::Requirements, "请依法调查核实，逐项提出处理意见，按规定期限书面答复信访人，并督促执行到位。")
            .day(Field::FeedbackDue, clock.statutory)
            .text(Field::Materials, "办结报告、书面答复和送达回证、执行情况的证明");
        made.push((from, source.letter(DocType::AssignLetter, Addressee::Org(to), content)));
    }
    Ok(made)
}

/// 法定途径告知: every claim left.
pub(super) fn routed(kit: &Kit, source: &Source<'_>) -> Vec<(OrgId, NewLetter)> {
    route_notice(kit, source).into_iter().collect()
}

/// 受理告知, and for claims that left their legal ways.
pub(super) fn accepted(tx: &mut Tx, kit: &Kit, source: &Source<'_>) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let mut made: Vec<_> = route_notice(kit, source).into_iter().collect();
    let state = source.state;
    let Some(clock) = state.running("HANDLE_60D").filter(|_| state.stage() != Stage::Routed) else { return Ok(made) };
    let unit = org(tx, state.holder())?;
    let stays = state.claims.iter().filter(|claim| claim.handoff.is_none()).count();
    let procedure = if stays == state.claims.len() {
        "按信访程序办理：调查核实后，以书面处理意见逐项答复您。".to_owned()
    } else {
        format!(
            "其中{stays}项按信访程序办理：调查核实后，以书面处理意见逐项答复您；其余各项应当走法定途径，另有告知书。"
        )
    };
    let content = source
        .matter()
        .day(Field::ReceivedOn, kernel::beijing_date(state.received_at))
        .text(Field::Summary, source.claims())
        .text(Field::Procedure, procedure)
        .text(Field::HandlingUnit, unit.name.as_str())
        .text(Field::ContactPhone, phone(&unit))
        .text(Field::Term, format!("自受理之日起{}日", clock.length))
        .day(Field::Due, clock.statutory)
        .text(Field::QueryWay, source.query_way());
    made.push((unit.id, source.to_her(DocType::ReceiptNotice, content)));
    Ok(made)
}

fn route_notice(kit: &Kit, source: &Source<'_>) -> Option<(OrgId, NewLetter)> {
    let state = source.state;
    let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
    let gone: Vec<Entry> = state.claims.iter().filter_map(|claim| way(state, claim, terms.clocks())).collect();
    let content = source.matter().items(Field::Routes, gone.clone()).text(Field::QueryWay, source.query_way());
    (!gone.is_empty()).then(|| (state.holder(), source.to_her(DocType::RouteNotice, content)))
}

/// One claim with the way it takes and its periods.
fn way(state: &Petition, claim: &Claim, clocks: &ClockSet) -> Option<Entry> {
    let (route, handoff) = (claim.route?, claim.handoff.as_ref()?);
    Some(
        Entry::of(claim.text.as_str())
            .line(
                "途径",
                format!("{}（《信访工作条例》第三十一条第（{}）项）", zh(&route.message()), item(route.item())),
            )
            .line("受理机关", handoff.target.as_str())
            .line("法定期限", periods::of_claim(state, claim, route, clocks))
            .line("材料", "身份证明、申请书、与诉求有关的证据；已经交给我们的材料可以凭件号复制"),
    )
}

fn item(no: u8) -> &'static str {
    match no {
        1 => "一",
        2 => "二",
        3 => "三",
        4 => "四",
        5 => "五",
        _ => "六",
    }
}

/// 延期: from which day to which, why, who approved.
pub(super) fn extended(source: &Source<'_>) -> Vec<(OrgId, NewLetter)> {
    let moved = source.event.event.clocks.iter().find_map(|moved| match moved {
        ClockMove::Changed(clock) if clock.extension_days > 0 => Some(clock),
        _ => None,
    });
    let Some(new) = moved else { return vec![] };
    let old = source.before.and_then(|before| before.clocks.iter().find(|clock| clock.id == new.id));
    let reason = source.state.handling().and_then(|handling| handling.extension.as_ref());
    let content: Content = source
        .matter()
        .day(Field::OldDue, old.map_or(new.statutory, |clock| clock.statutory))
        .day(Field::NewDue, new.statutory)
        .text(Field::Reason, reason.map(|extension| extension.reason.to_string()).unwrap_or_default())
        .text(Field::ApprovedBy, "本单位负责人")
        .text(Field::QueryWay, source.query_way());
    vec![(source.author(), source.to_her(DocType::ExtensionNotice, content))]
}
