package io.bosett.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ReadingLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that are made to hurt are refused with a reason, and nothing else happens. */
@Tag("slow")
final class HostileImportTest {
  private static ImportedFile read(byte[] bytes) {
    ImportAnswers answers = new ImportAnswers().map("population", "");
    ImportedFile file = ImportSamples.IMPORTER.read("hostile", bytes, answers);
    assertThat(file.cells()).isEmpty();
    assertThat(file.isSound()).isFalse();
    return file;
  }

  private static ImportedFile read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(String name, byte[] start, int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(start);
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < zeros; i++) {
        zip.write(block);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void a_file_that_is_too_large_is_not_read() {
    byte[] bytes = new byte[(int) Importer.LARGEST + 1];
    java.util.Arrays.fill(bytes, (byte) 'a');
    assertThat(read(bytes).refusals()).singleElement().asString().contains("bytes long, at most");
  }

  @Test
  void one_endless_line_is_refused() {
    assertThat(read("a".repeat(30_000_000)).isSound()).isFalse();
    assertThat(read("0101;" + "1".repeat(30_000_000)).isSound()).isFalse();
  }

  @Test
  void a_million_columns_are_refused() {
    String text = "kommune" + ";2018".repeat(1_000_000) + "\n0101" + ";1".repeat(1_000_000);
    assertThat(read(text).refusals().toString()).contains("16384");
  }

  @Test
  void a_million_header_rows_are_no_table() {
    assertThat(read("kommune;innbyggere\n".repeat(1_000_000)).isSound()).isFalse();
    String below = "region;Personer\n".repeat(300_000) + "0101;17\n";
    assertThat(read(below).isSound()).isFalse();
  }

  @Test
  void a_workbook_that_unpacks_to_much_more_is_refused() throws IOException {
    byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[0], 260);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(read(bomb).refusals().toString()).contains("unpacks to more than");
  }

  @Test
  void damaged_and_foreign_archives_are_refused() throws IOException {
    byte[] book = ImportSamples.bytes("10_statbank.xlsx");
    assertThat(read(java.util.Arrays.copyOf(book, book.length / 2)).isSound()).isFalse();
    assertThat(read(zip("a.txt", new byte[3], 0)).isSound()).isFalse();
  }

  @Test
  void old_and_protected_workbooks_are_named_as_such() {
    byte[] old = new byte[2_000];
    byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
    System.arraycopy(magic, 0, old, 0, magic.length);
    assertThat(read(old).refusals().toString()).contains("(.xls); save it as .xlsx");
    byte[] word = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(word, 0, old, 1_000, word.length);
    assertThat(read(old).refusals().toString()).contains("protected by a password");
  }

  @Test
  void entities_of_a_workbook_are_not_expanded() throws IOException {
    String sheet =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY"
            + " c SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\""
            + " t=\"inlineStr\"><is><t>&b;&c;</t></is></c></row></sheetData></worksheet>";
    assertThat(
            read(zip("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8), 0))
                .isSound())
        .isFalse();
  }

  @Test
  void deep_and_broken_documents_are_refused() {
    assertThat(read("[".repeat(1_000_000)).refusals().toString()).contains("not JSON");
    assertThat(read("<div>".repeat(300_000)).isSound()).isFalse();
    assertThat(read("<table><tr><td colspan=1000>" + "<td colspan=1000>x".repeat(1_000)).isSound())
        .isFalse();
    assertThat(
            read("{\"class\":\"dataset\",\"id\":[\"a\",\"b\"],\"size\":[2,2],\"dimension\":{"
                    + "\"a\":{\"category\":{\"index\":[\"0101\",\"0301\"]}},"
                    + "\"b\":{\"category\":{\"index\":{\"x\":0,\"y\":7}}}},\"value\":[]}")
                .refusals()
                .toString())
        .contains("index");
    assertThat(
            read("TITLE=\"a\";\nSTUB=\"r\";\nVALUES(\"r\")=\"0101\",\"0301\";\nDATA=\n1;")
                .refusals())
        .singleElement()
        .asString()
        .contains("has 1 figures, expected 2");
    assertThat(read("\0\1\2").isSound()).isFalse();
    assertThat(read("").isSound()).isFalse();
    assertThat(read("%PDF-1.7").refusals().toString()).contains("PDF");
  }

  @Test
  void tables_within_tables_and_sheets_beside_sheets_are_counted_together() {
    assertThat(read("<table><tr><td>".repeat(100_000) + "x").refusals().toString())
        .contains("more than 2000 tables");
    String many = ("<table>" + "<tr><td>0101<td>1".repeat(2_000) + "</table>").repeat(600);
    assertThat(read(many).refusals().toString()).contains("rows or");
  }

  @Test
  void a_cube_of_too_many_cells_is_refused_before_it_is_built() {
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      index.append(i == 0 ? "" : ",").append('"').append(i).append('"');
    }
    String category = "{\"category\":{\"index\":[" + index + "]}}";
    String text =
        "{\"class\":\"dataset\",\"id\":[\"a\",\"b\",\"c\"],\"size\":[2000,2000,2000],\"dimension\":{"
            + "\"a\":"
            + category
            + ",\"b\":"
            + category
            + ",\"c\":"
            + category
            + "},\"value\":[]}";
    assertThat(read(text).refusals().toString())
        .contains("more than " + ReadingLimits.FIGURES + " figures");
  }
}
