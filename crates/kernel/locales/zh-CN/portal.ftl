# portal
# ── frame ──
portal-name = 连心
portal-service = 信访代办
portal-title-failed = 出错：
portal-skip = 跳到正文
portal-type-large = 大字
portal-type-normal = 标准
portal-other-language = English
portal-back-home = 返回首页
portal-foot-hours = 接待时间：{ $hours }
portal-foot-phone = 电话
portal-foot-hotline = 热线
portal-foot-how = 怎么办理、多久
portal-foot-data = 您的信息怎么用
portal-foot-access = 无障碍
# ── components ──
portal-urgency-overdue = 超期 { $days } 天
portal-urgency-today = 今天到期
portal-urgency-left = 还剩 { $days } 天
portal-urgency-stopped = 已停止
portal-urgency-paused = { $reason }，暂停计时
portal-ruler-today = 今天
portal-axis-procedure = 程序走到
portal-axis-resolution = 实际解决
portal-agent-call = 打电话
portal-agent-other = 换个代办点
portal-agent-note = 代办员替您写、替您跑，不收钱。您也可以不找代办员，直接反映。
portal-views-none = 还没有人看过。
portal-receipt-done = 已登记
portal-receipt-number = 编号
portal-receipt-code = 查询码
portal-receipt-secret = 请不要告诉别人
portal-receipt-scan = 用手机扫一扫，再输查询码，就能看到办到哪一步。
portal-receipt-scan-safe = 二维码里没有您的姓名和电话。
portal-rate-satisfied = 满意
portal-rate-basically = 基本满意
portal-rate-dissatisfied = 不满意
portal-form-errors = 还差 { $count } 处，您写的都还在
portal-form-add-line = 再加一条
portal-form-remove-line = 删掉这一条
portal-upload-limit = 每个最大 { $max } MB。
portal-upload-large = { $size }，太大，最大 { $max }
portal-upload-add = 选照片、文件
portal-upload-one = 选一个文件
portal-upload-remove = 去掉
portal-upload-count = 选了 { $count } 个文件
portal-draft-kept = 已存在这台设备上
portal-draft-back = 上次写的还在，接着写
portal-draft-full = 这台设备存不下了，请不要关掉这一页
# ── problems ──
portal-problem-ours = 没存上，是我们的问题
portal-problem-ours-text = 您写的还在。请返回上一页，再点一次。
portal-problem-ours-id = 还不行，就打电话告诉我们编号 **{ $id }**。
portal-problem-not-found = 没有这一页
portal-problem-not-found-text = 网址可能少了几个字，也可能这一页搬走了。
portal-problem-not-allowed = 这一步要从表单里做
portal-problem-not-allowed-text = 请返回上一页，从那里的按钮再来。
portal-problem-too-large = 内容太大，收不下
portal-problem-too-large-text = 请少传几个文件，或者把照片改小一点，其余的可以登记以后再补。
portal-problem-not-permitted = 这一件不归您看
portal-problem-not-signed-in = 请先登录
portal-problem-wait = 请过一会儿再试
portal-problem-stale = 这一件有了变化
portal-problem-refused = 这一步现在不能做
portal-offline-title = 没有信号
portal-offline-text = 写到一半的还在这台手机里，不会丢。走到有信号的地方，再点一次。急事打电话，普通通话不用上网。
portal-offline-again = 再试一次
# ── home ──
portal-home-title = 有难处，在这里说
portal-home-heading = 有难处，在这里说
portal-home-lead = 大约 3 分钟。不用注册，不用下载。当天给您编号，每一步谁在办、哪天前办，都能查到。
portal-home-file = 反映一件事
portal-home-track = 查我的事
portal-home-danger = 有人受伤、有危险？先打
portal-home-agent = 不想自己写？找代办员
portal-home-other = 别的路
portal-home-how = 怎么办理、多久
portal-home-how-small = 每一步谁来办，最迟哪天告诉您
portal-home-agents = 找附近的代办员
portal-home-agents-small = 替您写、替您跑，不收钱
portal-home-review = 不同意答复，申请复查
portal-home-review-small = 收到答复后 30 天内
portal-home-obstructed = 有人拦我、不给登记、报复我
portal-home-obstructed-small = 直接送到它的上一级，原来的单位看不到
portal-home-sealed = 举报干部违纪违法
portal-home-sealed-text = 请走密封通道。代办员、办事单位和系统管理员都看不到。
portal-home-sealed-link = 去密封通道
portal-home-figures = { $place }近 90 天，照实说
# ── how it works ──
portal-how-title = 怎么办理、多久
portal-how-date-answer = 受理那天起 60 天内
portal-how-not-title = 这些事要走别的路
portal-how-limits = 别错过其他期限
portal-how-limits-text = 反映问题不会延长起诉、复议、仲裁的期限。
# ── data ──
portal-data-title = 您的信息怎么用
portal-data-lead = 只为办您的事。谁看过，您都能查到。
portal-data-obstructed = 有人拿您的信息去找您麻烦？
# ── accessibility ──
portal-access-title = 无障碍
# ── sealed channel ──
portal-sealed-title = 举报干部违纪违法
portal-sealed-lead = 这类事由纪检监察机关受理，不经过代办员和办事单位。
portal-sealed-notice = 这一页不记录您看过，也不用填写任何内容。请不要把举报内容写进普通表单，也不要交给代办员。
portal-sealed-call = 拨打 { $number }
portal-sealed-discipline = 纪检监察举报电话
portal-sealed-discipline-text = 可以不留姓名。也可以当面说，或者寄信给当地纪委监委。
portal-sealed-hotline = 不知道找谁，打热线问
portal-sealed-hotline-text = 只问该找哪里，不用说具体内容。
portal-sealed-keep-title = 保护好自己
portal-sealed-keep-1 = 证据留好原件，交复印件。
portal-sealed-keep-2 = 用自己的电话，在不被打扰的地方打。
portal-sealed-keep-3 = 受到报复，马上告诉受理的机关，也可以从首页“有人拦我、不给登记、报复我”进来。
portal-sealed-both-title = 还有自己的事要解决？
portal-sealed-both-text = 那一部分照样可以在这里反映，两件事分开办，互相看不到。
# ── obstructed ──
portal-obstructed-title = 有人拦我、不给登记、报复我
portal-obstructed-self-title = 不给登记，就自己登记
portal-obstructed-self-text = 在这里填好马上有编号和查询码，谁也不能让它消失。
portal-obstructed-keep-title = 记下来
portal-obstructed-keep-1 = 哪天、在哪里、谁说了什么。
portal-obstructed-keep-2 = 收到的纸、短信、录音，都留着。

