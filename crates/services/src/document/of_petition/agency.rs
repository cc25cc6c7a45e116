//! Forms of the agency 代办 (rules.md 3.4), where an agent acts for her, and the sheet of whoever called afterwards.

use domain::{
    case::{Claim, FollowUpMethod, OpinionResult},
    document::{Content, DocType, Entry, Field, formal},
    mandate::{Mandate, Power},
    organisation::{Org, OrgKind},
    petition::{Fact, Heard, Petition},
};
use kernel::{Message, OrgId, Text, UserId};
use store::Tx;

use super::{Addressee, NewLetter, Source, org, phone, said::zh};
use crate::{error::Error, kit::Kit, matter::MatterRow, organisation, people, petition};

/// The forms that an event makes beside its letters.
pub(super) fn forms(tx: &mut Tx, kit: &Kit, source: &Source<'_>) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    Ok(match &source.event.event.fact {
        Fact::MandateGiven(mandate) => vec![given(tx, kit, source, mandate)?],
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

/// The case beside which a mandate was given, of whatever kind.
pub(in super::super) struct MandateOf<'a> {
    pub(in super::super) row: &'a MatterRow,
    /// What it is about, in one line.
    pub(in super::super) title: &'a str,
    /// The event that gave it.
    pub(in super::super) seq: i64,
}

fn given(tx: &mut Tx, kit: &Kit, source: &Source<'_>, mandate: &Mandate) -> Result<(OrgId, NewLetter), Error> {
    let of = MandateOf { row: source.row, title: source.state.title.as_str(), seq: source.event.seq };
    mandate_form(tx, kit, &of, mandate)
}

/// 代办委托书: what she gave, in the words of the form that she signed or that was read to her. It holds her name and number; the row
/// is sealed, and the desk shows both masked.
pub(in super::super) fn mandate_form(
    tx: &mut Tx,
    kit: &Kit,
    of: &MandateOf<'_>,
    mandate: &Mandate,
) -> Result<(OrgId, NewLetter), Error> {
    let region = &of.row.region;
    let her = petition::open_person(tx, &kit.keys, region, of.row.petitioner)?;
    let contact =
        her.phone.as_ref().map_or_else(|| "没有留电话，由代办员当面联系".to_owned(), |phone| phone.reveal().clone());
    let own = her.name.reveal().trim().to_owned();
    let station = org(tx, mandate.org)?;
    let known = name(tx, mandate.agent)?;
    let agent = if known.is_empty() { format!("{}代办员", station.name) } else { known };
    let power = |power: &Power| {
        let given = if mandate.powers.has(*power) { "同意" } else { "不同意" };
        Entry::of(format!("{}：{given}", official(*power)))
    };
    let content = Content::new()
        .text(Field::Matter, of.title)
        .text(Field::Principal, if own.is_empty() { "信访人".to_owned() } else { own })
        .text(Field::PrincipalContact, contact)
        .text(Field::AgentName, agent)
        .text(Field::Station, station.name.as_str())
        .items(Field::Powers, Power::ALL.iter().map(power).collect())
        .text(Field::MandateTerm, format!("{}至{}", formal(mandate.from), formal(mandate.until)))
        .text(Field::DataUse, data_use(mandate))
        .text(Field::SensitiveConsent, if mandate.consents.sensitive { "已单独告知并取得同意" } else { "没有同意" })
        .text(Field::RevokeWay, "随时可以撤销：网上、电话或者当面说一声，当时生效")
        .text(Field::SignedHow, signed_how(mandate))
        .text(Field::Note, others(tx, kit, region, mandate)?);
    let new = NewLetter {
        kind: DocType::AgencyMandate,
        division: of.row.facts.division.clone(),
        case: Some(of.row.id()),
        seq: Some(of.seq),
        to: Addressee::Petitioner,
        content,
    };
    Ok((mandate.org, new))
}

/// A power as the form of rules.md 3.4 names it.
fn official(power: Power) -> &'static str {
    match power {
        Power::Deliver => "代递材料",
        Power::Enquire => "代查询",
        Power::Accompany => "陪访",
        Power::ReceiveNotices => "代签收告知",
    }
}

/// PIPL 23: for what her details are used, and who receives them.
fn data_use(mandate: &Mandate) -> String {
    let receiver = match (mandate.official, mandate.consents.passing_on) {
        (true, _) => "代办员（机关工作人员）和依法办理本事项的机关、单位",
        (false, true) => "代办员（已单独同意提供给他）和依法办理本事项的机关、单位",
        (false, false) => "依法办理本事项的机关、单位；没有同意提供给代办员",
    };
    format!("只用于办理本事项。接收方：{receiver}。")
}

