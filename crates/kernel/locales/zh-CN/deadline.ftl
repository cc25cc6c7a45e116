# Dates are ISO in the arguments; DAY, DATE, WEEKDAY and DAYS say them in the language.

# The steps of a derivation
step-first-day = { DATE($start) }当天不算，从{ DAY($first) }数起。
step-count = 数满 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月
        [HOUR] 小时
       *[CALENDAR_DAY] 天
    }是{ DATE($raw) }。
step-skipped = 中间的休息日不算：{ DAYS($days) }。
step-make-up = { DAYS($days) }是周末，但调休上班，算工作日。
step-month-end = 那个月没有 { $day } 日，按月末{ DAY($raw) }算。
step-extension = 批准延长 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月
        [HOUR] 小时
       *[CALENDAR_DAY] 天
    }：从{ DAY($start) }起连着数 { $total } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月
        [HOUR] 小时
       *[CALENDAR_DAY] 天
    }，到{ DATE($raw) }；不从顺延后的日子再加。
step-pause = { DAY($from) }至{ DAY($to) }因{ $reason ->
        [HEARING] 听证
        [SUPPLEMENT] 补材料
        [MEDIATION] 调解
        [THIRD_PARTY] 等待别的单位
       *[LOCAL] 按地方规定暂停
    }不计时，扣 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月
        [HOUR] 小时
       *[CALENDAR_DAY] 天
    }，改到{ DATE($raw) }。
step-pause-open = 从{ DAY($from) }起因{ $reason ->
        [HEARING] 听证
        [SUPPLEMENT] 补材料
        [MEDIATION] 调解
        [THIRD_PARTY] 等待别的单位
       *[LOCAL] 按地方规定暂停
    }暂停计时，恢复后往后顺。
step-roll-weekend = 第 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月的最后一天
       *[CALENDAR_DAY] 天
    }是{ WEEKDAY($raw) }，顺延到{ DAY($due) }。
step-roll-holiday = 第 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月的最后一天
       *[CALENDAR_DAY] 天
    }是{ DAY($raw) }，在{ $holiday ->
        [NEW_YEAR] 元旦
        [SPRING_FESTIVAL] 春节
        [QINGMING] 清明节
        [LABOUR_DAY] 劳动节
        [DRAGON_BOAT] 端午节
        [MID_AUTUMN] 中秋节
        [NATIONAL_DAY] 国庆节
       *[OTHER] 放假
    }假期里，顺延到{ DAY($due) }。
step-roll-regional = 第 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月的最后一天
       *[CALENDAR_DAY] 天
    }是{ DAY($raw) }，当地放假，顺延到{ DAY($due) }。
step-last-day-made-up = 第 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月的最后一天
       *[CALENDAR_DAY] 天
    }是{ WEEKDAY($raw) }，但那天调休上班，不顺延。
step-last-day-works = 第 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月的最后一天
       *[CALENDAR_DAY] 天
    }是{ WEEKDAY($raw) }，上班，不用顺延。
step-last-day-stays = 第 { $count } { $unit ->
        [WORKDAY] 个工作日
        [MONTH] 个月的最后一天
       *[CALENDAR_DAY] 天
    }是{ WEEKDAY($raw) }，这个期限遇休息日不顺延。
step-last-moment = { DAY($due) }24 时以前都算，过了这天算超期。
step-remind-conservative = 我们在{ DAY($day) }提醒：这是不晚于数满那天的最后一个工作日。
step-remind-ahead = 我们在{ DAY($day) }提醒，比不晚于数满那天的最后一个工作日（{ DAY($conservative) }）早一些。
step-remind-right = 这是您的权利，按{ DAY($due) }算；{ DAY($day) }提醒您。
step-remind = 我们在{ DAY($day) }提醒。
step-hours = 从{ DAY($start) }{ $from } 起数满 { $count } 小时，到{ DAY($due) }{ $until }。休息日照数。
step-provisional = { $years } 年的放假安排还没有公布，这个日子先按周末和已知的法定节日算；公布后重新算，变了会告诉您。
step-recomputed = 放假安排公布后重新算过：从{ DAY($old) }改到{ DAY($new) }（日历版本 { $version }）。
step-unconfirmed = 这个期限不是条例写明的，待属地确认。

# The chip
urgency-overdue-days = 超期 { $amount } 天
urgency-overdue-hours = 超期 { $amount } 小时
urgency-left-days = 还剩 { $amount } 天
urgency-left-hours = 还剩 { $amount } 小时
urgency-today = 今天到期
urgency-paused = 暂停计时
urgency-stopped = 已停止

# Holidays
holiday-new-year = 元旦
holiday-spring-festival = 春节
holiday-qingming = 清明节
holiday-labour-day = 劳动节
holiday-dragon-boat = 端午节
holiday-mid-autumn = 中秋节
holiday-national-day = 国庆节
holiday-other = 放假

