//! The sample organisation of a pack: real divisions, and on them offices, posts and sign-ins whose names are invented. It serves
//! the demo and the stories; nobody's own organisation is ever made from it.

use std::{collections::BTreeSet, fmt::Write as _};

use domain::people::Role;
use kernel::{DivisionCode, Locale, OrgLevel, Refusal, Text};
use serde::{Deserialize, Serialize};

use super::{
    Files, Pack,
    read::{Reader, line_at},
};
use crate::catalogue::level_of;

/// `sample/place.toml`.
const PLACE: &str = "sample/place.toml";
/// `sample/divisions.csv`.
const DIVISIONS: &str = "sample/divisions.csv";
/// `sample/posts.csv`.
const POSTS: &str = "sample/posts.csv";
/// `sample/sign-ins.csv`.
const SIGN_INS: &str = "sample/sign-ins.csv";

/// Whose portal the demo shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portal {
    /// The place.
    pub name: String,
    /// The office.
    pub office: String,
    /// Where it is.
    pub address: String,
    /// When somebody is there.
    pub hours: String,
    /// Its telephone.
    pub phone: String,
}

/// A county in which the demo is played; the first is the one whose portal is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct County {
    /// Its code.
    pub code: String,
    /// What people call it.
    pub called: String,
    /// What stands for it in the numbers of its letters 发文机关代字: 达茂.
    pub abbreviated: String,
    /// With what its sign-ins begin.
    pub prefix: String,
}

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    city: String,
    city_government: String,
    city_bureau: String,
    city_bureau_short: String,
    city_abbreviated: String,
    main_township: String,
    phone: String,
    center: String,
    station: String,
    point: String,
    points_per_township: usize,
    mongolian_names: bool,
    #[serde(default)]
    leave_out: Vec<String>,
    portal: Portal,
    county: Vec<County>,
}

/// A post of an office: which office by its word, on which level, which role, which title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The word of the office; `*` for every department.
    pub word: String,
    /// On this level only.
    pub level: Option<OrgLevel>,
    /// The role.
    pub role: Role,
    /// The title.
    pub title: String,
}

/// A sign-in with a name that is easy to remember.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// The name.
    pub login: String,
    /// Who that is.
    pub who: String,
    /// Where the office is.
    pub division: DivisionCode,
    /// The word of the office.
    pub word: String,
    /// The role of the post.
    pub role: Role,
    /// How many-th of that role, from 0.
    pub nth: usize,
}

/// The sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The prefecture.
    pub city: DivisionCode,
    /// The name of its government.
    pub city_government: String,
    /// The name of its bureau, full and short.
    pub city_bureau: (String, String),
    /// What stands for the prefecture in the numbers of letters.
    pub city_abbreviated: String,
    /// The township whose station the demo shows.
    pub main_township: DivisionCode,
    /// With what invented telephone numbers begin: `0472-000`.
    pub phone: String,
    /// What centre, station and point are named: `{名}` stands for the name of the division.
    pub named: [String; 3],
    /// Points in each township.
    pub points_per_township: usize,
    /// Whether invented names are also Mongolian ones.
    pub mongolian_names: bool,
    /// Words of matters that do not happen here.
    pub leave_out: Vec<String>,
    /// Whose portal is shown.
    pub portal: Portal,
    /// The counties that are played.
    pub counties: Vec<County>,
    /// Every division, parents first.
    pub divisions: Vec<(DivisionCode, String)>,
    /// The posts of offices.
    pub posts: Vec<Post>,
    /// The sign-ins.
    pub sign_ins: Vec<SignIn>,
}

/// Words of offices that every place has, beside its departments.
const OFFICES: [&str; 6] = ["政府", "信访", "代办中心", "联席办", "代办站", "代办点"];

impl Sample {
    /// Whether such a division exists.
    #[must_use]
    pub fn knows(&self, code: &DivisionCode) -> bool {
        self.divisions.iter().any(|(known, _)| known == code)
    }

