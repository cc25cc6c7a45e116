//! The form: everything that can be wrong with it, and that nothing typed is ever lost.

use axum::http::StatusCode;
use services::MIGRATIONS;

use crate::world::{Browser, HERDER, Page, World};

const NOW: &str = "2026-06-01T02:00:00Z";
/// A real JPEG begins and ends like this; the rest is taken as it comes.
pub(crate) const JPEG: &[u8] = &[
    0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0,
    0x3f, 0, 0xd2, 0xcf, 0x20, 0xff, 0xd9,
];

fn with<'a>(page: &'a [(String, String)], change: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields: Vec<(&str, &str)> = page.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend(HERDER.iter().filter(|(name, _)| !change.iter().any(|(changed, _)| changed == name)));
    fields.extend_from_slice(change);
    fields
}

async fn opened(browser: &mut Browser) -> Vec<(String, String)> {
    let page = browser.get("/file").await;
    assert_eq!(page.status, StatusCode::OK);
    vec![("csrf".into(), page.field("csrf")), ("key".into(), page.field("key"))]
}

/// One form, changed in one place, without files.
async fn sent(world: &World, change: &[(&str, &str)]) -> Page {
    let mut browser = world.browser();
    let page = opened(&mut browser).await;
    browser.upload("/file", &with(&page, change), &[]).await
}

#[tokio::test]
async fn an_empty_form_says_what_is_missing_on_each_field() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let page = opened(&mut browser).await;
    let fields: Vec<(&str, &str)> = page.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let answer = browser.upload("/file", &fields, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("<title>出错："));
    for field in ["facts", "claims", "division", "phone", "truth"] {
        assert!(answer.says(&format!("href=\"#{field}\"")), "{field} in the summary");
        assert!(answer.says(&format!("id=\"{field}-error\"")), "{field} at its place");
    }
    assert_eq!(world.count("matter"), 0);
}

#[tokio::test]
async fn what_was_typed_comes_back() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let answer = sent(&world, &[("phone", "12"), ("address", "\"><script>x</script>")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("电话号码看着不对") && !answer.says("<script>x"));
    assert!(
        answer.says("机井水泵也坏了") && answer.says("修好机井水泵</textarea>") && answer.says("value=\"测试人甲\"")
    );
    assert!(answer.says("value=\"150223100201\" selected"));
    // Not all claims are wrong because one is.
    let long = "长".repeat(2001);
    let answer = sent(&world, &[("claims", "第一条"), ("claims", &long)]).await;
    assert!(answer.says("id=\"claims-2-error\"") && !answer.says("id=\"claims-1-error\""));
}

#[tokio::test]
async fn one_more_row_keeps_everything() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let answer = sent(&world, &[("do", "row"), ("rows", "3"), ("truth", "")]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.html.matches("name=\"claims\">").count(), 4);
    assert!(!answer.says("lx-summary\"") && answer.says("核对并补发奖励</textarea>"));
    assert_eq!(answer.field("rows"), "4");
}

#[tokio::test]
async fn files_are_refused_by_name_and_good_ones_need_not_be_chosen_again() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let page = opened(&mut browser).await;
    let large = vec![0u8; 40_000];
    let files: [(&str, &str, &[u8]); 2] = [("files", "照片.jpg", JPEG), ("files", "病毒.jpg", b"MZ\x90\0\x03\0\0\0")];
    let answer = browser.upload("/file", &with(&page, &[]), &files).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("“病毒.jpg”放不进来") && answer.says("EXE"), "{}", answer.html);
    assert!(answer.says("机井水泵也坏了") && answer.says("照片.jpg<small>"));
    assert_eq!(world.count("matter"), 0);

    // The good one goes along with the next try; too large a one is named with the limit.
    let kept = answer.field("kept");
    let again = [("kept", kept.as_str())];
    let answer = browser.upload("/file", &with(&page, &again), &[("files", "录像.mp4", &large)]).await;
    assert!(answer.says("“录像.mp4”太大"), "{}", answer.html);
    let kept = answer.field("kept");
    let answer = browser.upload("/file", &with(&page, &[("kept", kept.as_str())]), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    assert_eq!((world.count("matter"), world.count("attachment")), (1, 1));

    // Her own file comes back to be saved, and only to her.
    let number = answer.location.split('/').nth(2).unwrap();
    let page = browser.get(&format!("/t/{number}")).await;
    let href = page.html.split("href=\"/t/").find(|rest| rest.contains("/files/")).unwrap();
    let path = format!("/t/{}", href.split('"').next().unwrap());
    let file = browser.get(&path).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.bytes.starts_with(&[0xff, 0xd8]));
    assert_eq!(file.headers["content-disposition"], "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87.jpg");
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    let stranger = world.browser().get(&path).await;
    assert!(stranger.says("name=\"code\"") && !stranger.bytes.starts_with(&[0xff, 0xd8]));
}

