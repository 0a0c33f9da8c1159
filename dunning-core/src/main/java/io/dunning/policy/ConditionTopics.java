package io.dunning.policy;

import io.dunning.policy.ConditionParts.Mention;
import io.dunning.policy.ConditionParts.Topic;

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
    if (part instanceof CollectionCondition) {
      return new Mention.OfTopic(Topic.COLLECTION);
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
