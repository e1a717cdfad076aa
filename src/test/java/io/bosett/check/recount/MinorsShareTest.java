package io.bosett.check.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinorsShareTest {
  /** Bounds are taken at the fraction, which may therefore allow more minors but never fewer. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "0.34", "0.123456789", "0.1234567891", "1e-12", "0.9999999999", "1"})
  void the_fraction_is_the_share_or_a_little_more(String text) {
    BigDecimal share = new BigDecimal(text);
    MinorsShare minorsShare = new MinorsShare(share);
    BigDecimal denominator = BigDecimal.valueOf(minorsShare.denominator());
    BigDecimal scaled = share.multiply(denominator);
    BigDecimal numerator = BigDecimal.valueOf(minorsShare.numerator());
    assertThat(numerator).isGreaterThanOrEqualTo(scaled);
    assertThat(numerator.subtract(scaled)).isLessThan(BigDecimal.ONE);
  }
}
