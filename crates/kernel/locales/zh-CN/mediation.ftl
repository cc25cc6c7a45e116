# Mediation 调解 (People's Mediation Law, article 33, rules.md 10.7)
case-kind-mediation = 调解
table-title-mediation = 调解的生命周期
basis-PML_3 = 《人民调解法》第 3 条：不得因调解阻止当事人依法维护权利
basis-PML_17 = 《人民调解法》第 17 条：当事人可以申请调解，也可以主动调解；一方明确拒绝的不得调解
basis-PML_19 = 《人民调解法》第 19 条：指定或者由当事人选择调解员
basis-PML_20 = 《人民调解法》第 20 条：可以邀请有关人员参与
basis-PML_22 = 《人民调解法》第 22 条：听取当事人陈述
basis-PML_23 = 《人民调解法》第 23 条：当事人的权利
basis-PML_25 = 《人民调解法》第 25 条：可能激化的预防，涉及治安、刑事的报告公安
basis-PML_26 = 《人民调解法》第 26 条：调解不成的终止，并告知其他途径
basis-PML_27 = 《人民调解法》第 27 条：记录、立卷归档
basis-PML_28 = 《人民调解法》第 28 条：协议书、口头协议
basis-PML_29 = 《人民调解法》第 29 条：协议的内容和生效
basis-PML_30 = 《人民调解法》第 30 条：口头协议自达成之日起生效
basis-PML_31 = 《人民调解法》第 31 条：有法律约束力，监督、督促履行
basis-PML_32 = 《人民调解法》第 32 条：就履行或者内容可以起诉
basis-PML_33 = 《人民调解法》第 33 条：三十日内共同申请司法确认
basis-LAND_MEDIATION_10 = 《农村土地承包经营纠纷调解仲裁法》第 10 条：达成协议的应当制作调解协议书
clock-MEDIATION_PERFORM_CUSTOM = 履行调解协议
clock-until-term-performed = 做到这一项
who-party = 调解的一方
who-mediator = 调解员
who-committee = 调解组织
mediation-org-people = 人民调解委员会
mediation-org-petition = 信访调解
mediation-org-administrative = 行政调解
mediation-origin-applied = 当事人申请
mediation-origin-applied-orally = 口头申请，当场记下
mediation-origin-invited = 主动调解
mediation-source-direct = 当事人自己来的
mediation-source-court = 法院受理前告知
mediation-source-police = 公安受理前告知
mediation-source-petition = 信访事项
mediation-source-work-order = 工单
mediation-source-find = 主动发现的事
mediation-topic-neighbour = 邻里
mediation-topic-land-contract = 农地承包
mediation-topic-pasture = 草场界线、放牧
mediation-topic-family = 赡养、家庭财产
mediation-topic-wages = 劳动报酬
mediation-topic-damages = 损害赔偿
mediation-topic-contract = 合同、买卖、借款
mediation-topic-housing = 物业、房屋
mediation-topic-identity = 确认身份关系
mediation-topic-adoption = 确认收养关系
mediation-topic-marriage = 确认婚姻关系
mediation-topic-other = 其他民间纠纷
mediation-way-court = 向人民法院起诉；付不起律师费的可以申请法律援助
mediation-way-land-arbitration = 向农村土地承包仲裁委员会申请仲裁
mediation-way-labour-arbitration = 向劳动人事争议仲裁委员会申请仲裁
mediation-way-labour-inspection = 向劳动保障监察机构投诉
mediation-way-government = 请人民政府处理草场、土地权属
mediation-way-petition = 信访事项照常办，期限没有停
mediation-helper-police = 警官
mediation-helper-judge = 法官
mediation-helper-prosecutor = 检察官
mediation-helper-judicial-mediator = 司法调解员
mediation-helper-lawyer = 律师
mediation-helper-deputy = 人大代表、政协委员
mediation-helper-elder = 大家信得过的人
mediation-helper-translator = 翻译
mediation-how-herself = 本人在自己的页面上
mediation-how-signature = 本人签名，原件在卷
mediation-how-oral = 本人口头，当场记下
mediation-chosen-committee = 调解组织指定
mediation-chosen-parties = 当事人选的
mediation-risk-escalation = 可能激化
mediation-risk-public-order = 可能引起治安案件
mediation-risk-crime = 可能引起刑事案件
mediation-form-written = 书面协议
mediation-form-oral = 口头协议，调解员记录
mediation-mark-signature = 签名
mediation-mark-seal = 盖章
mediation-mark-fingerprint = 按指印
mediation-court-domicile = 当事人住所地
mediation-court-subject = 标的物所在地
mediation-court-committee = 调解组织所在地
mediation-end-refused = 一方不同意调解
mediation-end-left = 一方要求终止
mediation-end-failed = 没有谈成
mediation-instead-how-to-perform = 写谁在哪天以前做什么。还要不要再反映，由本人决定
mediation-instead-what-was-solved = 写哪件事怎样解决了
mediation-instead-what-is-owed = 写各方付什么、做什么。起诉、仲裁、复议、举报的权利不能写掉
stage-mediation-consent-pending = 等各方同意
stage-mediation-accepted = 各方都同意了
stage-mediation-rights-notified = 权利义务告知了
stage-mediation-in-session = 在谈
stage-mediation-agreed = 谈成了，等签名盖章
stage-mediation-performing = 协议生效，履行中
stage-mediation-confirm-applied = 等法院确认
stage-mediation-breached = 有到期没有做到的
stage-mediation-performed = 都做到了
stage-mediation-terminated = 终止了
stage-mediation-archived = 归档
command-mediation-consent = 同意调解
command-mediation-refuse = 不同意调解
command-mediation-leave = 终止调解
command-mediation-name-mediator = 定调解员
command-mediation-ask-other = 要求换调解员
command-mediation-step-back = 自己回避
command-mediation-add-helper = 请人协助
command-mediation-notify-rights = 告知权利义务
command-mediation-hold = 记一次调解
command-mediation-confirm-minutes = 核对记录
command-mediation-report-risk = 记风险、报公安
command-mediation-agree = 记达成的协议
command-mediation-sign = 记签名、盖章
command-mediation-fail = 没有谈成
command-mediation-want-confirmation = 要求司法确认
command-mediation-apply-confirmation = 记共同申请
command-mediation-record-ruling = 记法院的决定
command-mediation-perform = 记做到了
command-mediation-tell-breach = 说没有做到
command-mediation-urge = 督促
command-mediation-tell-ways = 告知起诉、申请执行
command-mediation-note-follow-up = 记回访
command-mediation-archive = 立卷归档
command-mediation-mark-overdue = 记超期
command-mediation-recompute-clocks = 重算期限
event-mediation-opened = { $unit }收到调解：{ WORD($origin) }，{ $file }
event-mediation-consented = { $party }方同意调解（{ WORD($how) }）
event-mediation-accepted = 各方都同意，开始调解
event-mediation-ended =
    { $kind ->
        [REFUSED] { $party }方不同意调解，调解终止
        [LEFT] { $party }方要求终止，调解终止
       *[FAILED] 没有谈成，调解终止
    }
