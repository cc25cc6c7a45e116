//! Suggestions, the same person's matters, published answers, and claims read by a program.

use domain::people::Role;
use serde_json::{Value, json};

use super::world::{World, call, on_both, petition};

#[test]
fn a_program_reads_suggestions_and_orders_the_claims() {
    on_both("2026-06-01T02:00:00Z", async |world: World| {
        let officer = world.staff("officer", Role::BureauOfficer, world.bureau, "150223");
        let stranger = world.staff("stranger", Role::BureauOfficer, world.elsewhere, "150204");
        for key in ["k1", "k2"] {
            call("POST", "/petitions").key(key).json(&petition()).to(&world).await.ok();
        }
        let list = call("GET", "/matters?tab=triage&division=150223").by(&officer).to(&world).await.ok();
        let (id, version) = (list["items"][0]["id"].as_str().unwrap(), &list["items"][0]["version"]);
        let path = |what: &str| format!("/matters/{id}/{what}");
        let found = call("GET", path("suggestions")).by(&officer).to(&world).await.ok();
        assert_eq!(found["routes"].as_array().unwrap().len(), 2, "{found}");
        assert!(found["matter_type"]["reason"].as_str().is_some_and(|why| !why.is_empty()));
        assert_eq!(call("GET", path("suggestions")).by(&stranger).to(&world).await.status.as_u16(), 403);
        let wrong = call("GET", path("suggestions?respondent=x")).by(&officer).to(&world).await;
        assert!(wrong.status.is_client_error(), "{}", wrong.status);
        let same = call("GET", path("same-person")).by(&officer).to(&world).await.ok();
        assert_eq!(same.as_array().unwrap().len(), 1, "the other matter of the same telephone: {same}");
        let none = call("GET", path("same-person")).by(&stranger).to(&world).await.ok();
        assert_eq!(none, json!([]));

        let case = call("GET", format!("/matters/{id}")).by(&officer).to(&world).await.ok();
        let first = &case["claim_list"][0]["id"];
        let split = json!({ "claim": first, "parts": ["核对账目", "补发奖励"] });
        let done = call("POST", path("commands/split-claim")).by(&officer).seen(version).json(&split);
        done.to(&world).await.ok();
        let case = call("GET", format!("/matters/{id}")).by(&officer).to(&world).await.ok();
        let claims: Vec<&Value> = case["claim_list"].as_array().unwrap().iter().collect();
        assert_eq!(claims.len(), 3);
        assert_eq!((&claims[0]["text"], &claims[0]["reading"]), (&json!("核对并补发奖励"), &json!("核对账目")));
        assert_eq!((&claims[2]["origin"], &claims[2]["part_of"]), (&json!("PART"), first));
        let few = json!({ "claim": first, "parts": ["一件"] });
        let refused =
            call("POST", path("commands/split-claim")).by(&officer).seen(&case["version"]).json(&few).to(&world).await;
        assert_eq!(refused.problem().1, "claim-parts-few");

        let answers = call("GET", "/answers?division=150223").to(&world).await.ok();
        assert_eq!(answers["items"], json!([]));
        assert_eq!(call("GET", "/answers/none-such").to(&world).await.status.as_u16(), 404);
    });
}
