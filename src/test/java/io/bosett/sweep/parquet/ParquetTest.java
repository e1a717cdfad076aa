package io.bosett.sweep.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read by ourselves and by DuckDB. */
@Tag("slow")
final class ParquetTest {
  private static final long SEED = 14;

  @TempDir private Path folder;

  private static List<ColumnData> columns(int rows) {
    Random random = new Random(SEED);
    List<ColumnData> columns =
        List.of(
            new ColumnData("point", ColumnType.INT64, false),
            new ColumnData("few", ColumnType.INT64, true),
            new ColumnData("share", ColumnType.DOUBLE, true),
            new ColumnData("status", ColumnType.TEXT, false),
            new ColumnData("name ø", ColumnType.TEXT, true),
            new ColumnData("asked", ColumnType.BYTES, true),
            new ColumnData("nothing", ColumnType.DOUBLE, true));
    for (int row = 0; row < rows; row++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      columns.get(0).add((long) row * Integer.MAX_VALUE);
      columns.get(1).add(random.nextInt(4) == 0 ? null : (Object) (long) random.nextInt(5));
      columns.get(2).add(random.nextInt(4) == 0 ? null : (Object) random.nextGaussian());
      columns.get(3).add(random.nextBoolean() ? "OPTIMAL" : "INFEASIBLE");
      columns.get(4).add(random.nextBoolean() ? null : "Bø " + random.nextInt());
      columns.get(5).add(random.nextInt(4) == 0 ? null : bytes);
      columns.get(6).add(null);
    }
    return columns;
  }

  private Path written(List<ColumnData> columns) throws IOException {
    Path file = folder.resolve("part.parquet");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ParquetWriter.write(columns, bytes);
    return Files.write(file, bytes.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 1000, 3001})
  void what_is_written_reads_back(int rows) throws IOException {
    List<ColumnData> columns = columns(rows);
    List<ColumnData> read = ParquetReader.read(written(columns));
    assertThat(read).hasSameSizeAs(columns);
    for (int c = 0; c < columns.size(); c++) {
      assertThat(read.get(c).name()).isEqualTo(columns.get(c).name());
      assertThat(read.get(c).type()).isEqualTo(columns.get(c).type());
      assertThat(read.get(c).values())
          .usingRecursiveComparison()
          .isEqualTo(columns.get(c).values());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 3001})
  void duckdb_reads_the_same_values(int rows) throws IOException, SQLException {
    List<ColumnData> columns = columns(rows);
    Path file = written(columns);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select point, few, share, status, \"name ø\", hex(asked), nothing from '"
                    + file
                    + "' order by point")) {
      for (int r = 0; r < rows; r++) {
        assertThat(row.next()).isTrue();
        List<Object> found = new ArrayList<>();
        List<Object> expected = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
          Object value = columns.get(c).values().get(r);
          found.add(row.getObject(c + 1));
          expected.add(
              value instanceof byte[] bytes
                  ? java.util.HexFormat.of().withUpperCase().formatHex(bytes)
                  : value);
        }
        assertThat(found).isEqualTo(expected);
      }
      assertThat(row.next()).isFalse();
    }
  }

  @Test
  void a_file_cut_short_anywhere_is_refused() throws IOException {
    Path file = written(columns(20));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ParquetReader.read(file)).isInstanceOf(IOException.class);
    }
  }
}
