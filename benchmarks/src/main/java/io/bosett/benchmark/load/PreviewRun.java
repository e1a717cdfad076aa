package io.bosett.benchmark.load;

import io.bosett.faults.DatabaseProbe;
import io.bosett.faults.Jvm;
import io.bosett.faults.Letters;
import io.bosett.faults.ServerTiming;
import io.bosett.faults.ServiceClient;
import io.bosett.faults.ServiceResponse;
import io.bosett.faults.SliderPage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks one service for previews in several ways. */
final class PreviewRun {
  private static final String LOSSES = "?include=losses";
  private static final List<String> SERVER = List.of("read", "answer", "losses");
  private static final int WITH_LOSSES = 10;

  private final Target target;
  private final StoreKind store;
  private final ServiceClient caller;
  private final SplittableRandom random;
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

  PreviewRun(Target target, StoreKind store, long seed) {
    this.target = target;
    this.store = store;
    caller = new ServiceClient(target.server().address());
    random = new SplittableRandom(seed);
  }

  /** Answers that must not be. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Asks for so many, every tenth with losses, and looks at nothing. */
  void warmUp(int previews) throws IOException {
    for (int k = 0; k < previews; k++) {
      post(k % WITH_LOSSES == 0 ? LOSSES : "", random);
    }
  }

  private ServiceResponse post(String query, SplittableRandom drawn) throws IOException {
    ServiceResponse answer = caller.post("/v1/previews" + query, Letters.varied("preview", drawn));
    if (answer.status() != 200) {
      faults.add(answer.toString());
    }
    return answer;
  }

  /** Asks one after the other and says where the time goes. */
  PreviewLines.Sample sample(boolean losses, int previews) throws IOException {
    Map<String, List<Double>> phases = new TreeMap<>();
    List<Double> response = new ArrayList<>();
    int incomplete = 0;
    double used = target.serviceCpu();
    for (int k = 0; k < previews; k++) {
      long begun = System.nanoTime();
      ServiceResponse answer = post(losses ? LOSSES : "", random);
      response.add((System.nanoTime() - begun) / 1e6);
      Map<String, Double> ofOne = ServerTiming.of(answer);
      ofOne.forEach((name, ms) -> phases.computeIfAbsent(name, n -> new ArrayList<>()).add(ms));
      phases.computeIfAbsent("server", n -> new ArrayList<>()).add(server(ofOne));
      incomplete += losses && answer.text().contains("\"loss\":null}") ? 1 : 0;
    }
    used = target.serviceCpu() - used;
    SortedMap<String, Distribution> byName = new TreeMap<>();
    phases.forEach((name, times) -> byName.put(name, Distribution.of(times)));
    return new PreviewLines.Sample(
        losses ? "with losses" : "plain",
        byName,
        Distribution.of(response),
        incomplete,
        1e3 * used / previews);
  }

  private static double server(Map<String, Double> phases) {
    return SERVER.stream().mapToDouble(name -> phases.getOrDefault(name, 0.0)).sum();
  }

  /** What the service holds now. */
  PreviewLines.Held held(long previews) throws IOException {
    return new PreviewLines.Held(
        previews,
        Jvm.heapAfterCollection(target.server()) / 1048576.0,
        Jvm.residentBytes(target.server()) / 1048576.0,
        target.disk() / 1e6);
  }

  /**
   * Asks for very many by some callers at once, and looks ten times at what the service holds.
   *
   * @param seconds after which no tenth begins
   */
  PreviewLines.Many many(int previews, int callers, long seconds, List<PreviewLines.Held> looks)
      throws IOException {
    SortedMap<String, Long> before = rows();
    looks.add(held(0));
    double used = target.serviceCpu();
    long begun = System.nanoTime();
    long done = 0;
    while (done < previews && System.nanoTime() - begun < seconds * 1_000_000_000L) {
      int count = (int) Math.min(Math.max(1, previews / 10), previews - done);
      together(callers, count);
      done += count;
      looks.add(held(done));
    }
    double took = (System.nanoTime() - begun) / 1e9;
    used = target.serviceCpu() - used;
    return new PreviewLines.Many(done, took, 1e3 * used / done, before, rows());
  }

  private SortedMap<String, Long> rows() {
    return store == StoreKind.EMBEDDED ? DatabaseProbe.in(target.folder()).rows() : new TreeMap<>();
  }

  private void together(int callers, int count) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int c = 0; c < callers; c++) {
        SplittableRandom own = random.split();
        int from = c;
        running.add(threads.submit(() -> share(from, callers, count, own)));
      }
      for (Future<?> one : running) {
        await(one);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void share(int from, int callers, int count, SplittableRandom own) {
    for (int k = from; k < count; k += callers) {
      try {
        post(k % WITH_LOSSES == 0 ? LOSSES : "", own);
      } catch (IOException e) {
        faults.add(e.toString());
      }
    }
  }

  private static <T> T await(Future<T> running) throws IOException {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** What somebody meets who uses the service meanwhile. */
  PreviewLines.Others others(String when, int seconds) {
    Bystander bystander = new Bystander(caller);
    bystander.run(seconds);
    faults.addAll(bystander.faults());
    return new PreviewLines.Others(when, bystander.response());
  }

  /** Moves the sliders of some pages at once, beside somebody who does something else. */
  PreviewLines.Pages pages(int pages, int seconds, int stepMillis, List<PreviewLines.Others> others)
      throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(pages + 1);
    try {
      double used = target.serviceCpu();
      List<Future<SliderPage.Seen>> running = new ArrayList<>();
      for (int p = 0; p < pages; p++) {
        SliderPage page = new SliderPage(caller, random.split(), Duration.ofMillis(stepMillis));
        running.add(threads.submit(() -> page.run(Duration.ofSeconds(seconds))));
      }
      String when = "while " + pages + " sliders move";
      Future<PreviewLines.Others> bystander = threads.submit(() -> others(when, seconds));
      List<SliderPage.Seen> seen = new ArrayList<>();
      for (Future<SliderPage.Seen> one : running) {
        seen.add(await(one));
      }
      others.add(await(bystander));
      double cores = (target.serviceCpu() - used) / seconds;
      return line(pages, seconds, stepMillis, seen, cores);
    } finally {
      threads.shutdownNow();
    }
  }

  private PreviewLines.Pages line(
      int pages, int seconds, int stepMillis, List<SliderPage.Seen> seen, double cores) {
    List<String> wrong = seen.stream().flatMap(one -> one.faults().stream()).toList();
    faults.addAll(wrong);
    return new PreviewLines.Pages(
        pages,
        seconds,
        stepMillis,
        seen.stream().mapToLong(SliderPage.Seen::positions).sum(),
        Distribution.of(seen.stream().flatMap(one -> one.millis().stream()).toList()),
        Distribution.of(
            seen.stream().flatMap(one -> one.phases().stream()).map(PreviewRun::server).toList()),
        seen.stream().mapToLong(SliderPage.Seen::refused).sum(),
        Distribution.of(seen.stream().map(SliderPage.Seen::settledMillis).toList()),
        cores,
        wrong.size());
  }
}
