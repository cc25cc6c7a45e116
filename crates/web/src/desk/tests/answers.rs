//! Publishing an answer: from a matter whose answer was served, looked at before it stands before the public, taken back.

use axum::http::StatusCode;

use super::{
    browser::Browser,
    house::House,
    story::{accept, forward, on_both, on_sqlite, register, write_check_and_sign},
};

const QUESTION: &str = "草畜平衡奖励少发了怎么办";
const ANSWER: &str = "到嘎查看公示的草场面积，不对的找旗林业和草原局核对，少发的补发到一卡通。";

/// Up to the answer, served or not.
async fn answered(house: &House, served: bool) -> String {
    let mut registrar = house.at_the_desk("dengji").await;
    let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
    let mut officer = house.at_the_desk("ganbu").await;
    forward(&mut officer, &case, "旗林业和草原局").await;
    let mut handler = house.at_the_desk("chengban").await;
    accept(&mut handler, &case, "韩立军").await;
    handler.get(&format!("{case}/do/contact")).await;
    handler.submit(&[("note", "电话里听她说了，约 3月5日上门。")]).await.says("“记联系”记下了");
    write_check_and_sign(house, &case).await;
    if served {
        let mut handler = house.at_the_desk("chengban").await;
        handler.get(&format!("{case}/do/serve")).await;
        let fields = [("method", "IN_PERSON"), ("on", "2026-03-02"), ("evidence", "送达证 2026-18")];
        handler.confirm(&fields).await.says("“登记送达”记下了");
    }
    case
}

fn from(case: &str) -> String {
    format!("/desk/answers/new?from={}", case.rsplit('/').next().unwrap())
}

async fn look_and_publish(officer: &mut Browser, fields: &[(&str, &str)]) {
    officer.submit(fields).await.says("还没有公开").says(fields[0].1);
    let mut sure = fields.to_vec();
    sure.push(("step", "confirm"));
    let path = officer.page.path.clone();
    officer.submit_to(&path, &sure).await;
}

#[test]
fn a_served_answer_is_published_changed_and_taken_back() {
    on_both(|house| async move {
        let case = answered(&house, true).await;
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk/answers").await.says("还没有公开过答复");
        officer.get(&case).await.says("公开这个答复");
        officer.get(&from(&case)).await.says("核对 2025 年草畜平衡奖励").says("少算了 30 亩").silent("乌云其其格");
        let id = case.rsplit('/').next().unwrap().to_owned();
        let with =
            |answer| [("question", QUESTION), ("answer", answer), ("category", "农牧/草原补奖"), ("from", id.as_str())];
        let named = with("乌云其其格家补发了 1860 元。");
        officer.submit(&named).await.says("里面有信访人的姓名").says("家补发了 1860 元");
        assert_eq!(officer.page.status, StatusCode::UNPROCESSABLE_ENTITY);
        look_and_publish(&mut officer, &with(ANSWER)).await;
        officer.page.says("已公开").says(QUESTION);

        let mut anybody = house.browser();
        anybody.get("/answers").await.says(QUESTION);
        let public = officer.page.links().into_iter().find(|link| link.starts_with("/answers/")).unwrap();
        anybody.get(&public).await.says(ANSWER).silent("乌云其其格").silent(&id);

        let own = officer
            .page
            .links()
            .into_iter()
            .find(|link| link.strip_prefix("/desk/answers/").is_some_and(|rest| rest != "new"));
        let own = own.unwrap();
        officer.get(&own).await.says(ANSWER);
        officer.submit(&named[..3]).await.says("里面有信访人的姓名");
        officer.get(&own).await;
        look_and_publish(&mut officer, &[("question", QUESTION), ("answer", "先看公示，再找旗林草局核对。")]).await;
        officer.page.says("改好了");
        anybody.get(&public).await.says("先看公示").silent(ANSWER);

        officer.submit_to(&format!("{own}/withdraw"), &[]).await.says("已撤下，公众看不到了").says("已撤下</");
        anybody.get(&public).await;
        assert_eq!(anybody.page.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn nothing_is_published_that_was_not_looked_at() {
    on_sqlite(|house| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk/answers/new").await.says("写一条");
        officer.submit(&[("question", QUESTION), ("answer", ANSWER), ("step", "confirm")]).await.says("还没有公开");
        officer.submit(&[("question", QUESTION), ("answer", "打 13800138000 找人"), ("step", "confirm")]).await;
        officer.page.says("里面有电话号码").says("13800138000");
        officer.get("/desk/answers").await.says("还没有公开过答复");
        // Sent twice, published once.
        officer.get("/desk/answers/new").await;
        let fields = [("question", QUESTION), ("answer", ANSWER)];
        officer.submit(&fields).await.says("还没有公开");
        let looked = officer.page.clone();
        let sure = [fields[0], fields[1], ("step", "confirm")];
        officer.submit_to("/desk/answers/new", &sure).await.says("已公开");
        officer.page = looked;
        officer.submit_to("/desk/answers/new", &sure).await.says("已公开");
        assert_eq!(officer.page.html.matches("lx-table__title").count(), 1);
    });
}

#[test]
fn only_the_bureau_publishes_and_only_what_was_served() {
    on_sqlite(|house| async move {
        let case = answered(&house, false).await;
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get(&case).await.silent("公开这个答复");
        officer.get(&from(&case)).await.says("还没有送达");
        for login in ["chengban", "dengji", "daiban"] {
            let mut other = house.at_the_desk(login).await;
            other.get("/desk").await.silent("公开答复");
            for path in ["/desk/answers", "/desk/answers/new"] {
                assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{login} {path}");
            }
        }
        let mut elsewhere = house.at_the_desk("qingshan").await;
        assert_eq!(elsewhere.get(&from(&case)).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_the_same_telephone_has_open_is_shown_and_stops_nothing() {
    on_both(|house| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        registrar.page.silent("同一个电话");
        let second = register(&mut registrar, "PETITION", "草畜平衡奖励还是少发").await;
        registrar.page.says("同一个电话还有 1 件没办完").says("草畜平衡奖励少发").says("由您看过再定");
        registrar.get(&second).await.says("草畜平衡奖励还是少发");
    });
}
