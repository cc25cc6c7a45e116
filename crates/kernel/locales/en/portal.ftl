# portal
# ── frame ──
portal-name = Lianxin
portal-service = petition service
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
portal-offline-text = What you wrote is kept on this device and can be sent later. If it is urgent, call 12345.
portal-offline-form = Go on writing
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
portal-home-obstructed-small = Goes past that unit, straight to the level above
portal-home-sealed = Report wrongdoing by officials
portal-home-sealed-text = Please use the sealed channel. Agents, units and administrators see nothing of it.
portal-home-sealed-link = To the sealed channel
portal-home-figures = { $place }: the last 90 days, plainly
portal-home-figures-link = How the units are doing
# ── how it works ──
portal-how-title = How it works, how long
portal-how-lead = A matter goes through these steps. When a day passes without news, the system presses for it; you need not ask again.
portal-how-step-file = Registered, with a number the same day
portal-how-step-file-text = You write, or an agent writes for you. Keep number and query code: they show you the progress.
portal-how-step-send = Passed to the unit in charge
portal-how-step-send-text = You are told who and which telephone. A change of unit does not restart the count of days.
portal-how-step-accept = Accepted, in writing
portal-how-step-accept-text = From this day the period runs. If it cannot be accepted, you are told where to go.
portal-how-step-answer = Looked into, answered in writing
portal-how-step-answer-text = Each of your claims gets its own answer, none is left out.
portal-how-step-rate = You rate
portal-how-step-rate-text = Whether it is resolved is for you to say. No rating never counts as satisfied.
portal-how-date-send = Within 15 days
portal-how-date-send-text = You hear which unit is in charge. Within 15 days of receiving it, the unit tells you in writing whether it accepts.
portal-how-date-answer = Within 60 days of acceptance
portal-how-date-answer-text = You get a written answer. A complicated matter may take at most 30 days more; you are told why before.
portal-how-date-review = Within 30 days of the answer
portal-how-date-review-text = If you disagree you may ask for a review, and within 30 days of that for a final one.
portal-how-not-title = These go another way
portal-how-not-court = Matters before a court, in arbitration or administrative review, or that belong there. We tell you where to go and by when.
portal-how-not-other = Matters another authority has to decide. We pass them on and tell you who received them.
portal-how-not-sealed = Wrongdoing by officials. Please use the sealed channel, not the ordinary form.
portal-how-limits = Do not miss other time limits
portal-how-limits-text = Filing here does not extend the time for court, administrative review or arbitration.
# ── data ──
portal-data-title = How your data are used
portal-data-lead = Only to handle your matter. You can see who looked.
portal-data-what = What we keep
portal-data-what-1 = What you wrote, your claims and papers, your name, telephone and address. The address may be left out.
portal-data-what-2 = Where a photograph was taken is removed. No identity number, no face is asked for.
portal-data-who = Who can see it
portal-data-who-1 = Those who handle it see the papers. Name and telephone are masked; to see them takes a reason, and you are told.
portal-data-who-2 = The unit you complain about sees neither your name nor your telephone.
portal-data-not = What it is not used for
portal-data-not-1 = No label, no score, no list of persons.
portal-data-not-2 = Not sold, not for advertising, not given to units that have no part in it.
portal-data-long = For how long
portal-data-long-1 = A draft that was not sent stays on your phone and is deleted after 30 days.
portal-data-long-2 = What was sent is kept as the rules for petition files say, then destroyed.
portal-data-rights = What you can do
portal-data-rights-1 = See who looked, when and why. If somebody should not have, tell us on the spot.
portal-data-rights-2 = Correct what is wrong, take back the mandate of an agent, withdraw your matter.
portal-data-obstructed = Has somebody used your data against you?
# ── accessibility ──
portal-access-title = Accessibility
portal-access-1 = “Larger” at the top enlarges the whole site.
portal-access-2 = Every step works by keyboard alone; screen readers read each button and each error.
portal-access-3 = It works on old phones, with a weak signal and without script.
portal-access-4 = If the internet is no help, call 12345 or ask an agent to come, write it down and read it back to you.
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
