//! The steps of a petition.

use domain::{
    access::{self, Subject, actions},
    case::{
        Answer, Claim, DispatchKind, MatterType, OpinionResult, Promise, Purpose, RatingTarget, ServiceMethod,
        StatutoryRoute,
    },
    execution::Reporting,
    people::Role,
    petition::{Command, DraftAnswer, Elsewhere, FinalBasis, NotAcceptReason, Petition, ReopenReason, Serve, Stage},
};
use kernel::{CaseId, Ctx, OrgId, Refusal, Text, UserId};
use services::{
    Error,
    mandate::{self, MandateForm},
    matter,
    petition::{self as cases, Act, By, Door},
};
use store::Tx;

use super::{
    super::{
        plan::{From, Step},
        texts::Matter,
    },
    Scene, nobody, say,
};

impl Scene {
    pub(super) fn register(&self, tx: &mut Tx, ctx: &Ctx, matter: &Matter, from: From) -> Result<CaseId, Error> {
        let at = ctx.now();
        if from == From::Web {
            let new = matter.form("WEB").parse(Door::Public, at)?;
            return Ok(cases::register(tx, &self.kit, ctx, &By::Petitioner, &new, None)?.id);
        }
        let bureau = services::organisation::bureau_for(tx, &matter.division, ctx.today())?.ok_or_else(nobody)?.id;
        let (role, channel) = match from {
            From::Agent => (Role::Agent, "AGENT_ENTRUSTED"),
            _ => (Role::Registrar, if matter.index.is_multiple_of(3) { "PHONE" } else { "VISIT" }),
        };
        let subject = self.of(bureau, role, matter.index, at).or_else(|_| self.desk(bureau, 0, at))?;
        let mut new = matter.form(channel).parse(Door::Staff, at)?;
        if from == From::Agent {
            new.agent = self.cast.user(bureau, Role::Agent, matter.index % 2);
        }
        let permit = access::permit::<actions::RegisterOnBehalf>(&subject, &matter.division)?;
        let id = cases::register(tx, &self.kit, ctx, &By::Staff(&permit), &new, None)?.id;
        let hers = new.agent.filter(|_| matter.is_of_the_year()).and_then(|agent| self.cast.person(bureau, agent, at));
        if let Some(agent) = hers {
            mandate::with_registration(tx, &self.kit, ctx, &agent, id, &signed().parse()?)?;
        }
        Ok(id)
    }

    pub(super) fn petition(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        matter: &Matter,
        id: CaseId,
        step: Step,
    ) -> Result<(), Error> {
        let loaded = matter::load::<Petition>(tx, self.place.region(), id)?.ok_or_else(nobody)?;
        let state = loaded.state;
        if step == Step::Look {
            let subject = self.handler(&state, ctx).or_else(|_| self.desk(state.bureau, 0, ctx.now()))?;
            return matter::look(tx, ctx, &subject, id).map(drop);
        }
        match step {
            Step::Execute => return self.execute(tx, ctx, &state),
            Step::HandedOver => return self.handed_over(tx, ctx, matter, &state),
            Step::Confirm(solved) => return self.confirm(tx, ctx, &state, &|_| true, solved),
            Step::ConfirmOne(no) => return self.confirm(tx, ctx, &state, &|claim| claim == no, true),
            _ => {}
        }
        let Some((subject, act)) = self.act_of(ctx, matter, &state, step)? else { return Ok(()) };
        cases::act(tx, &self.kit, ctx, &subject, id, None, &act).map(drop)
    }

