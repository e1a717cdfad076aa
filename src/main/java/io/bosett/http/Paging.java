package io.bosett.http;

import io.bosett.files.JsonOut;
import io.bosett.store.Page;
import io.javalin.http.Context;
import java.util.function.BiConsumer;

/** Long lists, of which each answer has a part and where the next one begins. */
final class Paging {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private Paging() {}

  /** How many items a caller wants at the most. */
  static int limit(Query query) {
    return query.whole("limit", 1, MOST, USUAL);
  }

  static <T> void answer(Context ctx, Page<T> page, BiConsumer<JsonOut, T> item) {
    Answers.json(
        ctx,
        200,
        out ->
            out.object(
                () -> {
                  out.list("items", page.items(), item);
                  out.nullable("nextCursor", page.nextCursor(), JsonOut::text);
                }));
  }
}
