package io.bosett.documents.boundaries;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.TextEncoding;
import io.bosett.documents.imports.facts.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The optional tables of a dataset folder that say what its municipalities are and were called:
 * {@code names.csv} and {@code changes.csv}.
 */
public final class ExtraFiles {
  public static final String NAMES = "names.csv";
  public static final String CHANGES = "changes.csv";

  private ExtraFiles() {}

  /** The spellings; none when there is no such file. */
  public static List<Codebook.NameVariant> names(Path folder) {
    List<Codebook.NameVariant> names = new ArrayList<>();
    read(
        folder.resolve(NAMES),
        row -> names.add(new Codebook.NameVariant(field(row, "code"), field(row, "name"))));
    return names;
  }

  /** The changes; none when there is no such file. */
  public static List<CodeChange> changes(Path folder) {
    List<CodeChange> changes = new ArrayList<>();
    read(folder.resolve(CHANGES), row -> changes.add(change(row)));
    return changes;
  }

  /** The changes of a text; none when it is empty. */
  static List<CodeChange> changesOf(String text) {
    List<CodeChange> changes = new ArrayList<>();
    read(CHANGES, text, row -> changes.add(change(row)));
    return changes;
  }

  private static CodeChange change(NamedCsvRecord row) {
    String weight = field(row, "weight");
    return new CodeChange(
        Integer.parseInt(field(row, "from_year")),
        field(row, "old_code"),
        field(row, "new_code"),
        field(row, "new_name"),
        weight.isEmpty() ? null : new BigDecimal(weight));
  }

  private static String field(NamedCsvRecord row, String name) {
    @Nullable String value = row.findField(name).orElse(null);
    if (value == null) {
      throw new IllegalArgumentException("lacks the column '" + name + "'");
    }
    return Spaces.strip(value);
  }

  private static void read(Path file, Consumer<NamedCsvRecord> perRow) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      String text = TextEncoding.decode(Files.readAllBytes(file));
      read(String.valueOf(file.getFileName()), text, perRow);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(String name, String text, Consumer<NamedCsvRecord> perRow) {
    if (text.isEmpty()) {
      return;
    }
    long line = 1;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        line = row.getStartingLineNumber();
        perRow.accept(row);
      }
    } catch (CsvParseException | IllegalArgumentException e) {
      throw new UnreadableException(name + ":" + line + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
