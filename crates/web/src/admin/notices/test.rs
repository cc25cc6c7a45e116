//! `POST /admin/notices/test`: a message to oneself, on the way that every other goes.

use axum::response::{IntoResponse, Redirect, Response};
use domain::{access::actions::AdminNotices, notice::Channel};
use kernel::{Mobile, Refusal, Text};
use services::outbox;

use super::page;
use crate::{admin::Admin, forms::Submission, problem::Problem};

/// `POST /admin/notices/test`.
pub(in crate::admin) async fn post(admin: Admin, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let open: Vec<Channel> = admin.desk.visit.state.config.ways.iter().map(|way| way.channel).collect();
    let channel = reader.field("channel", |name, text| {
        let channel = Channel::parse(text).filter(|channel| open.contains(channel));
        channel.ok_or_else(|| Refusal::invalid(name, "notice-no-channel"))
    });
    let sms = sent.raw("channel") == Channel::Sms.name();
    let address = reader.field("address", |name, text| {
        if sms {
            // A message goes to a telephone and to nothing else.
            Mobile::parse(name, text)?;
        }
        Text::<200>::parse(name, text)
    });
    match reader.finish(channel.zip(address)) {
        Ok((channel, address)) => {
            let t = admin.t();
            let (locale, body) = (t.locale, t.say("notices-test").text());
            let told = admin.write(move |tx, kit, ctx, leave| {
                let permit = leave.permit::<AdminNotices>()?;
                Ok(outbox::tell_staff(tx, kit, ctx, &permit, (channel, address.as_str()), (locale, &body))?)
            });
            told.await?;
            Ok(Redirect::to("/admin/notices?done=test").into_response())
        }
        Err(errors) => page(&admin, &admin.desk.visit.form_again(&sent, errors)).await?.show(&admin),
    }
}
