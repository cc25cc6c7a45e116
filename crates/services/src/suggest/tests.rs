//! Suggestions on both engines, and what is never suggested.

use domain::{
    access::{Permit, StaffSubject, Subject, actions::AdminUnits},
    case::{MatterType, StatutoryRoute},
    dispatch::{Catalogue, CategoryPath, Duty, Entry, Handler, Versions},
    organisation::OrgKind,
    people::{Role, RoleGrant},
    petition::Command,
};
use kernel::{CaseId, Ctx, DivisionCode, Locale, OrgId, OrgLevel, Text, UserId};
use store::{Store, Tx};

use super::*;
use crate::{
    kit::Reference,
    organisation::{self, OrgDraft, tests::tree},
    petition::{By, Door, PetitionForm, act, register},
    secrets::Keys,
    similar,
};

const NOW: &str = "2026-11-22T02:00:00Z";
const BANNER: &str = "150223";
const VILLAGE: &str = "150223100201";

struct World {
    store: Store,
    kit: Kit,
    bureau: OrgId,
    housing: OrgId,
    forestry: OrgId,
    government: OrgId,
}

fn ctx(seed: u64) -> Ctx {
    Ctx::seeded(NOW.parse().unwrap(), seed)
}

fn path(text: &str) -> CategoryPath {
    CategoryPath::parse(text).unwrap()
}

impl World {
    fn new(store: &Store) -> Self {
        tree(store);
        let place = DivisionCode::parse(BANNER).unwrap();
        let create = |seed, kind, name: &'static str, at: &'static str, parent: Option<OrgId>| {
            let made = store.write_blocking(move |tx| -> Result<OrgId, Error> {
                let permit: Permit<AdminUnits> = access::permit(&Subject::System, &DivisionCode::parse("1502")?)?;
                let mut draft = OrgDraft::new(kind, Text::parse("name", name)?, DivisionCode::parse(at)?);
                draft.parent = parent;
                Ok(organisation::create(tx, &ctx(seed), &permit, draft)?.id)
            });
            made.unwrap()
        };
        let government = create(1, OrgKind::Government, "达茂旗人民政府", BANNER, None);
        let world = Self {
            bureau: create(2, OrgKind::Bureau, "达茂旗信访局", BANNER, Some(government)),
            housing: create(3, OrgKind::Unit, "达茂旗住房和城乡建设局", BANNER, Some(government)),
            forestry: create(4, OrgKind::Unit, "达茂旗林业和草原局", BANNER, Some(government)),
            government,
            store: store.clone(),
            kit: Kit::new(Keys::ephemeral(&ctx(9)).unwrap()),
        };
        create(5, OrgKind::Point, "巴音花代办点", VILLAGE, None);
        let entry = |category, lead, co: &[OrgId]| Entry {
            category: path(category),
            place: place.clone(),
            lead: Handler::Unit(lead),
            co: co.iter().map(|org| Handler::Unit(*org)).collect(),
            forbid_levels: vec![OrgLevel::Village],
            note: None,
        };
        let catalogue = Catalogue {
            division: place.clone(),
            version: "2026-3".into(),
            effective_from: jiff::civil::date(2026, 1, 1),
            entries: vec![
                entry("城乡建设/供热", world.housing, &[world.forestry]),
                entry("农村农业/草原", world.forestry, &[]),
            ],
        };
        let reference = Reference { catalogues: Versions::new([catalogue]).into(), ..Reference::default() };
        world.kit.replace_reference(reference);
        world
    }

    fn officer(&self) -> Subject {
        let division = DivisionCode::parse(BANNER).unwrap();
        let from = jiff::civil::date(2025, 1, 1);
        let grant = RoleGrant { role: Role::BureauOfficer, org: self.bureau, division, from, to: None };
        let user = UserId(uuid::Uuid::from_u128(77));
        Subject::Staff(StaffSubject::new(user, self.bureau, NOW.parse().unwrap(), vec![grant]))
    }

