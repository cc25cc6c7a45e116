# Names and sentences of the domain. Keys are made by `names!` and `key_of`; what is an argument there is said with WORD().

## kinds of case, channels, types
case-kind-petition = 信访事项
case-kind-work-order = 一周办结工单
channel-letter = 来信
channel-visit = 来访
channel-web = 网上
channel-phone = 来电
channel-fax = 传真
channel-agent-entrusted = 委托代办
channel-grid-found = 网格员上门
channel-mobile-window = 移动窗口
channel-transfer-in = 别处转来
matter-suggestion = 建议意见
matter-whistleblow = 检举控告
matter-appeal-claim = 申诉求决
matter-inquiry = 咨询
matter-thanks = 感谢
purpose-appeal = 申诉
purpose-seek-decision = 求决
purpose-accusation = 揭发控告
purpose-opinion = 意见建议
purpose-inquiry = 咨询
purpose-thanks = 感谢
purpose-other = 其他

## the six branches of article 31: name, and what it means in one sentence
route-litigation = 诉讼
route-litigation-means = 这一条归法院、检察院或公安的程序管，信访不能替法院判，要在起诉的期限内去提。
route-arbitration = 仲裁
route-arbitration-means = 这一条归仲裁委员会管，先申请仲裁，申请有期限。
route-party-appeal = 党员申诉
route-party-appeal-means = 这一条走党内申诉，由作出处分的党组织或它的上一级复议、复查。
route-personnel-appeal = 人事申诉
route-personnel-appeal-means = 这一条走公务员或事业单位的复核、申诉，收到决定后三十天内提。
route-admin-reconsideration = 行政复议
route-admin-reconsideration-means = 不服政府部门的决定，可以请复议机关重新审，一般在知道之日起六十天内申请。
route-admin-ruling = 行政裁决
route-admin-ruling-means = 这一条由主管机关居中裁决，比如土地、林草的权属争议。
route-admin-confirm = 行政确认
route-admin-confirm-means = 这一条要由主管机关依法确认，比如工伤认定、身份认定。
route-admin-license = 行政许可
route-admin-license-means = 这一条是申请办证、审批，向发证的机关申请，它按规定的工作日答复。
route-admin-penalty = 行政处罚
route-admin-penalty-means = 这一条由有处罚权的机关立案查处，立案后一般九十天内作出决定。
route-duty-performance = 查处和履职
route-duty-performance-means = 请主管机关依法去查、去管，由它依法履行或者答复，一般两个月。
route-petition-procedure = 信访程序
route-petition-procedure-means = 这一条按信访程序办：听您说，查清楚，六十天内书面答复；不同意可以申请复查。

## dispatches, results, service, ratings
dispatch-forward = 转送
dispatch-assign-with-feedback = 交办
dispatch-report-for-decision = 报请
result-support = 支持
result-partial = 部分支持
result-explain = 没有依据，解释说明
result-not-support = 不支持
service-in-person = 当面签收
service-post = 邮寄
service-electronic = 电子送达
service-left = 留置
service-public-notice = 公告
service-by-agent = 代办员代签收
grade-satisfied = 满意
grade-basically = 基本满意
grade-dissatisfied = 不满意
rating-target-bureau = 转办的部门
rating-target-unit = 办事的单位

## is it solved?
resolution-unknown = 还说不准
resolution-resolved-confirmed = 解决了，本人确认
resolution-resolved-unconfirmed = 单位说解决了，本人还没说
resolution-partial = 解决了一部分
resolution-promised = 答应了，{ DAY($due) }前做到
resolution-not-supported-explained = 不支持，已说明依据
resolution-routed-pending = 走别的程序，等结果
resolution-unresolved = 没有解决
resolution-reopened = 重新打开，还没解决

## why
not-accept-pending-at-lower = 下级正在办，期限还没到
not-accept-not-petition = 不是信访能办的事
not-accept-legal-channel-only = 只能走法定途径
not-accept-go-elsewhere = 归别的机关，应向它提出
reopen-not-executed = 答应的没有做到
reopen-falsely-closed = 说办完了，其实没解决
reopen-new-facts = 有新情况
disposition-emergency-transfer = 紧急，转 110、119、120、122
disposition-legal-channel = 走法定途径或已在信访办理
disposition-duplicate-inform = 正在办或已办结，告知进展
disposition-secret-explain = 涉密或隐私，解释
disposition-out-of-scope = 不归政府管，告知市场和社会渠道
disposition-dissuade = 不合法理，劝导
who-bureau = 登记的部门
who-unit = 有权处理的单位
who-handler = 承办人
who-checker = 审核人（不是起草人）
who-unit-leader = 单位负责人（不是承办人）
who-superior = 共同上级
who-petitioner = 信访人本人
who-agent = 代办员
who-system = 系统

