//! The doorstep over its wires: what the device is told, what it sends, what is open to everybody; on both engines.

use axum::http::StatusCode;
use serde_json::Value;

use super::{
    browser::Browser,
    house::House,
    story::{on_both, on_sqlite},
};

const KEY: &str = "0190a0a0-0000-7000-8000-000000000001";

async fn state(browser: &mut Browser) -> Value {
    serde_json::from_str(&browser.get("/desk/doorstep/state").await.html).unwrap()
}

/// Sends the form of a device; `other` comes on top.
async fn send(browser: &mut Browser, key: &str, other: &[(&str, &str)]) -> (StatusCode, Value) {
    let state = state(browser).await;
    let csrf = state["csrf"].as_str().unwrap();
    let place = state["places"][0][0].as_str().unwrap();
    let mut fields = vec![
        ("csrf", csrf),
        ("key", key),
        ("facts", "机井从去年秋天起抽不上水。"),
        ("claims", "把机井修好"),
        ("claims", "给拉水的油钱"),
        ("division", place),
        ("name", "测试人丙"),
        ("phone", "13800000006"),
        ("mandate", "yes"),
        ("device_begun_at", "2026-03-01T17:02:00+08:00"),
        ("device_done_at", "2026-03-01T17:12:00+08:00"),
        ("device_skew", "0"),
    ];
    fields.retain(|(name, _)| !other.iter().any(|(own, _)| own == name));
    fields.extend(other);
    let page = browser.post_raw("/desk/doorstep/send", &fields).await;
    // A refusal of the house itself is a page.
    (page.status, serde_json::from_str(&page.html).unwrap_or_default())
}

#[test]
fn it_arrives_once_with_both_times() {
    on_both(|house: House| async move {
        let mut agent = house.at_the_desk("daiban").await;
        let (status, first) = send(&mut agent, KEY, &[]).await;
        assert_eq!((status, first["status"].as_str()), (StatusCode::OK, Some("done")), "{first}");
        assert_eq!(first["received_at"], "2026-03-01T09:12:00Z");
        assert_eq!(first["again"], false);
        // Sent again: its own matter does not look alike, files that are gone do not matter, the code is told again.
        let (_, again) = send(&mut agent, KEY, &[("kept", "no longer there"), ("device_skew", "4")]).await;
        assert_eq!(
            (&again["number"], &again["code"], &again["again"]),
            (&first["number"], &first["code"], &true.into())
        );
        let rows = state(&mut agent).await["rows"].clone();
        assert_eq!(rows.as_array().unwrap().len(), 1, "{rows}");
        assert_eq!(rows[0]["title"], "把机井修好");
        assert!(!rows.to_string().contains("测试人丙") && !rows.to_string().contains("13800000006"), "{rows}");
        let case = agent.get(rows[0]["href"].as_str().unwrap()).await;
        case.says("手机上记完：3月1日（周日）17:12。送到这里：3月2日（周一）09:00。").silent("手机的表");
    });
}

