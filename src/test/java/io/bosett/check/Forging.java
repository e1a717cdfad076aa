package io.bosett.check;

import io.bosett.model.Certificate;
import io.bosett.model.Multipliers;
import io.bosett.model.Result;
import io.bosett.model.Result.Binding;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.Place;
import io.bosett.model.Result.Totals;
import java.util.List;

/** The single changes of which forged results are made. */
final class Forging {
  private static final Result TRUE = Forgeries.TRUE;

  private Forging() {}

  static int persons(int k) {
    return TRUE.places().get(k).persons();
  }

  static int minors(int k) {
    return TRUE.places().get(k).minors();
  }

  static int indexOf(String id) {
    return TRUE.places().stream().map(Place::municipality).toList().indexOf(id);
  }

  static Place as(Place p, String id) {
    return new Place(
        id, p.name(), p.county(), p.persons(), p.minors(), p.target(), p.cap(), p.binding());
  }

  static Place shown(Place p, String name, String county, Place of) {
    return new Place(
        p.municipality(),
        name,
        county,
        of.persons(),
        of.minors(),
        of.target(),
        of.cap(),
        of.binding());
  }

  static Place with(Place p, double target, int cap) {
    return new Place(
        p.municipality(),
        p.name(),
        p.county(),
        p.persons(),
        p.minors(),
        p.target() + target,
        p.cap() + cap,
        p.binding());
  }

  static Place inverted(Place p) {
    List<Binding> other = p.binding().isEmpty() ? List.of(Binding.CAP) : List.of();
    return new Place(
        p.municipality(),
        p.name(),
        p.county(),
        p.persons(),
        p.minors(),
        p.target(),
        p.cap(),
        other);
  }

  static Totals totals(Totals t, int c, int s, int p, int m, int q) {
    return new Totals(
        t.candidates() + c,
        t.selected() + s,
        t.persons() + p,
        t.minors() + m,
        t.minorsMunicipalities() + q);
  }

  static FitReport fit(double total, double persons, double minors, double second) {
    FitReport f = TRUE.fit();
    FitReport.OfCriterion last = f.criteria().get(1);
    return new FitReport(
        f.total() + total,
        f.persons() + persons,
        f.minors() + minors,
        List.of(f.criteria().get(0), new FitReport.OfCriterion(last.id(), last.fit() + second)));
  }

  static FilledIn filled(double value, String from) {
    return new FilledIn("C", "rate", value, from);
  }

  static Multipliers changed(Multipliers m, long persons, long minors, long places) {
    long[] inOrder = m.inOrder();
    inOrder[0] += persons;
    inOrder[1] += minors;
    inOrder[3] += places;
    return Multipliers.of(inOrder);
  }

  /** With another multiplier for the minors of the first region. */
  static Multipliers regional(Multipliers m, long minors) {
    long[] inOrder = m.inOrder();
    inOrder[5] += minors;
    return Multipliers.of(inOrder);
  }

  static Multipliers fewer(Multipliers m) {
    return new Multipliers(m.general(), m.regions().subList(0, 1));
  }

  static Certificate with(Certificate c, int scale, long bound) {
    return new Certificate(
        c.scale() + scale,
        c.multipliers(),
        c.bound() + bound,
        c.open(),
        c.scenarioHash(),
        c.datasetHash());
  }

  static Certificate hashed(Certificate c, String scenario, String dataset) {
    return new Certificate(c.scale(), c.multipliers(), c.bound(), c.open(), scenario, dataset);
  }

  static List<String> shortened(List<String> open) {
    return open.subList(1, open.size());
  }

  static List<String> lengthened(List<String> open) {
    List<String> all = List.of("A", "B", "C", "D", "E");
    return all.equals(open) ? List.of("A", "B", "C", "D", "E", "F") : all;
  }

  static List<String> doubled(List<String> open) {
    open.add(open.get(0));
    return open;
  }
}
