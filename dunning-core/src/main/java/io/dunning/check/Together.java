package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.event.AgreementEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The same event under two policies. What answers a step, such as a letter that comes back, only
 * happens where the step was taken: with both policies once both have taken it or its partner, or
 * with one if the ladder of the other has no partner for it.
 *
 * @param before what happens under the policy before; empty if nothing does
 * @param after what happens under the policy after; empty if nothing does
 */
record Together(List<Player.Scheduled> before, List<Player.Scheduled> after) {
  /** Nothing happens. */
  static final Together NOTHING = new Together(List.of(), List.of());

  /** What may happen on a day: to the account under either policy, as that day begins. */
  static Set<Together> on(
      LocalDate day,
      DunningPolicy before,
      List<Happening> old,
      DunningPolicy after,
      List<Happening> now) {
    Set<Together> all = new LinkedHashSet<>();
    List<Happening> either = new ArrayList<>(old);
    either.addAll(now);
    for (Happening each : either) {
      if (!answersStep(each.event())) {
        all.add(new Together(scheduled(day, each), scheduled(day, each)));
      }
    }
    for (Happening one : old) {
      for (Happening other : now) {
        if (isSame(one, before, other, after)) {
          all.add(new Together(scheduled(day, one), scheduled(day, other)));
        }
      }
    }
    for (Happening each : old) {
      if (isAlone(each.event(), before, after)) {
        all.add(new Together(scheduled(day, each), List.of()));
      }
    }
    for (Happening each : now) {
      if (isAlone(each.event(), after, before)) {
        all.add(new Together(List.of(), scheduled(day, each)));
      }
    }
    return all;
  }

  private static List<Player.Scheduled> scheduled(LocalDate day, Happening what) {
    return List.of(new Player.Scheduled(day, what.invoice(), what.event()));
  }

  private static boolean answersStep(LedgerEvent event) {
    return isAccepted(event) || !step(event).isEmpty();
  }

  /** Whether an offer is accepted. */
  private static boolean isAccepted(LedgerEvent event) {
    return event instanceof AgreementEvent.PlanAgreed plan && plan.settles();
  }

  /** The step whose message arrived or came back; empty if it is about none. */
  private static String step(LedgerEvent event) {
    if (event instanceof DeliveryEvent.DeliveryFailed failed) {
      return failed.step().orElse("");
    }
    return event instanceof DeliveryEvent.DeliveryConfirmed arrived
        ? arrived.step().orElse("")
        : "";
  }

  private static Optional<Channel> channel(LedgerEvent event) {
    return event instanceof DeliveryEvent.DeliveryFailed failed
        ? failed.channel()
        : Optional.empty();
  }

  /** Whether both policies hear the same answer: to one step, or to a step and its partner. */
  private static boolean isSame(
      Happening one, DunningPolicy before, Happening other, DunningPolicy after) {
    LedgerEvent old = one.event();
    LedgerEvent now = other.event();
    if (!one.invoice().equals(other.invoice()) || !old.getClass().equals(now.getClass())) {
      return false;
    }
    if (isAccepted(old) || isAccepted(now)) {
      return isAccepted(old) && isAccepted(now);
    }
    String step = step(old);
    return !step.isEmpty()
        && channel(old).equals(channel(now))
        && partner(old, before, after).equals(step(now));
  }

  private static boolean has(DunningPolicy policy, String step) {
    return policy.ladder().indexOf(step) >= 0;
  }

  /**
   * The step of another policy whose message is answered alike: the one of that name, or else the
   * one in the same place among those that only the other policy has, by the same channel. Each
   * step is the partner of one at most. Empty if there is none.
   */
  private static String partner(LedgerEvent answer, DunningPolicy own, DunningPolicy other) {
    String step = step(answer);
    if (has(other, step)) {
      return reaches(other, step, channel(answer)) ? step : "";
    }
    int place = onlyIn(own, other, channel(answer)).indexOf(step);
    List<String> others = onlyIn(other, own, channel(answer));
    return place < 0 || place >= others.size() ? "" : others.get(place);
  }

  /** The steps that only one policy has and that go by a channel, by their names. */
  private static List<String> onlyIn(
      DunningPolicy policy, DunningPolicy other, Optional<Channel> channel) {
    return policy.ladder().steps().stream()
        .map(EscalationStep::name)
        .filter(name -> !has(other, name) && reaches(policy, name, channel))
        .toList();
  }

  /** Whether a step may go by a channel; if none is given, whether it goes by any. */
  private static boolean reaches(DunningPolicy policy, String name, Optional<Channel> channel) {
    EscalationStep step = policy.ladder().steps().get(policy.ladder().indexOf(name));
    return channel
        .map(c -> step.channel().filter(c::equals).isPresent() || isFallback(step, c))
        .orElse(step.contactsCustomer());
  }

  private static boolean isFallback(EscalationStep step, Channel channel) {
    return step.channel().isPresent() && step.fallbackChannels().contains(channel);
  }

  /** Whether the other policy has nothing that could be answered so, under no other name either. */
  private static boolean isAlone(LedgerEvent event, DunningPolicy own, DunningPolicy other) {
    if (isAccepted(event)) {
      return other.settlement().isEmpty();
    }
    String step = step(event);
    return has(own, step)
        && reaches(own, step, channel(event))
        && partner(event, own, other).isEmpty();
  }
}
