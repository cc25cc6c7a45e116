# Dates are ISO in the arguments; DAY, DATE, WEEKDAY and DAYS say them in the language.

# The steps of a derivation
step-first-day = { DATE($start) } itself does not count; { DAY($first) } is the first day.
step-count = { $count } { $unit ->
        [WORKDAY] working { $count ->
            [one] day
           *[other] days
        }
        [MONTH] { $count ->
            [one] month
           *[other] months
        }
        [HOUR] { $count ->
            [one] hour
           *[other] hours
        }
       *[CALENDAR_DAY] { $count ->
            [one] day
           *[other] days
        }
    } counted out end on { DATE($raw) }.
step-skipped = Rest days on the way do not count: { DAYS($days) }.
step-make-up = { DAYS($days) }: a weekend, but people work to make up for a holiday, so it counts.
step-month-end = That month has no day { $day }; its last day, { DAY($raw) }, takes its place.
step-extension = Extended by { $count } { $unit ->
        [WORKDAY] working { $count ->
            [one] day
           *[other] days
        }
        [MONTH] { $count ->
            [one] month
           *[other] months
        }
        [HOUR] { $count ->
            [one] hour
           *[other] hours
        }
       *[CALENDAR_DAY] { $count ->
            [one] day
           *[other] days
        }
    }: { $total } { $unit ->
        [WORKDAY] working { $total ->
            [one] day
           *[other] days
        }
        [MONTH] { $total ->
            [one] month
           *[other] months
        }
        [HOUR] { $total ->
            [one] hour
           *[other] hours
        }
       *[CALENDAR_DAY] { $total ->
            [one] day
           *[other] days
        }
    } counted in one run from { DAY($start) }, to { DATE($raw) }; never added to a date that was moved.
step-pause = From { DAY($from) } to { DAY($to) } the clock stood still for { $reason ->
        [HEARING] the hearing
        [SUPPLEMENT] completing the material
        [MEDIATION] mediation
        [THIRD_PARTY] waiting for someone else
       *[LOCAL] a pause of a local rule
    }: { $count } { $unit ->
        [WORKDAY] working { $count ->
            [one] day
           *[other] days
        }
        [MONTH] { $count ->
            [one] month
           *[other] months
        }
        [HOUR] { $count ->
            [one] hour
           *[other] hours
        }
       *[CALENDAR_DAY] { $count ->
            [one] day
           *[other] days
        }
    } do not count; the end moves to { DATE($raw) }.
step-pause-open = Since { DAY($from) } the clock stands still for { $reason ->
        [HEARING] the hearing
        [SUPPLEMENT] completing the material
        [MEDIATION] mediation
        [THIRD_PARTY] waiting for someone else
       *[LOCAL] a pause of a local rule
    }; the dates move on when it resumes.
step-roll-weekend = { $unit ->
        [WORKDAY] Working day { $count }
        [MONTH] The last day
       *[CALENDAR_DAY] Day { $count }
    } is a { WEEKDAY($raw) }; it moves on to { DAY($due) }.
step-roll-holiday = { $unit ->
        [WORKDAY] Working day { $count }
        [MONTH] The last day
       *[CALENDAR_DAY] Day { $count }
    }, { DAY($raw) }, lies in the { $holiday ->
        [NEW_YEAR] New Year
        [SPRING_FESTIVAL] Spring Festival
        [QINGMING] Qingming
        [LABOUR_DAY] Labour Day
        [DRAGON_BOAT] Dragon Boat
        [MID_AUTUMN] Mid-Autumn
        [NATIONAL_DAY] National Day
       *[OTHER] public
    } holiday; it moves on to { DAY($due) }.
step-roll-regional = { $unit ->
        [WORKDAY] Working day { $count }
        [MONTH] The last day
       *[CALENDAR_DAY] Day { $count }
    }, { DAY($raw) }, is a local day off; it moves on to { DAY($due) }.
step-last-day-made-up = { $unit ->
        [WORKDAY] Working day { $count }
        [MONTH] The last day
       *[CALENDAR_DAY] Day { $count }
    } is a { WEEKDAY($raw) } on which people work to make up for a holiday; it does not move.
