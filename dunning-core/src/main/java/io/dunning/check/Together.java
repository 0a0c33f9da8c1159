package io.dunning.check;

import io.dunning.event.AgreementEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The same event under two policies. What answers a step, such as a letter that comes back, only
 * happens where the step was taken: with both policies once both have taken it, or with one if the
 * other never takes it.
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

  private static Object channel(LedgerEvent event) {
    return event instanceof DeliveryEvent.DeliveryFailed failed ? failed.channel() : "";
  }

  /** Whether both policies hear the same answer: to one step, or to steps that only one has. */
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
        && (step.equals(step(now)) || !has(after, step) && !has(before, step(now)));
  }

  private static boolean has(DunningPolicy policy, String step) {
    return policy.ladder().indexOf(step) >= 0;
  }

  /** Whether the other policy never does what is answered, not under another name either. */
  private static boolean isAlone(LedgerEvent event, DunningPolicy own, DunningPolicy other) {
    if (isAccepted(event)) {
      return other.settlement().isEmpty();
    }
    String step = step(event);
    return !step.isEmpty()
        && !has(other, step)
        && other.ladder().steps().stream()
            .noneMatch(s -> s.contactsCustomer() && !has(own, s.name()));
  }
}
