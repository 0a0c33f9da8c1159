package io.dunning.letters;

import static io.dunning.letters.RequiredNotice.DE_COLLECTOR;
import static io.dunning.letters.RequiredNotice.FR_COLLECTOR;
import static io.dunning.letters.RequiredNotice.FR_COLLECTOR_LATER;
import static io.dunning.letters.RequiredNotice.FR_MISE_EN_DEMEURE;
import static io.dunning.letters.RequiredNotice.GB_BEFORE_COURT;
import static io.dunning.letters.RequiredNotice.KR_COLLECTOR;
import static io.dunning.letters.RequiredNotice.US_COLLECTOR;
import static io.dunning.letters.RequiredNotice.US_COLLECTOR_FIRST;
import static io.dunning.letters.RequiredNotice.US_ELECTRONIC;
import static io.dunning.letters.RequiredNotice.US_OPT_OUT;
import static io.dunning.letters.RequiredNotice.US_VALIDATION;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.conduct.Jurisdiction;
import io.dunning.conduct.Jurisdiction.Collector;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which notices the law requires in a letter, by country, kind of customer, who collects and how
 * far it has come. A kind of customer that is not known is taken for a person; a country that is
 * not known is taken for the sender's.
 */
final class RequiredNotices {
  private static final Days RECEIPT = Days.businessDays(5);
  private static final int VALIDATION_DAYS = 30;

  private final DunningEvaluator evaluator;
  private final DunningPolicy policy;
  private final Account account;
  private final DunningDocument document;

  RequiredNotices(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, DunningDocument document) {
    this.evaluator = evaluator;
    this.policy = policy;
    this.account = account;
    this.document = document;
  }

  void fill(LetterDraft draft) {
    boolean collector = policy.outreach().conduct().collector() != Collector.CREDITOR;
    Optional<Customer.Kind> kind = draft.recipient.kind();
    boolean person = kind.filter(k -> k == Customer.Kind.BUSINESS).isEmpty();
    Optional<LocalDate> first = collector ? firstLetter(draft) : Optional.empty();
    draft.firstLetter = first;
    switch (country(draft)) {
      case "US" -> unitedStates(draft, collector && isConsumer(kind), first);
      case "DE" -> add(draft, DE_COLLECTOR, collector && isConsumer(kind) && first.isEmpty());
      case "FR" -> {
        add(draft, FR_COLLECTOR, collector && first.isEmpty());
        add(draft, FR_COLLECTOR_LATER, first.isPresent());
        add(draft, FR_MISE_EN_DEMEURE, draft.kind == LetterKind.DEMAND);
      }
      case "KR" -> add(draft, KR_COLLECTOR, collector && person);
      case "GB" -> england(draft, person);
      default -> {}
    }
    requireFacts(draft);
  }

  /**
   * A collector says that it is one in thanks and confirmations, too (12 CFR 1006.18(e)(2)). These
   * belong to no policy, so that who has a client is taken for a collector.
   */
  static void ofAnswer(LetterDraft draft) {
    boolean consumer = draft.recipient.kind().filter(k -> k != Customer.Kind.CONSUMER).isEmpty();
    boolean collector = draft.sender.client().isPresent();
    add(draft, US_COLLECTOR, collector && consumer && country(draft).equals("US"));
  }

  private static String country(LetterDraft draft) {
    String known = draft.recipient.country();
    return known.isEmpty() ? draft.sender.address().country() : known;
  }

  /** A person outside business; one that is not known owes a trade debt as a business. */
  private boolean isConsumer(Optional<Customer.Kind> kind) {
    boolean trade =
        policy.outreach().conduct().debt().filter(d -> d == Jurisdiction.Debt.TRADE).isPresent();
    return kind.map(k -> k == Customer.Kind.CONSUMER).orElse(!trade);
  }

  /**
   * The day of the collector's first letter; empty before it. What the creditor wrote before are
   * steps of another policy, which this one does not have.
   */
  private Optional<LocalDate> firstLetter(LetterDraft draft) {
    Set<String> own = new HashSet<>();
    policy.ladder().steps().forEach(s -> own.add(s.name()));
    return draft.earlier.stream()
        .filter(e -> e.isWritten() && own.contains(e.step()))
        .map(LetterContent.Earlier::date)
        .findFirst();
  }

  /** The letter gives at least the time that the law gives for an answer. */
  private void england(LetterDraft draft, boolean person) {
    if (person && new BeforeCourt(evaluator, policy, account, document).applies(draft)) {
      draft.notices.add(GB_BEFORE_COURT);
      LocalDate last = BeforeCourt.lastDay(draft.date);
      draft.deadline = draft.deadline.filter(d -> d.isAfter(last)).or(() -> Optional.of(last));
    }
  }

