# Review and recheck: names, record, refusals.

case-kind-review = review or recheck
table-title-review = The life cycle of review and recheck
who-reviewer = the organ that reviews or rechecks
who-first-unit = the unit that answered first

review-level-review = review
review-level-recheck = recheck
review-result-uphold = upheld
review-result-revoke = revoked
review-result-change = changed
review-result-remand = sent back to be done again
finality-agreement-performed = the agreement was performed
finality-review-waived = nobody asked for review in time
finality-rechecked = rechecked
review-reject-late = after the term, without a good cause
review-reject-scope = nothing that review or recheck is for
review-lodged-herself = asked by herself online
review-lodged-by-agent = delivered by the agent
review-lodged-on-paper = asked by herself on paper

stage-petition-under-review = Under review or recheck
stage-review-requested = Request received, to be looked at
stage-review-accepted = Accepted, waiting for the unit's file
stage-review-examining = Being examined
stage-review-hearing = Hearing
stage-review-drafted = Opinion to be checked
stage-review-checked = Opinion to be signed
stage-review-issued = Opinion to be served
stage-review-served = Opinion served
stage-review-rejected-late = Late, not accepted
stage-review-rejected-scope = Out of scope, not accepted
stage-review-withdrawn = Withdrawn by the person

command-petition-note-review = Note a review (system)
command-petition-record-care = Record care
command-review-accept = Accept
command-review-reject = Do not accept
command-review-send-file = Send the file
command-review-reassign = Another examiner
command-review-open-hearing = Open the hearing
command-review-end-hearing = End the hearing
command-review-save-draft = Write the opinion
command-review-check = Check
command-review-return-draft = Return the draft
command-review-sign = Sign
command-review-serve = Serve
command-review-add-material = Add material
command-review-withdraw = Withdraw
command-review-rate = Rate
command-review-mark-overdue = Overdue (system)
command-review-recompute-clocks = Recompute clocks (system)

clock-REVIEW_FILE_5WD = File of the first unit
clock-REMAND_REDO_30D = Doing it again
clock-from-review-accepted = the review is accepted
clock-from-review-sent-back = the review sends it back
clock-until-file-sent = the file is sent

admin-setting-redo-likeness-percent = From how many per cent on a new answer looks like the old one
admin-setting-redo-likeness-percent-text = From here on whoever signs says what is new. The same words are not taken at all.
admin-setting-waived-is-final = Whether an answer nobody contested in time is final
admin-setting-waived-is-final-text = 1 for yes, 0 for no. Only where a local regulation says so.

# Her page.
timeline-petition-review-noted = { $step ->
    [requested] Your request for { WORD($level) } arrived; { $unit } looks at it. Its number: { $number }
    [accepted] { $unit } accepted the { WORD($level) } and decides by { DAY($due) }
    [taken] { $unit } accepted the { WORD($level) }
    [refused] { $unit } did not accept the { WORD($level) }: { WORD($ground) }
    [withdrawn] You took the request for { WORD($level) } back
    [sent_back] You have the opinion of the { WORD($level) }: { $count } claims go back to the unit to be done again
   *[served] You have the opinion of the { WORD($level) }
}
event-petition-review-noted = { $step ->
    [requested] Asked for { WORD($level) } of { $count } claims: { $unit }, { $number }
    [accepted] { $unit } accepted the { WORD($level) }, due { DAY($due) }
    [taken] { $unit } accepted the { WORD($level) }
    [refused] { $unit } did not accept the { WORD($level) }: { WORD($ground) }
    [withdrawn] The request for { WORD($level) } was taken back
    [sent_back] Opinion of the { WORD($level) } served: { $count } claims sent back
   *[served] Opinion of the { WORD($level) } served
}
timeline-petition-finally-answered = The procedure ends here: { WORD($how) }. With new facts or reasons you can still come back
event-petition-finally-answered = Finally answered: { WORD($how) }
event-petition-care-recorded = Care afterwards: { $unit }, { DAY($day) } to { DAY($due) }

