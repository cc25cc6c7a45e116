# What is said of a wrong rule in a practice.
refusal-oversight-find-trigger = Rule { $rule } mixes two things: a find is looked at by the days of its level and the days since it was seen, and these two are for finds only. Write two lines.
refusal-oversight-find-level = Rule { $rule } leads nowhere: a find rises from the village and the township only, at least one level up. Once the county has it, the statutory procedure runs.
refusal-oversight-find-days = Rule { $rule } is too late: the statutory 15 days count from the day it was seen. Write 14 at most.
refusal-oversight-find-left = Rules for finds are not complete for this level: { WORD($level) }. One rule of your own replaces all that came with the program, so village and township both need one for the days of the level and one for the days since it was seen. With none at all, those that came with the program hold.

# The page of the rules.
admin-oversight-around = Doing anew, verifying, advice
admin-oversight-what = What
admin-oversight-is = Now
admin-oversight-since = From which day
admin-oversight-redoings = Done anew after rising

# The board.
cycles-target-days = within { $days } days of arrival it { $reached }
