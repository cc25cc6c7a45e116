//! What a review says on paper: that it was taken up or not, and its opinion. Chinese throughout: the official text. R-087: no line
//! of it says that a review may be sued; what follows a review is the recheck, and nothing follows that.

use domain::{
    document::{Content, DocNumber, DocType, Field, formal},
    lifecycle::Recorded,
    review::{Fact, Level, RejectGround, Review},
};
use jiff::civil::Date;
use kernel::{Locale, Message};
use store::Tx;

use super::{
    number::code_of,
    of_supervision::Made,
    write::{Addressee, NewLetter},
};
use crate::{
    error::Error,
    organisation,
    review::{opinion_of, organs_above},
};

/// What an event of a review makes, `state` being that after it.
pub(super) fn letters(tx: &mut Tx, state: &Review, event: &Recorded<Fact>) -> Result<Vec<Made>, Error> {
    let day = kernel::beijing_date(event.at);
    let (kind, content) = match &event.event.fact {
        Fact::Accepted { .. } => (DocType::ReceiptNotice, accepted(tx, state)?),
        Fact::Rejected { ground, reason } => (DocType::NotAcceptNotice, rejected(state, *ground, reason.as_str())),
        Fact::HearingCalled { on, hours, place, persons } => {
            let time = format!("{} {hours}", formal(*on));
            (DocType::HearingNotice, hearing(state, time, place.as_str(), persons.as_str()))
        }
        Fact::Issued { .. } => (opinion_of(state.level), opinion(tx, state, day)?),
        _ => return Ok(vec![]),
    };
    let organ = organisation::get(tx, state.organ)?.map(|org| org.value);
    let number = match (&event.event.fact, organ) {
        (Fact::Issued { number }, Some(org)) => DocNumber::of_org(number.as_str(), &code_of(&org)),
        _ => None,
    };
    let new = NewLetter {
        kind,
        division: state.division.clone(),
        case: Some(state.id),
        seq: Some(event.seq),
        to: Addressee::Petitioner,
        content: content.text(Field::Matter, format!("{}（件号{}）", state.title, state.petition_number)),
    };
    Ok(vec![(state.organ, new, number)])
}

fn zh(message: &Message) -> String {
    message.say(Locale::Zh)
}

fn query_way(state: &Review) -> String {
    format!("凭件号{}和登记时交给您的查询码，可以在网上、接待窗口或者代办站点查询", state.petition_number)
}

/// What she contests, claim by claim.
fn request(state: &Review) -> String {
    let one =
        |contested: &domain::review::Contested| format!("{}. {}：{}", contested.no, contested.text, contested.reason);
    state.contested.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn accepted(tx: &mut Tx, state: &Review) -> Result<Content, Error> {
    let office = organisation::name(tx, state.office)?;
    let phone = organisation::phone(tx, state.office)?;
    let level = zh(&state.level.message());
    let due = state.term().map(|clock| clock.statutory);
    Ok(Content::new()
        .day(Field::ReceivedOn, kernel::beijing_date(state.received_at))
        .text(Field::Summary, request(state))
        .text(Field::Procedure, level.clone())
        .text(Field::HandlingUnit, office)
        .text(Field::ContactPhone, phone.unwrap_or_else(|| "未公布电话，请到该单位当面联系".to_owned()))
        .text(Field::Term, format!("自收到申请之日起30日内提出{level}意见并书面答复"))
        .day_opt(Field::Due, due)
        .text(Field::QueryWay, query_way(state)))
}

fn rejected(state: &Review, ground: RejectGround, reason: &str) -> Content {
    let way = match ground {
        RejectGround::Late => "有新的事实、新的理由的，可以重新提出",
        RejectGround::Scope => {
            "属于诉讼、仲裁、行政复议等法定途径的，按法定途径提出；申请的日子还没有到期的，可以重新申请"
        }
    };
    let article = match state.level {
        Level::Review => "《信访工作条例》第三十五条",
        Level::Recheck => "《信访工作条例》第三十六条",
    };
    Content::new()
        .text(Field::Reason, format!("{}。{reason}", zh(&ground.message())))
        .text(Field::Clause, article)
        .text(Field::RightWay, way)
        .text(Field::ObjectionWay, "对本告知有意见的，可以向作出告知的机关的上一级反映")
        .text(Field::QueryWay, query_way(state))
}

/// 听证通知书: when, where, who; and what somebody does who cannot come.
fn hearing(state: &Review, time: String, place: &str, persons: &str) -> Content {
    let counted = match state.level {
        Level::Review => "听证所需时间计算在复查期限内",
        Level::Recheck => "听证所需时间不计算在复核期限内",
    };
    Content::new()
        .text(Field::HearingTime, time)
        .text(Field::HearingPlace, place)
        .text(Field::HearingPersons, persons)
        .text(
            Field::Note,
            format!("可以带证据，可以请人陪同。这一天来不了的，请在听证以前告诉我们，可以改日。{counted}"),
        )
}

fn opinion(tx: &mut Tx, state: &Review, day: Date) -> Result<Content, Error> {
    let Some(issued) = state.issued() else { return Ok(Content::new()) };
    let no = |claim| state.contest(claim).map_or(0, |contested| contested.no);
    let one = |(claim, ruling): &(kernel::ClaimId, domain::review::Ruling)| {
        let instead = ruling.instead.as_ref().map(|answer| {
            let done = answer.promises().map(|p| format!("由{}在{}前{}。", p.obligor, formal(p.due), p.what));
            format!("变更为：{}{}", answer.text, done.collect::<Vec<_>>().concat())
        });
        format!("第{}项：{}。{}{}", no(*claim), zh(&ruling.result.message()), ruling.text, instead.unwrap_or_default())
    };
    let mut basis: Vec<String> = vec![];
    for (_, ruling) in &issued.rulings {
        if !basis.iter().any(|known| known == ruling.basis.as_str()) {
            basis.push(ruling.basis.to_string());
        }
    }
    let content = Content::new()
        .text(Field::Request, request(state))
        .text(Field::OriginalNumber, state.opinion.as_str())
        .text(Field::Findings, issued.findings.as_str())
        .text(Field::Basis, basis.join("\n"))
        .text(Field::Decision, issued.rulings.iter().map(one).collect::<Vec<_>>().join("\n"));
    if state.level == Level::Recheck {
        return Ok(content);
    }
    let directory = organisation::directory(tx, day)?;
    Ok(content.text(Field::ReviewOrgan, organs_above(&directory, state.organ)))
}
