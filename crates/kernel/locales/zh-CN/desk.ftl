# desk
# ── frame ──
desk-service = 代办中心
desk-nav = 工作台
desk-keys = 快捷键
desk-search = 找
desk-search-hint = 编号、地点、事情、单位
desk-sign-in = 登录
desk-sign-out = 退出
# ── components ──
desk-inner-only = 仅内部
desk-person-relay = 转接拨打
desk-person-reveal = 写明理由后查看
desk-person-note = 查看会记下来，本人会收到通知。
desk-filter-apply = 筛选
desk-filter-clear = 清空
desk-pages = 翻页
desk-pages-first = 回到开头
desk-pages-next = 下一页