    fn act_of(
        &self,
        ctx: &Ctx,
        matter: &Matter,
        state: &Petition,
        step: Step,
    ) -> Result<Option<(Subject, Act)>, Error> {
        let hers = || Subject::Petitioner(state.id);
        let command = match step {
            Step::Sign => return Ok(Some((self.leader(state, 0, ctx)?, Act::Sign))),
            Step::Withdraw => {
                let reason =
                    say(matter, &["家里商量过了，先不反映了。", "单位已经来人说清楚了。", "我想先走劳动仲裁。"])?;
                (hers(), Command::Withdraw { reason: Some(reason) })
            }
            Step::AddMaterial => {
                let note =
                    say(matter, &["补一张现场的照片说明。", "补充当时的收据和通知。", "邻居愿意作证，写了一份说明。"])?;
                (hers(), Command::AddMaterial { note, files: 0 })
            }
            Step::Nudge => (hers(), Command::Nudge),
            Step::RateBureau(grade) => (hers(), Command::Rate { target: RatingTarget::Bureau, grade, comment: None }),
            Step::RateUnit(grade) => {
                let words = ["来人了，说得也清楚。", "办是办了，就是慢。", "答复和我看到的不一样。"];
                let comment = Some(say(matter, &[words[grade as usize % 3]])?);
                (hers(), Command::Rate { target: RatingTarget::Unit, grade, comment })
            }
            Step::Reopen => {
                let text = say(matter, &["答应的事到日子没有做。", "做了一半又停了，和答复不一样。"])?;
                (hers(), Command::Reopen { reason: ReopenReason::NotExecuted, text })
            }
            Step::Report if !state.owes_report() => return Ok(None),
            _ => match self.bureaus(ctx, matter, state, step)? {
                Some(done) => done,
                None => self.units(ctx, matter, state, step)?,
            },
        };
        Ok(Some((command.0, Act::Command(command.1))))
    }

    /// What the bureau and those above it do.
    fn bureaus(
        &self,
        ctx: &Ctx,
        matter: &Matter,
        state: &Petition,
        step: Step,
    ) -> Result<Option<(Subject, Command)>, Error> {
        let at = ctx.now();
        let desk = |nth| self.desk(state.bureau, nth, at);
        let forward = |kind, feedback_days| Command::Forward { to: matter.unit, kind, feedback_days };
        Ok(Some(match step {
            Step::Triage => (desk(0)?, triage(matter)?),
            Step::Forward => (desk(0)?, forward(DispatchKind::Forward, None)),
            Step::Assign(days) => (desk(0)?, forward(DispatchKind::AssignWithFeedback, Some(days))),
            Step::NotAccept => (desk(0)?, not_accepted(matter)?),
            Step::ProposeFinality => {
                let basis = FinalBasis::Named {
                    organ: Text::parse("organ", "内蒙古自治区人民政府")?,
                    opinion: Text::parse("opinion", "（演示）信复核〔2024〕0号")?,
                    on: jiff::civil::date(2024, 6, 3),
                };
                let same = say(matter, &["所说的事、要的东西和理由，与复核意见第一、二项写的一样，没有新的材料。"])?;
                (desk(0)?, Command::ProposeFinality { basis, same })
            }
            Step::ConfirmFinality => (desk(1)?, Command::ConfirmFinality),
            Step::ReportUp => {
                let proposal = say(matter, &["涉及多个部门、人数较多，建议由政府分管负责人牵头研究。"])?;
                (desk(0)?, Command::ReportUp { to: self.county(matter, "政府")?, proposal })
            }
            Step::KeepUnit => {
                let reason = say(matter, &["对照三定规定，这一项职责在你单位，请继续办理。"])?;
                (desk(0)?, Command::RejectObjection { reason })
            }
            Step::OtherUnit => {
                let reason = say(matter, &["核实后属实，改由有管理权的单位办理。"])?;
                (desk(0)?, Command::ApproveObjection { to: matter.other, reason })
            }
            Step::RaiseDispute => (desk(0)?, Command::RaiseDispute { superior: self.county(matter, "联席办")? }),
            Step::DecideDispute => {
                let office = self.of(self.county(matter, "联席办")?, Role::JointMeetingOffice, 0, at)?;
                let reason = say(matter, &["两家都有一部分职责，由管理权限更直接的单位主办。"])?;
                (office, Command::DecideDispute { to: matter.other, reason })
            }
            Step::Archive => (self.officer(state.bureau, at), Command::Archive),
            _ => return Ok(None),
        }))
    }

