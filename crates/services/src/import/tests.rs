//! Tables as offices have them, broken in the ways tables break.

use std::{fmt::Write as _, path::PathBuf};

use jiff::Timestamp;
use kernel::Locale;
use proptest::prelude::*;

use super::*;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

fn now() -> Timestamp {
    "2026-11-22T02:00:00Z".parse().unwrap()
}

fn records(bytes: impl AsRef<[u8]>) -> (Vec<Record>, Vec<RowError>) {
    let folder = Folder::new();
    let mut reader = Reader::open(&folder.file("table", bytes)).unwrap();
    let (mut good, mut bad) = (vec![], vec![]);
    while let Some(record) = reader.next_record().unwrap() {
        match record {
            Ok(record) => good.push(record),
            Err(error) => bad.push(error),
        }
    }
    (good, bad)
}

fn refused(bytes: impl AsRef<[u8]>) -> String {
    let folder = Folder::new();
    match Reader::open(&folder.file("table", bytes)) {
        Err(ImportError::Refused(refusal)) => refusal.code,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("taken"),
    }
}

const HEAD: &str = "id,user,time,title,detail,against,likes\n";

fn rows(table: &str) -> Vec<Result<Row, Vec<RowError>>> {
    let folder = Folder::new();
    let path = folder.file("table.csv", table);
    read(&path, None, now()).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_row_of_messages_becomes_a_row_of_the_import() {
    let table = format!("\u{feff}{HEAD}188006,A0001,2020/1/9 14:21:37,停水,\"一楼\u{a0}停水，\n\"\"三天\"\"\",0,1\n");
    let row = rows(&table).remove(0).unwrap();
    assert_eq!(row.source_ref, "messages:188006");
    assert_eq!(row.received_at.to_string(), "2020-01-09T06:21:37Z");
    assert_eq!(row.title.reveal(), "停水");
    assert_eq!(row.facts.reveal(), "一楼 停水，\n\"三天\"");
    assert_eq!(row.claims.len(), 1);
    assert_eq!(row.claims[0].reveal(), "停水");
    assert_eq!(row.petitioner_key.as_ref().unwrap().reveal(), "messages:A0001");
    assert_eq!((row.line, row.reply.is_none(), row.channel.as_deref()), (2, true, Some("WEB")));
    assert!(!format!("{row:?}").contains("停水"), "the content does not print");
}

#[test]
fn every_way_the_times_are_written_is_read() {
    for (text, utc) in [
        ("2019/2/28 11:25:05", "2019-02-28T03:25:05Z"),
        ("2019/9/7 4:25:00", "2019-09-06T20:25:00Z"),
        ("2019/11/22 6:54:42", "2019-11-21T22:54:42Z"),
        ("2019-08-01 00:00:00", "2019-07-31T16:00:00Z"),
        ("2018/4/24", "2018-04-23T16:00:00Z"),
    ] {
        let row = rows(&format!("{HEAD}1,A,{text},题,文,0,0\n")).remove(0).unwrap();
        assert_eq!(row.received_at.to_string(), utc, "{text}");
    }
}

#[test]
fn broken_rows_cost_one_row_each() {
    let table = "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n10,\"11\"x,12\n13,14\n15,\"16,\"\"x\"\"\",17\n18,\"19,20\n";
    let (good, bad) = records(table);
    let lines: Vec<_> = good.iter().map(|record| record.line).collect();
    assert_eq!(lines, [2, 4, 7]);
    assert_eq!(good[2].fields, ["15", "16,\"x\"", "17"]);
    let bad: Vec<_> = bad.iter().map(|error| (error.line, error.column.as_str(), error.code())).collect();
    assert_eq!(
        bad,
        [
            (3, "b", "import-unclosed-quote"),
            (5, "b", "import-stray-quote"),
            (6, "", "import-column-count"),
            (8, "b", "import-unclosed-quote"),
        ]
    );
}

#[test]
fn an_unclosed_quote_in_a_long_file_costs_one_row_and_little_memory() {
    let mut table = String::from("a,b\n1,\"never closed\n");
    for number in 0..30_000 {
        writeln!(table, "{number},text without quotes that goes on").unwrap();
    }
    let (good, bad) = records(&table);
    assert_eq!((good.len(), bad.len()), (30_000, 1));
    assert_eq!(good.last().unwrap().line, 30_002);
}

#[test]
fn a_line_without_end_is_one_error() {
    let table = format!("a,b\n1,\"{}\"\n2,3\n", "x".repeat(3 << 20));
    let (good, bad) = records(&table);
    assert_eq!((good.len(), bad.len(), bad[0].code()), (1, 1, "import-row-too-long"));
}

#[test]
fn line_ends_blank_lines_and_a_missing_last_end_do_not_matter() {
    let (good, bad) = records("a,b\r\n1,2\r\n\r\n3,\"4\r\n5\"\r\n6,7");
    assert_eq!(bad, []);
    let fields: Vec<_> = good.iter().map(|record| (record.line, record.fields[1].as_str())).collect();
    assert_eq!(fields, [(2, "2"), (4, "4\r\n5"), (6, "7")]);
}

#[test]
fn gbk_is_decoded_and_broken_bytes_are_a_row_error() {
    let (gbk, _, _) = encoding_rs::GBK.encode("编号,标题\n1,供热不达标\n");
    assert_eq!(records(&gbk).0[0].fields, ["1", "供热不达标"]);
    let mut utf8 = "编号,标题\n1,供热\n2,".as_bytes().to_vec();
    utf8.extend_from_slice(b"\xff\xfe\xff\n3,x\n");
    let (good, bad) = records(&utf8);
    assert_eq!(good.len(), 2);
    assert_eq!((bad[0].line, bad[0].column.as_str(), bad[0].code()), (3, "标题", "import-encoding"));
}

#[test]
fn what_is_no_table_is_refused_as_a_whole() {
    assert_eq!(refused(""), "import-empty");
    assert_eq!(refused("\u{feff}"), "import-empty");
    assert_eq!(refused(b"\xff\xfea\0,\0"), "import-not-a-table");
    assert_eq!(refused(b"PK\x03\x04 not an archive"), "import-not-a-table");
    assert_eq!(refused("[1, 2]"), "import-not-a-table");
    let folder = Folder::new();
    let path = folder.file("t.csv", "a,b\n1,2\n");
    let Err(ImportError::Refused(refusal)) = read(&path, Mapping::shipped("messages").ok(), now()) else {
        panic!("taken")
    };
    assert_eq!(refusal.code, "import-columns-missing");
    let words = refusal.message().say(Locale::Zh);
    assert!(words.contains("detail") && words.contains("a, b"), "{words}");
}

#[test]
fn all_that_is_wrong_with_a_row_is_said_at_once() {
    let long = "长".repeat(20_001);
    let errors = rows(&format!("{HEAD}1,A,昨天,,{long},0,0\n")).remove(0).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| (error.line, error.column.as_str(), error.code())).collect();
    assert_eq!(found, [(2, "time", "import-time"), (2, "title", "text-empty"), (2, "detail", "text-too-long")]);
    assert!(errors[0].message(Locale::Zh).contains("昨天"));
    let errors = rows(&format!("{HEAD}1,A,2099/1/1,题,文,0,0\n")).remove(0).unwrap_err();
    assert_eq!(errors[0].code(), "import-time-future");
}

