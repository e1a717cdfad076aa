package io.bosett.http.protocol;

import io.javalin.http.Context;

/**
 * Links to the resources, also for {@code Location}, and the paths of their routes.
 *
 * @param prefix path before those of the service, as the caller sees them; empty for none
 */
public record Links(String prefix) {
  public static final String ALLOCATIONS = "/v1/allocations";
  public static final String ALLOCATION = ALLOCATIONS + "/{allocation}";
  public static final String ANALYSES = "/v1/analyses";
  public static final String ANALYSIS = ANALYSES + "/{analysis}";
  public static final String SWEEPS = "/v1/sweeps";
  public static final String SWEEP = SWEEPS + "/{sweep}";
  public static final String SCENARIOS = "/v1/scenarios";
  public static final String SCENARIO = SCENARIOS + "/{scenario}";
  public static final String DATASETS = "/v1/datasets";
  public static final String DATASET = DATASETS + "/{dataset}";
  public static final String IMPORTS = DATASET + "/imports";

  /** The links of a response. */
  public static Links of(Context ctx) {
    return new Links(Exchange.of(ctx).prefix());
  }

  public String allocation(String id) {
    return prefix + ALLOCATIONS + "/" + id;
  }

  public String scenario(String id) {
    return prefix + SCENARIOS + "/" + id;
  }

  public String dataset(String id) {
    return prefix + DATASETS + "/" + id;
  }
}
