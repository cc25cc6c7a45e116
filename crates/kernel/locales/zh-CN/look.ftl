# What the desk says beside its lists and on pages that were looked at again.

# The chip of a row on which no clock runs.
desk-row-no-clock = 没在计时

# Above the folded deeds of a case.
look-deeds = 还可以做
