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

  /** Whoever is no candidate is out, whatever the answer is. */
  Standing standingOfNone() {
    return answer.isProven() ? new Standing(false, answer.certified(), null) : Standing.UNKNOWN;
  }

  /** Whether candidate {@code i} is in every optimum, or, when {@code weak}, in some. */
  Standing standing(int i, boolean weak) {
    if (!answer.isProven()) {
      return Standing.UNKNOWN;
    }
    boolean shown = answer.isOptimal() && optimum().persons()[i] > 0;
    if (!answer.isOptimal() || shown == weak) {
      // In the one shown is in some; not in it is not in every one.
      return new Standing(shown, answer.certified(), answer.assignment());
    }
    return compared(i, shown);
  }

  /** Whether any optimum has candidate {@code i} on the other side than the one shown. */
  private Standing compared(int i, boolean shown) {
    long objective = Objects.requireNonNull(answer.objective());
    if (answer.prices() != null && bounds().of(i, shown, objective) > 0) {
      return new Standing(shown, answer.certified(), answer.assignment());
    }
    session.plan(1);
    VariantAnswer other = session.solve(shown ? variant.without(i) : variant.with(i));
    if (!other.isProven()) {
      return Standing.UNKNOWN;
    }
    boolean isStrict =
        other.isInfeasible() || Objects.requireNonNull(other.objective()) < objective;
    Assignment witness = isStrict ? answer.assignment() : other.assignment();
    return new Standing(isStrict == shown, answer.certified() && other.certified(), witness);
  }

  /** Whether asking candidate {@code i}, which is not asked, loses so many units or more. */
  boolean losesAtLeast(int i, long units) {
    if (!answer.isOptimal()) {
      return answer.isInfeasible();
    }
    boolean shown = optimum().persons()[i] > 0;
    long objective = Objects.requireNonNull(answer.objective());
    if (shown || (answer.prices() != null && bounds().of(i, false, objective) >= units)) {
      return !shown && answer.certified();
    }
    session.plan(1);
    VariantAnswer other = session.solve(variant.with(i));
    boolean isLess = other.isInfeasible();
    if (other.isOptimal()) {
      isLess = objective - Objects.requireNonNull(other.objective()) >= units;
    }
    return isLess && answer.certified() && other.certified();
  }

  private synchronized CertificateLosses bounds() {
    CertificateLosses known = bounds;
    if (known == null) {
      known = new CertificateLosses(variant.program(), Objects.requireNonNull(answer.prices()));
      bounds = known;
    }
    return known;
  }

  /**
   * The differences of a standing's witness from the base scenario's optimum; who is no candidate
   * is asked for nobody.
   */
  List<NumberChange> changes(Standing standing) {
    Assignment witness = standing.witness();
    return witness == null
        ? List.of()
        : NumberChange.between(session.program(), session.assignment(), variant.program(), witness);
  }
}
