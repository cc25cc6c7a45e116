# 复查、复核: names, record, refusals.

case-kind-review = 复查复核
table-title-review = 复查、复核的生命周期
who-reviewer = 复查、复核的机关
who-first-unit = 原办理单位

review-level-review = 复查
review-level-recheck = 复核
review-result-uphold = 维持
review-result-revoke = 撤销
review-result-change = 变更
review-result-remand = 责令限期重新办理
finality-agreement-performed = 协议已经履行
finality-review-waived = 期限内没有申请复查复核
finality-rechecked = 已经复核
review-reject-late = 超过期限，没有正当理由
review-reject-scope = 不属于复查复核的范围
review-lodged-herself = 本人在网上申请
review-lodged-by-agent = 代办员代递
review-lodged-on-paper = 本人书面申请

stage-petition-under-review = 复查、复核中
stage-review-requested = 收到申请，等审查
stage-review-accepted = 受理了，等原单位交卷
stage-review-examining = 审查中
stage-review-hearing = 听证中
stage-review-drafted = 意见待审核
stage-review-checked = 意见待签发
stage-review-issued = 意见待送达
stage-review-served = 意见已送达
stage-review-rejected-late = 逾期，不予受理
stage-review-rejected-scope = 不属于范围，不予受理
stage-review-withdrawn = 本人撤回

command-petition-note-review = 记复查复核（系统）
command-petition-record-care = 记帮扶
command-review-accept = 受理
command-review-reject = 不予受理
command-review-send-file = 交卷
command-review-reassign = 换承办人
command-review-open-hearing = 听证开始
command-review-end-hearing = 听证结束
command-review-save-draft = 写意见
command-review-check = 审核通过
command-review-return-draft = 退回修改
command-review-sign = 签发
command-review-serve = 送达
command-review-add-material = 补充材料
command-review-withdraw = 撤回
command-review-rate = 评价
command-review-mark-overdue = 超期（系统）
command-review-recompute-clocks = 重算期限（系统）

clock-REVIEW_FILE_5WD = 原单位交卷
clock-REMAND_REDO_30D = 重新办理
clock-from-review-accepted = 受理复查复核
clock-from-review-sent-back = 复查复核发回
clock-until-file-sent = 交卷

admin-setting-redo-likeness-percent = 重新作出的答复，和原来的像到百分之几就提示
admin-setting-redo-likeness-percent-text = 到这个数，签发的人要写明新在哪里。一字不差的，系统不收。
admin-setting-waived-is-final = 期限内没有申请复查，算不算终结
admin-setting-waived-is-final-text = 1 算，0 不算。只有地方条例写明的才填 1。

# Her page.
timeline-petition-review-noted = { $step ->
    [requested] { WORD($level) }申请已经收到，由{ $unit }办。申请号 { $number }
    [accepted] { $unit }受理了{ WORD($level) }，最迟 { DAY($due) }作出意见
    [taken] { $unit }受理了{ WORD($level) }
    [refused] { $unit }没有受理{ WORD($level) }：{ WORD($ground) }
    [withdrawn] 您撤回了{ WORD($level) }申请
    [sent_back] { WORD($level) }意见已送到您手里：有 { $count } 项要原单位重新办理
   *[served] { WORD($level) }意见已送到您手里
}
event-petition-review-noted = { $step ->
    [requested] 申请{ WORD($level) }：{ $count } 项，{ $unit }，{ $number }
    [accepted] { $unit }受理{ WORD($level) }，最迟 { DAY($due) }
    [taken] { $unit }受理{ WORD($level) }
    [refused] { $unit }不受理{ WORD($level) }：{ WORD($ground) }
    [withdrawn] 本人撤回{ WORD($level) }申请
    [sent_back] { WORD($level) }意见送达：{ $count } 项发回重新办理
   *[served] { WORD($level) }意见送达
}
timeline-petition-finally-answered = 这件事的程序到此终结：{ WORD($how) }。有新事实、新理由，仍然可以再提
event-petition-finally-answered = 程序终结：{ WORD($how) }
event-petition-care-recorded = 终结后的帮扶：{ $unit }，{ DAY($day) }至 { DAY($due) }

