package io.bosett.check;

import io.bosett.model.Certificate;
import io.bosett.model.Conflict;
import io.bosett.model.Multipliers;
import io.bosett.model.Result;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.Place;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.SolverReport;
import io.bosett.model.Result.Status;
import io.bosett.model.Result.Stopped;
import io.bosett.model.Result.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A result with mutable fields. */
final class Forged {
  String scenario;
  Status status;
  @Nullable Stopped stopped;
  @Nullable Proof proof;
  @Nullable Long objective;
  @Nullable Long bound;
  @Nullable Long gap;
  @Nullable FitReport fit;
  Totals totals;
  List<Place> places;
  List<FilledIn> filledIn;
  @Nullable Disturbance disturbance;
  @Nullable Certificate certificate;
  @Nullable Conflict conflict;
  SolverReport solver;

  Forged(Result of) {
    scenario = of.scenario();
    status = of.status();
    stopped = of.stopped();
    proof = of.proof();
    objective = of.objective();
    bound = of.bound();
    gap = of.gap();
    fit = of.fit();
    totals = of.totals();
    places = new ArrayList<>(of.places());
    filledIn = new ArrayList<>(of.filledIn());
    disturbance = of.disturbance();
    certificate = of.certificate();
    conflict = of.conflict();
    solver = of.solver();
  }

  Result result() {
    return new Result(
        scenario,
        status,
        stopped,
        proof,
        objective,
        bound,
        gap,
        fit,
        totals,
        places,
        filledIn,
        disturbance,
        certificate,
        conflict,
        List.of(),
        solver);
  }

  void place(int k, UnaryOperator<Place> change) {
    places.set(k, change.apply(places.get(k)));
  }

  /** Adds to the persons and minors of a place. */
  void add(int k, int persons, int minors) {
    place(
        k,
        p ->
            new Place(
                p.municipality(),
                p.name(),
                p.county(),
                p.persons() + persons,
                p.minors() + minors,
                p.target(),
                p.cap(),
                p.binding()));
  }

  void multipliers(UnaryOperator<Multipliers> change) {
    Certificate c = certificate;
    certificate =
        new Certificate(
            c.scale(),
            change.apply(c.multipliers()),
            c.bound(),
            c.open(),
            c.scenarioHash(),
            c.datasetHash());
  }

  void open(UnaryOperator<List<String>> change) {
    Certificate c = certificate;
    certificate =
        new Certificate(
            c.scale(),
            c.multipliers(),
            c.bound(),
            change.apply(new ArrayList<>(c.open())),
            c.scenarioHash(),
            c.datasetHash());
  }
}
