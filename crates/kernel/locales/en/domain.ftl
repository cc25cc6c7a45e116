# Names and sentences of the domain. Keys are made by `names!` and `key_of`; what is an argument there is said with WORD().

## kinds of case, channels, types
case-kind-petition = Petition
case-kind-work-order = Work order
channel-letter = Letter
channel-visit = Visit
channel-web = Online
channel-phone = Telephone
channel-fax = Fax
channel-agent-entrusted = Through an agent
channel-grid-found = Found by a grid member
channel-mobile-window = Mobile window
channel-transfer-in = Transferred in
matter-suggestion = Suggestion
matter-whistleblow = Report of wrongdoing
matter-appeal-claim = Appeal or claim
matter-inquiry = Inquiry
matter-thanks = Thanks
purpose-appeal = Appeal
purpose-seek-decision = To have something decided
purpose-accusation = Accusation
purpose-opinion = Opinion
purpose-inquiry = Inquiry
purpose-thanks = Thanks
purpose-other = Other

## the six branches of article 31: name, and what it means in one sentence
route-litigation = Litigation
route-litigation-means = This claim belongs to court, procuratorate or police; petition work cannot decide it in their place, so mind the period for filing suit.
route-arbitration = Arbitration
route-arbitration-means = This claim goes to the arbitration commission first, and there is a period for applying.
route-party-appeal = Appeal within the Party
route-party-appeal-means = This claim is an appeal within the Party, looked at again by the organisation that decided or the one above it.
route-personnel-appeal = Personnel appeal
route-personnel-appeal-means = This claim goes by personnel recheck and appeal, within thirty days of the decision.
route-admin-reconsideration = Administrative reconsideration
route-admin-reconsideration-means = A decision of an authority can be examined again by the reconsideration authority, as a rule within sixty days of knowing it.
route-admin-ruling = Administrative ruling
route-admin-ruling-means = This claim is ruled on by the competent authority, as in disputes over land, forest or pasture.
route-admin-confirm = Administrative confirmation
route-admin-confirm-means = This claim needs a confirmation by the competent authority, such as of an injury at work or a status.
route-admin-license = Administrative licence
route-admin-license-means = This claim asks for a licence; apply to the authority that grants it, which answers within fixed working days.
route-admin-penalty = Administrative penalty
route-admin-penalty-means = This claim is for the authority that may impose penalties; it decides as a rule within ninety days of opening a case.
route-duty-performance = Performance of a duty
route-duty-performance-means = The competent authority is asked to investigate or act, and does so or answers, as a rule within two months.
route-petition-procedure = Petition procedure
route-petition-procedure-means = This claim is handled by the petition procedure: you are heard, it is looked into and answered in writing within sixty days; you may then ask for review.

## dispatches, results, service, ratings
dispatch-forward = Forwarded
dispatch-assign-with-feedback = Assigned, with a report due
dispatch-report-for-decision = Reported for decision
result-support = Supported
result-partial = Supported in part
result-explain = No legal basis, explained
result-not-support = Not supported
service-in-person = Handed over
service-post = Post
service-electronic = Electronic
service-left = Left at the door
service-public-notice = Public notice
service-by-agent = Received by the agent
grade-satisfied = Satisfied
grade-basically = Basically satisfied
grade-dissatisfied = Dissatisfied
rating-target-bureau = The office that passed it on
rating-target-unit = The unit that handled it

## is it solved?
resolution-unknown = Not known yet
resolution-resolved-confirmed = Solved, she says so herself
resolution-resolved-unconfirmed = Solved, says the unit; she has not said
resolution-partial = Solved in part
resolution-promised = Promised by { DAY($due) }
resolution-not-supported-explained = Not supported, explained
resolution-routed-pending = With its legal channel
resolution-unresolved = Not solved
resolution-reopened = Open again

## why
not-accept-pending-at-lower = Already being handled at the level below
not-accept-not-petition = Not a matter for petition work
not-accept-legal-channel-only = Only a legal channel can decide it
not-accept-go-elsewhere = Belongs to another authority
reopen-not-executed = What was promised was not done
reopen-falsely-closed = Closed though it was not solved
reopen-new-facts = New facts
disposition-emergency-transfer = Emergency: 110, 119, 120, 122
disposition-legal-channel = A legal channel, or already a petition
disposition-duplicate-inform = Being handled or answered: told how it stands
disposition-secret-explain = Secret or private: explained
disposition-out-of-scope = Outside public duties: other ways named
disposition-dissuade = Unlawful or indecent: dissuaded
who-bureau = Registering office
who-unit = Competent unit
who-handler = Handler
who-checker = Checker (not the drafter)
who-unit-leader = Leader of the unit (not the handler)
who-superior = Common superior
who-petitioner = The petitioner
who-agent = Her agent
who-system = The system

