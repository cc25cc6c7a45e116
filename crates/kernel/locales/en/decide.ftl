# Pages of decisions: triage, objections, opinions, follow-up, work orders
# ── what the domain says ──
command-petition-follow-up = Follow up
follow-up-method-phone = By telephone
follow-up-method-visit = At her door
follow-up-method-on-site = She came by
timeline-petition-followed-up = { $reached ->
    [yes] Somebody who had no part in it asked you; you said { $solved } of { $asked } claims are solved
   *[no] Somebody who had no part in it called you and did not reach you; they will call again
}
event-petition-followed-up = { $reached ->
    [yes] Followed up: asked about { $asked } claims, { $solved } solved in her words
   *[no] Followed up: not reached; to be called again
}
timeline-order-call-missed = Somebody who had no part in it called you and did not reach you; they will call again
event-order-call-missed = Followed up: not reached; to be called again
# ── seen before it is done ──
decide-outcome-said = “After confirming” follows your choices now
decide-outcome-open = Still open:
decide-changed = You changed something; on the right is what follows now. Look, then confirm.
decide-chosen-unit = To **{ $unit }**
decide-chosen-category = Category: { $category }
decide-chosen-no-category = open
decide-chosen-route = Claim { $claim }: { $route }
# ── triage ──
decide-triage-lead = Four decisions on one matter: what it is, the way of each claim, its category, and whose it is.
decide-triage-note = Suggestions come from the program; you decide. What you change is kept, so that the next ones are better.
decide-received = received { $at }
decide-place = { $at } of { $of }
decide-before = The one before
decide-after = The next one
decide-skip = In doubt, skip it; it is not lost
decide-skipped = The one you skipped still waits for triage; go back at any time.
decide-sent-on = The last one ({ $number }) was sent on. This is the next.
decide-legend = Underlined words led to the suggestions:
decide-sign-place = P
decide-sign-place-means = place
decide-sign-kind = C
decide-sign-kind-means = category
decide-sign-urgent = U
decide-sign-urgent-means = urgent
decide-sign-party = O
decide-sign-party-means = other side
decide-claims = { $count ->
    [one] One claim
   *[other] { $count } claims
}
decide-no-agent = No agent; filed by herself
decide-alike = Look-alikes
decide-alike-count = { $count ->
    [one] One look-alike
   *[other] { $count } look-alikes
}
decide-alike-none = Nothing similar was found.
decide-alike-tick = Same cause
decide-alike-each = The cause can be looked into together; **each keeps its own number and its own answer.**
decide-alike-link = Same cause
decide-alike-none-of-them = None of them is the same
decide-alike-meta = { $day } · { $unit } · { $stage } · likeness { $likeness }
decide-alike-linked = Linked as having the same cause. Each keeps its own number and its own answer.
decide-alike-apart = Noted: not the same matter.
decide-routes = The way of each claim
decide-routes-lead = Article 31: ask the first five questions; only when none fits it is the petition procedure. This is how you see it; the unit decides when it accepts.
decide-route-option = { $item } { $route }
decide-route-open = Left to the unit
decide-not-sure = Not sure; please choose.
decide-sure = sure { $sure }
decide-category-find = Find a category
decide-category-other = Another one
decide-catalogue = catalogue { $version }
decide-unit-lead = Leads
decide-unit-assist = May assist
decide-unit-all = All units
decide-unit-other = Another unit
decide-how = Forward, or assign with a term
# ── refusals of these pages ──
refusal-unit-not-chosen = No unit is chosen yet.
refusal-route-not-chosen = The way of claim { $claim } is not chosen yet.
# ── opinions ──
decide-opinion-heading = Opinion: { $title }
decide-opinion-lead = Each claim gets its answer; three people draft, check and sign; the days for a review begin when it is in her hands.
decide-opinion-steps = The four steps of the opinion
decide-step-draft = Draft
decide-step-check = Check
decide-step-sign = Sign
decide-step-serve = Serve
decide-step-done = Done
decide-step-now = It is here now
decide-step-over = This step is done.
decide-step-later = Not yet: the steps before it come first.
decide-step-handler = The handler drafts.
decide-step-checker = Another member of the unit checks, neither the drafter nor the handler.
decide-step-leader = The leader of the unit signs.
decide-step-unit = The unit that handles it serves it.
decide-draft-hand-in = Hand in for checking
decide-draft-save = Save for now
decide-claims-open = Claims without an answer
decide-claim-open = Claim { $claim }
decide-claims-block = Each claim needs a result; with one missing it cannot be handed in. It can be saved.
decide-two-signatures = Three people, two signatures
decide-two-signatures-why = An opinion under article 32 touches her rights: nobody checks what she wrote, nobody signs what she checked.
decide-who-handler = Handles
decide-who-drafted = Drafted
decide-who-checked = Checked
decide-who-signed = Signed
decide-who-open = Nobody yet
decide-who-check-rule = Nobody yet; somebody else than drafter and handler
decide-who-sign-rule = Nobody yet; the leader, who is none of those above
decide-returned-title = Sent back
decide-returned = { $at }, by { $who }
decide-changes = Changed since it was sent back
decide-changes-lead = Struck out is the earlier version, underlined the present one.
decide-changes-none = Not a word differs from the version that was sent back.
decide-change-of = Claim { $claim } · { $field }
decide-change-gone = Gone:
decide-change-come = Now:
decide-proof = Proof of service
decide-served-recorded = Recorded
# ── the letter ──
letter-preview = The letter
letter-print = Print this letter
letter-said = The letter follows what you write now
letter-number-open = Number: given when signed
letter-plain = In plain words
letter-plain-not = This is not the letter; it only says its decisions simply. The letter counts.
letter-plain-open = Claim { $claim }: not written yet.
letter-plain-support = Claim { $claim }: supported. { $what }, by { $day }, done by { $who }.
letter-plain-partial = Claim { $claim }: supported in part. { $what }, by { $day }, done by { $who }.
letter-plain-no-promise = Claim { $claim }: supported. Who does what until when is still missing.
letter-plain-explain = Claim { $claim }: reasonable, but the law gives no ground for it now. The letter says why.
letter-plain-not-support = Claim { $claim }: not supported. The letter says why.
letter-day-open = (no day yet)
letter-window = Who does not agree may ask for review within 30 days of receiving the letter.
letter-window-until = Who does not agree may ask for review until { $day }.
# ── follow-up ──
decide-calls = Follow-up
decide-calls-lead = The answer is in her hands; somebody who had no part in it asks whether it is really solved. Who waited longest comes first.
decide-calls-none = Nobody to call
decide-calls-none-text = Matters that were answered and that nobody has asked about yet stand here.
decide-calls-caption = { $count } to be called
decide-calls-group = To be called
decide-col-answered-by = Answered by
decide-col-since = Since
decide-call-waits = { $days ->
    [one] waits one day
   *[other] waits { $days } days
}
decide-call = Call
decide-call-done = Recorded. What she said stands on the matter.
decide-call-missed = Recorded: not reached. The matter stays on the list.
decide-call-no-superior = The call is on record, but what she suffered went nowhere: no higher petition bureau stands above this unit in the system. Tell her that she can call 12388 (discipline inspection) or write to the authority above.
decide-call-heading = Follow-up: { $title }
decide-call-lead = In her own words; no persuading, no asking for a good mark. The unit does not see her words.
decide-call-phone-note = The number is shown for a reason; “checking the facts” will do. The look is recorded, and she will know.
decide-call-record = Record the call
decide-call-not-reached = Not reached
decide-call-was = { $at }, { $who }: asked about { $asked }, solved { $solved }
decide-call-was-missed = { $at }, { $who }: not reached
decide-call-stale = Look at how it stands now, then record. What you wrote is still here.
decide-calls-before = Earlier calls
decide-ask-method = How she was asked
decide-ask-solved = Is it really solved
decide-ask-pressed = Did anybody ask her for a good mark or to withdraw
decide-ask-pressed-hint = A yes goes straight to the level above; the unit does not see it.
decide-ask-grade = How does she find it
decide-ask-grade-hint = Kept with the call only. The rating proper she gives with her own code.
decide-ask-grade-none = She did not say
decide-ask-retaliated = Did she suffer for bringing it up
decide-ask-retaliated-hint = A yes goes straight to the level above; the unit does not see it.
decide-ask-note-hint = In her words. When she was not reached: when you called and what happened.
decide-ask-yes = Yes
decide-ask-no = No
# ── objections ──
decide-objection-heading = Objection: { $title }
decide-objection-lead = The unit says it is not its matter. You decide: another unit, or why it stays. She need not come again, and the days run on.
decide-objection-says = { $unit } says
decide-objection-basis = Document relied on
decide-objection-no-basis = None was named
decide-objection-when = When
decide-objection-in-time = { $at }, in time (by { $due })
decide-objection-late = { $at }, after the term (by { $due })
decide-objection-article = Article 23: a unit that holds a matter not to be its own says so with reasons within five working days; who sent it decides, and what is decided against may not come back.
decide-objection-decision = Your decision
decide-objection-approve = Agreed: another unit
decide-objection-approve-means = The new unit has 15 days from today for its notice, and five working days to object
decide-objection-reject = Not agreed: it stays
decide-objection-reject-means = The term runs on, and it may not come back
decide-objection-to = To whom
decide-objection-catalogue = What the catalogue says
decide-objection-not-listed = The catalogue does not name { $unit } for this category.
decide-objection-suggested = Suggested units
decide-objection-to-lead = Only when you agree.
decide-objection-reason-hint = In words that both the unit and the petitioner understand: whose it is, by which document.
decide-objection-confirm = Decide so
decide-objection-rises = It changed hands { $hops } times: the common superior decides now, not two units among themselves.
decide-objection-raise = Bring it before the common superior
decide-hops-title = How it came here
decide-hops = Changed hands { $hops } times. From { $limit } on the common superior decides.
decide-hop = { $at }: { $from } → { $to } ({ $kind })
refusal-decision-open = The decision is not chosen yet.
refusal-reason-open = The reason is not written yet.
decide-order-lead = A work order takes a week: claimed in 24 hours, answered in 72, done in 7 days, then followed up by somebody who had no part in it.
