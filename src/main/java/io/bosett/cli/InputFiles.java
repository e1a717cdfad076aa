package io.bosett.cli;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.result.AnswerFile;
import io.bosett.model.InvalidInputException;
import io.bosett.model.SolverSettings;
import io.bosett.service.IoFailureText;
import io.bosett.service.ProblemFile;
import io.bosett.service.ScenarioBatch;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files that commands are given; whatever is wrong with one is bad input. */
final class InputFiles {
  private InputFiles() {}

  /**
   * The problems of scenario files, in the order given.
   *
   * @param wishes about the solver that go before those in the scenarios
   * @throws BadInputException with all faults of all files
   */
  static List<ProblemFile> problems(
      List<Path> files, @Nullable Path datasets, SolverSettings wishes) {
    ScenarioBatch scenarioBatch =
        ScenarioBatch.read(files, datasets, problem -> SolveUseCase.wishes(problem, wishes));
    if (!scenarioBatch.faults().isEmpty()) {
      throw new BadInputException(scenarioBatch.faults());
    }
    return scenarioBatch.problems();
  }

  /**
   * The problem of one scenario file.
   *
   * @throws BadInputException with all faults
   */
  static CompiledProblem problem(Path file, @Nullable Path datasets) {
    return problems(List.of(file), datasets, SolverSettings.NONE).get(0).compiled();
  }

  /**
   * A result or certificate document.
   *
   * @throws BadInputException with all faults
   */
  static AnswerFile answer(Path file) {
    byte[] document = bytes(file);
    long documents =
        new String(document, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("{"))
            .count();
    if (documents > 1) {
      throw new BadInputException(
          file + ": holds " + documents + " documents, one a line; expected one");
    }
    return refusing(file, () -> AnswerFile.read(document));
  }

  /** What reading a file gives; faults found in it are bad input. */
  static <T> T refusing(Path file, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      throw new BadInputException(e.violations().stream().map(v -> file + ": " + v).toList());
    } catch (InvalidFilesException e) {
      throw new BadInputException(e.faults().stream().map(Object::toString).toList());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + IoFailureText.of(e));
    }
  }
}
