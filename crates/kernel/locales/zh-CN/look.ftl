# What the desk says beside its lists and on pages that were looked at again.

# The chip of a row on which no clock runs.
desk-row-no-clock = 没在计时

# Above the folded deeds of a case.
look-deeds = 还可以做

# The fold below the buttons of a case.
look-todo-more = 不常用的 { $count } 样

# The title over reasons that belong to no field.
look-summary-refused = 这一步没成，您写的都还在
