package io.bosett.http.protocol;

import io.bosett.documents.json.JsonWriter;
import io.bosett.store.Page;
import io.javalin.http.Context;
import java.util.function.BiConsumer;

/**
 * Pagination of long lists by cursor (keyset pagination): each answer has a page and a link to the
 * next.
 */
public final class Paging {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private Paging() {}

  /** The page size that the caller asks for. */
  public static int limit(QueryParameters query) {
    return query.whole("limit", 1, MOST, USUAL);
  }

  /** Answers with a page of a list. */
  public static <T> void answer(Context ctx, Page<T> page, BiConsumer<JsonWriter, T> item) {
    Responses.json(
        ctx,
        200,
        out ->
            out.object(
                () -> {
                  out.list("items", page.items(), item);
                  out.nullable("nextCursor", page.nextCursor(), JsonWriter::text);
                }));
  }
}
