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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The document of an analysis: what it says first, its answer, and the same as tables. */
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

  /** A document with sentences, and without pictures. */
  static AnalysisDocument worded(
      AnalysisHeader header,
      BiConsumer<JsonWriter, Language> answer,
      Function<Language, List<NamedTable>> tables) {
    return new AnalysisDocument(header, answer, tables, true, List.of());
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
   * first table as CSV, and where there are sentences JSON and CSV in every language too.
   */
  public Map<String, byte[]> renderings() {
    Map<String, byte[]> renderings = new TreeMap<>();
    for (Language language : Language.values()) {
      byte[] html = html(language).getBytes(StandardCharsets.UTF_8);
      renderings.put(renderingName("html", language), html);
      if (hasWords || language == Language.EN) {
        renderings.put(renderingName("csv", language), csv(language));
      }
      if (hasWords && language != Language.EN) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        writeJson(json, language);
        renderings.put(renderingName("json", language), json.toByteArray());
      }
    }
    return renderings;
  }

  private byte[] csv(Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeCsv(tables.apply(language).get(0), CsvDialect.RFC_4180, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The name of a form in a language; where there is none, that in English holds. */
  public static String renderingName(String form, Language language) {
    return form + "." + language.tag();
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
}
