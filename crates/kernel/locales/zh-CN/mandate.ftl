# 委托书、能不能代办、回避、四种模式（rules.md 3.2–3.4，条例 28.3）

power-deliver = 替我递材料
power-enquire = 替我查询
power-accompany = 陪我去
power-receive-notices = 替我签收告知
mandate-way-paper = 纸上签名或者按指印
mandate-way-electronic = 在设备上签
mandate-way-oral = 口头说的
capacity-full = 本人
capacity-minor = 未成年人，由监护人委托
capacity-incapable = 不能自己拿主意的成年人，由监护人委托
mandate-end-revoked = 本人撤销
mandate-end-expired = 期限到了
mandate-end-stepped-back = 代办员回避
mandate-end-replaced = 换了人，或者重新写了委托书
mandate-end-left = 代办员离任
agency-mode-entrusted = 委托代办
agency-mode-proactive = 主动代办
agency-mode-escalated = 提级代办
agency-mode-designated = 指定代办
agency-verdict-eligible = 可以代办
agency-verdict-assist-only = 只能陪着办
agency-verdict-forbidden = 不能代办
recusal-ground-interest = 本人与这件事有利害关系
recusal-ground-near-relative = 近亲属与这件事有利害关系
recusal-ground-own-unit = 所在单位是被反映的一方
recusal-ground-other = 其他可能影响公正的情形
recusal-of-agent = 代办员
recusal-of-handler = 承办人

agency-rule-wrongdoing = 这是检举控告，不经过代办员
agency-way-wrongdoing = 直接交给纪检监察机关，电话 12388
agency-rule-agent-concerned = 这位代办员与这件事有利害关系，要回避
agency-way-agent-concerned = 换一位代办员，也可以自己直接提出
agency-rule-own-unit = 被反映的是代办员所在的单位
agency-way-own-unit = 换别的单位的代办员，也可以自己直接提出
agency-rule-final = 同样的事实和理由已经复核过
agency-way-final = 有新情况，可以重新提出
agency-rule-not-wanted = 本人已经撤销过对这位代办员的委托
agency-way-not-wanted = 换一位代办员；本人愿意，可以重新委托
agency-rule-legal-channel = 各条都走诉讼、仲裁、复议或者别的法定程序
agency-way-legal-channel = 代办员可以帮着填材料、陪着去、联系法律援助，主意由本人拿
agency-rule-review = 已经有答复，接下来是复查、复核
agency-way-review = 代办员可以代写、代递，申请要本人签字
agency-rule-guardian = 还没有监护人的委托
agency-way-guardian = 监护人签了委托书，就可以代办

refusal-agency-wrongdoing = 不能由代办员办。这是检举控告。直接交给纪检监察机关，电话 12388
refusal-agency-agent-concerned = 不能由这位代办员办。他与这件事有利害关系。换一位就可以
refusal-agency-own-unit = 不能由这位代办员办。被反映的是他所在的单位。换别的单位的代办员就可以
refusal-agency-final = 不能代办。同样的事实和理由已经复核过。有新情况，可以重新提出
refusal-agency-not-wanted = 不能指定这位代办员。本人撤销过对他的委托。换一位，或者由本人重新委托
refusal-mandate-powers-empty = 还差一样：让代办员做什么，至少选一项
refusal-mandate-powers-assist = 这件事代办员只能递材料、陪着去。请从这两项里选
refusal-mandate-guardian-missing = 还差监护人的姓名。未成年人和不能自己拿主意的人，由监护人委托
refusal-mandate-guardian-superfluous = 本人能自己委托，不用监护人。把监护人一栏留空
refusal-mandate-not-read-back = 口头委托要念给本人听，本人说对了，再勾上
refusal-mandate-unproven = 口头委托还差凭据：一段录音，或者两位见证人
refusal-mandate-witness-agent = 代办员自己不能当见证人
refusal-mandate-recording-unknown = 这件事里没有这段录音。请先传录音，再选它
refusal-mandate-consent-passing-on = 还差一项同意：把联系方式交给这位代办员。他不是机关工作人员，要本人单独同意
refusal-mandate-consent-sensitive = 还差一项同意：涉及未成年人或者健康的信息，要监护人单独同意
refusal-mandate-term-past = 期限要到今天以后
refusal-mandate-term-long = 期限太长了。最晚到 { $last }
refusal-mandate-missing = 还没有有效的委托书，不能替本人做这件事（{ WORD($power) }）。先请本人签委托书
refusal-mandate-power-missing = 委托书里没有勾“{ WORD($power) }”。要做，请本人重新写一份
refusal-mandate-nothing-to-revoke = 现在没有代办员，不用撤销
refusal-mandate-agent-unknown = 这个人现在不是代办员
refusal-designate-same = 现在就是这位代办员
refusal-recusal-nobody = 现在没有这个人，不用申请
refusal-recusal-nobody-asked = 没有人申请或者说明要回避
refusal-recusal-own = 自己的回避，由别人决定
refusal-person-recused = 这个人与这件事有利害关系，要回避，不能办这一件
refusal-other-agent-once = 换代办员可以申请一次，已经申请过了。也可以撤销委托，自己直接办

command-petition-give-mandate = 写委托书
command-petition-revoke-mandate = 撤销委托
command-petition-designate = 指定代办员
command-petition-ask-recusal = 申请换人
command-petition-declare-interest = 说明自己要回避
command-petition-decide-recusal = 决定要不要回避
timeline-petition-mandate-given = 委托书已经写好，到 { $due }。随时可以撤销
event-petition-mandate-given = 委托书写好，到 { $due }
timeline-petition-mandate-ended = 代办结束：{ WORD($end) }。以前做的都算数，代办员从这时起看不到这件事
event-petition-mandate-ended = 代办结束：{ WORD($end) }
timeline-petition-agent-designated = 指定了新的代办员（{ $unit }）。可以申请换人一次
event-petition-agent-designated = 指定代办员（{ $unit }），最迟 { $due } 补委托书
timeline-petition-recusal-asked = 您申请换{ WORD($of) }，等上级决定
event-petition-recusal-asked = 本人申请换{ WORD($of) }
event-petition-interest-declared = 说明自己要回避：{ WORD($ground) }
timeline-petition-recusal-decided = { $back ->
    [yes] 决定回避：{ WORD($ground) }
   *[no] 决定不用回避
}
event-petition-recusal-decided = { $back ->
    [yes] 决定回避：{ WORD($ground) }
   *[no] 决定不用回避
}

clock-MANDATE_3WD = 补委托书
clock-MANDATE_TERM_CUSTOM = 委托到期
clock-from-mandate-given = 写委托书
admin-setting-mandate-days = 委托书管多少天
admin-setting-mandate-days-text = 没写期限的，按这个天数。
admin-setting-mandate-days-max = 委托书最长管多少天
admin-setting-mandate-days-max-text = 期限不能比这个更长。
admin-setting-declined-days = 不同意代办的，多少天后全部删掉
admin-setting-declined-days-text = 只留类型、地方、日期，到这一天也删掉。
admin-setting-declined-visits-max = 不同意以后，还能再上门几次
admin-setting-declined-visits-max-text = 超过这个次数，系统不再记上门。
clock-until-mandate-given = 写好委托书
clock-until-mandate-ended = 委托结束
basis-AGENCY_3_3 = 代办默认配置：委托书
