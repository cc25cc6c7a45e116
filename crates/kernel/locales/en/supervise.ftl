# Supervision and the three kinds of advice: names, record, refusals.

case-kind-supervision = Supervision
case-kind-advice = Advice
table-title-supervision = The life of a supervision
table-title-advice = The life of a piece of advice

rung-reminder = Reminder
rung-risk-notice = Risk notice
rung-supervision-letter = Supervision letter
rung-accountability-advice = Advice on accountability
rung-listed = Listed supervision

ground-improper-accept = taken on or handled against the rules
ground-shirk = shirking
ground-perfunctory = going through the motions
ground-delay = delay
ground-fraud = a record made up
ground-refuse-execute = a decision not carried out
ground-overdue = past the date
ground-dissatisfied = she is not satisfied
ground-due-soon = nearly due

way-on-site = On site
way-paper = On paper
way-phone = By telephone

measure-interview = Interview
measure-circular = Circular
measure-rectify-order = Order to put right by a day

stage-supervision-open = Begun, no letter to answer
stage-supervision-notified = Waiting for the unit
stage-supervision-responded = Answered; the supervisors look at it
stage-supervision-reopened = The answer did not do; waiting again
stage-supervision-escalated = Interview, circular or advice on accountability
stage-supervision-closed = Supervision over

command-supervision-issue = Send
command-supervision-propose = Draft for signature
command-supervision-sign = Sign
command-supervision-drop = Do not send
command-supervision-answer = Answer
command-supervision-judge = Look at the answer
command-supervision-verify = Record a verification
command-supervision-list = Put on the list
command-supervision-delist = Take off the list
command-supervision-measure = Interview, circular, order
command-supervision-close = End the supervision
command-supervision-mark-overdue = Note as overdue
command-supervision-recompute-clocks = Compute dates again

event-supervision-opened = Supervision of { $unit } begins, matter { $number }, by { $issuer }
event-supervision-issued = { WORD($rung) } { $letter } sent: { WORD($ground) }{ $clocked ->
    [yes] , answer due { DAY($due) }
   *[no] {""}
}{ $rule ->
    [none] {""}
   *[other] . By the rules of { $version }
}
event-supervision-proposed = { WORD($rung) } drafted: { WORD($ground) }; waits for a signature{ $rule ->
    [none] {""}
   *[other] . By the rules of { $version }
}
event-supervision-signed = { WORD($rung) } { $letter } signed{ $clocked ->
    [yes] , answer due { DAY($due) }
   *[no] {""}
}
event-supervision-dropped = { WORD($rung) } is not sent
event-supervision-answered = { $unit } answered the { WORD($rung) }
event-supervision-judged = Answer to the { WORD($rung) }: { $accepted ->
    [yes] accepted
   *[no] not accepted{ $clocked ->
        [yes] , due again { DAY($due) }
       *[no] {""}
    }
}
event-supervision-verified = Verified { WORD($way) } by { $people }; { $differs ->
    [yes] it differs from the record
   *[no] it is as the record says
}
event-supervision-listed = On the list; { $leader } in charge, to be done by { DAY($due) }
event-supervision-delisted = Off the list
event-supervision-measured = { WORD($measure) }: { $unit }
event-supervision-closed = Supervision over
event-supervision-clock-overdue = No answer by { DAY($due) }
event-supervision-clocks-recomputed = Computed again with calendar { $calendar }

timeline-petition-supervised = { $unit } was told to act{ $clocked ->
    [yes] : it has to answer by { DAY($due) }
   *[no] {""}
}. The level above watches it; you need not do anything
event-petition-supervised = Supervision of { $unit }: { WORD($rung) }, { WORD($ground) }{ $clocked ->
    [yes] , answer due { DAY($due) }
   *[no] {""}
}
event-petition-supervision-noted = { WORD($rung) }: { $unit }, { WORD($ground) }
timeline-order-supervised = { $unit } was told to act{ $clocked ->
    [yes] : it has to answer by { DAY($due) }
   *[no] {""}
}. The level above watches it; you need not do anything
event-order-supervised = Supervision of { $unit }: { WORD($rung) }, { WORD($ground) }{ $clocked ->
    [yes] , answer due { DAY($due) }
   *[no] {""}
}
event-order-supervision-noted = { WORD($rung) }: { $unit }, { WORD($ground) }

