package io.bosett.http.protocol;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * Security headers of every response ({@code Content-Security-Policy}, {@code nosniff} and others),
 * unless a route sets its own; {@code RequestFilter} and {@code JettyErrorHandler} put them on.
 */
public final class SecurityHeaders {
  /** The policy for documents: a browser loads and runs nothing. */
  static final String NOTHING =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /** The policy for the service's own pages. */
  public static final String OWN_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  /** The policy of the analyst's page, which writes its document through lit-html alone. */
  public static final String ANALYST_PAGE =
      OWN_PAGE + "; require-trusted-types-for 'script'; trusted-types lit-html";

  /**
   * The policy for reports, which have their style in themselves, and nothing else to load or run.
   */
  public static final String REPORT = NOTHING + "; style-src 'unsafe-inline'; sandbox";

  public static final String POLICY = "Content-Security-Policy";

  /** In bytes already, as they are written into every response. */
  private static final List<HttpField> HEADERS =
      List.of(
          new PreEncodedHttpField("Cache-Control", "no-store"),
          new PreEncodedHttpField(POLICY, NOTHING),
          new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
          new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("X-Frame-Options", "DENY"));

  private SecurityHeaders() {}

  /** Adds the headers to a response. */
  public static void put(HttpFields.Mutable headers) {
    for (HttpField header : HEADERS) {
      headers.put(header);
    }
  }
}
