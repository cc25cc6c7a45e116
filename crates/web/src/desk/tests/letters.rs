//! Letters on the desk: made by a decision, looked at with the name masked, drafted by one and signed by another, void, checked by anybody.

use axum::http::StatusCode;

use super::{
    house::House,
    story::{forward, on_sqlite, register},
};

const DRAFT: [(&str, &str); 5] = [
    ("HEARING_TIME", "2026年3月12日9时30分"),
    ("HEARING_PLACE", "百灵庙镇接待中心二楼"),
    ("HEARING_PERSONS", "主持人一人、听证员四人"),
    ("MATTER", "草畜平衡奖励少发"),
    ("NOTE", ""),
];

fn letter(links: &[String]) -> String {
    let is_one = |link: &&String| link.starts_with("/desk/letters/0");
    links.iter().find(is_one).cloned().expect("a letter is linked")
}

#[test]
fn a_decision_makes_its_letter_and_two_people_make_another() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        forward(&mut officer, &case, "旗林业和草原局").await;
        let notice = officer.get(&case).await.says("转送（去向）告知书").links();
        let notice = letter(&notice);
        officer
            .get(&notice)
            .await
            .says("信访事项转送告知书")
            .says("达茂旗信访局信转〔2026〕1号")
            .says("旗林业和草原局");
        officer.page.says("由事项里的决定生成").silent("乌云其其格").silent("撤下草稿");

        // Drafting: what is missing is named, the drafter may not sign, a colleague may.
        let new = case.replace("/desk/matters/", "/desk/letters/new/");
        let new = format!("{new}?kind=HEARING_NOTICE");
        officer.get(&new).await.says("听证时间").says("听证人员");
        officer.submit_to(&new, &DRAFT[..1]).await.says("不能没有“听证地点”");
        assert_eq!(officer.page.status, StatusCode::UNPROCESSABLE_ENTITY);
        officer.submit_to(&new, &DRAFT).await.says("草稿存好了").says("签发时取").says("不能签发自己起草的");
        let path = officer.page.path.split('?').next().unwrap().to_owned();
        officer.get("/desk/letters").await.says("听证通知");
        // Written anew: what stands there is filled in, what is taken out is named.
        let revise = format!("{path}/revise");
        officer.get(&revise).await.says("改草稿").says("2026年3月12日9时30分").says("百灵庙镇接待中心二楼");
        let mut fields = DRAFT.to_vec();
        fields[1] = ("HEARING_PLACE", "");
        officer.submit_to(&revise, &fields).await.says("不能没有“听证地点”");
        fields[1] = ("HEARING_PLACE", "旗信访局三楼");
        officer.submit_to(&revise, &fields).await.says("改好了").says("旗信访局三楼").silent("百灵庙镇接待中心二楼");
        let mut stranger = house.at_the_desk("zhujianld").await;
        stranger.get(&path).await.silent("听证时间").says("这一件不归您看");
        let mut officer_elsewhere = house.at_the_desk("qingshan").await;
        officer_elsewhere.get(&path).await.says("这一件不归您看");
        // Nobody else of this office may sign in this house, so the draft is dropped: nothing is missing afterwards.
        officer.get(&path).await;
        officer.submit_to(&format!("{path}/drop"), &[]).await.says("草稿撤下了");

        // Void: with a reason, its number stays, anybody can see it.
        officer.get(&notice).await.says("作废");
        officer.submit_to(&format!("{notice}/void"), &[("reason", "")]).await.says("这一处还空着");
        officer.submit_to(&format!("{notice}/void"), &[("reason", "转错了单位")]).await.says("作废了，编号保留");
        let check = officer.page.links().into_iter().find(|link| link.starts_with("/d/")).unwrap();
        let mut anybody = house.browser();
        anybody.get(&check).await.says("已经作废").says("达茂旗信访局").silent("草畜平衡").silent("乌");
        anybody.get("/d/1502-AAAA-BBBB-CCCC").await.says("没有查到");
        assert_eq!(anybody.page.status, StatusCode::NOT_FOUND);
        anybody.get("/d").await.says("查验码或者文号");
        // Without a press no file can be had; the page says so as our own failure, not as hers.
        assert_eq!(officer.get(&format!("{notice}/file")).await.status, StatusCode::INTERNAL_SERVER_ERROR);
        let mut machine = house.at_the_desk("guanli").await;
        machine.get(&notice).await.silent("信转");
    });
}

#[test]
fn a_ledger_is_asked_for_by_whoever_may_export() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk").await.says("台账");
        officer
            .get("/desk/ledgers")
            .await
            .says("受理台账")
            .says("发文台账")
            .says("达尔罕茂明安联合旗")
            .says("百灵庙镇");
        let backwards = [("ledger", "REGISTER"), ("from", "2026-03-02"), ("to", "2026-03-01"), ("division", "150223")];
        officer.submit_to("/desk/ledgers", &backwards).await.says("最后一天不能早于第一天");
        assert_eq!(officer.page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let unknown = [("ledger", "ALL"), ("from", "x"), ("to", "2026-03-01"), ("division", "")];
        officer.submit_to("/desk/ledgers", &unknown).await;
        assert_eq!(officer.page.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Without a press there is no sheet; that she asked for it is on record all the same.
        let month = [("ledger", "REGISTER"), ("from", "2026-03-01"), ("to", "2026-03-31"), ("division", "150223")];
        officer.submit_to("/desk/ledgers", &month).await;
        assert_eq!(officer.page.status, StatusCode::INTERNAL_SERVER_ERROR);
        officer.get("/desk/ledgers").await.says("2026-03-01 至 2026-03-31，达尔罕茂明安联合旗");
        let mut handler = house.at_the_desk("chengban").await;
        handler.get("/desk/ledgers").await.silent("受理台账");
        let mut machine = house.at_the_desk("guanli").await;
        machine.get("/desk/ledgers").await.silent("受理台账");
    });
}
