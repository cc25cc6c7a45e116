//! 三项建议: written to a unit, listed, opened. What is done to existing advice is [`crate::matter::act`].

use domain::{
    access::{
        Action, Bound, Permit, Subject,
        actions::{IssueAdvice, ReadAdvice},
        list_scope, permit,
    },
    actor::Actor,
    advice::{Advice, AdviceKind, Fact, Issued},
    case::CaseKind,
    deadline::{Clock, Derivation},
    supervision::{Liability, RungKind, Supervision},
};
use kernel::{CaseId, CaseNumber, Ctx, Cursor, Fault, OrgId, Page, Text, UserId};
use store::{
    Filter, Tx,
    filter::{Order, page},
};

use super::supervise;
use crate::{
    auth::condition,
    document,
    error::Error,
    kit::Kit,
    matter::{self, Birth, COLUMNS, Deed, MatterRow, Possible},
    organisation, people,
    petition::case_number,
    timeline::{self, Item, Names},
};

/// New advice by a person's hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAdvice {
    /// Which kind.
    pub kind: AdviceKind,
    /// Whom.
    pub to: OrgId,
    /// In one line.
    pub title: Text<120>,
    /// What is so.
    pub facts: Text<5000>,
    /// What is advised.
    pub advice: Text<5000>,
    /// What it rests on.
    pub basis: Text<500>,
    /// The case of articles 42 to 46.
    pub liability: Option<Liability>,
    /// The unit it is about.
    pub about: Option<OrgId>,
    /// The matter it came from.
    pub case: Option<(CaseId, CaseNumber)>,
}

/// Sends advice; its id.
///
/// # Errors
/// `advice-to-oneself`, `accountability-article`, `accountability-competent`.
pub fn issue(tx: &mut Tx, kit: &Kit, ctx: &Ctx, leave: &Permit<IssueAdvice>, new: NewAdvice) -> Result<CaseId, Error> {
    let actor = leave.actor();
    let issuer = actor.org().ok_or_else(kernel::Refusal::not_permitted)?;
    let letter = document::next_of(tx, kit, ctx, issuer, document::letter_of_advice(new.kind))?;
    write(tx, kit, ctx, actor, (issuer, letter), leave.place().clone(), new, None)
}

#[expect(clippy::too_many_arguments, reason = "one row, written in one place")]
fn write(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    (issuer, letter): (OrgId, Text<60>),
    division: kernel::DivisionCode,
    new: NewAdvice,
    supervision: Option<CaseId>,
) -> Result<CaseId, Error> {
    let region = division.region();
    let id: CaseId = ctx.new_id();
    let rules = kit.oversight(&division, ctx.today());
    let terms = kit.terms(&division, ctx.today());
    let first = Issued {
        id,
        number: case_number(tx, &division, ctx.today())?,
        letter,
        division,
        kind: new.kind,
        issuer,
        to: new.to,
        title: new.title,
        facts: new.facts,
        advice: new.advice,
        basis: new.basis,
        liability: new.liability,
        about: new.about,
        case: new.case,
        supervision,
    };
    let case = first.case.as_ref().map(|(case, _)| *case);
    let event = Advice::issue(first, rules.advice_days(new.kind), &terms.env(ctx, actor))?;
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Advice>(tx, &region, id, event, deed, Birth::default())?;
    supervise::link(tx, &region, (case.unwrap_or(id), id), CaseKind::Advice, new.to)?;
    document::make_due_of(tx, kit, ctx, &region, id)?;
    Ok(id)
}

