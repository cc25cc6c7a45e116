//! Mandates in writing and by word of mouth, for a child, taken back; designation, stepping back, hand-over, a deputy.

use domain::{
    access::{self, actions::ArrangeAgents},
    agency::{Concerned, Ground},
    people::Role,
    petition::Command,
    work_order::Command as ToOrder,
};
use jiff::SignedDuration;
use services::{
    Error,
    mandate::{MandateForm, NewMandate},
    matter, network, petition, work_order,
};

use super::{
    Do::{Own, Step},
    Tale,
    act::{Act, text},
};
use crate::demo::plan::{From, Step as S};

/// Taken down at the door by the agent.
const AT_THE_DOOR: super::Do = Step(S::Register(From::Agent));

pub(super) const TALES: &[Tale] = &[
    Tale {
        key: "an-order-in-writing",
        cues: &[
            (6, Step(S::Receive)),
            (6, Own(order_in_writing)),
            (5, Step(S::Dispatch)),
            (4, Step(S::Claim)),
            (3, Own(went_along)),
        ],
    },
    Tale {
        key: "in-writing",
        cues: &[
            (26, AT_THE_DOOR),
            (26, Own(in_writing)),
            (25, Step(S::Triage)),
            (25, Step(S::Forward)),
            (23, Step(S::Accept)),
            (22, Step(S::Contact)),
            (14, Step(S::Progress)),
            (6, Own(asks)),
        ],
    },
    Tale {
        key: "by-mouth-taken-back",
        cues: &[
            (41, AT_THE_DOOR),
            (41, Own(by_mouth)),
            (40, Step(S::Triage)),
            (39, Step(S::Forward)),
            (37, Step(S::Accept)),
            (36, Step(S::Contact)),
            (12, Own(taken_back)),
        ],
    },
    Tale {
        key: "for-a-child",
        cues: &[
            (19, AT_THE_DOOR),
            (19, Own(for_a_child)),
            (18, Step(S::Triage)),
            (17, Step(S::Forward)),
            (15, Step(S::Accept)),
            (14, Step(S::Contact)),
        ],
    },
    Tale { key: "not-yet", cues: &[(1, AT_THE_DOOR)] },
    Tale {
        key: "another-agent",
        cues: &[
            (22, AT_THE_DOOR),
            (22, Own(in_writing)),
            (21, Step(S::Triage)),
            (20, Step(S::Forward)),
            (18, Step(S::Accept)),
            (17, Step(S::Contact)),
            (13, Own(asks_for_another)),
            (11, Own(names_the_second)),
            (10, Own(second_in_writing)),
        ],
    },
    Tale {
        key: "steps-back",
        cues: &[
            (17, AT_THE_DOOR),
            (17, Own(in_writing)),
            (16, Step(S::Triage)),
            (16, Step(S::Forward)),
            (14, Step(S::Accept)),
            (13, Step(S::Contact)),
            (12, Own(declares)),
            (10, Own(decides)),
            (9, Own(names_the_second)),
        ],
    },
    Tale {
        key: "handed-over",
        cues: &[
            (48, AT_THE_DOOR),
            (48, Own(in_writing)),
            (47, Step(S::Triage)),
            (46, Step(S::Forward)),
            (44, Step(S::Accept)),
            (43, Step(S::Contact)),
            (42, Own(names_the_second)),
            (41, Own(second_by_mouth)),
            (30, Own(hands_over)),
            (2, Own(is_away)),
        ],
    },
];

fn paper() -> MandateForm {
    MandateForm {
        powers: ["DELIVER", "ENQUIRE", "ACCOMPANY"].map(str::to_owned).to_vec(),
        way: "PAPER".to_owned(),
        consent_passing_on: true,
        ..MandateForm::default()
    }
}

fn spoken() -> MandateForm {
    MandateForm {
        powers: ["DELIVER", "ENQUIRE", "RECEIVE_NOTICES"].map(str::to_owned).to_vec(),
        way: "ORAL".to_owned(),
        read_back: true,
        proof: "WITNESSES".to_owned(),
        witnesses: ["邻居甲（虚构）", "邻居乙（虚构）"].map(str::to_owned).to_vec(),
        consent_passing_on: true,
        ..MandateForm::default()
    }
}

fn give(act: &mut Act<'_>, nth: usize, form: &MandateForm) -> Result<(), Error> {
    let agent = act.agent(nth)?;
    act.does(&agent, petition::Act::Mandate(Box::new(form.parse()?)))
}

