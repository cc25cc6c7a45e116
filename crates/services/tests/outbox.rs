//! From a decision to a telephone: once, in time, and saying nothing to whoever else picks it up. On both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

#[expect(dead_code, reason = "this story needs less of it")]
mod common;

use std::sync::{Arc, Mutex};

use common::{BANNER, World};
use domain::{
    access::{self, Permit, Subject, actions::AdminNotices},
    case::DispatchKind,
    notice::{Channel, Fate, NoticeRules, Purpose, Quiet},
    people::Role,
    petition::Command,
};
use kernel::{CaseId, Clock as _, DeliveryId, DivisionCode, Locale, SeededEntropy};
use lianxin_services::{
    MIGRATIONS,
    outbox::{self, Answer, Carrier, Carriers, Channels, Choice, Parcel, Recipient, Round, Told, Why},
    petition::{self, Act, By, Receipt},
    reference, verify,
};

/// A carrier that remembers what it was handed and answers as told.
struct Post {
    channel: Channel,
    knows_keys: bool,
    answer: Mutex<Answer>,
    handed: Mutex<Vec<(DeliveryId, String, String)>>,
}

impl Post {
    fn new(channel: Channel, knows_keys: bool) -> Arc<Self> {
        Arc::new(Self { channel, knows_keys, answer: Mutex::new(Answer::Taken(None)), handed: Mutex::default() })
    }

    fn answers(&self, answer: Answer) {
        *self.answer.lock().unwrap() = answer;
    }

    fn handed(&self) -> Vec<(DeliveryId, String, String)> {
        self.handed.lock().unwrap().clone()
    }
}

impl Carrier for Post {
    fn channel(&self) -> Channel {
        self.channel
    }

    fn knows_keys(&self) -> bool {
        self.knows_keys
    }

    fn leads_to(&self) -> String {
        "test".into()
    }

    fn carry(&self, parcel: &Parcel) -> Answer {
        let answer = self.answer.lock().unwrap().clone();
        // Only what did not surely fail is in its hands; a carrier that knows its keys drops the second of a kind.
        let taken = !matches!(answer, Answer::Later(_) | Answer::Never(_));
        let mut handed = self.handed.lock().unwrap();
        let known = self.knows_keys && handed.iter().any(|(key, ..)| *key == parcel.key);
        if taken && !known {
            handed.push((parcel.key, parcel.to.reveal().clone(), parcel.text.clone()));
        }
        answer
    }
}

struct Story {
    world: World,
    post: Arc<Post>,
    carriers: Carriers,
    channels: Channels,
}

impl Story {
    /// A story that begins at a Beijing moment, with a gateway for short messages and a mail server.
    fn new(store: &store::Store, moment: &str, knows_keys: bool) -> Self {
        let world = World::new(store, &format!("{moment}+08:00"));
        let post = Post::new(Channel::Sms, knows_keys);
        let mail = Post::new(Channel::Email, false);
        Self {
            world,
            carriers: Carriers::new(vec![post.clone(), mail]),
            post,
            channels: Channels {
                open: vec![Channel::Sms, Channel::Email],
                portal: Some("https://xf.example.cn".into()),
            },
        }
    }

    fn register(&self) -> Receipt {
        let new = self.world.new_petition();
        self.world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None)).unwrap()
    }

    fn plan(&self) -> usize {
        let channels = self.channels.clone();
        self.world.write(move |tx, kit, ctx| Ok(outbox::plan(tx, kit, ctx, &channels, 100)?)).unwrap()
    }

    fn round(&self) -> Round {
        outbox::round(&self.world.store, &self.world.kit, &self.world.clock, &self.carriers, 20).unwrap()
    }

    fn told(&self, id: CaseId) -> Told {
        self.world.read(move |tx, _, _| Ok(outbox::of_case(tx, "1502", id)?)).unwrap()
    }

    fn fate(&self, id: CaseId) -> (Fate, Option<String>) {
        let told = self.told(id);
        let last = told.all()[0];
        (last.fate, last.reason.clone())
    }

    fn forward(&self, id: CaseId) {
        let officer = self.world.staff(1, Role::BureauOfficer, self.world.bureau);
        let act = |command: Command| {
            let subject = officer.clone();
            let act = Act::Command(command);
            self.world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &act)).unwrap();
        };
        act(Command::Triage {
            matter_type: domain::case::MatterType::AppealClaim,
            purpose: domain::case::Purpose::SeekDecision,
            category: None,
            respondent: None,
            routes: vec![],
        });
        act(Command::Forward { to: self.world.forestry, kind: DispatchKind::Forward, feedback_days: None });
    }

    /// Rounds every minute for so many minutes.
    fn minutes(&self, minutes: i64) {
        for _ in 0..minutes {
            self.world.clock.advance_seconds(60);
            self.round();
        }
    }
}

