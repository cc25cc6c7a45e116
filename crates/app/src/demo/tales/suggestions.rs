//! Suggestions: one is being studied, of another something is done already, a third was filed as a petition and moved.

use domain::{
    people::Role,
    suggestion::{Adoption, Command, Intended, PointAnswer},
};
use kernel::CaseId;
use services::{
    Error,
    petition::{By, Door},
    suggestion::{self, Act as Ask, Filed},
};

use super::{
    AT_THE_DESK,
    Do::Own,
    Tale,
    act::{Act, text},
};

pub(super) const TALES: &[Tale] = &[
    Tale {
        key: "a-suggestion-followed",
        cues: &[
            (48, Own(files)),
            (46, Own(forwarded)),
            (44, Own(taken_up)),
            (24, Own(written)),
            (22, Own(signed)),
            (6, Own(one_is_done)),
        ],
    },
    Tale { key: "a-suggestion-studied", cues: &[(9, Own(files)), (8, Own(forwarded)), (6, Own(taken_up))] },
    Tale { key: "a-suggestion-moved", cues: &[(4, AT_THE_DESK), (3, Own(moved)), (2, Own(forwarded))] },
];

fn does(act: &mut Act<'_>, subject: &domain::access::Subject, command: impl Into<Ask>) -> Result<(), Error> {
    let id: CaseId = act.also("suggestion")?;
    suggestion::act(act.tx, &act.scene.kit, act.ctx, subject, id, None, &command.into()).map(drop)
}

/// On the portal, with her leave to publish it without her name.
fn files(act: &mut Act<'_>) -> Result<(), Error> {
    let form = act.matter().form("WEB").parse(Door::Staff, act.ctx.now())?;
    let new = Filed { form, publish: true, category: None, call: None };
    let receipt = suggestion::file(act.tx, &act.scene.kit, act.ctx, &By::Petitioner, &new, None)?;
    act.keep("suggestion", receipt.id);
    Ok(())
}

fn moved(act: &mut Act<'_>) -> Result<(), Error> {
    let (id, officer) = (act.id()?, act.officer(0)?);
    let state = suggestion::move_here(act.tx, &act.scene.kit, act.ctx, &officer, id, None, None)?;
    act.keep("suggestion", state.id);
    Ok(())
}

fn forwarded(act: &mut Act<'_>) -> Result<(), Error> {
    let (officer, to) = (act.officer(0)?, act.matter().unit);
    does(act, &officer, Command::Forward { to, category: None })
}

fn taken_up(act: &mut Act<'_>) -> Result<(), Error> {
    let (handler, user) = (act.handler()?, act.user(act.matter().unit, Role::UnitHandler, 0)?);
    does(act, &handler, Command::TakeUp { handler: user, simple: None })
}

fn written(act: &mut Act<'_>) -> Result<(), Error> {
    let (handler, unit) = (act.handler()?, act.matter().unit);
    let item = |what: &str, days: i64| -> Result<Intended, Error> {
        Ok(Intended { what: text(what)?, unit, due: act.after(days) })
    };
    let answers = vec![
        PointAnswer {
            point: 1,
            result: Adoption::Adopted,
            reason: text("三处岔路口都去看过，牌子确实看不清，换成反光的。")?,
            items: vec![item("三处岔路口换反光指示牌", 15)?, item("在旗公众号公布草场边界图", 40)?],
        },
        PointAnswer {
            point: 2,
            result: Adoption::NotAdopted,
            reason: text("巡护队的人数由编制定，今年加不了；巡护改成早晚各一次，已经开始。")?,
            items: vec![],
        },
    ];
    let findings = text("去三个嘎查看了岔路口，问了十一户牧民。")?;
    does(act, &handler, Command::SaveDraft { findings, answers, submit: true })
}

fn signed(act: &mut Act<'_>) -> Result<(), Error> {
    let head = act.head(0)?;
    does(act, &head, Ask::Sign)
}

fn one_is_done(act: &mut Act<'_>) -> Result<(), Error> {
    let (handler, on) = (act.handler()?, act.ctx.today());
    let evidence = text("三块牌子立好了，夜里五十米外看得清，照片在卷。")?;
    does(act, &handler, Command::FinishItem { item: 1, on, evidence })
}
