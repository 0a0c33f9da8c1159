package io.dunning.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every ledger under an assumed longest term. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class LawAssumptionProperties {
  private static Account inBritain(Account account) {
    Customer customer = Customer.of("C").ofKind(Customer.Kind.BUSINESS).inCountry("GB");
    return Account.of(customer, account.invoices(), account.events());
  }

  private static LawAssumption atMost(int days) {
    return new LawAssumption(
        "mine", Set.of("GB"), OptionalInt.of(days), Optional.empty(), Optional.empty());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noInvoiceFallsDueLaterAndNothingElseChanges(
      @ForAll Account any, @ForAll @IntRange(max = 60) int days, @ForAll LocalDate day) {
    Account account = inBritain(any);
    Account capped = atMost(days).apply(account);
    for (int i = 0; i < account.invoices().size(); i++) {
      Invoice before = account.invoices().get(i).invoice();
      Invoice after = capped.invoices().get(i).invoice();
      LocalDate last = before.issued().plusDays(days);
      assertThat(after.due()).isEqualTo(before.due().isAfter(last) ? last : before.due());
      assertThat(after.amount()).isEqualTo(before.amount());
      assertThat(after.instalments()).hasSameSizeAs(before.instalments());
      assertThat(after.lastDiscountDay()).isEqualTo(before.lastDiscountDay());
      assertThat(capped.invoices().get(i).entries()).isEqualTo(account.invoices().get(i).entries());
      assertThat(capped.invoices().get(i).standingOn(day).balance().open())
          .isEqualTo(account.invoices().get(i).standingOn(day).balance().open());
    }
    assertThat(atMost(days).apply(capped)).isEqualTo(capped);
  }
}