fn in_writing(act: &mut Act<'_>) -> Result<(), Error> {
    give(act, 0, &paper())
}

/// Beside a work order, before the lead of the station.
fn order_in_writing(act: &mut Act<'_>) -> Result<(), Error> {
    let station = act.station()?;
    let (lead, agent, id) = (act.who(station, Role::StationLead, 0)?, act.user(station, Role::Agent, 0)?, act.id()?);
    let new = NewMandate { agent: Some(agent), ..paper().parse()? };
    work_order::give_mandate(act.tx, &act.scene.kit, act.ctx, &lead, id, None, &new).map(drop)
}

/// What the agent did for her stands on the record.
fn went_along(act: &mut Act<'_>) -> Result<(), Error> {
    let (agent, id) = (act.agent(0)?, act.id()?);
    let note = text("陪她去看了现场，把照片交给了办的人。")?;
    let command = ToOrder::Progress { note, public: true };
    matter::act(act.tx, &act.scene.kit, act.ctx, &agent, id, None, &command).map(drop)
}

fn by_mouth(act: &mut Act<'_>) -> Result<(), Error> {
    give(act, 0, &spoken())
}

fn second_in_writing(act: &mut Act<'_>) -> Result<(), Error> {
    give(act, 1, &paper())
}

fn second_by_mouth(act: &mut Act<'_>) -> Result<(), Error> {
    give(act, 1, &spoken())
}

fn for_a_child(act: &mut Act<'_>) -> Result<(), Error> {
    let form = MandateForm {
        capacity: "MINOR".to_owned(),
        guardian: "监护人（虚构）".to_owned(),
        consent_sensitive: true,
        ..paper()
    };
    give(act, 0, &form)
}

fn asks(act: &mut Act<'_>) -> Result<(), Error> {
    let agent = act.agent(0)?;
    act.does(&agent, Command::Nudge)
}

fn taken_back(act: &mut Act<'_>) -> Result<(), Error> {
    act.she(Command::RevokeMandate { reason: Some(text("孩子回来了，自己跑。")?) })
}

fn asks_for_another(act: &mut Act<'_>) -> Result<(), Error> {
    act.she(Command::AskRecusal {
        of: Concerned::Agent, reason: text("和对方是一个村的，换一位方便。")?
    })
}

fn names_the_second(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, agent) = (act.officer(0)?, act.user(act.station()?, Role::Agent, 1)?);
    act.does(&officer, petition::Act::Designate { agent, reason: text("按本人的意思，由站里另一位代办员接手。")? })
}

fn declares(act: &mut Act<'_>) -> Result<(), Error> {
    let agent = act.agent(0)?;
    act.does(&agent, Command::DeclareInterest { ground: Ground::NearRelative })
}

fn decides(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, user) = (act.officer(0)?, act.user(act.station()?, Role::Agent, 0)?);
    let reason = text("对方是代办员的近亲属，应当回避。")?;
    act.does(&officer, Command::DecideRecusal { user, steps_back: true, ground: Ground::NearRelative, reason })
}

/// Everything the second agent has in hand goes to the first: she went to another post for a while.
fn hands_over(act: &mut Act<'_>) -> Result<(), Error> {
    let station = act.station()?;
    let lead = act.who(station, Role::StationLead, 0)?;
    let (from, to) = (act.user(station, Role::Agent, 1)?, act.user(station, Role::Agent, 0)?);
    let permit = access::permit::<ArrangeAgents>(&lead, &act.scene.place.sample.main_township)?;
    let reason = text("抽调到旗里帮忙两周，手里的事交给站里同事。")?;
    network::hand_over(act.tx, &act.scene.kit, act.ctx, &lead, &permit, (from, to), &reason).map(drop)
}

/// On leave for a week; the first agent stands in.
fn is_away(act: &mut Act<'_>) -> Result<(), Error> {
    let station = act.station()?;
    let lead = act.who(station, Role::StationLead, 0)?;
    let (away, deputy) = (act.user(station, Role::Agent, 1)?, act.user(station, Role::Agent, 0)?);
    let permit = access::permit::<ArrangeAgents>(&lead, &act.scene.place.sample.main_township)?;
    let span = (act.ctx.now(), act.ctx.now() + SignedDuration::from_hours(24 * 9));
    network::arrange_absence(act.tx, act.ctx, &permit, away, deputy, span).map(drop)
}
