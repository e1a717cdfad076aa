package io.bosett.http.protocol;

import io.bosett.http.settings.ServerSettings;
import io.javalin.http.Context;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Prefer} header: {@code respond-async} and {@code wait} (RFC 7240). Unknown preferences
 * are ignored, as the RFC demands.
 *
 * @param longestWait how long to wait for the answer; zero for not at all
 * @param applied value of {@code Preference-Applied}, empty when no preference was applied
 */
public record PreferHeader(Duration longestWait, String applied) {
  private static final Pattern WAIT =
      Pattern.compile("wait\\s*=\\s*(?:([0-9]+)|\"([0-9]+)\")\\s*(;.*)?");
  private static final Pattern ASYNC = Pattern.compile("respond-async\\s*(;.*)?");

  public static PreferHeader of(Context ctx, ServerSettings settings) {
    String header = HeaderValues.joined(ctx, "Prefer");
    return of(
        header == null ? "" : header,
        settings.timeouts().defaultWait(),
        settings.timeouts().longestWait());
  }

  /**
   * Parses the header: {@code respond-async} wins over {@code wait}, and the first of several waits
   * counts. What is no list, as a quote in it is not closed, says nothing.
   */
  public static PreferHeader of(String header, Duration otherwise, Duration longest) {
    PreferHeader preferHeader = new PreferHeader(otherwise, "");
    BigInteger most = BigInteger.valueOf(longest.toSeconds());
    boolean waits = false;
    List<String> preferences = HeaderValues.elements(header.toLowerCase(Locale.ROOT));
    for (String preference : preferences == null ? List.<String>of() : preferences) {
      Matcher wait = WAIT.matcher(preference);
      if (ASYNC.matcher(preference).matches()) {
        return new PreferHeader(Duration.ZERO, "respond-async");
      }
      if (wait.matches() && !waits) {
        long seconds =
            new BigInteger(wait.group(1) == null ? wait.group(2) : wait.group(1))
                .min(most)
                .longValueExact();
        preferHeader = new PreferHeader(Duration.ofSeconds(seconds), "wait=" + seconds);
        waits = true;
      }
    }
    return preferHeader;
  }
}
