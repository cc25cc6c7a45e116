# Suggestions (R-062)
case-kind-suggestion = Suggestion
table-title-suggestion = Life cycle of the suggestion
clock-SUGGESTION_ITEM_CUSTOM = Do what was adopted
clock-from-suggestion-replied = adopted
clock-until-suggestion-realised = done
adoption-adopted = adopted
adoption-partly = partly adopted
adoption-not-adopted = not adopted
adoption-for-reference = kept for reference
suggestion-item-pending = under way
suggestion-item-done = done
suggestion-item-given-up = given up
stage-suggestion-registered = Registered, to be forwarded
stage-suggestion-forwarded = With a unit
stage-suggestion-objected = Objected to, to be verified
stage-suggestion-studying = Being studied
stage-suggestion-drafted = Reply waits for signature
stage-suggestion-replied = Replied to
stage-suggestion-tracked = Adopted, being done
stage-suggestion-closed = Closed
stage-suggestion-archived = Archived
stage-suggestion-withdrawn = Withdrawn
stage-petition-moved = Goes on as a suggestion
command-suggestion-forward = Forward
command-suggestion-object = Object
command-suggestion-reject-objection = Keep it with the unit
command-suggestion-approve-objection = Give it to another unit
command-suggestion-take-up = Begin to study
command-suggestion-reassign = Somebody else studies it
command-suggestion-save-draft = Write the reply
command-suggestion-return-draft = Return for changes
command-suggestion-sign = Sign the reply
command-suggestion-finish-item = Record as done
command-suggestion-give-up-item = Record as given up
command-suggestion-consider-reward = Consider a reward
command-suggestion-close = Close
command-suggestion-archive = Archive
command-suggestion-withdraw = Withdraw
command-suggestion-add-material = Add material
command-suggestion-nudge = Ask how it stands
command-suggestion-say-publication = Say whether it may be published
command-suggestion-rate = Rate
command-suggestion-note-supervision = Note supervision
command-suggestion-mark-overdue = Note as overdue
command-suggestion-recompute-clocks = Compute dates again
command-petition-move-to-suggestion = Move to suggestions
event-petition-moved = Goes on as suggestion { $number }
timeline-petition-moved = It is a suggestion and goes on as one, number { $number }. You need not file it again
event-suggestion-registered =
    { $from ->
        [no] Suggestion registered, points: { $count }; to be forwarded by { DAY($due) }
       *[other] Moved here from { $from }, points: { $count }; to be forwarded by { DAY($due) }
    }
timeline-suggestion-registered =
    { $from ->
        [no] Your suggestion is registered, number { $number }. By { DAY($due) } you hear who studies it
       *[other] Moved here from { $from }, number { $number }. The day of receipt stays; by { DAY($due) } you hear who studies it
    }
event-suggestion-forwarded = Forwarded to { $unit }, reply due by { DAY($due) }
timeline-suggestion-forwarded = Sent to { $unit } to be studied. You get a reply by { DAY($due) }
event-suggestion-objected = { $unit } objects
timeline-suggestion-objected = { $unit } says it is not its matter; this is being verified. You need not ask again
event-suggestion-objection-rejected = It stays with the unit
timeline-suggestion-objection-rejected = Verified: the same unit studies it
event-suggestion-objection-approved = { $unit } studies it now
timeline-suggestion-objection-approved = { $unit } studies it now; the day of the reply stays
event-suggestion-taken-up =
    { $simple ->
        [yes] { $unit } begins to study it as a simple one, reply due by { DAY($due) }
       *[no] { $unit } begins to study it, reply due by { DAY($due) }
    }
timeline-suggestion-taken-up = { $unit } has begun to study it. You get a reply by { DAY($due) }
event-suggestion-reassigned = Somebody else studies it
event-suggestion-draft-saved =
    { $submitted ->
        [yes] Reply written, points answered: { $count }; waits for signature
       *[no] Reply in progress, points answered: { $count }
    }
