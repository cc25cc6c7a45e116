//! Matters with one cause: three households of one village group, gathered into one cluster with a plan, a way to answer and a word to
//! everybody.

use domain::cluster::{Command, WayText};
use kernel::{CaseId, Refusal};
use services::{
    Error,
    cluster::{self, NewCluster},
    matter,
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
        key: "a-same-cause-first",
        cues: &[
            (26, AT_THE_DESK),
            (25, Step(S::Triage)),
            (25, Step(S::Forward)),
            (22, Step(S::Accept)),
            (21, Step(S::Contact)),
            (20, Own(gathers)),
            (14, Own(reports)),
            (13, Own(accepts)),
            (9, Own(agrees)),
            (6, Own(tells)),
        ],
    },
    Tale {
        key: "a-same-cause-second",
        cues: &[
            (19, AT_THE_DESK),
            (18, Step(S::Triage)),
            (18, Step(S::Forward)),
            (17, Own(joins)),
            (15, Step(S::Accept)),
        ],
    },
    Tale {
        key: "a-same-cause-third",
        cues: &[(12, AT_THE_DESK), (11, Step(S::Triage)), (11, Step(S::Forward)), (10, Own(joins))],
    },
];

/// The bureau sees one cause behind the first of them and sets a plan of two steps.
fn gathers(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, lead, number) = (act.officer(0)?, act.matter().unit, act.petition()?.number);
    let helper = act.county("自然资源")?;
    let new = NewCluster {
        title: text("三户打草场被图斑算成林地")?,
        cause: text("2019 年的一张图把沟口的打草场画成了林地，补奖面积因此少算。几户说的是同一张图。")?,
        lead,
        team: vec![helper],
        numbers: vec![number],
    };
    let permit = cluster::office_of(&officer)?;
    let id = cluster::found(act.tx, &act.scene.kit, act.ctx, &officer, &permit, new)?;
    for (owner, days, words) in
        [(helper, 8, "核对 2019 年的图斑，出一张新图。"), (lead, 26, "按新图逐户核对面积，在嘎查公示七天。")]
    {
        let command = Command::PutStep { text: text(words)?, owner, due: act.after(days) };
        matter::act(act.tx, &act.scene.kit, act.ctx, &officer, id, None, &command)?;
    }
    Ok(())
}

/// The cluster at work.
fn at_work(act: &mut Act<'_>) -> Result<CaseId, Error> {
    let officer = act.officer(0)?;
    let found = cluster::list(act.tx, &officer, false, None, 1)?.items.into_iter().next();
    Ok(found.map(|(row, _)| row.id()).ok_or_else(Refusal::not_permitted)?)
}

/// One more household with the same map.
fn joins(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, id, number) = (act.officer(0)?, at_work(act)?, act.petition()?.number);
    cluster::add_member(act.tx, &act.scene.kit, act.ctx, &officer, (id, None), &number).map(drop)
}

fn reports(act: &mut Act<'_>) -> Result<(), Error> {
    let (id, unit, on) = (at_work(act)?, act.county("自然资源")?, act.ctx.today());
    let by = act.who(unit, domain::people::Role::UnitHandler, 0)?;
    let evidence = text("新图已经出了，三户的打草场都改回草地，图在卷。")?;
    let command = Command::Answer { step: 1, on, evidence };
    matter::act(act.tx, &act.scene.kit, act.ctx, &by, id, None, &command).map(drop)
}

fn accepts(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, id) = (act.officer(0)?, at_work(act)?);
    matter::act(act.tx, &act.scene.kit, act.ctx, &officer, id, None, &Command::Accept { step: 1 }).map(drop)
}

/// The handler proposes how to answer, an officer of the bureau approves it.
fn agrees(act: &mut Act<'_>) -> Result<(), Error> {
    let (handler, officer, id) = (act.handler()?, act.officer(0)?, at_work(act)?);
    let way = WayText {
        findings: text("经核对，2019 年的图斑把沟口的打草场画成了林地，新图已经改回草地。")?,
        handling: text("按新图核定的面积补发 2019 年以来的差额；面积公示无异议后一个月内发放。")?,
        basis: text("《草原生态保护补助奖励资金管理办法》")?,
    };
    let propose = Command::ProposeWay(Box::new(way));
    matter::act(act.tx, &act.scene.kit, act.ctx, &handler, id, None, &propose)?;
    matter::act(act.tx, &act.scene.kit, act.ctx, &officer, id, None, &Command::ApproveWay).map(drop)
}

fn tells(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, id) = (act.officer(0)?, at_work(act)?);
    let words = text("新图已经定了。接下来逐户核对面积，在嘎查公示七天，有不一样的当面说。")?;
    cluster::tell(act.tx, &act.scene.kit, act.ctx, &officer, (id, None), words).map(drop)
}
