//! Quarrels brought before the mediators of the township: one agreed on in writing and being carried out, one ended by a no.

use domain::{
    access::Subject,
    mediation::{Agreement, AgreementForm, Chosen, Command, How, Mark, OrgType, Origin, Session, Signer, Term, Topic},
    people::Role,
};
use kernel::{CaseId, Locale, PersonName};
use services::{
    Error,
    mediation::{self, Asked, NewMediation},
    petition::Contact,
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
        key: "a-quarrel-agreed-on",
        cues: &[
            (30, AT_THE_DESK),
            (29, Step(S::Triage)),
            (29, Step(S::Forward)),
            (26, Step(S::Accept)),
            (25, Step(S::Contact)),
            (20, Own(brought)),
            (18, Own(agreed_to)),
            (12, Own(talked)),
            (9, Own(signed)),
        ],
    },
    Tale {
        key: "a-quarrel-refused",
        cues: &[
            (22, AT_THE_DESK),
            (21, Step(S::Triage)),
            (21, Step(S::Forward)),
            (18, Step(S::Accept)),
            (17, Step(S::Contact)),
            (11, Own(brought)),
            (8, Own(refused)),
        ],
    },
];

/// The mediator of the township; none where the place has no such post.
fn mediator(act: &Act<'_>) -> Result<Option<Subject>, Error> {
    let station = act.station()?;
    if act.user(station, Role::Mediator, 0).is_err() {
        return Ok(None);
    }
    Ok(Some(act.who(station, Role::Mediator, 0)?))
}

/// The unit's leader brings it there.
fn brought(act: &mut Act<'_>) -> Result<(), Error> {
    if mediator(act)?.is_none() {
        return Ok(());
    }
    let (head, case, committee) = (act.head(0)?, act.id()?, act.station()?);
    let name = Some(PersonName::parse("party2", "测邻居")?);
    let new = NewMediation {
        committee,
        org_type: OrgType::People,
        origin: Origin::Applied,
        source: Asked::Case(case),
        topic: Topic::Pasture,
        title: text("草场界线，两家说法不一")?,
        facts: text("修网围栏的时候，一方说多占了半米，另一方说按老界桩修的。")?,
        parties: vec![Contact { name, phone: None, address: None, language: Locale::Zh }],
    };
    let permit = mediation::may_open(&head)?;
    let id = mediation::open(act.tx, &act.scene.kit, act.ctx, &head, &permit, &new)?;
    act.keep("mediation", id);
    let user = act.user(committee, Role::Mediator, 0)?;
    does(act, &Command::NameMediator { user, chosen: Chosen::Committee })
}

fn does(act: &mut Act<'_>, command: &Command) -> Result<(), Error> {
    let Some(mediator) = mediator(act)? else { return Ok(()) };
    let id: CaseId = act.also("mediation")?;
    mediation::act(act.tx, &act.scene.kit, act.ctx, &mediator, id, None, command).map(drop)
}

/// Each says yes before the mediator.
fn agreed_to(act: &mut Act<'_>) -> Result<(), Error> {
    for party in [1, 2] {
        does(act, &Command::Consent { party, how: How::Oral })?;
    }
    does(act, &Command::NotifyRights { how: How::Signature })
}

/// They meet at the fence.
fn talked(act: &mut Act<'_>) -> Result<(), Error> {
    let session = Session {
        on: act.ctx.today(),
        from: text("9:30")?,
        place: text("三长工作室")?,
        with: vec![1, 2],
        others: Some(text("派出所社区民警、法庭庭长")?),
        public: false,
        minutes: text("甲方说围栏往西移了半米。乙方说按老界桩修的。一起到现场量过，老界桩还在，围栏确实偏西半米。")?,
    };
    does(act, &Command::Hold(Box::new(session)))?;
    does(act, &Command::ConfirmMinutes { session: 1, party: 1, how: How::Signature })?;
    does(act, &Command::ConfirmMinutes { session: 1, party: 2, how: How::Signature })
}

/// What they agreed on, with every mark.
fn signed(act: &mut Act<'_>) -> Result<(), Error> {
    let agreement = Agreement {
        form: AgreementForm::Written,
        dispute: text("网围栏比老界桩偏西半米。")?,
        liability: text("乙方修围栏时没有对界桩。")?,
        terms: vec![
            Term { by: 2, text: text("把围栏移回老界桩，补好压坏的草皮")?, due: act.after(25) },
            Term { by: 1, text: text("出一半的网围栏材料钱，300 元")?, due: act.after(15) },
        ],
        manner: text("移好以后两家当面看，调解员在场。")?,
    };
    does(act, &Command::Agree(Box::new(agreement)))?;
    for of in [Signer::Party(1), Signer::Party(2), Signer::Mediator, Signer::Committee] {
        let mark = if of == Signer::Committee { Mark::Seal } else { Mark::Signature };
        does(act, &Command::Sign { of, on: act.ctx.today(), mark })?;
    }
    Ok(())
}

/// The other side does not want it.
fn refused(act: &mut Act<'_>) -> Result<(), Error> {
    let reason = Some(text("已经请人写了起诉状")?);
    does(act, &Command::Refuse { party: 2, how: How::Oral, reason })
}
