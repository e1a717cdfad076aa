package io.bosett.analysis.whynot;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CertificateLosses;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.solve.Variant;
import io.bosett.solve.VariantAnswer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A variant with its answer, and whether a candidate is in every optimum of it, or in some. */
final class SolvedVariant {
  private final SolveSession session;
  private final Variant variant;
  private final VariantAnswer answer;
  private @Nullable CertificateLosses bounds;

  private SolvedVariant(SolveSession session, Variant variant, VariantAnswer answer) {
    this.session = session;
    this.variant = variant;
    this.answer = answer;
  }

  static SolvedVariant of(SolveSession session, Variant variant) {
    return new SolvedVariant(session, variant, session.solve(variant));
  }

  /** Whether optimum or infeasibility is proven. */
  boolean isProven() {
    return answer.isProven();
  }

  Program program() {
    return variant.program();
  }

  boolean isFeasible() {
    return answer.isOptimal();
  }

  /** The optimum. Only of a feasible one. */
  Assignment optimum() {
    return Objects.requireNonNull(answer.assignment());
  }

  /**
   * Whether candidate {@code i} is in every optimum, or, when {@code weak}, in some; null when that
   * is not proven.
   */
  @Nullable Boolean isIn(int i, boolean weak) {
    if (!answer.isProven()) {
      return null;
    }
    if (!answer.isOptimal()) {
      return false;
    }
    boolean shown = optimum().persons()[i] > 0;
    if (shown == weak) {
      return shown; // In the one shown is in some; not in it is not in every one.
    }
    Boolean strict = isStrict(i, shown);
    return strict == null ? null : Boolean.valueOf(strict == shown);
  }

  /** Whether every optimum has candidate {@code i} on the side of the one shown; or null. */
  private @Nullable Boolean isStrict(int i, boolean shown) {
    long objective = Objects.requireNonNull(answer.objective());
    if (answer.prices() != null && bounds().of(i, shown, objective) > 0) {
      return true;
    }
    VariantAnswer other = session.solve(shown ? variant.without(i) : variant.with(i));
    if (!other.isProven()) {
      return null;
    }
    return other.isInfeasible() || Objects.requireNonNull(other.objective()) < objective;
  }

  private synchronized CertificateLosses bounds() {
    CertificateLosses known = bounds;
    if (known == null) {
      known = new CertificateLosses(variant.program(), Objects.requireNonNull(answer.prices()));
      bounds = known;
    }
    return known;
  }

  /** The differences from the base scenario's optimum; who is no candidate is asked for nobody. */
  List<NumberChange> changes() {
    return isFeasible()
        ? NumberChange.between(
            session.program(), session.assignment(), variant.program(), optimum())
        : List.of();
  }
}
