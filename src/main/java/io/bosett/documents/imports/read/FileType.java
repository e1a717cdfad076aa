package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The format of a file, found from its content and never from its name. */
enum FileType {
  XLSX,
  JSON,
  PC_AXIS,
  HTML,
  CSV;

  private static final Pattern PC_AXIS_KEYWORD =
      Pattern.compile(
          "\\s*[A-Z][A-Z0-9-]*(\\[\\w+])?(\\(\"[^\"]*\"[^)]*\\))?\\s*=\\s*[\"A-Z0-9-].*");
  private static final Pattern PC_AXIS_DATA = Pattern.compile("(?m)^\\s*DATA\\s*=");
  private static final int HEAD = 8_192;

  /** The format by the first bytes of a binary file, or null for a text. */
  static @Nullable FileType ofBytes(byte[] bytes) {
    if (bytes.length == 0) {
      throw new UnreadableException("is empty");
    }
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      return XLSX;
    }
    if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableException(compound(bytes));
    }
    if (startsWith(bytes, '%', 'P', 'D', 'F')) {
      throw new UnreadableException("is a PDF; figures are read from tables, not from pages");
    }
    if (startsWith(bytes, 0x1F, 0x8B) || startsWith(bytes, 'R', 'a', 'r', '!')) {
      throw new UnreadableException("is a compressed archive; unpack it first");
    }
    return null;
  }

  /** Old workbooks and protected ones are both compound files of Microsoft's. */
  private static String compound(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, 1 << 20), StandardCharsets.UTF_16LE);
    return text.contains("EncryptedPackage") || text.contains("EncryptionInfo")
        ? "is protected by a password; save it without one"
        : "is a workbook of the old kind (.xls); save it as .xlsx";
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  /** The format of a text. */
  static FileType ofText(String text) {
    String head = Spaces.strip(text.substring(0, Math.min(text.length(), HEAD)));
    if (head.isEmpty()) {
      throw new UnreadableException("is empty");
    }
    if (head.charAt(0) == '{' || head.charAt(0) == '[') {
      return JSON;
    }
    if (head.charAt(0) == '<') {
      return ofMarkup(head.toLowerCase(Locale.ROOT));
    }
    String first = head.lines().findFirst().orElse("");
    if (PC_AXIS_KEYWORD.matcher(first).matches() && PC_AXIS_DATA.matcher(text).find()) {
      return PC_AXIS;
    }
    return CSV;
  }

  private static FileType ofMarkup(String head) {
    if (head.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      throw new UnreadableException("is a workbook as XML of 2003; save it as .xlsx");
    }
    return HTML;
  }
}
