package io.bosett.cli;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.model.Problem;
import io.bosett.model.SolverSettings;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.SolveOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Warms the just-in-time compiler up before the service listens, by solving the sample letter a few
 * times.
 */
final class WarmUp {
  private static final int ROUNDS = 200;

  private WarmUp() {}

  static void run(Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    try (InputStream letter = WarmUp.class.getResourceAsStream("/demo/letter.json")) {
      if (letter == null) {
        throw new IllegalStateException("the program lacks its file /demo/letter.json");
      }
      Problem problem = ScenarioLoader.problem(letter.readAllBytes(), DatasetCatalog.shipped());
      for (int i = 0; i < ROUNDS && System.nanoTime() < end; i++) {
        SolveUseCase.answer(problem, SolverSettings.NONE, SolveOptions.DEFAULT);
      }
    }
  }
}
