package io.bosett.service;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetSource;
import io.bosett.documents.scenario.ScenarioReader;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.program.ScenarioFaults;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes in scenario documents: finds their figures, and all faults at once. */
public final class ScenarioLoader {
  private ScenarioLoader() {}

  /** What a document must satisfy beyond being valid, such as the bounds of a service. */
  @FunctionalInterface
  public interface Further {
    /**
     * The faults in this respect.
     *
     * @param scenario as far as it could be read
     * @param dataset its figures, or null when there are none to be had
     */
    List<Violation> faults(Scenario scenario, @Nullable Dataset dataset);

    /** A fault that reading found, as it is told to whom more is demanded of. */
    default Violation inOtherWords(Violation found) {
      return found;
    }
  }

  /**
   * The problem a scenario file poses.
   *
   * @param file the scenario; its own folder is looked into first for the dataset
   * @param datasets a folder with one folder per dataset, or null
   * @throws IOException when the file cannot be read
   * @throws InvalidInputException with all faults of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all faults of the dataset's files
   */
  public static Problem problem(Path file, @Nullable Path datasets) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return problem(Files.readAllBytes(file), new DatasetCatalog(folder, datasets));
  }

  /**
   * The problem a scenario document poses.
   *
   * @throws InvalidInputException with all faults of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all faults of the dataset's files
   */
  public static Problem problem(byte[] document, DatasetSource datasets) {
    return compiled(document, datasets).problem();
  }

  /** The problem a scenario document poses, compiled; faults as those of {@link #problem}. */
  public static CompiledProblem compiled(byte[] document, DatasetSource datasets) {
    return compiled(ScenarioReader.read(document), datasets, (scenario, dataset) -> List.of());
  }

  /**
   * The problem a scenario poses to somebody who demands more than that it is valid.
   *
   * @param reading of the document, as far as it could be read
   * @param further what else is demanded
   * @throws InvalidInputException with all faults of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all faults of the dataset's files
   */
  public static CompiledProblem compiled(
      ScenarioReading reading, DatasetSource datasets, Further further) {
    List<Violation> violations = new ArrayList<>(reading.violations());
    Dataset dataset = dataset(reading, datasets, violations);
    Scenario scenario = reading.scenario();
    long start = System.nanoTime();
    Program program = null;
    if (dataset != null) {
      Compiler.Attempt attempt = Compiler.attempt(scenario, dataset, reading.violations());
      program = attempt.program();
      violations.addAll(attempt.faults());
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    tell(further.faults(scenario, dataset), violations);
    violations.replaceAll(further::inOtherWords);
    if (dataset == null || program == null || !violations.isEmpty()) {
      violations.sort(ScenarioFaults.DOCUMENT_ORDER);
      throw new InvalidInputException(violations);
    }
    Problem problem = new Problem(scenario, dataset, reading.document());
    return new CompiledProblem(problem, program, time);
  }

  /** What is too long for a service is not told again as too long for any. */
  private static void tell(List<Violation> further, List<Violation> violations) {
    Set<String> places = further.stream().map(Violation::pointer).collect(Collectors.toSet());
    violations.removeIf(v -> v.allowed().startsWith("at most ") && places.contains(v.pointer()));
    violations.addAll(further);
  }

  private static @Nullable Dataset dataset(
      ScenarioReading reading, DatasetSource datasets, List<Violation> violations) {
    if (reading.inline() != null) {
      return reading.inline();
    }
    String id = reading.scenario().dataset();
    boolean faulty = violations.stream().anyMatch(v -> concernsFigures(v.pointer()));
    if (id == null || faulty) {
      return null;
    }
    try {
      return datasets.dataset(id);
    } catch (InvalidInputException e) {
      violations.addAll(e.violations());
      return null;
    }
  }

  private static boolean concernsFigures(String pointer) {
    return pointer.isEmpty()
        || pointer.equals("/dataset")
        || pointer.equals("/municipalities")
        || pointer.startsWith("/municipalities/");
  }
}
