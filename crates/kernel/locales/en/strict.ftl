# Late entries
refusal-received-long-ago = This time of receipt lies too far back; the first day that can be entered is { DAY($first) }. Check it; where it is true, the administrator widens the days for late entries first. Regulation on Petition Work, article 22: what is received is registered.
admin-setting-backdate-days = Days back to which a receipt can be entered late
admin-setting-backdate-days-text = Nothing older can be registered, which catches a wrong year; the time of receipt and of registration are both kept.

desk-effects-restarts = { $clock }: starts anew, by { $day }
admin-event-absence-arranged = A deputy arranged
admin-event-absence-ended = A deputy's time ended
admin-event-agent-changed = An agent changed
admin-event-agent-ended = An appointment ended
admin-event-petitions-imported = Matters imported
admin-event-reception-opened = A reception opened
admin-event-reception-cancelled = A reception cancelled
admin-event-station-changed = A station changed

portal-road-not-accepted-pending = An office has this matter already and its time is not over, so it is not accepted a second time. Which office and until when stands below.
portal-road-not-accepted-elsewhere = This cannot be handled here. Why, and where to go, stands below.
portal-not-accepted-why = Why
portal-not-accepted-else = If you disagree
portal-not-accepted-object = Write to the office that decided, or tell the petition office one level above. With new facts or reasons you can reopen this matter.
portal-not-accepted-paper = Read the notice
portal-you-over = You can file again at any time
summary-field = { $label }: {""}
laws-A12 = What several offices have to solve together is coordinated by the joint meeting, which sees that it is carried out.
desk-next-under-review = The level above is reviewing; its opinion is awaited
