//! A pack as read.

use domain::{
    campaign::CampaignPlan,
    deadline::Unit,
    dispatch::Category,
    document::DocType,
    practice::{Assignment, Cycle, LevelDuty, Word},
};
use jiff::civil::Date;
use kernel::{DivisionCode, Text};
use serde_json::{Map, Value};

use super::{rules::Rules, sample::Sample};

/// `pack.toml`: what it is and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its name, that of its folder: `baotou`.
    pub name: Text<30>,
    /// What people call it.
    pub title: Text<60>,
    /// The report or document it follows.
    pub source: Text<200>,
    /// Where it is the practice.
    pub division: DivisionCode,
    /// Since when.
    pub effective_from: Date,
    /// What it contains, sentence by sentence.
    pub contains: Vec<Text<200>>,
}

/// A line of `clocks.toml`: a clock of the national table with another length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRow {
    /// Its name in the national table.
    pub id: String,
    /// How many.
    pub length: u32,
    /// Of what.
    pub unit: Unit,
    /// How long before its end somebody is reminded; as in the national table when `None`.
    pub remind: Option<u32>,
}

/// A line of `departments.csv`: a department by the word that other files use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// The word: 住建.
    pub word: String,
    /// The full name; `{旗县}` or `{县}` stands for the name of the county.
    pub full: String,
    /// What people call it.
    pub short: String,
}

impl Department {
    /// A unit that is called by its full name everywhere.
    #[must_use]
    pub fn called(name: &str) -> Self {
        Self { word: name.to_owned(), full: name.to_owned(), short: name.to_owned() }
    }

    /// Its full name in a county.
    #[must_use]
    pub fn full_in(&self, county: &str) -> String {
        self.full.replace("{旗县}", county).replace("{县}", county)
    }

    /// Its short name in a county that is called so.
    #[must_use]
    pub fn short_in(&self, called: &str) -> String {
        self.short.replace("{旗县}", called).replace("{县}", called)
    }
}

/// A line of `catalogue.csv`, with words of departments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CatalogueRow {
    /// The category path.
    pub category: String,
    /// For this place; empty for the whole.
    pub place: String,
    /// Who leads.
    pub lead: String,
    /// Who helps, with 、 between.
    pub co: String,
    /// Levels that never get it.
    pub forbid: String,
    /// Why.
    pub note: String,
}

/// A pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// What it is.
    pub about: About,
    /// Clocks over the national ones.
    pub clocks: Vec<ClockRow>,
    /// Settings over the shipped ones.
    pub settings: Map<String, Value>,
    /// Categories over the shipped tree.
    pub categories: Vec<Category>,
    /// Departments by word.
    pub departments: Vec<Department>,
    /// The dispatch catalogue.
    pub catalogue: Vec<CatalogueRow>,
    /// The wording of letters over the shipped one.
    pub letters: Vec<(DocType, String)>,
    /// What things are called.
    pub words: Vec<Word>,
    /// Who does what on each level.
    pub duties: Vec<LevelDuty>,
    /// What is done again and again.
    pub cycles: Vec<Cycle>,
    /// What is handed out by name.
    pub assignments: Vec<Assignment>,
    /// Campaigns that the place begins again and again.
    pub campaigns: Vec<CampaignPlan>,
    /// Rising and supervision, rhythm, duties of whoever takes charge, notices.
    pub rules: Rules,
    /// A sample organisation on real divisions, for the demo. Nobody's own organisation is ever made from it.
    pub sample: Option<Sample>,
}

impl Pack {
    /// An empty pack.
    #[must_use]
    pub fn new(about: About) -> Self {
        Self {
            about,
            clocks: vec![],
            settings: Map::new(),
            categories: vec![],
            departments: vec![],
            catalogue: vec![],
            letters: vec![],
            words: vec![],
            duties: vec![],
            cycles: vec![],
            assignments: vec![],
            campaigns: vec![],
            rules: Rules::default(),
            sample: None,
        }
    }

    /// The department that a word names.
    #[must_use]
    pub fn department(&self, word: &str) -> Option<&Department> {
        self.departments.iter().find(|one| one.word == word)
    }
}
