package io.bosett.http.resource;

import io.bosett.documents.text.Language;
import io.bosett.http.protocol.QueryParameters;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The language of texts for people: content negotiation by query or {@code Accept-Language}. */
final class ReaderLanguage {
  private static final List<String> TAGS = Language.tags();
  private static final Map<String, List<String>> NAMES = Map.of("no", List.of("no", "nb"));
  private static final int LONGEST_HEADER = 500;

  private ReaderLanguage() {}

  /** What the query says, else what the caller likes best of what is written, else null. */
  static @Nullable Language of(Context ctx, QueryParameters query) {
    @Nullable String asked = query.choice("language", TAGS);
    if (asked != null) {
      return Language.of(asked);
    }
    String header = String.join(", ", Collections.list(ctx.req().getHeaders("Accept-Language")));
    if (header.isEmpty() || header.length() > LONGEST_HEADER) {
      return null;
    }
    try {
      @Nullable String tag = Locale.lookupTag(Locale.LanguageRange.parse(header, NAMES), TAGS);
      return tag == null ? null : Language.of(tag);
    } catch (IllegalArgumentException e) {
      return null; // what is no list of languages says nothing
    }
  }

  /** Says in the response which language it is in; English when none was found. */
  static void tell(Context ctx, @Nullable Language language) {
    ctx.res().addHeader("Vary", "Accept-Language");
    ctx.header("Content-Language", language == null ? TAGS.get(0) : language.tag());
  }

  /** English when none was found. */
  static Language orEnglish(@Nullable Language language) {
    return language == null ? Language.of(TAGS.get(0)) : language;
  }

  /** The language of an answer that takes no other query parameter; the response names it. */
  static Language announced(Context ctx) {
    QueryParameters query = new QueryParameters(ctx, "language");
    @Nullable Language language = of(ctx, query);
    query.check();
    tell(ctx, language);
    return orEnglish(language);
  }
}
