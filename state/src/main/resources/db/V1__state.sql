-- Times are epoch milliseconds, ids are drawn at random. What differs between databases is filled in: ${blob}, ${time}, ${now}.

CREATE TABLE tenants (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  info TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
INSERT INTO tenants (id, name, info, created_at) VALUES ('default', 'Default', '', ${now});

-- Which source a host is to a tenant. Several hosts may be one source: a console that was renamed.
CREATE TABLE sources (
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  host TEXT NOT NULL,
  source_key TEXT NOT NULL,
  PRIMARY KEY (tenant_id, host)
);

CREATE TABLE connectors (
  id TEXT NOT NULL PRIMARY KEY,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  source_key TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  type TEXT NOT NULL,
  run_on TEXT NOT NULL,
  host TEXT NOT NULL,
  interval_ms BIGINT NOT NULL,
  start_at BIGINT,
  active BOOLEAN NOT NULL,
  sealed_token ${blob} NOT NULL,
  revision BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  modified_at BIGINT NOT NULL,
  UNIQUE (tenant_id, name)
);
CREATE INDEX connectors_by_name ON connectors (LOWER(name), id);

-- What an active connector collects, nobody else may: the index sees to it.
CREATE TABLE connector_streams (
  connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
  content_type TEXT NOT NULL,
  number INTEGER NOT NULL,
  source_key TEXT NOT NULL,
  active BOOLEAN NOT NULL,
  PRIMARY KEY (connector_id, content_type)
);
CREATE UNIQUE INDEX connector_streams_once ON connector_streams (source_key, content_type) WHERE active;

CREATE TABLE log_filters (
  id TEXT NOT NULL PRIMARY KEY,
  tenant_id TEXT REFERENCES tenants (id) ON DELETE CASCADE,
  name TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
);
CREATE INDEX log_filters_by_tenant ON log_filters (tenant_id);

CREATE TABLE log_filter_conditions (
  filter_id TEXT NOT NULL REFERENCES log_filters (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  field TEXT NOT NULL,
  operator TEXT NOT NULL,
  PRIMARY KEY (filter_id, number)
);

CREATE TABLE log_filter_values (
  filter_id TEXT NOT NULL REFERENCES log_filters (id) ON DELETE CASCADE,
  condition_number INTEGER NOT NULL,
  number INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (filter_id, condition_number, number)
);

CREATE TABLE connector_filters (
  connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
  filter_id TEXT NOT NULL REFERENCES log_filters (id),
  number INTEGER NOT NULL,
  PRIMARY KEY (connector_id, filter_id)
);
CREATE INDEX connector_filters_by_filter ON connector_filters (filter_id);

CREATE TABLE profiles (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  all_connectors BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);
INSERT INTO profiles (id, name, all_connectors, created_at) VALUES ('default', 'Default', FALSE, ${now});

CREATE TABLE profile_connectors (
  profile_id TEXT NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
  PRIMARY KEY (profile_id, connector_id)
);
CREATE INDEX profile_connectors_by_connector ON profile_connectors (connector_id);

CREATE TABLE nodes (
  name TEXT NOT NULL PRIMARY KEY,
  profile TEXT NOT NULL,
  address TEXT NOT NULL,
  version TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  last_seen BIGINT NOT NULL
);

CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  all_tenants BOOLEAN NOT NULL,
  enabled BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  stamp BIGINT NOT NULL
);
CREATE UNIQUE INDEX users_by_email ON users (LOWER(email));

CREATE TABLE user_tenants (
  owner_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, tenant_id)
);
CREATE INDEX user_tenants_by_tenant ON user_tenants (tenant_id);

CREATE TABLE api_keys (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  all_tenants BOOLEAN NOT NULL,
  enabled BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  last_used_at BIGINT,
  stamp BIGINT NOT NULL
);
CREATE INDEX api_keys_by_user ON api_keys (user_id);

