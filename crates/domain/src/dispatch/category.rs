//! The tree of categories in three levels, as data of a jurisdiction.

use std::sync::LazyLock;

use jiff::civil::Date;
use kernel::{DivisionCode, Refusal, Text};
use serde::{Deserialize, Serialize};

use super::versions::Dated;
use crate::case::StatutoryRoute;

/// A place in the tree: `城乡建设/供热/室温不达标`, one to three names with strokes between.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct CategoryPath(String);

impl CategoryPath {
    /// Most levels.
    pub const LEVELS: usize = 3;

    /// Reads a path; white space around the names is dropped.
    ///
    /// # Errors
    /// `category-path` when a name is empty or there are more than three, or it is longer than 120 characters.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let names: Vec<&str> = text.split(['/', '／']).map(str::trim).collect();
        let path = names.join("/");
        let wrong = names.len() > Self::LEVELS
            || names.iter().any(|name| name.is_empty() || name.chars().any(char::is_control))
            || path.chars().count() > 120;
        if wrong { Err(Refusal::invalid("category", "category-path")) } else { Ok(Self(path)) }
    }

    /// The path with its strokes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its names from the top.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// How many levels: 1 to 3.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.names().count()
    }

    /// The last name.
    #[must_use]
    pub fn leaf(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The category above.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(above, _)| Self(above.to_owned()))
    }

    /// Whether `other` lies in this category (or is it).
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.0.strip_prefix(&self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// As a case keeps it.
    ///
    /// # Errors
    /// Never for a parsed path: it is no longer than a case allows.
    pub fn to_text(&self) -> Result<Text<120>, Refusal> {
        Text::parse("category", &self.0)
    }
}

impl std::fmt::Display for CategoryPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for CategoryPath {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// One category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Where it stands.
    pub path: CategoryPath,
    /// Words in which people tell such a matter.
    #[serde(default)]
    pub words: Vec<String>,
    /// The branch of article 31 that such a claim usually takes, when it is not the petition procedure.
    #[serde(default)]
    pub route: Option<StatutoryRoute>,
}

/// The tree as it holds in a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryTree {
    /// Whose; `None`: the one that comes with the program.
    pub division: Option<DivisionCode>,
    /// Its name.
    pub version: String,
    /// From which day.
    pub effective_from: Date,
    /// Its categories, in the order in which they are shown.
    pub categories: Vec<Category>,
}

impl Dated for CategoryTree {
    fn division(&self) -> Option<&DivisionCode> {
        self.division.as_ref()
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}

/// `一级,二级,三级,说法,途径`: a tree for a banner or county, in our own words.
const SHIPPED: &str = include_str!("../../data/categories.csv");

static TREE: LazyLock<CategoryTree> = LazyLock::new(|| CategoryTree {
    division: None,
    version: "0".into(),
    effective_from: jiff::civil::date(2020, 1, 1),
    // A line with a mistake is left out; the test `the_shipped_tree_is_sound` finds it.
    categories: SHIPPED.lines().skip(1).filter_map(shipped_line).collect(),
});

fn shipped_line(line: &str) -> Option<Category> {
    let cells: Vec<&str> = line.split(',').collect();
    let [one, two, three, words, route] = cells.as_slice() else { return None };
    let path = CategoryPath::parse(&format!("{one}/{two}/{three}")).ok()?;
    let words = words.split_whitespace().map(str::to_owned).collect();
    let route = if route.is_empty() { None } else { Some(StatutoryRoute::parse(route)?) };
    Some(Category { path, words, route })
}

impl CategoryTree {
    /// The tree that comes with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &TREE
    }

    /// The category at `path`.
    #[must_use]
    pub fn get(&self, path: &CategoryPath) -> Option<&Category> {
        self.categories.iter().find(|category| category.path == *path)
    }

    /// Whether `path` is a category of this tree or stands above one.
    #[must_use]
    pub fn knows(&self, path: &CategoryPath) -> bool {
        self.categories.iter().any(|category| path.contains(&category.path))
    }

    /// The categories whose path or words hold `text`, in the order of the tree.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Category> {
        let holds = move |category: &&Category| {
            category.path.as_str().contains(text) || category.words.iter().any(|word| word.contains(text))
        };
        self.categories.iter().filter(holds)
    }
}