    /// What the unit does.
    fn units(&self, ctx: &Ctx, matter: &Matter, state: &Petition, step: Step) -> Result<(Subject, Command), Error> {
        let unit = state.holder();
        let handler_id = self.cast.user(unit, Role::UnitHandler, matter.index % 2).ok_or_else(nobody)?;
        let handler = || self.cast.person(unit, handler_id, ctx.now()).ok_or_else(nobody);
        Ok(match step {
            Step::Object => (handler()?, objection(matter)?),
            Step::Accept => (handler()?, accept(matter, state, handler_id, &|_| true)?),
            Step::AcceptPartly => (handler()?, accept(matter, state, handler_id, &|no| no == 1)?),
            Step::RouteAll => (handler()?, accept(matter, state, handler_id, &|_| false)?),
            Step::Contact => (self.handler(state, ctx)?, Command::Contact { note: contact(matter)? }),
            Step::Progress => {
                let usual =
                    ["已经到现场看过，拍了照片，正在查当年的档案。", "和有关单位一起开了会，定下了核实的办法。"];
                let note = told_or(matter, matter.told.progress.as_deref(), &usual)?;
                (self.handler(state, ctx)?, Command::Progress { note, public: true })
            }
            Step::AskTime(days) => {
                let reason = say(matter, &["要等第三方测量的结果。", "涉及的档案在市里，调取需要时间。"])?;
                (self.handler(state, ctx)?, Command::RequestExtension { days, reason })
            }
            Step::GrantTime => (self.leader(state, 0, ctx)?, Command::GrantExtension),
            Step::DeclineTime => {
                let reason = say(matter, &["材料已经够了，按期答复。"])?;
                (self.leader(state, 0, ctx)?, Command::DeclineExtension { reason })
            }
            Step::Draft => (self.handler(state, ctx)?, draft(ctx, matter, state)?),
            Step::ReturnDraft => {
                let reason = say(matter, &["第一项没有写明依据的条款，请补上。", "话说得太绕，改得让人看懂。"])?;
                (self.leader(state, 1, ctx)?, Command::ReturnDraft { reason })
            }
            Step::Check => (self.leader(state, 1, ctx)?, Command::Check),
            Step::Serve => (self.handler(state, ctx)?, serve(ctx, matter)?),
            Step::Report => {
                let text = say(matter, &["调查、答复、送达已经完成，群众的意见附后，承诺的事项按期落实。"])?;
                (self.handler(state, ctx).or_else(|_| handler())?, Command::ClosingReport { text })
            }
            _ => return Err(nobody()),
        })
    }

    /// Everything that was promised and is open.
    fn execute(&self, tx: &mut Tx, ctx: &Ctx, state: &Petition) -> Result<(), Error> {
        let open: Vec<_> =
            state.claims.iter().flat_map(|claim| claim.execution.open().map(|item| (claim.id, item.no))).collect();
        let (handler, other) = (self.handler(state, ctx)?, self.leader(state, 1, ctx)?);
        for (claim, item) in open {
            let evidence = Text::parse("evidence", "已经落实，现场照片和签收单存卷（演示）。")?;
            let report = Reporting::done(claim, item, evidence);
            let act = Act::Command(Command::RecordExecution(Box::new(report)));
            cases::act(tx, &self.kit, ctx, &handler, state.id, None, &act)?;
            let act = Act::Command(Command::VerifyExecution { claim, item, holds: true, note: None });
            cases::act(tx, &self.kit, ctx, &other, state.id, None, &act)?;
        }
        Ok(())
    }

    /// Whoever has the claims that went another way says that they have them.
    fn handed_over(&self, tx: &mut Tx, ctx: &Ctx, matter: &Matter, state: &Petition) -> Result<(), Error> {
        let unit = state.holder();
        let user = self.cast.user(unit, Role::UnitHandler, matter.index % 2).ok_or_else(nobody)?;
        let subject = self.cast.person(unit, user, ctx.now()).ok_or_else(nobody)?;
        let is_open = |claim: &&Claim| claim.handoff.as_ref().is_some_and(|handoff| handoff.accepted.is_none());
        for claim in state.claims.iter().filter(is_open).map(|claim| claim.id) {
            let number = if matter.told.routes.is_empty() {
                "（演示）劳仲受字第 0 号"
            } else {
                "（演示）执受 0 号"
            };
            let act = Act::Command(Command::HandoffAccepted { claim, number: Text::parse("number", number)? });
            cases::act(tx, &self.kit, ctx, &subject, state.id, None, &act)?;
        }
        Ok(())
    }

