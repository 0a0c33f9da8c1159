package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import io.dunning.terms.WayToPay;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a customer is made from, and its serial form. Sets and maps here are never changed, so that
 * customers share them; most have none.
 */
final class CustomerDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Each one more copies those there are. */
  private static final int MOST_WORDS = 10_000;

  private static final SortedSet<String> NO_TAGS = Collections.emptySortedSet();
  private static final SortedMap<String, String> NO_FACTS = Collections.emptySortedMap();
  private static final SortedSet<Channel> NO_CHANNELS = Collections.emptySortedSet();

  final String id;
  String name;
  String segment;
  Customer.Kind kind;
  String country;
  List<ZoneId> zones = List.of();
  ContactWishes wishes = ContactWishes.NONE;
  SortedSet<String> tags = NO_TAGS;
  SortedMap<String, String> facts = NO_FACTS;
  SortedSet<Channel> closedChannels = NO_CHANNELS;
  List<ContactPerson> persons = List.of();
  List<WayToPay> waysToPay = List.of();
  Money creditLimit;
  Money worth;

  CustomerDraft(String id, String name) {
    this.id = id;
    this.name = name;
  }

  void country(String code) {
    if (code != null && !code.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("country is not two capital letters: " + code);
    }
    country = code;
  }

  void creditLimit(Money limit) {
    creditLimit = requireNotNegative("credit limit", limit);
  }

  void worth(Money amount) {
    worth = requireNotNegative("worth of a customer", amount);
  }

  private static Money requireNotNegative(String what, Money amount) {
    if (amount != null && amount.isNegative()) {
      throw new IllegalArgumentException(what + " is negative: " + amount);
    }
    return amount;
  }

  void tag(String tag) {
    requireFew(tags.size(), "tags");
    tags = with(tags, tag);
  }

  void untag(String tag) {
    SortedSet<String> rest = new TreeSet<>(tags);
    rest.remove(tag);
    tags = Collections.unmodifiableSortedSet(rest);
  }

  void close(Channel channel) {
    closedChannels = with(closedChannels, channel);
  }

  void fact(String fact, String value) {
    requireFew(facts.size(), "facts");
    SortedMap<String, String> all = new TreeMap<>(facts);
    all.put(fact, value);
    facts = Collections.unmodifiableSortedMap(all);
  }

  private void requireFew(int size, String what) {
    if (size >= MOST_WORDS) {
      throw new IllegalArgumentException(
          "customer " + id + " has more than " + MOST_WORDS + " " + what);
    }
  }

  private static <T> SortedSet<T> with(SortedSet<T> set, T one) {
    SortedSet<T> all = new TreeSet<>(set);
    all.add(one);
    return Collections.unmodifiableSortedSet(all);
  }

  /** Copies what a stream may still hold on to, and checks the customer again. */
  private Object readResolve() throws InvalidObjectException {
    return Checked.read(
        () -> {
          CustomerDraft own = new CustomerDraft(id, name);
          own.segment = segment;
          own.kind = kind;
          own.country(country);
          own.zones = zones;
          own.wishes = wishes;
          own.persons = persons;
          own.waysToPay = waysToPay;
          own.creditLimit(creditLimit);
          own.worth(worth);
          tags.forEach(own::tag);
          facts.forEach(own::fact);
          closedChannels.forEach(own::close);
          return new Customer(own);
        });
  }
}
