//! What others asked: found by words and by subject, offered while one writes, gone when it was taken back.

use axum::http::StatusCode;
use domain::access::{self, Permit, Subject, actions::PublishAnswer};
use kernel::{Ctx, DivisionCode};
use services::{
    MIGRATIONS,
    answers::{self, Answer, AnswerForm},
};

use crate::world::{BANNER, World};

const NOW: &str = "2026-06-01T02:00:00Z";

fn permit() -> Permit<PublishAnswer> {
    access::permit(&Subject::System, &DivisionCode::parse("1502").unwrap()).unwrap()
}

fn published(world: &World, seed: u64, question: &str, answer: &str, category: &str) -> Answer {
    let form = AnswerForm {
        question: question.into(),
        answer: answer.into(),
        category: category.into(),
        division: BANNER.into(),
        ..AnswerForm::default()
    };
    let (draft, kit, now) = (form.parse().unwrap(), world.state.kit.clone(), world.clock_now());
    let publish =
        move |tx: &mut store::Tx| answers::publish(tx, &kit, &Ctx::seeded(now, seed), &permit(), &draft, None);
    world.state.store.write_blocking(publish).unwrap()
}

async fn read_by_anybody(world: World) {
    let mut browser = world.browser();
    let empty = browser.get("/answers").await;
    assert!(empty.says("还没有公开的答复") && empty.says("href=\"/file\""), "{}", empty.html);
    let heating = published(
        &world,
        1,
        "暖气不热，室温不到 18 度怎么办",
        "先打供热企业的报修电话，约好上门测温。\n连续不达标的天数可以申请退费。",
        "城乡建设/供热/室温不达标",
    );
    published(&world, 2, "草畜平衡奖补什么时候发", "每年十月公示面积，十一月底前打到一卡通。", "农村农业/草原补奖");

    let all = browser.get("/answers").await;
    assert!(all.says("暖气不热，室温不到 18 度怎么办") && all.says("草畜平衡奖补什么时候发"), "{}", all.html);
    assert!(all.says("<option value=\"城乡建设\">"), "by subject");
    let one = browser.get("/answers?q=%E9%80%80%E8%B4%B9").await;
    assert!(one.says("暖气不热") && !one.says("草畜平衡奖补"), "{}", one.html);
    let subject = browser.get("/answers?c=%E5%86%9C%E6%9D%91%E5%86%9C%E4%B8%9A").await;
    assert!(subject.says("草畜平衡奖补") && !subject.says("暖气不热，室温"), "{}", subject.html);
    let nothing = browser.get("/answers?q=%E7%9F%BF%E8%BD%A6").await;
    assert!(nothing.says("没有找到相近的答复") && nothing.says("href=\"/file\""), "{}", nothing.html);

    let path = format!("/answers/{}", heating.slug);
    let page = browser.get(&path).await;
    assert!(page.says("<p>先打供热企业的报修电话") && page.says("<p>连续不达标"), "{}", page.html);
    // While she writes; in a new tab, so that nothing typed is lost.
    let mine = "我家屋里暖气一直不热，只有十六度，能不能退费，打过三次电话没人来。";
    let offered = browser.post("/file/alike", &[("facts", mine)]).await;
    assert!(
        offered.says(&path) && offered.says("target=\"_blank\"") && offered.says("不影响您提交"),
        "{}",
        offered.html
    );
    assert!(!offered.says("草畜平衡奖补"), "{}", offered.html);

    let id = heating.id;
    let (now, version) = (world.clock_now(), heating.version);
    let withdraw = move |tx: &mut store::Tx| answers::withdraw(tx, &Ctx::seeded(now, 5), &permit(), id, version);
    world.state.store.write_blocking(withdraw).unwrap();
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
    assert!(!browser.post("/file/alike", &[("facts", mine)]).await.says(&path));
}

#[test]
fn published_answers_are_read_by_anybody() {
    testkit::both(MIGRATIONS, |store| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(read_by_anybody(World::new(store, NOW)));
    });
}
