package io.bosett.tiles;

import io.bosett.model.Dataset;

/**
 * Points in the plane, y downwards. The projection is equirectangular at the middle latitude, which
 * keeps directions well enough for a tile map. A municipality without coordinates stands at the
 * mean of its county, or of all.
 */
record PlanePoints(double[] x, double[] y) {
  int size() {
    return x.length;
  }

  double squaredDistance(int i, int j) {
    double dx = x[i] - x[j];
    double dy = y[i] - y[j];
    return dx * dx + dy * dy;
  }

  static boolean isKnown(Dataset dataset, int position) {
    return !Double.isNaN(dataset.longitude(position)) && !Double.isNaN(dataset.latitude(position));
  }

  static PlanePoints of(Dataset dataset) {
    int n = dataset.size();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      if (isKnown(dataset, i)) {
        least = Math.min(least, dataset.latitude(i));
        most = Math.max(most, dataset.latitude(i));
      }
    }
    double shrink = Math.cos(Math.toRadians((least + most) / 2));
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = shrink * coordinate(dataset, i, true);
      y[i] = -coordinate(dataset, i, false);
    }
    return new PlanePoints(x, y);
  }

  private static double coordinate(Dataset dataset, int position, boolean longitude) {
    if (isKnown(dataset, position)) {
      return longitude ? dataset.longitude(position) : dataset.latitude(position);
    }
    double ofCounty = mean(dataset, dataset.county(position), longitude);
    return Double.isNaN(ofCounty) ? mean(dataset, null, longitude) : ofCounty;
  }

  private static double mean(
      Dataset dataset, @org.jspecify.annotations.Nullable String county, boolean longitude) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < dataset.size(); i++) {
      if (isKnown(dataset, i) && (county == null || county.equals(dataset.county(i)))) {
        sum += longitude ? dataset.longitude(i) : dataset.latitude(i);
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
