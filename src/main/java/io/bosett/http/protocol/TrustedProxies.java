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

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

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
    try {
      return address != null
          && !trusted.isEmpty()
          && ADDRESS.matcher(address).matches()
          && trusted.test(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * The header that names the prefix when a trusted proxy sends one that is no sound path, else
   * null.
   */
  public @Nullable String unsoundPrefix(Request request) {
    String header = request.getHeaders().get(PREFIX);
    return header == null || !isTrusted(request) || isSound(bare(header)) ? null : header;
  }

  /** The path under which the caller sees the service; empty for none. */
  String prefix(Request request) {
    String header = request.getHeaders().get(PREFIX);
    return header != null && isTrusted(request) && isSound(bare(header)) ? bare(header) : basePath;
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
   * as far as trusted proxies have written it; else that of the connection.
   */
  String client(Request request) {
    String client = Request.getRemoteAddr(request);
    List<String> hops = hops(request.getHeaders());
    for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
      String hop = address(hops.get(i));
      if (!ADDRESS.matcher(hop).matches()) {
        return client;
      }
      client = hop;
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
