//! Reports over a unit's head at the desk above it; and forms that are sent twice or with a file that is refused.

use axum::http::StatusCode;

use super::{
    house::House,
    story::{on_sqlite, register},
};

const WORDS: &str = "去了三次，窗口说不用登记。";

async fn report(house: &House) {
    let mut she = house.browser();
    she.get("/obstructed?").await;
    let fields = [
        ("wrongs", "REFUSED_REGISTRATION"),
        ("facts", WORDS),
        ("division", "150223"),
        ("county", "150223"),
        ("words", "旗信访局窗口"),
        ("reach", "phone"),
        ("phone", "138 0000 0006"),
    ];
    she.submit_to("/obstructed", &fields).await.says("已送到包头市信访局");
}

#[test]
fn the_level_above_takes_it_up_and_answers_and_nobody_below_is_led_there() {
    on_sqlite(|house: House| async move {
        report(&house).await;
        let mut above = house.at_the_desk("shiju").await;
        above.get("/desk").await.says("/desk/obstructions");
        let list = above.get("/desk/obstructions").await.clone();
        list.says(WORDS).says("旗信访局窗口");
        let page = list.links().into_iter().find(|link| link.starts_with("/desk/obstructions/0")).unwrap();
        above.get(&page).await.says(WORDS).silent("13800000006");
        above.submit_to(&format!("{page}/identity"), &[("reason", "")]).await.silent("13800000006");
        above.get(&page).await;
        above.submit_to(&format!("{page}/identity"), &[("reason", "要问清楚时间")]).await.says("13800000006");
        above.get(&page).await;
        let before = above.clone();
        above.submit_to(&format!("{page}/take-up"), &[]).await.says("有人在查");
        let mut twice = before;
        twice.submit_to(&format!("{page}/take-up"), &[]).await.says("有人在查").silent("出错");
        above.get(&page).await;
        above.submit_to(&format!("{page}/answer"), &[("finding", "CORRECTED"), ("text", "")]).await.says("出错");
        let answer = [("finding", "CORRECTED"), ("text", "当天补登了。")];
        above.submit_to(&format!("{page}/answer"), &answer).await.says("当天补登了。").says("已经答复");
        above.get("/desk/obstructions").await.silent(WORDS);
        above.get("/desk/obstructions?tab=over").await.says(WORDS);
        for login in ["chengban", "dengji", "daiban", "guanli"] {
            let mut other = house.at_the_desk(login).await;
            other.get("/desk").await.silent("/desk/obstructions");
            assert_eq!(other.get("/desk/obstructions").await.status, StatusCode::NOT_FOUND, "{login}");
        }
        for login in ["ganbu", "chengban", "qingshan"] {
            let mut other = house.at_the_desk(login).await;
            other.get("/desk/obstructions").await.silent(WORDS);
            let hidden = other.get(&page).await.clone();
            hidden.says("这一件不归您看").silent(WORDS);
            let forged = other.post_raw(&format!("{page}/take-up"), &[("csrf", &hidden.value("csrf"))]).await;
            assert_ne!(forged.status, StatusCode::OK);
            forged.silent(WORDS);
        }
    });
}

#[test]
fn an_action_sent_twice_shows_what_the_first_one_did() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        officer.get(&format!("{case}/do/progress")).await;
        let mut twice = officer.clone();
        officer.submit(&[("note", "打了电话")]).await.says("打了电话");
        assert_eq!(officer.page.status, StatusCode::OK);
        twice.submit(&[("note", "打了电话")]).await.says("打了电话").silent("这期间");
        assert_eq!((twice.page.status, &twice.page.path), (StatusCode::OK, &officer.page.path));
        assert_eq!(officer.page.html.matches("打了电话").count(), 1, "written once");
        // Another text under the same key is another action, and the case has moved on.
        twice.get(&format!("{case}/do/progress")).await;
        let mut other = twice.clone();
        twice.submit(&[("note", "第二次")]).await;
        assert_eq!(other.submit(&[("note", "第三次")]).await.status, StatusCode::CONFLICT);
    });
}
