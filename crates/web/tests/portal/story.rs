//! One matter from the form to a changed rating, over months, on both engines.

use axum::http::StatusCode;
use domain::{
    case::{Answer, DispatchKind, OpinionResult, Promise, ServiceMethod, StatutoryRoute},
    people::Role,
    petition::{Command, DraftAnswer, Serve},
};
use kernel::{ClaimId, Text};
use services::{MIGRATIONS, petition::Act};

use crate::world::{World, user};

fn text<const N: usize>(words: &str) -> Text<N> {
    Text::parse("text", words).unwrap()
}

fn claims(world: &World, number: &str) -> Vec<ClaimId> {
    let id = world.case(number);
    let loaded =
        world.state.store.read_blocking(move |tx| services::matter::load::<domain::petition::Petition>(tx, "1502", id));
    loaded.unwrap().unwrap().state.claims.iter().map(|claim| claim.id).collect()
}

/// Everything the offices do until the answer is in her hands.
pub(crate) fn handle(world: &World, number: &str) {
    let officer = world.staff(1, Role::BureauOfficer, world.bureau);
    let handler = world.staff(11, Role::UnitHandler, world.forestry);
    let leader = world.staff(12, Role::UnitLeader, world.forestry);
    let checker = world.staff(13, Role::UnitHandler, world.forestry);
    world.at("2026-06-15T09:00:00");
    world.act(
        &officer,
        number,
        Command::Forward { to: world.forestry, kind: DispatchKind::Forward, feedback_days: None },
    );
    world.at("2026-06-20T09:00:00");
    let claims = claims(world, number);
    let routes = claims.iter().map(|claim| (*claim, StatutoryRoute::PetitionProcedure, None)).collect();
    world.act(&handler, number, Command::Accept { handler: user(11), routes });
    world.act(&handler, number, Command::Contact { note: text("约上门时间") });
    let promise =
        Promise { obligor: text("旗林草局"), what: text("补发 1860 元"), due: jiff::civil::date(2026, 9, 1) };
    let answer = |result, promise| Answer {
        result,
        text: text("查明少计草场 744 亩。"),
        basis: text("草畜平衡管理办法"),
        promise,
        more: vec![],
    };
    let answers = vec![
        DraftAnswer { claim: claims[0], answer: answer(OpinionResult::Support, Some(promise)) },
        DraftAnswer { claim: claims[1], answer: answer(OpinionResult::NotSupport, None) },
    ];
    world.act(&handler, number, Command::SaveDraft { findings: text("实地核对"), answers, submit: true });
    world.act(&checker, number, Command::Check);
    world.at("2026-07-20T09:00:00");
    world.act(&leader, number, Act::Sign);
    world.at("2026-07-21T09:00:00");
    let serve = Serve {
        method: ServiceMethod::InPerson,
        on: jiff::civil::date(2026, 7, 21),
        evidence: text("送达回证 12"),
        late_entry_reason: None,
    };
    world.act(&handler, number, Command::Serve(serve));
}

async fn told(world: World) {
    let mut browser = world.browser();
    let (number, code) = browser.file().await;
    let receipt = browser.get(&format!("/file/{number}/receipt")).await;
    assert!(receipt.says(&number) && receipt.says(&code) && receipt.says("<svg xmlns"));
    // Filed on Monday 1 June: fifteen days end on Tuesday the 16th.
    assert!(receipt.says("6月16日（周二）") && receipt.says("为什么是这一天"));
    let path = format!("/t/{number}");
    let page = browser.get(&path).await;
    assert!(page.says("达茂旗信访局正在看这件事归谁办") && page.says("还剩 15 天"), "{}", page.html);
    let nudged = browser.fill(&format!("{path}/nudge"), &format!("{path}/nudge"), &[]).await;
    assert_eq!(nudged.location, format!("{path}?done=nudge"));
    assert!(browser.get(&nudged.location).await.says("催过一次"));
    assert!(!page.says("id=\"rate\""), "nothing to rate yet");
    assert!(browser.get(&format!("{path}/rate")).await.says("lx-refusal"), "not before an answer");

    handle(&world, &number);
    world.at("2026-07-22T09:00:00");
    let mut other = world.browser();
    let opened = other.fill("/t", "/t", &[("number", &number), ("code", &code)]).await;
    assert_eq!(opened.location, path, "{}", opened.html);
    let page = other.get(&path).await;
    for words in
        ["答复已经送到您手里", "8月20日", "查明少计草场 744 亩", "您这一条有道理", "补发 1860 元", "一共 51 天"]
    {
        assert!(page.says(words), "{words} in {}", page.html);
    }
    let none = other.fill(&path, &format!("{path}/rate"), &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.says("还没选。不评也可以"));
    let forged = other.fill(&path, &format!("{path}/rate"), &[("unit", "PERFECT")]).await;
    assert!(forged.says("没有这一项"));
    let rated = [("unit", "satisfied"), ("bureau", "dissatisfied"), ("comment-unit", "说到做到")];
    let rated = other.fill(&path, &format!("{path}/rate"), &rated).await;
    assert_eq!(rated.location, format!("{path}?done=rate"));
    let page = other.get(&rated.location).await;
    assert!(
        page.says("7月29日") && page.says("value=\"satisfied\" checked") && page.says("value=\"dissatisfied\" checked")
    );
    let (open, send) = (format!("{path}/confirm?claim=1"), format!("{path}/confirm"));
    let solved = other.fill(&open, &send, &[("claim", "1"), ("solved", "no")]).await;
    assert_eq!(solved.location, format!("{path}?done=confirm"));

    // Changed within seven days, then no more.
    world.at("2026-07-29T23:00:00");
    let mut later = world.browser();
    later.fill("/t", "/t", &[("number", &number), ("code", &code)]).await;
    let changed = later.fill(&path, &format!("{path}/rate"), &[("unit", "basically")]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.html);
    world.at("2026-07-30T00:30:00");
    let late = later.fill(&path, &format!("{path}/rate"), &[("unit", "satisfied")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("评价不能再改了"));

    later.lang = "en";
    let page = later.get(&path).await;
    assert!(page.says("You have the answer") && !page.says("⟨"), "{}", page.html);
    let gone = later.fill(&format!("{path}/withdraw"), &format!("{path}/withdraw"), &[]).await;
    assert_eq!(gone.location, format!("{path}?done=withdraw"));
    assert!(later.get(&path).await.says("You took it back"));
    assert!(later.get(&format!("{path}/views")).await.says("Nobody has looked"));
}

#[test]
fn from_the_form_to_a_changed_rating() {
    testkit::both(MIGRATIONS, |store| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(told(World::new(store, "2026-06-01T02:00:00Z")));
    });
}
