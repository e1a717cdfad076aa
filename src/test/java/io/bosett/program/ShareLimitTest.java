package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareLimitTest {
  private static final int CASES =
      (int) (20_000 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));

  private static void agrees(BigDecimal share, int persons, String why) {
    int exact =
        share.multiply(BigDecimal.valueOf(persons)).setScale(0, RoundingMode.FLOOR).intValue();
    ShareLimit limit = ShareLimit.of(share);
    assertThat(limit.minorsOf(persons)).as("%s: %s of %d", why, share, persons).isEqualTo(exact);
    if (exact > 0) {
      int least = limit.personsFor(exact);
      assertThat(limit.minorsOf(least)).as("%s: %s", why, share).isGreaterThanOrEqualTo(exact);
      assertThat(limit.minorsOf(least - 1)).as("%s: %s", why, share).isLessThan(exact);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "0.5",
        "0.58",
        "0.75",
        "0.1",
        "1e-7",
        "0.9999999",
        "0.99999999",
        "1.000",
        "0.333333333333333333333333333333333333",
        "0.66666666666666666666666666666666666667",
        "0.1000000000000000000000000000000000001",
        "0.0999999999999999999999999999999999",
        "0.00000009999",
        "0E-20",
        "1e-999999999"
      })
  void floors_equal_those_of_exact_decimals_at_chosen_shares(String share) {
    for (int persons : new int[] {0, 1, 2, 3, 10, 50, 99, 4400, 9_999_999, 10_000_000}) {
      if (share.equals("1e-999999999")) {
        assertThat(ShareLimit.of(new BigDecimal(share)).minorsOf(persons)).isZero();
      } else {
        agrees(new BigDecimal(share), persons, "chosen");
      }
    }
  }

  @Test
  void floors_equal_those_of_exact_decimals_at_random_shares_of_few_and_many_digits() {
    Random random = new Random(20180101);
    for (int k = 0; k < CASES; k++) {
      int digits = 1 + random.nextInt(k % 3 == 0 ? 60 : 9);
      BigInteger unscaled = new BigInteger(digits * 4, random).mod(BigInteger.TEN.pow(digits));
      BigDecimal share = new BigDecimal(unscaled, digits);
      agrees(share, random.nextInt(10_000_001), "seed 20180101, case " + k);
    }
  }

  @Test
  void floors_are_exact_right_beside_fractions_that_persons_hit() {
    Random random = new Random(4400);
    for (int k = 0; k < CASES; k++) {
      int persons = 1 + random.nextInt(10_000_000);
      int minors = random.nextInt(persons);
      int scale = 8 + random.nextInt(40);
      BigDecimal near =
          BigDecimal.valueOf(minors).divide(BigDecimal.valueOf(persons), scale, RoundingMode.FLOOR);
      agrees(near, persons, "seed 4400, below, case " + k);
      BigDecimal above = near.add(BigDecimal.ONE.movePointLeft(scale)).min(BigDecimal.ONE);
      agrees(above, persons, "seed 4400, above, case " + k);
    }
  }

  @Test
  void a_share_of_zero_allows_no_minors_among_any_number() {
    assertThat(ShareLimit.of(BigDecimal.ZERO).personsFor(1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(ShareLimit.of(BigDecimal.ZERO).personsFor(0)).isZero();
  }
}
