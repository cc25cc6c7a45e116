//! The sealed way as she meets it, without script, and attacked: what she writes stands in no log at its most talkative, in no page
//! but her own form, in no file of the machine.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use axum::http::{StatusCode, header};
use domain::{
    access::{self, Permit, Subject, actions::KeepSealedKeys},
    organisation::OrgKind,
    people::Role,
};
use kernel::{Ctx, DivisionCode, FixedClock};
use services::{
    Error, MIGRATIONS, sealed,
    secrets::envelope::{self, Effort, Passphrase},
};
use store::params;

use crate::world::{BANNER, Browser, Page, World, org, user};

const MARKERS: [&str; 5] =
    ["暗号甲午鹰嘴山石料款", "暗号被反映人朝鲁某", "暗号报告人其木格某", "暗号联系门市部东间", "暗号账本照片第七页"];
const CONTROL: &str = "暗号普通事项乙未机井水泵";

/// Everything that is logged, at every level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn begin() -> Self {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::set_global_default(subscriber).unwrap();
        log
    }

    fn read(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

/// A discipline body with two sealed officers and their key.
fn with_a_sealed_desk(world: &World) {
    let now = world.clock_now();
    let body = org(&world.state.store, now, 9, OrgKind::Discipline, "达茂旗纪委监委", BANNER);
    let made = world.state.store.write_blocking(move |tx| -> Result<(), Error> {
        for name in [51_u128, 52] {
            let sql = "INSERT INTO staff (id, login, name, org_id, locale, active, must_change, version) \
                       VALUES ($1, $2, $3, $4, 'zh-CN', $5, $6, 1)";
            tx.execute(sql, params![user(name), format!("officer-{name}"), format!("密封{name}"), body, true, false])?;
            let sql = "INSERT INTO role_grant (user_id, role, org_id, division, from_day) VALUES ($1, $2, $3, $4, $5)";
            let from = jiff::civil::date(2025, 1, 1);
            tx.execute(sql, params![user(name), Role::DisciplineSealed.name(), body, BANNER, from])?;
        }
        let ctx = Ctx::system(&FixedClock::at(now));
        let division = DivisionCode::parse(BANNER)?;
        let permit: Permit<KeepSealedKeys> = access::permit(&Subject::System, &division)?;
        let pass = |text| Passphrase::parse("first", text);
        let key = envelope::make(
            &ctx,
            [&pass("the first officer's words")?, &pass("第二位密封专人说的话一二")?],
            Effort::CHEAP,
        )?;
        sealed::init(tx, &ctx, &permit, &key)
    });
    made.unwrap();
}

fn fields<'a>(csrf: &'a str, key: &'a str, unit: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("csrf", csrf),
        ("key", key),
        ("text", MARKERS[0]),
        ("whom", MARKERS[1]),
        ("division", "150223100201"),
        ("level", "OWN"),
        ("not_to", unit),
        ("not_to", ""),
        ("identity", "NAMED"),
        ("name", MARKERS[2]),
        ("reach", MARKERS[3]),
    ]
}

async fn send(she: &mut Browser, unit: &str, change: impl FnOnce(&mut Vec<(&str, &str)>)) -> Page {
    let page = she.get("/sealed/file").await;
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let mut all = fields(&csrf, &key, unit);
    change(&mut all);
    let name = format!("{}.txt", MARKERS[4]);
    she.upload("/sealed/file", &all, &[("files", &name, MARKERS[0].as_bytes())]).await
}

fn kept_by_nobody(page: &Page) {
    assert_eq!(page.headers.get(header::CACHE_CONTROL).unwrap(), "no-store");
}