#[tokio::test]
async fn a_voice_note_may_play_so_long_and_no_longer() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let page = opened(&mut browser).await;
    // Speech of 12 200 bit/s would be too large; silent frames of one byte play 20 ms each.
    let amr = |seconds: usize| [b"#!AMR\n".to_vec(), vec![0x7c; seconds * 50]].concat();
    let long = amr(190);
    let answer = browser.upload("/file", &with(&page, &[]), &[("voice", "录音.amr", &long)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("这段录音太长，最多 3 分钟") && answer.says("id=\"voice-error\""), "{}", answer.html);
    // As evidence among the papers it may play as long as it fits.
    let answer = browser.upload("/file", &with(&page, &[]), &[("files", "通话.amr", &long)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = opened(&mut browser).await;
    let answer = browser.upload("/file", &with(&page, &[]), &[("voice", "录音.amr", &amr(183))]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "the recorder stops a moment late: {}", answer.html);
}

#[tokio::test]
async fn a_forged_form_leaves_nothing_behind() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let page = opened(&mut browser).await;
    let forged = with(&page[1..], &[("csrf", "0000")]);
    let answer = browser.upload("/file", &forged, &[("files", "照片.jpg", JPEG)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("您写的还在，请再点一次") && answer.says("机井水泵也坏了"));
    assert_eq!(world.count("matter"), 0);
    assert!(!world.keeps_files());
    // Kept files of another form, invented places and fields of the desk change nothing.
    let change = [("kept", "v1:0000:AAAA"), ("channel", "VISIT"), ("received_at", "2020-01-01"), ("respondent", "x")];
    let answer = browser.upload("/file", &with(&page, &change), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(world.count("attachment"), 0);
    let row = world.case(answer.location.split('/').nth(2).unwrap());
    let row = store.read_blocking(move |tx| services::matter::find_by_id(tx, row)).unwrap().unwrap();
    assert_eq!((row.channel.as_str(), row.received_at), ("WEB", world.clock_now()));
    let answer = sent(&world, &[("division", "990000")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("id=\"division-error\""));
}

#[tokio::test]
async fn two_clicks_are_one_matter_with_one_receipt() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let page = opened(&mut browser).await;
    let first = browser.upload("/file", &with(&page, &[]), &[("files", "照片.jpg", JPEG)]).await;
    let receipt = browser.get(&first.location).await;
    let second = browser.upload("/file", &with(&page, &[]), &[("files", "照片.jpg", JPEG)]).await;
    assert_eq!((second.status, &second.location), (StatusCode::SEE_OTHER, &first.location));
    assert_eq!((world.count("matter"), world.count("attachment")), (1, 1));
    let again = browser.get(&second.location).await;
    assert!(again.says("您点了两次，只登记了一件") && !receipt.says("您点了两次"));
    let code = |page: &Page| page.html.split("lx-receipt__code\">").nth(1).unwrap()[..9].to_owned();
    assert_eq!(code(&receipt), code(&again));
    // The same page with other words is another matter, and says so.
    let other = browser.upload("/file", &with(&page, &[("facts", "另一件事。")]), &[]).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.says("这一页已经交过一次"));
}

#[tokio::test]
async fn reports_of_wrongdoing_are_told_away_and_not_stored() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let page = world.browser().get("/file").await;
    let (sealed, first_field) = (page.html.find("href=\"/sealed\"").unwrap(), page.html.find("<textarea").unwrap());
    assert!(sealed < first_field, "told away before anything is typed");
    let mut browser = world.browser();
    let page = opened(&mut browser).await;
    let files: [(&str, &str, &[u8]); 1] = [("files", "证据.jpg", JPEG)];
    let answer = browser.upload("/file", &with(&page, &[("matter_type", "WHISTLEBLOW")]), &files).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("12388") && answer.says("href=\"/sealed\""));
    assert_eq!((world.count("matter"), world.count("person"), world.keeps_files()), (0, 0, false));
}

