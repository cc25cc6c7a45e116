//! Matters that rose and came down, and every rung of supervision: reminder, risk notice, letter with answer and verification, a
//! listing, advice on accountability that the discipline body shares; the three kinds of advice, adopted and not.

use domain::{
    access::{self, Subject, actions::IssueAdvice},
    advice::{Adoption, AdviceKind, Command as ToAdvice},
    escalation::{Redoing, Redone},
    people::Role,
    supervision::{Command, Finding, Ground, Liability, RungKind, Supervision, Way},
};
use kernel::{CaseId, DivisionCode, Refusal};
use services::{
    Error, matter,
    oversight::{self, ByHand, NewAdvice, Raise, Signature},
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
        key: "up-and-down",
        cues: &[
            (64, AT_THE_DESK),
            (63, Step(S::Triage)),
            (63, Step(S::Forward)),
            (60, Step(S::Accept)),
            (59, Step(S::Contact)),
            (40, Own(rises)),
            (36, Own(redone)),
            (33, Own(comes_down)),
            (20, Step(S::Draft)),
            (18, Step(S::Check)),
            (17, Step(S::Sign)),
            (15, Step(S::Serve)),
            (13, Step(S::Report)),
        ],
    },
    Tale {
        key: "up",
        cues: &[
            (38, AT_THE_DESK),
            (37, Step(S::Triage)),
            (37, Step(S::Forward)),
            (34, Step(S::Accept)),
            (33, Step(S::Contact)),
            (6, Own(rises)),
            (2, Own(half_redone)),
        ],
    },
    Tale {
        key: "every-rung",
        cues: &[
            (46, AT_THE_DESK),
            (45, Step(S::Triage)),
            (45, Step(S::Forward)),
            (42, Step(S::Accept)),
            (41, Step(S::Contact)),
            (27, Own(reminded)),
            (22, Own(risk)),
            (20, Own(answers)),
            (19, Own(accepted)),
            (15, Own(letter)),
            (13, Own(answers)),
            (12, Own(sent_back)),
            (9, Own(answers)),
            (7, Own(verified)),
            (6, Own(accepted)),
        ],
    },
    Tale {
        key: "unanswered",
        cues: &[
            (31, AT_THE_DESK),
            (30, Step(S::Triage)),
            (30, Step(S::Forward)),
            (27, Step(S::Accept)),
            (26, Step(S::Contact)),
            (2, Own(letter)),
        ],
    },
    Tale {
        key: "listed",
        cues: &[
            (50, AT_THE_DESK),
            (49, Step(S::Triage)),
            (49, Step(S::Forward)),
            (46, Step(S::Accept)),
            (45, Step(S::Contact)),
            (12, Own(letter)),
            (10, Own(answers)),
            (8, Own(on_the_list)),
        ],
    },
    Tale {
        key: "accounted-for",
        cues: &[
            (56, AT_THE_DESK),
            (55, Step(S::Triage)),
            (55, Step(S::Forward)),
            (52, Step(S::Accept)),
            (51, Step(S::Contact)),
            (24, Own(letter)),
            (21, Own(answers)),
            (20, Own(sent_back)),
            (16, Own(accountable)),
        ],
    },
    Tale {
        key: "advice-adopted",
        cues: &[(44, Own(improve)), (42, Own(has_it)), (30, Own(adopts)), (12, Own(looked_at))],
    },
    Tale { key: "advice-not", cues: &[(36, Own(policy)), (35, Own(has_it)), (21, Own(declines))] },
    Tale { key: "advice-waits", cues: &[(7, Own(improve)), (6, Own(has_it))] },
];

fn rises(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, id) = (act.officer(0)?, act.id()?);
    let asked = Raise {
        to: act.city()?, reason: text("牵涉两个旗县区的边界和一条市里管的路，旗里定不下来。")?
    };
    oversight::raise(act.tx, &act.scene.kit, act.ctx, &officer, id, None, &asked)
}

fn redo(act: &mut Act<'_>, which: &[Redoing]) -> Result<(), Error> {
    let (above, id) = (act.who(act.city()?, Role::BureauOfficer, 0)?, act.id()?);
    for what in which {
        let found = match what {
            Redoing::Forces => "市里牵头，两地各出一名熟悉情况的人。",
            Redoing::Demands => "和本人重新对了一遍诉求，两项合成一项，一项不变。",
            Redoing::Problems => "到现场重新量过，和档案里的图差 0.4 米。",
            Redoing::Conclusions => "原来的结论只看了图，没有看现场，予以纠正。",
        };
        let redone = Redone { what: *what, found: text(found)? };
        oversight::redo(act.tx, &act.scene.kit, act.ctx, &above, id, None, redone)?;
    }
    Ok(())
}

