//! What a practice may say and what not.

use kernel::{Locale, i18n};

use super::*;

#[test]
fn every_word_that_may_be_said_otherwise_is_one_in_the_faces() {
    for term in Term::ALL {
        for key in term.keys() {
            assert!(Locale::ALL.iter().all(|locale| i18n::knows(*locale, key)), "{term}: {key}");
            // Only where the word stands alone: a sentence keeps the standard one.
            assert_eq!(i18n::say(Locale::Zh, key, []), term.message().say(Locale::Zh), "{key}");
        }
        let said = term.message().say(Locale::Zh);
        assert_eq!(Term::called(&said), Some(*term), "{said}");
        assert_eq!(Term::called(term.name()), Some(*term));
    }
    for key in Part::ALL.iter().map(|one| one.key()).chain(Every::ALL.iter().map(|one| one.key())) {
        assert!(Locale::ALL.iter().all(|locale| i18n::knows(*locale, &key)), "{key}");
    }
}

#[test]
fn nobody_is_ranked_or_marked_and_no_rate_is_a_target() {
    assert_eq!(forbidden("代办员每月积分公示"), Some(Forbidden::Ranking("积分")));
    assert_eq!(forbidden("缠访人员名单"), Some(Forbidden::Mark("缠访")));
    assert_eq!(forbidden("化解率达到九成"), Some(Forbidden::Target("化解率")));
    assert_eq!(forbidden("按期答复 100%"), Some(Forbidden::Target("%")));
    assert!(matches!(forbidden("您的信访件请耐心等待"), Some(Forbidden::Wording("请耐心等待", _))));
    assert_eq!(forbidden("乡镇每周梳理分类，县每半月总结调度"), None);
}
