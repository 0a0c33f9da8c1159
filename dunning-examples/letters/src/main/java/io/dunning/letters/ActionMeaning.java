package io.dunning.letters;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.Conversation;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.action.Offer;
import java.util.Optional;

/**
 * What an action means for letters. A new kind of action has to be answered here before it
 * compiles.
 *
 * @param letter the kind of letter that it sends; empty if it sends none
 * @param consequence what a letter before it announces; empty if it announces nothing
 */
record ActionMeaning(Optional<LetterKind> letter, Optional<Consequence.Kind> consequence) {
  private static final ActionMeaning NOTHING = of(null, null);

  private static ActionMeaning of(LetterKind letter, Consequence.Kind consequence) {
    return new ActionMeaning(Optional.ofNullable(letter), Optional.ofNullable(consequence));
  }

  static ActionMeaning of(DunningAction action) {
    return action.accept(new Meanings());
  }

  /** The meaning of each kind. */
  private static final class Meanings implements DunningAction.Visitor<ActionMeaning> {
    @Override
    public ActionMeaning reminder(Message.Reminder action) {
      return of(LetterKind.REMINDER, Consequence.Kind.MESSAGE);
    }

    @Override
    public ActionMeaning notice(Message.Notice action) {
      return of(LetterKind.NOTICE, Consequence.Kind.MESSAGE);
    }

    @Override
    public ActionMeaning demand(Message.Demand action) {
      return of(LetterKind.DEMAND, Consequence.Kind.DEMAND);
    }

    @Override
    public ActionMeaning plainMessage(Message.PlainMessage action) {
      return of(LetterKind.NOTICE, Consequence.Kind.MESSAGE);
    }

    @Override
    public ActionMeaning thankCustomer(Message.ThankCustomer action) {
      return of(LetterKind.THANKS, null);
    }

    /** The words of the house say it, as they do for a plain message. */
    @Override
    public ActionMeaning askForPaymentMethod(Message.AskForPaymentMethod action) {
      return of(LetterKind.NOTICE, Consequence.Kind.MESSAGE);
    }

    @Override
    public ActionMeaning offerSettlement(Offer.OfferSettlement action) {
      return of(LetterKind.SETTLEMENT_OFFER, null);
    }

    @Override
    public ActionMeaning proposePlan(Offer.ProposePlan action) {
      return of(LetterKind.PLAN_PROPOSAL, null);
    }

    @Override
    public ActionMeaning offerDiscount(Offer.OfferDiscount action) {
      return of(LetterKind.REMINDER, null);
    }

    @Override
    public ActionMeaning call(Conversation.Call action) {
      return of(null, Consequence.Kind.CALL);
    }

    @Override
    public ActionMeaning visit(Conversation.Visit action) {
      return of(null, Consequence.Kind.VISIT);
    }

    @Override
    public ActionMeaning retryCollection(BackOfficeAction.RetryCollection action) {
      return NOTHING;
    }

    @Override
    public ActionMeaning stopSupply(BackOfficeAction.StopSupply action) {
      return of(null, Consequence.Kind.STOP_SUPPLY);
    }

    @Override
    public ActionMeaning referToAgency(BackOfficeAction.ReferToAgency action) {
      return of(null, Consequence.Kind.AGENCY);
    }

    @Override
    public ActionMeaning fileClaim(BackOfficeAction.FileClaim action) {
      return of(null, Consequence.Kind.COURT);
    }

    @Override
    public ActionMeaning writeOff(BackOfficeAction.WriteOff action) {
      return NOTHING;
    }

    @Override
    public ActionMeaning assessCharges(BackOfficeAction.AssessCharges action) {
      return NOTHING;
    }

    @Override
    public ActionMeaning traceCustomer(BackOfficeAction.TraceCustomer action) {
      return NOTHING;
    }

    @Override
    public ActionMeaning sellClaim(BackOfficeAction.SellClaim action) {
      return NOTHING;
    }

    @Override
    public ActionMeaning blockOrders(BackOfficeAction.BlockOrders action) {
      return NOTHING;
    }

    @Override
    public ActionMeaning releaseOrders(BackOfficeAction.ReleaseOrders action) {
      return NOTHING;
    }

    @Override
    public ActionMeaning task(BackOfficeAction.Task action) {
      return NOTHING;
    }
  }
}
