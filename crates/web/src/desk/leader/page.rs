//! One matter: who is in charge and what of it is done, instructions with their answers, visits, advice; each with its form.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, actions::BookReception},
    leadership::{Answer, Charge, Leadership, Post, VisitKind},
};
use kernel::{CaseId, OrgId};
use serde::Deserialize;
use services::{
    leadership::{self, Seen},
    matter, organisation, people,
    reception::{self, Hers, Reception},
};

use super::read::{self, Asked, Deed};
use crate::{
    desk::{Desk, Here, when},
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, UrgencyChip},
    view::Frame,
};

/// One entry of a list.
struct Entry {
    /// 包调查 · 最迟 6月8日.
    head: Line,
    /// What was written.
    text: Line,
    /// By whom, or when it was done.
    small: Line,
    late: bool,
    /// Its light, while it is owed.
    chip: Option<UrgencyChip>,
    /// The form that answers it.
    form: Option<Line>,
}

/// Entries under a heading, with the form that adds one.
struct Part {
    id: &'static str,
    title: Line,
    none: Line,
    entries: Vec<Entry>,
    add: Option<(Line, Line)>,
}

#[derive(Template)]
#[template(path = "desk/lead.html")]
struct LeadPage {
    t: Frame,
    back: String,
    number: String,
    done: Option<Notice>,
    summary: Line,
    parts: Vec<Part>,
}

/// A form of the page.
#[derive(Template)]
#[template(path = "desk/_deed.html")]
struct DeedForm {
    action: String,
    hidden: Line,
    deed: &'static str,
    which: String,
    fields: Vec<Line>,
    button: Button,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::desk) struct Said {
    done: String,
}

/// Units and people who can be named.
pub(super) struct Choices {
    pub(super) orgs: Vec<(String, String)>,
    pub(super) leaders: Vec<(String, String)>,
}

struct Shown {
    seen: Seen,
    choices: Choices,
    /// The seat at a reception, and what can be booked, for whoever may book for her.
    seat: Option<Hers>,
}

async fn shown(desk: &Desk, id: CaseId) -> Result<Shown, Problem> {
    let shown = desk.open(id, move |tx, _, ctx, subject, looked| {
        let seen = leadership::open(tx, subject, looked.row().id())?;
        let mut choices = Choices { orgs: vec![], leaders: vec![] };
        if seen.may_lead || seen.may_name {
            let directory = organisation::directory(tx, ctx.today())?;
            let place = &looked.row().facts.division;
            let mut at: Vec<OrgId> = directory.at(place).map(|org| org.id).collect();
            for around in std::iter::successors(place.parent(), kernel::DivisionCode::parent).take(2) {
                at.extend(directory.at(&around).map(|org| org.id));
            }
            at.extend(looked.row().facts.holder);
            at.sort_unstable();
            at.dedup();
            let name = |id: &OrgId| directory.get(*id).map(|org| (id.to_string(), org.name.to_string()));
            choices.orgs = at.iter().filter_map(name).collect();
            if seen.may_name {
                choices.leaders = leaders(tx, &at, ctx.today())?;
            }
        }
        let row = looked.row();
        let books = access::permit::<BookReception>(subject, &row.facts).is_ok();
        let seat = books.then(|| reception::of_row(tx, ctx, row)).transpose()?;
        Ok(Shown { seen, choices, seat })
    });
    Ok(shown.await?)
}

/// Leaders and delegates of these organisations.
fn leaders(
    tx: &mut store::Tx,
    orgs: &[OrgId],
    today: jiff::civil::Date,
) -> Result<Vec<(String, String)>, services::Error> {
    use domain::people::Role;
    let mut all = vec![];
    for org in orgs {
        for role in [Role::UnitLeader, Role::Delegate] {
            for one in people::with_role(tx, *org, role, today)? {
                let post = one.title.as_ref().map_or_else(String::new, |title| format!(" · {title}"));
                all.push((format!("{} {org}", one.id), format!("{}{post}", one.name.reveal())));
            }
        }
    }
    Ok(all)
}

