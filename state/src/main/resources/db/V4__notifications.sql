-- Who is told of what. A rule without a tenant watches the connectors of all.
CREATE TABLE notification_rules (
  id TEXT NOT NULL PRIMARY KEY,
  tenant_id TEXT REFERENCES tenants (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  threshold_ms BIGINT NOT NULL,
  all_connectors BOOLEAN NOT NULL,
  emails TEXT NOT NULL,
  webhooks TEXT NOT NULL,
  sealed_secret ${blob},
  enabled BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX notification_rules_by_tenant ON notification_rules (tenant_id);

CREATE TABLE notification_rule_connectors (
  rule_id TEXT NOT NULL REFERENCES notification_rules (id) ON DELETE CASCADE,
  connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
  PRIMARY KEY (rule_id, connector_id)
);
CREATE INDEX notification_rule_connectors_by_connector ON notification_rule_connectors (connector_id);

-- What a rule found: open until it is over. A subject is a device of the connector, or empty.
CREATE TABLE alerts (
  id TEXT NOT NULL PRIMARY KEY,
  rule_id TEXT NOT NULL REFERENCES notification_rules (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  connector_id TEXT NOT NULL REFERENCES connectors (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  since BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  told_at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE UNIQUE INDEX alerts_once ON alerts (rule_id, connector_id, subject) WHERE closed_at IS NULL;
CREATE INDEX alerts_open ON alerts (tenant_id) WHERE closed_at IS NULL;
CREATE INDEX alerts_by_time ON alerts (opened_at);
CREATE INDEX alerts_by_tenant ON alerts (tenant_id);
CREATE INDEX alerts_by_connector ON alerts (connector_id);
CREATE INDEX alerts_closed ON alerts (closed_at);

-- What is to be told to whom, and what became of it. What waits is tried at that time, what does not ended at it.
CREATE TABLE deliveries (
  id TEXT NOT NULL PRIMARY KEY,
  alert_id TEXT NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  at BIGINT NOT NULL,
  problem TEXT NOT NULL
);
CREATE INDEX deliveries_waiting ON deliveries (at) WHERE state = 'waiting';
CREATE INDEX deliveries_by_alert ON deliveries (alert_id);
