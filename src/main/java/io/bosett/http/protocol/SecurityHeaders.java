package io.bosett.http.protocol;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;

/** Headers that every response has, until a route says otherwise. */
public final class SecurityHeaders {
  /** For documents: a browser that shows one loads and runs nothing. */
  static final String NOTHING =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /** For pages of the service itself. */
  public static final String OWN_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  public static final String POLICY = "Content-Security-Policy";

  private static final Map<String, String> HEADERS =
      new TreeMap<>(
          Map.of(
              POLICY,
              NOTHING,
              "X-Content-Type-Options",
              "nosniff",
              "X-Frame-Options",
              "DENY",
              "Referrer-Policy",
              "no-referrer",
              "Cross-Origin-Resource-Policy",
              "same-origin",
              "Cross-Origin-Opener-Policy",
              "same-origin",
              "Cache-Control",
              "no-store"));

  private SecurityHeaders() {}

  public static void put(HttpFields.Mutable headers) {
    HEADERS.forEach(headers::put);
  }
}
