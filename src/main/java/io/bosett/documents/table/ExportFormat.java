package io.bosett.documents.table;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.model.Dataset;
import io.bosett.model.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The formats in which the places of an answer are exported, on the command line and over HTTP
 * alike. A new format is a writer and a constant here, and its media type in {@code openapi.json}.
 */
public enum ExportFormat {
  /** A table as text. */
  CSV("csv", "text/csv", Kind.TEXT_FILE, PlacesCsv::write),
  /** A workbook. */
  XLSX(
      "xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      Kind.BINARY_FILE,
      PlacesXlsx::write),
  /** Points on a map. */
  GEO_JSON("geojson", "application/geo+json", Kind.JSON, PlacesGeoJson::write);

  private final String word;
  private final String mediaType;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // a method without state
  private final Writer writer;

  ExportFormat(String word, String mediaType, Kind kind, Writer writer) {
    this.word = word;
    this.mediaType = mediaType;
    this.kind = kind;
    this.writer = writer;
  }

  /** What becomes of what is written. */
  private enum Kind {
    TEXT_FILE,
    BINARY_FILE,
    JSON
  }

  /**
   * What is exported.
   *
   * @param result the answer
   * @param dataset its figures
   * @param previousPersons the persons of the year before, or null when they are not to be shown
   * @param dialect of CSV
   */
  public record Answer(
      Result result,
      Dataset dataset,
      @Nullable PreviousPersons previousPersons,
      CsvDialect dialect) {}

  /** Writes an answer in one format. */
  @FunctionalInterface
  private interface Writer {
    void write(Answer answer, OutputStream stream) throws IOException;
  }

  /** The name by which it is asked for, also the ending of a file's name. */
  public String word() {
    return word;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it is kept as a file rather than read by a program at once. */
  public boolean isFile() {
    return kind != Kind.JSON;
  }

  /** Whether it is no text. */
  public boolean isBinary() {
    return kind == Kind.BINARY_FILE;
  }

  /** Writes an answer; the stream is flushed and left open. */
  public void write(Answer answer, OutputStream stream) throws IOException {
    writer.write(answer, stream);
  }

  /** The names of all formats. */
  public static List<String> words() {
    return Stream.of(values()).map(ExportFormat::word).toList();
  }

  /** The media types of all formats. */
  public static List<String> mediaTypes() {
    return Stream.of(values()).map(ExportFormat::mediaType).toList();
  }

  /** The format of a media type, or null when it is none of them. */
  public static @Nullable ExportFormat ofMediaType(String mediaType) {
    for (ExportFormat format : values()) {
      if (format.mediaType.equals(mediaType)) {
        return format;
      }
    }
    return null;
  }
}
