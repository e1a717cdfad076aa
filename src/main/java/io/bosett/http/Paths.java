package io.bosett.http;

/** Paths of what there is, as they stand in links and {@code Location}. */
final class Paths {
  static final String ALLOCATIONS = "/v1/allocations";
  static final String ALLOCATION = ALLOCATIONS + "/{allocation}";
  static final String SCENARIOS = "/v1/scenarios";
  static final String SCENARIO = SCENARIOS + "/{scenario}";
  static final String DATASETS = "/v1/datasets";
  static final String DATASET = DATASETS + "/{dataset}";

  private Paths() {}

  static String allocation(String id) {
    return ALLOCATIONS + "/" + id;
  }

  static String scenario(String id) {
    return SCENARIOS + "/" + id;
  }

  static String dataset(String id) {
    return DATASETS + "/" + id;
  }
}
