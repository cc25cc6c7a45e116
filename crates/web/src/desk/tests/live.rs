//! Live updates: what is told to whom, and when a stream ends.

use std::time::Duration;

use axum::{body::BodyDataStream, http::StatusCode};
use futures_util::StreamExt as _;

use super::{
    browser::Browser,
    house::House,
    story::{on_both, on_sqlite, register},
};

/// One open stream.
struct Stream {
    body: BodyDataStream,
    heard: String,
}

impl Stream {
    async fn open(browser: &Browser, path: &str) -> Self {
        let (status, body) = browser.stream(path).await;
        assert_eq!(status, StatusCode::OK);
        Self { body, heard: String::new() }
    }

    /// Listens until `words` were heard; whether they were before the stream ended or time was up.
    async fn hears(&mut self, words: &str, patience: Duration) -> bool {
        let listening = async {
            while !self.heard.contains(words) {
                match self.body.next().await {
                    Some(Ok(bytes)) => self.heard.push_str(&String::from_utf8_lossy(&bytes)),
                    _ => return false,
                }
            }
            true
        };
        tokio::time::timeout(patience, listening).await.unwrap_or(false)
    }

    /// Whether the stream ends by itself.
    async fn ends(&mut self) -> bool {
        let listening = async { while let Some(Ok(_)) = self.body.next().await {} };
        tokio::time::timeout(LONG, listening).await.is_ok()
    }
}

const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(600);

/// The moment of the page a browser is on, as its script says it.
fn live(browser: &Browser) -> String {
    let since = browser.page.html.split("data-live=\"").nth(1).unwrap().split('"').next().unwrap();
    format!("/desk/live?since={since}")
}

#[test]
fn a_change_is_told_to_those_who_may_see_it_and_names_the_case_only() {
    on_both(|house: House| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let case = register(&mut registrar, "PETITION", "草畜平衡奖励少发").await;
        let id = case.rsplit('/').next().unwrap().to_owned();
        house.clock.advance_seconds(60);
        let mut officer = house.at_the_desk("ganbu").await;
        let mut stranger = house.at_the_desk("qingshan").await;
        for browser in [&mut registrar, &mut officer, &mut stranger] {
            browser.get("/desk").await;
        }
        let mut hers = Stream::open(&officer, &live(&officer)).await;
        let mut own = Stream::open(&registrar, &live(&registrar)).await;
        let mut elsewhere = Stream::open(&stranger, &live(&stranger)).await;
        house.clock.advance_seconds(5);
        registrar.get(&format!("{case}/do/progress")).await;
        registrar.submit(&[("note", "她又送来一张照片。")]).await.says("“记进展”记下了");
        assert!(hers.hears(&id, LONG).await, "{}", hers.heard);
        assert!(hers.heard.contains("event: change") && hers.heard.contains("\"mine\":true"), "{}", hers.heard);
        assert!(!hers.heard.contains("照片") && !hers.heard.contains("草畜"), "{}", hers.heard);
        assert!(!own.hears(&id, SHORT).await, "her own change is no news");
        assert!(!elsewhere.hears(&id, SHORT).await, "another banner's matter is not even named");
        // Who comes back is told what she missed.
        let mut back = Stream::open(&officer, &live(&officer)).await;
        assert!(back.hears(&id, LONG).await);
    });
}

#[test]
fn a_stream_ends_with_its_session_and_does_not_keep_it_alive() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk").await;
        let mut stream = Stream::open(&officer, &live(&officer)).await;
        assert!(stream.hears(": open", LONG).await);
        house.clock.advance_seconds(50 * 60);
        let (status, _) = officer.stream(&live(&officer)).await;
        assert_eq!(status, StatusCode::OK);
        house.clock.advance_seconds(20 * 60);
        assert!(stream.hears("event: end", LONG).await, "{}", stream.heard);
        assert!(stream.ends().await);
        let (status, _) = officer.stream(&live(&officer)).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn streams_are_few_a_person_and_end_when_the_server_stops() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk").await;
        let path = live(&officer);
        let mut open = vec![];
        for _ in 0..4 {
            open.push(Stream::open(&officer, &path).await);
        }
        let (status, _) = officer.stream(&path).await;
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
        open.pop();
        open.push(Stream::open(&officer, &path).await);
        house.state.live.close();
        for stream in &mut open {
            assert!(stream.ends().await);
        }
        let mut administrator = house.at_the_desk("guanli").await;
        administrator.get("/desk/keys").await;
        let (status, _) = administrator.stream("/desk/live").await;
        assert_eq!(status, StatusCode::NO_CONTENT);
    });
}

#[test]
fn the_server_stops_although_streams_are_open() {
    on_sqlite(|house: House| async move {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get("/desk").await;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let server = tokio::spawn(crate::server::serve(listener, house.state.clone(), async {
            stopped.await.ok();
        }));
        let mut line = tokio::net::TcpStream::connect(address).await.unwrap();
        let request = format!("GET /desk/live HTTP/1.1\r\nHost: x\r\nCookie: {}\r\n\r\n", officer.cookie_line());
        line.write_all(request.as_bytes()).await.unwrap();
        let mut first = [0; 256];
        let read = line.read(&mut first).await.unwrap();
        assert!(String::from_utf8_lossy(&first[..read]).starts_with("HTTP/1.1 200"));
        stop.send(()).unwrap();
        tokio::time::timeout(LONG, server).await.expect("it stops").unwrap().unwrap();
    });
}
