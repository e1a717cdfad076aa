package io.bosett.http.protocol;

/** Paths of the resources, for links and {@code Location}. */
public final class Links {
  public static final String ALLOCATIONS = "/v1/allocations";
  public static final String ALLOCATION = ALLOCATIONS + "/{allocation}";
  public static final String SCENARIOS = "/v1/scenarios";
  public static final String SCENARIO = SCENARIOS + "/{scenario}";
  public static final String DATASETS = "/v1/datasets";
  public static final String DATASET = DATASETS + "/{dataset}";
  public static final String IMPORTS = DATASET + "/imports";

  private Links() {}

  public static String allocation(String id) {
    return ALLOCATIONS + "/" + id;
  }

  public static String scenario(String id) {
    return SCENARIOS + "/" + id;
  }

  public static String dataset(String id) {
    return DATASETS + "/" + id;
  }
}
