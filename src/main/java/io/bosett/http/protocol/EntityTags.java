package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entity tags (ETag) for conditional requests: {@code If-None-Match} for caching, {@code If-Match}
 * for optimistic locking (RFC 9110, 13.1).
 */
public final class EntityTags {
  /** Matches whatever exists. */
  private static final String ANY = "*";

  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

  private EntityTags() {}

  /** The strong entity tag of a document with this hash. */
  public static String of(String hash) {
    return "\"" + hash + "\"";
  }

  /**
   * Sets the {@code ETag} of a document that caches must revalidate.
   *
   * @return whether the caller has this version already; then the response is 304
   */
  public static boolean has(Context ctx, String hash) {
    ctx.header("ETag", of(hash));
    ctx.header("Cache-Control", "private, no-cache");
    Set<String> known = tags(ctx, "If-None-Match", false);
    boolean has = known.contains(hash) || known.contains(ANY);
    if (has) {
      Responses.notModified(ctx);
    }
    return has;
  }

  /**
   * Refuses a change unless {@code If-Match}, which is required, has the tag of the document as it
   * is. A weak tag never matches, as the comparison is strong; one that would otherwise match is
   * refused with that reason, for the document is not another one.
   *
   * @param hash of the document as it is
   */
  public static void require(Context ctx, String hash) {
    if (ctx.req().getHeader("If-Match") == null) {
      throw ProblemTypes.preconditionRequired().exception();
    }
    Set<String> strong = tags(ctx, "If-Match", true);
    if (strong.contains(hash) || strong.contains(ANY)) {
      return;
    }
    boolean weak = tags(ctx, "If-Match", false).contains(hash);
    throw (weak ? ProblemTypes.weakTag(of(hash)) : ProblemTypes.preconditionFailed(of(hash)))
        .exception();
  }

  private static Set<String> tags(Context ctx, String header, boolean strong) {
    Set<String> tags = new LinkedHashSet<>();
    for (String value : Collections.list(ctx.req().getHeaders(header))) {
      if (value.strip().equals(ANY)) {
        tags.add(ANY);
      }
      Matcher matcher = TAG.matcher(value);
      while (matcher.find()) {
        if (!strong || matcher.group(1) == null) {
          tags.add(matcher.group(2));
        }
      }
    }
    return tags;
  }
}
