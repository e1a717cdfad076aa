package io.bosett.service.kept;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.result.ExplanationJson;
import io.bosett.documents.text.Language;
import io.bosett.model.Result;
import io.bosett.service.ExplainUseCase;
import io.bosett.service.ExplainUseCase.Timely;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.KeptJob;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

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
   *
   * @param language of its words
   */
  public Optional<byte[]> whole(KeptJob allocation, Language language) {
    String key = allocation.id() + " " + language;
    return documents
        .get(key)
        .or(() -> answers.result(allocation.id()).map(r -> explain(allocation, r, language, key)));
  }

  private byte[] explain(KeptJob allocation, Result result, Language language, String key) {
    CompiledProblem problem = answers.compiled(allocation);
    var explained = ExplainUseCase.explain(problem, result, budget);
    return document(key, explained, out -> ExplanationJson.write(out, explained.value(), language));
  }

  /**
   * The explanation of one municipality; empty when there is no answer or no such municipality.
   *
   * @param language of its words
   */
  public Optional<byte[]> of(KeptJob allocation, String municipality, Language language) {
    String key = allocation.id() + " " + municipality + " " + language;
    return documents.get(key).or(() -> explained(allocation, municipality, language, key));
  }

  private Optional<byte[]> explained(
      KeptJob allocation, String municipality, Language language, String key) {
    Optional<Result> result = answers.result(allocation.id());
    if (result.isEmpty()) {
      return Optional.empty();
    }
    CompiledProblem problem = answers.compiled(allocation);
    if (problem.problem().dataset().position(municipality) < 0) {
      return Optional.empty();
    }
    var explained = ExplainUseCase.explain(problem, result.get(), municipality, budget);
    return Optional.of(
        document(key, explained, out -> ExplanationJson.write(out, explained.value(), language)));
  }

  private byte[] document(String key, Timely<?> explained, Consumer<JsonWriter> writer) {
    byte[] document = JsonWriter.bytes(writer);
    if (explained.complete()) {
      documents.put(key, document, document.length);
    }
    return document;
  }
}
