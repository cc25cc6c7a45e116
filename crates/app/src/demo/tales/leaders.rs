//! A leader answers for a matter, a delegate leads a red order, a unit assists, a dispute waits for the superior of both.

use domain::{
    access::{self, Subject, actions::HoldReception},
    leadership::{Command, Post, VisitKind},
    meeting::{Command as ToMeeting, ItemKind, Resolved},
    people::Role,
    petition::Command as ToPetition,
    urgent::{self, Danger, Outcome, Reporting, Told},
};
use kernel::{CaseId, DivisionCode, Refusal};
use services::{
    Error, leadership, matter,
    meeting::{self, NewItem, NewMeeting},
    reception::{self, ReceptionForm},
};
use uuid::Uuid;

use super::{
    AT_THE_DESK,
    Do::{Own, Step},
    Tale,
    act::{Act, text},
};
use crate::demo::plan::Step as S;

pub(super) const TALES: &[Tale] = &[
    Tale {
        key: "a-leaders-own",
        cues: &[
            (29, AT_THE_DESK),
            (28, Step(S::Triage)),
            (28, Step(S::Forward)),
            (25, Step(S::Accept)),
            (24, Step(S::Contact)),
            (23, Own(takes_charge)),
            (20, Own(investigated)),
            (19, Own(went_there)),
            (18, Own(instructs)),
            (15, Own(followed)),
            (13, Own(calls_meeting)),
            (12, Own(expert)),
            (10, Own(agreed)),
            (8, Own(meets)),
            (4, Own(instructs_again)),
            (3, Own(one_reports)),
        ],
    },
    Tale {
        key: "a-red-order",
        cues: &[
            (13, Step(S::Receive)),
            (13, Step(S::Dispatch)),
            (12, Step(S::Claim)),
            (11, Own(delegate_leads)),
            (9, Own(delegate_answers)),
            (9, Step(S::OrderContact)),
        ],
    },
    Tale {
        key: "a-danger",
        cues: &[
            (8, AT_THE_DESK),
            (7, Step(S::Triage)),
            (7, Step(S::Forward)),
            (5, Own(danger_is_over)),
            (1, Own(danger_is_heard_of)),
        ],
    },
    Tale {
        key: "assisted",
        cues: &[
            (21, AT_THE_DESK),
            (20, Step(S::Triage)),
            (20, Step(S::Forward)),
            (17, Step(S::Accept)),
            (16, Step(S::Contact)),
            (14, Own(asks_two)),
            (9, Own(assists)),
        ],
    },
    Tale {
        key: "received",
        cues: &[
            (24, AT_THE_DESK),
            (23, Step(S::Triage)),
            (23, Step(S::Forward)),
            (20, Step(S::Accept)),
            (19, Step(S::Contact)),
            (14, Own(opens_days)),
            (13, Own(books)),
            (7, Own(is_received)),
            (3, Own(opens_days)),
            (2, Own(books)),
        ],
    },
    Tale {
        key: "disputed",
        cues: &[
            (15, AT_THE_DESK),
            (14, Step(S::Triage)),
            (14, Step(S::Forward)),
            (11, Step(S::Object)),
            (8, Step(S::RaiseDispute)),
        ],
    },
];

fn lead(act: &mut Act<'_>, subject: &Subject, command: &Command) -> Result<(), Error> {
    let id = act.id()?;
    leadership::act(act.tx, &act.scene.kit, act.ctx, subject, id, command)
}

fn takes_charge(act: &mut Act<'_>) -> Result<(), Error> {
    let (joint, org) = (act.joint()?, act.matter().unit);
    let leader = act.user(org, Role::UnitLeader, 0)?;
    lead(act, &joint, &Command::TakeCharge { leader, org, post: Post::Leader })
}

fn investigated(act: &mut Act<'_>) -> Result<(), Error> {
    let (head, on) = (act.head(0)?, act.ctx.today());
    lead(
        act,
        &head,
        &Command::DoDuty {
            duty: 1, on, evidence: text("现场笔录和两份合同的复印件在卷（演示）。")?
        },
    )
}

fn agreed(act: &mut Act<'_>) -> Result<(), Error> {
    let (head, on) = (act.head(0)?, act.ctx.today());
    lead(act, &head, &Command::DoDuty { duty: 2, on, evidence: text("和农牧、财政碰了头，纪要在卷（演示）。")? })
}

fn went_there(act: &mut Act<'_>) -> Result<(), Error> {
    let (head, on) = (act.head(0)?, act.ctx.today());
    let findings = text("在家里坐了一个小时，看了票据；本人最着急的是冬天的草料。")?;
    lead(act, &head, &Command::Visit { kind: VisitKind::Field, on, place: text("本人家里")?, findings })
}

fn instructs(act: &mut Act<'_>) -> Result<(), Error> {
    let (head, to, due) = (act.head(0)?, act.county("信访")?, act.after(5));
    let words = text("请信访局约农牧和财政碰一次头，把补贴拨到哪一步查清楚，当面告诉本人。")?;
    lead(act, &head, &Command::Instruct { to, text: words, due })
}

