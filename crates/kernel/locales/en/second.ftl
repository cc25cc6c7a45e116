# Two leaders answer for one matter.
leaders-deed-second-taken = A second leader takes charge
leaders-charge-both = { $first }, together with { $second }
leaders-second = Two in charge
leaders-second-text = A leader of the level above is in charge; ask the leader of the unit that has it to answer with her, each with duties and days of her own.
leaders-second-hint = From the unit that has it
leaders-do-take-second = Ask her
leaders-add-take-second = Ask a second one
refusal-leader-second-same = Not the same person and not the same office: one of the level above, one of the unit that has it.
refusal-leader-second-unit = Choose the second one from the unit that has the matter.
