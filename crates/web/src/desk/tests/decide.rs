//! Pages of decisions: nothing is done unseen, the next one follows, the letter says what is typed, a call waits.

use super::{
    browser::Browser,
    house::House,
    story::{accept, forward, on_both, on_sqlite, register},
};

/// What triage sends, with the way of both claims.
fn chosen<'a>(to: &'a str, first: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("matter_type", "APPEAL_CLAIM"),
        ("purpose", "SEEK_DECISION"),
        ("category_other", "农业农村/草原补奖"),
        ("respondent", ""),
        ("route-1", first),
        ("route-2", "OPEN"),
        ("to_other", to),
        ("kind", "FORWARD"),
    ]
}

fn page_of(case: &str, kind: &str) -> String {
    case.replace("/desk/matters/", &format!("/desk/{kind}/"))
}

#[test]
fn triage_does_what_was_seen_and_goes_on_to_the_next() {
    on_both(|house| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let first = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        let second = register(&mut officer, "PETITION", "暖气不热").await;
        officer.get(&page_of(&first, "triage")).await.says("件，共 2 件").says("有疑问可以跳过").says("诉求 2 条");
        let to = officer.page.option("旗林业和草原局");
        // Incomplete: what is open is said, by name.
        let mut half = chosen(&to, "");
        half.retain(|(name, _)| *name != "to_other");
        officer.submit(&half).await.says("第 1 条走哪条路，还没选").says("派给谁，还没选");
        assert_eq!(officer.page.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY);
        // Confirmed without having been seen: it is shown, not done.
        let mut blind = chosen(&to, "DUTY_PERFORMANCE");
        blind.push(("step", "confirm"));
        officer.submit(&blind).await.says("看过再确认").says("已转送旗林业和草原局").says("第 1 条：");
        // Changed after the look: shown again.
        let mut other = chosen(&to, "PETITION_PROCEDURE");
        other.push(("step", "confirm"));
        officer.submit(&other).await.says("看过再确认");
        officer.submit(&other).await.says("刚才那件").says("暖气不热").says("第 1 件，共 1 件");
        assert!(officer.page.path.contains(second.rsplit('/').next().unwrap()), "{}", officer.page.path);
        // The unit finds the way that the desk saw, and decides itself.
        let mut unit = house.at_the_desk("chengban").await;
        unit.get(&format!("{first}/do/accept")).await.says("value=\"PETITION_PROCEDURE\" selected");
    });
}

async fn drafted(house: &House, case: &str) -> Browser {
    let mut handler = house.at_the_desk("chengban").await;
    accept(&mut handler, case, "韩立军").await;
    handler.get(&format!("{case}/do/contact")).await;
    handler.submit(&[("note", "电话里听她说了。")]).await;
    handler
}

const DRAFT: [(&str, &str); 8] = [
    ("findings", "核对了 2025 年度发放表。"),
    ("result-1", "SUPPORT"),
    ("text-1", "支持。少算了 30 亩，补发 1,560 元。"),
    ("basis-1", "《草畜平衡管理办法》第十条"),
    ("obligor-1", "旗林业和草原局"),
    ("what-1", "补发 1,560 元"),
    ("due-1", "2026-05-20"),
    ("submit", "yes"),
];

