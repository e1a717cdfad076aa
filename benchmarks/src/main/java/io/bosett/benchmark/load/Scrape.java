package io.bosett.benchmark.load;

import io.bosett.faults.ServiceClient;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The service's own figures at one moment.
 *
 * @param text as Prometheus reads it
 */
record Scrape(String text) {
  static Scrape of(ServiceClient caller) throws IOException {
    return new Scrape(caller.get("/metrics").text());
  }

  /** The sum of all series of a name. */
  double sum(String name) {
    Pattern series = Pattern.compile("^" + Pattern.quote(name) + "(\\{.*})? (\\S+)$");
    return text.lines()
        .map(series::matcher)
        .filter(java.util.regex.Matcher::matches)
        .mapToDouble(found -> Double.parseDouble(found.group(2)))
        .sum();
  }
}
