# Suggestions 建议 (R-062)
case-kind-suggestion = 建议
table-title-suggestion = 建议的生命周期
clock-SUGGESTION_ITEM_CUSTOM = 落实采纳的建议
clock-from-suggestion-replied = 回复采纳
clock-until-suggestion-realised = 落实
adoption-adopted = 采纳
adoption-partly = 部分采纳
adoption-not-adopted = 没有采纳
adoption-for-reference = 留作参考
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
