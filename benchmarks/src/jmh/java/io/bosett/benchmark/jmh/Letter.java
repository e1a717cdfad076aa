package io.bosett.benchmark.jmh;

import io.bosett.benchmark.instances.Recipe;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The letter, as it is or enlarged, with its program, answer and prices. */
@State(Scope.Benchmark)
public class Letter {
  private static final Path FILE = Path.of("models", "norway-2018", "letter.json");

  /** Candidates. */
  @Param({"408", "4000", "40000"})
  public int candidates;

  byte[] document = {};
  Problem problem;
  Program program;
  Result result;
  ScaledMultipliers prices;

  /** Solves it once. */
  @Setup(Level.Trial)
  public void solve() throws IOException {
    document = Files.readAllBytes(FILE);
    Problem letter = ScenarioLoader.problem(FILE, null);
    int original = Compiler.compile(letter).size();
    problem = candidates <= original ? letter : Recipe.enlarged(letter, candidates, 1);
    program = Compiler.compile(problem);
    CheckedSolver.Answer answer =
        new CheckedSolver(new Decomposition(), new LagrangianCertifier())
            .solve(problem, SolveOptions.DEFAULT);
    result = answer.result();
    prices = answer.prices();
  }
}
