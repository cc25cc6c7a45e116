# 听证通知、复查复核的督办、不再受理的依据。
command-review-call-hearing = 通知听证
command-review-cancel-hearing = 取消听证
command-review-note-supervision = 记督办（系统）
timeline-review-hearing-called = { DAY($day) } { $hours }开听证会，地点：{ $place }。通知书在“文书”里
event-review-hearing-called = 通知听证：{ DAY($day) } { $hours }，{ $place }
timeline-review-hearing-cancelled = 通知过的听证不开了
event-review-hearing-cancelled = 听证取消
timeline-review-supervised = 已经催办{ $unit }{ $clocked ->
    [yes] ：要求 { DAY($due) }前回话
   *[no] {""}
}。上级部门在看着，您不用做什么
event-review-supervised = 督办{ $unit }：{ WORD($rung) }，因为{ WORD($ground) }{ $clocked ->
    [yes] ，要求 { DAY($due) }前回话
   *[no] {""}
}
event-review-supervision-noted = { WORD($rung) }：{ $unit }，因为{ WORD($ground) }
refusal-hearing-called-late = 不能通知这一天听证。通知要在听证之前送到，最早 { DAY($from) }。请改日子。《信访工作条例》第三十六条：复核机关可以举行听证。
refusal-hearing-not-called = 没有要取消的听证。还没有通知过，或者已经开过了。请先看这一件的记录。《信访工作条例》第三十六条：复核机关可以举行听证。
refusal-finality-own-matter = 不能拿这一件自己当依据。不再受理要有以前那一件的复核意见。请写那一件的编号。《信访工作条例》第三十六条：复核后仍以同一事实和理由提出的，不再受理。
refusal-finality-day = 不能以这份复核意见为依据。它的日期在收到这一件之后。请核对文号和日期。《信访工作条例》第三十六条：复核后仍以同一事实和理由提出的，不再受理。
refusal-finality-not-final = 不能以这一件为依据。编号 { $number } 没有复核意见，程序没有终结。请核对编号，或者写复核意见的文号和日期；没有，就照常办理。《信访工作条例》第三十六条：复核后仍以同一事实和理由提出的，不再受理。
refusal-finality-basis-missing = 还差复核意见的机关、文号和日期。没有复核意见的，程序没有终结，照常办理。《信访工作条例》第三十六条：复核后仍以同一事实和理由提出的，不再受理。
finality-intro = 同样的事实和理由已经复核过的，才能不再受理，要两个人都同意。您是第一个。本平台里复核过的，写那一件的编号；以前或者别处复核的，写机关、文号和日期。没有复核意见，就照常办理。
finality-number = 复核过的那一件的编号
finality-organ = 哪个机关复核的
finality-opinion = 复核意见的文号
finality-on = 复核意见的日期
finality-same = 哪些事实和理由是一样的
finality-same-hint = 一条一条对着写。有一条不一样，就是新情况，照常受理
finality-second = 有人提出不再受理，依据：{ $recheck }。他写的相同之处：{ $same }。请您另行核对：事实和理由真的一样吗？有新情况就不能同意。
finality-second-plain = 有人提出不再受理，依据：{ $recheck }。请您另行核对：事实和理由真的一样吗？有新情况就不能同意。
reviews-hearing-on = 哪天听证
reviews-hearing-on-hint = 通知要在前面送到，最早明天。再通知一次，就是改日
reviews-hearing-cancel-why = 为什么不开了
reviews-hearing-cancel-hint = 会告诉申请人
reviews-hearing-ahead = 要开的听证
reviews-hearings-ahead = 近期的听证
reviews-hearing-calendar = 放进日历
reviews-hearing-said = { $day } { $hours }，{ $place }。{ $persons }
reviews-hearing-entry = 听证 { $number }
review-hearing-hers = { $day } { $hours }听证，地点：{ $place }。通知书在“文书”里。来不了，请在这之前告诉我们
review-paper = 打开意见书
review-rate = 评价复查复核的机关
review-rated = 您的评价：{ $grade }
review-rate-lead = 这里评的是审查您这份申请的机关，不是原来办事的单位。怎么评都不影响结果，也不等于事情解决了。
refusal-review-not-served = 还不能评价。复查、复核意见还没有送到您手里。送到了再评。《信访工作条例》第二十一条：信访人可以查询、评价。
reviews-ask = 代交、代录{ $level }申请
reviews-ask-agent = 您是代办员，只代递本人签过字的申请，照着原文录，不添不减。委托书里要有“代递材料”。
reviews-ask-paper = 本人写的或者口头说的申请，照着原文录。信件以邮戳的日子为准。
reviews-ask-organ = 向哪个机关申请
reviews-ask-organ-hint = 由本人选
reviews-ask-why-hint = 不服这一项就写理由，没有不服就空着
reviews-ask-posted = 邮戳是哪天
reviews-ask-posted-hint = 寄来的才填。在期限里寄出的，就不算晚
reviews-ask-late = 为什么晚了
reviews-ask-late-hint = 有正当理由也可以，由审查的机关判断
reviews-ask-send = 交上去
reviews-ask-way = 代交复查复核申请
desk-done-contest = 申请交上去了，本人会收到消息。
portal-done-rate-review = 评价记下了。过几天改主意，还可以改。
