-- Where the stream stood when something was kept, by which it is read again; and when that was last tried.
ALTER TABLE quarantine ADD COLUMN position TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN tried_at BIGINT;
