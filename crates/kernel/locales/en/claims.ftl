### How claims are read, split, joined and found; units that assist

who-assistant = Assisting unit
command-petition-rephrase-claim = Put a claim plainly
command-petition-split-claim = Split a claim
command-petition-join-claims = Join two claims
command-petition-separate-claim = Separate a joined claim
command-petition-add-claim = Add a claim from the facts
command-petition-ask-assistance = Ask a unit to assist
command-petition-give-assistance = Hand in a part
command-petition-end-assistance = End an assistance

event-petition-claim-read = { $taken ->
    [yes] Claim { $claim } stands in the petitioner’s own words again
   *[no] Claim { $claim } was put plainly beside the petitioner’s own words
}
timeline-petition-claim-read = { $taken ->
    [yes] Claim { $claim } is handled in your own words
   *[no] This is how we read claim { $claim }. Your own words stay. If it is wrong, tell us
}
event-petition-claim-split = Claim { $claim } was split into { $count }; each keeps the original words
timeline-petition-claim-split = Claim { $claim } asks for { $count } things. You get an answer to each; your own words stay
event-petition-claim-joined = Claim { $claim } was joined to claim { $into }; its number and words stay
timeline-petition-claim-joined = Claims { $claim } and { $into } are about one thing and are answered together
event-petition-claim-separated = Claim { $claim } stands by itself again
timeline-petition-claim-separated = Claim { $claim } is answered by itself
event-petition-claim-added = Claim { $claim } was added from the facts
timeline-petition-claim-added = What you told holds one more claim. It is now claim { $claim } and is answered like the others
event-petition-assistance-asked = { $unit } is asked to assist with claim { $claims } by { DAY($due) }
timeline-petition-assistance-asked = { $unit } assists with claim { $claims }, by { DAY($due) }
event-petition-assistance-given = { $unit } handed in its part
event-petition-assistance-ended = The assistance of { $unit } ended
timeline-petition-assistance-ended = The assistance of { $unit } ended; the lead unit goes on

refusal-claim-is-joined = Claim { $claim } is joined to another one. To handle it alone, separate it first.
refusal-claim-joined-to-itself = A claim cannot be joined to itself. Choose another one.
refusal-claim-not-joined = Claim { $claim } is not joined to another one; it stands by itself already.
refusal-claim-reads-so = Claim { $claim } reads like this already. Nothing would change.
refusal-claim-parts-few = To split claim { $claim }, write at least two things, one on each line.
refusal-claim-parts-same = Two of the things are worded the same. Write each only once.
refusal-claims-too-many = A matter holds at most { $max } claims. Join some before adding more.
refusal-claim-settled = Claim { $claim } cannot be changed. It was answered, handed to another body, or the petitioner has said whether it is solved. If something new is asked for, add a claim from the facts. Regulation on Petition Work, article 22: what is brought is registered and handled point by point.
refusal-claim-words-not-hers = This claim cannot be added. Its words do not stand in the facts. Copy a sentence from the facts as it is. Regulation on Petition Work, article 22: what is brought is registered and handled point by point.
refusal-claim-stands-already = This sentence is a claim already.
refusal-assistance-by-the-lead = This unit leads already and need not be asked to assist. Choose another one.
refusal-assistance-asked-already = This unit was asked already and is still working on its part.
refusal-assistance-without-part = The claims are missing. Choose at least one; the assisting unit sees only those chosen.
refusal-assistance-due-past = The day for handing in has passed. Write today or a later day.
refusal-assistance-not-asked = This unit was not asked to assist, or its part has ended.
refusal-assistance-not-yours = Your unit was not asked to assist in this matter, or its part has ended.

### Beside a claim: forms and cards