/// Advice on accountability that was signed in a supervision goes to the body that decides, about the unit supervised.
pub(super) fn from_rung(tx: &mut Tx, kit: &Kit, ctx: &Ctx, actor: Actor, id: CaseId) -> Result<(), Error> {
    let state = matter::open::<Supervision>(tx, id)?.state;
    let signed =
        state.rungs.iter().rev().find(|rung| rung.kind == RungKind::AccountabilityAdvice && rung.issued_at.is_some());
    // One paper, one number: the letter of the rung is that of the advice.
    let whole = signed.and_then(|rung| Some((rung, rung.competent?, rung.number.clone()?)));
    let Some((rung, to, letter)) = whole else { return Ok(()) };
    let say = |key: &str| kernel::i18n::say(kernel::Locale::Zh, key, []);
    let new = NewAdvice {
        kind: AdviceKind::Accountability,
        to,
        title: state.title.clone(),
        facts: Text::parse(
            "facts",
            &format!("{}：{}", state.case_number, kernel::Message::new(rung.ground.key()).say(kernel::Locale::Zh)),
        )?,
        advice: Text::parse("advice", rung.demands.as_str())?,
        basis: Text::parse("basis", &rung.liability.map_or_else(|| say("basis-A40"), |code| say(&code.key())))?,
        liability: rung.liability,
        about: Some(state.unit),
        case: Some((state.case, state.case_number.clone())),
    };
    write(tx, kit, ctx, actor, (state.issuer, letter), state.division.clone(), new, Some(id)).map(drop)
}

/// Advice that `subject` may see: what waits for an answer first, or what is over, newest first.
///
/// # Errors
/// When the database fails.
pub fn advice_list(
    tx: &mut Tx,
    subject: &Subject,
    over: bool,
    cursor: Option<&Cursor>,
    size: usize,
) -> Result<Page<(MatterRow, Advice)>, Fault> {
    let bound = list_scope(subject, Action::ReadAdvice);
    if bound == Bound::Never {
        return Ok(Page { items: vec![], next: None });
    }
    let mut sql = Filter::new();
    sql.raw("m.kind = 'ADVICE'").raw(if over { "m.is_over" } else { "NOT m.is_over" });
    condition(&mut sql, &bound);
    sql.after("m.received_at", "m.id", Order::Descending, cursor);
    let limit = sql.bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let text = format!(
        "SELECT {COLUMNS}, m.body FROM matter m WHERE {} ORDER BY m.received_at DESC, m.id DESC LIMIT {limit}",
        sql.sql()
    );
    let rows = tx.query(&text, sql.params(), |row| Ok((MatterRow::read(row)?, row.json("body")?)))?;
    Ok(page(rows, size, |(row, _)| (row.received_at.as_microsecond(), row.id().0)))
}

/// A piece of advice as its page shows it.
#[derive(Debug, Clone)]
pub struct AdviceView {
    /// The row.
    pub row: MatterRow,
    /// The advice.
    pub state: Advice,
    /// What the reader may do now.
    pub allowed: Vec<Possible<Advice>>,
    /// Its clocks.
    pub clocks: Vec<(Clock, Derivation)>,
    /// What happened, newest first.
    pub timeline: Vec<Item>,
    /// Names of organisations.
    pub names: Names,
    /// Names of people.
    pub staff: std::collections::HashMap<UserId, String>,
}

/// Opens a piece of advice.
///
/// # Errors
/// `not-permitted`.
pub fn open_advice(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<AdviceView, Error> {
    let loaded = matter::open::<Advice>(tx, id)?;
    permit::<ReadAdvice>(subject, &loaded.row.facts)?;
    let terms = matter::terms(kit, &loaded.state);
    let events = matter::history::<Fact>(tx, &loaded.row.region, id)?;
    let issued = &loaded.state.issued;
    let orgs = [Some(issued.issuer), Some(issued.to), issued.about].into_iter().flatten();
    let names = organisation::called(tx, orgs)?;
    let users = timeline::users_in(&events);
    Ok(AdviceView {
        allowed: matter::allowed(&loaded, subject, &terms, ctx),
        clocks: super::view::clocks_of(&loaded.state.clocks, &terms),
        timeline: timeline::of_advice(&loaded.state, &events, &names),
        staff: people::names(tx, users)?,
        names,
        row: loaded.row,
        state: loaded.state,
    })
}
