package io.bosett.documents.analyses;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.table.ExportFormat;
import io.bosett.documents.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The formats of the documents of analyses, on the command line and over HTTP alike. A new one is a
 * writer and a constant here, and its media type in {@code openapi.json}.
 */
public enum AnalysisFormat {
  /** The whole document. */
  JSON("json", "application/json", (document, language, out) -> document.writeJson(out, language)),
  /** The table of municipalities. */
  CSV(
      ExportFormat.CSV.word(),
      ExportFormat.CSV.mediaType(),
      (document, language, out) ->
          AnalysisDocument.writeCsv(document.tables(language).get(0), CsvDialect.RFC_4180, out)),
  /** All tables, a sheet each. */
  XLSX(
      ExportFormat.XLSX.word(),
      ExportFormat.XLSX.mediaType(),
      (document, language, out) -> document.writeXlsx(language, out)),
  /** A report that stands by itself. */
  HTML(
      "html",
      "text/html",
      (document, language, out) ->
          out.write(document.html(language).getBytes(StandardCharsets.UTF_8)));

  private final String word;
  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // a method without state
  private final Writer writer;

  AnalysisFormat(String word, String mediaType, Writer writer) {
    this.word = word;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /** Writes a document in one format. */
  @FunctionalInterface
  private interface Writer {
    void write(AnalysisDocument document, Language language, OutputStream out) throws IOException;
  }

  /** The name by which it is asked for, also the ending of a file's name. */
  public String word() {
    return word;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it holds tables, which are kept as files. */
  public boolean isTable() {
    return this == CSV || this == XLSX;
  }

  /** Whether it is no text. */
  public boolean isBinary() {
    return this == XLSX;
  }

  /** Whether it is a form beside the document itself. */
  boolean isOther() {
    return this != JSON;
  }

  /** Writes a document with sentences in a language; the stream is left open. */
  public void write(AnalysisDocument document, Language language, OutputStream stream)
      throws IOException {
    writer.write(document, language, stream);
  }

  /** The names of all formats. */
  public static List<String> words() {
    return Stream.of(values()).map(AnalysisFormat::word).toList();
  }

  /** The media types of all formats, in the order of their names. */
  public static List<String> mediaTypes() {
    return Stream.of(values()).map(AnalysisFormat::mediaType).toList();
  }
}
