-- The next day on which a duty of whoever is in charge, or an instruction, is due and not done; and the next one whose passing is
-- still to be noted. No clock of the matter: the lists of those who owe something and the sweeper read them.
ALTER TABLE matter ADD COLUMN led_due {date};
ALTER TABLE matter ADD COLUMN led_look {date};
CREATE INDEX matter_led_due ON matter (led_due, id) WHERE led_due IS NOT NULL;
CREATE INDEX matter_led_look ON matter (led_look, id) WHERE led_look IS NOT NULL;
