//! A danger is reported from the case in one step and carried on to its end, also with nonsense typed into its forms.

use super::{
    browser::{Browser, Page},
    story::{on_both, on_sqlite, register},
};

/// Sends the form that is shown as a browser would: what stands in it already goes along.
async fn send<'a>(browser: &'a mut Browser, fields: &[(&str, &str)]) -> &'a Page {
    let standing = ["deed", "on", "time"].map(|name| (name, browser.page.value(name)));
    let mut all: Vec<(&str, &str)> = standing
        .iter()
        .filter(|(name, value)| !value.is_empty() && !fields.iter().any(|(own, _)| own == name))
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    all.extend(fields);
    browser.submit(&all).await
}

const WRITTEN: [(&str, &str); 5] = [
    ("text", "一、情况。二、已经做的。三、建议。"),
    ("to-GOVERNMENT", "yes"),
    ("to-COMPETENT", "yes"),
    ("to-JOINT_MEETING", "yes"),
    ("to-UPPER_BUREAU", "yes"),
];

#[test]
fn a_danger_goes_from_the_case_to_the_head_of_the_inbox_and_ends() {
    on_both(|house| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        registrar.get(&case).await.says("报告紧急情况");
        let page = format!("{case}/urgent");
        registrar.get(&page).await.says("报告一次紧急情况").says("先打电话");
        let what = [("danger", "GATHERING"), ("place", "旗政府东门"), ("what", "约好明天上午十点都过来，三十来人。")];
        send(&mut registrar, &what).await.says("收件台已经看到").says("还要打电话告诉：本级党委政府、公安（110）");

        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk").await.says("1 件没有结束").says("可能有很多人聚集").says("旗政府东门");
        officer.get(&case).await.says("还没有结束");
        officer.get(&page).await.says("记下打过的电话");
        send(&mut officer, &[("told-GOVERNMENT", "yes"), ("told-POLICE", "yes")]).await.says("记下了").says("按时");
        officer.get(&format!("{page}?do=end")).await;
        send(&mut officer, &[("outcome", "SETTLED"), ("text", "散了")]).await.says("先写书面报告，再结束");
        officer.get(&format!("{page}?do=write")).await.says("送给谁");
        send(&mut officer, &WRITTEN[..2]).await.says("书面报告要送到主管部门");
        send(&mut officer, &WRITTEN).await.says("送给本级党委政府、主管部门");
        officer.get(&format!("{page}?do=answer")).await;
        send(&mut officer, &[("from", "UPPER_BUREAU"), ("text", "收到，派人过来。")]).await.says("上一级信访部门回复");
        officer.get(&format!("{page}?do=continue")).await;
        send(&mut officer, &[("text", "来了三十人，在登记。")]).await.says("续报");
        officer.get(&format!("{page}?do=end")).await;
        let ended = send(&mut officer, &[("outcome", "SETTLED"), ("text", "人都散了。")]).await;
        ended.says("处置完了").says("报告一次紧急情况");
        officer.get("/desk").await.silent("件没有结束");
        officer.get(&case).await.silent("还没有结束").says("报告了紧急情况");
    });
}

#[test]
fn nonsense_is_told_at_its_field_and_what_was_typed_stays() {
    on_sqlite(|house| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "WORK_ORDER", "路灯不亮").await;
        let page = format!("{}/urgent", case.replace("/desk/orders/", "/desk/matters/"));
        registrar.get(&case).await.says("报告紧急情况");
        registrar.get(&page).await;
        let nonsense =
            [("danger", "DRAGON"), ("on", "昨天"), ("time", "25:99"), ("place", ""), ("what", "<script>1</script>")];
        send(&mut registrar, &nonsense).await.says("还没选").says("写一个日子和几点几分").silent("<script>1");
        for (day, said) in [("2999-01-01", "还没到这个时间"), ("1998-01-01", "三十天以前")] {
            registrar.get(&page).await;
            let fields = [("danger", "SAFETY"), ("on", day), ("time", "08:00"), ("place", "井房"), ("what", "要塌")];
            send(&mut registrar, &fields).await.says(said).says("井房");
        }
        registrar.get(&page).await;
        registrar.submit(&[("deed", "ARMAGEDDON")]).await;
        assert_eq!(registrar.page.status, axum::http::StatusCode::NOT_FOUND);
        registrar.get("/desk/matters/00000000-0000-7000-8000-000000000000/urgent").await;
        assert_eq!(registrar.page.status, axum::http::StatusCode::NOT_FOUND);
    });
}