fn permit() -> Permit<AdminNotices> {
    access::permit(&Subject::System, &DivisionCode::parse(BANNER).unwrap()).unwrap()
}

#[test]
fn a_message_says_number_unit_date_and_link_and_nothing_else() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T10:00:00", true);
        let receipt = story.register();
        assert_eq!(story.plan(), 1);
        assert_eq!(story.fate(receipt.id).0, Fate::Queued);
        story.round();
        assert_eq!(story.fate(receipt.id).0, Fate::Sent);
        let [(key, to, body)] = story.post.handed().try_into().unwrap();
        assert_eq!(to, "13800000006");
        for wanted in [receipt.number.as_str(), "达茂旗信访局", "最迟", "https://xf.example.cn/t"] {
            assert!(body.contains(wanted), "{wanted}: {body}");
        }
        // The office's own name may hold the word; take it away and nothing tells what this is about.
        let rest = body.replace("达茂旗信访局", "");
        let form = World::form();
        let code = receipt.code.reveal().to_owned();
        let mut secret = vec!["测试人", "138", code.as_str(), "举报", "信访", "申诉", "草畜", "草场", "机井"];
        secret.extend(form.claims.iter().map(String::as_str));
        for word in secret {
            assert!(!rest.contains(word), "{word}: {body}");
        }
        assert_eq!(story.told(receipt.id).of(1).unwrap().id, key);
        assert_eq!((story.plan(), story.round().taken), (0, 0), "once");
        let found = story.world.read(|tx, kit, _| {
            let mut found = vec![];
            verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |one| found.push(one.to_string()))?;
            Ok(found)
        });
        assert_eq!(found.unwrap(), Vec::<String>::new());
    });
}

/// A process that dies between handing over and writing down; what the carrier then has, and what stands on record.
fn dies(knows_keys: bool) {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T10:00:00", knows_keys);
        let receipt = story.register();
        story.plan();
        let parcels = story.world.write(|tx, kit, ctx| Ok(outbox::claim(tx, kit, ctx, 20)?)).unwrap();
        assert_eq!(parcels.len(), 1);
        story.post.carry(&parcels[0]);
        // The process dies here: the answer is never written down.
        assert_eq!(story.round().taken, 0, "the lease still runs");
        assert_eq!(story.fate(receipt.id).0, Fate::Sending);
        story.world.clock.advance_seconds(601);
        story.round();
        let (fate, why) = story.fate(receipt.id);
        assert_eq!(story.post.handed().len(), 1);
        if knows_keys {
            assert_eq!(fate, Fate::Sent, "the carrier knew the key");
        } else {
            assert_eq!((fate, why.as_deref()), (Fate::Unsure, Some("no-answer")), "and the record says so");
            assert!(story.told(receipt.id).unreached().is_some(), "somebody calls");
        }
        // The one that came back from the dead finds that it is no longer its own.
        let late = story.world.write(move |tx, kit, ctx| {
            Ok(outbox::settle(tx, kit, ctx, &parcels[0], &Answer::Taken(None), knows_keys)?)
        });
        assert_eq!(late.unwrap(), None);
        assert_eq!(story.round().taken, 0);
    });
}

#[test]
fn after_a_death_a_carrier_that_knows_its_keys_is_asked_again_and_sends_nothing_twice() {
    dies(true);
}

#[test]
fn after_a_death_a_carrier_without_keys_is_not_asked_again_and_the_record_says_that_nobody_knows() {
    dies(false);
}

#[test]
fn a_carrier_that_is_down_for_hours_gets_every_message_once_when_it_is_back() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T09:00:00", false);
        let ids: Vec<CaseId> = (0..3).map(|_| story.register().id).collect();
        story.plan();
        story.post.answers(Answer::Later(Why::DOWN));
        story.minutes(360);
        assert!(story.post.handed().is_empty());
        let told = story.told(ids[0]);
        let waiting = told.of(1).unwrap();
        assert_eq!((waiting.fate, waiting.reason.as_deref()), (Fate::Queued, Some("down")));
        assert!((8..=20).contains(&waiting.attempts), "{} tries in six hours", waiting.attempts);
        assert!(told.unreached().is_none(), "still under way");
        story.post.answers(Answer::Taken(None));
        story.minutes(100);
        assert_eq!(story.post.handed().len(), 3);
        for id in ids {
            assert_eq!(story.fate(id).0, Fate::Sent);
        }
    });
}

