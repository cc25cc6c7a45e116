//! The rooms beside the matters, told by programs only: meetings, dangers, campaigns, errands, reviews; on both engines.

use domain::people::Role;
use serde_json::{Value, json};

use super::world::{World, call, on_both};

const NOW: &str = "2026-03-02T02:00:00Z";

/// A petition in the banner; its id and version.
async fn petition(world: &World, officer: &super::world::Caller) -> (String, Value) {
    let body = json!({
        "facts": "机井从去年秋天起抽不上水。",
        "claims": ["把机井修好"],
        "phone": "13800000006",
        "division": "150223",
    });
    let made = call("POST", "/petitions/on-behalf").by(officer).key("r1").json(&body).to(world).await.ok();
    let id = made["id"].as_str().unwrap().to_owned();
    let opened = call("GET", format!("/matters/{id}")).by(officer).to(world).await.ok();
    (id, opened["version"].clone())
}

#[test]
fn a_meeting_is_called_kept_and_answered() {
    on_both(NOW, async |world: World| {
        let office = world.staff("lianxi", Role::JointMeetingOffice, world.bureau, "150223");
        let unit = world.staff("danwei", Role::UnitLeader, world.forestry, "150223");
        let stranger = world.staff("waidi", Role::UnitLeader, world.elsewhere, "150204");
        let new = json!({
            "title": "三月例会", "on": "2026-03-02", "from": "9:00", "place": "信访局二楼", "chair": "分管副旗长",
            "units": [world.forestry.to_string()],
        });
        let refused = call("POST", "/meetings").by(&unit).json(&new).to(&world).await;
        assert_eq!(refused.problem().1, "not-permitted");
        let called = call("POST", "/meetings").by(&office).json(&new).to(&world).await;
        assert_eq!(called.status.as_u16(), 201);
        let meeting = called.ok();
        let path = format!("/meetings/{}", meeting["id"].as_str().unwrap());
        assert_eq!(call("GET", path.as_str()).by(&stranger).to(&world).await.problem().0, 404);
        let act = |command: &str, seen: &Value, body: &Value| {
            call("POST", format!("{path}/commands/{command}")).by(&office).seen(seen).json(body)
        };
        let item = json!({ "kind": "TOPIC", "text": "草原机井怎么修" });
        let put = act("put-item", &meeting["version"], &item).to(&world).await.ok();
        let stale = act("put-item", &meeting["version"], &item).to(&world).await;
        assert_eq!(stale.problem().0, 412);
        let decided = json!({
            "item": 1, "text": "四月底前修好", "owner": world.forestry.to_string(), "due": "2026-04-30",
        });
        let decided = act("decide", &put["version"], &decided).to(&world).await.ok();
        let minuted = act("close-minutes", &decided["version"], &json!({})).to(&world).await.ok();
        assert_eq!(minuted["stage"], "FOLLOWING");
        let wrong = act("remember", &minuted["version"], &json!({})).to(&world).await;
        assert_eq!(wrong.problem().1, "api-no-such-command");
        let answer = json!({ "decision": 1, "on": "2026-03-02", "evidence": "已招标，合同在卷" });
        let answered =
            call("POST", format!("{path}/commands/answer")).by(&unit).seen(&minuted["version"]).json(&answer);
        answered.to(&world).await.ok();
        let full = call("GET", path.as_str()).by(&unit).to(&world).await.ok();
        assert_eq!(
            (&full["decisions"][0]["owner"]["id"], &full["items"][0]["kind"]["code"]),
            (&json!(world.forestry.to_string()), &json!("TOPIC"))
        );
        let listed = call("GET", "/meetings").by(&office).to(&world).await.ok();
        assert_eq!(listed["items"][0]["number"], meeting["number"]);
    });
}

