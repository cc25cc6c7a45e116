//! `/desk/cycle`: what came in this day, week, half month or month, what slipped, and what is to be done next by whom. Counted
//! from what happened; nobody fills anything in. Units in the order of their work, no people, no rank.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{
        self,
        actions::{CloseCycle, ReadCycle},
    },
    cycle::{Cadence, Period},
};
use jiff::civil::Date;
use kernel::{DivisionCode, Refusal};
use serde::Deserialize;
use services::{
    cycle::{self, Board, Figures, TargetFigure, UnitWork},
    divisions,
};

use super::{Desk, Here};
use crate::{
    forms::Submission,
    i18n::Say,
    problem::Problem,
    ui::{Button, Cell, Column, DataTable, Figure, Icon, Line, Notice, NoticeKind, Row, RowGroup, Tab, Tabs},
    view::Frame,
};

/// What the address holds.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    place: String,
    on: String,
    done: String,
}

#[derive(Template)]
#[template(path = "desk/cycle.html")]
struct CyclePage {
    t: Frame,
    lead: Line,
    notices: Vec<Notice>,
    places: Option<Tabs>,
    before: String,
    after: String,
    figures: crate::ui::Figures,
    corrected: Option<DataTable>,
    targets: Option<DataTable>,
    next: Option<DataTable>,
    next_title: String,
    close: Option<Close>,
}

/// The form that closes the span.
struct Close {
    hidden: Line,
    place: String,
    cadence: &'static str,
    on: String,
    button: Button,
}

/// A board with the names around it.
struct Shown {
    board: Board,
    name: String,
    inside: Vec<(DivisionCode, String)>,
    may_close: bool,
}

/// Divisions directly inside offered as tabs; more stand in the list of divisions.
const INSIDE: usize = 14;

async fn shown(desk: &Desk, place: String, on: String) -> Result<Shown, Problem> {
    let shown = desk.read(move |tx, kit, ctx, subject| {
        let own = cycle::place_of(subject).ok_or_else(Refusal::not_permitted)?;
        let place = DivisionCode::parse(&place).unwrap_or(own);
        let permit = access::permit::<ReadCycle>(subject, &place)?;
        let day = on.parse::<Date>().ok().filter(|day| *day <= ctx.today()).unwrap_or_else(|| ctx.today());
        let board = cycle::board(tx, kit, ctx, &permit, day)?;
        let inside = divisions::children(tx, Some(&place))?;
        Ok(Shown {
            name: divisions::path(tx, &place)?.pop().map(|one| one.name).unwrap_or_default(),
            inside: inside.into_iter().take(INSIDE).map(|one| (one.code, one.name)).collect(),
            may_close: access::permit::<CloseCycle>(subject, &place).is_ok() && board.period.ends() <= ctx.now(),
            board,
        })
    });
    Ok(shown.await?)
}

/// `GET /desk/cycle`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let shown = shown(&desk, asked.place, asked.on).await?;
    let t = desk.t();
    let done = (asked.done == "closed")
        .then(|| Notice::new(NoticeKind::Info, t.say("cycles-closed-done")).icon(Icon::outline("circle-check")));
    desk.visit.page(&page(&desk, &shown, done))
}

/// `POST /desk/cycle`: closes a span.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let reader = sent.reader();
    reader.finish(Some(())).map_err(|_| Problem::from(Refusal::invalid("", "form-expired")))?;
    let place = DivisionCode::parse(sent.raw("place")).map_err(Problem::from)?;
    let cadence = Cadence::parse(sent.raw("cadence")).ok_or(Problem::NotFound)?;
    let day: Date = sent.raw("on").parse().map_err(|_| Problem::NotFound)?;
    let back = address(&place, day);
    let closed = desk.write(move |tx, kit, ctx, subject| {
        let permit = access::permit::<CloseCycle>(subject, &place)?;
        cycle::close(tx, kit, ctx, &permit, cadence, day)
    });
    closed.await?;
    Ok(Redirect::to(&format!("{back}&done=closed")).into_response())
}

