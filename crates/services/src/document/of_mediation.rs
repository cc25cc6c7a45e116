//! The papers of a mediation (M-16), each when its event happens: registration, rights and duties, what was said, the agreement, the
//! notice that it ended with the other ways, the joint request to the court, how it was carried out, and the contents of the file.
//! Chinese throughout: the official text. An agreement of a lawful committee is 人民调解协议书; one of a petition office or an
//! administration is the settlement of article 33 and never bears that name.

use domain::{
    document::{Content, DocType, Entry, Field, formal},
    lifecycle::Recorded,
    mediation::{Agreement, Fact, Mediation, OrgType, SessionHeld, words::letter},
};
use kernel::{Locale, Message};
use store::{Tx, params};

use super::{
    of_supervision::Made,
    write::{Addressee, NewLetter},
};
use crate::{error::Error, kit::Kit, people, petition};

/// What an event of a mediation makes, `state` being that after it.
pub(super) fn letters(tx: &mut Tx, kit: &Kit, state: &Mediation, event: &Recorded<Fact>) -> Result<Vec<Made>, Error> {
    let base = base(state);
    let mut made = vec![];
    match &event.event.fact {
        Fact::Opened(_) => made.push((DocType::MediationSheet, sheet(tx, kit, state, base)?)),
        Fact::RightsNotified { .. } => {
            let content = base.text(Field::Mediator, mediators(tx, state)?);
            made.push((DocType::MediationRights, content));
        }
        Fact::Held(_) => made.extend(record(tx, state, base)?),
        Fact::Ended { reason, kind, .. } => {
            let why = [zh(&kind.message()), reason.as_ref().map(ToString::to_string).unwrap_or_default()];
            made.push((DocType::MediationFailure, ended(state, base, &why)));
        }
        Fact::Effective { .. } => made.extend(agreement(tx, kit, state, base)?),
        Fact::ConfirmationWanted { .. } if state.confirmation.wanted.len() == state.parties.len() => {
            made.extend(request(tx, kit, state, base)?);
        }
        Fact::FollowedUp(note) => {
            let said = format!("{}：{}", formal(note.on), note.text);
            let content = base.items(Field::Results, performed(state)).text(Field::Note, said);
            made.push((DocType::MediationFollowup, content));
        }
        Fact::Archived => made.push((DocType::MediationFile, contents(tx, state, base)?)),
        _ => {}
    }
    let to_file = |(kind, content)| {
        let opened = &state.opened;
        let (division, case, seq) = (opened.division.clone(), Some(opened.id), Some(event.seq));
        (opened.committee, NewLetter { kind, division, case, seq, to: Addressee::File, content }, None)
    };
    Ok(made.into_iter().map(to_file).collect())
}

fn zh(message: &Message) -> String {
    message.say(Locale::Zh)
}

fn base(state: &Mediation) -> Content {
    let opened = &state.opened;
    let matter = opened.case.as_ref().map(|(_, number)| format!("（来自{number}）")).unwrap_or_default();
    Content::new().text(Field::FileNo, opened.file.as_str()).text(Field::Matter, format!("{}{matter}", opened.title))
}

/// 甲方：name, with her contacts; sealed with the letter.
fn parties(tx: &mut Tx, kit: &Kit, state: &Mediation, with_contacts: bool) -> Result<Vec<Entry>, Error> {
    let region = state.opened.division.region();
    let mut all = vec![];
    for party in &state.parties {
        let identity = petition::identity(tx, kit, &region, party.entered.person)?;
        let mut entry = Entry::of(format!("{}方：{}", letter(party.no), identity.name.reveal()));
        if with_contacts {
            let text = |field: &Option<kernel::Redacted<String>>| field.as_ref().map(|one| one.reveal().clone());
            entry = entry.line("电话", text(&identity.phone).unwrap_or_default());
            entry = entry.line("住址", text(&identity.address).unwrap_or_default());
        }
        all.push(entry);
    }
    Ok(all)
}

fn mediators(tx: &mut Tx, state: &Mediation) -> Result<String, Error> {
    let lead = state.mediator.map(|(user, _)| user);
    let names = people::names(tx, lead)?;
    let lead = lead.and_then(|user| names.get(&user).cloned()).unwrap_or_else(|| "（待定）".to_owned());
    let helper = |one: &domain::mediation::Helper| format!("{}（{}）", one.called, zh(&one.role.message()));
    let helpers: Vec<String> = state.helpers.iter().map(helper).collect();
    Ok(if helpers.is_empty() { lead } else { format!("{lead}；协助：{}", helpers.join("、")) })
}

fn sheet(tx: &mut Tx, kit: &Kit, state: &Mediation, base: Content) -> Result<Content, Error> {
    let opened = &state.opened;
    let source = format!("{}，{}", zh(&opened.source.message()), zh(&opened.origin.message()));
    Ok(base
        .text(Field::Source, source)
        .items(Field::Parties, parties(tx, kit, state, true)?)
        .text(Field::Facts, opened.facts.as_str())
        .text(
            Field::Note,
            format!("调解类型：{}；纠纷类型：{}", zh(&opened.org_type.message()), zh(&opened.topic.message())),
        ))
}

fn record(tx: &mut Tx, state: &Mediation, base: Content) -> Result<Option<(DocType, Content)>, Error> {
    let Some(held) = state.sessions.last() else { return Ok(None) };
    let content = base.items(Field::Talks, vec![talk(held)]).text(Field::Mediator, mediators(tx, state)?);
    Ok(Some((DocType::MediationRecord, content)))
}

