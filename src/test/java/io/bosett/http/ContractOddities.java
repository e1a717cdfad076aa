package io.bosett.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Odd values and bytes for fuzzing. */
final class ContractOddities {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "1",
          "0.1",
          "5.0",
          "1e0",
          "1e308",
          "-1e308",
          "1e400",
          "1e-400",
          "1e999999999",
          "123456789012345678901234567890",
          "9223372036854775807",
          "2147483648",
          "-2147483648",
          "0.30000000000000004",
          "012",
          "+1",
          ".5",
          "1.",
          "NaN",
          "Infinity",
          "'a'",
          "undefined",
          "\"\"",
          "\" \"",
          "\"s\"",
          "\"0\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\ud83d\\ude00\"",
          "\"=1+1\"",
          "\"@SUM(A1)\"",
          "\"<script>alert(1)</script>\"",
          "\"../../etc/passwd\"",
          "\"'; drop table x; --\"",
          "\"%s%n%x\"",
          "\"\\u202e\"",
          "\"a\\nb\\tc\"",
          "\"\t\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"\":null}",
          "{\"a\":{\"b\":[1,2,{\"c\":\"d\"}]}}",
          "\"__proto__\"",
          "\"norway-2018\"",
          "\"population\"",
          "2017",
          "2018",
          "{\"atLeast\":1}",
          "{\"atLeast\":2,\"atMost\":1}",
          "//x",
          "/*x*/1",
          "");
  private static final int[] LENGTHS = {101, 1_001, 10_001, 300_000};
  private static final int[] DEPTHS = {31, 33, 500, 20_000};

  private ContractOddities() {}

  /** A text that stands where a JSON value belongs; often it is one. */
  static String value(SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> "\"" + "ø".repeat(LENGTHS[random.nextInt(LENGTHS.length)]) + "\"";
      case 1 -> nested(random, DEPTHS[random.nextInt(DEPTHS.length)]);
      case 2 -> "1" + "0".repeat(LENGTHS[random.nextInt(LENGTHS.length)]);
      case 3 -> Long.toString(random.nextLong());
      case 4 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
      default -> VALUES.get(random.nextInt(VALUES.size()));
    };
  }

  private static String nested(SplittableRandom random, int depth) {
    boolean list = random.nextBoolean();
    String whole = (list ? "[" : "{\"a\":").repeat(depth) + "1" + (list ? "]" : "}").repeat(depth);
    return random.nextInt(4) == 0 ? whole.substring(0, whole.length() / 2) : whole;
  }

  /** The bytes with something done to them that knows nothing of their meaning. */
  static byte[] damaged(byte[] bytes, SplittableRandom random) {
    int length = bytes.length;
    int at = length == 0 ? 0 : random.nextInt(length);
    return switch (random.nextInt(11)) {
      case 0 -> new byte[0];
      case 1, 2 -> Arrays.copyOf(bytes, at);
      case 3 -> inserted(bytes, at, new byte[] {(byte) 0xc3});
      case 4 -> inserted(bytes, at, new byte[] {(byte) 0xf5, (byte) 0x80, 0});
      case 5 -> inserted(bytes, at, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
      case 6 -> inserted(bytes, 0, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
      case 7 -> new String(bytes, UTF_8).getBytes(random.nextBoolean() ? UTF_16 : ISO_8859_1);
      case 8 -> inserted(bytes, length, "{}".getBytes(UTF_8));
      case 9 -> flipped(bytes, at, random);
      default -> inserted(bytes, at, Arrays.copyOfRange(bytes, at / 2, at));
    };
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] more) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, at);
    all.writeBytes(more);
    all.write(bytes, at, bytes.length - at);
    return all.toByteArray();
  }

  private static byte[] flipped(byte[] bytes, int at, SplittableRandom random) {
    byte[] flipped = bytes.clone();
    for (int i = at; i < Math.min(bytes.length, at + 4); i++) {
      flipped[i] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** Bytes that are hardly HTTP. */
  static byte[] garbage(SplittableRandom random) {
    byte[] noise = new byte[random.nextInt(1, 400)];
    random.nextBytes(noise);
    return switch (random.nextInt(10)) {
      case 0 -> noise;
      case 1 -> "GET\r\n\r\n".getBytes(UTF_8);
      case 2 -> "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n".getBytes(UTF_8);
      case 3 -> "GET /v1/demo HTTP/1.1\r\n\r\n".getBytes(UTF_8);
      case 4 -> "GET /v1/demo HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n".getBytes(UTF_8);
      case 5 -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8);
      case 6 ->
          ("POST /v1/allocations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                  + "Content-Length: 5\r\n\r\nzz\r\n"
                  + new String(noise, ISO_8859_1))
              .getBytes(ISO_8859_1);
      case 7 ->
          ("GET /" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8);
      case 8 ->
          ("GET /v1/demo HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(20_000) + "\r\n")
              .getBytes(UTF_8);
      default ->
          ("GET /v1/demo HTTP/1.1\r\nHost localhost\r\n" + new String(noise, ISO_8859_1))
              .getBytes(ISO_8859_1);
    };
  }
}
