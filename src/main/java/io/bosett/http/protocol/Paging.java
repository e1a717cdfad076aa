package io.bosett.http.protocol;

import io.bosett.documents.json.JsonWriter;
import io.bosett.http.problem.ProblemError;
import io.bosett.store.Page;
import io.javalin.http.Context;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

  /**
   * The cursor that the caller sends, or null; a bad one is added to the errors.
   *
   * @param isCursor whether a text is a cursor of the list
   */
  public static @Nullable String cursor(QueryParameters query, Predicate<String> isCursor) {
    String cursor = query.text("cursor");
    if (cursor != null && !isCursor.test(cursor)) {
      query.fault(ProblemError.ofParameter("cursor", "is none of this list", "a nextCursor of it"));
    }
    return cursor;
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
