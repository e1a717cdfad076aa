package io.bosett.http.protocol;

import io.bosett.documents.json.JsonWriter;
import io.bosett.store.Page;
import io.javalin.http.Context;
import java.util.function.BiConsumer;

/** Long lists, of which each answer has a part and where the next one begins. */
public final class Paging {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private Paging() {}

  /** How many items a caller wants at the most. */
  public static int limit(QueryParameters query) {
    return query.whole("limit", 1, MOST, USUAL);
  }

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
