package io.bosett.documents.imports.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A CSV file of any separator; what is separated by what is counted, not taken from the name. */
final class CsvGrid {
  private static final String SEPARATORS = "\t;|,";
  private static final int LINES_LOOKED_AT = 500;
  private static final int LONGEST_FIELD = 100_000;
  private static final String EXCEL = "sep=";

  private CsvGrid() {}

  /**
   * Reads a text.
   *
   * @param rawQuotes whether quotation marks within a field are taken as they stand
   */
  static Grid read(String text, boolean rawQuotes, ImportFindings findings) {
    String body = text;
    char separator = separator(text);
    if (text.startsWith(EXCEL) && text.length() > EXCEL.length()) {
      separator = text.charAt(EXCEL.length());
      body = text.substring(Math.max(text.indexOf('\n'), EXCEL.length() + 1));
    }
    Grid.Rows rows = new Grid.Rows(new Grid.Budget());
    if (rawQuotes) {
      lenient(body, separator, rows);
    } else {
      strict(body, separator, rows, findings);
    }
    return rows.grid("", "");
  }

  private static void strict(String text, char separator, Grid.Rows rows, ImportFindings findings) {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(1 << 24);
    long line = 1;
    try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        line = record.getStartingLineNumber() + 1;
        rows.add(record.getFields().stream().map(CsvGrid::value).toList());
      }
    } catch (CsvParseException e) {
      faulty(e, line, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void faulty(CsvParseException e, long line, ImportFindings findings) {
    String reason = String.valueOf(e.getMessage());
    if (!reason.contains("quote")) {
      throw new UnreadableException("is not CSV that can be read: " + reason);
    }
    findings.ask(
        "in line "
            + line
            + " or below a quotation mark stands within a text without being doubled: is it part"
            + " of the text?",
        "--quotes raw",
        Question.Form.among("quotes", "", List.of("raw")));
  }

  private static Value value(String field) {
    if (field.length() > LONGEST_FIELD) {
      throw new UnreadableException("has a cell of " + field.length() + " characters");
    }
    return Value.text(field);
  }

  /** A quoted field ends with a quotation mark before a separator or the end of the line. */
  private static void lenient(String text, char separator, Grid.Rows rows) {
    text.lines()
        .forEach(
            line -> {
              List<Value> row = new ArrayList<>();
              int at = 0;
              while (at <= line.length()) {
                int end = fieldEnd(line, at, separator);
                row.add(value(unquoted(Spaces.strip(line.substring(at, end)))));
                at = end + 1;
              }
              rows.add(row);
            });
  }

  private static int fieldEnd(String line, int from, char separator) {
    boolean quoted = from < line.length() && line.charAt(from) == '"';
    int end = line.indexOf(quoted ? "\"" + separator : String.valueOf(separator), from);
    if (end < 0) {
      return line.length();
    }
    return quoted ? end + 1 : end;
  }

  private static String unquoted(String field) {
    boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
  }

  /** The separator that stands equally often in most lines. */
  private static char separator(String text) {
    char best = ',';
    long bestScore = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long score = score(text, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(String text, char separator) {
    int[] lines = new int[64];
    text.lines()
        .limit(LINES_LOOKED_AT)
        .mapToInt(line -> outsideQuotes(line, separator))
        .forEach(count -> lines[Math.min(count, lines.length - 1)]++);
    int most = 0;
    for (int count = 1; count < lines.length; count++) {
      most = Math.max(most, lines[count]);
    }
    return most;
  }

  private static int outsideQuotes(String line, char separator) {
    int count = 0;
    boolean quoted = false;
    int looked = Math.min(line.length(), LONGEST_FIELD);
    for (int i = 0; i < looked; i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      count += !quoted && c == separator ? 1 : 0;
    }
    return count;
  }
}
