# Joint meetings 联席会议 (R-114)
case-kind-meeting = 联席会议
table-title-meeting = 联席会议的生命周期
basis-A12 = 《信访工作条例》第 12 条
clock-MEETING_CUSTOM = 联席会议议定的事
clock-from-meeting-decided = 会议议定
clock-until-meeting-answered = 单位回报
meeting-item-matter = 一件信访事项
meeting-item-dispute = 管辖争议
meeting-item-topic = 面上的问题
stage-meeting-called = 已经通知
stage-meeting-following = 逐项盯办
stage-meeting-done = 定的都办到了
stage-meeting-called-off = 没有开
command-meeting-move = 改时间地点
command-meeting-put-item = 加一项议题
command-meeting-drop-item = 撤下议题
command-meeting-decide = 记下议定的事
command-meeting-close-minutes = 定纪要
command-meeting-answer = 回报
command-meeting-accept = 认可
command-meeting-return = 退回再办
command-meeting-remind = 催办
command-meeting-call-off = 不开了
command-meeting-mark-overdue = 记超期
command-meeting-recompute-clocks = 重算期限
event-meeting-called = 召集联席会议：{ DAY($day) }，{ $place }，{ $chair }主持
event-meeting-moved = 改到 { DAY($day) }，{ $place }
event-meeting-item-put = 议题 { $item }：{ WORD($kind) }
event-meeting-item-dropped = 议题 { $item } 撤下，没有议定
event-meeting-decided =
    { $timed ->
        [yes] 议题 { $item } 议定：由{ $unit }办，最迟 { DAY($due) }
       *[no] 议题 { $item } 议定：由{ $unit }办理这一件
    }
event-meeting-minuted = 纪要定了
event-meeting-answered = { $unit }回报议定事项 { $decision }：{ DAY($day) } 做到
event-meeting-accepted = 认可{ $unit }对议定事项 { $decision } 的回报
event-meeting-returned = 议定事项 { $decision } 退回{ $unit }再办，最迟 { DAY($due) }
event-meeting-reminded = 催{ $unit }办议定事项 { $decision }
event-meeting-called-off = 会议不开了
event-meeting-clock-overdue = { $unit }没有按期回报议定事项 { $decision }
event-meeting-clocks-recomputed = 按日历 { $calendar } 重算期限
event-led-meeting-decided =
    { $timed ->
        [yes] 联席会议 { $number } 议定：由{ $unit }办，最迟 { DAY($due) }
       *[no] 联席会议 { $number } 议定：由{ $unit }办理
    }
timeline-led-meeting-decided =
    { $timed ->
        [yes] 联席会议定了：由{ $unit }办，最迟 { DAY($due) }
       *[no] 联席会议定了：由{ $unit }办理
    }
timeline-led-booked = 约好了领导接访
timeline-led-booking-ended = 约的接访退了
timeline-led-visited = { DAY($day) } 领导接访过了，在{ $place }
timeline-petition-led = { WORD($deed) }
leaders-deed-meeting-decided = 联席会议定了一件事
refusal-meeting-past = 日期已经过去了。
refusal-meeting-alone = 至少要有一个别的单位参加。
refusal-meeting-held = 已经记下议定的事，不能再“{ WORD($command) }”。
refusal-meeting-item-case = 信访事项和管辖争议要写件号；面上的问题不写。
refusal-meeting-item-twice = { $number } 已经在议题里了。
refusal-meeting-item-settled = 议题 { $item } 已经有结果了。
refusal-meeting-item-open = 议题 { $item } 还没有结果：记下议定的事，或者撤下来写明原因。
refusal-meeting-empty = 还没有议题。
refusal-meeting-early = 会还没有开，{ DAY($day) } 起可以记。
refusal-meeting-to-oneself = 责任单位要写办事的单位，不写联席办自己。
refusal-meeting-decided-twice = 这一项已经给这个单位定过了。
refusal-meeting-dispute-due = 管辖争议只定由谁办。办理的期限按那一件自己的期限算。
refusal-meeting-unknown = 没有这一项。
refusal-meeting-matter = 没有这个件号，或者不在您能看的范围。
refusal-meeting-not-disputed = { $number } 现在没有管辖争议。有争议的，先在那一件里提出来。
doc-type-meeting-minutes = 联席会议纪要
doc-field-meeting-time = 会议时间
doc-field-meeting-place = 会议地点
doc-field-chair = 召集人
doc-field-attendance = 参加单位
doc-field-resolutions = 议定事项
doc-field-dropped = 没有议定的议题
meeting-dispute-reason = 联席会议 { $number } 议定：{ $text }
refusal-meeting-units = 最多写 { $max } 个单位。
# The pages /desk/meetings
meetings-title = 联席会议
meetings-lead = 一个单位定不下来的事，放到会上定：谁办、最迟哪天。定了以后逐项盯到办好。
meetings-tab-owed = 要我们办的
meetings-tab-open = 在开、在盯的
meetings-tab-over = 办完的
meetings-call = 召集联席会议
meetings-call-lead = 先定时间、地点和参加的单位，议题随后加。
meetings-call-button = 召集
meetings-called-done = 已经召集。接着加议题。
meetings-none-owed = 没有要回报的
meetings-none-open = 没有在开、在盯的会议
meetings-none-over = 还没有办完的会议
meetings-none-text = 会上定给本单位的事，会出现在这里。
meetings-none-begin = 有定不下来的事，召集一次联席会议。
meetings-what = 会议
meetings-day = 时间
meetings-decided = 议定的事
meetings-due = 最迟
meetings-stage = 到哪一步
meetings-owed-what = 要办的事
meetings-of = 哪次会议
meetings-do = 下一步
meetings-items = { $count } 项议题
meetings-settled = { $all } 项，办到 { $done } 项
meetings-place = 地点
meetings-chair = 谁主持
meetings-chair-hint = 写职务，不写姓名。例如：旗委副书记
meetings-office = 召集单位
meetings-units = 参加的单位
meetings-line = 会议名称
meetings-line-hint = 例如：达茂旗信访工作联席会议 2026 年第 3 次会议
meetings-on = 哪一天
meetings-from = 几点
meetings-agenda = 议题和议定的事
meetings-agenda-none = 还没有议题。
meetings-dropped = 没有议定：
meetings-item-kind = 是什么
meetings-item-number = 件号
meetings-item-number-hint = 信访事项和管辖争议要写；面上的问题不写。
meetings-item-text = 要定什么
meetings-item-text-hint = 写事，不写人的姓名。参加的单位都看得到。
meetings-reason = 为什么
meetings-decide-text = 议定什么
meetings-decide-text-hint = 有件号的，这句话会出现在那一件的记录里，本人也看得到。
meetings-owner = 责任单位
meetings-owner-dispute = 定下来以后，这一件转给它办，期限按那一件自己的算。
meetings-no-due = 按那一件自己的期限
meetings-answered = { $day } 做到：
meetings-returned = 退回再办：
meetings-return-reason = 还差什么
meetings-return-due = 改到最迟哪天
meetings-reminded = { $at } 催过
meetings-ready = 每一项都有结果了
meetings-ready-text = 定了纪要就不能再加议题。纪要自动成文，责任单位开始回报。
