package io.bosett.program;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Dataset;
import io.bosett.model.Result.FilledIn;
import io.bosett.program.figures.Counties;
import io.bosett.program.figures.Figures;
import io.bosett.program.figures.Figures.Source;
import io.bosett.program.figures.StandardizedValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The candidates' figures as criteria use them, with what several criteria share computed once. */
final class CandidateFigures {
  /** How many powers, and how many factors, are kept from one scenario to the next. */
  private static final int KEPT = 16;

  private final Dataset dataset;
  private final CandidateSet candidates;
  private final Figures figures;
  private final Counties counties;
  private final Map<Source, ImputedFigure> filled = new LinkedHashMap<>();
  private final Map<Source, double[]> standardized = new HashMap<>();
  private final Map<Change, double[]> powers = latest();
  private final Map<Change, double[]> factors = latest();

  CandidateFigures(Dataset dataset, CandidateSet candidates, Figures figures, Counties counties) {
    this.dataset = dataset;
    this.candidates = candidates;
    this.figures = figures;
    this.counties = counties;
  }

  /** A map that forgets what has not been asked for the longest. */
  private static Map<Change, double[]> latest() {
    return new LinkedHashMap<>(KEPT, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Change, double[]> eldest) {
        return size() > KEPT;
      }
    };
  }

  /** The values, with missing ones imputed. */
  ImputedFigure filled(Source source) {
    return filled.computeIfAbsent(
        source, key -> ImputedFigure.of(key, figures.raw(key), candidates, dataset, counties));
  }

  /** {@code base^power}; {@code base^1} is the base. */
  double[] power(Base base) {
    Source source = Source.of(base);
    double[] values = filled(source).values();
    if (base.power() == 1) {
      return values;
    }
    return powers.computeIfAbsent(
        new Change(source, base.power()),
        key -> {
          double[] powered = new double[values.length];
          for (int i = 0; i < values.length; i++) {
            powered[i] = StrictMath.pow(values[i], key.by);
          }
          return powered;
        });
  }

  /** {@code exp(strength * z)}. */
  double[] factor(Tilt tilt) {
    Source source = Source.of(tilt);
    double[] z =
        standardized.computeIfAbsent(source, key -> StandardizedValues.z(filled(key).values()));
    return factors.computeIfAbsent(
        new Change(source, tilt.strength()),
        key -> {
          double[] factor = new double[z.length];
          for (int i = 0; i < z.length; i++) {
            factor[i] = StrictMath.exp(key.by * z[i]);
          }
          return factor;
        });
  }

  /** Suitability from 0 to 1 by the tilt, or by the base where there is none. */
  double[] scores(Criterion criterion) {
    @Nullable Tilt tilt = criterion.tilt();
    Source source = tilt == null ? Source.of(criterion.base()) : Source.of(tilt);
    return StandardizedValues.scores(filled(source).values(), tilt != null && tilt.strength() < 0);
  }

  /** The imputed values, in the order in which figures were first requested, without repeats. */
  List<FilledIn> filledIn() {
    Collection<FilledIn> all = haveDistinctIndicators() ? new ArrayList<>() : new LinkedHashSet<>();
    filled.values().forEach(figure -> all.addAll(figure.filledIn()));
    return List.copyOf(all);
  }

  private boolean haveDistinctIndicators() {
    long indicators =
        filled.entrySet().stream()
            .filter(entry -> !entry.getValue().filledIn().isEmpty())
            .map(entry -> entry.getKey().figure().indicator())
            .distinct()
            .count();
    long figures = filled.values().stream().filter(f -> !f.filledIn().isEmpty()).count();
    return indicators == figures;
  }

  private record Change(Source source, double by) {
    @Override
    public int hashCode() {
      return 31 * source.hashCode() + Double.hashCode(by);
    }
  }
}
