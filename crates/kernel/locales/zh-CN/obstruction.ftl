# The report that goes over the unit's head: life cycle, portal, desk.

case-kind-obstruction = 被拦、被报复的报告
who-receiver = 收到报告的上级信访部门
table-title-obstruction = 被拦、被报复的报告的生命周期

wrong-refused-registration = 不给登记
wrong-hindered = 被拦着，不让去反映
wrong-pressed = 被要求撤回，或者评满意
wrong-retaliation = 被报复
wrong-leaked = 我是谁、写了什么，漏给了被反映的人

obstruction-origin-web = 本人在网上报告
obstruction-origin-follow-up = 回访时本人说的
obstruction-origin-view-log = 从查看记录里提出

finding-corrected = 查实，已经纠正
finding-handed-on = 转给有权机关
finding-not-found = 查了，没有查实

stage-obstruction-received = 收到，还没有人接
stage-obstruction-taken-up = 有人在查
stage-obstruction-answered = 已经答复

command-obstruction-take-up = 我来查
command-obstruction-note = 记一笔
command-obstruction-answer = 答复
command-obstruction-add = 补充
command-obstruction-mark-overdue = 记超期
command-obstruction-recompute-clocks = 重算期限

clock-OBSTRUCTION_TAKE_UP_3WD = 有人接下来查
clock-OBSTRUCTION_ANSWER_15D = 答复报告的人
clock-until-taken-up = 有人接下来查
basis-A18_4 = 《信访工作条例》第 18 条第 4 款

timeline-obstruction-received = 已送到{ $unit }，编号 { $number }，最迟 { DAY($due) }答复您
event-obstruction-received = 收到，编号 { $number }，最迟 { DAY($due) }答复
timeline-obstruction-taken-up = { $unit }有人接下来查了
event-obstruction-taken-up = 接下来查
timeline-obstruction-noted = { $unit }记了一笔
event-obstruction-noted = 记了一笔
timeline-obstruction-answered = { $unit }答复了您：{ WORD($finding) }
event-obstruction-answered = 答复：{ WORD($finding) }
timeline-obstruction-added = { $again ->
    [yes] 您又补充了，重新查，最迟 { DAY($due) }答复您
   *[no] 您补充了内容
}
event-obstruction-added = { $again ->
    [yes] 本人在答复后又补充，重新查，最迟 { DAY($due) }答复
   *[no] 本人补充
}
timeline-obstruction-clock-overdue = 超过 { DAY($due) }没有{ WORD($clock) }，已经催办
event-obstruction-clock-overdue = { WORD($clock) }超期，最迟是 { DAY($due) }
timeline-obstruction-clocks-recomputed = 放假安排公布了，日期重新算过
event-obstruction-clocks-recomputed = 按日历 { $calendar } 重算期限

refusal-obstruction-no-superior = 不能在这里送到上一级。这个单位上面，系统里没有更高的信访部门。可以直接打 12388（纪检监察），或者写信给上级机关。《信访工作条例》第 18 条：任何组织和个人不得打击报复信访人
refusal-obstruction-unit-unknown = 单位名单里没有这一个。请重新选，或者写下名字
refusal-wrongs-empty = 遇到了什么，选一样就行
refusal-obstruction-facts-empty = 还差一段话：什么时候、在哪里、谁、怎么做的
refusal-obstruction-reach = 还差一样：留手机号，或者选“不留姓名电话”

# The page /obstructed
obstructed-lead = 不给登记、被拦、被要求撤回或者评满意、被报复，都可以写在这里。它直接送到那个单位的上一级。
obstructed-notice = 您写的这个单位、它的人、代办员，都看不到这份报告，在系统里也查不到。
obstructed-danger = 人身有危险，马上打 110
obstructed-danger-text = 反映干部违纪违法，打 12388。被报复也可以打。
obstructed-call = 打电话
obstructed-group-what = 遇到了什么
obstructed-wrongs = 选一样或几样
obstructed-facts = 怎么回事
obstructed-facts-hint = 什么时候、在哪里、谁、怎么做的。记不准的写“大约”。
obstructed-group-who = 是谁
obstructed-unit = 哪个单位
obstructed-unit-hint = 我们按这个单位的级别，送到它的上一级。
obstructed-unit-unknown = 名单里没有，或者说不准
obstructed-words = 单位或者人的名字
obstructed-words-hint = 说不准的，写下您知道的，比如“窗口穿蓝衣服的人”。
obstructed-group-matter = 是为哪件事
obstructed-matter = 那件事的编号
obstructed-matter-hint = 有就写，没有空着。写不写编号都一样查。
obstructed-group-reach = 怎么告诉您结果
obstructed-reach = 要不要留电话
obstructed-reach-phone = 留手机号，答复了给您发短信
obstructed-reach-none = 不留姓名电话，我拿编号和查询码自己来看
obstructed-reach-hint = 短信里只说“您的一件事有了答复”，不说是什么事。
obstructed-name = 怎么称呼您
obstructed-phone = 手机号
obstructed-submit = 送到上一级
obstructed-twice = 点两次，也只送一份。
obstructed-receipt-title = 已送到上一级
obstructed-receipt-sentence = { $day } { $time }，已送到{ $unit }。
obstructed-receipt-who = 谁能看到：{ $unit }里管这件事的人，和上级的纪检、督查。您写的单位看不到。
obstructed-receipt-track = 看有没有答复
obstructed-receipt-home = 回首页
obstructed-promise-take-up = 有人接下来查
obstructed-promise-answer = 查了什么、怎么处理，告诉您
obstructed-look = 查看记录里 { $day } { $unit }的那一次查看，不该看。
obstructed-look-title = 有人不该看
obstructed-look-lead = 这次查看会连同时间、单位和看了什么，送到那个单位的上一级去查。
obstructed-look-what = { $day }，{ $unit }，{ $what }

