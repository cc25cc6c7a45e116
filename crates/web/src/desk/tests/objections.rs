//! An objection where a catalogue is in force: what it names comes first, as cards with their reasons.

use domain::access::{self, Permit, Subject, actions::AdminCatalogue};
use kernel::DivisionCode;
use services::{catalogue, organisation::Sheet, reference};

use super::{
    house::House,
    story::{on_sqlite, register},
};

const CATALOGUE: &str = "类别,区划,主办,协办,不派,说明\n城乡建设/供热,,旗住房和城乡建设局,,嘎查村,三定规定\n";

async fn with_catalogue(house: &House) {
    let put = house.state.write(|tx, _, ctx| {
        let permit: Permit<AdminCatalogue> = access::permit(&Subject::System, &DivisionCode::parse("150223")?)?;
        let sheet = Sheet::read(CATALOGUE.as_bytes())?;
        Ok(catalogue::import_catalogue(tx, ctx, &permit, &sheet, ctx.today(), false)?.report.created)
    });
    assert_eq!(put.await.unwrap(), 1);
    let reference = house.state.read(|tx, _, _| Ok(reference::load(tx)?)).await.unwrap();
    house.state.kit.replace_reference(reference);
}

#[test]
fn the_unit_of_the_catalogue_is_a_card_with_its_reason() {
    on_sqlite(|house| async move {
        with_catalogue(&house).await;
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "暖气不热").await;
        let page = |kind: &str| case.replace("/desk/matters/", &format!("/desk/{kind}/"));
        officer.get(&page("triage")).await;
        let to = officer.page.option("旗林业和草原局");
        let mut sent = vec![
            ("matter_type", "APPEAL_CLAIM"),
            ("purpose", "SEEK_DECISION"),
            ("category_other", "城乡建设/供热"),
            ("respondent", ""),
            ("route-1", "PETITION_PROCEDURE"),
            ("route-2", "OPEN"),
            ("to_other", to.as_str()),
            ("kind", "FORWARD"),
        ];
        officer.submit(&sent).await.says("已转送旗林业和草原局");
        sent.push(("step", "confirm"));
        officer.submit(&sent).await.says("已转给单位");
        let mut unit = house.at_the_desk("chengban").await;
        unit.get(&format!("{case}/do/object")).await;
        let reason = "供热温度由住房和城乡建设部门监督管理，依据旗权责清单第三章第十二条，林业和草原部门没有供热方面的职责，也没有执法权限。请转住建。";
        unit.confirm(&[("reason", reason), ("basis", "旗权责清单")]).await;
        officer.get(&page("objections")).await;
        let html = officer.page.html.clone();
        let cards = html.split("class=\"lx-cards\"").nth(1).unwrap_or_default().split("</fieldset>").next();
        let cards = cards.unwrap_or_default();
        assert!(cards.contains("旗住房和城乡建设局") && cards.contains("城乡建设"), "a card with its reason: {cards}");
        assert!(!cards.contains("旗林业和草原局"), "who gives it up is no card");
        let to = officer.page.option("旗住房和城乡建设局");
        let agreed = [("decision", "approve"), ("to", to.as_str()), ("reason", "同意，供热归住建。")];
        officer.submit(&agreed).await.says("旗住房和城乡建设局");
        let mut sure = agreed.to_vec();
        sure.push(("step", "confirm"));
        officer.submit(&sure).await.says("转过 1 次手");
    });
}