#[test]
fn replies_need_a_time_that_is_not_before_the_message() {
    let head = "id,user,time,title,detail,reply,replied_at\n";
    let table = format!(
        "{head}1,A,2019/1/1 8:00:00,题,文,已办,2019/1/3 9:00:00\n2,A,2019/1/4 8:00:00,题,文,已办,2019/1/3\n3,A,2019/1/4 8:00:00,题,文,,\n4,A,2019/1/4 8:00:00,题,文,已办,\n"
    );
    let mut rows = rows(&table).into_iter();
    let first = rows.next().unwrap().unwrap();
    assert_eq!(first.source_ref, "messages_with_replies:1");
    let reply = first.reply.unwrap();
    assert_eq!((reply.text.reveal().as_str(), reply.at.to_string().as_str()), ("已办", "2019-01-03T01:00:00Z"));
    assert_eq!(rows.next().unwrap().unwrap_err()[0].code(), "import-reply-before");
    assert!(rows.next().unwrap().unwrap().reply.is_none());
    assert_eq!(rows.next().unwrap().unwrap_err()[0].column, "replied_at");
}

#[test]
fn claims_of_a_column_are_parted() {
    let mapping = "source = \"desk\"\n[columns]\nsource_ref = \"no\"\nreceived_at = \"when\"\ntitle = \"t\"\nfacts = \"f\"\nclaims = \"c\"\ndivision = \"d\"\n[time]\nformats = [\"%Y-%m-%d\"]\n";
    let mapping = Mapping::parse(mapping).unwrap();
    let folder = Folder::new();
    let path = folder.file("t.csv", "no,when,t,f,c,d\n1,2026-01-05,题,文,修路；通水; ,150223\n2,2026-01-05,题,文,,1\n");
    let rows: Vec<_> = read(&path, Some(mapping), now()).unwrap().map(Result::unwrap).collect();
    let first = rows[0].as_ref().unwrap();
    let claims: Vec<_> = first.claims.iter().map(|claim| claim.reveal().as_str()).collect();
    assert_eq!(claims, ["修路", "通水"]);
    assert_eq!(first.division.as_ref().unwrap().as_str(), "150223");
    assert_eq!(rows[1].as_ref().unwrap_err()[0].code(), "division-code");
}

