package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.ReadingLimits;
import io.bosett.documents.imports.facts.TextEncoding;
import io.bosett.documents.imports.facts.UnreadableException;
import java.util.List;

/** Reads a file of any of the formats into the form that they share. */
public final class FileReading {
  /** The largest file, in bytes. */
  public static final long LARGEST = ReadingLimits.FILE;

  private FileReading() {}

  public static Facts read(
      byte[] bytes, Codebook codebook, ImportAnswers answers, ImportFindings findings) {
    if (bytes.length > LARGEST) {
      throw new UnreadableException(tooLarge(bytes.length));
    }
    if (FileType.ofBytes(bytes) == FileType.XLSX) {
      return GridFacts.read(XlsxGrids.read(bytes), codebook, answers.sheet(), findings);
    }
    String text = TextEncoding.decode(bytes);
    return switch (FileType.ofText(text)) {
      case JSON -> JsonFacts.read(text, codebook);
      case PC_AXIS -> PcAxis.read(text, codebook);
      case HTML -> GridFacts.read(HtmlGrids.read(text), codebook, null, findings);
      case CSV, XLSX -> csv(text, codebook, answers, findings);
    };
  }

  static String tooLarge(long length) {
    return "is " + length + " bytes long, at most " + LARGEST;
  }

  private static Facts csv(
      String text, Codebook codebook, ImportAnswers answers, ImportFindings findings) {
    Grid grid = CsvGrid.read(text, answers.hasRawQuotes(), findings);
    return findings.isSound()
        ? GridFacts.read(List.of(grid), codebook, null, findings)
        : new Facts();
  }
}
