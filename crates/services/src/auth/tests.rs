//! Signing in on both engines, and lists against single checks in SQL.

use std::sync::Arc;

use domain::{
    access::{self, Action, MatterFacts, On, StaffSubject, Subject, Target},
    case::CaseKind,
    people::{Role, RoleGrant},
};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Ctx, DivisionCode, OrgId, UserId};
use store::{Filter, Migration, Store, Value, params};
use uuid::Uuid;

use super::*;
use crate::{
    Error,
    organisation::{
        MIGRATIONS,
        tests::{code, tree},
    },
    people::{
        self,
        tests::{draft, grant, org, staff_permit},
    },
    secrets::Keys,
};

const PASSWORD: &str = "骆驼慢慢走过沙丘的早晨";

struct Desk<'s> {
    store: &'s Store,
    keys: Arc<Keys>,
    now: Timestamp,
}

impl<'s> Desk<'s> {
    fn open(store: &'s Store) -> (Self, UserId) {
        let now = "2026-09-17T02:00:00Z".parse().unwrap();
        let keys = Arc::new(Keys::ephemeral(&Ctx::seeded(now, 1)).unwrap());
        tree(store);
        let unit = org(store, "旗住建局", "150223");
        let mut draft = draft("wuyun", unit, vec![grant(Role::UnitHandler, unit, "150223")]);
        let password = Password::parse("password", PASSWORD, "wuyun").unwrap();
        draft.password = Some(password.hash(&Ctx::seeded(now, 2), Cost::CHEAP).unwrap());
        let staff = store
            .write_blocking(move |tx| people::create(tx, &Ctx::seeded(now, 3), &staff_permit("1502"), &draft))
            .unwrap();
        (Self { store, keys, now }, staff.id)
    }

    fn ctx(&self) -> Ctx {
        Ctx::seeded(self.now, u64::try_from(self.now.as_microsecond()).unwrap())
    }

    fn later(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
    }

    fn sign_in(&self, login: &'static str, password: &str, address: &'static str) -> Result<NewSession, Error> {
        let (keys, now) = (self.keys.clone(), self.now);
        let attempt = self.store.write_blocking(move |tx| begin(tx, &Ctx::seeded(now, 4), &keys, login, address))?;
        let verified = attempt.verify(&self.ctx(), &Password::given(password), Cost::CHEAP)?;
        let seed = u64::try_from(now.as_microsecond()).unwrap();
        self.store
            .write_blocking(move |tx| finish(tx, &Ctx::seeded(now, seed), &verified, SessionPolicy::default(), "电脑"))
    }

    fn who(&self, session: &NewSession) -> Result<SignedIn, Error> {
        let (token, now) = (session.token.reveal().clone(), self.now);
        self.store.read_blocking(move |tx| authenticate(tx, &Ctx::seeded(now, 5), Kind::Browser, &token))
    }
}

fn refused<T>(result: Result<T, Error>) -> String {
    let Err(error) = result else { panic!("it was allowed") };
    error.refusals().expect("a refusal")[0].code.clone()
}

#[test]
fn the_right_password_opens_a_session_that_knows_who_it_is() {
    testkit::both(&[MIGRATIONS], |store| {
        let (desk, user) = Desk::open(store);
        let session = desk.sign_in("wuyun", PASSWORD, "10.0.0.1").unwrap();
        let who = desk.who(&session).unwrap();
        assert_eq!(who.me.staff.id, user);
        assert!(who.me.must_change && !who.needs_touch);
        assert!(who.subject.staff().unwrap().has(Role::UnitHandler));
        assert_eq!(who.me.org_name, "旗住建局");
        let stored: Vec<u8> =
            store.read_blocking(|tx| tx.query_one("SELECT token FROM session", &[], |row| row.get(0))).unwrap();
        assert_ne!(stored, session.token.reveal().as_bytes(), "only a digest is kept");
        assert!(csrf_is_valid(&desk.keys, session.id, &csrf_token(&desk.keys, session.id)));
        assert!(!csrf_is_valid(&desk.keys, SessionIdOf::other(), &csrf_token(&desk.keys, session.id)));
        let again = store.open_again_as(desk.now, &session);
        assert_eq!(again, user, "a restart signs nobody out");
    });
}

struct SessionIdOf;

impl SessionIdOf {
    fn other() -> kernel::SessionId {
        kernel::SessionId(Uuid::from_u128(7))
    }
}

trait OpenAgain {
    fn open_again_as(&self, now: Timestamp, session: &NewSession) -> UserId;
}

