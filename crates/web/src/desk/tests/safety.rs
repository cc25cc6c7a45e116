//! What must not happen: other people's matters, two signatures at once, forged fields, a lost text.

use axum::http::StatusCode;

use super::{
    house::{House, PASSWORD},
    story::{accept, forward, on_sqlite, register},
};

#[test]
fn a_matter_elsewhere_and_one_that_does_not_exist_look_the_same() {
    on_sqlite(|house: House| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        for login in ["qingshan", "guanli", "chengban"] {
            let mut other = house.at_the_desk(login).await;
            let page = other.get(&case).await.clone();
            page.says("这一件不归您看").silent("草畜");
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            let none = other.get("/desk/matters/0190a0a0-0000-7000-8000-000000000000").await.clone();
            assert_eq!(none.status, page.status);
            let main = |html: &str| html.split("<main").nth(1).unwrap().to_owned();
            assert_eq!(main(&none.html), main(&page.html), "{login}");
            let csrf = page.value("csrf");
            let act = format!("{case}/do/contact");
            let forged = other.post_raw(&act, &[("csrf", &csrf), ("version", "1"), ("note", "x")]).await;
            assert_eq!(forged.status, StatusCode::NOT_FOUND);
            other.get("/desk").await.silent("草畜平衡奖励少发");
            other.get("/desk?tab=open").await.silent("草畜平衡奖励少发");
            other.get("/desk/search?q=草畜平衡").await.silent("<mark>");
        }
        registrar.get("/desk/search?q=草畜平衡").await.says("<mark>");
    });
}

#[test]
fn identity_opens_for_a_reason_and_on_record() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        officer.get(&format!("{case}/identity")).await.silent("13800000006");
        officer.submit(&[]).await.says("还没选").silent("13800000006");
        officer.submit(&[("reason", "other"), ("other", "")]).await.says("还差一句理由").silent("13800000006");
        officer.submit(&[("reason", "visit")]).await.says("13800000006").says("乌云其其格");
        assert!(!officer.page.path.contains("138"));
        let mut other = house.at_the_desk("qingshan").await;
        assert_eq!(other.get(&format!("{case}/identity")).await.status, StatusCode::NOT_FOUND);
    });
}

/// A petition with a checked answer, ready to be signed.
async fn to_be_signed(house: &House) -> String {
    let mut officer = house.at_the_desk("ganbu").await;
    let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
    forward(&mut officer, &case, "旗林业和草原局").await;
    let mut handler = house.at_the_desk("chengban").await;
    accept(&mut handler, &case, "韩立军").await;
    handler.get(&format!("{case}/do/contact")).await;
    handler.submit(&[("note", "听她说了。")]).await;
    handler.get(&format!("{case}/do/save-draft")).await;
    let draft = [
        ("findings", "核对过。"),
        ("result-1", "EXPLAIN"),
        ("text-1", "没有依据，已当面解释。"),
        ("basis-1", "《草畜平衡管理办法》第十条"),
        ("submit", "yes"),
    ];
    handler.submit(&draft).await.says("答复待审核");
    let mut checker = house.at_the_desk("shenhe").await;
    checker.get(&format!("{case}/do/check")).await;
    checker.submit(&[]).await.says("答复待签发");
    case
}

#[test]
fn of_two_who_sign_at_once_the_second_is_told_what_happened() {
    on_sqlite(|house: House| async move {
        let case = to_be_signed(&house).await;
        let mut first = house.at_the_desk("lingdao").await;
        let mut second = house.at_the_desk("lingdao2").await;
        first.get(&format!("{case}/do/sign")).await.says("确认后");
        second.get(&format!("{case}/do/sign")).await.says("确认后");
        let (one, other) = tokio::join!(first.submit(&[]), second.submit(&[]));
        let (signed, told) = if one.status == StatusCode::OK { (one, other) } else { (other, one) };
        signed.says("“签发”记下了");
        assert_eq!(told.status, StatusCode::CONFLICT);
        told.says("您写的时候，这一件有了变化").says("签发处理意见书");
        // One signature, one number.
        first.get(&case).await.says("信复〔2026〕1号").silent("信复〔2026〕2号");
    });
}

