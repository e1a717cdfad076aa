package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobState;
import io.bosett.store.JobStore.Filter;
import io.bosett.store.KeptJob;
import io.bosett.store.Page;
import io.bosett.store.StoredDocument;
import io.bosett.store.sql.JobRows.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The read queries on jobs of one kind and their documents. */
final class JobQueries {
  /** Limit on ids in one statement, well below what either database takes as parameters. */
  private static final int MOST_AT_ONCE = 500;

  private final Database database;
  private final JobKind kind;
  private final PageCursors cursors;

  JobQueries(Database database, JobKind kind) {
    this.database = database;
    this.kind = kind;
    cursors = new PageCursors(letter(kind));
  }

  private static String letter(JobKind kind) {
    return switch (kind) {
      case ALLOCATION -> "a";
      case ANALYSIS -> "y";
      case SWEEP -> "w";
    };
  }

  boolean isCursor(String cursor) {
    return cursors.isCursor(cursor);
  }

  Optional<KeptJob> find(String id) {
    return find(List.of(id)).stream().findFirst();
  }

  List<KeptJob> find(Collection<String> ids) {
    List<String> all = ids.stream().distinct().map(TextEscaping::in).toList();
    List<KeptJob> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
      found.addAll(
          database.read(
              handle ->
                  JobRows.select(handle, "WHERE kind = :kind AND id IN (<ids>)")
                      .bind("kind", kind.name())
                      .bindList("ids", some)
                      .mapTo(Row.class)
                      .map(Row::job)
                      .list()));
    }
    return found;
  }

  Page<KeptJob> page(Filter filter, int limit, @Nullable String cursor) {
    long before = cursors.before(cursor);
    Map<String, String> asked = asked(filter);
    StringBuilder where = new StringBuilder("WHERE kind = :kind AND seq < :before");
    asked.keySet().forEach(column -> where.append(" AND " + column + " = :" + column));
    where.append(" ORDER BY seq DESC LIMIT :limit");
    List<Row> rows =
        database.read(
            handle ->
                JobRows.select(handle, where.toString())
                    .bind("kind", kind.name())
                    .bind("before", before)
                    .bind("limit", limit + 1)
                    .bindMap(asked)
                    .mapTo(Row.class)
                    .list());
    return cursors.page(rows, limit, Row::seq, Row::job);
  }

  private static Map<String, String> asked(Filter filter) {
    Map<String, String> asked = new LinkedHashMap<>();
    if (filter.scenarioId() != null) {
      asked.put("scenario_id", TextEscaping.in(filter.scenarioId()));
    }
    if (filter.state() != null) {
      asked.put("state", filter.state().name());
    }
    if (filter.status() != null) {
      asked.put("status", filter.status().name());
    }
    if (filter.solver() != null) {
      asked.put("solver", TextEscaping.in(filter.solver()));
    }
    if (filter.topic() != null) {
      asked.put("topic", TextEscaping.in(filter.topic()));
    }
    if (filter.subject() != null) {
      asked.put("subject", TextEscaping.in(filter.subject()));
    }
    return asked;
  }

  Optional<byte[]> result(String id) {
    return outcome("result", id).map(Deflated::unpack);
  }

  Optional<StoredDocument> resultDocument(String id) {
    return outcome("result", id).map(Deflated::document);
  }

  /** Another form of a result, which is stored packed as a result is. */
  Optional<StoredDocument> rendering(String id, String name) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT content FROM renderings JOIN jobs ON seq = job"
                            + " WHERE id = :id AND kind = :kind AND renderings.name = :name")
                    .bind("id", TextEscaping.in(id))
                    .bind("kind", kind.name())
                    .bind("name", TextEscaping.in(name))
                    .mapTo(byte[].class)
                    .findOne())
        .map(Deflated::document);
  }

  /** The solver log; empty when no solver ran. */
  Optional<String> log(String id) {
    return outcome("log", id)
        .map(Deflated::unpackText)
        .or(() -> find(id).filter(found -> found.state().isEnded()).map(found -> ""));
  }

  private Optional<byte[]> outcome(String column, String id) {
    return packed(
        "SELECT "
            + column
            + " FROM outcomes JOIN jobs ON seq = job WHERE id = :id AND kind = :kind",
        id);
  }

  Optional<byte[]> scenario(String id) {
    return packedScenario(id).map(Deflated::unpack);
  }

  Optional<StoredDocument> scenarioDocument(String id) {
    return packedScenario(id).map(Deflated::document);
  }

  private Optional<byte[]> packedScenario(String id) {
    return packed(
        "SELECT packed FROM contents JOIN jobs ON hash = scenario_content"
            + " WHERE id = :id AND kind = :kind",
        id);
  }

  private Optional<byte[]> packed(String query, String id) {
    return database.read(
        handle ->
            handle
                .createQuery(query)
                .bind("id", TextEscaping.in(id))
                .bind("kind", kind.name())
                .map((row, c) -> Optional.ofNullable(row.getBytes(1)))
                .findOne()
                .flatMap(bytes -> bytes));
  }

  Map<JobState, Integer> counts() {
    Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      counts.put(state, 0);
    }
    database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT state, COUNT(*) AS n FROM jobs WHERE kind = :kind GROUP BY state")
                .bind("kind", kind.name())
                .map((row, c) -> counts.put(JobState.valueOf(row.getString(1)), row.getInt(2)))
                .list());
    return counts;
  }
}
