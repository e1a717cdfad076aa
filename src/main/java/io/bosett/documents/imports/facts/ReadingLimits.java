package io.bosett.documents.imports.facts;

/**
 * Limits on files of figures: fixed ones, lower where there is little memory, so that a file that
 * is made to hurt cannot exhaust it. Measured on Java 17: a cell of a table takes about 180 bytes
 * until it is interpreted, a figure of a cube about 300.
 */
public final class ReadingLimits {
  private static final long MEMORY = Runtime.getRuntime().maxMemory();

  /** Bytes of a file. */
  public static final long FILE = Math.min(64L << 20, MEMORY / 12);

  /** Bytes that a workbook unpacks to; its texts are all held in memory. */
  public static final long UNPACKED = Math.min(256L << 20, MEMORY / 12);

  /** Cells of all tables of a file. */
  public static final int CELLS = (int) Math.min(4_000_000, MEMORY / 700);

  /** Figures of a file. */
  public static final int FIGURES = (int) Math.min(2_000_000, MEMORY / 500);

  private ReadingLimits() {}
}
