//! Lists: what is shown without a look, orders and filters, kept filters, several at once, the way through a list.

use axum::http::StatusCode;
use services::matter;

use super::{
    house::House,
    story::{accept, forward, on_both, on_sqlite, register},
};

fn id(case: &str) -> String {
    case.rsplit('/').next().unwrap().to_owned()
}

async fn looks(house: &House, case: &str) -> usize {
    let id = id(case).parse().unwrap();
    let views = house.state.read(move |tx, _, _| {
        let row = matter::find_by_id(tx, id)?.unwrap();
        Ok(matter::views(tx, &row.region, id, 100)?)
    });
    views.await.unwrap().len()
}

#[test]
fn the_first_row_is_shown_without_a_look_and_a_selected_one_with() {
    on_sqlite(|house: House| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        let mut officer = house.at_the_desk("ganbu").await;
        let page = officer.get("/desk").await.clone();
        page.says("lx-split__preview").says("看诉求和信访人").silent("乌*格").silent("拉矿车压坏草场");
        assert!(!page.has("先看一眼"));
        assert_eq!(looks(&house, &case).await, 0, "nobody looked yet");
        let selected = format!("/desk?sel={}", id(&case));
        officer.get(&selected).await.says("乌*格").says("拉矿车压坏草场").silent("乌云其其格");
        assert_eq!(looks(&house, &case).await, 1);
        officer
            .get(&format!("/desk/preview/{}?list=tab%3Dmine&place=1", id(&case)))
            .await
            .says("第 1 件")
            .says("乌*格");
        let mut other = house.at_the_desk("qingshan").await;
        other.get(&selected).await.silent("乌*格").silent("草畜");
        let hidden = other.get(&format!("/desk/preview/{}", id(&case))).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND);
        assert_eq!(looks(&house, &case).await, 1);
    });
}

#[test]
fn a_list_is_filtered_sorted_and_walked_through() {
    on_both(|house: House| async move {
        let mut cases = vec![];
        for title in ["草畜平衡奖励少发", "机井水泵坏了", "路灯半年不亮"] {
            let mut officer = house.at_the_desk("ganbu").await;
            cases.push(register(&mut officer, "PETITION", title).await);
            house.clock.advance_days(3);
        }
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk").await.says("aria-sort=\"ascending\"").says("草畜平衡奖励少发");
        let newest = officer.get("/desk?sort=newest").await.clone();
        newest.says("aria-sort=\"descending\"");
        let at = |title: &str| newest.html.find(title).unwrap();
        assert!(at("路灯半年不亮") < at("机井水泵坏了") && at("机井水泵坏了") < at("草畜平衡奖励少发"));
        officer.get("/desk?urgency=overdue").await.says("这样筛，一件也没有").says("清空");
        officer.get("/desk?urgency=week").await.says("草畜平衡奖励少发").silent("路灯半年不亮</a>");
        // The case knows its place and its neighbours in the list it was opened from.
        let second = format!("{}?list=tab%3Dmine", cases[1]);
        let page = officer.get(&second).await.clone();
        page.says("第 2 件，共 3 件").says("data-key=\"k\"").says("data-key=\"j,s\"");
        assert!(page.links().contains(&format!("{}?list=tab%3Dmine", cases[0])), "{:?}", page.links());
        assert!(page.links().contains(&format!("{}?list=tab%3Dmine", cases[2])));
        officer.get(&format!("{}?list=tab%3Dobjections", cases[1])).await.says("已经不在那张单子里");
        officer.get(&cases[1]).await.silent("件，共");
        // What is done from there leads back to the same place.
        officer.get(&second).await;
        let note = format!("{}/do/progress?list=tab%3Dmine", cases[1]);
        assert!(officer.page.links().contains(&note), "{:?}", officer.page.links());
        officer.get(&note).await.says(&format!("action=\"{note}\""));
        let (csrf, version) = (officer.page.value("csrf"), officer.page.value("version"));
        let sent = [("csrf", csrf.as_str()), ("version", &version), ("note", "打过电话。")];
        officer.post_raw(&note, &sent).await.says("“记进展”记下了").says("第 2 件，共 3 件");
    });
}

#[test]
fn the_record_is_checked_on_demand() {
    on_both(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        officer.get(&case).await.says("1 条记录，一条连着一条").silent("没有改动。");
        officer.get(&format!("{case}?chain=1")).await.says("首尾相连，没有改动");
        house
            .state
            .store
            .write(|tx| tx.execute("UPDATE event SET body = replace(body, '草畜', '停车') WHERE seq = 1", &[]))
            .await
            .unwrap();
        officer.get(&format!("{case}?chain=1")).await.says("第 1 条").says("对不上").silent("没有改动");
    });
}

