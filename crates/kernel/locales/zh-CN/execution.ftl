### 答应的事一件一件办到（执行）、到期回头看、简易办理。

## 名称
execution-outcome-done = 做到了
execution-outcome-partly = 做了一部分
execution-outcome-not-done = 没有做到
execution-outcome-handed-over = 转交法院等强制执行
execution-state-open = 还没有报
execution-state-reported = 报了，等人核实
execution-state-partly = 核实只做了一部分
execution-state-not-done = 核实没有做到
execution-state-disputed = 本人说没有做到
execution-state-done = 核实做到了
execution-state-handed-over = 已转交强制执行
execution-state-replaced = 由新的答复代替
simple-ground-clear = 事实清楚、责任明确、争议不大、容易解决
simple-ground-immediate = 咨询、建议、感谢，可以当场答复
simple-ground-daily = 日常生产生活的事，拖不得
simple-ground-promised = 已经有明确的承诺或者结论
simple-ground-other = 其他可以简易办理的
simple-end-not-supported = 有一条不能全部支持
simple-end-her-wish = 本人要求
simple-end-not-ours = 单位说不归它管
simple-end-several-units = 要几个单位一起办
simple-end-legal-route = 有一条要走法定途径
simple-end-handed-down = 上级交办，要交办结报告
simple-end-more-time = 需要更多时间
simple-end-time-out = 简易的期限到了
simple-end-office = 不适合简易办理
simple-end-reopened = 重新打开
service-told-by-phone = 电话告知，本人不要纸质的
service-told-by-message = 短信告知，本人不要纸质的
reopen-came-back = 解决过，又出现了
command-petition-verify-execution = 核实做到没有
command-petition-dispute-execution = 说没有做到
command-petition-choose-simple = 走简易办理
command-petition-end-simple = 转普通程序
command-petition-open-look-back = 到期回头看

## 时钟
clock-EXECUTION_CUSTOM = 答应的事
clock-EXECUTION_AGAIN_15D = 没做到的重新办
clock-LOOK_BACK_30D = 第一次回头看
clock-LOOK_BACK_90D = 第二次回头看
clock-LOOK_BACK_180D = 第三次回头看
clock-from-execution-disputed = 本人说没有做到
clock-from-procedure-closed = 程序走完
clock-until-execution-checked = 核实做到了
clock-until-looked-back = 回头看
basis-A32 = 《信访工作条例》第三十二条

## 记录
timeline-petition-execution-begun = 有 { $count } 件事要为您做，最早的一件最迟 { DAY($due) }
event-petition-execution-begun = 开始执行：{ $count } 件，最早 { DAY($due) }
timeline-petition-execution-reported = 第 { $claim } 条第 { $item } 件事，{ $unit }说：{ WORD($outcome) }。还要由别人核实；没有做到，您也可以说
event-petition-execution-reported = { $unit }报第 { $claim } 条第 { $item } 件：{ WORD($outcome) }
timeline-petition-execution-verified =
    { $holds ->
        [yes] 第 { $claim } 条第 { $item } 件事，{ $unit }派另一个人看过，情况属实。解决没有，由您来说
       *[other] 第 { $claim } 条第 { $item } 件事，报的和看到的对不上，还要做
    }
event-petition-execution-verified =
    { $holds ->
        [yes] 核实第 { $claim } 条第 { $item } 件：属实
       *[other] 核实第 { $claim } 条第 { $item } 件：不属实，退回
    }
timeline-petition-execution-disputed = 您说第 { $claim } 条第 { $item } 件事没有做到，已经退回去重做
event-petition-execution-disputed = 本人说第 { $claim } 条第 { $item } 件没有做到，重新打开
timeline-petition-simple-chosen = 这件事走简易办理，会快一些：{ WORD($ground) }
event-petition-simple-chosen = 走简易办理：{ WORD($ground) }
timeline-petition-simple-ended = 转为普通程序：{ WORD($why) }。已经过去的日子照算，不重来
event-petition-simple-ended = 转普通程序：{ WORD($why) }
event-petition-look-back-due = { WORD($clock) }到期，等回访

## 不能
refusal-execution-own-report = 不能由报的人自己核实。这一件是您报的。请单位里另一个人，或者信访部门来看。《信访工作条例》第三十二条：支持的诉求，要督促有关单位执行。
refusal-execution-why-not = 还差一句：看到的和报的哪里对不上。
refusal-promises-too-many = 第 { $claim } 条答应的事太多了，最多 10 件。请把能合在一起的合成一件。《信访工作条例》第三十二条：支持的诉求，要督促有关单位执行。
refusal-archive-look-back = 现在不能归档。程序走完以后还要回头看，最后一次在 { DAY($due) }。到期看过再归档。
refusal-simple-already = 不能再走简易办理。这件事走过简易办理，已经转为普通程序。请按普通程序办。
refusal-simple-not-first = 不能走简易办理。简易办理只给第一次提的、没有转过手的事。请按普通程序办。
refusal-simple-joint = 不能走简易办理。来的人或者联名的人超过 { $max } 个。请按普通程序办。
refusal-simple-handed-down = 不能走简易办理。这件事是上级交办的，要交办结报告。请按普通程序办。
refusal-simple-legal-route = 不能走简易办理。有一条要走法定途径。请按普通程序办。
refusal-simple-several-units = 不能走简易办理。这件事要几个单位一起办。请按普通程序办。
refusal-simple-risen = 不能走简易办理。这件事已经提级。请按普通程序办。
refusal-simple-too-late = 现在不能转普通程序。答复已经送到，只有本人能在申请复查的期限内要求转。没有做到的，可以说没有做到；不同意的，可以申请复查。
refusal-simple-why = 还差一句：为什么不适合简易办理。本人会看到。
refusal-told-needs-simple = 不能只用电话或者短信告知。这件事走普通程序，答复要写成文书送到。请选别的送达方式。

## 设置
admin-setting-simple-people-max = 几个人以内可以简易办理
admin-setting-simple-people-max-text = 来的人或者联名的人超过这个数，走普通程序。
admin-setting-simple-handed-down = 上级交办的，可不可以简易办理
admin-setting-simple-handed-down-text = 1 可以，0 不可以。
admin-setting-simple-legal-routes = 有一条走法定途径的，可不可以简易办理
admin-setting-simple-legal-routes-text = 1 可以，0 不可以。
admin-setting-simple-several-units = 几个单位一起办的，可不可以简易办理
admin-setting-simple-several-units-text = 1 可以，0 不可以。
