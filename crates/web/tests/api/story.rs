//! One petition from filing to rating, told by programs only, on both engines.

use domain::people::Role;
use serde_json::{Value, json};

use super::world::{Caller, World, call, encoded, on_both, petition};

/// Gives a command on the version that stands in `case` and keeps what comes back.
async fn give(world: &World, caller: &Caller, case: &mut Value, command: &str, body: Value) {
    let path = format!("/matters/{}/commands/{command}", case["id"].as_str().unwrap());
    let reply = call("POST", path).by(caller).seen(&case["version"]).json(&body).to(world).await;
    let outcome = reply.ok();
    assert_eq!(reply.header("etag"), format!("\"{}\"", outcome["version"]));
    *case = outcome;
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in one piece")]
fn from_filing_to_rating() {
    on_both("2026-06-01T02:00:00Z", async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let handler = world.staff("handler", Role::UnitHandler, world.forestry, "150223");
        let checker = world.staff("checker", Role::UnitHandler, world.forestry, "150223");
        let leader = world.staff("leader", Role::UnitLeader, world.forestry, "150223");

        let filed =
            call("POST", "/petitions").key("k1").json(&petition()).header("accept-language", "en").to(&world).await;
        assert_eq!((filed.status.as_u16(), filed.header("content-language")), (201, "en"));
        let receipt = filed.ok();
        let promise = &receipt["promises"][0];
        assert_eq!(promise["derivation"]["statutory"], "2026-06-16");
        assert!(promise["derivation"]["steps"].as_array().unwrap().len() > 2, "{promise}");
        assert!(promise["text"].as_str().unwrap().is_ascii(), "in English: {promise}");
        let (number, code) = (receipt["number"].as_str().unwrap(), receipt["code"].as_str().unwrap());
        assert_eq!(filed.header("location"), format!("/api/v1/petitions/{number}"));

        // The same request again, then another one under the same key.
        let again = call("POST", "/petitions").key("k1").json(&petition()).to(&world).await;
        assert_eq!((again.status.as_u16(), &again.ok()["code"]), (200, &receipt["code"]));
        let mut other = petition();
        other["claims"] = json!(["别的事"]);
        let reused = call("POST", "/petitions").key("k1").json(&other).to(&world).await;
        assert_eq!(reused.problem().1, "key-reused");

        let open = call("POST", format!("/petitions/{number}/access")).json(&json!({ "code": code })).to(&world).await;
        let token = open.ok()["token"].as_str().unwrap().to_owned();
        let view = call("GET", format!("/petitions/{number}")).bearer(&token).to(&world).await;
        assert_eq!((&view.ok()["stage"]["code"], view.header("etag")), (&json!("REGISTERED"), "\"1\""));

        // Months go by; the token ends after an hour, number and code do not.
        let hers = |path: &str| call("GET", format!("/petitions/{number}{path}")).header("query-code", code);

        // The officer finds it and forwards it; the handler accepts it with the routes of its claims.
        let list = call("GET", "/matters?tab=triage&division=150223").by(&officer).to(&world).await.ok();
        assert_eq!(list["items"][0]["number"], number);
        let mut case = json!({ "id": list["items"][0]["id"], "version": list["items"][0]["version"] });
        world.at("2026-06-16T09:00:00");
        let forward = json!({ "to": world.forestry, "kind": "FORWARD" });
        give(&world, &officer, &mut case, "forward", forward).await;
        assert_eq!(case["stage"], "FORWARDED");
        let path = format!("/matters/{}", case["id"].as_str().unwrap());
        let page = call("GET", &path).by(&handler).to(&world).await.ok();
        assert!(page["petitioner"]["name"].as_str().unwrap().contains('*'), "masked: {page}");
        assert!(page["allowed"].as_array().unwrap().iter().any(|can| can["command"] == "accept"));
        let claims: Vec<Value> =
            page["claim_list"].as_array().unwrap().iter().map(|claim| claim["id"].clone()).collect();
        let routes: Vec<Value> =
            claims.iter().map(|claim| json!({ "claim": claim, "route": "PETITION_PROCEDURE" })).collect();
        give(&world, &handler, &mut case, "accept", json!({ "handler": handler.id, "routes": routes })).await;
        give(&world, &handler, &mut case, "contact", json!({ "note": "约上门时间" })).await;

        // The opinion: drafted, checked by another, signed by the leader, served.
        let answers: Vec<Value> = claims
            .iter()
            .map(|claim| json!({ "claim": claim, "result": "EXPLAIN", "text": "已按规定核对。", "basis": "草畜平衡管理办法" }))
            .collect();
        let draft = json!({ "findings": "实地核对", "answers": answers, "submit": true });
        give(&world, &handler, &mut case, "save-draft", draft).await;
        give(&world, &checker, &mut case, "check", json!({})).await;
        give(&world, &leader, &mut case, "sign", json!({})).await;
        let unread = hers("").to(&world).await.ok();
        assert!(unread["claims"][0]["answer"].is_null(), "nothing is known before it is served");
        give(
            &world,
            &handler,
            &mut case,
            "serve",
            json!({ "method": "IN_PERSON", "on": "2026-06-16", "evidence": "当面签收" }),
        )
        .await;
        assert_eq!(case["stage"], "SERVED");

        // The answer is hers to rate.
        let view = hers("").to(&world).await.ok();
        assert_eq!(view["claims"][0]["answer"]["result"]["code"], "EXPLAIN");
        let ask = |wish: &str| call("POST", format!("/petitions/{number}/{wish}")).header("query-code", code);
        let rating = json!({ "target": "UNIT", "grade": "SATISFIED", "comment": "讲清楚了" });
        assert_eq!(ask("rate").json(&rating).to(&world).await.ok()["stage"], "SERVED");
        let confirm = json!({ "claim": claims[0], "solved": true });
        assert!(ask("confirm").json(&confirm).to(&world).await.ok()["handler"].is_null(), "the office's to tell");
        let view = hers("").to(&world).await.ok();
        assert_eq!(
            (&view["ratings"][0]["grade"]["code"], &view["claims"][0]["resolution"]["code"]),
            (&json!("SATISFIED"), &json!("RESOLVED_CONFIRMED"))
        );
        assert!(!view["looks"].as_array().unwrap().is_empty(), "she sees who looked");

        // Found by number and by words; the record is complete and in order.
        for question in [number, "机井水泵"] {
            let question = encoded(question);
            let found = call("GET", format!("/matters/search?q={question}")).by(&officer).to(&world).await.ok();
            assert_eq!(found["items"].as_array().unwrap().len(), 1, "{question}");
        }
        let events = call("GET", format!("{path}/events?after=1")).by(&officer).to(&world).await.ok();
        let seqs: Vec<i64> = events.as_array().unwrap().iter().map(|event| event["seq"].as_i64().unwrap()).collect();
        assert!(seqs.is_sorted() && seqs[0] == 2 && seqs.len() > 8, "{seqs:?}");
    });
}