#[tokio::test]
async fn a_scanned_station_knows_its_place() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    world.station("百灵庙镇代办站", "150223100");
    let mut browser = world.browser();
    let page = browser.get("/s/150223100").await;
    assert!(page.says("百灵庙镇代办站") && page.says("href=\"/file?s=150223100\""));
    let page = browser.get("/file?s=150223100").await;
    assert!(page.says("value=\"150223100\" selected") && page.says("name=\"help\""));
    assert!(browser.get("/s/150223101").await.says("这里还没有代办点"));
    assert!(browser.get("/agents?division=150223100201").await.says("百灵庙镇代办站"), "the nearest one");
}

#[tokio::test]
async fn a_prefectures_house_asks_for_the_county_first() {
    let store = testkit::sqlite(MIGRATIONS);
    let mut world = World::new(&store, NOW);
    let mut config = (*world.state.config).clone();
    config.home = Some(kernel::DivisionCode::parse("1502").unwrap());
    world.state.config = std::sync::Arc::new(config);
    let mut browser = world.browser();
    let page = browser.get("/file").await;
    assert!(page.says("<option value=\"150223\">") && !page.says("name=\"division\""));
    let fields = vec![("csrf".to_owned(), page.field("csrf")), ("key".to_owned(), page.field("key"))];
    let next = [("county", "150223"), ("division", ""), ("do", "place")];
    let answer = browser.upload("/file", &with(&fields, &next), &[("files", "照片.jpg", JPEG)]).await;
    assert!(answer.says("<option value=\"150223100201\">") && answer.says("照片.jpg<small>"));
    // A village left over from another county gives way to the county.
    let other = [("county", "150223"), ("division", "150204")];
    let answer = browser.upload("/file", &with(&fields, &other), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let id = world.case(answer.location.split('/').nth(2).unwrap());
    let row = store.read_blocking(move |tx| services::matter::find_by_id(tx, id)).unwrap().unwrap();
    assert_eq!(row.facts.division.as_str(), "150223");
}

#[tokio::test]
async fn a_text_that_accuses_is_told_of_the_sealed_channel_and_never_held() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    let mut browser = world.browser();
    let accuses = "嘎查长把我们的低保款冒领了两年，钱进了自己的账户。";
    let offered = browser.post("/file/alike", &[("facts", accuses)]).await;
    assert!(
        offered.status == StatusCode::OK && offered.says("密封通道") && offered.says("不影响提交"),
        "{}",
        offered.html
    );
    assert!(!offered.says("<html") && !offered.says(accuses), "a fragment, without her words");
    for calm in ["短", "暖气从十月起一直不热，给供热公司打过三次电话，没有人来修。"] {
        let offered = browser.post("/file/alike", &[("facts", calm)]).await;
        assert!(offered.status == StatusCode::OK && !offered.says("密封通道"), "{calm}: {}", offered.html);
    }
    assert_eq!(world.count("matter"), 0);
    // It can be filed all the same.
    let answer = sent(&world, &[("facts", accuses)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
}

#[tokio::test]
async fn without_script_the_button_looks_and_keeps_everything() {
    let store = testkit::sqlite(MIGRATIONS);
    let world = World::new(&store, NOW);
    assert!(world.browser().get("/file").await.says("name=\"do\" value=\"alike\""));
    let answer =
        sent(&world, &[("do", "alike"), ("truth", ""), ("facts", "信用社主任收了好处费才肯放贷款，拖了三个月。")])
            .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.says("密封通道更稳妥") && answer.says("拖了三个月。</textarea>"), "{}", answer.html);
    assert!(answer.says("核对并补发奖励</textarea>") && !answer.says("lx-summary\""));
    let answer = sent(&world, &[("do", "alike"), ("truth", "")]).await;
    assert!(answer.says("没有找到相近的答复"), "{}", answer.html);
}
