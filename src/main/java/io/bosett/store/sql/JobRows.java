package io.bosett.store.sql;

import io.bosett.model.Result;
import io.bosett.store.JobProgress;
import io.bosett.store.JobState;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The mapping of rows of the table {@code jobs} to records. */
final class JobRows {
  private static final String COLUMNS =
      """
      seq, id, caller, scenario_id, name, solver, topic, subject, request, scenario_content, dataset_content,
        dataset_id, scenario_hash, figures_hash, version, state, attempt, owner, stop_asked,
        progress_sequence, objective, bound, steps_done, steps_planned, elapsed, created_at, started_at, ended_at, status,
        summary, failure
      """;

  private static final String SELECT = "SELECT " + COLUMNS + "FROM jobs ";

  private static final NamedStatement BY_SEQ = select("WHERE seq = :seq");

  private JobRows() {}

  /** A row with its sequence number, which is the order of submission. */
  record Row(long seq, KeptJob job) {}

  /**
   * A query for whole rows, which {@link #read} reads, with the rest of the statement from WHERE
   * on.
   */
  static NamedStatement select(String rest) {
    return NamedStatement.of(SELECT + rest);
  }

  /** A change that gives the rows that it has changed, which {@link #read} reads. */
  static NamedStatement change(String update) {
    return NamedStatement.of(update + " RETURNING " + COLUMNS);
  }

  /** The row with a sequence number, which must exist. */
  static Row bySeq(Handle handle, long seq) {
    return BY_SEQ.on(handle).bind("seq", seq).one(JobRows::read);
  }

  /** Takes the columns in the order in which they are selected. */
  static Row read(ResultSet resultSet) throws SQLException {
    OrderedRow row = new OrderedRow(resultSet);
    return new Row(
        row.number(),
        new KeptJob(
            row.text(),
            row.text(),
            row.textOrNull(),
            row.text(),
            row.text(),
            new JobTask(row.textOrNull(), row.textOrNull(), row.textOrNull()),
            row.text(),
            row.textOrNull(),
            row.textOrNull(),
            row.text(),
            row.text(),
            row.text(),
            JobState.valueOf(row.text()),
            Math.toIntExact(row.number()),
            row.textOrNull(),
            row.number() != 0,
            progress(row),
            row.time(),
            row.timeOrNull(),
            row.timeOrNull(),
            status(row.textOrNull()),
            row.textOrNull(),
            row.textOrNull()));
  }

  private static JobProgress progress(OrderedRow row) throws SQLException {
    return new JobProgress(
        row.number(),
        row.numberOrNull(),
        row.numberOrNull(),
        row.number(),
        row.number(),
        row.number());
  }

  private static Result.@Nullable Status status(@Nullable String name) {
    return name == null ? null : Result.Status.valueOf(name);
  }
}
