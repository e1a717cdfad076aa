package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Header fields by the grammar of RFC 9110: single values, and lists with quoted strings. */
public final class HeaderValues {
  /** A token (RFC 9110, 5.6.2). */
  static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

  /** A quoted string (RFC 9110, 5.6.4), closed. */
  static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

  private static final Pattern ELEMENT = Pattern.compile("((?:[^\",]|" + QUOTED + ")*+)(,|$)");

  private HeaderValues() {}

  /** All fields of that name as one, as if they had been sent in one; null when there is none. */
  static @Nullable String joined(Context ctx, String name) {
    return joined(values(ctx, name));
  }

  /** Likewise of fields that have not reached a route yet. */
  public static @Nullable String joined(HttpFields fields, String name) {
    return joined(fields.getFields(name).stream().map(HttpField::getValue).toList());
  }

  private static @Nullable String joined(List<String> values) {
    return values.isEmpty() ? null : String.join(", ", values);
  }

  /**
   * The value of a header that may be sent once; null when it is not. Several are a 400, as a proxy
   * before the service may have read another of them.
   */
  static @Nullable String single(Context ctx, String name) {
    List<String> values = values(ctx, name);
    if (values.size() > 1) {
      throw ProblemTypes.invalidHeader(name, String.join(", ", values), "this header once")
          .exception();
    }
    return values.isEmpty() ? null : values.get(0);
  }

  private static List<String> values(Context ctx, String name) {
    @Nullable Enumeration<String> values = ctx.req().getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }

  /**
   * The elements of a list, without those that are empty; commas within quotes part nothing.
   *
   * @return null when a quote is not closed
   */
  static @Nullable List<String> elements(String list) {
    List<String> elements = new ArrayList<>();
    Matcher matcher = ELEMENT.matcher(list);
    int at = 0;
    while (at <= list.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return null;
      }
      String element = matcher.group(1).strip();
      if (!element.isEmpty()) {
        elements.add(element);
      }
      if (matcher.group(2).isEmpty()) {
        return elements;
      }
      at = matcher.end();
    }
    return elements;
  }
}
