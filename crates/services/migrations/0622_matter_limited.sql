-- Its use is limited: nobody but its bureau and the petitioner opens it.
ALTER TABLE matter ADD COLUMN limited {bool} NOT NULL DEFAULT FALSE;
-- It was put away, and when somebody looked last whether it can be.
ALTER TABLE matter ADD COLUMN packed {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE matter ADD COLUMN pack_look {time};
CREATE INDEX matter_to_pack ON matter (updated_at, id) WHERE is_over AND NOT packed;
CREATE INDEX matter_to_unpack ON matter (id) WHERE packed AND NOT is_over;
