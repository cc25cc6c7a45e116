//! `POST /t/{number}/copy`: everything of hers in one file, to take home. Written piece by piece while it goes out, so that a hundred
//! people may fetch theirs at once; who waits is not refused. Nothing of others is in it: it is what her page shows.

mod papers;

use std::io::{self, Write};

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderValue, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::stream;
use kernel::Fault;
use services::{document, file, receipt};
use tokio::sync::mpsc;

use super::matter::{self, Opened};
use crate::{
    portal::{cookies::Ticket, look_up},
    problem::Problem,
    state::AppState,
    view::Visit,
};

/// Bytes of one piece.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for a slow line before the writing waits, too.
const AHEAD: usize = 4;

/// `POST`.
pub(super) async fn post(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let bundle = bundle(&visit, &opened).await?;
    let access = opened.access.clone();
    visit.state.write(move |tx, _, ctx| Ok(file::took_copy(tx, ctx, &access)?)).await?;
    Ok(stream_out(&visit.state, bundle, opened.number.as_str()).await)
}

/// What is in it. All of it is asked for with her own proof.
async fn bundle(visit: &Visit, opened: &Opened) -> Result<file::Bundle, Problem> {
    let (access, ids) = (opened.access.clone(), opened.papers.iter().map(|row| row.id).collect::<Vec<_>>());
    let read = visit.state.read(move |tx, kit, ctx| {
        let row = services::matter::find_by_id(tx, access.case())?.ok_or_else(kernel::Refusal::not_permitted)?;
        let letters = ids.iter().map(|id| document::for_her(tx, kit, &access, *id)).collect::<Result<Vec<_>, _>>()?;
        Ok((
            letters,
            receipt::issue(tx, access.region(), access.case(), ctx.now())?,
            services::petition::identity(tx, kit, &row.region, row.petitioner)?,
            file::of_case(tx, &row.region, row.id())?,
        ))
    });
    let (letters, proof, identity, kept) = read.await?;
    let proof = serde_json::to_vec_pretty(&proof).map_err(|error| Fault::inconsistent("receipt", error))?;
    papers::bundle(visit, opened, letters, proof, &identity, kept.as_ref())
}

/// Writes it on a thread of its own, a few pieces ahead of the line.
async fn stream_out(state: &AppState, bundle: file::Bundle, number: &str) -> Response {
    // Two at a time read files; the others wait for their turn. None is closed, so none is refused.
    let turn = state.copies.clone().acquire_owned().await.ok();
    let (sender, receiver) = mpsc::channel::<io::Result<Bytes>>(AHEAD);
    let app = state.clone();
    tokio::task::spawn_blocking(move || {
        let mut line = Line { sender, piece: Vec::with_capacity(PIECE) };
        let written = bundle.write(&app.kit, &app.files, &*app.press, &app.config.public_url, &mut line);
        if let Err(fault) = written {
            tracing::warn!(%fault, "a copy was not finished");
            // The line breaks off: half a file never looks like a whole one.
            let _ = line.sender.blocking_send(Err(io::Error::other("not finished")));
        }
        drop(turn);
    });
    let pieces = stream::unfold(receiver, |mut receiver| async move { Some((receiver.recv().await?, receiver)) });
    let mut response = Response::new(Body::from_stream(pieces));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"lianxin-{number}.zip\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// The way from the writer to the line.
struct Line {
    sender: mpsc::Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PIECE - self.piece.len());
        self.piece.extend_from_slice(&bytes[..taken]);
        if self.piece.len() == PIECE {
            self.flush()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        if piece.is_empty() {
            return Ok(());
        }
        // Whoever closed the page wants no more of it.
        self.sender.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
