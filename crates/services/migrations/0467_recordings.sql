-- Recordings that nobody has written down are looked for among all files: few of them are recordings.
CREATE INDEX attachment_sound ON attachment (uploaded_at, id) WHERE media_type >= 'audio/' AND media_type < 'audio0';
