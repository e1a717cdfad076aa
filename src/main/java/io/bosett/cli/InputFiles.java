package io.bosett.cli;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.result.AnswerFile;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.SolverSettings;
import io.bosett.service.IoFailureText;
import io.bosett.service.ProblemFile;
import io.bosett.service.ScenarioBatch;
import io.bosett.service.SolveUseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  static Problem problem(Path file, @Nullable Path datasets) {
    List<ProblemFile> read = problems(List.of(file), datasets, SolverSettings.NONE);
    return only(file, read).problem();
  }

  /**
   * The one result or certificate document of a file.
   *
   * @throws BadInputException with all faults
   */
  static AnswerFile answer(Path file) {
    return only(file, answers(file));
  }

  /**
   * The result or certificate documents of a file, one after the other.
   *
   * @throws BadInputException with all faults of the first that has any
   */
  static List<AnswerFile> answers(Path file) {
    List<byte[]> documents = JsonDocuments.split(bytes(file));
    List<AnswerFile> answers = new ArrayList<>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      byte[] document = documents.get(i);
      String name = ProblemFile.name(file, i, documents.size());
      answers.add(refusing(name, () -> AnswerFile.read(document)));
    }
    return answers;
  }

  private static <T> T only(Path file, List<T> read) {
    if (read.size() > 1) {
      throw new BadInputException(file + ": holds " + read.size() + " documents; expected one");
    }
    return read.get(0);
  }

  /** What reading a file gives; faults found in it are bad input. */
  static <T> T refusing(Object file, Supplier<T> reading) {
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
