-- 发文机关代字: what the letters of an office begin with.
ALTER TABLE org ADD COLUMN doc_code {text};
CREATE UNIQUE INDEX org_doc_code ON org (doc_code) WHERE doc_code IS NOT NULL;
