# desk
# ── frame ──
desk-service = agency centre
desk-nav = Desk
desk-keys = Keyboard
desk-search = Search
desk-search-hint = Number, place, matter, unit
desk-sign-in = Sign in
desk-sign-out = Sign out
# ── components ──
desk-inner-only = internal
desk-person-relay = Call by relay
desk-person-reveal = Give a reason and look
desk-person-note = A look is recorded and the person is told.
desk-filter-apply = Filter
desk-filter-clear = Clear
desk-pages = Pages
desk-pages-first = Back to the start
desk-pages-next = Next page
