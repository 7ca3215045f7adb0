-- Searches that somebody keeps: of their owner alone, or of all who see a tenant. One of the two is set.
CREATE TABLE saved_queries (
  id TEXT NOT NULL PRIMARY KEY,
  owner_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  tenant_id TEXT REFERENCES tenants (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  made_by TEXT NOT NULL,
  query TEXT NOT NULL,
  indices TEXT NOT NULL,
  time_range TEXT NOT NULL,
  time_from TEXT NOT NULL,
  time_to TEXT NOT NULL,
  columns TEXT NOT NULL,
  sort TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  modified_at BIGINT NOT NULL
);
CREATE INDEX saved_queries_by_owner ON saved_queries (owner_id);
CREATE INDEX saved_queries_by_tenant ON saved_queries (tenant_id);

-- How somebody likes to look at things.
CREATE TABLE preferences (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user_id, name)
);
