//! `POST /desk/sealed/{id}/open`: two officers in front of one screen. The first is signed in and gives her passphrase, the second
//! gives name, password and passphrase. The opening is on record before the first word is shown.

use axum::{
    Extension,
    extract::{ConnectInfo, Path},
    http::StatusCode,
    response::Response,
};
use domain::whistleblow::Reason;
use kernel::{CaseId, Fault, Refusal, UserId};
use services::{
    Error,
    auth::{self, Cost, Password},
    sealed::{self, Opened},
    secrets::envelope::Passphrase,
};
use std::net::SocketAddr;

use super::page::{self, load};
use crate::{
    auth::address_of,
    desk::Desk,
    forms::{FormErrors, Submission},
    problem::Problem,
};

/// What the two said.
struct Said {
    reason: Reason,
    first: Passphrase,
    login: String,
    password: Password,
    second: Passphrase,
}

/// `POST`.
pub(super) async fn post(
    desk: Desk,
    Path(id): Path<String>,
    address: Option<Extension<ConnectInfo<SocketAddr>>>,
    sent: Submission,
) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let case = loaded.view.state.id;
    let from = address_of(address.map(|Extension(info)| info));
    let opened = match read(&sent) {
        Ok(said) => open(&desk, case, said, from).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match opened {
        // Loaded anew: the opening stands in its record.
        Ok(opened) => page::opened(&desk, load(&desk, &id).await?, &opened),
        Err(error) => {
            let sent = sent.without(&["first", "password", "second"]);
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            page::again(&desk, loaded, form, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

fn read(sent: &Submission) -> Result<Said, FormErrors> {
    let mut reader = sent.reader();
    let reason = reader.required("reason", "choose-one", |field, text| {
        Reason::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let first = reader.field("first", Passphrase::parse);
    let login = reader.required("login", "sign-in-login-missing", |_, text| Ok(text.to_owned()));
    let password = reader.required("password", "sign-in-password-missing", |_, text| Ok(Password::given(text)));
    let second = reader.field("second", Passphrase::parse);
    let said = reason.zip(first).zip(login).zip(password.zip(second));
    reader.finish(said.map(|(((reason, first), login), (password, second))| Said {
        reason,
        first,
        login,
        password,
        second,
    }))
}

/// Checks the second person, puts the shares together, records, and only then gives the words out.
async fn open(desk: &Desk, case: CaseId, said: Said, from: String) -> Result<Opened, Error> {
    let Said { reason, first, login, password, second } = said;
    let with = second_person(desk, login, password, from).await?;
    let kept = desk.read(move |tx, kit, ctx, subject| {
        sealed::second(tx, kit, ctx, case, with)?;
        sealed::kept(tx, kit, ctx, subject, case)
    });
    let kept = kept.await?;
    let work = tokio::task::spawn_blocking(move || sealed::unlock(&kept, [&first, &second]));
    let opened = work.await.map_err(|_| Fault::Io("a report could not be opened".into()))??;
    let record =
        desk.write(move |tx, kit, ctx, subject| sealed::opened(tx, kit, ctx, subject, case, (with, reason)).map(drop));
    record.await?;
    Ok(opened)
}

/// Who the second person is, by name and password; tries are counted as at the sign-in.
async fn second_person(desk: &Desk, login: String, password: Password, from: String) -> Result<UserId, Error> {
    let state = &desk.visit.state;
    let (ctx, kit) = (state.ctx(), state.kit.clone());
    let attempt = state.store.write(move |tx| auth::begin(tx, &ctx, &kit.keys, &login, &from)).await?;
    let ctx = state.ctx();
    let work = tokio::task::spawn_blocking(move || attempt.verify(&ctx, &password, Cost::STRONG));
    let verified = work.await.map_err(|_| Fault::Io("a password could not be looked at".into()))??;
    let ctx = state.ctx();
    state.store.write(move |tx| auth::confirm(tx, &ctx, &verified)).await
}
