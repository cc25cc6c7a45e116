//! The carriers against small servers that answer, refuse, hang up, and note what they were told.

use std::{
    io::{BufRead, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

use domain::notice::Channel;
use kernel::{DeliveryId, Redacted};
use uuid::Uuid;

use super::{Email, Local, Sms, Tls, Wecom};
use crate::outbox::{Answer, Carrier, Parcel, Why};

fn parcel(channel: Channel, to: &str) -> Parcel {
    Parcel {
        region: "1502".into(),
        key: DeliveryId(Uuid::from_u128(7)),
        attempt: 1,
        channel,
        to: Redacted::new(to.into()),
        text: "编号 \"150223\"：{to} 现在由旗林草局办。".into(),
        again: false,
    }
}

type Heard = Arc<Mutex<Vec<String>>>;

/// A server on a free port that takes one connection after the other.
fn server(mut serve: impl FnMut(TcpStream, &Heard) + Send + 'static) -> (u16, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Heard::default();
    let notes = heard.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            serve(stream, &notes);
        }
    });
    (port, heard)
}

/// Answers each http request with the next of `answers`: status line and body. An empty one hangs up without a word.
fn http(answers: &'static [(&'static str, &'static str)]) -> (u16, Heard) {
    let mut next = answers.iter();
    server(move |stream, heard| {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 || line == "\r\n" {
                break;
            }
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            head.push_str(&line);
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        heard.lock().unwrap().push(head + &String::from_utf8(body).unwrap());
        let (status, said) = next.next().copied().unwrap_or(("500 Over", ""));
        if !status.is_empty() {
            let length = said.len();
            let answer = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{said}");
            (&stream).write_all(answer.as_bytes()).unwrap();
        }
    })
}

fn gateway(port: u16, ok: Option<(&str, &str)>) -> Sms {
    let ok = ok.map(|(place, value)| (place.to_owned(), value.to_owned()));
    Sms::new(&format!("http://127.0.0.1:{port}/send"), Sms::BODY, "连心", Redacted::new("s3cret".into()), ok, true)
}

#[test]
fn a_gateway_gets_the_key_and_a_text_that_stays_inside_its_quotes() {
    let (port, heard) = http(&[("200 OK", "{\"code\":0}"), ("200 OK", "{\"code\":7}")]);
    let sms = gateway(port, Some(("/code", "0")));
    let parcel = parcel(Channel::Sms, "13800000006");
    assert_eq!(sms.carry(&parcel), Answer::Taken(None));
    assert_eq!(sms.carry(&parcel), Answer::Never(Why::REFUSED), "its own code says no");
    let heard = heard.lock().unwrap();
    assert!(heard[0].to_lowercase().contains("authorization: bearer s3cret"), "{}", heard[0]);
    let body = heard[0].split("\r\n").last().unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["id"], parcel.key.to_string());
    assert_eq!(body["to"], "13800000006");
    assert_eq!(body["text"], format!("【连心】{}", parcel.text));
}

#[test]
fn what_surely_did_not_arrive_is_told_from_what_nobody_knows() {
    let answers = &[("503 Busy", ""), ("403 No", ""), ("404 Where", ""), ("500 Oh", ""), ("", "")];
    let (port, _) = http(answers);
    let sms = gateway(port, None);
    let parcel = parcel(Channel::Sms, "13800000006");
    let told: Vec<Answer> = answers.iter().map(|_| sms.carry(&parcel)).collect();
    let expected = [
        Answer::Later(Why::BUSY),
        Answer::Later(Why::LOCKED_OUT),
        Answer::Never(Why::REFUSED),
        Answer::Silence,
        Answer::Silence,
    ];
    assert_eq!(told, expected);
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert_eq!(gateway(free, None).carry(&parcel), Answer::Later(Why::DOWN), "nobody listens");
}

