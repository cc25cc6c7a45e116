# 督办、三项建议: names, record, refusals.

case-kind-supervision = 督办
case-kind-advice = 建议
table-title-supervision = 督办的生命周期
table-title-advice = 三项建议的生命周期

rung-reminder = 提醒
rung-risk-notice = 风险提醒函
rung-supervision-letter = 督查督办函
rung-accountability-advice = 问责建议函
rung-listed = 挂牌督办

ground-improper-accept = 受理、办理违反规定
ground-shirk = 推诿
ground-perfunctory = 敷衍
ground-delay = 拖延
ground-fraud = 弄虚作假
ground-refuse-execute = 不执行处理意见
ground-overdue = 超期
ground-dissatisfied = 本人不满意
ground-due-soon = 快到期

way-on-site = 现场
way-paper = 书面
way-phone = 电话

measure-interview = 约谈
measure-circular = 通报
measure-rectify-order = 责令限期整改

stage-supervision-open = 开始了，没有要回的函
stage-supervision-notified = 等单位回话
stage-supervision-responded = 单位回话了，等督办的部门看
stage-supervision-reopened = 回话没有通过，等单位再回
stage-supervision-escalated = 已经约谈、通报或者建议问责
stage-supervision-closed = 督办结束

command-supervision-issue = 发出
command-supervision-propose = 拟好，等人签
command-supervision-sign = 签发
command-supervision-drop = 不发
command-supervision-answer = 回话
command-supervision-judge = 看回话
command-supervision-verify = 记核查
command-supervision-list = 挂牌
command-supervision-delist = 摘牌
command-supervision-measure = 约谈、通报、责令整改
command-supervision-close = 结束督办
command-supervision-mark-overdue = 记超期
command-supervision-recompute-clocks = 重算期限

event-supervision-opened = 开始督办{ $unit }，件号 { $number }，由{ $issuer }督办
event-supervision-issued = 发出{ WORD($rung) }{ $letter }，因为{ WORD($ground) }{ $clocked ->
    [yes] ，要求 { DAY($due) }前回话
   *[no] {""}
}{ $rule ->
    [none] {""}
   *[other] 。按 { $version } 版规则
}
event-supervision-proposed = 拟好{ WORD($rung) }，因为{ WORD($ground) }，等人签发{ $rule ->
    [none] {""}
   *[other] 。按 { $version } 版规则
}
event-supervision-signed = 签发{ WORD($rung) }{ $letter }{ $clocked ->
    [yes] ，要求 { DAY($due) }前回话
   *[no] {""}
}
event-supervision-dropped = { WORD($rung) }不发
event-supervision-answered = { $unit }回了{ WORD($rung) }
event-supervision-judged = { WORD($rung) }的回话：{ $accepted ->
    [yes] 通过
   *[no] 没有通过{ $clocked ->
        [yes] ，要求 { DAY($due) }前再回
       *[no] {""}
    }
}
event-supervision-verified = { WORD($way) }核查，{ $people } 人，{ $differs ->
    [yes] 和记录不一样
   *[no] 和记录一样
}
event-supervision-listed = 挂牌督办，{ $leader }牵头，{ DAY($due) }前办完
event-supervision-delisted = 摘牌
event-supervision-measured = 对{ $unit }{ WORD($measure) }
event-supervision-closed = 督办结束
event-supervision-clock-overdue = 过了 { DAY($due) }没有回话
event-supervision-clocks-recomputed = 按日历 { $calendar } 重算期限

timeline-petition-supervised = 已经催办{ $unit }{ $clocked ->
    [yes] ：要求 { DAY($due) }前回话
   *[no] {""}
}。上级部门在看着，您不用做什么
event-petition-supervised = 督办{ $unit }：{ WORD($rung) }，因为{ WORD($ground) }{ $clocked ->
    [yes] ，要求 { DAY($due) }前回话
   *[no] {""}
}
event-petition-supervision-noted = { WORD($rung) }：{ $unit }，因为{ WORD($ground) }
timeline-order-supervised = 已经催办{ $unit }{ $clocked ->
    [yes] ：要求 { DAY($due) }前回话
   *[no] {""}
}。上级部门在看着，您不用做什么
event-order-supervised = 督办{ $unit }：{ WORD($rung) }，因为{ WORD($ground) }{ $clocked ->
    [yes] ，要求 { DAY($due) }前回话
   *[no] {""}
}
event-order-supervision-noted = { WORD($rung) }：{ $unit }，因为{ WORD($ground) }

