//! The installation, opened: database, keys, reference data, files.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use domain::document::Press;
use kernel::{Clock, Ctx, Message, SystemClock};
use services::{Kit, attachment::Blobs, reference, secrets::Keys};
use store::{DatabaseUrl, Options, Store};

use crate::config::Config;

/// Everything that a command works with.
pub(crate) struct House {
    /// The configuration it was opened by.
    pub(crate) config: Config,
    /// The database.
    pub(crate) store: Store,
    /// Keys and reference data.
    pub(crate) kit: Kit,
    /// The folder of sealed files.
    pub(crate) files: Blobs,
    /// The one source of time.
    pub(crate) clock: Arc<dyn Clock>,
}

/// What makes PDF and sheets, with the fonts of the system and before them those of the configured folder.
#[cfg(feature = "letters")]
fn press(config: &Config) -> Arc<dyn Press> {
    Arc::new(documents::TypstPress::new(config.fonts.clone()))
}

/// Built without: pages still show every letter.
#[cfg(not(feature = "letters"))]
fn press(config: &Config) -> Arc<dyn Press> {
    if let Some(folder) = &config.fonts {
        tracing::warn!(folder = %folder.display(), "fonts are of no use: built without the feature letters");
    }
    Arc::new(domain::document::NoPress)
}

impl House {
    /// What makes PDF and sheets.
    pub(crate) fn press(&self) -> Arc<dyn Press> {
        press(&self.config)
    }

    /// Opens the installation; on the first start its folder, database and key ring are made.
    ///
    /// # Errors
    /// When the database, the key ring or the folder cannot be opened or made.
    pub(crate) fn open(config: Config) -> Result<Self> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let ctx = Ctx::system(&*clock);
        if let Some(folder) = config.keys.parent() {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        let say = |key: &str, what: String| Message::new(key).with("what", what).say(config.locale);
        let store = Store::open(Options::new(config.database.clone()), services::MIGRATIONS)
            .with_context(|| say("cli-open-database", config.database.to_string()))?;
        let keys = Keys::load_or_create(&config.keys, &ctx)
            .with_context(|| say("cli-open-keys", config.keys.display().to_string()))?;
        let kit = Kit::new(keys);
        let loaded = store.read_blocking(reference::load).context("reference_data")?;
        kit.replace_reference(loaded);
        let files = Blobs::open(config.data.join("files"))
            .with_context(|| say("cli-open-files", config.data.display().to_string()))?;
        Ok(Self { config, store, kit, files, clock })
    }

    /// A context at the present moment.
    pub(crate) fn ctx(&self) -> Ctx {
        Ctx::system(&*self.clock)
    }

    /// Whether the data is a file of this machine.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self.config.database, DatabaseUrl::Sqlite(_))
    }
}