#[test]
fn wecom_fetches_a_token_once_and_another_when_it_ran_out() {
    let (port, heard) = http(&[
        ("200 OK", "{\"errcode\":0,\"access_token\":\"t1\"}"),
        ("200 OK", "{\"errcode\":0,\"msgid\":\"m1\"}"),
        ("200 OK", "{\"errcode\":42001}"),
        ("200 OK", "{\"errcode\":0,\"access_token\":\"t2\"}"),
        ("200 OK", "{\"errcode\":0,\"invaliduser\":\"wuyun\"}"),
        ("200 OK", "{\"errcode\":45009}"),
    ]);
    let wecom = Wecom::new(&format!("http://127.0.0.1:{port}/"), "ww1", 7, Redacted::new("s3cret".into()));
    let parcel = parcel(Channel::Wecom, "wuyun");
    assert_eq!(wecom.carry(&parcel), Answer::Taken(Some("m1".into())));
    assert_eq!(wecom.carry(&parcel), Answer::Later(Why::LOCKED_OUT));
    assert_eq!(wecom.carry(&parcel), Answer::Never(Why::BAD_ADDRESS));
    assert_eq!(wecom.carry(&parcel), Answer::Later(Why::BUSY));
    let heard = heard.lock().unwrap();
    let asked: Vec<&str> = heard.iter().map(|one| one.split(' ').nth(1).unwrap()).collect();
    assert!(asked[1].ends_with("access_token=t1") && asked[4].ends_with("access_token=t2"), "{asked:?}");
    assert_eq!(asked.iter().filter(|path| path.contains("gettoken")).count(), 2);
}

/// A mail server that answers `rcpt` to the recipient and hangs up after the letter when `mute`.
fn mail(rcpt: &'static str, mute: bool) -> (u16, Heard) {
    server(move |stream, heard| {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let say = |text: &str| (&stream).write_all(format!("{text}\r\n").as_bytes()).is_ok();
        say("220 here");
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            match line.get(..4).unwrap_or_default().to_uppercase().as_str() {
                "RCPT" => say(rcpt),
                "QUIT" => {
                    say("221 bye");
                    return;
                }
                "DATA" => {
                    say("354 go on");
                    let mut letter = String::new();
                    while !letter.ends_with("\r\n.\r\n") && reader.read_line(&mut letter).unwrap_or(0) > 0 {}
                    heard.lock().unwrap().push(letter);
                    if mute {
                        return;
                    }
                    say("250 taken")
                }
                _ => say("250 ok"),
            };
        }
    })
}

fn post(port: u16) -> Email {
    Email::new(("127.0.0.1", port), Tls::None, "lianxin@xf.example.cn", "连心", None).unwrap()
}

#[test]
fn a_letter_is_taken_refused_or_lost_without_a_word() {
    let parcel = parcel(Channel::Email, "a@example.cn");
    let (port, heard) = mail("250 ok", false);
    assert_eq!(post(port).carry(&parcel), Answer::Taken(None));
    assert!(heard.lock().unwrap()[0].contains(&format!("Message-ID: <{}@xf.example.cn>", parcel.key)));
    let (port, heard) = mail("550 nobody of that name", false);
    assert_eq!(post(port).carry(&parcel), Answer::Never(Why::BAD_ADDRESS));
    assert!(heard.lock().unwrap().is_empty());
    let (port, _) = mail("451 later", false);
    assert_eq!(post(port).carry(&parcel), Answer::Later(Why::BUSY));
    let (port, heard) = mail("250 ok", true);
    assert_eq!(post(port).carry(&parcel), Answer::Silence);
    assert_eq!(heard.lock().unwrap().len(), 1, "it was handed over once");
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert_eq!(post(free).carry(&parcel), Answer::Later(Why::DOWN));
}

#[test]
fn the_stand_in_writes_once_also_after_a_restart_and_never_to_whom() {
    let folder = tempfile::tempdir().unwrap();
    let parcel = parcel(Channel::Sms, "13800000006");
    for _ in 0..2 {
        let local = Local::open(Channel::Sms, folder.path()).unwrap();
        assert_eq!(local.carry(&parcel), Answer::Arrived(None));
        assert_eq!(local.carry(&parcel), Answer::Arrived(None));
    }
    let written = std::fs::read_to_string(folder.path().join("sms.jsonl")).unwrap();
    assert_eq!(written.lines().count(), 1);
    assert!(written.contains("旗林草局") && !written.contains("13800000006"));
}
