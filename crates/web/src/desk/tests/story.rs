//! One petition from the doorstep to the end of its procedure, on both engines, by forms alone.

use axum::http::StatusCode;
use services::jobs;

use super::{browser::Browser, house::House};

/// Runs an async body on each engine; the stores are made outside the runtime.
pub(super) fn on_both<F: Future<Output = ()>>(body: impl Fn(House) -> F) {
    testkit::both(services::MIGRATIONS, |store| on_one(store, &body));
}

pub(super) fn on_sqlite<F: Future<Output = ()>>(body: impl Fn(House) -> F) {
    on_one(&testkit::sqlite(services::MIGRATIONS), &body);
}

fn on_one<F: Future<Output = ()>>(store: &store::Store, body: &impl Fn(House) -> F) {
    let house = House::new(store);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(body(house));
}

/// Registers a petition with two claims; gives the address of the case.
pub(super) async fn register(browser: &mut Browser, kind: &str, title: &str) -> String {
    browser.get("/desk/register").await.says("替人登记");
    let place = browser.page.option("百灵庙镇 巴音花嘎查村");
    let fields = [
        ("kind", kind),
        ("facts", "2025 年度草畜平衡奖励少发了，村里别人都发齐了。家里 <b>744</b> 亩草场。"),
        ("claims", "核对 2025 年草畜平衡奖励，补发少发的"),
        ("claims", "拉矿车压坏草场约 30 亩，要求查处"),
        ("title", title),
        ("division", &place),
        ("name", "乌云其其格"),
        ("phone", "138 0000 0006"),
        ("channel", "VISIT"),
        ("matter_type", "APPEAL_CLAIM"),
        ("purpose", "SEEK_DECISION"),
    ];
    browser.submit(&fields).await.says("已登记").says("查询码");
    assert!(browser.page.path.ends_with("/receipt"), "{}", browser.page.path);
    let base = if kind == "PETITION" { "/desk/matters/" } else { "/desk/orders/" };
    browser.page.links().into_iter().find(|link| link.starts_with(base)).unwrap()
}

/// Triage and forwarding to `unit` on one page.
pub(super) async fn forward(browser: &mut Browser, case: &str, unit: &str) {
    let id = case.rsplit('/').next().unwrap().to_owned();
    browser.get(&format!("/desk/triage/{id}")).await.says("甄别与派单").says("不能派：");
    let to = browser.page.option(unit);
    let fields = [
        ("matter_type", "APPEAL_CLAIM"),
        ("purpose", "SEEK_DECISION"),
        ("category", "农牧/草原补奖"),
        ("respondent", ""),
        ("route-1", "PETITION_PROCEDURE"),
        ("route-2", "OPEN"),
        ("to", &to),
        ("kind", "FORWARD"),
    ];
    browser.submit(&fields).await.says("确认后").says(&format!("已转送{unit}")).says("书面告知");
    let mut again = fields.to_vec();
    again.push(("step", "confirm"));
    browser.submit(&again).await;
    browser.page.says("已转给单位");
    assert_eq!(browser.page.status, StatusCode::OK);
}

pub(super) async fn accept(browser: &mut Browser, case: &str, handler: &str) {
    browser.get(&format!("{case}/do/accept")).await.says("先问前五项");
    let handler = browser.page.option(handler);
    let fields = [
        ("handler", handler.as_str()),
        ("route-1", "PETITION_PROCEDURE"),
        ("route-2", "DUTY_PERFORMANCE"),
        ("target-2", "旗综合行政执法局"),
    ];
    browser.confirm(&fields).await.says("“受理”记下了").says("旗综合行政执法局");
}

const DRAFT: [(&str, &str); 8] = [
    ("findings", "核对了 2025 年度发放表和草场面积。"),
    ("result-1", "SUPPORT"),
    ("text-1", "支持。少算了 30 亩，补发 1,860 元。"),
    ("basis-1", "《草畜平衡管理办法》第十条"),
    ("obligor-1", "旗林业和草原局"),
    ("what-1", "补发 1,860 元"),
    ("due-1", "2026-05-20"),
    ("submit", "yes"),
];

