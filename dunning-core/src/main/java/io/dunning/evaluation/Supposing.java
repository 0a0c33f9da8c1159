package io.dunning.evaluation;

import io.dunning.behaviour.RiskBand;
import io.dunning.charge.LateFee;
import io.dunning.conduct.ContactRules;
import io.dunning.event.BookedEvent;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Mention;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Which values an unknown fact can have, so far as some policies tell them apart: those that their
 * rules name, and one for all others.
 */
final class Supposing {
  /** Codes that ISO 3166-1 leaves to users; no country has one. */
  private static final List<String> NOWHERE = List.of("ZZ", "XX", "QZ", "QY", "QX", "QW");

  private final List<DunningPolicy> policies;
  private final List<Condition> conditions = new ArrayList<>();
  private final SortedSet<String> segments = new TreeSet<>();

  /**
   * For some policies.
   *
   * @param further what else is asked about the customer, by rules for segments
   * @param named the segments that have policies of their own
   */
  Supposing(List<DunningPolicy> policies, List<Condition> further, SortedSet<String> named) {
    this.policies = policies;
    conditions.addAll(further);
    segments.addAll(named);
    for (DunningPolicy policy : policies) {
      conditions.add(policy.holdWhile());
      for (EscalationStep step : policy.ladder().steps()) {
        conditions.add(step.condition());
        conditions.addAll(step.prerequisites());
        conditions.add(step.softerTone());
        step.performers().forEach(p -> conditions.add(p.condition()));
      }
    }
  }

  /**
   * A value of an unknown fact.
   *
   * @param value the value, in words
   * @param change gives it to an account
   * @param band the risk band; null if the fact is another one
   */
  record Value(String value, UnaryOperator<Account> change, RiskBand band) {
    static Value of(String value, UnaryOperator<Account> change) {
      return new Value(value, change, null);
    }

    static Value ofCustomer(String value, UnaryOperator<Customer> change) {
      return of(value, a -> a.owedBy(change.apply(a.customer())));
    }
  }

  /** The values that a fact can have, given what the account knows on a day. */
  List<Value> values(Unknown unknown, Account account, LocalDate asOf) {
    return switch (unknown.kind()) {
      case KIND_OF_CUSTOMER ->
          Arrays.stream(Customer.Kind.values())
              .map(k -> Value.ofCustomer(k.toString(), c -> c.ofKind(k)))
              .toList();
      case COUNTRY -> countries();
      case SEGMENT -> segments();
      case TAG ->
          List.of(
              Value.ofCustomer("yes", c -> c.tagged(unknown.name())),
              Value.ofCustomer("no", c -> c.untagged(unknown.name())));
      case FACT -> facts(unknown.name());
      case RISK_BAND ->
          Arrays.stream(RiskBand.values())
              .map(b -> new Value(b.toString(), UnaryOperator.identity(), b))
              .toList();
      case DELIVERY -> deliveries(unknown.name(), account, asOf);
      case REASON_FOR_NOT_PAYING -> reasons(account, asOf);
    };
  }

  private SortedSet<String> named(Topic topic) {
    SortedSet<String> all = new TreeSet<>();
    for (Condition each : conditions) {
      for (Mention mention : ConditionParts.mentions(each)) {
        if (mention instanceof Mention.OfText text && text.topic() == topic) {
          all.add(text.text());
        }
      }
    }
    return all;
  }

  private List<Value> countries() {
    SortedSet<String> codes = new TreeSet<>(named(Topic.COUNTRY));
    for (DunningPolicy policy : policies) {
      for (ContactRules rules : policy.outreach().conduct().rules()) {
        codes.addAll(rules.jurisdiction().countries());
      }
    }
    codes.removeIf(c -> !c.matches("[A-Z]{2}"));
    List<Value> all = new ArrayList<>();
    codes.forEach(c -> all.add(Value.ofCustomer(c, d -> d.inCountry(c))));
    NOWHERE.stream()
        .filter(c -> !codes.contains(c))
        .findFirst()
        .ifPresent(c -> all.add(Value.ofCustomer("another country", d -> d.inCountry(c))));
    return all;
  }

  private List<Value> segments() {
    SortedSet<String> names = new TreeSet<>(named(Topic.SEGMENT));
    names.addAll(segments);
    List<Value> all = new ArrayList<>();
    names.forEach(n -> all.add(Value.ofCustomer(n, c -> c.inSegment(n))));
    String other = unlike(names);
    all.add(Value.ofCustomer("another segment", c -> c.inSegment(other)));
    return all;
  }

