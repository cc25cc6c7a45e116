//! Published answers on both engines.

use domain::{
    access::{self, Permit, Subject, actions::PublishAnswer},
    dispatch::CategoryPath,
};
use kernel::{DivisionCode, Refusal};
use store::Store;

use super::*;
use crate::{
    Error, Kit,
    organisation::tests::{code, ctx, tree},
    petition::{By, Door, PetitionForm, register},
    secrets::Keys,
};

fn kit() -> Kit {
    Kit::new(Keys::ephemeral(&ctx(9)).unwrap())
}

fn leave(place: &str) -> Permit<PublishAnswer> {
    access::permit(&Subject::System, &code(place)).unwrap()
}

fn form(question: &str, answer: &str, division: &str) -> AnswerForm {
    AnswerForm {
        question: question.into(),
        answer: answer.into(),
        division: division.into(),
        category: "城乡建设/供热/室温不达标".into(),
        ..AnswerForm::default()
    }
}

fn put(store: &Store, seed: u64, form: &AnswerForm) -> Result<Answer, Error> {
    let (draft, kit) = (form.parse()?, kit());
    store.write_blocking(move |tx| publish(tx, &kit, &ctx(seed), &leave("1502"), &draft, None))
}

const HEATING: &str = "暖气不热，室温不到 18 度怎么办";
const HEATING_ANSWER: &str = "先打供热企业的报修电话，约好上门测温。连续不达标的天数可以申请退费，由住建局督促。";

fn code_of<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().refusals().map(|all: &[Refusal]| all[0].code.clone()).unwrap()
}

#[test]
fn an_answer_is_published_found_changed_and_taken_back() {
    testkit::both(crate::MIGRATIONS, |store| {
        tree(store);
        let one = put(store, 1, &form(HEATING, HEATING_ANSWER, "150223")).unwrap();
        put(store, 2, &form("草畜平衡奖补什么时候发", "每年十月公示面积，十一月底前打到一卡通。", "150223")).unwrap();
        put(store, 3, &form("外地住院怎么报销", "先办异地就医备案。", "150204")).unwrap();
        let (slug, id) = (one.slug.clone(), one.id);
        let read = |place: &'static str, text: &'static str| {
            store.read_blocking(move |tx| like(tx, &code(place), text, 3)).unwrap()
        };
        let found = read("150223100201", "我家屋里暖气一直不热，只有 16 度，能退费吗");
        assert_eq!(found.iter().map(|one| one.answer.slug.as_str()).collect::<Vec<_>>(), [slug.as_str()], "{found:?}");
        assert!(found[0].shared.iter().any(|word| word.contains("暖气")));
        assert!(read("150204", "暖气不热").is_empty(), "another county's answers hold there");
        let searched = store.read_blocking(|tx| search(tx, &code("150223"), "退费 测温", 10)).unwrap();
        assert_eq!(searched.len(), 1);
        let changed = form(HEATING, "先报修，约测温；不达标的天数按规定退费。", "150223").parse().unwrap();
        let update = |version: i64| {
            let (changed, kit) = (changed.clone(), kit());
            store.write_blocking(move |tx| change(tx, &kit, &ctx(4), &leave("1502"), id, version, &changed))
        };
        assert_eq!(update(1).unwrap().version, 2);
        assert_eq!(code_of(update(1)), "stale");
        store.write_blocking(move |tx| withdraw(tx, &ctx(5), &leave("1502"), id, 2)).unwrap();
        let slug = one.slug;
        assert!(store.read_blocking(move |tx| get(tx, &slug)).unwrap().is_none());
        assert!(read("150223", "暖气不热").is_empty());
        let head = store.read_blocking(move |tx| store::event_log::head(tx, "1502", id)).unwrap();
        assert_eq!(head.seq, 3, "publishing, changing and taking back stand in the log");
    });
}

#[test]
fn numbers_of_persons_are_refused_at_the_door() {
    let refused = form("张某问供热", "请打 13800138000 找李师傅", "150223").parse().unwrap_err();
    assert_eq!(refused.refusals().unwrap()[0].code, "answer-personal");
    assert_eq!(refused.refusals().unwrap()[0].field, "answer");
}

#[test]
fn who_filed_it_is_never_named() {
    testkit::both(crate::MIGRATIONS, |store| {
        tree(store);
        let kit = kit();
        let id = {
            let kit = kit.clone();
            store
                .write_blocking(move |tx| -> Result<_, Error> {
                    let place: Permit<access::actions::AdminUnits> = access::permit(&Subject::System, &code("1502"))?;
                    let name = kernel::Text::parse("name", "达茂旗信访局")?;
                    let draft =
                        crate::organisation::OrgDraft::new(domain::organisation::OrgKind::Bureau, name, code("150223"));
                    crate::organisation::create(tx, &ctx(1), &place, draft)?;
                    let form = PetitionForm {
                        facts: "暖气不热".into(),
                        claims: vec!["修好".into()],
                        name: "乌云其木格".into(),
                        phone: "138 0000 0006".into(),
                        division: "150223".into(),
                        truth: true,
                        ..PetitionForm::default()
                    };
                    let now = ctx(2).now();
                    let new = form.parse(Door::Public, now)?;
                    Ok(register(tx, &kit, &ctx(2), &By::Petitioner, &new, None)?.id)
                })
                .unwrap()
        };
        let publish = |seed: u64, answer: &'static str| {
            let (kit, draft) = (kit.clone(), form(HEATING, answer, "150223").parse().unwrap());
            store.write_blocking(move |tx| super::publish(tx, &kit, &ctx(seed), &leave("1502"), &draft, Some(id)))
        };
        assert_eq!(code_of(publish(3, "乌云其木格家的暖气已经修好")), "answer-names-her");
        let published = publish(4, "这一户的暖气已经修好").unwrap();
        assert_eq!(published.category, Some(CategoryPath::parse("城乡建设/供热/室温不达标").unwrap()));
        let outside = store.write_blocking({
            let (kit, draft) = (kit.clone(), form(HEATING, HEATING_ANSWER, "150223").parse().unwrap());
            move |tx| super::publish(tx, &kit, &ctx(5), &leave("150204"), &draft, None)
        });
        assert_eq!(code_of(outside), "not-permitted");
        let place: DivisionCode = code("150223");
        let page = store
            .read_blocking(move |tx| list(tx, &Query { division: Some(place.clone()), limit: 5, ..Query::default() }));
        assert_eq!(page.unwrap().items.len(), 1);
    });
}
