# Suggestions 建议 (R-062)
case-kind-suggestion = 建议
table-title-suggestion = 建议的生命周期
clock-SUGGESTION_ITEM_CUSTOM = 落实采纳的建议
clock-from-suggestion-replied = 回复采纳
clock-until-suggestion-realised = 落实
suggestion-result-adopted = 采纳
suggestion-result-partly = 部分采纳
suggestion-result-not-adopted = 没有采纳
suggestion-result-for-reference = 留作参考
suggestion-item-pending = 正在办
suggestion-item-done = 已经办好
suggestion-item-given-up = 不办了
stage-suggestion-registered = 已登记，待转送
stage-suggestion-forwarded = 已转给单位
stage-suggestion-objected = 单位提了异议，待核
stage-suggestion-studying = 正在研究
stage-suggestion-drafted = 回复待签发
stage-suggestion-replied = 已回复
stage-suggestion-tracked = 采纳了，正在落实
stage-suggestion-closed = 已办结
stage-suggestion-archived = 已归档
stage-suggestion-withdrawn = 本人撤回
stage-petition-moved = 已转为建议
command-suggestion-forward = 转送
command-suggestion-object = 提出异议
command-suggestion-reject-objection = 不同意换单位
command-suggestion-approve-objection = 同意换单位
command-suggestion-take-up = 开始研究
command-suggestion-reassign = 换人研究
command-suggestion-save-draft = 写回复
command-suggestion-return-draft = 退回修改
command-suggestion-sign = 签发回复
command-suggestion-finish-item = 登记办好了
command-suggestion-give-up-item = 登记不办了
command-suggestion-consider-reward = 研究奖励
command-suggestion-close = 办结
command-suggestion-archive = 归档
command-suggestion-withdraw = 撤回
command-suggestion-add-material = 补充材料
command-suggestion-nudge = 催一催
command-suggestion-say-publication = 说能不能公开
command-suggestion-rate = 评价
command-suggestion-note-supervision = 记督办
command-suggestion-mark-overdue = 记超期
command-suggestion-recompute-clocks = 重算期限
command-petition-move-to-suggestion = 转为建议
event-petition-moved = 转为建议办理，建议编号 { $number }
timeline-petition-moved = 这是一条建议，转到建议办理，编号 { $number }。您不用再交一遍
event-suggestion-registered =
    { $from ->
        [no] 登记建议，{ $count } 条，最迟 { DAY($due) }转出
       *[other] 由信访事项 { $from } 转来，{ $count } 条，最迟 { DAY($due) }转出
    }
timeline-suggestion-registered =
    { $from ->
        [no] 建议已登记，编号 { $number }。最迟 { DAY($due) }告诉您转给谁
       *[other] 从 { $from } 转来，编号 { $number }。收到的日子不变，最迟 { DAY($due) }告诉您转给谁
    }
event-suggestion-forwarded = 转送{ $unit }，最迟 { DAY($due) }回复
timeline-suggestion-forwarded = 已转给{ $unit }研究。最迟 { DAY($due) }回复您
event-suggestion-objected = { $unit }提出异议
timeline-suggestion-objected = { $unit }认为不归它管，正在核定。您不用再提
event-suggestion-objection-rejected = 不同意换单位
timeline-suggestion-objection-rejected = 核定了，仍由原来的单位研究
event-suggestion-objection-approved = 同意换单位，改由{ $unit }研究
timeline-suggestion-objection-approved = 改由{ $unit }研究，回复的日子不变
event-suggestion-taken-up =
    { $simple ->
        [yes] { $unit }开始研究，按简单的办，最迟 { DAY($due) }回复
       *[no] { $unit }开始研究，最迟 { DAY($due) }回复
    }
timeline-suggestion-taken-up = { $unit }开始研究了。最迟 { DAY($due) }回复您
event-suggestion-reassigned = 换人研究
event-suggestion-draft-saved =
    { $submitted ->
        [yes] 回复写好了，{ $count } 条都有答复，等签发
       *[no] 写了回复，{ $count } 条有答复
    }
event-suggestion-draft-returned = 退回修改
event-suggestion-replied = 签发回复 { $number }：{ WORD($result) }，{ $items } 项要落实
timeline-suggestion-replied =
    { $items ->
        [0] { $unit }回复您了：{ WORD($result) }。每一条的理由都写在回复里
       *[other] { $unit }回复您了：{ WORD($result) }。要办 { $items } 件事，办好一件告诉您一件
    }
