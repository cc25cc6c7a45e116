//! Staff on both engines.

use domain::{
    access::{
        self, Permit, Subject,
        actions::{AdminStaff, AdminUnits},
    },
    organisation::OrgKind,
    people::{Role, RoleGrant, Staff},
};
use kernel::{OrgId, PersonName, Text};
use store::{Store, event_log};

use super::*;
use crate::{
    Error,
    auth::Cost,
    organisation::{
        self, MIGRATIONS, OrgDraft, Sheet,
        tests::{code, ctx, tree},
    },
};

pub(crate) fn staff_permit(place: &str) -> Permit<AdminStaff> {
    access::permit(&Subject::System, &code(place)).unwrap()
}

pub(crate) fn org(store: &Store, name: &str, division: &str) -> OrgId {
    let permit: Permit<AdminUnits> = access::permit(&Subject::System, &code("1502")).unwrap();
    let draft = OrgDraft::new(OrgKind::Unit, Text::parse("name", name).unwrap(), code(division));
    let seed = name.bytes().map(u64::from).sum();
    store.write_blocking(move |tx| organisation::create(tx, &ctx(seed), &permit, draft.clone())).unwrap().id
}

pub(crate) fn grant(role: Role, org: OrgId, division: &str) -> RoleGrant {
    RoleGrant { role, org, division: code(division), from: ctx(0).today(), to: None }
}

pub(crate) fn draft(login: &str, org: OrgId, grants: Vec<RoleGrant>) -> StaffDraft {
    let name = PersonName::parse("name", "乌云其其格").unwrap();
    StaffDraft::new(Staff::parse_login(login).unwrap(), name, org, grants)
}

fn add(store: &Store, seed: u64, draft: StaffDraft, place: &'static str) -> Result<Staff, Error> {
    store.write_blocking(move |tx| create(tx, &ctx(seed), &staff_permit(place), &draft))
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().refusals().expect("a refusal")[0].code.clone()
}

#[test]
fn staff_are_entered_with_roles_and_found_by_them() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        let unit = org(store, "旗住建局", "150223");
        let handler = grant(Role::UnitHandler, unit, "150223");
        let staff = add(store, 1, draft("wuyun", unit, vec![handler.clone()]), "1502").unwrap();
        let id = staff.id;
        let read = store.read_blocking(move |tx| get(tx, &staff_permit("150223"), id)).unwrap();
        assert_eq!((read.value.clone(), read.version), (staff, 1));
        let found = store.read_blocking(move |tx| with_role(tx, unit, Role::UnitHandler, ctx(0).today())).unwrap();
        assert_eq!(found[0].id, id);
        let none = store.read_blocking(move |tx| with_role(tx, unit, Role::UnitLeader, ctx(0).today())).unwrap();
        assert!(none.is_empty());
        let page = store.read_blocking(|tx| list(tx, &staff_permit("1502"), None, 10)).unwrap();
        assert_eq!(page.items[0].value.grants, [handler]);
        let elsewhere = store.read_blocking(|tx| list(tx, &staff_permit("150204"), None, 10)).unwrap();
        assert!(elsewhere.items.is_empty());
    });
}

#[test]
fn roles_that_exclude_each_other_and_far_reaches_are_refused() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        let unit = org(store, "旗住建局", "150223");
        let both = vec![grant(Role::Sysadmin, unit, "150223"), grant(Role::Registrar, unit, "150223")];
        let code_of = |draft, place| refused(add(store, 1, draft, place));
        assert_eq!(code_of(draft("admin", unit, both), "1502"), "role-exclusion-administration-and-content");
        let far = vec![grant(Role::Supervisor, unit, "1502")];
        assert_eq!(code_of(draft("far", unit, far), "150223"), "grant-outside");
        assert_eq!(code_of(draft("foreign", unit, vec![]), "150204"), "not-permitted");
        add(store, 2, draft("wuyun", unit, vec![]), "1502").unwrap();
        assert_eq!(code_of(draft("WuYun", unit, vec![]), "1502"), "login-taken");
    });
}

#[test]
fn changes_are_on_record_and_stale_ones_refused() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        let unit = org(store, "旗住建局", "150223");
        let id = add(store, 1, draft("wuyun", unit, vec![]), "1502").unwrap().id;
        let change = move |version| {
            let draft = draft("wuyun", unit, vec![grant(Role::UnitLeader, unit, "150223")]);
            store.write_blocking(move |tx| update(tx, &ctx(2), &staff_permit("1502"), id, version, &draft))
        };
        assert_eq!(change(1).unwrap().value.grants[0].role, Role::UnitLeader);
        assert_eq!(refused(change(1)), "stale");
        assert_eq!(store.read_blocking(move |tx| event_log::head(tx, "1502", id)).unwrap().seq, 2);
        let bodies: Vec<String> = store
            .read_blocking(move |tx| {
                tx.query("SELECT body FROM event WHERE stream = $1", store::params![id], |row| row.get(0))
            })
            .unwrap();
        assert!(bodies.iter().all(|body| !body.contains("乌云")), "no names in the log");
    });
}

