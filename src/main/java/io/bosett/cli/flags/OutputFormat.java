package io.bosett.cli.flags;

import io.bosett.documents.table.ExportFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output format of {@code solve}.
 *
 * @param word the value of {@code --format}
 * @param export the export format of one answer, or null for a format that holds many answers
 */
public record OutputFormat(String word, @Nullable ExportFormat export) {
  /** A table for people. */
  public static final OutputFormat TABLE = new OutputFormat("table", null);

  /** Result documents, one a line. */
  public static final OutputFormat JSON = new OutputFormat("json", null);

  /** Whether it is JSON, which is written without a line end. */
  public boolean isJson() {
    return export == null ? equals(JSON) : !export.isFile();
  }

  @Override
  public String toString() {
    return word;
  }

  /** The values of {@code --format}. */
  public static final class Words extends WordConverter<OutputFormat> {
    Words() {
      super(byWord());
    }

    private static Map<String, OutputFormat> byWord() {
      Map<String, OutputFormat> formats = new LinkedHashMap<>();
      formats.put(TABLE.word, TABLE);
      formats.put(JSON.word, JSON);
      for (ExportFormat format : ExportFormat.values()) {
        formats.put(format.word(), new OutputFormat(format.word(), format));
      }
      return formats;
    }
  }
}
