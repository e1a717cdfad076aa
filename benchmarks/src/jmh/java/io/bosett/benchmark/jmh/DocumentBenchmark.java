package io.bosett.benchmark.jmh;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.result.ResultJson;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Dataset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Documents in and out. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DocumentBenchmark {
  /** Reading the letter's document; its size does not depend on the candidates. */
  @Benchmark
  public ScenarioReading readScenario(Letter letter) {
    return ScenarioFormat.read(letter.document);
  }

  /** Reading the dataset of 2018 that ships with the program. */
  @Benchmark
  public Dataset readDataset() {
    return DatasetCatalog.shipped().dataset("norway-2018");
  }

  /** The result as JSON. */
  @Benchmark
  public String writeResult(Letter letter) {
    return ResultJson.write(letter.result);
  }
}
