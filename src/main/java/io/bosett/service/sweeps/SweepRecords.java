package io.bosett.service.sweeps;

import io.bosett.service.SweepLoader;
import io.bosett.store.JobStore;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** The sweeps in the store. A few that were asked for last are kept in memory. Thread-safe. */
final class SweepRecords {
  private static final int MOST_IN_MEMORY = 4;

  private final JobStore store;
  private final Map<String, Sweep> lately =
      new LinkedHashMap<>(MOST_IN_MEMORY * 2, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sweep> eldest) {
          return size() > MOST_IN_MEMORY;
        }
      };

  SweepRecords(JobStore store) {
    this.store = store;
  }

  /**
   * A sweep.
   *
   * @throws io.bosett.sweep.run.SweepRefusedException when this version reads it otherwise
   * @throws NoSuchElementException when there is none
   */
  Sweep sweep(String id) {
    synchronized (lately) {
      Sweep known = lately.get(id);
      if (known != null) {
        return known;
      }
    }
    byte[] record = store.scenario(id).orElseThrow(() -> new NoSuchElementException("sweep " + id));
    Sweep sweep = SweepLoader.ofRecord(SweepRecord.read(record));
    synchronized (lately) {
      lately.put(id, sweep);
    }
    return sweep;
  }
}