# Who owes it
owed-by-BUREAU = 信访部门
owed-by-UNIT = 办事的单位
owed-by-SUPERIOR = 上一级
owed-by-AGENCY = 代办点、代办站
owed-by-HANDLER = 承办的人
owed-by-PETITIONER = 群众（这是权利）
owed-by-PARTIES = 双方（这是权利）
owed-by-OTHER_AUTHORITY = 别的机关
owed-by-DISCIPLINE_EXTERNAL = 纪检监察机关

# Clocks
clock-FORWARD_15D = 转送、交办
clock-NOTIFY_15D = 书面告知
clock-OBJECTION_5WD = 提出异议
clock-HANDLE_60D = 办结
clock-FEEDBACK_CUSTOM = 反馈办理结果
clock-REVIEW_REQUEST_30D = 申请复查
clock-REVIEW_DECIDE_30D = 复查
clock-RECHECK_REQUEST_30D = 申请复核
clock-RECHECK_DECIDE_30D = 复核
clock-SIMPLE_HOP_1WD = 简易办理：转送
clock-SIMPLE_ACCEPT_3WD = 简易办理：受理
clock-SIMPLE_OPINION_10WD = 简易办理：答复
clock-SUGGESTION_60D = 回复建议
clock-SUGGESTION_SIMPLE_10WD = 回复简单建议
clock-SUPERVISION_CUSTOM = 督办反馈
clock-URGENT_ORAL_1H = 重大紧急：口头报告
clock-URGENT_WRITTEN_2H = 重大紧急：书面报告
clock-PROGRESS_15D = 告知进度
clock-RATING_CHANGE_7D = 修改评价
clock-FIRST_CONTACT_3WD = 首次联系
clock-AGENCY_VILLAGE_CONTACT_24H = 村社区：联系群众
clock-AGENCY_VILLAGE_3WD = 村社区：办理
clock-AGENCY_TOWNSHIP_RESPOND_1WD = 乡镇街道：响应
clock-AGENCY_TOWNSHIP_7WD = 乡镇街道：办理
clock-AGENCY_COUNTY_RESPOND_1WD = 县级：响应
clock-AGENCY_COUNTY_15D = 县级：正式转送或告知
clock-AGENCY_PREFECTURE_RESPOND_1WD = 市级：响应
clock-CLAIM_24H = 认领
clock-REPLY_72H = 答复
clock-CLOSE_7D = 一周办结
clock-HOTLINE_5WD = 热线工单办理
clock-URGENT_2H = 突发、危险
clock-URGENT_24H = 水电气热
clock-NORMAL_7D = 一般诉求
clock-COMPLEX_15D = 复杂疑难
clock-MEDIATION_30D = 调解
clock-JUDICIAL_CONFIRM_30D = 共同申请司法确认
clock-DISC_FORWARD_5WD = 纪检：转办
clock-DISC_ACK_15WD = 纪检：实名告知
clock-DISC_FEEDBACK_15WD = 纪检：实名反馈
clock-CIVIL_3Y = 民事起诉（诉讼时效）
clock-ADMIN_LITIGATION_6M = 行政诉讼
clock-ADMIN_DUTY_2M = 行政机关履行职责
clock-LABOR_ARB_1Y = 申请劳动仲裁
clock-LABOR_ARB_ACCEPT_5D = 劳动仲裁：决定是否受理
clock-LABOR_ARB_DECIDE_45D = 劳动仲裁：裁决
clock-LAND_ARB_2Y = 申请农村土地承包仲裁
clock-LAND_ARB_DECIDE_60D = 土地承包仲裁：裁决
clock-LAND_SUIT_30D = 不服土地承包仲裁起诉
clock-PERSONNEL_RECHECK_30D = 公务员申请复核
clock-PERSONNEL_RECHECK_DECIDE_30D = 公务员复核决定
clock-PERSONNEL_APPEAL_15D = 复核后申诉
clock-PERSONNEL_APPEAL_30D = 直接申诉
clock-PERSONNEL_APPEAL_DECIDE_60D = 申诉处理决定
clock-RECONSIDERATION_60D = 申请行政复议
clock-RECONSIDERATION_EXAMINE_5WD = 行政复议：审查申请
clock-RECONSIDERATION_DECIDE_60D = 行政复议：决定
clock-RECONSIDERATION_SIMPLE_30D = 行政复议：简易程序决定
clock-GOV_INFO_20WD = 答复政府信息公开申请
clock-PENALTY_90D = 行政处罚决定

# What starts a clock
clock-from-accepted = 受理
clock-from-act-known = 知道或应当知道那件行政行为
clock-from-agency-received = 代办点、站收到
clock-from-agreement-effective = 协议生效
clock-from-arbitration-accepted = 仲裁受理
clock-from-assigned = 交办
clock-from-award-served = 收到裁决书
clock-from-bureau-received = 信访部门收到
clock-from-closed = 办结
clock-from-dispatched = 派单
clock-from-duty-requested = 申请履行职责
clock-from-first-received = 首次收到
clock-from-found = 发现
clock-from-given = 起算
clock-from-harm-known = 知道或应当知道权利受损
clock-from-last-progress = 上次告知进度
clock-from-mediation-accepted = 调解受理
clock-from-opinion-served = 收到处理意见书
clock-from-penalty-case-opened = 立案
clock-from-personnel-recheck-served = 收到复核决定
clock-from-rated = 评价
clock-from-received = 收到
clock-from-reconsideration-accepted = 复议受理
clock-from-request-received = 收到申请
clock-from-review-served = 收到复查意见
clock-from-supervised = 督办
clock-from-unit-received = 单位收到