    /// She says of the claims that `which` names by number whether they are solved.
    fn confirm(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        state: &Petition,
        which: &dyn Fn(u16) -> bool,
        solved: bool,
    ) -> Result<(), Error> {
        for claim in state.claims.iter().filter(|claim| which(claim.no)).map(|claim| claim.id) {
            let act = Act::Command(Command::ConfirmClaim { claim, solved });
            cases::act(tx, &self.kit, ctx, &Subject::Petitioner(state.id), state.id, None, &act)?;
        }
        Ok(())
    }

    fn handler(&self, state: &Petition, ctx: &Ctx) -> Result<Subject, Refusal> {
        let (unit, handler): (Option<OrgId>, Option<UserId>) = (state.unit(), state.handler());
        let found = unit.zip(handler).and_then(|(unit, user)| self.cast.person(unit, user, ctx.now()));
        found.ok_or_else(Refusal::not_permitted)
    }

    fn leader(&self, state: &Petition, nth: usize, ctx: &Ctx) -> Result<Subject, Refusal> {
        if state.stage() == Stage::Forwarded {
            return Err(Refusal::not_permitted());
        }
        self.of(state.holder(), Role::UnitLeader, nth, ctx.now())
    }
}

/// What almost everybody gives at once. This morning's matters still wait for it.
fn signed() -> MandateForm {
    MandateForm {
        powers: ["DELIVER", "ENQUIRE", "ACCOMPANY"].map(str::to_owned).to_vec(),
        way: "PAPER".to_owned(),
        consent_passing_on: true,
        ..MandateForm::default()
    }
}

fn draft(ctx: &Ctx, matter: &Matter, state: &Petition) -> Result<Command, Error> {
    let usual = [
        "经到现场查看、调取档案并向当事人和有关单位了解，反映的情况基本属实。具体经过和证据见附件清单。",
        "经核实，反映的情况部分属实：时间和数额与记录一致，原因与反映的有出入。",
    ];
    let findings = told_or(matter, matter.told.findings.as_deref(), &usual)?;
    let here = state.claims.iter().filter(|claim| claim.route == Some(StatutoryRoute::PetitionProcedure));
    let answers = here
        .map(|claim| Ok(DraftAnswer { claim: claim.id, answer: answer(ctx, matter, claim.no)? }))
        .collect::<Result<Vec<_>, Refusal>>()?;
    Ok(Command::SaveDraft { findings, answers, submit: true })
}

fn triage(matter: &Matter) -> Result<Command, Refusal> {
    Ok(Command::Triage {
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        category: Some(Text::parse("category", &matter.told.category)?),
        respondent: None,
        routes: vec![],
    })
}

/// Only a legal way is open: the reason is picked with the organ that it leads to.
fn not_accepted(matter: &Matter) -> Result<Command, Refusal> {
    const WAYS: [[&str; 4]; 2] = [
        [
            "您反映的事项法院已经立案，结果以法院为准。可以向承办法官询问进度。",
            "等法院判决",
            "当地人民法院",
            "按法院通知的日子",
        ],
        [
            "这件事属于劳动仲裁的范围，地址和电话写在下面。",
            "申请劳动仲裁",
            "当地劳动人事争议仲裁委员会",
            "从知道权利受到侵害那天起一年内",
        ],
    ];
    let [explanation, way, organ, until] = WAYS[matter.index % WAYS.len()];
    let elsewhere = Elsewhere {
        way: Some(Text::parse("way", way)?),
        organ: Text::parse("organ", organ)?,
        phone: Some(Text::parse("phone", "0472-000-0099")?),
        until: Text::parse("until", until)?,
    };
    Ok(Command::NotAccept {
        reason: NotAcceptReason::LegalChannelOnly,
        explanation: Text::parse("explanation", explanation)?,
        elsewhere: Some(Box::new(elsewhere)),
    })
}

fn objection(matter: &Matter) -> Result<Command, Refusal> {
    let reason = say(
        matter,
        &["对照本单位的职责清单，这一事项的审批和监管自机构改革以后已经划出，我单位没有现场处置和作出决定的权限，\
           继续由我单位办理会耽误群众的时间，建议转给有管理权的单位。"],
    )?;
    Ok(Command::Object { reason, basis: Some(Text::parse("basis", "《职能配置规定》第四条（演示）")?) })
}

