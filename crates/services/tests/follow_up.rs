//! Somebody who had no part in it asks how it is, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story may fail")]

mod common;

use common::{World, code_of, text};
use domain::{
    access::Subject,
    case::{DispatchKind, FollowUpMethod, Grade, MatterType, Purpose, Resolution, StatutoryRoute},
    people::Role,
    petition::{Command, FollowUp, Heard, Petition},
};
use kernel::{CaseId, ClaimId};
use lianxin_services::{
    Error, MIGRATIONS, follow_up, matter,
    petition::{self, Act, By},
    verify,
};

fn act(world: &World, id: CaseId, subject: &Subject, command: Command) -> Result<Petition, Error> {
    let subject = subject.clone();
    world.write(move |tx, kit, ctx| petition::act(tx, kit, ctx, &subject, id, None, &Act::Command(command.clone())))
}

fn waiting(world: &World, subject: &Subject) -> Vec<CaseId> {
    let subject = subject.clone();
    let page = world.read(move |tx, _, _| {
        let count = matter::count_awaiting_call(tx, &subject)?;
        let page = matter::awaiting_call(tx, &subject, None, 20)?;
        assert_eq!(usize::try_from(count).unwrap(), page.items.len());
        Ok(page)
    });
    page.unwrap().items.iter().map(matter::MatterRow::id).collect()
}

fn calls(world: &World, id: CaseId, subject: &Subject) -> Result<Vec<follow_up::Call>, Error> {
    let subject = subject.clone();
    world.read(move |tx, _, _| {
        let row = matter::find_by_id(tx, id)?.unwrap();
        follow_up::calls(tx, &subject, &row)
    })
}

fn called(heard: Option<Heard>) -> Command {
    Command::FollowUp(FollowUp { method: FollowUpMethod::Phone, heard, note: text("她说材料早就交了。") })
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told from beginning to end")]
fn a_call_waits_until_somebody_uninvolved_reached_her() {
    testkit::both(MIGRATIONS, |store| {
        let world = World::new(store, "2026-06-01T02:00:00Z");
        let new = world.new_petition();
        let receipt =
            world.write(move |tx, kit, ctx| petition::register(tx, kit, ctx, &By::Petitioner, &new, Some("f")));
        let id = receipt.unwrap().id;
        let officer = world.staff(1, Role::BureauOfficer, world.bureau);
        let handler = world.staff(11, Role::UnitHandler, world.forestry);
        let caller = world.staff(41, Role::FollowupCaller, world.bureau);
        let supervisor = world.staff(42, Role::Supervisor, world.bureau);

        // The desk says which way it sees for each claim; it is kept beside the claim and comes back from the log.
        let read = world.read(move |tx, _, _| Ok(matter::load::<Petition>(tx, "1502", id)?.unwrap().state));
        let claims: Vec<ClaimId> = read.unwrap().claims.iter().map(|claim| claim.id).collect();
        let routes = claims.iter().map(|id| (*id, StatutoryRoute::DutyPerformance)).collect();
        let triage = Command::Triage {
            matter_type: MatterType::AppealClaim,
            purpose: Purpose::SeekDecision,
            category: None,
            respondent: None,
            routes,
        };
        let after = act(&world, id, &officer, triage).unwrap();
        assert!(after.claims.iter().all(|claim| claim.proposed == Some(StatutoryRoute::DutyPerformance)));
        let forward = Command::Forward { to: world.forestry, kind: DispatchKind::Forward, feedback_days: None };
        act(&world, id, &officer, forward).unwrap();
        assert!(waiting(&world, &caller).is_empty(), "not answered yet");

        // Every claim goes to its legal channel: that is an answer, and somebody asks whether it helped.
        let target = || Some(text("旗综合行政执法局"));
        let routes = claims.iter().map(|id| (*id, StatutoryRoute::DutyPerformance, target())).collect();
        act(&world, id, &handler, Command::Accept { handler: World::user(11), routes }).unwrap();
        assert_eq!(waiting(&world, &caller), [id]);
        let elsewhere = world.staff(21, Role::UnitLeader, world.housing);
        assert_eq!(code_of(act(&world, id, &elsewhere, called(None))), "not-permitted");
        world.at("2026-06-08T10:00:00");
        assert!(waiting(&world, &handler).is_empty() && waiting(&world, &officer).is_empty(), "only callers call");

        assert_eq!(code_of(act(&world, id, &handler, called(None))), "not-permitted");
        act(&world, id, &caller, called(None)).unwrap();
        assert_eq!(waiting(&world, &caller), [id], "nobody answered: it stays");
        let said = claims.iter().map(|id| (*id, *id == claims[0])).collect();
        let heard = Heard { claims: said, pressed: true, grade: Some(Grade::Dissatisfied), items: vec![] };
        let after = act(&world, id, &caller, called(Some(heard))).unwrap();
        assert_eq!(after.claims.as_slice()[0].resolution, Resolution::ResolvedConfirmed);
        assert_eq!(after.claims.as_slice()[1].resolution, Resolution::Unresolved);
        assert!(waiting(&world, &caller).is_empty());

        let told = calls(&world, id, &supervisor).unwrap();
        assert_eq!(
            told.iter().map(|call| (call.reached, call.pressed, call.solved)).collect::<Vec<_>>(),
            [(true, true, (1, 3)), (false, false, (0, 0))]
        );
        // Her words stay away from the unit she spoke about, on the page and in the record.
        assert_eq!(code_of(calls(&world, id, &handler)), "not-permitted");
        let page = world.write(move |tx, kit, ctx| {
            let looked = matter::look(tx, ctx, &handler, id)?;
            petition::open_case(tx, kit, ctx, &handler, &looked)
        });
        assert!(page.unwrap().timeline.iter().all(|item| item.text.as_deref() != Some("她说材料早就交了。")));
        let found = world.read(|tx, kit, _| {
            let mut found = vec![];
            verify::verify(tx, kit, &verify::Options::default(), &mut |_| {}, &mut |finding| {
                found.push(finding.to_string());
            })?;
            Ok(found)
        });
        assert_eq!(found.unwrap(), Vec::<String>::new(), "rows and log say the same");
    });
}
