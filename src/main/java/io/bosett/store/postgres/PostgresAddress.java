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

/**
 * The address of a PostgreSQL database, whose password is never shown. Only what is written exactly
 * as expected is understood; of any other address nothing is shown, as no part of it is known to be
 * free of secrets.
 */
public final class PostgresAddress {
  private static final String SCHEME = "jdbc:postgresql:";
  private static final String FORM = "jdbc:postgresql://HOST:PORT/NAME?user=USER&password=WORD";

  /** Host and port; an address of IPv6 stands in brackets. */
  private static final String HOST =
      "(?:[\\p{L}\\p{N}_.-]+|\\[[0-9a-fA-F:.]+(?:%\\w+)?\\])(?::([0-9]+))?";

  private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*");
  private static final Pattern PORT = Pattern.compile(":([0-9]+)(?=,|$)");
  private static final int MOST_PORT = 65_535;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.%-]+");
  private static final Pattern DECODED_NAME = Pattern.compile("[\\p{L}\\p{N}_. -]+");

  /** Parameters that no message shows; their values may have any character. */
  private static final String SECRETS = "password|sslpassword";

  private static final Pattern SECRET =
      Pattern.compile("[?&](?:" + SECRETS + ")=([^&]*)", Pattern.CASE_INSENSITIVE);

  /**
   * A parameter with its value. What parts a password from what is before it by mistake (a
   * semicolon, a space, a colon after the user) is no part of a value.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?:"
              + ("(?:" + SECRETS + ")=[^&]*")
              + "|user=[\\p{L}\\p{N}_.@%+~-]*"
              + "|options=[\\p{L}\\p{N}_.@%+~,:/*=-]*"
              + "|(?!user=)\\p{Alpha}+=[\\p{L}\\p{N}_.@%+~,:/*-]*)",
          Pattern.CASE_INSENSITIVE);

  /** A password that stands in the text of a message under its name. */
  private static final Pattern NAMED =
      Pattern.compile("((?:password|passwd|pwd)\\s*[=:]\\s*)\\S+", Pattern.CASE_INSENSITIVE);

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
    String fault = fault(url);
    if (fault != null) {
      throw new IllegalArgumentException(fault + "; expected " + FORM);
    }
  }

  private static @Nullable String fault(String url) {
    if (!url.startsWith(SCHEME)) {
      return "is no address of PostgreSQL";
    }
    String place = place(url);
    if (place.contains("@")) {
      return "has a user before the host, which PostgreSQL's driver does not read";
    }
    String fault = hostFault(place);
    fault = fault == null ? nameFault(name(place)) : fault;
    fault = fault == null ? parameterFault(url.substring(place.length())) : fault;
    return fault == null ? driverFault(url) : fault;
  }

  private static @Nullable String hostFault(String place) {
    String hosts = hosts(place);
    if (hosts.isEmpty()) {
      return null;
    }
    if (!HOSTS.matcher(hosts).matches()) {
      return "has a host or port that cannot be read (shown nowhere, as it may hold a password)";
    }
    Matcher ports = PORT.matcher(hosts);
    while (ports.find()) {
      if (ports.group(1).length() > 5 || Integer.parseInt(ports.group(1)) > MOST_PORT) {
        return "has a port above " + MOST_PORT;
      }
    }
    return null;
  }

  private static @Nullable String nameFault(String name) {
    if (name.isEmpty()) {
      return "names no database";
    }
    return NAME.matcher(name).matches() && DECODED_NAME.matcher(decoded(name)).matches()
        ? null
        : "names a database with characters other than letters, digits and _-.%"
            + " (parameters begin with ?)";
  }

  private static @Nullable String parameterFault(String query) {
    if (query.length() <= 1) {
      return null;
    }
    for (String parameter : query.substring(1).split("&", -1)) {
      if (!parameter.isEmpty() && !PARAMETER.matcher(parameter).matches()) {
        return "has a parameter that is not of the form NAME=VALUE,"
            + " or a value with characters that are to be written as %XX";
      }
    }
    return null;
  }

  private static @Nullable String driverFault(String url) {
    @Nullable Properties parsed;
    try {
      parsed = Driver.parseURL(url, null);
    } catch (RuntimeException e) {
      return "cannot be read";
    }
    if (parsed == null) {
      return "cannot be read";
    }
    return PGProperty.PG_HOST.getOrDefault(parsed) == null ? "names no host" : null;
  }

  private static String place(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private static String hosts(String place) {
    String rest = place.substring(SCHEME.length());
    if (!rest.startsWith("//")) {
      return "";
    }
    int slash = rest.indexOf('/', 2);
    return rest.substring(2, slash < 0 ? rest.length() : slash);
  }

  private static String name(String place) {
    String rest = place.substring(SCHEME.length());
    if (!rest.startsWith("//")) {
      return rest.startsWith("/") ? rest.substring(1) : rest;
    }
    int slash = rest.indexOf('/', 2);
    return slash < 0 ? "" : rest.substring(slash + 1);
  }

  /** Without user, password and options, for messages; of an address that is none, nothing. */
  public static String words(String url) {
    return fault(url) == null ? place(url) : "the database";
  }

  /** A message without the passwords that the address has. */
  public static String masked(String message, String url) {
    String masked = message;
    Matcher secrets = SECRET.matcher(url);
    while (secrets.find()) {
      masked = without(masked, secrets.group(1));
    }
    return NAMED.matcher(masked).replaceAll("$1***");
  }

  private static String without(String message, String secret) {
    String masked = secret.isEmpty() ? message : message.replace(secret, "***");
    String plain = decoded(secret);
    return plain.isEmpty() ? masked : masked.replace(plain, "***");
  }

  /** Decoded as the driver does; empty when it cannot be. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
