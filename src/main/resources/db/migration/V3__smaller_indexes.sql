-- An index has only the rows that are looked for by it: a job writes its pages at every commit.
DROP INDEX jobs_ended;
DROP INDEX jobs_of_scenario;
DROP INDEX jobs_by_status;
DROP INDEX jobs_by_topic;
DROP INDEX jobs_of_subject;
CREATE INDEX jobs_ended ON jobs (kind, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX jobs_of_scenario ON jobs (kind, scenario_id, seq) WHERE scenario_id IS NOT NULL;
CREATE INDEX jobs_by_status ON jobs (kind, status, seq) WHERE status IS NOT NULL;
CREATE INDEX jobs_by_topic ON jobs (kind, topic, seq) WHERE topic IS NOT NULL;
CREATE INDEX jobs_of_subject ON jobs (kind, subject, seq) WHERE subject IS NOT NULL;

-- A caller has a row only while its jobs wait, so that there are few.
DROP INDEX turns_next_turn;
