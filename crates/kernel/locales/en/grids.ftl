# The grid chosen at registration.
refusal-grid-unknown = There is no such grid. Choose again, or none.
refusal-grid-elsewhere = { $name } does not lie in the place that was chosen. Change the grid or the place.
grid-field = Which grid she lives in
grid-field-hint = Choose it if it is known. Then the agent of that grid comes first
grid-none = Not known
refusal-reception-same = Neither time nor place changes.
admin-event-reception-moved = Reception moved
grid-hers = Which grid you live in
grid-hers-none = I do not know