refusal-rung-needs-signature = 问责建议函不能自动发出，要由人签发。
refusal-rung-no-trigger = 不能发：现在没有这一级函的起因。问责建议函要先有督办函到期没回、回话没有通过，或者核查发现弄虚作假。
refusal-rung-open = { WORD($rung) }还没有了结，不能再发一份。
refusal-rung-number = 函要有文号，提醒没有文号。
refusal-rung-reply-days = 还差：几天内回话，1 到 90 天。
refusal-rung-unknown = 这次督办里没有这一份。
refusal-rung-state = { WORD($rung) }现在不能这样做。
refusal-accountability-article = 还差：对应第 42 条到第 46 条的哪一项。
refusal-accountability-competent = 还差：由哪个机关决定。不能是被督办的单位自己。
refusal-supervision-not-the-unit = 不能替单位回话。由被督办的单位自己回。
refusal-supervision-by-the-unit = 被督办的单位不能发函、看回话、核查自己的事。
refusal-verifiers-too-few = 核查至少要 { $least } 个人。
refusal-verifier-is-handler = 承办这件事的人不能核查它。
refusal-supervision-unsettled = 还不能结束：{ WORD($rung) }没有了结。
refusal-supervision-listed = 还不能结束：先摘牌。
refusal-supervision-not-listed = 这一件没有挂牌。
refusal-supervision-listed-already = 已经挂牌了。
refusal-listing-due-past = 办完的日子要在今天以后。
refusal-advice-to-oneself = 不能给自己提建议。
refusal-advice-not-the-unit = 由收到建议的单位自己反馈。
refusal-advice-verified-by-its-unit = 收到建议的单位不能自己核实。
refusal-supervision-no-issuer = 这个单位上面，系统里没有能督办它的部门。
refusal-supervision-unit-unknown = 这一件现在不在任何单位手里，没有单位可以督办。

clock-ADVICE_CUSTOM = 反馈建议
clock-from-advised = 收到建议
clock-until-advice-answered = 书面反馈

advice-kind-improve-work = 改进工作建议
advice-kind-improve-policy = 完善政策建议
advice-kind-accountability = 追究责任建议
adoption-adopted = 采纳
adoption-partly = 部分采纳
adoption-rejected = 不采纳
stage-advice-issued = 已经发出
stage-advice-received = 单位收到了
stage-advice-adopted = 采纳了
stage-advice-partly = 部分采纳
stage-advice-rejected = 没有采纳，写了理由
stage-advice-verified = 核实过了
command-advice-receive = 签收
command-advice-reply = 书面反馈
command-advice-verify = 核实
command-advice-mark-overdue = 记超期
command-advice-recompute-clocks = 重算期限
event-advice-issued = 向{ $unit }发出{ WORD($kind) }{ $letter }，{ DAY($due) }前书面反馈
event-advice-received = { $unit }签收
event-advice-replied = { $unit }书面反馈：{ WORD($adoption) }
event-advice-verified = 核实过了
event-advice-clock-overdue = 过了 { DAY($due) }没有书面反馈
event-advice-clocks-recomputed = 按日历 { $calendar } 重算期限

liability-a42-1 = 第 42 条（一）：超越或者滥用职权，侵害合法权益
liability-a42-2 = 第 42 条（二）：应当作为而不作为，侵害合法权益
liability-a42-3 = 第 42 条（三）：适用法律、法规错误或者违反法定程序，侵害合法权益
liability-a42-4 = 第 42 条（四）：拒不执行支持信访请求的意见
liability-a43-1 = 第 43 条：应当登记、转送、交办、督办而没有做
liability-a44-1 = 第 44 条（一）：对收到的信访事项不按规定登记
liability-a44-2 = 第 44 条（二）：属于职权范围的信访事项不受理
liability-a44-3 = 第 44 条（三）：没有在规定期限内书面告知是否受理
liability-a45-1 = 第 45 条（一）：推诿、敷衍、拖延，或者没有在规定期限内办结
liability-a45-2 = 第 45 条（二）：事实清楚、有依据的请求没有支持
liability-a45-3 = 第 45 条（三）：对改进工作、完善政策等建议重视不够、落实不力，问题长期得不到解决
liability-a45-4 = 第 45 条（四）：其他不履行或者不正确履行处理职责的情形
liability-a46-1 = 第 46 条（一）：对待信访人态度恶劣、作风粗暴，损害党群干群关系
liability-a46-2 = 第 46 条（二）：吃拿卡要、谋取私利
liability-a46-3 = 第 46 条（三）：处置不力，导致事态扩大
liability-a46-4 = 第 46 条（四）：重大、紧急的事项和信息隐瞒、谎报、缓报，或者没有依法及时采取措施
liability-a46-5 = 第 46 条（五）：把检举、揭发的材料或者情况透露、转给被检举、揭发的人或者单位
liability-a46-6 = 第 46 条（六）：打击报复信访人
liability-a46-7 = 第 46 条（七）：其他违规违纪违法的情形

