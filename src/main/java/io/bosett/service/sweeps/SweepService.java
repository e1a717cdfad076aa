package io.bosett.service.sweeps;

import io.bosett.common.RandomIds;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepDocument.Keep;
import io.bosett.documents.sweep.SweepRequest;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.service.Solvers;
import io.bosett.service.jobs.JobListener;
import io.bosett.service.jobs.JobQueue;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.Content;
import io.bosett.store.JobKind;
import io.bosett.store.JobStore;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.Store;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRecord;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The sweep service: takes sweeps, which run one at a time below the solves, each in a folder of
 * its own. Thread-safe.
 */
public final class SweepService {
  /** Bytes of a point without numbers that are expected when a sweep is accepted. */
  private static final long BYTES_OF_POINT = 100;

  private static final double MEGABYTE = 1e6;

  private final SweepSubmissionValidator validator;
  private final SweepRecords records;
  private final SweepFolders folders;
  private final SweepRunner runner;
  private final SweepSettings settings;
  private final String version;
  private final JobStore store;
  private final JobQueue jobs;

  private SweepService(
      Surroundings at, SweepSettings settings, JobListener listener, BooleanSupplier solving) {
    this.settings = settings;
    version = at.queues.version();
    store = at.store.jobs(JobKind.SWEEP);
    validator = new SweepSubmissionValidator(at.store, at.datasets, at.queues, settings);
    records = new SweepRecords(store);
    folders = new SweepFolders(settings.folder());
    runner = new SweepRunner(records, folders, settings, version, solving);
    jobs =
        JobQueue.open(
            new JobQueue.Surroundings(at.store, JobKind.SWEEP, 1, at.queues, at.clock, listener),
            runner);
  }

  /**
   * The collaborators of the service.
   *
   * @param datasets of the same store
   * @param clock for the times in the logs of sweeps
   */
  public record Surroundings(
      Store store, StoredDatasets datasets, QueueSettings queues, Clock clock) {}

  /**
   * Opens the service on a store, see {@link JobQueue#open}.
   *
   * @param listener is notified of sweeps
   * @param solving whether the service solves just now
   */
  public static SweepService open(
      Surroundings surroundings,
      SweepSettings settings,
      JobListener listener,
      BooleanSupplier solving) {
    return new SweepService(surroundings, settings, listener, solving);
  }

  /** The queue of sweeps. */
  public JobQueue jobs() {
    return jobs;
  }

  /** Results of sweeps take more than this service has for them. */
  public static final class DiskFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DiskFullException(String message) {
      super(message);
    }
  }

  /**
   * Submits a sweep: validates and stores it, to be run when its turn comes.
   *
   * @param scenario of the request, or null when it names none
   * @param scenarioId the kept one that it comes from, or null
   * @param caller who asks
   * @param key the caller's idempotency key, or null
   * @throws InvalidInputException with all violations of sweep, scenario and fixed allocations;
   *     nothing is stored then
   * @throws DiskFullException when there is no room for its results
   * @see JobQueue#submit
   */
  public JobStore.Submission submit(
      SweepRequest request,
      @Nullable ParsedScenario scenario,
      @Nullable String scenarioId,
      String caller,
      NewJob.@Nullable Idempotency key) {
    SweepSubmissionValidator.Taken taken = validator.take(request, scenario);
    Sweep sweep = taken.sweep();
    long used = folders.bytes();
    long needed = bytes(sweep);
    if (used + needed > settings.bytes()) {
      throw new DiskFullException(
          "the results of all sweeps take "
              + megabytes(used)
              + " MB, and this one needs about "
              + megabytes(needed)
              + "; this service has "
              + megabytes(settings.bytes())
              + " MB for them");
    }
    Problem problem = taken.problem().problem();
    String name = sweep.plan().sweep().name();
    String dataset = problem.dataset().id();
    NewJob job =
        new NewJob(
            RandomIds.hex(),
            caller,
            key,
            scenarioId,
            name.isEmpty() ? problem.scenario().name() : name,
            Solvers.DEFAULT,
            task(request.place()),
            Content.of(SweepRecord.of(sweep, version).bytes()),
            null,
            dataset.isEmpty() ? null : dataset,
            problem.scenarioHash(),
            problem.datasetHash(),
            version,
            null);
    return jobs.submit(job, null);
  }

  private static JobTask task(SweepRequest.Place place) {
    return place == SweepRequest.Place.SERVICE
        ? JobTask.NONE
        : new JobTask(place.word(), null, null);
  }

  /** Where a sweep that is kept runs. */
  public static SweepRequest.Place place(KeptJob sweep) {
    boolean spark = SweepRequest.Place.SPARK.word().equals(sweep.task().topic());
    return spark ? SweepRequest.Place.SPARK : SweepRequest.Place.SERVICE;
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
  }

  /** The bytes that are expected of a sweep's results; a number takes about one. */
  private static long bytes(Sweep sweep) {
    boolean numbers = sweep.plan().sweep().keep().contains(Keep.NUMBERS);
    long ofNumbers = numbers ? sweep.plan().municipalities().size() : 0;
    return sweep.plan().points() * (BYTES_OF_POINT + ofNumbers);
  }

  /**
   * A sweep that is kept.
   *
   * @throws io.bosett.sweep.run.SweepRefusedException when this version reads it otherwise
   */
  public Sweep sweep(String id) {
    return records.sweep(id);
  }

  /** The folder of its results, which need not be there. */
  SweepFolder folder(String id) {
    return folders.of(id);
  }

  /** Whether its results are begun. */
  boolean isBegun(String id) {
    return folders.isBegun(id);
  }

  /** The progress rate of a run; null when it does not run in this process, or has not begun. */
  public @Nullable SweepTimeEstimate timeEstimate(String id) {
    return runner.timeEstimate(id);
  }

  /** Deletes the results of sweeps that are kept no longer. */
  public void deleteGone() {
    folders.deleteGone(id -> store.find(id).isPresent());
  }
}
