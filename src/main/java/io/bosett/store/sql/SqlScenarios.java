package io.bosett.store.sql;

import io.bosett.store.Content;
import io.bosett.store.KeptScenario;
import io.bosett.store.Page;
import io.bosett.store.ScenarioStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The scenario store in SQL. */
final class SqlScenarios implements ScenarioStore {
  private static final PageCursors CURSORS = new PageCursors("s");
  private static final String SELECT =
      "SELECT seq, id, name, content, created_at, changed_at FROM scenarios ";
  private static final String WITH_ID = SELECT + "WHERE id = :id";
  private static final NamedStatement BY_ID = NamedStatement.of(WITH_ID);
  private static final NamedStatement PAGE =
      NamedStatement.of(SELECT + "WHERE seq < :before ORDER BY seq DESC LIMIT :limit");
  private static final NamedStatement PACKED =
      NamedStatement.of(
          "SELECT packed FROM contents JOIN scenarios ON hash = content WHERE id = :id");
  private static final NamedStatement DELETE =
      NamedStatement.of("DELETE FROM scenarios WHERE id = :id");
  private static final NamedStatement INSERT =
      NamedStatement.of(
          """
      INSERT INTO scenarios (id, name, content, created_at, changed_at)
      VALUES (:id, :name, :content, :now, :now)
      """);
  private static final NamedStatement UPDATE =
      NamedStatement.of(
          """
      UPDATE scenarios SET name = :name, content = :content, changed_at = :now WHERE id = :id
      """);

  private final Database database;
  private final ContentBlobs contentBlobs;
  private final Clock clock;
  private final NamedStatement lock;

  SqlScenarios(Database database, ContentBlobs contentBlobs, Clock clock) {
    this.database = database;
    this.contentBlobs = contentBlobs;
    this.clock = clock;
    this.lock = NamedStatement.of(WITH_ID + database.dialect().forUpdate());
  }

  private record Row(long seq, KeptScenario scenario) {}

  @Override
  public KeptScenario create(String id, String name, Content document) {
    ContentBlobs.Arriving arriving = contentBlobs.arriving(document);
    return database.write(
        handle -> {
          arriving.keep(handle);
          return write(handle, INSERT, TextEscaping.id(id), name, document);
        });
  }

  private KeptScenario write(
      Handle handle, NamedStatement statement, String id, String name, Content document) {
    statement
        .on(handle)
        .bind("id", id)
        .bind("name", TextEscaping.in(name))
        .bind("content", document.hash())
        .bind("now", clock.millis())
        .update();
    return select(handle, BY_ID, id).orElseThrow();
  }

  @Override
  public Optional<KeptScenario> find(String id) {
    return database.read(handle -> select(handle, BY_ID, TextEscaping.in(id)));
  }

  private static Optional<KeptScenario> select(Handle handle, NamedStatement query, String id) {
    return query.on(handle).bind("id", id).find(SqlScenarios::read).map(Row::scenario);
  }

  private static Row read(ResultSet resultSet) throws SQLException {
    OrderedRow row = new OrderedRow(resultSet);
    return new Row(
        row.number(), new KeptScenario(row.text(), row.text(), row.text(), row.time(), row.time()));
  }

  @Override
  public Optional<byte[]> document(String id) {
    return contentBlobs.unpacked(
        handle -> PACKED.on(handle).bind("id", TextEscaping.in(id)).find(row -> row.getBytes(1)));
  }

  @Override
  public boolean isCursor(String cursor) {
    return CURSORS.isCursor(cursor);
  }

  @Override
  public Page<KeptScenario> page(int limit, @Nullable String cursor) {
    long before = CURSORS.before(cursor);
    List<Row> rows =
        database.read(
            handle ->
                PAGE.on(handle)
                    .bind("before", before)
                    .bind("limit", limit + 1)
                    .list(SqlScenarios::read));
    return CURSORS.page(rows, limit, Row::seq, Row::scenario);
  }

  @Override
  public Change replace(String id, String expectedHash, String name, Content document) {
    ContentBlobs.Arriving arriving = contentBlobs.arriving(document);
    return change(
        id,
        expectedHash,
        (handle, old) -> {
          arriving.keep(handle);
          KeptScenario changed = write(handle, UPDATE, TextEscaping.in(id), name, document);
          ContentBlobs.sweep(handle, old.contentHash());
          return changed;
        });
  }

  @Override
  public Change delete(String id, String expectedHash) {
    Change deleted =
        change(
            id,
            expectedHash,
            (handle, old) -> {
              DELETE.on(handle).bind("id", TextEscaping.in(id)).update();
              ContentBlobs.sweep(handle, old.contentHash());
              return old;
            });
    if (deleted instanceof Change.Made) {
      database.shrink();
    }
    return deleted;
  }

  /** A change of a scenario that is locked and in the expected version. */
  private interface Edit {
    KeptScenario make(Handle handle, KeptScenario old);
  }

  private Change change(String id, String expectedHash, Edit edit) {
    return database.write(
        handle -> {
          Optional<KeptScenario> old = select(handle, lock, TextEscaping.in(id));
          if (old.isEmpty()) {
            return new Change.NotFound();
          }
          return old.get().contentHash().equals(expectedHash)
              ? new Change.Made(edit.make(handle, old.get()))
              : new Change.Stale(old.get().contentHash());
        });
  }
}
