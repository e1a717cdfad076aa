package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Links;
import io.bosett.service.jobs.JobQueue;
import io.bosett.store.KeptJob;
import io.javalin.http.Context;

/**
 * How the jobs of one kind are shown over HTTP.
 *
 * @param jobs the jobs
 * @param path of their list; one has its id below it
 * @param document writes the small document of one
 */
public record JobView(JobQueue jobs, String path, Document document) {
  /** Writes the small document of a job: state, progress, links. */
  @FunctionalInterface
  public interface Document {
    void write(JsonWriter out, KeptJob job, Links links);
  }

  /** The path of one, with its id as a parameter. */
  String item() {
    return path + "/{" + jobs.kind().word() + "}";
  }

  /** The id in the path of a request. */
  String id(Context ctx) {
    return ctx.pathParam(jobs.kind().word());
  }

  /** The job in the path of a request; throws 404 when there is none. */
  KeptJob job(Context ctx) {
    String id = id(ctx);
    return jobs.find(id).orElseThrow(() -> notFound(id));
  }

  /** The link to one. */
  String link(Links links, String id) {
    return links.prefix() + path + "/" + id;
  }

  ProblemException notFound(String id) {
    return ProblemTypes.notFound(jobs.kind().word(), id).exception();
  }
}
