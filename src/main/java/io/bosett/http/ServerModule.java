package io.bosett.http;

import io.bosett.http.jetty.ExceptionMapper;
import io.bosett.http.jetty.JettyConfiguration;
import io.bosett.http.jetty.JettyErrorHandler;
import io.bosett.http.jetty.RequestFilter;
import io.bosett.http.ops.AccessLog;
import io.bosett.http.ops.JobTimeEstimate;
import io.bosett.http.ops.MaintenanceScheduler;
import io.bosett.http.ops.Metrics;
import io.bosett.http.ops.QueueGauges;
import io.bosett.http.protocol.ApiKeyCache;
import io.bosett.http.protocol.Authorization;
import io.bosett.http.protocol.FailedKeys;
import io.bosett.http.protocol.MemoryBudget;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Routes;
import io.bosett.http.protocol.TrustedProxies;
import io.bosett.http.resource.AllocationsResource;
import io.bosett.http.resource.AnalysesResource;
import io.bosett.http.resource.AnalysisExecutor;
import io.bosett.http.resource.AnalysisResultResource;
import io.bosett.http.resource.BoundariesResource;
import io.bosett.http.resource.CertificateResource;
import io.bosett.http.resource.ComparisonsResource;
import io.bosett.http.resource.DatasetsResource;
import io.bosett.http.resource.DemoResource;
import io.bosett.http.resource.DocsResource;
import io.bosett.http.resource.EventsResource;
import io.bosett.http.resource.ExplanationResource;
import io.bosett.http.resource.HealthResource;
import io.bosett.http.resource.ImportsResource;
import io.bosett.http.resource.JobSubmission;
import io.bosett.http.resource.JobView;
import io.bosett.http.resource.KeptAllocationLookup;
import io.bosett.http.resource.KeptDocumentsResource;
import io.bosett.http.resource.LongPolls;
import io.bosett.http.resource.MetricsResource;
import io.bosett.http.resource.ModelResource;
import io.bosett.http.resource.MunicipalitiesResource;
import io.bosett.http.resource.PageResource;
import io.bosett.http.resource.PlacesResource;
import io.bosett.http.resource.PreviewBulkhead;
import io.bosett.http.resource.PreviewsResource;
import io.bosett.http.resource.RequestedScenario;
import io.bosett.http.resource.ScenarioBodies;
import io.bosett.http.resource.ScenariosResource;
import io.bosett.http.resource.SchemasResource;
import io.bosett.http.resource.SubmissionResource;
import io.bosett.http.resource.SweepResultsResource;
import io.bosett.http.resource.SweepsResource;
import io.bosett.http.resource.UploadResource;
import io.bosett.http.resource.ValidationResource;
import io.bosett.http.settings.HostNames;
import io.bosett.http.settings.ServerSettings;
import io.bosett.service.ExplainUseCase;
import io.bosett.service.analyses.AnalysisService;
import io.bosett.service.jobs.AllocationService;
import io.bosett.service.jobs.JobQueue;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.kept.DatasetImports;
import io.bosett.service.kept.KeptExplanations;
import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.service.sweeps.SweepResults;
import io.bosett.service.sweeps.SweepService;
import io.bosett.store.JobStore;
import io.bosett.store.Store;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The composition root of the service: creates its parts and wires them together (dependency
 * injection by constructor).
 */
final class ServerModule {

  private final Store store;
  private final JobServices services;
  private final Metrics metrics;
  private final AccessLog accessLog;
  private final RequestFilter requestFilter;
  private final JettyConfiguration jettyConfiguration;
  private final Routes routes;
  private final EventsResource events;
  private final List<LongPolls> longPolls = new ArrayList<>();
  private final AnalysisExecutor analysisExecutor;
  private final MaintenanceScheduler maintenanceScheduler;

