//! `/t/{number}/receipt.json`: the verification file of a matter, to be kept and checked on `/verify`.

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::Fault;
use services::receipt;

use super::matter;
use crate::{
    portal::{cookies::Ticket, look_up},
    problem::Problem,
    view::Visit,
};

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let access = opened.access.clone();
    let file =
        visit.state.read(move |tx, _, ctx| receipt::issue(tx, access.region(), access.case(), ctx.now())).await?;
    let json = serde_json::to_vec_pretty(&file).map_err(|error| Fault::inconsistent("receipt", error))?;
    let mut response = json.into_response();
    let headers = response.headers_mut();
    let name = format!("attachment; filename=\"lianxin-{}.json\"", opened.number);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