# Tracking
obstructed-track-title = 您送到上一级的报告
obstructed-track-with = 现在在{ $unit }
obstructed-track-answer = 给您的答复
obstructed-track-wrote = 您写的
obstructed-track-add = 补充，或者说又出了什么事
obstructed-track-add-hint = 已经答复了的，补充以后重新查。
obstructed-track-add-send = 送上去
obstructed-track-added = 补充已送到{ $unit }。
obstructed-track-safe = 您写的单位看不到这一页，也查不到这个编号。

# Desk
desk-nav-obstructions = 被拦被报复
desk-obstructions-title = 被拦、被报复的报告
desk-obstructions-lead = 不给登记、被拦、被报复的报告。被报告的单位看不到，也不在收件台和搜索里。
desk-obstructions-tab-open = 没答复的
desk-obstructions-tab-over = 答复过的
desk-obstructions-empty = 眼下没有等答复的报告
desk-obstructions-empty-over = 还没有答复过的报告
desk-obstructions-empty-text = 有人写来，会在这里，也会显示在左边的数字里。
desk-obstructions-what = 报告
desk-obstructions-named = 说的是谁
desk-obstructions-due = 最迟
desk-obstructions-do = 要做的
desk-obstructions-open = 打开
desk-obstructions-none-named = 没有写
desk-obstruction-wrongs = 遇到的事
desk-obstruction-named = 说的是谁
desk-obstruction-place = 在哪里
desk-obstruction-matter = 她写的编号
desk-obstruction-matter-none = 没有写
desk-obstruction-look = 查看记录
desk-obstruction-origin = 怎么来的
desk-obstruction-facts = 她写的话
desk-obstruction-reporter = 报告的人
desk-obstruction-anonymous = 没有留姓名电话。答复写在这里，她拿编号和查询码来看。
desk-obstruction-reveal = 写明理由后查看
desk-obstruction-reveal-reason = 为什么要看
desk-obstruction-reveal-hint = 她会看到：谁、什么时候、为什么看了她的联系方式。
desk-obstruction-reveal-show = 查看
desk-obstruction-revealed = 已记下，她能看到这一次查看
desk-obstruction-take-up-intro = 接下来就由您查。她会看到有人接了，不会看到您的名字。
desk-obstruction-note-text = 记什么
desk-obstruction-note-hint = 只有能看这份报告的人看得到，她看不到。
desk-obstruction-finding = 查的结果
desk-obstruction-answer-text = 告诉她的话
desk-obstruction-answer-hint = 问了谁、查了什么、怎么处理的。不写“已转有关部门”。
desk-obstruction-answer-intro = 这段话原样给她看。没有查实的，也写清楚查了什么。
desk-obstruction-next-received = 先接下来。到了日子没人接，会记超期。
desk-obstruction-next-taken-up = 查清楚，再把做了什么告诉她。
desk-obstruction-next-answered = 已经答复。她补充的话，会回到没答复的里面。
desk-obstruction-keep-out = 不要转给被报告的单位，也不要把原话给他们看。

# Telling it from a follow-up call
obstruction-follow-up-facts = 回访时说被报复了。{ $note }

obstructed-optional = 可以不写

# Stations, the sign, agents near
station-nobody = 这里现在没有代办员，最近的是{ $name }
station-what = 代办员做什么
station-can = 能替您办
station-can-1 = 写材料，递材料，查进度
station-can-2 = 陪您去窗口，替您签收通知
station-can-3 = 邻里、草场、补贴、工资的事
station-cannot = 要您自己来
station-cannot-1 = 举报干部：打 12388，代办员不经手
station-cannot-2 = 签和解、放弃权利：只有您能签
station-cannot-3 = 评价办得好不好：只有您能评
station-dates = 多久有回音
station-date-contact = 交给代办员以后，{ $hours } 小时内给您回话
station-date-send = 登记以后，{ $days } 天内转到该管的单位
station-date-answer = 受理以后，{ $days } 天内给书面答复
station-complain = 办得不好，找谁
station-sign = 打印告示牌
station-sign-small = 贴在门口，A4 一张
station-sign-print = 打印
station-sign-how = 用浏览器的“打印”，A4 纸，100% 大小。
station-sign-back = 回代办点页面
station-sign-hello = 您好
station-sign-point = 信访代办点
station-sign-station = 信访代办站
station-sign-center = 信访代办中心
station-sign-lead = 有难处，跟我说。我替您写、替您跑。
station-sign-free = 不收一分钱。
station-sign-agent = 代办员
station-sign-scan = 扫一扫，自己也能反映、查进度
station-sign-phone = 电话
station-sign-deputy = 不在时：{ $name } { $phone }
station-sign-hours = 时间
station-sign-way = 地方
station-sign-visit = 走不动的，打电话上门
station-sign-promise = 您当天拿到编号和查询码，知道谁在办、哪天前办。
station-sign-direct = 不想找代办员，可以直接找{ $name } { $phone }，或打 12345。
station-sign-hotline = 不想找代办员，可以打 12345。
station-sign-hindered = 代办员不管、拦着您？
station-sign-obstructed = 扫码后点“有人拦我”，直接送到上一级。
agents-lead = 选您在的地方，看谁能帮忙。不用打开定位。
agents-who = 代办员：{ $name }
agents-nobody = 现在没有代办员，打站里的电话
agents-none-call = 也可以打给{ $office }：
station-about = 代办员做什么、多久有回音、办得不好找谁
problem-call = 打电话问 { $phone }
