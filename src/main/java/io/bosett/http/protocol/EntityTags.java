package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemDocument;
import io.bosett.http.problem.ProblemTypes;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (ETag) for conditional requests: {@code If-None-Match} for caching, {@code If-Match}
 * for optimistic locking (RFC 9110, 13.1).
 */
public final class EntityTags {
  private static final String IF_MATCH = "If-Match";

  /** Matches whatever exists. */
  private static final String ANY = "*";

  /** An element of a list of tags, which may be empty, with what ends it. */
  private static final Pattern ELEMENT =
      Pattern.compile("[ \\t]*+(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\")?+[ \\t]*+(,|$)");

  /** What servers put at the end of a tag when they compress, as Apache's {@code -gzip}. */
  private static final Pattern COMPRESSED =
      Pattern.compile("[-;+:.]{1,2}(?:gzip|br|zstd|deflate|df)", Pattern.CASE_INSENSITIVE);

  private EntityTags() {}

  /** One of a header. */
  private record Tag(boolean weak, String value) {}

  /** The strong entity tag of a document with this hash. */
  public static String of(String hash) {
    return "\"" + hash + "\"";
  }

  /**
   * Sets the {@code ETag} of a document that caches must revalidate. What is no list of tags
   * matches nothing.
   *
   * @return whether the caller has this version already; then the response is 304
   */
  public static boolean has(Context ctx, String hash) {
    ctx.header("ETag", of(hash));
    ctx.header("Cache-Control", "private, no-cache");
    @Nullable String header = HeaderValues.joined(ctx, "If-None-Match");
    boolean has = header != null && has(header, hash);
    if (has) {
      Responses.notModified(ctx);
    }
    return has;
  }

  private static boolean has(String header, String hash) {
    List<Tag> known = tags(header);
    return known != null
        && (isAny(header) || known.stream().anyMatch(tag -> tag.value.equals(hash)));
  }

  /**
   * Refuses a change unless {@code If-Match}, which is required, has the tag of the document as it
   * is. A weak tag never matches, as the comparison is strong; one that would otherwise match is
   * refused with that reason, for the document is not another one. So is one that a server on the
   * way has lengthened. What is no list of tags is a 400.
   *
   * @param hash of the document as it is
   */
  public static void require(Context ctx, String hash) {
    @Nullable String header = HeaderValues.joined(ctx, IF_MATCH);
    if (header == null) {
      throw ProblemTypes.preconditionRequired().exception();
    }
    if (isAny(header)) {
      return;
    }
    List<Tag> tags = tags(header);
    if (tags == null || tags.isEmpty()) {
      String allowed = "tags as ETag gives them, in double quotes and parted by commas, or * alone";
      throw ProblemTypes.invalidHeader(IF_MATCH, header, allowed).exception();
    }
    if (!tags.contains(new Tag(false, hash))) {
      throw refusal(tags, hash).exception();
    }
  }

  private static ProblemDocument refusal(List<Tag> tags, String hash) {
    for (Tag tag : tags) {
      if (tag.weak && tag.value.equals(hash)) {
        return ProblemTypes.weakTag(of(hash));
      }
      if (tag.value.startsWith(hash)
          && COMPRESSED.matcher(tag.value.substring(hash.length())).matches()) {
        return ProblemTypes.lengthenedTag(of(tag.value), of(hash));
      }
    }
    return ProblemTypes.preconditionFailed(of(hash));
  }

  private static boolean isAny(String header) {
    return header.strip().equals(ANY);
  }

  /** The tags of a header, null when it is no list of tags; empty for {@code *}. */
  private static @Nullable List<Tag> tags(String header) {
    if (isAny(header)) {
      return List.of();
    }
    List<Tag> tags = new ArrayList<>();
    Matcher element = ELEMENT.matcher(header);
    for (int at = 0; element.find(at) && element.start() == at; at = element.end()) {
      if (element.group(2) != null) {
        tags.add(new Tag(element.group(1) != null, element.group(2)));
      }
      if (element.group(3).isEmpty()) {
        return tags;
      }
    }
    return null;
  }
}
