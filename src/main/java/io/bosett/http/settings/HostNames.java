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
 * The allow list of host names: protects against DNS rebinding and cross-site requests. A page of
 * another site whose name resolves to this machine still sends that site's name in {@code Host},
 * and is refused.
 */
public final class HostNames {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");

  private final Set<String> names = new TreeSet<>();
  private final List<String> configured;

  /**
   * @param configured host names by which callers may address the service
   * @param bound address on which it listens
   */
  public HostNames(List<String> configured, String bound) {
    this.configured = List.copyOf(configured);
    configured.forEach(name -> names.add(bare(name)));
    names.add(bare(bound));
  }

  /** A host name with its port. */
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
   * Whether an {@code Origin} header is same-origin: the host and port that the request was sent
   * to, since other ports of a machine serve others' pages, or a configured name, for a proxy that
   * rewrites {@code Host}.
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

  /** Whether an address is a loopback address. */
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
