package io.bosett.documents.analyses;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.documents.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/** The document of an analysis: what it says first, its answer, and the same as tables. */
public final class AnalysisDocument {
  private final AnalysisHeader header;
  private final Consumer<JsonWriter> answer;
  private final List<NamedTable> tables;

  /**
   * @param answer writes the fields of the answer into an open object
   * @param tables the list of municipalities first
   */
  AnalysisDocument(AnalysisHeader header, Consumer<JsonWriter> answer, List<NamedTable> tables) {
    this.header = header;
    this.answer = answer;
    this.tables = List.copyOf(tables);
  }

  /** What it says first. */
  public AnalysisHeader header() {
    return header;
  }

  /** All tables; the list of municipalities first. */
  public List<NamedTable> tables() {
    return tables;
  }

  /** Writes it as JSON on one line, without a line end. */
  public void writeJson(OutputStream stream) {
    JsonWriter.write(
        stream,
        out ->
            out.object(
                () -> {
                  header.writeFields(out);
                  answer.accept(out);
                }));
  }

  /** Writes one of the tables as CSV. */
  public static void writeCsv(NamedTable table, CsvDialect dialect, OutputStream stream)
      throws IOException {
    CsvTableWriter csv = CsvTableWriter.to(stream, dialect);
    csv.row(table.columns());
    table.rows().forEach(csv::row);
    csv.flush();
  }
}
