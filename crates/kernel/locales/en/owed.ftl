# What a unit owes: something a meeting decided, a step of a shared plan.
owed-owed = The unit has to report
owed-answered = Reported, waits to be looked at
owed-settled = Done
refusal-owed-due = Give a day after today.
refusal-owed-not-the-unit = The unit responsible reports itself.
refusal-owed-answered = It was reported already and waits to be looked at.
refusal-owed-unanswered = The unit has not reported yet.
refusal-owed-own-answer = Somebody else accepts your report.
refusal-owed-not-late = It is not late yet.
refusal-owed-reminded = They were reminded today already.