# What stops a clock
clock-until-acceptance-told = 告知受理
clock-until-arbitration-requested = 申请仲裁
clock-until-claimed = 认领
clock-until-closed = 办结
clock-until-closing-report = 提交办结报告
clock-until-confirmation-requested = 共同申请司法确认
clock-until-contacted = 联系上群众
clock-until-decided = 作出决定
clock-until-discipline-acknowledged = 告知举报人
clock-until-discipline-answered = 反馈结果
clock-until-discipline-forwarded = 报送或转办
clock-until-done = 办完
clock-until-duty-performed = 履行或答复
clock-until-forwarded = 转送、交办或报请
clock-until-gov-info-answered = 书面答复
clock-until-handled = 办完
clock-until-mediation-ended = 调解结束
clock-until-notified = 书面告知送出
clock-until-objected = 提出异议
clock-until-opinion-sent = 处理意见书送出
clock-until-personnel-appealed = 提出申诉
clock-until-personnel-recheck-requested = 申请复核
clock-until-progress-told = 告知进度
clock-until-rating-changed = 修改评价
clock-until-recheck-requested = 申请复核（交邮即算）
clock-until-recheck-sent = 复核意见送出
clock-until-reconsideration-requested = 申请行政复议
clock-until-replied = 答复
clock-until-replied-and-reported = 答复群众并反馈热线
clock-until-reported = 报告
clock-until-review-requested = 申请复查（交邮即算）
clock-until-review-sent = 复查意见送出
clock-until-suit-filed = 起诉
clock-until-supervision-answered = 反馈督办

# Articles
basis-A22 = 《信访工作条例》第 22 条
basis-A22_1_3 = 《信访工作条例》第 22 条第 1 款第（三）项
basis-A23 = 《信访工作条例》第 23 条
basis-A23_3 = 《信访工作条例》第 23 条第 3 款
basis-A25 = 《信访工作条例》第 25 条
basis-A29 = 《信访工作条例》第 29 条
basis-A34 = 《信访工作条例》第 34 条
basis-A35 = 《信访工作条例》第 35 条
basis-A36 = 《信访工作条例》第 36 条
basis-A36_1 = 《信访工作条例》第 36 条第 1 款
basis-A36_2 = 《信访工作条例》第 36 条第 2 款
basis-A40 = 《信访工作条例》第 40 条
basis-CIVIL_188 = 《民法典》第 188 条
basis-CIVIL_201 = 《民法典》第 201 条
basis-CIVIL_202 = 《民法典》第 202 条
basis-CIVIL_203 = 《民法典》第 203 条
basis-HOLIDAY_2 = 《全国年节及纪念日放假办法》第 2 条
basis-CPL_205 = 《民事诉讼法》第 205 条
basis-ALL_46 = 《行政诉讼法》第 46 条
basis-ALL_47 = 《行政诉讼法》第 47 条
basis-ARL_20 = 《行政复议法》第 20 条
basis-ARL_30 = 《行政复议法》第 30 条
basis-ARL_62 = 《行政复议法》第 62 条
basis-CSL_95 = 《公务员法》第 95 条
basis-CSL_96 = 《公务员法》第 96 条
basis-LABOR_27 = 《劳动争议调解仲裁法》第 27 条
basis-LABOR_29 = 《劳动争议调解仲裁法》第 29 条
basis-LABOR_43 = 《劳动争议调解仲裁法》第 43 条
basis-LAND_18 = 《农村土地承包经营纠纷调解仲裁法》第 18 条
basis-LAND_47 = 《农村土地承包经营纠纷调解仲裁法》第 47 条
basis-LAND_48 = 《农村土地承包经营纠纷调解仲裁法》第 48 条
basis-GOVINFO_33 = 《政府信息公开条例》第 33 条
basis-PENALTY_60 = 《行政处罚法》第 60 条
basis-DISC_15 = 《纪检监察机关处理检举控告工作规则》第 15、16 条
basis-DISC_REAL_NAME = 纪检监察机关处理实名检举控告的规定
basis-SIMPLE_2016 = 《信访事项简易办理办法》2016 年试行版
basis-HOTLINE = 济南、潍坊 12345 条例
basis-BEIJING_DRAFT_2021 = 北京接诉即办 2021 年征求意见稿
basis-LUOPING = 罗平做法：24 小时认领、72 小时答复、一周办结
basis-MEDIATION_PRACTICE = 人民调解惯例：一个月内调结
basis-AGENCY_3_4 = 代办默认配置：进度告知
basis-AGENCY_3_5 = 代办默认配置：分级时限
basis-PROPOSAL = 本系统建议