    fn write<T: Send + 'static>(
        &self,
        seed: u64,
        f: impl Fn(&mut Tx, &Kit, &Ctx) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let kit = self.kit.clone();
        self.store.write_blocking(move |tx| f(tx, &kit, &ctx(seed)))
    }

    fn file(&self, seed: u64, title: &str, facts: &str, claims: &[&str]) -> CaseId {
        let form = PetitionForm {
            title: title.into(),
            facts: facts.into(),
            claims: claims.iter().map(|&claim| claim.to_owned()).collect(),
            name: "测试人甲".into(),
            phone: "138 0000 0006".into(),
            division: VILLAGE.into(),
            truth: true,
            ..PetitionForm::default()
        };
        let new = form.parse(Door::Public, NOW.parse().unwrap()).unwrap();
        self.write(seed, move |tx, kit, ctx| Ok(register(tx, kit, ctx, &By::Petitioner, &new, None)?.id)).unwrap()
    }

    fn heating(&self, seed: u64) -> CaseId {
        let facts = "我家住巴音花嘎查，从 10 月 20 号到现在暖气一直不热，屋里最高 16 度，家里有八十多岁的老人。\
                     给供热公司打过三次电话，来看过一次，说是管道问题，之后没人管。";
        self.file(seed, "暖气不热，要求退采暖费", facts, &["把暖气修好，室温达到 18 度", "退还不热这段时间的采暖费"])
    }

    fn suggest(&self, id: CaseId, asked: Asked) -> Result<Suggestion, Error> {
        let subject = self.officer();
        self.write(500, move |tx, kit, ctx| suggest(tx, kit, ctx, &subject, id, &asked))
    }
}

fn said(messages: &[Message]) -> Vec<String> {
    messages.iter().map(|message| message.say(Locale::Zh)).collect()
}

#[test]
fn a_first_matter_is_suggested_from_the_catalogue_alone() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let id = world.heating(10);
        let found = world.suggest(id, Asked::default()).unwrap();
        assert_eq!(found.matter_type.as_ref().unwrap().value, MatterType::AppealClaim);
        let routes: Vec<_> = found.routes.iter().map(|one| (one.claim, one.route, one.item)).collect();
        assert_eq!(routes, [(1, StatutoryRoute::DutyPerformance, 5), (2, StatutoryRoute::PetitionProcedure, 6)]);
        let categories: Vec<_> = found.categories.iter().map(|guess| guess.value.as_str()).collect();
        assert_eq!(categories[..2], ["城乡建设/供热/室温不达标", "城乡建设/供热/收费退费"], "{:?}", found.categories);
        let (lead, co) = (&found.units[0], &found.units[1]);
        assert_eq!((lead.org, lead.duty, co.org, co.duty), (world.housing, Duty::Lead, world.forestry, Duty::Assist));
        assert_eq!(said(&lead.reasons), ["目录：供热 × 百灵庙镇 → 达茂旗住房和城乡建设局", "不是被反映的一方"]);
        let barred: Vec<_> =
            found.forbidden.iter().map(|one| (one.name.as_str(), one.reason.say(Locale::Zh))).collect();
        assert_eq!(barred[0], ("巴音花代办点", "室温不达标不在嘎查村、社区的职责清单里，只陪办".into()));
        assert_eq!(barred[1].0, "供热公司");
        assert_eq!(found.catalogue_version.as_deref(), Some("2026-3"));
    });
}

#[test]
fn marks_are_the_words_that_led_there() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let id = world.heating(10);
        let found = world.suggest(id, Asked::default()).unwrap();
        let facts = world.write(11, move |tx, _, _| {
            let row = matter::find_by_id(tx, id)?.unwrap();
            Ok(told::load(tx, &row)?.facts)
        });
        let facts = facts.unwrap();
        let in_facts = found.marks.iter().filter(|mark| mark.part == TextPart::Facts);
        let words: Vec<_> = in_facts.map(|mark| (mark.kind, &facts[mark.range.clone()])).collect();
        assert!(words.contains(&(MarkKind::Place, "巴音花嘎查")), "{words:?}");
        assert!(words.contains(&(MarkKind::Category, "暖气一直")), "{words:?}");
        assert!(words.contains(&(MarkKind::Urgency, "八十多岁的老人")), "{words:?}");
        assert!(words.contains(&(MarkKind::Party, "供热公司")), "{words:?}");
    });
}

