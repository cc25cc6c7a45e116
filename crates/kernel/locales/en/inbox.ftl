# inbox: the desk's lists, the case page, live updates, keys
# ── columns, groups ──
desk-col-matter = Matter
desk-col-matter-newest = Matter (newest first)
desk-group-count-page = { $count } on this page
desk-group-longest = the longest by { $days } days
desk-row-tick = Select: { $title }
desk-more-count = { $count } more
desk-summary-of = Do these { $urgent } first: { $parts }
desk-summary-more-of = Do these first: on this page alone { $parts }, and more follow
desk-summary-overdue = { $count } overdue
desk-summary-today = { $count } due today
desk-summary-week = { $count } within 7 days
desk-summary-comma = {", "}
desk-filter-today = due today only
desk-filter-week = within 7 days only
desk-filter-category = Category:
desk-back-list = Back to the list
# ── preview ──
desk-preview = The selected matter
desk-preview-place = No. { $place }
desk-preview-confirmed = { $count } confirmed by the person
desk-preview-unconfirmed = { $count } open
desk-preview-claim-confirmed = confirmed
desk-preview-still = At “{ $stage }” for { $days } days.
desk-preview-more = See claims and petitioner (goes on record)
desk-ruler-short-from = { $day } · day { $passed } today
# ── kept lists ──
desk-saved = Kept filters
desk-saved-text = Only you see them. A name filters like that again.
desk-saved-none = None kept yet. Choose filters in the inbox and press “Keep this filter”.
desk-saved-new = Keep this filter
desk-saved-name = Its name
desk-saved-save = Keep
desk-saved-edit = Rename, delete
desk-saved-rename = Rename
desk-saved-rename-what = New name of “{ $name }”
desk-saved-remove = Delete
desk-filter-saved = Kept. Next time press its name above.
refusal-saved-filter-many = No more can be kept. There are { $most } already. Delete one you do not use.
refusal-saved-filter-taken = This name is taken. Choose another.
# ── several at once ──
desk-bulk-say = With those selected:
desk-bulk-chosen = { $count } selected:
desk-bulk-print = Print a list
desk-bulk-print-now = Print
desk-bulk-nudge = Remind
desk-bulk-cause = List as one cause
desk-bulk-assign = Give to one person
desk-bulk-assign-intro = These { $count } go to one person: those being handled change hands, dispatched orders that nobody claimed are claimed by her. One by one; what cannot be done is said.
desk-bulk-assign-to = To whom
desk-bulk-assign-do = Give
desk-bulk-listed = { $done } in all. The list holds no names or telephone numbers.
desk-bulk-all-done = { $task }: all { $done } done.
desk-bulk-some-done = { $task }: { $done } done, { $failed } not done for the reasons below.
desk-bulk-done = Done:
desk-bulk-not-done = Not done:
refusal-bulk-none = Nothing is selected. Tick the matters in the list.
refusal-bulk-one-cause = Only one is selected. Tick another that has the same cause.
refusal-bulk-not-yours = This step is not yours to take. It belongs to another post of the unit that has the matter.
refusal-bulk-many = At most { $most } at once. Take several goes.
refusal-bulk-order-nudge = Orders need no reminding. Past their time they are escalated by themselves.
# ── live ──
desk-live-list = { $count } changed
desk-live-see = See what is new
desk-live-row = changed
desk-live-case = This matter has moved on
desk-live-case-see = See it
desk-live-gap = Something may have changed
desk-live-end = Your session has ended, please sign in again
# ── case ──
desk-case-place = No. { $place } of { $all }
desk-case-place-many = No. { $place } of more than { $all }
desk-case-left = It is no longer in that list
desk-case-before = Previous
desk-case-after = Next
desk-case-earlier = { $count } earlier ones
desk-case-views-all = all { $count }
desk-case-photo = Photo: { $name }
desk-case-chain = { $count } records, each linked to the one before.
desk-case-chain-check = Check for changes
desk-case-chain-whole = { $count } records linked from end to end, none changed. Checked { $at }
desk-case-chain-again = Check again
desk-case-chain-broken = Of { $count } records something does not fit: { $where }. Tell the system administrator at once and do nothing on this matter meanwhile.
desk-case-chain-event = record { $seq }
desk-case-chain-end = the end of the record
desk-case-close = Close

# ── keys ──
desk-key-close = Close, back
desk-key-tick = Select this one, or not any more
desk-key-follow-up = To the follow-up calls
desk-key-choose = Choose an item of the open step
desk-key-cause = List as the same cause
desk-key-skip = Leave it, see the next
desk-key-remind = Remind
desk-key-letter = See the answer
desk-key-clocks = See the clocks
desk-key-switch-note = They do nothing while you type in a field. Each key is a link or button on the page too. Remembered in this browser only.
desk-key-save = Remember
# ── narrow screens ──
desk-menu = More