timeline-review-requested = { WORD($level) }申请收到了，由{ $organ }办，最迟 { DAY($due) }作出意见
event-review-requested = 收到{ WORD($level) }申请：{ $count } 项{ $late ->
    [yes] ，逾期，写了理由
   *[no] {""}
}。最迟 { DAY($due) }作出意见
timeline-review-accepted = { $organ }受理了{ WORD($level) }，最迟 { DAY($due) }作出意见
event-review-accepted = 受理{ $late ->
    [yes] （逾期理由成立）
   *[no] {""}
}，最迟 { DAY($due) }作出意见
timeline-review-rejected = { $organ }没有受理：{ WORD($ground) }
event-review-rejected = 不予受理：{ WORD($ground) }
timeline-review-file-sent = { $body }把案卷交来了
event-review-file-sent = { $body }交卷
event-review-reassigned = 换了承办人
timeline-review-hearing-opened = { DAY($day) }开始听证，地点：{ $place }
event-review-hearing-opened = { DAY($day) }开始听证，{ $place }
timeline-review-hearing-ended = { DAY($day) }听证结束{ $due ->
    [none] {""}
   *[other] ，最迟 { DAY($due) }作出意见
}
event-review-hearing-ended = { DAY($day) }听证结束{ $due ->
    [none] {""}
   *[other] ，最迟 { DAY($due) }作出意见
}
event-review-draft-saved = 写意见
event-review-draft-checked = 审核通过
event-review-draft-returned = 退回修改
timeline-review-issued = { WORD($level) }意见作出了（{ $number }），正在送达
event-review-issued = 签发{ WORD($level) }意见：{ $number }
timeline-review-served = { WORD($level) }意见已送到您手里（{ WORD($method) }）
event-review-served = 送达{ WORD($level) }意见（{ WORD($method) }）
timeline-review-material-added = 补充了材料
event-review-material-added = 补充材料，附件 { $files } 个
timeline-review-withdrawn = 您撤回了申请
event-review-withdrawn = 本人撤回
timeline-review-rated = 您的评价：{ WORD($grade) }
event-review-rated = 本人评价：{ WORD($grade) }
timeline-review-clock-overdue = { WORD($clock) }超过了 { DAY($due) }，还没有完成
event-review-clock-overdue = { WORD($clock) }超期，应在 { DAY($due) }前
timeline-review-clocks-recomputed = 按 { $calendar } 版日历重新算了日子
event-review-clocks-recomputed = 按 { $calendar } 版日历重算期限

