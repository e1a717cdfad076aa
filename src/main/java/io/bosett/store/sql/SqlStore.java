package io.bosett.store.sql;

import io.bosett.store.AllocationStore;
import io.bosett.store.DatasetStore;
import io.bosett.store.KeyStore;
import io.bosett.store.ScenarioStore;
import io.bosett.store.Store;
import java.time.Clock;

/** The store on a SQL database. */
public final class SqlStore implements Store {
  private final Database database;
  private final DatasetStore datasets;
  private final ScenarioStore scenarios;
  private final AllocationStore allocations;
  private final KeyStore keys;

  public SqlStore(Database database, Clock clock) {
    ContentBlobs contentBlobs = new ContentBlobs(database);
    this.database = database;
    this.datasets = new SqlDatasets(database, contentBlobs, clock);
    this.scenarios = new SqlScenarios(database, contentBlobs, clock);
    this.allocations = new SqlAllocations(database, contentBlobs, clock);
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
  public AllocationStore allocations() {
    return allocations;
  }

  @Override
  public KeyStore keys() {
    return keys;
  }

  @Override
  public boolean isAvailable() {
    try {
      return database.read(handle -> handle.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
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
