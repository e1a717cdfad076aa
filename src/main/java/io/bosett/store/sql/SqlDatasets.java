package io.bosett.store.sql;

import io.bosett.store.Content;
import io.bosett.store.DatasetStore;
import io.bosett.store.DatasetVersion;
import io.bosett.store.StoredDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The dataset store in SQL: one row for each dataset, its newest version. Written in turn, for two
 * concurrent uploads of a new dataset find no row that they could lock.
 */
final class SqlDatasets implements DatasetStore {
  private static final String SELECT =
      "SELECT id, version, content, figures_hash, uploaded_at FROM datasets";
  private static final NamedStatement ALL = NamedStatement.of(SELECT);
  private static final NamedStatement BY_ID = NamedStatement.of(SELECT + " WHERE id = :id");
  private static final NamedStatement PUT =
      NamedStatement.of(
          """
      INSERT INTO datasets (id, version, content, figures_hash, uploaded_at)
      VALUES (:id, :version, :content, :figuresHash, :now)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, content = excluded.content,
        figures_hash = excluded.figures_hash, uploaded_at = excluded.uploaded_at
      """);

  private final Database database;
  private final ContentBlobs contentBlobs;
  private final Clock clock;

  SqlDatasets(Database database, ContentBlobs contentBlobs, Clock clock) {
    this.database = database;
    this.contentBlobs = contentBlobs;
    this.clock = clock;
  }

  @Override
  public Put put(String id, Content content, String figuresHash) {
    ContentBlobs.Arriving arriving = contentBlobs.arriving(content);
    return database.writeInTurn(
        handle -> {
          Optional<DatasetVersion> old = select(handle, TextEscaping.id(id));
          if (old.isPresent() && old.get().contentHash().equals(content.hash())) {
            return new Put(old.get(), false);
          }
          return new Put(next(handle, id, old, arriving, content, figuresHash), old.isEmpty());
        });
  }

  @Override
  public Optional<DatasetVersion> replace(
      String id, int version, Content content, String figuresHash) {
    ContentBlobs.Arriving arriving = contentBlobs.arriving(content);
    return database.writeInTurn(
        handle -> {
          Optional<DatasetVersion> old = select(handle, TextEscaping.id(id));
          if (old.isEmpty() || old.get().version() != version) {
            return Optional.<DatasetVersion>empty();
          }
          return old.get().contentHash().equals(content.hash())
              ? old
              : Optional.of(next(handle, id, old, arriving, content, figuresHash));
        });
  }

  private DatasetVersion next(
      Handle handle,
      String id,
      Optional<DatasetVersion> old,
      ContentBlobs.Arriving arriving,
      Content content,
      String figuresHash) {
    arriving.keep(handle);
    put(handle, id, old.map(DatasetVersion::version).orElse(0) + 1, content, figuresHash);
    old.ifPresent(version -> ContentBlobs.sweep(handle, version.contentHash()));
    return select(handle, TextEscaping.in(id)).orElseThrow();
  }

  private void put(Handle handle, String id, int version, Content content, String figuresHash) {
    PUT.on(handle)
        .bind("id", TextEscaping.in(id))
        .bind("version", version)
        .bind("content", content.hash())
        .bind("figuresHash", TextEscaping.in(figuresHash))
        .bind("now", clock.millis())
        .update();
  }

  @Override
  public Optional<DatasetVersion> newest(String id) {
    return database.read(handle -> select(handle, TextEscaping.in(id)));
  }

  private static Optional<DatasetVersion> select(Handle handle, String id) {
    return BY_ID.on(handle).bind("id", id).find(SqlDatasets::read);
  }

  private static DatasetVersion read(ResultSet resultSet) throws SQLException {
    OrderedRow row = new OrderedRow(resultSet);
    return new DatasetVersion(
        row.text(), Math.toIntExact(row.number()), row.text(), row.text(), row.time());
  }

  @Override
  public List<DatasetVersion> all() {
    return database.read(handle -> ALL.on(handle).list(SqlDatasets::read)).stream()
        .sorted(Comparator.comparing(DatasetVersion::id))
        .toList();
  }

  @Override
  public Optional<byte[]> content(String hash) {
    return contentBlobs.find(hash);
  }

  @Override
  public Optional<StoredDocument> document(String hash) {
    return contentBlobs.packed(hash).map(Deflated::document);
  }
}
