# Suggestions (R-062)
case-kind-suggestion = Suggestion
table-title-suggestion = Life cycle of the suggestion
clock-SUGGESTION_ITEM_CUSTOM = Do what was adopted
clock-from-suggestion-replied = adopted
clock-until-suggestion-realised = done
suggestion-result-adopted = adopted
suggestion-result-partly = partly adopted
suggestion-result-not-adopted = not adopted
suggestion-result-for-reference = kept for reference
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
# The desk
suggestions-back = Inbox
suggestions-next = Next
suggestions-points = What is proposed, and the answers
suggestions-words = How things are
suggestions-findings = What the study found
suggestions-findings-hint = What was looked at, who was asked. It stands in the reply.
suggestions-letter = The reply
suggestions-category = Category
suggestions-category-hint = Optional. For example: 城乡建设/路灯
suggestions-object-hint = Within five working days. Say why it is not this unit's, and whose it is.
suggestions-handler = Who studies it
suggestions-simple = Why it is simple
suggestions-simple-hint = With a reason the short time runs; without one the ordinary one.
suggestions-on = Done on
suggestions-evidence = What was done
suggestions-evidence-hint = Whoever proposed it reads this. Say what was done and what shows it.
suggestions-give-up-hint = Whoever proposed it reads this. Say why it will not be done.
suggestions-granted = Is there a reward
suggestions-granted-yes = Yes
suggestions-granted-no = Not this time
suggestions-reward = Reward
suggestions-reward-hint = What it is, or why there is none.
suggestions-material = What is added
suggestions-item = Which one
suggestions-item-line = { $no }. { $what }
suggestions-point = Point { $no }: { $text }
suggestions-result = Adopted or not
suggestions-result-none = Not decided yet
suggestions-reason = Reason
suggestions-reason-hint = What is not adopted gets a reason too.
suggestions-what = What will be done
suggestions-what-hint = At least one thing where it is adopted; none where it is not.
suggestions-more = One more
suggestions-unit = Which unit does it
suggestions-due = Done by
suggestions-submit = It is whole: hand it to the leader for signature
suggestions-planned = Counts from the signature
suggestions-who = Who proposes
suggestions-received = Received
suggestions-channel = How it came
suggestions-bureau = Registered by
suggestions-holder = Studied by
suggestions-moved-from = Its first number
suggestions-publish = Publication
suggestions-publish-yes = Agreed, without the name
suggestions-publish-no = Not agreed
suggestions-rating = Rating
suggestions-move = Move to suggestions
suggestions-move-text = Somebody who asks for nothing of her own and only proposes something: it goes on as a suggestion. The six ways are not asked and no review follows. Its number still leads to it, the day of receipt stays, and she is told.
# Her pages
suggest-title = Make a suggestion
suggest-lead = What could be done better? The unit with the power studies it and answers each point: adopted or not, always with a reason.
suggest-home = Make a suggestion
suggest-home-small = What could be done better
suggest-now = How things are
suggest-facts = How it is now, and why it should change
suggest-facts-hint = Say where it is, so that somebody can go and look.
suggest-want = What you propose
suggest-want-hint = One line each; each is answered by itself.
suggest-point = Point { $n }
suggest-files = Photographs, papers
suggest-reach = How you get your reply
suggest-seen = Only the unit that studies it sees name and telephone, and every look is on record.
suggest-publish = May it be published
suggest-publish-yes = Yes, without my name
suggest-publish-no = No
suggest-publish-hint = Only the suggestion and the reply, not who you are. You can change this at any time.
suggest-submit = Send the suggestion
suggest-instead = If you want something done about a matter of your own,
suggest-receipt-title = Your suggestion is here
suggest-receipt-sentence = Received on { $day } at { $time }: “{ $title }”, points: { $count }.
suggest-receipt-track = See where it is
suggest-receipt-limits = The unit answers each point after it studied it. There is no review of a suggestion; a new idea can be sent at any time.
suggest-promise-forward = You hear which unit studies it
suggest-promise-after = After the unit has it
suggest-promise-reply = Every point is answered with a reason ({ $count })
suggest-track-title = Your suggestion
suggest-road-registered = { $unit } is reading your suggestion. By { $due } you hear which unit studies it.
suggest-road-forwarded = It is with { $unit }. By { $due } you hear who studies it.
suggest-road-objected = The unit says it is not its matter; { $unit } is deciding. You need not ask again.
suggest-road-studying = { $unit } is studying it. You get a reply by { $due }.
suggest-road-drafted = { $unit } wrote the reply and its leader is to sign it. You get it by { $due }.
suggest-road-replied = { $unit } has replied.
suggest-road-tracked = { $unit } is doing what was adopted. The next thing is done by { $due }.
suggest-road-closed = This suggestion is closed. You can read it at any time.
suggest-road-archived = This suggestion is in the archive. You can read it at any time.
suggest-road-withdrawn = You took it back. A new idea can be sent at any time.
suggest-points = What you propose ({ $count })
suggest-item-who = { $unit }, by { $day }
suggest-moved-from = Its first number was { $number }; the day of receipt stays.
suggest-onward = See this suggestion
suggest-reward = Reward
suggest-rate = How do you find the unit's reply
suggest-rate-comment = In your words
suggest-wrote = What you wrote
suggest-publish-title = Publication
suggest-publish-is-yes = You agreed that it is published without your name.
suggest-publish-is-no = You did not agree to publication.
suggest-publish-back = Do not publish it
suggest-publish-allow = Agree, without my name
suggest-add = Add something
suggest-add-send = Add
suggest-withdraw = Take this suggestion back
suggest-withdraw-text = Then nobody studies it any more and no reply follows.
suggest-done-nudge = The unit was reminded; that is on record too.
suggest-done-withdraw = It was taken back.
suggest-done-publish = Noted: it may be published without your name.
suggest-done-private = Noted: it is not published.
suggest-done-add = The unit reads what you added.
suggest-done-rate = Your rating is on record.
portal-road-petition-moved = It is a suggestion, number { $number }, and goes on there. You need not file it again.
portal-next-petition-moved = It goes on as a suggestion
refusal-suggest-facts-empty = Please say how things are.
refusal-suggest-points-empty = Please propose at least one thing.
# Calls for suggestions
calls-title = Calls for suggestions
calls-lead = Ask everybody about one question. How many came, were studied, adopted and done is counted from the matters.
calls-portal-lead = Offices ask for your proposals on these questions. At the end this page says what was proposed and what was done.
calls-home-small = What offices ask everybody
calls-none = There is no call yet.
calls-none-text = Open one below.
calls-question = The question
calls-question-hint = One sentence, one thing.
calls-received = Received
calls-studied = Studied
calls-adopted = Adopted
calls-realised = Done
calls-category = Category
calls-no-category = Without a category
calls-all = All
calls-share = Received { $received }, studied { $studied }, adopted { $adopted }, done { $realised }
calls-span = { $first } to { $last }
calls-closed = closed
calls-has-report = It is over: see what was proposed and what was done
calls-open = Open a call
calls-open-button = Publish
calls-place = Where
calls-background = Background
calls-background-hint = How things are, what was tried, what is undecided.
calls-asked = Who is asked
calls-asked-hint = For example: parents, teachers, shops along the road
calls-first = From
calls-last = Until
calls-kinds = What proposals may be about
calls-kinds-hint = One a line.
calls-became = What became of it
calls-report = What was proposed, what was done
calls-report-portal = What you proposed, what we did
calls-report-hint = What was proposed, what was adopted and done, and why the rest was not. Nobody is named.
calls-public = The public page
calls-close = Close the call
calls-close-text = Nothing new is taken afterwards; what came is carried to its end. What you write stands on the public page.
calls-close-button = Publish the result and close
calls-done-opened = The call is published.
calls-done-closed = The result is published.
calls-qr = Scan to propose
calls-qr-text = Print it for the station or the village; it leads to this page.
suggest-asked = The question:
refusal-call-order = The last day lies before the first.
refusal-call-over = The last day has passed.
refusal-call-long = A call lasts { $max } days at most.
refusal-call-unknown = There is no such call.
refusal-call-closed = This call is closed already.
refusal-call-ended = This call ended on { DAY($day) } and takes no more. You can make the suggestion without it.
refusal-answer-without-leave = Whoever made this suggestion has not agreed to publication.
suggestions-publish-way = Publish without the name