step-last-day-works = { $unit ->
        [WORKDAY] Working day { $count }
        [MONTH] The last day
       *[CALENDAR_DAY] Day { $count }
    } is a { WEEKDAY($raw) }, a working day; it does not move.
step-last-day-stays = { $unit ->
        [WORKDAY] Working day { $count }
        [MONTH] The last day
       *[CALENDAR_DAY] Day { $count }
    } is a { WEEKDAY($raw) }; this period does not move for rest days.
step-last-moment = Until midnight at the end of { DAY($due) } is in time; after it is overdue.
step-remind-conservative = We remind on { DAY($day) }: the last working day not after the span.
step-remind-ahead = We remind on { DAY($day) }, ahead of the last working day not after the span ({ DAY($conservative) }).
step-remind-right = This is your right, so { DAY($due) } counts; we remind you on { DAY($day) }.
step-remind = We remind on { DAY($day) }.
step-hours = { $count } { $count ->
            [one] hour
           *[other] hours
        } from { DAY($start) } { $from } end on { DAY($due) } at { $until }. Rest days count.
step-provisional = The holiday arrangement of { $years } is not published yet. This date rests on weekends and the statutory days known; it is computed again when it is published, and you are told of a change.
step-recomputed = Computed again after the holiday arrangement was published: from { DAY($old) } to { DAY($new) } (calendar { $version }).
step-unconfirmed = This period is not written in the regulations; the jurisdiction has yet to confirm it.

# The chip
urgency-overdue-days = { $amount } { $amount ->
            [one] day
           *[other] days
        } overdue
urgency-overdue-hours = { $amount } { $amount ->
            [one] hour
           *[other] hours
        } overdue
urgency-left-days = { $amount } { $amount ->
            [one] day
           *[other] days
        } left
urgency-left-hours = { $amount } { $amount ->
            [one] hour
           *[other] hours
        } left
urgency-today = Due today
urgency-paused = Paused
urgency-stopped = Stopped

# Holidays
holiday-new-year = New Year
holiday-spring-festival = Spring Festival
holiday-qingming = Qingming
holiday-labour-day = Labour Day
holiday-dragon-boat = Dragon Boat Festival
holiday-mid-autumn = Mid-Autumn Festival
holiday-national-day = National Day
holiday-other = public holiday

# Who owes it
owed-by-BUREAU = the petition bureau
owed-by-UNIT = the unit in charge
owed-by-SUPERIOR = the authority above
owed-by-AGENCY = the agency network
owed-by-HANDLER = whoever carries it out
owed-by-PETITIONER = the petitioner (a right)
owed-by-PARTIES = both parties (a right)
owed-by-OTHER_AUTHORITY = another authority
owed-by-DISCIPLINE_EXTERNAL = the discipline authorities

