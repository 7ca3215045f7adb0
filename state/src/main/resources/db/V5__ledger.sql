-- What log filters left out: each record once, without its content. The lake does not hold it.
CREATE TABLE left_out (
  source_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  id TEXT NOT NULL,
  thing BIGINT NOT NULL,
  filter_id TEXT NOT NULL,
  noted_at BIGINT NOT NULL,
  PRIMARY KEY (source_key, content_type, id)
);
CREATE INDEX left_out_by_thing ON left_out (source_key, content_type, thing);

-- How much the lake has dropped of each stream, by month. Before a partition is dropped, and confirmed when it is gone.
CREATE TABLE dropped_months (
  source_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  from_time BIGINT NOT NULL,
  until_time BIGINT NOT NULL,
  partition_name TEXT NOT NULL,
  records BIGINT NOT NULL,
  confirmed BOOLEAN NOT NULL,
  PRIMARY KEY (source_key, content_type, from_time)
);

-- How a stream was compared with its source, and the walk through everything that is open.
CREATE TABLE reconciles (
  source_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  due_at BIGINT,
  began_at BIGINT,
  checked_at BIGINT,
  epoch BIGINT NOT NULL DEFAULT 0,
  complete_up_to BIGINT NOT NULL DEFAULT 0,
  stored BIGINT NOT NULL DEFAULT 0,
  filtered BIGINT NOT NULL DEFAULT 0,
  quarantined BIGINT NOT NULL DEFAULT 0,
  expired BIGINT NOT NULL DEFAULT 0,
  missing BIGINT NOT NULL DEFAULT 0,
  purged_up_to BIGINT NOT NULL DEFAULT 0,
  sees_less BOOLEAN NOT NULL DEFAULT FALSE,
  gaps TEXT NOT NULL DEFAULT '',
  gaps_total BIGINT NOT NULL DEFAULT 0,
  notes TEXT NOT NULL DEFAULT '',
  walk_position TEXT,
  walk_epoch BIGINT NOT NULL DEFAULT 0,
  walk_began_at BIGINT NOT NULL DEFAULT 0,
  walk_complete BOOLEAN NOT NULL DEFAULT FALSE,
  pages BIGINT NOT NULL DEFAULT 0,
  records_read BIGINT NOT NULL DEFAULT 0,
  created BIGINT NOT NULL DEFAULT 0,
  updated BIGINT NOT NULL DEFAULT 0,
  unchanged BIGINT NOT NULL DEFAULT 0,
  walk_filtered BIGINT NOT NULL DEFAULT 0,
  walk_quarantined BIGINT NOT NULL DEFAULT 0,
  bytes BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (source_key, content_type)
);

-- What a source has shown since the open walk began: eight bytes for each thing.
CREATE TABLE shown_things (
  source_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  number BIGINT NOT NULL,
  stored ${blob} NOT NULL,
  others ${blob} NOT NULL,
  parts ${blob} NOT NULL,
  unknown_things BIGINT NOT NULL,
  PRIMARY KEY (source_key, content_type, number)
);

-- What a complete walk did not meet, and what was noted of that.
CREATE TABLE missing_things (
  source_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  thing BIGINT NOT NULL,
  missed_at BIGINT,
  marked_at BIGINT,
  returned_at BIGINT,
  episode BIGINT NOT NULL,
  PRIMARY KEY (source_key, content_type, thing)
);