## where a petition stands
stage-petition-registered = 已登记，待甄别
stage-petition-not-accepted = 不能在这里办
stage-petition-no-more-accepted = 不再受理
stage-petition-reported-up = 已报请
stage-petition-forwarded = 已转给单位
stage-petition-objected = 单位提了异议，待核
stage-petition-jurisdiction-dispute = 等共同上级定
stage-petition-routed = 走法定途径
stage-petition-accepted = 已受理，待联系
stage-petition-investigating = 办理中
stage-petition-opinion-drafted = 答复待审核
stage-petition-opinion-checked = 答复待签发
stage-petition-opinion-issued = 答复待送达
stage-petition-served = 已送达
stage-petition-closed-procedural = 程序走完
stage-petition-archived = 已归档
stage-petition-withdrawn = 本人撤回

## where a work order stands
stage-order-received = 待派单
stage-order-answered = 当场答复
stage-order-redirected = 已告知途径
stage-order-dispatched = 待认领
stage-order-objected = 退单待核
stage-order-claimed = 已认领
stage-order-contacted = 已联系
stage-order-replied = 已答复
stage-order-done = 待回访
stage-order-rework = 重办
stage-order-escalated = 已提级
stage-order-followed-up = 已回访
stage-order-closed = 程序走完
stage-order-converted-to-petition = 已转信访

## what can be done to a petition: the words on buttons
command-petition-triage = 甄别
command-petition-not-accept = 不予受理
command-petition-propose-finality = 提出不再受理
command-petition-confirm-finality = 同意不再受理
command-petition-drop-finality = 不同意不再受理
command-petition-forward = 转给单位
command-petition-report-up = 报请
command-petition-object = 提异议
command-petition-reject-objection = 不同意换单位
command-petition-approve-objection = 换单位
command-petition-raise-dispute = 提请共同上级
command-petition-decide-dispute = 裁定
command-petition-accept = 受理
command-petition-handoff-accepted = 登记对方接收
command-petition-reassign = 换承办人
command-petition-contact = 记联系
command-petition-progress = 记进展
command-petition-request-extension = 申请延期
command-petition-grant-extension = 批准延期
command-petition-decline-extension = 不批延期
command-petition-save-draft = 写答复
command-petition-check = 审核通过
command-petition-return-draft = 退回修改
command-petition-sign = 签发
command-petition-serve = 登记送达
command-petition-closing-report = 交办结报告
command-petition-record-execution = 报做到没有
command-petition-close = 结束程序
command-petition-archive = 归档
command-petition-withdraw = 撤回
command-petition-add-material = 补充材料
command-petition-nudge = 催一催
command-petition-confirm-claim = 说解决没有
command-petition-rate = 评价
command-petition-reopen = 重新打开
command-petition-mark-overdue = 记超期
command-petition-recompute-clocks = 重算期限

## what can be done to a work order
command-order-answer = 当场答复
command-order-redirect = 告知途径
command-order-dispatch = 派单
command-order-object = 申请退单
command-order-reject-objection = 不同意退单
command-order-approve-objection = 改派
command-order-claim = 认领
command-order-contact = 记联系
command-order-extend = 延期
command-order-reply = 答复
command-order-done = 办完
command-order-follow-up = 回访
command-order-escalate = 提级
command-order-convert = 转信访
command-order-close = 结束
command-order-rate = 评价
command-order-progress = 记进展
command-order-mark-overdue = 记超期
command-order-recompute-clocks = 重算期限

