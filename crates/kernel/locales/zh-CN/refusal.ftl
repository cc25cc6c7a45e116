# 拒绝的四段话：不能什么。这一件的事实。那怎么办。《法规》第几条：一句人话。
refusal-stale = 您打开之后，这一件有了变化。您写的还在，请看一眼新情况再交。
refusal-not-permitted = 这一件不归您看。
refusal-not-signed-in = 请先登录。您写的还在。
refusal-text-empty = 这一处还空着。
refusal-text-too-long = 这一处写了 { $length } 字，最多 { $max } 字。长的内容可以放进附件。
refusal-list-empty = 至少要有一条。
refusal-phone = 电话号码看着不对。手机是 11 位，固定电话请带区号。
refusal-name = 姓名里要有文字。
refusal-case-number = 编号看着不对，再对一遍。
refusal-query-code = 查询码是 8 位数字。
refusal-division-code = 区划代码是 2、4、6、9 或 12 位数字，“{ $value }”不是。
# access, organisation, people
refusal-extension-by-handler = 不能由承办人自己批延期。这一件由您承办。请本单位另一位负责人批。《信访工作条例》第三十四条：延期由本机关负责人批准。
refusal-opinion-signed-by-its-writer = 不能审核或签发自己承办的意见书。这一份由您承办或起草。请另一位来签。《信访工作条例》第三十二条：意见书由单位作出，至少两个人看过。
refusal-objection-decided-by-objector = 不能裁定本单位提出的异议。这一件现在由您的单位承办。请转送的一方来定。《信访工作条例》第二十三条：异议由转送方核实。
refusal-follow-up-by-involved = 不能回访自己办过的事。这一件您或您的单位经手过。请没有经手的人回访。
refusal-supervision-of-oneself = 不能督办自己承办的事。请上一级或督查人员来督办。《信访工作条例》第四十条：督办由信访部门进行。
refusal-role-not-grantable = 角色 { $role } 不能授予工作人员。群众凭编号和查询码进来。
refusal-role-exclusion-administration-and-content = { $one } 和 { $other } 不能由同一个人担任。管系统的人看不到群众的事。请交给另一个人。
refusal-role-exclusion-administration-and-audit = { $one } 和 { $other } 不能由同一个人担任。管系统的人不审计自己。请交给另一个人。
refusal-role-exclusion-sealed-and-ordinary = { $one } 和 { $other } 不能由同一个人担任。接触密封材料的人不兼办其他信访。请交给另一个人。
refusal-role-exclusion-review-and-recheck = { $one } 和 { $other } 不能由同一个人担任。复查过的人不能再复核。请交给另一个人。
refusal-org-village-opinion = 嘎查村、社区不能出具处理意见书。它可以代办、帮办。请填苏木乡镇、街道或部门。《信访工作条例》第三十一条：由有权处理的机关、单位出具。
refusal-org-village-kind = 嘎查村、社区一级只设代办点，不设 { $kind }。
refusal-org-vertical-superior = 垂直管理的单位还差一个上一级主管部门。复查由它来做。《信访工作条例》第三十五条：复查找原办理机关的上一级。
refusal-org-ends-before-begin = 撤销的日子要在设立的日子之后。
refusal-org-own-parent = 一个单位不能是自己的上级。
refusal-login-name = 登录名用 3 到 40 个字母、汉字或数字，可以带 . - _。
# attachments
refusal-attachment-empty = “{ $file }”是空的，一个字节也没有。请再选一次这个文件。
refusal-attachment-too-large = “{ $file }”放不进来。它有 { $size } MB，一个文件最多 { $max } MB。可以压小或分成几份，也可以先交文字，材料以后补。
refusal-attachment-type = “{ $file }”放不进来。打开看了，它其实是 { $found } 文件。能收的有：{ $allowed }。可以拍照或另存成其中一种。
refusal-attachment-damaged = “{ $file }”打不开，可能没有传完整。请再传一次，或者换一份能打开的。
refusal-attachment-macros = “{ $file }”里带有会自己运行的程序（宏），放不进来。请另存为不带宏的文件，或者存成 PDF。
refusal-attachment-bomb = “{ $file }”放不进来。它展开以后比看上去大得多。请存成 PDF，或者拆成几份。
refusal-attachments-too-many = 一件事最多放 { $max } 个文件，这里已经满了。几张照片可以放进一个 PDF。
refusal-attachments-too-large = 放不下了。一件事的材料合起来最多 { $max } MB。可以压小一些，或者以后到窗口补交。
# forms
refusal-form-expired = 这一页打开得太久了，没有交出去。您写的还在，请再点一次。
refusal-form-broken = 没有收全，可能是信号断了。您写的还在，请再点一次。
refusal-form-text-too-large = 写的内容太长，收不下。请把长的内容放进附件。
refusal-form-too-large = 文件加起来太大，最多 { $limit } MB。您写的字还在。请少传几个，其余的登记以后再补。
refusal-file-too-large = “{ $name }”太大，每个文件最多 { $limit } MB。您写的字还在。请换小一点的，或者登记以后再补。
refusal-files-too-large = 加上“{ $name }”就超过 { $limit } MB 了。您写的字还在。请先传一部分，其余的登记以后再补。
refusal-files-too-many = “{ $name }”没有收，一次最多 { $limit } 个文件。其余的登记以后再补。
refusal-deadline-start = 起算日看不懂：“{ $value }”。请写如 2025-12-19，按小时算的写 2025-12-19T16:30。当天不算，从第二天数起。
refusal-deadline-start-hour = 还差起算的钟点：“{ $value }”。按小时算的期限从那一刻数起，请写如 2025-12-19T16:30。
refusal-deadline-unit = 单位看不懂：“{ $value }”。请写 calendar_day（天）、workday（工作日）、hour（小时）或 month（月）。
refusal-deadline-unit-fixed = 不能改单位。“{ $clock }”规定按 { $unit } 算。请不填单位。
refusal-deadline-pause = 暂停看不懂：“{ $value }”。请写如 2026-05-11..2026-05-20，前面可以加原因，如 HEARING:。
refusal-deadline-entry = 这一条读不懂：{ $detail }
refusal-clock-unknown = 没有叫“{ $clock }”的期限。请对照期限表再选。
refusal-clock-length-missing = 还差期限的长短。“{ $clock }”由交办的一方指定，请填上。
refusal-clock-length-fixed = 不能改这个期限的长短。“{ $clock }”规定是 { $length }。请不填长短。
refusal-clock-length-range = 期限的长短要在 1 到 { $max } 之间。
refusal-clock-stopped = 不能再动这个期限。它已经停止计时。
refusal-clock-twice = 期限表里“{ $clock }”写了两次。请留一条。
refusal-clock-table-json = 期限表第 { $line } 行读不懂：{ $detail }
refusal-clock-longer-than-law = 不能把“{ $clock }”定得比法定的长。请改成不超过法定的长度。地方规定不能突破条例的上限。
refusal-clock-shorter-right = 不能把“{ $clock }”定得比法定的短。这是群众的权利，请改成不少于法定的长度。
refusal-extension-not-allowed = 不能延期。这个期限没有延期的规定。请在期限内办完，或者说明情况请上级协调。
refusal-extension-days = 不能延长 0 天。请写要延长几天。
refusal-extension-second-time = 不能再延期。这一件已经延过 { $times } 次。请在现在的期限内办完。《信访工作条例》第三十四条：延长期限不得超过三十日。
refusal-extension-too-long = 不能延长 { $days } 天。最多 { $max } 天。请改短。《信访工作条例》第三十四条：延长期限不得超过三十日。
refusal-extension-after-expiry = 不能延期。期限在{ DAY($due) }已经过了。请尽快办完，并向群众说明为什么晚了。《信访工作条例》第三十四条：延期要在期限届满前批准。
refusal-pause-not-allowed = 不能暂停计时。这个期限不因{ $reason ->
        [HEARING] 听证
        [SUPPLEMENT] 补材料
        [MEDIATION] 调解
        [THIRD_PARTY] 等待别的单位
       *[LOCAL] 按地方规定暂停
    }停。请照常计时。《信访工作条例》第三十六条：只有复核的听证时间不计算在内。
