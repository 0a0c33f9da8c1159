package io.dunning.evaluation;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.task;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
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

/** What holds wherever the customer moved. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class AddressProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhileAnAddressIsUnknown(
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 40) int days,
      @ForAll @Size(max = 4) List<@IntRange(max = 60) Integer> moves) {
    DunningPolicy policy =
        DunningPolicy.named("moved")
            .ladder(
                EscalationLadder.of(
                    step("one").at(daysPastDue(3)).take(sendDemand(LETTER)),
                    step("two")
                        .at(daysPastDue(5))
                        .take(task("trace"))
                        .onlyIf(Condition.addressUnknownForAtLeast(days)),
                    step("three")
                        .at(daysPastDue(8))
                        .take(placeCall())
                        .onlyIf(Condition.addressFoundWithin(days).or(Condition.cameBack("one"))),
                    step("four")
                        .at(daysPastDue(10))
                        .take(task("hand over"))
                        .requires(Condition.addressUnknown().not())))
            .build();
    List<LedgerEvent> events = new ArrayList<>(account.events());
    for (int each : moves) {
      LocalDate on = day.minusDays(each);
      events.add(each % 3 == 0 ? LedgerEvent.addressFound(on) : LedgerEvent.addressUnknown(on));
    }
    Account known = Account.of(account.customer(), account.invoices(), events).asOf(day);
    ExactReview.holds(WEEKENDS, policy, known, day, 100);
  }
}