fn followed(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, on) = (act.officer(0)?, act.ctx.today());
    let evidence = text("碰头会开了，钱在旗财政，下月 10 日前拨；电话告诉了本人。")?;
    lead(act, &officer, &Command::FollowInstruction { no: 1, on, evidence })
}

fn expert(act: &mut Act<'_>) -> Result<(), Error> {
    let (joint, on) = (act.joint()?, act.ctx.today());
    let words = text("面积应按承包合同的四至算，不按图斑算；两者差的部分另行补测。")?;
    lead(act, &joint, &Command::Advise { expert: text("旗农村土地仲裁委员会专家（虚构）")?, on, text: words })
}

fn instructs_again(act: &mut Act<'_>) -> Result<(), Error> {
    let (head, to, due) = (act.head(0)?, act.matter().unit, act.after(6));
    let words = text("补测的结果出来当天告诉本人，不要等正式文件。")?;
    lead(act, &head, &Command::Instruct { to, text: words, due })
}

/// What the bureau and the unit cannot settle between them comes before the joint meeting.
fn calls_meeting(act: &mut Act<'_>) -> Result<(), Error> {
    let joint = act.joint()?;
    let units = vec![act.matter().unit, act.county("信访")?];
    let new = NewMeeting {
        title: text("信访工作联席会议第 3 次会议（演示）")?,
        on: act.after(2),
        from: text("9:00")?,
        place: text("旗政府三楼会议室（演示）")?,
        chair: text("旗委副书记（虚构）")?,
        units,
    };
    let id = meeting::call(act.tx, &act.scene.kit, act.ctx, &meeting::office_of(&joint)?, new)?;
    act.keep("meeting", id);
    let number = act.petition()?.number;
    let about = "补测的面积和合同不一致，以哪一个为准、由谁公示";
    for (kind, words, number) in [
        (ItemKind::Matter, about, Some(number)),
        (ItemKind::Topic, "夏天集中反映的几类事，窗口怎么先收后补", None),
        (ItemKind::Topic, "矿区道路的养护费怎么分摊", None),
    ] {
        let item = NewItem { kind, text: text(words)?, number };
        meeting::put_item(act.tx, &act.scene.kit, act.ctx, &joint, (id, None), item)?;
    }
    Ok(())
}

/// Two things are decided, one is put off; the minutes stand the same day.
fn meets(act: &mut Act<'_>) -> Result<(), Error> {
    let (joint, id, unit, bureau) = (act.joint()?, act.also("meeting")?, act.matter().unit, act.county("信访")?);
    let decisions = [
        (1, unit, 5, "以合同的四至为准，补测的结果在嘎查公示七天，有异议的当面量。"),
        (2, bureau, 20, "把要带的材料写成一张纸，缺一样先收下，列出还差什么。"),
    ];
    for (item, owner, days, words) in decisions {
        let resolved = Resolved { item, text: text(words)?, owner, due: Some(act.after(days)) };
        meeting::decide(act.tx, &act.scene.kit, act.ctx, &joint, (id, None), resolved)?;
    }
    let put_off = ToMeeting::DropItem { item: 3, reason: text("等市里的意见，下次再议。")? };
    meets_with(act, &joint, id, &put_off)?;
    meets_with(act, &joint, id, &ToMeeting::CloseMinutes)
}

fn one_reports(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, id, on) = (act.officer(0)?, act.also("meeting")?, act.ctx.today());
    let evidence = text("清单贴在窗口，抽的五件都是一次收齐。")?;
    meets_with(act, &officer, id, &ToMeeting::Answer { decision: 2, on, evidence })
}

fn meets_with(act: &mut Act<'_>, subject: &Subject, id: CaseId, command: &ToMeeting) -> Result<(), Error> {
    matter::act(act.tx, &act.scene.kit, act.ctx, subject, id, None, command).map(drop)
}

fn delegate_leads(act: &mut Act<'_>) -> Result<(), Error> {
    let (joint, org) = (act.joint()?, act.county("联席办")?);
    let leader = act.user(org, Role::Delegate, 0)?;
    lead(act, &joint, &Command::TakeCharge { leader, org, post: Post::Delegate })
}

fn delegate_answers(act: &mut Act<'_>) -> Result<(), Error> {
    let (delegate, on) = (act.who(act.county("联席办")?, Role::Delegate, 0)?, act.ctx.today());
    lead(act, &delegate, &Command::DoDuty { duty: 1, on, evidence: text("当天见了面，约好和物业一起看现场。")? })
}