#[test]
fn a_danger_is_reported_and_ended_and_names_nothing_to_others() {
    on_both(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let caller = world.staff("huifang", Role::FollowupCaller, world.bureau, "150223");
        let stranger = world.staff("waidi", Role::UnitHandler, world.elsewhere, "150204");
        let (id, version) = petition(&world, &officer).await;
        let path = format!("/matters/{id}/urgent");
        let report = json!({ "report": {
            "danger": "GATHERING", "known_at": "2026-03-02T01:50:00Z", "place": "旗政府东门",
            "what": "有人约好下午三点都过来。", "told": [],
        } });
        let hidden = call("POST", path.as_str()).by(&stranger).seen(&version).json(&report).to(&world).await;
        assert_eq!(hidden.problem().0, 404);
        let none = call("POST", path.as_str()).by(&caller).seen(&version).json(&json!({})).to(&world).await;
        assert_eq!(none.problem().1, "choose-one");
        let stands = call("POST", path.as_str()).by(&caller).seen(&version).json(&report).to(&world).await.ok();
        let late = json!({ "call": { "told": ["POLICE"] } });
        let late = call("POST", path.as_str()).by(&officer).seen(&version).json(&late).to(&world).await;
        assert_eq!(late.problem().0, 412);
        let going = call("GET", "/urgent").by(&officer).to(&world).await.ok();
        assert_eq!(
            (&going["items"][0]["matter"]["id"], &going["items"][0]["danger"]["code"]),
            (&json!(id), &json!("GATHERING"))
        );
        assert_eq!(call("GET", "/urgent").by(&stranger).to(&world).await.ok()["items"], json!([]));
        let seen = call("GET", path.as_str()).by(&officer).to(&world).await.ok();
        assert_eq!((&seen["reports"][0]["is_open"], &seen["may_follow"]), (&json!(true), &json!(true)));
        let told = json!({ "call": { "told": ["GOVERNMENT"] } });
        call("POST", path.as_str()).by(&officer).seen(&stands["version"]).json(&told).to(&world).await.ok();
    });
}

#[test]
fn campaigns_and_errands_are_opened_noted_and_counted() {
    on_both(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let lead = world.staff("zhanzhang", Role::StationLead, world.bureau, "150223");
        let handler = world.staff("chengban", Role::UnitHandler, world.forestry, "150223");
        petition(&world, &officer).await;
        let new = json!({
            "division": "150223", "name": "春耕用水百日", "gathers": "NEW", "first": "2026-03-02", "last": "2026-06-09",
        });
        let refused = call("POST", "/campaigns").by(&handler).json(&new).to(&world).await;
        assert_eq!(refused.problem().1, "not-permitted");
        let made = call("POST", "/campaigns").by(&officer).json(&new).to(&world).await;
        assert_eq!(made.status.as_u16(), 201, "{}", String::from_utf8_lossy(&made.bytes));
        let id = made.ok()["id"].as_str().unwrap().to_owned();
        let one = call("GET", format!("/campaigns/{id}")).by(&officer).to(&world).await.ok();
        assert_eq!((&one["name"], &one["is_over"]), (&json!("春耕用水百日"), &json!(false)));
        call("POST", format!("/campaigns/{id}/end")).by(&officer).to(&world).await.ok();
        let all = call("GET", "/campaigns").by(&officer).to(&world).await.ok();
        assert_eq!(all["items"][0]["is_over"], true);
        let kind = domain::errand::ErrandKind::ALL[0].name();
        let errand = json!({ "division": "150223", "kind": kind, "handed": "DELIVERED", "window": "社保窗口" });
        let noted = call("POST", "/errands").by(&lead).json(&errand).to(&world).await;
        assert_eq!(noted.status.as_u16(), 201, "{}", String::from_utf8_lossy(&noted.bytes));
        assert_eq!(call("GET", "/errands").by(&lead).to(&world).await.ok()["items"][0]["window"], "社保窗口");
        assert_eq!(call("GET", "/errands").by(&handler).to(&world).await.problem().1, "not-permitted");
    });
}

#[test]
fn reviews_are_hidden_from_whoever_has_no_part() {
    on_both(NOW, async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let reviewer = world.staff("fucha", Role::Reviewer, world.city, "1502");
        let (id, version) = petition(&world, &officer).await;
        assert_eq!(call("GET", "/reviews").by(&reviewer).to(&world).await.ok()["items"], json!([]));
        assert_eq!(call("GET", format!("/reviews/{id}")).by(&reviewer).to(&world).await.problem().0, 404, "no review");
        let asked = json!({ "level": "REVIEW", "organ": world.city.to_string(), "claims": [] });
        let asked = call("POST", format!("/matters/{id}/reviews")).by(&officer).seen(&version).json(&asked);
        let (status, code) = asked.to(&world).await.problem();
        assert!(status == 409 || status == 422, "{status} {code}: there is no answer to contest");
        let wrong = call("POST", format!("/reviews/{id}/commands/wave")).by(&reviewer).header("if-match", "*");
        assert_eq!(wrong.json(&json!({})).to(&world).await.problem().1, "api-no-such-command");
        let rate = call("POST", format!("/reviews/{id}/commands/rate")).by(&reviewer).header("if-match", "*");
        assert_eq!(rate.json(&json!({})).to(&world).await.problem().1, "api-no-such-command", "that is hers");
    });
}
