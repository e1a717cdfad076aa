package io.bosett.http.protocol;

import io.bosett.http.settings.ServerSettings;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a caller wants to wait (RFC 7240). What is not understood is not heeded, as the RFC
 * says.
 *
 * @param patience zero for not at all
 * @param applied what of the header was heeded, empty when nothing
 */
public record PreferHeader(Duration patience, String applied) {
  private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?([0-9]{1,6})\"?\\s*(;.*)?");
  private static final Pattern ASYNC = Pattern.compile("respond-async\\s*(;.*)?");

  public static PreferHeader of(Context ctx, ServerSettings settings) {
    String header = String.join(",", Collections.list(ctx.req().getHeaders("Prefer")));
    return of(header, settings.defaultWait(), settings.longestWait());
  }

  /** Not to wait goes before a time to wait; of several times the first counts. */
  public static PreferHeader of(String header, Duration otherwise, Duration longest) {
    PreferHeader preferHeader = new PreferHeader(otherwise, "");
    boolean waits = false;
    for (String preference : header.toLowerCase(Locale.ROOT).split(",")) {
      Matcher wait = WAIT.matcher(preference.strip());
      if (ASYNC.matcher(preference.strip()).matches()) {
        return new PreferHeader(Duration.ZERO, "respond-async");
      }
      if (wait.matches() && !waits) {
        long seconds = Math.min(Long.parseLong(wait.group(1)), longest.toSeconds());
        preferHeader = new PreferHeader(Duration.ofSeconds(seconds), "wait=" + seconds);
        waits = true;
      }
    }
    return preferHeader;
  }
}
