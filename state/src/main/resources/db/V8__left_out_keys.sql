-- Where in the lake a record would be that a log filter left out, so that the lake can be asked for it.
ALTER TABLE left_out ADD COLUMN lake_index TEXT;
ALTER TABLE left_out ADD COLUMN happened_at BIGINT;
