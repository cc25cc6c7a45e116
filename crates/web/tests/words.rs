//! Every message that a page says exists in every language, none is left over, and none speaks like an office.

#![expect(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use kernel::{Locale, i18n};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn files(folder: &Path, endings: &[&str], found: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if path.is_dir() {
            files(&path, endings, found);
        } else if endings.contains(&ending) {
            found.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = vec![];
    for room in fs::read_dir(root()).unwrap().flatten() {
        for part in ["src", "templates"] {
            files(&room.path().join(part), &["rs", "html", "svg"], &mut found);
        }
    }
    found
}

/// String literals that look like a key of one of the faces' files.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).filter(|literal| {
        ["portal-", "desk-", "admin-"].iter().any(|prefix| literal.starts_with(prefix))
            && literal.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !literal.ends_with('-')
    })
}

#[test]
fn every_key_that_is_used_is_said_in_every_language() {
    let mut missing = BTreeSet::new();
    for (path, text) in sources().iter().filter(|(path, _)| path.components().any(|c| c.as_os_str() == "web")) {
        for key in keys(text) {
            for locale in Locale::ALL {
                if !i18n::knows(locale, key) {
                    missing.insert(format!("{key} ({}) in {}", locale.tag(), path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_refusal_of_this_room_has_its_sentence() {
    let mut missing = BTreeSet::new();
    for (path, text) in sources().iter().filter(|(path, _)| path.components().any(|c| c.as_os_str() == "web")) {
        for call in text.split("Refusal::invalid(").skip(1) {
            let Some(arguments) = call.split(')').next() else { continue };
            // The code is the second argument; one that is computed is found where it is made.
            let Some(code) = arguments.rsplit_once(',').map(|(_, second)| second.trim()) else { continue };
            let Some(code) = code.strip_prefix('"').and_then(|code| code.strip_suffix('"')) else { continue };
            if !code.is_empty() && !i18n::knows(Locale::Zh, &format!("refusal-{code}")) {
                missing.insert(format!("{code} in {}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_message_of_the_faces_is_left_over() {
    let all: String = sources().into_iter().map(|(_, text)| text).collect();
    let mut unused = vec![];
    for file in ["portal.ftl", "phone.ftl", "desk.ftl"] {
        let text = fs::read_to_string(root().join("kernel/locales/zh-CN").join(file)).unwrap();
        for key in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let key = key.split(" =").next().unwrap_or_default();
            // A key may be put together from a prefix: format!("portal-stage-{stage}").
            let prefixes = key.match_indices('-').map(|(at, _)| format!("\"{}-{{", &key[..at]));
            if !all.contains(&format!("\"{key}\"")) && !prefixes.into_iter().any(|prefix| all.contains(&prefix)) {
                unused.push(key.to_owned());
            }
        }
    }
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn nothing_speaks_like_an_office() {
    let banned = [
        "请耐心等待",
        "温馨提示",
        "系统错误",
        "非法操作",
        "恭喜",
        "请勿重复提交",
        "操作失败",
        "权限不足",
        "查无此件",
        "缠访",
        "闹访",
        "老户",
        "息诉罢访",
        "越级上访人员",
        "错误代码",
        "材料不合格",
        "视为放弃",
        "系统维护中",
        "！",
    ];
    let mut texts = vec![];
    files(&root().join("kernel/locales/zh-CN"), &["ftl"], &mut texts);
    files(&root().join("web/templates"), &["html"], &mut texts);
    let mut found = vec![];
    for (path, text) in &texts {
        for (number, line) in text.lines().enumerate() {
            for word in banned.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{word} in {}:{}", path.display(), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_template_holds_script_or_style() {
    let mut texts = vec![];
    files(&root().join("web/templates"), &["html"], &mut texts);
    assert!(texts.len() > 20);
    for (path, text) in &texts {
        let lower = text.to_lowercase();
        for inline in [" style=", "<style", " onclick=", " onload=", " onchange=", " onsubmit=", "javascript:"] {
            assert!(!lower.contains(inline), "{inline} in {}", path.display());
        }
        for script in lower.split("<script").skip(1) {
            assert!(script.trim_start().starts_with("src="), "inline script in {}", path.display());
        }
    }
}
