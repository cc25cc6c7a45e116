//! The report over a unit's head as the one who writes it meets it, without script; and the pages of a station.

use axum::http::StatusCode;
use services::MIGRATIONS;

use crate::{filing::JPEG, world::World};

fn on_sqlite(story: impl AsyncFn(World)) {
    let database = testkit::sqlite(MIGRATIONS);
    let world = World::new(&database, "2026-03-02T02:00:00Z");
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(story(world));
}

const WORDS: &str = "去了三次，窗口说不用登记，让回去等。";

#[test]
fn it_is_sent_up_with_everything_kept_on_the_way() {
    on_sqlite(async |world: World| {
        let (unit, mut she) = (world.forestry.to_string(), world.browser());
        let page = she.get("/obstructed").await;
        for words in ["tel:110", "tel:12388", "达茂旗林业和草原局", "不留姓名电话"] {
            assert!(page.says(words), "{words}");
        }
        let empty = she.fill("/obstructed", "/obstructed", &[("division", "150223")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.says("还差一段话") && empty.says("选一样就行") && empty.says("留手机号，或者选"));
        let fields = [
            ("wrongs", "REFUSED_REGISTRATION"),
            ("wrongs", "PRESSED"),
            ("facts", WORDS),
            ("division", "150223100201"),
            ("unit", unit.as_str()),
            ("reach", "none"),
        ];
        let nowhere = she.fill("/obstructed", "/obstructed", &fields).await;
        assert!(
            nowhere.says("12388") && nowhere.says(WORDS),
            "nothing stands above it here: says where else, keeps the words"
        );
        assert_eq!(nowhere.html.matches("name=\"wrongs\"").count(), 5);
        assert_eq!(nowhere.html.matches(" checked").count(), 3, "two boxes and the choice of reach");
        assert_eq!(world.count("matter"), 0);

        world.bureau_above();
        let sent = she.fill("/obstructed", "/obstructed", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
        let receipt = she.get(&sent.location).await;
        assert!(receipt.says("包头市信访局") && receipt.says("lx-receipt__code"), "where it went, and the code");
        let number = sent.location.split('/').nth(2).unwrap().to_owned();
        let code = receipt.html.split("lx-receipt__code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();

        // Another day, another browser: number and code.
        let mut later = world.browser();
        let opened = later.fill("/t", "/t", &[("number", &number), ("code", &code)]).await;
        let page = later.get(&opened.location).await;
        assert!(page.says("现在在包头市信访局") && page.says(WORDS) && page.says("查不到这个编号"), "{}", page.html);
        let none = later.get(&format!("/t/{number}/views")).await;
        assert!(!none.says(WORDS), "its one page is all there is");
        let add = format!("/obstructed/{number}/add");
        let page = later.get(&format!("/t/{number}")).await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let added = [("csrf", csrf.as_str()), ("key", key.as_str()), ("note", "昨天又去了一次。")];
        let first = later.post(&add, &added).await;
        let second = later.post(&add, &added).await;
        assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(world.count("event WHERE kind = 'obstruction.added'"), 1, "sent twice, added once");
        later.forget("lx-track");
        let lapsed = later.post(&add, &[("csrf", &csrf), ("key", &key), ("note", "第三次。")]).await;
        assert!(lapsed.says("第三次。"), "what was typed comes along while the code is asked for");
    });
}

#[test]
fn files_go_up_with_it_by_the_rules_of_filing_and_come_back_to_her_alone() {
    on_sqlite(async |world: World| {
        world.bureau_above();
        let (unit, mut she) = (world.forestry.to_string(), world.browser());
        let page = she.get("/obstructed").await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let fields = [
            ("csrf", csrf.as_str()),
            ("key", key.as_str()),
            ("wrongs", "REFUSED_REGISTRATION"),
            ("facts", WORDS),
            ("division", "150223100201"),
            ("unit", unit.as_str()),
            ("reach", "none"),
        ];
        let files: [(&str, &str, &[u8]); 2] =
            [("files", "窗口.jpg", JPEG), ("files", "病毒.jpg", b"MZ\x90\0\x03\0\0\0")];
        let again = she.upload("/obstructed", &fields, &files).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            again.says("“病毒.jpg”放不进来") && again.says("窗口.jpg<small>") && again.says(WORDS),
            "{}",
            again.html
        );
        let kept = again.field("kept");
        let all: Vec<_> = fields.into_iter().chain([("kept", kept.as_str())]).collect();
        let sent = she.upload("/obstructed", &all, &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
        let twice = she.upload("/obstructed", &all, &[]).await;
        assert_eq!((twice.status, world.count("attachment")), (StatusCode::SEE_OTHER, 1), "sent twice, recorded once");

        let number = sent.location.split('/').nth(2).unwrap().to_owned();
        let page = she.get(&format!("/t/{number}")).await;
        let href = page.html.split("href=\"/t/").find(|rest| rest.contains("/files/")).unwrap();
        let path = format!("/t/{}", href.split('"').next().unwrap());
        assert!(she.get(&path).await.bytes.starts_with(&[0xff, 0xd8]));
        assert!(!world.browser().get(&path).await.bytes.starts_with(&[0xff, 0xd8]));

        // More of it later; what is wrong with one keeps the other.
        let add = format!("/obstructed/{number}/add");
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str()), ("note", "")];
        let empty = she.upload(&add, &fields, &[("files", "短信.jpg", JPEG)]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("短信.jpg<small>"), "{}", empty.html);
        let kept = empty.field("kept");
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str()), ("note", "这是短信。"), ("kept", kept.as_str())];
        assert_eq!(she.upload(&add, &fields, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(world.count("attachment"), 2);
    });
}

#[test]
fn a_look_that_should_not_have_been_is_objected_to_once_and_followed_from_there() {
    on_sqlite(async |world: World| {
        let mut she = world.browser();
        let (number, code) = she.file().await;
        let none = she.get(&format!("/t/{number}/views")).await;
        assert!(none.says("还没有人看过") && !none.says("我觉得不该看"));
        let officer = world.staff(1, domain::people::Role::Registrar, world.bureau);
        let id = world.case(&number);
        let state = world.state.clone();
        let look = move |tx: &mut store::Tx| {
            let ctx = kernel::Ctx::system(&kernel::FixedClock::at(state.clock.now()));
            services::matter::look(tx, &ctx, &officer, id).map(drop)
        };
        world.state.store.write_blocking(look).unwrap();
        let page = she.get(&format!("/t/{number}/views")).await;
        let href = page.html.split("href=\"").find(|rest| rest.contains("/views/")).unwrap();
        let at = href.split('"').next().unwrap().to_owned();
        assert!(at.starts_with(&format!("/t/{number}/views/")) && page.says("我觉得不该看"), "{}", page.html);
        assert!(she.get(&at).await.says("达茂旗信访局"), "which look");
        let other = format!("/t/{number}/views/00000000-0000-7000-8000-000000000000");
        assert_eq!(she.get(&other).await.status, StatusCode::NOT_FOUND);

        let words = [("words", "我不认识这个人。")];
        let nowhere = she.fill(&at, &at, &words).await;
        assert!(nowhere.says("12388") && nowhere.says("我不认识这个人。"), "nothing stands above it: says where else");
        world.bureau_above();
        // Two hours later: the sentence comes along while the code is asked for.
        let page = she.get(&at).await;
        let (csrf, key) = (page.field("csrf"), page.field("key"));
        let sent = [("csrf", csrf.as_str()), ("key", key.as_str()), words[0]];
        she.forget("lx-track");
        let lapsed = she.post(&at, &sent).await;
        assert!(lapsed.status == StatusCode::UNAUTHORIZED && lapsed.says("我不认识这个人。"));
        she.fill("/t", "/t", &[("number", &number), ("code", &code)]).await;
        let done = she.fill(&at, &at, &words).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, at.as_str()), "{}", done.html);
        let said = she.get(&at).await;
        assert!(said.says("已送到包头市信访局") && !said.says("name=\"words\""), "{}", said.html);
        assert!(she.get(&format!("/t/{number}/views")).await.says("您说过不该看，已送到包头市信访局"));
        she.post(&at, &sent).await;
        assert_eq!(world.count("matter WHERE kind = 'OBSTRUCTION'"), 1, "one look, one report");
        let report = said.html.split("href=\"/t/").skip(1).find(|rest| !rest.starts_with(&number)).unwrap();
        let report = report.split('"').next().unwrap().to_owned();
        let mut later = world.browser();
        let opened = later.fill("/t", "/t", &[("number", &report), ("code", &code)]).await;
        let page = later.get(&opened.location).await;
        assert!(
            page.says("那一次查看，不该看") && page.says("我不认识这个人。"),
            "her own code opens it: {}",
            page.html
        );
    });
}

#[test]
fn a_stations_page_and_sheet_say_who_what_until_when_and_whom_to_complain_to() {
    on_sqlite(async |world: World| {
        world.station("百灵庙镇信访代办站", "150223100");
        let mut she = world.browser();
        let page = she.get("/s/150223100/about").await;
        for words in [
            "百灵庙镇信访代办站",
            "/file?s=150223100",
            "只有您能评",
            "15 天内",
            "60 天内",
            "达茂旗信访局",
            "/obstructed",
        ] {
            assert!(page.says(words), "{words}");
        }
        let sign = she.get("/s/150223100/sign").await;
        assert!(sign.says("<svg") && sign.says("不收一分钱") && !sign.says("style="), "{}", sign.html);
        assert_eq!(she.get("/s/150223999/about").await.status, StatusCode::NOT_FOUND);
        assert_eq!(she.get("/s/150223999/sign").await.status, StatusCode::NOT_FOUND);
        // Nobody in the village: the station of its township stands there.
        let near = she.get("/agents?division=150223100201").await;
        assert!(near.says("百灵庙镇信访代办站") && near.says("/s/150223100/about"), "{}", near.html);
    });
}