#[test]
fn a_stale_form_keeps_what_was_typed_and_says_what_is_new() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        let mut registrar = house.at_the_desk("dengji").await;
        registrar.get(&format!("{case}/do/progress")).await;
        officer.get(&format!("{case}/do/progress")).await;
        officer.submit(&[("note", "打过电话。")]).await.says("“记进展”记下了");
        registrar
            .submit(&[("note", "她又送来一张照片。")])
            .await
            .says("这一件有了变化")
            .says("打过电话。")
            .says("她又送来一张照片。");
        assert_eq!(registrar.page.status, StatusCode::CONFLICT);
        registrar.submit(&[("note", "她又送来一张照片。")]).await.says("“记进展”记下了");
    });
}

#[test]
fn a_form_sent_after_the_session_ended_comes_back_after_signing_in() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        officer.get(&format!("{case}/do/progress")).await;
        house.clock.advance_seconds(2 * 3_600);
        let words = "写了半个钟头的一段话，不能丢。";
        officer.submit(&[("note", words)]).await.says("登录过期了。您写的还在").silent(words);
        assert_eq!(officer.page.status, StatusCode::UNAUTHORIZED);
        let carry = officer.page.value("carry");
        let (back, login) = (officer.page.value("back"), "ganbu");
        let fields = [("login", login), ("password", "不是这个密码呀"), ("carry", &carry), ("back", &back)];
        officer.submit_to("/desk/sign-in", &fields).await.says("登录名或密码不对");
        let carry = officer.page.value("carry");
        let fields = [("login", login), ("password", PASSWORD), ("carry", &carry), ("back", &back)];
        officer.submit_to("/desk/sign-in", &fields).await.says("您写的还在").says(words);
        // Nothing was done yet; now she presses the button.
        let version = "1";
        officer.submit_to(&format!("{case}/do/progress"), &[("note", words), ("version", version)]).await.says(words);
        officer.page.says("“记进展”记下了");
    });
}

#[test]
fn another_sites_form_is_neither_acted_on_nor_carried() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        let act = format!("{case}/do/progress");
        let forged = [("csrf", "00"), ("version", "1"), ("note", "伪造的")];
        officer.post_raw(&act, &forged).await.says("打开得太久了");
        officer.get(&case).await.silent("伪造的");
        officer.forget("lx-desk");
        officer.post_raw(&act, &forged).await.says("请再登录一次").silent("name=\"carry\"");
    });
}

#[test]
fn forged_choices_are_refused() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        officer.get(&format!("{case}/do/forward")).await;
        let elsewhere = "0190a0a0-0000-7000-8000-000000000000";
        officer.submit(&[("to", elsewhere), ("kind", "FORWARD")]).await.says("这个单位不能选");
        officer.submit(&[("kind", "REPORT_FOR_DECISION"), ("to", "")]).await.says("还没选");
        officer.get(&format!("{case}/do/no-such-thing")).await.says("这一件不归您看");
        officer.get(&format!("{case}/do/sign")).await.says("现在做不了");
    });
}

#[test]
fn guessing_is_slowed_down_and_signing_out_ends_it() {
    on_sqlite(|house: House| async move {
        let mut guesser = house.browser();
        guesser.get("/desk/sign-in").await;
        for _ in 0..6 {
            guesser.submit_to("/desk/sign-in", &[("login", "ganbu"), ("password", "guess guess")]).await;
        }
        guesser.submit_to("/desk/sign-in", &[("login", "ganbu"), ("password", "guess guess")]).await.says("请等");
        let mut clerk = house.at_the_desk("dengji").await;
        clerk.get("/desk/sessions").await.says("这一个");
        clerk.submit_to("/desk/sign-out", &[]).await.says("登录工作台");
        clerk.get("/desk").await.says("登录工作台");
    });
}
