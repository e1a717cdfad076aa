package io.bosett.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Tables that callers keep as files. */
final class Downloads {
  static final String CSV = "text/csv";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Downloads() {}

  /** Writes a table. */
  @FunctionalInterface
  interface Table {
    void write(OutputStream stream) throws IOException;
  }

  static byte[] bytes(Table table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      table.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @param name of letters, digits, hyphens and dots, as ids and their endings are
   */
  static void answer(Context ctx, String mediaType, String name, byte[] table) {
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    String type = mediaType.equals(CSV) ? CSV + "; charset=utf-8" : mediaType;
    Answers.bytes(ctx, 200, type, table);
  }
}
