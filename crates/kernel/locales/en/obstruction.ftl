# The report that goes over the unit's head: life cycle, portal, desk.

case-kind-obstruction = Report over a unit's head
who-receiver = the petition bureau above that received it
table-title-obstruction = The life of a report over a unit's head

wrong-refused-registration = Registration was refused
wrong-hindered = I was kept from raising it
wrong-pressed = I was told to withdraw, or to rate well
wrong-retaliation = Somebody retaliated against me
wrong-leaked = Who I am or what I wrote reached those I complained of

obstruction-origin-web = Reported on the web by the person
obstruction-origin-follow-up = Said by the person when she was called back
obstruction-origin-view-log = Raised from the record of looks

finding-corrected = Found true and put right
finding-handed-on = Handed to the authority in charge
finding-not-found = Looked into; not borne out

stage-obstruction-received = received, nobody has it yet
stage-obstruction-taken-up = somebody is looking into it
stage-obstruction-answered = answered

command-obstruction-take-up = Take it in hand
command-obstruction-note = Note
command-obstruction-answer = Answer
command-obstruction-add = Add
command-obstruction-mark-overdue = Note that it is late
command-obstruction-recompute-clocks = Recompute deadlines

clock-OBSTRUCTION_TAKE_UP_3WD = taking it in hand
clock-OBSTRUCTION_ANSWER_15D = answering whoever reported
clock-until-taken-up = somebody takes it in hand
basis-A18_4 = Regulation on petition work, article 18, paragraph 4

timeline-obstruction-received = Sent to { $unit }, number { $number }; an answer by { DAY($due) }
event-obstruction-received = Received, number { $number }; answer by { DAY($due) }
timeline-obstruction-taken-up = Somebody at { $unit } has it in hand
event-obstruction-taken-up = Taken in hand
timeline-obstruction-noted = { $unit } made a note
event-obstruction-noted = A note
timeline-obstruction-answered = { $unit } answered you: { WORD($finding) }
event-obstruction-answered = Answered: { WORD($finding) }
timeline-obstruction-added = { $again ->
    [yes] You added something; it is looked into again, an answer by { DAY($due) }
   *[no] You added something
}
event-obstruction-added = { $again ->
    [yes] Added by the person after the answer; looked into again, answer by { DAY($due) }
   *[no] Added by the person
}
timeline-obstruction-clock-overdue = { WORD($clock) } was due on { DAY($due) } and is late; they were reminded
event-obstruction-clock-overdue = { WORD($clock) } is late; it was due on { DAY($due) }
timeline-obstruction-clocks-recomputed = The holidays were published; dates were computed again
event-obstruction-clocks-recomputed = Deadlines computed again by calendar { $calendar }

refusal-obstruction-no-superior = It cannot be sent to a level above from here. No higher petition bureau stands above this unit in the system. You can call 12388 (discipline inspection) or write to the authority above. Regulation on petition work, article 18: nobody may retaliate against a petitioner
refusal-obstruction-unit-unknown = This unit is not in the list. Please choose again, or write its name
refusal-wrongs-empty = What happened: one choice is enough
refusal-obstruction-facts-empty = A few words are missing: when, where, who, how
refusal-obstruction-reach = One thing is missing: a telephone, or the choice to leave none

# The page /obstructed
obstructed-lead = Registration refused, kept away, told to withdraw or to rate well, retaliated against: write it here. It goes straight to the level above that unit.
obstructed-notice = The unit you name, its people and the agents cannot see this report, and cannot find it in the system.
obstructed-danger = In danger? Call 110 now
obstructed-danger-text = To report officials who break the rules, call 12388. Retaliation too.
obstructed-call = Call
obstructed-group-what = What happened
obstructed-wrongs = One or several
obstructed-facts = How it was
obstructed-facts-hint = When, where, who, how. Where you are not sure, write “about”.
obstructed-group-who = Who it was
obstructed-unit = Which unit
obstructed-unit-hint = We send it to the level above this unit.
obstructed-unit-unknown = Not in the list, or not sure
obstructed-words = The name of the unit or person
obstructed-words-hint = If you are not sure, write what you know.
obstructed-group-matter = About which matter
obstructed-matter = The number of that matter
obstructed-matter-hint = If you have it. It is looked into just the same without.
obstructed-group-reach = How we tell you
obstructed-reach = Leave a telephone?
obstructed-reach-phone = Yes; send me a message when there is an answer
obstructed-reach-none = No name, no telephone; I come back with number and code
obstructed-reach-hint = The message says only that a matter of yours has an answer, never which.
obstructed-name = What we call you
obstructed-phone = Mobile number
obstructed-submit = Send it to the level above
obstructed-twice = Sent twice, it is still one report.
obstructed-receipt-title = Sent to the level above
obstructed-receipt-sentence = { $day } { $time }: sent to { $unit }.
obstructed-receipt-who = Who can see it: those in charge of it at { $unit }, and discipline and supervision above. The unit you named cannot.
obstructed-receipt-track = See whether there is an answer
obstructed-receipt-home = Home
obstructed-promise-take-up = Somebody takes it in hand
obstructed-promise-answer = You are told what was looked into and what was done
obstructed-look = The look by { $unit } on { $day } should not have happened.
obstructed-look-title = Somebody should not have looked
obstructed-look-lead = This look goes, with its time, unit and what was seen, to the level above that unit.
obstructed-look-what = { $day }, { $unit }, { $what }