    /// The divisions as the import takes them.
    #[must_use]
    pub fn divisions_csv(&self) -> String {
        let mut text = "code,name\n".to_owned();
        for (code, name) in &self.divisions {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{code},{name}");
        }
        text
    }

    /// 发文机关代字 of an office: what stands for its place, and what the office is called there. `None` below the county, and for a place
    /// that the sample has no word for.
    #[must_use]
    pub fn doc_code(&self, word: &str, division: &DivisionCode) -> Option<String> {
        let place = if *division == self.city {
            Some(self.city_abbreviated.as_str())
        } else {
            let own = self.counties.iter().find(|county| county.code == division.as_str());
            own.map(|county| county.abbreviated.as_str())
        };
        let office = match word {
            "政府" => "政",
            "信访" => "信",
            "联席办" => "联办",
            "代办中心" => "代办",
            department => department.trim_end_matches('局'),
        };
        place.map(|place| format!("{place}{office}")).filter(|code| code.chars().count() <= 10)
    }

    /// The posts of an office on a level: those of its word, or those of every department.
    pub fn posts_of(&self, word: &str, level: OrgLevel) -> impl Iterator<Item = &Post> {
        let own = self.posts.iter().any(|post| post.word == word) || OFFICES.contains(&word);
        let word = if own { word.to_owned() } else { "*".to_owned() };
        self.posts.iter().filter(move |post| post.word == word && post.level.is_none_or(|one| one == level))
    }
}

/// Reads the four files of the sample.
pub(super) fn read(reader: &mut Reader<'_>, pack: &mut Pack) {
    let missing: Vec<&str> =
        [PLACE, DIVISIONS, POSTS, SIGN_INS].into_iter().filter(|f| reader.text(f).is_none()).collect();
    for file in &missing {
        reader.wrong(file, 0, Refusal::invalid("file", "practice-file-missing").with("file", file));
    }
    let Some(place) = reader.toml::<Place>(PLACE).filter(|_| missing.is_empty()) else { return };
    let divisions = divisions(reader, pack);
    let code = |text: &str| DivisionCode::parse(text).ok().filter(|code| divisions.iter().any(|(one, _)| one == code));
    let (Some(city), Some(main_township)) = (code(&place.city), code(&place.main_township)) else {
        let wrong = if code(&place.city).is_none() { &place.city } else { &place.main_township };
        return unknown_division(reader, wrong);
    };
    if let Some(county) = place.county.iter().find(|county| code(&county.code).is_none()) {
        return unknown_division(reader, &county.code);
    }
    if place.county.is_empty() {
        return reader.wrong(PLACE, 0, Refusal::invalid("county", "practice-no-county"));
    }
    let mut sample = Sample {
        city,
        city_government: place.city_government,
        city_bureau: (place.city_bureau, place.city_bureau_short),
        city_abbreviated: place.city_abbreviated,
        main_township,
        phone: place.phone,
        named: [place.center, place.station, place.point],
        points_per_township: place.points_per_township,
        mongolian_names: place.mongolian_names,
        leave_out: place.leave_out,
        portal: place.portal,
        counties: place.county,
        divisions,
        posts: vec![],
        sign_ins: vec![],
    };
    sample.posts = posts(reader);
    sample.sign_ins = sign_ins(reader, &sample);
    pack.sample = Some(sample);
}

fn unknown_division(reader: &mut Reader<'_>, code: &str) {
    let text = reader.text(PLACE).unwrap_or_default();
    let line = text.find(code).map_or(0, |at| line_at(text, at));
    reader.wrong(PLACE, line, Refusal::invalid("division", "practice-division-unknown").with("code", code));
}

const DIVISION_COLUMNS: &[&[&str]] = &[&["区划", "code"], &["名称", "name"]];

