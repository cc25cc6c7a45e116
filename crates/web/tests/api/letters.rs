//! Letters over the API: drafted by one, signed by another, read with the name masked, void, taken out.

use domain::people::Role;
use serde_json::{Value, json};

use super::world::{World, call, on_both, petition};

fn hearing() -> Value {
    json!({
        "kind": "HEARING_NOTICE",
        "fields": {
            "MATTER": "草畜平衡奖励少发",
            "HEARING_TIME": "2026年7月12日9时30分",
            "HEARING_PLACE": "百灵庙镇接待中心二楼",
            "HEARING_PERSONS": "主持人一人、听证员四人",
        },
    })
}

#[test]
fn drafted_by_one_signed_by_another_void_and_never_without_leave() {
    on_both("2026-06-01T02:00:00Z", async |world: World| {
        let first = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let second = world.staff("colleague", Role::BureauOfficer, world.bureau, "150223");
        let stranger = world.staff("stranger", Role::BureauOfficer, world.elsewhere, "150204");
        call("POST", "/petitions").key("k1").json(&petition()).to(&world).await.ok();
        let list = call("GET", "/matters?tab=triage&division=150223").by(&first).to(&world).await.ok();
        let id = list["items"][0]["id"].as_str().unwrap().to_owned();
        let path = format!("/matters/{id}/letters");

        // What is missing or wrong is told by field; kinds that events make are not drafted.
        let half = json!({ "kind": "HEARING_NOTICE", "fields": { "MATTER": "草畜平衡奖励少发" } });
        assert_eq!(
            call("POST", &path).by(&first).key("a").json(&half).to(&world).await.problem().1,
            "letter-field-missing"
        );
        let unknown = json!({ "kind": "LOVE_LETTER", "fields": {} });
        assert_eq!(call("POST", &path).by(&first).key("b").json(&unknown).to(&world).await.problem().0, 422);
        let fields = json!({
            "MATTER": "一", "RISK": "二", "DUE": "2026-07-01", "SUGGESTED_ACTION": "三",
        });
        let risk = json!({ "kind": "RISK_REMINDER", "to": world.forestry, "fields": fields });
        assert_eq!(call("POST", &path).by(&first).key("c").json(&risk).to(&world).await.problem().1, "letter-by-event");
        assert!(call("POST", &path).by(&stranger).key("d").json(&hearing()).to(&world).await.status.is_client_error());

        let drafted = call("POST", &path).by(&first).key("e").json(&hearing()).to(&world).await.ok();
        let again = call("POST", &path).by(&first).key("e").json(&hearing()).to(&world).await.ok();
        assert_eq!((&drafted["stage"], &drafted["number"]), (&json!("DRAFT"), &Value::Null));
        assert_eq!(drafted["id"], again["id"], "the same key makes one letter");
        let letter = format!("/letters/{}", drafted["id"].as_str().unwrap());
        let fields = hearing()["fields"].clone();
        let revised = call("PUT", &letter).by(&first).json(&json!({ "fields": fields })).to(&world).await.ok();
        assert_eq!(revised["id"], drafted["id"]);
        let sign = format!("{letter}/sign");
        assert_eq!(call("POST", &sign).by(&first).to(&world).await.problem().1, "letter-own-draft");
        assert_eq!(call("POST", &sign).by(&stranger).to(&world).await.status.as_u16(), 404);
        let signed = call("POST", &sign).by(&second).to(&world).await.ok();
        assert_eq!(signed["stage"], "ISSUED");
        assert!(signed["number"].as_str().unwrap().ends_with("信听〔2026〕1号"), "{signed}");

        let opened = call("GET", &letter).by(&second).to(&world).await.ok();
        assert!(opened["sheet"]["to"].as_str().unwrap().contains('*'), "{opened}");
        assert_eq!(opened["sheet"]["title"], "信访事项听证通知书");
        let listed = call("GET", &path).by(&second).to(&world).await.ok();
        assert_eq!(listed.as_array().unwrap().len(), 1);
        assert_eq!(call("GET", &letter).by(&stranger).to(&world).await.status.as_u16(), 404);
        // This house has no press: the failure is ours and says so.
        assert_eq!(call("GET", format!("{letter}/file")).by(&second).to(&world).await.problem().0, 500);

        let reason = json!({ "reason": "时间改了" });
        let ended = call("POST", format!("{letter}/void")).by(&second).json(&reason).to(&world).await.ok();
        assert_eq!((&ended["stage"], &ended["number"]), (&json!("VOIDED"), &signed["number"]));
        let next = call("POST", &path).by(&first).key("f").json(&hearing()).to(&world).await.ok();
        let next = format!("/letters/{}", next["id"].as_str().unwrap());
        assert_eq!(call("DELETE", &next).by(&second).to(&world).await.status.as_u16(), 204);
        assert_eq!(call("POST", format!("{next}/sign")).by(&second).to(&world).await.problem().1, "letter-not-a-draft");
    });
}