## a petition, step by step: to her (timeline-…) and at the desk (event-…)
timeline-petition-registered = 已登记，编号 { $number }。最迟 { DAY($due) }告诉您去向
event-petition-registered = 登记，编号 { $number }，最迟 { DAY($due) }转出或告知{ $station ->
    [none] {""}
   *[other] 。本人要{ $station }的代办员 24 小时内打电话
}
event-petition-triaged = 甄别为{ WORD($matter) }
timeline-petition-not-accepted = 这件事不能在这里办：{ WORD($reason) }。该去哪里，写在下面
event-petition-not-accepted = 不予受理：{ WORD($reason) }
event-petition-finality-proposed = 提出不再受理，等第二个人确认
event-petition-finality-dropped = 不同意不再受理，继续甄别
timeline-petition-no-more-accepted = 同样的事实和理由已经复核过，不能再办。有新情况，可以重新提
event-petition-no-more-accepted = 两人确认，不再受理
timeline-petition-forwarded = 已{ WORD($kind) }{ $unit }。最迟 { DAY($due) }，它书面告诉您怎么办
event-petition-forwarded = { WORD($kind) }{ $unit }，最迟 { DAY($due) }书面告知
timeline-petition-reported-up = 已报请{ $unit }决定，您不用再提一遍
event-petition-reported-up = 报请{ $unit }
timeline-petition-objected = { $unit }认为不归它管，正在核定。您不用再提
event-petition-objected = { $unit }提出异议
timeline-petition-objection-rejected = 核过了，还由原来的单位办，期限照算
event-petition-objection-rejected = 不同意换单位，不得再退
timeline-petition-objection-approved = 换到{ $unit }办，最迟 { DAY($due) }书面告诉您。累计的天数不重新算
event-petition-objection-approved = 同意异议，改由{ $unit }办，最迟 { DAY($due) }书面告知
timeline-petition-dispute-raised = 几个单位说法不一，由{ $unit }来定{ $timed ->
    [yes] ，最迟 { DAY($due) }
   *[no] {""}
}。您不用再提
event-petition-dispute-raised = 提请{ $unit }决定由谁办{ $timed ->
    [yes] ，最迟 { DAY($due) }
   *[no] {""}
}
timeline-petition-dispute-decided = 已经定了：由{ $unit }办，最迟 { DAY($due) }书面告诉您
event-petition-dispute-decided = 裁定由{ $unit }办，不得再退，最迟 { DAY($due) }书面告知
timeline-petition-hop-limit-reached = 已经转过 { $hops } 次手，再换单位要由上级定
event-petition-hop-limit-reached = 转手 { $hops } 次，到了上限，再换由共同上级定
timeline-petition-claim-routed = 第 { $claim } 条走{ WORD($route) }，已交给{ $target }，等它接收
event-petition-claim-routed = 第 { $claim } 条导入{ WORD($route) }，交{ $target }
timeline-petition-routed = 每一条都走法定途径。对方没有接收，不算完
event-petition-routed = 全部导入法定途径
timeline-petition-accepted = { $unit }已受理。最迟 { DAY($due) }给您书面答复
event-petition-accepted = { $unit }受理，最迟 { DAY($due) }答复
timeline-petition-handoff-accepted = 第 { $claim } 条，对方已接收，它的编号是 { $number }
event-petition-handoff-accepted = 第 { $claim } 条对方接收，编号 { $number }
event-petition-reassigned = 换承办人
timeline-petition-contacted = { $unit }联系过您
event-petition-contacted = { $unit }联系了本人
timeline-petition-progressed = { $unit }告诉您一项进展
event-petition-progressed = { $unit }记了一笔
event-petition-extension-requested = 申请延期 { $days } 天
timeline-petition-extension-granted = 要晚一些：改到 { DAY($due) }。原因写在下面，批准的是单位负责人
event-petition-extension-granted = 批准延期，最迟 { DAY($due) }
event-petition-extension-declined = 不批延期
event-petition-draft-saved = 写答复
event-petition-draft-checked = 答复审核通过
event-petition-draft-returned = 答复退回修改
timeline-petition-opinion-issued = { $unit }签发了答复，文号 { $number }，马上送给您
event-petition-opinion-issued = 签发处理意见书，文号 { $number }
timeline-petition-served = 答复已送到您手里（{ WORD($method) }）。不同意，最迟 { DAY($due) }可以申请复查
event-petition-served = 送达（{ WORD($method) }），复查申请最迟 { DAY($due) }
event-petition-closing-reported = 交了办结报告
timeline-petition-executed = 第 { $claim } 条答应的，单位说已经做到。是不是，您来说
event-petition-executed = 第 { $claim } 条登记已做到
timeline-petition-closed = 程序走完了。解决没有，由您说了算；有新情况，可以重新提
event-petition-closed = 程序走完
event-petition-archived = 归档
timeline-petition-withdrawn = 您撤回了这件事
event-petition-withdrawn = 本人撤回
timeline-petition-material-added = 补充了材料
event-petition-material-added = 补充了材料，{ $files } 个文件
timeline-petition-nudged = 催过一次，单位已收到提醒
event-petition-nudged = 本人催办
timeline-petition-claim-confirmed = { $solved ->
    [yes] 您说第 { $claim } 条解决了
   *[no] 您说第 { $claim } 条没有解决
}
event-petition-claim-confirmed = { $solved ->
    [yes] 本人确认第 { $claim } 条解决了
   *[no] 本人说第 { $claim } 条没有解决
}
timeline-petition-rated = 您给{ WORD($target) }的评价：{ WORD($grade) }
event-petition-rated = 本人评价{ WORD($target) }：{ WORD($grade) }
timeline-petition-reopened = 重新打开：{ WORD($reason) }。最迟 { DAY($due) }告诉您怎么办
event-petition-reopened = 重新打开：{ WORD($reason) }，最迟 { DAY($due) }告知
timeline-petition-clock-overdue = 超过 { DAY($due) }没有{ WORD($clock) }，已经催办
event-petition-clock-overdue = { WORD($clock) }超期，最迟是 { DAY($due) }
timeline-petition-clocks-recomputed = 放假安排公布了，日期重新算过
event-petition-clocks-recomputed = 按日历 { $calendar } 重算期限

