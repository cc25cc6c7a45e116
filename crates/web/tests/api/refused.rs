//! What is refused, and how it is said.

use domain::people::Role;
use serde_json::{Value, json};

use super::world::{Caller, PASSWORD, World, call, encoded, on_sqlite, petition};

const NOW: &str = "2026-11-02T02:00:00Z";

async fn order(world: &World, officer: &Caller) -> String {
    let created = call("POST", "/work-orders").by(officer).key("k").json(&petition()).to(world).await.ok();
    created["id"].as_str().unwrap().to_owned()
}

#[test]
fn bodies_of_the_wrong_kind_shape_or_size() {
    on_sqlite(NOW, async |world: World| {
        let file = || call("POST", "/petitions").key("k");
        let with = |field: &str, value: Value| {
            let mut body = petition();
            body[field] = value;
            file().json(&body)
        };
        let cases = [
            (file().raw("text/plain", "hello"), 415, "api-content-type"),
            (file().raw("application/json", "{\"facts\": "), 400, "api-json-broken"),
            (file().raw("application/json", "[]"), 422, "api-json-type"),
            (with("facts", json!("长".repeat(50_000))), 413, "api-too-large"),
            (with("colour", json!("red")), 422, "api-json-unknown-field"),
            (with("claims", json!("one")), 422, "api-json-type"),
            (with("headcount", json!(-1)), 422, "api-json-type"),
            (with("matter_type", json!("NONSENSE")), 422, "unknown-choice"),
            (with("division", json!("15022")), 422, "division-code"),
            (with("division", json!("159999")), 422, "division-unknown"),
            (with("phone", json!("123")), 422, "phone"),
            (with("matter_type", json!("WHISTLEBLOW")), 409, "whistleblow"),
            (call("POST", "/petitions").json(&petition()), 400, "api-key-missing"),
            (call("POST", "/petitions").key("a b").json(&petition()), 400, "api-key-form"),
        ];
        for (call, status, code) in cases {
            let (got, said) = call.to(&world).await.problem();
            assert!(got == status && said.starts_with(code), "{status} {code}: {got} {said}");
        }
        // Several fields at once, each with its name.
        let mut body = petition();
        (body["facts"], body["claims"], body["phone"]) = (json!(""), json!(["", "长".repeat(2001)]), json!("1"));
        let reply = file().json(&body).header("accept-language", "en").to(&world).await;
        assert_eq!(reply.problem().0, 422);
        let errors = reply.json()["errors"].as_array().unwrap().clone();
        let fields: Vec<&str> = errors.iter().map(|error| error["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["facts", "claims.1", "phone"]);
        assert!(!String::from_utf8_lossy(&reply.bytes).contains('长'), "what was sent is not repeated");
        assert_eq!(reply.json()["title"], "Something in it is not right");
    });
}

#[test]
fn a_stale_version_is_told_what_changed() {
    on_sqlite(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let path = format!("/matters/{}/commands", order(&world, &officer).await);
        let dispatch = json!({ "to": world.forestry });
        let dispatched = || call("POST", format!("{path}/dispatch")).by(&officer).json(&dispatch);
        assert_eq!(dispatched().to(&world).await.problem(), (428, "api-if-match-missing".into()));
        assert_eq!(dispatched().header("if-match", "1").to(&world).await.problem(), (400, "api-if-match-form".into()));
        dispatched().seen(&json!(1)).to(&world).await.ok();
        let stale = dispatched().seen(&json!(1)).to(&world).await;
        assert_eq!(stale.problem(), (412, "stale".into()));
        let body = stale.json();
        assert_eq!((&body["version"], &body["changes"][0]["kind"]), (&json!(2), &json!("order.dispatched")));
        assert!(body["changes"][0]["text"].as_str().unwrap().contains("林业和草原局"), "{body}");
        // The right version, and the rule that forbids it now.
        let again = dispatched().seen(&json!(2)).to(&world).await;
        assert_eq!(again.problem().0, 409);
        assert_eq!(again.json()["rule"], "H-05");
    });
}

#[test]
fn what_is_not_there_and_what_is_not_yours_look_alike() {
    on_sqlite(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let stranger = world.staff("stranger", Role::BureauOfficer, world.elsewhere, "150204");
        let admin = world.staff("admin", Role::Sysadmin, world.bureau, "1502");
        let mine = order(&world, &officer).await;
        let nowhere = "01930000-0000-7000-8000-000000000000";
        let dispatch = json!({ "to": world.forestry });
        for caller in [&stranger, &admin] {
            for path in ["", "/events", "/attachments", "/attachments/01930000-0000-7000-8000-000000000000"] {
                let real = call("GET", format!("/matters/{mine}{path}")).by(caller).to(&world).await;
                let none = call("GET", format!("/matters/{nowhere}{path}")).by(caller).to(&world).await;
                assert_eq!(real.problem(), (404, "not-permitted".into()), "{path}");
                assert_eq!(real.bytes, none.bytes, "{path}");
            }
            for (path, body) in [
                ("commands/dispatch", &dispatch),
                ("commands", &json!({ "commands": [{ "command": "close" }] })),
                ("reveal", &json!({ "reason": "看看" })),
            ] {
                let post = |id: &str| {
                    call("POST", format!("/matters/{id}/{path}")).by(caller).header("if-match", "\"9\"").json(body)
                };
                let (real, none) = (post(&mine).to(&world).await, post(nowhere).to(&world).await);
                assert_eq!(real.problem(), (404, "not-permitted".into()), "{path}");
                assert_eq!(real.bytes, none.bytes, "{path}");
            }
            let list = call("GET", "/matters").by(caller).to(&world).await.ok();
            assert_eq!(list["items"], json!([]));
        }
        // Seen, but not hers to do: she may know that.
        let handler = world.staff("handler", Role::Supervisor, world.bureau, "150223");
        let dispatched = call("POST", format!("/matters/{mine}/commands/dispatch")).by(&handler);
        let refused = dispatched.header("if-match", "*").json(&dispatch).to(&world).await;
        assert_eq!(refused.problem(), (403, "not-permitted".into()));
        // Outside her jurisdiction nobody registers.
        let order = call("POST", "/work-orders").by(&stranger).key("k").json(&petition()).to(&world).await;
        assert_eq!(order.problem().0, 403);
        let unknown = call("POST", format!("/matters/{mine}/commands/fly")).by(&officer).header("if-match", "*");
        assert_eq!(unknown.to(&world).await.problem(), (404, "api-no-such-command".into()));
        let system =
            call("POST", format!("/matters/{mine}/commands/mark-overdue")).by(&officer).header("if-match", "*");
        assert_eq!(system.to(&world).await.problem(), (404, "api-no-such-command".into()));
    });
}

