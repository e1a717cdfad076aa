package io.bosett.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as sent on the wire; nothing in it need be valid.
 *
 * @param method may be unknown
 * @param target path and query as they are sent
 * @param headers name and value of each, in order
 * @param body sent with its length, unless {@code headers} say otherwise
 */
record ContractRequest(String method, String target, List<Header> headers, byte[] body) {
  private static final int LONGEST_SHOWN = 3_000;

  /** A header as it is sent. */
  record Header(String name, String value) {}

  static ContractRequest of(String method, String target) {
    return new ContractRequest(method, target, List.of(), new byte[0]);
  }

  static ContractRequest json(String method, String target, String body) {
    return of(method, target)
        .with("Content-Type", "application/json")
        .withBody(body.getBytes(UTF_8));
  }

  ContractRequest with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new ContractRequest(method, target, more, body);
  }

  ContractRequest withBody(byte[] newBody) {
    return new ContractRequest(method, target, headers, newBody);
  }

  ContractRequest withTarget(String newTarget) {
    return new ContractRequest(method, newTarget, headers, body);
  }

  ContractRequest withMethod(String newMethod) {
    return new ContractRequest(newMethod, target, headers, body);
  }

  ContractRequest withHeaders(List<Header> newHeaders) {
    return new ContractRequest(method, target, newHeaders, body);
  }

  boolean has(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  /** Without the query, and without the service's address. */
  String path() {
    return target.replaceFirst("^https?://[^/]*", "").replaceFirst("(?s)[?#].*", "");
  }

  /** Everything that is sent, a host and the length of the body added where they are missing. */
  byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    if (!has("Host")) {
      head.append("Host: localhost\r\n");
    }
    headers.forEach(header -> head.append(header.name() + ": " + header.value() + "\r\n"));
    boolean length = has("Content-Length") || has("Transfer-Encoding");
    if (!length && (body.length > 0 || method.equals("POST") || method.equals("PUT"))) {
      head.append("Content-Length: " + body.length + "\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  @Override
  public String toString() {
    byte[] bytes = bytes();
    String shown = new String(bytes, 0, Math.min(bytes.length, LONGEST_SHOWN), ISO_8859_1);
    return shown.replace("\r\n", "\n") + (bytes.length > LONGEST_SHOWN ? "…" : "");
  }
}