## a work order, step by step
timeline-order-received = 已收到，编号 { $number }
event-order-received = 收到，编号 { $number }
timeline-order-answered = 当场答复了您
event-order-answered = 当场答复
timeline-order-redirected = 这件事有别的路：{ WORD($disposition) }
event-order-redirected = 告知途径：{ WORD($disposition) }
timeline-order-dispatched = 已派给{ $unit }，最迟 { DAY($due) }办完
event-order-dispatched = 派给{ $unit }，最迟 { DAY($due) }办完
timeline-order-objected = { $unit }认为不归它管，正在核定。您不用再提
event-order-objected = { $unit }申请退单
timeline-order-objection-rejected = 核过了，还由原来的单位办，期限照算
event-order-objection-rejected = 不同意退单
timeline-order-objection-approved = 换到{ $unit }办，期限不重新算
event-order-objection-approved = 同意退单，改派{ $unit }
timeline-order-claimed = { $unit }已认领，有人在办
event-order-claimed = { $unit }认领
timeline-order-contacted = { $unit }联系过您
event-order-contacted = { $unit }联系了本人
timeline-order-extended = 要晚一些：改到 { DAY($due) }。原因写在下面
event-order-extended = 延期，最迟 { DAY($due) }
timeline-order-replied = { $unit }答复了您
event-order-replied = { $unit }答复
timeline-order-done = { $unit }说办完了。会有没经手的人来问您
event-order-done = { $unit }报办完，待回访
timeline-order-followed-up = { $solved ->
    [yes] 回访过，您说解决了
   *[no] 回访过，您说没有解决
}
event-order-followed-up = { $solved ->
    [yes] 回访：解决了
   *[no] 回访：没有解决
}
timeline-order-reworked = 退回去重办，最迟 { DAY($due) }
event-order-reworked = 重办，最迟 { DAY($due) }
timeline-order-escalated = 提到{ $unit }来办
event-order-escalated = 提级到{ $unit }
timeline-order-converted = 转成了信访事项，这之前的天数照样显示给您
event-order-converted = 转信访
timeline-order-closed = 程序走完了。解决没有，由您说了算
event-order-closed = 程序走完
timeline-order-rated = 您的评价：{ WORD($grade) }
event-order-rated = 本人评价：{ WORD($grade) }
timeline-order-progressed = { $unit }告诉您一项进展
event-order-progressed = { $unit }记了一笔
timeline-order-clock-overdue = 超过 { DAY($due) }没有{ WORD($clock) }，已经催办
event-order-clock-overdue = { WORD($clock) }超期，最迟是 { DAY($due) }
timeline-order-clocks-recomputed = 放假安排公布了，日期重新算过
event-order-clocks-recomputed = 按日历 { $calendar } 重算期限

## the tables of transitions, for the documents
table-title-petition = 信访事项的生命周期
table-title-order = 一周办结工单的生命周期
table-made = 由代码里的转换表生成，不要手改。
table-command = 动作
table-from = 从
table-to = 到
table-who = 谁
table-starts = 启动期限
table-stops = 停止期限
table-rule = 规则
table-article = 条款
table-told = 告知群众
table-yes = 是
table-same = （不变）
