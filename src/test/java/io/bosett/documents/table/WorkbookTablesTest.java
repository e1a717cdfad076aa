package io.bosett.documents.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

final class WorkbookTablesTest {
  private static ReadableWorkbook read(int mostRows, WorkbookTables.Table... tables)
      throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    WorkbookTables.write(List.of(tables), mostRows, stream);
    return new ReadableWorkbook(new ByteArrayInputStream(stream.toByteArray()));
  }

  @Test
  void a_table_with_more_rows_than_a_sheet_has_goes_on_at_the_next_one() throws IOException {
    List<List<Object>> rows = List.of(List.of(1), List.of(2), List.of(3), List.of(4), List.of(5));
    try (ReadableWorkbook book =
        read(
            2,
            new WorkbookTables.Table("a", List.of("x"), rows),
            new WorkbookTables.Table("b", List.of("y"), List.of()))) {
      assertThat(book.getSheets().map(Sheet::getName)).containsExactly("a", "a 2", "a 3", "b");
      List<Row> second = book.findSheet("a 2").orElseThrow().read();
      assertThat(second).extracting(row -> row.getCellText(0)).containsExactly("x", "3", "4");
      assertThat(book.findSheet("a 3").orElseThrow().read()).hasSize(2);
      assertThat(book.findSheet("b").orElseThrow().read()).hasSize(1);
    }
  }

  @Test
  void a_text_that_a_cell_does_not_hold_ends_with_an_ellipsis() throws IOException {
    String fits = "x".repeat(SheetRow.MOST_CHARACTERS);
    String pair = "\ud83c\udfd4".repeat(SheetRow.MOST_CHARACTERS);
    List<Object> row = List.of(fits, fits + "x", pair, "=1+1", true, "0301");
    try (ReadableWorkbook book =
        read(2, new WorkbookTables.Table("a", List.of("=x"), List.of(row)))) {
      List<Row> rows = book.findSheet("a").orElseThrow().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("'=x");
      Row read = rows.get(1);
      assertThat(read.getCellText(0)).isEqualTo(fits);
      assertThat(read.getCellText(1))
          .isEqualTo(fits.substring(1) + "\u2026")
          .hasSize(SheetRow.MOST_CHARACTERS);
      assertThat(read.getCellText(2)).endsWith("\udfd4\u2026").hasSizeLessThan(32_768);
      assertThat(read.getCell(3).getType()).isEqualTo(CellType.STRING);
      assertThat(read.getCellText(3)).isEqualTo("'=1+1");
      assertThat(read.getCellAsBoolean(4)).contains(true);
      assertThat(read.getCellText(5)).isEqualTo("0301");
    }
  }
}
