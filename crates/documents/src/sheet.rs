//! A sheet becomes a PDF: the same sheet, the same bytes.

use std::sync::Arc;

use domain::document::{Layout, Printed, Sheet};
use jiff::{Timestamp, tz};
use kernel::Fault;
use qrcode::{EcLevel, QrCode, render::svg};
use serde_json::Value;
use typst::{
    diag::SourceDiagnostic,
    foundations::{Datetime, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp as PdfTimestamp};

use crate::{fonts::Fonts, world::OneSheet};

/// The layout's own version: raise it when a sheet looks different, so that nobody wonders about other bytes.
pub(crate) const EDITION: &str = "letter-3";

/// What stands for a sign that no font has, as printers put it; its code follows, so that it can be written by hand.
const GETA: char = '〓';

/// The steps by which lines may move together (GB/T 9704-2012, 7.3.5): 22 lines a page, 23, 24.
const TIGHTEST: u8 = 2;

/// Prints `sheet` with `fonts`.
pub(crate) fn print(fonts: &Arc<Fonts>, sheet: &Sheet) -> Result<Printed, Fault> {
    let document = laid_out(fonts, sheet)?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}/{}/{}", sheet.kind, sheet.number.as_deref().unwrap_or_default(), sheet.at)),
        creator: Smart::Custom(Some("Lianxin".into())),
        timestamp: stamp(sheet.at),
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| broken(&told(&errors)))?;
    let pages = u32::try_from(document.pages().len()).unwrap_or(u32::MAX);
    // What was laid out is not needed again; without this the memory grows with every letter.
    typst::comemo::evict(0);
    Ok(Printed { bytes, pages })
}

/// The pages of `sheet`. Lines move together where that saves a page; where it does not, they stand as the standard has them.
pub(crate) fn laid_out(fonts: &Arc<Fonts>, sheet: &Sheet) -> Result<PagedDocument, Fault> {
    let mut data = serde_json::to_value(sheet).map_err(|error| broken(&error))?;
    printable(&mut data, fonts);
    let data = data.to_string();
    let code = sheet.verify.as_ref().map(|verify| qr(&verify.url)).transpose()?.unwrap_or_default();
    let set = |tight: u8| {
        let world = OneSheet::new(fonts, &data, &code, tight).ok_or_else(|| broken(&"no layout"))?;
        typst::compile::<PagedDocument>(&world).output.map_err(|errors| broken(&told(&errors)))
    };
    let standard = set(0)?;
    if sheet.layout == Layout::Form || standard.pages().len() == 1 {
        return Ok(standard);
    }
    for tight in 1..=TIGHTEST {
        let closer = set(tight)?;
        if closer.pages().len() < standard.pages().len() {
            return Ok(closer);
        }
    }
    Ok(standard)
}

fn broken(what: &dyn std::fmt::Display) -> Fault {
    Fault::inconsistent("layout", what.to_string())
}

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}

/// The moment of the letter, in Beijing time.
fn stamp(at: Timestamp) -> Option<PdfTimestamp> {
    let local = at.to_zoned(tz::TimeZone::fixed(tz::offset(8)));
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    let datetime = Datetime::from_ymd_hms(
        i32::from(local.year()),
        part(local.month()),
        part(local.day()),
        part(local.hour()),
        part(local.minute()),
        part(local.second()),
    )?;
    PdfTimestamp::new_local(datetime, 8 * 60)
}

/// Signs that no font has become 〓 with their code; nothing is left out in silence.
fn printable(value: &mut Value, fonts: &Fonts) {
    match value {
        Value::String(text) => {
            let lacking = |c: char| !c.is_whitespace() && !c.is_control() && !is_joiner(c) && !fonts.has(c);
            if text.chars().any(lacking) {
                *text = text.chars().map(|c| if lacking(c) { substitute(c) } else { c.to_string() }).collect();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| printable(item, fonts)),
        Value::Object(fields) => fields.values_mut().for_each(|field| printable(field, fonts)),
        _ => {}
    }
}

fn substitute(c: char) -> String {
    format!("{GETA}（U+{:04X}）", u32::from(c))
}

/// Signs without a form of their own: variation selectors, joiners, Mongolian ones among them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' | '\u{180B}'..='\u{180F}' | '\u{E0100}'..='\u{E01EF}')
}

/// The code that leads to the page where the letter can be checked.
fn qr(url: &str) -> Result<String, Fault> {
    let code =
        QrCode::with_error_correction_level(url, EcLevel::M).map_err(|error| Fault::inconsistent("qr", error))?;
    Ok(code.render::<svg::Color<'_>>().quiet_zone(true).min_dimensions(120, 120).build())
}
