-- The table of allocations becomes that of all jobs: allocations, analyses, sweeps, each kind with a
-- queue of its own. For the same reasons as in V1 one script for both databases.

ALTER TABLE allocations RENAME TO jobs;
ALTER TABLE jobs ADD COLUMN kind TEXT NOT NULL DEFAULT 'ALLOCATION';
-- What is asked of the scenario: a word that lists can be filtered by, the job that it is about, and
-- the rest as a JSON object. An allocation has none of these.
ALTER TABLE jobs ADD COLUMN topic TEXT;
ALTER TABLE jobs ADD COLUMN subject TEXT;
ALTER TABLE jobs ADD COLUMN request TEXT;
ALTER TABLE jobs ADD COLUMN steps_done BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN steps_planned BIGINT NOT NULL DEFAULT 0;

ALTER TABLE outcomes RENAME COLUMN allocation TO job;
ALTER TABLE idempotency RENAME COLUMN allocation TO job;

DROP INDEX allocations_scenario_content;
DROP INDEX allocations_dataset_content;
DROP INDEX allocations_queue;
DROP INDEX allocations_begun;
DROP INDEX allocations_ended;
DROP INDEX allocations_of_scenario;
DROP INDEX allocations_by_state;
DROP INDEX allocations_by_status;
DROP INDEX allocations_by_solver;
DROP INDEX idempotency_allocation;
CREATE INDEX jobs_scenario_content ON jobs (scenario_content);
CREATE INDEX jobs_dataset_content ON jobs (dataset_content);
CREATE INDEX jobs_queue ON jobs (kind, state, turn, seq);
CREATE INDEX jobs_begun ON jobs (kind, turn) WHERE attempt > 0;
CREATE INDEX jobs_ended ON jobs (kind, ended_at);
CREATE INDEX jobs_in_order ON jobs (kind, seq);
CREATE INDEX jobs_of_scenario ON jobs (kind, scenario_id, seq);
CREATE INDEX jobs_by_state ON jobs (kind, state, seq);
CREATE INDEX jobs_by_status ON jobs (kind, status, seq);
CREATE INDEX jobs_by_solver ON jobs (kind, solver, seq);
CREATE INDEX jobs_by_topic ON jobs (kind, topic, seq);
CREATE INDEX jobs_of_subject ON jobs (kind, subject, seq);
CREATE INDEX idempotency_job ON idempotency (job);

-- Other forms of a result, by name, as they were made when it was: a table, a report in a language.
CREATE TABLE renderings (
  job BIGINT NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  name TEXT NOT NULL,
  content ${bytes} NOT NULL,
  PRIMARY KEY (job, name)
);

-- Each kind has turns of its own.
CREATE TABLE turns (
  kind TEXT NOT NULL,
  caller_hash TEXT NOT NULL,
  next_turn BIGINT NOT NULL,
  PRIMARY KEY (kind, caller_hash)
);
INSERT INTO turns (kind, caller_hash, next_turn) SELECT 'ALLOCATION', hash, next_turn FROM callers;
DROP TABLE callers;
CREATE INDEX turns_next_turn ON turns (kind, next_turn);
