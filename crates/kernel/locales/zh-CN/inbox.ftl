# inbox: the desk's lists, the case page, live updates, keys
# ── columns, groups ──
desk-col-matter = 事情
desk-col-matter-newest = 事情（新来的在前）
desk-group-count-page = 这一页 { $count } 件
desk-group-longest = 最久的超了 { $days } 天
desk-row-tick = 选上：{ $title }
desk-more-count = 再看 { $count } 件
desk-summary-of = 先做这 { $urgent } 件：{ $parts }
desk-summary-more-of = 先做这些：这一页就有 { $parts }，后面还有
desk-summary-overdue = { $count } 件已超期
desk-summary-today = { $count } 件今天到期
desk-summary-week = { $count } 件 7 天内到期
desk-summary-comma = ，
desk-filter-today = 只看今天到期
desk-filter-week = 只看 7 天内到期
desk-filter-category = 类别：
desk-back-list = 回到这张单子
# ── preview ──
desk-preview = 选中的一件
desk-preview-place = 第 { $place } 件
desk-preview-confirmed = { $count } 条本人确认
desk-preview-unconfirmed = { $count } 条未定
desk-preview-claim-confirmed = 已确认
desk-preview-still = 停在“{ $stage }”{ $days } 天了。
desk-preview-more = 看诉求和信访人（会记下来）
desk-ruler-short-from = { $day } · 今天第 { $passed } 天
# ── kept lists ──
desk-saved = 存下的筛选
desk-saved-text = 只有您自己看得到。点名字，就按那样筛。
desk-saved-none = 还没有存过。在收件台选好条件，点“存下这样的筛选”。
desk-saved-new = 存下这样的筛选
desk-saved-name = 叫什么
desk-saved-save = 存下
desk-saved-edit = 改名、删掉
desk-saved-rename = 改名
desk-saved-rename-what = “{ $name }”改叫
desk-saved-remove = 删掉
desk-filter-saved = 存下了。下次点上面的名字就行。
refusal-saved-filter-many = 不能再存了。已经存了 { $most } 个。请先删掉一个不用的。
refusal-saved-filter-taken = 这个名字用过了。请换一个。
# ── several at once ──
desk-bulk-say = 对选上的几件：
desk-bulk-chosen = 选了 { $count } 件：
desk-bulk-print = 打印清单
desk-bulk-print-now = 打印
desk-bulk-nudge = 催办
desk-bulk-cause = 列为同一原因
desk-bulk-assign = 交给一个人办
desk-bulk-assign-intro = 这 { $count } 件交给同一个人：办理中的换承办人，派来还没认领的工单由他认领。一件一件地办，办不成的会说明。
desk-bulk-assign-to = 交给谁
desk-bulk-assign-do = 交给他
desk-bulk-listed = 共 { $done } 件。单子上没有姓名和电话。
desk-bulk-all-done = { $task }：{ $done } 件都办成了。
desk-bulk-some-done = { $task }：{ $done } 件办成了，{ $failed } 件没有办成，原因写在下面。
desk-bulk-done = 办成了：
desk-bulk-not-done = 没有办成：
refusal-bulk-none = 还没选。请在单子里勾上要办的几件。
refusal-bulk-one-cause = 只选了一件，没有别的可以放在一起。请再勾一件。
refusal-bulk-not-yours = 这一步不能由您做。它要由承办单位里相应岗位的人做。
refusal-bulk-many = 一次最多 { $most } 件。请分几次。
refusal-bulk-order-nudge = 工单不用催。它超过时限会自动上报。
# ── live ──
desk-live-list = { $count } 件有变化
desk-live-see = 看新的
desk-live-row = 有变化
desk-live-case = 这一件有新的进展
desk-live-case-see = 点这里看
desk-live-gap = 可能有变化
desk-live-end = 登录过期了，请再登录一次
# ── case ──
desk-case-place = 第 { $place } 件，共 { $all } 件
desk-case-place-many = 第 { $place } 件，共 { $all } 多件
desk-case-left = 这一件已经不在那张单子里
desk-case-before = 上一件
desk-case-after = 下一件
desk-case-earlier = 更早的 { $count } 条
desk-case-views-all = 全部 { $count } 次
desk-case-photo = 照片：{ $name }
desk-case-chain = { $count } 条记录，一条连着一条。
desk-case-chain-check = 核对有没有改动
desk-case-chain-whole = { $count } 条记录首尾相连，没有改动。{ $at } 核对
desk-case-chain-again = 再核对
desk-case-chain-broken = { $count } 条记录里有对不上的地方：{ $where }。请马上告诉系统管理员，先不要在这一件上操作。
desk-case-chain-event = 第 { $seq } 条
desk-case-chain-end = 记录的末尾
desk-case-close = 关上

# ── keys ──
desk-key-close = 关上、返回
desk-key-tick = 选上这一件，再按一次不选
desk-key-follow-up = 到回访
desk-key-choose = 选这一步的第几项
desk-key-cause = 列为同一原因
desk-key-skip = 先放着，看下一件
desk-key-remind = 催办
desk-key-letter = 看答复
desk-key-clocks = 看期限
desk-key-switch-note = 在输入框里打字时不起作用。每个按键在页面上都有同样的链接或按钮。只在这个浏览器里记着。
desk-key-save = 记住
# ── narrow screens ──
desk-menu = 更多