fn talk(held: &SessionHeld) -> Entry {
    let session = &held.session;
    let with: Vec<String> = session.with.iter().map(|no| format!("{}方", letter(*no))).collect();
    let others = session.others.as_ref().map(|others| format!("；{others}")).unwrap_or_default();
    Entry::of(format!("第{}次，{}{}，{}", held.no, formal(session.on), session.from, session.place))
        .line("参加", format!("{}{others}", with.join("、")))
        .line("公开", if session.public { "公开" } else { "不公开" })
        .line("记录", session.minutes.as_str())
}

fn ended(state: &Mediation, base: Content, why: &[String]) -> Content {
    let reason: Vec<&str> = why.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let ways = state.ways().into_iter().map(|way| Entry::of(zh(&way.message()))).collect();
    base.text(Field::Reason, reason.join("：")).items(Field::OtherWays, ways)
}

fn terms(agreement: &Agreement) -> Vec<Entry> {
    let one = |term: &domain::mediation::Term| {
        Entry::of(format!("{}方：{}", letter(term.by), term.text)).line("期限", formal(term.due))
    };
    agreement.terms.iter().map(one).collect()
}

fn agreement(tx: &mut Tx, kit: &Kit, state: &Mediation, base: Content) -> Result<Option<(DocType, Content)>, Error> {
    let Some(agreed) = &state.agreement else { return Ok(None) };
    let on = state.effective_on.map(formal).unwrap_or_default();
    let note = format!("{}，自{on}起生效", zh(&agreed.form.message()));
    let parties = parties(tx, kit, state, true)?;
    let people = state.opened.org_type == OrgType::People;
    let (kind, facts) = if people {
        (DocType::MediationAgreement, agreed.dispute.to_string())
    } else {
        (DocType::Settlement, format!("{}\n{}", agreed.dispute, agreed.liability))
    };
    let content = base
        .items(Field::Parties, parties)
        .text(Field::Facts, facts)
        .items(Field::Agreement, terms(agreed))
        .text(Field::Performance, agreed.manner.as_str())
        .text(Field::Mediator, mediators(tx, state)?)
        .text(Field::Note, note);
    let content = if people { content.text(Field::Liability, agreed.liability.as_str()) } else { content };
    Ok(Some((kind, only(content, kind))))
}

/// Without the values that a kind does not know.
fn only(content: Content, kind: DocType) -> Content {
    let mut kept = content;
    for field in Field::ALL {
        if kind.fields().all(|known| known != *field) {
            kept.set(*field, domain::document::Value::Text(String::new()));
        }
    }
    kept
}

fn request(tx: &mut Tx, kit: &Kit, state: &Mediation, base: Content) -> Result<Option<(DocType, Content)>, Error> {
    let (Some(agreed), Some(on)) = (&state.agreement, state.effective_on) else { return Ok(None) };
    let until = state.window().map(|clock| format!("最迟{}共同提交", formal(clock.statutory))).unwrap_or_default();
    let content = base
        .items(Field::Parties, parties(tx, kit, state, true)?)
        .text(Field::Court, "当事人住所地、标的物所在地或者调解组织所在地的基层人民法院")
        .items(Field::Agreement, terms(agreed))
        .day(Field::EffectiveOn, on)
        .text(Field::Note, until);
    Ok(Some((DocType::ConfirmRequest, only(content, DocType::ConfirmRequest))))
}

fn performed(state: &Mediation) -> Vec<Entry> {
    let terms = state.agreement.as_ref().map(terms).unwrap_or_default();
    let one = |(entry, done): (Entry, &domain::mediation::Performance)| match &done.done {
        Some(done) => entry.line("履行", format!("{}，{}", formal(done.on), done.evidence)),
        None if done.ways_told_at.is_some() => entry.line("履行", "没有做到，已告知起诉、申请执行的办法"),
        None if done.late => entry.line("履行", "到期没有做到，正在督促"),
        None => entry.line("履行", "还没有到期"),
    };
    terms.into_iter().zip(&state.performance).map(one).collect()
}

/// What lies in the file, in the order in which it came.
fn contents(tx: &mut Tx, state: &Mediation, base: Content) -> Result<Content, Error> {
    let sql = "SELECT kind, drafted_at FROM letter WHERE region = $1 AND case_id = $2 AND issued_at IS NOT NULL \
               ORDER BY drafted_at, id";
    let region = state.opened.division.region();
    let read =
        |row: &store::Row<'_>| Ok((row.parse("kind", DocType::parse)?, row.get::<jiff::Timestamp>("drafted_at")?));
    let papers = tx.query(sql, params![region, state.opened.id], read)?;
    let entry = |(kind, at): &(DocType, jiff::Timestamp)| {
        Entry::of(zh(&kind.message())).line("日期", formal(kernel::beijing_date(*at)))
    };
    let note = match (&state.ending, state.effective_on) {
        (Some(_), _) => "调解终止，没有达成协议。",
        (None, Some(_)) if state.performance.iter().all(|one| one.done.is_some()) => "达成协议，全部履行。",
        _ => "达成协议，有没有履行的，已告知起诉、申请执行的办法。",
    };
    Ok(base.items(Field::FileContents, papers.iter().map(entry).collect()).text(Field::Note, note))
}