# Refusals.
refusal-review-organ-none = 不能在这里申请。系统里还没有登记这个单位的上一级。请打单位所在地信访部门的电话，问清向谁申请。《信访工作条例》第三十五条：向原办理机关的上一级请求复查。
refusal-review-organ-unknown = 不能向这个机关申请。它不是原办理单位的上一级。请在列出的机关里选一个。《信访工作条例》第三十五条：向原办理机关的上一级请求复查。
refusal-review-organ-answered = 不能由作出过答复的单位复查。请选上一级机关。《信访工作条例》第三十五条：由原办理机关的上一级复查。
refusal-review-claims-none = 还没有选诉求。请选出不同意答复的那几项。《信访工作条例》第三十五条：对处理意见不服的，可以请求复查。
refusal-review-claim-twice = 第 { $claim } 项写了两遍。请只留一遍。
refusal-review-claim-routed = 第 { $claim } 项不能申请复查。它走的是{ WORD($route) }，有自己的救济办法和期限。请看这一项的法定途径。《信访工作条例》第三十四条、第三十五条：复查只针对按信访程序办理的事项。
refusal-review-claim-unanswered = 第 { $claim } 项现在不能申请。还没有答复送到您手里。请等答复送达。《信访工作条例》第三十五条：收到书面答复以后申请。
refusal-review-claim-open = 第 { $claim } 项已经在复查复核。请等意见，或者先撤回那一份申请。
refusal-review-claim-final = 第 { $claim } 项已经复核过。有新事实、新理由，可以重新提出。《信访工作条例》第三十六条：以同一事实和理由再提的，不再受理。
refusal-review-claim-remanded = 第 { $claim } 项正在重新办理。请等新的答复，不同意可以再申请复查。《信访工作条例》第三十五条：收到书面答复以后申请。
refusal-review-claim-level = 第 { $claim } 项现在可以申请的是{ WORD($level) }。请和别的项分开申请。
refusal-review-posted = 寄出的日子不对。只有书面寄来的申请填这一天，不能晚于今天。请改一改。
refusal-review-late-cause-missing = 已经过了申请的日子（{ DAY($due) }）。还可以申请，要写明为什么晚了，由上一级机关的人来定。请写理由。《信访工作条例》第三十五条：收到书面答复之日起三十日内申请。
refusal-review-not-hers = 不能替她申请。复查复核由本人申请；代办员只能照委托书代递，窗口只登记本人交来的书面申请。请她本人办理。
refusal-reviewer-sat-before = 这一件的复查复核，您不能办。您或您的单位参与过原来的答复。请换一位没有参与过的人。《信访工作条例》第二十八条：有直接利害关系的应当回避。
refusal-review-not-the-office = 不能办这一件。它不在您的单位。请由受理复查复核的机关办。
refusal-review-file-foreign = 不能交卷。您的单位没有作过这件事的答复。请由原办理单位交。
refusal-review-late-reason = 还不能受理。这一份是逾期申请，受理要写明为什么认可她的理由。请写上。
refusal-review-not-late = 这一份没有逾期。不用写逾期的理由，也不能以逾期为由不受理。请改一改。《信访工作条例》第三十五条：收到书面答复之日起三十日内申请。
refusal-hearing-day = 听证的日子不对。不能早于 { DAY($from) }，也不能晚于今天。请改日子。《信访工作条例》第三十六条：听证所需时间不计算在复核期限内。
refusal-review-change-empty = 第 { $claim } 项写了变更，没有写改成什么。请写上新的答复。
refusal-review-instead-without-change = 第 { $claim } 项不是变更，不能写新的答复。请改成变更，或者去掉新的答复。
refusal-review-change-same = 第 { $claim } 项的新答复和原来一样。请写明变更的内容，或者改成维持。
refusal-review-claims-undecided = 第 { $claims } 项还没有写结论。请逐项写明维持、撤销、变更还是重新办理。《信访工作条例》第三十五条：提出复查意见并书面答复。
refusal-review-opinion-unserved = 现在不能登记送达。原单位有一份签好的答复还没有送到本人手里。请先请它送达，当天就能办。
refusal-review-open = 现在不能这样办。复查复核（{ $number }）还没有结束。请等意见送达；本人也可以先撤回那份申请。
refusal-review-signed-by-its-writer = 不能审核或签发自己写的复查复核意见。请另一位来办。《信访工作条例》第三十五条：意见由机关作出，至少两个人看过。
refusal-claim-not-sent-back = 第 { $claim } 项没有发回，不能重新答复。它的答复照旧有效。请只写发回的那几项。
refusal-redo-same-answer = 第 { $claim } 项的答复和被发回的那一份一样。请重新查、重新写。复查复核要求重新办理的，不能作出相同的答复。
refusal-redo-nearly-same = 还不能签发。第 { $claims } 项和被发回的答复有百分之 { $percent } 相同。请写明新在哪里，或者退回修改。复查复核要求重新办理的，不能作出基本相同的答复。
refusal-care-before-finality = 还不能记帮扶。这件事的程序没有终结。请按原来的办法办。《信访工作条例》第三十七条：复查复核完毕的，做好疏导、化解、帮扶。
refusal-care-days = 日子不对。结束的日子不能早于开始的日子。请改一改。

# At the desk of the unit.
desk-anew-differs = 新在哪里
desk-anew-differs-hint = 这一份是复查复核发回重新作的。和原来的答复相像时必填，会记入档案。
desk-care-intro = 程序终结以后，写明做了什么、到哪天。只写事，不给人贴标签。
desk-care-what = 做什么
desk-care-what-hint = 比如：每月上门一次，帮助申请临时救助。
desk-care-from = 从哪天
desk-care-until = 到哪天
desk-care-until-hint = 到这一天再看一次还要不要。
portal-road-petition-under-review = 上一级机关正在看您不同意的答复{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**给您意见。
}
portal-next-petition-under-review = 上一级机关作出意见，送到您手里；是维持、变更还是重新办理，逐项写明