#[test]
fn who_is_complained_of_is_never_suggested() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let id = world.heating(10);
        let asked = Asked { respondent: Some(world.housing), ..Asked::default() };
        let found = world.suggest(id, asked).unwrap();
        assert!(found.units.iter().all(|unit| unit.org != world.housing));
        assert_eq!((found.units[0].org, found.units[0].duty), (world.government, Duty::Lead), "its superior");
        let reason = found.forbidden.iter().find(|one| one.org == Some(world.housing)).unwrap();
        assert_eq!(reason.reason.say(Locale::Zh), "它是被反映的一方，不能自己办自己");
    });
}

#[test]
fn only_who_may_triage_is_told() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let id = world.heating(10);
        let stranger = Subject::Petitioner(id);
        let refused = world.write(12, move |tx, kit, ctx| suggest(tx, kit, ctx, &stranger, id, &Asked::default()));
        assert_eq!(refused.unwrap_err().refusals().unwrap()[0].code, "not-permitted");
    });
}

#[test]
fn what_is_on_record_comes_before_the_guess() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let id = world.heating(10);
        sorted(&world, 11, id, "农村农业/草原/草畜平衡奖励");
        let found = world.suggest(id, Asked::default()).unwrap();
        assert_eq!(found.categories[0].value, path("城乡建设/供热/室温不达标"), "the guess itself stays");
        assert_eq!(
            (found.units[0].org, found.units[0].duty),
            (world.forestry, Duty::Lead),
            "the unit follows the record"
        );
        let asked = Asked { category: Some(path("城乡建设/供热/室温不达标")), ..Asked::default() };
        assert_eq!(
            world.suggest(id, asked).unwrap().units[0].org,
            world.housing,
            "and what is on the form before both"
        );
    });
}

/// Triage in the category.
fn sorted(world: &World, seed: u64, id: CaseId, category: &'static str) {
    let subject = world.officer();
    world
        .write(seed, move |tx, kit, ctx| {
            let triage = Command::Triage {
                matter_type: MatterType::AppealClaim,
                purpose: domain::case::Purpose::SeekDecision,
                routes: vec![],
                category: Some(Text::parse("category", category)?),
                respondent: None,
            };
            act(tx, kit, ctx, &subject, id, None, &triage.into())
        })
        .unwrap();
}

/// Triage in the category and forwarding to the unit, as a clerk does both.
fn decided(world: &World, seed: u64, id: CaseId, category: &'static str, unit: OrgId) {
    sorted(world, seed, id, category);
    let subject = world.officer();
    world
        .write(seed + 5000, move |tx, kit, ctx| {
            let forward = Command::Forward { to: unit, kind: domain::case::DispatchKind::Forward, feedback_days: None };
            act(tx, kit, ctx, &subject, id, None, &forward.into())
        })
        .unwrap();
}

#[test]
fn precedents_a_correction_and_a_wave_teach() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let first = world.heating(10);
        let before = world.suggest(first, Asked::default()).unwrap();
        let officer = world.officer();
        let kept = before.clone();
        world
            .write(20, move |tx, _, ctx| {
                let row = matter::find_by_id(tx, first)?.unwrap();
                let permit = access::permit::<actions::Triage>(&officer, &row.facts)?;
                let chosen = Weighed {
                    category: Some(path("城乡建设/供热/收费退费")),
                    reason: Some(Text::parse("reason", "主要是要求退费")?),
                    unit: None,
                };
                weigh(tx, ctx, &permit, first, &kept, &chosen)
            })
            .unwrap();
        decided(&world, 21, first, "城乡建设/供热/收费退费", world.housing);
        let second = world.heating(30);
        decided(&world, 31, second, "城乡建设/供热/收费退费", world.housing);
        let third = world.heating(40);
        let after = world.suggest(third, Asked::default()).unwrap();
        assert_eq!(after.categories[0].value.as_str(), "城乡建设/供热/收费退费", "what was corrected is suggested");
        assert_eq!(after.similar.len(), 2);
        assert!(after.similar[0].likeness > 0.9);
        let wave = after.wave.unwrap();
        assert_eq!((wave.count, wave.days, wave.place.as_deref()), (3, 1, Some("巴音花嘎查")));
        assert!(said(&after.units[0].reasons).contains(&"近一年同类 2 件都由它办，退件 0 次".to_owned()));
    });
}