/// `GET /desk/matters/{id}/lead`.
pub(in crate::desk) async fn get(
    desk: Desk,
    Path(id): Path<String>,
    Query(said): Query<Said>,
) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let shown = shown(&desk, id).await?;
    let form = desk.visit.form();
    desk.visit.page(&page(&desk, &shown, &form, None, said.done == "yes"))
}

/// `POST /desk/matters/{id}/lead`.
pub(in crate::desk) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let deed = Deed::parse(sent.raw("deed")).ok_or(Problem::NotFound)?;
    let errors = match read::command(deed, &sent) {
        Ok(asked) => {
            let done = desk.write(move |tx, kit, ctx, subject| {
                // Whoever may not even read it learns nothing from what is refused.
                matter::look(tx, ctx, subject, id)?;
                match &asked {
                    Asked::Act(command) => leadership::act(tx, kit, ctx, subject, id, command),
                    Asked::Book(day) => reception::book(tx, kit, ctx, subject, id, *day),
                    Asked::EndBooking(reason) => reception::end_booking(tx, kit, ctx, subject, id, reason.clone()),
                }
            });
            match done.await {
                Ok(()) => return Ok(Redirect::to(&format!("/desk/matters/{id}/lead?done=yes")).into_response()),
                Err(error) => FormErrors::try_from(error)?,
            }
        }
        Err(errors) => errors,
    };
    let shown = shown(&desk, id).await?;
    let form = desk.visit.form_again(&sent, errors);
    desk.visit.page_failed(&page(&desk, &shown, &form, Some((deed, sent.raw("which"))), false))
}

/// Everything a part needs.
struct Scene<'a> {
    t: Say,
    seen: &'a Seen,
    choices: &'a Choices,
    blank: Form,
    form: &'a Form,
    /// The form that came back.
    again: Option<(Deed, &'a str)>,
    today: jiff::civil::Date,
    /// The receptions that can be booked, by id.
    days: Vec<(String, String)>,
}

impl Scene<'_> {
    fn state(&self) -> &Leadership {
        &self.seen.leadership
    }

    /// The form of a deed: as it was sent when it came back, else blank with today's date.
    fn deed(&self, deed: Deed, which: &str) -> Line {
        let came_back = self.again == Some((deed, which));
        let blank = self.blank.clone().filled("on", self.today.to_string());
        let form = if came_back { self.form } else { &blank };
        let mut fields = read::fields(deed, form, self.choices, &self.days);
        let primary = matches!(deed, Deed::DoDuty) && came_back;
        let key = format!("leaders-do-{}", deed.name());
        Line::drawn(&DeedForm {
            action: format!("/desk/matters/{}/lead", self.seen.row.id()),
            hidden: Line::drawn(&form.hidden()),
            deed: deed.name(),
            which: which.to_owned(),
            fields: fields.drain(..).map(|field| Line::drawn(&field)).collect(),
            button: if primary { Button::primary(self.t.say(&key)) } else { Button::second(self.t.say(&key)) },
        })
    }

    fn light(&self, since: jiff::Timestamp, due: jiff::civil::Date) -> UrgencyChip {
        when::of_day(self.t, (kernel::beijing_date(since), due), self.today)
    }

    fn who(&self, actor: domain::actor::Actor) -> String {
        let org = actor.org().and_then(|org| self.seen.names.get(&org)).cloned().unwrap_or_default();
        let user = actor.user().and_then(|user| self.seen.staff.get(&user)).cloned().unwrap_or_default();
        format!("{org} {user}").trim().to_owned()
    }

    /// Office and name of somebody in charge.
    fn named(&self, charge: &Charge) -> String {
        let name = self.seen.staff.get(&charge.leader).cloned().unwrap_or_default();
        let org = self.seen.names.get(&charge.org).cloned().unwrap_or_default();
        format!("{org} {name}")
    }

    fn answered(&self, answer: Option<&Answer>) -> (Line, Line) {
        match answer {
            Some(answer) => {
                let said = self.t.say("leaders-answered").with("day", self.t.full_date(answer.on));
                (answer.evidence.as_str().into(), said.with("who", self.who(answer.by)).into())
            }
            None => (Line::default(), Line::default()),
        }
    }
}

