package io.bosett.service.kept;

import io.bosett.documents.result.ResultJson;
import io.bosett.documents.result.ResultSummary;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.store.Content;
import io.bosett.store.JobProgress;
import io.bosett.store.JobState;
import io.bosett.store.JobTask;
import io.bosett.store.NewJob;
import io.bosett.store.Outcome;
import io.bosett.store.Store;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The import of documents given to {@code bosett open}: stores a scenario, or a result that was
 * computed elsewhere as an allocation that has ended. Ids are derived from the content, so that
 * opening a document again adds no second copy.
 */
public final class OpenedDocuments {
  private static final String OPENER = "open";
  private static final int LONGEST_ID = 22;
  private static final long LEASE_MILLIS = 60_000;

  private final Store store;
  private final StoredDatasets figures;
  private final String version;

  /**
   * @param store before a service runs on it
   * @param version of the program
   */
  public OpenedDocuments(Store store, String version) {
    this.store = store;
    this.version = version;
    figures = new StoredDatasets(store.datasets());
  }

  /** Stores a scenario; its id. */
  public String scenario(Problem problem) {
    keepDataset(problem);
    Content content = Content.of(problem.document().utf8());
    String id = content.hash().substring(0, LONGEST_ID);
    if (store.scenarios().find(id).isEmpty()) {
      store.scenarios().create(id, problem.scenario().name(), content);
    }
    return id;
  }

  /** Stores an answer, which has been checked; its allocation's id. */
  public String answer(Problem problem, Result result) {
    keepDataset(problem);
    byte[] document = document(result);
    String id = id(problem, document);
    if (store.allocations().find(id).isEmpty()) {
      var claim = new NewJob.Claim(OPENER, LEASE_MILLIS, Instant.now());
      NewJob opened = allocation(id, problem, result, claim);
      store.allocations().submitEnded(opened, outcome(result, document));
    }
    return id;
  }

  /** The scenario counts by its hash, for in a certificate it is written otherwise. */
  private static String id(Problem problem, byte[] result) {
    String both = problem.scenarioHash() + Content.of(result).hash();
    byte[] bytes = both.getBytes(StandardCharsets.US_ASCII);
    return Content.of(bytes).hash().substring(0, LONGEST_ID);
  }

  private NewJob allocation(String id, Problem problem, Result result, NewJob.Claim claim) {
    @Nullable String dataset = problem.scenario().dataset();
    return new NewJob(
        id,
        OPENER,
        null,
        null,
        problem.scenario().name(),
        result.solver().name(),
        JobTask.NONE,
        Content.of(problem.document().utf8()),
        dataset == null ? null : content(dataset, problem.dataset()),
        dataset,
        problem.scenarioHash(),
        problem.datasetHash(),
        version,
        claim);
  }

  /** The document of the dataset that is stored when it has the same figures, else a new one. */
  private Content content(String id, Dataset dataset) {
    return figures
        .find(id)
        .filter(one -> one.dataset().contentHash().equals(dataset.contentHash()))
        .orElseGet(() -> StoredDatasets.Figures.of(dataset))
        .document();
  }

  private Outcome outcome(Result result, byte[] document) {
    long millis = Math.round(result.solver().seconds() * 1000);
    return new Outcome(
        JobState.SUCCEEDED,
        result.status(),
        document,
        ResultSummary.json(result),
        null,
        "opened from a file, and confirmed by the checker\n",
        new JobProgress(1, result.objective(), result.bound(), millis),
        version);
  }

  private static byte[] document(Result result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResultJson.write(result, bytes);
    return bytes.toByteArray();
  }

  /** Figures of a dataset that the store does not know come with the document. */
  private void keepDataset(Problem problem) {
    @Nullable String id = problem.scenario().dataset();
    if (id != null && !figures.isShipped(id)) {
      figures.put(id, problem.dataset());
    }
  }
}
