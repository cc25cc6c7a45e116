### 诉求的改写、拆分、合并、补写；协办

who-assistant = 协办单位
command-petition-rephrase-claim = 改写一条诉求
command-petition-split-claim = 拆成几条
command-petition-join-claims = 两条并成一条
command-petition-separate-claim = 把并过的分开
command-petition-add-claim = 从事实里补一条
command-petition-ask-assistance = 请单位协办
command-petition-give-assistance = 交协办结果
command-petition-end-assistance = 结束协办

event-petition-claim-read = { $taken ->
    [yes] 第 { $claim } 条的改写已收回，照本人原话办
   *[no] 第 { $claim } 条写明了要办什么，原话保留
}
timeline-petition-claim-read = { $taken ->
    [yes] 第 { $claim } 条照您的原话办
   *[no] 第 { $claim } 条，我们这样理解，您的原话照样留着。不对就告诉我们
}
event-petition-claim-split = 第 { $claim } 条拆成 { $count } 条，原话每条都带着
timeline-petition-claim-split = 第 { $claim } 条里有 { $count } 件事，分开逐条答复您，原话照样留着
event-petition-claim-joined = 第 { $claim } 条并入第 { $into } 条，编号和原话保留
timeline-petition-claim-joined = 第 { $claim } 条和第 { $into } 条是同一件事，一起答复您
event-petition-claim-separated = 第 { $claim } 条重新单列
timeline-petition-claim-separated = 第 { $claim } 条单独答复您
event-petition-claim-added = 从事实里补出第 { $claim } 条
timeline-petition-claim-added = 您写的情况里还有一条，已列为第 { $claim } 条，一样答复您
event-petition-assistance-asked = 请{ $unit }协办第 { $claims } 条，{ DAY($due) }前交
timeline-petition-assistance-asked = 第 { $claims } 条请{ $unit }协办，{ DAY($due) }前交给主办单位
event-petition-assistance-given = { $unit }交了协办结果
event-petition-assistance-ended = { $unit }的协办结束
timeline-petition-assistance-ended = { $unit }的协办结束，主办单位接着办

refusal-claim-is-joined = 第 { $claim } 条已经并入另一条。要单独办，先把它分开。
refusal-claim-joined-to-itself = 一条诉求不能并入它自己。请选另一条。
refusal-claim-not-joined = 第 { $claim } 条没有并入别的诉求，本来就单独办。
refusal-claim-reads-so = 第 { $claim } 条现在就是这样写的，没有变化。
refusal-claim-parts-few = 第 { $claim } 条要拆，至少写出两件事，每行一件。
refusal-claim-parts-same = 有两件写得一样。每件只写一次。
refusal-claims-too-many = 一件最多列 { $max } 条诉求。请并掉几条，再补。
refusal-claim-settled = 不能改第 { $claim } 条。它已经答复过，或者交给了别的机关，或者本人已经说过解决没有。有新的要求，请从事实里补一条。《信访工作条例》第二十二条：收到的信访事项要登记，逐条办理。
refusal-claim-words-not-hers = 不能补这一条。写的话不在本人讲的事实里。请从事实里原样抄一句。《信访工作条例》第二十二条：收到的信访事项要登记，逐条办理。
refusal-claim-stands-already = 这一句已经列为一条诉求了。
refusal-assistance-by-the-lead = 这个单位正在主办，不用再请它协办。请选别的单位。
refusal-assistance-asked-already = 已经请过这个单位，它还在办。
refusal-assistance-without-part = 还差协办哪几条。请至少选一条，协办单位只看得到选中的。
refusal-assistance-due-past = 交结果的日子已经过了。请写今天或以后的一天。
refusal-assistance-not-asked = 没有请这个单位协办，或者协办已经结束。
refusal-assistance-not-yours = 这一件没有请您的单位协办，或者协办已经结束。

### 诉求旁边的话（表单与卡片）

