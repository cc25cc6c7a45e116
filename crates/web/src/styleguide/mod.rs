//! `/styleguide`: each component in every state, in both dresses. Development only.
//!
//! `?dress=desk`, `?lang=en` and `?large=1` change the clothes; the sample matter is the herder's of the design's pictures.

mod case;
mod desk;
mod letter;
mod parts;
mod tokens;

use askama::Template;
use axum::{Router, extract::Query, response::Response, routing::get};
use serde::Deserialize;

use crate::{
    i18n::Say,
    problem::Problem,
    state::AppState,
    ui::{Icon, Line},
    view::{DeskFrame, Frame, NavItem, Visit},
};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/styleguide", get(show))
        .route("/styleguide/panic", get(fall))
        .route("/styleguide/fault", get(fail))
}

#[derive(Deserialize, Default)]
struct Clothes {
    dress: Option<String>,
    lang: Option<String>,
    large: Option<String>,
}

/// A heading and the components below it.
struct Section {
    title: &'static str,
    parts: Vec<Line>,
}

#[derive(Template)]
#[template(path = "styleguide/portal.html")]
struct PortalGuide {
    t: Frame,
    sections: Vec<Section>,
}

#[derive(Template)]
#[template(path = "styleguide/desk.html")]
struct DeskGuide {
    t: Frame,
    sections: Vec<Section>,
    claims: Line,
    inbox: Line,
    preview: Line,
}

async fn show(mut visit: Visit, Query(clothes): Query<Clothes>) -> Result<Response, Problem> {
    if let Some(lang) = &clothes.lang {
        visit.t = Say::new(kernel::Locale::negotiate(lang));
    }
    let t = visit.t;
    let mut sections: Vec<Section> =
        [tokens::sections(&visit), case::sections(t), parts::sections(&visit)].into_iter().flatten().collect();
    if clothes.dress.as_deref() == Some("desk") {
        let mut frame = visit.desk_frame("组件与状态", desk_frame());
        frame.large = false;
        sections.push(letter::section(t));
        return visit.page(&DeskGuide {
            claims: desk::claims(t),
            inbox: desk::inbox(t),
            preview: desk::preview(t),
            t: frame,
            sections,
        });
    }
    let mut frame = visit.frame("portal-name");
    frame.large |= clothes.large.is_some();
    visit.page(&PortalGuide { t: frame, sections })
}

/// Shows what a panic looks like from outside.
async fn fall() -> Result<Response, Problem> {
    std::panic::resume_unwind(Box::new("a broken invariant"))
}

/// Shows what a failure of the machine looks like from outside.
async fn fail() -> Result<Response, Problem> {
    Err(Problem::Fault(kernel::Fault::Io("the disk said no".into())))
}

fn desk_frame() -> DeskFrame {
    let item = |href: &str, icon, text: &str, count, current| NavItem {
        href: href.into(),
        icon,
        text: text.into(),
        count,
        current,
        key: "",
    };
    DeskFrame {
        nav: vec![
            item("/desk", Icon::outline("inbox"), "收件台", Some(14), true),
            item("/desk/matters", Icon::outline("folders"), "事项", Some(96), false),
            item("/desk/orders", Icon::outline("clipboard-list"), "一周工单", Some(23), false),
            item("/desk/supervision", Icon::outline("eye-check"), "督办", Some(7), false),
            item("/desk/follow-up", Icon::outline("phone-call"), "回访", Some(5), false),
            item("/desk/people", Icon::outline("sitemap"), "机构队伍", None, false),
        ],
        user: "白雪梅".into(),
        role: "旗信访局 · 调度".into(),
        ..DeskFrame::default()
    }
}
