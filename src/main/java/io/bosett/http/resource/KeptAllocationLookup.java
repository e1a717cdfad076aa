package io.bosett.http.resource;

import io.bosett.documents.result.ResultJson;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.service.jobs.JobQueue;
import io.bosett.service.kept.KeptResults;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.StoredDocument;
import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the allocation that a path names and what the store keeps of it. */
public final class KeptAllocationLookup {
  /** A document with what is made of it: text, tree and objects, not all at once. */
  private static final long BYTES_A_BYTE = 14;

  private static final long LEAST = 1 << 16;

  private final JobQueue jobs;
  private final JobStore store;
  private final KeptResults results;

  public KeptAllocationLookup(JobQueue jobs, JobStore store, KeptResults results) {
    this.jobs = jobs;
    this.store = store;
    this.results = results;
  }

  /** The allocation; throws 404 when there is none. */
  KeptJob allocation(Context ctx) {
    return allocation(ctx.pathParam("allocation"));
  }

  KeptJob allocation(String id) {
    return jobs.find(id).orElseThrow(() -> AllocationsResource.notFound(id));
  }

  /** The stored result document; throws a problem when there is none, or none yet. */
  StoredDocument document(KeptJob allocation) {
    return store
        .resultDocument(allocation.id())
        .orElseThrow(() -> ProblemTypes.noResult(allocation.state()).exception());
  }

  /**
   * An estimate of the memory in which an answer about an allocation is made, in bytes, from the
   * sizes of what is stored of it; throws a problem when there is no result, or none yet.
   */
  long weight(KeptJob allocation) {
    return BYTES_A_BYTE * document(allocation).length() + weightOfProblem(allocation);
  }

  /** The same where no result is needed. */
  long weightOfProblem(KeptJob allocation) {
    return LEAST + BYTES_A_BYTE * results.length(allocation);
  }

  /** The same where documents are only copied. */
  long weightOfDocuments(KeptJob allocation) {
    return LEAST + BYTES_A_BYTE * results.lengthToRead(allocation);
  }

  Result result(KeptJob allocation) {
    byte[] document =
        store
            .result(allocation.id())
            .orElseThrow(() -> ProblemTypes.noResult(allocation.state()).exception());
    return ours(() -> ResultJson.read(document));
  }

  /** The scenario document as submitted. */
  byte[] scenario(KeptJob allocation) {
    return store
        .scenario(allocation.id())
        .orElseThrow(() -> AllocationsResource.notFound(allocation.id()));
  }

  /** The dataset that the scenario names; null when it carries its figures itself. */
  @Nullable Dataset figures(KeptJob allocation) {
    return allocation.datasetContent() == null ? null : results.dataset(allocation);
  }

  /** The problem as submitted, on the figures of that time. */
  Problem problem(KeptJob allocation) {
    return compiled(allocation).problem();
  }

  /** The same, whose scenario was read from what is stored. */
  Problem problem(KeptJob allocation, ScenarioReading scenario) {
    return ours(() -> results.compiled(allocation, scenario)).problem();
  }

  /** The same, compiled. */
  CompiledProblem compiled(KeptJob allocation) {
    return ours(() -> results.compiled(allocation));
  }

  /**
   * Reads a stored document. An error in it is a defect of the service (500) rather than bad input,
   * except for a result that an earlier version wrote.
   */
  public static <T> T ours(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      if (ResultJson.isOfEarlierVersion(e)) {
        throw ProblemTypes.earlierVersion(e).exception();
      }
      throw new IllegalStateException("what is kept cannot be read", e);
    }
  }
}
