package io.dunning.benchmarks;

import java.math.BigDecimal;
import java.util.UUID;
import org.joda.time.LocalDate;
import org.killbill.billing.catalog.api.TimeUnit;
import org.killbill.billing.overdue.api.OverdueApiException;
import org.killbill.billing.overdue.config.DefaultDuration;
import org.killbill.billing.overdue.config.DefaultOverdueCondition;
import org.killbill.billing.overdue.config.DefaultOverdueState;
import org.killbill.billing.overdue.config.DefaultOverdueStatesAccount;
import org.killbill.billing.overdue.config.api.BillingState;
import org.killbill.billing.payment.api.PaymentResponse;
import org.killbill.billing.util.tag.Tag;

/**
 * Kill Bill overdue: the state of an account by the age of its oldest unpaid invoice and its unpaid
 * balance. It answers less than the workload asks: no spacing, no promise, no next day.
 */
final class KillBillOverdue {
  private static final int[] MIN_DAYS = {1, 7, 14, 21, 30, 45, 60, 90};
  private static final int[] MINIMUM = {1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 5_000, 10_000};
  private static final Tag[] NO_TAGS = {};
  private static final LocalDate AS_OF = new LocalDate(2026, 6, 30);

  private final DefaultOverdueStatesAccount states = states();

  private static DefaultOverdueStatesAccount states() {
    DefaultOverdueState[] all = new DefaultOverdueState[MIN_DAYS.length + 1];
    for (int k = 0; k < MIN_DAYS.length; k++) {
      DefaultOverdueCondition condition = new DefaultOverdueCondition();
      condition.setTimeSinceEarliestUnpaidInvoiceEqualsOrExceeds(
          new DefaultDuration().setUnit(TimeUnit.DAYS).setNumber(MIN_DAYS[k]));
      condition.setTotalUnpaidInvoiceBalanceEqualsOrExceeds(new BigDecimal(MINIMUM[k]));
      // the most severe first
      all[MIN_DAYS.length - 1 - k] =
          new DefaultOverdueState().setName(String.valueOf(k + 1)).setCondition(condition);
    }
    all[MIN_DAYS.length] = new DefaultOverdueState().setName("CLEAR").setClearState(true);
    return new DefaultOverdueStatesAccount().setAccountOverdueStates(all);
  }

  /** The name of the state. */
  String state(Accounts.PlainAccount account, UUID id) {
    int count = 0;
    long total = 0;
    int earliest = Integer.MAX_VALUE;
    for (Accounts.PlainInvoice invoice : account.invoices()) {
      if (invoice.open() > 0 && !invoice.disputed()) {
        count++;
        total += invoice.open();
        earliest = Math.min(earliest, invoice.due());
      }
    }
    LocalDate oldest = count == 0 ? null : AS_OF.minusDays(Draws.AS_OF - earliest);
    BillingState state =
        new BillingState(
            id,
            count,
            BigDecimal.valueOf(total),
            oldest,
            id,
            PaymentResponse.INSUFFICIENT_FUNDS,
            NO_TAGS);
    try {
      return states.calculateOverdueState(state, AS_OF).getName();
    } catch (OverdueApiException e) {
      throw new IllegalStateException(e);
    }
  }
}
