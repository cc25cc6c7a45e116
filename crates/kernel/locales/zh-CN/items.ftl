### 要做的事：报、核实、本人说没做到；简易办理的页面；回访时问的；卡片上的话。

## 两边都用
item-promise = 由{ $who }{ $what }，最迟 { $day }
item-name = 要做的事
item-name-no = 要做的事 { $no }
item-late = 过了 { $days } 天没有做到
item-reported = 单位说：{ $evidence }
item-reported-files = 单位说：{ $evidence }（有 { $count } 份材料）
item-contradicted = 退回的原因：{ $reason }

## 她的页面
item-road = 要为您做的
item-road-late = 已经过了 { $days } 天，系统在督办
item-simple-row = 怎么办
item-simple = 简易办理
item-simple-means = 事情清楚、好办的，走快的程序。有一条不能全部支持，就自动转普通程序。您也可以随时要求转。
item-undone-title = 有一件没有做到
item-undone-small = 单位说做到了，实际没有，告诉我们
item-undone-link = 没有做到？告诉我们
item-undone-lead = 做没做到，您最清楚。
item-undone-then = 说了以后，这一件退回去重做，有新的期限；没做完，这件事不能结束。
item-undone-which = 哪一件
item-undone-reason = 哪里没有做到
item-undone-reason-hint = 写您看到的就行。
item-undone-send = 退回去重做
item-ordinary-title = 转普通程序
item-ordinary-small = 不想走简易的，可以要求按普通程序办
item-ordinary-means = 简易办理快一些：10 个工作日内答复，可以电话告诉您结果。普通程序最长 60 天，要有书面的答复。
item-ordinary-before = 转了以后，由同一个单位接着办。
item-ordinary-after = 转了以后，这次的答复不作数，单位要按普通程序重新答复，书面送到您手里。
item-ordinary-counts = 已经过去的日子照算，不重来。您不用说理由。
item-ordinary-reason = 想说明的话
item-ordinary-free = 可以不写
item-ordinary-send = 转普通程序
portal-done-undone = 已经退回去重做。谁来做、最迟哪天，看下面“要为您做的”。
portal-done-ordinary = 这件事从现在起按普通程序办，由{ $unit }接着办。
letter-plain-more = 还有一件：由{ $who }{ $what }，最迟 { $day }。

## 工作台
desk-draft-more = 还有别的事要做
desk-draft-more-no = 第 { $no } 件
desk-execution-which = 哪一件
desk-execution-outcome = 做到没有
desk-execution-evidence-hint = 做到了写凭据；没做到写原因和下一步。
desk-execution-files = 材料
desk-execution-file = 卷里的材料“{ $name }”能证明
desk-item = 第 { $claim } 条第 { $item } 件：由{ $who }{ $what }，最迟 { $day }
desk-item-reported = 第 { $claim } 条第 { $item } 件：由{ $who }{ $what }，最迟 { $day }。报的是：{ $outcome }，{ $evidence }
desk-verify-intro = 报的人不能自己核实。到现场、看票据，或者问本人，再选。
desk-verify-holds = 和报的一样吗
desk-verify-yes = 一样
desk-verify-no = 不一样，退回去
desk-verify-note = 看到的
desk-verify-note-hint = 不一样的一定要写，报的单位会看到。
desk-simple-intro = 简易办理：1 个工作日转出，3 个工作日定受理，10 个工作日答复。普通程序的期限同时在走，转回去也不重来。本人会看到。
desk-simple-ground = 符合哪一条
desk-simple-ground-hint = 上级交办的、几个单位一起办的、联名的、要走法定途径的，不能选。
desk-ordinary-intro = 转普通程序以后，期限从受理那天照算。本人会看到原因。
desk-ordinary-reason = 为什么不适合简易办理
desk-ask-done = 这一件做到没有
desk-ask-done-yes = 做到了
desk-ask-done-no = 没有做到
desk-ask-done-hint = 答应过的没有做到，这件事会重新打开，退回办理的单位。
desk-look-back = { WORD($clock) }，{ $day } 到期
desk-simple-chip = 简易办理