timeline-review-requested = Your request for { WORD($level) } arrived; { $organ } decides by { DAY($due) }
event-review-requested = Request for { WORD($level) } of { $count } claims{ $late ->
    [yes] , late, with a cause
   *[no] {""}
}. Decided by { DAY($due) }
timeline-review-accepted = { $organ } accepted the { WORD($level) } and decides by { DAY($due) }
event-review-accepted = Accepted{ $late ->
    [yes] {" "}(the cause for lateness holds)
   *[no] {""}
}, decided by { DAY($due) }
timeline-review-rejected = { $organ } did not accept it: { WORD($ground) }
event-review-rejected = Not accepted: { WORD($ground) }
timeline-review-file-sent = { $body } sent its file
event-review-file-sent = { $body } sent its file
event-review-reassigned = Another examiner
timeline-review-hearing-opened = The hearing began on { DAY($day) }, place: { $place }
event-review-hearing-opened = Hearing from { DAY($day) }, { $place }
timeline-review-hearing-ended = The hearing ended on { DAY($day) }{ $due ->
    [none] {""}
   *[other] ; decided by { DAY($due) }
}
event-review-hearing-ended = Hearing ended on { DAY($day) }{ $due ->
    [none] {""}
   *[other] ; decided by { DAY($due) }
}
event-review-draft-saved = Opinion written on
event-review-draft-checked = Checked
event-review-draft-returned = Returned
timeline-review-issued = The opinion of the { WORD($level) } is signed ({ $number }) and on its way to you
event-review-issued = Opinion of the { WORD($level) } signed: { $number }
timeline-review-served = You have the opinion of the { WORD($level) } ({ WORD($method) })
event-review-served = Opinion of the { WORD($level) } served ({ WORD($method) })
timeline-review-material-added = You added material
event-review-material-added = Material added, { $files } files
timeline-review-withdrawn = You took the request back
event-review-withdrawn = Taken back by the person
timeline-review-rated = Your rating: { WORD($grade) }
event-review-rated = Rated: { WORD($grade) }
timeline-review-clock-overdue = { WORD($clock) }: { DAY($due) } has passed, and it is not done
event-review-clock-overdue = { WORD($clock) } overdue since { DAY($due) }
timeline-review-clocks-recomputed = The dates were computed again with the calendar { $calendar }
event-review-clocks-recomputed = Clocks computed again with the calendar { $calendar }

