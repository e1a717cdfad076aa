package io.bosett.service;

import io.bosett.documents.InputFile;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A batch of scenario files, all read before any is solved. A dataset that several of them name is
 * read once.
 *
 * @param problems of the files without errors, in the order given
 * @param faults of all others and of their datasets, one line each, beginning with a file's name
 * @param warnings what the authors should know, one line each, beginning with a file's name
 */
public record ScenarioBatch(
    List<ProblemFile> problems, List<String> faults, List<String> warnings) {
  public ScenarioBatch {
    problems = List.copyOf(problems);
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
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
        reading.problems, reading.faults.stream().distinct().toList(), reading.warnings);
  }

  /**
   * Reads a document at hand; its errors are collected and never thrown.
   *
   * @param file that it was read from
   * @param datasets a folder with one folder per dataset, or null
   */
  public static ScenarioBatch of(Path file, byte[] document, @Nullable Path datasets) {
    Reading reading = new Reading(datasets, problem -> {});
    reading.read(file, file.toString(), document);
    return new ScenarioBatch(reading.problems, reading.faults, reading.warnings);
  }

  private static final class Reading {
    private final @Nullable Path datasets;
    private final Consumer<Problem> further;
    private final Map<Path, CachingDatasetSource> byFolder = new HashMap<>();
    private final List<ProblemFile> problems = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

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
        CompiledProblem problem = ScenarioLoader.compiled(document, source(file));
        further.accept(problem.problem());
        problems.add(new ProblemFile(name, problem));
        problem.problem().warnings().forEach(one -> warnings.add(name + ": " + one));
      } catch (InvalidInputException e) {
        e.violations().forEach(v -> faults.add(name + ": " + v));
      } catch (InvalidFilesException e) {
        e.faults().forEach(fault -> faults.add(fault.toString()));
      }
    }

    private CachingDatasetSource source(Path file) {
      Path parent = file.getParent();
      Path folder = parent == null ? Path.of(".") : parent;
      return byFolder.computeIfAbsent(
          folder, key -> new CachingDatasetSource(new DatasetCatalog(key, datasets)));
    }
  }
}
