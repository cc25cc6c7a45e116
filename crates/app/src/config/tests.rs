use super::*;

fn read(text: &str) -> Result<Config, Vec<Refusal>> {
    effective(read::fields(text)?, Locale::Zh)
}

#[test]
fn an_empty_file_gives_a_working_installation() {
    let config = read("").unwrap();
    assert_eq!(config.database.to_string(), "sqlite:data/lianxin.db");
    assert_eq!(config.keys, PathBuf::from("data/lianxin.db.keys"));
    assert!(config.listen.ip().is_loopback() && config.web.secure_cookies);
}

#[test]
fn all_mistakes_are_told_at_once_with_their_fields() {
    let errors =
        read("listen = 8080\nlisten_on = \"x\"\n[limits]\nfile = -1\n[place]\nname = 3\nnane = \"a\"").unwrap_err();
    let told: Vec<_> = errors.iter().map(|error| (error.field.as_str(), error.code.as_str())).collect();
    for expected in [
        ("listen", "config-type"),
        ("listen_on", "config-unknown"),
        ("limits.file", "config-number"),
        ("place.name", "config-type"),
        ("place.nane", "config-unknown"),
    ] {
        assert!(told.contains(&expected), "{expected:?} not in {told:?}");
    }
    let errors = read("listen = \"here\"\nadmin = \"there\"\nlog = \"xml\"\ndatabase = \"mysql://x\"").unwrap_err();
    assert_eq!(errors.len(), 4);
    for error in &errors {
        for locale in Locale::ALL {
            assert!(kernel::i18n::knows(locale, &error.message().key), "{}", error.code);
        }
    }
}

#[test]
fn a_torn_line_is_told_with_its_number() {
    let errors = read("log = \"text\"\nlisten = \"").unwrap_err();
    assert_eq!(errors[0].code, "config-syntax");
    assert!(errors[0].args.iter().any(|(name, value)| name == "line" && value == "2"), "{errors:?}");
}

#[test]
fn what_is_printed_reads_back_and_holds_no_password() {
    let config =
        read("database = \"postgres://u:secret@h/d\"\nadmin = \"\"\n[place]\nname = \"达茂旗\"\ndivision = \"150223\"")
            .unwrap();
    let text = config.to_string();
    assert!(!text.contains("secret"), "{text}");
    let again = read(&text).unwrap();
    assert_eq!(again.web.place, config.web.place);
    assert_eq!(again.web.home, config.web.home);
    assert!(again.web.home.is_some());
    assert_eq!((again.admin, again.listen), (None, config.listen));
    assert_eq!(config.keys, PathBuf::from("data/lianxin.keys"));
}

#[test]
fn ways_out_are_read_with_their_mistakes_and_printed_again() {
    let text = "[notify]\nportal = \"https://xf.example.cn/\"\ndigest = [\"email:guan@example.cn\"]\n\
                [sms]\nurl = \"https://sms.example.cn/send\"\nok = \"/code=0\"\nknows_keys = true\n\
                [email]\nkind = \"local\"\n[wecom]\ncorp = \"ww1\"\nagent = 7";
    let config = read(text).unwrap();
    assert_eq!(config.notify.portal.as_deref(), Some("https://xf.example.cn"));
    assert_eq!(config.notify.digest.len(), 1);
    assert_eq!(read(&config.to_string()).unwrap().notify, config.notify);
    let folder = tempfile::tempdir().unwrap();
    let carriers = config.notify.carriers(folder.path()).unwrap();
    assert_eq!(carriers.channels().count(), 3);
    assert!(carriers.of(domain::notice::Channel::Email).unwrap().is_local());
    let wrong = "[sms]\nkind = \"fax\"\n[email]\nhost = 3\ntls = \"ssl\"\n[wecom]\nagent = \"x\"\n[notify]\ndigest = \"a\"\nto = 1";
    let errors = read(wrong).unwrap_err();
    let told: Vec<_> = errors.iter().map(|error| (error.field.as_str(), error.code.as_str())).collect();
    for expected in [
        ("sms.kind", "config-choice"),
        ("sms.url", "config-missing"),
        ("email.host", "config-type"),
        ("email.tls", "config-choice"),
        ("email.from", "config-missing"),
        ("wecom.corp", "config-missing"),
        ("wecom.agent", "config-number"),
        ("notify.digest", "config-type"),
        ("notify.to", "config-unknown"),
    ] {
        assert!(told.contains(&expected), "{expected:?} not in {told:?}");
    }
    for error in &errors {
        assert!(kernel::i18n::knows(Locale::En, &error.message().key), "{}", error.code);
    }
}
