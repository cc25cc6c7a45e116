# Pages of decisions: triage, objections, opinions, follow-up, work orders
# ── what the domain says ──
command-petition-follow-up = Follow up
follow-up-method-phone = By telephone
follow-up-method-visit = At her door
follow-up-method-on-site = She came by
timeline-petition-followed-up = { $reached ->
    [yes] Somebody who had no part in it asked you; you said { $solved } of { $asked } claims are solved
   *[no] Somebody who had no part in it called you and did not reach you; they will call again
}
event-petition-followed-up = { $reached ->
    [yes] Followed up: asked about { $asked } claims, { $solved } solved in her words
   *[no] Followed up: not reached; to be called again
}
