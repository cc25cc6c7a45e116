# Mediation 调解 (People's Mediation Law, article 33, rules.md 10.7)
case-kind-mediation = Mediation
table-title-mediation = The life cycle of a mediation
basis-PML_3 = People's Mediation Law, article 3: mediation keeps nobody from her rights
basis-PML_17 = People's Mediation Law, article 17: on request or on offer; never against the word of a party
basis-PML_19 = People's Mediation Law, article 19: a mediator is named, or chosen by the parties
basis-PML_20 = People's Mediation Law, article 20: others may be asked to help
basis-PML_22 = People's Mediation Law, article 22: the parties are heard
basis-PML_23 = People's Mediation Law, article 23: rights of the parties
basis-PML_25 = People's Mediation Law, article 25: dangers are prevented and told to the police
basis-PML_26 = People's Mediation Law, article 26: without an agreement it ends, and other ways are told
basis-PML_27 = People's Mediation Law, article 27: records and file
basis-PML_28 = People's Mediation Law, article 28: written and oral agreements
basis-PML_29 = People's Mediation Law, article 29: what an agreement says and when it binds
basis-PML_30 = People's Mediation Law, article 30: an oral agreement binds from its day
basis-PML_31 = People's Mediation Law, article 31: it binds; the committee looks that it is carried out
basis-PML_32 = People's Mediation Law, article 32: a dispute about it can go to court
basis-PML_33 = People's Mediation Law, article 33: joint request for confirmation within 30 days
basis-LAND_MEDIATION_10 = Rural Land Mediation and Arbitration Law, article 10: an agreement is put in writing
clock-MEDIATION_PERFORM_CUSTOM = Carrying out the agreement
clock-until-term-performed = the term is carried out
who-party = a party to the mediation
who-mediator = the mediator
who-committee = the mediation committee
mediation-org-people = people's mediation committee
mediation-org-petition = mediation by a petition office
mediation-org-administrative = administrative mediation
mediation-origin-applied = a party asked for it
mediation-origin-applied-orally = asked for orally, written down on the spot
mediation-origin-invited = offered
mediation-source-direct = the parties themselves
mediation-source-court = told by the court before it took the case
mediation-source-police = told by the police
mediation-source-petition = a petition
mediation-source-work-order = a work order
mediation-source-find = a find
mediation-topic-neighbour = neighbours
mediation-topic-land-contract = contracted farmland
mediation-topic-pasture = pasture, grazing
mediation-topic-family = family, maintenance
mediation-topic-wages = wages
mediation-topic-damages = damages
mediation-topic-contract = contracts, sales, loans
mediation-topic-housing = housing
mediation-topic-identity = civil status
mediation-topic-adoption = adoption
mediation-topic-marriage = marriage
mediation-topic-other = other disputes
mediation-way-court = Sue in court; legal aid is there for whoever cannot pay a lawyer
mediation-way-land-arbitration = Ask the land arbitration committee
mediation-way-labour-arbitration = Ask the labour arbitration committee
mediation-way-labour-inspection = Report to the labour inspection
mediation-way-government = Ask the government to decide whose land or pasture it is
mediation-way-petition = The petition goes on; its deadline never stopped
mediation-helper-police = police officer
mediation-helper-judge = judge
mediation-helper-prosecutor = prosecutor
mediation-helper-judicial-mediator = judicial mediator
mediation-helper-lawyer = lawyer
mediation-helper-deputy = deputy
mediation-helper-elder = trusted elder
mediation-helper-translator = interpreter
mediation-how-herself = herself, on her page
mediation-how-signature = in writing, the paper is in the file
mediation-how-oral = orally, written down on the spot
mediation-chosen-committee = named by the committee
mediation-chosen-parties = chosen by the parties
mediation-risk-escalation = it may grow worse
mediation-risk-public-order = it may become a public order case
mediation-risk-crime = it may become a criminal case
mediation-form-written = in writing
mediation-form-oral = orally, noted by the mediator
mediation-mark-signature = signature
mediation-mark-seal = seal
mediation-mark-fingerprint = fingerprint
mediation-court-domicile = where a party lives
mediation-court-subject = where the thing in dispute lies
mediation-court-committee = where the committee sits
mediation-end-refused = a party did not want it
mediation-end-left = a party ended it
mediation-end-failed = no agreement
mediation-instead-how-to-perform = Write who does what by which day. Whether to come again is hers to decide
mediation-instead-what-was-solved = Write what was solved, and how
mediation-instead-what-is-owed = Write what each side pays and does. The right to sue, arbitrate, ask for review or report cannot be written away
stage-mediation-consent-pending = waiting for every party's yes
stage-mediation-accepted = all agreed to mediate
stage-mediation-rights-notified = rights and duties told
stage-mediation-in-session = talks
stage-mediation-agreed = agreed, to be signed
stage-mediation-performing = binding, being carried out
stage-mediation-confirm-applied = waiting for the court
stage-mediation-breached = something is overdue
stage-mediation-performed = all carried out
stage-mediation-terminated = ended without agreement
stage-mediation-archived = archived
command-mediation-consent = Agree to mediate
command-mediation-refuse = Refuse mediation
command-mediation-leave = End it
command-mediation-name-mediator = Name a mediator
command-mediation-ask-other = Ask for another mediator
command-mediation-step-back = Step back
command-mediation-add-helper = Ask somebody to help
command-mediation-notify-rights = Tell rights and duties
command-mediation-hold = Record a talk
command-mediation-confirm-minutes = Confirm minutes
command-mediation-report-risk = Record a danger
command-mediation-agree = Record the agreement
command-mediation-sign = Record a signature
command-mediation-fail = No agreement
command-mediation-want-confirmation = Want confirmation
command-mediation-apply-confirmation = Record the joint request
command-mediation-record-ruling = Record the ruling
command-mediation-perform = Record it as done
command-mediation-tell-breach = Say it is not done
command-mediation-urge = Urge
command-mediation-tell-ways = Tell the ways to court
command-mediation-note-follow-up = Record a look afterwards
command-mediation-archive = Archive
command-mediation-mark-overdue = Note the delay
command-mediation-recompute-clocks = Recompute deadlines
event-mediation-opened = { $unit } opened { $file }: { WORD($origin) }
event-mediation-consented = Party { $party } agrees to mediate ({ WORD($how) })
event-mediation-accepted = All parties agree; mediation begins
event-mediation-ended =
    { $kind ->
        [REFUSED] Party { $party } does not want mediation; it ends
        [LEFT] Party { $party } ended it
       *[FAILED] No agreement; it ends
    }
