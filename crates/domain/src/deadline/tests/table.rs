//! The table of clocks: complete, said in every language, and chosen by jurisdiction and day.

use kernel::i18n::knows;

use super::*;

#[test]
fn every_clock_of_the_rules_is_there_and_said_in_every_language() {
    let set = clocks();
    let named = "FORWARD_15D NOTIFY_15D OBJECTION_5WD HANDLE_60D FEEDBACK_CUSTOM REVIEW_REQUEST_30D REVIEW_DECIDE_30D \
        RECHECK_REQUEST_30D RECHECK_DECIDE_30D SIMPLE_HOP_1WD SIMPLE_ACCEPT_3WD SIMPLE_OPINION_10WD CLAIM_24H REPLY_72H \
        CLOSE_7D HOTLINE_5WD JUDICIAL_CONFIRM_30D DISC_FORWARD_5WD DISC_ACK_15WD DISC_FEEDBACK_15WD FIRST_CONTACT_3WD \
        RECONSIDERATION_60D ADMIN_LITIGATION_6M LABOR_ARB_1Y LAND_ARB_2Y PERSONNEL_RECHECK_30D GOV_INFO_20WD CIVIL_3Y";
    for id in named.split_whitespace() {
        assert!(set.get(id).is_some(), "{id}");
    }
    for def in set.iter() {
        let basis = def.basis_message().unwrap();
        let owed = format!("owed-by-{}", def.owed_by.name());
        let keys = [def.name_message().key, def.starts_message().key, def.stops_message().key, basis.key, owed];
        for (key, locale) in keys.iter().flat_map(|key| Locale::ALL.map(|locale| (key, locale))) {
            assert!(knows(locale, key), "{key} in {locale:?}");
        }
        assert!(def.length.is_some() || def.id.as_str().ends_with("_CUSTOM"), "{}", def.id);
    }
    assert!(set.iter().filter(|def| !def.pauses.is_empty()).all(|def| def.id == "RECHECK_DECIDE_30D"));
}

#[test]
fn rights_are_reminded_by_the_statutory_date_duties_by_the_conservative() {
    let set = clocks();
    assert_eq!(set.get("REVIEW_REQUEST_30D").unwrap().warn_view(), DueView::Statutory);
    assert_eq!(set.get("HANDLE_60D").unwrap().warn_view(), DueView::Conservative);
    let clock = started("HANDLE_60D", "2025-12-19");
    assert_eq!(clock.remind_at, at("2026-02-14"), "the last working day before the festival");
    assert_eq!(
        started("REVIEW_REQUEST_30D", "2026-01-20").remind_at,
        at("2026-02-17"),
        "seven days before 24 February"
    );
}

const LOCAL: &str = r#"[
  {"division": "15", "effective_from": "2025-01-01", "version": "region-2025", "clocks": [
    {"id": "FORWARD_15D", "unit": "CALENDAR_DAY", "length": 12, "starts": "bureau-received", "stops": "forwarded",
     "owed_by": "BUREAU", "article": "A22", "confidence": "S"}]},
  {"division": "150223", "effective_from": "2026-07-01", "version": "banner-2026", "clocks": [
    {"id": "FORWARD_15D", "unit": "CALENDAR_DAY", "length": 10, "starts": "bureau-received", "stops": "forwarded",
     "owed_by": "BUREAU", "article": "A22", "confidence": "S"}]},
  {"division": "15", "effective_from": "2026-10-01", "version": "region-2026", "clocks": [
    {"id": "FORWARD_15D", "unit": "CALENDAR_DAY", "length": 11, "starts": "bureau-received", "stops": "forwarded",
     "owed_by": "BUREAU", "article": "A22", "confidence": "S"}]}]"#;

#[test]
fn the_most_specific_jurisdiction_and_the_day_of_registration_decide() {
    let rules = ClockRules::national().with(LOCAL).unwrap();
    let length = |division: &str, on: &str| {
        let set = rules.for_case(&DivisionCode::parse(division).unwrap(), day(on));
        assert!(set.get("HANDLE_60D").is_some(), "what is not set locally holds nationally");
        set.get("FORWARD_15D").unwrap().length.unwrap()
    };
    assert_eq!(length("110000", "2026-11-01"), 15);
    assert_eq!(length("150223", "2024-12-31"), 15);
    assert_eq!(length("150223", "2025-01-01"), 12);
    assert_eq!(length("150223100201", "2026-07-01"), 10);
    assert_eq!(length("150223", "2026-10-01"), 10, "the banner's own rule stands before a newer one of the region");
    assert_eq!(length("150102", "2026-10-01"), 11);
    assert_eq!(length("150223", "2019-01-01"), 15, "a case older than every table is measured by the oldest");
}

#[test]
fn a_local_table_may_not_be_harsher_than_the_law() {
    let codes = |json: &str| -> Vec<String> {
        let errors = ClockRules::national().with(json).unwrap_err();
        assert!(errors.iter().all(|error| knows(Locale::En, &error.message().key)));
        errors.into_iter().map(|error| error.code).collect()
    };
    assert_eq!(codes(&LOCAL.replace("\"length\": 12", "\"length\": 16")), ["clock-longer-than-law"]);
    let right = LOCAL.replace("FORWARD_15D", "REVIEW_REQUEST_30D").replace("BUREAU", "PETITIONER");
    assert_eq!(codes(&right), ["clock-shorter-right"; 3]);
    assert_eq!(codes(&LOCAL.replace("\"150223\"", "\"15022x\"")), ["division-code"]);
    assert_eq!(codes(&LOCAL.replace("\"length\": 11", "\"length\": 0")), ["clock-length-range"]);
    assert_eq!(codes("[{]"), ["clock-table-json"]);
}
