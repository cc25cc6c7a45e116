# Rising, disputes, mediation and danger in a proactive find.

rise-trigger-find-days = So many days since it was seen

clock-DISPUTE_10D = Decision of the common superior
clock-from-dispute-raised = the common superior is asked
clock-until-dispute-decided = the common superior decides
refusal-dispute-by-a-party = Neither the units that disagree nor the office that asked may decide it. The common superior named decides. Regulation on Petition Work, article 24.
refusal-find-mandate-held = There is a mandate. Another one follows when it is taken back or the agent has changed

stage-find-mediation = In mediation
command-find-raise-by-rule = Raise by rule
command-find-mediate = Take it to mediation
command-find-end-mediation = End the mediation
command-find-report-urgent = Report a danger

event-find-mediation-began = Both sides agree: people's mediation
timeline-find-mediation-began = Both sides agree, and the people's mediators are asked. It is voluntary and you can stop at any time. You can still petition directly or sue
event-find-mediation-ended = { $agreed ->
    [yes] Mediation led to an agreement
   *[no] Mediation led to no agreement
}
timeline-find-mediation-ended = { $agreed ->
    [yes] Mediation led to an agreement
   *[no] Mediation led to no agreement; the matter goes on. You can still petition directly or sue
}
event-find-urgent-reported = Danger: { WORD($danger) }. Told:{ $police ->
    [yes] {" "}police (110)
   *[no] {""}
}{ $ambulance ->
    [yes] {" "}ambulance (120)
   *[no] {""}
}{ $government ->
    [yes] {" "}government
   *[no] {""}
}{ $bureau ->
    [yes] {" "}petition bureau
   *[no] {""}
}
find-danger = What may happen
find-danger-violence = Somebody may be hurt
find-danger-self-harm = Somebody may hurt themselves
find-danger-extreme = Something else extreme
find-told = Who has been told
find-told-police = Police (110)
find-told-ambulance = Ambulance (120)
find-told-government = The local government
find-told-bureau = The petition bureau
find-urgent-intro = Telephone first, then record it here. Only what kind of danger and who was told, nobody's name.
find-mediate-intro = Only when both sides want it. The days run on.
find-mediate-check = Both sides said yes
find-agreed = Result
find-agreed-yes = They agreed
find-agreed-no = They did not agree
find-agreed-what = What was agreed, or what stands in the way
refusal-urgent-untold = Tell the government, the police or an ambulance first. Regulation on Petition Work, article 25.
refusal-urgent-police = Where somebody may be hurt, call 110 first. People's Mediation Law, article 25.
refusal-rise-downwards = It cannot rise to a lower level. It comes down after the four re-doings
refusal-verifier-unknown = Somebody named to verify is not on the register of staff, or is no longer active. Choose again
refusal-verifier-of-the-unit = Nobody of the unit supervised verifies it. Choose somebody else

admin-tab-oversight = Rising
admin-oversight-title = Rules of rising and supervision
admin-oversight-lead = Version { $version } holds since { $day }. What was registered before keeps the rules of its day.
admin-oversight-rises = When a matter rises
admin-oversight-why = Why
admin-oversight-from = From how much on
admin-oversight-where = Which matters, while which level leads
admin-oversight-to = To whom
admin-oversight-days = { $count } days
admin-oversight-times = { $count } times
admin-oversight-target = { $up ->
    [0] Same level
   *[other] { $up } up
}: { $kinds }
admin-oversight-rungs = When supervision begins
admin-oversight-rung = Rung
admin-oversight-when = When
admin-oversight-begins = { $when }: { $count }
admin-oversight-reply = The unit answers within
admin-oversight-no-reply = No answer needed
admin-oversight-who = Who sends it
admin-oversight-auto = Sent by itself
admin-oversight-by-hand = Drafted; a person signs
admin-oversight-change = Change this part
admin-oversight-versions = Tables kept here
admin-oversight-version = Version
admin-oversight-state = State
admin-oversight-coming = Its day has not come
admin-oversight-now = In force
admin-oversight-before = Until the next began
refusal-oversight-backdated = It begins today ({ DAY($day) }) at the earliest. What was registered before keeps the rules of its day
basis-A24 = Regulations on Petition Work, article 24
