package consumer;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.terms.PaymentTerms.net;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.StatutoryInterest;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;

/**
 * An answer with statutory interest, which the library reads from its jar; with an answer that was
 * serialised and read again; and with the facts of its reason, which it reads by reflection. So
 * each way in which an application packs jars is tried.
 */
public final class Answer {
  private Answer() {}

  public static final DunningPolicy POLICY =
      DunningPolicy.named("consumer")
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("demand").at(daysPastDue(14)).take(sendDemand(LETTER), assessCharges())))
          .lateInterest(StatutoryInterest.of(GERMANY).businessToBusiness())
          .build();

  public static String of(DunningEvaluator evaluator, DunningPolicy policy) {
    Invoice invoice = Invoice.of("INV-1", eur("1190.00"), LocalDate.of(2026, 1, 15), net(30));
    InvoiceHistory history =
        InvoiceHistory.of(invoice).with(stepTaken(LocalDate.of(2026, 2, 17), "reminder", EMAIL));
    Explanation why = copy(evaluator.explain(policy, history, LocalDate.of(2026, 3, 2)));
    return why + "\n" + why.recommendation().reason().facts() + "\n";
  }

  public static String of() {
    return of(DunningEvaluator.on(BusinessCalendar.weekends()), POLICY);
  }

  private static Explanation copy(Explanation value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(java.io.ObjectStreamClass read)
                throws ClassNotFoundException {
              return Class.forName(read.getName(), false, Answer.class.getClassLoader());
            }
          }) {
        return (Explanation) in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    System.out.print(of());
  }
}
