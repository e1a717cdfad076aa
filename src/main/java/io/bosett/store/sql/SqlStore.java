package io.bosett.store.sql;

import io.bosett.store.DatasetStore;
import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore;
import io.bosett.store.ScenarioStore;
import io.bosett.store.Store;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The store on a SQL database. */
public final class SqlStore implements Store {
  private static final NamedStatement TRIAL = NamedStatement.of("SELECT 1");

  private final Database database;
  private final DatasetStore datasets;
  private final ScenarioStore scenarios;
  private final Map<JobKind, JobStore> jobs = new EnumMap<>(JobKind.class);
  private final KeyStore keys;

  public SqlStore(Database database, Clock clock) {
    ContentBlobs contentBlobs = new ContentBlobs(database);
    this.database = database;
    this.datasets = new SqlDatasets(database, contentBlobs, clock);
    this.scenarios = new SqlScenarios(database, contentBlobs, clock);
    for (JobKind kind : JobKind.values()) {
      jobs.put(kind, new SqlJobs(database, contentBlobs, clock, kind));
    }
    this.keys = new SqlKeys(database);
  }

  @Override
  public DatasetStore datasets() {
    return datasets;
  }

  @Override
  public ScenarioStore scenarios() {
    return scenarios;
  }

  @Override
  public JobStore jobs(JobKind kind) {
    return Objects.requireNonNull(jobs.get(kind));
  }

  @Override
  public KeyStore keys() {
    return keys;
  }

  @Override
  public boolean isAvailable() {
    try {
      return database.read(handle -> TRIAL.on(handle).hasRow());
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public boolean isShared() {
    return database.dialect().hasLeases();
  }

  @Override
  public void close() {
    database.close();
  }
}
