//! The OpenAPI document: complete, sound, and as it stands in the documents.

use std::{collections::BTreeSet, path::PathBuf};

use domain::{petition, work_order};
use serde_json::Value;

use super::world::{World, call, on_sqlite};

fn document() -> Value {
    serde_json::to_value(lianxin_web::api::document()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, String, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths
        .flat_map(|(path, item)| {
            let methods = item.as_object().unwrap().iter();
            methods.map(move |(method, operation)| (path.clone(), method.to_uppercase(), operation))
        })
        .collect()
}

/// Every `$ref` in a value.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value.as_str().filter(|_| key == "$ref") {
                    Some(target) => found.push(target),
                    None => references(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn it_is_openapi_3_1_and_every_reference_leads_somewhere() {
    let document = document();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut found = vec![];
    references(&document, &mut found);
    assert!(found.len() > 100);
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

#[test]
fn every_operation_is_named_described_and_can_fail_politely() {
    let document = document();
    let mut names = BTreeSet::new();
    for (path, method, operation) in operations(&document) {
        let at = format!("{method} {path}");
        assert!(names.insert(operation["operationId"].as_str().unwrap_or_else(|| panic!("{at}"))), "{at}: named twice");
        let words = operation["summary"].as_str().or(operation["description"].as_str()).unwrap_or_default();
        assert!(!words.is_empty() && !words.contains('⟨'), "{at}: {words}");
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.keys().any(|status| status.starts_with('2')), "{at}");
        let refused = responses.iter().filter(|(status, _)| status.starts_with('4'));
        for (status, response) in refused.clone() {
            let problem = format!("#/components/responses/Problem{status}");
            assert_eq!(response["$ref"], problem, "{at}");
        }
        assert!(refused.count() > 0, "{at} never refuses");
        let placeholders = path.matches('{').count();
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let in_path = parameters.iter().filter(|parameter| parameter["in"] == "path").count();
        assert_eq!(in_path, placeholders, "{at}");
        for scheme in operation["security"].as_array().unwrap_or(&vec![]) {
            for name in scheme.as_object().unwrap().keys() {
                assert!(document["components"]["securitySchemes"][name].is_object(), "{at}: {name}");
            }
        }
    }
}

#[test]
fn every_command_for_staff_is_described_from_its_table() {
    let document = document();
    let described = |name: &str, rule: &str| {
        let slug = name.to_lowercase().replace('_', "-");
        let operation = &document["paths"][format!("/api/v1/matters/{{id}}/commands/{slug}")]["post"];
        let words = operation["description"].as_str().unwrap_or_else(|| panic!("{slug} is missing"));
        assert!(words.contains(rule), "{slug}: {words}");
        assert!(operation["requestBody"].is_object(), "{slug}");
    };
    let for_staff =
        |who: &[petition::Who]| who.iter().any(|who| !matches!(who, petition::Who::Petitioner | petition::Who::System));
    for row in petition::TRANSITIONS.iter().filter(|row| for_staff(row.who)) {
        described(row.command.name(), row.rule);
    }
    for row in work_order::TRANSITIONS.iter().filter(|row| for_staff(row.who)) {
        described(row.command.name(), row.rule);
    }
    let forward = document["paths"]["/api/v1/matters/{id}/commands/forward"]["post"]["description"].as_str().unwrap();
    assert!(forward.contains("NOTIFY_15D") && forward.contains("A22_1"), "{forward}");
    for hers in ["withdraw", "rate", "confirm-claim", "mark-overdue"] {
        assert!(document["paths"][format!("/api/v1/matters/{{id}}/commands/{hers}")].is_null(), "{hers}");
    }
}

/// Routes and document come from one list; this asks the running router for each of them.
#[test]
fn every_described_operation_is_served() {
    on_sqlite("2026-11-02T02:00:00Z", async |world: World| {
        let served = call("GET", "/openapi.json").to(&world).await;
        assert_eq!(served.ok(), document(), "served as it is made");
        let id = "01930000-0000-7000-8000-000000000000";
        for (path, method, _) in operations(&document()) {
            let path = path.strip_prefix("/api/v1").unwrap();
            let path = path.replace("{id}", id).replace("{session}", id).replace("{attachment}", id);
            let path = path.replace("{number}", "150223-20261102-000001-0");
            let method: &'static str = if method == "GET" {
                "GET"
            } else if method == "POST" {
                "POST"
            } else {
                "DELETE"
            };
            let reply = call(method, &path).to(&world).await;
            let code = if reply.status.is_success() { String::new() } else { reply.problem().1 };
            assert!(
                !["api-no-such-address", "api-method", "failure"].contains(&code.as_str()),
                "{method} {path}: {code}"
            );
        }
    });
}

#[test]
fn it_is_the_document_that_was_agreed() {
    let file: PathBuf = [env!("CARGO_MANIFEST_DIR"), "..", "..", "docs", "api", "openapi.json"].iter().collect();
    let now = format!("{}\n", lianxin_web::api::document().to_pretty_json().unwrap());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &now).unwrap();
    }
    let agreed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(agreed == now, "the API changed: look at the difference, then run with UPDATE_GOLDEN=1");
}