fn page(desk: &Desk, shown: &Shown, form: &Form, again: Option<(Deed, &str)>, done: bool) -> LeadPage {
    let t = desk.t();
    let scene = Scene {
        t,
        seen: &shown.seen,
        choices: &shown.choices,
        blank: desk.visit.form(),
        form,
        again,
        today: desk.visit.state.ctx().today(),
        days: shown.seat.iter().flat_map(|seat| &seat.free).map(|day| (day.id.to_string(), day_line(t, day))).collect(),
    };
    let seat = shown.seat.as_ref().map(|seat| seat_part(&scene, seat));
    let row = &shown.seen.row;
    let title = t.say("leaders-title").text();
    LeadPage {
        t: desk.frame_titled(title, Here::Leader).failed(form.has_errors()),
        back: crate::desk::rows::place(row),
        number: format!("{} · {}", row.number, row.title),
        done: done.then(|| Notice::new(NoticeKind::Info, t.say("leaders-done")).icon(Icon::outline("circle-check"))),
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        parts: [charge(&scene), instructions(&scene)]
            .into_iter()
            .chain(meetings(&scene))
            .chain(seat)
            .chain([visits(&scene), opinions(&scene)])
            .collect(),
    }
}

fn charge(scene: &Scene<'_>) -> Part {
    let t = scene.t;
    let mut entries = vec![];
    let mut title = Line::from(t.say("leaders-charge"));
    if let Some(charge) = &scene.state().charge {
        let key = if charge.post == Post::Delegate { "leaders-charge-delegate" } else { "leaders-charge-of" };
        title = t.say(key).with("who", scene.named(charge)).into();
        entries.extend(duties(scene, charge, ""));
    }
    if let Some(second) = &scene.state().second {
        title =
            t.say("leaders-charge-both").with("first", title.to_string()).with("second", scene.named(second)).into();
        entries.extend(duties(scene, second, &scene.named(second)));
    } else if scene.seen.may_name && scene.state().charge.is_some() {
        entries.push(Entry {
            head: t.say("leaders-second").into(),
            text: t.say("leaders-second-text").into(),
            small: Line::default(),
            late: false,
            chip: None,
            form: Some(scene.deed(Deed::TakeSecond, "")),
        });
    }
    let deed = if scene.state().charge.is_some() { Deed::EndCharge } else { Deed::TakeCharge };
    let add =
        scene.seen.may_name.then(|| (Line::from(t.say(&format!("leaders-add-{}", deed.name()))), scene.deed(deed, "")));
    Part { id: "charge", title, none: t.say("leaders-charge-none").into(), entries, add }
}

/// The duties of one of them; of two each answers her own.
fn duties(scene: &Scene<'_>, charge: &Charge, whose: &str) -> Vec<Entry> {
    let t = scene.t;
    let hers = scene.seen.me == Some(charge.leader);
    let entry = |(duty, no): (&domain::leadership::Duty, i32)| {
        let (text, small) = scene.answered(duty.answer.as_ref());
        let open = duty.answer.is_none();
        let said = t.say("leaders-duty").with("name", &duty.name).with("day", t.full_date(duty.due)).text();
        Entry {
            head: if whose.is_empty() { said.into() } else { format!("{whose} · {said}").into() },
            text,
            small,
            late: open && duty.due < scene.today,
            chip: open.then(|| scene.light(charge.at, duty.due)),
            form: (open && hers).then(|| scene.deed(Deed::DoDuty, &format!("{no}"))),
        }
    };
    charge.duties.iter().zip(1..).map(entry).collect()
}

fn instructions(scene: &Scene<'_>) -> Part {
    let t = scene.t;
    let entry = |one: &domain::leadership::Instruction| {
        let to = scene.seen.names.get(&one.to).cloned().unwrap_or_default();
        let (done, small) = scene.answered(one.answer.as_ref());
        let open = one.answer.is_none();
        let text = if open {
            Line::from(one.text.as_str())
        } else {
            Line::drawn(&format!("{}<br>{done}", Line::from(one.text.as_str())))
        };
        let written = t.say("leaders-written").with("who", scene.who(one.by)).with("at", t.moment(one.at));
        Entry {
            head: t.say("leaders-instruction").with("to", to).with("day", t.full_date(one.due)).into(),
            text,
            small: if open { written.into() } else { small },
            late: open && one.due < scene.today,
            chip: open.then(|| scene.light(one.at, one.due)),
            form: open.then(|| scene.deed(Deed::FollowInstruction, &one.no.to_string())),
        }
    };
    Part {
        id: "instructions",
        title: t.say("leaders-instructions").into(),
        none: t.say("leaders-instructions-none").into(),
        entries: scene.state().instructions.iter().map(entry).collect(),
        add: scene.seen.may_lead.then(|| (t.say("leaders-add-instruct").into(), scene.deed(Deed::Instruct, ""))),
    }
}

