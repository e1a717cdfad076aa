package io.bosett.store.sql;

import io.bosett.store.KeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The API key store in SQL. */
final class SqlKeys implements KeyStore {
  private static final String SELECT = "SELECT id, name, role, hash, created_at FROM access_keys";
  private static final NamedStatement ALL = NamedStatement.of(SELECT);
  private static final NamedStatement BY_ID = NamedStatement.of(SELECT + " WHERE id = :id");
  private static final NamedStatement DELETE =
      NamedStatement.of("DELETE FROM access_keys WHERE id = :id");
  private static final NamedStatement INSERT =
      NamedStatement.of(
          """
      INSERT INTO access_keys (id, name_hash, name, role, hash, created_at)
      VALUES (:id, :nameHash, :name, :role, :hash, :createdAt)
      ON CONFLICT DO NOTHING
      """);

  private final Database database;

  SqlKeys(Database database) {
    this.database = database;
  }

  @Override
  public void add(KeptKey key) {
    int added =
        database.write(
            handle ->
                INSERT
                    .on(handle)
                    .bind("id", TextEscaping.id(key.id()))
                    .bind("nameHash", TextEscaping.hash(key.name()))
                    .bind("name", TextEscaping.in(key.name()))
                    .bind("role", key.role().name())
                    .bind("hash", TextEscaping.in(key.hash()))
                    .bind("createdAt", key.createdAt().toEpochMilli())
                    .update());
    if (added == 0) {
      throw new IllegalArgumentException("there is a key '" + key.name() + "' already");
    }
  }

  @Override
  public Optional<KeptKey> find(String id) {
    return database.read(
        handle -> BY_ID.on(handle).bind("id", TextEscaping.in(id)).find(SqlKeys::read));
  }

  @Override
  public List<KeptKey> all() {
    return database.read(handle -> ALL.on(handle).list(SqlKeys::read)).stream()
        .sorted(Comparator.comparing(KeptKey::name))
        .toList();
  }

  @Override
  public boolean revoke(String id) {
    return database.write(
        handle -> DELETE.on(handle).bind("id", TextEscaping.in(id)).update() == 1);
  }

  private static KeptKey read(ResultSet resultSet) throws SQLException {
    OrderedRow row = new OrderedRow(resultSet);
    return new KeptKey(row.text(), row.text(), Role.valueOf(row.text()), row.text(), row.time());
  }
}
