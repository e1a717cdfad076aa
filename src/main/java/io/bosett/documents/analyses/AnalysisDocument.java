package io.bosett.documents.analyses;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.table.WorkbookTables;
import io.bosett.documents.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The document of an analysis: its header, its answer as JSON and as tables, and the pictures of
 * its report.
 */
public final class AnalysisDocument {
  private final AnalysisHeader header;
  private final BiConsumer<JsonWriter, Language> answer;
  private final Function<Language, List<NamedTable>> tables;
  private final boolean hasWords;
  private final List<ReportPicture> pictures;

  private AnalysisDocument(
      AnalysisHeader header,
      BiConsumer<JsonWriter, Language> answer,
      Function<Language, List<NamedTable>> tables,
      boolean hasWords,
      List<ReportPicture> pictures) {
    this.header = header;
    this.answer = answer;
    this.tables = tables;
    this.hasWords = hasWords;
    this.pictures = List.copyOf(pictures);
  }

  /**
   * A document without sentences, whose JSON is the same in every language.
   *
   * @param answer writes the fields of the answer into an open object
   * @param tables the list of municipalities first; made when they are wanted
   * @param pictures of the report
   */
  AnalysisDocument(
      AnalysisHeader header,
      Consumer<JsonWriter> answer,
      Function<Language, List<NamedTable>> tables,
      List<ReportPicture> pictures) {
    this(header, (out, language) -> answer.accept(out), tables, false, pictures);
  }

  /** A document with sentences. */
  static AnalysisDocument worded(
      AnalysisHeader header,
      BiConsumer<JsonWriter, Language> answer,
      Function<Language, List<NamedTable>> tables,
      List<ReportPicture> pictures) {
    return new AnalysisDocument(header, answer, tables, true, pictures);
  }

  /** What it says first. */
  public AnalysisHeader header() {
    return header;
  }

  /** All tables, with sentences in a language; the list of municipalities first. */
  public List<NamedTable> tables(Language language) {
    return tables.apply(language);
  }

  /** Writes it as JSON on one line, without a line end, with sentences in a language. */
  public void writeJson(OutputStream stream, Language language) {
    JsonWriter.write(
        stream,
        out ->
            out.object(
                () -> {
                  header.writeFields(out);
                  answer.accept(out, language);
                }));
  }

  /** What is worth knowing at once, as a JSON object. */
  public String summary() {
    return JsonWriter.text(out -> out.object(() -> header.writeSummary(out)));
  }

  /**
   * The forms beside JSON in English, by {@link #renderingName}: the report in every language, the
   * other formats in English, and where there are sentences in every language too.
   */
  public Map<String, byte[]> renderings() {
    Map<String, byte[]> renderings = new TreeMap<>();
    for (Language language : Language.values()) {
      for (AnalysisFormat format : AnalysisFormat.values()) {
        boolean isEnglish = language == Language.EN;
        if (format == AnalysisFormat.HTML || (isEnglish ? format.isOther() : hasWords)) {
          renderings.put(renderingName(format, language), bytes(format, language));
        }
      }
    }
    return renderings;
  }

  private byte[] bytes(AnalysisFormat format, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      format.write(this, language, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The name of a format in a language; where there is none, that in English holds. */
  public static String renderingName(AnalysisFormat format, Language language) {
    return format.word() + "." + language.tag();
  }

  /** The report as an HTML page that stands by itself. */
  public String html(Language language) {
    return new HtmlReport(header, tables.apply(language), pictures, language).text();
  }

  /** Writes one of the tables as CSV. */
  public static void writeCsv(NamedTable table, CsvDialect dialect, OutputStream stream)
      throws IOException {
    CsvTableWriter csv = CsvTableWriter.to(stream, dialect);
    csv.row(table.columns());
    table.rows().forEach(csv::row);
    csv.flush();
  }

  /** Writes all tables as the sheets of a workbook. */
  void writeXlsx(Language language, OutputStream stream) throws IOException {
    List<WorkbookTables.Table> sheets =
        tables(language).stream()
            .map(one -> new WorkbookTables.Table(one.name(), one.columns(), one.rows()))
            .toList();
    WorkbookTables.write(sheets, stream);
  }
}
