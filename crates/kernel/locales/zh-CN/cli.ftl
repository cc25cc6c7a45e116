# cli
cli-deadline-raw = 数满
cli-deadline-statutory = 最迟：告诉群众的日子，过了这天算超期
cli-deadline-conservative = 提醒：不晚于数满那天的最后一个工作日
cli-deadline-how = 这个日子怎么来的
cli-deadline-provisional = 注意：有一年的放假安排还没有公布，日子是暂定的，公布后要重新算。
cli-deadline-list = 可以算的期限（--clock）：
cli-deadline-differs = 按给的单位和长短算；期限表里“{ $clock }”是 { $length } { $unit }。
cli-deadline-batch-failed = 有 { $count } 条没法算，见 error。
import-report-line = 行
import-report-column = 列
import-report-code = 代码
import-report-message = 说明
