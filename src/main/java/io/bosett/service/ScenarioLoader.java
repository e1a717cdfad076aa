package io.bosett.service;

import io.bosett.documents.InputFile;
import io.bosett.documents.boundaries.OlderScenario;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetSource;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.LostZeros;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.model.Warning;
import io.bosett.program.CompileStoppedException;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
    return problem(InputFile.read(file), new DatasetCatalog(folder, datasets));
  }

  /**
   * The problem of a scenario document.
   *
   * @throws InvalidInputException with all errors of the scenario
   * @throws io.bosett.documents.csv.InvalidFilesException with all errors of the dataset's files
   */
  public static Problem problem(byte[] document, DatasetSource datasets) {
    return compiled(document, datasets).problem();
  }

  /** The problem a scenario document poses, compiled; faults as those of {@link #problem}. */
  public static CompiledProblem compiled(byte[] document, DatasetSource datasets) {
    return compiled(ScenarioFormat.read(document), datasets);
  }

  /** The same of a document that was read, as far as it could be. */
  public static CompiledProblem compiled(ScenarioReading reading, DatasetSource datasets) {
    return compiled(reading, datasets, (scenario, dataset) -> List.of());
  }

  /**
   * The compiled problem of a scenario, validated further. Where the scenario names a dataset,
   * municipalities may have the codes of an earlier year, see {@link OlderScenario}: then the
   * problem's scenario and document have those of the dataset, and its warnings say so.
   *
   * @param reading of the document, as far as it could be read
   * @param further additional validation
   * @throws InvalidInputException with all errors of the scenario, at their places in the document
   *     that was given
   * @throws io.bosett.documents.csv.InvalidFilesException with all errors of the dataset's files
   */
  public static CompiledProblem compiled(
      ScenarioReading reading, DatasetSource datasets, Further further) {
    return compiled(reading, datasets, further, new KeptShapes());
  }

  /**
   * The same, with what was kept from the scenarios before.
   *
   * @throws InvalidInputException with all errors of the scenario, likewise
   * @throws io.bosett.documents.csv.InvalidFilesException with all errors of the dataset's files
   */
  public static CompiledProblem compiled(
      ScenarioReading reading, DatasetSource datasets, Further further, KeptShapes kept) {
    List<Violation> violations = new ArrayList<>(reading.violations());
    Dataset dataset = dataset(reading, datasets, violations);
    Attempt attempt = new Attempt(further, kept, violations);
    CompiledProblem problem = attempt.compile(reading, dataset, List.of());
    if (problem != null) {
      return problem;
    }
    OlderScenario older =
        dataset == null || reading.inline() != null
            ? null
            : OlderScenario.of(reading.document().utf8(), dataset);
    if (older == null) {
      throw attempt.refusal();
    }
    ScenarioReading translated = ScenarioFormat.read(older.document());
    Attempt second = new Attempt(further, kept, translated.violations());
    CompiledProblem now = second.compile(translated, dataset, older.warnings());
    if (now == null || !older.violations().isEmpty()) {
      throw second.refusal(older);
    }
    return now;
  }

  /** One attempt to compile a scenario, with its violations. */
  private static final class Attempt {
    private final Further further;
    private final KeptShapes kept;
    private final List<Violation> violations;

    Attempt(Further further, KeptShapes kept, List<Violation> violations) {
      this.further = further;
      this.kept = kept;
      this.violations = new ArrayList<>(violations);
    }

    @Nullable CompiledProblem compile(
        ScenarioReading reading, @Nullable Dataset dataset, List<Warning> translations) {
      Scenario scenario = reading.scenario();
      long start = System.nanoTime();
      Program program = null;
      if (dataset != null) {
        CompileLimit limit = CompileLimit.of(scenario);
        try {
          Compiler.Attempt attempt =
              reading.inline() == null
                  ? kept.attempt(scenario, dataset, reading.violations(), limit)
                  : Compiler.attempt(scenario, dataset, reading.violations(), limit);
          program = attempt.program();
          violations.addAll(attempt.faults());
        } catch (CompileStoppedException late) {
          violations.add(limit.violation(scenario, dataset));
        }
      }
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      tell(further.faults(scenario, dataset), violations);
      violations.replaceAll(further::inOtherWords);
      if (dataset == null || program == null || !violations.isEmpty()) {
        return null;
      }
      List<Warning> warnings = new ArrayList<>(translations);
      String lost = reading.inline() == null ? null : LostZeros.warning(dataset);
      if (lost != null) {
        warnings.add(new Warning("/municipalities", lost));
      }
      Problem problem = new Problem(scenario, dataset, reading.document(), warnings);
      return new CompiledProblem(problem, program, time);
    }

    InvalidInputException refusal() {
      violations.sort(ScenarioFormat.DOCUMENT_ORDER);
      return new InvalidInputException(violations);
    }

    /** In the words of what was given; of two violations at one place that about the older code. */
    InvalidInputException refusal(OlderScenario older) {
      Set<String> places =
          older.violations().stream().map(Violation::pointer).collect(Collectors.toSet());
      violations.replaceAll(older::inGiven);
      violations.removeIf(other -> places.contains(other.pointer()));
      violations.addAll(older.violations());
      return refusal();
    }
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
