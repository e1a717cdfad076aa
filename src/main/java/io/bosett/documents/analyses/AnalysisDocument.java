package io.bosett.documents.analyses;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The document of an analysis: what it says first, its answer, and the same as tables. */
public final class AnalysisDocument {
  /** The name of the table of municipalities among the {@link #renderings}. */
  public static final String CSV = "csv";

  private final AnalysisHeader header;
  private final Consumer<JsonWriter> answer;
  private final List<NamedTable> tables;
  private final List<ReportPicture> pictures;

  /**
   * @param answer writes the fields of the answer into an open object
   * @param tables the list of municipalities first
   * @param pictures of the report
   */
  AnalysisDocument(
      AnalysisHeader header,
      Consumer<JsonWriter> answer,
      List<NamedTable> tables,
      List<ReportPicture> pictures) {
    this.header = header;
    this.answer = answer;
    this.tables = List.copyOf(tables);
    this.pictures = List.copyOf(pictures);
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

  /** What is worth knowing at once, as a JSON object. */
  public String summary() {
    return JsonWriter.text(out -> out.object(() -> header.writeSummary(out)));
  }

  /**
   * The forms beside JSON, by name: the first table as CSV, and the report in every language.
   *
   * @see #htmlName
   */
  public Map<String, byte[]> renderings() {
    Map<String, byte[]> renderings = new TreeMap<>();
    renderings.put(CSV, csv());
    for (Language language : Language.values()) {
      renderings.put(htmlName(language), html(language).getBytes(StandardCharsets.UTF_8));
    }
    return renderings;
  }

  private byte[] csv() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeCsv(tables.get(0), CsvDialect.RFC_4180, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The name of a report among the renderings. */
  public static String htmlName(Language language) {
    return "html." + language.tag();
  }

  /** The report as an HTML page that stands by itself. */
  public String html(Language language) {
    return new HtmlReport(header, tables, pictures, language).text();
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