  private static void add(LetterDraft draft, RequiredNotice notice, boolean applies) {
    if (applies) {
      draft.notices.add(notice);
    }
  }

  private void unitedStates(LetterDraft draft, boolean binds, Optional<LocalDate> first) {
    if (!binds) {
      return;
    }
    Channel channel = document.channel().orElse(Channel.LETTER);
    LocalDate ends = validationEnds(first.orElse(draft.date));
    draft.notices.add(first.isEmpty() ? US_COLLECTOR_FIRST : US_COLLECTOR);
    add(draft, US_OPT_OUT, channel == Channel.EMAIL || channel == Channel.SMS);
    if (first.isEmpty()) {
      draft.notices.add(US_VALIDATION);
      add(draft, US_ELECTRONIC, channel != Channel.LETTER);
      draft.items.forEach(each -> draft.validations.add(validation(each, draft.date, ends)));
    }
    if (!draft.date.isAfter(ends)) {
      soften(draft, ends);
    }
  }

  /**
   * In the validation period nothing may overshadow the consumer's right to dispute (12 CFR
   * 1006.38(b)): no last day to pay, no demand, and no consequence.
   */
  private static void soften(LetterDraft draft, LocalDate ends) {
    draft.disputeBy = Optional.of(ends);
    draft.deadline = Optional.empty();
    draft.kind = draft.kind == LetterKind.DEMAND ? LetterKind.NOTICE : draft.kind;
    draft.tone = draft.tone.compareTo(Tone.NEUTRAL) > 0 ? Tone.NEUTRAL : draft.tone;
  }

  /** 12 CFR 1006.34(b)(5): 30 days from receipt, five business days after the letter was sent. */
  private LocalDate validationEnds(LocalDate sent) {
    LocalDate received = evaluator.calendar().find(sent, RECEIPT).orElse(sent.plusDays(9));
    return received.plusDays(VALIDATION_DAYS);
  }

  private LetterContent.Validation validation(LetterItem item, LocalDate day, LocalDate ends) {
    InvoiceHistory history =
        account.invoices().stream()
            .filter(h -> h.invoice().number().equals(item.invoice()))
            .findFirst()
            .orElseThrow();
    Money zero = Money.zero(item.open().currency());
    Money interest = zero;
    Money fees = zero;
    Money given = zero;
    for (LetterItem.Charge each : item.charges()) {
      switch (each.kind()) {
        case INTEREST -> interest = interest.plus(each.amount());
        case FEE, COMPENSATION -> fees = fees.plus(each.amount());
        default -> given = given.minus(each.amount());
      }
    }
    Money paid = history.standingOn(day).balance().paid();
    Money all = item.billed().plus(interest).plus(fees);
    return new LetterContent.Validation(
        item.invoice(),
        item.issued(),
        item.billed(),
        interest,
        fees,
        paid,
        all.minus(paid).minus(item.owed()),
        item.owed(),
        ends);
  }

  /** What the law wants stated and only the host knows; without it no letter is made. */
  private static void requireFacts(LetterDraft draft) {
    List<String> missing = new ArrayList<>();
    Sender sender = draft.sender;
    for (RequiredNotice each : draft.notices) {
      switch (each) {
        case US_VALIDATION, DE_COLLECTOR, FR_COLLECTOR -> {
          require(missing, sender.client().isPresent(), "the client's name");
          require(missing, sender.address().isKnown(), "the sender's address");
          if (each == FR_COLLECTOR || each == DE_COLLECTOR) {
            require(missing, sender.clientAddress().isKnown(), "the client's address");
          }
          if (each == US_VALIDATION) {
            require(missing, draft.recipient.address().isKnown(), "the customer's address");
          }
          if (each == DE_COLLECTOR) {
            require(missing, sender.authority().isPresent(), "the supervising authority");
          }
        }
        case US_ELECTRONIC -> require(missing, sender.email().isPresent(), "an e-mail address");
        case KR_COLLECTOR -> {
          require(missing, sender.client().isPresent(), "the client's name");
          require(missing, sender.person().isPresent(), "the person in charge");
          require(missing, sender.phone().isPresent(), "a telephone number");
        }
        case GB_BEFORE_COURT ->
            require(missing, sender.address().isKnown(), "the sender's address");
        default -> {}
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "law requires facts that the sender does not give: "
              + String.join(", ", missing)
              + " ("
              + draft.notices
              + ")\nMaybe add them to the Sender, or to the address of the letter.");
    }
  }

  private static void require(List<String> missing, boolean known, String what) {
    if (!known && !missing.contains(what)) {
      missing.add(what);
    }
  }
}
