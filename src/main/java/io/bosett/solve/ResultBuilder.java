package io.bosett.solve;

import io.bosett.model.Certificate;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import io.bosett.model.Result.Stopped;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.ResultStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the result document from a solver's result on a program. */
final class ResultBuilder {
  private final Problem problem;
  private final Program program;
  private final Solver solver;
  private final SolveResult found;
  private final @Nullable Assignment assignment;
  private final @Nullable Long objective;

  ResultBuilder(Problem problem, Program program, Solver solver, SolveResult found) {
    this.problem = problem;
    this.program = program;
    this.solver = solver;
    this.found = found;
    assignment = VariantAnswer.assignment(found);
    objective = assignment == null ? null : program.objective(assignment);
  }

  Problem problem() {
    return problem;
  }

  @Nullable Long objective() {
    return objective;
  }

  Status status() {
    if (found instanceof SolveResult.Proven) {
      return Status.OPTIMAL;
    } else if (found instanceof SolveResult.Feasible) {
      return Status.FEASIBLE;
    }
    return found instanceof SolveResult.Infeasible ? Status.INFEASIBLE : Status.UNKNOWN;
  }

  /** The result, with its status on the solver's word for now. */
  Result result(@Nullable Certificate certificate, PhaseTimer watch) {
    Status status = status();
    Proof proof = status == Status.OPTIMAL || status == Status.INFEASIBLE ? Proof.CLAIMED : null;
    return document(status, proof, stopped(), bound(certificate), certificate, watch);
  }

  /** The result of a feasible answer as optimal, proven by its certificate. */
  Result asOptimal(@Nullable Certificate certificate, PhaseTimer watch) {
    return document(Status.OPTIMAL, Proof.CLAIMED, Stopped.PROOF, objective, certificate, watch);
  }

  private @Nullable Stopped stopped() {
    SolveResult.Stop stop = SolveResult.Stop.EXHAUSTED;
    if (found instanceof SolveResult.Feasible feasible) {
      stop = feasible.stop();
    } else if (found instanceof SolveResult.Unknown unknown) {
      stop = unknown.stop();
    } else {
      return Stopped.PROOF;
    }
    return switch (stop) {
      case TIME_LIMIT -> Stopped.TIME_LIMIT;
      case CANCELED -> Stopped.CANCELED;
      case EXHAUSTED -> null;
    };
  }

  /** The least upper bound known. */
  private @Nullable Long bound(@Nullable Certificate certificate) {
    if (status() == Status.OPTIMAL) {
      return objective;
    }
    if (status() == Status.INFEASIBLE) {
      return null;
    }
    Long own = solverBound();
    if (certificate == null || (own != null && own <= certificate.bound())) {
      return own;
    }
    return certificate.bound();
  }

  private @Nullable Long solverBound() {
    if (found instanceof SolveResult.Feasible feasible) {
      return feasible.bound();
    }
    return found instanceof SolveResult.Unknown unknown ? unknown.bound() : null;
  }

  private String claim(@Nullable Long bound, @Nullable Certificate certificate) {
    if (found instanceof SolveResult.Proven proven) {
      return proven.claim();
    } else if (found instanceof SolveResult.Infeasible infeasible) {
      return infeasible.claim();
    }
    boolean own = bound != null && (certificate == null || bound < certificate.bound());
    return own ? "the bound is that of " + solver.name() : "";
  }

  private Result document(
      Status status,
      @Nullable Proof proof,
      @Nullable Stopped stopped,
      @Nullable Long bound,
      @Nullable Certificate certificate,
      PhaseTimer watch) {
    Result.FitReport fit = assignment == null ? null : ResultStatistics.fit(program, assignment);
    Result.Totals totals = ResultStatistics.totals(program, assignment);
    List<Result.Place> places =
        assignment == null ? List.of() : ResultStatistics.places(problem, program, assignment);
    Result.Disturbance disturbance =
        assignment == null ? null : ResultStatistics.disturbance(program, assignment);
    String claim = claim(bound, certificate);
    Long gap = objective == null || bound == null ? null : Long.valueOf(bound - objective);
    watch.lap("certify");
    return new Result(
        problem.scenario().name(),
        status,
        stopped,
        proof,
        objective,
        bound,
        gap,
        fit,
        totals,
        places,
        program.filledIn(),
        disturbance,
        certificate,
        null,
        problem.warnings(),
        new Result.SolverReport(
            solver.name(), solver.version(), watch.seconds(), watch.phases(), claim));
  }

  /** A copy with another proof; a certified result rests on nobody's word. */
  static Result with(Result r, Proof proof) {
    return r.withProof(proof).withSolver(r.solver().withClaim(""));
  }
}