# Clocks
clock-FORWARD_15D = Forwarding
clock-NOTIFY_15D = Written notice
clock-OBJECTION_5WD = Objection
clock-HANDLE_60D = Handling
clock-FEEDBACK_CUSTOM = Report of the result
clock-REVIEW_REQUEST_30D = Request for review
clock-REVIEW_DECIDE_30D = Review
clock-RECHECK_REQUEST_30D = Request for recheck
clock-RECHECK_DECIDE_30D = Recheck
clock-SIMPLE_HOP_1WD = Simple track: forwarding
clock-SIMPLE_ACCEPT_3WD = Simple track: acceptance
clock-SIMPLE_OPINION_10WD = Simple track: opinion
clock-SUGGESTION_60D = Reply to a suggestion
clock-SUGGESTION_SIMPLE_10WD = Reply to a simple suggestion
clock-SUPERVISION_CUSTOM = Answer to supervision
clock-URGENT_ORAL_1H = Urgent matter: oral report
clock-URGENT_WRITTEN_2H = Urgent matter: written report
clock-PROGRESS_15D = Word of progress
clock-RATING_CHANGE_7D = Change of a rating
clock-FIRST_CONTACT_3WD = First contact
clock-AGENCY_VILLAGE_CONTACT_24H = Village: contact
clock-AGENCY_VILLAGE_3WD = Village: handling
clock-AGENCY_TOWNSHIP_RESPOND_1WD = Township: response
clock-AGENCY_TOWNSHIP_7WD = Township: handling
clock-AGENCY_COUNTY_RESPOND_1WD = County: response
clock-AGENCY_COUNTY_15D = County: formal forwarding or notice
clock-AGENCY_PREFECTURE_RESPOND_1WD = Prefecture: response
clock-CLAIM_24H = Claiming
clock-REPLY_72H = Reply
clock-CLOSE_7D = Closing within a week
clock-HOTLINE_5WD = Hotline order
clock-URGENT_2H = Emergency
clock-URGENT_24H = Water, power, gas, heat
clock-NORMAL_7D = Ordinary request
clock-COMPLEX_15D = Complex request
clock-MEDIATION_30D = Mediation
clock-JUDICIAL_CONFIRM_30D = Joint request for judicial confirmation
clock-DISC_FORWARD_5WD = Discipline: forwarding
clock-DISC_ACK_15WD = Discipline: acknowledgement
clock-DISC_FEEDBACK_15WD = Discipline: answer
clock-CIVIL_3Y = Civil suit (limitation)
clock-ADMIN_LITIGATION_6M = Administrative suit
clock-ADMIN_DUTY_2M = Performance of an authority's duty
clock-LABOR_ARB_1Y = Request for labour arbitration
clock-LABOR_ARB_ACCEPT_5D = Labour arbitration: acceptance
clock-LABOR_ARB_DECIDE_45D = Labour arbitration: award
clock-LAND_ARB_2Y = Request for land arbitration
clock-LAND_ARB_DECIDE_60D = Land arbitration: award
clock-LAND_SUIT_30D = Suit against a land award
clock-PERSONNEL_RECHECK_30D = Civil servant's request for recheck
clock-PERSONNEL_RECHECK_DECIDE_30D = Decision on a civil servant's recheck
clock-PERSONNEL_APPEAL_15D = Appeal after recheck
clock-PERSONNEL_APPEAL_30D = Direct appeal
clock-PERSONNEL_APPEAL_DECIDE_60D = Decision on an appeal
clock-RECONSIDERATION_60D = Request for administrative reconsideration
clock-RECONSIDERATION_EXAMINE_5WD = Reconsideration: examination
clock-RECONSIDERATION_DECIDE_60D = Reconsideration: decision
clock-RECONSIDERATION_SIMPLE_30D = Reconsideration: simple procedure
clock-GOV_INFO_20WD = Answer to an information request
clock-PENALTY_90D = Administrative penalty decision

# What starts a clock
clock-from-accepted = acceptance
clock-from-act-known = knowledge of the act
clock-from-agency-received = receipt by the agency
clock-from-agreement-effective = the agreement takes effect
clock-from-arbitration-accepted = acceptance by the arbitrators
clock-from-assigned = assignment
clock-from-award-served = service of the award
clock-from-bureau-received = receipt by the bureau
clock-from-closed = closing
clock-from-dispatched = dispatch
clock-from-duty-requested = the request to perform the duty
clock-from-first-received = first receipt
clock-from-found = discovery
clock-from-given = the given day
clock-from-harm-known = knowledge of the harm
clock-from-last-progress = the last word of progress
clock-from-mediation-accepted = acceptance of the mediation
clock-from-opinion-served = service of the opinion
clock-from-penalty-case-opened = opening of the case
clock-from-personnel-recheck-served = service of the recheck decision
clock-from-rated = the rating
clock-from-received = receipt
clock-from-reconsideration-accepted = acceptance of the reconsideration
clock-from-request-received = receipt of the request
clock-from-review-served = service of the review opinion
clock-from-supervised = supervision
clock-from-unit-received = receipt by the unit