/// Two mornings in the hall of the bureau: in five days, and a week later.
fn opens_days(act: &mut Act<'_>) -> Result<(), Error> {
    let county = DivisionCode::parse(act.scene.place.main())?;
    let permit = access::permit::<HoldReception>(&act.officer(0)?, &county)?;
    for (days, host, seats) in [(5, "分管副旗长（虚构）", "8"), (12, "信访局局长（虚构）", "12")] {
        let form = ReceptionForm {
            division: county.to_string(),
            host: host.to_owned(),
            place: "信访局接待大厅（演示）".to_owned(),
            on: act.after(days).to_string(),
            from: "9:00".to_owned(),
            until: "11:30".to_owned(),
            seats: seats.to_owned(),
        };
        reception::open(act.tx, act.ctx, &permit, &form.parse(act.ctx.today())?)?;
    }
    Ok(())
}

/// The next one with a free seat.
fn next_day(act: &mut Act<'_>) -> Result<Uuid, Error> {
    let county = DivisionCode::parse(act.scene.place.main())?;
    let all = reception::upcoming(act.tx, &county, act.ctx.today(), 20)?;
    Ok(all.iter().find(|one| one.free() > 0).ok_or_else(Refusal::not_permitted)?.id)
}

fn books(act: &mut Act<'_>) -> Result<(), Error> {
    let (id, day) = (act.id()?, next_day(act)?);
    reception::book(act.tx, &act.scene.kit, act.ctx, &Subject::Petitioner(id), id, day)
}

/// On the day or soon after it, what was said goes on the record of the matter.
fn is_received(act: &mut Act<'_>) -> Result<(), Error> {
    let (id, officer) = (act.id()?, act.officer(0)?);
    let booked = act.petition()?.leadership.booking.ok_or_else(Refusal::not_permitted)?;
    let findings = text("本人要一个准日子。当场请林草局的人来说明，定在月底以前把补偿的算法写清楚给本人。")?;
    reception::held(act.tx, &act.scene.kit, act.ctx, &officer, booked.reception, (id, &findings))
}

fn alarm(act: &mut Act<'_>, subject: &Subject, command: &urgent::Command) -> Result<(), Error> {
    let id = act.id()?;
    services::urgent::act(act.tx, &act.scene.kit, act.ctx, subject, id, command)
}

/// A report that was carried to its end: nothing of it stays marked.
fn danger_is_over(act: &mut Act<'_>) -> Result<(), Error> {
    let officer = act.officer(0)?;
    let danger = Danger::Safety;
    let what = Reporting {
        danger,
        known_at: act.ctx.now(),
        place: text("家里的自备井旁")?,
        what: text("井口的盖板断了，孩子在旁边玩。")?,
        told: urgent::must_be_called(danger).to_vec(),
    };
    alarm(act, &officer, &urgent::Command::Report(what))?;
    let to = urgent::must_be_written_to().to_vec();
    let written = text("一、井口没有盖，周围住着六户。二、已经通知水务的人去围挡。三、建议当天换盖板。")?;
    alarm(act, &officer, &urgent::Command::Write { to, text: written })?;
    let answer = text("收到，请当天围好，换了盖板告诉我们一声。")?;
    alarm(act, &officer, &urgent::Command::Answer { from: Told::UpperBureau, text: answer })?;
    let end = text("盖板换了，围挡撤了，拍了照在卷（演示）。")?;
    alarm(act, &officer, &urgent::Command::End { outcome: Outcome::Settled, text: end })
}

/// One that is going on this morning: the government was called, the rest is owed.
fn danger_is_heard_of(act: &mut Act<'_>) -> Result<(), Error> {
    let handler = act.handler()?;
    let what = Reporting {
        danger: Danger::Gathering,
        known_at: act.ctx.now(),
        place: text("旗政府东门")?,
        what: text("电话里说，没水的几户约好下午三点一起过来，二十来人。")?,
        told: vec![Told::Government],
    };
    alarm(act, &handler, &urgent::Command::Report(what))
}

/// The unit whose sign-ins are shown and the one beside it are asked; the first answers.
fn asks_two(act: &mut Act<'_>) -> Result<(), Error> {
    let (handler, due) = (act.handler()?, act.after(20));
    let claims: Vec<_> = act.petition()?.claims.iter().map(|claim| claim.id).collect();
    let shown = act.scene.place.sample.sign_ins.iter().find(|one| one.role == Role::UnitHandler);
    let shown = act.county(shown.map_or("", |one| one.word.as_str()))?;
    for (unit, task) in [
        (shown, "请核对这片地当年的审批和四至，说明有没有和别的承包重叠。"),
        (act.matter().other, "请说明道路用地红线画到哪里，附图。"),
    ] {
        let ask = ToPetition::AskAssistance { unit, claims: claims.clone(), task: text(task)?, due };
        act.does(&handler, ask)?;
    }
    Ok(())
}

fn assists(act: &mut Act<'_>) -> Result<(), Error> {
    let other = act.who(act.matter().other, Role::UnitLeader, 0)?;
    let words = text("红线以路中心向两侧各 12 米为界，附图一张；这片地在红线以外。")?;
    act.does(&other, ToPetition::GiveAssistance { text: words })
}
