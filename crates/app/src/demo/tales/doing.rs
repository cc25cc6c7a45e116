//! What was promised and what became of it: one thing late and supervised, one that a look-back opens again; and the simple
//! track, once to its end and once left because a claim could not be supported.

use domain::{
    case::{Answer, Claim, FollowUpMethod, OpinionResult, Promise, ServiceMethod},
    execution::Reporting,
    people::Role,
    petition::{Command, DraftAnswer, FollowUp, Heard, Serve, SimpleGround},
};
use kernel::{ClaimId, Refusal};
use services::Error;

use super::{
    AT_THE_DESK,
    Do::{Own, Step},
    Tale,
    act::{Act, text},
};
use crate::demo::plan::Step as S;

pub(super) const TALES: &[Tale] = &[
    Tale {
        key: "a-promise-late",
        cues: &[
            (75, AT_THE_DESK),
            (74, Step(S::Triage)),
            (74, Step(S::Forward)),
            (71, Step(S::Accept)),
            (70, Step(S::Contact)),
            (45, Own(promises_two)),
            (44, Step(S::Check)),
            (43, Step(S::Sign)),
            (42, Step(S::Serve)),
            (27, Own(first_done)),
            (26, Own(first_found)),
        ],
    },
    Tale {
        key: "a-look-back-reopens",
        cues: &[
            (140, AT_THE_DESK),
            (139, Step(S::Triage)),
            (139, Step(S::Forward)),
            (136, Step(S::Accept)),
            (135, Step(S::Contact)),
            (116, Own(promises_one)),
            (115, Step(S::Check)),
            (114, Step(S::Sign)),
            (113, Step(S::Serve)),
            (105, Own(first_done)),
            (104, Own(first_found)),
            (28, Own(not_done_after_all)),
        ],
    },
    Tale {
        key: "a-simple-one",
        cues: &[
            (9, AT_THE_DESK),
            (9, Step(S::Triage)),
            (9, Own(chosen)),
            (9, Step(S::Forward)),
            (8, Step(S::Accept)),
            (8, Step(S::Contact)),
            (7, Own(promises_one)),
            (7, Step(S::Check)),
            (7, Step(S::Sign)),
            (6, Own(told)),
        ],
    },
    Tale {
        key: "a-simple-left",
        cues: &[
            (16, AT_THE_DESK),
            (16, Step(S::Triage)),
            (16, Own(chosen)),
            (15, Step(S::Forward)),
            (13, Step(S::Accept)),
            (12, Step(S::Contact)),
            (8, Own(cannot_support)),
        ],
    },
];

/// An answer that supports a claim, with things to be done in so many days.
fn support(act: &Act<'_>, claim: ClaimId, doing: &[(&str, i64)]) -> Result<DraftAnswer, Refusal> {
    let promise = |(what, days): &(&str, i64)| -> Result<Promise, Refusal> {
        Ok(Promise { obligor: text("承办单位")?, what: text(what)?, due: act.after(*days) })
    };
    let mut promises = doing.iter().map(promise).collect::<Result<Vec<_>, _>>()?;
    let answer = Answer {
        result: OpinionResult::Support,
        text: text("到现场看过，反映的情况属实，予以支持。")?,
        basis: text("《信访工作条例》第三十二条；有关行业管理规定（演示，不作为依据）")?,
        promise: (!promises.is_empty()).then(|| promises.remove(0)),
        more: promises,
    };
    Ok(DraftAnswer { claim, answer })
}

fn hands_in(act: &mut Act<'_>, answers: Vec<DraftAnswer>) -> Result<(), Error> {
    let handler = act.handler()?;
    let findings = text("到现场看过，问了本人和邻居，核对了单据。")?;
    act.does(&handler, Command::SaveDraft { findings, answers, submit: true })
}

fn claims(act: &mut Act<'_>) -> Result<Vec<ClaimId>, Error> {
    Ok(act.petition()?.live_claims().map(|claim: &Claim| claim.id).collect())
}

fn promises_two(act: &mut Act<'_>) -> Result<(), Error> {
    let claims = claims(act)?;
    let doing = [("把坏了的水泵换掉", 21), ("把多收的水费退给本人", 36)];
    let answers = claims.into_iter().map(|claim| support(act, claim, &doing)).collect::<Result<_, _>>()?;
    hands_in(act, answers)
}

fn promises_one(act: &mut Act<'_>) -> Result<(), Error> {
    let claims = claims(act)?;
    let answers = claims.into_iter().map(|claim| support(act, claim, &[("按答复修好", 14)]));
    let answers = answers.collect::<Result<_, _>>()?;
    hands_in(act, answers)
}

fn first_done(act: &mut Act<'_>) -> Result<(), Error> {
    let handler = act.handler()?;
    for claim in claims(act)? {
        let report = Reporting::done(claim, 1, text("已经换好，现场照片和签收单在卷里（演示）。")?);
        act.does(&handler, Command::RecordExecution(Box::new(report)))?;
    }
    Ok(())
}

fn first_found(act: &mut Act<'_>) -> Result<(), Error> {
    let head = act.head(1)?;
    for claim in claims(act)? {
        act.does(&head, Command::VerifyExecution { claim, item: 1, holds: true, note: None })?;
    }
    Ok(())
}

/// The first look-back: what was said to be done does not hold.
fn not_done_after_all(act: &mut Act<'_>) -> Result<(), Error> {
    let caller = act.who(act.county("信访")?, Role::FollowupCaller, 0)?;
    let claims = claims(act)?;
    let heard = Heard {
        claims: claims.iter().map(|claim| (*claim, false)).collect(),
        pressed: false,
        grade: None,
        items: claims.iter().map(|claim| (*claim, 1, false)).collect(),
    };
    let note = text("她说修好用了两个星期又坏了，打电话没有人来。")?;
    act.does(&caller, Command::FollowUp(FollowUp { method: FollowUpMethod::Phone, heard: Some(heard), note }))
}

fn chosen(act: &mut Act<'_>) -> Result<(), Error> {
    let officer = act.officer(0)?;
    act.does(&officer, Command::ChooseSimple { ground: SimpleGround::Daily })
}

fn told(act: &mut Act<'_>) -> Result<(), Error> {
    let handler = act.handler()?;
    let serve = Serve {
        method: ServiceMethod::ToldByPhone,
        on: act.ctx.today(),
        evidence: text("上午十点二十分通电话，逐条念给本人听，本人说不要纸质的（演示）。")?,
        late_entry_reason: None,
    };
    act.does(&handler, Command::Serve(serve))
}

fn cannot_support(act: &mut Act<'_>) -> Result<(), Error> {
    let mut answers = vec![];
    for (i, claim) in claims(act)?.into_iter().enumerate() {
        let mut one = support(act, claim, if i == 0 { &[("按答复修好", 14)] } else { &[] })?;
        if i > 0 {
            one.answer.result = OpinionResult::NotSupport;
            one.answer.text = text("合同上写明由用户自己承担，这一条不能支持。")?;
        }
        answers.push(one);
    }
    hands_in(act, answers)
}