event-suggestion-draft-returned = Returned for changes
event-suggestion-replied = Reply { $number } signed: { WORD($result) }; things to do: { $items }
timeline-suggestion-replied =
    { $items ->
        [0] { $unit } replied: { WORD($result) }. The reason for each point stands in the reply
       *[other] { $unit } replied: { WORD($result) }. Things to be done: { $items }; you hear of each
    }
event-suggestion-item-done = Thing { $item } done, { DAY($day) }
timeline-suggestion-item-done = Thing { $item } is done, { DAY($day) }
event-suggestion-item-given-up = Thing { $item } given up
timeline-suggestion-item-given-up = Thing { $item } will not be done; the reason stands below
event-suggestion-reward-considered =
    { $granted ->
        [yes] Reward considered: granted
       *[no] Reward considered: not this time
    }
timeline-suggestion-reward-considered =
    { $granted ->
        [yes] { $unit } considered a reward and thanks you for your suggestion
       *[no] { $unit } considered a reward; none this time
    }
event-suggestion-closed = Closed
timeline-suggestion-closed = Closed. A new idea can be sent at any time
event-suggestion-archived = Archived
event-suggestion-withdrawn = Withdrawn by her
timeline-suggestion-withdrawn = You took this suggestion back
event-suggestion-material-added = Material added, { $files } files
timeline-suggestion-material-added = Material was added
event-suggestion-nudged = She asked how it stands
timeline-suggestion-nudged = You asked how it stands; the unit was reminded
event-suggestion-publication-said =
    { $allowed ->
        [yes] She agrees to publication without her name
       *[no] She does not agree to publication
    }
timeline-suggestion-publication-said =
    { $allowed ->
        [yes] You agreed to publication without your name
       *[no] You do not agree to publication
    }
event-suggestion-rated = Her rating: { WORD($grade) }
timeline-suggestion-rated = Your rating: { WORD($grade) }
event-suggestion-supervised = Supervision of { $unit }: { WORD($rung) }, { WORD($ground) }{ $clocked ->
        [yes] , answer due by { DAY($due) }
       *[no] {""}
    }
timeline-suggestion-supervised = { $unit } was told to act{ $clocked ->
        [yes] ; it explains itself by { DAY($due) }
       *[no] {""}
    }
event-suggestion-supervision-noted = { WORD($rung) }: { $unit }, { WORD($ground) }
event-suggestion-clock-overdue = Overdue: { WORD($clock) }, was due by { DAY($due) }
timeline-suggestion-clock-overdue = “{ WORD($clock) }” was due by { DAY($due) } and did not happen; it was pressed for
event-suggestion-clocks-recomputed = Dates computed again by calendar { $calendar }
timeline-suggestion-clocks-recomputed = The holiday arrangement was published; dates were computed again
refusal-triage-suggestion = This is a suggestion: use “Move to suggestions”. The old number still leads to it and the day of receipt stays.
refusal-move-complaint = It names a unit complained of, or is being decided as finally answered; it cannot become a suggestion.
refusal-suggestion-same-unit = That is the same unit. Choose another one.
refusal-suggestion-point-unknown = There is no such point.
refusal-suggestion-point-twice = Point { $point } is answered twice.
refusal-suggestion-adopted-without-item = Point { $point } is adopted: write what will be done, by which unit and by which day.
refusal-suggestion-item-without-adoption = Point { $point } is not adopted: nothing is to be done about it.
refusal-suggestion-item-due = The day has to lie after today, three years away at most.
refusal-suggestion-point-unanswered = Point { $point } is not answered yet. What is not adopted gets a reason too.
refusal-suggestion-signed-by-its-writer = Somebody who neither wrote nor studied it signs the reply.
refusal-suggestion-done-later = It cannot have been done after today.
refusal-suggestion-reward-open = Something was adopted: consider a reward first. If there is none, say why.
refusal-suggestion-reward-considered = A reward was considered already.
refusal-suggestion-simple-late = The short time ended on { DAY($due) }; only the ordinary one is left.
refusal-suggestion-item-unknown = There is no such thing to do.
refusal-suggestion-item-ended = What became of thing { $item } is on record already.
