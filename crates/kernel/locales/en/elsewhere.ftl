# Where to go when it is not accepted; days too far ahead to be meant
refusal-elsewhere-missing = The organ to go to is missing. Give its full name, telephone and the last day. Regulation, article 22: who cannot be helped here is told where to go.
refusal-elsewhere-way-missing = The way to take is missing. Say whether it is a suit, arbitration, reconsideration or another. Regulation, article 31: the legal way is told.
refusal-day-far = This day is too far ahead. The last one possible is { DATE($last) }.
refusal-feedback-past = The day of the answer cannot lie before today.
elsewhere-intro = Where another body is competent or only a legal way is open, all three are needed and stand on the notice. Where the level below is at work, say which unit and until when.
elsewhere-way = The way to take
elsewhere-way-hint = Such as labour arbitration, administrative reconsideration, a suit.
elsewhere-organ = The organ to go to
elsewhere-organ-hint = Its full name.
elsewhere-phone = Its telephone
elsewhere-until = Until when
elsewhere-until-hint = The last day, or how long from which day. Such as: by 10 March 2027.
elsewhere-optional = Not needed for other reasons
elsewhere-hers = Where to go
elsewhere-hers-pending = Who is at work
elsewhere-told = { $way ->
    [none] Turn to { $organ }
   *[other] { $way }
}. Until: { $until }
elsewhere-told-pending = Until: { $until }. Wait for its answer, or call and ask.
refusal-claims-filed-too-many = One matter holds at most { $max } claims. File another matter for the rest; each has a number of its own.
refusal-reveal-reason-short = Give a reason of at least { $min } letters; the person will read it.
refusal-recused-yourself = You stepped back from this matter; somebody else deals with it. Regulation, article 28: whoever is concerned stays out.
desk-other-title = This page is not for your post
desk-other-text = There is no such page, or it belongs to another post: bureaus and stations register, administrators change settings. What you can use is listed at the side.
audit-ref = { $kind }: { $rest }
audit-person = { $name } ({ $login })
audit-ref-calendar = Days off
audit-ref-clocks = Deadlines
audit-ref-settings = Settings
audit-ref-catalogue = Catalogue of duties
audit-ref-categories = Categories
audit-ref-letters = Wording of letters
audit-ref-practice = Local practice
audit-ref-oversight = Rules of rising and supervision
audit-ref-notices = Wording of notices
audit-ref-cycles = Rhythm of the levels
audit-ref-leaders = Duties of whoever is in charge
audit-ref-sealed = Rules of the sealed track
audit-ref-reception = Reception
audit-ref-campaign = Campaign
audit-ref-errand = Errand
audit-ref-cycle = Figures of a period
audit-ref-other = Rules
admin-event-other = A change
admin-event-campaign-opened = Opened a campaign
admin-event-campaign-ended = Ended a campaign
admin-event-answer-published = Published an answer
admin-event-answer-changed = Changed a published answer
admin-event-answer-withdrawn = Took a published answer down
admin-event-network-change-planned = Planned a change of the network
admin-event-network-change-dropped = Dropped a change of the network
urgency-long-past = Long overdue; check when it arrived
claim-solved = Solved
views-unit-part = { $unit }, { $part }
views-part-handler = handler
views-part-checker = checker
views-part-agent = agent
views-part-leader = leader in charge
views-part-registrar = registrar
agent-may-deliver = hand in papers for you
agent-may-enquire = enquire for you
agent-may-accompany = go with you
agent-may-receive-notices = receive notices for you
desk-power-deliver = Hands in papers
desk-power-enquire = Enquires
desk-power-accompany = Goes along
desk-power-receive-notices = Receives notices
refusal-reopen-after-service = It need not be opened again now. The answer has just arrived{ $due ->
    [none] .
   *[other] ; who disagrees asks for a review by { DAY($due) }.
} Say that it is not solved, and the unit goes on. Regulation, article 35: whoever disagrees asks for a review within thirty days.
voice-page-chinese = This page is in Chinese
voice-page-chinese-text = Its Mongolian is not complete: what there is stands beside this, the rest below in Chinese.
decide-alike-nothing = Nothing is ticked. Look first, then tick those of the same cause.
portal-why-last = Until midnight it is in time; after this day it is overdue
triage-forward-by = to be forwarded by { $day }
