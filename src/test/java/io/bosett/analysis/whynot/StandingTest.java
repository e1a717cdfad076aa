package io.bosett.analysis.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Label;
import org.junit.jupiter.api.Test;

/** What an answer rests on. */
final class StandingTest {
  @Test
  void what_a_solver_alone_claims_is_estimated_whatever_the_lever_is_worth() {
    assertThat(Standing.label(Label.PROVEN, true)).isEqualTo(Label.PROVEN);
    assertThat(Standing.label(Label.SCANNED, true)).isEqualTo(Label.SCANNED);
    assertThat(Standing.label(Label.PROVEN, false)).isEqualTo(Label.ESTIMATED);
    assertThat(Standing.label(Label.SCANNED, false)).isEqualTo(Label.ESTIMATED);
  }

  @Test
  void what_is_not_known_is_neither_in_nor_certified() {
    assertThat(Standing.UNKNOWN.isKnown()).isFalse();
    assertThat(Standing.UNKNOWN.isIn()).isFalse();
    assertThat(Standing.UNKNOWN.certified()).isFalse();
    assertThat(Standing.OUT.isKnown()).isTrue();
    assertThat(Standing.OUT.isIn()).isFalse();
  }
}
