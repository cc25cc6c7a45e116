//! The command as people and programs meet it.

use clap::Parser;
use serde_json::{Value, json};

use super::*;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    args: DeadlineArgs,
}

fn args(line: &str) -> DeadlineArgs {
    Line::parse_from(std::iter::once("deadline").chain(line.split_whitespace())).args
}

fn ask(line: &str) -> Result<String> {
    let args = args(line);
    let desk = Desk::open(&args)?;
    let mut out = vec![];
    desk.answer(args.clock.as_deref().unwrap(), &args, &mut out).map_err(|refusal| desk.error(&refusal))??;
    Ok(String::from_utf8(out)?)
}

fn batch(questions: &Value, line: &str) -> (Vec<Value>, Result<()>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("questions.json");
    std::fs::write(&path, questions.to_string()).unwrap();
    let desk = Desk::open(&args(line)).unwrap();
    let mut out = vec![];
    let done = batch::run(&desk, &path, &mut out);
    (serde_json::from_slice(&out).unwrap(), done)
}

#[test]
fn the_three_dates_and_the_sentences_are_printed() {
    let zh = ask("--clock HANDLE_60D --start 2025-12-19 --division 150223").unwrap();
    for line in
        ["raw           2026-02-17", "statutory     2026-02-24", "conservative  2026-02-14", "provisional   false"]
    {
        assert!(zh.contains(line), "{line} in\n{zh}");
    }
    assert!(zh.contains("在春节假期里，顺延到2月24日（周二）。  [T-03 《民法典》第 203 条]"), "{zh}");
    let en = ask("--clock HANDLE_60D --start 2025-12-19 --extend 30 --lang en").unwrap();
    assert!(en.contains("statutory     2026-03-19  Thursday 19 March 2026"), "{en}");
}

#[test]
fn an_unpublished_year_is_warned_of() {
    let zh = ask("--clock FORWARD_15D --start 2026-12-17").unwrap();
    assert!(zh.contains("provisional   true") && zh.contains("放假安排还没有公布"), "{zh}");
}

#[test]
fn errors_name_the_field_and_the_rule() {
    for (line, field, rule) in [
        ("--clock HANDLE_60D --start 2025-12-19 --extend 31", "--extend", "R-067"),
        ("--clock HANDLE_60D --start 2025-12-19 --pause 2026-01-05..2026-01-06", "--pause", "T-10"),
        ("--clock RECHECK_DECIDE_30D --start 2026-04-27 --pause tomorrow", "--pause", ""),
        ("--clock HANDLE_60D --start 2025-12-32", "--start", "T-01"),
        ("--clock CLAIM_24H --start 2025-12-31", "--start", "T-01"),
        ("--clock NOTHING --start 2025-12-31", "--clock", ""),
        ("--clock CUSTOM --start 2025-12-31", "--unit", ""),
        ("--clock CUSTOM --unit week --length 2 --start 2025-12-31", "--unit", ""),
        ("--clock CUSTOM --unit workday --start 2025-12-31", "--length", ""),
        ("--clock HANDLE_60D --length 90 --start 2025-12-31", "--length", ""),
        ("--clock HANDLE_60D --unit workday --start 2025-12-31", "--unit", ""),
    ] {
        let error = ask(line).unwrap_err().to_string();
        assert!(error.starts_with(field) && error.contains(rule) && !error.contains('⟨'), "{line}: {error}");
    }
}

#[test]
fn moments_are_beijings_unless_they_say_otherwise() {
    for start in ["2026-09-30T16:20", "2026-09-30T16:20:00+08:00", "2026-09-30T08:20:00Z"] {
        let zh = ask(&format!("--clock CLAIM_24H --start {start}")).unwrap();
        assert!(zh.contains("due_at        2026-10-01T16:20:00"), "{zh}");
    }
}

#[test]
fn a_calendar_file_is_read_or_its_lines_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("2027.csv");
    let year = "year,2027\nversion,2027-1\nsource,s\n2027-01-01..2027-01-04,OFF,元旦\n2027-02-05..2027-02-11,OFF,春节\n\
        2027-04-05,OFF,清明节\n2027-05-01..2027-05-05,OFF,劳动节\n2027-06-09,OFF,端午节\n2027-09-15,OFF,中秋节\n\
        2027-10-01..2027-10-07,OFF,国庆节\n";
    std::fs::write(&path, year).unwrap();
    let line = format!("--clock FORWARD_15D --start 2026-12-17 --calendar {}", path.display());
    let zh = ask(&line).unwrap();
    assert!(zh.contains("statutory     2027-01-05") && zh.contains("provisional   false"), "{zh}");
    std::fs::write(&path, year.replace("2027-06-09", "2027-06-39")).unwrap();
    let error = ask(&line).unwrap_err().to_string();
    assert!(error.contains("2027.csv:8: --date") && error.contains("T-11"), "{error}");
}

