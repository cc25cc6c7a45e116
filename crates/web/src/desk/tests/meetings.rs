//! A joint meeting by its pages: called, its agenda, what was decided, the unit's report, the office's yes; nonsense is told at its
//! field. And a window books a seat at a reception for somebody.

use axum::http::StatusCode;

use super::{
    browser::Browser,
    story::{on_both, on_sqlite, register},
};

/// The case number that a page shows.
fn number(browser: &Browser) -> String {
    let html = &browser.page.html;
    let from = html.find("150223-").unwrap_or_else(|| panic!("no number at {}", browser.page.path));
    html[from..].chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect()
}

/// Called for today by the bureau, with the forestry office; its page.
async fn called(officer: &mut Browser) -> String {
    officer.get("/desk/meetings/new").await;
    let forest = officer.page.option("旗林业和草原局");
    let fields = [
        ("title", "第一次联席会议"),
        ("on", "2026-03-02"),
        ("from", "9:00"),
        ("place", "旗政府三楼"),
        ("chair", "旗委副书记"),
        ("units", forest.as_str()),
    ];
    officer.submit(&fields).await.says("已经召集").says("还没有议题");
    officer.page.path.split('?').next().unwrap().to_owned()
}

#[test]
fn a_meeting_decides_the_unit_reports_and_she_reads_it() {
    on_both(|house| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        registrar.get(&case).await;
        let number = number(&registrar);
        registrar.get("/desk/meetings/new").await;
        assert_eq!(registrar.page.status, StatusCode::NOT_FOUND, "{}", registrar.page.path);

        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk/meetings").await.says("召集联席会议");
        let page = called(&mut officer).await;
        let put = format!("{page}/put-item");
        let item = [("kind", "MATTER"), ("number", number.as_str()), ("text", "面积由谁复测")];
        officer.submit_to(&put, &item).await.says("面积由谁复测").says(&number);
        officer.get(&page).await;
        officer.submit_to(&put, &item).await.says("已经在议题里了").says("面积由谁复测");
        officer.get(&format!("{page}?do=decide&which=1")).await.says("责任单位");
        let forest = officer.page.option("旗林业和草原局");
        let decide = format!("{page}/decide");
        let fields = [("which", "1"), ("text", "复测四处，公示七天。"), ("owner", forest.as_str())];
        officer.submit_to(&decide, &fields).await.says("期限要写今天以后的一天").says("复测四处");
        officer.get(&format!("{page}?do=decide&which=1")).await;
        let fields = [fields[0], fields[1], fields[2], ("due", "2026-03-20")];
        officer.submit_to(&decide, &fields).await.says("每一项都有结果了");
        officer
            .submit_to(&format!("{page}/close-minutes"), &[("which", "0")])
            .await
            .says("联席会议纪要")
            .says("等单位回报");
        officer.get(&case).await.says("议定：由旗林业和草原局办").says("复测四处，公示七天。");
        officer.get(&format!("{case}?show=public")).await.says("议定：由");

        let mut leader = house.at_the_desk("lingdao").await;
        leader.get("/desk").await.says("还要您或本单位回的").says("复测四处，公示七天。");
        leader.get("/desk/meetings").await.says("复测四处，公示七天。");
        leader.get(&format!("{page}?do=answer&which=1")).await.says("回报");
        let answer = format!("{page}/answer");
        leader.submit_to(&answer, &[("which", "1"), ("on", "2026-03-02"), ("evidence", "")]).await.says("这一处还空着");
        leader.get(&format!("{page}?do=answer&which=1")).await;
        let fields = [("which", "1"), ("on", "2026-03-02"), ("evidence", "四处都测了。")];
        leader.submit_to(&answer, &fields).await.says("四处都测了。").says("单位回报了，等人看");
        leader.get("/desk").await.silent("还要您或本单位回的");
        officer.get(&page).await.says("四处都测了。");
        officer.submit_to(&format!("{page}/accept"), &[("which", "1")]).await.says("定的都办到了");
    });
}

#[test]
fn nonsense_about_meetings_is_told_at_its_field() {
    on_sqlite(|house| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk/meetings/new").await;
        let nonsense = [("title", ""), ("on", "昨天"), ("place", "<b>1"), ("units", "no-unit")];
        officer.submit(&nonsense).await.silent("<b>1");
        assert_eq!(officer.page.status, StatusCode::UNPROCESSABLE_ENTITY);
        officer.page.says("至少要有一个别的单位参加");
        let page = called(&mut officer).await;
        let put = format!("{page}/put-item");
        for (kind, number) in
            [("MATTER", "12-34"), ("MATTER", "150223-2026-03-02-0001"), ("DRAGON", ""), ("MATTER", "")]
        {
            officer.get(&page).await;
            officer.submit_to(&put, &[("kind", kind), ("number", number), ("text", "谁来办")]).await.says("谁来办");
            assert_eq!(officer.page.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind} {number}");
        }
        officer.get(&page).await;
        officer.submit_to(&format!("{page}/close-minutes"), &[("which", "0")]).await.says("还没有议题");
        for command in ["mark-overdue", "recompute-clocks", "explode"] {
            officer.get(&page).await;
            officer.submit_to(&format!("{page}/{command}"), &[("which", "1")]).await;
            assert_eq!(officer.page.status, StatusCode::NOT_FOUND, "{command}");
        }
        officer.get(&page).await;
        officer.submit_to(&format!("{page}/accept"), &[("which", "77")]).await.says("没有这一项");
        officer.get("/desk/meetings/00000000-0000-7000-8000-000000000000").await;
        assert!(officer.page.status.is_client_error());
    });
}

#[test]
fn a_window_books_a_seat_for_her_and_gives_it_back() {
    on_sqlite(|house| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        let lead = format!("{case}/lead");
        registrar.get(&lead).await.says("眼下没有能约的接访");
        registrar.get("/desk/reception").await;
        let day = [
            ("division", "150223"),
            ("host", "副旗长"),
            ("place", "信访大厅"),
            ("on", "2026-03-09"),
            ("from", "9:00"),
            ("until", "11:30"),
            ("seats", "2"),
        ];
        registrar.submit(&day).await;
        registrar.get(&lead).await.says("替本人约一次").says("副旗长");
        registrar.submit_to(&lead, &[("deed", "book"), ("reception", "x")]).await.says("还没选");
        registrar.get(&lead).await;
        let id = registrar.page.value("reception");
        registrar.submit_to(&lead, &[("deed", "book"), ("reception", &id)]).await.says("退掉");
        registrar.get(&format!("{case}?show=public")).await.says("约了接访").says("信访大厅");
        registrar.get(&lead).await;
        registrar.submit_to(&lead, &[("deed", "end-booking"), ("why", "本人改天再来")]).await.says("替本人约一次");
        registrar.get(&format!("{case}?show=public")).await.says("接访的约取消了").says("本人改天再来");
    });
}
