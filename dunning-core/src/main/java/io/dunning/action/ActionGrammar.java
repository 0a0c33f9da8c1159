package io.dunning.action;

import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Sentence;
import io.dunning.grammar.Slot;
import java.util.List;
import java.util.Map;

/** The sentences of actions. */
final class ActionGrammar implements DunningAction.Visitor<Sentence> {
  private static final Slot BY = Slot.oneOf("a channel", List.of(Channel.values()));
  private static final Slot NUMBER = Slot.number("1");
  private static final Slot WHAT = Slot.name("what is to be done", "inform sales");

  private static final Form<DunningAction> REMINDER =
      Form.of("send reminder by {}", v -> DunningAction.sendReminder(v.get(0)), BY);
  private static final Form<DunningAction> NOTICE =
      Form.of(
          "send notice {} by {}", v -> DunningAction.sendNotice(v.get(0), v.get(1)), NUMBER, BY);
  private static final Form<DunningAction> DEMAND =
      Form.of("send demand by {}", v -> DunningAction.sendDemand(v.get(0)), BY);
  private static final Form<DunningAction> PLAIN_MESSAGE =
      Form.of("send message by {}", v -> DunningAction.sendMessage(v.get(0)), BY);
  private static final Form<DunningAction> THANK_CUSTOMER =
      Form.of("thank customer by {}", v -> DunningAction.thankCustomer(v.get(0)), BY);
  private static final Form<DunningAction> ASK_FOR_PAYMENT_METHOD =
      Form.of("ask for payment method by {}", v -> DunningAction.askForPaymentMethod(v.get(0)), BY);
  private static final Form<DunningAction> OFFER_SETTLEMENT =
      Form.of("offer settlement by {}", v -> DunningAction.offerSettlement(v.get(0)), BY);
  private static final Form<DunningAction> PROPOSE_PLAN =
      Form.of("propose payment plan by {}", v -> DunningAction.proposePlan(v.get(0)), BY);
  private static final Form<DunningAction> OFFER_DISCOUNT =
      Form.of("offer early payment discount by {}", v -> DunningAction.offerDiscount(v.get(0)), BY);
  private static final Form<DunningAction> CALL =
      Form.of("place call", v -> DunningAction.placeCall());
  private static final Form<DunningAction> VISIT =
      Form.of("visit customer", v -> DunningAction.visit());
  private static final Form<DunningAction> RETRY_COLLECTION =
      Form.of("retry collection", v -> DunningAction.retryCollection());
  private static final Form<DunningAction> STOP_SUPPLY =
      Form.of("stop supply", v -> DunningAction.stopSupply());
  private static final Form<DunningAction> REFER_TO_AGENCY =
      Form.of("refer to agency", v -> DunningAction.referToAgency());
  private static final Form<DunningAction> FILE_CLAIM =
      Form.of("file a claim", v -> DunningAction.fileClaim());
  private static final Form<DunningAction> WRITE_OFF =
      Form.of("write off", v -> DunningAction.writeOff());
  private static final Form<DunningAction> ASSESS_CHARGES =
      Form.of("assess charges", v -> DunningAction.assessCharges());
  private static final Form<DunningAction> TRACE_CUSTOMER =
      Form.of("trace customer", v -> DunningAction.traceCustomer());
  private static final Form<DunningAction> SELL_CLAIM =
      Form.of("sell claim", v -> DunningAction.sellClaim());
  private static final Form<DunningAction> BLOCK_ORDERS =
      Form.of("block orders", v -> DunningAction.blockOrders());
  private static final Form<DunningAction> RELEASE_ORDERS =
      Form.of("release orders", v -> DunningAction.releaseOrders());
  private static final Form<DunningAction> TASK =
      Form.of("task {}", v -> DunningAction.task(v.get(0)), WHAT);

