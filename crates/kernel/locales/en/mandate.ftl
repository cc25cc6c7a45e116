# Mandate, eligibility, recusal, the four modes (rules.md 3.2–3.4, article 28.3)

power-deliver = Hand in papers for me
power-enquire = Enquire for me
power-accompany = Go with me
power-receive-notices = Receive notices for me
mandate-way-paper = Signed or fingerprinted on paper
mandate-way-electronic = Signed on a device
mandate-way-oral = Said aloud
capacity-full = Herself
capacity-minor = A minor; the guardian gives it
capacity-incapable = An adult who cannot decide alone; the guardian gives it
mandate-end-revoked = taken back by the person
mandate-end-expired = the term is over
mandate-end-stepped-back = the agent stepped back
mandate-end-replaced = another agent, or a new mandate
mandate-end-left = the agent left
agency-mode-entrusted = Entrusted
agency-mode-proactive = Proactive
agency-mode-escalated = Escalated
agency-mode-designated = Designated
agency-verdict-eligible = An agent may act
agency-verdict-assist-only = An agent may only accompany
agency-verdict-forbidden = No agent may act
recusal-ground-interest = has an interest in the matter
recusal-ground-near-relative = a near relative has an interest in the matter
recusal-ground-own-unit = belongs to the unit complained of
recusal-ground-other = something else that may touch fairness
recusal-of-agent = the agent
recusal-of-handler = the handler

agency-rule-wrongdoing = It reports wrongdoing; no agent stands between
agency-way-wrongdoing = Give it to the discipline authority, telephone 12388
agency-rule-agent-concerned = This agent has an interest in the matter and has to step back
agency-way-agent-concerned = Take another agent, or file it directly
agency-rule-own-unit = The agent's own unit is complained of
agency-way-own-unit = Take an agent of another unit, or file it directly
agency-rule-final = The same facts and reasons were finally answered
agency-way-final = With something new it can be filed again
agency-rule-not-wanted = The person took back this agent's mandate before
agency-way-not-wanted = Take another agent; the person may entrust this one anew
agency-rule-legal-channel = Every claim goes to a court, arbitration, reconsideration or another legal procedure
agency-way-legal-channel = The agent helps with forms, goes along and finds legal aid; the person decides
agency-rule-review = There is an answer; what follows is review or recheck
agency-way-review = The agent may write and hand in; the request is signed by the person
agency-rule-guardian = The guardian has not given a mandate yet
agency-way-guardian = Once the guardian signs, an agent may act

refusal-agency-wrongdoing = No agent can do this. It reports wrongdoing. Give it to the discipline authority, telephone 12388
refusal-agency-agent-concerned = Not this agent, who has an interest in the matter. Another one can
refusal-agency-own-unit = Not this agent, whose unit is complained of. An agent of another unit can
refusal-agency-final = No agent can do this. The same facts and reasons were finally answered. With something new it can be filed again
refusal-agency-not-wanted = This agent cannot be named. The person took the mandate back. Name another, or let the person entrust him anew
refusal-mandate-powers-empty = One thing is missing: what the agent may do, at least one
refusal-mandate-powers-assist = In this matter an agent only hands in papers and goes along. Choose from these two
refusal-mandate-guardian-missing = The guardian's name is missing. For a minor and for whoever cannot decide alone the guardian gives it
refusal-mandate-guardian-superfluous = The person can give it alone. Leave the guardian empty
refusal-mandate-not-read-back = Read it aloud first; when the person says it is so, tick this
refusal-mandate-unproven = A spoken mandate needs a recording or two witnesses
refusal-mandate-witness-agent = The agent is no witness
refusal-mandate-recording-unknown = There is no such recording in this matter. Hand it in first, then choose it
refusal-mandate-consent-passing-on = A consent is missing: passing the details on to this agent, who is no official, takes a consent of its own
refusal-mandate-consent-sensitive = A consent is missing: what concerns a child or health takes the guardian's own consent
refusal-mandate-term-past = The term has to end after today
refusal-mandate-term-long = The term is too long. At the latest { $last }
refusal-mandate-missing = There is no valid mandate, so this cannot be done for the person ({ WORD($power) }). Ask for the mandate first
refusal-mandate-power-missing = The mandate does not hold “{ WORD($power) }”. For that a new one is needed
refusal-mandate-nothing-to-revoke = There is no agent now, nothing to take back
refusal-mandate-agent-unknown = This person is no agent now
refusal-designate-same = This is the agent already
refusal-recusal-nobody = There is nobody in this place now
refusal-recusal-nobody-asked = Nobody asked for this and nobody declared anything
refusal-recusal-own = Somebody else decides on one's own recusal
refusal-person-recused = This person has an interest in the matter and cannot act in it
refusal-other-agent-once = Another agent can be asked for once, and that was done. The mandate can be taken back, and the matter followed directly

command-petition-give-mandate = Write the mandate
command-petition-revoke-mandate = Take the mandate back
command-petition-designate = Name an agent
command-petition-ask-recusal = Ask for somebody else
command-petition-declare-interest = Say that I have to step back
command-petition-decide-recusal = Decide who steps back
timeline-petition-mandate-given = The mandate is written, until { $due }. It can be taken back at any time
event-petition-mandate-given = Mandate written, until { $due }
timeline-petition-mandate-ended = The agency ended: { WORD($end) }. What was done stays valid; from now on the agent sees nothing of this matter
event-petition-mandate-ended = Agency ended: { WORD($end) }
timeline-petition-agent-designated = Another agent was named ({ $unit }). You can ask for somebody else once
event-petition-agent-designated = Agent named ({ $unit }); mandate due by { $due }
timeline-petition-recusal-asked = You asked for somebody else than { WORD($of) }; a superior decides
event-petition-recusal-asked = Asked for somebody else than { WORD($of) }
event-petition-interest-declared = Said of herself: { WORD($ground) }
timeline-petition-recusal-decided = { $back ->
    [yes] Decided: steps back, { WORD($ground) }
   *[no] Decided: goes on
}
event-petition-recusal-decided = { $back ->
    [yes] Decided: steps back, { WORD($ground) }
   *[no] Decided: goes on
}

clock-MANDATE_3WD = Mandate to follow
clock-MANDATE_TERM_CUSTOM = Mandate ends
clock-from-mandate-given = Mandate written
admin-setting-mandate-days = Days for which a mandate holds
admin-setting-mandate-days-text = When no end is named.
admin-setting-mandate-days-max = Longest term of a mandate, in days
admin-setting-mandate-days-max-text = No mandate runs longer.
admin-setting-declined-days = Days until everything about a declined offer is deleted
admin-setting-declined-days-text = Only kind, place and date remain, and these until then.
admin-setting-declined-visits-max = Visits after somebody declined
admin-setting-declined-visits-max-text = Beyond this no visit is recorded.
clock-until-mandate-given = the mandate is written
clock-until-mandate-ended = the mandate ends
basis-AGENCY_3_3 = Default of the agency: the mandate
