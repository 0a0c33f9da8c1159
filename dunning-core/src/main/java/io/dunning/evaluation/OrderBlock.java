package io.dunning.evaluation;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.DunningAction;
import io.dunning.calendar.EpochDay;
import io.dunning.ledger.StepsTaken;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * New orders of a customer are blocked, because a step with {@link DunningAction#blockOrders} was
 * taken about an invoice that is still open. The block ends once the invoice is paid, the step is
 * withdrawn, or a step with {@link DunningAction#releaseOrders} is taken on a later day. Immutable
 * and thread-safe.
 *
 * @param invoice the number of the invoice
 * @param step the name of the step that blocks them
 * @param since the day on which it was taken last
 */
public record OrderBlock(String invoice, String step, LocalDate since) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A block.
   *
   * @param invoice the number of the invoice
   * @param step the name of the step that blocks orders
   * @param since the day on which it was taken last
   */
  public OrderBlock {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(since, "since");
  }

  /** The blocks in force by what the books say, in the order of the invoices. */
  static List<OrderBlock> of(Books books) {
    List<OrderBlock> all = new ArrayList<>();
    for (int i = 0; i < books.balances.size(); i++) {
      if (books.balances.openMinor(i) > 0 && books.balances.issuedDay(i) <= books.asOf) {
        add(all, books, i);
      }
    }
    return List.copyOf(all);
  }

  /** Looks at what was recorded as taken, whatever became of the ladder since. */
  private static void add(List<OrderBlock> all, Books books, int place) {
    StepsTaken own = books.balances.standing(place).steps().columns();
    StepsTaken whole = books.balances.accountSteps();
    long issued = books.balances.issuedDay(place);
    PreparedStep[] steps = books.policy.steps;
    long released = EpochDay.NONE;
    long blocked = EpochDay.NONE;
    String by = "";
    for (PreparedStep step : steps) {
      long taken = Math.max(lastTaken(step, own, issued), lastTaken(step, whole, issued));
      if (does(step, BackOfficeAction.ReleaseOrders.class)) {
        released = Math.max(released, taken);
      }
      if (taken > blocked && does(step, BackOfficeAction.BlockOrders.class)) {
        blocked = taken;
        by = step.name;
      }
    }
    if (blocked != EpochDay.NONE && blocked >= released) {
      String invoice = books.account.invoiceNumbers().get(place);
      all.add(new OrderBlock(invoice, by, LocalDate.ofEpochDay(blocked)));
    }
  }

  /** The last day on which this very step was taken about an invoice that had been issued. */
  private static long lastTaken(PreparedStep step, StepsTaken of, long issued) {
    for (int i = of.count() - 1; i >= 0 && of.day(i) >= issued; i--) {
      if (of.name(i).equals(step.name)) {
        return of.day(i);
      }
    }
    return EpochDay.NONE;
  }

  private static boolean does(PreparedStep step, Class<? extends DunningAction> action) {
    return step.step.actions().stream().anyMatch(action::isInstance);
  }

  /** Such as {@code orders blocked since 2026-03-02 by stop orders, for INV-7}. */
  @Override
  public String toString() {
    return "orders blocked since " + since + " by " + step + ", for " + invoice;
  }
}
