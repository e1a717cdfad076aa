package io.bosett.sweep;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.model.Sha256;
import io.bosett.service.CachingDatasetSource;
import io.bosett.service.ScenarioLoader;
import io.bosett.sweep.plan.ScenarioSource;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.plan.SweepPlanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Plans of sweeps for tests, and what they leave behind. */
public final class Sweeps {
  public static final Path LETTER = Path.of("models", "norway-2018", "letter.json");
  public static final Path THREE = Path.of("models", "small", "three-places.json");

  private static final CachingDatasetSource DATASETS =
      new CachingDatasetSource(DatasetCatalog.shipped());

  private Sweeps() {}

  public static ScenarioSource source() {
    return scenario -> ScenarioLoader.compiled(scenario, DATASETS);
  }

  /** The plan of a sweep, whose scenario is given instead of read. */
  public static SweepPlan plan(Path scenario, String sweep) throws IOException {
    byte[] document = sweep.getBytes(StandardCharsets.UTF_8);
    return SweepPlanner.plan(
        SweepFormat.read(document), ParsedScenario.read(Files.readAllBytes(scenario)), source());
  }

  /** The hash of every file in a folder of results but the log of the run. */
  public static Map<String, String> hashes(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      Map<String, String> hashes = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("run.json")) {
          hashes.put(out.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
        }
      }
      return hashes;
    }
  }
}
