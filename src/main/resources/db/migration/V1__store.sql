-- One script for both databases. Times are milliseconds since 1970 in UTC; a packed document is its
-- length in four bytes, then its zlib stream. Texts stand as class Text writes them.

CREATE TABLE contents (
  hash TEXT NOT NULL PRIMARY KEY,
  packed ${bytes} NOT NULL
);

CREATE TABLE scenarios (
  seq ${sequence},
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  content TEXT NOT NULL REFERENCES contents (hash),
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX scenarios_content ON scenarios (content);

CREATE TABLE datasets (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  content TEXT NOT NULL REFERENCES contents (hash),
  figures_hash TEXT NOT NULL,
  uploaded_at BIGINT NOT NULL
);
CREATE INDEX datasets_content ON datasets (content);

CREATE TABLE access_keys (
  id TEXT NOT NULL PRIMARY KEY,
  name_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

-- A scenario may be deleted while its allocations stay: scenario_id refers to nothing.
CREATE TABLE allocations (
  seq ${sequence},
  id TEXT NOT NULL UNIQUE,
  caller TEXT NOT NULL,
  scenario_id TEXT,
  name TEXT NOT NULL,
  solver TEXT NOT NULL,
  scenario_content TEXT NOT NULL REFERENCES contents (hash),
  dataset_content TEXT REFERENCES contents (hash),
  dataset_id TEXT,
  scenario_hash TEXT NOT NULL,
  figures_hash TEXT NOT NULL,
  version TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
  turn BIGINT NOT NULL,
  attempt INTEGER NOT NULL,
  owner TEXT,
  lease_until BIGINT,
  stop_asked INTEGER NOT NULL,
  progress_sequence BIGINT NOT NULL,
  objective BIGINT,
  bound BIGINT,
  elapsed BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  started_at BIGINT,
  ended_at BIGINT,
  status TEXT,
  summary TEXT,
  failure TEXT
);
CREATE INDEX allocations_scenario_content ON allocations (scenario_content);
CREATE INDEX allocations_dataset_content ON allocations (dataset_content);
CREATE INDEX allocations_queue ON allocations (state, turn, seq);
CREATE INDEX allocations_begun ON allocations (turn) WHERE attempt > 0;
CREATE INDEX allocations_ended ON allocations (ended_at);
CREATE INDEX allocations_of_scenario ON allocations (scenario_id, seq);
CREATE INDEX allocations_by_state ON allocations (state, seq);
CREATE INDEX allocations_by_status ON allocations (status, seq);
CREATE INDEX allocations_by_solver ON allocations (solver, seq);

CREATE TABLE outcomes (
  allocation BIGINT NOT NULL PRIMARY KEY REFERENCES allocations (seq) ON DELETE CASCADE,
  result ${bytes},
  log ${bytes} NOT NULL
);

-- The turn that the next allocation of a caller gets if it is ahead of what is being solved; and in
-- the row 'deleted' the last turn that was served of an allocation that is here no more.
CREATE TABLE callers (
  hash TEXT NOT NULL PRIMARY KEY,
  next_turn BIGINT NOT NULL
);
CREATE INDEX callers_next_turn ON callers (next_turn);

CREATE TABLE idempotency (
  caller_hash TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  allocation BIGINT NOT NULL REFERENCES allocations (seq) ON DELETE CASCADE,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (caller_hash, key_hash)
);
CREATE INDEX idempotency_allocation ON idempotency (allocation);
CREATE INDEX idempotency_expires_at ON idempotency (expires_at);
