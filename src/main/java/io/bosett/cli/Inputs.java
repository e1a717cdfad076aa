package io.bosett.cli;

import io.bosett.files.AnswerFile;
import io.bosett.files.FaultyFilesException;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.SolverWishes;
import io.bosett.service.Answering;
import io.bosett.service.Batch;
import io.bosett.service.FileProblem;
import io.bosett.service.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files that commands are given; whatever is wrong with one is bad input. */
final class Inputs {
  private Inputs() {}

  /**
   * The problems of scenario files, in the order given.
   *
   * @param wishes about the solver that go before those in the scenarios
   * @throws BadInput with all faults of all files
   */
  static List<FileProblem> problems(
      List<Path> files, @Nullable Path datasets, SolverWishes wishes) {
    Batch batch = Batch.read(files, datasets, problem -> Answering.wishes(problem, wishes));
    if (!batch.faults().isEmpty()) {
      throw new BadInput(batch.faults());
    }
    return batch.problems();
  }

  /**
   * The problem of one scenario file.
   *
   * @throws BadInput with all faults
   */
  static Problem problem(Path file, @Nullable Path datasets) {
    return problems(List.of(file), datasets, SolverWishes.NONE).get(0).problem();
  }

  /**
   * A result or certificate document.
   *
   * @throws BadInput with all faults
   */
  static AnswerFile answer(Path file) {
    byte[] document = bytes(file);
    long documents =
        new String(document, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("{"))
            .count();
    if (documents > 1) {
      throw new BadInput(file + ": holds " + documents + " documents, one a line; expected one");
    }
    return refusing(file, () -> AnswerFile.read(document));
  }

  /** What reading a file gives; faults found in it are bad input. */
  static <T> T refusing(Path file, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      throw new BadInput(e.violations().stream().map(v -> file + ": " + v).toList());
    } catch (FaultyFilesException e) {
      throw new BadInput(e.faults().stream().map(Object::toString).toList());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be read: " + IoReason.of(e));
    }
  }
}