fn redone(act: &mut Act<'_>) -> Result<(), Error> {
    redo(act, Redoing::ALL)
}

fn half_redone(act: &mut Act<'_>) -> Result<(), Error> {
    redo(act, &[Redoing::Forces, Redoing::Demands])
}

fn comes_down(act: &mut Act<'_>) -> Result<(), Error> {
    let (above, id) = (act.who(act.city()?, Role::BureauOfficer, 0)?, act.id()?);
    let reason = text("方案定了，两地都认，回到旗里按方案办。")?;
    oversight::bring_down(act.tx, &act.scene.kit, act.ctx, &above, id, None, reason)
}

fn rung(act: &mut Act<'_>, kind: RungKind, ground: Ground, days: Option<u32>) -> Result<(), Error> {
    let (supervisor, id) = (act.supervisor()?, act.id()?);
    let asked = ByHand { kind, ground, demands: None, reply_days: days, liability: None, competent: None };
    let supervision = oversight::by_hand(act.tx, &act.scene.kit, act.ctx, &supervisor, id, &asked)?;
    act.keep("supervision", supervision);
    if kind.is_letter() { signed(act, supervision) } else { Ok(()) }
}

/// Somebody else signs what the supervisor drafted: the joint meeting's office.
fn signed(act: &mut Act<'_>, supervision: CaseId) -> Result<(), Error> {
    let loaded = matter::load::<Supervision>(act.tx, act.scene.place.region(), supervision)?;
    let rung = loaded.and_then(|loaded| loaded.state.rungs.last().cloned()).ok_or_else(Refusal::not_permitted)?;
    let what = Signature { no: rung.no, demands: rung.demands, liability: rung.liability, competent: rung.competent };
    let second = act.joint()?;
    oversight::sign(act.tx, &act.scene.kit, act.ctx, &second, supervision, None, &what).map(drop)
}

fn reminded(act: &mut Act<'_>) -> Result<(), Error> {
    rung(act, RungKind::Reminder, Ground::Delay, None)
}

fn risk(act: &mut Act<'_>) -> Result<(), Error> {
    rung(act, RungKind::RiskNotice, Ground::Delay, Some(3))
}

fn letter(act: &mut Act<'_>) -> Result<(), Error> {
    rung(act, RungKind::SupervisionLetter, Ground::Perfunctory, Some(5))
}

fn supervise(act: &mut Act<'_>, subject: &Subject, command: &Command) -> Result<(), Error> {
    let id = act.also("supervision")?;
    matter::act(act.tx, &act.scene.kit, act.ctx, subject, id, None, command).map(drop)
}

/// The number of the rung whose turn it is.
fn last(act: &mut Act<'_>) -> Result<u32, Error> {
    let id = act.also("supervision")?;
    let loaded =
        matter::load::<Supervision>(act.tx, act.scene.place.region(), id)?.ok_or_else(Refusal::not_permitted)?;
    Ok(loaded.state.rungs.last().map_or(1, |rung| rung.no))
}

fn answers(act: &mut Act<'_>) -> Result<(), Error> {
    let (head, no) = (act.head(0)?, last(act)?);
    let text_ = text("已经约本人见面，核对了三份材料；剩下的一份在档案馆，三天之内调到，到时书面答复。")?;
    let evidence = Some(text("见面记录第 2 页，调档单（演示）")?);
    supervise(act, &head, &Command::Answer { no, text: text_, evidence })
}

fn judge(act: &mut Act<'_>, accepted: bool, reason: &str) -> Result<(), Error> {
    let (supervisor, no) = (act.supervisor()?, last(act)?);
    supervise(act, &supervisor, &Command::Judge { no, accepted, reason: text(reason)? })
}

fn accepted(act: &mut Act<'_>) -> Result<(), Error> {
    judge(act, true, "说清了谁办、哪天办完，可以。")
}

fn sent_back(act: &mut Act<'_>) -> Result<(), Error> {
    judge(act, false, "没有说为什么停了两周，也没有给出日子。请补。")
}