impl OpenAgain for testkit::TestStore {
    fn open_again_as(&self, now: Timestamp, session: &NewSession) -> UserId {
        let second = self.open_again(&[MIGRATIONS]).unwrap();
        let token = session.token.reveal().clone();
        let read = second.read_blocking(move |tx| authenticate(tx, &Ctx::seeded(now, 5), Kind::Browser, &token));
        let user = read.unwrap().me.staff.id;
        second.close();
        user
    }
}

#[test]
fn wrong_names_and_wrong_passwords_look_the_same() {
    testkit::both(&[MIGRATIONS], |store| {
        let (desk, _) = Desk::open(store);
        assert_eq!(refused(desk.sign_in("wuyun", "别的密码别的密码", "10.0.0.1")), "sign-in-wrong");
        assert_eq!(refused(desk.sign_in("nobody", PASSWORD, "10.0.0.1")), "sign-in-wrong");
        assert_eq!(
            refused(desk.who(&NewSession {
                token: kernel::Redacted::new("made-up".into()),
                id: SessionIdOf::other(),
                expires_at: desk.now,
            })),
            "not-signed-in"
        );
    });
}

#[test]
fn guessing_gets_slower_but_nobody_is_locked_out() {
    testkit::both(&[MIGRATIONS], |store| {
        let (mut desk, _) = Desk::open(store);
        for _ in 0..6 {
            assert_eq!(refused(desk.sign_in("wuyun", "别的密码别的密码", "10.0.0.1")), "sign-in-wrong");
        }
        assert_eq!(refused(desk.sign_in("wuyun", PASSWORD, "10.0.0.1")), "sign-in-wait");
        assert!(desk.sign_in("wuyun", PASSWORD, "10.0.0.2").is_ok(), "the owner elsewhere is not kept out");
        for _ in 0..20 {
            desk.later(901);
            let _ = desk.sign_in("wuyun", "别的密码别的密码", "10.0.0.1");
        }
        assert_eq!(refused(desk.sign_in("wuyun", PASSWORD, "10.0.0.1")), "sign-in-wait");
        desk.later(901);
        assert!(desk.sign_in("wuyun", PASSWORD, "10.0.0.1").is_ok(), "after the longest wait she may try again");
        let rows = store
            .read_blocking(|tx| tx.query_one("SELECT count(*) FROM login_attempt", &[], |row| row.get::<i64>(0)))
            .unwrap();
        assert_eq!(rows, 2, "success clears the account; the two addresses stay");
    });
}

#[test]
fn sessions_end_by_silence_by_age_and_by_hand() {
    testkit::both(&[MIGRATIONS], |store| {
        let (mut desk, user) = Desk::open(store);
        let silent = desk.sign_in("wuyun", PASSWORD, "10.0.0.1").unwrap();
        desk.later(59 * 60);
        assert!(desk.who(&silent).unwrap().needs_touch);
        let (id, now) = (silent.id, desk.now);
        let push = move |tx: &mut store::Tx| touch(tx, &Ctx::seeded(now, 1), id, SessionPolicy::default());
        store.write_blocking(push).unwrap();
        desk.later(59 * 60);
        assert!(desk.who(&silent).is_ok(), "the touch pushed it on");
        desk.later(61);
        assert_eq!(refused(desk.who(&silent)), "not-signed-in");

        let kept = desk.sign_in("wuyun", PASSWORD, "10.0.0.1").unwrap();
        desk.later(1);
        let other = desk.sign_in("wuyun", PASSWORD, "10.0.0.1").unwrap();
        let now = desk.now;
        let open = store.read_blocking(move |tx| list_sessions(tx, &Ctx::seeded(now, 1), user)).unwrap();
        assert_eq!(open.iter().map(|s| s.id).collect::<Vec<_>>(), [other.id, kept.id]);
        let hash = Password::given("换一句新的长长的密码吧").hash(&desk.ctx(), Cost::CHEAP).unwrap();
        let keep = kept.id;
        store.write_blocking(move |tx| change_password(tx, user, &hash, Some(keep))).unwrap();
        assert!(!desk.who(&kept).unwrap().me.must_change);
        assert_eq!(refused(desk.who(&other)), "not-signed-in", "a new password ends the other sessions");
        assert_eq!(refused(desk.sign_in("wuyun", PASSWORD, "10.0.0.9")), "sign-in-wrong");
        assert!(store.write_blocking(move |tx| end(tx, user, keep)).unwrap());
        assert_eq!(refused(desk.who(&kept)), "not-signed-in");
    });
}