fn address(place: &DivisionCode, day: Date) -> String {
    format!("/desk/cycle?place={place}&on={day}")
}

fn page(desk: &Desk, shown: &Shown, done: Option<Notice>) -> CyclePage {
    let (t, board) = (desk.t(), &shown.board);
    let Period { first, last, cadence } = board.period;
    let title = t.say("cycles-title").with("place", &shown.name).with("cadence", t.message(&cadence.message())).text();
    let span =
        if first == last { t.full_date(first) } else { format!("{} – {}", t.full_date(first), t.full_date(last)) };
    let today = desk.visit.state.ctx().today();
    let after = board.period.after().first;
    CyclePage {
        t: desk.frame_titled(title, Here::Cycle),
        lead: t.say(if board.running { "cycles-lead-running" } else { "cycles-lead" }).with("span", span).into(),
        notices: [done, closed_notice(t, board), led_notice(t, board)].into_iter().flatten().collect(),
        places: places(t, shown),
        before: address(&board.place, board.period.before().first),
        after: if after <= today { address(&board.place, after) } else { String::new() },
        figures: figures(t, &board.figures, board),
        corrected: corrections(t, board),
        targets: targets(t, board),
        next: (!board.next.is_empty()).then(|| next(t, board)),
        next_title: t.say("cycles-next").with("day", t.full_date(board.period.after().last)).text(),
        close: (shown.may_close && board.closed.is_none()).then(|| Close {
            hidden: Line::drawn(&desk.visit.form().hidden()),
            place: board.place.to_string(),
            cadence: cadence.name(),
            on: first.to_string(),
            button: Button::second(t.say("cycles-close").text()),
        }),
    }
}

/// What leaders and instructed units still have to answer.
fn led_notice(t: Say, board: &Board) -> Option<Notice> {
    let (late, due) = board.led;
    let kind = if late > 0 { NoticeKind::Caution } else { NoticeKind::Info };
    let said = t.say("cycles-led").with("late", late).with("due", due);
    (late + due > 0).then(|| Notice::new(kind, said).icon(Icon::outline("user-check")))
}

fn closed_notice(t: Say, board: &Board) -> Option<Notice> {
    let closed = board.closed.as_ref()?;
    let text = t.say("cycles-closed").with("at", t.moment(closed.at));
    Some(Notice::new(NoticeKind::Neutral, text).icon(Icon::outline("lock")))
}

fn places(t: Say, shown: &Shown) -> Option<Tabs> {
    let day = shown.board.period.first;
    let tab = |(code, name): &(DivisionCode, String), current: bool| Tab {
        text: name.clone(),
        href: address(code, day),
        count: None,
        current,
    };
    let own = (shown.board.place.clone(), shown.name.clone());
    let mut items = vec![tab(&own, true)];
    items.extend(shown.inside.iter().map(|one| tab(one, false)));
    (items.len() > 1).then(|| Tabs { label: t.say("cycles-places").text(), items })
}

/// A number, what it is, more of it in small, and whether it is bad.
type CountLine = (i64, String, String, bool);

/// The bad number first, each with what it is.
fn lines(t: Say, figures: &Figures) -> Vec<CountLine> {
    let line =
        |value: i64, key: &str, bad: bool| (value, t.say(key).text(), t.say(&format!("{key}-small")).text(), bad);
    vec![
        line(figures.slipped, "cycles-slipped", figures.slipped > 0),
        line(figures.petitions + figures.orders, "cycles-came", false),
        line(figures.answered, "cycles-answered", false),
        line(figures.ended, "cycles-ended", false),
        line(figures.confirmed, "cycles-confirmed", false),
        line(figures.open, "cycles-open", false),
    ]
}

