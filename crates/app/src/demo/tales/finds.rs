//! What grid members see: told, agreed to, declined, risen, settled by her word, turned into a petition.

use domain::{
    access::{self, Subject, actions::ObserveFind},
    people::Role,
    proactive::Command,
};
use kernel::{Locale, Mobile, PersonName};
use services::{
    Error,
    mandate::MandateForm,
    petition::Contact,
    proactive::{self, FindForm, Step as Next},
};

use super::{
    Do::Own,
    Tale,
    act::{Act, text},
};

pub(super) const TALES: &[Tale] = &[
    Tale { key: "find-seen", cues: &[(1, Own(neighbours))] },
    Tale { key: "find-told", cues: &[(4, Own(housing)), (3, Own(assign)), (2, Own(tell))] },
    Tale { key: "find-declined", cues: &[(12, Own(papers)), (11, Own(assign)), (10, Own(tell)), (10, Own(decline))] },
    Tale {
        key: "find-in-hand",
        cues: &[
            (3, Own(hardship)),
            (2, Own(assign)),
            (2, Own(tell)),
            (2, Own(consent)),
            (2, Own(entrust)),
            (1, Own(goes_on)),
        ],
    },
    Tale {
        key: "find-risen",
        cues: &[
            (11, Own(land)),
            (10, Own(assign)),
            (10, Own(tell)),
            (9, Own(consent)),
            (9, Own(entrust)),
            (8, Own(goes_on)),
            (5, Own(too_much)),
        ],
    },
    Tale {
        key: "find-settled",
        cues: &[
            (25, Own(neighbours)),
            (24, Own(assign)),
            (24, Own(tell)),
            (24, Own(consent)),
            (23, Own(entrust)),
            (22, Own(goes_on)),
            (21, Own(settle)),
            (20, Own(she_agrees)),
        ],
    },
    Tale {
        key: "find-petition",
        cues: &[
            (16, Own(wages)),
            (15, Own(assign)),
            (15, Own(tell)),
            (15, Own(consent)),
            (14, Own(entrust)),
            (11, Own(becomes_a_petition)),
        ],
    },
];

fn see(act: &mut Act<'_>, signal: &str) -> Result<(), Error> {
    let grid = act.who(act.station()?, Role::GridMember, 0)?;
    let form = act.matter().form("GRID_FOUND");
    let form = FindForm { division: form.division, signal: signal.to_owned(), day: String::new(), text: form.facts };
    let new = form.parse(act.ctx.now())?;
    let permit = access::permit::<ObserveFind>(&grid, &new.division)?;
    let id = proactive::observe(act.tx, &act.scene.kit, act.ctx, &permit, &new)?;
    act.keep("find", id);
    Ok(())
}

fn neighbours(act: &mut Act<'_>) -> Result<(), Error> {
    see(act, "NEIGHBOURS")
}

fn housing(act: &mut Act<'_>) -> Result<(), Error> {
    see(act, "HOUSING")
}

fn papers(act: &mut Act<'_>) -> Result<(), Error> {
    see(act, "PAPERS")
}

fn hardship(act: &mut Act<'_>) -> Result<(), Error> {
    see(act, "HARDSHIP")
}

fn land(act: &mut Act<'_>) -> Result<(), Error> {
    see(act, "LAND")
}

fn wages(act: &mut Act<'_>) -> Result<(), Error> {
    see(act, "WAGES")
}

fn next(act: &mut Act<'_>, subject: &Subject, step: &Next) -> Result<(), Error> {
    let id = act.also("find")?;
    let done = proactive::step(act.tx, &act.scene.kit, act.ctx, subject, id, None, step)?;
    if let proactive::Done::Petition(petition, ..) = done {
        act.memory.cases.insert(act.index, petition);
    }
    Ok(())
}

fn assign(act: &mut Act<'_>) -> Result<(), Error> {
    let station = act.station()?;
    let (lead, agent) = (act.who(station, Role::StationLead, 0)?, act.user(station, Role::Agent, 0)?);
    next(act, &lead, &Next::Assign(agent))
}

fn by_the_agent(act: &mut Act<'_>, step: &Next) -> Result<(), Error> {
    let agent = act.agent(0)?;
    next(act, &agent, step)
}

fn tell(act: &mut Act<'_>) -> Result<(), Error> {
    by_the_agent(act, &Next::Command(Command::Inform))
}

fn decline(act: &mut Act<'_>) -> Result<(), Error> {
    by_the_agent(act, &Next::Command(Command::Decline))
}

fn consent(act: &mut Act<'_>) -> Result<(), Error> {
    let form = act.matter().form("GRID_FOUND");
    let contact = Contact {
        name: Some(PersonName::parse("name", &form.name)?),
        phone: Some(Mobile::parse("phone", &form.phone)?),
        address: None,
        language: Locale::Zh,
    };
    by_the_agent(act, &Next::Consent(Box::new(contact)))
}

fn entrust(act: &mut Act<'_>) -> Result<(), Error> {
    let form = MandateForm {
        powers: ["DELIVER", "ENQUIRE"].map(str::to_owned).to_vec(),
        way: "ELECTRONIC".to_owned(),
        consent_passing_on: true,
        ..MandateForm::default()
    };
    by_the_agent(act, &Next::Mandate(Box::new(form.parse()?)))
}

fn goes_on(act: &mut Act<'_>) -> Result<(), Error> {
    let note = text("约了双方和村委会，到现场一起看过，记下了各自的说法。")?;
    by_the_agent(act, &Next::Command(Command::Progress { note }))
}

fn too_much(act: &mut Act<'_>) -> Result<(), Error> {
    by_the_agent(act, &Next::Command(Command::Escalate))
}

fn settle(act: &mut Act<'_>) -> Result<(), Error> {
    let what = text("双方在村委会说开了，写了协议，各留一份。")?;
    by_the_agent(act, &Next::Command(Command::Resolve { what }))
}

fn she_agrees(act: &mut Act<'_>) -> Result<(), Error> {
    let her = Subject::Petitioner(act.also("find")?);
    next(act, &her, &Next::Command(Command::Confirm { solved: true }))
}

fn becomes_a_petition(act: &mut Act<'_>) -> Result<(), Error> {
    by_the_agent(act, &Next::Convert)
}
