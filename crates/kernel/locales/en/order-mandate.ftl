# Mandates beside work orders
command-order-give-mandate = Write the mandate
command-order-revoke-mandate = Take the mandate back
command-order-declare-interest = Say that I have to step back
timeline-order-mandate-ended = The agency ended: { WORD($end) }. What was done stays valid; from now on the agent sees nothing of this matter
event-order-mandate-ended = Agency ended: { WORD($end) }
event-order-interest-declared = Said of herself: { WORD($ground) }
timeline-order-interest-declared = Somebody said that she has to step back: { WORD($ground) }
timeline-order-agent-changed = Your agent changed. An agent of { $unit } helps you from now on; the name stands under “Your agent”. Progress and dates stay as they were
event-order-agent-changed = Handed over; the agent is now one of { $unit }
refusal-order-agent-handles = The agent stands on the person's side and cannot do the work as well. Let somebody else claim it, or end the mandate first. Article 28

admin-unit-doc-code = Code of its letters
admin-unit-doc-code-hint = What the numbers of its letters begin with, such as 达信. Its name, when left empty. Numbers given out before stay as they are.
refusal-org-doc-code = A code is written in characters, two or more, without digits or brackets.
refusal-org-doc-code-taken = { $name } uses this code. Two offices under one code would give out the same number twice.
