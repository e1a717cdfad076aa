package io.bosett.program.lots;

import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;

/**
 * The limits on what a set of candidates gets together.
 *
 * @param persons on the sum of persons
 * @param minors on the sum of minors
 * @param selected on the number of selected
 * @param places on the number of those with minors
 */
record LotLimits(Bounds persons, Bounds minors, Bounds selected, Bounds places) {
  /** The limits over all candidates. */
  static LotLimits general(Program program) {
    return new LotLimits(
        program.limits(Term.PERSONS),
        program.limits(Term.MINORS),
        program.limits(Term.SELECTED),
        program.limits(Term.MINORS_PLACES));
  }

  /**
   * The limits on a part of the candidates: those of its region, and none of those over all is
   * exceeded by the part alone.
   *
   * @param region by its index, or {@link SharedRule#ALL} for candidates outside all regions
   */
  static LotLimits part(Program program, int region) {
    LotLimits all = general(program);
    return new LotLimits(
        atMost(of(program, region, Term.PERSONS), all.persons),
        atMost(of(program, region, Term.MINORS), all.minors),
        atMost(of(program, region, Term.SELECTED), all.selected),
        atMost(Bounds.FREE, all.places));
  }

  private static Bounds of(Program program, int region, Term term) {
    return program.rules().stream()
        .filter(rule -> !rule.isGeneral() && rule.region() == region)
        .filter(rule -> rule.quantity() == term)
        .map(SharedRule::limits)
        .findFirst()
        .orElse(Bounds.FREE);
  }

  private static Bounds atMost(Bounds own, Bounds all) {
    return new Bounds(own.least(), Math.min(own.most(), all.most()));
  }
}