#[test]
fn what_she_writes_is_in_no_log_no_page_and_no_file() {
    let log = Log::begin();
    let database = testkit::sqlite(MIGRATIONS);
    let world = World::new(&database, "2026-03-02T02:00:00Z");
    let run = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    run.block_on(async {
        let unit = world.forestry.to_string();
        let mut she = world.browser();
        // Nobody can keep it: said, with telephones, and nothing is kept. Her own form comes back to her with her words.
        let outside = send(&mut she, &unit, |_| ()).await;
        assert_eq!(outside.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(outside.says("12388") && outside.says(MARKERS[0]), "{}", outside.html);
        kept_by_nobody(&outside);
        assert_eq!(world.count("matter") + world.count("sealed_part"), 0);
        with_a_sealed_desk(&world);
        for (name, value) in [("text", ""), ("division", ""), ("name", "")] {
            let wrong = send(&mut she, &unit, |all| {
                all.retain(|(known, _)| *known != name);
                all.push((name, value));
            });
            let wrong = wrong.await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            kept_by_nobody(&wrong);
        }
        let forged = send(&mut she, &unit, |all| all[0].1 = "forged").await;
        assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(world.count("matter"), 0);
        let receipt = send(&mut she, &unit, |_| ()).await;
        assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.html);
        kept_by_nobody(&receipt);
        assert!(testkit::leaks::found(&MARKERS, receipt.html.as_bytes()).is_empty(), "not even on her receipt");
        let number = receipt.html.split("lx-receipt__number\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let code = receipt.html.split("lx-receipt__code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        followed(&world, &number, &code).await;
        // The control: an ordinary matter with words of its own.
        she.file_with(&[("claims", CONTROL)]).await;
        tracing::debug!(control = CONTROL, "the log is read");
        elsewhere(&world, &number).await;
        let dump = std::fs::read(database.url_text().trim_start_matches("sqlite:")).unwrap();
        let wal =
            std::fs::read(format!("{}-wal", database.url_text().trim_start_matches("sqlite:"))).unwrap_or_default();
        let all = [dump, wal].concat();
        assert!(!testkit::leaks::found(&[CONTROL], &all).is_empty(), "the search finds what is there");
        assert!(testkit::leaks::found(&MARKERS, &all).is_empty(), "{:?}", testkit::leaks::found(&MARKERS, &all));
        assert!(!world.keeps_files(), "no file of hers lies in the folder");
    });
    let all = log.read();
    assert!(!testkit::leaks::found(&[CONTROL], &all).is_empty(), "the log was read at its most talkative");
    assert_eq!(testkit::leaks::found(&MARKERS, &all), std::collections::BTreeSet::new());
    let text = String::from_utf8_lossy(&all).into_owned();
    let there: Vec<&str> = text.lines().filter(|line| line.contains("\"/sealed")).collect();
    assert!(there.is_empty(), "no line says that somebody was there: {there:#?}");
}

/// Number and code show dates, here and nowhere else, and what she adds is sealed too.
async fn followed(world: &World, number: &str, code: &str) {
    let mut later = world.browser();
    let ordinary = later.fill("/t", "/t", &[("number", number), ("code", code)]).await;
    assert_eq!(ordinary.status, StatusCode::UNPROCESSABLE_ENTITY, "as for a wrong code");
    let wrong = later.fill("/sealed/track", "/sealed/track", &[("number", number), ("code", "00000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = later.fill("/sealed/track", "/sealed/track", &[("number", number), ("code", code)]).await;
    assert_eq!(page.status, StatusCode::OK);
    kept_by_nobody(&page);
    assert!(page.says("已收到，等移交有权机关"), "{}", page.html);
    let (csrf, key) = (page.field("csrf"), page.field("key"));
    let add =
        [("csrf", csrf.as_str()), ("key", key.as_str()), ("number", number), ("code", code), ("text", MARKERS[1])];
    let added = later.post("/sealed/track/add", &add).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.html);
    assert!(added.says("补充的已经收到") && !added.says(MARKERS[1]));
    assert_eq!(world.count("sealed_part"), 3);
}

/// Every other face of the machine, for whoever is not an officer.
async fn elsewhere(world: &World, number: &str) {
    let id = world.case(number);
    let mut anybody = world.browser();
    for path in [
        format!("/t/{number}"),
        format!("/desk/sealed/{id}"),
        "/desk/sealed".to_owned(),
        format!("/desk/matters/{id}"),
        "/sealed/nowhere".to_owned(),
        "/".to_owned(),
        "/answers?q=%E6%9A%97%E5%8F%B7".to_owned(),
        "/api/v1/openapi.json".to_owned(),
    ] {
        let page = anybody.get(&path).await;
        assert!(page.status != StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(testkit::leaks::found(&MARKERS, &page.bytes).is_empty(), "{path}");
    }
    let known = anybody.get(&format!("/desk/sealed/{id}")).await;
    let unknown = anybody.get("/desk/sealed/00000000-0000-7000-8000-000000000001").await;
    assert_eq!(known.status, unknown.status, "whether it exists is not told");
}
