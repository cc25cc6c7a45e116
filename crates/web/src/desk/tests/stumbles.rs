//! What a stranger stumbled over on the desk: a refusal that leads nowhere, steps that are refused only when they are sent, pages of
//! another post told as matters, words that are lost.

use super::{
    house::House,
    story::{accept, forward, on_both, on_sqlite, register},
};

#[test]
fn who_is_sent_elsewhere_is_told_where_or_nothing_is_sent() {
    on_both(|house: House| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "拖欠工资").await;
        let mut officer = house.at_the_desk("ganbu").await;
        let form = format!("{case}/do/not-accept");
        officer.get(&form).await.says("该去的机关");
        let mut fields = vec![("reason", "LEGAL_CHANNEL_ONLY"), ("explanation", "拖欠工资要先仲裁。")];
        officer.submit(&fields).await.says("还差该去的机关").says("拖欠工资要先仲裁。");
        fields.extend([
            ("elsewhere.organ", "旗劳动人事争议仲裁院"),
            ("elsewhere.phone", "0472-000-0003"),
            ("elsewhere.until", "2027 年 3 月 10 日以前"),
        ]);
        officer.submit(&fields).await.says("还差该走的途径").says("旗劳动人事争议仲裁院");
        fields.push(("elsewhere.way", "申请劳动仲裁"));
        officer.confirm(&fields).await.says("不能在这里办");
    });
}

#[test]
fn whoever_stepped_back_is_offered_nothing_that_is_refused_later() {
    on_sqlite(|house: House| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        forward(&mut house.at_the_desk("ganbu").await, &case, "旗林业和草原局").await;
        accept(&mut house.at_the_desk("lingdao").await, &case, "韩立军").await;
        let mut handler = house.at_the_desk("chengban").await;
        handler.get(&case).await.says(&format!("{case}/do/contact"));
        handler.get(&format!("{case}/do/declare-interest")).await;
        handler.submit(&[("ground", "NEAR_RELATIVE"), ("step", "confirm")]).await;
        handler.get(&case).await.says("您已经说明要回避").silent(&format!("\"{case}/do/contact\""));
    });
}

#[test]
fn a_page_of_another_post_is_no_matter() {
    on_sqlite(|house: House| async move {
        let mut handler = house.at_the_desk("huifang").await;
        for path in ["/desk/register", "/desk/nowhere", "/admin", "/desk/finds/new"] {
            handler.get(path).await.says("这一页不归您用").silent("经办人");
        }
        let id = "0190d9a4-6c2e-7aaa-8bbb-0123456789ab";
        handler.get(&format!("/desk/matters/{id}")).await.says("这一件不归您看").says("经办人");
    });
}

#[test]
fn the_name_of_a_list_is_not_lost_with_its_mistake() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let long = "这个名字比二十个字还要长一些所以存不下来要改短";
        officer.get("/desk?tab=open&urgency=overdue").await;
        officer.submit_to("/desk/filters", &[("query", "tab=open&urgency=overdue"), ("name", long)]).await.says(long);
        assert_eq!(officer.page.value("query"), "tab=open&#38;urgency=overdue");
    });
}

#[test]
fn one_sign_is_no_reason_to_look_at_a_person() {
    on_sqlite(|house: House| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        registrar.get(&format!("{case}/identity")).await;
        registrar.submit(&[("reason", "other"), ("other", "好")]).await.says("理由至少写 4 个字").silent("138");
        registrar.submit(&[("reason", "other"), ("other", "约她当面核对面积")]).await.says("138");
    });
}
