//! What stands around every page: title, language, type size, the place, and on the desk the navigation.

use std::ops::Deref;

use kernel::Locale;

use crate::{i18n::Say, state::Place, ui::Icon};

/// The frame of a page; every page template has it as its field `t`, and it says things like [`Say`] does.
#[derive(Debug, Clone)]
pub struct Frame {
    pub(crate) say: Say,
    /// What the page is, as the browser's tab says it.
    pub title: String,
    /// Whether a form came back with errors: the title then begins with 出错：.
    pub failed: bool,
    /// Whether type is large.
    pub large: bool,
    /// This page's own address, for the links that change type size or language.
    pub here: String,
    /// Whose portal this is.
    pub place: Place,
    /// The desk's frame; none on the portal.
    pub desk: Option<DeskFrame>,
    /// Whether Mongolian can be chosen here.
    pub mongolian: bool,
    /// The name of a draft that has been sent and may be forgotten by the device.
    pub draft_done: String,
}

/// A language one can switch to.
#[derive(Debug, Clone)]
pub struct Language {
    locale: Locale,
    /// The link that switches to it.
    pub href: String,
}

impl Language {
    /// Its tag.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.locale.tag()
    }

    /// Its own name in Chinese or in itself, for people and screen readers.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self.locale {
            Locale::Zh => "voice-language-zh",
            Locale::En => "voice-language-en",
            Locale::Mn | Locale::MnDraft => "voice-language-mn",
        }
    }

    /// Whether its name is written downwards.
    #[must_use]
    pub fn is_vertical(&self) -> bool {
        self.locale.is_vertical()
    }
}

/// The desk's frame around a page.
#[derive(Debug, Clone, Default)]
pub struct DeskFrame {
    /// The navigation.
    pub nav: Vec<NavItem>,
    /// The signed-in person's name; staff.
    pub user: String,
    /// Unit and role.
    pub role: String,
    /// The form token for signing out.
    pub csrf: String,
    /// What the search box holds.
    pub query: String,
    /// Whether single keys are switched off.
    pub keys_off: bool,
    /// The moment after which the page wants to hear of changes, in microseconds; empty for a page that does not.
    pub live: String,
    /// The case that the page shows, with its version.
    pub case: Option<(String, i64)>,
}

/// Entries in the bar at the foot of a narrow screen; the others stand behind its last place.
const DOCK: usize = 4;

impl DeskFrame {
    /// The entries in the bar of a narrow screen.
    #[must_use]
    pub fn dock(&self) -> &[NavItem] {
        &self.nav[..self.nav.len().min(DOCK)]
    }

    /// The entries behind its last place.
    #[must_use]
    pub fn more(&self) -> &[NavItem] {
        &self.nav[self.nav.len().min(DOCK)..]
    }
}

/// One entry of the navigation.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// Where it leads.
    pub href: String,
    /// Its icon.
    pub icon: Icon,
    /// Its word.
    pub text: String,
    /// How many wait there.
    pub count: Option<u64>,
    /// Whether this page belongs to it.
    pub current: bool,
    /// The key, e.g. `g i`.
    pub key: &'static str,
}

impl Deref for Frame {
    type Target = Say;

    fn deref(&self) -> &Say {
        &self.say
    }
}

impl Frame {
    /// Marks the page as a form that came back.
    #[must_use]
    pub fn failed(mut self, failed: bool) -> Self {
        self.failed = failed;
        self
    }

    /// Says that the draft `name` has been sent.
    #[must_use]
    pub fn draft_done(mut self, name: &str) -> Self {
        name.clone_into(&mut self.draft_done);
        self
    }

    /// The language, to copy into view models.
    #[must_use]
    pub fn say_in(&self) -> Say {
        self.say
    }

    /// The link that switches type size.
    #[must_use]
    pub fn large_href(&self) -> String {
        self.preference("large", if self.large { "0" } else { "1" })
    }

    /// The link that switches the language of the desk.
    #[must_use]
    pub fn language_href(&self) -> String {
        self.preference("lang", self.other_language())
    }

    /// The tag of the other complete language.
    #[must_use]
    pub fn other_language(&self) -> &'static str {
        if self.say.locale == Locale::Zh { Locale::En.tag() } else { Locale::Zh.tag() }
    }

    /// The languages one can switch to from here, Mongolian first where it is offered.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let own = self.say.locale.tag();
        let offered = [Locale::Mn, Locale::Zh, Locale::En].into_iter().filter(|l| !l.is_vertical() || self.mongolian);
        let link = |locale: Locale| Language { locale, href: self.language_to(locale) };
        offered.filter(|locale| locale.tag() != own).map(link).collect()
    }

    /// The link that switches this page to `locale`.
    #[must_use]
    pub fn language_to(&self, locale: Locale) -> String {
        self.preference("lang", locale.tag())
    }

    /// Whether the page runs downwards and sideways.
    #[must_use]
    pub fn is_vertical(&self) -> bool {
        self.say.locale.is_vertical()
    }

    /// Whether phrases on this page wait for a native reader.
    #[must_use]
    pub fn has_drafts(&self) -> bool {
        self.say.locale == Locale::MnDraft
    }

    fn preference(&self, name: &str, value: &str) -> String {
        let query = serde_urlencoded::to_string([(name, value), ("back", &self.here)]).unwrap_or_default();
        format!("/preferences?{query}")
    }
}
