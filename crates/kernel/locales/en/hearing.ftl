# Notice of a hearing, supervision of reviews, and what "no more accepted" rests on.
command-review-call-hearing = Give notice of a hearing
command-review-cancel-hearing = Cancel the hearing
command-review-note-supervision = Note supervision (system)
timeline-review-hearing-called = There is a hearing on { DAY($day) }, { $hours }, at { $place }. The notice is among your papers
event-review-hearing-called = Notice of a hearing: { DAY($day) }, { $hours }, { $place }
timeline-review-hearing-cancelled = The hearing you were told of is not held
event-review-hearing-cancelled = Hearing cancelled
timeline-review-supervised = { $unit } was told to act{ $clocked ->
    [yes] : it answers by { DAY($due) }
   *[no] {""}
}. The level above is watching; there is nothing for you to do
event-review-supervised = Supervision of { $unit }: { WORD($rung) }, { WORD($ground) }{ $clocked ->
    [yes] , answer by { DAY($due) }
   *[no] {""}
}
event-review-supervision-noted = { WORD($rung) }: { $unit }, { WORD($ground) }
refusal-hearing-called-late = No hearing can be called for this day. The notice arrives before the hearing; the first possible day is { DAY($from) }. Choose another day. Regulation on Petition Work, article 36: whoever rechecks may hold a hearing.
refusal-hearing-not-called = There is no hearing to cancel. None was called, or it was held already. Look at the record first. Regulation on Petition Work, article 36: whoever rechecks may hold a hearing.
refusal-finality-own-matter = This matter cannot rest on itself. It takes the recheck opinion of the earlier one. Enter the number of that. Regulation on Petition Work, article 36: what is submitted again with the same facts and reasons after a recheck is not accepted.
refusal-finality-day = It cannot rest on this recheck opinion. Its day is after the day on which this matter came. Check number and day. Regulation on Petition Work, article 36: what is submitted again with the same facts and reasons after a recheck is not accepted.
refusal-finality-not-final = It cannot rest on this matter. { $number } has no recheck opinion and is not finally answered. Check the number, or enter number and day of the recheck opinion; where there is none, the matter is handled as usual. Regulation on Petition Work, article 36: what is submitted again with the same facts and reasons after a recheck is not accepted.
refusal-finality-basis-missing = The organ, number and day of the recheck opinion are missing. Without a recheck nothing was finally answered, and the matter is handled as usual. Regulation on Petition Work, article 36: what is submitted again with the same facts and reasons after a recheck is not accepted.
finality-intro = Only what was rechecked with the same facts and reasons is no more accepted, and two people agree. You are the first. If it was rechecked here, enter the number of that matter; if before or elsewhere, enter organ, number and day. Without a recheck opinion it is handled as usual.
finality-number = Number of the matter that was rechecked
finality-organ = Which organ rechecked it
finality-opinion = Number of the recheck opinion
finality-on = Day of the recheck opinion
finality-same = Which facts and reasons are the same
finality-same-hint = Point by point. If one differs, that is new, and the matter is accepted as usual
finality-second = Somebody proposes not to accept it, resting on { $recheck }. What is the same, in his words: { $same }. Check for yourself: are facts and reasons really the same? With anything new you cannot agree.
finality-second-plain = Somebody proposes not to accept it, resting on { $recheck }. Check for yourself: are facts and reasons really the same? With anything new you cannot agree.
reviews-hearing-on = Day of the hearing
reviews-hearing-on-hint = The notice arrives before it; tomorrow at the earliest. A second notice moves it
reviews-hearing-cancel-why = Why it is not held
reviews-hearing-cancel-hint = The petitioner is told
reviews-hearing-ahead = Hearing to come
reviews-hearings-ahead = Hearings to come
reviews-hearing-calendar = Put it into a calendar
reviews-hearing-said = { $day }, { $hours }, { $place }. { $persons }
reviews-hearing-entry = Hearing { $number }
review-hearing-hers = Hearing on { $day }, { $hours }, at { $place }. The notice is among your papers. If you cannot come, tell us before
review-paper = Open the opinion
review-rate = Rate the office that reviewed
review-rated = Your rating: { $grade }
review-rate-lead = You rate the office that looked into your request, not the unit that handled the matter. It changes nothing of the result and does not mean that anything is solved.
refusal-review-not-served = You cannot rate yet. The opinion of the review has not reached you. Rate when it has. Regulation on Petition Work, article 21: petitioners may look up and rate.
reviews-ask = Hand in a request: { $level }
reviews-ask-agent = You are the agent: you only deliver what she signed, word for word. The mandate says that you may deliver.
reviews-ask-paper = Take down what she wrote or said, word for word. Of a letter the day of the postmark counts.
reviews-ask-organ = Whom she asks
reviews-ask-organ-hint = She chooses
reviews-ask-why-hint = Why she contests this answer; leave it empty if she does not
reviews-ask-posted = Day of the postmark
reviews-ask-posted-hint = Only for a letter. What was posted within the term is in time
reviews-ask-late = Why it is late
reviews-ask-late-hint = A good cause is possible; the office judges
reviews-ask-send = Hand it in
reviews-ask-way = Hand in a request for review
desk-done-contest = The request is handed in. She is told.
portal-done-rate-review = Your rating is on record. You can change it for some days.
