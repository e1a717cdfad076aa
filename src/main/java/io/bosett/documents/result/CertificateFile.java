package io.bosett.documents.result;

import io.bosett.documents.dataset.DescriptionReader;
import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.CanonicalJsonHash;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Scenario;
import io.bosett.model.ScenarioDocument;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The certificate document, which anybody can check offline: {@code result}, {@code scenario} as it
 * was given, {@code dataset} with the figures (those that a scenario carries itself are in the
 * scenario), and the {@code hashes} of scenario and dataset. Reading does not verify that they
 * agree; the checker does.
 *
 * @param result the answer
 * @param scenario what was asked
 * @param figures the dataset, or null when the scenario names one that must be found
 * @param document the scenario's, as it was given; {@link ScenarioDocument#NONE} when the
 *     certificate is invalid
 * @param scenarioHash {@link ScenarioDocument#hash()} of what was solved
 * @param datasetHash {@link Dataset#contentHash()} of the figures that it was solved on
 */
public record CertificateFile(
    Result result,
    Scenario scenario,
    @Nullable Dataset figures,
    ScenarioDocument document,
    String scenarioHash,
    String datasetHash) {
  /** The document of an answer, with all figures. */
  public static CertificateFile of(Problem problem, Result result) {
    ScenarioDocument document = ScenarioFormat.document(problem);
    return new CertificateFile(
        result,
        problem.scenario(),
        problem.dataset(),
        document,
        document.hash(),
        problem.datasetHash());
  }

  /** A copy without the figures of a dataset that the scenario names. */
  public CertificateFile withoutFigures() {
    return scenario.dataset() == null
        ? this
        : new CertificateFile(result, scenario, null, document, scenarioHash, datasetHash);
  }

  /** Writes the document on one line in UTF-8; the stream is flushed and left open. */
  public void write(OutputStream stream) {
    JsonWriter.write(stream, this::write);
  }

  /** The document on one line. */
  public String json() {
    return JsonWriter.text(this::write);
  }

  private void write(JsonWriter out) {
    @Nullable Dataset named = scenario.dataset() == null ? null : figures;
    out.object(
        () -> {
          out.name("result");
          ResultFormat.write(out, result);
          new Rest(JsonTree.read(document.utf8()), named, scenarioHash, datasetHash).write(out);
        });
  }

  /**
   * A certificate without its result.
   *
   * @param scenario what its document as it was given parses to
   * @param figures the dataset that the scenario names; null when it carries its figures itself
   * @param scenarioHash {@link ScenarioDocument#hash()} of the scenario
   * @param datasetHash {@link Dataset#contentHash()} of the figures
   */
  public record Rest(
      JsonValue scenario, @Nullable Dataset figures, String scenarioHash, String datasetHash) {
    void write(JsonWriter out) {
      out.name("scenario");
      JsonTree.write(out, scenario);
      out.optional("dataset", figures, CertificateFile::dataset);
      out.object("hashes", () -> hashes(out));
    }

    private void hashes(JsonWriter out) {
      out.text("hashForm", CanonicalJsonHash.FORM)
          .text("scenario", scenarioHash)
          .text("dataset", datasetHash);
    }
  }

  private static void dataset(JsonWriter out, String name, Dataset dataset) {
    out.object(
        name,
        () -> {
          out.text("id", dataset.id()).text("title", dataset.title());
          FiguresFormat.write(out, "municipalities", dataset);
        });
  }

  /**
   * Reads a document strictly.
   *
   * @throws InvalidInputException with all violations, as pointers into the document
   */
  public static CertificateFile read(byte[] utf8) {
    return JsonDocuments.read(utf8, CertificateFile::read);
  }

  /** Reads a document; the cursor collects its violations. */
  static CertificateFile read(JsonCursor at) {
    ObjectFields fields = at.fields("result", "scenario", "dataset", "hashes");
    JsonCursor scenario = fields.need("scenario");
    ScenarioFormat.Parts parts = ScenarioFormat.read(scenario);
    ScenarioDocument document =
        at.faults().isEmpty() ? JsonTree.document(scenario) : ScenarioDocument.NONE;
    Result result = ResultFormat.read(fields.need("result"));
    ObjectFields hashes = fields.need("hashes").fields("hashForm", "scenario", "dataset");
    if (result.certificate() == null && hashes.isObject()) {
      CertificateFormat.requireForm(hashes);
    }
    Dataset dataset = readDataset(fields.get("dataset"), parts.scenario());
    return new CertificateFile(
        result,
        parts.scenario(),
        parts.inline() != null ? parts.inline() : dataset,
        document,
        hashes.need("scenario").text(TextRules.LONGEST_ID, ""),
        hashes.need("dataset").text(TextRules.LONGEST_ID, ""));
  }

  private static @Nullable Dataset readDataset(JsonCursor at, Scenario scenario) {
    ObjectFields fields = at.fields("id", "title", "municipalities");
    if (!fields.isObject()) {
      return null;
    }
    JsonCursor idAt = fields.need("id");
    String id = DescriptionReader.datasetId(idAt);
    if (id != null && !id.equals(scenario.dataset())) {
      idAt.fault("is '" + id + "', not the dataset of the scenario", "" + scenario.dataset());
    }
    String title = fields.need("title").text(TextRules.LONGEST_NAME, "");
    DatasetBuilder builder = new DatasetBuilder(id == null ? "" : id, title);
    return FiguresFormat.read(
        fields.need("municipalities"), builder, FiguresFormat.Rules.free(false));
  }
}
