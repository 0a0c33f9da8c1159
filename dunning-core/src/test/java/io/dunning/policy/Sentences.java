package io.dunning.policy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.Days;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.ContactLimit;
import io.dunning.event.Concession;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Patience;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;

/** Makes rules at random, with names that look like parts of sentences. */
final class Sentences {
  private static final List<String> BITS =
      List.of(
          "a",
          "call",
          "notice",
          "Ärger",
          "and",
          "or",
          "not",
          "if",
          "is",
          "was",
          "taken",
          "came",
          "back",
          "the",
          "invoice",
          "deadline",
          "of",
          "customer",
          "overdue",
          "at",
          "least",
          "most",
          "days",
          "3",
          "18%",
          "500.00",
          "EUR",
          "for",
          "before",
          "court",
          "once",
          "prompt",
          "severe",
          "described",
          "as",
          "since",
          "past",
          "due",
          "+",
          "-",
          "x",
          "per",
          "in",
          "all",
          ",",
          "(",
          ")",
          "\"",
          "\\",
          "\n",
          "\t",
          "\u0000",
          "\u00a0",
          "\u200b",
          "\u2028",
          "\ud800",
          "😀",
          "");

  private final Random random;

  Sentences(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  <T> T of(T[] values) {
    return values[below(values.length)];
  }

  /** A name of up to five bits, with a space between most of them. */
  String name() {
    StringBuilder name = new StringBuilder(of(BITS));
    for (int i = below(5); i > 0; i--) {
      name.append(below(8) == 0 ? "" : " ").append(of(BITS));
    }
    return name.toString();
  }

  /** A name that is not blank. */
  String word() {
    String name = name();
    return name.isBlank() ? "word" : name;
  }

  int number() {
    return below(4) == 0 ? random.nextInt() : below(6) - 1;
  }

  int days() {
    return below(3) == 0 ? below(Days.MAX_COUNT) : below(3);
  }

  Days period() {
    return switch (below(3)) {
      case 0 -> Days.calendarDays(days());
      case 1 -> Days.businessDays(days());
      default -> Days.months(below(Days.MAX_MONTHS));
    };
  }

  Money money() {
    long minor = below(3) == 0 ? random.nextLong() : below(100_000);
    return Money.ofMinor(minor, CurrencyUnit.of(of(List.of("EUR", "USD", "JPY", "KWD"))));
  }

  Percentage share() {
    return Percentage.percent(below(200) - 20 + (below(2) == 0 ? "" : "." + below(1000)));
  }

  /** A condition nested at most so deep, without tests of the user's own. */
  Condition condition(int depth) {
    if (depth == 0 || below(3) == 0) {
      return leaf();
    }
    return switch (below(3)) {
      case 0 -> condition(depth - 1).not();
      case 1 -> condition(depth - 1).and(condition(depth - 1));
      default -> condition(depth - 1).or(condition(depth - 1));
    };
  }

  Condition leaf() {
    return switch (below(6)) {
      case 0 -> named();
      case 1 -> named();
      case 2 -> counted();
      case 3 -> worded();
      case 4 -> amount();
      default ->
          Condition.parse(
              of(
                  List.of(
                      "always",
                      "never",
                      "overdue",
                      "settlement possible",
                      "dispute open",
                      "partly disputed",
                      "promise active",
                      "plan active",
                      "plan broken",
                      "settlement offered",
                      "invoice delivered",
                      "invoice not delivered",
                      "a collection failed",
                      "collection failure is soft",
                      "address unknown")));
    };
  }

  private Condition named() {
    return switch (below(13)) {
      case 0 -> Condition.customerTagged(name());
      case 1 -> Condition.customerInSegment(name());
      case 2 -> Condition.customerInCountry(name());
      case 3, 4, 5 -> Condition.customerFact(name(), name());
      case 6 -> Condition.disputedFor(name());
      case 7 -> Condition.disputesAtLeast(number(), name());
      case 8 -> Condition.taken(name());
      case 9 -> Condition.daysSince(number(), name());
      case 10 -> Condition.delivered(name());
      case 11 -> Condition.cameBack(name());
      default -> Condition.repliedSince(name());
    };
  }

  private Condition counted() {
    return switch (below(9)) {
      case 7 -> Condition.collectionsFailedAtLeast(Math.max(1, number()));
      case 8 -> Condition.collectionFailedAtLeastDaysAgo(days());
      case 0 -> Condition.overdueInvoicesAtLeast(number());
      case 1 -> Condition.daysPastDueAtLeast(number());
      case 2 -> Condition.brokenPromisesAtLeast(number());
      case 3 -> Condition.unansweredAttemptsAtLeast(number());
      case 4 -> Condition.averageDaysLateMoreThan(number());
      case 5 -> Condition.addressUnknownForAtLeast(days());
      default -> Condition.addressFoundWithin(days());
    };
  }

  private Condition worded() {
    return switch (below(8)) {
      case 0 -> Condition.restricted(of(Restriction.values()));
      case 1 -> Condition.reached(of(Reached.values()));
      case 2 -> Condition.latestReply(of(Reply.values()));
      case 3 -> Condition.repliedWith(of(NonpaymentReason.values()));
      case 4 -> Condition.repliedWith(of(NonpaymentReason.values()), days());
      case 5 -> Condition.worthMost(of(Route.values()));
      case 6 -> Condition.customerIs(of(RiskBand.values()));
      default -> Condition.customerIs(of(RiskBand.values()), of(RiskBand.values()));
    };
  }

  private Condition amount() {
    return switch (below(7)) {
      case 0 -> Condition.overdueAtLeast(money());
      case 1 -> Condition.balanceAtLeast(money());
      case 2 -> Condition.overdueMoreThan(money());
      case 3 -> Condition.balanceMoreThan(money());
      case 4 -> Condition.chargesAtLeast(money());
      case 5 -> Condition.lateRatioAtLeast(share());
      default -> Condition.riskAtLeast(share());
    };
  }

  Trigger trigger() {
    return switch (below(6)) {
      case 0 -> Trigger.beforeDue(period());
      case 1 -> Trigger.pastDue(period());
      case 2 -> Trigger.endOfMonthPastDue(period());
      case 3 -> Trigger.afterInvoice(period());
      case 4 -> Trigger.after(name(), period());
      default -> Trigger.afterDeadlineOf(name(), period());
    };
  }

  DunningAction action() {
    return below(2) == 0
        ? DunningAction.task(word())
        : DunningAction.sendNotice(1 + below(9), of(Channel.values()));
  }

  Invariant invariant() {
    Invariant.During[] during = Invariant.During.values();
    return switch (below(6)) {
      case 0 -> Invariant.never(action(), of(during));
      case 1 -> Invariant.neverBefore(action(), name());
      case 2 -> Invariant.neverBeforeDelivered(action(), name());
      case 3 -> Invariant.atMost(below(9), of(Channel.values()), 1 + below(99));
      case 4 -> Invariant.chargesAtMost(Percentage.percent("" + below(101)));
      default -> Invariant.noContactAfterPayment(below(30));
    };
  }

  Performer performer() {
    Performer performer = below(2) == 0 ? Performer.agency(name()) : Performer.lawyer(name());
    return below(2) == 0 ? performer : performer.forCommission(Percentage.percent("" + below(101)));
  }

  Patience patience() {
    Patience patience = Patience.UNLIMITED;
    for (Concession each : Concession.values()) {
      patience = below(2) == 0 ? patience : patience.atMost(below(3), each);
      patience = below(2) == 0 ? patience : patience.daysInAll(below(3), each);
    }
    return below(2) == 0 ? patience : patience.moreOnlyFrom(name());
  }

  ContactLimit limit() {
    PersonRole role = new PersonRole(word());
    return switch (below(3)) {
      case 0 -> ContactLimit.notWith(role, new PersonRole(word()));
      case 1 ->
          ContactLimit.atMost(1 + below(9), Period.ofDays(1 + below(9))).by(of(Channel.values()));
      default ->
          new ContactLimit.Notice(name(), period(), period(), of(ContactLimit.Before.values()));
    };
  }

  /** The only table with which {@link #interest} can be read. */
  ReferenceRates table() {
    return ReferenceRates.named(name())
        .with(LocalDate.EPOCH, LocalDate.MAX, Percentage.percent("1"), "");
  }

  LateInterest interest(ReferenceRates table) {
    LateInterest interest = LateInterest.floating(table, share());
    interest = below(2) == 0 ? interest : interest.times(1 + below(3));
    interest = below(2) == 0 ? interest : interest.atMost(share());
    return below(2) == 0 ? interest : interest.per(1 + below(366));
  }
}