#[test]
fn what_was_told_apart_is_not_shown_again_and_one_cause_stays() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let (one, two) = (world.heating(10), world.heating(20));
        assert_eq!(world.suggest(one, Asked::default()).unwrap().similar.len(), 1);
        let officer = world.officer();
        let say = |seed, said: Option<cause::Said>| {
            let officer = officer.clone();
            world.write(seed, move |tx, kit, ctx| match said {
                Some(cause::Said::SameCause) => cause::link(tx, kit, ctx, &officer, one, &[two]),
                Some(cause::Said::Different) => cause::tell_apart(tx, kit, ctx, &officer, one, &[two]),
                None => cause::take_back(tx, kit, ctx, &officer, one, &[two]),
            })
        };
        say(30, Some(cause::Said::Different)).unwrap();
        assert!(world.suggest(one, Asked::default()).unwrap().similar.is_empty());
        assert!(world.suggest(two, Asked::default()).unwrap().similar.is_empty(), "it stands on both");
        say(31, None).unwrap();
        say(32, Some(cause::Said::SameCause)).unwrap();
        let shown = world.suggest(two, Asked::default()).unwrap().similar;
        assert_eq!(shown[0].said, Some(cause::Said::SameCause));
        let kit = world.kit.clone();
        let clean = store.read_blocking(move |tx| {
            crate::verify::verify(tx, &kit, &crate::verify::Options::default(), &mut |_| {}, &mut |found| {
                panic!("{found:?}")
            })
        });
        assert_eq!(clean.unwrap().findings, 0);
    });
}

#[test]
fn only_what_the_asker_may_see_is_like_it() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let first = world.heating(10);
        world.heating(20);
        let like = |subject: Subject| {
            world.write(30, move |tx, _, _| {
                let told = similar::Told {
                    region: "1502",
                    title: "暖气不热",
                    text: "巴音花嘎查的暖气一直不热，供热公司没有人管",
                    own: None,
                    telling: &[],
                };
                Ok(similar::like(tx, &subject, &told, 10)?.into_iter().map(|one| one.row.id()).collect::<Vec<_>>())
            })
        };
        assert_eq!(like(world.officer()).unwrap().len(), 2);
        let handler = |role, org| {
            let division = DivisionCode::parse(BANNER).unwrap();
            let grant = RoleGrant { role, org, division, from: jiff::civil::date(2025, 1, 1), to: None };
            let user = UserId(uuid::Uuid::from_u128(78));
            Subject::Staff(StaffSubject::new(user, org, NOW.parse().unwrap(), vec![grant]))
        };
        assert!(like(handler(Role::UnitHandler, world.housing)).unwrap().is_empty(), "not with her unit yet");
        decided(&world, 31, first, "城乡建设/供热/室温不达标", world.housing);
        assert_eq!(like(handler(Role::UnitHandler, world.housing)).unwrap(), [first]);
        assert!(like(handler(Role::Sysadmin, world.bureau)).unwrap().is_empty());
        assert!(like(Subject::Petitioner(first)).unwrap().len() <= 1);
    });
}

#[test]
fn the_same_telephone_is_shown_at_the_desk_and_to_nobody_else() {
    testkit::both(crate::MIGRATIONS, |store| {
        let world = World::new(store);
        let id = world.heating(10);
        let of = |subject: Subject, phone: &'static str| {
            world.write(30, move |tx, kit, _| {
                let phone = kernel::Mobile::parse("phone", phone)?;
                Ok(similar::same_person(tx, kit, &subject, "1502", &phone, 5)?)
            })
        };
        let found = of(world.officer(), "13800000006").unwrap();
        assert_eq!((found.len(), found[0].id), (1, id));
        assert!(of(world.officer(), "13800000007").unwrap().is_empty());
        let stranger =
            StaffSubject::new(UserId(uuid::Uuid::from_u128(1)), world.forestry, NOW.parse().unwrap(), vec![]);
        assert!(of(Subject::Staff(stranger), "13800000006").unwrap().is_empty());
    });
}
