# portal
# ── frame ──
portal-name = Lianxin
portal-service = { " " }petition service
portal-title-failed = Error:{" "}
portal-skip = Skip to content
portal-type-large = Larger
portal-type-normal = Normal
portal-other-language = 中文
portal-back-home = Back to the home page
portal-foot-hours = Reception hours: { $hours }
portal-foot-phone = Telephone
portal-foot-hotline = Hotline
portal-foot-how = How it works, how long
portal-foot-data = How your data are used
portal-foot-access = Accessibility
# ── components ──
portal-urgency-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
portal-urgency-today = Due today
portal-urgency-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
}
portal-urgency-stopped = Stopped
portal-urgency-paused = Paused: { $reason }
portal-ruler-today = Today
portal-axis-procedure = Procedure
portal-axis-resolution = Resolved in fact
portal-agent-call = Call
portal-agent-other = Another station
portal-agent-note = Agents write and run errands for you, free of charge. You may also file without one.
portal-views-none = Nobody has looked yet.
portal-receipt-done = Registered
portal-receipt-number = Number
portal-receipt-code = Query code
portal-receipt-secret = please tell nobody
portal-receipt-scan = Scan it with a phone and enter the query code to see how far it is.
portal-receipt-scan-safe = The QR code holds neither your name nor your telephone.
portal-rate-satisfied = Satisfied
portal-rate-basically = Basically satisfied
portal-rate-dissatisfied = Dissatisfied
portal-form-errors = { $count ->
    [one] One thing is missing
   *[other] { $count } things are missing
}; all you wrote is still here
portal-form-add-line = Add one more
portal-form-remove-line = Remove this one
portal-upload-limit = At most { $max } MB each.
portal-upload-large = { $size }, too large, at most { $max }
portal-upload-add = Choose photographs, files
portal-upload-one = Choose a file
portal-upload-remove = Remove
portal-upload-count = Files chosen: { $count }
portal-draft-kept = Kept on this device
portal-draft-back = What you wrote last time is back
portal-draft-full = This device has no room; please keep this page open
# ── problems ──
portal-problem-ours = It was not saved; the fault is ours
portal-problem-ours-text = What you wrote is still there. Please go back and try once more.
portal-problem-ours-id = If it fails again, call us and tell us the number **{ $id }**.
portal-problem-not-found = There is no such page
portal-problem-not-found-text = The address may lack a few letters, or the page has moved.
portal-problem-not-allowed = This step begins at its form
portal-problem-not-allowed-text = Please go back and use the button there.
portal-problem-too-large = This is too much to take
portal-problem-too-large-text = Please send fewer or smaller files; the rest can follow after registration.
portal-problem-not-permitted = This matter is not yours to see
portal-problem-not-signed-in = Please sign in
portal-problem-wait = Please try again a little later
portal-problem-stale = This matter has changed
portal-problem-refused = This cannot be done now
portal-offline-title = No signal
portal-offline-text = What you have half written is still on this phone and is not lost. Find a signal and try again. If it is urgent, call: an ordinary call needs no internet.
portal-offline-again = Try again
# ── home ──
portal-home-title = Tell us your trouble
portal-home-heading = Tell us your trouble
portal-home-lead = About 3 minutes. No account, no download. You get a number the same day and can see who is doing what by when.
portal-home-file = File a matter
portal-home-track = Track my matter
portal-home-danger = Somebody hurt or in danger? First call
portal-home-agent = Rather not write yourself? Ask an agent
portal-home-other = Other ways
portal-home-how = How it works, how long
portal-home-how-small = Who does each step and by when you hear
portal-home-agents = Find an agent near you
portal-home-agents-small = They write and run errands for you, free of charge
portal-home-review = Disagree with the answer? Ask for a review
portal-home-review-small = Within 30 days of receiving it
portal-home-obstructed = Somebody stops me, refuses to register, retaliates
portal-home-obstructed-small = Straight to the level above; the unit cannot see it
portal-home-sealed = Report wrongdoing by officials
portal-home-sealed-text = Please use the sealed channel. Agents, units and administrators see nothing of it.
portal-home-sealed-link = To the sealed channel
portal-home-figures = { $place }: the last 90 days, plainly
# ── how it works ──
portal-how-title = How it works, how long
portal-how-date-answer = Within 60 days of acceptance
portal-how-not-title = These go another way
portal-how-limits = Do not miss other time limits
portal-how-limits-text = Filing here does not extend the time for court, administrative review or arbitration.
# ── data ──
portal-data-title = How your data are used
portal-data-lead = Only to handle your matter. You can see who looked.
portal-data-obstructed = Has somebody used your data against you?
# ── accessibility ──
portal-access-title = Accessibility
# ── sealed channel ──
portal-sealed-title = Report wrongdoing by officials
portal-sealed-lead = Such matters go to the supervisory authorities, past agents and units.
portal-sealed-notice = This page does not record your visit and asks for nothing. Please do not write a report into the ordinary form, nor give it to an agent.
portal-sealed-call = Call { $number }
portal-sealed-discipline = Discipline and supervision line
portal-sealed-discipline-text = You need not give your name. You may also go there, or write to the local commission.
portal-sealed-hotline = Not sure where? Ask the hotline
portal-sealed-hotline-text = Ask only where to go; you need not say what it is about.
portal-sealed-keep-title = Protect yourself
portal-sealed-keep-1 = Keep the originals and hand in copies.
portal-sealed-keep-2 = Use your own telephone, where nobody listens.
portal-sealed-keep-3 = If somebody retaliates, tell the authority at once, or use “Somebody stops me” on the home page.
portal-sealed-both-title = Is there also a trouble of your own?
portal-sealed-both-text = That part can be filed here as ever; the two are handled apart and neither sees the other.
# ── obstructed ──
portal-obstructed-title = Somebody stops me, refuses to register, retaliates
portal-obstructed-self-title = Not registered? Register it yourself
portal-obstructed-self-text = Fill it in here and you have a number and a query code at once; nobody can make it disappear.
portal-obstructed-keep-title = Write down
portal-obstructed-keep-1 = Which day, where, who said what.
portal-obstructed-keep-2 = Keep papers, messages and recordings.