# Tracking
obstructed-track-title = Your report to the level above
obstructed-track-with = Now with { $unit }
obstructed-track-answer = Their answer to you
obstructed-track-wrote = What you wrote
obstructed-track-add = Add something, or say what happened since
obstructed-track-add-hint = After an answer, what you add is looked into again.
obstructed-track-add-send = Send it
obstructed-track-added = What you added is with { $unit }.
obstructed-track-safe = The unit you named cannot see this page or find this number.

# Desk
desk-nav-obstructions = Hindered, retaliated
desk-obstructions-title = Report over a unit's head
desk-obstructions-lead = Registration refused, hindered, retaliated against. The unit named sees none of it; it is in no inbox and no search.
desk-obstructions-tab-open = Not answered
desk-obstructions-tab-over = Answered
desk-obstructions-empty = No report waits for an answer
desk-obstructions-empty-over = No report was answered yet
desk-obstructions-empty-text = What comes in stands here, and in the number at the left.
desk-obstructions-what = Report
desk-obstructions-named = Who is named
desk-obstructions-due = By
desk-obstructions-do = To do
desk-obstructions-open = Open
desk-obstructions-none-named = nobody named
desk-obstruction-wrongs = What happened
desk-obstruction-named = Who is named
desk-obstruction-place = Where
desk-obstruction-matter = The number she wrote
desk-obstruction-matter-none = none
desk-obstruction-look = Record of looks
desk-obstruction-origin = How it came
desk-obstruction-facts = In her words
desk-obstruction-reporter = Who reports
desk-obstruction-anonymous = Left no name and no telephone. She reads the answer here with number and code.
desk-obstruction-reveal = See it, with a reason
desk-obstruction-reveal-reason = Why
desk-obstruction-reveal-hint = She will see who looked at her details, when and why.
desk-obstruction-reveal-show = See it
desk-obstruction-revealed = Noted; she can see this look
desk-obstruction-take-up-intro = From now on you look into it. She sees that somebody does, not your name.
desk-obstruction-note-text = What to note
desk-obstruction-note-hint = Only for those who may read the report, not for her.
desk-obstruction-finding = What was found
desk-obstruction-answer-text = What she is told
desk-obstruction-answer-hint = Whom you asked, what you looked into, what was done.
desk-obstruction-answer-intro = She reads these words as they are. If it was not borne out, say what was looked into.
desk-obstruction-next-received = First take it in hand. If nobody has it in time, it is late.
desk-obstruction-next-taken-up = Look into it, then tell her what was done.
desk-obstruction-next-answered = Answered. What she adds brings it back.
desk-obstruction-keep-out = Do not pass it to the unit named, and do not show them her words.

# Telling it from a follow-up call
obstruction-follow-up-facts = Said when called back: retaliated against. { $note }

obstructed-optional = optional

# Stations, the sign, agents near
station-nobody = No agent is here now; the nearest is { $name }
station-what = What an agent does
station-can = Can do for you
station-can-1 = Write, hand in, look up how it stands
station-can-2 = Come along to the counter, sign for notices
station-can-3 = Neighbours, pasture, subsidies, wages
station-cannot = Only you yourself
station-cannot-1 = Report an official: call 12388, the agent is not involved
station-cannot-2 = Sign a settlement, give up a right: only you can
station-cannot-3 = Say how well it was done: only you can
station-dates = When you hear back
station-date-contact = Within { $hours } hours of telling the agent, you are called back
station-date-send = Within { $days } days of registration it is with the unit in charge
station-date-answer = Within { $days } days of acceptance there is an answer in writing
station-complain = Not done well: whom to tell
station-sign = Print the sign
station-sign-small = For the door, one A4 sheet
station-sign-print = Print
station-sign-how = Use the browser's print command, A4, at 100 %.
station-sign-back = Back to the station's page
station-sign-hello = Welcome
station-sign-point = Petition agent
station-sign-station = Petition agents' station
station-sign-center = Petition agents' centre
station-sign-lead = Tell me what troubles you. I write it down and see to it.
station-sign-free = It costs nothing.
station-sign-agent = Agent
station-sign-scan = Scan to file or look up yourself
station-sign-phone = Telephone
station-sign-deputy = When away: { $name } { $phone }
station-sign-hours = Hours
station-sign-way = Where
station-sign-visit = Cannot come? Call, and somebody comes to you
station-sign-promise = The same day you have a number and a query code, and know who has it and until when.
station-sign-direct = Rather without an agent? { $name } { $phone }, or 12345.
station-sign-hotline = Rather without an agent? Call 12345.
station-sign-hindered = The agent does nothing, or stops you?
station-sign-obstructed = Scan, then choose “Somebody stops me”: it goes straight to the level above.
agents-lead = Choose where you are and see who can help. No location is needed.
agents-who = Agent: { $name }
agents-nobody = No agent at present; call the station
agents-none-call = Or call { $office }:
station-about = What the agent does, by when, and whom to complain to
problem-call = Call { $phone }
