//! `/laws`: which articles stand behind what, in plain words, each with what it gives to whoever petitions. Every day that is
//! promised leads here.

use askama::Template;
use axum::response::Response;
use kernel::{Locale, Message, i18n};

use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind},
    view::{Frame, Visit},
};

/// A law, or several that belong together: the name of its texts, and its articles as they stand in the address.
///
/// `A22` is article 22 of the regulation; `CIVIL_203` article 203 of the civil code. The list follows the clocks: what a clock
/// rests on stands here (see the tests).
const BOOKS: &[(&str, &[&str])] = &[
    (
        "petition",
        &[
            "A12", "A17", "A18", "A19", "A20", "A21", "A22", "A23", "A24", "A25", "A28", "A29", "A30", "A31", "A32",
            "A33", "A34", "A35", "A36", "A37", "A40",
        ],
    ),
    ("counting", &["CIVIL_201", "CIVIL_202", "CIVIL_203", "HOLIDAY_2"]),
    (
        "other",
        &[
            "CIVIL_188",
            "ALL_46",
            "ALL_47",
            "ARL_20",
            "ARL_30",
            "ARL_62",
            "LABOR_27",
            "LABOR_29",
            "LABOR_43",
            "LAND_18",
            "LAND_47",
            "LAND_48",
            "CSL_95",
            "CSL_96",
            "GOVINFO_33",
            "PENALTY_60",
            "CPL_205",
            "PML_31",
        ],
    ),
    ("discipline", &["DISC_15", "DISC_REAL_NAME"]),
    ("data", &["PIPL_13", "PIPL_17", "PIPL_23", "PIPL_24", "PIPL_36", "PIPL_44"]),
    ("access", &["ACCESS_32", "ACCESS_39"]),
    (
        "practice",
        &[
            "AGENCY_3_3",
            "AGENCY_3_4",
            "AGENCY_3_5",
            "AGENCY_10_5",
            "PROPOSAL",
            "SIMPLE_2016",
            "HOTLINE",
            "LUOPING",
            "BEIJING_DRAFT_2021",
            "MEDIATION_PRACTICE",
            "G2",
        ],
    ),
];

/// Where the article behind a basis (`basis-A22_1_3`) is explained; nothing when it stands on no page of ours.
pub(super) fn href(basis: &Message) -> Option<String> {
    let article = anchor(basis.key.strip_prefix("basis-")?);
    BOOKS.iter().any(|(_, articles)| articles.contains(&article)).then(|| format!("/laws#{article}"))
}

/// Paragraphs and items of an article of the regulation stand with the article.
fn anchor(article: &str) -> &str {
    article.split_once('_').map(|(whole, _)| whole).filter(|whole| regulation(whole).is_some()).unwrap_or(article)
}

/// `A22` → 22.
fn regulation(article: &str) -> Option<u16> {
    article.strip_prefix('A').and_then(|no| no.parse().ok())
}

/// One law and what it gives.
struct Book {
    name: &'static str,
    icon: Icon,
    title: Line,
    about: Line,
    articles: Vec<Article>,
}

struct Article {
    id: &'static str,
    /// Its name, where it has more of one than its number.
    name: Line,
    gives: Line,
}

#[derive(Template)]
#[template(path = "portal/laws.html")]
struct LawsPage {
    t: Frame,
    books: Vec<Book>,
    limits: Notice,
    file: Button,
}

/// `GET /laws`.
pub(super) async fn get(visit: Visit) -> Result<Response, Problem> {
    let t = visit.t;
    visit.page(&LawsPage {
        t: visit.frame("laws-title"),
        books: BOOKS.iter().map(|(name, articles)| book(t, name, articles)).collect(),
        limits: Notice::new(NoticeKind::Caution, t.say("portal-how-limits-text")).titled(t.say("portal-how-limits")),
        file: Button::second(t.say("laws-how")).icon(Icon::outline("route")).href("/how"),
    })
}

fn book(t: Say, name: &'static str, articles: &[&'static str]) -> Book {
    let article = |id: &&'static str| Article { id, name: title(t, id), gives: t.say(&format!("laws-{id}")).into() };
    Book {
        name,
        icon: icon(name),
        title: t.say(&format!("laws-book-{name}")).into(),
        about: t.say(&format!("laws-book-{name}-about")).into(),
        articles: articles.iter().map(article).collect(),
    }
}

fn icon(book: &str) -> Icon {
    match book {
        "petition" => Icon::outline("file-text"),
        "counting" => Icon::outline("calendar"),
        "discipline" => Icon::outline("lock"),
        "data" => Icon::outline("shield-check"),
        "access" => Icon::outline("heart-handshake"),
        "practice" => Icon::outline("map-pin"),
        _ => Icon::outline("scale"),
    }
}

/// Articles of the regulation stand below its name; others as a clock names its basis, or by a text of this page.
fn title(t: Say, id: &str) -> Line {
    if let Some(no) = regulation(id) {
        return t.say("laws-article").with("no", no).into();
    }
    let basis = format!("basis-{id}");
    if i18n::knows(Locale::Zh, &basis) { t.say(&basis).into() } else { t.say(&format!("laws-{id}-name")).into() }
}

#[cfg(test)]
mod tests {
    use domain::deadline::ClockRules;

    use super::*;

    #[test]
    fn whatever_a_clock_rests_on_is_explained() {
        let place = kernel::DivisionCode::parse("150223").unwrap();
        let rules = ClockRules::national().for_case(&place, jiff::civil::date(2026, 11, 22));
        assert!(rules.iter().count() > 50);
        for def in rules.iter() {
            let Some(basis) = def.basis_message() else { continue };
            assert!(href(&basis).is_some(), "{} of {} stands on no page", basis.key, def.id.as_str());
        }
    }

    #[test]
    fn every_article_has_its_words_in_both_languages() {
        for id in BOOKS.iter().flat_map(|(_, articles)| *articles) {
            for locale in [Locale::Zh, Locale::En] {
                assert!(i18n::knows(locale, &format!("laws-{id}")), "{id}");
                let named = [format!("basis-{id}"), format!("laws-{id}-name")];
                let named = regulation(id).is_some() || named.iter().any(|key| i18n::knows(locale, key));
                assert!(named, "{id} has no name");
            }
        }
    }

    #[test]
    fn a_paragraph_stands_with_its_article() {
        assert_eq!(anchor("A22_1_3"), "A22");
        assert_eq!(anchor("AGENCY_3_4"), "AGENCY_3_4");
        assert_eq!(anchor("CIVIL_203"), "CIVIL_203");
        assert_eq!(href(&Message::new("basis-A36_1")).as_deref(), Some("/laws#A36"));
        assert_eq!(href(&Message::new("basis-NOWHERE")), None);
    }
}
