package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PlanCancelled;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.OptedIn;
import io.dunning.event.ContactEvent.OptedOut;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepRefused;
import io.dunning.event.TermsEvent.Deferral;
import io.dunning.event.TermsEvent.TermsRenegotiated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the two sides agreed, said and sent, beyond money, steps, holds, disputes and promises. Most
 * invoices have none of it. Filled by a replay; afterwards read only.
 */
final class Dealings {
  static final long NONE = Long.MIN_VALUE;
  static final Dealings NOTHING = new Dealings();

  /** The contested part in minor units; whole disputes are not in here. */
  long disputedPart;

  PlanAgreed plan;
  long deferredTo = NONE;
  long renegotiatedOn = NONE;
  long renegotiatedDue = NONE;

  /** The latest restriction of each kind that is not lifted; it may have run out. */
  final Restricted[] restricted = new Restricted[Restriction.values().length];

  boolean anyRestricted;
  long undeliveredSince = NONE;

  /** The day on which an invoice arrived that had failed to before. */
  long arrivedOn = NONE;

  long deliveredOn = NONE;
  int failedChannels;
  int refusedChannels;

  /** The latest offer to settle, and the last day on which it stands. */
  SettlementOffered offer;

  long offerThrough = NONE;
  private final Map<String, Long> deliveredSteps = new HashMap<>(0);
  private final Map<String, LedgerEvent> approvals = new HashMap<>(0);
  private final long[] repliedOn = filled(Reply.values().length);
  private final long[] reachedOn = filled(Reached.values().length);
  Reply lastReply;
  long lastAnswer = NONE;
  private List<Long> attempts = List.of();

  private static long[] filled(int length) {
    long[] days = new long[length];
    Arrays.fill(days, NONE);
    return days;
  }

  void apply(LedgerEvent event, long day) {
    if (event instanceof CustomerReplied e) {
      lastReply = e.reply();
      repliedOn[e.reply().ordinal()] = day;
      answered(day);
    } else if (event instanceof Contact e) {
      contact(e, day);
    } else if (event instanceof PlanAgreed e) {
      plan = e;
      offerEnds(day);
    } else if (event instanceof PlanCancelled) {
      plan = null;
    } else if (event instanceof SettlementOffered e) {
      offer = e;
      offerThrough = e.until().toEpochDay();
    } else if (event instanceof SettlementLapsed) {
      offerEnds(day);
    } else if (event instanceof OptedOut e) {
      refusedChannels |= bit(e.channel());
    } else if (event instanceof OptedIn e) {
      refusedChannels &= ~bit(e.channel());
      failedChannels &= ~bit(e.channel());
    } else if (event instanceof Deferral e) {
      deferredTo = e.until().toEpochDay();
    } else if (event instanceof TermsRenegotiated e) {
      renegotiatedOn = day;
      renegotiatedDue = e.due().toEpochDay();
    } else if (event instanceof DeliveryConfirmed e) {
      confirmed(e, day);
    } else if (event instanceof DeliveryFailed e) {
      failed(e, day);
    } else if (event instanceof StepApproved e) {
      approvals.put(e.step(), e);
    } else if (event instanceof StepRefused e) {
      approvals.put(e.step(), e);
    } else if (event instanceof Restricted e) {
      restricted[e.restriction().ordinal()] = e;
      anyRestricted = true;
    } else if (event instanceof RestrictionLifted e) {
      restricted[e.restriction().ordinal()] = null;
    }
  }

  private void offerEnds(long day) {
    offerThrough = Math.min(offerThrough, day - 1);
  }

  private void answered(long day) {
    lastAnswer = day;
    attempts = List.of();
  }

  private void attempted(long day) {
    if (attempts.isEmpty()) {
      attempts = new ArrayList<>(2);
    }
    attempts.add(day);
  }

  private void contact(Contact e, long day) {
    reachedOn[e.reached().ordinal()] = day;
    boolean deciding = e.reached() == Reached.RIGHT_PERSON || e.reached() == Reached.OWNER;
    if (e.direction() == Direction.IN || deciding) {
      answered(day);
    } else if (e.reached() == Reached.NOBODY || e.reached() == Reached.NOT_CONNECTED) {
      attempted(day);
    }
    if (deciding || e.reached() == Reached.ANOTHER_PERSON) {
      failedChannels &= ~bit(e.channel());
    }
  }

  private void confirmed(DeliveryConfirmed e, long day) {
    e.channel().ifPresent(c -> failedChannels &= ~bit(c));
    if (e.step().isPresent()) {
      deliveredSteps.put(e.step().get(), day);
      return;
    }
    deliveredOn = day;
    if (undeliveredSince != NONE) {
      undeliveredSince = NONE;
      arrivedOn = day;
    }
  }

  private void failed(DeliveryFailed e, long day) {
    e.channel().ifPresent(c -> failedChannels |= bit(c));
    attempted(day);
    if (e.step().isPresent()) {
      deliveredSteps.remove(e.step().get());
    } else if (undeliveredSince == NONE) {
      undeliveredSince = day;
      deliveredOn = NONE;
    }
  }

  static int bit(Channel channel) {
    return 1 << channel.ordinal();
  }

  /** Whether anything here changes from when, how much, or whether at all the debt is chased. */
  boolean changesDebt() {
    return disputedPart > 0
        || plan != null
        || offer != null
        || deferredTo != NONE
        || renegotiatedOn != NONE
        || anyRestricted
        || undeliveredSince != NONE
        || arrivedOn != NONE;
  }

  long repliedOn(Reply reply) {
    return repliedOn[reply.ordinal()];
  }

  long reachedOn(Reached whom) {
    return reachedOn[whom.ordinal()];
  }

  long deliveredOn(String step) {
    return deliveredSteps.getOrDefault(step, NONE);
  }

  LedgerEvent approval(String step) {
    return approvals.get(step);
  }

  /** How often nobody was reached on or after a day, in a row. */
  int unansweredSince(long day) {
    int count = 0;
    for (long each : attempts) {
      count += each >= day ? 1 : 0;
    }
    return count;
  }
}
