package io.bosett.http.protocol;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Responses with {@code Content-Disposition: attachment}: tables that callers save as files. */
public final class Attachments {
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Attachments() {}

  /** Writes a table to the response. */
  @FunctionalInterface
  public interface Table {
    void write(OutputStream stream) throws IOException;
  }

  public static byte[] bytes(Table table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      table.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Answers with a file to download.
   *
   * @param name file name of letters, digits, hyphens and dots, as ids and endings are
   */
  public static void answer(Context ctx, String mediaType, String name, byte[] table) {
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    String type = mediaType.equals(CSV) ? CSV + "; charset=utf-8" : mediaType;
    Responses.bytes(ctx, 200, type, table);
  }
}
