# An agent who is away, and who stands in for him.
timeline-petition-mandate-given = 委托书已经写好，到 { DATE($due) }。随时可以撤销{ $away ->
    [yes] 。代办员这几天不在，{ DAY($back) }前由{ $deputy }的代班人替他办，之后还由代办员本人办
   *[no] {""}
}
event-petition-mandate-given = 委托书写好，到 { DATE($due) }{ $away ->
    [yes] 。代办员不在，{ DAY($back) }前由{ $deputy }的代班人办
   *[no] {""}
}
timeline-order-mandate-given = 委托书已经写好，到 { DATE($due) }。随时可以撤销{ $away ->
    [yes] 。代办员这几天不在，{ DAY($back) }前由{ $deputy }的代班人替他办，之后还由代办员本人办
   *[no] {""}
}
event-order-mandate-given = 委托书写好，到 { DATE($due) }{ $away ->
    [yes] 。代办员不在，{ DAY($back) }前由{ $deputy }的代班人办
   *[no] {""}
}
event-find-mandate-given = 委托书写好，到 { DATE($due) }{ $away ->
    [yes] 。代办员不在，{ DAY($back) }前由{ $deputy }的代班人办
   *[no] {""}
}
timeline-find-mandate-given = 委托书写好了，到 { DATE($due) }。随时可以撤销。这是帮办，不影响您直接信访、起诉{ $away ->
    [yes] 。代办员这几天不在，{ DAY($back) }前由{ $deputy }的代班人替他办，之后还由代办员本人办
   *[no] {""}
}
timeline-petition-agent-designated = 指定了新的代办员（{ $unit }）。可以申请换人一次{ $away ->
    [yes] 。代办员这几天不在，{ DAY($back) }前由{ $deputy }的代班人替他办，之后还由代办员本人办
   *[no] {""}
}
event-petition-agent-designated = 指定代办员（{ $unit }），最迟 { DAY($due) } 补委托书{ $away ->
    [yes] 。代办员不在，{ DAY($back) }前由{ $deputy }的代班人办
   *[no] {""}
}
refusal-mandate-stand-in-barred = 不能选这位代办员。他这段时间不在，替他代班的人和这件事有关系，或者不能代办。请选另一位代办员。《信访工作条例》第二十八条：与信访事项或者信访人有直接利害关系的，应当回避。
standin-desk = 代办员现在不在。{ $until } 前由{ $who }代班（{ $org }），看得到、办得了这件事；到时间自己停。
standin-hers = 他这几天不在，{ $until } 前由{ $who }代班。
standin-both = { $away }{ $said }