  ServerModule(
      Store store,
      JobServices services,
      StoredDatasets datasets,
      QueueSettings queueSettings,
      ServerSettings settings,
      Metrics metrics) {
    this.store = store;
    this.services = services;
    this.metrics = metrics;
    accessLog = new AccessLog(metrics);
    TrustedProxies proxies = new TrustedProxies(settings.proxy());
    requestFilter =
        new RequestFilter(
            new HostNames(settings.address().hostNames(), settings.address().host()),
            proxies,
            accessLog);
    jettyConfiguration =
        new JettyConfiguration(settings, requestFilter, new JettyErrorHandler(accessLog, proxies));
    boolean always = !HostNames.isLoopback(settings.address().host());
    FailedKeys failedKeys = new FailedKeys(settings.failedKeys(), System::nanoTime);
    routes = new Routes(new Authorization(new ApiKeyCache(store.keys()), failedKeys, always));
    events = new EventsResource(settings.connections().readers());
    MemoryBudget memoryBudget = new MemoryBudget(Runtime.getRuntime().maxMemory());
    analysisExecutor =
        new AnalysisExecutor(queueSettings.threads(), jettyConfiguration.executor(), memoryBudget);
    maintenanceScheduler =
        new MaintenanceScheduler(
            store, Clock.systemUTC(), settings, events::heartbeat, services.sweeps::deleteGone);
    addOperations(datasets);
    RequestBodies bodies = new RequestBodies(settings, memoryBudget);
    addFigures(datasets, queueSettings, bodies);
    addAllocations(datasets, bodies, memoryBudget, settings);
    measure();
  }

  private void addOperations(StoredDatasets datasets) {
    new HealthResource(store, services::isWorking, requestFilter).addTo(routes);
    new MetricsResource(metrics).addTo(routes);
    new DocsResource().addTo(routes);
    new PageResource(datasets).addTo(routes);
    new SchemasResource().addTo(routes);
    new DemoResource().addTo(routes);
  }

  private void addFigures(
      StoredDatasets datasets, QueueSettings queueSettings, RequestBodies bodies) {
    new DatasetsResource(datasets).addTo(routes);
    new MunicipalitiesResource(datasets, analysisExecutor).addTo(routes);
    new BoundariesResource(datasets, analysisExecutor).addTo(routes);
    DatasetImports imports = new DatasetImports(datasets, Clock.systemUTC());
    new ImportsResource(datasets, imports, bodies).addTo(routes);
    new UploadResource(datasets, bodies, queueSettings.municipalities()).addTo(routes);
  }

  private void addAllocations(
      StoredDatasets datasets,
      RequestBodies bodies,
      MemoryBudget memoryBudget,
      ServerSettings settings) {
    AllocationService allocations = services.allocations;
    ScenarioBodies scenarioBodies = new ScenarioBodies(allocations, bodies);
    KeptResults kept = new KeptResults(store.allocations(), datasets);
    KeptAllocationLookup lookup =
        new KeptAllocationLookup(allocations.jobs(), store.allocations(), kept);
    new ValidationResource(scenarioBodies).addTo(routes);
    new ScenariosResource(store.scenarios(), scenarioBodies).addTo(routes);
    RequestedScenario requestedScenario =
        new RequestedScenario(store.scenarios(), store.allocations());
    JobView view = AllocationsResource.view(allocations.jobs());
    JobSubmission submission = submission(view, services.allocationTimes, settings);
    new SubmissionResource(allocations, requestedScenario, submission, bodies).addTo(routes);
    new PreviewsResource(
            allocations, requestedScenario, bodies, settings, services.previews, metrics)
        .addTo(routes);
    new AllocationsResource(view, store.allocations()).addTo(routes);
    new KeptDocumentsResource(store, lookup, analysisExecutor, memoryBudget).addTo(routes);
    new CertificateResource(lookup, analysisExecutor).addTo(routes);
    new ModelResource(lookup, analysisExecutor).addTo(routes);
    new PlacesResource(lookup, analysisExecutor).addTo(routes);
    KeptExplanations keptExplanations = new KeptExplanations(kept, ExplainUseCase.BUDGET);
    new ExplanationResource(lookup, keptExplanations, analysisExecutor).addTo(routes);
    new ComparisonsResource(
            lookup, allocations, requestedScenario, datasets, analysisExecutor, bodies)
        .addTo(routes);
    events.addTo(routes, view);
    addAnalyses(requestedScenario, bodies, memoryBudget, settings);
  }

