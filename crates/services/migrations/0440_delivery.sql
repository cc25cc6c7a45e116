-- What goes to a telephone or a mailbox, and what became of it. No name and no telephone: the address is looked up when it goes;
-- only that of a message to staff, which has no case, is kept, sealed. `due_at` is when it may go, or when its carrier is late.
CREATE TABLE delivery (
  region {text} NOT NULL,
  id {id} NOT NULL,
  case_id {id},
  division {text} NOT NULL,
  audience {text} NOT NULL,
  address {text},
  channel {text},
  locale {text} NOT NULL,
  purpose {text},
  wording {text} NOT NULL,
  body {text} NOT NULL,
  fate {text} NOT NULL,
  due_at {time} NOT NULL,
  queued_at {time} NOT NULL,
  attempts {int} NOT NULL,
  reason {text},
  reference {text},
  settled_at {time},
  PRIMARY KEY (region, id)
) {strict};
CREATE INDEX delivery_due ON delivery (due_at, id) WHERE settled_at IS NULL;
CREATE INDEX delivery_case ON delivery (region, case_id, queued_at);
CREATE INDEX delivery_settled ON delivery (settled_at, id) WHERE settled_at IS NOT NULL;
CREATE INDEX delivery_queued ON delivery (queued_at, id);
