# An agent who is away, and who stands in for him.
timeline-petition-mandate-given = The mandate is written, until { DATE($due) }. It can be taken back at any time{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
event-petition-mandate-given = Mandate written, until { DATE($due) }{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
timeline-order-mandate-given = The mandate is written, until { DATE($due) }. It can be taken back at any time{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
event-order-mandate-given = Mandate written, until { DATE($due) }{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
event-find-mandate-given = Mandate written, until { DATE($due) }{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
timeline-find-mandate-given = The mandate is written, until { DATE($due) }. Take it back at any time. This is help; you can still petition directly or sue{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
timeline-petition-agent-designated = Another agent was named ({ $unit }). You can ask for somebody else once{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
event-petition-agent-designated = Agent named ({ $unit }); mandate due by { DAY($due) }{ $away ->
    [yes] . The agent is away; until { DAY($back) } whoever stands in from { $deputy } acts, then the agent again
   *[no] {""}
}
refusal-mandate-stand-in-barred = This agent cannot be chosen. He is away, and whoever stands in for him is concerned in the matter or may not act in it. Choose another agent. Regulation on Petition Work, article 28: whoever has an interest steps back.
standin-desk = The agent is away. Until { $until } { $who } ({ $org }) stands in, sees the matter and acts in it; that ends by itself.
standin-hers = Away for some days; { $who } stands in until { $until }.
standin-both = { $away } { $said }
