# 找错、补录
refusal-received-long-ago = 收到的时间太早，最早写到{ DAY($first) }。请核对；确实更早收到的，由管理员先放宽补录的天数。《信访工作条例》第二十二条：收到信访事项，应当登记。
admin-setting-backdate-days = 收到的时间最多往前补录几天
admin-setting-backdate-days-text = 更早的不能登记，写错年份的会被拦下；收到的时间和登记的时间都留着。

desk-effects-restarts = { $clock }：重新计时，最迟 { $day }
admin-event-absence-arranged = 安排代班
admin-event-absence-ended = 结束代班
admin-event-agent-changed = 修改代办员
admin-event-agent-ended = 结束聘任
admin-event-petitions-imported = 导入信访事项
admin-event-reception-opened = 开一场接访
admin-event-reception-cancelled = 取消接访
admin-event-station-changed = 修改站点

portal-road-not-accepted-pending = 这件事已经有单位在办，期限还没有到，不另外受理。哪个单位、到哪天，写在下面。
portal-road-not-accepted-elsewhere = 这件事不能在这里办。为什么、该去哪里，写在下面。
portal-not-accepted-why = 为什么
portal-not-accepted-else = 不同意怎么办
portal-not-accepted-object = 向作出决定的单位书面说明，或者向上一级信访部门反映。有新的事实、理由，可以重新打开这一件。
portal-not-accepted-paper = 看不予受理告知书
portal-you-over = 想再反映，随时可以重新提
summary-field = { $label }：
laws-A12 = 几个单位一起的难事，由联席会议协调、督促办下去。
desk-next-under-review = 上一级正在复查、复核，等它的意见