refusal-rung-needs-signature = Advice on accountability never goes out by itself; a person signs it.
refusal-rung-no-trigger = It cannot be sent: nothing calls for this rung. Advice on accountability rests on a letter not answered in time or not acceptably, or on a record that was made up.
refusal-rung-open = { WORD($rung) }: one is still open, so no second one is sent.
refusal-rung-number = A letter has a number, a reminder has none.
refusal-rung-reply-days = Missing: within how many days it is answered, 1 to 90.
refusal-rung-unknown = This supervision has no such rung.
refusal-rung-state = { WORD($rung) }: this cannot be done now.
refusal-accountability-article = Missing: which case of articles 42 to 46.
refusal-accountability-competent = Missing: which body decides. It cannot be the unit itself.
refusal-supervision-not-the-unit = Nobody answers for the unit. The unit supervised answers itself.
refusal-supervision-by-the-unit = The unit supervised neither sends, judges nor verifies in its own matter.
refusal-verifiers-too-few = At least { $least } people verify.
refusal-verifier-is-handler = Whoever handles the matter does not verify it.
refusal-supervision-unsettled = It cannot end yet: { WORD($rung) } is still open.
refusal-supervision-listed = It cannot end yet: take it off the list first.
refusal-supervision-not-listed = This matter is not on the list.
refusal-supervision-listed-already = It is on the list already.
refusal-listing-due-past = The day by which it is done has to lie after today.
refusal-advice-to-oneself = Nobody advises herself.
refusal-advice-not-the-unit = The unit that received the advice answers itself.
refusal-advice-verified-by-its-unit = The unit that received the advice does not verify its own answer.
refusal-supervision-no-issuer = Above this unit there is nobody in the system who could supervise it.
refusal-supervision-unit-unknown = No unit has this matter now, so there is none to supervise.

clock-ADVICE_CUSTOM = Answer to the advice
clock-from-advised = the advice
clock-until-advice-answered = answer in writing

advice-kind-improve-work = Advice to improve work
advice-kind-improve-policy = Advice to improve policy
advice-kind-accountability = Advice on accountability
adoption-adopted = Adopted
adoption-partly = Adopted in part
adoption-rejected = Not adopted
stage-advice-issued = Sent
stage-advice-received = Received by the unit
stage-advice-adopted = Adopted
stage-advice-partly = Adopted in part
stage-advice-rejected = Not adopted, with reasons
stage-advice-verified = Verified
command-advice-receive = Receive
command-advice-reply = Answer in writing
command-advice-verify = Verify
command-advice-mark-overdue = Note as overdue
command-advice-recompute-clocks = Compute dates again
event-advice-issued = { WORD($kind) } { $letter } to { $unit }; answer in writing due { DAY($due) }
event-advice-received = Received by { $unit }
event-advice-replied = { $unit } answered in writing: { WORD($adoption) }
event-advice-verified = Verified
event-advice-clock-overdue = No answer in writing by { DAY($due) }
event-advice-clocks-recomputed = Computed again with calendar { $calendar }

liability-a42-1 = Article 42 (1): powers exceeded or abused against somebody's rights
liability-a42-2 = Article 42 (2): nothing done where something was due, against somebody's rights
liability-a42-3 = Article 42 (3): law misapplied or procedure broken, against somebody's rights
liability-a42-4 = Article 42 (4): an opinion that supports the petition not carried out
liability-a43-1 = Article 43: registration, forwarding, assignment or supervision not done
liability-a44-1 = Article 44 (1): a petition received and not registered
liability-a44-2 = Article 44 (2): a petition within its powers not accepted
liability-a44-3 = Article 44 (3): acceptance not told in writing in time
liability-a45-1 = Article 45 (1): shirking, going through the motions, delay, or not done in time
liability-a45-2 = Article 45 (2): a clear and founded request not supported
liability-a45-3 = Article 45 (3): advice on work or policy neglected, so that the problem lasts
liability-a45-4 = Article 45 (4): other duties not or not rightly done
liability-a46-1 = Article 46 (1): rude to petitioners
liability-a46-2 = Article 46 (2): favours taken
liability-a46-3 = Article 46 (3): handled so badly that it grew
liability-a46-4 = Article 46 (4): grave or urgent matters concealed, misreported or reported late, or no measures taken in time
liability-a46-5 = Article 46 (5): reports of wrongdoing disclosed to those reported
liability-a46-6 = Article 46 (6): retaliation against petitioners
liability-a46-7 = Article 46 (7): other breaches