## where a petition stands
stage-petition-registered = Registered, to be sorted
stage-petition-not-accepted = Not accepted
stage-petition-no-more-accepted = No more accepted
stage-petition-reported-up = Reported for decision
stage-petition-forwarded = With a unit
stage-petition-objected = Objected to, to be verified
stage-petition-jurisdiction-dispute = With the common superior
stage-petition-routed = On its legal channel
stage-petition-accepted = Accepted, to be contacted
stage-petition-investigating = Being handled
stage-petition-opinion-drafted = Answer to be checked
stage-petition-opinion-checked = Answer to be signed
stage-petition-opinion-issued = Answer to be served
stage-petition-served = Answer served
stage-petition-closed-procedural = Procedure over
stage-petition-archived = Archived
stage-petition-withdrawn = Withdrawn

## where a work order stands
stage-order-received = To be dispatched
stage-order-answered = Answered at once
stage-order-redirected = Told where it belongs
stage-order-dispatched = To be claimed
stage-order-objected = Return to be verified
stage-order-claimed = Claimed
stage-order-contacted = Contacted
stage-order-replied = Answered
stage-order-done = To be followed up
stage-order-rework = Being done again
stage-order-escalated = Raised
stage-order-followed-up = Followed up
stage-order-closed = Procedure over
stage-order-converted-to-petition = Became a petition

## what can be done to a petition: the words on buttons
command-petition-triage = Sort
command-petition-not-accept = Do not accept
command-petition-propose-finality = Propose no more
command-petition-confirm-finality = Agree to no more
command-petition-drop-finality = Disagree
command-petition-forward = Forward
command-petition-report-up = Report up
command-petition-object = Object
command-petition-reject-objection = Keep it there
command-petition-approve-objection = Change the unit
command-petition-raise-dispute = Ask the superior
command-petition-decide-dispute = Decide
command-petition-accept = Accept
command-petition-handoff-accepted = Record its arrival
command-petition-reassign = Change the handler
command-petition-contact = Record contact
command-petition-progress = Record a step
command-petition-request-extension = Ask for more time
command-petition-grant-extension = Grant more time
command-petition-decline-extension = Decline more time
command-petition-save-draft = Write the answer
command-petition-check = Approve the draft
command-petition-return-draft = Return the draft
command-petition-sign = Sign
command-petition-serve = Record service
command-petition-closing-report = Hand in the report
command-petition-record-execution = Report what was done
command-petition-close = End the procedure
command-petition-archive = Archive
command-petition-withdraw = Withdraw
command-petition-add-material = Add material
command-petition-nudge = Ask how it stands
command-petition-confirm-claim = Say if it is solved
command-petition-rate = Rate
command-petition-reopen = Open again
command-petition-mark-overdue = Note as overdue
command-petition-recompute-clocks = Compute dates again

## what can be done to a work order
command-order-answer = Answer at once
command-order-redirect = Tell the way
command-order-dispatch = Dispatch
command-order-object = Ask to return
command-order-reject-objection = Keep it there
command-order-approve-objection = Send to another
command-order-claim = Claim
command-order-contact = Record contact
command-order-extend = Extend
command-order-reply = Reply
command-order-done = Report as done
command-order-follow-up = Follow up
command-order-escalate = Raise
command-order-convert = Make it a petition
command-order-close = End
command-order-rate = Rate
command-order-progress = Record a step
command-order-mark-overdue = Note as overdue
command-order-recompute-clocks = Compute dates again

