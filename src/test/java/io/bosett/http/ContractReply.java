package io.bosett.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.util.List;

/**
 * A response on the wire.
 *
 * @param status of the last, not an interim, response
 * @param headers by name, whatever the case
 * @param body decoded from chunks and compression; empty when there is none
 * @param closes whether the server ends the connection
 */
record ContractReply(int status, HttpHeaders headers, byte[] body, boolean closes) {
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  String text() {
    return new String(body, UTF_8);
  }

  /** Violations of the contract by this response to a request. */
  List<String> faults(String method, String path) {
    return ContractCheck.faults(method, path, status, headers, body);
  }
}
