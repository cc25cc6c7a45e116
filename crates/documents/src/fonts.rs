//! Fonts found on the machine. Nothing is shipped: a county that has 方正小标宋 and 仿宋 puts them in a folder, every other machine has the
//! free ones of its system (Debian: fonts-noto-cjk, fonts-noto-core for Mongolian).

use std::{
    fs,
    path::{Path, PathBuf},
};

use kernel::Digest;
use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

/// Where systems keep fonts.
const FOLDERS: &[&str] =
    &["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];

/// Files worth reading, in small letters, by the rank in which they are wanted: the first rank that has any Chinese font ends the
/// search for Chinese ones, because each is 20 MB in memory.
const CHINESE: &[&[&str]] = &[
    &["notoserifcjk-regular", "notoserifcjk-bold", "notosanscjk-bold"],
    &["notoserifcjksc-regular", "notoserifcjksc-bold", "notosanscjksc-bold"],
    &["sourcehanserifsc-regular", "sourcehanserifsc-bold", "sourcehansanssc-bold"],
    &["simsun", "simfang", "simhei", "simkai"],
    &["songti", "stheiti"],
    &["notosanscjk-regular"],
    &["droidsansfallback", "wqy-zenhei", "wqy-microhei"],
];
const OTHERS: &[&str] = &["notosansmongolian-regular"];
/// Depth of folders looked through.
const DEEPEST: u32 = 6;

/// All fonts that letters may use.
#[derive(Debug)]
pub struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) all: Vec<Font>,
    digest: Digest,
}

impl Fonts {
    /// Looks in `folder` first, where every font counts, then in the folders of the system.
    #[must_use]
    pub fn find(folder: Option<&Path>) -> Self {
        let mut files = vec![];
        if let Some(folder) = folder {
            walk(folder, 0, &mut files);
        }
        files.sort();
        let mut system = vec![];
        for folder in FOLDERS {
            walk(Path::new(folder), 0, &mut system);
        }
        system.sort();
        files.extend(chosen(&system));
        Self::read(&files)
    }

    fn read(files: &[PathBuf]) -> Self {
        let mut all = vec![];
        for file in files {
            match fs::read(file) {
                Ok(bytes) => all.extend(Font::iter(Bytes::new(bytes)).filter(is_ours)),
                Err(error) => tracing::warn!(file = %file.display(), %error, "a font cannot be read"),
            }
        }
        let names: Vec<String> = all
            .iter()
            .map(|font| format!("{}/{}", font.post_script_name().unwrap_or_default(), font.data().len()))
            .collect();
        let digest = Digest::of(names.join("\n").as_bytes());
        let fonts = Self { book: LazyHash::new(FontBook::from_fonts(&all)), all, digest };
        tracing::info!(files = files.len(), faces = fonts.all.len(), "fonts for letters");
        fonts
    }

    /// Whether not even 信 can be printed.
    #[must_use]
    pub fn has_no_chinese(&self) -> bool {
        !self.has('信')
    }

    /// Whether some font has a glyph for `c`.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.all.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// Names and sizes of all fonts, short: another machine with the same digest prints the same bytes.
    #[must_use]
    pub fn digest(&self) -> String {
        self.digest.to_string().chars().take(12).collect()
    }
}

/// Of a collection for five countries the mainland's face only.
fn is_ours(font: &Font) -> bool {
    let family = font.info().family.as_str();
    !family.contains("CJK") || family.ends_with(" SC")
}

fn chosen(system: &[PathBuf]) -> Vec<PathBuf> {
    let named = |names: &[&str]| -> Vec<PathBuf> {
        let fits = |path: &&PathBuf| stem(path).is_some_and(|stem| names.iter().any(|name| stem.starts_with(name)));
        system.iter().filter(fits).cloned().collect()
    };
    let mut files = CHINESE.iter().map(|names| named(names)).find(|found| !found.is_empty()).unwrap_or_default();
    files.extend(named(OTHERS));
    files
}

fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_lowercase())
}

fn walk(folder: &Path, depth: u32, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && depth < DEEPEST {
            walk(&path, depth + 1, files);
        } else if path
            .extension()
            .and_then(|ending| ending.to_str())
            .is_some_and(|ending| matches!(ending.to_lowercase().as_str(), "ttf" | "otf" | "ttc" | "otc"))
        {
            files.push(path);
        }
    }
}
