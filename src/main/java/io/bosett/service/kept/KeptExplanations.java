package io.bosett.service.kept;

import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.result.ExplanationJson;
import io.bosett.documents.text.Language;
import io.bosett.model.Result;
import io.bosett.service.ExplainUseCase;
import io.bosett.service.ExplainUseCase.Timely;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.KeptAllocation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explanations of stored answers, as JSON documents. They are deterministic, so an LRU cache keeps
 * the recent ones; an explanation that the time budget cut short is not cached.
 */
public final class KeptExplanations {
  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST = 1_000;

  private final KeptResults answers;
  private final Duration budget;
  private final LruCache<byte[]> documents = new LruCache<>(MOST_BYTES, MOST);

  /**
   * @param answers that are explained
   * @param budget wall time of all solves of one explanation together
   */
  public KeptExplanations(KeptResults answers, Duration budget) {
    this.answers = answers;
    this.budget = budget;
  }

  /**
   * The explanation of a whole answer; empty when there is no answer. Takes little more than the
   * budget.
   */
  public Optional<byte[]> whole(KeptAllocation allocation) {
    String key = allocation.id();
    return documents.get(key).or(() -> answers.result(key).map(r -> explain(allocation, r)));
  }

  private byte[] explain(KeptAllocation allocation, Result result) {
    CompiledProblem problem = answers.compiled(allocation);
    var explained = ExplainUseCase.explain(problem, result, budget);
    return document(
        allocation.id(), explained, out -> ExplanationJson.write(out, explained.value()));
  }

  /**
   * The explanation of one municipality; empty when there is no answer or no such municipality.
   *
   * @param language of its words, or null for the plain English of the command line
   */
  public Optional<byte[]> of(
      KeptAllocation allocation, String municipality, @Nullable Language language) {
    String key = allocation.id() + " " + municipality + " " + language;
    return documents.get(key).or(() -> explained(allocation, municipality, language, key));
  }

  private Optional<byte[]> explained(
      KeptAllocation allocation, String municipality, @Nullable Language language, String key) {
    Optional<Result> result = answers.result(allocation.id());
    if (result.isEmpty()) {
      return Optional.empty();
    }
    CompiledProblem problem = answers.compiled(allocation);
    if (problem.problem().dataset().position(municipality) < 0) {
      return Optional.empty();
    }
    var explained = ExplainUseCase.explain(problem, result.get(), municipality, budget);
    return Optional.of(document(key, explained, out -> write(out, explained.value(), language)));
  }

  private static void write(
      JsonWriter out, MunicipalityExplanation explanation, @Nullable Language language) {
    if (language == null) {
      ExplanationJson.write(out, explanation);
    } else {
      ExplanationJson.write(out, explanation, language);
    }
  }

  private byte[] document(String key, Timely<?> explained, Consumer<JsonWriter> writer) {
    byte[] document = JsonWriter.bytes(writer);
    if (explained.complete()) {
      documents.put(key, document, document.length);
    }
    return document;
  }
}
