# 不予受理时应当去哪里；远得不像是真的日子
refusal-elsewhere-missing = 还差该去的机关。写它的全称、电话和最迟哪天。《信访工作条例》第二十二条：不归本机关的，告知向有权处理的机关提出。
refusal-elsewhere-way-missing = 还差该走的途径。写明是诉讼、仲裁、行政复议还是别的。《信访工作条例》第三十一条：告知法定途径。
refusal-day-far = 这个日子太远了，最晚写到 { DATE($last) }。
refusal-feedback-past = 反馈的日子不能早于今天。
elsewhere-intro = 归别处办的、只能走法定途径的，三样都要写，都印在告知书上。下级正在办的，写是哪个单位、期限到哪天。
elsewhere-way = 该走的途径
elsewhere-way-hint = 例如：申请劳动仲裁、申请行政复议、向法院起诉。
elsewhere-organ = 该去的机关
elsewhere-organ-hint = 写全称。
elsewhere-phone = 它的电话
elsewhere-until = 期限
elsewhere-until-hint = 最迟哪天，或者从哪天起多久。例如：2027年3月10日以前。
elsewhere-optional = 别的原因可以不写
elsewhere-hers = 该去哪里
elsewhere-hers-pending = 谁正在办
elsewhere-told = { $way ->
    [none] 向{ $organ }提出
   *[other] { $way }
}。期限：{ $until }
elsewhere-told-pending = 期限：{ $until }。等它答复，或者打电话问。
refusal-claims-filed-too-many = 一件事最多写 { $max } 条诉求。别的事另写一件，各有各的编号。
refusal-reveal-reason-short = 理由至少写 { $min } 个字，本人看得到。
refusal-recused-yourself = 您已经说明要回避，这一件由别人办。《信访工作条例》第二十八条：与信访事项有直接利害关系的，应当回避。
desk-other-title = 这一页不归您用
desk-other-text = 没有这一页，或者它给别的岗位用：登记由信访局和代办站点的人做，设置由管理员做。左边列的是您能用的。
audit-ref = { $kind }：{ $rest }
audit-person = { $name }（{ $login }）
audit-ref-calendar = 放假安排
audit-ref-clocks = 期限
audit-ref-settings = 设置
audit-ref-catalogue = 职责目录
audit-ref-categories = 问题分类
audit-ref-letters = 文书的措辞
audit-ref-practice = 本地做法
audit-ref-oversight = 提级和督办的规则
audit-ref-notices = 通知的措辞
audit-ref-cycles = 各级的节奏
audit-ref-leaders = 包案的职责
audit-ref-sealed = 密封件的规则
audit-ref-reception = 接访
audit-ref-campaign = 专项
audit-ref-errand = 代跑的事
audit-ref-cycle = 一段数字
audit-ref-other = 规则
admin-event-other = 一处修改
admin-event-campaign-opened = 开了一个专项
admin-event-campaign-ended = 结束一个专项
admin-event-answer-published = 公开一份答复
admin-event-answer-changed = 修改公开的答复
admin-event-answer-withdrawn = 撤下公开的答复
admin-event-network-change-planned = 安排网点的变动
admin-event-network-change-dropped = 取消网点的变动
urgency-long-past = 超期很久，请核对收到时间
claim-solved = 解决了
views-unit-part = { $unit } { $part }
views-part-handler = 承办人
views-part-checker = 审核人
views-part-agent = 代办员
views-part-leader = 包案领导
views-part-registrar = 登记人
agent-may-deliver = 替您递材料
agent-may-enquire = 替您查询
agent-may-accompany = 陪您去
agent-may-receive-notices = 替您签收告知
desk-power-deliver = 代递
desk-power-enquire = 代查
desk-power-accompany = 陪访
desk-power-receive-notices = 代签收
refusal-reopen-after-service = 现在不用重新打开。答复刚送到{ $due ->
    [none] 。
   *[other] ，{ DAY($due) }以前不同意可以申请复查。
}说没有解决，单位要接着办。《信访工作条例》第三十五条：对处理意见不服的，自收到书面答复之日起三十日内请求复查。
voice-page-chinese = 这一页用汉文
voice-page-chinese-text = 蒙古文还没有译完，译好的写在旁边，其余的用汉文写在下面。
decide-alike-nothing = 还没有勾。先看一眼，是同一原因的再勾上。
portal-why-last = 24 时以前都算，过了这天算超期
triage-forward-by = 转送最迟 { $day }