claim-reading = { $who ->
    [her] This is how we read it: { $text }
   *[desk] What is to be done: { $text }
}
claim-part = Split from claim { $of }; the original words are the same
claim-found = { $who ->
    [her] You said this when telling what happened
   *[desk] Added from the facts, in the petitioner’s words
}
claim-with = Answered together with claim { $no }: { $text }
claim-words-read = { $words } (what is to be done: { $text })
claim-read-done = The claims are in order. Go on with type, way and unit.
claim-rephrase-intro = The original words stay; the petitioner sees both. Where they differ, the original words hold.
claim-rephrase-reading = What is to be done
claim-rephrase-reading-hint = One sentence: who does what, up to which point. Leave it empty to take the wording back.
claim-split-intro = When one claim asks for several things, each gets an answer of its own. Every part keeps the original words; the first keeps the number.
claim-split-parts = The things it asks for
claim-split-parts-hint = One on each line, at least two
claim-join-intro = When two claims ask for one thing, they are answered together. Numbers and words stay, and they can be separated again.
claim-join-into = Join it to
claim-separate-intro = Once separated, this claim is handled and answered by itself again.
claim-add-intro = What was asked for while telling what happened, but not listed as a claim, is added here. Only the petitioner’s own words may be copied.
claim-add-words = The petitioner’s own words
claim-add-words-hint = One sentence copied from what happened, without changing anything
claim-add-reading-hint = Optional. If written, the petitioner sees it beside the original words.
refusal-claim-parts-missing = The things it asks for are missing. Write one on each line.

### Assisting

assist-title = Assisting
assist-lead = Another unit leads and has asked yours for a part. Only the task and the claims concerned stand here, no name and no telephone.
assist-none = Your unit is not asked to assist
assist-none-text = When a lead unit or the petition bureau asks your unit to assist, it appears here, the nearest day first.
assist-col-lead = Lead unit
assist-col-due = Hand in by
assist-group-open = Waiting for your unit
assist-group-given = Handed in
assist-do = Hand in your part
assist-open = Open
assist-given = Your part was handed to the lead unit.
assist-given-at = handed in { $at }
assist-asked = { $unit } asked your unit on { $at }, to hand in by { DAY($due) }
assist-part-of = { $unit } leads, your unit assists
assist-task = What the assisting unit is asked to do
assist-task-hint = Say what to check or do. The assisting unit sees neither the story nor a name.
assist-claims = Which claims
assist-part = Assist with this claim
assist-claims-yours = The claims your unit assists with
assist-claims-yours-small = The lead unit handles the others
assist-handed-in = Handed in
assist-again = Add or correct
assist-text = What you found or did
assist-text-hint = The lead unit and the petition bureau see it; the lead unit writes the answer
assist-send = Hand it to the lead unit
assist-over = The lead unit has finished this matter. Nothing more is needed.
assist-no-name = To speak with the petitioner, ask the lead unit.
assist-ask-intro = The assisting unit sees only the claims ticked and its task. The lead unit and the dates stay; the petitioner sees who assists.
assist-unit = Which unit assists
assist-due = Hand in by
assist-due-hint = Leave the lead unit time to write its answer
assist-end-intro = Afterwards this unit no longer sees the matter. What it handed in stays on record.
assist-units = Assisting units
assist-part-due = Assists with claim { $claims }, by { $day }
assist-part-given = Assists with claim { $claims }, handed in

### Recordings nobody has written down

recordings-title = Recordings
recordings-lead = What was handed in by voice and nobody has written down yet. Once it is written down and read back, those who handle the matter can see what was said.
recordings-none = Every recording is written down
recordings-none-text = When somebody hands in a recording, it appears here, the longest waiting first.
recordings-group = Waiting to be written down
recordings-col-since = Handed in
recordings-col-stage = Stage
recordings-waits = { $days ->
    [one] { $days } day waiting
   *[other] { $days } days waiting
}
recordings-do = Listen and write down

### Keys that came later

desk-key-assist = Go to assisting
desk-key-recordings = Go to recordings
desk-key-obstructions = Go to reports over a unit’s head
desk-key-answers = Go to published answers
desk-key-admin = Go to administration
desk-key-back = From a page back to its list

refusal-answer-unknown = There is no such published answer; it may have been taken back. Look through the published answers.
