package io.bosett.http.protocol;

import io.javalin.http.Context;

/** Responses with {@code Content-Disposition: attachment}: tables that callers save as files. */
public final class Attachments {
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Attachments() {}

  /**
   * Makes the response a file to download.
   *
   * @param name file name of letters, digits, hyphens and dots, as ids and endings are
   */
  public static void name(Context ctx, String name) {
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  /** The {@code Content-Type} of a table, with its character set where it is text. */
  public static String type(String mediaType) {
    return mediaType.equals(CSV) ? CSV + "; charset=utf-8" : mediaType;
  }
}
