package io.bosett.analysis.explain;

import io.bosett.analysis.CountPhrases;
import io.bosett.analysis.ProgramEdits;
import io.bosett.analysis.conflict.RegionRules;
import io.bosett.analysis.conflict.RegionRules.Of;
import io.bosett.model.Certificate;
import io.bosett.model.Multipliers;
import io.bosett.model.Problem;
import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes the shadow prices of a program's shared rules (demand, minors, selection, minors'
 * places, regions): marginal ones from the multipliers, exact ones by solving again.
 */
final class ShadowPrices {
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

  /** The rules that have a limit. */
  List<ShadowPrice> all() {
    @Nullable Multipliers m = certificate == null ? null : certificate.multipliers();
    List<ShadowPrice> list = new ArrayList<>();
    list.add(
        price(
            "/demand/persons",
            "demand.persons",
            "persons to be settled",
            program.persons(),
            sum(assignment.persons()),
            m == null ? null : m.persons(),
            ProgramEdits::persons));
    if (program.minors().most() > 0) {
      list.add(
          price(
              "/demand/minors",
              "demand.minors",
              "minors to be settled",
              program.minors(),
              sum(assignment.minors()),
              m == null ? null : m.minors(),
              ProgramEdits::minors));
    }
    if (!program.selected().isFree()) {
      list.add(
          price(
              "/selection",
              "selection",
              "candidates selected",
              program.selected(),
              positive(assignment.persons()),
              m == null ? null : m.selected(),
              ProgramEdits::selected));
    }
    if (!program.minorsPlaces().isFree()) {
      list.add(
          price(
              "/minors/municipalities/atMost",
              "minors.municipalities.atMost",
              "municipalities that take minors",
              program.minorsPlaces(),
              positive(assignment.minors()),
              m == null ? null : m.minorsMunicipalities(),
              ProgramEdits::minorsPlaces));
    }
    for (int r = 0; r < program.regions().size(); r++) {
      addRegion(r, m == null ? null : m.regions().get(r), list);
    }
    return list;
  }

  private void addRegion(int r, Multipliers.@Nullable OfRegion m, List<ShadowPrice> list) {
    RegionRule region = program.regions().get(r);
    String name = RegionRules.name(problem.scenario(), problem.dataset(), region.index());
    for (Of of : Of.values()) {
      Bounds limits = limits(region, of);
      if (!limits.isFree()) {
        list.add(
            price(
                "/regions/" + region.index() + "/" + of.field(),
                "regions." + of.field(),
                of.field() + " in " + name,
                limits,
                used(region, of),
                m == null ? null : multiplier(m, of),
                (parts, moved) -> parts.region(r, with(region, of, moved))));
      }
    }
  }

  private static Bounds limits(RegionRule region, Of of) {
    return switch (of) {
      case PERSONS -> region.persons();
      case MINORS -> region.minors();
      case SELECTED -> region.selected();
    };
  }

  private static long multiplier(Multipliers.OfRegion m, Of of) {
    return switch (of) {
      case PERSONS -> m.persons();
      case MINORS -> m.minors();
      case SELECTED -> m.selected();
    };
  }

  private static RegionRule with(RegionRule region, Of of, Bounds limits) {
    return new RegionRule(
        region.index(),
        region.members(),
        of == Of.PERSONS ? limits : region.persons(),
        of == Of.MINORS ? limits : region.minors(),
        of == Of.SELECTED ? limits : region.selected());
  }

  private long used(RegionRule region, Of of) {
    int[] amounts = of == Of.MINORS ? assignment.minors() : assignment.persons();
    int[] members = IntStream.of(region.members()).map(i -> amounts[i]).toArray();
    return of == Of.SELECTED ? positive(members) : sum(members);
  }

  private ShadowPrice price(
      String pointer,
      String rule,
      String what,
      Bounds limits,
      long used,
      @Nullable Long multiplier,
      BiFunction<ProgramEdits, Bounds, ProgramEdits> move) {
    boolean equality = limits.least() == limits.most();
    boolean atMost = limits.hasMost() && used == limits.most();
    boolean atLeast = limits.least() > 0 && used == limits.least();
    Bounds up = new Bounds(equality ? limits.least() + 1 : limits.least(), limits.most() + 1);
    Bounds down = new Bounds(limits.least() - 1, equality ? limits.most() - 1 : limits.most());
    return new ShadowPrice(
        pointer,
        rule,
        what + ": " + words(limits),
        used,
        limits.least() > 0 || equality ? limits.least() : null,
        limits.hasMost() ? limits.most() : null,
        multiplier == null ? null : marginal(multiplier),
        atMost ? effect(move, up) : null,
        atLeast ? effect(move, down) : null);
  }

  private @Nullable Double marginal(long multiplier) {
    return certificate == null ? null : multiplier / (1e6 * certificate.scale());
  }

  private @Nullable Effect effect(
      BiFunction<ProgramEdits, Bounds, ProgramEdits> move, Bounds moved) {
    if (whatIf == null || left == 0) {
      return null;
    }
    left--;
    return whatIf.effect(move.apply(ProgramEdits.of(program), moved).program());
  }

  private static String words(Bounds limits) {
    if (limits.least() == limits.most()) {
      return "exactly " + CountPhrases.count(limits.least());
    }
    String least = limits.hasLeast() ? "at least " + CountPhrases.count(limits.least()) : "";
    String most = limits.hasMost() ? "at most " + CountPhrases.count(limits.most()) : "";
    return least + (least.isEmpty() || most.isEmpty() ? "" : ", ") + most;
  }

  private static long sum(int[] amounts) {
    return Arrays.stream(amounts).asLongStream().sum();
  }

  private static long positive(int[] amounts) {
    return Arrays.stream(amounts).filter(amount -> amount > 0).count();
  }
}
