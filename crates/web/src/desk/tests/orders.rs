//! A work order, and an objection to a petition.

use super::{
    house::House,
    story::{forward, on_both, on_sqlite, register},
};

#[test]
fn an_order_is_done_within_the_week_and_somebody_else_asks() {
    on_both(|house| async move {
        let mut registrar = house.at_the_desk("dengji").await;
        let order = register(&mut registrar, "WORK_ORDER", "路灯不亮").await;
        registrar.get(&format!("{order}/do/dispatch")).await.says("不能派：");
        let unit = registrar.page.option("旗住房和城乡建设局");
        registrar.confirm(&[("to", &unit), ("category", "市政/照明")]).await.says("待认领");
        registrar.get("/desk/orders?tab=open").await.says("路灯不亮");

        let mut handler = house.at_the_desk("zhujian").await;
        handler.get(&format!("{order}/do/claim")).await;
        let me = handler.page.option("刘芳");
        handler.submit(&[("handler", &me)]).await.says("“认领”记下了");
        handler.get(&format!("{order}/do/contact")).await;
        handler.submit(&[("note", "打通了，说今晚去修。")]).await.says("已联系");
        handler.get(&format!("{order}/do/reply")).await;
        handler.confirm(&[("text", "今晚换灯泡，明早再看。")]).await.says("已答复");
        handler.get(&format!("{order}/do/done")).await;
        handler.confirm(&[("text", "换好了 3 盏。")]).await.says("待回访").silent("“回访”");

        let mut caller = house.at_the_desk("huifang").await;
        caller.get("/desk/follow-up").await.says("路灯不亮").says("拨打");
        caller.get(&format!("{order}/do/follow-up")).await.says("真的解决了吗");
        let asked = [
            ("method", "PHONE"),
            ("solved-1", "yes"),
            ("pressed", "no"),
            ("grade", ""),
            ("retaliated", "no"),
            ("note", "亮了，谢谢。"),
        ];
        caller.submit(&asked).await.says("记下了").says("没有要回访的");
        let mut officer = house.at_the_desk("ganbu").await;
        officer.get(&format!("{order}/do/close")).await.says("确认后");
        officer.submit(&[]).await.says("程序走完");
    });
}

/// An order that its unit calls done; who calls has not called yet.
async fn done(house: &House) -> String {
    let mut registrar = house.at_the_desk("dengji").await;
    let order = register(&mut registrar, "WORK_ORDER", "路灯不亮").await;
    registrar.get(&format!("{order}/do/dispatch")).await;
    let unit = registrar.page.option("旗住房和城乡建设局");
    registrar.confirm(&[("to", &unit), ("category", "市政/照明")]).await;
    let mut handler = house.at_the_desk("zhujian").await;
    handler.get(&format!("{order}/do/claim")).await;
    let me = handler.page.option("刘芳");
    handler.submit(&[("handler", &me)]).await;
    for (step, field, words) in [("contact", "note", "打通了。"), ("reply", "text", "今晚换。")] {
        handler.get(&format!("{order}/do/{step}")).await;
        handler.submit(&[(field, words), ("step", "confirm")]).await;
    }
    handler.get(&format!("{order}/do/done")).await;
    handler.confirm(&[("text", "换好了 3 盏。")]).await.says("待回访");
    order
}

#[test]
fn a_call_that_reached_nobody_is_on_record_and_the_order_waits_on() {
    on_both(|house| async move {
        let order = done(&house).await;
        let call = order.replace("/desk/orders/", "/desk/follow-up/");
        let mut caller = house.at_the_desk("huifang").await;
        caller.get("/desk").await.says("回访<small>1</small>");
        caller.get(&call).await.says("路灯不亮");
        let missed = [("method", "VISIT"), ("note", "响了八声没人接，邻居说去旗里了。"), ("step", "missed")];
        caller.submit(&missed).await.says("没有联系上").says("路灯不亮");
        caller.get(&call).await.says("安静：没有联系上").says("响了八声没人接，邻居说去旗里了。");
        // Her unit and whoever waits learn that somebody called; the words are for those who call.
        let mut handler = house.at_the_desk("zhujian").await;
        handler.get(&order).await.says("没有联系上").says("待回访").silent("邻居说去旗里了");
        let asked = [("method", "PHONE"), ("solved-1", "no"), ("pressed", "no"), ("grade", ""), ("retaliated", "no")];
        let mut asked = asked.to_vec();
        asked.push(("note", "还是黑的。"));
        caller.submit(&asked).await.says("记下了").says("没有要回访的");
        handler.get(&order).await.says("没有解决").silent("还是黑的");
    });
}

