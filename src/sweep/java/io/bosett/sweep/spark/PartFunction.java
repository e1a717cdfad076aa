package io.bosett.sweep.spark;

import io.bosett.service.SweepLoader;
import io.bosett.sweep.run.PartOrder;
import io.bosett.sweep.run.PartReport;
import io.bosett.sweep.run.PartWork;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** A task: makes a part. The sweep is loaded once in each process. */
final class PartFunction implements Function<PartOrder, PartReport> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Sweep> LOADED = new ConcurrentHashMap<>();

  private final Broadcast<Input> input;

  PartFunction(Broadcast<Input> input) {
    this.input = input;
  }

  /**
   * What every process of a job gets.
   *
   * @param key different for different sweeps
   * @param record from which the sweep is loaded
   * @param place of the results
   */
  record Input(String key, byte[] record, ResultPlace place) implements Serializable {}

  @Override
  public PartReport call(PartOrder order) throws IOException {
    Input given = input.value();
    Sweep sweep =
        LOADED.computeIfAbsent(
            given.key(), key -> SweepLoader.ofRecord(SweepRecord.read(given.record())));
    return PartWork.make(sweep, given.place().folder(), order);
  }
}