#[test]
fn what_does_not_go_is_given_up_with_its_reason_and_the_administrators_hear_of_it_once_a_day() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T09:00:00", true);
        let id = story.register().id;
        story.plan();
        story.post.answers(Answer::Later(Why::LOCKED_OUT));
        let to = vec![Recipient { channel: Channel::Email, to: "guan@example.cn".into() }];
        let place = DivisionCode::parse(BANNER).unwrap();
        let digest = || {
            let (place, to) = (place.clone(), to.clone());
            story.world.write(move |tx, kit, ctx| Ok(outbox::digest(tx, kit, ctx, &place, &to)?)).unwrap()
        };
        assert_eq!(digest(), 0, "nothing is stuck yet");
        story.minutes(45);
        assert_eq!((digest(), digest()), (1, 0), "once");
        story.minutes(24 * 60);
        let (fate, why) = story.fate(id);
        assert_eq!((fate, why.as_deref()), (Fate::Failed, Some("locked-out")));
        assert!(story.told(id).unreached().is_some());
        assert_eq!(digest(), 1, "given up since");
        let query = outbox::Query { limit: 10, ..outbox::Query::default() };
        let all = story.world.read(move |tx, _, _| Ok(outbox::list(tx, &permit(), &query)?)).unwrap();
        let [newest, .., _] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(newest.audience, "ADMINISTRATORS");
        assert!(newest.body.contains('1') && !newest.body.contains("150223"), "{}", newest.body);
    });
}

#[test]
fn a_telephone_that_does_not_exist_is_not_tried_again() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T09:00:00", true);
        let id = story.register().id;
        story.plan();
        story.post.answers(Answer::Never(Why::BAD_ADDRESS));
        story.minutes(3);
        assert_eq!(story.fate(id), (Fate::Failed, Some("bad-address".into())));
        assert_eq!(story.told(id).all()[0].attempts, 1);
    });
}

#[test]
fn at_night_it_waits_for_the_morning_and_takes_in_what_happens_meanwhile() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-04T22:30:00", true);
        let id = story.register().id;
        story.plan();
        assert_eq!(story.fate(id).0, Fate::Held);
        assert_eq!(story.round().taken, 0);
        story.world.at("2026-06-05T07:30:00");
        story.forward(id);
        story.plan();
        let told = story.told(id);
        assert_eq!(told.all().len(), 1, "one message for the night");
        assert_eq!(told.all()[0].purpose, Some(Purpose::Moved));
        assert_eq!(told.all()[0].due_at.to_string(), "2026-06-05T00:00:00Z");
        assert_eq!(story.round().taken, 0);
        story.world.at("2026-06-05T08:00:00");
        assert_eq!(story.round().taken, 1);
        let [(_, _, body)] = story.post.handed().try_into().unwrap();
        assert!(body.contains("现在由达茂旗林业和草原局办"), "{body}");
    });
}

#[test]
fn a_holiday_that_is_quiet_as_a_whole_is_waited_out_under_the_rules_of_the_place() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-09-29T10:00:00", true);
        let quiet = Quiet { rest_days_whole: true, urgent: vec![Purpose::Dated], ..Quiet::default() };
        let day = jiff::civil::date(2026, 9, 30);
        let rules = NoticeRules { quiet, effective_from: day, ..NoticeRules::shipped() };
        let version = story.world.write(move |tx, _, ctx| outbox::publish(tx, ctx, &permit(), rules.clone())).unwrap();
        assert_eq!(version, "2026-1");
        let reference = story.world.read(|tx, _, _| Ok(reference::load(tx)?)).unwrap();
        story.world.kit.replace_reference(reference);
        // A try that fails in the evening is held over the whole holiday as well.
        story.world.at("2026-09-30T20:59:30");
        let id = story.register().id;
        story.plan();
        story.post.answers(Answer::Later(Why::BUSY));
        story.round();
        assert_eq!(story.fate(id), (Fate::Held, Some("busy".into())));
        assert_eq!(story.told(id).all()[0].due_at.to_string(), "2026-10-08T00:00:00Z");
        assert_eq!(story.told(id).all()[0].wording, "2026-1");
        story.post.answers(Answer::Taken(None));
        story.world.at("2026-10-07T12:00:00");
        assert_eq!(story.round().taken, 0);
        story.world.at("2026-10-08T08:00:00");
        assert_eq!(story.round().taken, 1);
    });
}

