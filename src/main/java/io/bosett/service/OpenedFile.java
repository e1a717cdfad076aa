package io.bosett.service;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.result.AnswerFile;
import io.bosett.documents.result.CertificateFile;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody opens, read once: a scenario, or a certificate with the answer in it.
 *
 * @param problem the problem, or null when it has faults or is a result alone
 * @param result the answer, or null when the file is a scenario
 * @param verification of the answer in a certificate, else null
 * @param faults of a scenario, one line each
 * @param warnings what the author should know, one line each
 */
public record OpenedFile(
    @Nullable Problem problem,
    @Nullable Result result,
    @Nullable Verification verification,
    List<String> faults,
    List<String> warnings) {
  /**
   * Reads a document.
   *
   * @param file as it was named
   * @param datasets a folder with one folder per dataset, or null
   * @throws InvalidInputException with all violations of an answer
   */
  public static OpenedFile read(Path file, byte[] document, @Nullable Path datasets) {
    return AnswerFile.isAnswer(document)
        ? ofAnswer(file, AnswerFile.read(document), datasets)
        : ofScenario(ScenarioBatch.of(file, document, datasets));
  }

  private static OpenedFile ofAnswer(Path file, AnswerFile answer, @Nullable Path datasets) {
    CertificateFile certificate = answer.certificate();
    if (certificate == null) {
      return new OpenedFile(null, answer.result(), null, List.of(), List.of());
    }
    DatasetCatalog source = new DatasetCatalog(file.toAbsolutePath().getParent(), datasets);
    Verification one = Verification.of(certificate, source);
    return new OpenedFile(one.problem(), one.result(), one, List.of(), List.of());
  }

  private static OpenedFile ofScenario(ScenarioBatch batch) {
    Problem problem = batch.problems().isEmpty() ? null : batch.problems().get(0).problem();
    return new OpenedFile(problem, null, null, batch.faults(), batch.warnings());
  }
}
