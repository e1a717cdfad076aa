package io.bosett.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.bosett.check.recount.Recomputation;
import io.bosett.model.Band;
import io.bosett.model.Candidates;
import io.bosett.model.CellRef;
import io.bosett.model.Conflict;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Missing;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Result;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import io.bosett.model.Result.Stopped;
import io.bosett.model.Result.Totals;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A problem with every kind of rule, a valid result, and ways to forge it. */
final class Forgeries {
  static final Problem PROBLEM = problem();
  static final Result TRUE = answer();

  private static Problem problem() {
    Dataset dataset =
        new Figured()
            .add("A", "1", 900)
            .add("B", "1", 700)
            .add("C", "2", 500)
            .add("D", "2", 450)
            .add("E", "2", 200)
            .add("F", "3", 50)
            .cells("rate", 2017, 60.0, 70.0, null, 55.0, 65.0)
            .cells("minors", 2016, 3.0, 0.0, 5.0, null, Double.NaN)
            .build();
    Asked asked = new Asked();
    asked.demand = new Demand(21, 5);
    asked.candidates = new Candidates(null, null, List.of("F"));
    asked.selection = new Selection.Share(new BigDecimal("0.7"), new BigDecimal("0.1"));
    asked.places = new Places(3, 9, null, null);
    asked.minors =
        new Minors(
            2,
            new BigDecimal("0.5"),
            4,
            2,
            new Minors.Who.Condition(new CellRef("minors", 2016), BigDecimal.ONE, null));
    Criterion.Tilt tilt = new Criterion.Tilt(new Figure("rate", 2017), 0.3, null, Missing.COUNTY);
    asked.criteria = List.of(Asked.onPopulation("size", 0.7), Asked.tilted("work/life", 0.3, tilt));
    asked.regions =
        List.of(
            new Region("North", "2", List.of(), new Band(8, 9), Band.FREE, Band.FREE),
            new Region("", null, List.of("A", "B"), Band.FREE, new Band(0, 3), Band.FREE));
    asked.fixed = List.of(new Fixed("D", null, null, true));
    asked.previous = new Previous(Map.of("A", 4, "E", 5), 0.01, 0.5);
    return asked.on(dataset);
  }

  private static Result answer() {
    Recomputation recomputation = new Recomputation(PROBLEM);
    long[] multipliers = DualDescent.run(recomputation, Answers.SCALE, 3);
    return new Answers(PROBLEM, recomputation, multipliers)
        .optimal(new EveryAllocation(recomputation).best());
  }

  private Forgeries() {}

  static Stream<Arguments> all() {
    return Stream.of(
            allocationForgeries(), reportForgeries(), statusForgeries(), certificateForgeries())
        .flatMap(s -> s);
  }

  private static Arguments forgery(String name, String pointer, Consumer<Forged> forgery) {
    return arguments(name, forgery, pointer);
  }