#[test]
fn she_chooses_how_she_is_told_and_in_which_language() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T10:00:00", true);
        let receipt = story.register();
        let (number, code) = (receipt.number.clone(), receipt.code.clone());
        let access = story.world.write(move |tx, kit, ctx| petition::look_up(tx, kit, ctx, &number, &code));
        let access = access.unwrap().unwrap();
        let choose = |channel: Option<Channel>, address: &'static str, language: Locale| {
            let access = access.clone();
            story.world.write(move |tx, kit, ctx| outbox::choose(tx, kit, ctx, &access, (channel, address), language))
        };
        assert_eq!(common::code_of(choose(Some(Channel::Email), "nobody", Locale::Zh)), "notice-address");
        assert_eq!(common::code_of(choose(Some(Channel::Wecom), "wuyun", Locale::Zh)), "notice-address");
        choose(Some(Channel::Email), "a@example.cn", Locale::En).unwrap();
        story.plan();
        let told = story.told(receipt.id);
        assert_eq!(told.all()[0].channel, Some(Channel::Email));
        assert!(told.all()[0].body.starts_with("Your matter is on record"), "{}", told.all()[0].body);
        choose(None, "", Locale::Zh).unwrap();
        story.forward(receipt.id);
        story.plan();
        assert_eq!(story.fate(receipt.id), (Fate::OnPage, Some("by-choice".into())));
        assert_eq!(story.round().taken, 0);
        let kept: Choice = story
            .world
            .read(move |tx, kit, _| {
                let row = lianxin_services::matter::find_by_id(tx, receipt.id)?.unwrap();
                Ok(outbox::choice(tx, kit, "1502", row.petitioner)?)
            })
            .unwrap();
        assert_eq!((kept.channel, kept.language), (None, Locale::Zh));
    });
}

#[test]
fn who_left_no_telephone_is_called_on_and_old_news_is_not_sent() {
    testkit::both(MIGRATIONS, |store| {
        let mut story = Story::new(store, "2026-06-01T10:00:00", true);
        let mut new = story.world.new_petition();
        new.contact.phone = None;
        let id = story
            .world
            .write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, None))
            .unwrap()
            .id;
        story.plan();
        assert_eq!(story.fate(id), (Fate::Unreachable, Some("no-address".into())));
        assert!(story.told(id).unreached().is_some());
        // Nothing is set up: it stands on her page, and nobody is told that it failed.
        story.channels.open.clear();
        let second = story.register().id;
        story.plan();
        assert_eq!(story.fate(second), (Fate::OnPage, Some("not-set-up".into())));
        let third = story.register().id;
        story.world.clock.advance_days(5);
        assert_eq!(story.plan(), 1);
        assert!(story.told(third).all().is_empty());
    });
}

#[test]
fn two_workers_share_the_queue_and_jitter_spreads_the_next_tries() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T10:00:00", true);
        for _ in 0..6 {
            story.register();
        }
        story.plan();
        let take = |limit| story.world.write(move |tx, kit, ctx| Ok(outbox::claim(tx, kit, ctx, limit)?)).unwrap();
        let (one, other) = (take(4), take(4));
        assert_eq!((one.len(), other.len()), (4, 2));
        assert!(one.iter().all(|parcel| other.iter().all(|two| two.key != parcel.key)));
        for (seed, parcel) in one.into_iter().chain(other).enumerate() {
            let now = story.world.clock.now();
            let kit = story.world.kit.clone();
            let done = store.write_blocking(move |tx| {
                let ctx = kernel::Ctx::new(now, Box::new(SeededEntropy::new(seed as u64)));
                outbox::settle(tx, &kit, &ctx, &parcel, &Answer::Later(Why::BUSY), true)
            });
            assert_eq!(done.unwrap(), Some(Fate::Queued));
        }
        let query = outbox::Query { limit: 10, ..outbox::Query::default() };
        let all = story.world.read(move |tx, _, _| Ok(outbox::list(tx, &permit(), &query)?)).unwrap();
        let mut next: Vec<i64> =
            all.iter().map(|one| one.due_at.as_millisecond() - story.world.clock.now().as_millisecond()).collect();
        next.sort_unstable();
        assert!(next.iter().all(|pause| (30_000..=45_000).contains(pause)), "{next:?}");
        next.dedup();
        assert!(next.len() > 3, "{next:?}");
    });
}