/// Accepts; the claims that `here` does not take go to their legal channel. A matter may say its claims' ways itself.
fn accept(matter: &Matter, state: &Petition, handler: UserId, here: &dyn Fn(u16) -> bool) -> Result<Command, Refusal> {
    let usual = |no: u16| {
        let (route, target) = if here(no) {
            (StatutoryRoute::PetitionProcedure, "")
        } else {
            (StatutoryRoute::Arbitration, "当地劳动人事争议仲裁委员会")
        };
        (route, target.to_owned())
    };
    let told = |no: u16| {
        let (route, target) = matter.told.routes.get(usize::from(no).checked_sub(1)?)?;
        Some((StatutoryRoute::parse(route)?, target.clone()))
    };
    let routes = state
        .claims
        .iter()
        .map(|claim| {
            let (route, target) = told(claim.no).unwrap_or_else(|| usual(claim.no));
            let target = Some(target).filter(|target| !target.is_empty());
            Ok((claim.id, route, target.map(|target| Text::parse("target", &target)).transpose()?))
        })
        .collect::<Result<Vec<_>, Refusal>>()?;
    Ok(Command::Accept { handler, routes })
}

/// The matter's own words where it has them, else one of the usual ways to say it.
fn told_or<const MAX: usize>(matter: &Matter, own: Option<&str>, usual: &[&str]) -> Result<Text<MAX>, Refusal> {
    own.map_or_else(|| say(matter, usual), |own| Text::parse("text", own))
}

fn contact(matter: &Matter) -> Result<Text<2000>, Refusal> {
    told_or(
        matter,
        matter.told.contact.as_deref(),
        &[
            "电话联系，约好周三上午一起到现场看。本人愿意配合，希望早点有个说法。",
            "到家里见了面，听了半个小时，看了票据，说明了办理的步骤和时间。",
            "电话联系，对方在外地，约定用电话和照片沟通，回来再当面签字。",
        ],
    )
}

fn answer(ctx: &Ctx, matter: &Matter, no: u16) -> Result<Answer, Refusal> {
    let basis = say(
        matter,
        &[
            "《信访工作条例》第三十二条；有关行业管理规定（演示，不作为依据）",
            "《内蒙古自治区有关办法》（演示，不作为依据）",
        ],
    )?;
    let promise = |what: &str, days: i64| -> Result<Promise, Refusal> {
        let due = ctx.today().saturating_add(jiff::Span::new().days(days));
        Ok(Promise { obligor: Text::parse("obligor", "承办单位")?, what: Text::parse("what", what)?, due })
    };
    let (result, text, promise) = match (matter.index + usize::from(no)) % 5 {
        0 | 1 => (
            OpinionResult::Support,
            "反映属实，予以支持。已经安排落实，完成以后请您到现场一起确认。",
            Some(promise("按答复落实到位", 20)?),
        ),
        2 => (
            OpinionResult::Partial,
            "部分支持：有票据和记录的部分予以解决，没有记录的部分请补充材料后再核。",
            Some(promise("有记录的部分办到位", 30)?),
        ),
        3 => (OpinionResult::Explain, "您的要求合情合理，但现在没有这一项政策。已经把情况写进报告，向上反映。", None),
        _ => (
            OpinionResult::NotSupport,
            "经核实，按照当时的协议和规定，这一项不予支持。不服可以在三十日内申请复查。",
            None,
        ),
    };
    let own = usize::from(no).checked_sub(1).and_then(|n| matter.told.answers.get(n));
    let (result, text) =
        own.map_or((result, text), |(own, text)| (OpinionResult::parse(own).unwrap_or(result), text.as_str()));
    Ok(Answer { result, text: Text::parse("text", text)?, basis, promise, more: vec![] })
}

fn serve(ctx: &Ctx, matter: &Matter) -> Result<Command, Refusal> {
    let (method, evidence) = *[
        (ServiceMethod::InPerson, "本人当面签收，签收单存卷（演示）"),
        (ServiceMethod::Post, "挂号信，回执号 0000（演示）"),
        (ServiceMethod::Electronic, "本人同意电子送达，已读回执存卷（演示）"),
    ]
    .get(matter.index % 3)
    .unwrap_or(&(ServiceMethod::InPerson, "本人当面签收"));
    let evidence = Text::parse("evidence", evidence)?;
    Ok(Command::Serve(Serve { method, on: ctx.today(), evidence, late_entry_reason: None }))
}
