package io.bosett.solve.decomposition.closing;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;

/**
 * The program reduced by fixing (reduced-cost fixing): every choice beyond its group's loss budget
 * is forbidden, so candidates without another choice are fixed and the others keep a range. Every
 * allocation better than the incumbent is still allowed.
 */
public final class ReducedProgram {
  private final ExactEvaluator exactEvaluator;
  private final CandidateRanges narrow;

  /** How many candidates still have a choice. */
  private int open;

  /** The loss budget of the present candidate. */
  private long budget;

  private ReducedProgram(ExactEvaluator exactEvaluator) {
    this.exactEvaluator = exactEvaluator;
    narrow = exactEvaluator.candidates.copy();
  }

  /** The reduced program with the number of candidates that still have a choice. */
  public record Rest(Program program, int open) {}

  /** Reduces a program by the loss budgets of its groups. */
  public static Rest of(
      ExactEvaluator exactEvaluator, LagrangianSolution base, LossBudgets lossBudgets) {
    ReducedProgram reducedProgram = new ReducedProgram(exactEvaluator);
    for (int i = 0; i < base.nextLoss.length; i++) {
      exactEvaluator.look(i);
      reducedProgram.budget = lossBudgets.budgets()[exactEvaluator.group()];
      if (base.nextLoss[i] <= reducedProgram.budget) {
        reducedProgram.open++;
        reducedProgram.ranges(i);
      } else {
        reducedProgram.fix(i);
      }
    }
    Program rest = exactEvaluator.program.withCandidates(reducedProgram.narrow);
    return new Rest(rest, reducedProgram.open);
  }

  private void fix(int i) {
    if (exactEvaluator.x == 0) {
      forbidPersons(i);
      return;
    }
    narrow.mayDrop().clear(i);
    narrow.low()[i] = exactEvaluator.x;
    narrow.high()[i] = exactEvaluator.x;
    if (exactEvaluator.m == 0) {
      narrow.minorsLow()[i] = 1;
      narrow.minorsHigh()[i] = 0;
    } else {
      narrow.mayGoWithout().clear(i);
      narrow.minorsLow()[i] = exactEvaluator.m;
      narrow.minorsHigh()[i] = exactEvaluator.m;
    }
  }

  private void forbidPersons(int i) {
    narrow.low()[i] = 1;
    narrow.high()[i] = 0;
    narrow.minorsLow()[i] = 1;
    narrow.minorsHigh()[i] = 0;
  }

  private void ranges(int i) {
    if (narrow.mayDrop().get(i) && exactEvaluator.value - exactEvaluator.zeroValue() > budget) {
      narrow.mayDrop().clear(i);
    }
    if (!exactEvaluator.mayTakePersons()
        || exactEvaluator.value - exactEvaluator.selectedValue > budget) {
      forbidPersons(i);
      return;
    }
    if (exactEvaluator.isLong()) {
      longRange(i);
      return;
    }
    long add = 0;
    if (exactEvaluator.mayTakeMinors()) {
      add = exactEvaluator.minorsValue(exactEvaluator.bestMinorsAlone());
      add = exactEvaluator.candidates.mayGoWithout().get(i) ? Math.max(0, add) : add;
    }
    long least = exactEvaluator.value - budget - add - exactEvaluator.slack;
    int low = exactEvaluator.bestPersonsAlone();
    while (low > exactEvaluator.personsLeast() && exactEvaluator.personsValue(low - 1) >= least) {
      exactEvaluator.step();
      low--;
    }
    int high = exactEvaluator.bestPersonsAlone();
    while (high < exactEvaluator.personsMost() && exactEvaluator.personsValue(high + 1) >= least) {
      exactEvaluator.step();
      high++;
    }
    narrow.low()[i] = low;
    narrow.high()[i] = high;
  }

  /** The least and most persons that have a choice within the budget. */
  private void longRange(int i) {
    long least = exactEvaluator.value - budget;
    int from = exactEvaluator.personsLeast();
    int to = exactEvaluator.personsMost();
    narrow.low()[i] = exactEvaluator.firstWorth(from, to, least);
    narrow.high()[i] = exactEvaluator.firstWorth(to, from, least);
  }
}
