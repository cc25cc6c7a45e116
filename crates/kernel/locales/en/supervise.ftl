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
   *[other] . Rule { $rule } ({ $version })
}
event-supervision-proposed = { WORD($rung) } drafted: { WORD($ground) }; waits for a signature{ $rule ->
    [none] {""}
   *[other] . Rule { $rule } ({ $version })
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
