# 提级、争议、主动代办的调解和紧急情况。

rise-trigger-find-days = 从看到那天起满了天数

clock-DISPUTE_10D = 共同上级定由谁办
clock-from-dispute-raised = 提请共同上级
clock-until-dispute-decided = 共同上级定下由谁办
refusal-dispute-by-a-party = 有争议的单位、提请的单位不能自己定。请由提请时写的共同上级来定。《信访工作条例》第二十四条：由共同的上一级决定受理机关。
refusal-find-mandate-held = 现在有一份委托书。先撤销，或者换了代办员，再写新的

stage-find-mediation = 调解中
command-find-raise-by-rule = 按规则提级
command-find-mediate = 转人民调解
command-find-end-mediation = 调解结束
command-find-report-urgent = 报告紧急情况

event-find-mediation-began = 双方同意，转人民调解
timeline-find-mediation-began = 双方同意，请人民调解员来调。调解自愿，随时可以停。这是帮办，不影响您直接信访、起诉
event-find-mediation-ended = { $agreed ->
    [yes] 调解达成一致
   *[no] 调解没有达成一致
}
timeline-find-mediation-ended = { $agreed ->
    [yes] 调解达成一致
   *[no] 调解没有达成一致，接着办。您照样可以直接信访、起诉
}
event-find-urgent-reported = 紧急情况：{ WORD($danger) }。已告诉{ $police ->
    [yes] {" "}公安（110）
   *[no] {""}
}{ $ambulance ->
    [yes] {" "}急救（120）
   *[no] {""}
}{ $government ->
    [yes] {" "}党委政府
   *[no] {""}
}{ $bureau ->
    [yes] {" "}信访部门
   *[no] {""}
}
find-danger = 可能发生什么
find-danger-violence = 可能动手伤人
find-danger-self-harm = 可能伤害自己
find-danger-extreme = 可能有别的极端事情
find-told = 已经告诉了谁
find-told-police = 公安（110）
find-told-ambulance = 急救（120）
find-told-government = 当地党委政府
find-told-bureau = 信访部门
find-urgent-intro = 先打电话，再来这里记。只写是哪一类、告诉了谁，不写是哪个人。
find-mediate-intro = 双方都愿意，才能调解。天数照算。
find-mediate-check = 双方都说愿意
find-agreed = 调解结果
find-agreed-yes = 达成一致
find-agreed-no = 没有达成一致
find-agreed-what = 怎么定的，或者卡在哪里
refusal-urgent-untold = 先告诉当地党委政府、公安或者急救，再记。《信访工作条例》第二十五条：重大、紧急的事及时报告
refusal-urgent-police = 可能动手伤人的，先打 110。《人民调解法》第二十五条：可能激化的，向公安机关报告
refusal-rise-downwards = 提级不能提到下面一级。要回到原来的一级，做完四重以后降回去
refusal-verifier-unknown = 核查人里有一位不在用户名册里，或者已经停用。请重新选
refusal-verifier-of-the-unit = 被督办单位的人不能核查自己的单位。请换一位

admin-tab-oversight = 提级督办
admin-oversight-title = 提级和督办的规则
admin-oversight-lead = 现在按 { $version } 版，从 { $day } 起。以前登记的事照登记那天的规则办。
admin-oversight-rises = 什么时候提级
admin-oversight-why = 因为什么
admin-oversight-from = 到多少
admin-oversight-where = 哪类事、哪一级在办
admin-oversight-to = 提给谁
admin-oversight-days = 满 { $count } 天
admin-oversight-times = 满 { $count } 次
admin-oversight-target = { $up ->
    [0] 同级
   *[other] 上 { $up } 级
}：{ $kinds }
admin-oversight-rungs = 什么时候督办
admin-oversight-rung = 哪一步
admin-oversight-when = 什么时候
admin-oversight-begins = { $when }：{ $count }
admin-oversight-reply = 单位多久回话
admin-oversight-no-reply = 不用回话
admin-oversight-who = 谁发
admin-oversight-auto = 到时候自己发
admin-oversight-by-hand = 起草好，由人签发
admin-oversight-change = 改这一部分
admin-oversight-versions = 本地用过的表
admin-oversight-version = 版本
admin-oversight-state = 现在
admin-oversight-coming = 还没到日子
admin-oversight-now = 正在用
admin-oversight-before = 用到新表开始那天
refusal-oversight-backdated = 开始的日子最早是今天（{ DAY($day) }）。以前登记的事照登记那天的规则办
basis-A24 = 《信访工作条例》第 24 条