fn day_line(t: Say, day: &Reception) -> String {
    format!("{} {} · {} · {}", t.full_date(day.on), day.hours, day.host, day.place)
}

/// Her seat at a reception: the window or her agent books it, and gives it back.
fn seat_part(scene: &Scene<'_>, seat: &Hers) -> Part {
    let t = scene.t;
    let entries = seat.booked.iter().map(|day| Entry {
        head: day_line(t, day).into(),
        text: Line::default(),
        small: Line::default(),
        late: false,
        chip: None,
        form: Some(scene.deed(Deed::EndBooking, "")),
    });
    let book = seat.booked.is_none() && !seat.free.is_empty();
    let none = if book { "leaders-seat-none" } else { "leaders-seat-no-days" };
    Part {
        id: "seat",
        title: t.say("leaders-seat").into(),
        none: t.say(none).into(),
        entries: entries.collect(),
        add: book.then(|| (t.say("leaders-add-book").into(), scene.deed(Deed::Book, ""))),
    }
}

/// What joint meetings decided, when they did.
fn meetings(scene: &Scene<'_>) -> Option<Part> {
    let t = scene.t;
    let entry = |said: &domain::leadership::MeetingSaid| {
        let owner = scene.seen.names.get(&said.owner).cloned().unwrap_or_default();
        let head = match said.due {
            Some(due) => t.say("leaders-instruction").with("to", owner).with("day", t.full_date(due)).text(),
            None => owner,
        };
        Entry {
            head: head.into(),
            text: said.text.as_str().into(),
            small: said.number.to_string().into(),
            late: false,
            chip: None,
            form: None,
        }
    };
    let entries: Vec<Entry> = scene.state().meetings.iter().map(entry).collect();
    (!entries.is_empty()).then(|| Part {
        id: "meetings",
        title: t.say("meetings-title").into(),
        none: Line::default(),
        entries,
        add: None,
    })
}

fn visits(scene: &Scene<'_>) -> Part {
    let t = scene.t;
    let entry = |one: &domain::leadership::Visit| {
        let kind: VisitKind = one.kind;
        let head = t.say("leaders-visit").with("kind", t.message(&kind.message())).with("day", t.full_date(one.on));
        Entry {
            head: head.with("place", &one.place).into(),
            text: one.findings.as_str().into(),
            small: scene.who(one.by).into(),
            late: false,
            chip: None,
            form: None,
        }
    };
    Part {
        id: "visits",
        title: t.say("leaders-visits").into(),
        none: t.say("leaders-visits-none").into(),
        entries: scene.state().visits.iter().map(entry).collect(),
        add: scene.seen.may_lead.then(|| (t.say("leaders-add-visit").into(), scene.deed(Deed::Visit, ""))),
    }
}

fn opinions(scene: &Scene<'_>) -> Part {
    let t = scene.t;
    let entry = |one: &domain::leadership::Opinion| Entry {
        head: t.say("leaders-opinion").with("expert", &one.expert).with("day", t.full_date(one.on)).into(),
        text: one.text.as_str().into(),
        small: t.say("leaders-opinion-not-binding").into(),
        late: false,
        chip: None,
        form: None,
    };
    Part {
        id: "opinions",
        title: t.say("leaders-opinions").into(),
        none: t.say("leaders-opinions-none").into(),
        entries: scene.state().opinions.iter().map(entry).collect(),
        add: scene.seen.may_lead.then(|| (t.say("leaders-add-advise").into(), scene.deed(Deed::Advise, ""))),
    }
}