# Refusals.
refusal-review-organ-none = You cannot ask here. Nothing above this unit is in the system. Call the petition office of the place and ask whom to turn to. Regulation on Petition Work, article 35: review is asked of the level above the unit.
refusal-review-organ-unknown = You cannot ask this organ. It does not stand above the unit. Choose one of those listed. Regulation on Petition Work, article 35: review is asked of the level above the unit.
refusal-review-organ-answered = A unit that answered cannot review its answer. Choose the level above. Regulation on Petition Work, article 35: the level above reviews.
refusal-review-claims-none = No claim was chosen. Choose those whose answer you do not agree with. Regulation on Petition Work, article 35: whoever disagrees with the opinion may ask for review.
refusal-review-claim-twice = Claim { $claim } is there twice. Leave it once.
refusal-review-claim-routed = Claim { $claim } has no review. It takes another way ({ WORD($route) }) with remedies and terms of its own. Look at the legal way of this claim. Regulation on Petition Work, articles 34 and 35: review is for what the petition procedure answers.
refusal-review-claim-unanswered = Claim { $claim } cannot be contested yet. No answer has reached you. Wait until it is served. Regulation on Petition Work, article 35: after the written answer.
refusal-review-claim-open = Claim { $claim } is under review already. Wait for the opinion, or take that request back first.
refusal-review-claim-final = Claim { $claim } was rechecked. With new facts or reasons you can come back. Regulation on Petition Work, article 36: the same facts and reasons are not accepted again.
refusal-review-claim-remanded = Claim { $claim } is being done again. Wait for the new answer; if you disagree you may ask for review again. Regulation on Petition Work, article 35: after the written answer.
refusal-review-claim-level = For claim { $claim } the step is now { WORD($level) }. Ask for it separately.
refusal-review-posted = The day of posting does not fit. Only what came by letter has one, and it is not after today. Please correct it.
refusal-review-late-cause-missing = The term is over ({ DAY($due) }). You may still ask; write why it comes late, and somebody at the level above decides. Regulation on Petition Work, article 35: within thirty days from the written answer.
refusal-review-not-hers = Nobody asks for her. She asks herself; an agent only delivers under a mandate, a window only takes down what she brings. Please let her ask.
refusal-reviewer-sat-before = You cannot work on this review. You or your unit had a part in the answer. Ask somebody who had none. Regulation on Petition Work, article 28: whoever is concerned steps back.
refusal-review-not-the-office = You cannot work on this one. It is not with your office. The organ that reviews works on it.
refusal-review-file-foreign = You cannot send this file. Your unit gave no answer here. The unit that answered sends it.
refusal-review-late-reason = It cannot be accepted yet. The request is late; write why her cause is accepted.
refusal-review-not-late = This request is in time. No reason for lateness is needed, and it cannot be refused as late. Regulation on Petition Work, article 35: within thirty days from the written answer.
refusal-hearing-day = The day of the hearing does not fit. It is not before { DAY($from) } and not after today. Correct the day. Regulation on Petition Work, article 36: the time of a hearing does not count.
refusal-review-change-empty = Claim { $claim } is changed, but to what is missing. Write the new answer.
refusal-review-instead-without-change = Claim { $claim } is not changed and takes no new answer. Choose change, or leave the new answer out.
refusal-review-change-same = The new answer to claim { $claim } is the old one. Write what changes, or uphold it.
refusal-review-claims-undecided = Claims { $claims } are not decided. Say for each: upheld, revoked, changed or sent back. Regulation on Petition Work, article 35: a written opinion.
refusal-review-opinion-unserved = Service cannot be recorded now. A signed answer of the first unit has not reached her. Ask the unit to serve it first; it takes a day.
refusal-review-open = Not now. The review ({ $number }) is not over. Wait until its opinion is served; she may also take the request back.
refusal-review-signed-by-its-writer = You cannot check or sign your own opinion of a review. Ask a colleague. Regulation on Petition Work, article 35: the organ gives the opinion; at least two people have read it.
refusal-claim-not-sent-back = Claim { $claim } was not sent back and keeps its answer. Answer only those that were.
refusal-redo-same-answer = The answer to claim { $claim } is the one that was sent back. Look into it again and write anew. What a review sends back is not answered with the same words.
refusal-redo-nearly-same = It cannot be signed yet. Claims { $claims } are { $percent } per cent the answer that was sent back. Say what is new, or return the draft. What a review sends back is not answered with nearly the same words.
refusal-care-before-finality = Care cannot be recorded yet. The procedure is not final. Go on as before. Regulation on Petition Work, article 37: after review and recheck people are looked after.
refusal-care-days = The days do not fit. The last lies before the first. Please correct them.

# At the desk of the unit.
desk-anew-differs = What is new
desk-anew-differs-hint = A review sent this answer back. Needed where it looks like the old one; it is kept on record.
desk-care-intro = After the procedure is final: what is done, and until when. Write what is done, not what anybody is.
desk-care-what = What is done
desk-care-what-hint = For example: a visit every month, help with the application for relief.
desk-care-from = From
desk-care-until = Until
desk-care-until-hint = On this day somebody looks whether more is needed.
portal-road-petition-under-review = The level above looks at the answer you do not agree with{ $due ->
    [none] .
   *[other] : its opinion is due **by { $due }**.
}
portal-next-petition-under-review = The level above gives its opinion and it is served on you, claim by claim: upheld, changed or sent back

