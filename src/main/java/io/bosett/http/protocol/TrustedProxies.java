package io.bosett.http.protocol;

import io.bosett.http.settings.ProxySettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * The reverse proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Prefix} are believed.
 * The same headers from anybody else say nothing.
 */
public final class TrustedProxies {
  /** Names the path under which the proxy's callers see the service. */
  public static final String PREFIX = "X-Forwarded-Prefix";

  /** An address in figures, of IPv4 or, with colons, IPv6; names are never looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}"
              + "|(?=[^:]*:)[0-9a-fA-F:.]{2,45}");

  private final String basePath;
  private final InetAddressSet trusted = new InetAddressSet();

  public TrustedProxies(ProxySettings settings) {
    basePath = settings.basePath();
    trusted.addAll(settings.trusted());
  }

  /** Whether a request comes from a trusted proxy. */
  public boolean isTrusted(Request request) {
    return isTrusted(Request.getRemoteAddr(request));
  }

  private boolean isTrusted(@Nullable String address) {
    @Nullable InetAddress parsed = trusted.isEmpty() || address == null ? null : parsed(address);
    return parsed != null && trusted.test(parsed);
  }

  /** An address of IPv4 within IPv6 as that of IPv4; null for what is no address. */
  private static @Nullable InetAddress parsed(String address) {
    try {
      return ADDRESS.matcher(address).matches() ? InetAddress.getByName(address) : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /**
   * The header that names the prefix when a trusted proxy sends one that is no sound path, else
   * null. Several such headers are one list, and no path.
   */
  public @Nullable String unsoundPrefix(Request request) {
    @Nullable String header = prefixHeader(request);
    return header == null || isSound(bare(header)) ? null : header;
  }

  /** The path under which the caller sees the service; empty for none. */
  String prefix(Request request) {
    @Nullable String header = prefixHeader(request);
    return header != null && isSound(bare(header)) ? bare(header) : basePath;
  }

  /** The header of a trusted proxy; null when there is none. */
  private @Nullable String prefixHeader(Request request) {
    return isTrusted(request) ? HeaderValues.joined(request.getHeaders(), PREFIX) : null;
  }

  private static boolean isSound(String path) {
    return path.isEmpty() || ProxySettings.isSound(path);
  }

  /** Without the slash at the end that some proxies send. */
  private static String bare(String header) {
    String path = header.strip();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /**
   * The address of the client: the last one in {@code X-Forwarded-For} that is no trusted proxy's,
   * as far as trusted proxies have written it; else that of the connection. An address has one
   * form, however it was written.
   */
  String client(Request request) {
    String connection = Request.getRemoteAddr(request);
    return isTrusted(connection) ? client(connection, hops(request.getHeaders())) : connection;
  }

  /** The same of the connection's address and the hops of the header. */
  public String client(String connection, List<String> hops) {
    String client = connection;
    for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
      @Nullable InetAddress hop = parsed(address(hops.get(i)));
      if (hop == null) {
        return client;
      }
      client = hop.getHostAddress();
    }
    return client;
  }

  private static List<String> hops(HttpFields headers) {
    return Collections.list(headers.getValues(HttpHeader.X_FORWARDED_FOR.asString())).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .toList();
  }

  /** Without the port and brackets that some proxies write. */
  private static String address(String hop) {
    try {
      String host = new HostPort(hop).getHost();
      return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    } catch (IllegalArgumentException e) {
      return hop;
    }
  }
}
