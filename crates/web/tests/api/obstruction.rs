//! A report over a unit's head, told by programs only, on both engines.

use domain::people::Role;
use serde_json::json;

use super::world::{World, call, on_both};

#[test]
fn from_filing_to_the_answer_and_never_below() {
    on_both("2026-03-02T02:00:00Z", async |world: World| {
        let above = world.staff("shangji", Role::BureauOfficer, world.city, "1502");
        let below = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let named = world.staff("leader", Role::UnitLeader, world.forestry, "150223");
        let body = json!({
            "wrongs": ["RETALIATION"],
            "facts": "反映草场的事以后，局里不给开证明了。",
            "division": "150223",
            "unit": world.forestry.to_string(),
            "matter": "150223-20260101-000001-1",
            "anonymous": true,
        });
        let filed = call("POST", "/obstructions").key("o1").json(&body).to(&world).await;
        assert_eq!(filed.status.as_u16(), 201);
        let receipt = filed.ok();
        assert_eq!(receipt["receiver"], world.city.to_string());
        let again = call("POST", "/obstructions").key("o1").json(&body).to(&world).await;
        assert_eq!((again.status.as_u16(), &again.ok()["code"]), (200, &receipt["code"]));
        let mut top = body.clone();
        top["unit"] = json!(world.city.to_string());
        let nowhere = call("POST", "/obstructions").key("o2").json(&top).to(&world).await;
        assert_eq!(nowhere.problem(), (409, "obstruction-no-superior".into()));

        let path = format!("/obstructions/{}", receipt["id"].as_str().unwrap());
        for caller in [&below, &named] {
            let listed = call("GET", "/obstructions").by(caller).to(&world).await.ok();
            assert_eq!(listed["items"], json!([]));
            let matter = format!("/matters/{}", receipt["id"].as_str().unwrap());
            for address in [path.clone(), matter] {
                assert_eq!(call("GET", address).by(caller).to(&world).await.problem().0, 404);
            }
            let act = call("POST", format!("{path}/take-up")).by(caller).header("if-match", "*").json(&json!({}));
            assert_eq!(act.to(&world).await.problem().0, 404);
        }
        let listed = call("GET", "/obstructions").by(&above).to(&world).await.ok();
        assert_eq!(listed["items"][0]["number"], receipt["number"]);
        let report = call("GET", path.as_str()).by(&above).to(&world).await.ok();
        assert_eq!((&report["anonymous"], &report["name"]), (&json!(true), &json!(null)));
        let taken = call("POST", format!("{path}/take-up")).by(&above).seen(&report["version"]).json(&json!({}));
        let taken = taken.to(&world).await.ok();
        let late = call("POST", format!("{path}/note")).by(&above).seen(&report["version"]);
        assert_eq!(late.json(&json!({ "note": "查了。" })).to(&world).await.problem().0, 412);
        let answer = json!({ "finding": "CORRECTED", "text": "证明已补开，局里作了检讨。" });
        let told = call("POST", format!("{path}/answer")).by(&above).seen(&taken["version"]).json(&answer);
        assert_eq!(told.to(&world).await.ok()["is_over"], true);

        let number = receipt["number"].as_str().unwrap();
        let hers = |call: super::world::Call| call.header("query-code", receipt["code"].as_str().unwrap());
        let seen = hers(call("GET", format!("/petitions/{number}"))).to(&world).await.ok();
        assert_eq!((&seen["kind"], &seen["stage"]["code"]), (&json!("OBSTRUCTION"), &json!("ANSWERED")));
        assert_eq!(seen["timeline"][0]["written"], "证明已补开，局里作了检讨。");
        let more = hers(call("POST", format!("/petitions/{number}/material"))).json(&json!({ "note": "又不给开了。" }));
        assert_eq!(more.to(&world).await.ok()["stage"], "TAKEN_UP", "what she adds takes it up again");
    });
}
