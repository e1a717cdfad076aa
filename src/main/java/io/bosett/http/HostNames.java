package io.bosett.http;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names by which the service may be called. A page of another site whose name is made to
 * resolve to this machine (DNS rebinding) still names that site in {@code Host}, and is refused.
 */
final class HostNames {
  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

  private final Set<String> names = new TreeSet<>();

  HostNames(Collection<String> configured) {
    configured.forEach(name -> names.add(bare(name)));
  }

  /** Whether a {@code Host} header, with or without a port, names this service. */
  boolean allowsHost(String header) {
    String name = bare(header);
    return isLoopback(name) || names.contains(name);
  }

  /** Whether an {@code Origin} header names this service. */
  boolean allowsOrigin(String header) {
    try {
      String authority = URI.create(header).getAuthority();
      return authority != null && allowsHost(authority);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether an address that is to be bound is one of loopback. */
  static boolean isLoopback(String host) {
    String name = bare(host);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || LOOPBACK_V4.matcher(name).matches();
  }

  /** Without port, brackets, a final dot and capital letters. */
  private static String bare(String host) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("[")) {
      int end = name.indexOf(']');
      boolean whole = end > 0 && (end == name.length() - 1 || name.charAt(end + 1) == ':');
      return whole ? name.substring(1, end) : name;
    }
    if (name.indexOf(':') == name.lastIndexOf(':')) {
      name = PORT.matcher(name).replaceFirst("");
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
