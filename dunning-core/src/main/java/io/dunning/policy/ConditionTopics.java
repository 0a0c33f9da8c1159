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
    if (part instanceof StepCondition asked) {
      return ofStep(asked);
    }
    if (part instanceof AgreementCondition asked) {
      return Mention.of(ofAgreement(asked));
    }
    if (part instanceof DebtCondition asked) {
      return Mention.of(asked instanceof DebtCondition.WorthMost ? Topic.BEHAVIOUR : Topic.DEBT);
    }
    if (part instanceof PaymentCondition) {
      return Mention.of(Topic.BEHAVIOUR);
    }
    return Mention.of(part instanceof Constant ? Topic.NOTHING : Topic.DESCRIBED);
  }

  private static Mention ofCustomer(CustomerCondition asked) {
    if (asked instanceof CustomerCondition.CustomerTagged tagged) {
      return Mention.of(Topic.TAG, tagged.tag());
    }
    if (asked instanceof CustomerCondition.CustomerInSegment in) {
      return Mention.of(Topic.SEGMENT, in.segment());
    }
    if (asked instanceof CustomerCondition.CustomerInCountry in) {
      return Mention.of(Topic.COUNTRY, in.country());
    }
    CustomerCondition.CustomerFact fact = (CustomerCondition.CustomerFact) asked;
    return Mention.of(Topic.FACT, fact.fact(), fact.value());
  }

  private static Mention ofDispute(DisputeCondition asked) {
    if (asked instanceof DisputeCondition.RestrictedBy by) {
      return Mention.of(Topic.RESTRICTION, by.restriction().name());
    }
    if (asked instanceof DisputeCondition.DisputedFor why) {
      return Mention.of(Topic.DISPUTE, why.words());
    }
    if (asked instanceof DisputeCondition.DisputesAtLeast why) {
      return Mention.of(Topic.DISPUTE, why.words());
    }
    return Mention.of(Topic.DISPUTE);
  }

  private static Mention ofCorrespondence(CorrespondenceCondition asked) {
    if (asked instanceof CorrespondenceCondition.LatestReply latest) {
      return Mention.of(Topic.REPLY, latest.reply().name());
    }
    if (asked instanceof CorrespondenceCondition.RepliedWith with) {
      return Mention.of(Topic.NONPAYMENT_REASON, with.why().name());
    }
    if (asked instanceof CorrespondenceCondition.WasReached reached) {
      return Mention.of(Topic.REACHED, reached.whom().name());
    }
    if (asked instanceof CorrespondenceCondition.UnansweredAtLeast) {
      return Mention.of(Topic.REACHED);
    }
    boolean address =
        asked instanceof CorrespondenceCondition.AddressUnknownFor
            || asked instanceof CorrespondenceCondition.AddressFoundWithin;
    return Mention.of(address ? Topic.ADDRESS : Topic.INVOICE_DELIVERY);
  }

  private static Mention ofStep(StepCondition asked) {
    if (asked instanceof StepCondition.StepDelivered || asked instanceof StepCondition.CameBack) {
      return Mention.of(Topic.DELIVERY, asked.step());
    }
    if (asked instanceof StepCondition.RepliedSince) {
      return Mention.of(Topic.REPLY);
    }
    return Mention.of(Topic.STEP, asked.step());
  }

  private static Topic ofAgreement(AgreementCondition asked) {
    if (asked instanceof AgreementCondition.PromiseActive
        || asked instanceof AgreementCondition.BrokenPromisesAtLeast) {
      return Topic.PROMISE;
    }
    return asked instanceof AgreementCondition.SettlementOffered ? Topic.OFFER : Topic.PLAN;
  }
}
