package io.bosett.http.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.util.HostPort;

/**
 * The names by which the service may be called. A page of another site whose name is made to
 * resolve to this machine (DNS rebinding) still names that site in {@code Host}, and is refused.
 */
public final class HostNames {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");

  private final Set<String> names = new TreeSet<>();
  private final List<String> configured;

  /**
   * @param configured names by which callers may know the service
   * @param bound address at which it listens
   */
  public HostNames(List<String> configured, String bound) {
    this.configured = List.copyOf(configured);
    configured.forEach(name -> names.add(bare(name)));
    names.add(bare(bound));
  }

  /** A host with the port at which it is called. */
  private record Place(String name, int port) {
    static Place of(String authority, int usualPort) {
      HostPort parsed = new HostPort(authority.strip());
      return new Place(bare(authority), parsed.getPort(usualPort));
    }
  }

  /** Whether a {@code Host} header, with or without a port, names this service. */
  public boolean allowsHost(String header) {
    String name = bare(header);
    return isLoopback(name) || names.contains(name);
  }

  /**
   * Whether an {@code Origin} header names this service: the host and the port that the request was
   * sent to, for other ports of a machine are others' pages, or one of the configured names, by
   * which a proxy may be called that names the service otherwise.
   *
   * @param host the {@code Host} header of the same request
   */
  public boolean allowsOrigin(String header, String host) {
    try {
      URI origin = URI.create(header);
      String authority = origin.getRawAuthority();
      int usual = "https".equalsIgnoreCase(origin.getScheme()) ? HTTPS : HTTP;
      return authority != null
          && Stream.concat(Stream.of(host), configured.stream())
              .map(one -> Place.of(one, usual))
              .anyMatch(Place.of(authority, usual)::equals);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether an address that is to be bound is one of loopback. */
  public static boolean isLoopback(String host) {
    String name = bare(host);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || LOOPBACK_V4.matcher(name).matches();
  }

  /** Without port, brackets, a final dot and capital letters; as it is when it is no host. */
  private static String bare(String host) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    try {
      name = new HostPort(name).getHost();
    } catch (IllegalArgumentException e) {
      return name;
    }
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