  static final Grammar<DunningAction> ACTIONS =
      new Grammar<>(
          "an action",
          NOTICE.example(),
          List.of(
              REMINDER,
              NOTICE,
              DEMAND,
              PLAIN_MESSAGE,
              THANK_CUSTOMER,
              ASK_FOR_PAYMENT_METHOD,
              OFFER_SETTLEMENT,
              PROPOSE_PLAN,
              OFFER_DISCOUNT,
              CALL,
              VISIT,
              RETRY_COLLECTION,
              STOP_SUPPLY,
              REFER_TO_AGENCY,
              FILE_CLAIM,
              WRITE_OFF,
              ASSESS_CHARGES,
              TRACE_CUSTOMER,
              SELL_CLAIM,
              BLOCK_ORDERS,
              RELEASE_ORDERS,
              TASK),
          Map.of(
              "call", CALL.example(),
              "court", FILE_CLAIM.example(),
              "lawsuit", FILE_CLAIM.example(),
              "sue", FILE_CLAIM.example()));

  private static final ActionGrammar SENTENCE_OF = new ActionGrammar();

  private ActionGrammar() {}

  static String words(DunningAction action) {
    return ACTIONS.words(action, action.accept(SENTENCE_OF));
  }

  @Override
  public Sentence reminder(Message.Reminder action) {
    return REMINDER.with(action.by());
  }

  @Override
  public Sentence notice(Message.Notice action) {
    return NOTICE.with(action.number(), action.by());
  }

  @Override
  public Sentence demand(Message.Demand action) {
    return DEMAND.with(action.by());
  }

  @Override
  public Sentence plainMessage(Message.PlainMessage action) {
    return PLAIN_MESSAGE.with(action.by());
  }

  @Override
  public Sentence thankCustomer(Message.ThankCustomer action) {
    return THANK_CUSTOMER.with(action.by());
  }

  @Override
  public Sentence askForPaymentMethod(Message.AskForPaymentMethod action) {
    return ASK_FOR_PAYMENT_METHOD.with(action.by());
  }

  @Override
  public Sentence offerSettlement(Offer.OfferSettlement action) {
    return OFFER_SETTLEMENT.with(action.by());
  }

  @Override
  public Sentence proposePlan(Offer.ProposePlan action) {
    return PROPOSE_PLAN.with(action.by());
  }

  @Override
  public Sentence offerDiscount(Offer.OfferDiscount action) {
    return OFFER_DISCOUNT.with(action.by());
  }

  @Override
  public Sentence call(Conversation.Call action) {
    return CALL.with();
  }

  @Override
  public Sentence visit(Conversation.Visit action) {
    return VISIT.with();
  }

  @Override
  public Sentence retryCollection(BackOfficeAction.RetryCollection action) {
    return RETRY_COLLECTION.with();
  }

  @Override
  public Sentence stopSupply(BackOfficeAction.StopSupply action) {
    return STOP_SUPPLY.with();
  }

  @Override
  public Sentence referToAgency(BackOfficeAction.ReferToAgency action) {
    return REFER_TO_AGENCY.with();
  }

  @Override
  public Sentence fileClaim(BackOfficeAction.FileClaim action) {
    return FILE_CLAIM.with();
  }

  @Override
  public Sentence writeOff(BackOfficeAction.WriteOff action) {
    return WRITE_OFF.with();
  }

  @Override
  public Sentence assessCharges(BackOfficeAction.AssessCharges action) {
    return ASSESS_CHARGES.with();
  }

  @Override
  public Sentence traceCustomer(BackOfficeAction.TraceCustomer action) {
    return TRACE_CUSTOMER.with();
  }

  @Override
  public Sentence sellClaim(BackOfficeAction.SellClaim action) {
    return SELL_CLAIM.with();
  }

  @Override
  public Sentence blockOrders(BackOfficeAction.BlockOrders action) {
    return BLOCK_ORDERS.with();
  }

  @Override
  public Sentence releaseOrders(BackOfficeAction.ReleaseOrders action) {
    return RELEASE_ORDERS.with();
  }

  @Override
  public Sentence task(BackOfficeAction.Task action) {
    return TASK.with(action.what());
  }
}
