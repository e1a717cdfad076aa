package io.bosett.service;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetSource;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.program.ScenarioFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads scenario documents with their datasets and reports all errors at once. */
public final class ScenarioLoader {
  private ScenarioLoader() {}

  /** Validation beyond that of every scenario, such as the limits of a service. */
  @FunctionalInterface
  public interface Further {
    /**
     * The further violations.
     *
     * @param scenario as far as it could be read
     * @param dataset its figures, or null when they cannot be read
     */
    List<Violation> faults(Scenario scenario, @Nullable Dataset dataset);

    /** Rewords a violation found by reading, where a stricter limit applies. */
    default Violation inOtherWords(Violation found) {
      return found;
    }
  }

  /**
   * The problem of a scenario file.
   *
   * @param file the scenario; its own folder is searched first for the dataset
   * @param datasets a folder with one folder per dataset, or null
   * @throws IOException when the file cannot be read
   * @throws InvalidInputException with all errors of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all errors of the dataset's files
   */
  public static Problem problem(Path file, @Nullable Path datasets) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return problem(Files.readAllBytes(file), new DatasetCatalog(folder, datasets));
  }

  /**
   * The problem of a scenario document.
   *
   * @throws InvalidInputException with all errors of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all errors of the dataset's files
   */
  public static Problem problem(byte[] document, DatasetSource datasets) {
    return problem(document, datasets, (scenario, dataset) -> List.of());
  }

  /**
   * The problem of a scenario document, validated further.
   *
   * @param further additional validation
   * @throws InvalidInputException with all errors of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all errors of the dataset's files
   */
  public static Problem problem(byte[] document, DatasetSource datasets, Further further) {
    ScenarioReading reading = ScenarioFormat.read(document);
    List<Violation> violations = new ArrayList<>(reading.violations());
    Dataset dataset = dataset(reading, datasets, violations);
    Scenario scenario = reading.scenario();
    if (dataset != null) {
      violations.addAll(ScenarioFaults.of(scenario, dataset, reading.violations()));
    }
    tell(further.faults(scenario, dataset), violations);
    violations.replaceAll(further::inOtherWords);
    if (dataset == null || !violations.isEmpty()) {
      violations.sort(ScenarioFaults.DOCUMENT_ORDER);
      throw new InvalidInputException(violations);
    }
    return new Problem(scenario, dataset, reading.document());
  }

  /** Adds violations; one for a limit of the service replaces that for the general limit. */
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