event-mediation-mediator-named = 定了调解员：{ WORD($chosen) }
event-mediation-other-asked = { $party }方要求换调解员
event-mediation-stepped-back = 调解员回避
event-mediation-helper-added = 请来协助：{ WORD($role) }，{ $called }
event-mediation-rights-notified = 告知了各方的权利和义务（{ WORD($how) }）
event-mediation-held =
    { $all ->
        [yes] { DAY($day) } 在{ $place }当面调解
       *[no] { DAY($day) } 在{ $place }单独和{ $party }方谈
    }
event-mediation-minutes-confirmed = { $party }方核对了记录（{ WORD($how) }）
event-mediation-agreed = 谈成了：{ WORD($form) }
event-mediation-signed =
    { $of ->
        [party] { $party }方{ WORD($mark) }，{ DAY($day) }
        [mediator] 调解员{ WORD($mark) }，{ DAY($day) }
       *[committee] 调解组织盖章，{ DAY($day) }
    }
event-mediation-effective =
    { $court ->
        [yes] 协议从 { DAY($day) }起生效。要法院确认的，各方最迟 { DAY($due) }共同申请
       *[no] 协议从 { DAY($day) }起生效
    }
event-mediation-confirmation-wanted = { $party }方要求司法确认（{ WORD($how) }）
event-mediation-confirmation-applied = { DAY($day) } 共同向{ $court }申请司法确认
event-mediation-ruled =
    { $confirmed ->
        [yes] 法院 { DAY($day) } 确认协议有效，{ $number }。对方不履行的，可以直接申请强制执行
       *[no] 法院 { DAY($day) } 没有确认，{ $number }
    }
