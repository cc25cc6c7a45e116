//! `lianxin admin create-user` as a person at the terminal meets it: the binary, a fresh house, and what it says.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

const PLACES: &str = "code,name\n1502,包头市\n150223,达尔罕茂明安联合旗\n";
const UNITS: &str = "名称,类型,区划\n达茂旗人民政府,政府,达尔罕茂明安联合旗\n";
const PASSWORD: &str = "一句自己记得住的话吧";

/// The program in `house`, with nothing of this machine's settings.
fn lianxin(house: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
    command.current_dir(house).env_clear().args(args).stdin(Stdio::null());
    command.args(["--database", "lianxin.db", "--data", "files", "--lang", "en"]);
    command
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A house with one banner and its government.
fn house() -> tempfile::TempDir {
    let house = tempfile::tempdir().unwrap();
    for (what, name, table) in [("divisions", "places.csv", PLACES), ("units", "units.csv", UNITS)] {
        std::fs::write(house.path().join(name), table).unwrap();
        let done = lianxin(house.path(), &["import", what, name]).output().unwrap();
        assert!(done.status.success(), "{}", text(&done));
    }
    house
}

const WHO: [&str; 8] = ["admin", "create-user", "--login", "Guanli", "--name", "周密", "--org", "达茂旗人民政府"];

#[test]
fn the_first_administrator_is_entered_once() {
    let house = house();
    let made = lianxin(house.path(), &WHO).env("LIANXIN_PASSWORD", PASSWORD).output().unwrap();
    assert!(made.status.success(), "{}", text(&made));
    assert!(text(&made).contains("guanli can sign in and has to change the password first"), "{}", text(&made));
    assert!(!text(&made).contains(PASSWORD), "a password is never printed");
    let again = lianxin(house.path(), &WHO).env("LIANXIN_PASSWORD", PASSWORD).output().unwrap();
    assert!(!again.status.success(), "the same name twice");
    assert!(!text(&again).contains("panicked"), "{}", text(&again));
}

#[test]
fn a_password_is_piped_in_and_a_missing_one_is_asked_for() {
    let house = house();
    let none = lianxin(house.path(), &WHO).output().unwrap();
    assert!(!none.status.success());
    assert!(text(&none).contains("LIANXIN_PASSWORD"), "{}", text(&none));
    let mut piped = lianxin(house.path(), &WHO);
    let mut running = piped.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    running.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
    let done = running.wait_with_output().unwrap();
    assert!(done.status.success(), "{}", text(&done));
}

#[test]
fn what_is_wrong_is_said_in_words() {
    let house = house();
    let told = |args: &[&str], password: &str| {
        let output = lianxin(house.path(), args).env("LIANXIN_PASSWORD", password).output().unwrap();
        assert!(!output.status.success(), "{}", text(&output));
        assert!(!text(&output).contains("panicked") && !text(&output).contains('⟨'), "{}", text(&output));
        text(&output)
    };
    let mut nowhere = WHO;
    nowhere[7] = "没有的单位";
    assert!(told(&nowhere, PASSWORD).contains("没有的单位"));
    let mut role = WHO.to_vec();
    role.extend(["--role", "KING"]);
    assert!(told(&role, PASSWORD).contains("KING"));
    told(&WHO, "1234");
}
