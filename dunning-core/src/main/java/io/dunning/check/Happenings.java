package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.DisputeEvent;
import io.dunning.event.FailureClass;
import io.dunning.event.FailureCodes;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.Balance;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says what may happen next to a debtor, as far as it can matter to a policy. A promise, a plan or
 * a restriction does not begin while one of its kind runs; once that is over, another may follow.
 * {@link Merging} has to tell apart whatever is asked here.
 */
final class Happenings {
  private static final int PROMISED_DAYS = 7;
  private static final int PLAN_DAYS = 14;
  private static final String SCHEME = "SEPA-SDD";

  /** For how long a message may come back while later ones are sent. */
  static final int BACK_DAYS = 14;

  private static final SortedSet<Long> NO_AMOUNTS = new TreeSet<>();
  private static final int[] RESTRICTED_DAYS = {30, 90};

  private final Boundary boundary;

  Happenings(Boundary boundary) {
    this.boundary = boundary;
  }

  /** What may happen on a day to an account, before which all is known that happened so far. */
  List<Happening> on(LocalDate day, Account account) {
    List<Happening> all = new ArrayList<>(12);
    InvoiceHistory first = account.invoices().get(0);
    Standing standing = first.standingOn(day);
    Balance balance = standing.balance();
    About about = new About(day, first.invoice().number(), all);
    payments(about, balance);
    if (balance.openMinor() > 0) {
      disputes(about, standing, balance.open());
      agreements(about, standing, balance.open());
      replies(about);
      deliveries(about, standing, account);
      restrictions(about, standing.agreements());
    }
    return all;
  }

  /** Collects what happens to an invoice on a day. */
  private record About(LocalDate day, String invoice, List<Happening> all) {
    void add(int order, LedgerEvent event) {
      all.add(new Happening(order, invoice, event));
    }
  }

  private void payments(About about, Balance balance) {
    Money open = balance.open();
    LocalDate day = about.day;
    if (open.minorUnits() > 1) {
      Money half = Money.ofMinor(open.minorUnits() / 2, open.currency());
      about.add(0, LedgerEvent.payment(day, half));
      // what leaves a debt just below an amount that the policy names
      for (long below : boundary.amounts.getOrDefault(open.currency(), NO_AMOUNTS)) {
        if (below > 1 && below - 1 < half.minorUnits()) {
          Money most = Money.ofMinor(open.minorUnits() - below + 1, open.currency());
          about.add(0, LedgerEvent.payment(day, most));
        }
      }
    }
    if (open.isPositive()) {
      about.add(0, LedgerEvent.payment(day, open));
    }
    if (balance.paid().isPositive()) {
      about.add(1, LedgerEvent.paymentReversed(day, balance.paid()));
    }
  }

  private void disputes(About about, Standing standing, Money open) {
    LocalDate day = about.day;
    if (standing.agreements().disputedMinor() > 0 || standing.agreements().isDisputed()) {
      about.add(3, LedgerEvent.disputeResolved(day, DisputeEvent.Outcome.CUSTOMER_WON));
      about.add(3, LedgerEvent.disputeResolved(day, DisputeEvent.Outcome.CREDITOR_WON));
      return;
    }
    about.add(2, LedgerEvent.dispute(day, "goods damaged"));
    for (String word : boundary.disputeWords) {
      about.add(2, LedgerEvent.dispute(day, word.isBlank() ? "other" : word));
    }
    if (open.minorUnits() > 1) {
      Money half = Money.ofMinor(open.minorUnits() / 2, open.currency());
      about.add(2, LedgerEvent.dispute(day, half, "one item missing"));
      for (String word : boundary.disputeWords) {
        about.add(2, LedgerEvent.dispute(day, half, word.isBlank() ? "other" : word));
      }
    }
  }

  private void agreements(About about, Standing standing, Money open) {
    LocalDate day = about.day;
    Agreements agreed = standing.agreements();
    if (agreed.promise().filter(p -> !p.until().isBefore(day)).isEmpty()) {
      about.add(4, LedgerEvent.promise(day, day.plusDays(PROMISED_DAYS)));
    }
    boolean planned = agreed.plan().filter(p -> runs(p, day)).isPresent();
    if (boundary.plans && !planned && open.minorUnits() > 1) {
      about.add(5, plan(day, open));
    }
    if (agreed.offerThroughDay() >= day.toEpochDay()) {
      LocalDate until = day.plusDays(PLAN_DAYS);
      Money amount = agreed.offer().orElseThrow().amount();
      about.add(5, LedgerEvent.settlementAccepted(day, amount, until));
    }
  }

