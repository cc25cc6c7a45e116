//! The fields of each form, and what they read into.

use askama::Template;
use domain::mediation::{
    Agreement, AgreementForm, Chosen, Command, CommandKind as K, CourtGround, CourtRuling, Done, Helper, HelperRole,
    How, Mark, RiskKind, RiskReport, Session, Signer, Term, words::letter,
};
use jiff::civil::Date;
use kernel::{Refusal, Text, UserId};
use services::mediation::MediationView;

use crate::{
    forms::{Field, Form, Reader},
    i18n::Say,
    ui::{Button, Line},
};

/// Terms that the form has room for.
const TERMS: usize = 4;

#[derive(Template)]
#[template(path = "desk/_meeting.html")]
struct Drawn {
    action: String,
    hidden: Line,
    which: u16,
    version: i64,
    fields: Vec<Line>,
    button: Button,
}

/// The form as it is sent to `action`.
pub(super) fn drawn(
    t: Say,
    form: &Form,
    (action, which, version): (String, u16, i64),
    kind: K,
    fields: &[Field],
) -> Line {
    let text = t.message(&kind.message()).text();
    let last = matches!(kind, K::Refuse | K::Leave | K::Fail | K::StepBack);
    Line::drawn(&Drawn {
        action,
        hidden: Line::drawn(&form.hidden()),
        which,
        version,
        fields: fields.iter().map(Line::drawn).collect(),
        button: if last { Button::second(text) } else { Button::primary(text) },
    })
}

fn how(form: &Form) -> Field {
    [How::Oral, How::Signature]
        .iter()
        .fold(form.choice("how", "mediations-how"), |field, one| field.option(one.name(), &one.key()))
}

/// The parties to choose among, as 甲方 with the masked name.
fn parties(t: Say, view: &MediationView) -> Vec<(String, String)> {
    let all = view.state.parties.iter().zip(&view.parties);
    let named = |(party, (who, _)): (&domain::mediation::Party, &(services::petition::MaskedIdentity, _))| {
        let name = t.say("mediations-party").with("party", letter(party.no)).text();
        (party.no.to_string(), format!("{name} {}", who.name))
    };
    all.map(named).collect()
}

/// The fields of a form. The table of commands says which there are; what needs nothing written has none.
pub(super) fn fields(t: Say, kind: K, form: &Form, view: &MediationView) -> Vec<Field> {
    match kind {
        K::Consent | K::WantConfirmation | K::NotifyRights => vec![how(form)],
        K::Refuse | K::Leave => vec![how(form), form.area("reason", "mediations-reason").optional("desk-optional")],
        K::ConfirmMinutes => {
            let party = form.select("party", "mediations-who").option("", "desk-choose");
            vec![party.options(&parties(t, view)), how(form)]
        }
        K::NameMediator => {
            let all: Vec<(String, String)> =
                view.mediators.iter().map(|one| (one.id.to_string(), one.name.reveal().to_owned())).collect();
            let chosen = form.choice("chosen", "mediations-chosen");
            vec![
                form.select("user", "mediations-mediator").option("", "desk-choose").options(&all),
                Chosen::ALL.iter().fold(chosen, |field, one| field.option(one.name(), &one.key())),
            ]
        }
        K::AddHelper => helper(form, view),
        K::StepBack | K::Fail => vec![form.area("reason", "mediations-reason")],
        K::Hold => session(t, form, view),
        K::ReportRisk => risk(form),
        K::Agree => agreement(t, form, view),
        K::Sign => sign(t, form, view),
        K::ApplyConfirmation => {
            let ground = form.choice("ground", "mediations-ground");
            vec![
                form.text("court", "mediations-court").hint("mediations-court-hint"),
                CourtGround::ALL.iter().fold(ground, |field, one| field.option(one.name(), &one.key())),
                form.date("on", "mediations-applied-on"),
            ]
        }
        K::RecordRuling => vec![
            form.choice("confirmed", "mediations-ruling")
                .option("yes", "mediations-confirmed")
                .option("no", "mediations-not-confirmed"),
            form.date("on", "mediations-on"),
            form.text("number", "mediations-ruling-number"),
            form.area("reason", "mediations-ruling-reason").optional("desk-optional"),
        ],
        K::Perform => vec![form.date("on", "mediations-done-on"), form.area("evidence", "mediations-evidence")],
        K::NoteFollowUp => vec![form.date("on", "mediations-on"), form.area("text", "mediations-found")],
        _ => vec![],
    }
}

fn helper(form: &Form, view: &MediationView) -> Vec<Field> {
    let role = form.select("role", "mediations-helper-role").option("", "desk-choose");
    let all: Vec<(String, String)> =
        view.mediators.iter().map(|one| (one.id.to_string(), one.name.reveal().to_owned())).collect();
    vec![
        HelperRole::ALL.iter().fold(role, |field, one| field.option(one.name(), &one.key())),
        form.text("called", "mediations-helper-called").hint("mediations-helper-called-hint"),
        form.select("user", "mediations-helper-user")
            .option("", "mediations-helper-nobody")
            .options(&all)
            .optional("desk-optional"),
    ]
}