/// What a closed span shows is what was closed.
fn figures(t: Say, now: &Figures, board: &Board) -> crate::ui::Figures {
    let told = board.closed.as_ref().map_or(now, |closed| &closed.figures);
    let mut items: Vec<Figure> = lines(t, told)
        .into_iter()
        .map(|(value, what, small, bad)| Figure {
            value: value.to_string(),
            what: what.into(),
            small: small.into(),
            bad,
        })
        .collect();
    let came = t.say("cycles-came-parts").with("petitions", told.petitions).with("orders", told.orders);
    items[1].small = came.into();
    let confirmed = t.say("cycles-confirmed-of").with("ended", told.ended).with("confirmed", told.confirmed);
    items[4].small = confirmed.into();
    crate::ui::Figures { items }
}

/// What is counted differently since it was closed.
fn corrections(t: Say, board: &Board) -> Option<DataTable> {
    let closed = &board.closed.as_ref()?.figures;
    let pairs = lines(t, closed).into_iter().zip(lines(t, &board.figures));
    let row = |((was, what, ..), (is, ..)): (CountLine, CountLine)| {
        (was != is).then(|| Row {
            cells: vec![
                Cell { title: true, ..Cell::text(what) },
                Cell::text(was.to_string()),
                Cell::text(is.to_string()),
            ],
            current: false,
        })
    };
    let rows: Vec<Row> = pairs.filter_map(row).collect();
    let columns = vec![
        Column::new(t.say("cycles-col-what").text()),
        Column::number(t.say("cycles-col-closed").text()),
        Column::number(t.say("cycles-col-now").text()),
    ];
    (!rows.is_empty()).then(|| table(t.say("cycles-corrected").text(), columns, rows))
}

fn targets(t: Say, board: &Board) -> Option<DataTable> {
    let told = board.closed.as_ref().map_or(&board.figures, |closed| &closed.figures);
    let row = |target: &TargetFigure| Row {
        cells: vec![
            Cell { title: true, ..Cell::text(target.name.as_str()) }.small(rule(t, board, &target.name)),
            Cell::text(target.due.to_string()),
            Cell::text(target.in_time.to_string()),
            Cell::text(target.late.to_string()),
            Cell::text(target.open().to_string()),
        ],
        current: false,
    };
    let mut columns = vec![Column::new(t.say("cycles-col-target").text())];
    let numbers = ["cycles-col-due", "cycles-col-in-time", "cycles-col-late", "cycles-col-open"];
    columns.extend(numbers.map(|key| Column::number(t.say(key).text())));
    let rows: Vec<Row> = told.targets.iter().map(row).collect();
    (!rows.is_empty()).then(|| table(t.say("cycles-targets").text(), columns, rows))
}

/// 收到后 24 小时内登记在册.
fn rule(t: Say, board: &Board, name: &str) -> String {
    let target = board.rules.targets.iter().find(|target| target.name.as_str() == name);
    target.map_or_else(String::new, |target| {
        let whole_days = target.hours > 72 && target.hours.is_multiple_of(24);
        let said = if whole_days {
            t.say("cycles-target-days").with("days", target.hours / 24)
        } else {
            t.say("cycles-target-rule").with("hours", target.hours)
        };
        said.with("reached", t.message(&target.reached.message())).text()
    })
}

fn next(t: Say, board: &Board) -> DataTable {
    let list = |org: kernel::OrgId, urgency: &str| {
        format!("/desk?tab=open&place={}&holder={org}&urgency={urgency}", board.place)
    };
    let row = |unit: &UnitWork| Row {
        cells: vec![
            Cell::title(unit.name.as_str(), list(unit.org, "")),
            Cell::link(unit.overdue.to_string(), list(unit.org, "overdue")),
            Cell::text(unit.due.to_string()),
        ],
        current: false,
    };
    let columns = vec![
        Column::new(t.say("cycles-col-unit").text()),
        Column::number(t.say("cycles-col-overdue").text()),
        Column::number(t.say("cycles-col-next").text()),
    ];
    table(t.say("cycles-next-caption").text(), columns, board.next.iter().map(row).collect())
}

fn table(caption: String, columns: Vec<Column>, rows: Vec<Row>) -> DataTable {
    DataTable { caption, columns, groups: vec![RowGroup { rows, ..RowGroup::default() }] }
}
