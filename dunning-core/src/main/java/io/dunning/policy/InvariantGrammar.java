package io.dunning.policy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Sentence;
import io.dunning.grammar.Slot;
import io.dunning.money.Percentage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sentences of invariants. */
final class InvariantGrammar {
  /**
   * A kind of action, in words that name neither channel nor number. An action is read by several
   * words, and prints as the first.
   *
   * @param words what is never done
   * @param action stands for all actions of the kind
   */
  private record Kind(String words, DunningAction action) {
    @Override
    public String toString() {
      return words;
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("call", DunningAction.placeCall()),
          new Kind("place call", DunningAction.placeCall()),
          new Kind("visit customer", DunningAction.visit()),
          new Kind("visit", DunningAction.visit()),
          new Kind("send reminder", DunningAction.sendReminder(Channel.LETTER)),
          new Kind("send notice", DunningAction.sendNotice(1, Channel.LETTER)),
          new Kind("send demand", DunningAction.sendDemand(Channel.LETTER)),
          new Kind("send message", DunningAction.sendMessage(Channel.LETTER)),
          new Kind("thank customer", DunningAction.thankCustomer(Channel.LETTER)),
          new Kind("ask for payment method", DunningAction.askForPaymentMethod(Channel.LETTER)),
          new Kind("offer settlement", DunningAction.offerSettlement(Channel.LETTER)),
          new Kind("propose payment plan", DunningAction.proposePlan(Channel.LETTER)),
          new Kind("offer early payment discount", DunningAction.offerDiscount(Channel.LETTER)),
          new Kind("retry collection", DunningAction.retryCollection()),
          new Kind("stop supply", DunningAction.stopSupply()),
          new Kind("refer to agency", DunningAction.referToAgency()),
          new Kind("file a claim", DunningAction.fileClaim()),
          new Kind("write off", DunningAction.writeOff()),
          new Kind("assess charges", DunningAction.assessCharges()),
          new Kind("trace customer", DunningAction.traceCustomer()),
          new Kind("sell claim", DunningAction.sellClaim()),
          new Kind("block orders", DunningAction.blockOrders()),
          new Kind("release orders", DunningAction.releaseOrders()),
          new Kind("set a task", DunningAction.task("anything")));

  private static final Slot ACTION = Slot.oneOf("what is never done", KINDS);
  private static final Slot DURING = Slot.oneOf("while what", List.of(Invariant.During.values()));
  private static final Slot MOST = Slot.number("3");
  private static final Slot BY = Slot.oneOf("a channel", List.of(Channel.values()));
  private static final Slot DAYS = Slot.number("30");
  private static final Slot SHARE = Slot.percentage(Percentage::parse);

  private static final Form<Invariant> NEVER_WHILE =
      Form.of("never {} while {}", v -> Invariant.never(kind(v), v.get(1)), ACTION, DURING);
  private static final Form<Invariant> NEVER_BEFORE_DELIVERED =
      Form.of(
          "never {} before {} was delivered",
          v -> Invariant.neverBeforeDelivered(kind(v), v.get(1)),
          ACTION,
          Slots.STEP);
  private static final Form<Invariant> NEVER_BEFORE =
      Form.of(
          "never {} before {} was taken",
          v -> Invariant.neverBefore(kind(v), v.get(1)),
          ACTION,
          Slots.STEP);
  private static final Map<Channel, Form<Invariant>> AT_MOST = contacts();
  private static final Form<Invariant> AT_MOST_BY =
      Form.of(
          "at most {} by {} in {} day(s)",
          v -> Invariant.atMost(v.get(0), v.get(1), v.get(2)),
          MOST,
          BY,
          DAYS);
  private static final Form<Invariant> CHARGES =
      Form.of("charges at most {} of the debt", v -> Invariant.chargesAtMost(v.get(0)), SHARE);
  private static final Form<Invariant> NO_CONTACT =
      Form.of(
          "no contact within {} day(s) after a payment",
          v -> Invariant.noContactAfterPayment(v.get(0)),
          Slot.number("5"));

  static final Grammar<Invariant> INVARIANTS =
      new Grammar<>("an invariant", NEVER_WHILE.example(), forms());

  private InvariantGrammar() {}

  private static DunningAction kind(Form.Values values) {
    return values.<Kind>get(0).action();
  }

  private static Map<Channel, Form<Invariant>> contacts() {
    Map<Channel, Form<Invariant>> all = new EnumMap<>(Channel.class);
    for (Channel each : Channel.values()) {
      all.put(
          each,
          Form.of(
              "at most {} " + plural(each) + " in {} day(s)",
              v -> Invariant.atMost(v.get(0), each, v.get(1)),
              MOST,
              DAYS));
    }
    return all;
  }

  private static String plural(Channel channel) {
    return switch (channel) {
      case EMAIL -> "email(s)";
      case LETTER -> "letter(s)";
      case PHONE -> "call(s)";
      case SMS -> "text message(s)";
      case PORTAL -> "portal message(s)";
      case VISIT -> "visit(s)";
    };
  }

  private static List<Form<? extends Invariant>> forms() {
    List<Form<? extends Invariant>> all =
        new ArrayList<>(List.of(NEVER_WHILE, NEVER_BEFORE_DELIVERED, NEVER_BEFORE));
    all.addAll(AT_MOST.values());
    all.addAll(List.of(AT_MOST_BY, CHARGES, NO_CONTACT));
    return all;
  }

  /** The action that stands for all of its kind, by whatever channel and of whatever number. */
  static DunningAction standsFor(DunningAction action) {
    return kind(action).action();
  }

  private static Kind kind(DunningAction action) {
    return KINDS.stream()
        .filter(k -> k.action().getClass() == action.getClass())
        .findFirst()
        .orElseThrow();
  }

  static String words(Invariant invariant) {
    return sentence(invariant).quoted();
  }

  private static Sentence sentence(Invariant invariant) {
    if (invariant instanceof Invariant.NeverWhile never) {
      return NEVER_WHILE.with(kind(never.action()), never.during());
    }
    if (invariant instanceof Invariant.NeverBefore never) {
      Form<Invariant> form = never.delivered() ? NEVER_BEFORE_DELIVERED : NEVER_BEFORE;
      return form.with(kind(never.action()), never.step());
    }
    if (invariant instanceof Invariant.AtMost most) {
      return AT_MOST.get(most.channel()).with(most.most(), most.days());
    }
    if (invariant instanceof Invariant.ChargesAtMost most) {
      return CHARGES.with(most.share());
    }
    return NO_CONTACT.with(((Invariant.NoContactAfterPayment) invariant).days());
  }
}