# What a rule writes into a letter
rung-demands-reminder = { WORD($clock) } is due { DAY($due) }. Please keep the date, or say beforehand why not.
rung-demands-risk-notice = { WORD($clock) } is due { DAY($due) } and is not done. Answer in writing within { $days } days: where it stands, when it will be done, whose help is needed.
rung-demands-supervision-letter = { $dated ->
    [yes] { WORD($clock) } was due { DAY($due) } and is overdue. Answer in writing within { $days } days: why, by when there is a result, who answers for it, with the file.
   *[no] For { WORD($ground) }: answer in writing within { $days } days what the facts are, how it is put right and by when, with the file.
}
rung-demands-accountability-advice = The supervision letter was not answered as demanded, or the record was found untrue. It is advised to deal with the responsibility by the rules, and to answer in writing within { $days } days.
supervision-ended-by-itself = What was to be done is done; the supervision is over.

# The pages /desk/supervision and /desk/advice
desk-nav-supervision = Supervision
desk-supervision-title = Supervision
desk-supervision-lead = What is overdue first: where it stands, which letter is next and why. Lights are computed from the dates; nobody sets them.
desk-supervision-tab-stuck = Overdue
desk-supervision-tab-running = Supervised
desk-supervision-tab-listed = Listed
desk-supervision-tab-over = Over
desk-supervision-tab-advice = Advice
desk-supervision-tab-shared = Shared with discipline
desk-supervision-tab-weekly = The week
desk-supervision-matter = Matter
desk-supervision-where = Where it stands
desk-supervision-unit = Unit
desk-supervision-due = Due
desk-supervision-next = Next rung
desk-supervision-rung = Rung
desk-supervision-do = To do
desk-supervision-open = Open
desk-supervision-draft = See the drafted letter
desk-supervision-led = led by { $unit }
desk-supervision-why = { $when }, { $days } days: { $clock }
desk-supervision-no-next = No rule calls for more
desk-supervision-sent = The highest rung of the rules went out
desk-supervision-empty = Nothing is overdue
desk-supervision-empty-text = Sorted by date; what comes appears by itself.
desk-supervision-of = Supervision of { $unit }
desk-supervision-case = See the matter
desk-supervision-is-listed = listed
desk-supervision-listed = { $leader } in charge, to be done by { DAY($due) }
desk-supervision-new-title = Send a letter
desk-supervision-kind = Which rung
desk-supervision-ground = What for
desk-supervision-demands = What is demanded
desk-supervision-demands-hint = Left empty, the words drafted by rule are sent.
desk-supervision-days = Answer within days
desk-supervision-liability = Which article
desk-supervision-liability-hint = For advice on accountability only.
desk-supervision-liability-none = none
desk-supervision-competent = Which body decides
desk-supervision-send = Submit
desk-supervision-then = What happens then
desk-rung-own-draft = You drafted this; a colleague signs it.
desk-supervision-then-text = A reminder goes to the unit at once. A letter is signed by a colleague: then it gets its number, the unit sees it, its days to answer begin, and her page says with the date that the unit was urged. Supervision never decides for the unit.
desk-supervision-close-reason = Why it ends
desk-rung-ground = For
desk-rung-cause = How it came
desk-rung-number = Number
desk-rung-liability = Article
desk-rung-competent = Decided by
desk-rung-due = Answer due
desk-rung-by-rule = Drafted by itself when the supervision rules said so (edition { $version })
desk-rung-by-hand = Sent by the supervising department
desk-rung-proposed = drafted, waits for a signature
desk-rung-waiting = waiting for the unit
desk-rung-again = the answer did not do, waiting again
desk-rung-sent = reminded, nothing to answer
desk-rung-answered = answered, to be looked at
desk-rung-done = answer accepted
desk-rung-dropped = not sent
desk-rung-accepted = Accepted: { $reason }
desk-rung-rejected = Not accepted: { $reason }
desk-rung-answer = The unit's answer
desk-rung-evidence = Evidence
desk-rung-answer-text = Answer
desk-rung-answer-hint = Where it stands, when there is a result, how it is put right.
desk-rung-judge = Does the answer do
desk-rung-judge-yes = Yes, as demanded
desk-rung-judge-no = No, answer again
desk-rung-judge-reason = Why; the unit reads it
desk-rung-judge-send = Tell the unit
desk-rung-drop-reason = Why it is not sent
desk-sheet-title = Verification sheet
desk-sheet-way = How it was verified
desk-sheet-verifiers = Who verified
desk-sheet-verifier-1 = First to verify
desk-sheet-verifier-2 = Second to verify
desk-sheet-procedure = Found of the procedure
desk-sheet-substance = Found of the substance
desk-sheet-substance-hint = What was seen. The unit with power decides.
desk-sheet-heard = What the petitioner says
desk-sheet-difference = How it differs from the record
desk-sheet-difference-hint = Leave it empty when it does not.
desk-sheet-same = As the record says
desk-sheet-advice = Advice
desk-sheet-fraud = The record was made up
desk-sheet-fraud-hint = Ticked, advice on accountability is drafted and waits for a signature.
desk-listing-leader = Leader in charge
desk-listing-leader-hint = By office, such as deputy secretary of the banner.
desk-listing-due = Done by
desk-listing-demands = What has to be done
desk-listing-evidence = What shows that it is done
desk-measure-kind = What is done to the unit
desk-measure-text = What was said or ordered
desk-measure-send = Record
desk-advice-title = Advice
desk-advice-lead = To improve work, to improve policy, to hold to account. The unit answers in writing, with reasons when it does not adopt.
desk-advice-new = Write advice
desk-advice-what = Advice
desk-advice-state = State
desk-advice-kind = Kind
desk-advice-to = To
desk-advice-from = From
desk-advice-line = In one line
desk-advice-facts = Facts
desk-advice-facts-hint = No names of people.
desk-advice-advice = Advice
desk-advice-basis = Basis
desk-advice-about = About which unit
desk-advice-reply = Answer
desk-advice-verified = Verified
desk-advice-adoption = Adopted
desk-advice-reply-text = In writing
desk-advice-reply-hint = What was done; the reasons when not adopted.
desk-advice-found = What was found
desk-advice-send = Send the advice
desk-weekly-title = The week, by unit
desk-weekly-lead = Units only, never people. Each Monday the week before is frozen; a mistake is corrected beside it.
desk-weekly-week = Week from { DAY($monday) }
desk-weekly-frozen = frozen { DAY($day) }
desk-weekly-overdue = Overdue matters
desk-weekly-unanswered = Letters not answered
desk-weekly-unexecuted = Promises not kept
desk-weekly-none = No unit was overdue, left a letter or broke a promise.
desk-weekly-empty = No week is frozen yet
desk-weekly-empty-text = Each Monday the week before is frozen.
desk-weekly-note = Correction
desk-weekly-correct = Correct this week
desk-weekly-note-text = What is wrong, and what is right
desk-weekly-note-hint = The figures stay; the correction stands beside them.
desk-weekly-note-send = Add the correction
desk-shared-title = Sheet shared with the discipline body
desk-shared-lead = Number, unit, article and dates. No names, no content.
desk-shared-number = Matter
desk-shared-article = Letter and article
desk-shared-issued = Sent
desk-shared-answered = Answer
desk-shared-due = due { DAY($due) }
desk-shared-open = none yet
desk-case-supervision = Supervision
desk-case-supervise = Send a letter
desk-raise-intro = The level above leads then; the unit goes on, the days run on, and her contact stays.
desk-raise-to = To whom
desk-raise-reason = Why it has to rise
desk-raise-reason-hint = She reads it.
desk-redo-intro = The four are recorded one by one. With all four on record it can come down or end.
desk-redo-what = Which
desk-redo-found = What was done and found
desk-bring-down-intro = The level before goes on with it; the days run on.
desk-bring-down-reason = Why it can come down
refusal-number-expected = A number is wanted here.
refusal-date-expected = A day is missing.
