-- Who is signed in to the pages. A session ends with its user, or when the user's stamp has grown.
CREATE TABLE sessions (
  hash TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  stamp BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);