#[test]
fn the_letter_says_what_is_written_and_what_changed_since_it_went_back() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        forward(&mut officer, &case, "旗林业和草原局").await;
        let mut handler = drafted(&house, &case).await;
        let opinion = page_of(&case, "opinions");
        handler.get(&opinion).await.says("起草").says("送达").says("还没有答复的诉求").says("第 1 条：还没有写");
        // What is being typed is drawn at once; nothing is kept of it.
        let mut typing = DRAFT.to_vec();
        typing.push(("step", "panel"));
        handler.submit_to(&opinion, &typing).await.says("少算了30亩").says("第 1 条：支持。补发 1,560 元，最迟");
        handler.get(&opinion).await.silent("少算了");
        handler.submit(&DRAFT).await.says("“写答复”记下了").says("文号：签发时取").says("乌*格：");
        handler.page.silent("乌云其其格").silent("审核通过 <kbd>");

        let mut checker = house.at_the_desk("shenhe").await;
        checker.get(&opinion).await.says("审核通过").says("三个人，两次签字");
        checker.submit_to(&format!("{case}/do/return-draft"), &[("reason", "金额和凭证对不上。")]).await.says("办理中");
        let mended: Vec<_> = DRAFT.iter().map(|(name, text)| (*name, text.replace("1,560", "1,860"))).collect();
        let mended: Vec<(&str, &str)> = mended.iter().map(|(name, text)| (*name, text.as_str())).collect();
        handler.get(&opinion).await.says("金额和凭证对不上");
        handler.submit(&mended).await.says("“写答复”记下了");
        checker.get(&opinion).await.says("退回以后改了这些").says("</span>5</del>").says("</span>8</ins>");
        checker.submit_to(&format!("{case}/do/check"), &[("step", "confirm")]).await.says("“审核通过”记下了");
        // Whoever checked does not sign, and is told why.
        checker.get(&opinion).await.says("签发由单位负责人来做");
        let mut leader = house.at_the_desk("lingdao").await;
        leader.get(&opinion).await.says("马上告诉信访人").says("签发 <kbd>");
        leader.submit_to(&format!("{case}/do/sign"), &[("step", "confirm")]).await.says("“签发”记下了");
        leader.get(&opinion).await.says("信复〔2026〕1号").says("2026年3月2日");
        officer.get(&opinion).await.silent("先存着");
    });
}

#[test]
fn who_suffered_for_it_is_heard_above_the_units_head() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        forward(&mut officer, &case, "旗林业和草原局").await;
        let mut handler = house.at_the_desk("chengban").await;
        handler.get(&format!("{case}/do/accept")).await;
        let me = handler.page.option("韩立军");
        let away = [
            ("handler", me.as_str()),
            ("route-1", "DUTY_PERFORMANCE"),
            ("target-1", "旗综合行政执法局"),
            ("route-2", "DUTY_PERFORMANCE"),
            ("target-2", "旗综合行政执法局"),
        ];
        handler.confirm(&away).await.says("“受理”记下了");

        let mut caller = house.at_the_desk("huifang").await;
        caller.get("/desk/follow-up").await.says("草畜平衡奖励少发").says("等了 0 天");
        let page = page_of(&case, "follow-up");
        handler.get(&page).await.silent("真的解决了吗");
        caller.get(&page).await.says("乌*格").silent("乌云其其格").says("报复");
        caller
            .submit(&[("method", "PHONE"), ("step", "missed"), ("note", "下午三点打的，没有人接。")])
            .await
            .says("还在名单里");
        caller.page.says("草畜平衡奖励少发");
        caller.get(&page).await.says("下午三点打的");
        let said = [
            ("method", "PHONE"),
            ("solved-1", "yes"),
            ("solved-2", "no"),
            ("pressed", "no"),
            ("grade", "DISSATISFIED"),
            ("retaliated", "yes"),
            ("note", "她说草场证被扣了。"),
        ];
        let part: Vec<_> = said.iter().copied().filter(|(name, _)| *name != "solved-2").collect();
        caller.submit(&part).await.says("还没选").says("她说草场证被扣了");
        caller.submit(&said).await.says("没有要回访的");
        // The unit sees what she said of her claims and none of her words.
        handler.get(&case).await.says("本人说解决了 1 条").silent("草场证被扣了").silent("没有人接");
        let reports = house.state.read(|tx, _, _| {
            Ok(tx.query_one("SELECT count(*) FROM matter WHERE kind = 'OBSTRUCTION'", &[], |row| row.get::<i64>(0))?)
        });
        assert_eq!(reports.await.unwrap(), 1, "it went over the unit's head");
    });
}
