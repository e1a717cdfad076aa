package io.bosett.store.sql;

import io.bosett.store.JobProgress;
import io.bosett.store.Outcome;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The outcome of a job with its documents compressed, outside of any transaction. */
final class PackedOutcome {
  private static final NamedStatement KEEP =
      NamedStatement.of("INSERT INTO outcomes (job, result, log) VALUES (:seq, :result, :log)");
  private static final NamedStatement KEEP_RENDERING =
      NamedStatement.of(
          "INSERT INTO renderings (job, name, content) VALUES (:seq, :name, :content)");

  private final Outcome outcome;
  private final byte @Nullable [] result;
  private final byte[] log;
  private final Map<String, byte[]> renderings;

  private PackedOutcome(Outcome outcome) {
    this.outcome = outcome;
    result = outcome.result() == null ? null : Deflated.pack(outcome.result());
    log = Deflated.packText(outcome.log());
    renderings = new TreeMap<>(outcome.renderings());
    renderings.replaceAll((name, content) -> Deflated.pack(content));
  }

  /**
   * Compresses an outcome.
   *
   * @throws IllegalArgumentException when its state is not a final one
   */
  static PackedOutcome of(Outcome outcome) {
    if (!outcome.state().isEnded()) {
      throw new IllegalArgumentException(outcome.state() + " is no way to end");
    }
    return new PackedOutcome(outcome);
  }

  Outcome outcome() {
    return outcome;
  }

  /** Binds what the row of its job has of it. */
  void bind(BoundStatement statement) {
    bindProgress(statement, outcome.progress());
    statement
        .bind("state", outcome.state().name())
        .bind("status", outcome.status() == null ? null : outcome.status().name())
        .bind("summary", TextEscaping.inOrNull(outcome.summary()))
        .bind("failure", TextEscaping.inOrNull(outcome.failure()))
        .bind("version", TextEscaping.in(outcome.version()));
  }

  static void bindProgress(BoundStatement statement, JobProgress progress) {
    statement
        .bind("sequence", progress.sequence())
        .bind("objective", progress.objective())
        .bind("bound", progress.bound())
        .bind("done", progress.done())
        .bind("planned", progress.planned())
        .bind("elapsed", progress.elapsedMillis());
  }

  /**
   * Stores its documents.
   *
   * @param seq of the row of its job
   */
  void keep(Handle handle, long seq) {
    KEEP.on(handle).bind("seq", seq).bind("result", result).bind("log", log).update();
    renderings.forEach(
        (name, content) ->
            KEEP_RENDERING
                .on(handle)
                .bind("seq", seq)
                .bind("name", TextEscaping.in(name))
                .bind("content", content)
                .update());
  }
}
