package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.Concession;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Patience;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Patient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds however little patience a policy has. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class PatienceProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  /** Each kind gets a number and days, or one of the two, or neither. */
  private static Patience patience(List<Integer> limits) {
    Patience patience = Patience.UNLIMITED.moreOnlyFrom(limits.get(8) % 2 == 0 ? "" : "head");
    for (Concession each : Concession.values()) {
      int count = limits.get(2 * each.ordinal());
      int days = limits.get(2 * each.ordinal() + 1);
      patience = count < 3 ? patience.atMost(count, each) : patience;
      patience = days % 3 > 0 ? patience.daysInAll(days, each) : patience;
    }
    return patience;
  }

  private static Account further(Account account, LocalDate day, List<Integer> limits) {
    List<LedgerEvent> events = new ArrayList<>(account.events());
    for (int i = 9; i < limits.size(); i++) {
      Concession of = Concession.values()[limits.get(i) % 4];
      String by = limits.get(i) % 3 == 0 ? "head" : "clerk";
      events.add(LedgerEvent.furtherGranted(day.minusDays(limits.get(i)), of, by));
    }
    for (int i = 0; i < 4; i++) {
      LocalDate on = day.minusDays(limits.get(i));
      LocalDate until = on.plusDays(limits.get(i + 4));
      events.add(
          switch (limits.get(i) % 3) {
            case 0 -> LedgerEvent.promise(on, until);
            case 1 -> LedgerEvent.hold(on, "asked", until);
            default -> LedgerEvent.deferred(on, until);
          });
    }
    return Account.of(account.customer(), account.invoices(), events);
  }

  @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactHoweverLittlePatience(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @Size(min = 9, max = 11) List<@IntRange(max = 40) Integer> limits) {
    DunningPolicy patient = Patient.with(policy, patience(limits));
    Account known = further(account, day, limits).asOf(day);
    List<Explanation> explained = WEEKENDS.explain(patient, known, day);
    boolean beyond =
        explained.stream()
            .flatMap(e -> e.leftOut().stream())
            .anyMatch(LeftOutReason.BeyondPatience.class::isInstance);
    Statistics.label("beyond patience").collect(beyond);
    ExactReview.holds(WEEKENDS, patient, known, day, 100);
  }

  /** More patience never turns a hold into something else, by whatever limit of one kind. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void whatHoldsWithLittlePatienceHoldsWithMore(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll Concession kind,
      @ForAll @IntRange(max = 3) int count,
      @ForAll @IntRange(max = 60) int days,
      @ForAll @IntRange(max = 30) int more) {
    DunningPolicy holding = Patient.holdingByDefault(policy);
    Patience some = Patience.UNLIMITED.atMost(count, kind).daysInAll(days, kind);
    Patience most = Patience.UNLIMITED.atMost(count, kind).daysInAll(days + more, kind);
    List<Recommendation> little =
        WEEKENDS.evaluate(Patient.with(holding, some), account, day).recommendations();
    List<Recommendation> lots =
        WEEKENDS.evaluate(Patient.with(holding, most), account, day).recommendations();
    for (int i = 0; i < little.size() && kind != Concession.DEFERRAL; i++) {
      boolean held = little.get(i).rule() == Rule.HELD && little.get(i).lines().size() == 1;
      if (held) {
        assertThat(lots.get(i).rule()).isEqualTo(Rule.HELD);
      }
    }
  }

  /** One more promise, plan or hold never takes away what fewer of them held. */
  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void whatHoldsWithFewHoldsWithMore(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 3) int count,
      @ForAll @IntRange(min = 1, max = 3) int more,
      @ForAll @Size(min = 9, max = 11) List<@IntRange(max = 40) Integer> limits) {
    DunningPolicy holding = Patient.holdingByDefault(policy);
    Account granted = further(account, day, limits);
    Patience few = Patience.UNLIMITED;
    Patience many = Patience.UNLIMITED;
    for (Concession each : Concession.values()) {
      if (each != Concession.DEFERRAL) {
        few = few.atMost(count, each);
        many = many.atMost(count + more, each);
      }
    }
    List<Recommendation> little =
        WEEKENDS.evaluate(Patient.with(holding, few), granted, day).recommendations();
    List<Recommendation> lots =
        WEEKENDS.evaluate(Patient.with(holding, many), granted, day).recommendations();
    for (int i = 0; i < little.size(); i++) {
      boolean held = little.get(i).rule() == Rule.HELD && little.get(i).lines().size() == 1;
      Statistics.label("held").collect(held);
      if (held) {
        assertThat(lots.get(i).rule()).isEqualTo(Rule.HELD);
      }
    }
  }

  /** A policy that limits what never occurs decides as one that limits nothing. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void limitsBeyondAllThatHappenedChangeNothing(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    Patience wide = Patience.UNLIMITED;
    for (Concession each : Concession.values()) {
      wide = wide.atMost(1_000, each);
    }
    List<Recommendation> before = WEEKENDS.evaluate(policy, account, day).recommendations();
    List<Recommendation> now =
        WEEKENDS.evaluate(Patient.with(policy, wide), account, day).recommendations();
    for (int i = 0; i < now.size(); i++) {
      assertThat(now.get(i).verdict()).isEqualTo(before.get(i).verdict());
      assertThat(now.get(i).step()).isEqualTo(before.get(i).step());
      assertThat(now.get(i).reviewOn()).isEqualTo(before.get(i).reviewOn());
      assertThat(now.get(i).reason()).isEqualTo(before.get(i).reason());
    }
  }
}
