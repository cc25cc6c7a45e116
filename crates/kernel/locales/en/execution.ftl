### What was promised, done item by item; looking back afterwards; the simple track.

## Names
execution-outcome-done = Done
execution-outcome-partly = Partly done
execution-outcome-not-done = Not done
execution-outcome-handed-over = Handed to the court or another body that can enforce it
execution-state-open = Not reported yet
execution-state-reported = Reported, to be checked by somebody else
execution-state-partly = Checked: partly done
execution-state-not-done = Checked: not done
execution-state-disputed = She says it was not done
execution-state-done = Checked: done
execution-state-handed-over = Handed over for enforcement
execution-state-replaced = Replaced by a new answer
simple-ground-clear = Facts and duties are clear, little is disputed, easily settled
simple-ground-immediate = A question, a suggestion or thanks that can be answered at once
simple-ground-daily = Daily work or life, and it cannot wait
simple-ground-promised = A clear promise or conclusion exists
simple-ground-other = Other matters fit for the simple track
simple-end-not-supported = A claim cannot be supported in full
simple-end-her-wish = The petitioner asked for it
simple-end-not-ours = The unit says that it is not its matter
simple-end-several-units = Several units have to work on it
simple-end-legal-route = A claim takes a legal channel
simple-end-handed-down = Handed down by a superior, with a report due
simple-end-more-time = More time is needed
simple-end-time-out = The short term is over
simple-end-office = It does not fit the simple track
simple-end-reopened = Opened again
service-told-by-phone = Told by telephone; she needs no paper
service-told-by-message = Told by message; she needs no paper
reopen-came-back = It was solved and came back
command-petition-verify-execution = Check what was reported
command-petition-dispute-execution = Say that it was not done
command-petition-choose-simple = Take the simple track
command-petition-end-simple = Go on by the ordinary procedure
command-petition-open-look-back = A look-back is due

## Clocks
clock-EXECUTION_CUSTOM = What was promised
clock-EXECUTION_AGAIN_15D = Doing what was not done
clock-LOOK_BACK_30D = First look-back
clock-LOOK_BACK_90D = Second look-back
clock-LOOK_BACK_180D = Third look-back
clock-from-execution-disputed = The petitioner said that it was not done
clock-from-procedure-closed = The procedure ended
clock-until-execution-checked = Checked and found done
clock-until-looked-back = Looked back
basis-A32 = Regulations on Petition Work, article 32

## Record
timeline-petition-execution-begun = { $count } things are to be done for you, the first by { DAY($due) }
event-petition-execution-begun = Carrying out begins: { $count } items, the first by { DAY($due) }
timeline-petition-execution-reported = Claim { $claim }, item { $item }: { $unit } says: { WORD($outcome) }. Somebody else checks it; if it was not done, you can say so too
event-petition-execution-reported = { $unit } reports claim { $claim }, item { $item }: { WORD($outcome) }
timeline-petition-execution-verified =
    { $holds ->
        [yes] Claim { $claim }, item { $item }: another person of { $unit } looked and found it so. Whether it is solved, you say
       *[other] Claim { $claim }, item { $item }: what was reported was not found; it is still to be done
    }
event-petition-execution-verified =
    { $holds ->
        [yes] Claim { $claim }, item { $item } checked: it is so
       *[other] Claim { $claim }, item { $item } checked: it is not so, sent back
    }
timeline-petition-execution-disputed = You said that claim { $claim }, item { $item } was not done; it went back to be done
event-petition-execution-disputed = The petitioner says that claim { $claim }, item { $item } was not done; open again
timeline-petition-simple-chosen = This matter takes the simple track, which is quicker: { WORD($ground) }
event-petition-simple-chosen = Simple track: { WORD($ground) }
timeline-petition-simple-ended = It goes on by the ordinary procedure: { WORD($why) }. The days that passed still count
event-petition-simple-ended = Ordinary procedure: { WORD($why) }
event-petition-look-back-due = { WORD($clock) } is due; a call is to be made

## Refusals
refusal-execution-own-report = Whoever reported cannot check. You reported this item. Ask another person of the unit, or the petition bureau. Regulations on Petition Work, article 32: what is supported is to be carried out.
refusal-execution-why-not = One sentence is missing: what differs from the report.
refusal-promises-too-many = Claim { $claim } promises too many things; 10 at most. Put together what belongs together. Regulations on Petition Work, article 32: what is supported is to be carried out.
refusal-archive-look-back = It cannot be archived now. After the procedure it is looked back at, the last time on { DAY($due) }. Archive it after that.
refusal-simple-already = It cannot take the simple track again. It was on it and went on by the ordinary procedure. Handle it by the ordinary procedure.
refusal-simple-not-first = It cannot take the simple track. That is for matters brought for the first time that did not change hands. Handle it by the ordinary procedure.
refusal-simple-joint = It cannot take the simple track. More than { $max } people came or signed. Handle it by the ordinary procedure.
refusal-simple-handed-down = It cannot take the simple track. A superior handed it down and a report is due. Handle it by the ordinary procedure.
refusal-simple-legal-route = It cannot take the simple track. A claim takes a legal channel. Handle it by the ordinary procedure.
refusal-simple-several-units = It cannot take the simple track. Several units have to work on it. Handle it by the ordinary procedure.
refusal-simple-risen = It cannot take the simple track. It rose to a higher level. Handle it by the ordinary procedure.
refusal-simple-too-late = It cannot go on by the ordinary procedure now. The answer was served, and only the petitioner can ask for that, within the days for a review. What was not done can be said to be so; who does not agree can ask for a review.
refusal-simple-why = One sentence is missing: why it does not fit the simple track. The petitioner reads it.
refusal-told-needs-simple = It cannot be told by telephone or message only. This matter takes the ordinary procedure, whose answer is served in writing. Choose another way of service.

## Settings
admin-setting-simple-people-max = Most people for the simple track
admin-setting-simple-people-max-text = With more people who came or signed it takes the ordinary procedure.
admin-setting-simple-handed-down = Whether what a superior handed down may take the simple track
admin-setting-simple-handed-down-text = 1 for yes, 0 for no.
admin-setting-simple-legal-routes = Whether a matter with a claim for a legal channel may take the simple track
admin-setting-simple-legal-routes-text = 1 for yes, 0 for no.
admin-setting-simple-several-units = Whether a matter of several units may take the simple track
admin-setting-simple-several-units-text = 1 for yes, 0 for no.
