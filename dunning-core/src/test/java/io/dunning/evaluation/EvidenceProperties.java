package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Evidence is kept with its event and changes nothing else. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class EvidenceProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  /** Times go down while events go on, so that an order by time would show. */
  private static List<BookedEvent> attested(List<LedgerEvent> events) {
    List<BookedEvent> all = new ArrayList<>();
    for (LedgerEvent event : events) {
      LocalTime time = LocalTime.of(23, 59).minusMinutes(all.size());
      all.add(event.with(Evidence.by("clerk " + all.size()).at(time).withDocument("D")));
    }
    return all;
  }

  private static Account attested(Account account) {
    return Account.ofBooked(
        account.customer(),
        account.invoices().stream()
            .map(h -> InvoiceHistory.ofBooked(h.invoice(), attested(h.events())))
            .toList(),
        attested(account.events()));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void evidenceNeverChangesADecision(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    Account attested = attested(account);
    assertThat(attested.entries()).isEqualTo(attested(account.events()));
    assertThat(WEEKENDS.explain(policy, attested, day))
        .isEqualTo(WEEKENDS.explain(policy, account, day));
  }
}
