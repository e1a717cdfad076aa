package io.bosett.store.sql;

import io.bosett.store.KeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The API key store in SQL. */
final class SqlKeys implements KeyStore {
  private static final String SELECT = "SELECT id, name, role, hash, created_at FROM access_keys ";
  private static final String INSERT =
      """
      INSERT INTO access_keys (id, name_hash, name, role, hash, created_at)
      VALUES (:id, :nameHash, :name, :role, :hash, :createdAt)
      ON CONFLICT DO NOTHING
      """;

  private final Database database;

  SqlKeys(Database database) {
    this.database = database;
  }

  @Override
  public void add(KeptKey key) {
    int added =
        database.write(
            handle ->
                handle
                    .createUpdate(INSERT)
                    .bind("id", TextEscaping.id(key.id()))
                    .bind("nameHash", TextEscaping.hash(key.name()))
                    .bind("name", TextEscaping.in(key.name()))
                    .bind("role", key.role().name())
                    .bind("hash", TextEscaping.in(key.hash()))
                    .bind("createdAt", key.createdAt().toEpochMilli())
                    .execute());
    if (added == 0) {
      throw new IllegalArgumentException("there is a key '" + key.name() + "' already");
    }
  }

  @Override
  public Optional<KeptKey> find(String id) {
    return database.read(
        handle ->
            query(handle, "WHERE id = :id")
                .bind("id", TextEscaping.in(id))
                .mapTo(KeptKey.class)
                .findOne());
  }

  @Override
  public List<KeptKey> all() {
    return database.read(handle -> query(handle, "").mapTo(KeptKey.class).list()).stream()
        .sorted(Comparator.comparing(KeptKey::name))
        .toList();
  }

  @Override
  public boolean revoke(String id) {
    return database.write(
        handle ->
            handle
                    .createUpdate("DELETE FROM access_keys WHERE id = :id")
                    .bind("id", TextEscaping.in(id))
                    .execute()
                == 1);
  }

  private static Query query(Handle handle, String rest) {
    return handle
        .createQuery(SELECT + rest)
        .registerRowMapper(KeptKey.class, (row, c) -> read(row));
  }

  private static KeptKey read(ResultSet resultSet) throws SQLException {
    ResultRow row = new ResultRow(resultSet);
    return new KeptKey(
        row.text("id"),
        row.text("name"),
        Role.valueOf(row.text("role")),
        row.text("hash"),
        row.time("created_at"));
  }
}
