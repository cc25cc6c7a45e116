# Rising: rules, record, what she is told.

rise-trigger-overdue = it is past its date
rise-trigger-dissatisfied = she is not satisfied with the answer
rise-trigger-unsettled = she says that it is not solved
rise-trigger-hops = it changed hands too often
rise-trigger-rework = it was done again too often
rise-trigger-find-past-days = it is past the days of this level
rise-trigger-person = somebody asked for it

redoing-forces = Forces put together anew
redoing-demands = Demands studied anew
redoing-problems = Facts looked into anew
redoing-conclusions = Conclusion weighed anew
redoing-forces-hint = Who was changed, who was added, who leads
redoing-demands-hint = What she wants, asked again one by one
redoing-problems-hint = What the facts are now, and how they differ from the record
redoing-conclusions-hint = Whether the conclusion stands, and on what

command-petition-raise = Raise a level
command-petition-redo = Record a re-doing
command-petition-bring-down = Bring down again
command-petition-note-supervision = Note the supervision
command-order-redo = Record a re-doing
command-order-bring-down = Bring down again
command-order-note-supervision = Note the supervision

who-supervisor = the supervising department
who-above = the level that leads since it rose

timeline-petition-raised = { $unit } leads now, because { WORD($why) }. The days run on, and whom you call stays the same
event-petition-raised = Raised: { $unit } leads ({ $before } before). Why: { WORD($why) }{ $rule ->
    [none] {""}
   *[other] . By the rules of { $version }: from { $threshold } on, it was { $measured }
}
event-petition-redone = Re-doing on record: { WORD($what) }
timeline-petition-brought-down = The level above has done its part; { $unit } goes on with it. The days run on
event-petition-brought-down = Brought down to { $unit }
timeline-order-raised = { $unit }, one level up, does it now, because { WORD($why) }. The days run on
event-order-raised = Raised: { $unit } does it ({ $before } before). Why: { WORD($why) }{ $rule ->
    [none] {""}
   *[other] . By the rules of { $version }: from { $threshold } on, it was { $measured }
}
event-order-redone = Re-doing on record: { WORD($what) }
timeline-order-brought-down = The level above has done its part; { $unit } goes on with it. The days run on
event-order-brought-down = Brought down to { $unit }

refusal-rise-same-lead = It cannot rise to whoever leads it already. Choose another organisation one level up.
refusal-rise-to-respondent = It cannot rise to the unit complained of. Regulation on Petition Work, article 28: whoever is directly concerned steps back.
refusal-rise-needs-reason = One sentence is missing: why it has to rise.
refusal-rise-no-trigger = It cannot rise by this rule: it is not so that { WORD($trigger) }.
refusal-rise-twice = It cannot rise again for this: it rose from this level because { WORD($trigger) }.
refusal-rise-not-up = This matter is not raised.
refusal-rise-not-lead = You cannot record this. The level that leads since it rose does.
refusal-redoing-recorded = { WORD($what) }: it is on record and cannot be recorded twice.
refusal-rise-redoings-missing = It can neither come down nor end yet. { $count } re-doings are missing, first: { WORD($first) }.

refusal-oversight-json = The table of rules cannot be read, line { $line }: { $detail }
refusal-oversight-rule-twice = Rule { $rule } stands there twice.
refusal-oversight-accountability-auto = Rule { $rule } cannot send advice on accountability by itself: a person signs it.
refusal-oversight-verifiers = Fewer than two people cannot verify.
refusal-oversight-target = Rule { $rule } does not say to whom it rises.

rung-when-due-within = nearly due
rung-when-overdue = overdue
rung-when-letter-overdue = a letter was not answered in time
rung-when-reminded = reminded many times
rung-when-fraud = the record was made up

timeline-order-redone = A re-doing is on record
timeline-order-supervision-noted = The supervision is on record
