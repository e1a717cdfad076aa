package io.bosett.http;

import io.bosett.http.ops.JobTimeEstimate;
import io.bosett.http.ops.Metrics;
import io.bosett.service.analyses.AnalysisService;
import io.bosett.service.jobs.AllocationService;
import io.bosett.service.jobs.JobQueue;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.Store;
import java.time.Clock;
import java.util.List;

/** The services behind all kinds of jobs, each with the estimate of its times. */
final class JobServices implements AutoCloseable {
  final AllocationService allocations;
  final JobTimeEstimate allocationTimes;
  final AnalysisService analyses;
  final JobTimeEstimate analysisTimes;

  JobServices(Store store, StoredDatasets datasets, QueueSettings settings, Metrics metrics) {
    Clock clock = Clock.systemUTC();
    allocationTimes = new JobTimeEstimate(metrics::solve, settings.threads());
    analysisTimes = new JobTimeEstimate(metrics::analysis, settings.analysisThreads());
    allocations = AllocationService.open(store, settings, datasets, clock, allocationTimes);
    boolean opened = false;
    try {
      analyses = AnalysisService.open(store, settings, datasets, clock, analysisTimes);
      opened = true;
    } finally {
      if (!opened) {
        allocations.close();
      }
    }
  }

  /** The queues. */
  List<JobQueue> queues() {
    return List.of(allocations.jobs(), analyses.jobs());
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