event-suggestion-item-done = 第 { $item } 件办好，{ DAY($day) }
timeline-suggestion-item-done = 第 { $item } 件事办好了，{ DAY($day) }
event-suggestion-item-given-up = 第 { $item } 件不办了
timeline-suggestion-item-given-up = 第 { $item } 件事不办了，原因写在下面
event-suggestion-reward-considered =
    { $granted ->
        [yes] 研究奖励：给予
       *[no] 研究奖励：这次不给
    }
timeline-suggestion-reward-considered =
    { $granted ->
        [yes] { $unit }研究了奖励，感谢您的建议
       *[no] { $unit }研究了奖励，这次没有
    }
event-suggestion-closed = 办结
timeline-suggestion-closed = 办结了。以后有新的想法可以再提
event-suggestion-archived = 归档
event-suggestion-withdrawn = 本人撤回
timeline-suggestion-withdrawn = 您撤回了这条建议
event-suggestion-material-added = 补充了材料，{ $files } 个文件
timeline-suggestion-material-added = 补充了材料
event-suggestion-nudged = 本人催问
timeline-suggestion-nudged = 您问了办到哪里，已经提醒单位
event-suggestion-publication-said =
    { $allowed ->
        [yes] 本人同意隐去姓名后公开
       *[no] 本人不同意公开
    }
timeline-suggestion-publication-said =
    { $allowed ->
        [yes] 您同意隐去姓名后公开
       *[no] 您不同意公开
    }
event-suggestion-rated = 本人评价：{ WORD($grade) }
timeline-suggestion-rated = 您的评价：{ WORD($grade) }
event-suggestion-supervised = 督办{ $unit }：{ WORD($rung) }，因为{ WORD($ground) }{ $clocked ->
        [yes] ，最迟 { DAY($due) }回话
       *[no] {""}
    }
timeline-suggestion-supervised = 已经催办{ $unit }{ $clocked ->
        [yes] ，最迟 { DAY($due) }说明情况
       *[no] {""}
    }
