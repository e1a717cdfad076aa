package io.bosett.service;

import io.bosett.documents.InputFile;
import io.bosett.documents.boundaries.OlderScenario;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Violation;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch of scenario files, all read before any is solved. A dataset that several of them name is
 * read once.
 *
 * @param problems of the files without errors, in the order given
 * @param faults of all others and of their datasets, one line each, beginning with a file's name
 * @param remarks which municipality codes of earlier years were translated, one line each
 */
public record ScenarioBatch(List<ProblemFile> problems, List<String> faults, List<String> remarks) {
  public ScenarioBatch {
    problems = List.copyOf(problems);
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads the files; their errors are collected and never thrown.
   *
   * @param datasets a folder with one folder per dataset, or null
   */
  public static ScenarioBatch read(List<Path> files, @Nullable Path datasets) {
    return read(files, datasets, problem -> {});
  }

  /**
   * Reads the files; their errors are collected and never thrown.
   *
   * @param datasets a folder with one folder per dataset, or null
   * @param further validates each problem further; throws {@link InvalidInputException} for errors
   */
  public static ScenarioBatch read(
      List<Path> files, @Nullable Path datasets, Consumer<Problem> further) {
    Reading reading = new Reading(datasets, further);
    files.forEach(reading::read);
    return new ScenarioBatch(
        reading.problems, reading.faults.stream().distinct().toList(), reading.remarks);
  }

  private static final class Reading {
    private final @Nullable Path datasets;
    private final Consumer<Problem> further;
    private final Map<Path, CachingDatasetSource> byFolder = new HashMap<>();
    private final List<ProblemFile> problems = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Reading(@Nullable Path datasets, Consumer<Problem> further) {
      this.datasets = datasets;
      this.further = further;
    }

    void read(Path file) {
      try {
        List<byte[]> documents = JsonDocuments.split(InputFile.read(file));
        for (int i = 0; i < documents.size(); i++) {
          read(file, ProblemFile.name(file, i, documents.size()), documents.get(i));
        }
      } catch (IOException e) {
        faults.add(file + ": cannot be read: " + IoFailureText.of(e));
      }
    }

    private void read(Path file, String name, byte[] document) {
      try {
        CompiledProblem problem = problem(file, name, document);
        further.accept(problem.problem());
        problems.add(new ProblemFile(name, problem));
      } catch (InvalidInputException e) {
        e.violations().forEach(v -> faults.add(name + ": " + v));
      } catch (InvalidFilesException e) {
        e.faults().forEach(fault -> faults.add(fault.toString()));
      }
    }

    private CompiledProblem problem(Path file, String name, byte[] document) {
      CachingDatasetSource source = source(file);
      ScenarioReading reading = ScenarioFormat.read(document);
      try {
        return compiled(reading, source);
      } catch (InvalidInputException e) {
        OlderScenario older = older(document, reading.scenario().dataset(), source);
        if (older != null && !older.violations().isEmpty()) {
          throw new InvalidInputException(both(older.violations(), e.violations()));
        } else if (older == null || older.remark().isEmpty()) {
          throw e;
        }
        remarks.add(name + ": " + older.remark());
        return compiled(ScenarioFormat.read(older.document()), source);
      }
    }

    private static CompiledProblem compiled(ScenarioReading reading, CachingDatasetSource source) {
      return ScenarioLoader.compiled(reading, source, (scenario, dataset) -> List.of());
    }

    /** The scenario with codes of earlier years translated, or null without a known dataset. */
    private @Nullable OlderScenario older(
        byte[] document, @Nullable String id, CachingDatasetSource source) {
      return id == null || !source.ids().contains(id)
          ? null
          : OlderScenario.of(document, source.dataset(id));
    }

    /** All violations; of two about one place the first. */
    private static List<Violation> both(List<Violation> first, List<Violation> second) {
      List<Violation> all = new ArrayList<>(first);
      Set<String> places = first.stream().map(Violation::pointer).collect(Collectors.toSet());
      second.stream().filter(other -> !places.contains(other.pointer())).forEach(all::add);
      return all;
    }

    private CachingDatasetSource source(Path file) {
      Path parent = file.getParent();
      Path folder = parent == null ? Path.of(".") : parent;
      return byFolder.computeIfAbsent(
          folder, key -> new CachingDatasetSource(new DatasetCatalog(key, datasets)));
    }
  }
}
