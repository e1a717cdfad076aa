package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content negotiation by {@code Accept}: picks the best media type among those offered (RFC 9110,
 * 12.5.1).
 */
public final class ContentNegotiation {
  private ContentNegotiation() {}

  /**
   * The best of the offered types; the first wins a tie. Parameters of a type, such as its
   * character set, are ignored.
   */
  public static String best(Context ctx, List<String> offered) {
    List<String> headers = Collections.list(ctx.req().getHeaders("Accept"));
    ctx.res().addHeader("Vary", "Accept");
    String best = best(String.join(",", headers), offered);
    if (best == null) {
      throw ProblemTypes.notAcceptable(offered).exception();
    }
    return best;
  }

  /** Answers 406 to callers that do not accept JSON. */
  public static void json(Context ctx) {
    best(ctx, List.of(Responses.JSON));
  }

  public static @Nullable String best(String accept, List<String> offered) {
    if (accept.isBlank()) {
      return offered.get(0);
    }
    List<MediaRange> ranges = MediaRange.parse(accept);
    String best = null;
    double most = 0;
    for (String type : offered) {
      double quality = quality(type, ranges);
      if (quality > most) {
        most = quality;
        best = type;
      }
    }
    return best;
  }

  private static double quality(String type, List<MediaRange> ranges) {
    int closest = 0;
    double quality = 0;
    for (MediaRange range : ranges) {
      int closeness = range.closeness(type);
      if (closeness > closest) {
        closest = closeness;
        quality = range.quality();
      }
    }
    return quality;
  }
}