#[test]
fn filters_are_kept_under_a_name_by_their_owner() {
    on_both(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk?tab=open&urgency=overdue").await.says("存下这样的筛选");
        let query = officer.page.value("query");
        assert_eq!(query, "tab=open&#38;urgency=overdue");
        let sent = [("query", "tab=open&urgency=overdue&evil=1"), ("name", "超期的")];
        officer.submit_to("/desk/filters", &sent).await.says("存下了").says("超期的");
        assert_eq!(officer.page.path, "/desk?tab=open&urgency=overdue&done=saved");
        officer.get("/desk").await.says("href=\"/desk?tab=open&#38;urgency=overdue\"");
        let mut other = house.at_the_desk("dengji").await;
        other.get("/desk").await.silent("超期的");
        officer.get("/desk/filters").await.says("超期的");
        let id = officer.page.value("id");
        other.get("/desk/filters").await;
        other.submit_to("/desk/filters", &[("id", &id), ("do", "remove")]).await;
        officer.get("/desk/filters").await.says("超期的");
        officer
            .submit_to("/desk/filters", &[("id", &id), ("do", "rename"), ("name", "先看这些")])
            .await
            .says("先看这些");
        officer.submit_to("/desk/filters", &[("id", &id), ("do", "remove")]).await.says("还没有存过");
        officer.get("/desk/filters").await;
        officer.submit_to("/desk/filters", &[("query", "tab=open"), ("name", "")]).await.says("这一处还空着");
    });
}

#[test]
fn several_are_done_one_by_one_and_what_failed_is_said() {
    on_both(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let mut cases = vec![];
        for title in ["草畜平衡奖励少发", "机井水泵坏了"] {
            let case = register(&mut officer, "PETITION", title).await;
            forward(&mut officer, &case, "旗林业和草原局").await;
            cases.push(case);
        }
        let mut registrar = house.at_the_desk("dengji").await;
        registrar.get("/desk?tab=open").await.says("列为同一原因");
        let (first, second) = (id(&cases[0]), id(&cases[1]));
        let alike = [("case", first.as_str()), ("case", second.as_str()), ("do", "cause")];
        registrar.submit_to("/desk/bulk", &alike).await.says("1 件都办成了");
        let mut handler = house.at_the_desk("chengban").await;
        accept(&mut handler, &cases[0], "韩立军").await;
        let (first, second) = (id(&cases[0]), id(&cases[1]));
        let both = [("case", first.as_str()), ("case", second.as_str())];
        handler.get("/desk").await;
        let mut asked = both.to_vec();
        asked.extend([("do", "assign"), ("step", "do"), ("reason", "他出差一个月。")]);
        handler.submit_to("/desk/bulk", &asked).await.says("还没选");
        let other = handler.page.option("斯琴");
        asked.push(("handler", other.as_str()));
        handler.submit_to("/desk/bulk", &asked).await.says("0 件办成了，2 件没有办成").says("这一步不能由您做");
        let mut handler = house.at_the_desk("lingdao").await;
        handler.get("/desk").await.says("交给一个人办").silent("value=\"nudge\"");
        let mut asked = both.to_vec();
        asked.push(("do", "assign"));
        handler.submit_to("/desk/bulk", &asked).await.says("交给谁").says("机井水泵坏了");
        let checker = handler.page.option("斯琴");
        asked.extend([("step", "do"), ("handler", checker.as_str()), ("reason", "他出差一个月。")]);
        handler.submit_to("/desk/bulk", &asked).await.says("1 件办成了，1 件没有办成");
        handler.get(&cases[0]).await.says("换承办人");
        handler.get(&cases[1]).await.silent("换承办人");
        // Nothing chosen, a task that is not hers, somebody else's matter.
        handler.get("/desk").await;
        handler.submit_to("/desk/bulk", &[("do", "print")]).await.says("还没选");
        handler.get("/desk").await;
        handler.submit_to("/desk/bulk", &[("case", &first), ("do", "nudge")]).await.says("没有这一项");
        let mut stranger = house.at_the_desk("qingshan").await;
        stranger.get("/desk").await;
        let csrf = stranger.page.value("csrf");
        let fields = [("csrf", csrf.as_str()), ("case", &first), ("do", "print")];
        stranger.post_raw("/desk/bulk", &fields).await.silent("草畜").says("这一件不归您看");
        handler.get("/desk").await;
        let mut print = both.to_vec();
        print.push(("do", "print"));
        handler.submit_to("/desk/bulk", &print).await.says("共 2 件").says("草畜平衡奖励少发").silent("乌*格");
    });
}

#[test]
fn single_keys_are_switched_off_for_this_browser() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk/keys").await.says("Ctrl+Enter").silent("data-keys=\"off\"");
        officer.submit_to("/desk/keys", &[]).await.says("data-keys=\"off\"");
        officer.get("/desk").await.says("data-keys=\"off\"");
        officer.get("/desk/keys").await;
        officer.submit_to("/desk/keys", &[("on", "1")]).await.silent("data-keys=\"off\"");
    });
}
