package io.bosett.documents.csv;

/** A CSV dialect: separator, decimal sign, line end, byte order mark. */
public enum CsvDialect {
  /** RFC 4180 but for the line end: comma, decimal point, line feed. */
  PLAIN,
  /** RFC 4180, what {@code text/csv} means: comma, decimal point, CRLF. */
  RFC_4180,
  /** As Excel reads it in countries with a decimal comma: byte order mark, semicolon, CRLF. */
  EXCEL
}