# She asks, on her phone.
phone-contest-review = Ask for review
phone-contest-recheck = Ask for recheck
phone-contest-until = Ask by **{ $day }**.
phone-contest-late = The last day was { $day }. You may still ask; write why it comes late, and somebody at the level above decides.
phone-contest-lead = Write your reason at each claim you do not agree with. Where you write nothing, the answer stands.
phone-contest-organ = Who shall look at it
phone-contest-claim = Claim { $no }: { $claim }
phone-contest-why = Why you do not agree
phone-contest-why-hint = What does not fit the facts, or which rule was used wrongly.
phone-contest-empty = Leave it empty if you agree
phone-contest-elsewhere = Claims that take another legal way have no review; their own remedies and terms stand with them.
phone-contest-cause = Why it comes late
phone-contest-cause-hint = For example: in hospital, the letter never came.
phone-contest-send = Send the request
phone-contest-due = The opinion reaches you by { $day }.
phone-contest-number = Request { $number }
phone-contest-ruling = Claim { $no }: { $result }
phone-uncontest-title = Take the request back
phone-uncontest-lead = The answer stands as it was. While days are left you may ask again.
phone-uncontest-why = Why you take it back
phone-uncontest-optional = You need not say
phone-uncontest-send = Take it back
portal-done-contest = Your request arrived. Its number and the last day stand in the record below.
portal-done-uncontest = Taken back. The answer stands as it was.
refusal-review-nothing = There is no answer to contest now. It must have reached you first; what is under review already waits for its opinion. Regulation on Petition Work, article 35: within thirty days from the written answer.

# The office above, and the unit that sends its file.
reviews-nav = Reviews
reviews-lead = Somebody does not agree with an answer and asks the level above. Whoever had a part in the answer has none here.
reviews-tab-open = With us
reviews-tab-owed = File owed by us
reviews-tab-over = Over
reviews-none-open = No review waits
reviews-none-owed = No file is owed
reviews-none-over = None is over yet
reviews-none-text = What is asked stands here, the most urgent first.
reviews-what = Matter
reviews-level = Review or recheck
reviews-due = Due
reviews-stage = Where it stands
reviews-late = Why her cause is accepted
reviews-late-hint = Say on what it rests; it is kept on record.
reviews-late-cause = Why it comes late, in her words
reviews-late-accepted = Why the lateness is excused
reviews-ground = Why it is not accepted
reviews-reject-reason = What she is told
reviews-reject-hint = It stands in the notice that she gets.
reviews-hearing-from = First day of the hearing
reviews-hearing-to = Last day of the hearing
reviews-hearing-place = Place
reviews-hearing-persons = Who takes part
reviews-hearing-hint = Offices, not names. The time of a hearing does not count in a recheck; in a review it does.
reviews-hearing-minutes = What came out
reviews-hearings = Hearings
reviews-material = What was added
reviews-examiner = Examiner
reviews-examiner-hint = Whoever had a part in the answer is not listed.
reviews-findings = Facts found
reviews-claim = Claim { $no }: { $claim }
reviews-result = Decision
reviews-text = Reasons; where it goes back, what has to be looked at again
reviews-instead = Changed to
reviews-instead-hint = Only with a change.
reviews-instead-result = Result after the change
reviews-submit = Finished, to be checked
reviews-contested = What she does not agree with
reviews-why = Her reasons
reviews-answer = The answer
reviews-ruling = Decision of the review
reviews-first = The first file
reviews-record = Record
reviews-next = What can be done
reviews-who = Asked by
reviews-lodged = How it came
reviews-received = Received
reviews-organ = Organ that decides
reviews-unit = Unit that answered
reviews-opinion = Opinion contested
reviews-opinion-served = Served on
reviews-file-lead = { $organ } looks at the answer of this unit ({ $level }){ $due ->
    [none] .
   *[other] ; send the file by { $due }.
}
reviews-file-note = What the file holds, and what you say
reviews-file-hint = List what you send; what you have to say to her reasons goes here.
