# The demo that has aged, and made anew; the guides.

cli-demo-aged-remade = The demo was made on { $day } and nobody has touched it; making it anew as of today.
cli-demo-aged-kept = The demo was made on { $day } and has been worked in since, so it stays as it is: its dates do not move with today. --fresh makes it anew.
cli-demo-seed-remade = The demo was made with seed { $seed } and nobody has touched it; making it anew with the other seed.
cli-demo-seed-kept = The demo was made with seed { $seed } and has been worked in since, so it stays as it is. --fresh makes it anew.
