package io.bosett.cli.flags;

import io.bosett.documents.analyses.AnalysisFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output format of the analyses.
 *
 * @param word the value of {@code --format}
 * @param written the format of the document, or null for tables as text
 */
public record AnalysisOutputFormat(String word, @Nullable AnalysisFormat written) {
  /** Tables for people. */
  public static final AnalysisOutputFormat TABLE = new AnalysisOutputFormat("table", null);

  @Override
  public String toString() {
    return word;
  }

  /** The values of {@code --format}. */
  public static final class Words extends WordConverter<AnalysisOutputFormat> {
    Words() {
      super(byWord());
    }

    private static Map<String, AnalysisOutputFormat> byWord() {
      Map<String, AnalysisOutputFormat> formats = new LinkedHashMap<>();
      formats.put(TABLE.word, TABLE);
      for (AnalysisFormat format : AnalysisFormat.values()) {
        formats.put(format.word(), new AnalysisOutputFormat(format.word(), format));
      }
      return formats;
    }
  }
}