event-mediation-mediator-named = A mediator was named: { WORD($chosen) }
event-mediation-other-asked = Party { $party } asks for another mediator
event-mediation-stepped-back = The mediator stepped back
event-mediation-helper-added = Helps: { WORD($role) }, { $called }
event-mediation-rights-notified = Rights and duties were told ({ WORD($how) })
event-mediation-held =
    { $all ->
        [yes] { DAY($day) }: talk at { $place } with all parties
       *[no] { DAY($day) }: separate talk at { $place } with party { $party }
    }
event-mediation-minutes-confirmed = Party { $party } confirmed the minutes ({ WORD($how) })
event-mediation-agreed = Agreed: { WORD($form) }
event-mediation-signed =
    { $of ->
        [party] Party { $party }: { WORD($mark) }, { DAY($day) }
        [mediator] The mediator: { WORD($mark) }, { DAY($day) }
       *[committee] Sealed by the committee, { DAY($day) }
    }
event-mediation-effective =
    { $court ->
        [yes] The agreement binds from { DAY($day) }. For a court to confirm it, all parties apply by { DAY($due) }
       *[no] The agreement binds from { DAY($day) }
    }
event-mediation-confirmation-wanted = Party { $party } wants a court to confirm it ({ WORD($how) })
event-mediation-confirmation-applied = { DAY($day) }: joint request to { $court }
event-mediation-ruled =
    { $confirmed ->
        [yes] The court confirmed it on { DAY($day) }, { $number }. It can be enforced at once
       *[no] The court did not confirm it on { DAY($day) }, { $number }
    }
event-mediation-performed = Term { $term } was carried out on { DAY($day) }
event-mediation-breach-told = Party { $party } says term { $term } was not carried out
event-mediation-urged = Urged to carry out term { $term }
event-mediation-ways-told = Term { $term } was not carried out: told how to sue, or to enforce what a court confirmed
event-mediation-clock-overdue =
    { $what ->
        [term] Term { $term } is overdue
       *[whole] The mediation is past its term
    }