# What stops a clock
clock-until-acceptance-told = notice of acceptance
clock-until-arbitration-requested = request for arbitration
clock-until-claimed = claiming
clock-until-closed = closing
clock-until-closing-report = the closing report
clock-until-confirmation-requested = joint request for confirmation
clock-until-contacted = contact with the person
clock-until-decided = the decision
clock-until-discipline-acknowledged = acknowledgement
clock-until-discipline-answered = the answer
clock-until-discipline-forwarded = forwarding
clock-until-done = completion
clock-until-duty-performed = performance or answer
clock-until-forwarded = forwarding, assignment or report
clock-until-gov-info-answered = the written answer
clock-until-handled = completion
clock-until-mediation-ended = end of the mediation
clock-until-notified = the written notice
clock-until-objected = the objection
clock-until-opinion-sent = sending of the opinion
clock-until-personnel-appealed = the appeal
clock-until-personnel-recheck-requested = request for recheck
clock-until-progress-told = word of progress
clock-until-rating-changed = change of the rating
clock-until-recheck-requested = request for recheck (posting counts)
clock-until-recheck-sent = sending of the recheck opinion
clock-until-reconsideration-requested = request for reconsideration
clock-until-replied = the reply
clock-until-replied-and-reported = reply to the person and the hotline
clock-until-reported = the report
clock-until-review-requested = request for review (posting counts)
clock-until-review-sent = sending of the review opinion
clock-until-suit-filed = filing of the suit
clock-until-supervision-answered = answer to the supervision

# Articles
basis-A22 = Regulations on Petition Work, article 22
basis-A22_1_3 = Regulations on Petition Work, article 22, paragraph 1, item 3
basis-A23 = Regulations on Petition Work, article 23
basis-A23_3 = Regulations on Petition Work, article 23, paragraph 3
basis-A25 = Regulations on Petition Work, article 25
basis-A29 = Regulations on Petition Work, article 29
basis-A34 = Regulations on Petition Work, article 34
basis-A35 = Regulations on Petition Work, article 35
basis-A36 = Regulations on Petition Work, article 36
basis-A36_1 = Regulations on Petition Work, article 36, paragraph 1
basis-A36_2 = Regulations on Petition Work, article 36, paragraph 2
basis-A40 = Regulations on Petition Work, article 40
basis-CIVIL_188 = Civil Code, article 188
basis-CIVIL_201 = Civil Code, article 201
basis-CIVIL_202 = Civil Code, article 202
basis-CIVIL_203 = Civil Code, article 203
basis-HOLIDAY_2 = Holiday Regulations, article 2
basis-CPL_205 = Civil Procedure Law, article 205
basis-ALL_46 = Administrative Litigation Law, article 46
basis-ALL_47 = Administrative Litigation Law, article 47
basis-ARL_20 = Administrative Reconsideration Law, article 20
basis-ARL_30 = Administrative Reconsideration Law, article 30
basis-ARL_62 = Administrative Reconsideration Law, article 62
basis-CSL_95 = Civil Servants Law, article 95
basis-CSL_96 = Civil Servants Law, article 96
basis-LABOR_27 = Labour Dispute Mediation and Arbitration Law, article 27
basis-LABOR_29 = Labour Dispute Mediation and Arbitration Law, article 29
basis-LABOR_43 = Labour Dispute Mediation and Arbitration Law, article 43
basis-LAND_18 = Rural Land Contract Dispute Law, article 18
basis-LAND_47 = Rural Land Contract Dispute Law, article 47
basis-LAND_48 = Rural Land Contract Dispute Law, article 48
basis-GOVINFO_33 = Government Information Regulations, article 33
basis-PENALTY_60 = Administrative Penalty Law, article 60
basis-DISC_15 = Rules on Handling Reports to Discipline Authorities, articles 15 and 16
basis-DISC_REAL_NAME = Rules on real-name reports to discipline authorities
basis-SIMPLE_2016 = Simple Handling Rules, trial version of 2016
basis-HOTLINE = 12345 regulations of Jinan and Weifang
basis-BEIJING_DRAFT_2021 = Beijing draft of 2021 on prompt handling
basis-LUOPING = Luoping practice: claimed in 24 hours, answered in 72, closed in a week
basis-MEDIATION_PRACTICE = Practice of people's mediation: within a month
basis-AGENCY_3_4 = Default of the agency: word of progress
basis-AGENCY_3_5 = Default of the agency: periods by level
basis-PROPOSAL = Proposal of this system
