package io.bosett.program;

import io.bosett.model.CellRef;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Places;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The caps of the candidates: the demand or the lowest of the maxima; the minimum where a cell has
 * no number, and wherever the cap would be below it.
 */
final class Caps {
  private final Places places;
  private final Dataset dataset;
  private final CandidateSet candidates;
  private final int[] caps;

  private Caps(Places places, Dataset dataset, CandidateSet candidates) {
    this.places = places;
    this.dataset = dataset;
    this.candidates = candidates;
    caps = new int[candidates.size()];
  }

  static int[] of(Places places, int demand, Dataset dataset, CandidateSet candidates) {
    Caps caps = new Caps(places, dataset, candidates);
    Integer maximum = places.maximum();
    int most = maximum == null ? demand : Math.min(demand, maximum);
    Arrays.fill(caps.caps, Math.max(places.minimum(), most));
    Places.ShareOf shareOf = places.maximumShareOf();
    if (shareOf != null) {
      caps.lower(shareOf.cell(), shareOf.share());
    }
    Places.Per1000 per1000 = places.maximumPer1000();
    if (per1000 != null) {
      caps.lower(per1000.cell(), per1000.value().movePointLeft(3));
    }
    return caps.caps;
  }

  private void lower(CellRef cell, BigDecimal factor) {
    @Nullable Column column = dataset.column(cell.indicator(), cell.year());
    ExactFactor exact = ExactFactor.of(factor);
    for (int i = 0; i < caps.length && column != null; i++) {
      double value = column.value(candidates.positions()[i]);
      long most = Double.isNaN(value) ? places.minimum() : exact.of(value);
      caps[i] = (int) Math.min(caps[i], Math.max(places.minimum(), most));
    }
  }
}