#[test]
fn tokens_are_earned_throttled_and_revoked() {
    on_sqlite(NOW, async |world: World| {
        world.staff("wuyun", Role::BureauOfficer, world.bureau, "150223");
        let ask = |password: &str| call("POST", "/tokens").json(&json!({ "login": "wuyun", "password": password }));
        let given = ask(PASSWORD).to(&world).await;
        assert_eq!((given.status.as_u16(), given.header("cache-control")), (201, "no-store"));
        let (token, session) = (given.ok()["token"].clone(), given.ok()["session"].clone());
        let (token, session) = (token.as_str().unwrap(), session.as_str().unwrap());
        let me = || call("GET", "/me").bearer(token);
        assert_eq!(me().to(&world).await.ok()["login"], "wuyun");
        let revoked = call("DELETE", format!("/tokens/{session}")).bearer(token).to(&world).await;
        assert_eq!(revoked.status.as_u16(), 204);
        let refused = me().to(&world).await;
        assert_eq!((refused.problem(), refused.header("www-authenticate")), ((401, "not-signed-in".into()), "Bearer"));
        for wrong in ["/me", "/matters", "/matters/search?q=a"] {
            assert_eq!(call("GET", wrong).to(&world).await.problem().0, 401);
            assert_eq!(call("GET", wrong).bearer("nonsense").to(&world).await.problem().0, 401);
        }
        for _ in 0..6 {
            assert_eq!(ask("falsch").to(&world).await.problem(), (401, "sign-in-wrong".into()));
        }
        let wait = ask("falsch").to(&world).await;
        assert_eq!(wait.problem().0, 429);
        assert!(wait.header("retry-after").parse::<u32>().unwrap() >= 1);
    });
}

#[test]
fn a_token_revoked_elsewhere_ends_within_seconds() {
    on_sqlite(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let me = || call("GET", "/me").by(&officer);
        assert_eq!(me().to(&world).await.status.as_u16(), 200);
        let id = officer.id;
        world.state.store.write(move |tx| services::auth::end_all(tx, id, None)).await.unwrap();
        assert_eq!(me().to(&world).await.status.as_u16(), 200, "trusted for a moment");
        world.clock.advance_seconds(3);
        assert_eq!(me().to(&world).await.problem().0, 401);
    });
}

