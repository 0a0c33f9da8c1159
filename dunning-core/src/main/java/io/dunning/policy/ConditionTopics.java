package io.dunning.policy;

import io.dunning.policy.ConditionParts.Count;
import io.dunning.policy.ConditionParts.Counted;
import io.dunning.policy.ConditionParts.Mention;
import io.dunning.policy.ConditionParts.Topic;
import java.util.Optional;

/** Says of each kind of condition what it asks about. */
final class ConditionTopics {
  private ConditionTopics() {}

  static Mention of(Question part) {
    if (part instanceof CustomerCondition asked) {
      return ofCustomer(asked);
    }
    if (part instanceof DisputeCondition asked) {
      return ofDispute(asked);
    }
    if (part instanceof CorrespondenceCondition asked) {
      return ofCorrespondence(asked);
    }
    if (part instanceof ArrivalCondition asked) {
      return ofArrival(asked);
    }
    if (part instanceof CollectionCondition asked) {
      return ofCollection(asked);
    }
    if (part instanceof StepCondition asked) {
      return ofStep(asked);
    }
    if (part instanceof AgreementCondition asked) {
      return new Mention.OfTopic(ofAgreement(asked));
    }
    if (part instanceof DebtCondition asked) {
      return new Mention.OfTopic(
          asked instanceof DebtCondition.WorthMost ? Topic.BEHAVIOUR : Topic.DEBT);
    }
    if (part instanceof CreditCondition) {
      return new Mention.OfTopic(Topic.DEBT);
    }
    if (part instanceof LimitationCondition) {
      return new Mention.OfTopic(Topic.LIMITATION);
    }
    if (part instanceof PaymentCondition) {
      return new Mention.OfTopic(Topic.BEHAVIOUR);
    }
    return new Mention.OfTopic(part instanceof Constant ? Topic.NOTHING : Topic.DESCRIBED);
  }

  /** The number that a part asks for, if it asks for one of days, events or invoices. */
  static Optional<Count> count(Question part) {
    int days = days(part);
    if (days >= 0) {
      return Optional.of(new Count(Counted.DAYS, days));
    }
    if (part instanceof DebtCondition.OverdueInvoicesAtLeast asked) {
      return Optional.of(new Count(Counted.INVOICES, asked.count()));
    }
    int events = events(part);
    return events == 0 ? Optional.empty() : Optional.of(new Count(Counted.EVENTS, events));
  }

  /** How many days have to pass; -1 if the part does not say. */
  private static int days(Question part) {
    if (part instanceof DebtCondition.DaysPastDueAtLeast asked) {
      return asked.days();
    }
    if (part instanceof StepCondition.DaysSinceStep asked) {
      return asked.days();
    }
    if (part instanceof ArrivalCondition.AddressUnknownFor asked) {
      return asked.days();
    }
    return part instanceof CollectionCondition.CollectionFailedAgo asked ? asked.days() : -1;
  }

  /** Whether a part asks how many days there were, or for how many a thing counts. */
  static boolean namesDays(Question part) {
    return days(part) > 0
        || part instanceof ArrivalCondition.AddressFoundWithin
        || part instanceof LimitationCondition.LimitationWithin
        || part instanceof PaymentCondition.AverageDaysLateMoreThan
        || part instanceof CorrespondenceCondition.RepliedWith asked && asked.isLimited();
  }

  private static int events(Question part) {
    if (part instanceof AgreementCondition.BrokenPromisesAtLeast asked) {
      return asked.count();
    }
    if (part instanceof DisputeCondition.DisputesAtLeast asked) {
      return asked.count();
    }
    if (part instanceof CollectionCondition.CollectionsFailedAtLeast asked) {
      return asked.count();
    }
    if (part instanceof CorrespondenceCondition.UnansweredAtLeast asked) {
      return asked.count();
    }
    // unknown first, then found
    return part instanceof ArrivalCondition.AddressFoundWithin ? 2 : 0;
  }

  private static Mention ofCustomer(CustomerCondition asked) {
    if (asked instanceof CustomerCondition.CustomerTagged tagged) {
      return new Mention.OfText(Topic.TAG, tagged.tag());
    }
    if (asked instanceof CustomerCondition.CustomerInSegment in) {
      return new Mention.OfText(Topic.SEGMENT, in.segment());
    }
    if (asked instanceof CustomerCondition.CustomerInCountry in) {
      return new Mention.OfText(Topic.COUNTRY, in.country());
    }
    CustomerCondition.CustomerFact fact = (CustomerCondition.CustomerFact) asked;
    return new Mention.OfFact(fact.fact(), fact.value());
  }

  private static Mention ofDispute(DisputeCondition asked) {
    if (asked instanceof DisputeCondition.RestrictedBy by) {
      return new Mention.OfRestriction(by.restriction());
    }
    if (asked instanceof DisputeCondition.DisputedFor why) {
      return new Mention.OfText(Topic.DISPUTE, why.words());
    }
    if (asked instanceof DisputeCondition.DisputesAtLeast why) {
      return new Mention.OfText(Topic.DISPUTE, why.words());
    }
    return new Mention.OfTopic(Topic.DISPUTE);
  }

  private static Mention ofCorrespondence(CorrespondenceCondition asked) {
    if (asked instanceof CorrespondenceCondition.LatestReply latest) {
      return new Mention.OfReply(latest.reply());
    }
    if (asked instanceof CorrespondenceCondition.RepliedWith with) {
      return new Mention.OfNonpaymentReason(with.why());
    }
    if (asked instanceof CorrespondenceCondition.WasReached reached) {
      return new Mention.OfReached(reached.whom());
    }
    return new Mention.OfTopic(Topic.REACHED);
  }

  private static Mention ofArrival(ArrivalCondition asked) {
    boolean address =
        asked instanceof ArrivalCondition.AddressUnknownFor
            || asked instanceof ArrivalCondition.AddressFoundWithin;
    return new Mention.OfTopic(address ? Topic.ADDRESS : Topic.INVOICE_DELIVERY);
  }

  private static Mention ofCollection(CollectionCondition asked) {
    return asked instanceof CollectionCondition.CollectionFailureIs is
        ? new Mention.OfText(Topic.COLLECTION, is.kind().toString())
        : new Mention.OfTopic(Topic.COLLECTION);
  }

  private static Mention ofStep(StepCondition asked) {
    if (asked instanceof StepCondition.StepDelivered || asked instanceof StepCondition.CameBack) {
      return new Mention.OfText(Topic.DELIVERY, asked.step());
    }
    if (asked instanceof StepCondition.RepliedSince) {
      return new Mention.OfTopic(Topic.REPLY);
    }
    return new Mention.OfText(Topic.STEP, asked.step());
  }

  private static Topic ofAgreement(AgreementCondition asked) {
    if (asked instanceof AgreementCondition.PromiseActive
        || asked instanceof AgreementCondition.BrokenPromisesAtLeast) {
      return Topic.PROMISE;
    }
    return asked instanceof AgreementCondition.SettlementOffered ? Topic.OFFER : Topic.PLAN;
  }
}
