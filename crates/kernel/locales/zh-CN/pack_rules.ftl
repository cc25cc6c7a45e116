# 做法里的规则写错时怎么说。
refusal-oversight-find-trigger = 规则 { $rule } 混了：主动发现的事只看“过了这一级的天数”和“从看到那天起满了天数”，这两样也只用于主动发现的事。分成两行写。
refusal-oversight-find-level = 规则 { $rule } 提不上去：主动发现的事只从村、乡镇往上提，“上几级”至少写 1。县里接手以后走法定程序。
refusal-oversight-find-days = 规则 { $rule } 太晚：法定的 15 天从看到那天算起，最多写 14。
refusal-oversight-find-left = 主动发现的事，{ WORD($level) }这一级没有写全。写了一条，程序自带的就不再用，所以村、乡镇两级都要有“过了这一级的天数”和“从看到那天起满了天数”；一条都不写，照程序自带的。

# 规则的页面。
admin-oversight-around = 重办、核查、建议
admin-oversight-what = 什么
admin-oversight-is = 现在
admin-oversight-since = 从哪天起
admin-oversight-redoings = 提级以后要重做的

# 看板。
cycles-target-days = 收到后 { $days } 天内{ $reached }