timeline-mediation-opened = { $unit } opened { $file }: { WORD($origin) }
timeline-mediation-consented = Party { $party } agrees to mediate ({ WORD($how) })
timeline-mediation-accepted = All parties agree; mediation begins
timeline-mediation-ended =
    { $kind ->
        [REFUSED] Party { $party } does not want mediation; it ends
        [LEFT] Party { $party } ended it
       *[FAILED] No agreement; it ends
    }
timeline-mediation-mediator-named = A mediator was named: { WORD($chosen) }
timeline-mediation-other-asked = Party { $party } asks for another mediator
timeline-mediation-stepped-back = The mediator stepped back
timeline-mediation-helper-added = Helps: { WORD($role) }, { $called }
timeline-mediation-rights-notified = Rights and duties were told ({ WORD($how) })
timeline-mediation-held =
    { $all ->
        [yes] { DAY($day) }: talk at { $place } with all parties
       *[no] { DAY($day) }: separate talk at { $place } with party { $party }
    }
timeline-mediation-minutes-confirmed = Party { $party } confirmed the minutes ({ WORD($how) })
timeline-mediation-agreed = Agreed: { WORD($form) }
timeline-mediation-signed =
    { $of ->
        [party] Party { $party }: { WORD($mark) }, { DAY($day) }
        [mediator] The mediator: { WORD($mark) }, { DAY($day) }
       *[committee] Sealed by the committee, { DAY($day) }
    }
timeline-mediation-effective =
    { $court ->
        [yes] The agreement binds from { DAY($day) }. For a court to confirm it, all parties apply by { DAY($due) }
       *[no] The agreement binds from { DAY($day) }
    }
timeline-mediation-confirmation-wanted = Party { $party } wants a court to confirm it ({ WORD($how) })
timeline-mediation-confirmation-applied = { DAY($day) }: joint request to { $court }
timeline-mediation-ruled =
    { $confirmed ->
        [yes] The court confirmed it on { DAY($day) }, { $number }. It can be enforced at once
       *[no] The court did not confirm it on { DAY($day) }, { $number }
    }
timeline-mediation-performed = Term { $term } was carried out on { DAY($day) }
timeline-mediation-breach-told = Party { $party } says term { $term } was not carried out
timeline-mediation-urged = Urged to carry out term { $term }
timeline-mediation-ways-told = Term { $term } was not carried out: told how to sue, or to enforce what a court confirmed
timeline-mediation-clock-overdue =
    { $what ->
        [term] Term { $term } is overdue
       *[whole] The mediation is past its term
    }
event-mediation-risk-reported =
    { $police ->
        [yes] { WORD($kind) }: the police were told
       *[no] { WORD($kind) }: what is done about it was written down
    }
event-mediation-followed-up = { DAY($day) }: looked afterwards
event-mediation-archived = Filed
event-mediation-clocks-recomputed = Deadlines computed again under calendar { $calendar }
# What the petition says of it
stage-petition-mediating = In mediation; the deadline runs on
stage-petition-settled = Settled by an agreement
command-petition-note-mediation = Note a mediation
command-petition-settle = Settle under the agreement
event-petition-mediation-noted =
    { $step ->
        [asked] { $unit } asks the parties whether they want mediation
        [began] All agreed; { $unit } mediates. The deadline runs on
        [agreed] Mediation led to an agreement, binding from { DAY($day) }
        [refused] A party did not want mediation; handling goes on
        [ended] Mediation led to no agreement; handling goes on, other ways were told
        [broken] Something agreed was not carried out; the ways to court were told
       *[performed] The agreement was carried out
    }
timeline-petition-mediation-noted =
    { $step ->
        [asked] { $unit } asks whether you want mediation with the other side. It is yours to say; this matter goes on either way
        [began] All parties agreed and { $unit } mediates. The deadline of this matter runs on
        [agreed] Mediation led to an agreement, binding from { DAY($day) }
        [refused] A party did not want mediation. This matter goes on
        [ended] Mediation led to no agreement. This matter goes on; other ways stand on the mediation's page
        [broken] Something agreed was not carried out. How to go to court stands on the mediation's page
       *[performed] What was agreed was carried out
    }
