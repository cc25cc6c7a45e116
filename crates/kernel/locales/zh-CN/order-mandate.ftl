# 工单上的委托
command-order-give-mandate = 写委托书
command-order-revoke-mandate = 撤销委托
command-order-declare-interest = 说明自己要回避
timeline-order-mandate-ended = 代办结束：{ WORD($end) }。以前做的都算数，代办员从这时起看不到这件事
event-order-mandate-ended = 代办结束：{ WORD($end) }
event-order-interest-declared = 说明自己要回避：{ WORD($ground) }
timeline-order-interest-declared = 有人说明自己要回避：{ WORD($ground) }
timeline-order-agent-changed = 您的代办员换人了，现在由{ $unit }的代办员帮您办，姓名在“您的代办员”那一行。进度和期限都不变
event-order-agent-changed = 代办员移交，现在是{ $unit }的代办员
refusal-order-agent-handles = 代办员站在群众这边，不能又当承办人。换一个人认领，或者先结束委托。《信访工作条例》第二十八条

admin-unit-doc-code = 发文机关代字
admin-unit-doc-code-hint = 写在文号前面，例如“达信”，文号就是“达信信交〔2026〕1号”。不写就用单位名称。改了以后，已经发出的文号不变。
refusal-org-doc-code = 代字用汉字写，至少两个字，不带数字和括号。例如：达信。
refusal-org-doc-code-taken = “{ $name }”已经用这个代字。两个单位用一个代字，文号会重。