# ── filing ──
portal-file-title = Tell us what is wrong
portal-file-lead = Three things are needed: what happened, what you want, how to reach you. Half-written text is not lost.
portal-file-sealed = To report wrongdoing by an official, please do not write it here.
portal-file-what = What happened
portal-file-facts = Please tell us the story
portal-file-facts-hint = When, where, who. If something is unclear, an agent will ask you.
portal-file-want = What should be done
portal-file-want-hint = One by one. Each one gets its own answer.
portal-file-claim = No. { $n }
portal-file-material = Photos and papers
portal-file-optional = optional
portal-file-files-hint = The place where a photo was taken is removed by itself.
portal-file-reach = How to reach you
portal-file-seen = The unit you complain about cannot see your name or telephone. You can look up who saw them.
portal-file-name = Name
portal-file-later = can follow later
portal-file-phone = Mobile telephone
portal-file-phone-hint = To tell you how it goes. Without a telephone, an address will do.
portal-file-address = Where you live
portal-file-address-hint = Without an address we cannot post the written answer to you.
portal-file-help = Shall an agent help you?
portal-file-help-yes-hint = You sign a mandate when you meet, and can take it back at any time.
portal-file-help-no = No, I do it myself
portal-file-truth = What I say is true.
portal-file-truth-hint = Where you are not sure, write “about”.
portal-file-rights = Who sees my data, what for, and for how long:
portal-file-rights-link = read
portal-file-submit = Send and get a number
portal-file-twice = No signal? What you wrote stays on this device until there is one. Pressing twice still files one matter.
portal-file-call = Prefer to speak? Call, and we write it down and read it back to you:
portal-place-county = In which banner, county or district?
portal-place-choose = Please choose
portal-place-next = Show its townships
portal-place-village = Where in { $county }?
portal-place-somewhere = Not sure; it is in my story
portal-place-whole = { " (any village)" }
portal-kept = { $count } already with us, no need to choose again
# ── receipt ──
portal-receipt-title = Receipt
portal-receipt-again = You pressed twice; it was filed once.
portal-receipt-sentence = { $day } { $time }: “{ $title }” has a number now, with { $count ->
    [one] one claim
   *[other] { $count } claims
}.
portal-receipt-picture = Save as picture
portal-receipt-picture-name = receipt-{ $number }
portal-receipt-picture-alt = Receipt: number, query code, promised dates
portal-receipt-picture-hold = If it was not saved by itself, press long on the picture and save it. It shows the query code: please send it to nobody.
portal-receipt-plain = To keep it, take a screenshot or use the browser’s print.
portal-receipt-print = Print
portal-receipt-promises = The days we promise
portal-receipt-forward = We tell you **which unit handles it**, whom to ask and the telephone.
portal-receipt-clock = { WORD($clock) }
portal-receipt-answer = You get a **written answer** to { $count ->
    [one] your claim
   *[other] each of your { $count } claims
}. Once it is accepted we tell you the exact day.
portal-receipt-late = If a day passes without news you need not ask again. The unit is reminded by itself, and you are told why.
portal-receipt-next = What you can do now
portal-receipt-track = See how far it is
portal-receipt-track-small = Later with number and query code
portal-receipt-limits-link = See which ones concern you
portal-latest = By { $day }
portal-ruler-from = from { $day }
portal-ruler-to = by { $day }
portal-why = Why this day
portal-why-start = It begins on this day, which does not count
portal-why-first = Day 1
portal-why-basis = Basis: { $basis }
# ── looking up ──
portal-look-up-title = Look up my matter
portal-look-up-lead = Number and query code stand on your receipt.
portal-look-up-number-hint = 21 digits; hyphens may be left out.
portal-look-up-code-hint = 8 digits.
portal-look-up-open = Look up
portal-look-up-again = To keep it safe, the query code is asked again after two hours. What you wrote and the files you chose are still here; enter the code and go on.
portal-look-up-lost = Lost the receipt?
portal-look-up-lost-text = Call, or bring your identity card to where it was filed; after a check you get a new query code:
# ── tracking ──
portal-track-title = How far it is
portal-track-several = { $title } ({ $count } claims)
portal-track-claims = { $count ->
    [one] Your claim
   *[other] Your { $count } claims, one by one
}
portal-track-happened = What happened
portal-track-other = More
portal-track-wrote = What I wrote{ $count ->
    [0] { "" }
    [one] { " " }and one file
   *[other] { " " }and { $count } files
}
portal-track-close = Done, close it
portal-track-who = Who has it now
portal-track-who-was = Who had it
portal-track-next = Next step
portal-track-you = What you can do
portal-track-you-nothing = Nothing for you to do now
portal-track-agent = Your agent
portal-track-agent-text = stays with you to the end, free of charge
portal-track-add = Add papers or photos
portal-track-add-short = Add
portal-track-nudge = Ask how it stands
portal-track-withdraw = Take it back
portal-you-anytime = Add papers or ask how it stands whenever you like
portal-you-nothing = This page tells you when something happens
portal-you-served = Read the answer to each claim and say whether it is solved; if you disagree, ask for a review
portal-you-reopen = Not solved, or something new? Open it again
portal-you-rate = Say how it was handled
portal-elapsed = { $days ->
    [one] One day
   *[other] { $days } days
} since it was filed{ $hops ->
    [0] .
    [one] , changed hands once. A new unit does not start the count again.
   *[other] , changed hands { $hops } times. A new unit does not start the count again.
}
portal-late = { $unit } should have done this by **{ $due }** and has been reminded. You need not ask again.
portal-road-petition-registered = { $unit } is finding out who handles it{ $due ->
    [none] .
   *[other] { " " }and tells you **by { $due }**.
}
portal-road-petition-not-accepted = This cannot be handled here. Where to go is written below.
portal-road-petition-no-more-accepted = The same facts and reasons were finally rechecked. With something new it can be filed again.
portal-road-petition-reported-up = Reported to { $unit } for a decision. You need not ask again.
portal-road-petition-forwarded = Sent to { $unit }{ $due ->
    [none] .
   *[other] , which tells you in writing **by { $due }** how it goes on.
}
portal-road-petition-objected = The unit says it is not its matter; { $unit } is deciding. You need not ask again.
portal-road-petition-jurisdiction-dispute = Units disagree; { $unit } decides. You need not ask again.
portal-road-petition-routed = Each claim went to the body that handles it by law. It is not over until that body has accepted it.
portal-road-petition-accepted = { $unit } accepted it{ $due ->
    [none] .
   *[other] { " " }and answers in writing **by { $due }**.
}
portal-road-petition-investigating = { $unit } is looking into it{ $due ->
    [none] .
   *[other] { " " }and answers in writing **by { $due }**.
}
portal-road-petition-opinion-drafted = { $unit } has written the answer; it is being checked{ $due ->
    [none] .
   *[other] . You get it **by { $due }**.
}
portal-road-petition-opinion-checked = The answer of { $unit } waits for its leader’s signature{ $due ->
    [none] .
   *[other] . You get it **by { $due }**.
}
portal-road-petition-opinion-issued = { $unit } signed the answer; it is on its way to you.
portal-road-petition-served = You have the answer{ $due ->
    [none] . Whether it is solved is for you to say.
   *[other] . If you disagree, ask for a review **by { $due }**.
}
portal-road-petition-closed-procedural = The procedure is over. Whether it is solved is for you to say.
portal-road-petition-archived = This matter is archived; you can read it at any time.
portal-road-petition-withdrawn = You took it back. You can file it again at any time.
portal-road-order-received = { $unit } is sending it to a unit.
portal-road-order-answered = { $unit } answered you at once.
portal-road-order-redirected = There is another way for this; it is written below.
portal-road-order-dispatched = Sent to { $unit }{ $due ->
    [none] .
   *[other] , to be done **by { $due }**.
}
portal-road-order-objected = The unit says it is not its matter; { $unit } is deciding. You need not ask again.
portal-road-order-claimed = { $unit } has taken it{ $due ->
    [none] .
   *[other] , to be done **by { $due }**.
}
portal-road-order-contacted = { $unit } has contacted you and is working on it{ $due ->
    [none] .
   *[other] , to be done **by { $due }**.
}
portal-road-order-replied = { $unit } has replied and is working on it{ $due ->
    [none] .
   *[other] , to be done **by { $due }**.
}
portal-road-order-done = The unit says it is done. { $unit } sends somebody who was not involved to ask you.
portal-road-order-rework = Sent back to { $unit } to be done again{ $due ->
    [none] .
   *[other] { " " }**by { $due }**.
}
portal-road-order-escalated = Raised to { $unit }{ $due ->
    [none] .
   *[other] , to be done **by { $due }**.
}
portal-road-order-followed-up = You were asked. The procedure ends soon; whether it is solved is for you to say.
portal-road-order-closed = The procedure is over. Whether it is solved is for you to say.
portal-road-order-converted-to-petition = It became a petition; the days so far still count.
portal-next-petition-registered = You are told which unit has it, whom to ask, and the telephone
portal-next-petition-reported-up = It is decided who handles it, and you are told
portal-next-petition-forwarded = The unit tells you in writing whether it accepts it, and by when it answers
portal-next-petition-objected = It is decided who handles it, and you are told
portal-next-petition-jurisdiction-dispute = The common superior decides who handles it, and you are told
portal-next-petition-routed = Once it is accepted there, you get its number
portal-next-petition-accepted = The handler contacts you and listens
portal-next-petition-investigating = Find out, and write the opinion
portal-next-petition-opinion-drafted = A check, then the leader’s signature
portal-next-petition-opinion-checked = The leader signs, then the opinion is handed to you
portal-next-petition-opinion-issued = The opinion is handed to you
portal-next-petition-served = After the last day for a review the procedure ends; what was promised must still be done
portal-next-order-received = It goes to the unit in charge
portal-next-order-dispatched = The unit takes it and contacts you
portal-next-order-objected = It is decided who does it
portal-next-order-claimed = The handler contacts you
portal-next-order-contacted = You get an answer of substance
portal-next-order-replied = It is done and reported
portal-next-order-done = Somebody who was not involved asks you whether it is solved
portal-next-order-rework = It is done again, then you are asked
portal-next-order-escalated = The higher level takes it and contacts you
portal-next-order-followed-up = The procedure ends
portal-claim-where = How far
portal-claim-solved = Solved
portal-claim-due = By
portal-claim-not-yet = not yet
portal-claim-confirmed = You confirmed it
portal-claim-handed = Handed to { $target }, waiting for it to accept
portal-claim-taken = Handed to { $target }, accepted { $day } as { $number }
portal-claim-answer = Answer
portal-claim-answer-text = Reasons
portal-claim-promise = Promised
portal-claim-promise-text = { $who }: { $what }, by { $day }
portal-claim-basis = Law
portal-claim-say = Solved or not? You say
portal-claim-solved-already = Solved already? Tell us
portal-claim-again = Broken again? Tell us
portal-plain-support = You are right on this, and it will be done.
portal-plain-partial = You are partly right, and that part will be done.
portal-plain-explain = Understandable, but there is no basis to do it now; the reason is below.
portal-plain-not-support = There is no legal basis for this; the reason is below.
# ── what she can do ──
portal-optional = optional
portal-act-back = Back to the matter
portal-done = Noted
portal-done-add = It is part of the matter now, and the unit sees it.
portal-done-withdraw = Taken back. If somebody made you do it, please call us.
portal-done-nudge = { $unit } has been reminded; that is on record too.
portal-done-confirm = What you said stands with the claim. Nobody else can change it.
portal-done-reopen = It is open again under the same number, and the days go on.
portal-rate-title = Your rating
portal-rate-only-you = Only you can rate. You can change it within 7 days.
portal-rate-until = You can change it until { $day }.
portal-rate-not = No rating never counts as satisfied.
portal-rate-comment = In your words
portal-rate-send = Send the rating
portal-rate-words = Rate with a few words
portal-rate-pressed = Did somebody press you to rate well or take it back? Call 12345, or tell the next level up.
portal-confirm-title = Say whether it is solved
portal-confirm-lead = Only you decide whether it is solved. What the unit says does not count.
portal-confirm-which = Which claim?
portal-confirm-yes = Solved
portal-confirm-no = Not solved
portal-add-lead = It becomes part of the matter, and the unit sees it. The dates stay.
portal-add-note = What you add
portal-add-note-hint = Photos or papers without words are fine.
portal-add-send = Hand it in
portal-add-only-files = Files only
portal-nudge-lead = { $unit } is reminded and asked to tell you how it stands.
portal-nudge-kept = Each time is on record.
portal-withdraw-1 = Nobody works on it any more, its clocks stop, and the unit sees that at once. An agent has nothing more to do for you.
portal-withdraw-2 = Number, record and papers remain; you can read them at any time.
portal-withdraw-3 = You can file it again later without any disadvantage.
portal-withdraw-pressed = It is your own decision. If somebody wants you to take it back, call 12345 or tell the next level up.
portal-withdraw-reason = Why
portal-withdraw-send = Take this matter back
portal-reopen-title = Open it again
portal-reopen-lead = The same number; the days you have waited go on.
portal-reopen-reason = Why open it again?
portal-reopen-text = Please tell us how it stands
portal-reopen-text-hint = What was not done, or what is new.
portal-reopen-send = Open this matter again
portal-views-title = Who looked at my papers
portal-views-lead = Every look by staff is on record. Paging back and forth within 10 minutes is one look.
portal-views-identity = saw your name and telephone
portal-views-material = read the papers
portal-views-export = exported the papers
portal-views-reason = reason: { $reason }
portal-views-all = All { $count }
# ── stations ──
portal-station-scanned = The station whose code you scanned
portal-agents-none = No station here yet
portal-agents-none-text = You can file it yourself, or call 12345 and somebody writes it down for you.
portal-agents-find = Find stations near here