#[test]
fn what_she_suffered_never_costs_the_call_its_record() {
    on_both(|house| async move {
        let order = done(&house).await;
        let close = "UPDATE org SET active_to = '2026-02-01' WHERE name = '包头市信访局'";
        house.state.store.write(move |tx| tx.execute(close, &[])).await.unwrap();
        let mut caller = house.at_the_desk("huifang").await;
        caller.get(&order.replace("/desk/orders/", "/desk/follow-up/")).await;
        let asked = [
            ("method", "PHONE"),
            ("solved-1", "no"),
            ("pressed", "yes"),
            ("grade", ""),
            ("retaliated", "yes"),
            ("note", "她说有人上门劝她别再提。"),
        ];
        caller.submit(&asked).await.says("回访记下了").says("12388").says("没有要回访的");
        let mut handler = house.at_the_desk("zhujian").await;
        handler.get(&order).await.says("没有解决").silent("有人上门");
    });
}

#[test]
fn an_objection_needs_its_reasons_and_goes_to_another_unit() {
    on_sqlite(|house: House| async move {
        let mut officer = house.at_the_desk("ganbu").await;
        let case = register(&mut officer, "PETITION", "暖气不热").await;
        forward(&mut officer, &case, "旗林业和草原局").await;
        let mut unit = house.at_the_desk("chengban").await;
        unit.get(&format!("{case}/do/object")).await;
        unit.submit(&[("reason", "不归我们管。")]).await.says("理由写了 6 字").says("不归我们管。");
        let reason = "供热温度由住房和城乡建设部门监督管理，依据旗权责清单第三章第十二条，林业和草原部门没有供热方面的职责，也没有执法权限。请转住建。";
        unit.confirm(&[("reason", reason), ("basis", "旗权责清单")]).await.says("“提异议”记下了");
        officer.get("/desk?tab=objections").await.says("暖气不热").says("核定退件");
        let objection = case.replace("/desk/matters/", "/desk/objections/");
        unit.get(&objection).await.silent("您怎么定");
        officer.get(&objection).await.says("供热温度由住房").says("提异议的就是它").says("在期限内").says("第 23 条");
        // The petition goes back to where it came from with its list.
        officer.get(&format!("{case}?list=tab%3Dobjections")).await;
        let with_list = format!("{objection}?list=tab%3Dobjections");
        assert!(officer.page.links().contains(&with_list), "{:?}", officer.page.links());
        officer.get(&objection).await;
        let to = officer.page.option("旗住房和城乡建设局");
        let agreed = [("decision", "approve"), ("to", to.as_str()), ("reason", "同意，供热归住建。")];
        // What was not seen is not done; what was seen is.
        let mut unseen = agreed.to_vec();
        unseen.push(("step", "confirm"));
        officer.submit(&unseen).await.says("看过再确认").says("旗住房和城乡建设局").silent("转过 1 次手");
        officer.submit(&unseen).await.says("转过 1 次手");
        // What left the unit left its sight.
        assert_eq!(unit.get(&case).await.status, axum::http::StatusCode::NOT_FOUND);
        let mut next = house.at_the_desk("zhujian").await;
        next.get(&case).await.says("暖气不热");
    });
}

/// An agent files an order for somebody with the mandate on the same form; the desk takes it back when she says so, and the agent
/// sees nothing from then on.
#[test]
fn an_agent_files_an_order_under_a_mandate_and_loses_it_when_it_is_taken_back() {
    on_both(|house| async move {
        let mut agent = house.at_the_desk("daiban").await;
        agent.get("/desk/register").await.says("委托书");
        let place = agent.page.option("巴音花嘎查村");
        let told = [
            ("kind", "WORK_ORDER"),
            ("facts", "村口三盏灯坏了两个星期，晚上看不见路。"),
            ("claims", "把灯修好"),
            ("title", "路灯不亮"),
            ("division", &place),
            ("name", "乌云其其格"),
            ("phone", "138 0000 0006"),
            ("channel", "AGENT_ENTRUSTED"),
            ("matter_type", "APPEAL_CLAIM"),
            ("purpose", "SEEK_DECISION"),
            ("capacity", "FULL"),
            ("way", "PAPER"),
        ];
        agent.submit(&told).await.says("还差一样");
        let mut given = told.to_vec();
        given.extend([("power_deliver", "yes"), ("power_accompany", "yes"), ("consent_passing_on", "yes")]);
        agent.submit(&given).await.says("已登记").silent("补委托书");
        let order = agent.page.links().into_iter().find(|link| link.starts_with("/desk/orders/")).unwrap();
        agent.get(&order).await.says("苏日娜").says("代递").silent("签收</a>");
        let id = order.rsplit('/').next().unwrap().to_owned();
        agent.get(&format!("/desk/matters/{id}/mandate")).await.says("路灯不亮").says("苏日娜");

        let mut registrar = house.at_the_desk("dengji").await;
        registrar.get(&order).await.says("撤销委托");
        registrar.get(&format!("{order}/do/give-mandate")).await;
        registrar.submit(&[("way", "TELEPATHY"), ("until", "昨天"), ("capacity", "GHOST")]).await.says("请选一个");
        registrar.get(&format!("{order}/do/revoke-mandate")).await.says("苏日娜");
        registrar.confirm(&[("reason", "她来窗口说自己办。")]).await.says("撤销委托");
        agent.get(&order).await;
        assert_eq!(agent.page.status, axum::http::StatusCode::NOT_FOUND);
        agent.get("/desk").await.silent("路灯不亮");
    });
}
