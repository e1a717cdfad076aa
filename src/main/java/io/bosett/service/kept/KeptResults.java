package io.bosett.service.kept;

import io.bosett.documents.result.ResultJson;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.StoredDocument;
import java.util.Optional;

/**
 * The problems and results of stored allocations, read back from the store. An LRU cache keeps
 * recent problems: a few hundred, and no more than have documents of 32 MB or a 64th of the memory,
 * figures included, because a small document becomes objects of several times its size.
 * Thread-safe.
 */
public final class KeptResults {
  private static final long MOST_BYTES_IN_MEMORY =
      Math.min(32L << 20, Runtime.getRuntime().maxMemory() / 64);
  private static final int MOST_IN_MEMORY = 300;

  private final JobStore store;
  private final StoredDatasets datasets;
  private final LruCache<CompiledProblem> problems;

  /**
   * @param store that has the allocations
   * @param datasets that have their figures
   */
  public KeptResults(JobStore store, StoredDatasets datasets) {
    this(store, datasets, MOST_BYTES_IN_MEMORY);
  }

  /**
   * @param mostBytes limit on the documents of all cached problems
   */
  KeptResults(JobStore store, StoredDatasets datasets, long mostBytes) {
    this.store = store;
    this.datasets = datasets;
    problems = new LruCache<>(mostBytes, MOST_IN_MEMORY);
  }

  /**
   * The problem exactly as it was submitted, on the figures of that time, even when scenario or
   * dataset have changed since.
   *
   * @throws io.bosett.model.InvalidInputException when this version of the program refuses what an
   *     earlier one accepted
   * @throws IllegalStateException when the store lacks what the allocation refers to
   */
  public Problem problem(KeptJob allocation) {
    return compiled(allocation).problem();
  }

  /** The same, compiled. */
  public CompiledProblem compiled(KeptJob allocation) {
    String key = key(allocation);
    return problems.get(key).orElseGet(() -> compile(allocation, scenario(allocation), key));
  }

  /** The same, whose scenario was read from what is stored. */
  public CompiledProblem compiled(KeptJob allocation, ScenarioReading scenario) {
    String key = key(allocation);
    return problems.get(key).orElseGet(() -> compile(allocation, scenario, key));
  }

  private ScenarioReading scenario(KeptJob allocation) {
    return ScenarioFormat.read(
        store.scenario(allocation.id()).orElseThrow(() -> gone(allocation, "scenario")));
  }

  /**
   * The bytes of the documents that a problem is read and compiled from; 0 when it is in memory.
   * Figures in memory count too, for a program of many times their size is compiled from them.
   */
  public long length(KeptJob allocation) {
    if (problems.get(key(allocation)).isPresent()) {
      return 0;
    }
    String content = allocation.datasetContent();
    return scenarioLength(allocation) + (content == null ? 0 : datasets.length(content));
  }

  /** The bytes of the documents that are not in memory, where nothing is compiled. */
  public long lengthToRead(KeptJob allocation) {
    String content = allocation.datasetContent();
    return scenarioLength(allocation)
        + (content == null || datasets.isInMemory(content) ? 0 : datasets.length(content));
  }

  private long scenarioLength(KeptJob allocation) {
    return store.scenarioDocument(allocation.id()).map(StoredDocument::length).orElse(0);
  }

  private CompiledProblem compile(KeptJob allocation, ScenarioReading scenario, String key) {
    int length = scenario.document().utf8().length;
    String content = allocation.datasetContent();
    if (content == null) {
      return remembered(key, ScenarioLoader.compiled(scenario, datasets), length);
    }
    StoredDatasets.Figures figures = figures(allocation, content);
    CompiledProblem problem =
        ScenarioLoader.compiled(scenario, new SingleDatasetSource(figures.dataset()));
    // A cached problem keeps its figures alive, even when nothing else does.
    boolean shared = datasets.isOfProgram(figures);
    long weight = length + (shared ? 0L : figures.document().bytes().length);
    return remembered(key, problem, weight);
  }

  private CompiledProblem remembered(String key, CompiledProblem problem, long weight) {
    problems.put(key, problem, weight);
    return problem;
  }

  /** The dataset of an allocation whose scenario names one, on the figures of that time. */
  public Dataset dataset(KeptJob allocation) {
    String content = allocation.datasetContent();
    if (content == null) {
      throw new IllegalArgumentException("the scenario carries its figures itself");
    }
    return figures(allocation, content).dataset();
  }

  /** The cache key: equal hashes mean equal documents. */
  private static String key(KeptJob allocation) {
    return allocation.scenarioContent() + " " + allocation.datasetContent();
  }

  private StoredDatasets.Figures figures(KeptJob allocation, String content) {
    return datasets.kept(content).orElseThrow(() -> gone(allocation, "dataset"));
  }

  private static IllegalStateException gone(KeptJob allocation, String what) {
    return new IllegalStateException(
        "the " + what + " of allocation " + allocation.id() + " is not kept");
  }

  /** The result, if there is one. */
  public Optional<Result> result(String id) {
    return store.result(id).map(ResultJson::read);
  }
}
