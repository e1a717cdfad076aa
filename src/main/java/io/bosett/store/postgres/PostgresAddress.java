package io.bosett.store.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The address of a PostgreSQL database, whose password is never shown. */
public final class PostgresAddress {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final String FORM = "jdbc:postgresql://HOST:PORT/NAME?user=USER&password=WORD";
  private static final Pattern SECRET =
      Pattern.compile("[?&](?:password|sslpassword)=([^&]*)", Pattern.CASE_INSENSITIVE);

  /** The driver logs addresses with their passwords; what it has to say comes as exceptions. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  private PostgresAddress() {}

  /**
   * Refuses an address that the driver would not understand, or would understand otherwise.
   *
   * @throws IllegalArgumentException with a reason that shows no secret
   */
  public static void check(String url) {
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException("is no address of PostgreSQL; expected " + FORM);
    }
    String place = place(url);
    if (place.contains("@")) {
      throw new IllegalArgumentException(
          "has a user before the host, which PostgreSQL's driver does not read; expected " + FORM);
    }
    @Nullable Properties parsed = Driver.parseURL(url, null);
    if (parsed == null) {
      throw new IllegalArgumentException("cannot be read; expected " + FORM);
    }
    if (place.matches("jdbc:postgresql:(/*|//[^/]*/?)")) {
      throw new IllegalArgumentException("names no database; expected " + FORM);
    }
    if (PGProperty.PG_HOST.getOrDefault(parsed) == null) {
      throw new IllegalArgumentException("names no host; expected " + FORM);
    }
  }

  private static String place(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** Without user, password and options, for messages. */
  public static String words(String url) {
    return place(url).replaceFirst("//.*@", "//");
  }

  /** A message without the passwords that the address has. */
  public static String masked(String message, String url) {
    String masked = message;
    Matcher secrets = SECRET.matcher(url);
    while (secrets.find()) {
      masked = without(masked, secrets.group(1));
    }
    return masked;
  }

  private static String without(String message, String secret) {
    String masked = secret.isEmpty() ? message : message.replace(secret, "***");
    try {
      String plain = URLDecoder.decode(secret, StandardCharsets.UTF_8);
      return plain.isEmpty() ? masked : masked.replace(plain, "***");
    } catch (IllegalArgumentException e) {
      return masked;
    }
  }
}
