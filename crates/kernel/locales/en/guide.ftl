# The demo that has aged, and made anew; the guides.

cli-demo-aged-remade = The demo was made on { $day } and nobody has touched it; making it anew as of today.
cli-demo-aged-kept = The demo was made on { $day } and has been worked in since, so it stays as it is: its dates do not move with today. --fresh makes it anew.
cli-demo-seed-remade = The demo was made with seed { $seed } and nobody has touched it; making it anew with the other seed.
cli-demo-seed-kept = The demo was made with seed { $seed } and has been worked in since, so it stays as it is. --fresh makes it anew.

guide-keys-lead = A matter can be finished without a mouse. Every key is also a button or a link.
guide-password-lead = Choose a password that only you know. Everywhere else you are signed in ends with it.
guide-divisions-lead = Matters are registered under the places listed here, named as the statistics bureau publishes them.
guide-import-lead = Choose a table, look at what each row would do, then import it. A row that is wrong says where, and nothing is changed silently.
guide-unit-new-lead = Petitioners read this telephone, address and these hours on the page of their matter.
guide-row-lead = Who handles this kind of matter in this place. A change holds from the day you choose; the version before it is kept, and what has been sent out stays where it is.
