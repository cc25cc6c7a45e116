//! What a layout may see: its own text, the data of one sheet, the fonts. No files, no clock, no network.

use std::sync::{Arc, LazyLock};

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration, Str, Value},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::fonts::Fonts;

/// The layout of every sheet, under one file id: ids are kept for ever.
static LAYOUT: LazyLock<Option<Source>> = LazyLock::new(|| {
    let path = VirtualPath::new("letter.typ").ok()?;
    let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
    Some(Source::new(id, include_str!("../templates/letter.typ").to_owned()))
});

/// One sheet to be laid out.
pub(crate) struct OneSheet {
    library: LazyHash<Library>,
    fonts: Arc<Fonts>,
    layout: Source,
}

impl OneSheet {
    /// With `data` as JSON and the printed code as SVG, its lines closer by so many steps; `None` when the layout has no name, which
    /// cannot be.
    pub(crate) fn new(fonts: &Arc<Fonts>, data: &str, code: &str, tight: u8) -> Option<Self> {
        let mut inputs = Dict::new();
        inputs.insert(Str::from("data"), Value::Str(Str::from(data)));
        inputs.insert(Str::from("code"), Value::Str(Str::from(code)));
        inputs.insert(Str::from("tight"), Value::Str(Str::from(tight.to_string())));
        let library = Library::builder().with_inputs(inputs).build();
        Some(Self { library: LazyHash::new(library), fonts: fonts.clone(), layout: LAYOUT.clone()? })
    }
}

impl World for OneSheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() { Ok(self.layout.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