fn divisions(reader: &mut Reader<'_>, pack: &Pack) -> Vec<(DivisionCode, String)> {
    let mut known: BTreeSet<DivisionCode> = BTreeSet::new();
    let mut all = vec![];
    let around = pack.about.division.at(OrgLevel::Prefecture);
    for row in reader.rows(DIVISIONS, DIVISION_COLUMNS, 2) {
        let Some(code) = reader.take(DIVISIONS, row.line, DivisionCode::parse(row.cell("code"))) else { continue };
        let parent = code.parent().filter(|parent| parent.level() != OrgLevel::Region);
        if let Some(parent) = parent.filter(|parent| !known.contains(parent)) {
            let refusal = Refusal::invalid("code", "division-no-parent").with("code", &code).with("parent", parent);
            reader.wrong(DIVISIONS, row.line, refusal);
        } else if !around.contains(&code) {
            reader.wrong(DIVISIONS, row.line, Refusal::invalid("code", "division-outside").with("code", &code));
        } else {
            known.insert(code.clone());
            all.push((code, row.cell("name").to_owned()));
        }
    }
    all
}

const POST_COLUMNS: &[&[&str]] = &[&["单位", "word"], &["层级", "level"], &["角色", "role"], &["职务", "title"]];

fn posts(reader: &mut Reader<'_>) -> Vec<Post> {
    let mut posts = vec![];
    for row in reader.rows(POSTS, POST_COLUMNS, 4) {
        let level = match row.cell("level") {
            "" => Ok(None),
            text => level_of(text).map(Some),
        };
        let post = role(row.cell("role")).and_then(|role| {
            let title = Text::<60>::parse("title", row.cell("title"))?.to_string();
            Ok(Post { word: row.cell("word").to_owned(), level: level?, role, title })
        });
        posts.extend(reader.take(POSTS, row.line, post));
    }
    posts
}

/// A role by its name or its word.
fn role(text: &str) -> Result<Role, Refusal> {
    let said = |role: &Role| role.message().say(Locale::Zh) == text;
    let found = Role::parse(text).or_else(|| Role::ALL.iter().copied().find(said)).filter(|role| role.grantable());
    found.ok_or_else(|| Refusal::invalid("role", "role-unknown").with("role", text))
}

const SIGN_IN_COLUMNS: &[&[&str]] = &[
    &["登录名", "login"],
    &["说明", "who"],
    &["区划", "division"],
    &["单位", "word"],
    &["角色", "role"],
    &["第几位", "nth"],
];

fn sign_ins(reader: &mut Reader<'_>, sample: &Sample) -> Vec<SignIn> {
    let mut all: Vec<SignIn> = vec![];
    for row in reader.rows(SIGN_INS, SIGN_IN_COLUMNS, 6) {
        let division = DivisionCode::parse(row.cell("division")).ok().filter(|code| sample.knows(code));
        let unknown = || Refusal::invalid("division", "practice-division-unknown").with("code", row.cell("division"));
        let one = division.ok_or_else(unknown).and_then(|division| {
            let nth = row.cell("nth").parse::<usize>().ok().filter(|nth| *nth > 0);
            let nth = nth.ok_or_else(|| Refusal::invalid("nth", "practice-days").with("text", row.cell("nth")))? - 1;
            let (login, who) = (row.cell("login").to_owned(), row.cell("who").to_owned());
            Ok(SignIn { login, who, division, word: row.cell("word").to_owned(), role: role(row.cell("role"))?, nth })
        });
        let Some(one) = reader.take(SIGN_INS, row.line, one) else { continue };
        // A place of the city itself has posts only where the city's own row says so.
        let there = sample.posts_of(&one.word, one.division.level()).filter(|post| post.role == one.role).count();
        if there <= one.nth {
            let refusal =
                Refusal::invalid("role", "practice-no-post").with("login", &one.login).with("word", &one.word);
            reader.wrong(SIGN_INS, row.line, refusal.with("there", there));
        } else if all.iter().any(|known| known.login == one.login) {
            reader.wrong(SIGN_INS, row.line, Refusal::invalid("login", "practice-twice").with("what", &one.login));
        } else {
            all.push(one);
        }
    }
    all
}

/// A sample is not written: what a county takes out is its practice, and its own organisation has sheets of its own.
pub(super) fn write(_: &Pack, _: &mut Files) {}
