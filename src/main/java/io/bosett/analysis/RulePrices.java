package io.bosett.analysis;

import io.bosett.analysis.RegionRules.Of;
import io.bosett.model.Certificate;
import io.bosett.model.Multipliers;
import io.bosett.model.Problem;
import io.bosett.program.Assignment;
import io.bosett.program.Limits;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Prices the shared rules of a program, by the multipliers and by solving again. */
final class RulePrices {
  private final Problem problem;
  private final Program program;
  private final Assignment assignment;
  private final @Nullable Certificate certificate;
  private final @Nullable Resolve resolve;
  private int left;

  /**
   * @param certificate whose multipliers are the marginal prices, or null
   * @param resolve to solve again with, or null
   * @param resolves how often at the most
   */
  RulePrices(
      Problem problem,
      Program program,
      Assignment assignment,
      @Nullable Certificate certificate,
      @Nullable Resolve resolve,
      int resolves) {
    this.problem = problem;
    this.program = program;
    this.assignment = assignment;
    this.certificate = certificate;
    this.resolve = resolve;
    this.left = resolves;
  }

  /** The rules that limit something. */
  List<RulePrice> all() {
    @Nullable Multipliers m = certificate == null ? null : certificate.multipliers();
    List<RulePrice> list = new ArrayList<>();
    list.add(
        price(
            "/demand/persons",
            "demand.persons",
            "persons to be settled",
            program.persons(),
            sum(assignment.persons()),
            m == null ? null : m.persons(),
            ProgramParts::persons));
    if (program.minors().most() > 0) {
      list.add(
          price(
              "/demand/minors",
              "demand.minors",
              "minors to be settled",
              program.minors(),
              sum(assignment.minors()),
              m == null ? null : m.minors(),
              ProgramParts::minors));
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
              ProgramParts::selected));
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
              ProgramParts::minorsPlaces));
    }
    for (int r = 0; r < program.regions().size(); r++) {
      addRegion(r, m == null ? null : m.regions().get(r), list);
    }
    return list;
  }

  private void addRegion(int r, Multipliers.@Nullable OfRegion m, List<RulePrice> list) {
    RegionRule region = program.regions().get(r);
    String name = RegionRules.name(problem.scenario(), problem.dataset(), region.index());
    for (Of of : Of.values()) {
      Limits limits = limits(region, of);
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

  private static Limits limits(RegionRule region, Of of) {
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

  private static RegionRule with(RegionRule region, Of of, Limits limits) {
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

  private RulePrice price(
      String pointer,
      String rule,
      String what,
      Limits limits,
      long used,
      @Nullable Long multiplier,
      BiFunction<ProgramParts, Limits, ProgramParts> move) {
    boolean equality = limits.least() == limits.most();
    boolean atMost = limits.hasMost() && used == limits.most();
    boolean atLeast = limits.least() > 0 && used == limits.least();
    Limits up = new Limits(equality ? limits.least() + 1 : limits.least(), limits.most() + 1);
    Limits down = new Limits(limits.least() - 1, equality ? limits.most() - 1 : limits.most());
    return new RulePrice(
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
      BiFunction<ProgramParts, Limits, ProgramParts> move, Limits moved) {
    if (resolve == null || left == 0) {
      return null;
    }
    left--;
    return resolve.effect(move.apply(ProgramParts.of(program), moved).program());
  }

  private static String words(Limits limits) {
    if (limits.least() == limits.most()) {
      return "exactly " + Words.count(limits.least());
    }
    String least = limits.hasLeast() ? "at least " + Words.count(limits.least()) : "";
    String most = limits.hasMost() ? "at most " + Words.count(limits.most()) : "";
    return least + (least.isEmpty() || most.isEmpty() ? "" : ", ") + most;
  }

  private static long sum(int[] amounts) {
    return Arrays.stream(amounts).asLongStream().sum();
  }

  private static long positive(int[] amounts) {
    return Arrays.stream(amounts).filter(amount -> amount > 0).count();
  }
}