  private void addAnalyses(
      RequestedScenario requestedScenario,
      RequestBodies bodies,
      MemoryBudget memoryBudget,
      ServerSettings settings) {
    AnalysisService analyses = services.analyses;
    JobView view = AnalysesResource.view(analyses.jobs());
    JobSubmission submission = submission(view, services.analysisTimes, settings);
    JobStore jobs = store.jobs(analyses.jobs().kind());
    new AnalysesResource(view, analyses, services.allocations.jobs(), jobs)
        .addTo(routes, requestedScenario, submission, bodies);
    new AnalysisResultResource(view, jobs, memoryBudget).addTo(routes);
    events.addTo(routes, view);
    addSweeps(requestedScenario, bodies, settings);
  }

  private void addSweeps(
      RequestedScenario requestedScenario, RequestBodies bodies, ServerSettings settings) {
    SweepService sweeps = services.sweeps;
    JobView view = SweepsResource.view(sweeps);
    JobSubmission submission = submission(view, services.sweepTimes, settings);
    new SweepsResource(view, sweeps, store.jobs(sweeps.jobs().kind()))
        .addTo(routes, requestedScenario, submission, bodies);
    new SweepResultsResource(view, new SweepResults(sweeps), analysisExecutor).addTo(routes);
    events.addTo(routes, view);
  }

  private JobSubmission submission(
      JobView view, JobTimeEstimate estimate, ServerSettings settings) {
    LongPolls polls = new LongPolls(view.jobs(), jettyConfiguration.executor());
    longPolls.add(polls);
    return new JobSubmission(view, polls, estimate, settings);
  }

  /** The bulkhead for previews. */
  PreviewBulkhead previews() {
    return services.previews;
  }

  private void measure() {
    for (JobQueue queue : services.queues()) {
      measure(queue);
    }
    JobQueue solves = services.allocations.jobs();
    metrics.gauge("bosett.solves.running", "Solves under way in this process", solves::running);
    metrics.gauge("bosett.solves.strays", "Solves that did not stop when told", solves::strays);
    metrics.gauge("bosett.events.readers", "Readers of events", events::readers);
    metrics.gauge("bosett.requests.active", "Requests under way", accessLog::underWay);
  }

  private void measure(JobQueue queue) {
    QueueGauges gauges = new QueueGauges(store.jobs(queue.kind()));
    String kinds = queue.kind().plural();
    metrics.gauge("bosett." + kinds + ".waiting", "Waiting " + kinds, gauges::waiting);
    metrics.gauge(
        "bosett." + kinds + ".running", "Running " + kinds + ", everywhere", gauges::running);
  }

  void configure(JavalinConfig config) {
    jettyConfiguration.configure(config);
    ExceptionMapper exceptionMapper = new ExceptionMapper(accessLog, routes);
    config.routes.exception(Exception.class, exceptionMapper::answer);
    // Javalin handles these itself unless a handler for exactly this class is registered.
    config.routes.exception(HttpResponseException.class, exceptionMapper::answer);
    routes.register(config.routes);
  }

  List<String> routes() {
    return routes.list();
  }

  void begin() {
    maintenanceScheduler.begin();
  }

  /** Refuses new requests and ends event streams and long polls. */
  void closeDoors() {
    requestFilter.close();
    maintenanceScheduler.close();
    events.close();
    longPolls.forEach(LongPolls::close);
  }

  void closeJobs() {
    services.close();
  }

  boolean isBusy() {
    return accessLog.underWay() > 0;
  }

  void close() {
    analysisExecutor.close();
    store.close();
    metrics.close();
  }
}
