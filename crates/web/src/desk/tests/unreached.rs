//! A message that did not arrive: the gateway says so, the desk reads what to do, somebody does it and notes it.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::notice::Channel;
use kernel::Redacted;
use services::outbox::{self, Answer, Channels};

use super::{
    house::House,
    story::{on_sqlite, register},
};
use crate::state::{Config, Receipts};

const SECRET: &str = "a-secret-that-nobody-guesses";

/// The house with a gateway that pushes receipts.
fn with_receipts(mut house: House) -> House {
    let receipts = Receipts {
        secret: Redacted::new(SECRET.into()),
        key: "/id".into(),
        state: "/status".into(),
        arrived: vec!["DELIVRD".into()],
        answer: "{\"code\":0}".into(),
    };
    house.state.config = Arc::new(Config { receipts: Some(receipts), ..(*house.state.config).clone() });
    house.app = crate::server::router(house.state.clone());
    house
}

/// Sends what waits; the key of the last message.
async fn sent(house: &House) -> String {
    let channels = Channels { open: vec![Channel::Sms], portal: None };
    let sent = house.state.write(move |tx, kit, ctx| {
        outbox::plan(tx, kit, ctx, &channels, 100)?;
        let parcels = outbox::claim(tx, kit, ctx, 100)?;
        for parcel in &parcels {
            outbox::settle(tx, kit, ctx, parcel, &Answer::Taken(None), true)?;
        }
        Ok(parcels.last().map(|parcel| parcel.key.to_string()))
    });
    sent.await.unwrap().unwrap()
}

#[test]
fn what_did_not_arrive_stands_on_the_desk_until_somebody_told_her() {
    on_sqlite(|house: House| async move {
        let house = with_receipts(house);
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        officer.get("/desk/unreached").await.says("消息都送到了");
        let key = sent(&house).await;
        let mut gateway = house.browser();
        let fields = [("id", key.as_str()), ("status", "UNDELIV")];
        assert_eq!(gateway.post_raw("/gateway/sms/guessed", &fields).await.status, StatusCode::NOT_FOUND);
        officer.get("/desk/unreached").await.says("消息都送到了");
        let heard = gateway.post_raw(&format!("/gateway/sms/{SECRET}"), &fields).await;
        assert_eq!(heard.status, StatusCode::OK);
        heard.says("{\"code\":0}");
        officer.get("/desk/unreached").await.says("服务商说没有送到").says("打电话").says("草畜平衡奖励少发");
        officer.get(&case).await.says("服务商说没有送到");
        let page = format!("/desk/unreached/{key}");
        officer.get(&page).await.says("要告诉她的").silent("乌云其其格");
        let unsaid = officer.submit_to(&page, &[("way", "PIGEON")]).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        officer.get(&page).await;
        officer.submit_to(&page, &[("way", "CALL")]).await.says("记下了").says("消息都送到了");
        officer.get(&case).await.says("打电话说了");
        assert_eq!(officer.get(&page).await.status, StatusCode::NOT_FOUND);
        let mut admin = house.at_the_desk("qingshan").await;
        admin.get(&page).await.silent("草畜平衡奖励少发");
    });
}