const STAFF: &str = "登录名,姓名,单位,角色,职务,电话,初始密码
wuyun,乌云其其格,旗住建局,承办人、登记员,科员,13800138006,
bao.li,李宝,旗住建局,单位负责人,局长,,草原上的第一场雪很安静
x,短名,旗住建局,承办人,,,
sysop,两面人,旗住建局,系统管理员、承办人,,,
wang,王某,没有的局,承办人,,,
zhao,赵某,旗住建局,大王,,,
qian,钱某,旗住建局,承办人,,,123
";

#[test]
fn a_sheet_of_staff_gives_passwords_once_and_changes_nothing_twice() {
    testkit::both(&[MIGRATIONS], |store| {
        tree(store);
        org(store, "旗住建局", "150223");
        let import = |seed: u64, dry_run: bool| {
            store
                .write_blocking(move |tx| {
                    let plan = plan_staff(Sheet::read(STAFF.as_bytes())?, &ctx(seed), Cost::CHEAP)?;
                    apply_staff(tx, &ctx(seed), &staff_permit("1502"), &plan, dry_run)
                })
                .unwrap()
        };
        let (trial, _) = import(7, true);
        assert_eq!((trial.created, trial.errors.len()), (2, 5), "{trial:?}");
        let (report, made) = import(8, false);
        let wrong: Vec<_> = report.errors.iter().map(|e| (e.line, e.refusal.code.as_str())).collect();
        assert_eq!(
            wrong,
            [
                (4, "login-name"),
                (5, "role-exclusion-administration-and-content"),
                (6, "org-unknown"),
                (7, "role-unknown"),
                (8, "password-short")
            ]
        );
        assert_eq!(made.len(), 1, "a password was made for the one without");
        assert_eq!(made[0].login, "wuyun");
        assert!(!format!("{made:?}").contains(made[0].password.reveal().as_str()), "and does not print");
        let (again, made) = import(9, false);
        assert_eq!((again.created, again.updated, again.unchanged, made.len()), (0, 0, 2, 0));
    });
}

#[test]
fn a_later_sheet_of_staff_changes_roles_and_reach_and_says_what_it_cannot() {
    testkit::both(crate::MIGRATIONS, |store| {
        tree(store);
        org(store, "旗住建局", "150223");
        let import = |seed: u64, text: &'static str| {
            let done = store.write_blocking(move |tx| {
                let plan = plan_staff(Sheet::read(text.as_bytes())?, &ctx(seed), Cost::CHEAP)?;
                apply_staff(tx, &ctx(seed), &staff_permit("150223"), &plan, false)
            });
            done.unwrap().0
        };
        let first = import(1, "login,name,org,roles,division\nwuyun,乌云其其格,旗住建局,代办员、网格员,百灵庙镇\n");
        assert_eq!((first.created, first.errors.len()), (1, 0), "{first:?}");
        let held = |role: Role| {
            store
                .read_blocking(move |tx| list(tx, &staff_permit("150223"), None, 10))
                .unwrap()
                .items
                .iter()
                .flat_map(|one| one.value.grants.clone())
                .filter(|grant| grant.role == role)
                .map(|grant| grant.division.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(held(Role::Agent), ["150223100"], "the reach is the named township");
        let second = import(2, "login,name,org,roles,division\nWuyun,乌云其其格,旗住建局,网格员,150223\n");
        assert_eq!((second.updated, second.errors.len()), (1, 0), "{second:?}");
        assert!(held(Role::Agent).is_empty(), "nothing was in hand, so the role may go");
        assert_eq!(held(Role::GridMember), ["150223"]);
        let third = import(
            3,
            "login,name,org,roles,division\n\
             far,远方人,旗住建局,网格员,青山区\n\
             twice,两次人,旗住建局,网格员,\n\
             twice,两次人,旗住建局,网格员,\n\
             noone,无名局,,网格员,\n",
        );
        let wrong: Vec<_> = third.errors.iter().map(|e| (e.line, e.refusal.code.as_str())).collect();
        assert_eq!(wrong, [(2, "division-unknown"), (5, "org-unknown")], "{third:?}");
        assert_eq!((third.created, third.unchanged), (1, 1), "the second row of one person is the first again");
        let missing = Sheet::read("login,name\nx,y\n".as_bytes()).unwrap();
        assert_eq!(refused(plan_staff(missing, &ctx(4), Cost::CHEAP).map(drop)), "csv-columns");
    });
}