event-petition-settled = Settled under the agreement
timeline-petition-settled = This matter ended with the agreement. If it is not kept, or something new happens, it can be opened again
refusal-settle-no-agreement = There is no agreement that binds, or it was not kept. Regulation, article 33.
# What is refused
refusal-mediation-two-parties = There have to be two parties.
refusal-mediation-party-twice = The same person stands there twice.
refusal-mediation-source-case = Where it comes from a matter, name the number; elsewhere leave it out.
refusal-mediation-involved = This person had a part in the matter and cannot mediate it. Ask somebody who had none. Regulation, article 28.
refusal-mediation-helper-twice = Already asked.
refusal-mediation-no-mediator = Name a mediator first.
refusal-mediation-not-the-mediator = This is for the mediator who was named.
refusal-mediation-mediator-same = This is the mediator already.
refusal-mediation-party-unknown = There is no such party.
refusal-mediation-own-word = A party speaks for herself: on her own page, or in writing or orally before the mediator.
refusal-mediation-said-already = That is on record already.
refusal-mediation-future = That day is still to come.
refusal-mediation-early = That day is too early.
refusal-mediation-public-alone = A separate talk is never public.
refusal-mediation-session-unknown = There is no such talk, or this party was not there.
refusal-mediation-not-heard = One party was not heard yet.
refusal-mediation-signed-already = Somebody signed already; it cannot be changed.
refusal-mediation-land-written = An agreement about contracted land is made in writing. Rural Land Mediation and Arbitration Law, article 10.
refusal-mediation-terms-missing = Name at least one thing: who does what by when.
refusal-mediation-term-due = The day has to be today or later.
refusal-mediation-right-waived = An agreement cannot say “{ $words }”. People's Mediation Law, article 3. { WORD($instead) }.
refusal-mediation-oral-unsigned = An oral agreement needs no signature; it binds from its day.
refusal-mediation-signed-twice = Signed already.
refusal-mediation-confirm-people = Only agreements of a lawfully established people's mediation committee can be confirmed by a court.
refusal-mediation-confirm-topic = Courts do not confirm agreements about civil status, adoption or marriage.
refusal-mediation-confirm-late = The 30 days for confirmation ended on { DAY($day) }. A party can still sue on the agreement.
refusal-mediation-confirm-together = All parties apply together; one has not said so yet.
refusal-mediation-not-applied = No request was made yet.
refusal-mediation-ruling-reason = Write why the court did not confirm it.
refusal-mediation-police = What may become a police case is told to the police: name the station and the day. People's Mediation Law, article 25.
refusal-mediation-term-unknown = There is no such term.
refusal-mediation-term-done = This is done already.
refusal-mediation-not-late = It is not due yet.
refusal-mediation-urged = Urged today already.
refusal-mediation-urge-first = Urge first, then tell the ways to court.
refusal-mediation-term-open = Term { $term } is neither done nor were the ways to court told; it cannot be filed.
refusal-mediation-court-open = The court has not ruled yet.
# Papers
doc-type-mediation-sheet = Application or registration of a mediation
doc-type-mediation-rights = Notice of rights and duties in a mediation
doc-type-mediation-record = Record of a mediation talk
doc-type-mediation-agreement = People's mediation agreement
doc-type-mediation-failure = Notice that a mediation ended, with the other ways
doc-type-confirm-request = Joint request for judicial confirmation
doc-type-mediation-followup = Record of how the agreement was carried out
doc-type-mediation-file = Contents of the mediation file
doc-field-file-no = File number
doc-field-talks = Talks
doc-field-liability = Responsibility of each
doc-field-other-ways = Other ways
doc-field-court = Court
doc-field-effective-on = Binding from
doc-field-file-contents = Papers in the file
# What opening one refuses
refusal-mediation-parties = At most { $max } parties.
refusal-mediation-committee = There is no such committee here, or nobody mediates there yet.
refusal-mediation-matter-over = This matter is over. The parties can ask for mediation themselves.
refusal-mediation-not-a-mediator = This person is no mediator.
refusal-mediation-own-number = This party uses the number and code of the matter.
# Who may what
refusal-mediation-unknown = There is no such mediation.
# The pages /desk/mediations
mediations-title = Mediation
mediations-lead = Voluntary and free. What is agreed says who does what by when, and somebody looks that it is done.
mediations-tab-mine = Waiting for me
mediations-tab-open = Running
mediations-tab-over = Over
mediations-none-mine = Nothing waits for you
mediations-none-open = No mediation runs
mediations-none-over = None is over yet
mediations-none-text = What parties ask for, and what other offices bring, appears here.
mediations-what = Dispute
mediations-topic = Kind
mediations-mediator = Mediator
mediations-due = By
mediations-stage = Stage
mediations-new = Open a mediation
mediations-new-lead = Who the parties are and what is in dispute. Whether they want mediation each says for herself.
mediations-new-button = Register and ask the parties
mediations-opened = Registered. Name a mediator and hand the parties their numbers and codes.
mediations-named = { $count } named
mediations-unnamed = none yet
mediations-asked-other = a party asks for another
mediations-committee = Committee
mediations-org-type = Kind of mediation
mediations-org-type-hint = Only agreements of a lawfully established people's mediation committee can be confirmed by a court.
mediations-origin = How it came
mediations-source = From where
mediations-line = What it is about
mediations-line-hint = One line, without names
mediations-facts = What happened
mediations-facts-hint = As the parties tell it; no conclusions.
mediations-party = Party { $party }
mediations-name = Name
mediations-phone = Telephone
mediations-address = Address
mediations-first-filed = Whoever filed { $number }; she uses that number and code.
mediations-parties = Parties
mediations-yes = agrees
mediations-no = refuses
mediations-unsaid = has not said
mediations-filed = filed the matter; uses that number and code
mediations-wants-court = wants a court to confirm it
mediations-code-give = Hand out number and code
mediations-code-again = New code
mediations-code-title = For { $party }
mediations-code-once = The code is shown once. It opens this mediation and nothing else.
mediations-contacts = Show names and telephones
mediations-contacts-note = The look is on record.
mediations-next = What comes next
mediations-can = Also possible
mediations-next-name = Name a mediator who had no part in the matter.
mediations-next-asked = Party { $party } asks for another mediator: { $reason }
mediations-next-consent = Ask each party. She says it on her page, in writing, or orally before the mediator. One no ends it.
mediations-next-rights = All agreed. Tell them their rights and duties.
mediations-next-hold = Hold a talk. Minutes of a separate talk are read by that party alone.
mediations-next-session = Go on. Write what is agreed, or end it and tell the other ways.
mediations-next-sign = Record each mark. The last of their days is the day from which it binds.
mediations-next-perform = Look on the day whether it was done.
mediations-next-court = Wait for the court; record its ruling.
mediations-next-breach = Something is overdue: urge, then tell the ways to court.
mediations-next-performed = All done. Look in once more, then file it.
mediations-next-ended = It ended. Hand the notice with the other ways to the parties, then file it.
mediations-next-archived = Filed.
mediations-talks = Talks
mediations-talk-no = Talk { $no }
mediations-alone = separate talk, not shown to the other side
mediations-unconfirmed = not confirmed yet
mediations-confirmed-by = confirmed by { $who }
mediations-agreement = Agreement
mediations-effective = Binds from
mediations-done = done
mediations-late = overdue
mediations-told = Party { $party }: { $text }
mediations-urged = urged { $at }
mediations-ways-told = ways to court told { $at }
mediations-term-no = Term { $term }
mediations-term-until = Usually settled by
mediations-sign-mediator = Mediator
mediations-sign-committee = Seal of the committee
mediations-sign-open = { $who }: missing
mediations-court-title = Judicial confirmation
mediations-court-people = Not a people's mediation committee: no judicial confirmation.
mediations-court-topic = Courts do not confirm agreements about civil status, adoption or marriage.
mediations-court-until = By { $day }, all parties together, at the court where a party lives, where the thing lies or where the committee sits; free of charge.
mediations-court-applied = Requested from { $court } ({ $ground }) on { $day }. It says within 3 days whether it takes it up.
mediations-court-confirmed = Confirmed on { $day }, { $number }. It can be enforced.
mediations-court-refused = Not confirmed on { $day }, { $number }.
mediations-helpers = Helpers
mediations-risks = Dangers
mediations-risk-told = { $kind }; { $police } told on { $day }
mediations-notes = Looks afterwards
mediations-how = How she said it
mediations-reason = Why
mediations-who = Which party
mediations-chosen = Chosen by
mediations-helper-role = As what
mediations-helper-called = Called
mediations-helper-called-hint = Office and post
mediations-helper-user = Account
mediations-helper-nobody = none
mediations-on = Day
mediations-place = Place
mediations-with = With whom
mediations-with-all = all parties
mediations-with-one = alone with { $party }
mediations-with-hint = What is said alone is not shown to the other side.
mediations-others = Who else
mediations-others-hint = By office, not by name
mediations-public = Public
mediations-public-no = not public
mediations-public-yes = public
mediations-minutes = Minutes
mediations-minutes-hint = Who said what. Nobody is judged.
mediations-risk = What may come of it
mediations-risk-text = What was seen and done
mediations-police = Police station
mediations-police-hint = Obligatory for what may become a police case
mediations-police-on = Told on
mediations-form = Form
mediations-form-hint = An oral agreement binds from today. Contracted land needs writing.
mediations-dispute = Facts and dispute
mediations-liability = Responsibility of each
mediations-term = What
mediations-term-hint = One thing each. Nothing that gives a right away.
mediations-term-by = By whom
mediations-term-due = By
mediations-manner = How
mediations-sign-of = Whose
mediations-mark = Mark
mediations-court = Court
mediations-court-hint = A basic court
mediations-ground = Why this court
mediations-applied-on = Applied on
mediations-ruling = Ruling
mediations-confirmed = confirmed
mediations-not-confirmed = not confirmed
mediations-ruling-number = Number
mediations-ruling-reason = Why not
mediations-done-on = Done on
mediations-evidence = What shows it
mediations-found = What was found
mediations-owing = Mediation
mediations-case = Mediation
mediations-case-new = Bring it before a mediation committee
mediations-case-new-hint = Voluntary; the deadline runs on
desk-optional = optional
desk-settle-intro = The agreement binds. She can say at any time that it was not kept, and open the matter again.
# Her page /t/{number}/mediation/{id}
mediation-hers-title = Mediation
mediation-hers-row = Where it stands, and what you say
mediation-hers-me = You are party { $party }, { $name }
mediation-hers-you =  (you)
mediation-hers-who = Who mediates
mediation-hers-free = Mediation is free and yours to accept, refuse or end at any time. It keeps nobody from court, arbitration, review or petition.
mediation-hers-next-consent = Say whether you want mediation.
mediation-hers-next-others = You have said; the others have not yet.
mediation-hers-next-invited = All agreed. The mediator will call you.
mediation-hers-next-session = Talks go on. Read the minutes and say whether they are right.
mediation-hers-next-sign = Agreed. It binds once all have signed and it is sealed.
mediation-hers-next-perform = The agreement binds. Each day stands below.
mediation-hers-next-court = Requested together; the court will rule.
mediation-hers-next-breach = Something is overdue and is being urged. You can also:
mediation-hers-next-done = All that was agreed was done.
mediation-hers-next-ended = It ended. These ways stay open:
mediation-hers-consent = I agree to mediation
mediation-hers-refuse = I do not agree
mediation-hers-refuse-why = Why
mediation-hers-other = I want another mediator
mediation-hers-other-why = Why
mediation-hers-other-send = Tell the committee
mediation-hers-leave = I want to end it
mediation-hers-leave-note = All other ways stay open.
mediation-hers-leave-send = End the mediation
mediation-hers-alone = This talk was with you alone; the other side does not see it.
mediation-hers-minutes = The minutes are right
mediation-hers-unsigned = { $count } marks are missing
mediation-hers-court-until = For a court to confirm it, all apply by { $day }. A confirmed agreement can be enforced.
mediation-hers-court-wanted = Party { $party } wants it
mediation-hers-court = I want a court to confirm it
mediation-hers-term-done = done on { $day }
mediation-hers-term-urged = overdue; it was urged
mediation-hers-term-ways = Not done. You can sue on it; what a court confirmed can be enforced
mediation-hers-breach = Not done?
mediation-hers-breach-what = What is missing
mediation-hers-breach-send = Tell the mediator
mediation-hers-done-consent = Your yes is on record.
mediation-hers-done-refuse = Your no is on record; it ended.
mediation-hers-done-leave = It ended.
mediation-hers-done-other = The committee was told.
mediation-hers-done-minutes = On record.
mediation-hers-done-court = On record.
mediation-hers-done-breach = The mediator was told.
laws-PML_31 = What was agreed binds; the committee watches that it is done and urges. Whoever does not keep it can be sued.
