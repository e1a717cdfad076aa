package io.bosett.http;

import io.bosett.http.ops.JobTimeEstimate;
import io.bosett.http.ops.Metrics;
import io.bosett.http.resource.PreviewBulkhead;
import io.bosett.service.analyses.AnalysisService;
import io.bosett.service.jobs.AllocationService;
import io.bosett.service.jobs.JobQueue;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.service.sweeps.SweepService;
import io.bosett.service.sweeps.SweepSettings;
import io.bosett.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The services behind all kinds of jobs, each with the estimate of its times. */
final class JobServices implements AutoCloseable {
  final AllocationService allocations;
  final JobTimeEstimate allocationTimes;
  final AnalysisService analyses;
  final JobTimeEstimate analysisTimes;
  final SweepService sweeps;
  final JobTimeEstimate sweepTimes;
  final PreviewBulkhead previews;

  /**
   * Opens the services.
   *
   * @param previews to which sweeps give way as to solves
   */
  JobServices(
      Store store,
      StoredDatasets datasets,
      QueueSettings settings,
      SweepSettings sweepSettings,
      PreviewBulkhead previews,
      Metrics metrics) {
    this.previews = previews;
    Clock clock = Clock.systemUTC();
    allocationTimes = new JobTimeEstimate(metrics::solve, settings.threads());
    analysisTimes = new JobTimeEstimate(metrics::analysis, settings.analysisThreads());
    sweepTimes = new JobTimeEstimate((label, state, status, time) -> metrics.sweep(state, time), 1);
    allocations = AllocationService.open(store, settings, datasets, clock, allocationTimes);
    List<JobQueue> opened = new ArrayList<>(List.of(allocations.jobs()));
    try {
      analyses = AnalysisService.open(store, settings, datasets, clock, analysisTimes);
      opened.add(analyses.jobs());
      JobQueue solves = allocations.jobs();
      sweeps =
          SweepService.open(
              new SweepService.Surroundings(store, datasets, settings, clock),
              sweepSettings,
              sweepTimes,
              () -> solves.running() > 0 || previews.areTaken());
      opened.clear();
    } finally {
      opened.forEach(JobQueue::close);
    }
  }

  /** The queues. */
  List<JobQueue> queues() {
    return List.of(allocations.jobs(), analyses.jobs(), sweeps.jobs());
  }

  /** Whether every queue's background threads are alive. */
  boolean isWorking() {
    return queues().stream().allMatch(JobQueue::isWorking);
  }

  @Override
  public void close() {
    queues().forEach(JobQueue::close);
  }
}
