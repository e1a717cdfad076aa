package io.bosett.sweep.parquet;

/** The type of a column: its physical type in Parquet, and whether bytes are text in UTF-8. */
public enum ColumnType {
  /** Whole numbers of 64 bits. */
  INT64(2),
  /** Doubles. */
  DOUBLE(5),
  /** Texts. */
  TEXT(6),
  /** Bytes, such as a bitmap. */
  BYTES(6);

  final int physical;

  ColumnType(int physical) {
    this.physical = physical;
  }
}
