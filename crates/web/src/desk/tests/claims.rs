//! Claims read beside her words on the pages of the desk, and a unit that assists with its part.

use super::story::{forward, on_both, on_sqlite, register};

#[test]
fn claims_are_read_split_and_joined_on_the_way_to_triage() {
    on_both(|house| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        let triage = case.replace("/desk/matters/", "/desk/triage/");
        officer.get(&triage).await.says("拆成几条").says("并成一条").says("从事实里补一条");
        officer.get(&format!("{case}/do/split-claim")).await.says("原话每条都带着");
        let first = officer.page.option("第 1 条：");
        officer.submit(&[("claim", &first), ("parts", "只有一件")]).await.says("至少写出两件事");
        officer
            .submit(&[("claim", &first), ("parts", "核对账目\n补发奖励")])
            .await
            .says("诉求已理好")
            .says("诉求 3 条");
        assert!(officer.page.path.starts_with(&triage), "on to triage again: {}", officer.page.path);
        officer.get(&case).await.says("要办的事：核对账目").says("从第 1 条拆出");
    });
}

#[test]
fn an_assisting_unit_finds_its_part_and_nothing_else() {
    on_sqlite(|house| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "草畜平衡奖励少发").await;
        forward(&mut officer, &case, "旗林业和草原局").await;
        let mut other = house.at_the_desk("zhujian").await;
        other.get("/desk/assist").await.says("没有请您的单位协办的事");
        officer.get(&format!("{case}/do/ask-assistance")).await.says("协办单位只看得到勾选的诉求");
        let unit = officer.page.option("旗住房和城乡建设局");
        let sent = [("to", unit.as_str()), ("task", "查水泵是谁装的"), ("due", "2027-01-04")];
        officer.submit(&sent).await.says("还差协办哪几条");
        let sent = [sent[0], sent[1], sent[2], ("part-2", "yes")];
        officer.submit(&sent).await.says("请旗住房和城乡建设局协办");
        let mut again = sent.to_vec();
        again.push(("step", "confirm"));
        officer.submit(&again).await.says("协办单位");
        other.get("/desk/assist").await.says("等您的单位交").says("草畜平衡奖励少发");
        let part = case.replace("/desk/matters/", "/desk/assist/");
        other.get(&part).await.says("查水泵是谁装的").silent("乌*格");
        other.submit(&[("text", "2019 年水利项目装的。")]).await.says("已交给主办单位");
        other.get(&case).await.says("这一件不归您看");
    });
}
