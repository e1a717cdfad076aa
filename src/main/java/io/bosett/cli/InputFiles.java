package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.table.ResultTable;
import io.bosett.documents.InputFile;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.json.JsonDocuments;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the files that commands are given; every error in them is bad input. */
final class InputFiles {
  private InputFiles() {}

  /**
   * The problems of scenario files, in the order given.
   *
   * @param preferences solver settings that override those of the scenarios
   * @throws BadInputException with all errors of all files
   */
  static List<ProblemFile> problems(
      List<Path> files, @Nullable Path datasets, SolverSettings preferences, Streams streams) {
    ScenarioBatch scenarioBatch =
        ScenarioBatch.read(
            files, datasets, problem -> SolveUseCase.preferences(problem, preferences));
    scenarioBatch.warnings().forEach(one -> streams.err().println(ResultTable.clean(one)));
    if (!scenarioBatch.faults().isEmpty()) {
      throw new BadInputException(scenarioBatch.faults());
    }
    return scenarioBatch.problems();
  }

  /**
   * The problem of one scenario file.
   *
   * @throws BadInputException with all errors
   */
  static CompiledProblem problem(Path file, @Nullable Path datasets, Streams streams) {
    List<ProblemFile> read = problems(List.of(file), datasets, SolverSettings.NONE, streams);
    return only(file, read).compiled();
  }

  /**
   * The one result or certificate document of a file.
   *
   * @throws BadInputException with all errors
   */
  static AnswerFile answer(Path file) {
    return only(file, answers(file));
  }

  /**
   * The result or certificate documents of a file, in their order.
   *
   * @throws BadInputException with all errors of the first document that has any
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

  /**
   * The one JSON document of a file.
   *
   * @throws BadInputException when it cannot be read or holds several
   */
  static byte[] document(Path file) {
    return only(file, JsonDocuments.split(bytes(file)));
  }

  private static <T> T only(Path file, List<T> read) {
    if (read.size() > 1) {
      throw new BadInputException(file + ": holds " + read.size() + " documents; expected one");
    }
    return read.get(0);
  }

  /** The value read from a file; errors found in it become bad input. */
  static <T> T refusing(Object file, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      throw new BadInputException(e.violations().stream().map(v -> file + ": " + v).toList());
    } catch (InvalidFilesException e) {
      throw new BadInputException(e.faults().stream().map(Object::toString).toList());
    }
  }

  /** The text of a file, as UTF-8. */
  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return InputFile.read(file);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + IoFailureText.of(e));
    }
  }
}