#[test]
fn look_ups_are_throttled_and_do_not_tell_numbers_from_codes() {
    on_sqlite(NOW, async |world: World| {
        let receipt = call("POST", "/petitions").key("k").json(&petition()).to(&world).await.ok();
        let number = receipt["number"].as_str().unwrap();
        let track = |code: &str| call("GET", format!("/petitions/{number}")).header("query-code", code);
        let right = receipt["code"].as_str().unwrap();
        let wrong = if right == "00000000" { "00000001" } else { "00000000" };
        for _ in 0..5 {
            assert_eq!(track(wrong).to(&world).await.problem(), (401, "look-up".into()));
        }
        let wait = track(right).to(&world).await;
        assert_eq!((wait.problem().0, wait.header("retry-after")), (429, "30"));
        world.clock.advance_seconds(31);
        track(right).to(&world).await.ok();
        // A token for one case opens no other.
        let open = call("POST", format!("/petitions/{number}/access")).json(&json!({ "code": right })).to(&world).await;
        let token = open.ok()["token"].as_str().unwrap().to_owned();
        let other = call("POST", "/petitions").key("k2").json(&petition()).to(&world).await.ok();
        let other = call("GET", format!("/petitions/{}", other["number"].as_str().unwrap())).bearer(&token);
        assert_eq!(other.to(&world).await.problem().0, 404);
        world.clock.advance_seconds(3_600);
        let late = call("GET", format!("/petitions/{number}")).bearer(&token).to(&world).await;
        assert_eq!(late.problem().0, 401);
    });
}

#[test]
fn addresses_methods_and_parameters() {
    on_sqlite(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        assert_eq!(call("GET", "/nowhere").to(&world).await.problem(), (404, "api-no-such-address".into()));
        assert_eq!(call("DELETE", "/petitions").to(&world).await.problem(), (405, "api-method".into()));
        for query in ["tab=all", "size=0", "size=101", "cursor=x", "colour=red", "overdue=maybe", "holder=1"] {
            let reply = call("GET", format!("/matters?{query}")).by(&officer).to(&world).await;
            assert_eq!(reply.problem(), (400, "api-query".into()), "{query}");
            let field = query.split('=').next().unwrap();
            assert_eq!(reply.json()["field"], field, "{}", reply.json());
        }
        let deadline = |body: Value| call("POST", "/deadlines").json(&body);
        let reply = deadline(json!({ "clock": "HANDLE_60D", "start": "2025-12-19", "extend_by": 30 })).to(&world).await;
        assert_eq!(reply.ok()["derivation"]["raw"], "2026-03-19");
        let refused =
            deadline(json!({ "clock": "HANDLE_60D", "start": "2025-12-19", "extend_by": 31 })).to(&world).await;
        assert_eq!(
            (refused.problem().1, refused.json()["field"].clone()),
            ("extension-too-long".into(), json!("extend_by"))
        );
        let refused = deadline(json!({ "clock": "NONE", "start": "2025-12-19" })).to(&world).await;
        assert_eq!(refused.problem().1, "clock-unknown");
        let clocks = call("GET", "/clocks?division=150223").to(&world).await.ok();
        assert!(clocks.as_array().unwrap().iter().any(|clock| clock["clock"] == "HANDLE_60D"));
        let found = call("GET", "/divisions?parent=1502").to(&world).await.ok();
        assert_eq!(found.as_array().unwrap().len(), 2);
        let page = call("GET", "/organisations?within=1502&size=2").to(&world).await.ok();
        let next = encoded(page["next"].as_str().unwrap());
        let rest = call("GET", format!("/organisations?within=1502&size=2&cursor={next}")).to(&world).await.ok();
        assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (2, &Value::Null));
    });
}

#[test]
fn pages_follow_each_other_without_gap_or_repetition() {
    on_sqlite(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        for i in 0..5 {
            call("POST", "/petitions").key(&format!("k{i}")).json(&petition()).to(&world).await.ok();
        }
        let (mut seen, mut cursor) = (vec![], String::new());
        loop {
            let page = call("GET", format!("/matters?size=2{cursor}")).by(&officer).to(&world).await.ok();
            seen.extend(page["items"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap().to_owned()));
            let Some(next) = page["next"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        let distinct: std::collections::BTreeSet<&String> = seen.iter().collect();
        assert_eq!((seen.len(), distinct.len()), (5, 5));
    });
}