#[test]
fn a_petition_goes_from_the_doorstep_to_the_end_of_its_procedure() {
    on_both(|house| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        registrar.page.says("收件台").says("白雪梅");
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        registrar.get(&case).await.says("草畜平衡奖励少发").says("乌*格").silent("乌云其其格").silent("<b>744</b>");

        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk").await.says("草畜平衡奖励少发").says("甄别派单");
        forward(&mut officer, &case, "旗林业和草原局").await;

        let mut handler = house.at_the_desk("chengban").await;
        handler.get(&case).await.says("提异议").silent("签发");
        accept(&mut handler, &case, "韩立军").await;
        handler.get(&format!("{case}/do/contact")).await;
        handler.submit(&[("note", "电话里听她说了，约 3月5日上门。")]).await.says("“记联系”记下了").says("办理中");

        // Extension: asked by the handler, never granted by her, granted by the leader.
        handler.get(&format!("{case}/do/request-extension")).await;
        handler.submit(&[("days", "20"), ("reason", "要等测绘结果。")]).await.says("“申请延期”记下了");
        handler.get(&case).await.silent("批准延期</span>");
        let mut leader = house.at_the_desk("lingdao").await;
        leader.get(&format!("{case}/do/grant-extension")).await.says("要等测绘结果").says("确认后").says("要晚一些");
        leader.submit(&[]).await.says("“批准延期”记下了");

        write_check_and_sign(&house, &case).await;
        serve_and_close(&house, &case).await;
    });
}

pub(super) async fn write_check_and_sign(house: &House, case: &str) {
    let mut handler = house.at_the_desk("chengban").await;
    handler.get(&format!("{case}/do/save-draft")).await.says("第 1 条").silent("result-2");
    // An answer without a promise is refused, everything typed stays.
    let short: Vec<_> =
        DRAFT.iter().copied().filter(|(name, _)| !["obligor-1", "what-1", "due-1"].contains(name)).collect();
    handler.submit(&short).await.says("还差谁来做").says("少算了 30 亩");
    assert_eq!(handler.page.status, StatusCode::UNPROCESSABLE_ENTITY);
    handler.submit(&DRAFT).await.says("“写答复”记下了").says("答复待审核");
    handler.get(case).await.silent("审核通过</span>");
    let mut checker = house.at_the_desk("shenhe").await;
    checker.get(&format!("{case}/do/check")).await.says("少算了 30 亩");
    checker.submit(&[]).await.says("“审核通过”记下了").says("答复待签发");
    let mut leader = house.at_the_desk("lingdao").await;
    leader.get(&format!("{case}/do/sign")).await.says("少算了 30 亩").says("确认后");
    leader.submit(&[]).await.says("“签发”记下了").says("信复〔2026〕1号");
}

async fn serve_and_close(house: &House, case: &str) {
    let mut handler = house.at_the_desk("chengban").await;
    handler.get(&format!("{case}/do/serve")).await.says("2026-03-02");
    let served = [("method", "IN_PERSON"), ("on", "2026-03-02"), ("evidence", "送达证 2026-18")];
    handler.confirm(&served).await.says("“登记送达”记下了").says("已送达");
    handler.get(case).await.says("还不能结束程序");
    handler.get(&format!("{case}/do/record-execution")).await;
    let item = handler.page.option("第 1 条");
    let done = [("item", item.as_str()), ("outcome", "DONE"), ("evidence", "转账凭证 1 张")];
    handler.confirm(&done).await.says("“报做到没有”记下了");
    let mut other = house.at_the_desk("shenhe").await;
    other.get(&format!("{case}/do/verify-execution")).await.says("转账凭证 1 张");
    let item = other.page.option("第 1 条");
    other.confirm(&[("item", item.as_str()), ("holds", "yes")]).await.says("“核实做到没有”记下了");
    handler.get(&format!("{case}/do/handoff-accepted")).await;
    let claim = handler.page.option("第 2 条");
    handler.confirm(&[("claim", &claim), ("number", "ZF-2026-0418")]).await.says("接收号 ZF-2026-0418");
    house.clock.advance_days(40);
    let swept = house.state.write(|tx, kit, ctx| Ok(jobs::sweep(tx, kit, ctx, 50)?)).await.unwrap();
    assert_eq!(swept.closed, 1, "{swept:?}");
    let mut handler = house.at_the_desk("chengban").await;
    handler.get(case).await.says("程序走完");
    handler.get("/desk?tab=over").await.says("草畜平衡奖励少发");
}