  private List<Value> facts(String name) {
    SortedSet<String> values = new TreeSet<>();
    for (Condition each : conditions) {
      for (Mention mention : ConditionParts.mentions(each)) {
        if (mention instanceof Mention.OfFact fact && fact.name().equals(name)) {
          values.add(fact.value());
        }
      }
    }
    for (DunningPolicy policy : policies) {
      for (LateFee fee : policy.charges().fees()) {
        if (fee.agreedFact().filter(name::equals).isPresent()) {
          values.add(fee.agreedValue());
        }
      }
    }
    List<Value> all = new ArrayList<>();
    values.forEach(v -> all.add(Value.ofCustomer(v, c -> c.with(name, v))));
    String other = unlike(values);
    all.add(Value.ofCustomer("another value", c -> c.with(name, other)));
    return all;
  }

  /** A text that is none of some. */
  private static String unlike(SortedSet<String> others) {
    return others.isEmpty() ? "other" : others.last() + " or other";
  }

  /** Whether an invoice arrived, unless something is recorded of it. */
  private static List<Value> deliveries(String invoice, Account account, LocalDate asOf) {
    InvoiceHistory history =
        account.invoices().stream()
            .filter(h -> h.invoice().number().equals(invoice))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "account of " + account.customer().id() + " has no invoice " + invoice));
    boolean recorded =
        history.events().stream()
            .filter(e -> !e.date().isAfter(asOf))
            .anyMatch(Supposing::isOfDelivery);
    LocalDate issued = history.invoice().issued();
    if (recorded || issued.isAfter(asOf)) {
      return List.of(Value.of("as recorded", UnaryOperator.identity()));
    }
    return List.of(
        Value.of("arrived", a -> with(a, invoice, LedgerEvent.delivered(issued))),
        Value.of("did not arrive", a -> with(a, invoice, LedgerEvent.notDelivered(issued))));
  }

  private static boolean isOfDelivery(LedgerEvent event) {
    return event instanceof DeliveryEvent.DeliveryFailed failed && failed.step().isEmpty()
        || event instanceof DeliveryEvent.DeliveryConfirmed sure && sure.step().isEmpty();
  }

  private static Account with(Account account, String invoice, LedgerEvent event) {
    return account.mapInvoices(h -> h.invoice().number().equals(invoice) ? h.with(event) : h);
  }

  /** The reason of the latest reply, unless it says one; or that of a reply of the day. */
  private static List<Value> reasons(Account account, LocalDate asOf) {
    Optional<CustomerReplied> latest = latestReply(account, asOf);
    if (latest.flatMap(CustomerReplied::why).isPresent()) {
      return List.of(Value.of("as recorded", UnaryOperator.identity()));
    }
    List<Value> all = new ArrayList<>();
    all.add(Value.of("none was given", UnaryOperator.identity()));
    for (NonpaymentReason why : NonpaymentReason.values()) {
      all.add(
          Value.of(
              why.toString(),
              latest.isPresent()
                  ? a -> saying(a, latest.get(), why)
                  : a -> a.with(LedgerEvent.customerReplied(asOf, Reply.OTHER, why))));
    }
    return all;
  }

  private static Optional<CustomerReplied> latestReply(Account account, LocalDate asOf) {
    List<LedgerEvent> all = new ArrayList<>(account.events());
    account.invoices().forEach(h -> all.addAll(h.events()));
    CustomerReplied latest = null;
    for (LedgerEvent each : all) {
      if (each instanceof CustomerReplied reply && !each.date().isAfter(asOf)) {
        latest = latest == null || reply.date().isAfter(latest.date()) ? reply : latest;
      }
    }
    return Optional.ofNullable(latest);
  }

  /** The account, the very reply that was found saying why. */
  private static Account saying(Account account, CustomerReplied reply, NonpaymentReason why) {
    CustomerReplied said =
        new CustomerReplied(reply.date(), reply.reply(), Optional.of(why), reply.note());
    List<InvoiceHistory> invoices =
        account.invoices().stream()
            .map(h -> InvoiceHistory.ofBooked(h.invoice(), saying(h.entries(), reply, said)))
            .toList();
    return Account.ofBooked(account.customer(), invoices, saying(account.entries(), reply, said));
  }

  private static List<BookedEvent> saying(
      List<BookedEvent> entries, CustomerReplied reply, CustomerReplied said) {
    return entries.stream()
        .map(e -> e.event() == reply ? new BookedEvent(said, e.bookedOn(), e.evidence()) : e)
        .toList();
  }
}