#[test]
fn an_order_is_taken_down_at_the_door_and_arrives_once() {
    on_both(|house: House| async move {
        let mut agent = house.at_the_desk("daiban").await;
        let order = [("kind", "WORK_ORDER")];
        let (status, first) = send(&mut agent, KEY, &order).await;
        assert_eq!((status, first["status"].as_str()), (StatusCode::OK, Some("done")), "{first}");
        assert_eq!(first["received_at"], "2026-03-01T09:12:00Z", "the moment of the device");
        assert!(first["href"].as_str().unwrap().starts_with("/desk/orders/"), "{first}");
        let (_, again) = send(&mut agent, KEY, &[order[0], ("kept", "no longer there")]).await;
        assert_eq!((&again["number"], &again["again"]), (&first["number"], &true.into()));
        agent.get(first["href"].as_str().unwrap()).await.says("把机井修好");
        let (status, wrong) = send(&mut agent, "0190a0a0-0000-7000-8000-000000000009", &[("kind", "FIND")]).await;
        assert_eq!((status, wrong["errors"][0]["field"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("kind")));
    });
}

#[test]
fn a_wrong_clock_is_told_on_the_case() {
    on_sqlite(|house: House| async move {
        let mut agent = house.at_the_desk("daiban").await;
        for (key, skew, done, words) in [
            (KEY, "720", "2026-03-01T17:12:00+08:00", "手机的表快 12 分钟，收到时间已改正为 3月1日（周日）17:00"),
            ("0190a0a0-0000-7000-8000-000000000002", "-90", "2026-03-01T17:12:00+08:00", "手机的表慢 2 分钟"),
            ("0190a0a0-0000-7000-8000-000000000003", "0", "2031-03-01T17:12:00+08:00", "手机的时间不可能是真的"),
        ] {
            let other = [("device_skew", skew), ("device_done_at", done), ("anyway", "yes")];
            let (_, done) = send(&mut agent, key, &other).await;
            agent.get(done["href"].as_str().unwrap()).await.says(words);
        }
    });
}

#[test]
fn what_is_wrong_is_told_at_its_field_and_what_looks_alike_is_asked() {
    on_both(|house: House| async move {
        let mut agent = house.at_the_desk("daiban").await;
        let (status, refused) = send(&mut agent, KEY, &[("phone", "138"), ("facts", ""), ("mandate", "")]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields: Vec<_> =
            refused["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["mandate", "facts", "phone"], "{refused}");
        let (_, first) = send(&mut agent, KEY, &[]).await;
        let other = "0190a0a0-0000-7000-8000-000000000002";
        let (status, alike) = send(&mut agent, other, &[]).await;
        assert_eq!((status, alike["status"].as_str()), (StatusCode::CONFLICT, Some("alike")), "{alike}");
        assert_eq!(alike["matters"][0]["number"], first["number"]);
        let (_, second) = send(&mut agent, other, &[("anyway", "yes")]).await;
        assert_eq!(second["status"], "done");
        assert_ne!(second["number"], first["number"]);
        let stale = send(&mut agent, other, &[("csrf", "of another session")]).await;
        assert_eq!((stale.0, stale.1["status"].as_str()), (StatusCode::CONFLICT, Some("stale")));
        let third = "0190a0a0-0000-7000-8000-000000000003";
        let (status, gone) = send(&mut agent, third, &[("anyway", "yes"), ("kept", "swept")]).await;
        assert_eq!(
            (status, gone["status"].as_str()),
            (StatusCode::CONFLICT, Some("again")),
            "nothing without its files"
        );
        // Another village is not hers.
        assert_eq!(send(&mut agent, third, &[("division", "150204001")]).await.0, StatusCode::NOT_FOUND);
    });
}

#[test]
fn the_key_is_her_own_and_only_in_her_session() {
    on_sqlite(|house: House| async move {
        let mut agent = house.at_the_desk("daiban").await;
        let mut registrar = house.at_the_desk("dengji").await;
        let (hers, again, other) = (state(&mut agent).await, state(&mut agent).await, state(&mut registrar).await);
        assert_eq!(hers["key"], again["key"], "the same on every device and every day");
        assert_ne!(hers["key"], other["key"]);
        assert_eq!((hers["agent"].as_bool(), other["agent"].as_bool()), (Some(true), Some(false)));
        let mut nobody = house.browser();
        nobody.get("/desk/doorstep/state").await.says("登录");
        assert_eq!(nobody.post_raw("/desk/doorstep/send", &[("facts", "x")]).await.status, StatusCode::UNAUTHORIZED);
    });
}

#[test]
fn the_shell_holds_nobodys_data_and_one_version() {
    on_sqlite(|house: House| async move {
        let mut nobody = house.browser();
        let shell = nobody.get("/desk/doorstep/shell").await.clone();
        assert_eq!(shell.status, StatusCode::OK);
        shell.says("事情经过").says("data-word=\"offline\"").silent("苏日娜").silent("巴音花嘎查村");
        let worker = nobody.get("/desk/sw.js").await.html.clone();
        let head = worker.lines().next().unwrap().trim_start_matches("self.LX=").trim_end_matches(';');
        let keeps: Value = serde_json::from_str(head).unwrap();
        for asset in keeps["assets"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()) {
            assert!(shell.has(asset), "{asset} is kept and not used");
        }
        let signed_in = house.at_the_desk("daiban").await.get("/desk/doorstep/shell").await.clone();
        signed_in.silent("苏日娜");
        let manifest: Value =
            serde_json::from_str(&nobody.get("/desk/doorstep/manifest.webmanifest").await.html).unwrap();
        assert_eq!(
            (manifest["scope"].as_str(), manifest["start_url"].as_str()),
            (Some("/desk/"), Some("/desk/doorstep"))
        );
    });
}

#[test]
fn without_script_it_is_a_form_like_any_other() {
    on_both(|house: House| async move {
        let mut agent = house.at_the_desk("daiban").await;
        agent.get("/desk/doorstep").await.says("这台设备没开脚本").says("眼下没有要办的");
        let place = agent.page.option("巴音花嘎查村");
        let fields = [("facts", "机井抽不上水。"), ("claims", "修好机井"), ("division", place.as_str())];
        agent.submit(&fields).await.says("还没选。").says("机井抽不上水。");
        let mut all = fields.to_vec();
        all.push(("mandate", "yes"));
        agent.submit(&all).await.says("已登记").says("查询码");
        agent.get("/desk/doorstep").await.says("修好机井").says("巴音花嘎查村");
    });
}
