# 提级: rules, record, what she is told.

rise-trigger-overdue = 超期没有办完
rise-trigger-dissatisfied = 本人评价不满意
rise-trigger-unsettled = 本人说没有解决
rise-trigger-hops = 转手次数到了
rise-trigger-rework = 重办次数到了
rise-trigger-find-past-days = 过了这一级的天数
rise-trigger-person = 有人提出来

redoing-forces = 力量重组
redoing-demands = 诉求重研
redoing-problems = 问题重查
redoing-conclusions = 结论重审
redoing-forces-hint = 换了谁、加了谁、谁来牵头
redoing-demands-hint = 她到底要什么，一条一条重新问过
redoing-problems-hint = 事实重新查，和原来记的有什么不一样
redoing-conclusions-hint = 原来的结论站不站得住，依据是什么

command-petition-raise = 提级
command-petition-redo = 记一项四重
command-petition-bring-down = 降回原来的一级
command-petition-note-supervision = 记督办
command-order-redo = 记一项四重
command-order-bring-down = 降回原来的一级
command-order-note-supervision = 记督办

who-supervisor = 督办的部门
who-above = 提级后牵头的一级

timeline-petition-raised = 这件事提到{ $unit }牵头：{ WORD($why) }。日子接着算，您找的人不变
event-petition-raised = 提级：由{ $unit }牵头（原来是{ $before }）。原因：{ WORD($why) }{ $rule ->
    [none] {""}
   *[other] 。按 { $version } 版规则：到 { $threshold } 就提，当时是 { $measured }
}
event-petition-redone = 四重：{ WORD($what) }，记下了
timeline-petition-brought-down = 上一级办完了它要办的，又由{ $unit }接着办，日子接着算
event-petition-brought-down = 降级：回到{ $unit }
timeline-order-raised = 这件事提到{ $unit }来办：{ WORD($why) }。日子接着算
event-order-raised = 提级：由{ $unit }来办（原来是{ $before }）。原因：{ WORD($why) }{ $rule ->
    [none] {""}
   *[other] 。按 { $version } 版规则：到 { $threshold } 就提，当时是 { $measured }
}
event-order-redone = 四重：{ WORD($what) }，记下了
timeline-order-brought-down = 上一级办完了它要办的，又由{ $unit }接着办，日子接着算
event-order-brought-down = 降级：回到{ $unit }

refusal-rise-same-lead = 不能提给已经牵头的单位。请选上一级的另一个单位。
refusal-rise-to-respondent = 不能提给被反映的单位牵头。《信访工作条例》第二十八条：有直接利害关系的应当回避。
refusal-rise-needs-reason = 还差一句话：为什么要提级。
refusal-rise-no-trigger = 不能按这条规则提级：{ WORD($trigger) }的情况现在没有。
refusal-rise-twice = 不能再提一次：因为{ WORD($trigger) }已经从这一级提过了。
refusal-rise-not-up = 这一件现在没有提级。
refusal-rise-not-lead = 不能由您来记。提级以后由牵头的那一级记四重、降级。
refusal-redoing-recorded = { WORD($what) }已经记过了，不能再记一次。
refusal-rise-redoings-missing = 还不能降级，也不能结束。四重还差 { $count } 项，先是{ WORD($first) }。

refusal-oversight-json = 规则表读不懂，第 { $line } 行：{ $detail }
refusal-oversight-rule-twice = 规则 { $rule } 写了两次。
refusal-oversight-accountability-auto = 规则 { $rule } 不能自动发问责建议函：它必须由人签发。
refusal-oversight-verifiers = 核查不能少于两个人。
refusal-oversight-target = 规则 { $rule } 没有写清提到哪里。

rung-when-due-within = 快到期
rung-when-overdue = 超期
rung-when-letter-overdue = 函到期没有回话
rung-when-reminded = 提醒了多次
rung-when-fraud = 查出弄虚作假

timeline-order-redone = 四重记下了一项
timeline-order-supervision-noted = 督办记了一笔