#[test]
fn a_batch_answers_in_the_shape_of_the_vectors() {
    let questions = json!([
        {"id": "a", "clock": "HANDLE_60D", "start": "2025-12-19", "unit": "calendar_day", "length": 60, "extension_days": 30},
        {"id": "b", "clock": "RECHECK_DECIDE_30D", "start": "2026-04-27", "unit": "calendar_day", "length": 30,
         "pauses": [{"kind": "hearing", "from": "2026-05-11", "to": "2026-05-20"}]},
        {"id": "c", "clock": "CUSTOM", "start": "2026-01-31", "unit": "month", "length": 1},
        {"id": "d", "clock": "SOME_LOCAL_3WD", "start": "2026-02-11", "unit": "workday", "length": 3},
        {"id": "e", "clock": "FEEDBACK_CUSTOM", "start": "2026-09-10", "unit": "calendar_day", "length": 20},
        {"id": "f", "clock": "FORWARD_15D", "start": "2026-12-17"},
    ]);
    let (answers, done) = batch(&questions, "");
    assert!(done.is_ok());
    let dates = |index: usize| {
        let answer = &answers[index];
        ["id", "raw", "statutory", "conservative"].map(|key| answer[key].as_str().unwrap().to_owned())
    };
    assert_eq!(dates(0), ["a", "2026-03-19", "2026-03-19", "2026-03-19"]);
    assert_eq!(dates(1), ["b", "2026-06-06", "2026-06-08", "2026-06-05"]);
    assert_eq!(dates(2), ["c", "2026-02-28", "2026-02-28", "2026-02-28"]);
    assert_eq!(dates(3), ["d", "2026-02-14", "2026-02-14", "2026-02-14"]);
    assert_eq!(dates(4), ["e", "2026-09-30", "2026-09-30", "2026-09-30"]);
    assert_eq!(dates(5), ["f", "2027-01-01", "2027-01-04", "2026-12-31"]);
    assert_eq!((&answers[4]["provisional"], &answers[5]["provisional"]), (&json!(false), &json!(true)));
    for answer in &answers {
        let steps = answer["steps"].as_array().unwrap();
        assert!(steps.iter().all(|step| !step["text"].as_str().unwrap().is_empty()) && steps.len() >= 4);
    }
}

#[test]
fn what_a_rule_refuses_has_no_effect_and_is_told() {
    let questions = json!([
        {"id": "S12", "clock": "HANDLE_60D", "start": "2026-04-27",
         "pauses": [{"kind": "hearing", "from": "2026-05-11", "to": "2026-05-20"}]},
        {"id": "S06", "clock": "HANDLE_60D", "start": "2025-12-19", "extension_days": 31},
    ]);
    let (answers, done) = batch(&questions, "--lang en");
    assert!(done.is_ok());
    assert_eq!((&answers[0]["raw"], &answers[1]["raw"]), (&json!("2026-06-26"), &json!("2026-02-17")));
    assert_eq!(
        (&answers[0]["refused"][0]["rule"], &answers[1]["refused"][0]["rule"]),
        (&json!("T-10"), &json!("R-067"))
    );
}

#[test]
fn a_broken_entry_does_not_silence_the_others() {
    let questions = json!([
        {"id": "x", "clock": "HANDLE_60D", "start": "yesterday"},
        {"id": "y", "start": "2026-01-05"},
        {"id": "z", "clock": "UNKNOWN", "start": "2026-01-05"},
        {"id": "ok", "clock": "FORWARD_15D", "start": "2026-01-05"},
    ]);
    let (answers, done) = batch(&questions, "");
    assert!(done.unwrap_err().to_string().contains('3'));
    let codes: Vec<_> = answers.iter().map(|answer| answer["error"]["code"].as_str()).collect();
    assert_eq!(codes, [Some("deadline-start"), Some("deadline-entry"), Some("clock-unknown"), None]);
    assert_eq!(answers[3]["statutory"], "2026-01-20");
}

#[test]
fn an_entry_that_differs_from_the_table_is_answered_as_asked_with_a_remark() {
    let (answers, _) = batch(&json!([{"id": "q", "clock": "HANDLE_60D", "start": "2026-01-05", "length": 10}]), "");
    assert_eq!(answers[0]["raw"], "2026-01-15");
    let last = answers[0]["steps"].as_array().unwrap().last().unwrap()["text"].as_str().unwrap().to_owned();
    assert!(last.contains("60"), "{last}");
}