event-mediation-performed = 第 { $term } 项做到了，{ DAY($day) }
event-mediation-breach-told = { $party }方说第 { $term } 项没有做到
event-mediation-urged = 督促履行第 { $term } 项
event-mediation-ways-told = 第 { $term } 项没有做到：告知可以起诉，经法院确认的可以申请强制执行
event-mediation-clock-overdue =
    { $what ->
        [term] 第 { $term } 项到期没有做到
       *[whole] 调解到期没有结果
    }
timeline-mediation-opened = { $unit }收到调解：{ WORD($origin) }，{ $file }
timeline-mediation-consented = { $party }方同意调解（{ WORD($how) }）
timeline-mediation-accepted = 各方都同意，开始调解
timeline-mediation-ended =
    { $kind ->
        [REFUSED] { $party }方不同意调解，调解终止
        [LEFT] { $party }方要求终止，调解终止
       *[FAILED] 没有谈成，调解终止
    }
timeline-mediation-mediator-named = 定了调解员：{ WORD($chosen) }
timeline-mediation-other-asked = { $party }方要求换调解员
timeline-mediation-stepped-back = 调解员回避
timeline-mediation-helper-added = 请来协助：{ WORD($role) }，{ $called }
timeline-mediation-rights-notified = 告知了各方的权利和义务（{ WORD($how) }）
timeline-mediation-held =
    { $all ->
        [yes] { DAY($day) } 在{ $place }当面调解
       *[no] { DAY($day) } 在{ $place }单独和{ $party }方谈
    }
timeline-mediation-minutes-confirmed = { $party }方核对了记录（{ WORD($how) }）
timeline-mediation-agreed = 谈成了：{ WORD($form) }
timeline-mediation-signed =
    { $of ->
        [party] { $party }方{ WORD($mark) }，{ DAY($day) }
        [mediator] 调解员{ WORD($mark) }，{ DAY($day) }
       *[committee] 调解组织盖章，{ DAY($day) }
    }
timeline-mediation-effective =
    { $court ->
        [yes] 协议从 { DAY($day) }起生效。要法院确认的，各方最迟 { DAY($due) }共同申请
       *[no] 协议从 { DAY($day) }起生效
    }
timeline-mediation-confirmation-wanted = { $party }方要求司法确认（{ WORD($how) }）
timeline-mediation-confirmation-applied = { DAY($day) } 共同向{ $court }申请司法确认
timeline-mediation-ruled =
    { $confirmed ->
        [yes] 法院 { DAY($day) } 确认协议有效，{ $number }。对方不履行的，可以直接申请强制执行
       *[no] 法院 { DAY($day) } 没有确认，{ $number }
    }
timeline-mediation-performed = 第 { $term } 项做到了，{ DAY($day) }
timeline-mediation-breach-told = { $party }方说第 { $term } 项没有做到
timeline-mediation-urged = 督促履行第 { $term } 项
timeline-mediation-ways-told = 第 { $term } 项没有做到：告知可以起诉，经法院确认的可以申请强制执行
timeline-mediation-clock-overdue =
    { $what ->
        [term] 第 { $term } 项到期没有做到
       *[whole] 调解到期没有结果
    }
event-mediation-risk-reported =
    { $police ->
        [yes] { WORD($kind) }：报告了公安
       *[no] { WORD($kind) }：写下了预防的办法
    }
