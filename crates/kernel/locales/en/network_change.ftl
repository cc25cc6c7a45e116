# The network: whom to choose, and changes from a day on.
network-near-grid = this grid
network-near-place = here
network-near-township = the level above
network-near-county = the county
network-near-beside = nearby
network-choice-open = open now
network-choice-away = away until { $until }, { $deputy } stands in
network-address = Where
network-hours-hint = Such as 周一至周五 8:30–12:00，14:30–17:30; parts with a semicolon between them
network-stops = Stops
network-stops-hint = Place, colon, hours; stops with | between them
network-change-title = Change
network-change-lead = From the day you write. Today it is done at once, a later day by itself; both are on record.
network-change-from = From which day
network-change-from-hint = Today or later
network-change-save = Change
network-change-coming = To come
network-change-none = Nothing waits.
network-change-line = { $day }: { $what }
network-change-refused = Not done on its day: { $why }
network-change-drop = Take it back
network-change-why-open = Something is in hand still; hand it over first. It is tried again every day
network-change-why-other = It does not fit what stands now. Take it back and change it again
network-end-on = On which day
network-end-on-hint = Today it ends at once; on a later day by itself, unless something is in hand then
network-done-changed = Changed, and on record.
network-done-planned = Kept. It changes on that day.
network-done-dropped = Taken back.
network-done-same = Nothing to change.
network-col-name = Name
network-col-phone = Telephone
network-col-address = Where
network-col-hours = Opening hours
network-col-languages = Languages
network-col-home-visits = Home visits
network-col-barrier-free = Access
network-col-stops = Stops
network-col-host = Run by
network-col-members = Together with
network-col-title = Post
network-col-expertise = Helps with
refusal-change-past = Not from a day that is over. Write today or later.
refusal-change-same = It is the same as now; nothing to change.
refusal-change-unknown = This was done already, or taken back.
network-title-of = Post
# The doorstep.
doorstep-find = Seen: { $what }
doorstep-helper = The agent here: { $name }, { $station }{ $phone ->
    [none] {""}
   *[other] , telephone { $phone }
}
# Whom no message reached.
unreached-days = { $days } days
unreached-col-tried = Tried
unreached-tried-machine = { $channel }, tried { $count } times
unreached-tried-person = { $day }, { $way }: not found
unreached-tried-none = Nobody tried yet
unreached-tried-count = { $count ->
    [0] nobody looked for her yet
    [1] tried once by a person
   *[other] tried { $count } times by people
}
unreached-since = Not received since { $day }, { $days } days
unreached-result = Result
unreached-result-told = She was told
unreached-result-tried = She was not found
unreached-result-tried-text = Noted; it stays on the list
unreached-tried-done = Noted. It stays on the list.
