package io.bosett.store.sql;

import io.bosett.store.AllocationStore.Filter;
import io.bosett.store.JobState;
import io.bosett.store.KeptAllocation;
import io.bosett.store.Page;
import io.bosett.store.StoredDocument;
import io.bosett.store.sql.AllocationRows.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The read queries on allocations and their documents. */
final class AllocationQueries {
  /** Limit on ids in one statement, well below what either database takes as parameters. */
  private static final int MOST_AT_ONCE = 500;

  private static final PageCursors CURSORS = new PageCursors("a");

  private final Database database;

  AllocationQueries(Database database) {
    this.database = database;
  }

  Optional<KeptAllocation> find(String id) {
    return find(List.of(id)).stream().findFirst();
  }

  List<KeptAllocation> find(Collection<String> ids) {
    List<String> all = ids.stream().distinct().map(TextEscaping::in).toList();
    List<KeptAllocation> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
      found.addAll(
          database.read(
              handle ->
                  AllocationRows.select(handle, "WHERE id IN (<ids>)")
                      .bindList("ids", some)
                      .mapTo(Row.class)
                      .map(Row::allocation)
                      .list()));
    }
    return found;
  }

  Page<KeptAllocation> page(Filter filter, int limit, @Nullable String cursor) {
    long before = CURSORS.before(cursor);
    Map<String, String> asked = asked(filter);
    StringBuilder where = new StringBuilder("WHERE seq < :before");
    asked.keySet().forEach(column -> where.append(" AND " + column + " = :" + column));
    where.append(" ORDER BY seq DESC LIMIT :limit");
    List<Row> rows =
        database.read(
            handle ->
                AllocationRows.select(handle, where.toString())
                    .bind("before", before)
                    .bind("limit", limit + 1)
                    .bindMap(asked)
                    .mapTo(Row.class)
                    .list());
    return CURSORS.page(rows, limit, Row::seq, Row::allocation);
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
    return asked;
  }

  Optional<byte[]> result(String id) {
    return outcome("result", id).map(Deflated::unpack);
  }

  Optional<StoredDocument> resultDocument(String id) {
    return outcome("result", id).map(Deflated::document);
  }

  /** The solver log; empty when no solver ran. */
  Optional<String> log(String id) {
    return outcome("log", id)
        .map(Deflated::unpackText)
        .or(() -> find(id).filter(found -> found.state().isEnded()).map(found -> ""));
  }

  private Optional<byte[]> outcome(String column, String id) {
    return packed(
        "SELECT " + column + " FROM outcomes JOIN allocations ON seq = allocation WHERE id = :id",
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
        "SELECT packed FROM contents JOIN allocations ON hash = scenario_content WHERE id = :id",
        id);
  }

  private Optional<byte[]> packed(String query, String id) {
    return database.read(
        handle ->
            handle
                .createQuery(query)
                .bind("id", TextEscaping.in(id))
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
                .createQuery("SELECT state, COUNT(*) AS n FROM allocations GROUP BY state")
                .map((row, c) -> counts.put(JobState.valueOf(row.getString(1)), row.getInt(2)))
                .list());
    return counts;
  }
}