  private static Stream<Arguments> allocationForgeries() {
    return Stream.of(
        forgery(
            "a person moved",
            "/objective",
            f -> {
              f.add(0, -1, 0);
              f.add(1, 1, 0);
            }),
        forgery("a person more", "/places", f -> f.add(0, 1, 0)),
        forgery("a minor more", "/places", f -> f.add(0, 0, 1)),
        forgery("above the cap", "/places/0/persons", f -> f.add(0, 9, 0)),
        forgery("below the minimum", "/places/0/persons", f -> f.add(0, 2 - Forging.persons(0), 0)),
        forgery("nobody listed", "/places/0/persons", f -> f.add(0, -Forging.persons(0), 0)),
        forgery(
            "minors below the group", "/places/1/minors", f -> f.add(1, 0, 1 - Forging.minors(1))),
        forgery("minors where none may be", "/places/1/minors", f -> f.add(1, 0, 2)),
        forgery("minors beyond the share", "/places/0/minors", f -> f.add(0, 0, 9)),
        forgery("fewer than none", "/places/0/minors", f -> f.add(0, 0, -1 - Forging.minors(0))),
        forgery("a place removed", "/places", f -> f.places.remove(0)),
        forgery("a fixed one removed", "/places", f -> f.places.remove(Forging.indexOf("D"))),
        forgery("a place twice", "/places/1/municipality", f -> f.places.add(1, f.places.get(0))),
        forgery("out of order", "/places/1/municipality", f -> f.places.add(0, f.places.remove(1))),
        forgery(
            "an unknown place", "/places/0/municipality", f -> f.place(0, p -> Forging.as(p, "Q"))),
        forgery("no candidate", "/places/0/municipality", f -> f.place(0, p -> Forging.as(p, "F"))),
        forgery(
            "another name", "/places/0/name", f -> f.place(0, p -> Forging.shown(p, "Q", "1", p))),
        forgery(
            "another county",
            "/places/0/county",
            f -> f.place(0, p -> Forging.shown(p, p.name(), "2", p))),
        forgery(
            "another target", "/places/0/target", f -> f.place(0, p -> Forging.with(p, 1e-4, 0))),
        forgery("another cap", "/places/0/cap", f -> f.place(0, p -> Forging.with(p, 0, 1))),
        forgery("nothing binds", "/places/0/binding", f -> f.place(0, Forging::inverted)));
  }

  private static Stream<Arguments> reportForgeries() {
    Totals t = TRUE.totals();
    Disturbance d = TRUE.disturbance();
    return Stream.of(
        forgery("another scenario", "/scenario", f -> f.scenario = "another"),
        forgery(
            "candidates", "/totals/candidates", f -> f.totals = Forging.totals(t, 1, 0, 0, 0, 0)),
        forgery("selected", "/totals/selected", f -> f.totals = Forging.totals(t, 0, 1, 0, 0, 0)),
        forgery("persons", "/totals/persons", f -> f.totals = Forging.totals(t, 0, 0, 1, 0, 0)),
        forgery("minors", "/totals/minors", f -> f.totals = Forging.totals(t, 0, 0, 0, 1, 0)),
        forgery(
            "places",
            "/totals/minorsMunicipalities",
            f -> f.totals = Forging.totals(t, 0, 0, 0, 0, 1)),
        forgery("fit", "/fit/total", f -> f.fit = Forging.fit(1e-5, 0, 0, 0)),
        forgery("fit of persons", "/fit/persons", f -> f.fit = Forging.fit(0, 1e-5, 0, 0)),
        forgery("fit of minors", "/fit/minors", f -> f.fit = Forging.fit(0, 0, 1e-5, 0)),
        forgery("not a number", "/fit/minors", f -> f.fit = Forging.fit(0, 0, Double.NaN, 0)),
        forgery(
            "fit of a criterion",
            "/fit/criteria/work~1life",
            f -> f.fit = Forging.fit(0, 0, 0, 1e-5)),
        forgery(
            "no fit of minors",
            "/fit/minors",
            f -> f.fit = new FitReport(f.fit.total(), f.fit.persons(), null, f.fit.criteria())),
        forgery(
            "a criterion left out",
            "/fit/criteria",
            f -> f.fit = new FitReport(f.fit.total(), f.fit.persons(), f.fit.minors(), List.of())),
        forgery("a filling left out", "/filledIn", f -> f.filledIn.clear()),
        forgery(
            "another value",
            "/filledIn/0/value",
            f -> f.filledIn.set(0, Forging.filled(60.1, "county"))),
        forgery(
            "another source",
            "/filledIn/0",
            f -> f.filledIn.set(0, Forging.filled(60, "national"))),
        forgery("no disturbance", "/disturbance", f -> f.disturbance = null),
        forgery(
            "persons moved",
            "/disturbance/persons",
            f -> f.disturbance = new Disturbance(d.persons() + 1, d.switches(), d.cost())),
        forgery(
            "switches",
            "/disturbance/switches",
            f -> f.disturbance = new Disturbance(d.persons(), d.switches() - 1, d.cost())),
        forgery(
            "the cost",
            "/disturbance/cost",
            f -> f.disturbance = new Disturbance(d.persons(), d.switches(), d.cost() + 1)));
  }

