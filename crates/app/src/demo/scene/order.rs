//! The steps of a work order.

use domain::{
    access::{self, Subject, actions},
    case::FollowUpMethod,
    people::Role,
    work_order::{Command, Disposition, WorkOrder},
};
use kernel::{CaseId, Ctx, Refusal, Text};
use services::{Error, matter, organisation, petition::Door, work_order as orders};
use store::Tx;

use super::{
    super::{plan::Step, texts::Matter},
    Scene, nobody, say,
};

impl Scene {
    pub(super) fn receive(&self, tx: &mut Tx, ctx: &Ctx, matter: &Matter) -> Result<CaseId, Error> {
        let centre = organisation::bureau_for(tx, &matter.division, ctx.today())?.ok_or_else(nobody)?.id;
        let subject =
            self.of(centre, Role::Agent, matter.index, ctx.now()).or_else(|_| self.desk(centre, 0, ctx.now()))?;
        let channel = ["PHONE", "VISIT", "TRANSFER_IN", "GRID_FOUND"][matter.index % 4];
        let new = matter.form(channel).parse(Door::Staff, ctx.now())?;
        let permit = access::permit::<actions::RegisterOnBehalf>(&subject, &matter.division)?;
        Ok(orders::receive(tx, &self.kit, ctx, &permit, &new, None)?.id)
    }

    pub(super) fn order(&self, tx: &mut Tx, ctx: &Ctx, matter: &Matter, id: CaseId, step: Step) -> Result<(), Error> {
        let state = matter::load::<WorkOrder>(tx, self.place.region(), id)?.ok_or_else(nobody)?.state;
        let (subject, command) = match self.centres(ctx, matter, &state, step)? {
            Some(done) => done,
            None => self.workers(ctx, matter, &state, step)?,
        };
        matter::act(tx, &self.kit, ctx, &subject, id, None, &command).map(drop)
    }

    fn centres(
        &self,
        ctx: &Ctx,
        matter: &Matter,
        state: &WorkOrder,
        step: Step,
    ) -> Result<Option<(Subject, Command)>, Error> {
        let desk = || self.desk(state.centre, 0, ctx.now());
        let category = || Text::parse("category", &matter.told.category).map(Some);
        Ok(Some(match step {
            Step::Answer => {
                let text = say(matter, &["当场打电话问清楚了，今天下午就有人去修，电话留给了本人。"])?;
                (desk()?, Command::Answer { text })
            }
            Step::Redirect => {
                let text = say(matter, &["这件事法院已经立案，给本人写了法官的电话和开庭的时间。"])?;
                (desk()?, Command::Redirect { disposition: Disposition::LegalChannel, text })
            }
            Step::Dispatch => (desk()?, Command::Dispatch { to: matter.unit, category: category()? }),
            Step::OrderKeep => {
                let reason = say(matter, &["职责清单写得清楚，请继续办。"])?;
                (desk()?, Command::RejectObjection { reason })
            }
            Step::OrderOther => {
                let reason = say(matter, &["核实过，改派。"])?;
                (desk()?, Command::ApproveObjection { to: matter.other, reason })
            }
            Step::Escalate => {
                let reason = say(matter, &["两家一直说不清，请政府协调。"])?;
                (desk()?, Command::Escalate { to: self.county(matter, "政府")?, reason })
            }
            Step::FollowUp(solved) => {
                let caller = self.of(self.county(matter, "信访")?, Role::FollowupCaller, 0, ctx.now())?;
                let note = if solved {
                    "本人说已经修好了。"
                } else {
                    "本人说只来看了一眼，没有动手。"
                };
                (
                    caller,
                    Command::FollowUp {
                        method: FollowUpMethod::Phone,
                        solved,
                        pressed: false,
                        grade: None,
                        note: Text::parse("note", note)?,
                    },
                )
            }
            // At a station nobody may close; there the rule does it.
            Step::OrderClose => (self.officer(state.centre, ctx.now()), Command::Close),
            Step::OrderRate(grade) => (Subject::Petitioner(state.id), Command::Rate { grade, comment: None }),
            _ => return Ok(None),
        }))
    }

    fn workers(&self, ctx: &Ctx, matter: &Matter, state: &WorkOrder, step: Step) -> Result<(Subject, Command), Error> {
        let unit = state.holder();
        let (role, nth) =
            if step == Step::OrderExtend { (Role::UnitLeader, 0) } else { (Role::UnitHandler, matter.index % 2) };
        let user = match state.handler().filter(|_| role == Role::UnitHandler) {
            Some(handler) => handler,
            None => self.cast.user(unit, role, nth).ok_or_else(nobody)?,
        };
        let subject = self.cast.person(unit, user, ctx.now()).ok_or_else(nobody)?;
        Ok((subject, work(matter, user, step)?))
    }
}

fn work(matter: &Matter, user: kernel::UserId, step: Step) -> Result<Command, Refusal> {
    Ok(match step {
        Step::OrderObject => {
            let reason = say(matter, &["这一段路灯产权在物业，不在我单位的养护清单里，附清单。"])?;
            Command::Object { reason }
        }
        Step::Claim => Command::Claim { handler: user },
        Step::OrderContact => {
            let note = say(matter, &["电话打通了，约好下午到现场。", "到家里见了面，看了现场。"])?;
            Command::Contact { note }
        }
        Step::OrderExtend => {
            let reason = say(matter, &["要换的配件下个星期才到。"])?;
            Command::Extend { days: 7, reason }
        }
        Step::Reply => {
            let text = say(matter, &["已经派人看过，明天上午修好。", "情况属实，正在处理，三天之内办完。"])?;
            Command::Reply { text }
        }
        Step::Done => {
            let text = say(matter, &["已经修好，本人在现场看过。", "已经办完，照片存卷（演示）。"])?;
            Command::Done { text }
        }
        _ => return Err(Refusal::not_permitted()),
    })
}