/// How it was given (rules.md 3.3): an oral mandate says what proves it.
fn signed_how(mandate: &Mandate) -> String {
    let way = zh(&mandate.signing.way.message());
    let read_back = if mandate.signing.read_back { "，已向本人复述并经确认" } else { "" };
    let proof = match (mandate.signing.recording.is_some(), mandate.signing.witnesses.len()) {
        (true, _) => "，有录音".to_owned(),
        (false, 0) => String::new(),
        (false, witnesses) => format!("，有{witnesses}名见证人"),
    };
    format!("{way}{read_back}{proof}")
}

/// Guardian and witnesses, by name.
fn others(tx: &mut Tx, kit: &Kit, region: &str, mandate: &Mandate) -> Result<String, Error> {
    let mut named = |person| -> Result<String, Error> {
        Ok(petition::open_person(tx, &kit.keys, region, person)?.name.reveal().trim().to_owned())
    };
    let mut lines = vec![];
    if let Some(guardian) = mandate.giver.guardian {
        lines.push(format!("监护人代为委托：{}", named(guardian)?));
    }
    let witnesses = mandate.signing.witnesses.iter().map(|person| named(*person)).collect::<Result<Vec<_>, _>>()?;
    if !witnesses.is_empty() {
        lines.push(format!("见证人：{}", witnesses.join("、")));
    }
    Ok(lines.join("\n"))
}

/// 不予代办告知单 (rules.md 3.2): why nobody acts for her here, what to do instead, and that she petitions herself as before. The
/// matter itself is registered all the same.
pub(super) fn declined(tx: &mut Tx, source: &Source<'_>, rules: &[String]) -> Result<Vec<(OrgId, NewLetter)>, Error> {
    let said = |key: &str| -> String {
        let all = rules.iter().map(|rule| zh(&Message::new(format!("{key}-{rule}"))));
        all.collect::<Vec<_>>().join("\n")
    };
    let bureau = org(tx, source.state.bureau)?;
    let open = format!(
        "您这件事已经登记，照常办理。您本人可以随时直接向{}提出：网上、来访、来信、电话都可以。电话：{}",
        bureau.name,
        phone(&bureau)
    );
    let content = source
        .matter()
        .text(Field::Reason, said("agency-rule"))
        .text(Field::RightWay, said("agency-way"))
        .text(Field::StillOpen, open);
    Ok(vec![(source.state.bureau, source.to_her(DocType::AgencyNotEligible, content))])
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
    let complain = above(tx, source, station)?;
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
        .text(Field::ComplainTo, format!("{}，电话：{}", complain.name, phone(&complain)));
    Ok(vec![(station, source.to_her(DocType::AgencyAck, content))])
}

/// Whom she tells that her agent does not do what was promised: the nearest bureau over the agent's station, never the station
/// itself. Where the data know none above, the bureau of the matter.
fn above(tx: &mut Tx, source: &Source<'_>, station: OrgId) -> Result<Org, Error> {
    let own = org(tx, station)?;
    let around = organisation::around(tx, std::slice::from_ref(&own.division), source.day())?;
    let mut places = std::iter::successors(Some(own.division.clone()), kernel::DivisionCode::parent);
    let bureau = |org: &&Org| org.kind == OrgKind::Bureau && org.id != station;
    let found = places.find_map(|place| around.at(&place).find(bureau).cloned());
    found.map_or_else(|| org(tx, source.state.bureau), Ok)
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
        .text(Field::Unsolved, unsupported(state));
    let org = state.station.unwrap_or(state.bureau);
    vec![(org, source.to_her(DocType::AgencyResult, content))]
}

/// Which claims were not supported, and what can be done about them.
fn unsupported(state: &Petition) -> String {
    let open = |claim: &&Claim| {
        !matches!(claim.answer.as_ref().map(|answer| answer.result), Some(OpinionResult::Support)) && claim.is_live()
    };
    let numbers: Vec<String> = state.claims.iter().filter(open).map(|claim| claim.no.to_string()).collect();
    if numbers.is_empty() {
        return "各项诉求都得到支持。答应的事没有按期做到的，可以重新打开，代办员陪同催办。".to_owned();
    }
    let numbers = numbers.join("、");
    format!("第{numbers}项没有得到全部支持，理由见处理意见书；不服的可以申请复查，代办员可以帮助代写、代递。")
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