fn verified(act: &mut Act<'_>) -> Result<(), Error> {
    let supervisor = act.supervisor()?;
    let bureau = act.county("信访")?;
    let verifiers = vec![act.user(bureau, Role::Supervisor, 0)?, act.user(bureau, Role::BureauOfficer, 1)?];
    let finding = Finding {
        way: Way::OnSite,
        verifiers,
        procedure: text("程序都有记录，联系记录和本人说的一致。")?,
        substance: text("网围栏往里挪了 3 米，两家在场。")?,
        heard: text("本人说来人看过，还等最后一张图。")?,
        difference: Some(text("答复说已经办完，实际还差一张图。")?),
        advice: text("图出来以前不要报办结。")?,
        fraud: false,
    };
    supervise(act, &supervisor, &Command::Verify { finding: Box::new(finding), least: 2 })
}

fn on_the_list(act: &mut Act<'_>) -> Result<(), Error> {
    let (supervisor, id) = (act.supervisor()?, act.also("supervision")?);
    let command = Command::List {
        leader: text("旗政府分管副旗长（虚构）")?,
        due: act.after(24),
        demands: text("挂牌期间每周五报一次进展，到期没有办完由分管领导说明。")?,
    };
    oversight::list_matter(act.tx, &act.scene.kit, act.ctx, &supervisor, id, None, &command).map(drop)
}

fn accountable(act: &mut Act<'_>) -> Result<(), Error> {
    let (supervisor, id) = (act.supervisor()?, act.id()?);
    let asked = ByHand {
        kind: RungKind::AccountabilityAdvice,
        ground: Ground::Delay,
        demands: Some(text("督办函退回以后仍没有在期限内补充，请按职权处理，并书面反馈。")?),
        reply_days: Some(15),
        liability: Some(Liability::A45_1),
        competent: Some(act.county("纪委")?),
    };
    let supervision = oversight::by_hand(act.tx, &act.scene.kit, act.ctx, &supervisor, id, &asked)?;
    signed(act, supervision)
}

fn advise(act: &mut Act<'_>, kind: AdviceKind, facts: &str, advice: &str) -> Result<(), Error> {
    let supervisor = act.supervisor()?;
    let county = DivisionCode::parse(act.scene.place.main())?;
    let leave = access::permit::<IssueAdvice>(&supervisor, &county)?;
    let new = NewAdvice {
        kind,
        to: act.matter().unit,
        title: text(&act.matter().form("VISIT").title)?,
        facts: text(facts)?,
        advice: text(advice)?,
        basis: text("《信访工作条例》第四十条")?,
        liability: None,
        about: None,
        case: None,
    };
    let id = oversight::issue_advice(act.tx, &act.scene.kit, act.ctx, &leave, new)?;
    act.keep("advice", id);
    Ok(())
}

fn improve(act: &mut Act<'_>) -> Result<(), Error> {
    let facts = act.matter().form("VISIT").facts;
    advise(
        act,
        AdviceKind::ImproveWork,
        &facts,
        "把要带的材料写成一张纸贴在窗口，少跑一趟；缺一样先收下，列出还差什么。",
    )
}

fn policy(act: &mut Act<'_>) -> Result<(), Error> {
    let facts = act.matter().form("VISIT").facts;
    advise(act, AdviceKind::ImprovePolicy, &facts, "把办理的条件和停发的情形写进同一份办法，停发以前先告诉本人。")
}

fn advised(act: &mut Act<'_>, subject: &Subject, command: &ToAdvice) -> Result<(), Error> {
    let id = act.also("advice")?;
    matter::act(act.tx, &act.scene.kit, act.ctx, subject, id, None, command).map(drop)
}

fn has_it(act: &mut Act<'_>) -> Result<(), Error> {
    let head = act.head(0)?;
    advised(act, &head, &ToAdvice::Receive)
}

fn adopts(act: &mut Act<'_>) -> Result<(), Error> {
    let head = act.head(0)?;
    let text_ = text("采纳。材料清单已经贴出，窗口改成一次告知、先收后补，从本月起执行。")?;
    advised(act, &head, &ToAdvice::Reply { adoption: Adoption::Adopted, text: text_ })
}

fn declines(act: &mut Act<'_>) -> Result<(), Error> {
    let head = act.head(0)?;
    let text_ = text("不采纳。条件由自治区的办法规定，旗里无权增减；已经把情况写成报告往上报。")?;
    advised(act, &head, &ToAdvice::Reply { adoption: Adoption::Rejected, text: text_ })
}

fn looked_at(act: &mut Act<'_>) -> Result<(), Error> {
    let supervisor = act.supervisor()?;
    let found = text("到窗口看过，清单贴着，抽的五件都是一次收齐。")?;
    advised(act, &supervisor, &ToAdvice::Verify { found })
}
