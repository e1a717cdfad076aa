package io.bosett.http;

import io.bosett.service.allocations.Allocations;
import io.bosett.service.allocations.Settings;
import io.bosett.service.kept.Explanations;
import io.bosett.service.kept.KeptAnswers;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.Store;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** All that the service is made of, put together in one place. */
final class Parts {
  private static final Duration LONGEST_EXPLANATION = Duration.ofSeconds(10);

  private final Store store;
  private final Allocations desk;
  private final Metrics metrics;
  private final Journal journal;
  private final Gate gate;
  private final Jetty jetty;
  private final Routes routes;
  private final EventsResource events;
  private final Waiting waiting;
  private final Crowd crowd;
  private final Chores chores;

  Parts(
      Store store,
      Allocations desk,
      StoredDatasets datasets,
      Settings deskSettings,
      ServerSettings settings,
      Metrics metrics,
      Pace pace) {
    this.store = store;
    this.desk = desk;
    this.metrics = metrics;
    journal = new Journal(metrics);
    gate = new Gate(new HostNames(settings.hostNames(), settings.host()), journal);
    jetty = new Jetty(settings, gate, new JettyProblems(journal));
    boolean always = !HostNames.isLoopback(settings.host());
    routes = new Routes(new Access(new KeyRing(store.keys()), always));
    events = new EventsResource(desk, settings.readers());
    waiting = new Waiting(desk, jetty.executor());
    crowd = new Crowd(deskSettings.threads(), jetty.executor());
    chores = new Chores(store, Clock.systemUTC(), settings, events::beat);
    addOperations();
    Bodies bodies = new Bodies(settings, new Burden(Runtime.getRuntime().maxMemory()));
    addFigures(datasets, deskSettings, bodies);
    addAllocations(datasets, bodies, settings, pace);
    measure();
  }

  private void addOperations() {
    new HealthResource(store, gate).addTo(routes);
    new MetricsResource(metrics).addTo(routes);
    new DocsResource().addTo(routes);
    new SchemasResource().addTo(routes);
    new DemoResource().addTo(routes);
  }

  private void addFigures(StoredDatasets datasets, Settings deskSettings, Bodies bodies) {
    new DatasetsResource(datasets).addTo(routes);
    new MunicipalitiesResource(datasets).addTo(routes);
    new UploadResource(datasets, bodies, deskSettings.municipalities()).addTo(routes);
  }

  private void addAllocations(
      StoredDatasets datasets, Bodies bodies, ServerSettings settings, Pace pace) {
    Intakes intakes = new Intakes(desk, bodies);
    KeptAnswers kept = new KeptAnswers(store.allocations(), datasets);
    KeptAnswer answers = new KeptAnswer(desk, store.allocations(), kept);
    new ValidationResource(intakes).addTo(routes);
    new ScenariosResource(store.scenarios(), intakes).addTo(routes);
    Requested requested = new Requested(store.scenarios());
    new SubmissionResource(desk, requested, waiting, pace, bodies, settings).addTo(routes);
    new AllocationsResource(desk, store.allocations()).addTo(routes);
    new KeptDocumentsResource(store, answers).addTo(routes);
    new CertificateResource(answers).addTo(routes);
    new ModelResource(answers, crowd).addTo(routes);
    new PlacesResource(answers).addTo(routes);
    Explanations explanations = new Explanations(kept, LONGEST_EXPLANATION);
    new ExplanationResource(answers, explanations, crowd).addTo(routes);
    new ComparisonsResource(answers, datasets, crowd, bodies).addTo(routes);
    events.addTo(routes);
  }

  private void measure() {
    Queue queue = new Queue(store.allocations());
    metrics.gauge("bosett.allocations.waiting", "Allocations that wait", queue::waiting);
    metrics.gauge("bosett.allocations.running", "Solves under way everywhere", queue::running);
    metrics.gauge("bosett.solves.running", "Solves under way in this process", desk::running);
    metrics.gauge("bosett.solves.strays", "Solves that did not stop when told", desk::strays);
    metrics.gauge("bosett.events.readers", "Readers of events", events::readers);
    metrics.gauge("bosett.requests.active", "Requests under way", journal::underWay);
  }

  void configure(JavalinConfig config) {
    jetty.configure(config);
    Failures failures = new Failures(journal, routes);
    config.routes.exception(Exception.class, failures::answer);
    // Of these Javalin has a handler of its own, unless there is one for just this class.
    config.routes.exception(HttpResponseException.class, failures::answer);
    routes.register(config.routes);
  }

  List<String> routes() {
    return routes.list();
  }

  void begin() {
    chores.begin();
  }

  /** Takes nothing new, and sends those away that read events or wait for an answer. */
  void closeDoors() {
    gate.close();
    chores.close();
    events.close();
    waiting.close();
  }

  void closeDesk() {
    desk.close();
  }

  boolean isBusy() {
    return journal.underWay() > 0;
  }

  void close() {
    crowd.close();
    store.close();
    metrics.close();
  }
}
