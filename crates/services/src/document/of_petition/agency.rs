//! Forms of the agency 代办 (rules.md 3.4), where an agent acts for her, and the sheet of whoever called afterwards.

use domain::{
    case::FollowUpMethod,
    document::{Content, DocType, Entry, Field, formal},
    petition::{Fact, Heard},
};
use kernel::{OrgId, Text, UserId};
use store::Tx;

use super::{Addressee, NewLetter, Source, org, phone, said::zh};
use crate::{error::Error, kit::Kit, people};

/// The forms that an event makes beside its letters.
pub(super) fn forms(tx: &mut Tx, _: &Kit, source: &Source<'_>) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    Ok(match &source.event.event.fact {
        Fact::Registered(_) => registered(tx, source)?,
        Fact::Forwarded { to, .. } if source.state.hops.len() == 1 => acknowledged(tx, source, *to)?,
        Fact::Progressed { note, public: true } => progressed(tx, source, note)?,
        Fact::Served { .. } => answered(source),
        _ => vec![],
    })
}

/// The agent's name and the organisation she belongs to; the bureau when she belongs to none.
fn agent(tx: &mut Tx, source: &Source<'_>) -> Result<(String, OrgId, String), Error> {
    let Some(id) = source.state.agent else { return Ok((String::new(), source.state.bureau, String::new())) };
    let at = source.state.station.unwrap_or(source.state.bureau);
    let station = org(tx, at)?;
    Ok((name(tx, id)?, at, phone(&station)))
}

fn name(tx: &mut Tx, id: UserId) -> Result<String, Error> {
    Ok(people::names(tx, [id])?.remove(&id).unwrap_or_default())
}

/// 代办登记表. About the person it says only what the work needs.
fn registered(tx: &mut Tx, source: &Source<'_>) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let state = source.state;
    let (agent, station, _) = agent(tx, source)?;
    let first = match state.registrar {
        Some(registrar) => name(tx, registrar)?,
        None => agent,
    };
    let people = if state.headcount > 1 { format!("{}人", state.headcount) } else { "1人".to_owned() };
    let content = source
        .matter()
        .text(Field::Source, zh(&state.channel.message()))
        .text(Field::Mode, "委托代办")
        .text(Field::PersonFacts, format!("{people}；姓名、电话、住址已加密登记，查看留痕"))
        .items(Field::Claims, state.claims.iter().map(|claim| Entry::of(claim.text.as_str())).collect())
        .text(Field::Materials, "以件内附件清单为准")
        .text(Field::FirstAgent, first)
        .text(Field::ReceivedAt, moment(state.received_at));
    Ok(vec![(station, source.letter(DocType::AgencyRegister, Addressee::File, content))])
}

fn moment(at: jiff::Timestamp) -> String {
    let local = at.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8)));
    format!("{}{:02}时{:02}分", formal(local.date()), local.hour(), local.minute())
}

/// 代办受理告知单, once it is known where the matter goes.
fn acknowledged(tx: &mut Tx, source: &Source<'_>, to: OrgId) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let (agent, station, agent_phone) = agent(tx, source)?;
    let unit = org(tx, to)?;
    let bureau = org(tx, source.state.bureau)?;
    let Some(clock) = source.state.running("NOTIFY_15D") else { return Ok(vec![]) };
    let content = source
        .matter()
        .text(Field::AgentName, agent)
        .text(Field::AgentPhone, agent_phone)
        .text(Field::Station, org(tx, station)?.name.as_str())
        .text(Field::Roadmap, format!("{}，已转{}处理", zh(&source.state.matter_type.message()), unit.name))
        .text(Field::NextStep, format!("{}书面告知您是否受理以及处理的途径和程序", unit.name))
        .day(Field::Due, clock.statutory)
        .text(Field::QueryWay, source.query_way())
        .text(Field::ComplainTo, format!("{}，电话：{}", bureau.name, phone(&bureau)));
    Ok(vec![(station, source.to_her(DocType::AgencyAck, content))])
}

/// 代办进度单.
fn progressed(tx: &mut Tx, source: &Source<'_>, note: &Text<2000>) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let (agent, station, agent_phone) = agent(tx, source)?;
    let holder = org(tx, source.state.holder())?;
    let next = source.state.clocks.iter().filter(|clock| clock.is_running()).min_by_key(|clock| clock.due_at);
    let content = source
        .matter()
        .text(Field::Done, note.as_str())
        .text(Field::NextStep, format!("{}继续办理", holder.name))
        .day_opt(Field::Due, next.map(|clock| clock.statutory))
        .text(Field::AgentName, agent)
        .text(Field::AgentPhone, agent_phone);
    Ok(vec![(station, source.to_her(DocType::AgencyProgress, content))])
}

/// 代办办结反馈单, once the answer is in her hands.
fn answered(source: &Source<'_>) -> Vec<(OrgId, NewLetter)> {
    let state = source.state;
    let result = |claim: &domain::case::Claim| {
        let entry = Entry::of(claim.text.as_str());
        match (&claim.answer, &claim.handoff) {
            (Some(answer), _) => entry.line("结果", zh(&answer.result.message())).line("意见", answer.text.as_str()),
            (None, Some(handoff)) => entry.line("结果", format!("应走法定途径，受理机关：{}", handoff.target)),
            (None, None) => entry.line("结果", "没有答复"),
        }
    };
    let basis: Vec<String> =
        state.claims.iter().filter_map(|claim| claim.answer.as_ref()).map(|answer| answer.basis.to_string()).collect();
    let content = source
        .matter()
        .items(Field::Results, state.claims.iter().map(result).collect())
        .text(Field::Basis, basis.join("\n"))
        .text(Field::Unsolved, "没有支持的诉求，理由见处理意见书；不服的可以申请复查，代办员可以帮助代写、代递。");
    let org = state.station.unwrap_or(state.bureau);
    vec![(org, source.to_her(DocType::AgencyResult, content))]
}

/// 回访单: what she said to somebody who had no part in it.
pub(super) fn followed_up(
    tx: &mut Tx,
    source: &Source<'_>,
    method: FollowUpMethod,
    heard: &Heard,
    note: &Text<2000>,
) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let caller = source.event.actor.user().map(|id| name(tx, id)).transpose()?.unwrap_or_default();
    let claim = |(id, solved): &(kernel::ClaimId, bool)| {
        let no = source.state.claims.iter().find(|claim| claim.id == *id).map_or(0, |claim| claim.no);
        format!("第{no}项：本人说{}", if *solved { "解决了" } else { "没有解决" })
    };
    let solved: Vec<String> = heard.claims.iter().map(claim).collect();
    let solved = if solved.is_empty() { "本人没有说".to_owned() } else { solved.join("\n") };
    let content: Content = source
        .matter()
        .text(Field::Caller, caller)
        .text(Field::CallMethod, zh(&method.message()))
        .text(Field::ReallySolved, solved)
        .text(Field::Pressed, if heard.pressed { "本人说有" } else { "本人说没有" })
        .text(Field::Grade, heard.grade.map_or_else(|| "本人没有说".to_owned(), |grade| zh(&grade.message())))
        .text(Field::Retaliated, "回访没有专门记录；如有，另走“被拦、被报复”通道")
        .text(Field::Note, note.as_str());
    Ok(vec![(source.author(), source.letter(DocType::AgencyFollowup, Addressee::File, content))])
}