# What a rule writes into a letter
rung-demands-reminder = { WORD($clock) }最迟 { DAY($due) }。请按期办，办不完的提前说明。
rung-demands-risk-notice = { WORD($clock) }最迟 { DAY($due) }，现在还没有办。请在 { $days } 天内书面回话：停在哪里、哪天能办完、要谁帮忙。
rung-demands-supervision-letter = { $dated ->
    [yes] { WORD($clock) }最迟 { DAY($due) }，已经超期。请在 { $days } 天内书面回话：为什么超期、哪天给结果、谁负责，并附上办理材料。
   *[no] 因为{ WORD($ground) }，请在 { $days } 天内书面回话：事实是什么、怎么改、哪天改完，并附上材料。
}
rung-demands-accountability-advice = 督查督办函到期没有按要求回话，或者核查发现记录不实。建议依规依纪对有关责任作出处理，并在 { $days } 天内书面反馈采纳情况。
supervision-ended-by-itself = 要办的已经办了，督办结束。

# The pages /desk/supervision and /desk/advice
desk-nav-supervision = 督办
desk-supervision-title = 督办
desk-supervision-lead = 先看超期的：停在哪里、下一步发什么函、为什么。灯由期限算，谁也改不了。
desk-supervision-tab-stuck = 超期的事
desk-supervision-tab-running = 在督办
desk-supervision-tab-listed = 挂牌
desk-supervision-tab-over = 结束的
desk-supervision-tab-advice = 三项建议
desk-supervision-tab-shared = 和纪检共享
desk-supervision-tab-weekly = 一周一曝光
desk-supervision-matter = 哪件事
desk-supervision-where = 停在哪里
desk-supervision-unit = 单位
desk-supervision-due = 期限
desk-supervision-next = 下一级
desk-supervision-rung = 到哪一级
desk-supervision-do = 去做
desk-supervision-open = 打开督办
desk-supervision-draft = 看拟好的函
desk-supervision-led = 由{ $unit }牵头
desk-supervision-why = { $when } { $days } 天：{ $clock }
desk-supervision-no-next = 没有规则要发的
desk-supervision-sent = 规则里最高的一级已经发了
desk-supervision-empty = 没有超期的件
desk-supervision-empty-text = 这里按期限排，有了会自己出现。
desk-supervision-of = 督办{ $unit }
desk-supervision-case = 看这件事
desk-supervision-is-listed = 挂牌
desk-supervision-listed = { $leader }牵头，{ DAY($due) }前办完
desk-supervision-new-title = 发函
desk-supervision-kind = 发哪一级
desk-supervision-ground = 因为什么
desk-supervision-demands = 要求什么
desk-supervision-demands-hint = 空着，就用按规则拟好的话。
desk-supervision-days = 几天内回话
desk-supervision-liability = 对应哪一条
desk-supervision-liability-hint = 只有问责建议函要选。
desk-supervision-liability-none = 不选
desk-supervision-competent = 由哪个机关决定
desk-supervision-send = 提交
desk-supervision-then = 提交以后
desk-rung-own-draft = 您起草的，由另一位同事签发。
desk-supervision-then-text = 提醒马上发给单位，回话的期限开始算。函要由另一位同事签发：签发时编号，单位才看到，期限才开始算，她的进度页上写“已经催办”和日期。督办不代替单位作决定。
desk-supervision-close-reason = 为什么结束
desk-rung-ground = 因为
desk-rung-cause = 怎么来的
desk-rung-number = 文号
desk-rung-liability = 对应条款
desk-rung-competent = 决定机关
desk-rung-due = 最迟回话
desk-rung-by-rule = 到了督办规则定的时候，自动拟的（{ $version } 版）
desk-rung-by-hand = 督办的部门发的
desk-rung-proposed = 拟好了，等人签
desk-rung-waiting = 等单位回话
desk-rung-again = 回话没有通过，等再回
desk-rung-sent = 已经提醒，不用回
desk-rung-answered = 单位回了，等您看
desk-rung-done = 回话通过了
desk-rung-dropped = 没有发
desk-rung-accepted = 通过：{ $reason }
desk-rung-rejected = 没有通过：{ $reason }
desk-rung-answer = 单位回话
desk-rung-evidence = 材料
desk-rung-answer-text = 回话
desk-rung-answer-hint = 停在哪里、哪天给结果、怎么改。
desk-rung-judge = 这个回话行不行
desk-rung-judge-yes = 行，照要求做了
desk-rung-judge-no = 不行，再回
desk-rung-judge-reason = 理由，单位看得到
desk-rung-judge-send = 告诉单位
desk-rung-drop-reason = 不发的理由
desk-sheet-title = 核查报告单
desk-sheet-way = 怎么核查的
desk-sheet-verifiers = 谁核查的
desk-sheet-verifier-1 = 核查人一
desk-sheet-verifier-2 = 核查人二
desk-sheet-procedure = 程序上发现什么
desk-sheet-substance = 事实上发现什么
desk-sheet-substance-hint = 写看到的。怎么处理由有权的单位决定。
desk-sheet-heard = 本人怎么说
desk-sheet-difference = 和记录不一样的地方
desk-sheet-difference-hint = 一样就空着。
desk-sheet-same = 和记录一样
desk-sheet-advice = 建议
desk-sheet-fraud = 记录是假的
desk-sheet-fraud-hint = 勾了，系统会拟一份问责建议函，等人签。
desk-listing-leader = 牵头的领导
desk-listing-leader-hint = 写职务，比如“旗委副书记”。
desk-listing-due = 哪天前办完
desk-listing-demands = 要办成什么
desk-listing-evidence = 摘牌的依据
desk-measure-kind = 怎么处理单位
desk-measure-text = 说了什么，要求什么
desk-measure-send = 记下
desk-advice-title = 三项建议
desk-advice-lead = 改进工作、完善政策、追究责任。单位要书面反馈采纳没有，不采纳说理由。
desk-advice-new = 写一份建议
desk-advice-what = 建议
desk-advice-state = 到哪一步
desk-advice-kind = 哪一种
desk-advice-to = 给哪个单位
desk-advice-from = 谁提的
desk-advice-line = 一句话说是什么事
desk-advice-facts = 事实
desk-advice-facts-hint = 不写人的姓名。
desk-advice-advice = 建议什么
desk-advice-basis = 依据
desk-advice-about = 关于哪个单位
desk-advice-reply = 反馈
desk-advice-verified = 核实
desk-advice-adoption = 采纳没有
desk-advice-reply-text = 书面说明
desk-advice-reply-hint = 采纳的，写做了什么；不采纳的，写理由。
desk-advice-found = 核实到什么
desk-advice-send = 发出建议
desk-weekly-title = 一周一曝光
desk-weekly-lead = 只列单位，不列个人。每周一封存上一周，封存后不改，有错在旁边更正。
desk-weekly-week = { DAY($monday) }起的一周
desk-weekly-frozen = { DAY($day) }封存
desk-weekly-overdue = 超期的事
desk-weekly-unanswered = 没回的函
desk-weekly-unexecuted = 没兑现的答应
desk-weekly-none = 这一周没有超期、没回函、没兑现的单位。
desk-weekly-empty = 还没有封存的周
desk-weekly-empty-text = 每周一封存上一周。
desk-weekly-note = 更正
desk-weekly-correct = 更正这一周
desk-weekly-note-text = 错在哪里，对的是什么
desk-weekly-note-hint = 数字不改，更正写在旁边。
desk-weekly-note-send = 写上更正
desk-shared-title = 和纪检共享的督办表
desk-shared-lead = 只有件号、单位、条款、日期。没有姓名，没有内容。
desk-shared-number = 件号
desk-shared-article = 函和条款
desk-shared-issued = 发出
desk-shared-answered = 回话
desk-shared-due = 最迟 { DAY($due) }
desk-shared-open = 还没有回
desk-case-supervision = 督办
desk-case-supervise = 发函督办
desk-raise-intro = 提级以后由上一级牵头，单位照样办它的，期限接着算，她找的人不变。
desk-raise-to = 提到哪里
desk-raise-reason = 为什么要提级
desk-raise-reason-hint = 她看得到。
desk-redo-intro = 四重一项一项记。四项都记了，才能降级、结束。
desk-redo-what = 记哪一项
desk-redo-found = 做了什么，发现什么
desk-bring-down-intro = 降级以后由原来的一级接着办，期限接着算。
desk-bring-down-reason = 为什么可以降级
refusal-number-expected = 这里要写数字。
refusal-date-expected = 还差一个日子。