  private static Stream<Arguments> statusForgeries() {
    return Stream.of(
        forgery("objective + 1", "/objective", f -> f.objective++),
        forgery("objective and bound + 1", "/objective", f -> f.objective = ++f.bound),
        forgery("no objective", "/objective", f -> f.objective = null),
        forgery("no fit", "/fit", f -> f.fit = null),
        forgery("bound lowered", "/bound", f -> f.bound--),
        forgery("no bound", "/bound", f -> f.bound = null),
        forgery("a gap", "/gap", f -> f.gap = 1L),
        forgery("optimal with a gap", "/bound", f -> f.gap = ++f.bound - f.objective),
        forgery(
            "a conflict", "/conflict", f -> f.conflict = new Conflict(List.of(), List.of(), true)),
        forgery("feasible and stopped by proof", "/stopped", f -> f.status = Status.FEASIBLE),
        forgery("infeasible with places", "/places", f -> f.status = Status.INFEASIBLE),
        forgery("infeasible with objective", "/objective", f -> f.status = Status.INFEASIBLE),
        forgery("unknown with fit", "/fit", f -> f.status = Status.UNKNOWN),
        forgery(
            "feasible with a proof",
            "/proof",
            f -> {
              f.status = Status.FEASIBLE;
              f.proof = Proof.CLAIMED;
            }),
        forgery(
            "feasible with a bound that nothing backs",
            "/bound",
            f -> {
              f.status = Status.FEASIBLE;
              f.stopped = Stopped.TIME_LIMIT;
            }),
        forgery(
            "certified without a certificate",
            "/proof",
            f -> {
              f.proof = Proof.CERTIFIED;
              f.certificate = null;
            }));
  }

  private static Stream<Arguments> certificateForgeries() {
    return Stream.of(
        forgery(
            "persons",
            "/certificate/bound",
            f -> f.multipliers(m -> Forging.changed(m, 500_000_000, 0, 0))),
        forgery(
            "minors",
            "/certificate/bound",
            f -> f.multipliers(m -> Forging.changed(m, 0, 50_000_000_000L, 0))),
        forgery(
            "a negative price where there is no lower limit",
            "/certificate/multipliers/minorsMunicipalities",
            f -> f.multipliers(m -> Forging.changed(m, 0, 0, -1 - m.inOrder()[3]))),
        forgery(
            "a price on a rule without limits",
            "/certificate/multipliers/regions/0/minors",
            f -> f.multipliers(m -> Forging.regional(m, 1))),
        forgery(
            "a region too few",
            "/certificate/multipliers/regions",
            f -> f.multipliers(Forging::fewer)),
        forgery(
            "a multiplier out of this world",
            "/certificate/multipliers",
            f -> f.multipliers(m -> Forging.changed(m, Long.MAX_VALUE / 2, 0, 0))),
        forgery(
            "bound", "/certificate/bound", f -> f.certificate = Forging.with(f.certificate, 0, -1)),
        forgery(
            "no scale",
            "/certificate/scale",
            f -> f.certificate = Forging.with(f.certificate, -1, 0)),
        forgery(
            "another scale",
            "/certificate/bound",
            f -> f.certificate = Forging.with(f.certificate, 1024, 0)),
        forgery("an open one left out", "/certificate/open", f -> f.open(Forging::shortened)),
        forgery("a settled one", "/certificate/open", f -> f.open(Forging::lengthened)),
        forgery("open out of order", "/certificate/open", f -> f.open(Forging::doubled)),
        forgery(
            "the scenario's hash",
            "/certificate/scenarioHash",
            f -> f.certificate = Forging.hashed(f.certificate, "0", f.certificate.datasetHash())),
        forgery(
            "the dataset's hash",
            "/certificate/datasetHash",
            f -> f.certificate = Forging.hashed(f.certificate, f.certificate.scenarioHash(), "0")));
  }
}
