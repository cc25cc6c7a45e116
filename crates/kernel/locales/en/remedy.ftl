# Periods of other laws: a petition prolongs none of them.
remedy-occasion-admin-act = An administrative decision received (penalty, expropriation, licence, confirmation and the like)
remedy-occasion-duty-requested = An office was asked to do its duty and has not done it
remedy-occasion-labour = A labour dispute (unpaid wages, dismissal, work injury and the like)
remedy-occasion-land-contract = A dispute over contracted farmland or pasture
remedy-occasion-land-award = An award of the farmland arbitration received
remedy-occasion-personnel = A civil servant learned of a personnel decision
remedy-occasion-personnel-recheck = The decision on a personnel recheck received
remedy-occasion-civil-harm = A right was harmed by somebody else (loan, damages, contract and other civil disputes)

remedy-day-admin-act = Day on which the decision was received
remedy-day-duty-requested = Day on which the office was asked
remedy-day-labour = Day on which the harm became known
remedy-day-land-contract = Day on which the harm became known
remedy-day-land-award = Day on which the award was received
remedy-day-personnel = Day on which the decision became known
remedy-day-personnel-recheck = Day on which the recheck decision was received
remedy-day-civil-harm = Day on which the harm and whoever caused it became known

remedy-way-reconsideration = Ask for administrative reconsideration
remedy-way-admin-suit = File an administrative suit at the people's court
remedy-way-duty-suit = The office must act or answer; after this day you can go to court
remedy-way-labour-arbitration = Apply to the labour and personnel arbitration commission
remedy-way-land-arbitration = Apply to the rural land contract arbitration commission
remedy-way-personnel-recheck = Ask the deciding office for a recheck
remedy-way-personnel-appeal = Appeal to the civil service authority or the office above
remedy-way-civil-suit = File a civil suit at the people's court

remedy-hint-reconsideration-first = Decisions on who owns natural resources, penalties on the spot, and failures to act or to disclose information go to reconsideration first, then to court (Administrative Reconsideration Law, article 23).
remedy-hint-asking-interrupts = Asking an office for relief can interrupt the period (Labour Dispute Mediation and Arbitration Law, article 27); the commission decides whether it did, so apply before this day all the same.
remedy-hint-legal-aid = Whoever claims wages, work injury, social insurance, social assistance, pensions or maintenance and is short of means can ask for legal aid: telephone 12348 (Legal Aid Law, article 31).
remedy-hint-mediation-open = Mediation can come first; it never stands in the way of arbitration or a suit (People's Mediation Law, article 3).
remedy-hint-either-way = Either way is open: ask for a recheck first, or appeal at once.

command-petition-note-remedy = Note a period of another law
command-petition-take-remedy = Record that she went there
command-petition-drop-remedy = Take back a period noted by mistake
command-petition-remind-term = Remind of a right that soon ends
event-petition-remedy-noted = Claim { $claim }: { WORD($occasion) }, counted from { DAY($known) }
event-petition-remedy-taken = Claim { $claim } went its legal way: { $place }, handed in on { DAY($on) }
event-petition-remedy-dropped = Claim { $claim }: a period noted by mistake was taken back: { WORD($occasion) }
event-petition-term-near = Reminder: { WORD($clock) }, last day { DAY($due) }
timeline-petition-remedy-noted = The legal period of claim { $claim } was noted, counted from { DAY($known) }
timeline-petition-remedy-taken = Claim { $claim }: you went to { $place } on { DAY($on) }
timeline-petition-remedy-dropped = A period noted by mistake for claim { $claim } was taken back
timeline-petition-term-near = One of your rights soon ends: { WORD($clock) }, last day { DAY($due) }

refusal-remedy-day-future = This day has not come yet. Write today or an earlier day.
refusal-remedy-day-long-ago = This day lies more than twenty years back, and civil rights are protected for twenty at most (Civil Code, article 188). Check the date.
refusal-remedy-day-before = This is earlier than the day from which it counts ({ DAY($known) }). Check the date; a start noted by mistake can be taken back.
refusal-remedy-noted-already = This day is noted already and counted from.
refusal-remedy-not-noted = Nothing of this kind is noted for the claim, or it is on record that she went there.
refusal-clock-not-near = It is too early to remind, or the reminder has gone out.
notice-purpose-nearing = A last day of hers comes near

remedy-from-admin-act = receiving the administrative decision
remedy-from-duty-requested = asking the office
remedy-from-labour = learning of the harm
remedy-from-land-contract = learning of the harm
remedy-from-land-award = receiving the award
remedy-from-personnel = learning of the personnel decision
remedy-from-personnel-recheck = receiving the recheck decision
remedy-from-civil-harm = learning of the harm and of whoever caused it
