//! Review and recheck in stories with the dates of rules.md, at random, and in words. A petition and its reviews stand side by
//! side; what happens to the one is told to the other, as services do it.

mod random;
mod stories;
mod words;

use kernel::{ClaimId, OrgId, Refusal, Text};

use super::*;
use crate::{
    actor::Actor,
    case::{Answer, OpinionResult, Promise, ServiceMethod},
    env::Env,
    petition::{self, Petition, Serve},
    testing::*,
};

/// Who reviews, and who rechecks.
const ABOVE: OrgId = SUPERIOR;
const TOP: OrgId = THIRD;

/// The examiner, the checker and the signer of a review.
fn examiner() -> Actor {
    staff(81, ABOVE)
}
fn second() -> Actor {
    staff(82, ABOVE)
}
fn signer() -> Actor {
    staff(83, ABOVE)
}

/// The same of a recheck.
fn top(n: u128) -> Actor {
    staff(90 + n, TOP)
}

/// A petition with its reviews.
struct Matter {
    petition: World<Petition>,
    reviews: Vec<World<Review>>,
}

impl Matter {
    /// An answer to two claims was served on this day.
    fn served(on: &str) -> Self {
        let petition = petition::tests::served("2026-01-05T09:00", "2026-01-06T09:00", on);
        Self { petition, reviews: vec![] }
    }

    fn at(&mut self, at: &str) -> &mut Self {
        self.petition.at(at);
        for review in &mut self.reviews {
            review.at(at);
        }
        self
    }

    fn claim(&self, index: usize) -> ClaimId {
        self.petition.state.claims.as_slice()[index].id
    }

    fn request(&self, level: Level, claims: &[usize]) -> Request {
        let earlier: Vec<Review> = self.reviews.iter().map(|review| review.state.clone()).collect();
        let Involved { bodies, people } = involved(&self.petition.state, &self.petition.events, &earlier, level);
        let organ = if level == Level::Review { ABOVE } else { TOP };
        Request {
            level,
            division: division(),
            organ,
            office: organ,
            options: vec![organ],
            claims: claims.iter().map(|index| (self.claim(*index), text("量的时候门窗开着，不能算数。"))).collect(),
            late_cause: None,
            posted_on: None,
            lodged: Lodged::Herself,
            involved: people,
            bodies,
        }
    }

