package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyCheck.Progress;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.immutables.value.Value;

/** What a check explores, and how far it goes. */
@Value.Immutable
abstract class CheckSettings {
  private static final int USUAL_EVENTS = 2;
  private static final long USUAL_WORLDS = 250_000;

  CheckSettings() {}

  abstract DunningPolicy policy();

  /** All that the policy is to keep, in the order in which it is answered. */
  abstract List<Invariant> invariants();

  @Value.Default
  BusinessCalendar calendar() {
    return BusinessCalendar.weekends();
  }

  /** Whether somebody chose the calendar. */
  @Value.Default
  boolean calendarGiven() {
    return false;
  }

  @Value.Default
  int events() {
    return USUAL_EVENTS;
  }

  @Value.Default
  long mostWorlds() {
    return USUAL_WORLDS;
  }

  /** Zero for as long as it takes. */
  @Value.Default
  Duration time() {
    return Duration.ZERO;
  }

  /** Is told how far the check has come. */
  @Value.Default
  Consumer<Progress> listener() {
    return progress -> {};
  }

  /** Says whether to end. */
  @Value.Default
  BooleanSupplier stop() {
    return () -> false;
  }

  static ImmutableCheckSettings.Builder of(DunningPolicy policy) {
    return new ImmutableCheckSettings.Builder().policy(policy).invariants(policy.invariants());
  }

  ImmutableCheckSettings.Builder with() {
    return new ImmutableCheckSettings.Builder().from(this);
  }
}
