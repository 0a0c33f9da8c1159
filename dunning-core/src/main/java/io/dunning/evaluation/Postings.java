package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent.StepTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events to store once a step has been taken, in the order in which to store them. */
final class Postings {
  private final Subject subject;
  private final LocalDate day;
  private final List<Posting> all = new ArrayList<>();

  private Postings(Subject subject, LocalDate day) {
    this.subject = subject;
    this.day = day;
  }

  static List<Posting> of(
      Subject subject,
      List<String> invoices,
      DueStep step,
      LocalDate day,
      Optional<Channel> by,
      Optional<ContactPerson> to) {
    Postings postings = new Postings(subject, day);
    String person = to.map(ContactPerson::name).orElse("");
    postings.step(invoices, new StepTaken(day, step.name(), by, person));
    step.settlements()
        .forEach(
            (number, quote) ->
                postings.add(number, new SettlementOffered(day, quote.amount(), quote.until())));
    step.assessments().forEach(postings::charges);
    return List.copyOf(postings.all);
  }

  private void step(List<String> invoices, LedgerEvent taken) {
    if (subject.wholeAccount()) {
      all.add(new Posting(subject.customer(), Optional.empty(), taken));
    } else {
      invoices.forEach(number -> add(number, taken));
    }
  }

  private void charges(String number, List<ChargeAssessed> charges) {
    for (ChargeAssessed each : charges) {
      add(number, new ChargeAssessed(day, each.charge(), each.amount(), each.step()));
    }
  }

  private void add(String invoice, LedgerEvent event) {
    all.add(new Posting(subject.customer(), Optional.of(invoice), event));
  }
}
