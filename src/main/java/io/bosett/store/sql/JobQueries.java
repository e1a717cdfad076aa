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
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The read queries on jobs of one kind and their documents. */
final class JobQueries {
  /** Limit on ids in one statement, well below what either database takes as parameters. */
  private static final int MOST_AT_ONCE = 500;

  private static final NamedStatement BY_ID = JobRows.select("WHERE kind = :kind AND id = :id");
  private static final NamedStatement RESULT = outcome("result");
  private static final NamedStatement LOG = outcome("log");
  private static final NamedStatement SCENARIO =
      NamedStatement.of(
          "SELECT packed FROM contents JOIN jobs ON hash = scenario_content"
              + " WHERE id = :id AND kind = :kind");
  private static final NamedStatement RENDERING =
      NamedStatement.of(
          "SELECT content FROM renderings JOIN jobs ON seq = job"
              + " WHERE id = :id AND kind = :kind AND renderings.name = :name");
  private static final NamedStatement COUNTS =
      NamedStatement.of("SELECT state, COUNT(*) AS n FROM jobs WHERE kind = :kind GROUP BY state");

  private final Database database;
  private final JobKind kind;
  private final PageCursors cursors;

  JobQueries(Database database, JobKind kind) {
    this.database = database;
    this.kind = kind;
    cursors = new PageCursors(letter(kind));
  }

  private static NamedStatement outcome(String column) {
    return NamedStatement.of(
        "SELECT "
            + column
            + " FROM outcomes JOIN jobs ON seq = job WHERE id = :id AND kind = :kind");
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
    return database.read(
        handle ->
            BY_ID
                .on(handle)
                .bind("kind", kind.name())
                .bind("id", TextEscaping.in(id))
                .find(JobRows::read)
                .map(Row::job));
  }

  List<KeptJob> find(Collection<String> ids) {
    List<String> all = ids.stream().distinct().map(TextEscaping::in).toList();
    List<KeptJob> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
      database.read(handle -> some(handle, some)).forEach(row -> found.add(row.job()));
    }
    return found;
  }

  private List<Row> some(Handle handle, List<String> ids) {
    List<String> names = IntStream.range(0, ids.size()).mapToObj(i -> "id" + i).toList();
    String list = ":" + String.join(", :", names);
    BoundStatement query =
        JobRows.select("WHERE kind = :kind AND id IN (" + list + ")")
            .on(handle)
            .bind("kind", kind.name());
    for (int i = 0; i < ids.size(); i++) {
      query.bind(names.get(i), ids.get(i));
    }
    return query.list(JobRows::read);
  }

  Page<KeptJob> page(Filter filter, int limit, @Nullable String cursor) {
    long before = cursors.before(cursor);
    Map<String, String> asked = asked(filter);
    StringBuilder where = new StringBuilder("WHERE kind = :kind AND seq < :before");
    asked.keySet().forEach(column -> where.append(" AND " + column + " = :" + column));
    where.append(" ORDER BY seq DESC LIMIT :limit");
    NamedStatement select = JobRows.select(where.toString());
    List<Row> rows =
        database.read(
            handle -> {
              BoundStatement query =
                  select
                      .on(handle)
                      .bind("kind", kind.name())
                      .bind("before", before)
                      .bind("limit", limit + 1);
              asked.forEach(query::bind);
              return query.list(JobRows::read);
            });
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
    return packed(RESULT, id).map(Deflated::unpack);
  }

  Optional<StoredDocument> resultDocument(String id) {
    return packed(RESULT, id).map(Deflated::document);
  }

  /** Another form of a result, which is stored packed as a result is. */
  Optional<StoredDocument> rendering(String id, String name) {
    return database
        .read(
            handle ->
                RENDERING
                    .on(handle)
                    .bind("id", TextEscaping.in(id))
                    .bind("kind", kind.name())
                    .bind("name", TextEscaping.in(name))
                    .find(row -> row.getBytes(1)))
        .map(Deflated::document);
  }

  /** The solver log; empty when no solver ran. */
  Optional<String> log(String id) {
    return packed(LOG, id)
        .map(Deflated::unpackText)
        .or(() -> find(id).filter(found -> found.state().isEnded()).map(found -> ""));
  }

  Optional<byte[]> scenario(String id) {
    return packed(SCENARIO, id).map(Deflated::unpack);
  }

  Optional<StoredDocument> scenarioDocument(String id) {
    return packed(SCENARIO, id).map(Deflated::document);
  }

  private Optional<byte[]> packed(NamedStatement query, String id) {
    return database.read(
        handle ->
            query
                .on(handle)
                .bind("id", TextEscaping.in(id))
                .bind("kind", kind.name())
                .find(row -> row.getBytes(1)));
  }

  Map<JobState, Integer> counts() {
    Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      counts.put(state, 0);
    }
    database.read(
        handle ->
            COUNTS
                .on(handle)
                .bind("kind", kind.name())
                .list(row -> counts.put(JobState.valueOf(row.getString(1)), row.getInt(2))));
    return counts;
  }
}
