package io.bosett.faults;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.generate.ScaledProblem;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.SolverSettings;
import io.bosett.service.ScenarioLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Variations of the real letter as test scenarios. Thread-safe. */
public final class Letters {
  /** The letter itself. */
  public static final Path FILE = Path.of("models", "norway-2018", "letter.json");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final byte[] LETTER = read();

  private Letters() {}

  private static byte[] read() {
    try {
      return Files.readAllBytes(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letter as it stands. */
  public static byte[] letter() {
    return LETTER.clone();
  }

  /** The letter with another demand, as a slider gives it. */
  public static byte[] ofPersons(int persons) {
    ObjectNode letter = (ObjectNode) JSON.readTree(LETTER);
    letter.withObject("/demand").put("persons", persons);
    return JSON.writeValueAsBytes(letter);
  }

  /** The letter under another name and with other weights and demand. */
  public static byte[] varied(String name, SplittableRandom random) {
    return solvedBy(name, "decomposition", random);
  }

  /** Likewise, for a solver. */
  public static byte[] solvedBy(String name, String solver, SplittableRandom random) {
    ObjectNode letter = (ObjectNode) JSON.readTree(LETTER);
    letter.put("name", name);
    letter.withObject("/demand").put("persons", 4000 + random.nextInt(800));
    letter.withObject("/demand").put("minors", 150 + random.nextInt(60));
    for (int c = 0; c < 3; c++) {
      ((ObjectNode) letter.get("criteria").get(c)).put("weight", 1 + random.nextInt(100));
    }
    letter.withObject("/solver").put("name", solver);
    return JSON.writeValueAsBytes(letter);
  }

  /**
   * The letter for so many municipalities, for a solver that takes long over it: at 4,000 HiGHS
   * works for some fifteen seconds.
   */
  public static byte[] large(String name, int municipalities, String solver, double seconds) {
    Problem problem =
        ScaledProblem.of(
            ScenarioLoader.problem(LETTER.clone(), DatasetCatalog.shipped()), municipalities, 1);
    Scenario carrying =
        problem
            .scenario()
            .withName(name)
            .withDataset(null)
            .withSolver(new SolverSettings(solver, seconds, null, null));
    return ScenarioFormat.json(carrying, problem.dataset())
        .replaceFirst("\"dataset\":\\s*\"[^\"]*\",", "")
        .getBytes(StandardCharsets.UTF_8);
  }
}
