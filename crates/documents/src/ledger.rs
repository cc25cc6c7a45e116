//! Ledgers as XLSX, row by row in constant memory.

use std::{
    fs::File,
    io::{Seek as _, SeekFrom},
};

use domain::document::{Cell, LedgerHead, NextRow};
use kernel::Fault;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// Rows of one sheet; a spreadsheet ends a little after a million.
const ROWS: u32 = 1_000_000;

fn broken(error: XlsxError) -> Fault {
    Fault::inconsistent("ledger", error)
}

/// Writes all rows that `next` gives; the file stands at its beginning.
pub(crate) fn write(head: &LedgerHead, next: &mut NextRow<'_>) -> Result<File, Fault> {
    let mut book = Workbook::new();
    let mut page = 0;
    let mut row = next()?;
    loop {
        page += 1;
        let sheet = book.add_worksheet_with_constant_memory().map_err(broken)?;
        begin(sheet, head, page).map_err(broken)?;
        let mut line = 3;
        while let Some(cells) = row.take() {
            put(sheet, line, &cells).map_err(broken)?;
            line += 1;
            row = next()?;
            if line >= ROWS {
                break;
            }
        }
        if row.is_none() {
            break;
        }
    }
    let mut file = tempfile::tempfile().map_err(|error| Fault::Io(error.to_string()))?;
    book.save_to_writer(&mut file).map_err(broken)?;
    file.seek(SeekFrom::Start(0)).map_err(|error| Fault::Io(error.to_string()))?;
    Ok(file)
}

fn begin(sheet: &mut Worksheet, head: &LedgerHead, page: u32) -> Result<(), XlsxError> {
    let name = if page == 1 { head.title.clone() } else { format!("{}{page}", head.title) };
    sheet.set_name(name.chars().take(31).collect::<String>())?;
    for (column, title) in (0..).zip(&head.columns) {
        let width = (title.chars().count() * 2 + 6).clamp(10, 40);
        sheet.set_column_width(column, f64::from(u32::try_from(width).unwrap_or(20)))?;
    }
    sheet.write_with_format(0, 0, &head.title, &Format::new().set_bold().set_font_size(16))?;
    sheet.write_with_format(1, 0, &head.watermark, &Format::new().set_font_color("808080"))?;
    let heading =
        Format::new().set_bold().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Center);
    for (column, title) in (0..).zip(&head.columns) {
        sheet.write_with_format(2, column, title, &heading)?;
    }
    sheet.set_freeze_panes(3, 0)?;
    // The same words stand under every printed page.
    sheet.set_footer(format!("&L{}&R&P / &N", head.watermark.replace('&', "&&")));
    sheet.set_landscape();
    sheet.set_paper_size(9);
    Ok(())
}

fn put(sheet: &mut Worksheet, line: u32, cells: &[Cell]) -> Result<(), XlsxError> {
    let text = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let quoted = text.clone().set_quote_prefix();
    let day = Format::new().set_border(FormatBorder::Thin).set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    for (column, cell) in (0..).zip(cells) {
        match cell {
            Cell::Text(words) if begins_a_formula(words) => {
                sheet.write_string_with_format(line, column, words, &quoted)?
            }
            Cell::Text(words) => sheet.write_string_with_format(line, column, words, &text)?,
            Cell::Number(number) => sheet.write_number_with_format(line, column, *number, &text)?,
            Cell::Day(date) => {
                let (year, month, day_of) = (date.year(), date.month(), date.day());
                let part = |number: i8| u8::try_from(number).unwrap_or(1);
                let year = u16::try_from(year).unwrap_or(1900);
                let date = ExcelDateTime::from_ymd(year, part(month), part(day_of))?;
                sheet.write_datetime_with_format(line, column, &date, &day)?
            }
            Cell::Empty => sheet.write_blank(line, column, &text)?,
        };
    }
    Ok(())
}

/// Text that a spreadsheet would take for a formula once somebody edits its cell. It is written as text, and marked so that it stays
/// text.
fn begins_a_formula(words: &str) -> bool {
    words.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