event-mediation-followed-up = { DAY($day) } 回访
event-mediation-archived = 立卷归档
event-mediation-clocks-recomputed = 按日历 { $calendar } 重算期限
# What the petition says of it
stage-petition-mediating = 调解中，办理期限照算
stage-petition-settled = 按调解协议办结
command-petition-note-mediation = 记调解
command-petition-settle = 按调解协议办结
event-petition-mediation-noted =
    { $step ->
        [asked] { $unit }征求各方意见：要不要调解
        [began] 各方同意，{ $unit }开始调解；办理期限照算
        [agreed] 调解达成协议，{ DAY($day) }起生效
        [refused] 一方不同意调解，继续办理
        [ended] 调解没有谈成，继续办理；其他途径告知了各方
        [broken] 调解协议有没有做到的，告知了起诉和申请执行的办法
       *[performed] 调解协议都做到了
    }
timeline-petition-mediation-noted =
    { $step ->
        [asked] { $unit }问您要不要和对方调解。调不调由您定，不影响这件事继续办
        [began] 各方都同意了，{ $unit }开始调解。这件事的期限照算，没有停
        [agreed] 调解谈成了，协议 { DAY($day) }起生效
        [refused] 有一方不同意调解。这件事继续办
        [ended] 调解没有谈成。这件事继续办；起诉等其他途径写在调解那一页
        [broken] 协议有没有做到的。怎样起诉、怎样申请执行，写在调解那一页
       *[performed] 协议里的事都做到了
    }