  /** A plan in two parts, over more than one minor unit. */
  static LedgerEvent plan(LocalDate day, Money open) {
    Money half = Money.ofMinor(open.minorUnits() / 2, open.currency());
    Instalment sooner = new Instalment(day.plusDays(PLAN_DAYS), half);
    Instalment later = new Instalment(day.plusDays(2 * PLAN_DAYS), open.minus(half));
    return LedgerEvent.planAgreed(day, List.of(sooner, later));
  }

  /** Whether an instalment of a plan is still to come. */
  private static boolean runs(PlanAgreed plan, LocalDate day) {
    return plan.instalments().stream().anyMatch(i -> !i.due().isBefore(day));
  }

  private void replies(About about) {
    for (Reply each : boundary.replies) {
      about.add(6, LedgerEvent.customerReplied(about.day, each));
    }
    for (NonpaymentReason each : boundary.reasons) {
      about.add(6, LedgerEvent.customerReplied(about.day, Reply.OTHER, each));
    }
    if (boundary.conduct || boundary.topics.contains(Topic.REACHED)) {
      about.add(7, LedgerEvent.contact(about.day, Channel.PHONE));
    }
  }

  private void deliveries(About about, Standing standing, Account account) {
    LocalDate day = about.day;
    Standing whole = account.standingOn(day.toEpochDay());
    for (InvoiceHistory each : account.invoices()) {
      messages(new About(day, each.invoice().number(), about.all), each.standingOn(day), whole);
    }
    if (boundary.topics.contains(Topic.INVOICE_DELIVERY)) {
      boolean isMissing = standing.correspondence().undeliveredSince().isPresent();
      if (!isMissing) {
        about.add(8, LedgerEvent.notDelivered(day));
      }
      if (isMissing || standing.correspondence().deliveredOn().isEmpty()) {
        about.add(8, LedgerEvent.delivered(day));
      }
    }
    if (boundary.topics.contains(Topic.ADDRESS)) {
      boolean unknown = standing.correspondence().addressUnknownDay() != EpochDay.NONE;
      about.add(8, unknown ? LedgerEvent.addressFound(day) : LedgerEvent.addressUnknown(day));
    }
    if (boundary.topics.contains(Topic.COLLECTION)) {
      collections(about);
    }
  }

  /** A failure that may be tried again, and one of each class that is asked for. */
  private void collections(About about) {
    about.add(8, LedgerEvent.collectionFailed(about.day, SCHEME, "AM04"));
    for (String each : boundary.failures) {
      if (!each.equals(FailureClass.SOFT.toString())) {
        about.add(8, LedgerEvent.collectionFailed(about.day, SCHEME, code(each)));
      }
    }
  }

  /** The first code of a class; of an unknown one, a code that no table has. */
  private static String code(String failureClass) {
    return FailureCodes.all().stream()
        .filter(c -> c.scheme().equals(SCHEME))
        .filter(c -> c.failureClass().toString().equals(failureClass))
        .map(FailureCodes.FailureCode::code)
        .findFirst()
        .orElse("XXXX");
  }

  private void messages(About about, Standing own, Standing whole) {
    for (StepTaken each : lately(about.day, own, whole)) {
      about.add(8, LedgerEvent.notDelivered(about.day, each.step(), each.channel().orElseThrow()));
      if (boundary.delivered.contains(each.step())) {
        about.add(8, LedgerEvent.delivered(about.day, each.step()));
      }
    }
  }

  /** The last message, and those sent so shortly before it that they may still come back. */
  private static List<StepTaken> lately(LocalDate day, Standing own, Standing whole) {
    List<StepTaken> all = own.steps().taken();
    if (!whole.steps().taken().isEmpty()) {
      all = new ArrayList<>(all);
      all.addAll(whole.steps().taken());
      all.sort(Comparator.comparing(StepTaken::date));
    }
    List<StepTaken> lately = new ArrayList<>(all.size());
    for (int i = all.size() - 1; i >= 0; i--) {
      StepTaken each = all.get(i);
      boolean last = i == all.size() - 1;
      if (each.channel().isPresent() && (last || !each.date().plusDays(BACK_DAYS).isBefore(day))) {
        lately.add(each);
      }
    }
    return lately;
  }

  /** A restriction that ends soon, and one after which much has to be caught up with. */
  private void restrictions(About about, Agreements agreed) {
    Set<Restriction> kinds =
        boundary.restrictions.isEmpty()
            ? Set.of(Restriction.BREATHING_SPACE)
            : boundary.restrictions;
    for (Restriction each : kinds) {
      if (agreed.restrictedThroughDay(each) < about.day.toEpochDay()) {
        for (int days : RESTRICTED_DAYS) {
          LocalDate until = about.day.plusDays(days);
          about.add(9, LedgerEvent.restricted(about.day, each, until));
        }
      }
    }
  }
}
