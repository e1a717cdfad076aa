package io.bosett.analysis.explain;

import io.bosett.analysis.conflict.RegionRules;
import io.bosett.model.Certificate;
import io.bosett.model.CountPhrases;
import io.bosett.model.Problem;
import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes the shadow prices of a program's shared rules (demand, minors, selection, minors'
 * places, regions): marginal ones from the multipliers, exact ones by solving again.
 */
final class ShadowPrices {
  /** The names of the rules over all candidates. */
  private static final Map<String, String> GENERAL =
      Map.of(
          "demand.persons", "persons to be settled",
          "demand.minors", "minors to be settled",
          "selection", "candidates selected",
          "minors.municipalities.atMost", "municipalities that take minors");

  private final Problem problem;
  private final Program program;
  private final Assignment assignment;
  private final @Nullable Certificate certificate;
  private final @Nullable WhatIf whatIf;
  private int left;

  /**
   * @param certificate whose multipliers are the marginal prices, or null
   * @param whatIf to solve again with, or null
   * @param resolves limit on the solves
   */
  ShadowPrices(
      Problem problem,
      Program program,
      Assignment assignment,
      @Nullable Certificate certificate,
      @Nullable WhatIf whatIf,
      int resolves) {
    this.problem = problem;
    this.program = program;
    this.assignment = assignment;
    this.certificate = certificate;
    this.whatIf = whatIf;
    this.left = resolves;
  }

  /** The rules that have a limit; a quota of 0 has none. */
  List<ShadowPrice> all() {
    long @Nullable [] multipliers =
        certificate == null ? null : certificate.multipliers().inOrder();
    List<ShadowPrice> list = new ArrayList<>();
    for (int k = 0; k < program.rules().size(); k++) {
      SharedRule rule = program.rules().get(k);
      boolean noQuota =
          rule.isGeneral() && rule.quantity() == Term.MINORS && rule.limits().most() == 0;
      if (!rule.limits().isFree() && !noQuota) {
        list.add(price(k, rule, multipliers == null ? null : marginal(multipliers[k])));
      }
    }
    return list;
  }

  private ShadowPrice price(int place, SharedRule rule, @Nullable Double marginal) {
    Bounds limits = rule.limits();
    long used = rule.sum(assignment);
    boolean equality = limits.least() == limits.most();
    boolean atMost = limits.hasMost() && used == limits.most();
    boolean atLeast = limits.least() > 0 && used == limits.least();
    Bounds up = new Bounds(equality ? limits.least() + 1 : limits.least(), limits.most() + 1);
    Bounds down = new Bounds(limits.least() - 1, equality ? limits.most() - 1 : limits.most());
    return new ShadowPrice(
        rule.pointer(),
        rule.name(),
        region(rule),
        what(rule) + ": " + words(limits),
        used,
        limits.least() > 0 || equality ? limits.least() : null,
        limits.hasMost() ? limits.most() : null,
        marginal,
        atMost ? effect(place, up) : null,
        atLeast ? effect(place, down) : null);
  }

  private String what(SharedRule rule) {
    String quantity = rule.quantity().label();
    @Nullable String region = region(rule);
    return region == null
        ? GENERAL.getOrDefault(rule.name(), quantity)
        : quantity + " in " + region;
  }

  private @Nullable String region(SharedRule rule) {
    return rule.isGeneral()
        ? null
        : RegionRules.name(problem.scenario(), problem.dataset(), rule.region());
  }

  private @Nullable Double marginal(long multiplier) {
    return certificate == null ? null : multiplier / (1e6 * certificate.scale());
  }

  private @Nullable Effect effect(int place, Bounds moved) {
    if (whatIf == null) {
      return null;
    }
    if (left == 0) {
      whatIf.leaveOut();
      return null;
    }
    left--;
    return whatIf.effect(program.withLimits(place, moved));
  }

  private static String words(Bounds limits) {
    if (limits.least() == limits.most()) {
      return "exactly " + CountPhrases.count(limits.least());
    }
    String least = limits.hasLeast() ? "at least " + CountPhrases.count(limits.least()) : "";
    String most = limits.hasMost() ? "at most " + CountPhrases.count(limits.most()) : "";
    return least + (least.isEmpty() || most.isEmpty() ? "" : ", ") + most;
  }
}