    fn try_ask(&mut self, actor: Actor, request: Request) -> Result<usize, Refusal> {
        let now = self.petition.now;
        let n = u128::try_from(self.reviews.len()).unwrap();
        let id = uuid::Uuid::from_u128(700 + n).into();
        let at = now.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8))).strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let petition = self.petition.state.clone();
        let world = World::begin(&at, actor, |env: &Env<'_>| Review::request(&petition, request, id, number(), env))?;
        let note = follow::what_follows(&world.state, &world.events[0].event.fact).unwrap();
        self.petition.give(actor, &note)?;
        self.reviews.push(world);
        Ok(self.reviews.len() - 1)
    }

    #[track_caller]
    fn ask(&mut self, level: Level, claims: &[usize]) -> &mut Self {
        let request = self.request(level, claims);
        self.asks(request)
    }

    #[track_caller]
    fn asks(&mut self, request: Request) -> &mut Self {
        self.try_ask(SHE, request).unwrap_or_else(|refusal| panic!("{refusal}"));
        self
    }

    #[track_caller]
    fn refuses_to_ask(&mut self, actor: Actor, request: Request, code: &str) -> &mut Self {
        let (before, count) = (self.petition.state.clone(), self.reviews.len());
        let refusal = self.try_ask(actor, request).expect_err("it was not refused");
        assert_eq!(refusal.code, code);
        assert_said(&refusal.message());
        assert_eq!((&self.petition.state, self.reviews.len()), (&before, count));
        self
    }

    fn give(&mut self, index: usize, actor: Actor, command: &Command) -> Result<(), Refusal> {
        let before = (self.reviews[index].state.clone(), self.reviews[index].events.len());
        let events = self.reviews[index].give(actor, command)?;
        for event in events {
            let Some(note) = follow::what_follows(&self.reviews[index].state, &event.fact) else { continue };
            if let Err(refusal) = self.petition.give(actor, &note) {
                // One transaction: what the petition does not take did not happen.
                self.reviews[index].state = before.0;
                self.reviews[index].events.truncate(before.1);
                return Err(refusal);
            }
        }
        Ok(())
    }

    #[expect(clippy::needless_pass_by_value, reason = "stories read better without ampersands")]
    #[track_caller]
    fn does(&mut self, actor: Actor, command: Command) -> &mut Self {
        let last = self.reviews.len() - 1;
        self.give(last, actor, &command).unwrap_or_else(|refusal| panic!("{refusal}"));
        self
    }

    #[expect(clippy::needless_pass_by_value, reason = "stories read better without ampersands")]
    #[track_caller]
    fn refuses(&mut self, actor: Actor, command: Command, code: &str) -> &mut Self {
        let last = self.reviews.len() - 1;
        let before = self.reviews[last].state.clone();
        let refusal = self.give(last, actor, &command).expect_err("it was not refused");
        assert_eq!(refusal.code, code);
        assert_said(&refusal.message());
        assert_eq!(self.reviews[last].state, before);
        self
    }

    fn review(&self) -> &Review {
        &self.reviews.last().unwrap().state
    }

    /// Accepted by the first of `people`, written, checked and signed by them in turn, and served on the same day.
    #[track_caller]
    fn decides(&mut self, people: [Actor; 3], results: &[ReviewResult]) -> &mut Self {
        let examiner = people[0].user().unwrap();
        if self.review().stage() == Stage::Requested {
            self.does(people[0], Command::Accept { examiner, late: None });
        }
        let draft = self.draft(results);
        self.does(people[0], draft).does(people[1], Command::Check).does(people[2], sign());
        let day = kernel::beijing_date(self.petition.now).to_string();
        self.does(people[0], Command::Serve(serve(&day)))
    }

    fn draft(&self, results: &[ReviewResult]) -> Command {
        let rulings = self
            .review()
            .contested
            .iter()
            .zip(results)
            .map(|(contested, result)| DraftRuling { claim: contested.claim, ruling: self.ruling(*result) });
        Command::SaveDraft {
            findings: text("调了测温记录，又去现场量了一次。"),
            rulings: rulings.collect(),
            submit: true,
        }
    }

    fn ruling(&self, result: ReviewResult) -> Ruling {
        let due = kernel::beijing_date(self.petition.now);
        let instead = (result == ReviewResult::Change).then(|| Answer {
            result: OpinionResult::Support,
            text: text("退还三个月采暖费。"),
            basis: text("《供热条例》第三十条"),
            promise: Some(Promise { obligor: text("供热公司"), what: text("退费"), due }),
            more: vec![],
        });
        Ruling {
            result,
            text: text("原答复的依据和事实已经核过。"),
            basis: text("《信访工作条例》第三十五条"),
            instead,
        }
    }
}

fn reviewers() -> [Actor; 3] {
    [examiner(), second(), signer()]
}

fn recheckers() -> [Actor; 3] {
    [top(1), top(2), top(3)]
}

fn sign() -> Command {
    Command::Sign { number: text("包信查〔2026〕7号") }
}

fn accept(n: u128) -> Command {
    Command::Accept { examiner: user(n), late: None }
}

fn serve(on: &str) -> Serve {
    Serve {
        method: ServiceMethod::InPerson,
        on: on.parse().unwrap(),
        evidence: text("送达回证第 31 号"),
        late_entry_reason: None,
    }
}

fn words<const N: usize>() -> Text<N> {
    text("说明情况。")
}
