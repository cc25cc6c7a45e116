//! What every use case needs besides the transaction: keys and the reference data in force.

use std::sync::{Arc, RwLock};

use domain::{
    actor::Actor,
    cycle::CycleRules,
    deadline::{ClockRules, ClockSet},
    dispatch::{Catalogue, CategoryTree, Versions},
    document::Templates,
    env::Env,
    leadership::LeaderRules,
    notice::NoticeRules,
    oversight::Oversight,
    practice::Practice,
    retention::RetentionRules,
    settings::Settings,
    whistleblow::offices::SealedRules,
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, calendar::WorkCalendar};

use crate::secrets::Keys;

/// Calendar, clocks, settings, categories and catalogues as loaded; replaced as a whole when an administrator loads new ones.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The work calendar.
    pub calendar: Arc<WorkCalendar>,
    /// The clock tables of all jurisdictions.
    pub clocks: Arc<ClockRules>,
    /// The settings.
    pub settings: Arc<Settings>,
    /// The dispatch catalogues of all jurisdictions.
    pub catalogues: Arc<Versions<Catalogue>>,
    /// The trees of categories: the shipped one and those of jurisdictions.
    pub categories: Arc<Versions<CategoryTree>>,
    /// The wording of letters: the shipped one and those of jurisdictions.
    pub templates: Arc<Templates>,
    /// The practices of jurisdictions; the standard words and times where there is none.
    pub practices: Arc<Versions<Practice>>,
    /// The rules of rising and supervision: the shipped ones and those of jurisdictions.
    pub oversight: Arc<Versions<Oversight>>,
    /// Wording and quiet hours of notices: the shipped ones and those of jurisdictions.
    pub notices: Arc<Versions<NoticeRules>>,
    /// The rhythm of boards: the shipped one and those of jurisdictions.
    pub cycles: Arc<Versions<CycleRules>>,
    /// The duties of leaders in charge: the shipped ones and those of jurisdictions.
    pub leaders: Arc<Versions<LeaderRules>>,
    /// The offices to which sealed reports go, and the card: the shipped ones and those of jurisdictions.
    pub sealed: Arc<Versions<SealedRules>>,
    /// How long what is kept: the shipped rules and those of jurisdictions.
    pub retention: Arc<Versions<RetentionRules>>,
}

impl Default for Reference {
    fn default() -> Self {
        Self {
            calendar: Arc::new(WorkCalendar::china()),
            clocks: Arc::new(ClockRules::national().clone()),
            settings: Arc::new(Settings::default()),
            catalogues: Arc::default(),
            categories: Arc::new(Versions::new([CategoryTree::shipped().clone()])),
            templates: Arc::default(),
            practices: Arc::default(),
            oversight: Arc::new(Versions::new([Oversight::shipped().clone()])),
            notices: Arc::new(Versions::new([NoticeRules::shipped()])),
            cycles: Arc::new(Versions::new([CycleRules::shipped()])),
            leaders: Arc::new(Versions::new([LeaderRules::shipped()])),
            sealed: Arc::new(Versions::new([SealedRules::shipped()])),
            retention: Arc::new(Versions::new([RetentionRules::shipped()])),
        }
    }
}

/// Keys and reference data, shared by all requests of a process.
#[derive(Clone)]
pub struct Kit {
    /// The key ring.
    pub keys: Arc<Keys>,
    reference: Arc<RwLock<Arc<Reference>>>,
}

impl Kit {
    /// A kit with the shipped reference data.
    #[must_use]
    pub fn new(keys: Keys) -> Self {
        Self { keys: Arc::new(keys), reference: Arc::default() }
    }

    /// The reference data in force; one request keeps to one.
    #[must_use]
    pub fn reference(&self) -> Arc<Reference> {
        // A writer only ever swaps one Arc, so a poisoned lock still holds a whole value.
        self.reference.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Puts new reference data in force for all requests that begin now.
    pub fn replace_reference(&self, reference: Reference) {
        *self.reference.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(reference);
    }

    /// A kit of the same keys with other reference data, apart from this one: for asking what would be.
    #[must_use]
    pub fn with_reference(&self, reference: Reference) -> Self {
        Self { keys: self.keys.clone(), reference: Arc::new(RwLock::new(Arc::new(reference))) }
    }

    /// The rules of rising and supervision of a jurisdiction on the day a case was registered (principle 17).
    #[must_use]
    pub fn oversight(&self, division: &DivisionCode, registered_on: Date) -> Arc<Oversight> {
        let held = self.reference().oversight.in_force(division, registered_on);
        held.unwrap_or_else(|| Arc::new(Oversight::shipped().clone()))
    }

    /// The offices for sealed reports and the card of a jurisdiction on a day.
    #[must_use]
    pub fn sealed_rules(&self, division: &DivisionCode, day: Date) -> Arc<SealedRules> {
        let held = self.reference().sealed.in_force(division, day);
        held.unwrap_or_else(|| Arc::new(SealedRules::shipped()))
    }

    /// How long files of a jurisdiction are kept, as it holds on a day.
    #[must_use]
    pub fn retention_rules(&self, division: &DivisionCode, day: Date) -> Arc<RetentionRules> {
        let held = self.reference().retention.in_force(division, day);
        held.unwrap_or_else(|| Arc::new(RetentionRules::shipped()))
    }

    /// What one case is decided under: the clocks of its jurisdiction on the day it was registered (principle 17).
    #[must_use]
    pub fn terms(&self, division: &DivisionCode, registered_on: Date) -> Terms {
        let reference = self.reference();
        let clocks = reference.clocks.for_case(division, registered_on);
        Terms { reference, clocks }
    }
}

impl std::fmt::Debug for Kit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kit").finish_non_exhaustive()
    }
}

/// The reference data under which one case is decided.
#[derive(Debug, Clone)]
pub struct Terms {
    reference: Arc<Reference>,
    clocks: ClockSet,
}

impl Terms {
    /// The surroundings of one decision by `actor`.
    #[must_use]
    pub fn env<'a>(&'a self, ctx: &'a Ctx, actor: Actor) -> Env<'a> {
        Env { ctx, actor, calendar: &self.reference.calendar, clocks: &self.clocks, settings: &self.reference.settings }
    }

    /// The clocks.
    #[must_use]
    pub fn clocks(&self) -> &ClockSet {
        &self.clocks
    }

    /// The calendar.
    #[must_use]
    pub fn calendar(&self) -> &WorkCalendar {
        &self.reference.calendar
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.reference.settings
    }
}
