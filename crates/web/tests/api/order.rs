//! A work order from the call to the follow-up, several commands at a time, on both engines.

use domain::people::Role;
use serde_json::json;

use super::world::{World, call, on_both, petition};

#[test]
fn created_dispatched_resolved_and_found() {
    on_both("2026-11-02T02:00:00Z", async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let handler = world.staff("handler", Role::UnitHandler, world.forestry, "150223");
        let create = || call("POST", "/work-orders").by(&officer).key("call-1").json(&petition());
        let created = create().to(&world).await;
        assert_eq!((created.status.as_u16(), created.header("etag")), (201, "\"1\""));
        let order = created.ok();
        let again = create().to(&world).await;
        let second = again.ok();
        assert_eq!(
            (again.status.as_u16(), &second["number"], &second["code"]),
            (200, &order["number"], &order["code"])
        );
        // Another person's key is another key.
        let theirs = call("POST", "/work-orders").by(&handler).key("call-1").json(&petition()).to(&world).await;
        assert_ne!(theirs.ok()["number"], order["number"]);

        let path = format!("/matters/{}/commands", order["id"].as_str().unwrap());
        let dispatch = json!({ "to": world.forestry });
        let sent =
            call("POST", format!("{path}/dispatch")).by(&officer).seen(&json!(1)).json(&dispatch).to(&world).await;
        assert_eq!(sent.ok()["clocks"].as_array().unwrap().len(), 3);

        // One command that cannot be undoes the others.
        let commands = json!({ "commands": [
            { "command": "claim", "handler": handler.id },
            { "command": "done", "text": "没有答复就办完" },
        ] });
        let half = call("POST", &path).by(&handler).header("if-match", "*").json(&commands).to(&world).await;
        assert_eq!((half.problem().0, half.json()["field"].clone()), (409, json!("commands.1")));
        let commands = json!({ "commands": [
            { "command": "claim", "handler": handler.id },
            { "command": "contact", "note": "电话联系" },
            { "command": "reply", "text": "明天上门修" },
            { "command": "done", "text": "修好了" },
        ] });
        let done = call("POST", &path).by(&handler).seen(&sent.ok()["version"]).json(&commands).to(&world).await;
        assert_eq!((&done.ok()["stage"], done.header("etag")), (&json!("DONE"), "\"6\""));

        let number = order["number"].as_str().unwrap();
        let found = call("GET", format!("/matters/search?q={number}")).by(&officer).to(&world).await.ok();
        assert_eq!(
            (&found["items"][0]["stage"]["code"], &found["items"][0]["kind"]),
            (&json!("DONE"), &json!("WORK_ORDER"))
        );
        let hers = call("GET", format!("/petitions/{number}"));
        let hers = hers.header("query-code", order["code"].as_str().unwrap()).to(&world).await.ok();
        assert_eq!((&hers["kind"], &hers["stage"]["code"]), (&json!("WORK_ORDER"), &json!("DONE")));
    });
}
