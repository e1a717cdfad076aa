package io.bosett.http.protocol;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rate limit on wrong keys: a leaky bucket for each client address, of IPv6 for each network of
 * 64 bits. Right keys are never refused, so that nobody can lock out others behind the same
 * address. What is refused is logged once a minute and address, with its number. Thread-safe.
 */
public final class FailedKeys {
  private static final Logger LOG = LoggerFactory.getLogger(FailedKeys.class);
  private static final long MINUTE = 60_000_000_000L;
  private static final long SECOND = 1_000_000_000;
  private static final int MOST_ADDRESSES = 10_000;
  private static final int NETWORK_BYTES = 8;
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]+");

  private final long share;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  /**
   * @param most wrong keys of an address in a minute
   * @param nanoTime the clock
   */
  public FailedKeys(int most, LongSupplier nanoTime) {
    share = MINUTE / most;
    this.nanoTime = nanoTime;
  }

  private static final class Bucket {
    /** Nanoseconds until the bucket is empty, at {@link #seen}. */
    long level;

    long seen;
    long told;
    int refused;
  }

  /**
   * Counts a wrong key.
   *
   * @return seconds until the next may be tried; 0 when this one is below the limit
   */
  synchronized int count(String address) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(network(address), key -> empty(now));
    bucket.level = Math.max(0, bucket.level - (now - bucket.seen));
    bucket.seen = now;
    long over = bucket.level + share - MINUTE;
    if (over <= 0) {
      bucket.level += share;
      return 0;
    }
    bucket.refused++;
    tell(bucket, address, now);
    return (int) ((over + SECOND - 1) / SECOND);
  }

  private static Bucket empty(long now) {
    Bucket bucket = new Bucket();
    bucket.seen = now;
    bucket.told = now - MINUTE;
    return bucket;
  }

  private static void tell(Bucket bucket, String address, long now) {
    if (now - bucket.told >= MINUTE) {
      LOG.atWarn()
          .addKeyValue("client", address)
          .addKeyValue("refused", bucket.refused)
          .log("too many wrong keys; those refused appear in no other line");
      bucket.told = now;
      bucket.refused = 0;
    }
  }

  private static String network(String address) {
    try {
      if (ADDRESS.matcher(address).matches()) {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        return HexFormat.of()
            .formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
      }
      return address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
