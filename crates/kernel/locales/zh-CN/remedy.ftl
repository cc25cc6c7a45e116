# 法定途径的期限：信访不延长它们。
remedy-occasion-admin-act = 收到行政决定（处罚、征收、许可、认定等）
remedy-occasion-duty-requested = 申请机关履行职责，机关没有办
remedy-occasion-labour = 与单位有劳动争议（欠薪、解除合同、工伤待遇等）
remedy-occasion-land-contract = 农村土地、草场承包纠纷
remedy-occasion-land-award = 收到农村土地承包仲裁裁决书
remedy-occasion-personnel = 公务员知道人事处理决定
remedy-occasion-personnel-recheck = 收到人事处理的复核决定
remedy-occasion-civil-harm = 权利被别人侵害（借款、赔偿、合同等民事纠纷）

remedy-day-admin-act = 哪天收到决定书
remedy-day-duty-requested = 哪天向机关提出申请
remedy-day-labour = 哪天知道权利受到侵害
remedy-day-land-contract = 哪天知道权利受到侵害
remedy-day-land-award = 哪天收到裁决书
remedy-day-personnel = 哪天知道处理决定
remedy-day-personnel-recheck = 哪天收到复核决定
remedy-day-civil-harm = 哪天知道权利受损害和对方是谁

remedy-way-reconsideration = 向复议机关申请行政复议
remedy-way-admin-suit = 向人民法院提起行政诉讼
remedy-way-duty-suit = 机关应当履行或者答复；过了这一天还没有办，可以起诉
remedy-way-labour-arbitration = 向劳动人事争议仲裁委员会申请仲裁
remedy-way-land-arbitration = 向农村土地承包仲裁委员会申请仲裁
remedy-way-personnel-recheck = 向原处理机关申请复核
remedy-way-personnel-appeal = 向公务员主管部门或者上一级机关申诉
remedy-way-civil-suit = 向人民法院提起民事诉讼

remedy-hint-reconsideration-first = 不服自然资源权属决定、当场处罚，或者机关不履行职责、不公开信息的，要先复议，再起诉（行政复议法第二十三条）。
remedy-hint-asking-interrupts = 向有关部门请求权利救济，可以使仲裁时效中断（劳动争议调解仲裁法第二十七条）；是否中断由仲裁委员会认定，仍请在这一天之前申请。
remedy-hint-legal-aid = 请求劳动报酬、工伤赔偿、社会保险待遇、社会救助、抚恤、赡养费抚养费，又有经济困难的，可以申请法律援助，拨打 12348（法律援助法第三十一条）。
remedy-hint-mediation-open = 可以先调解，调解不影响您申请仲裁或者起诉（人民调解法第三条）。
remedy-hint-either-way = 两条路可以任选：先申请复核，或者直接申诉。

command-petition-note-remedy = 记下法定途径的期限
command-petition-take-remedy = 登记已去走法定途径
command-petition-drop-remedy = 撤下记错的期限
command-petition-remind-term = 提醒权利快到期
event-petition-remedy-noted = 第 { $claim } 条诉求：{ WORD($occasion) }，{ DAY($known) }起算
event-petition-remedy-taken = 第 { $claim } 条诉求已去走法定途径：{ $place }，{ DAY($on) }提出
event-petition-remedy-dropped = 第 { $claim } 条诉求记错的期限撤下了：{ WORD($occasion) }
event-petition-term-near = 提醒：{ WORD($clock) }，最后一天是{ DAY($due) }
timeline-petition-remedy-noted = 第 { $claim } 条诉求的法定期限记下了，从{ DAY($known) }起算
timeline-petition-remedy-taken = 第 { $claim } 条诉求：您{ DAY($on) }已向{ $place }提出
timeline-petition-remedy-dropped = 第 { $claim } 条诉求记错的法定期限撤下了
timeline-petition-term-near = 您的一项权利快到期：{ WORD($clock) }，最后一天是{ DAY($due) }

refusal-remedy-day-future = 这一天还没有到。请写今天或以前的一天。
refusal-remedy-day-long-ago = 这一天在二十年以前，民事权利最长保护二十年（民法典第一百八十八条）。请核对日期。
refusal-remedy-day-before = 提出的日子早于起算的日子（{ DAY($known) }）。请核对日期，起算日记错了可以撤下重记。
refusal-remedy-noted-already = 这一天已经记下了，期限照它算着。
refusal-remedy-not-noted = 这条诉求没有记着这一项，或者已经登记去办了。
refusal-clock-not-near = 还没有到提醒的时候，或者已经提醒过。
notice-purpose-nearing = 要紧的日子快到了

remedy-from-admin-act = 收到行政决定
remedy-from-duty-requested = 向机关提出申请
remedy-from-labour = 知道或者应当知道权利被侵害
remedy-from-land-contract = 知道或者应当知道权利被侵害
remedy-from-land-award = 收到仲裁裁决书
remedy-from-personnel = 知道人事处理
remedy-from-personnel-recheck = 收到复核决定
remedy-from-civil-harm = 知道或者应当知道权利受损害以及义务人