refusal-pause-open = 不能再暂停。现在已经暂停。请先恢复。
refusal-pause-not-open = 不能恢复。现在没有暂停。
refusal-pause-order = 暂停的最后一天不能早于第一天。请再对一遍日子。
refusal-pause-before-start = 暂停不能早于{ DAY($start) }之后的第一天。请再对一遍日子。
refusal-pause-after-expiry = 不能暂停。期限在{ DAY($due) }已经过了。
refusal-calendar-json = 日历文件读不懂：{ $value }
refusal-calendar-year = 年份不对：“{ $value }”。请写 2000 到 2099 之间的年份，如 2027。
refusal-calendar-version = 版本不对：“{ $value }”。请写如 2027-1，不超过 40 字，不带加号。
refusal-calendar-source = 还差来源。请写公布的文件或网址。
refusal-calendar-row = 这一行读不懂：“{ $value }”。每行是日期、休或班、节日名。
refusal-calendar-date = 日期不对：“{ $value }”。请写如 2027-01-01，或 2027-01-01..2027-01-03，最多 31 天。
refusal-calendar-kind = “{ $value }”不是休也不是班。请写 OFF（休）或 WORK（班）。
refusal-calendar-name = 没有叫“{ $value }”的节日。请写元旦、春节、清明节、劳动节、端午节、中秋节、国庆节或其他。
refusal-calendar-foreign-day = { DATE($value) }不属于这一年。请放到那一年的日历里。
refusal-calendar-twice = { DATE($value) }写了两次。请留一条。
refusal-calendar-work-on-weekday = { DATE($value) }本来就上班，不是调休。请再对一遍通知。
refusal-calendar-statutory-day = { DATE($value) }是法定节日，却没有写休。请补上。《全国年节及纪念日放假办法》第二条。