CREATE TABLE api_key_tenants (
  owner_id TEXT NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, tenant_id)
);
CREATE INDEX api_key_tenants_by_tenant ON api_key_tenants (tenant_id);

-- Who did what. Outlives whom and what it tells of.
CREATE TABLE activities (
  id TEXT NOT NULL PRIMARY KEY,
  happened_at BIGINT NOT NULL,
  user_id TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  object_name TEXT NOT NULL,
  tenant_id TEXT,
  outcome TEXT NOT NULL
);
CREATE INDEX activities_by_time ON activities (happened_at);

-- Where a stream goes on, and which round may move it.
CREATE TABLE positions (
  source_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  position TEXT NOT NULL,
  moved_at BIGINT,
  lease TEXT,
  lease_node TEXT,
  leased_until BIGINT NOT NULL,
  PRIMARY KEY (source_key, content_type)
);

CREATE TABLE quarantine (
  source_key TEXT NOT NULL,
  content_type TEXT NOT NULL,
  id TEXT NOT NULL,
  reason TEXT NOT NULL,
  content ${blob} NOT NULL,
  kept_at BIGINT NOT NULL,
  PRIMARY KEY (source_key, content_type, id)
);

CREATE TABLE stream_status (
  connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
  content_type TEXT NOT NULL,
  condition TEXT NOT NULL,
  condition_until BIGINT,
  kind TEXT NOT NULL,
  http_status INTEGER NOT NULL,
  message TEXT NOT NULL,
  since BIGINT NOT NULL,
  running BIGINT,
  ended BIGINT,
  complete BIGINT,
  activity BIGINT,
  data BIGINT,
  failures INTEGER NOT NULL,
  rounds BIGINT NOT NULL,
  PRIMARY KEY (connector_id, content_type)
);

-- The last fifty of each stream: the fifty-first takes the place of the first.
CREATE TABLE rounds (
  connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
  content_type TEXT NOT NULL,
  slot INTEGER NOT NULL,
  node TEXT NOT NULL,
  began BIGINT NOT NULL,
  ended BIGINT NOT NULL,
  condition TEXT NOT NULL,
  condition_until BIGINT,
  kind TEXT NOT NULL,
  http_status INTEGER NOT NULL,
  message TEXT NOT NULL,
  pages BIGINT NOT NULL,
  records_read BIGINT NOT NULL,
  created BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  filtered BIGINT NOT NULL,
  quarantined BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (connector_id, content_type, slot)
);

-- What came in per UTC day (counted from 1970-01-01). Outlives its connector.
CREATE TABLE ingestion (
  connector_id TEXT NOT NULL,
  content_type TEXT NOT NULL,
  day BIGINT NOT NULL,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  pages BIGINT NOT NULL,
  records_read BIGINT NOT NULL,
  created BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  filtered BIGINT NOT NULL,
  quarantined BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (connector_id, content_type, day)
);
CREATE INDEX ingestion_by_day ON ingestion (day, tenant_id);
CREATE INDEX ingestion_by_tenant ON ingestion (tenant_id);

CREATE TABLE filtered (
  filter_id TEXT NOT NULL,
  connector_id TEXT NOT NULL,
  day BIGINT NOT NULL,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  records BIGINT NOT NULL,
  PRIMARY KEY (filter_id, connector_id, day)
);
CREATE INDEX filtered_by_tenant ON filtered (tenant_id);

CREATE TABLE system_values (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE system_secrets (
  name TEXT NOT NULL PRIMARY KEY,
  sealed ${blob} NOT NULL
);

-- db-scheduler's own table.
CREATE TABLE scheduled_tasks (
  task_name TEXT NOT NULL,
  task_instance TEXT NOT NULL,
  task_data ${blob},
  execution_time ${time} NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by TEXT,
  last_success ${time},
  last_failure ${time},
  consecutive_failures INTEGER,
  last_heartbeat ${time},
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (picked, execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