# She asks, on her phone.
phone-contest-review = 申请复查
phone-contest-recheck = 申请复核
phone-contest-until = 最迟 **{ $day }**申请。
phone-contest-late = 申请的日子到 { $day }，已经过了。还可以申请，写明为什么晚了，由上一级机关的人来定。
phone-contest-lead = 不同意哪一项，就在哪一项写理由。没有写理由的，答复照旧有效。
phone-contest-organ = 请哪个机关来看
phone-contest-claim = 第 { $no } 项：{ $claim }
phone-contest-why = 为什么不同意
phone-contest-why-hint = 哪一点和事实不符，或者哪条规定用得不对。
phone-contest-empty = 同意这一项就空着
phone-contest-elsewhere = 走诉讼、仲裁、复议等法定途径的诉求不能复查，它们有自己的救济办法和期限，写在那一项里。
phone-contest-cause = 为什么晚了
phone-contest-cause-hint = 比如住院、没有收到信。
phone-contest-send = 交出申请
phone-contest-due = 最迟 { $day }作出意见，送到您手里。
phone-contest-number = 申请号 { $number }
phone-contest-ruling = 第 { $no } 项：{ $result }
phone-uncontest-title = 撤回复查、复核申请
phone-uncontest-lead = 撤回以后，原来的答复照旧。申请的日子还没有过的，还可以再申请。
phone-uncontest-why = 为什么撤回
phone-uncontest-optional = 可以不写
phone-uncontest-send = 撤回申请
portal-done-contest = 申请收到了。申请号和最迟的日子写在下面的经过里。
portal-done-uncontest = 撤回了。原来的答复照旧。
refusal-review-nothing = 现在没有可以申请复查复核的答复。答复送到您手里以后才能申请；已经在办的，请等意见。《信访工作条例》第三十五条：收到书面答复之日起三十日内申请。

# The office above, and the unit that sends its file.
reviews-nav = 复查复核
reviews-lead = 群众不同意答复，请上一级来看。参与过原来答复的人和单位，不能办。
reviews-tab-open = 等我们办
reviews-tab-owed = 等本单位交卷
reviews-tab-over = 办完的
reviews-none-open = 没有等着办的复查复核
reviews-none-owed = 没有要交的案卷
reviews-none-over = 还没有办完的
reviews-none-text = 有人申请，会排在这里，最急的在最前。
reviews-what = 事项
reviews-level = 复查还是复核
reviews-due = 期限
reviews-stage = 到哪一步
reviews-late = 为什么认可她的理由
reviews-late-hint = 写明依据，会记入档案。
reviews-late-cause = 她写的逾期理由
reviews-late-accepted = 认可逾期的理由
reviews-ground = 为什么不受理
reviews-reject-reason = 告诉她的话
reviews-reject-hint = 会写进告知书，送到她手里。
reviews-hearing-from = 听证开始的日子
reviews-hearing-to = 听证结束的日子
reviews-hearing-place = 地点
reviews-hearing-persons = 谁参加
reviews-hearing-hint = 写职务和身份，不写姓名。复核的听证时间不算在期限里，复查的算。
reviews-hearing-minutes = 听证的结果
reviews-hearings = 听证
reviews-material = 补充了什么
reviews-examiner = 承办人
reviews-examiner-hint = 参与过原来答复的人不在这里。
reviews-findings = 查明的事实
reviews-claim = 第 { $no } 项：{ $claim }
reviews-result = 结论
reviews-text = 理由；重新办理的，写明重新查什么
reviews-instead = 变更为
reviews-instead-hint = 只有变更才填。
reviews-instead-result = 变更后的结论
reviews-submit = 写完了，交审核
reviews-contested = 她不同意什么
reviews-why = 她的理由
reviews-answer = 原来的答复
reviews-ruling = 复查复核的结论
reviews-first = 原来的案卷
reviews-record = 经过
reviews-next = 可以做的
reviews-who = 申请人
reviews-lodged = 怎么来的
reviews-received = 收到
reviews-organ = 作出意见的机关
reviews-unit = 原办理单位
reviews-opinion = 原意见文号
reviews-opinion-served = 原意见送达
reviews-file-lead = { $organ }正在{ $level }本单位的答复{ $due ->
    [none] 。
   *[other] ，请在 { $due }前交卷。
}
reviews-file-note = 案卷目录和说明
reviews-file-hint = 列出交了哪些材料；对她的理由有说明的，写在这里。
