package io.dunning.scenario;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.Conversation;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.action.Offer;
import io.dunning.evaluation.AmountReason;
import io.dunning.evaluation.ContactReason;
import io.dunning.evaluation.DueReason;
import io.dunning.evaluation.HoldReason;
import io.dunning.evaluation.LeftOutReason;
import io.dunning.evaluation.Reason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.StepReason;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;

/**
 * What a host makes of verdicts, actions, reasons and events. Java 17 answers for every kind with
 * visitors; Kotlin and Scala do it with the patterns of their languages.
 */
final class Clerk {
  private Clerk() {}

  static String instruction(Recommendation next) {
    return switch (next.verdict()) {
      case NOT_DUE -> "leave it";
      case WAIT -> "wait until " + next.reviewOn().orElseThrow();
      case HOLD -> "hold";
      case AWAIT_APPROVAL -> "ask " + next.approver().orElseThrow();
      case ACT -> "take " + next.step().orElseThrow();
      case EXHAUSTED -> "nothing is left to do";
      case CLOSED -> "file it";
    };
  }

  static String queue(DunningAction action) {
    return action.accept(new Queues());
  }

  private static final class Queues implements DunningAction.Visitor<String> {
    @Override
    public String reminder(Message.Reminder action) {
      return action.by() + " outbox: reminder";
    }

    @Override
    public String notice(Message.Notice action) {
      return action.by() + " outbox: notice " + action.number();
    }

    @Override
    public String demand(Message.Demand action) {
      return action.by() + " outbox: demand";
    }

    @Override
    public String plainMessage(Message.PlainMessage action) {
      return action.by() + " outbox: message";
    }

    @Override
    public String thankCustomer(Message.ThankCustomer action) {
      return action.by() + " outbox: thanks";
    }

    @Override
    public String askForPaymentMethod(Message.AskForPaymentMethod action) {
      return action.by() + " outbox: payment method";
    }

    @Override
    public String offerSettlement(Offer.OfferSettlement action) {
      return action.by() + " outbox: settlement";
    }

    @Override
    public String proposePlan(Offer.ProposePlan action) {
      return action.by() + " outbox: payment plan";
    }

    @Override
    public String offerDiscount(Offer.OfferDiscount action) {
      return action.by() + " outbox: discount";
    }

    @Override
    public String call(Conversation.Call action) {
      return "call list";
    }

    @Override
    public String visit(Conversation.Visit action) {
      return "field service";
    }

    @Override
    public String retryCollection(BackOfficeAction.RetryCollection action) {
      return "bank: collect again";
    }

    @Override
    public String sellClaim(BackOfficeAction.SellClaim action) {
      return "buyer of claims";
    }

    @Override
    public String blockOrders(BackOfficeAction.BlockOrders action) {
      return "order desk: block";
    }

    @Override
    public String releaseOrders(BackOfficeAction.ReleaseOrders action) {
      return "order desk: release";
    }

    @Override
    public String stopSupply(BackOfficeAction.StopSupply action) {
      return "warehouse";
    }

    @Override
    public String referToAgency(BackOfficeAction.ReferToAgency action) {
      return "agency";
    }

    @Override
    public String fileClaim(BackOfficeAction.FileClaim action) {
      return "lawyer";
    }

    @Override
    public String writeOff(BackOfficeAction.WriteOff action) {
      return "books: write off";
    }

    @Override
    public String assessCharges(BackOfficeAction.AssessCharges action) {
      return "books: charges";
    }

    @Override
    public String traceCustomer(BackOfficeAction.TraceCustomer action) {
      return "search";
    }

    @Override
    public String task(BackOfficeAction.Task action) {
      return "desk: " + action.what();
    }
  }

  static String because(Reason reason) {
    return reason.accept(new Words());
  }

  private static final class Words implements Reason.Visitor<String> {
    @Override
    public String due(DueReason reason) {
      return about("debt", reason);
    }

    @Override
    public String hold(HoldReason reason) {
      return "held until " + end(reason);
    }

    @Override
    public String amount(AmountReason reason) {
      return about("amount", reason);
    }

    @Override
    public String step(StepReason reason) {
      return about("ladder", reason);
    }

    @Override
    public String contact(ContactReason reason) {
      return about("contact", reason);
    }

    @Override
    public String leftOut(LeftOutReason reason) {
      return about("left out", reason);
    }

    private static String about(String what, Reason reason) {
      return "because of the " + what + reason.endsOn().map(d -> " until " + d).orElse("");
    }
  }

  private static String end(HoldReason reason) {
    if (reason instanceof HoldReason.Disputed || reason instanceof HoldReason.CreditNoteOwed) {
      return "the claim is decided";
    }
    return reason.endsOn().map(Object::toString).orElse("somebody ends it");
  }

  static String entry(LedgerEvent event) {
    Journal journal = new Journal();
    event.accept(journal);
    return journal.name + ": " + event;
  }

  private static final class Journal implements LedgerEvent.Visitor, MoneyEvent.Visitor {
    String name = "";

    @Override
    public void money(MoneyEvent event) {
      event.accept((MoneyEvent.Visitor) this);
    }

    @Override
    public void bank(BankEvent event) {
      name = "bank";
    }

    @Override
    public void charge(ChargeEvent event) {
      name = "charges";
    }

    @Override
    public void dispute(DisputeEvent event) {
      name = "claims";
    }

    @Override
    public void agreement(AgreementEvent event) {
      name = "agreements";
    }

    @Override
    public void terms(TermsEvent event) {
      name = "terms";
    }

    @Override
    public void restriction(RestrictionEvent event) {
      name = "restrictions";
    }

    @Override
    public void step(StepEvent event) {
      name = "ladder";
    }

    @Override
    public void contact(ContactEvent event) {
      name = "correspondence";
    }

    @Override
    public void delivery(DeliveryEvent event) {
      name = "post";
    }

    @Override
    public void payment(MoneyEvent.Payment event) {
      name = "money in";
    }

    @Override
    public void paymentReversed(MoneyEvent.PaymentReversed event) {
      name = "money back";
    }

    @Override
    public void credit(MoneyEvent.Credit event) {
      name = "credit notes";
    }

    @Override
    public void discountTaken(MoneyEvent.DiscountTaken event) {
      name = "discounts";
    }

    @Override
    public void discountReversed(MoneyEvent.DiscountReversed event) {
      name = "discounts";
    }

    @Override
    public void refund(MoneyEvent.Refund event) {
      name = "money out";
    }

    @Override
    public void writtenOff(MoneyEvent.WrittenOff event) {
      name = "losses";
    }

    @Override
    public void voided(MoneyEvent.Voided event) {
      name = "void";
    }

    @Override
    public void chargesPaid(MoneyEvent.ChargesPaid event) {
      name = "charges";
    }

    @Override
    public void partWrittenOff(MoneyEvent.PartWrittenOff event) {
      name = "losses";
    }

    @Override
    public void writeOffReversed(MoneyEvent.WriteOffReversed event) {
      name = "losses";
    }
  }

  static String balance(InvoiceHistory history) {
    Money billed = history.invoice().amount();
    Money paid = billed.times(0);
    for (LedgerEvent event : history.events()) {
      if (event instanceof MoneyEvent money) {
        paid = paid.plus(money.reduction().orElse(billed.times(0)));
      } else if (event instanceof ChargeEvent.ChargeAssessed charge) {
        billed = billed.plus(charge.amount());
      }
    }
    Money left = billed.minus(paid);
    return "billed " + billed + ", paid " + paid + ", left " + left;
  }
}