fn session(t: Say, form: &Form, view: &MediationView) -> Vec<Field> {
    let with = form.select("with", "mediations-with").option("all", "mediations-with-all");
    let alone = |(no, name): &(String, String)| (no.clone(), t.say("mediations-with-one").with("party", name).text());
    let alone: Vec<(String, String)> = parties(t, view).iter().map(alone).collect();
    vec![
        form.date("on", "mediations-on"),
        form.text("from", "meetings-from"),
        form.text("place", "mediations-place"),
        with.options(&alone).hint("mediations-with-hint"),
        form.text("others", "mediations-others").hint("mediations-others-hint").optional("desk-optional"),
        form.choice("public", "mediations-public")
            .option("no", "mediations-public-no")
            .option("yes", "mediations-public-yes"),
        form.area("minutes", "mediations-minutes").hint("mediations-minutes-hint"),
    ]
}

fn risk(form: &Form) -> Vec<Field> {
    let kind = form.choice("kind", "mediations-risk");
    vec![
        RiskKind::ALL.iter().fold(kind, |field, one| field.option(one.name(), &one.key())),
        form.area("text", "mediations-risk-text"),
        form.text("police", "mediations-police").hint("mediations-police-hint").optional("desk-optional"),
        form.date("police_on", "mediations-police-on").optional("desk-optional"),
    ]
}

fn agreement(t: Say, form: &Form, view: &MediationView) -> Vec<Field> {
    let chosen = form.choice("form", "mediations-form").hint("mediations-form-hint");
    let mut all = vec![
        AgreementForm::ALL.iter().fold(chosen, |field, one| field.option(one.name(), &one.key())),
        form.area("dispute", "mediations-dispute"),
        form.area("liability", "mediations-liability"),
    ];
    let names = parties(t, view);
    for no in 1..=TERMS {
        let area = form.area(&format!("term{no}"), "mediations-term");
        all.push(if no == 1 { area.hint("mediations-term-hint") } else { area.optional("desk-optional") });
        all.push(form.select(&format!("by{no}"), "mediations-term-by").option("", "desk-choose").options(&names));
        all.push(form.date(&format!("due{no}"), "mediations-term-due"));
    }
    all.push(form.area("manner", "mediations-manner"));
    all
}

fn sign(t: Say, form: &Form, view: &MediationView) -> Vec<Field> {
    let names = parties(t, view);
    let option = |signer: Signer| match signer {
        Signer::Party(no) => {
            let no = no.to_string();
            let name = names.iter().find(|(known, _)| *known == no).map(|(_, name)| name.clone());
            (no, name.unwrap_or_default())
        }
        Signer::Mediator => ("mediator".to_owned(), t.say("mediations-sign-mediator").text()),
        Signer::Committee => ("committee".to_owned(), t.say("mediations-sign-committee").text()),
    };
    let open: Vec<(String, String)> = view.state.unsigned().into_iter().map(option).collect();
    let mark = form.choice("mark", "mediations-mark");
    vec![
        form.select("of", "mediations-sign-of").option("", "desk-choose").options(&open),
        form.date("on", "mediations-on"),
        Mark::ALL.iter().fold(mark, |field, one| field.option(one.name(), &one.key())),
    ]
}

fn unknown(field: &str) -> Refusal {
    Refusal::invalid(field, "unknown-choice")
}

fn chosen<T>(reader: &mut Reader<'_>, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    reader.required(name, "choose-one", |field, text| parse(text).ok_or_else(|| unknown(field)))
}

/// The command that a form asks for, about `which` party, talk or term.
pub(super) fn read(kind: K, which: u16, reader: &mut Reader<'_>, all: &[u16]) -> Option<Command> {
    match kind {
        K::Consent => how_read(reader).map(|how| Command::Consent { party: which, how }),
        K::WantConfirmation => how_read(reader).map(|how| Command::WantConfirmation { party: which, how }),
        K::NotifyRights => how_read(reader).map(|how| Command::NotifyRights { how }),
        K::Refuse | K::Leave => {
            let (how, reason) = (how_read(reader), reader.optional("reason", Text::parse));
            let (party, how) = (which, how?);
            Some(if kind == K::Refuse {
                Command::Refuse { party, how, reason }
            } else {
                Command::Leave { party, how, reason }
            })
        }
        K::ConfirmMinutes => {
            let (party, how) = (chosen(reader, "party", |text| text.parse().ok()), how_read(reader));
            Some(Command::ConfirmMinutes { session: which, party: party?, how: how? })
        }
        K::NameMediator => {
            let (user, chosen) = (user(reader), chosen(reader, "chosen", Chosen::parse));
            Some(Command::NameMediator { user: user?, chosen: chosen? })
        }
        K::AddHelper => {
            let (role, called) = (chosen(reader, "role", HelperRole::parse), reader.field("called", Text::parse));
            let user = reader.optional("user", |field, text| text.parse::<UserId>().map_err(|_| unknown(field)));
            Some(Command::AddHelper(Helper { role: role?, called: called?, user }))
        }
        K::StepBack => reader.field("reason", Text::parse).map(|reason| Command::StepBack { reason }),
        K::Fail => reader.field("reason", Text::parse).map(|reason| Command::Fail { reason }),
        K::Hold => session_read(reader, all).map(|session| Command::Hold(Box::new(session))),
        K::ReportRisk => risk_read(reader).map(|report| Command::ReportRisk(Box::new(report))),
        K::Agree => agreement_read(reader).map(|agreement| Command::Agree(Box::new(agreement))),
        K::Urge => Some(Command::Urge { term: which }),
        K::TellWays => Some(Command::TellWays { term: which }),
        K::Archive => Some(Command::Archive),
        _ => later(kind, which, reader),
    }
}