# ── filing ──
portal-file-title = 反映一件事
portal-file-lead = 只有三样必须填：什么事、想怎么解决、怎么找到您。写一半也不会丢。
portal-file-sealed = 要举报干部违纪违法，请不要写在这里。
portal-file-what = 什么事
portal-file-facts = 请说说经过
portal-file-facts-hint = 什么时候、在哪里、和谁有关。写不清楚没关系，代办员会再问您。
portal-file-want = 您想怎么解决
portal-file-want-hint = 一条一条写。每一条都会单独答复您。
portal-file-claim = 第 { $n } 条
portal-file-material = 照片、材料
portal-file-optional = 可以不传
portal-file-files-hint = 照片里的拍摄位置会自动去掉。
portal-file-reach = 怎么找到您
portal-file-seen = 被反映的单位看不到您的姓名和电话。谁看过，您都能查到。
portal-file-name = 姓名
portal-file-later = 可以以后补
portal-file-phone = 手机号
portal-file-phone-hint = 用来告诉您进度。没有手机，写住址也行。
portal-file-address = 住在哪里
portal-file-address-hint = 没有住址，我们没法把书面答复寄给您。
portal-file-help = 要代办员帮您吗？
portal-file-help-yes-hint = 见面时签一份委托书，您随时可以收回。
portal-file-help-no = 不用，我自己办
portal-file-truth = 我说的是实情。
portal-file-truth-hint = 记不准的地方写“大约”就行。
portal-file-rights = 我的信息会给谁看、用来做什么、保存多久：
portal-file-rights-link = 看一看
portal-file-submit = 提交，拿编号
portal-file-twice = 没有信号？写的内容先存在这台设备里，有信号再发。点两次也只会登记一件。
portal-file-call = 不会填？打电话，我们替您记，记完念给您听：
portal-place-county = 哪个旗、县、区的事？
portal-place-choose = 请选
portal-place-next = 看里面的乡镇
portal-place-village = { $county }的哪里？
portal-place-somewhere = 说不准，写在经过里了
portal-place-whole = （不分村）
portal-kept = 已经收好的 { $count } 个，不用再选
# ── receipt ──
portal-receipt-title = 登记凭证
portal-receipt-again = 您点了两次，只登记了一件。
portal-receipt-sentence = { $day } { $time }，您反映的“{ $title }”有编号了，一共 { $count } 条诉求。
portal-receipt-picture = 存成图片
portal-receipt-picture-name = 登记凭证-{ $number }
portal-receipt-picture-alt = 登记凭证：编号、查询码、答应您的日子
portal-receipt-picture-hold = 没有自动存下来，就长按这张图，存到相册。图上有查询码，请不要发给别人。
portal-receipt-plain = 想留下来，可以截屏，或者用浏览器的打印。
portal-receipt-print = 打印
portal-receipt-promises = 我们答应您的日子
portal-receipt-forward = 告诉您这件事**归哪个单位办**、找谁、电话多少。
portal-receipt-clock = { WORD($clock) }
portal-receipt-answer = 给您**书面答复**，您的 { $count } 条诉求一条一条答。受理后，我们会告诉您具体是哪一天。
portal-receipt-late = 到了日子没有消息，您不用再提一遍。系统会自动催办，并告诉您原因。
portal-receipt-next = 现在您可以
portal-receipt-track = 看办到哪一步
portal-receipt-track-small = 以后凭编号和查询码进来
portal-receipt-limits-link = 看看哪些和您有关
portal-latest = 最迟 { $day }
portal-ruler-from = { $day }起算
portal-ruler-to = { $day }最迟
portal-why = 为什么是这一天
portal-why-start = 这一天开始，当天不算
portal-why-first = 第 1 天
portal-why-basis = 依据：{ $basis }
# ── looking up ──
portal-look-up-title = 查我的事
portal-look-up-lead = 编号和查询码都在登记凭证上。
portal-look-up-number-hint = 21 位数字，短横线可以不写。
portal-look-up-code-hint = 8 位数字。
portal-look-up-open = 查
portal-look-up-again = 为了安全，隔了两小时要再输一次查询码。您写的和选的文件都还在，输完接着交。
portal-look-up-lost = 凭证找不到了？
portal-look-up-lost-text = 打电话，或者带身份证到登记的地方，核对以后重新给您查询码：
# ── tracking ──
portal-track-title = 办到哪一步
portal-track-several = { $title }等 { $count } 条诉求
portal-track-claims = 您的 { $count } 条诉求，一条一条看
portal-track-happened = 经过
portal-track-other = 其他
portal-track-wrote = { $count ->
    [0] 我写的内容
   *[other] 我写的内容和 { $count } 个文件
}
portal-track-close = 用完了，关上
portal-track-who = 现在谁在办
portal-track-who-was = 谁办的
portal-track-next = 下一步
portal-track-you = 您可以做什么
portal-track-you-nothing = 您现在不用做什么
portal-track-agent = 您的代办员
portal-track-agent-text = 陪您办到底，不收钱
portal-track-add = 补充材料、照片
portal-track-add-short = 补充
portal-track-nudge = 催一催
portal-track-withdraw = 不想反映了，撤回
portal-you-anytime = 想补充材料、想催一催，随时可以
portal-you-nothing = 有了进展，这一页会告诉您
portal-you-served = 逐条看答复，说解决没有；不同意，可以申请复查
portal-you-reopen = 没解决、有新情况，可以重新打开
portal-you-rate = 说说办得怎么样
portal-elapsed = 从登记到今天，一共 { $days } 天，{ $hops ->
    [0] 没有换过单位。
   *[other] 转过 { $hops } 次手，换单位不重新算。
}
portal-late = { $unit }该在 **{ $due }**前办的还没办到，已经催办。您不用再提一遍。
portal-road-petition-registered = { $unit }正在看这件事归谁办{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**告诉您。
}
portal-road-petition-not-accepted = 这件事不能在这里办。该去哪里，写在下面。
portal-road-petition-no-more-accepted = 同样的事实和理由已经复核过，不能再办。有新情况，可以重新提。
portal-road-petition-reported-up = 已报请{ $unit }决定，您不用再提一遍。
portal-road-petition-forwarded = 已转给{ $unit }{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**书面告诉您怎么办。
}
portal-road-petition-objected = 接到的单位认为不归它管，{ $unit }正在核定。您不用再提。
portal-road-petition-jurisdiction-dispute = 几个单位说法不一，由{ $unit }来定。您不用再提。
portal-road-petition-routed = 每一条都交给了依法该办的机关。对方没有接收，不算完。
portal-road-petition-accepted = { $unit }已受理{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**给您书面答复。
}
portal-road-petition-investigating = { $unit }正在调查{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**给您书面答复。
}
portal-road-petition-opinion-drafted = { $unit }写好了答复，正在审{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**给您。
}
portal-road-petition-opinion-checked = { $unit }的答复等负责人签字{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**给您。
}
portal-road-petition-opinion-issued = { $unit }的答复签好了，正在送给您。
portal-road-petition-served = 答复已经送到您手里{ $due ->
    [none] 。解决没有，由您说了算。
   *[other] 。不同意，**最迟 { $due }**可以申请复查。
}
portal-road-petition-closed-procedural = 程序走完了。解决没有，由您说了算。
portal-road-petition-archived = 这一件已经归档，您随时可以看。
portal-road-petition-withdrawn = 您撤回了这件事。以后还要反映，可以重新登记。
portal-road-order-received = { $unit }正在派单。
portal-road-order-answered = { $unit }当场答复了您。
portal-road-order-redirected = 这件事有别的路，写在下面。
portal-road-order-dispatched = 已派给{ $unit }{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**办完。
}
portal-road-order-objected = 接到的单位认为不归它管，{ $unit }正在核定。您不用再提。
portal-road-order-claimed = { $unit }已认领，正在办{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**办完。
}
portal-road-order-contacted = { $unit }联系过您，正在办{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**办完。
}
portal-road-order-replied = { $unit }答复了您，正在办{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**办完。
}
portal-road-order-done = 单位说办完了。{ $unit }会请没经手的人来问您。
portal-road-order-rework = 退回{ $unit }重办{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**办完。
}
portal-road-order-escalated = 提到{ $unit }来办{ $due ->
    [none] 。
   *[other] ，**最迟 { $due }**办完。
}
portal-road-order-followed-up = 问过您了。程序马上走完，解决没有，由您说了算。
portal-road-order-closed = 程序走完了。解决没有，由您说了算。
portal-road-order-converted-to-petition = 转成了信访事项，之前的天数照算。
portal-next-petition-registered = 告诉您转给哪个单位、找谁、电话多少
portal-next-petition-reported-up = 决定由谁来办，再告诉您
portal-next-petition-forwarded = 单位书面告诉您受理不受理，哪天前答复
portal-next-petition-objected = 定下由谁办，再告诉您
portal-next-petition-jurisdiction-dispute = 共同的上级定下由谁办，再告诉您
portal-next-petition-routed = 对方接收后，告诉您它的编号
portal-next-petition-accepted = 承办的人联系您，听您说
portal-next-petition-investigating = 查清楚，写《处理意见书》
portal-next-petition-opinion-drafted = 审核以后，单位负责人签字
portal-next-petition-opinion-checked = 负责人签字后，把《处理意见书》送到您手里
portal-next-petition-opinion-issued = 把《处理意见书》送到您手里
portal-next-petition-served = 过了申请复查的日子，程序走完；答应您的照样要做到
portal-next-order-received = 派给管这件事的单位
portal-next-order-dispatched = 单位认领，联系您
portal-next-order-objected = 定下由谁办
portal-next-order-claimed = 承办的人联系您
portal-next-order-contacted = 给您实质的答复
portal-next-order-replied = 办完，报告结果
portal-next-order-done = 没经手的人问您：解决没有
portal-next-order-rework = 重新办，再来问您
portal-next-order-escalated = 上一级认领，联系您
portal-next-order-followed-up = 程序走完
portal-claim-where = 办到哪
portal-claim-solved = 解决没
portal-claim-due = 最迟
portal-claim-not-yet = 还没有
portal-claim-confirmed = 您确认已解决
portal-claim-handed = 已交给{ $target }，等它接收
portal-claim-taken = 已交给{ $target }，{ $day }已接收，它的编号是 { $number }
portal-claim-answer = 答复
portal-claim-answer-text = 理由
portal-claim-promise = 答应的
portal-claim-promise-text = { $who }：{ $what }，最迟 { $day }
portal-claim-basis = 依据
portal-claim-say = 解决没有，由您说
portal-claim-solved-already = 已经解决了？告诉我们
portal-claim-again = 又坏了？告诉我们
portal-plain-support = 您这一条有道理，答应办。
portal-plain-partial = 一部分有道理，答应办这一部分。
portal-plain-explain = 说得有情理，但现在没有依据能办，原因写在下面。
portal-plain-not-support = 这一条没有法律依据，不能支持，原因写在下面。
# ── what she can do ──
portal-optional = 可以不写
portal-act-back = 回到这一件
portal-done = 记下了
portal-done-add = 补充的内容已经放进这一件，办事的单位看得到。
portal-done-withdraw = 撤回了。有人要您撤回的，请打电话告诉我们。
portal-done-nudge = 已经提醒{ $unit }，这一次也记在经过里。
portal-done-confirm = 您说的记在这一条里。别人改不了。
portal-done-reopen = 重新打开了，还是原来的编号，天数接着算。
portal-rate-title = 评一评
portal-rate-only-you = 只有您能评。评了以后 7 天内可以改。
portal-rate-until = 最迟 { $day }可以改。
portal-rate-not = 不评，不会算成满意。
portal-rate-comment = 想说的话
portal-rate-send = 提交评价
portal-rate-words = 评价，写几句话
portal-rate-pressed = 有人要您打好评、让您撤回？请打 12345，或者告诉没经手的上一级。
portal-confirm-title = 说解决没有
portal-confirm-lead = 解决没有，只有您说了算。单位说的不作数。
portal-confirm-which = 哪一条？
portal-confirm-yes = 解决了
portal-confirm-no = 没解决
portal-add-lead = 补充的内容会放进这一件，办事的单位看得到。期限不变。
portal-add-note = 补充什么
portal-add-note-hint = 只传照片、材料，不写字也行。
portal-add-send = 交上
portal-add-only-files = 只补充了文件
portal-nudge-lead = 会提醒{ $unit }，请它告诉您办到哪一步。
portal-nudge-kept = 催过几次，都记在经过里。
portal-withdraw-1 = 撤回以后，这一件不再办，正在走的期限都停下，办的单位当时就看到。有代办员的，不用再替您跑。
portal-withdraw-2 = 编号、经过和材料还在，您随时可以看。
portal-withdraw-3 = 以后还要反映，可以重新登记，不受影响。
portal-withdraw-pressed = 撤不撤由您自己定。有人要您撤回，请打 12345，或者告诉没经手的上一级。
portal-withdraw-reason = 为什么撤回
portal-withdraw-send = 撤回这一件
portal-reopen-title = 重新打开
portal-reopen-lead = 还是原来的编号，已经等的天数接着算。
portal-reopen-reason = 为什么重新打开？
portal-reopen-text = 请说说现在的情况
portal-reopen-text-hint = 什么没做到，或者有什么新的事实、理由。
portal-reopen-send = 重新打开这一件
portal-views-title = 谁看过我的材料
portal-views-lead = 工作人员每看一次都会记下。10 分钟里来回翻，算一次。
portal-views-identity = 看了您的姓名和电话
portal-views-material = 看了材料
portal-views-export = 导出了材料
portal-views-reason = 理由：{ $reason }
portal-views-all = 全部 { $count } 次
# ── stations ──
portal-station-scanned = 您扫码的代办点
portal-agents-none = 这里还没有代办点
portal-agents-none-text = 可以直接反映，也可以打 12345，有人替您记。
portal-agents-find = 找附近的代办点
