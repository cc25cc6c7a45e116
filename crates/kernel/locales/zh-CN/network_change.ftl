# 代办网络：就近选人，从哪天起改。
network-near-grid = 本网格
network-near-place = 本地
network-near-township = 上一级
network-near-county = 旗县这一级
network-near-beside = 邻近
network-choice-open = 现在开着
network-choice-away = 到 { $until } 不在，由 { $deputy } 代
network-address = 地点
network-hours-hint = 比如：周一至周五 8:30–12:00，14:30–17:30；2026-10-01 休息
network-stops = 停靠点
network-stops-hint = 比如：白音敖包队部：周三 9:00-11:00 | 满都拉口岸：周五 9:00-15:00
network-change-title = 改信息
network-change-lead = 从写的那天起改。今天的马上改，以后的到那天自己改，两次都记下来。
network-change-from = 从哪天起
network-change-from-hint = 今天，或者以后的日子
network-change-save = 改
network-change-coming = 到日子要改的
network-change-none = 没有等着改的。
network-change-line = { $day }：{ $what }
network-change-refused = 到了日子没有改成：{ $why }
network-change-drop = 不改了
network-change-why-open = 手上还有没办完的事，先移交。每天再试一次
network-change-why-other = 和现在的信息对不上。撤了再改一次
network-end-on = 到哪天
network-end-on-hint = 今天马上结束；以后的日子到那天结束，那天手上还有事就先不结束
network-done-changed = 改好了，已经记下来。
network-done-planned = 记下了，到那天改。
network-done-dropped = 不改了。
network-done-same = 没有要改的。
network-col-name = 名称
network-col-phone = 电话
network-col-address = 地点
network-col-hours = 开放时间
network-col-languages = 语言
network-col-home-visits = 上门
network-col-barrier-free = 方便进出
network-col-stops = 停靠点
network-col-host = 主办
network-col-members = 一起办的
network-col-title = 职务
network-col-expertise = 能帮什么
refusal-change-past = 不能从过去的日子改。写今天或者以后。
refusal-change-same = 和现在一样，没有要改的。
refusal-change-unknown = 这一条已经改了，或者已经撤了。
network-title-of = 职务
# 家门口。
doorstep-find = 看到的：{ $what }
doorstep-helper = 这里的代办员：{ $name }，{ $station }{ $phone ->
    [none] {""}
   *[other] ，电话 { $phone }
}
# 没收到通知的。
unreached-days = { $days } 天了
unreached-col-tried = 试过什么
unreached-tried-machine = { $channel }试过 { $count } 次
unreached-tried-person = { $day } { $way }，没找到本人
unreached-tried-none = 还没有人试过
unreached-tried-count = { $count ->
    [0] 还没有人找过
   *[other] 人找过 { $count } 次
}
unreached-since = 从 { $day } 起没有收到，{ $days } 天了
unreached-result = 结果
unreached-result-told = 告诉本人了
unreached-result-tried = 没找到本人
unreached-result-tried-text = 记下这一次，这一条留着再找
unreached-tried-done = 记下了，还要再找。