fn later(kind: K, which: u16, reader: &mut Reader<'_>) -> Option<Command> {
    match kind {
        K::Sign => {
            let of = chosen(reader, "of", |text| match text {
                "mediator" => Some(Signer::Mediator),
                "committee" => Some(Signer::Committee),
                no => no.parse().ok().map(Signer::Party),
            });
            let (on, mark) = (reader.day("on"), chosen(reader, "mark", Mark::parse));
            Some(Command::Sign { of: of?, on: on?, mark: mark? })
        }
        K::ApplyConfirmation => {
            let (court, on) = (reader.field("court", Text::parse), reader.day("on"));
            let ground = chosen(reader, "ground", CourtGround::parse);
            Some(Command::ApplyConfirmation { court: court?, ground: ground?, on: on? })
        }
        K::RecordRuling => {
            let confirmed = chosen(reader, "confirmed", |text| match text {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            });
            let (on, number) = (reader.day("on"), reader.field("number", Text::parse));
            let reason = reader.optional("reason", Text::parse);
            let ruling = CourtRuling { confirmed: confirmed?, on: on?, number: number?, reason };
            Some(Command::RecordRuling(Box::new(ruling)))
        }
        K::Perform => {
            let (on, evidence) = (reader.day("on"), reader.field("evidence", Text::parse));
            Some(Command::Perform { term: which, done: Done { on: on?, evidence: evidence? } })
        }
        K::NoteFollowUp => {
            let (on, text) = (reader.day("on"), reader.field("text", Text::parse));
            Some(Command::NoteFollowUp { on: on?, text: text? })
        }
        _ => {
            reader.refuse(Refusal::not_permitted());
            None
        }
    }
}

fn how_read(reader: &mut Reader<'_>) -> Option<How> {
    chosen(reader, "how", How::parse)
}

fn user(reader: &mut Reader<'_>) -> Option<UserId> {
    chosen(reader, "user", |text| text.parse().ok())
}

fn session_read(reader: &mut Reader<'_>, all: &[u16]) -> Option<Session> {
    let (on, from, place) = (reader.day("on"), reader.field("from", Text::parse), reader.field("place", Text::parse));
    let with = chosen(reader, "with", |text| match text {
        "all" => Some(all.to_vec()),
        no => no.parse().ok().map(|no| vec![no]),
    });
    let others = reader.optional("others", Text::parse);
    let public = chosen(reader, "public", |text| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let minutes = reader.field("minutes", Text::parse);
    let (on, from, place, with) = (on?, from?, place?, with?);
    Some(Session { on, from, place, with, others, public: public?, minutes: minutes? })
}

fn risk_read(reader: &mut Reader<'_>) -> Option<RiskReport> {
    let (kind, text) = (chosen(reader, "kind", RiskKind::parse), reader.field("text", Text::parse));
    let police: Option<Text<60>> = reader.optional("police", Text::parse);
    let on: Option<Date> = if police.is_some() { reader.day("police_on") } else { None };
    Some(RiskReport { kind: kind?, text: text?, police: police.zip(on) })
}

fn agreement_read(reader: &mut Reader<'_>) -> Option<Agreement> {
    let form = chosen(reader, "form", AgreementForm::parse);
    let (dispute, liability) = (reader.field("dispute", Text::parse), reader.field("liability", Text::parse));
    let mut terms = vec![];
    for no in 1..=TERMS {
        let Some(text) = reader.optional(&format!("term{no}"), Text::parse) else { continue };
        let by = chosen(reader, &format!("by{no}"), |text| text.parse().ok());
        let due = reader.day(&format!("due{no}"));
        terms.extend(by.zip(due).map(|(by, due)| Term { by, text, due }));
    }
    let manner = reader.field("manner", Text::parse);
    Some(Agreement { form: form?, dispute: dispute?, liability: liability?, terms, manner: manner? })
}

/// A blank form with what is known: today, and where they met last.
pub(super) fn blank(form: Form, kind: Option<K>, view: &MediationView, today: Date) -> Form {
    let form = match kind {
        Some(K::Hold | K::Sign | K::Perform | K::NoteFollowUp | K::RecordRuling | K::ApplyConfirmation) => {
            form.filled("on", today.to_string())
        }
        _ => form,
    };
    match (kind, view.state.sessions.last()) {
        (Some(K::Hold), Some(last)) => {
            form.filled("place", last.session.place.as_str()).filled("public", "no").filled("with", "all")
        }
        (Some(K::Hold), None) => form.filled("public", "no").filled("with", "all"),
        _ => form,
    }
}
