-- What one person brought before, from her row to her matters.
CREATE INDEX matter_petitioner ON matter (region, petitioner_id);