#[test]
fn a_bearer_token_is_no_cookie_and_dies_with_the_account() {
    testkit::both(&[MIGRATIONS], |store| {
        let (mut desk, user) = Desk::open(store);
        let now = desk.now;
        let token = store
            .write_blocking(move |tx| {
                issue_token(tx, &Ctx::seeded(now, 6), user, "报表", SignedDuration::from_hours(720))
            })
            .unwrap();
        assert_eq!(refused(desk.who(&token)), "not-signed-in");
        desk.later(7200);
        let (text, now) = (token.token.reveal().clone(), desk.now);
        let read =
            |text: String| store.read_blocking(move |tx| authenticate(tx, &Ctx::seeded(now, 5), Kind::Token, &text));
        assert!(read(text.clone()).is_ok(), "silence does not end it");
        store.write_blocking(move |tx| tx.execute("UPDATE staff SET active = $1", params![false])).unwrap();
        assert_eq!(refused(read(text)), "not-signed-in");
    });
}

#[test]
fn passwords_are_long_uncommon_and_rehashed_when_the_cost_changes() {
    let code = |text: &str| Password::parse("password", text, "wuyun").unwrap_err().code;
    assert_eq!(code("短密码"), "password-short");
    for common in ["1234567890", "P@ssw0rd2026", "wuyun-wuyun-1", "aaaaaaaaaaaa", "lianxin20261"] {
        assert_eq!(code(common), "password-common", "{common}");
    }
    let ctx = Ctx::seeded(Timestamp::UNIX_EPOCH, 1);
    let random = Password::random(&ctx);
    assert_eq!(random.reveal().len(), 19);
    assert!(Password::parse("password", random.reveal(), "wuyun").is_ok());
    assert!(!format!("{random:?}").contains(&random.reveal()[..4]));
    let hash = random.hash(&ctx, Cost::CHEAP).unwrap();
    assert!(hash.is_of(&random) && !hash.is_of(&Password::given("x")));
    assert!(hash.is_outdated(Cost::STRONG) && !hash.is_outdated(Cost::CHEAP));
    assert_ne!(hash, random.hash(&ctx, Cost::CHEAP).unwrap(), "each hash has its own salt");
}

/// The columns that rules compare, as in the table of cases.
const MATTER: Migration = Migration {
    id: "0900_matter_of_the_test",
    sql: "CREATE TABLE matter (
        region {text} NOT NULL, id {id} NOT NULL, kind {text} NOT NULL, division {text} NOT NULL,
        bureau_id {id} NOT NULL, holder_id {id}, handler_id {id}, drafter_id {id}, checker_id {id}, agent_id {id},
        mandate_until {time}, respondent_id {id}, respondent_heard {bool} NOT NULL, registrar_id {id},
        assisting {text}, barred {text}, leader_id {id}, sealed {bool} NOT NULL, keepers {text}, limited {bool} NOT NULL,
        PRIMARY KEY (region, id)
    ) {strict};",
};

const COLUMNS: &[&str] = &[
    "region",
    "id",
    "kind",
    "division",
    "bureau_id",
    "holder_id",
    "handler_id",
    "drafter_id",
    "checker_id",
    "agent_id",
    "mandate_until",
    "respondent_id",
    "respondent_heard",
    "registrar_id",
    "assisting",
    "barred",
    "leader_id",
    "sealed",
    "keepers",
    "limited",
];

/// Repeatable dice.
struct Dice(Ctx);

impl Dice {
    fn roll(&self, sides: u64) -> u64 {
        u64::from_le_bytes(self.0.random()) % sides
    }

