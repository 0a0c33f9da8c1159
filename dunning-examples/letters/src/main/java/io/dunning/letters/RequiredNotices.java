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
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.conduct.Jurisdiction.Collector;
import io.dunning.evaluation.DunningDocument;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which notices the law requires in a letter, by country, kind of customer, who collects and how
 * far it has come. A kind of customer that is not known is taken for a person.
 */
final class RequiredNotices {
  private static final Days RECEIPT = Days.businessDays(5);
  private static final int VALIDATION_DAYS = 30;
  private static final int ANSWER_DAYS = 30;

  private final DunningPolicy policy;
  private final BusinessCalendar calendar;
  private final Account account;
  private final DunningDocument document;

  RequiredNotices(
      DunningPolicy policy, BusinessCalendar calendar, Account account, DunningDocument document) {
    this.policy = policy;
    this.calendar = calendar;
    this.account = account;
    this.document = document;
  }

  void fill(LetterDraft draft) {
    boolean collector = policy.outreach().conduct().collector() != Collector.CREDITOR;
    boolean person =
        draft.recipient.kind().orElse(Customer.Kind.CONSUMER) != Customer.Kind.BUSINESS;
    boolean first = draft.earlier.stream().noneMatch(EarlierContact::isWritten);
    switch (draft.recipient.country()) {
      case "US" -> unitedStates(draft, collector && person, first);
      case "DE" -> add(draft, DE_COLLECTOR, collector && person && first);
      case "FR" -> {
        add(draft, FR_COLLECTOR, collector);
        add(draft, FR_COLLECTOR_LATER, collector && !first);
        add(draft, FR_MISE_EN_DEMEURE, draft.kind == LetterKind.DEMAND);
      }
      case "KR" -> add(draft, KR_COLLECTOR, collector && person);
      case "GB" -> add(draft, GB_BEFORE_COURT, person && draft.kind == LetterKind.DEMAND);
      default -> {}
    }
    requireFacts(draft);
  }

  /** A court is not announced within the 30 days that a person has for an answer. */
  static boolean forbid(LetterDraft draft, Consequence next) {
    return draft.notices.contains(GB_BEFORE_COURT)
        && next.kind() == Consequence.Kind.COURT
        && next.earliest().isBefore(draft.date.plusDays(ANSWER_DAYS));
  }

  private static void add(LetterDraft draft, RequiredNotice notice, boolean applies) {
    if (applies) {
      draft.notices.add(notice);
    }
  }

  private void unitedStates(LetterDraft draft, boolean binds, boolean first) {
    if (!binds) {
      return;
    }
    Channel channel = document.channel().orElse(Channel.LETTER);
    draft.notices.add(first ? US_COLLECTOR_FIRST : US_COLLECTOR);
    if (first) {
      draft.notices.add(US_VALIDATION);
      add(draft, US_ELECTRONIC, channel != Channel.LETTER);
      draft.items.forEach(each -> draft.validations.add(validation(each, draft.date)));
    }
    add(draft, US_OPT_OUT, channel == Channel.EMAIL || channel == Channel.SMS);
  }

  private Validation validation(LetterItem item, LocalDate day) {
    InvoiceHistory history =
        account.invoices().stream()
            .filter(h -> h.invoice().number().equals(item.invoice()))
            .findFirst()
            .orElseThrow();
    Money zero = Money.zero(item.open().currency());
    Money interest = zero;
    Money fees = zero;
    Money given = zero;
    for (LetterCharge each : item.charges()) {
      switch (each.kind()) {
        case INTEREST -> interest = interest.plus(each.amount());
        case FEE, COMPENSATION -> fees = fees.plus(each.amount());
        default -> given = given.minus(each.amount());
      }
    }
    Money paid = history.standingOn(day).balance().paid();
    Money all = item.billed().plus(interest).plus(fees);
    return new Validation(
        item.invoice(),
        item.issued(),
        item.billed(),
        interest,
        fees,
        paid,
        all.minus(paid).minus(item.owed()),
        item.owed(),
        calendar.find(day, RECEIPT).orElse(day.plusDays(9)).plusDays(VALIDATION_DAYS));
  }

  /** What the law wants stated and only the host knows; without it no letter is made. */
  private static void requireFacts(LetterDraft draft) {
    List<String> missing = new ArrayList<>();
    Sender sender = draft.sender;
    for (RequiredNotice each : draft.notices) {
      switch (each) {
        case US_VALIDATION, DE_COLLECTOR, FR_COLLECTOR -> {
          require(missing, !sender.client().isEmpty(), "the client's name");
          require(missing, sender.address().isKnown(), "the sender's address");
          if (each == FR_COLLECTOR || each == DE_COLLECTOR) {
            require(missing, sender.clientAddress().isKnown(), "the client's address");
          }
          if (each == US_VALIDATION) {
            require(missing, draft.recipient.address().isKnown(), "the customer's address");
          }
          if (each == DE_COLLECTOR) {
            require(missing, !sender.authority().isEmpty(), "the supervising authority");
          }
        }
        case US_ELECTRONIC -> require(missing, !sender.email().isEmpty(), "an e-mail address");
        case KR_COLLECTOR -> {
          require(missing, !sender.client().isEmpty(), "the client's name");
          require(missing, !sender.person().isEmpty(), "the person in charge");
          require(missing, !sender.phone().isEmpty(), "a telephone number");
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