## a petition, step by step: to her (timeline-…) and at the desk (event-…)
timeline-petition-registered = Registered under { $number }. By { DAY($due) } you are told where it goes
event-petition-registered = Registered under { $number }; to be passed on or answered by { DAY($due) }{ $station ->
    [none] {""}
   *[other] . The person asks an agent of { $station } to call within 24 hours
}
event-petition-triaged = Sorted as: { WORD($matter) }
timeline-petition-not-accepted = This cannot be handled here: { WORD($reason) }. Where to go is said below
event-petition-not-accepted = Not accepted: { WORD($reason) }
event-petition-finality-proposed = Proposed: no more accepted; a second person has to agree
event-petition-finality-dropped = Not agreed; sorting goes on
timeline-petition-no-more-accepted = The same facts and reasons have had their final recheck and cannot be taken up again. New facts can
event-petition-no-more-accepted = Two people agreed: no more accepted
timeline-petition-forwarded = { WORD($kind) }: { $unit }. By { DAY($due) } it tells you in writing how it goes on
event-petition-forwarded = { WORD($kind) }: { $unit }; written notice due by { DAY($due) }
timeline-petition-reported-up = Reported to { $unit } for decision; you need not ask again
event-petition-reported-up = Reported to { $unit }
timeline-petition-objected = { $unit } says it is not its matter; this is being verified. You need not ask again
event-petition-objected = { $unit } objects
timeline-petition-objection-rejected = Verified: the same unit handles it, its period runs on
event-petition-objection-rejected = Objection rejected; it may not come back
timeline-petition-objection-approved = { $unit } handles it now and tells you in writing by { DAY($due) }. The days so far still count
event-petition-objection-approved = Objection approved: { $unit }; written notice due by { DAY($due) }
timeline-petition-dispute-raised = Units disagree; { $unit } decides{ $timed ->
    [yes] {" "}by { DAY($due) }
   *[no] {""}
}. You need not ask again
event-petition-dispute-raised = { $unit } is asked to decide who handles it{ $timed ->
    [yes] {" "}by { DAY($due) }
   *[no] {""}
}
timeline-petition-dispute-decided = Decided: { $unit } handles it and tells you in writing by { DAY($due) }
event-petition-dispute-decided = Decided: { $unit }, which may not return it; written notice due by { DAY($due) }
timeline-petition-hop-limit-reached = It has changed hands { $hops } times; any further change is for the level above
event-petition-hop-limit-reached = Changed hands { $hops } times: the limit; any further change is for the common superior
timeline-petition-claim-routed = Claim { $claim } takes its legal channel ({ WORD($route) }) and was handed to { $target }, which has to accept it
event-petition-claim-routed = Claim { $claim } routed: { WORD($route) }, handed to { $target }
timeline-petition-routed = Every claim takes its legal channel. It is not over before each is accepted there
event-petition-routed = Every claim routed
timeline-petition-accepted = { $unit } has accepted it. You get a written answer by { DAY($due) }
event-petition-accepted = Accepted by { $unit }; answer due by { DAY($due) }
timeline-petition-handoff-accepted = Claim { $claim } was accepted there under { $number }
event-petition-handoff-accepted = Claim { $claim } accepted there under { $number }
event-petition-reassigned = Another handler
timeline-petition-contacted = { $unit } spoke with you
event-petition-contacted = { $unit } spoke with her
timeline-petition-progressed = { $unit } tells you of a step
event-petition-progressed = { $unit } noted a step
event-petition-extension-requested = { $days } more days asked for
timeline-petition-extension-granted = It takes longer: until { DAY($due) }. The reason is said below; a leader of the unit approved
event-petition-extension-granted = More time granted, until { DAY($due) }
event-petition-extension-declined = More time declined
event-petition-draft-saved = The answer was written on
event-petition-draft-checked = Draft approved
event-petition-draft-returned = Draft returned
timeline-petition-opinion-issued = { $unit } signed the answer, { $number }; it is on its way to you
event-petition-opinion-issued = Opinion signed, { $number }
timeline-petition-served = You have the answer ({ WORD($method) }). If you disagree, ask for review by { DAY($due) }
event-petition-served = Served ({ WORD($method) }); review may be asked for by { DAY($due) }
event-petition-closing-reported = Closing report handed in
timeline-petition-executed = What was promised on claim { $claim } is done, says the unit. Whether it is, you say
event-petition-executed = Claim { $claim } recorded as done
timeline-petition-closed = The procedure is over. Whether it is solved, you say; new facts can be brought again
event-petition-closed = Procedure over
event-petition-archived = Archived
timeline-petition-withdrawn = You took it back
event-petition-withdrawn = Withdrawn by her
timeline-petition-material-added = Material was added
event-petition-material-added = Material added, { $files } files
timeline-petition-nudged = You asked how it stands; the unit was reminded
event-petition-nudged = She asked how it stands
timeline-petition-claim-confirmed = { $solved ->
    [yes] You say claim { $claim } is solved
   *[no] You say claim { $claim } is not solved
}
event-petition-claim-confirmed = { $solved ->
    [yes] She confirms that claim { $claim } is solved
   *[no] She says claim { $claim } is not solved
}
timeline-petition-rated = Your rating of { WORD($target) }: { WORD($grade) }
event-petition-rated = Her rating of { WORD($target) }: { WORD($grade) }
timeline-petition-reopened = Open again: { WORD($reason) }. By { DAY($due) } you are told how it goes on
event-petition-reopened = Open again: { WORD($reason) }; notice due by { DAY($due) }
timeline-petition-clock-overdue = “{ WORD($clock) }” was due by { DAY($due) } and did not happen; it was pressed for
event-petition-clock-overdue = Overdue: { WORD($clock) }, was due by { DAY($due) }
timeline-petition-clocks-recomputed = The holiday arrangement was published; dates were computed again
event-petition-clocks-recomputed = Dates computed again by calendar { $calendar }