fn receive(story: &Story, key: &str, arrived: bool) -> usize {
    let receipts = [outbox::Receipt { key: key.to_owned(), arrived }];
    story.world.write(move |tx, _, ctx| Ok(outbox::receive(tx, ctx, Channel::Sms, &receipts)?)).unwrap()
}

#[test]
fn what_the_gateway_says_afterwards_is_believed_once() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T10:00:00", true);
        story.post.answers(Answer::Taken(Some("gw-77".into())));
        let id = story.register().id;
        story.plan();
        story.round();
        let key = story.told(id).all()[0].id.to_string();
        assert_eq!(story.fate(id).0, Fate::Sent);
        assert_eq!(receive(&story, "nobody", true), 0);
        // By the carrier's own reference, then again, then by our key with the contrary.
        assert_eq!(receive(&story, "gw-77", true), 1);
        assert_eq!(story.fate(id).0, Fate::Delivered);
        assert_eq!(receive(&story, "gw-77", true) + receive(&story, &key, false), 0, "what arrived has arrived");
        assert_eq!(story.fate(id).0, Fate::Delivered);
        // One that was never handed over cannot have arrived.
        let other = story.register().id;
        story.plan();
        let waits = story.told(other).all()[0].id.to_string();
        assert_eq!(receive(&story, &waits, true), 0);
    });
}

#[test]
fn whom_no_message_reached_somebody_tells_and_notes_it() {
    testkit::both(MIGRATIONS, |store| {
        let story = Story::new(store, "2026-06-01T10:00:00", true);
        let world = &story.world;
        let id = story.register().id;
        story.plan();
        story.round();
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let stranger = world.staff(22, Role::UnitLeader, world.housing);
        let list = |subject: &Subject| {
            let subject = subject.clone();
            world.read(move |tx, _, _| Ok(outbox::unreached(tx, &subject, 10)?)).unwrap()
        };
        let count = |subject: &Subject| {
            let subject = subject.clone();
            world.read(move |tx, _, _| Ok(outbox::count_unreached(tx, &subject)?)).unwrap()
        };
        assert!(list(&officer).is_empty());
        let key = story.told(id).all()[0].id;
        assert_eq!(receive(&story, &key.to_string(), false), 1);
        assert_eq!(story.fate(id), (Fate::Failed, Some("not-arrived".into())));
        let found = list(&officer);
        assert_eq!((found.len(), found[0].row.id(), found[0].way()), (1, id, outbox::ToldBy::Call));
        assert_eq!((count(&officer), count(&stranger)), (Some(1), None));
        assert!(list(&stranger).is_empty());
        let tell = |subject: &Subject, way| {
            let subject = subject.clone();
            world.write(move |tx, _, ctx| outbox::tell_in_person(tx, ctx, &subject, key, way))
        };
        assert_eq!(common::code_of(tell(&stranger, outbox::ToldBy::Call)), "not-permitted");
        // Called twice for nothing: it stays on the list with what was tried, and somebody goes there.
        let tried = |subject: &Subject, way| {
            let subject = subject.clone();
            world.write(move |tx, _, ctx| outbox::tried_in_person(tx, ctx, &subject, key, way))
        };
        assert_eq!(common::code_of(tried(&stranger, outbox::ToldBy::Call)), "not-permitted");
        for moment in ["2026-06-01T13:00:00", "2026-06-01T14:00:00"] {
            world.at(moment);
            tried(&officer, outbox::ToldBy::Call).unwrap();
        }
        let found = list(&officer);
        assert_eq!((found[0].tries.len(), found[0].way(), count(&officer)), (2, outbox::ToldBy::Visit, Some(1)));
        assert!(found[0].since() <= found[0].tries[0].at, "since it did not arrive");
        world.at("2026-06-01T15:00:00");
        tell(&officer, outbox::ToldBy::Visit).unwrap();
        assert_eq!(common::code_of(tried(&officer, outbox::ToldBy::Call)), "notice-told");
        assert_eq!(common::code_of(tell(&officer, outbox::ToldBy::Call)), "notice-told", "once");
        assert!(list(&officer).is_empty());
        let told = story.told(id);
        assert!(told.unreached().is_none(), "nobody has to call any more");
        assert_eq!(told.all()[0].told.map(|(_, way)| way), Some(outbox::ToldBy::Visit));

        // Without a telephone there is nothing to call: somebody goes there.
        story.post.answers(Answer::Never(Why::BAD_ADDRESS));
        let second = story.register().id;
        story.plan();
        story.round();
        let found = list(&officer);
        assert_eq!((found.len(), found[0].row.id(), found[0].way()), (1, second, outbox::ToldBy::Visit));
    });
}
