package io.dunning.benchmarks;

import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.ledger.InvoiceHistory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W4: late interest on a hundred thousand invoices; nanoseconds an invoice. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class LateInterestBenchmark {
  private static final int COUNT = 100_000;
  private static final int FEW = 1_000;
  private static final LateInterest RULE = LateDebts.rule();
  private static final ChargeRules RULES =
      ChargeRules.of(RULE).paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS);

  private List<LateDebts.Debt> debts;
  private List<InvoiceHistory> histories;

  /** Makes the debts. */
  @Setup
  public void debts() {
    debts = LateDebts.debts(COUNT);
    histories = LateDebts.histories(debts.subList(0, FEW));
    System.gc();
  }

  /**
   * The rival: a loop with 128-bit products.
   *
   * @return the sum
   */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long handWritten() {
    long sum = 0;
    for (LateDebts.Debt each : debts) {
      sum += LateDebts.byHand(each);
    }
    return sum;
  }

  /**
   * The library.
   *
   * @return the sum
   */
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long library() {
    long sum = 0;
    for (LateDebts.Debt each : debts) {
      sum +=
          RULE.interestMinor(
              each.amount(),
              each.due(),
              Draws.AS_OF,
              each.days(),
              each.payments(),
              each.days().length);
    }
    return sum;
  }

  /**
   * The library, with every line of a statement.
   *
   * @return the sum
   */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public long libraryStatement() {
    long sum = 0;
    for (InvoiceHistory each : histories) {
      sum += RULES.accrue(each, Draws.AS_OF_DATE).interest().minorUnits();
    }
    return sum;
  }

  /**
   * What is usually written: day by day, in decimals.
   *
   * @return the sum
   */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public long decimalsDayByDay() {
    long sum = 0;
    for (int i = 0; i < FEW; i++) {
      sum += LateDebts.dayByDay(debts.get(i));
    }
    return sum;
  }
}