claim-reading = { $who ->
    [her] 我们这样理解：{ $text }
   *[desk] 要办的事：{ $text }
}
claim-part = 从第 { $of } 条拆出，原话相同
claim-found = { $who ->
    [her] 您在讲事情经过时说到的
   *[desk] 从事实里补出，原话如此
}
claim-with = 一起答复第 { $no } 条：{ $text }
claim-words-read = { $words }（要办的事：{ $text }）
claim-read-done = 诉求已理好。接着定类别、走哪条路、派给谁。
claim-rephrase-intro = 原话一直留着，本人两样都看得到。有出入，以原话为准。
claim-rephrase-reading = 要办的是什么
claim-rephrase-reading-hint = 一句话：谁、做什么、到什么程度。空着就是收回改写。
claim-split-intro = 一条里说了几件事，就分开逐条答复。原话每条都带着，原来的编号留给第一件。
claim-split-parts = 分成哪几件
claim-split-parts-hint = 每行一件，至少两行
claim-join-intro = 两条要的是同一件事，就一起答复。编号和原话都留着，随时能分开。
claim-join-into = 并入哪一条
claim-separate-intro = 分开以后，这一条重新单独办、单独答复。
claim-add-intro = 事情经过里提出来、却没列成诉求的，补在这里。只能抄本人的原话。
claim-add-words = 本人的原话
claim-add-words-hint = 从事情经过里原样抄一句；一字不改
claim-add-reading-hint = 可以不写。写了，和原话并排给本人看。
refusal-claim-parts-missing = 还差：分成哪几件，每行一件。

### 协办

assist-title = 协办
assist-lead = 别的单位在主办，请您的单位办其中一部分。这里只有要办的事和有关的诉求，没有本人的姓名和电话。
assist-none = 没有请您的单位协办的事
assist-none-text = 主办单位或者信访部门请您的单位协办时，会排在这里，快到期的在最前面。
assist-col-lead = 主办单位
assist-col-due = 哪天前交
assist-group-open = 等您的单位交
assist-group-given = 已经交了
assist-do = 交协办结果
assist-open = 看
assist-given = 协办结果已交给主办单位。
assist-given-at = { $at }交
assist-asked = { $unit } { $at }请您的单位协办，{ DAY($due) }前交
assist-part-of = { $unit }主办，您的单位协办
assist-task = 请协办单位做什么
assist-task-hint = 写清查什么、做什么。协办单位看不到事情经过，也看不到本人的姓名。
assist-claims = 协办哪几条
assist-part = 协办这一条
assist-claims-yours = 您的单位协办的诉求
assist-claims-yours-small = 别的诉求由主办单位办
assist-handed-in = 交过的
assist-again = 补充或者改正
assist-text = 查到了什么、办了什么
assist-text-hint = 主办单位和信访部门看得到；答复由主办单位写
assist-send = 交给主办单位
assist-over = 这一件的主办单位已经办完，不用再交。
assist-no-name = 要和本人说话，请主办单位安排。
assist-ask-intro = 协办单位只看得到勾选的诉求和要它做的事。主办单位不变，期限不变；本人看得到谁在协办。
assist-unit = 请哪个单位协办
assist-due = 哪天前交
assist-due-hint = 给主办单位留出写答复的时间
assist-end-intro = 结束以后，这个单位再也看不到这一件。交过的留在记录里。
assist-units = 协办单位
assist-part-due = 协办第 { $claims } 条，{ $day }前交
assist-part-given = 协办第 { $claims } 条，已交

### 没写下来的录音

recordings-title = 待写录音
recordings-lead = 本人用说的交上来、还没有人写成字的。写下来、念给本人听过，办的人才看得到说了什么。
recordings-none = 录音都写下来了
recordings-none-text = 有人用说的交上来，会排在这里，等得最久的在最前面。
recordings-group = 等人写下来
recordings-col-since = 什么时候交的
recordings-col-stage = 走到哪
recordings-waits = 等了 { $days } 天
recordings-do = 听，写下来

### 快捷键里后来的几个

desk-key-assist = 去协办
desk-key-recordings = 去待写录音
desk-key-obstructions = 去被拦被报复
desk-key-answers = 去公开答复
desk-key-admin = 去管理
desk-key-back = 从这一页回到列表

refusal-answer-unknown = 没有这一条公开答复，也许已经收回。到公开答复里再找一找。
