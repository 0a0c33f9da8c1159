package io.dunning.benchmarks;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.check.PolicyCheck;
import io.dunning.check.PolicyReport;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Checks of a usual policy, on one thread: checks, worlds and decisions a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class PolicyCheckBenchmark {
  private static final DunningPolicy POLICY =
      DunningPolicy.named("usual")
          .minimumAmount(eur("5.00"))
          .minimumDaysBetweenContacts(7)
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).orBy(LETTER),
                  step("notice")
                      .at(daysPastDue(14))
                      .take(sendNotice(1, EMAIL))
                      .orBy(LETTER)
                      .grants(calendarDays(10)),
                  step("call")
                      .at(daysPastDue(30))
                      .take(placeCall())
                      .onlyIf(overdueAtLeast(eur("500.00"))),
                  step("demand")
                      .at(after("notice", businessDays(20)))
                      .take(sendDemand(LETTER))
                      .grants(calendarDays(14)),
                  step("agency")
                      .at(daysPastDue(90))
                      .take(referToAgency())
                      .requires(daysSince(14, "demand"))
                      .needsApproval()))
          .build();

  /** Up to how many events happen to a debtor. */
  @Param({"1", "2"})
  public int events;

  /** What the checks of an iteration explored. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Explored {
    /** How many worlds. */
    public long worlds;

    /** How many decisions. */
    public long decisions;

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void begin() {
      worlds = 0;
      decisions = 0;
    }
  }

  /**
   * A whole check.
   *
   * @param explored counts what it explores
   * @return what it finds
   */
  @Benchmark
  public PolicyReport check(Explored explored) {
    PolicyReport report = PolicyCheck.of(POLICY).events(events).run();
    explored.worlds += report.explored().worlds();
    explored.decisions += report.explored().decisions();
    return report;
  }
}