event-petition-settled = 按调解协议办结
timeline-petition-settled = 这件事按调解协议办结了。协议没有做到，或者有新情况，可以重新打开
refusal-settle-no-agreement = 还没有生效的调解协议，或者协议没有做到。《信访工作条例》第 33 条：达成一致的，制作协议书。
# What is refused
refusal-mediation-two-parties = 调解要有两方：再写一方。
refusal-mediation-party-twice = 同一个人写了两次。
refusal-mediation-source-case = 写明来自信访事项、工单或者主动发现的，要有件号；别的来源不写。
refusal-mediation-involved = 这个人经手过这件事，不能调解。换一个没有经手的人。《信访工作条例》第 28 条：有利害关系的回避。
refusal-mediation-helper-twice = 已经请过了。
refusal-mediation-no-mediator = 先定调解员。
refusal-mediation-not-the-mediator = 由定下的调解员来记。
refusal-mediation-mediator-same = 现在就是这位调解员。
refusal-mediation-party-unknown = 没有这一方。
refusal-mediation-own-word = 同意、拒绝、终止都由本人说：在本人的页面上，或者签名、口头由调解员记下。
refusal-mediation-said-already = 已经记过了。
refusal-mediation-future = 日期还没有到。
refusal-mediation-early = 日期太早了。
refusal-mediation-public-alone = 单独谈的不公开。公开要各方都在、都愿意。
refusal-mediation-session-unknown = 没有这一次，或者这一方没有参加。
refusal-mediation-not-heard = 还有一方没有谈过。各方都谈过，才写协议。
refusal-mediation-signed-already = 已经有人签了，内容不能再改。
refusal-mediation-land-written = 农地承包的协议要写成书面的。《农村土地承包经营纠纷调解仲裁法》第 10 条。
refusal-mediation-terms-missing = 至少写一项：谁、做什么、最迟哪天。
refusal-mediation-term-due = 最迟的日子写今天或者今天以后。
refusal-mediation-right-waived = 协议里不能写“{ $words }”。《人民调解法》第 3 条：不得因调解阻止当事人依法维护权利。{ WORD($instead) }。
refusal-mediation-oral-unsigned = 口头协议不用签名盖章，从达成那天起生效。
refusal-mediation-signed-twice = 已经签过了。
refusal-mediation-confirm-people = 只有依法设立的人民调解委员会主持达成的协议，才能申请司法确认。信访调解、行政调解的协议，可以请公证，或者直接起诉。
refusal-mediation-confirm-topic = 确认身份、收养、婚姻关系的，法院不受理司法确认。
refusal-mediation-confirm-late = 司法确认的 30 日到 { DAY($day) }为止，已经过了。可以就协议直接起诉。
refusal-mediation-confirm-together = 司法确认要各方共同申请，还有一方没有说要。
refusal-mediation-not-applied = 还没有申请司法确认。
refusal-mediation-ruling-reason = 没有确认的，写明法院的理由。
refusal-mediation-police = 可能引起治安、刑事案件的，要报告公安：写明报给哪个派出所、哪天。《人民调解法》第 25 条。
refusal-mediation-term-unknown = 没有这一项。
refusal-mediation-term-done = 这一项已经做到了。
refusal-mediation-not-late = 还没有到期。
refusal-mediation-urged = 今天已经督促过了。
refusal-mediation-urge-first = 先督促一次，再告知起诉、申请执行。
refusal-mediation-term-open = 第 { $term } 项还没有做到，也没有告知起诉、申请执行的办法，不能归档。
refusal-mediation-court-open = 法院还没有决定，不能归档。
# Papers
doc-type-mediation-sheet = 调解申请（受理）登记表
doc-type-mediation-rights = 调解权利义务告知书
doc-type-mediation-record = 调解记录
doc-type-mediation-agreement = 人民调解协议书
doc-type-mediation-failure = 调解终止告知书
doc-type-confirm-request = 司法确认申请书
doc-type-mediation-followup = 调解协议履行和回访记录
doc-type-mediation-file = 调解卷宗目录
doc-field-file-no = 卷号
doc-field-talks = 调解经过
doc-field-liability = 各方责任
doc-field-other-ways = 其他途径
doc-field-court = 管辖法院
doc-field-effective-on = 协议生效日
doc-field-file-contents = 卷内材料
# What opening one refuses
refusal-mediation-parties = 最多写 { $max } 方。
refusal-mediation-committee = 这里没有这个调解组织，或者它还没有调解员。
refusal-mediation-matter-over = 这件事已经办完了，不再从这里调解。当事人可以自己申请。
refusal-mediation-not-a-mediator = 这个人不是调解员。
refusal-mediation-own-number = 这一方用自己的件号和查询码查看，不另外发。
# Who may what
refusal-mediation-unknown = 没有这一件。
# The pages /desk/mediations
mediations-title = 调解
mediations-lead = 各方自愿，不收费。谈成的写清谁、做什么、最迟哪天，再看着做到。
mediations-tab-mine = 等我办的
mediations-tab-open = 在办的
mediations-tab-over = 结束的
mediations-none-mine = 没有等您办的
mediations-none-open = 没有在办的调解
mediations-none-over = 还没有结束的调解
mediations-none-text = 当事人申请的、别的单位转来的，会出现在这里。
mediations-what = 纠纷
mediations-topic = 纠纷类型
mediations-mediator = 调解员
mediations-due = 最迟
mediations-stage = 到哪一步
mediations-new = 收一件调解
mediations-new-lead = 先写双方是谁、争的是什么。同不同意调解，随后由各方自己说。
mediations-new-button = 登记，征求各方意见
mediations-opened = 登记好了。接着定调解员，把件号和查询码交给各方。
mediations-named = { $count } 人
mediations-unnamed = 还没有定
mediations-asked-other = 当事人要求换人
mediations-committee = 调解组织
mediations-org-type = 调解类型
mediations-org-type-hint = 只有依法设立的人民调解委员会主持达成的协议，才能申请司法确认。
mediations-origin = 怎么来的
mediations-source = 从哪里来
mediations-line = 争什么
mediations-line-hint = 一句话，不写姓名。例如：水渠占地，两家争界
mediations-facts = 纠纷情况
mediations-facts-hint = 按当事人说的记，不下结论。
mediations-party = { $party }方
mediations-name = 姓名
mediations-phone = 电话
mediations-address = 住址
mediations-first-filed = 提出 { $number } 的本人。用那一件的件号和查询码查看调解。
mediations-parties = 各方
mediations-yes = 同意调解
mediations-no = 不同意
mediations-unsaid = 还没有说
mediations-filed = 提出那一件的本人，用原来的件号和查询码
mediations-wants-court = 要求司法确认
mediations-code-give = 交件号和查询码
mediations-code-again = 换一个查询码
mediations-code-title = 交给{ $party }
mediations-code-once = 查询码只显示这一次。凭这两样，只能看到这件调解。
mediations-contacts = 看姓名和电话
mediations-contacts-note = 看过会留下记录。
mediations-next = 现在要做的
mediations-can = 还可以做的
mediations-next-name = 定一位没有经手过这件事的调解员。
mediations-next-asked = { $party }方要求换调解员：{ $reason }
mediations-next-consent = 问清各方同不同意。本人可以在自己的页面上说，也可以签名或者口头，由调解员记下。一方不同意，调解就终止。
mediations-next-rights = 各方都同意了。把权利和义务告诉各方。
mediations-next-hold = 约各方谈。单独谈的记录，只有那一方看得到。
mediations-next-session = 接着谈。谈成了写协议；谈不成，终止并告知其他途径。
mediations-next-sign = 把各方的签名、调解员的签名和调解组织的印章逐个记下。最后一个日期就是生效日。
mediations-next-perform = 到期的那天看做到没有。
mediations-next-court = 等法院决定，决定来了记下。
mediations-next-breach = 有到期没有做到的：先督促，再告知起诉、申请执行。
mediations-next-performed = 都做到了。回访一次，然后立卷归档。
mediations-next-ended = 调解终止了。其他途径写在告知书里，交给各方，然后立卷归档。
mediations-next-archived = 已经归档。
mediations-talks = 调解记录
mediations-talk-no = 第 { $no } 次
mediations-alone = 单独谈，另一方看不到
mediations-unconfirmed = 当事人还没有核对
mediations-confirmed-by = 核对过：{ $who }
mediations-agreement = 协议
mediations-effective = 生效日
mediations-done = 做到了
mediations-late = 到期没有做到
mediations-told = { $party }方说：{ $text }
mediations-urged = { $at } 督促过
mediations-ways-told = { $at } 告知了起诉、申请执行
mediations-term-no = 第 { $term } 项
mediations-term-until = 一般在这一天前调结
mediations-sign-mediator = 调解员
mediations-sign-committee = 调解组织印章
mediations-sign-open = { $who }：还没有
mediations-court-title = 司法确认
mediations-court-people = 不是依法设立的人民调解委员会，不能申请司法确认。
mediations-court-topic = 确认身份、收养、婚姻关系的，法院不受理。
mediations-court-until = 最迟 { $day }，由各方共同申请。可以向当事人住所地、标的物所在地或者调解组织所在地的基层法院提出，不收费。
mediations-court-applied = { $day } 向{ $court }（{ $ground }）申请了。法院 3 日内定是否受理。
mediations-court-confirmed = { $day } 法院确认有效，{ $number }。不履行的可以直接申请强制执行。
mediations-court-refused = { $day } 法院没有确认，{ $number }。
mediations-helpers = 协助的人
mediations-risks = 风险
mediations-risk-told = { $kind }，{ $day } 报告{ $police }
mediations-notes = 回访
mediations-how = 本人怎么说的
mediations-reason = 为什么
mediations-who = 哪一方
mediations-chosen = 谁定的
mediations-helper-role = 是什么人
mediations-helper-called = 怎么称呼
mediations-helper-called-hint = 写单位和职务。例如：麻池派出所社区民警
mediations-helper-user = 有没有账号
mediations-helper-nobody = 没有
mediations-on = 哪一天
mediations-place = 地点
mediations-with = 和谁谈
mediations-with-all = 各方都在
mediations-with-one = 单独和{ $party }
mediations-with-hint = 单独谈的内容，另一方看不到。
mediations-others = 还有谁在
mediations-others-hint = 写单位和职务，不写姓名
mediations-public = 公开不公开
mediations-public-no = 不公开
mediations-public-yes = 公开
mediations-minutes = 记录
mediations-minutes-hint = 谁说了什么。不评价人。
mediations-risk = 可能怎样
mediations-risk-text = 看到什么、做了什么
mediations-police = 报给哪个派出所
mediations-police-hint = 可能引起治安、刑事案件的必须写
mediations-police-on = 哪一天报的
mediations-form = 书面还是口头
mediations-form-hint = 口头协议从今天起生效。农地承包的要写成书面。
mediations-dispute = 主要事实和争议
mediations-liability = 各方的责任
mediations-term = 做什么
mediations-term-hint = 一项写一件事。不能写“不再信访”“不得起诉”一类的话。
mediations-term-by = 由谁做
mediations-term-due = 最迟哪天
mediations-manner = 怎么履行
mediations-sign-of = 谁的
mediations-mark = 怎么签的
mediations-court = 哪个法院
mediations-court-hint = 基层人民法院
mediations-ground = 为什么是这个法院
mediations-applied-on = 哪天申请的
mediations-ruling = 法院怎么定
mediations-confirmed = 确认有效
mediations-not-confirmed = 没有确认
mediations-ruling-number = 文书号
mediations-ruling-reason = 没有确认的理由
mediations-done-on = 哪天做到的
mediations-evidence = 凭什么看得出来
mediations-found = 看到什么
mediations-owing = 调解
mediations-case = 调解
mediations-case-new = 转给调解组织
mediations-case-new-hint = 各方自愿；办理期限照算
desk-optional = 可以不填
desk-settle-intro = 调解协议已经生效。按协议办结以后，本人随时可以说没有做到，重新打开。
# Her page /t/{number}/mediation/{id}
mediation-hers-title = 调解
mediation-hers-row = 看到哪一步，说自己的意见
mediation-hers-me = 您是{ $party }方 { $name }
mediation-hers-you = （您）
mediation-hers-who = 谁在调解
mediation-hers-free = 调解不收费，调不调由您定，随时可以终止。不影响您起诉、仲裁、申请复议和信访。
mediation-hers-next-consent = 同不同意和对方调解，由您说。
mediation-hers-next-others = 您已经说了，等其他方说。
mediation-hers-next-invited = 各方都同意了，调解员会约您谈。
mediation-hers-next-session = 在谈。每次的记录您看一看，对不对由您说。
mediation-hers-next-sign = 谈成了。协议签好、盖章以后生效，到时候这里写明日期。
mediation-hers-next-perform = 协议生效了。每一项最迟哪天，写在下面。
mediation-hers-next-court = 已经共同申请，等法院决定。
mediation-hers-next-breach = 有到期没有做到的，调解员在督促。您也可以这样做：
mediation-hers-next-done = 协议里的事都做到了。
mediation-hers-next-ended = 调解终止了。您还可以走这些途径：
mediation-hers-consent = 我同意调解
mediation-hers-refuse = 我不同意
mediation-hers-refuse-why = 为什么
mediation-hers-other = 我想换调解员
mediation-hers-other-why = 为什么
mediation-hers-other-send = 告诉调解组织
mediation-hers-leave = 我不谈了，终止调解
mediation-hers-leave-note = 终止以后，其他途径照样可以走。
mediation-hers-leave-send = 终止调解
mediation-hers-alone = 这次是单独和您谈的，另一方看不到。
mediation-hers-minutes = 记录没有错
mediation-hers-unsigned = 还差 { $count } 个签名或者印章
mediation-hers-court-until = 要让法院确认，各方最迟 { $day } 共同申请。确认以后，对方不做的，您可以直接申请强制执行。
mediation-hers-court-wanted = { $party }方说要
mediation-hers-court = 我要求司法确认
mediation-hers-term-done = { $day } 做到了
mediation-hers-term-urged = 到期没有做到，调解员督促过
mediation-hers-term-ways = 没有做到。可以就协议向法院起诉；经法院确认的，可以申请强制执行
mediation-hers-breach = 对方没有做到？
mediation-hers-breach-what = 哪里没有做到
mediation-hers-breach-send = 告诉调解员
mediation-hers-done-consent = 您同意调解，记下了。
mediation-hers-done-refuse = 您不同意调解，记下了，调解终止。
mediation-hers-done-leave = 调解终止了。
mediation-hers-done-other = 已经告诉调解组织。
mediation-hers-done-minutes = 您核对过了，记下了。
mediation-hers-done-court = 您要求司法确认，记下了。
mediation-hers-done-breach = 已经告诉调解员。
laws-PML_31 = 谈成的协议有约束力，调解组织看着履行、到期督促；不履行的，可以起诉。
