# What the desk says beside its lists and on pages that were looked at again.

# The chip of a row on which no clock runs.
desk-row-no-clock = No clock

# Above the folded deeds of a case.
look-deeds = What else you may do

# The fold below the buttons of a case.
look-todo-more = { $count } more, seldom needed

# The title over reasons that belong to no field.
look-summary-refused = That did not work. What you wrote is still here
