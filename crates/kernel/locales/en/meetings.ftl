# Joint meetings 联席会议 (R-114)
case-kind-meeting = Joint meeting
table-title-meeting = Life cycle of a joint meeting
basis-A12 = Article 12 of the Regulation
clock-MEETING_CUSTOM = Decision of the joint meeting
clock-from-meeting-decided = the decision
clock-until-meeting-answered = the unit's report
meeting-item-matter = A matter
meeting-item-dispute = A jurisdiction dispute
meeting-item-topic = A topic without a case
stage-meeting-called = Called
stage-meeting-following = Followed up
stage-meeting-done = Everything decided was done
stage-meeting-called-off = Did not take place
command-meeting-move = Change day or place
command-meeting-put-item = Add an item
command-meeting-drop-item = Take the item off
command-meeting-decide = Record what was decided
command-meeting-close-minutes = Close the minutes
command-meeting-answer = Report
command-meeting-accept = Accept
command-meeting-return = Return
command-meeting-remind = Remind
command-meeting-call-off = Call it off
command-meeting-mark-overdue = Note as overdue
command-meeting-recompute-clocks = Recompute dates
event-meeting-called = Joint meeting called: { DAY($day) }, { $place }, { $chair } presides
event-meeting-moved = Moved to { DAY($day) }, { $place }
event-meeting-item-put = Item { $item }: { WORD($kind) }
event-meeting-item-dropped = Item { $item } taken off undecided
event-meeting-decided =
    { $timed ->
        [yes] Item { $item } decided: { $unit } does it by { DAY($due) }
       *[no] Item { $item } decided: { $unit } handles the matter
    }
event-meeting-minuted = The minutes stand
event-meeting-answered = { $unit } reports on decision { $decision }: done on { DAY($day) }
event-meeting-accepted = The report of { $unit } on decision { $decision } is accepted
event-meeting-returned = Decision { $decision } returned to { $unit }, now by { DAY($due) }
event-meeting-reminded = { $unit } reminded of decision { $decision }
event-meeting-called-off = The meeting does not take place
event-meeting-clock-overdue = { $unit } did not report on decision { $decision } in time
event-meeting-clocks-recomputed = Dates recomputed by calendar { $calendar }
event-led-meeting-decided =
    { $timed ->
        [yes] Joint meeting { $number } decided: { $unit } does it by { DAY($due) }
       *[no] Joint meeting { $number } decided: { $unit } handles it
    }
timeline-led-meeting-decided =
    { $timed ->
        [yes] A joint meeting decided: { $unit } does it by { DAY($due) }
       *[no] A joint meeting decided: { $unit } handles it
    }
timeline-led-booked = A seat at a leader's reception was booked
timeline-led-booking-ended = The seat at the reception was given back
timeline-led-visited = Received by a leader on { DAY($day) }, { $place }
timeline-petition-led = { WORD($deed) }
leaders-deed-meeting-decided = A joint meeting decided something
refusal-meeting-past = That day is over.
refusal-meeting-alone = At least one other unit has to attend.
refusal-meeting-held = Something was decided already: “{ WORD($command) }” is no longer possible.
refusal-meeting-item-case = A matter or a dispute has a case number; a topic has none.
refusal-meeting-item-twice = { $number } is on the agenda already.
refusal-meeting-item-settled = Item { $item } has its result already.
refusal-meeting-item-open = Item { $item } has no result yet: record what was decided, or take it off and say why.
refusal-meeting-empty = There is no item yet.
refusal-meeting-early = It has not been held yet; record from { DAY($day) } on.
refusal-meeting-to-oneself = Name the unit that does it, not the office of the meeting.
refusal-meeting-decided-twice = This unit was given this item already.
refusal-meeting-dispute-due = A dispute only settles who handles it. The matter has its own dates.
refusal-meeting-unknown = There is no such item.
refusal-meeting-matter = There is no such case, or it is not yours to see.
refusal-meeting-not-disputed = { $number } has no jurisdiction dispute now. Raise it in the matter first.
doc-type-meeting-minutes = Minutes of the joint meeting
doc-field-meeting-time = Time
doc-field-meeting-place = Place
doc-field-chair = Who presides
doc-field-attendance = Units attending
doc-field-resolutions = Decisions
doc-field-dropped = Items not decided
meeting-dispute-reason = Joint meeting { $number } decided: { $text }
refusal-meeting-units = At most { $max } units.
# The pages /desk/meetings
meetings-title = Joint meetings
meetings-lead = What one unit alone cannot settle is decided here: who does it, and by when. Then it is followed up until it is done.
meetings-tab-owed = For us to do
meetings-tab-open = Running
meetings-tab-over = Done
meetings-call = Call a joint meeting
meetings-call-lead = First day, place and units; the items follow.
meetings-call-button = Call it
meetings-called-done = Called. Now add the items.
meetings-none-owed = Nothing to report
meetings-none-open = No meeting is running
meetings-none-over = No meeting is done yet
meetings-none-text = What a meeting gives your unit stands here.
meetings-none-begin = Call one when something cannot be settled by one unit.
meetings-what = Meeting
meetings-day = When
meetings-decided = Decisions
meetings-due = By
meetings-stage = Where it stands
meetings-owed-what = What is to be done
meetings-of = Meeting
meetings-do = Next
meetings-items = { $count } items
meetings-settled = { $done } of { $all } done
meetings-place = Place
meetings-chair = Who presides
meetings-chair-hint = The office, not the name. For example: deputy secretary of the banner
meetings-office = Called by
meetings-units = Units attending
meetings-line = Name of the meeting
meetings-line-hint = For example: Joint meeting of Damao Banner, third of 2026
meetings-on = Day
meetings-from = From
meetings-agenda = Items and decisions
meetings-agenda-none = There is no item yet.
meetings-dropped = Not decided:
meetings-item-kind = What it is
meetings-item-number = Case number
meetings-item-number-hint = For a matter or a dispute; a topic has none.
meetings-item-text = What is to be decided
meetings-item-text-hint = About the matter, without names of people. Every unit attending reads it.
meetings-reason = Why
meetings-decide-text = What was decided
meetings-decide-text-hint = For a matter this sentence stands in its record, and the petitioner reads it.
meetings-owner = Unit responsible
meetings-owner-dispute = The matter goes to it at once, with the matter's own dates.
meetings-no-due = By the matter's own dates
meetings-answered = Done on { $day }:
meetings-returned = Returned:
meetings-return-reason = What is missing
meetings-return-due = Now by
meetings-reminded = Reminded { $at }
meetings-ready = Every item has its result
meetings-ready-text = Once the minutes stand no item can be added. They are written as a letter, and the units begin to report.
