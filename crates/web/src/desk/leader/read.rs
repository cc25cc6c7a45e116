//! The forms: their fields, and what is read from them.

use domain::leadership::{Command, Post, VisitKind};
use jiff::civil::Date;
use kernel::{OrgId, Refusal, Text, UserId};
use uuid::Uuid;

use super::page::Choices;
use crate::forms::{Field, Form, FormErrors, Reader, Submission};

/// What a form does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    TakeCharge,
    TakeSecond,
    EndCharge,
    DoDuty,
    Instruct,
    FollowInstruction,
    Visit,
    Advise,
    Book,
    EndBooking,
}

impl Deed {
    const ALL: [Self; 10] = [
        Self::TakeCharge,
        Self::TakeSecond,
        Self::EndCharge,
        Self::DoDuty,
        Self::Instruct,
        Self::FollowInstruction,
        Self::Visit,
        Self::Advise,
        Self::Book,
        Self::EndBooking,
    ];

    /// As the form carries it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::TakeCharge => "take-charge",
            Self::TakeSecond => "take-second",
            Self::EndCharge => "end-charge",
            Self::DoDuty => "do-duty",
            Self::Instruct => "instruct",
            Self::FollowInstruction => "follow",
            Self::Visit => "visit",
            Self::Advise => "advise",
            Self::Book => "book",
            Self::EndBooking => "end-booking",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.name() == name)
    }
}

/// The fields of a form.
pub(super) fn fields(deed: Deed, form: &Form, choices: &Choices, days: &[(String, String)]) -> Vec<Field> {
    let on = || form.date("on", "leaders-on");
    match deed {
        Deed::TakeCharge => {
            let posts = Post::ALL
                .iter()
                .fold(form.choice("post", "leaders-post"), |field, post| field.option(post.name(), &post.key()));
            vec![form.select("leader", "leaders-leader").option("", "desk-choose").options(&choices.leaders), posts]
        }
        Deed::TakeSecond => vec![
            form.select("leader", "leaders-leader")
                .hint("leaders-second-hint")
                .option("", "desk-choose")
                .options(&choices.leaders),
        ],
        Deed::EndCharge => vec![form.area("reason", "leaders-reason")],
        Deed::DoDuty | Deed::FollowInstruction => vec![on(), form.area("evidence", "leaders-evidence")],
        Deed::Instruct => vec![
            form.select("to", "leaders-to").option("", "desk-choose").options(&choices.orgs),
            form.area("text", "leaders-what"),
            form.date("due", "leaders-due"),
        ],
        Deed::Visit => {
            let kinds = VisitKind::ALL
                .iter()
                .fold(form.select("kind", "leaders-kind"), |field, kind| field.option(kind.name(), &kind.key()));
            vec![kinds, on(), form.text("place", "leaders-place"), form.area("findings", "leaders-findings")]
        }
        Deed::Book => {
            let day = form.choice("reception", "leaders-book-day");
            vec![days.iter().fold(day, |field, (id, line)| field.option_named(id, line.as_str()))]
        }
        Deed::EndBooking => vec![form.text("why", "leaders-seat-why").optional("leaders-optional")],
        Deed::Advise => vec![
            form.text("expert", "leaders-expert").hint("leaders-expert-hint"),
            on(),
            form.area("text", "leaders-advice"),
        ],
    }
}

fn day(reader: &mut Reader<'_>, name: &str) -> Option<Date> {
    reader.day(name)
}

fn chosen<T: std::str::FromStr>(reader: &mut Reader<'_>, name: &str) -> Option<T> {
    reader.field(name, |name, text| text.trim().parse().map_err(|_| Refusal::invalid(name, "choose-one")))
}

/// `{user} {organisation}`.
fn leader(reader: &mut Reader<'_>) -> Option<(UserId, OrgId)> {
    reader.field("leader", |name, text| {
        let both = text.split_once(' ').and_then(|(user, org)| Some((user.parse().ok()?, org.parse().ok()?)));
        both.ok_or_else(|| Refusal::invalid(name, "choose-one"))
    })
}

/// What a form asks: a deed, or a seat.
#[derive(Debug, Clone)]
pub(super) enum Asked {
    Act(Command),
    Book(Uuid),
    EndBooking(Option<Text<500>>),
}

/// What the form asks.
pub(super) fn command(deed: Deed, sent: &Submission) -> Result<Asked, FormErrors> {
    let mut reader = sent.reader();
    let r = &mut reader;
    match deed {
        Deed::Book => {
            let day = chosen(r, "reception").map(Asked::Book);
            return reader.finish(day);
        }
        Deed::EndBooking => {
            let reason = r.optional("why", Text::parse);
            return reader.finish(Some(Asked::EndBooking(reason)));
        }
        _ => {}
    }
    let which: u16 = sent.raw("which").parse().unwrap_or_default();
    let command = match deed {
        Deed::TakeCharge => {
            let post =
                r.field("post", |name, text| Post::parse(text).ok_or_else(|| Refusal::invalid(name, "choose-one")));
            leader(r).zip(post).map(|((leader, org), post)| Command::TakeCharge { leader, org, post })
        }
        Deed::TakeSecond => leader(r).map(|(leader, org)| Command::TakeSecond { leader, org }),
        Deed::EndCharge => r.field("reason", Text::parse).map(|reason| Command::EndCharge { reason }),
        Deed::DoDuty => day(r, "on").zip(r.field("evidence", Text::parse)).map(|(on, evidence)| Command::DoDuty {
            duty: which,
            on,
            evidence,
        }),
        Deed::FollowInstruction => day(r, "on")
            .zip(r.field("evidence", Text::parse))
            .map(|(on, evidence)| Command::FollowInstruction { no: which, on, evidence }),
        Deed::Instruct => {
            let (to, text, due) = (chosen(r, "to"), r.field("text", Text::parse), day(r, "due"));
            to.zip(text).zip(due).map(|((to, text), due)| Command::Instruct { to, text, due })
        }
        Deed::Visit => visit(r),
        Deed::Advise => {
            let (expert, on, text) = (r.field("expert", Text::parse), day(r, "on"), r.field("text", Text::parse));
            expert.zip(on).zip(text).map(|((expert, on), text)| Command::Advise { expert, on, text })
        }
        Deed::Book | Deed::EndBooking => None,
    };
    reader.finish(command.map(Asked::Act))
}

fn visit(reader: &mut Reader<'_>) -> Option<Command> {
    let kind =
        reader.field("kind", |name, text| VisitKind::parse(text).ok_or_else(|| Refusal::invalid(name, "choose-one")));
    let on = day(reader, "on");
    let (place, findings) = (reader.field("place", Text::parse), reader.field("findings", Text::parse));
    let all = kind.zip(on).zip(place).zip(findings);
    all.map(|(((kind, on), place), findings)| Command::Visit { kind, on, place, findings })
}
