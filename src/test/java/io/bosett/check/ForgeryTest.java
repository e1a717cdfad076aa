package io.bosett.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Proof;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A result that stands, and what happens when anything in it is changed. */
class ForgeryTest {
  private static final Problem PROBLEM = Forgeries.PROBLEM;
  private static final Result TRUE = Forgeries.TRUE;

  @Test
  void the_true_result_is_confirmed_and_certified_by_search() {
    Verdict verdict = Checker.check(PROBLEM, TRUE);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.certified()).isTrue();
    assertThat(verdict.reason()).matches("[1-9]\\d* open candidates searched, [1-9]\\d* states");
    assertThat(TRUE.certificate().open()).isNotEmpty();
    assertThat(TRUE.filledIn()).isNotEmpty();
  }

  @Test
  void a_claimed_or_certified_proof_makes_no_difference_when_it_holds() {
    for (Proof proof : Proof.values()) {
      Forged forged = new Forged(TRUE);
      forged.proof = proof;
      assertThat(Checker.check(PROBLEM, forged.result()).confirmed()).isTrue();
    }
  }

  @Test
  void too_few_states_leave_a_claim_standing_but_not_a_certified_proof() {
    Forged forged = new Forged(TRUE);
    forged.proof = Proof.CLAIMED;
    Verdict claimed = Checker.check(PROBLEM, forged.result(), 1, () -> false);
    assertThat(claimed.confirmed()).isTrue();
    assertThat(claimed.certified()).isFalse();
    assertThat(claimed.reason()).contains("gave up");
    forged.proof = Proof.CERTIFIED;
    assertThat(Checker.check(PROBLEM, forged.result(), 1, () -> false).findings())
        .extracting(Finding::pointer)
        .containsExactly("/proof");
  }

  @Test
  void a_stop_skips_the_search_and_nothing_else() {
    Forged forged = new Forged(TRUE);
    forged.proof = Proof.CLAIMED;
    Verdict stopped = Checker.check(PROBLEM, forged.result(), () -> true);
    assertThat(stopped.confirmed()).isTrue();
    assertThat(stopped.certified()).isFalse();
    assertThat(stopped.reason()).contains("stopped");
    forged.objective = TRUE.objective() + 1;
    forged.proof = Proof.CERTIFIED;
    assertThat(Checker.check(PROBLEM, forged.result(), () -> true).findings())
        .extracting(Finding::pointer)
        .contains("/objective", "/proof");
  }

  @Test
  void a_search_that_is_under_way_hears_a_stop() {
    AtomicInteger asked = new AtomicInteger();
    Forged forged = new Forged(TRUE);
    forged.proof = Proof.CLAIMED;
    Verdict whole = Checker.check(PROBLEM, forged.result(), () -> asked.incrementAndGet() < 0);
    assertThat(whole.certified()).isTrue();
    int times = asked.getAndSet(0);
    assertThat(times).isGreaterThan(3);
    Verdict stopped =
        Checker.check(PROBLEM, forged.result(), () -> asked.incrementAndGet() >= times / 2);
    assertThat(stopped.confirmed()).isTrue();
    assertThat(stopped.certified()).isFalse();
    assertThat(asked.get()).isLessThan(times / 2 + 3);
  }

  @Test
  void without_a_certificate_nothing_is_certified() {
    Forged forged = new Forged(TRUE);
    forged.certificate = null;
    Verdict verdict = Checker.check(PROBLEM, forged.result());
    assertThat(verdict.confirmed()).isTrue();
    assertThat(verdict.certified()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.bosett.check.Forgeries#all")
  void every_forgery_is_refuted_where_it_is(String name, Consumer<Forged> forgery, String pointer) {
    Forged forged = new Forged(TRUE);
    forgery.accept(forged);
    Verdict verdict = Checker.check(PROBLEM, forged.result());
    assertThat(verdict.findings()).extracting(Finding::pointer).contains(pointer);
    assertThat(verdict.toString()).doesNotContain("Optional");
  }
}
