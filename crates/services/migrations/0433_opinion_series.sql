-- Numbers of opinions go on in the series of letters.
UPDATE counter SET name = 'document/' || substr(name, 18, 36) || '/信复/' || substr(name, 55) WHERE name LIKE 'document/opinion/%';
-- Opinions that were signed before letters were kept get theirs.
INSERT INTO letter_due (region, case_id, seq, at, tries) SELECT region, stream, seq, at, 0 FROM event WHERE kind = 'petition.opinion_issued';
