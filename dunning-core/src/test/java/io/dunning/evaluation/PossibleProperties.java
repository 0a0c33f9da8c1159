package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.action.DunningAction;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** Whatever an unknown fact turns out to be, its decision was among those that can come out. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class PossibleProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static final List<String> COUNTRIES = List.of("DE", "US", "AT", "GB", "KR", "FR");

  /** The account as it turns out to be, whose facts are not those that the rules name. */
  private static Account known(Account account, LocalDate day, int[] values) {
    Customer customer = account.customer();
    customer = customer.ofKind(Customer.Kind.values()[values[0] % 3]);
    customer = customer.inCountry(COUNTRIES.get(values[1] % COUNTRIES.size()));
    customer = customer.inSegment(values[2] % 2 == 0 ? "retail" : "wholesale");
    customer = values[3] % 2 == 0 ? customer.tagged("key account") : customer;
    customer = customer.with("country", values[4] % 2 == 0 ? "DE" : "FR");
    Account all = account.owedBy(customer);
    if (values[5] % 3 > 0) {
      NonpaymentReason why = NonpaymentReason.values()[values[5] % 8];
      all = all.with(LedgerEvent.customerReplied(day, Reply.OTHER, why));
    }
    return all;
  }

  /** Asks about everything that can be unknown. */
  private static final DunningPolicy NOSY =
      DunningPolicy.named("nosy")
          .ladder(
              EscalationLadder.of(
                  asking("one", Condition.customerTagged("key account")),
                  asking("two", Condition.customerInCountry("DE")),
                  asking("three", Condition.customerInSegment("retail")),
                  asking("four", Condition.customerFact("country", "FR")),
                  asking("five", Condition.customerIs(RiskBand.SEVERE)),
                  asking("six", Condition.repliedWith(NonpaymentReason.FORGOT, 3)),
                  asking("seven", Condition.customerIs(RiskBand.UNKNOWN, RiskBand.PROMPT)),
                  asking("eight", Condition.always())))
          .conduct(DunningDomain.CONDUCTS.get(0))
          .build();

  private static EscalationStep asking(String name, Condition condition) {
    return EscalationStep.step(name)
        .at(Trigger.daysPastDue(1))
        .take(DunningAction.task(name))
        .onlyIf(condition);
  }

  private static List<Unknown> unknowns(int mask) {
    List<Unknown> all =
        List.of(
            Unknown.kindOfCustomer(),
            Unknown.country(),
            Unknown.segment(),
            Unknown.tag("key account"),
            Unknown.fact("country"),
            Unknown.riskBand());
    List<Unknown> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((mask & 1 << i) != 0) {
        some.add(all.get(i));
      }
    }
    return some;
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theAnswerIsAmongThePossibleOnes(
      @ForAll DunningPolicy any,
      @ForAll boolean nosy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 23) int a,
      @ForAll @IntRange(max = 23) int b,
      @ForAll @IntRange(max = 63) int mask) {
    DunningPolicy policy = nosy ? NOSY : any;
    Account bare = account.owedBy(Customer.of(account.customer().id()));
    int[] values = {a, b, a / 3, b / 3, a / 6, 0};
    Account full = known(bare, day, values);
    // what is not unknown is known
    Customer seen = bare.customer();
    seen = (mask & 1) == 0 ? seen.ofKind(full.customer().kind().orElseThrow()) : seen;
    seen = (mask & 2) == 0 ? seen.inCountry(full.customer().country().orElseThrow()) : seen;
    seen = (mask & 4) == 0 ? seen.inSegment(full.customer().segment().orElseThrow()) : seen;
    seen =
        (mask & 8) == 0 && full.customer().hasTag("key account")
            ? seen.tagged("key account")
            : seen;
    seen = (mask & 16) == 0 ? seen.with("country", full.customer().facts().get("country")) : seen;
    Possibilities possible = WEEKENDS.possible(policy, bare.owedBy(seen), day, unknowns(mask));
    Statistics.label("decisions")
        .collect(Math.min(4, possible.all().size()))
        .coverage(
            all -> {
              all.check(2).percentage(share -> share > 1);
              all.check(4).count(times -> times > 2);
            });
    contains(possible, WEEKENDS.evaluate(policy, full, day));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theAnswerIsAmongThePossibleOnesWhateverTheReason(
      @ForAll DunningPolicy any,
      @ForAll boolean nosy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 23) int why) {
    DunningPolicy policy = nosy ? NOSY : any;
    Account quiet =
        Account.of(
            account.customer(),
            account.invoices().stream()
                .map(
                    h ->
                        io.dunning.ledger.InvoiceHistory.of(
                            h.invoice(), withoutReplies(h.events())))
                .toList(),
            withoutReplies(account.events()));
    Account said =
        quiet.with(
            LedgerEvent.customerReplied(day, Reply.OTHER, NonpaymentReason.values()[why % 8]));
    Possibilities possible =
        WEEKENDS.possible(policy, quiet, day, List.of(Unknown.reasonForNotPaying()));
    contains(possible, WEEKENDS.evaluate(policy, said, day));
    contains(possible, WEEKENDS.evaluate(policy, quiet, day));
  }

  private static List<LedgerEvent> withoutReplies(List<LedgerEvent> events) {
    return events.stream()
        .filter(e -> !(e instanceof io.dunning.event.ContactEvent.CustomerReplied))
        .toList();
  }

  private static void contains(Possibilities possible, AccountRecommendation answer) {
    List<Recommendation> wanted = answer.recommendations();
    boolean found =
        possible.all().stream()
            .map(p -> p.decision().recommendations())
            .anyMatch(
                all -> {
                  boolean same = all.size() == wanted.size();
                  for (int i = 0; same && i < all.size(); i++) {
                    same = all.get(i).decidesLike(wanted.get(i));
                  }
                  return same;
                });
    assertThat(found).as("%s\n%s", possible, wanted).isTrue();
  }
}
