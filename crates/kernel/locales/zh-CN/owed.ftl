# 一个单位欠着的事：会上议定的、共同方案里的一步。
owed-owed = 等单位回报
owed-answered = 单位回报了，等人看
owed-settled = 办到了
refusal-owed-due = 期限要写今天以后的一天。
refusal-owed-not-the-unit = 由责任单位自己回报。
refusal-owed-answered = 已经回报过了，等人看。
refusal-owed-unanswered = 单位还没有回报。
refusal-owed-own-answer = 自己的回报由别人认可。
refusal-owed-not-late = 还没有到期。
refusal-owed-reminded = 今天已经催过了。
