package io.bosett.http;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Headers that somebody parses, with short texts of the characters that mean something to parsers.
 */
final class OddHeaders {
  static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "Connection",
          "Content-Encoding",
          "Content-Type",
          "Cookie",
          "Expect",
          "Forwarded",
          "Host",
          "Idempotency-Key",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "If-Unmodified-Since",
          "Last-Event-ID",
          "Origin",
          "Prefer",
          "Range",
          "Referer",
          "TE",
          "Upgrade",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          "X-HTTP-Method-Override",
          "X-Request-Id");

  private static final List<String> PIECES =
      List.of(
          ";",
          ";",
          ",",
          ",",
          "\"",
          "\"",
          "=",
          "*",
          "/",
          "\\",
          "'",
          "(",
          ")",
          "<",
          ">",
          "[",
          "]",
          ":",
          "@",
          "?",
          "{",
          "}",
          "%",
          "%zz",
          "%00",
          " ",
          "\t",
          "-",
          "+",
          ".",
          "..",
          "q=",
          "q=1e9",
          "W/",
          "a",
          "0",
          "-1",
          "99999999999999999999",
          "bytes=",
          "charset=",
          "charset=\"",
          "utf-8",
          "wait=",
          "wait=\"1",
          "application/json",
          "text/*",
          "*/*;q=",
          "gzip",
          "\"x\"",
          "::1",
          "[::1]:",
          "::ffff:",
          "1.2.3.4",
          "256.1.1.1",
          "en-",
          "nb;q=",
          "x-",
          "\u00e5",
          "\u00ff",
          "\u0080",
          "http://",
          "//",
          "Bearer ",
          "Basic ",
          "for=",
          "websocket",
          "100-continue",
          "localhost",
          "close");

  private static final int MOST_PIECES = 5;

  private OddHeaders() {}

  /** One, by chance. */
  static ContractRequest.Header of(SplittableRandom random) {
    return of(NAMES.get(random.nextInt(NAMES.size())), random);
  }

  /** One of that name; often with nothing but a single special character. */
  static ContractRequest.Header of(String name, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(3) == 0 ? 1 : random.nextInt(1, MOST_PIECES + 1);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return new ContractRequest.Header(name, text.toString());
  }
}
