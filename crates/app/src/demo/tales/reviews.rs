//! Matters whose answer did not content her: one review has just been asked for, another is being looked into.

use domain::{
    people::Role,
    review::{Command, Level},
};
use kernel::CaseId;
use services::{
    Error,
    review::{self, NewRequest},
};

use super::{
    AT_THE_DESK,
    Do::{Own, Step},
    Tale,
    act::{Act, text},
};
use crate::demo::plan::Step as S;

pub(super) const TALES: &[Tale] = &[
    Tale {
        key: "a-review-asked",
        cues: &[
            (44, AT_THE_DESK),
            (43, Step(S::Triage)),
            (43, Step(S::Forward)),
            (40, Step(S::Accept)),
            (39, Step(S::Contact)),
            (22, Step(S::Draft)),
            (21, Step(S::Check)),
            (20, Step(S::Sign)),
            (19, Step(S::Serve)),
            (2, Own(asks)),
        ],
    },
    Tale {
        key: "a-review-examined",
        cues: &[
            (58, AT_THE_DESK),
            (57, Step(S::Triage)),
            (57, Step(S::Forward)),
            (54, Step(S::Accept)),
            (53, Step(S::Contact)),
            (36, Step(S::Draft)),
            (35, Step(S::Check)),
            (34, Step(S::Sign)),
            (33, Step(S::Serve)),
            (12, Own(asks)),
            (10, Own(taken_up)),
        ],
    },
];

/// She asks the government of the county, by a letter that the bureau takes down, for a review of every claim that was answered.
fn asks(act: &mut Act<'_>) -> Result<(), Error> {
    let (petition, id, officer) = (act.petition()?, act.id()?, act.officer(0)?);
    let claims: Vec<_> = petition.contestable(Level::Review).map(|claim| claim.id).collect();
    let why = text("量的时候我不在场，四至没有和合同对。")?;
    let new = NewRequest {
        level: Level::Review,
        organ: act.county("政府")?,
        claims: claims.into_iter().map(|claim| (claim, why.clone())).collect(),
        late_cause: None,
        posted_on: None,
    };
    let asked = review::ask_for(act.tx, &act.scene.kit, act.ctx, &officer, id, &new)?;
    act.keep("review", asked.id);
    Ok(())
}

/// A reviewer of the government takes it up.
fn taken_up(act: &mut Act<'_>) -> Result<(), Error> {
    let government = act.county("政府")?;
    let (reviewer, examiner) = (act.who(government, Role::Reviewer, 0)?, act.user(government, Role::Reviewer, 0)?);
    let id: CaseId = act.also("review")?;
    let accept = review::Act::from(Command::Accept { examiner, late: None });
    review::act(act.tx, &act.scene.kit, act.ctx, &reviewer, id, None, &accept).map(drop)
}
