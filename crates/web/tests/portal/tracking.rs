//! Her page once there is an answer, when it is too early and too late for a review, and for a work order.

use axum::http::StatusCode;
use domain::{
    access::{self, actions::RegisterOnBehalf},
    people::Role,
    work_order::Command,
};
use kernel::{Ctx, DivisionCode, FixedClock};
use services::{
    MIGRATIONS,
    petition::{Door, PetitionForm},
    work_order,
};

use crate::{
    story::handle,
    world::{BANNER, Browser, World},
};

const NOW: &str = "2026-06-01T02:00:00Z";

#[tokio::test]
async fn dates_open_and_the_steps_to_come_stand_on_top() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let (number, _) = browser.file().await;
    let page = browser.get(&format!("/t/{number}")).await;
    let (road, claims, steps) = (
        page.html.find("lx-road\"").unwrap(),
        page.html.find("lx-claim\"").unwrap(),
        page.html.find("lx-timeline\"").unwrap(),
    );
    assert!(road < claims && claims < steps, "the four answers first");
    // Once in the road map, once for each claim, once for the step to come.
    assert_eq!(page.html.matches("为什么是这一天").count(), 4, "{}", page.html);
    assert_eq!(page.html.matches("is-next").count(), 2);
    for words in ["收到后 30 天内可以申请复查", "下载登记凭证", "href=\"/verify\"", "催一催", "补充"]
    {
        assert!(page.says(words), "{words}");
    }
    assert!(!page.says("/answer\"") && !page.says("/review\""), "nothing leads to what is not there yet");
    // Too early says what is missing, and what is possible now.
    let early = browser.get(&format!("/t/{number}/review")).await;
    assert!(
        early.says("书面答复还没有送到您手里") && early.says("/nudge") && !early.says("lx-sheet\""),
        "{}",
        early.html
    );
    let early = browser.get(&format!("/t/{number}/answer")).await;
    assert!(early.says("还没有书面答复") && early.says("6月16日（周二）"), "{}", early.html);
    let stranger = world.browser().get(&format!("/t/{number}/answer")).await;
    assert!(stranger.says("name=\"code\""));
}

async fn again(world: &World, number: &str, code: &str) -> Browser {
    let mut browser = world.browser();
    let opened = browser.fill("/t", "/t", &[("number", number), ("code", code)]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.html);
    browser
}

#[tokio::test]
async fn the_answer_is_read_claim_by_claim_and_the_review_has_its_last_day() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let (number, code) = world.browser().file().await;
    handle(&world, &number);
    world.at("2026-07-22T09:00:00");
    let mut browser = again(&world, &number, &code).await;
    let page = browser.get(&format!("/t/{number}")).await;
    assert!(page.says(&format!("/t/{number}/answer")) && page.says(&format!("/t/{number}/review")), "{}", page.html);
    let answer = browser.get(&format!("/t/{number}/answer")).await;
    for words in [
        "实地核对",
        "核对并补发奖励",
        "查明少计草场 744 亩",
        "草畜平衡管理办法",
        "补发 1860 元",
        "7月21日",
        "最迟 <span class=\"lx-nw\">8月20日",
    ] {
        assert!(answer.says(words), "{words} in {}", answer.html);
    }
    let review = browser.get(&format!("/t/{number}/review")).await;
    for words in
        ["8月20日", "为什么是这一天", "复查申请书", "data-do=\"print\"", "2. 修好机井水泵", "达茂旗林业和草原局"]
    {
        assert!(review.says(words), "{words} in {}", review.html);
    }
    // Nothing above the unit is entered in this house: a telephone, never a dead end.
    assert!(review.says("0472-000-0000"));

    world.at("2026-08-21T09:00:00");
    let mut late = again(&world, &number, &code).await;
    let review = late.get(&format!("/t/{number}/review")).await;
    for words in ["8月20日", "为止", "有正当理由", "复查申请书", "/answer"] {
        assert!(review.says(words), "{words} in {}", review.html);
    }
    late.lang = "en";
    for path in ["", "/answer", "/review"] {
        let page = late.get(&format!("/t/{number}{path}")).await;
        assert!(page.status == StatusCode::OK && !page.says("⟨"), "{path}: {}", page.html);
    }
}

/// A work order as the desk takes it down: number and code.
fn ordered(world: &World) -> (String, String) {
    let (kit, now) = (world.state.kit.clone(), world.clock_now());
    let registrar = world.staff(3, Role::Registrar, world.bureau);
    let form = PetitionForm {
        facts: "楼道灯坏了两周，老人夜里看不见。".into(),
        claims: vec!["修好楼道灯".into()],
        phone: "138 0000 0007".into(),
        division: BANNER.into(),
        ..PetitionForm::default()
    };
    let new = form.parse(Door::Staff, now).unwrap();
    let receipt = world.state.store.write_blocking(move |tx| {
        let place = DivisionCode::parse(BANNER).unwrap();
        let permit = access::permit::<RegisterOnBehalf>(&registrar, &place)?;
        work_order::receive(tx, &kit, &Ctx::system(&FixedClock::at(now)), &permit, &new, None)
    });
    let receipt = receipt.unwrap();
    (receipt.number.to_string(), receipt.code.grouped())
}

#[tokio::test]
async fn a_work_order_has_its_page_too() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let (number, code) = ordered(&world);
    let mut browser = again(&world, &number, &code).await;
    let page = browser.get(&format!("/t/{number}")).await;
    for words in ["楼道灯坏了两周", "达茂旗信访局正在派单", "没经手的人问您解决没有", "下载登记凭证"]
    {
        assert!(page.says(words), "{words} in {}", page.html);
    }
    assert!(!page.says("/review\"") && !page.says("⟨"), "{}", page.html);

    let centre = world.staff(1, Role::BureauOfficer, world.bureau);
    let (kit, now, id) = (world.state.kit.clone(), world.clock_now(), world.case(&number));
    let dispatch = Command::Dispatch { to: world.forestry, category: None };
    world
        .state
        .store
        .write_blocking(move |tx| {
            let ctx = Ctx::system(&FixedClock::at(now));
            services::matter::act(tx, &kit, &ctx, &centre, id, None, &dispatch)
        })
        .unwrap();
    let page = browser.get(&format!("/t/{number}")).await;
    assert!(page.says("已派给达茂旗林业和草原局") && page.says("为什么是这一天"), "{}", page.html);
    let never = browser.get(&format!("/t/{number}/review")).await;
    assert!(never.says("热线工单没有复查这一步") && never.status == StatusCode::OK);
    let file = browser.get(&format!("/t/{number}/receipt.json")).await;
    assert!(file.says("lianxin-receipt") && !file.says("楼道灯"));
}