    fn id(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.roll(3)) + 1)
    }

    fn maybe(&self) -> Option<Uuid> {
        (self.roll(3) > 0).then(|| self.id())
    }

    fn place(&self) -> DivisionCode {
        let all = ["15", "1502", "150223", "150223100", "150223100201", "150802", "1508"];
        code(all[usize::try_from(self.roll(7)).unwrap()])
    }

    fn facts(&self, number: u128) -> MatterFacts {
        MatterFacts {
            case: CaseId(Uuid::from_u128(number)),
            kind: CaseKind::ALL[usize::try_from(self.roll(CaseKind::ALL.len() as u64)).unwrap()],
            division: self.place(),
            bureau: OrgId(self.id()),
            holder: self.maybe().map(OrgId),
            handler: self.maybe().map(UserId),
            drafter: self.maybe().map(UserId),
            checker: self.maybe().map(UserId),
            agent: self.maybe().map(UserId),
            mandate_until: (self.roll(2) > 0)
                .then(|| self.0.now() + SignedDuration::from_hours(i64::try_from(self.roll(3)).unwrap() - 1)),
            respondent: (self.roll(4) == 0).then(|| OrgId(self.id())),
            assisting: self.maybe().map(OrgId).into_iter().collect(),
            barred: self.maybe().map(UserId).into_iter().collect(),
            respondent_heard: self.roll(2) > 0,
            registrar: self.maybe().map(UserId),
            leader: self.maybe().map(UserId),
            sealed: self.roll(3) == 0,
            keepers: (0..self.roll(3)).map(|_| UserId(self.id())).collect(),
            limited: self.roll(4) == 0,
        }
    }

    fn subject(&self) -> Subject {
        match self.roll(12) {
            0 => Subject::System,
            1 => Subject::Petitioner(CaseId(Uuid::from_u128(u128::from(self.roll(300)) + 1))),
            _ => {
                let grants = (0..=self.roll(3))
                    .map(|_| RoleGrant {
                        role: Role::ALL[usize::try_from(self.roll(Role::ALL.len() as u64)).unwrap()],
                        org: OrgId(self.id()),
                        division: self.place(),
                        from: self.0.today(),
                        to: None,
                    })
                    .collect();
                Subject::Staff(StaffSubject::new(UserId(self.id()), OrgId(self.id()), self.0.now(), grants))
            }
        }
    }
}

fn row(facts: &MatterFacts) -> Vec<Value> {
    vec![
        facts.division.region().into(),
        facts.case.into(),
        facts.kind.name().into(),
        (&facts.division).into(),
        facts.bureau.into(),
        facts.holder.into(),
        facts.handler.into(),
        facts.drafter.into(),
        facts.checker.into(),
        facts.agent.into(),
        facts.mandate_until.into(),
        facts.respondent.into(),
        facts.respondent_heard.into(),
        facts.registrar.into(),
        facts.assisting.first().map(ToString::to_string).into(),
        facts.barred.first().map(ToString::to_string).into(),
        facts.leader.into(),
        facts.sealed.into(),
        Some(facts.keepers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")).into(),
        facts.limited.into(),
    ]
}

#[test]
fn in_the_list_of_the_database_if_and_only_if_permitted() {
    testkit::both(&[MIGRATIONS, &[MATTER]], |store| {
        let dice = Dice(Ctx::seeded("2026-09-17T02:00:00Z".parse().unwrap(), 20_260_917));
        let cases: Vec<MatterFacts> = (1..=300).map(|number| dice.facts(number)).collect();
        let rows: Vec<_> = cases.iter().map(row).collect();
        store.write_blocking(move |tx| tx.insert_many("matter", COLUMNS, &rows)).unwrap();
        let mut listed = 0;
        for _ in 0..60 {
            let subject = dice.subject();
            for action in Action::ALL.iter().filter(|action| action.on() == On::Case) {
                let mut filter = Filter::new();
                condition(&mut filter, &access::list_scope(&subject, *action));
                let found: Vec<CaseId> = store
                    .read_blocking(move |tx| {
                        let sql = format!("SELECT m.id FROM matter m WHERE {} ORDER BY m.id", filter.sql());
                        tx.query(&sql, filter.params(), |row| row.get(0))
                    })
                    .unwrap();
                let permitted: Vec<CaseId> = cases
                    .iter()
                    .filter(|facts| access::check(&subject, *action, Target::Case(facts)).is_allowed())
                    .map(|facts| facts.case)
                    .collect();
                assert_eq!(found, permitted, "{action} by {subject:?}");
                listed += found.len();
            }
        }
        assert!(listed > 1_000, "the dice opened something: {listed}");
    });
}

#[test]
fn who_is_it_is_answered_by_keys() {
    testkit::both(&[MIGRATIONS], |store| {
        let (desk, user) = Desk::open(store);
        desk.sign_in("wuyun", PASSWORD, "10.0.0.1").unwrap();
        let hot: [(&str, Value); 4] = [
            (session::SELECT, Value::Blob(vec![0; 32])),
            ("SELECT role FROM role_grant WHERE user_id = $1", user.into()),
            ("SELECT id FROM staff WHERE login = $1", "wuyun".into()),
            ("SELECT failures FROM login_attempt WHERE bucket = $1", Value::Blob(vec![0; 32])),
        ];
        for (sql, param) in hot {
            let scans = store
                .write_blocking(move |tx| store::explain::full_scans(tx, sql, std::slice::from_ref(&param)))
                .unwrap();
            assert!(scans.is_empty(), "{sql}: {scans:?}");
        }
    });
}
