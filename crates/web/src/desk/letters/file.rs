//! `GET /desk/letters/{id}/file`: the letter as PDF, on record. The first print of a letter in force is kept.

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use kernel::{Fault, LetterId};
use services::{
    Error,
    document::{self, Ready},
};

use crate::{
    desk::Desk,
    problem::Problem,
    state::AppState,
    view::{disposition, ranged},
};

pub(super) async fn get(desk: Desk, Path(id): Path<String>, asked: HeaderMap) -> Result<Response, Problem> {
    let id: LetterId = id.parse().map_err(|_| Problem::NotFound)?;
    let ready = desk.write(move |tx, kit, ctx, subject| document::for_staff(tx, kit, ctx, subject, id)).await?;
    give(&desk.visit.state, ready, &asked).await
}

/// Prints a letter, or takes the kept file, and gives it to the browser to be shown or saved; no cache keeps it.
pub(crate) async fn give(state: &AppState, ready: Ready, asked: &HeaderMap) -> Result<Response, Problem> {
    Ok(handed_out(state, ready, asked).await?)
}

/// The same for whoever words failures in another way.
///
/// # Errors
/// What press, folder or database say.
pub(crate) async fn handed_out(state: &AppState, ready: Ready, asked: &HeaderMap) -> Result<Response, Error> {
    let name = ready.file_name();
    let app = state.clone();
    let printed = tokio::task::spawn_blocking(move || {
        let (bytes, pages) = ready.bytes(&app.kit, &app.files, &*app.press, &app.config.public_url)?;
        Ok::<_, Fault>((ready, bytes, pages, app.press.edition()))
    });
    let (ready, bytes, pages, edition) = printed.await.map_err(|error| Fault::inconsistent("press", error))??;
    if ready.is_kept() {
        let (files, kept, id) = (state.files.clone(), bytes.clone(), ready.letter());
        let archive =
            state.write(move |tx, kit, ctx| document::archive(tx, kit, ctx, &files, id, (&kept, pages, &edition)));
        archive.await?;
    }
    let mut response = ranged(bytes, "application/pdf", asked);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, disposition("inline", &name));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