## a work order, step by step
timeline-order-received = Received under { $number }
event-order-received = Received under { $number }
timeline-order-answered = You were answered at once
event-order-answered = Answered at once
timeline-order-redirected = There is another way: { WORD($disposition) }
event-order-redirected = Told where it belongs: { WORD($disposition) }
timeline-order-dispatched = Sent to { $unit }, to be done by { DAY($due) }
event-order-dispatched = Dispatched to { $unit }, due by { DAY($due) }
timeline-order-objected = { $unit } says it is not its matter; this is being verified. You need not ask again
event-order-objected = { $unit } asks to return it
timeline-order-objection-rejected = Verified: the same unit handles it, its period runs on
event-order-objection-rejected = Return rejected
timeline-order-objection-approved = { $unit } handles it now; the period is not counted anew
event-order-objection-approved = Return approved: { $unit }
timeline-order-claimed = { $unit } has claimed it; somebody is at work
event-order-claimed = Claimed by { $unit }
timeline-order-contacted = { $unit } spoke with you
event-order-contacted = { $unit } spoke with the person
timeline-order-extended = It takes longer: until { DAY($due) }. The reason is said below
event-order-extended = Extended until { DAY($due) }
timeline-order-replied = { $unit } answered you
event-order-replied = Answered by { $unit }
timeline-order-done = { $unit } says it is done. Somebody who had no part in it will ask you
event-order-done = { $unit } reports it done; to be followed up
timeline-order-followed-up = { $solved ->
    [yes] You were asked and said it is solved
   *[no] You were asked and said it is not solved
}
event-order-followed-up = { $solved ->
    [yes] Followed up: solved
   *[no] Followed up: not solved
}
timeline-order-reworked = Sent back to be done again by { DAY($due) }
event-order-reworked = To be done again by { DAY($due) }
timeline-order-escalated = { $unit }, one level up, takes it over
event-order-escalated = Raised to { $unit }
timeline-order-converted = It became a petition; the days so far are shown to you
event-order-converted = Became a petition
timeline-order-closed = The procedure is over. Whether it is solved, you say
event-order-closed = Procedure over
timeline-order-rated = Your rating: { WORD($grade) }
event-order-rated = Her rating: { WORD($grade) }
timeline-order-progressed = { $unit } tells you of a step
event-order-progressed = { $unit } noted a step
timeline-order-clock-overdue = “{ WORD($clock) }” was due by { DAY($due) } and did not happen; it was pressed for
event-order-clock-overdue = Overdue: { WORD($clock) }, was due by { DAY($due) }
timeline-order-clocks-recomputed = The holiday arrangement was published; dates were computed again
event-order-clocks-recomputed = Dates computed again by calendar { $calendar }

## the tables of transitions, for the documents
table-title-petition = Life cycle of the petition
table-title-order = Life cycle of the work order
table-made = Made from the table in the code; do not edit.
table-command = Command
table-from = From
table-to = To
table-who = Who
table-starts = Starts
table-stops = Stops
table-rule = Rule
table-article = Article
table-told = Told
table-yes = yes
table-same = (unchanged)