event-suggestion-supervision-noted = { WORD($rung) }：{ $unit }，因为{ WORD($ground) }
event-suggestion-clock-overdue = { WORD($clock) }超期，最迟是 { DAY($due) }
timeline-suggestion-clock-overdue = 超过 { DAY($due) }没有{ WORD($clock) }，已经催办
event-suggestion-clocks-recomputed = 按日历 { $calendar } 重算期限
timeline-suggestion-clocks-recomputed = 放假安排公布了，日期重新算过
refusal-triage-suggestion = 这是建议，请用“转为建议”。原来的编号还能查到，收到的日子不变。
refusal-move-complaint = 写明了被反映的单位，或者正在核定不再受理，不能转为建议。
refusal-suggestion-same-unit = 还是同一个单位。请选别的单位。
refusal-suggestion-point-unknown = 没有这一条建议。
refusal-suggestion-point-twice = 第 { $point } 条答复了两次。
refusal-suggestion-adopted-without-item = 第 { $point } 条采纳了，请写明办什么、哪个单位办、哪天前办好。
refusal-suggestion-item-without-adoption = 第 { $point } 条没有采纳，不要写落实的事。
refusal-suggestion-item-due = 办好的日子要写今天以后的一天，最远三年。
refusal-suggestion-point-unanswered = 第 { $point } 条还没有答复。没有采纳的也要写理由。
refusal-suggestion-signed-by-its-writer = 回复由起草、研究以外的负责人签发。
refusal-suggestion-done-later = 办好的日子不能在今天以后。
refusal-suggestion-reward-open = 采纳了建议，先研究奖励再办结。不给的也写明原因。
refusal-suggestion-reward-considered = 奖励已经研究过了。
refusal-suggestion-simple-late = 简单建议的期限是 { DAY($due) }，已经过了，只能按一般的办。
refusal-suggestion-item-unknown = 没有这一件。
refusal-suggestion-item-ended = 第 { $item } 件已经登记过结果了。
# The desk
suggestions-back = 收件台
suggestions-next = 下一步
suggestions-points = 建议和答复
suggestions-words = 现在是什么情况
suggestions-findings = 研究情况
suggestions-findings-hint = 看了什么、问了谁、查了什么。写进回复。
suggestions-letter = 回复函
suggestions-category = 类别
suggestions-category-hint = 可以不填。例如：城乡建设/路灯
suggestions-object-hint = 五个工作日内提，写清为什么不归本单位、归谁。
suggestions-handler = 研究的人
suggestions-simple = 简单建议的理由
suggestions-simple-hint = 写了理由就按短期限回复；不写按一般的期限。
suggestions-on = 办好的日子
suggestions-evidence = 办成了什么样
suggestions-evidence-hint = 提建议的人看得到。写做了什么，凭什么看得出来。
suggestions-give-up-hint = 提建议的人看得到。写清为什么不办了。
suggestions-granted = 给不给奖励
suggestions-granted-yes = 给
suggestions-granted-no = 这次不给
suggestions-reward = 奖励
suggestions-reward-hint = 给什么，或者为什么不给。
suggestions-material = 补充什么
suggestions-item = 哪一件
suggestions-item-line = { $no }. { $what }
suggestions-point = 第 { $no } 条：{ $text }
suggestions-result = 采纳不采纳
suggestions-result-none = 还没有定
suggestions-reason = 理由
suggestions-reason-hint = 没有采纳的也要写。
suggestions-what = 办什么
suggestions-what-hint = 采纳的至少写一件；没有采纳的空着。
suggestions-more = 再一件
suggestions-unit = 哪个单位办
suggestions-due = 哪天前办好
suggestions-submit = 写好了，交负责人签发
suggestions-planned = 回复签发后开始算
suggestions-who = 提建议的人
suggestions-received = 收到
suggestions-channel = 怎么来的
suggestions-bureau = 登记的部门
suggestions-holder = 研究的单位
suggestions-moved-from = 原来的编号
suggestions-publish = 公开
suggestions-publish-yes = 本人同意隐去姓名后公开
suggestions-publish-no = 本人没有同意
suggestions-rating = 本人评价
suggestions-move = 转为建议
suggestions-move-text = 没有要求处理自己的事，只是提建议的，转到建议办理：不问六条途径，没有复查复核。编号照样能查，收到的日子不变，本人会收到告知。
# Her pages
suggest-title = 提一条建议
suggest-lead = 哪里可以做得更好，写在这里。有权的单位研究，一条一条答复您：采纳不采纳，都说理由。
suggest-home = 提一条建议
suggest-home-small = 哪里可以做得更好
suggest-now = 现在是什么情况
suggest-facts = 现在怎样，为什么要改
suggest-facts-hint = 写清地点和情况，单位才好去看。
suggest-want = 您建议怎么做
suggest-want-hint = 一行一条，每一条单独答复。
suggest-point = 第 { $n } 条
suggest-files = 照片、材料
suggest-reach = 怎么答复您
suggest-seen = 姓名和电话只有研究的单位看得到，谁看过都有记录。
suggest-publish = 能不能公开
suggest-publish-yes = 可以，隐去姓名
suggest-publish-no = 不公开
suggest-publish-hint = 只公开建议和答复，不写您是谁。以后随时可以改。
suggest-submit = 提交建议
suggest-instead = 要求处理您自己的事，
suggest-receipt-title = 建议收到了
suggest-receipt-sentence = { $day } { $time } 收到您的建议“{ $title }”，共 { $count } 条。
suggest-receipt-track = 看办到哪里
suggest-receipt-limits = 单位研究以后一条一条答复。建议没有复查复核；有不同想法，可以再提。
suggest-promise-forward = 告诉您哪个单位研究
suggest-promise-after = 单位收到以后
suggest-promise-reply = { $count } 条逐条答复，写明理由
suggest-track-title = 您的建议
suggest-road-registered = { $unit }正在看您的建议，最迟 { $due } 告诉您哪个单位研究。
suggest-road-forwarded = 已转给{ $unit }，最迟 { $due } 告诉您谁来研究。
suggest-road-objected = 接到的单位认为不归它管，{ $unit }正在核定。您不用再提。
suggest-road-studying = { $unit }正在研究，最迟 { $due } 回复您。
suggest-road-drafted = { $unit }写好了回复，等负责人签发，最迟 { $due } 回复您。
suggest-road-replied = { $unit }已经回复您。
suggest-road-tracked = { $unit }正在落实采纳的建议，下一件最迟 { $due } 办好。
suggest-road-closed = 这条建议办结了，您随时可以看。
suggest-road-archived = 这条建议已经归档，您随时可以看。
suggest-road-withdrawn = 您撤回了这条建议。以后有新的想法可以再提。
suggest-points = 您的 { $count } 条建议
suggest-item-who = { $unit }办，最迟 { $day }
suggest-moved-from = 原来的编号是 { $number }，收到的日子不变。
suggest-onward = 看这条建议
suggest-reward = 奖励
suggest-rate = 您觉得单位答复得怎么样
suggest-rate-comment = 想说的话
suggest-wrote = 您写的
suggest-publish-title = 公开
suggest-publish-is-yes = 您同意隐去姓名后公开。
suggest-publish-is-no = 您没有同意公开。
suggest-publish-back = 改为不公开
suggest-publish-allow = 同意隐去姓名后公开
suggest-add = 补充几句
suggest-add-send = 补充
suggest-withdraw = 撤回这条建议
suggest-withdraw-text = 撤回以后单位不再研究，也没有答复。
suggest-done-nudge = 已经提醒单位，也留了记录。
suggest-done-withdraw = 撤回了。
suggest-done-publish = 记下了：可以隐去姓名后公开。
suggest-done-private = 记下了：不公开。
suggest-done-add = 补充的话单位看得到。
suggest-done-rate = 您的评价记下了。
portal-road-petition-moved = 这是一条建议，编号 { $number }，在那里接着办。您不用再交一遍。
portal-next-petition-moved = 按建议办理
refusal-suggest-facts-empty = 请写现在是什么情况。
refusal-suggest-points-empty = 请至少写一条建议。
# Calls for suggestions
calls-title = 建议征集
calls-lead = 就一个问题向大家征集建议。收到多少、研究多少、采纳多少、落实多少，都从办件里数出来。
calls-portal-lead = 单位正在就这些问题听大家的建议。征集完了，提了什么、办了什么，也写在这里。
calls-home-small = 单位在问大家什么
calls-none = 还没有征集。
calls-none-text = 在下面开一个。
calls-question = 征集什么
calls-question-hint = 一句话，问一件事。
calls-received = 收到
calls-studied = 研究
calls-adopted = 采纳
calls-realised = 落实
calls-category = 类别
calls-no-category = 没有分类
calls-all = 全部
calls-share = 收到 { $received } 条，研究 { $studied } 条，采纳 { $adopted } 条，落实 { $realised } 条
calls-span = { $first } 到 { $last }
calls-closed = 已经结束
calls-has-report = 征集完了，看提了什么、办了什么
calls-open = 开一个征集
calls-open-button = 公布
calls-place = 在哪里
calls-background = 背景
calls-background-hint = 现在怎样，试过什么，哪里定不下来。
calls-asked = 征集谁的建议
calls-asked-hint = 例如：有孩子上学的家长、老师、沿街商户
calls-first = 从哪天
calls-last = 到哪天
calls-kinds = 可以提哪些方面
calls-kinds-hint = 一行一个。
calls-became = 办到哪里
calls-report = 提了什么，办了什么
calls-report-portal = 您提的，我们办的
calls-report-hint = 大家提了哪些，采纳了哪些，办成了什么，没有采纳的为什么。不写是谁提的。
calls-public = 公开的那一页
calls-close = 结束征集
calls-close-text = 结束以后不再收新的，收到的继续办到底。写的话公开在征集的那一页。
calls-close-button = 公布结果，结束征集
calls-done-opened = 征集公布了。
calls-done-closed = 结果公布了。
calls-qr = 扫码提建议
calls-qr-text = 打印出来贴在站点、村口，扫码就到这一页。
suggest-asked = 征集的问题：
refusal-call-order = 结束的日子在开始以前。
refusal-call-over = 结束的日子已经过了。
refusal-call-long = 一次征集最长 { $max } 天。
refusal-call-unknown = 没有这个征集。
refusal-call-closed = 这个征集已经结束了。
refusal-call-ended = 这个征集 { DAY($day) } 结束，不再收了。您可以不选征集，单独提建议。
refusal-answer-without-leave = 本人没有同意公开这条建议。
suggestions-publish-way = 隐去姓名后公开
