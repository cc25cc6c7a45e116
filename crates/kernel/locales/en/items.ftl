### Things to be done: reported, checked, disputed; the pages of the simple track; what is asked in a call; words on cards.

## Both sides
item-promise = { $who }: { $what }, by { $day }
item-name = To be done
item-name-no = To be done, { $no }
item-late = { $days } days past its date
item-reported = The unit says: { $evidence }
item-reported-files = The unit says: { $evidence } ({ $count } files)
item-contradicted = Sent back because: { $reason }

## Her page
item-road = To be done for you
item-road-late = { $days } days past its date; it is supervised
item-simple-row = Which way
item-simple = Simple track
item-simple-means = Clear matters go a quicker way. When a claim cannot be supported in full it goes on by the ordinary procedure by itself. You can ask for that at any time.
item-undone-title = Something was not done
item-undone-small = The unit says it was done and it was not: tell us
item-undone-link = Not done? Tell us
item-undone-lead = Whether it was done, you know best.
item-undone-then = It then goes back to be done, with a new date, and the matter cannot end before it is.
item-undone-which = Which one
item-undone-reason = What is missing
item-undone-reason-hint = What you see is enough.
item-undone-send = Send it back
item-ordinary-title = Ask for the ordinary procedure
item-ordinary-small = If you do not want the simple track
item-ordinary-means = The simple track is quicker: an answer within 10 working days, which may be told by telephone. The ordinary procedure takes 60 days at most and ends with a written answer.
item-ordinary-before = The same unit goes on with it.
item-ordinary-after = This answer then no longer counts; the unit answers anew by the ordinary procedure, in writing.
item-ordinary-counts = The days that passed still count. You need not say why.
item-ordinary-reason = What you would like to say
item-ordinary-free = You may leave it empty
item-ordinary-send = Ask for the ordinary procedure
portal-done-undone = It went back to be done. Who does it and by when stands below.
portal-done-ordinary = From now on it goes by the ordinary procedure; { $unit } goes on with it.
letter-plain-more = Also: { $who }: { $what }, by { $day }.

## Desk
desk-draft-more = Something else is to be done
desk-draft-more-no = No. { $no }
desk-execution-which = Which one
desk-execution-outcome = Was it done
desk-execution-evidence-hint = Done: what shows it. Not done: why, and what comes next.
desk-execution-files = Files
desk-execution-file = The file “{ $name }” of this case shows it
desk-item = Claim { $claim }, item { $item }: { $who }: { $what }, by { $day }
desk-item-reported = Claim { $claim }, item { $item }: { $who }: { $what }, by { $day }. Reported: { $outcome }, { $evidence }
desk-verify-intro = Whoever reported cannot check. Look at the place, read the papers or ask her, then choose.
desk-verify-holds = Is it as reported
desk-verify-yes = It is
desk-verify-no = It is not; back to the unit
desk-verify-note = What you found
desk-verify-note-hint = Needed when it differs; the unit reads it.
desk-simple-intro = Simple track: forwarded in 1 working day, accepted in 3, answered in 10. The ordinary terms run beside it, so nothing begins anew when it ends. She reads it.
desk-simple-ground = Which condition holds
desk-simple-ground-hint = Not for matters handed down, of several units, of joint signatures, or for a legal channel.
desk-ordinary-intro = By the ordinary procedure the term counts from the day of acceptance. She reads the reason.
desk-ordinary-reason = Why it does not fit the simple track
desk-ask-done = Was this done
desk-ask-done-yes = It was
desk-ask-done-no = It was not
desk-ask-done-hint = When something promised was not done the matter is open again and goes back to its unit.
desk-look-back = { WORD($clock) }, due { $day }
desk-simple-chip = Simple track