#[test]
fn mappings_are_checked() {
    for (_, text) in SHIPPED {
        Mapping::parse(text).unwrap();
        let broken = [
            text.replace("[columns]", "[colums]"),
            text.replace("Asia/Shanghai", "Asia/Shangdu"),
            text.replace("source_ref = \"id\"", ""),
            text.replace("title = \"title\"", "titel = \"title\""),
        ];
        for broken in broken {
            assert_eq!(Mapping::parse(&broken).unwrap_err().code, "import-mapping");
        }
    }
    assert_eq!(Mapping::shipped("nothing").unwrap_err().code, "import-mapping");
}

#[test]
fn json_lists_and_lines_are_read_like_tables() {
    let list = r#"[{"id": 1, "user": "A", "time": "2020/1/9 14:21:37", "title": "停水", "detail": "三天", "against": null, "likes": 0}]"#;
    let row = rows(list).remove(0).unwrap();
    assert_eq!((row.source_ref.as_str(), row.line), ("messages:1", 1));
    let (good, _) = records("{\"a\": 1, \"b\": \"x\"}\n\n{\"b\": \"y\"}\n");
    assert_eq!((good[1].line, good[1].fields.as_slice()), (3, [String::new(), "y".to_owned()].as_slice()));
}

#[test]
fn excel_files_are_read_with_their_dates() {
    let folder = Folder::new();
    let path = folder.file("t.xlsx", excel());
    let rows: Vec<_> =
        read(&path, Some(Mapping::shipped("messages").unwrap()), now()).unwrap().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    let row = rows[0].as_ref().unwrap();
    assert_eq!((row.source_ref.as_str(), row.title.reveal().as_str(), row.line), ("messages:7", "停水", 2));
    assert_eq!(row.received_at.to_string(), "2020-01-09T06:21:37Z");
}

/// A workbook of one sheet, put together by hand.
fn excel() -> Vec<u8> {
    let text = |cell: &str, value: &str| format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{value}</t></is></c>");
    let head: String = ["id", "user", "time", "title", "detail"]
        .iter()
        .zip('A'..)
        .map(|(name, column)| text(&format!("{column}1"), name))
        .collect();
    let body = format!(
        "<c r=\"A2\"><v>7</v></c>{}<c r=\"C2\" s=\"1\"><v>43839.5983449074</v></c>{}{}",
        text("B2", "A1"),
        text("D2", "停水"),
        text("E2", "三天没有水")
    );
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        ("[Content_Types].xml", format!("<Types xmlns=\"{packages}/content-types\"/>")),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{packages}/relationships\"><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{packages}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet xmlns=\"{main}\"><sheetData><row r=\"1\">{head}</row><row r=\"2\">{body}</row></sheetData></worksheet>"
            ),
        ),
    ];
    let entries: Vec<_> = parts
        .iter()
        .map(|(name, content)| (*name, content.as_bytes(), u32::try_from(content.len()).unwrap()))
        .collect();
    crate::attachment::test_zip(&entries)
}

#[test]
fn the_report_is_a_table_of_its_own() {
    let mut out = Vec::new();
    let mut report = Report::new(&mut out, Locale::Zh).unwrap();
    let (_, errors) = records("a,=b\n1,\"2\n");
    report.add(&errors[0]).unwrap();
    assert_eq!(report.written(), 1);
    report.finish().unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.starts_with("\u{feff}行,列,代码,说明\n2,'=b,import-unclosed-quote,"), "{text}");
}

proptest! {
    /// Whatever is written as CSV is read back, whatever its fields hold.
    #[test]
    fn written_tables_are_read_back(
        rows in prop::collection::vec(prop::collection::vec("[a-z\"，,供热\\n ]{0,12}", 3), 1..8),
    ) {
        let mut writer = ::csv::WriterBuilder::new().quote_style(::csv::QuoteStyle::Always).from_writer(vec![]);
        writer.write_record(["a", "b", "c"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let (good, bad) = records(writer.into_inner().unwrap());
        prop_assert_eq!(bad, []);
        let good: Vec<_> = good.into_iter().map(|record| record.fields).collect();
        prop_assert_eq!(good, rows);
    }

    /// Any bytes end: each row is taken or reported, and no line is counted twice.
    #[test]
    fn any_bytes_are_taken_apart(bytes in "[ab\",\\n\\r\u{4f9b}]{0,200}") {
        let folder = Folder::new();
        if let Ok(mut reader) = Reader::open(&folder.file("t", &bytes)) {
            let mut last = 0;
            while let Some(record) = reader.next_record().unwrap() {
                let line = match record { Ok(record) => record.line, Err(error) => error.line };
                prop_assert!(line > last);
                last = line;
            }
        }
    }
}
