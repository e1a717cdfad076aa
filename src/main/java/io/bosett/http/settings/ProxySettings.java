package io.bosett.http.settings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Where the service is behind reverse proxies.
 *
 * @param basePath path under which callers see the service, such as {@code /bosett}; empty for none
 * @param trusted IP addresses and CIDR networks of the proxies whose {@code X-Forwarded-} headers
 *     are believed
 */
public record ProxySettings(String basePath, List<String> trusted) {
  /** No proxy. */
  public static final ProxySettings NONE = new ProxySettings("", List.of());

  /** What a base path may be, for messages. */
  public static final String ALLOWED_PATH =
      "a path such as /bosett that ends without a slash and is none of the service's own, such as"
          + " /v1";

  /** What a proxy may be named by, for messages. */
  public static final String ALLOWED_PROXY =
      "an IP address, or a network such as 10.0.0.0/8 or fd00::/8";

  private static final int LONGEST = 200;
  private static final Pattern SEGMENTS = Pattern.compile("(/(?!\\.\\.?(/|$))[A-Za-z0-9._~-]+)+");
  private static final Pattern NETWORK =
      Pattern.compile("(([0-9]+\\.){3}[0-9]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?");
  private static final Set<String> OWN = Set.of("v1", "page", "docs", "health");

  public ProxySettings {
    trusted = List.copyOf(trusted);
  }

  /**
   * Whether a path can stand before those of the service: its segments need no escaping, and its
   * first is none of the service's, so that a path with it is told from one without.
   */
  public static boolean isSound(String path) {
    return path.length() <= LONGEST
        && SEGMENTS.matcher(path).matches()
        && !OWN.contains(path.split("/", -1)[1]);
  }

  /** Whether a text names one address or a network. */
  public static boolean isNetwork(String text) {
    try {
      return NETWORK.matcher(text).matches() && new InetAddressSet().add(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
