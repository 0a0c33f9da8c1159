package io.dunning.policy;

import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.Days;
import io.dunning.event.FailureClass;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.grammar.Slot;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.Route;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The places for values in the sentences of conditions and triggers. */
final class Slots {
  static final Slot AMOUNT = Slot.amount(Money::parse);
  static final Slot SHARE = Slot.percentage(Percentage::parse);
  static final Slot DAYS = Slot.days(Days::parse);
  static final Slot DAY_COUNT = Slot.number("14");
  static final Slot COUNT = Slot.number("3");
  static final Slot ROUTE = Slot.oneOf("a route", List.of(Route.values()));
  static final Slot RESTRICTION = Slot.oneOf("a restriction", List.of(Restriction.values()));
  static final Slot REACHED = Slot.oneOf("a person", reversed(Reached.values()));
  static final Slot REPLY = Slot.oneOf("a reply", List.of(Reply.values()));
  static final Slot REASON = Slot.oneOf("a reason", List.of(NonpaymentReason.values()));
  static final Slot FAILURE = Slot.oneOf("a kind of failure", List.of(FailureClass.values()));
  static final Slot BANDS = Slot.anyOf("a way to pay", List.of(RiskBand.values()));
  static final Slot STEP = Slot.name("the name of a step", "final demand");
  static final Slot TAG = Slot.name("a tag", "key account");
  static final Slot SEGMENT = Slot.name("a segment", "retail");
  static final Slot COUNTRY = Slot.name("a country", "DE");
  static final Slot WORDS = Slot.name("words of a reason", "price");
  static final Slot DESCRIPTION = Slot.name("a sentence", "it rains");

  private Slots() {}

  /** Whoever decides most goes first, as an example. */
  private static List<Reached> reversed(Reached... values) {
    List<Reached> all = Arrays.asList(values.clone());
    Collections.reverse(all);
    return all;
  }
}
