package io.bosett.http.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The metrics registry (Micrometer) and its exposition in Prometheus' text format. */
public final class Metrics implements AutoCloseable {
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
  private static final Duration[] STEPS = {
    Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
    Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
    Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Kept, so that a request need not build its timer and look it up in the registry. */
  private final Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();

  /**
   * @param tags names and values in turns
   */
  private record TimerKey(String name, List<String> tags) {}

  public Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  void request(String method, String route, int status, long nanos) {
    record(
        "http.server.requests",
        "Requests, by route, method and status",
        Duration.ofNanos(nanos),
        "method",
        METHODS.contains(method) ? method : "other",
        "route",
        route,
        "status",
        Integer.toString(status));
  }

  /** Records a solve. */
  public void solve(String solver, String state, String status, Duration duration) {
    record(
        "bosett.solves",
        "Solves of this process that have ended, by solver, state and status",
        duration,
        "solver",
        solver,
        "state",
        state,
        "status",
        status);
  }

  /** Records an analysis. */
  public void analysis(String kind, String state, String status, Duration duration) {
    record(
        "bosett.analyses",
        "Analyses of this process that have ended, by kind, state and status",
        duration,
        "kind",
        kind,
        "state",
        state,
        "status",
        status);
  }

  /** Records a sweep. */
  public void sweep(String state, Duration duration) {
    record(
        "bosett.sweeps",
        "Sweeps of this process that have ended, by state",
        duration,
        "state",
        state);
  }

  /** Records a preview. */
  public void preview(String status, Duration duration) {
    record("bosett.previews", "Previews of this process, by status", duration, "status", status);
  }

  private void record(String name, String description, Duration duration, String... tags) {
    timers
        .computeIfAbsent(
            new TimerKey(name, List.of(tags)),
            key ->
                Timer.builder(name)
                    .description(description)
                    .tags(tags)
                    .serviceLevelObjectives(STEPS)
                    .register(registry))
        .record(duration);
  }

  public void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /** All metrics in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
