# 需要拿主意的页面：甄别、核定退件、写答复、回访、工单
# ── what the domain says ──
command-petition-follow-up = 回访
follow-up-method-phone = 打电话
follow-up-method-visit = 上门
follow-up-method-on-site = 本人来说
timeline-petition-followed-up = { $reached ->
    [yes] 没有经手的人问过您，您说解决了 { $solved } 条（问了 { $asked } 条）
   *[no] 没有经手的人给您打过电话，没有打通，还会再打
}
event-petition-followed-up = { $reached ->
    [yes] 回访：问了 { $asked } 条，本人说解决了 { $solved } 条
   *[no] 回访：没有联系上，还要再打
}
