package io.bosett.benchmark.jmh;

import io.bosett.check.Checker;
import io.bosett.check.Verdict;
import io.bosett.model.Certificate;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.solve.decomposition.closing.Stages;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From scenario to checked answer, stage by stage. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SolveBenchmark {
  /** The stages of the default solver on the letter. */
  @State(Scope.Thread)
  public static class Taken {
    Stages stages;

    /** Takes the letter's program and prices. */
    @Setup(Level.Trial)
    public void take(Letter letter) {
      stages = new Stages(letter.program, letter.prices);
    }
  }

  /** The integer program of scenario and dataset. */
  @Benchmark
  public Program compile(Letter letter) {
    return Compiler.compile(letter.problem);
  }

  /** The best choice of every candidate once. */
  @Benchmark
  public double evaluation(Taken taken) {
    return taken.stages.evaluate();
  }

  /** The dual from nothing. */
  @Benchmark
  public long dual(Taken taken) {
    return taken.stages.dual();
  }

  /** The exact pass over all candidates. */
  @Benchmark
  public long exactPass(Taken taken) {
    return taken.stages.exactPass();
  }

  /** The exact pass and the closing search; less the exact pass it is the closing search. */
  @Benchmark
  public long exactPassAndClosing(Taken taken) {
    return taken.stages.exactPassAndClosing();
  }

  /** The whole solve. */
  @Benchmark
  public SolveResult solve(Letter letter) {
    return new Decomposition().solve(letter.program, SolveOptions.DEFAULT);
  }

  /** The certificate of the answer. */
  @Benchmark
  public @Nullable Certificate certify(Letter letter) {
    return new LagrangianCertifier()
        .certify(
            letter.problem,
            letter.program,
            letter.prices,
            letter.result.objective(),
            false,
            () -> false);
  }

  /** The checker. */
  @Benchmark
  public Verdict check(Letter letter) {
    return Checker.check(letter.problem, letter.result);
  }
}
