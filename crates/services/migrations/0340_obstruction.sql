-- Reports over a unit's head are few among many matters: their lists and the count in the navigation have an index of their own.
CREATE INDEX matter_obstruction ON matter (due_at, id) WHERE kind = 'OBSTRUCTION';
