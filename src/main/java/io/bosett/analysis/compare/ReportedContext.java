package io.bosett.analysis.compare;

import io.bosett.analysis.compare.Comparison.FitOfSide;
import io.bosett.model.Dataset;
import io.bosett.model.Result;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison context from what results report: names of places, and their own fits. */
final class ReportedContext implements ComparisonContext {
  private final Map<String, Result.Place> places = new HashMap<>();
  private final Map<ComparedAllocation, Result> results = new HashMap<>();
  private final @Nullable Dataset figures;

  /**
   * @param figures names of municipalities that are in no result, or null
   */
  ReportedContext(@Nullable Dataset figures) {
    this.figures = figures;
  }

  void add(ComparedAllocation side, @Nullable Result result) {
    if (result != null) {
      results.put(side, result);
      result.places().forEach(place -> places.putIfAbsent(place.municipality(), place));
    }
  }

  @Override
  public String name(String municipality) {
    Result.Place place = places.get(municipality);
    int position = position(municipality);
    if (place != null) {
      return place.name();
    }
    return figures == null || position < 0 ? municipality : figures.name(position);
  }

  @Override
  public String county(String municipality) {
    Result.Place place = places.get(municipality);
    int position = position(municipality);
    if (place != null) {
      return place.county();
    }
    return figures == null || position < 0 ? "" : figures.county(position);
  }

  private int position(String municipality) {
    return figures == null ? -1 : figures.position(municipality);
  }

  @Override
  public boolean isKnown(String municipality) {
    return places.containsKey(municipality) || position(municipality) >= 0;
  }

  @Override
  public boolean isCandidate(String municipality) {
    return true;
  }

  @Override
  public @Nullable FitOfSide fit(ComparedAllocation side) {
    Result result = results.get(side);
    Result.FitReport fit = result == null ? null : result.fit();
    return fit == null ? null : FitOfSide.of(fit).orderedById();
  }

  @Override
  public Comparison.Note.Kind noteOnFits() {
    return Comparison.Note.Kind.OTHER_SCENARIOS_OWN_FITS;
  }
}
