package io.dunning.cli;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.letters.LetterComposer;
import io.dunning.letters.LetterContent;
import io.dunning.letters.LetterItem;
import io.dunning.letters.LetterKind;
import io.dunning.letters.PostalAddress;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds the letter that is due to one customer, or that comes next, or that answers an event. */
final class LetterFinder {
  private static final int PREVIEW_DAYS = 400;

  private final DunningEvaluator evaluator;
  private final DunningPolicy rules;
  private final LetterComposer composer;
  private final Account account;
  private final PostalAddress to;
  private final String invoice;
  private final Consumer<String> notes;

  /**
   * A search.
   *
   * @param invoice the invoice that the letter has to be about; null for any
   * @param notes takes what the reader of a letter would not see, a line each
   */
  LetterFinder(
      DunningEvaluator evaluator,
      DunningPolicy rules,
      LetterComposer composer,
      Account account,
      PostalAddress to,
      String invoice,
      Consumer<String> notes) {
    this.evaluator = evaluator;
    this.rules = rules;
    this.composer = composer;
    this.account = account;
    this.to = to;
    this.invoice = invoice;
    this.notes = notes;
  }

  /**
   * The letter of the first step that is written.
   *
   * @param kind the kind that is looked for; empty for any
   * @param ahead whether to look at later days, too
   * @param approved whether to look at what a person has to approve, too
   */
  LetterContent step(Optional<LetterKind> kind, LocalDate day, boolean ahead, boolean approved) {
    Account now = account;
    LocalDate last = ahead ? day.plusDays(PREVIEW_DAYS) : day;
    Optional<LocalDate> at = Optional.of(day);
    while (at.filter(d -> !d.isAfter(last)).isPresent()) {
      AccountRecommendation then = evaluator.evaluate(rules, now, at.get());
      List<DunningDocument> documents =
          approved || ahead ? then.documentsOnceApproved() : then.documents();
      for (DunningDocument each : documents) {
        if (isAsked(each, kind)) {
          note(each, documents, day);
          return composer.compose(rules, now, each, to);
        }
        now = Timeline.take(now, each);
      }
      at = evaluator.evaluate(rules, now, at.get()).reviewOn();
    }
    throw new BadInputException(nothing(kind, day, ahead));
  }

  /** What a reader of the letter would not see. */
  private void note(DunningDocument written, List<DunningDocument> documents, LocalDate day) {
    LocalDate date = written.leading().asOf();
    if (!date.equals(day)) {
      notes.accept("this letter is of " + date + ", as if nothing happens from " + day + " on");
    }
    written
        .approver()
        .ifPresent(who -> notes.accept("before it is sent, it has to be approved by " + who));
    for (DunningDocument each : documents) {
      if (each != written && LetterKind.of(each.actions()).isPresent()) {
        notes.accept(
            "also due on "
                + date
                + ": "
                + each.step()
                + " about "
                + String.join(", ", each.invoices())
                + " (--invoice "
                + each.invoices().get(0)
                + ")");
      }
    }
  }

  private boolean isAsked(DunningDocument document, Optional<LetterKind> kind) {
    Optional<LetterKind> found = LetterKind.of(document.actions());
    return found.isPresent()
        && (kind.isEmpty() || kind.equals(found))
        && (invoice == null || document.invoices().contains(invoice));
  }

  private String nothing(Optional<LetterKind> kind, LocalDate day, boolean ahead) {
    String what = kind.map(k -> "no " + k).orElse("nothing");
    StringBuilder text = new StringBuilder(what + " is to be written ");
    text.append(ahead ? "from " + day + " to " + day.plusDays(PREVIEW_DAYS) : "on " + day);
    evaluator
        .evaluate(rules, account, day)
        .recommendations()
        .forEach(r -> text.append("\n  ").append(r));
    return ahead ? text.toString() : text + "\nMaybe see the letter that comes next: --next";
  }

  /** The confirmation of the promise that counts. */
  LetterContent promise(LocalDate day) {
    return about(
        part ->
            composer
                .confirmPromise(rules, part, day, to)
                .filter(c -> invoice == null || isAbout(c)),
        "no promise to pay " + about() + " is in force on " + day);
  }

  private boolean isAbout(LetterContent content) {
    return content.items().stream().map(LetterItem::invoice).anyMatch(invoice::equals);
  }

  /** Thanks for the latest payments. */
  LetterContent thanks(LocalDate day) {
    return about(
        part -> composer.thank(part, day, to).filter(c -> invoice == null || isAbout(c)),
        "no payment " + about() + " is noted until " + day);
  }

  private String about() {
    return invoice == null ? "of " + account.customer().id() : "for " + invoice;
  }

  /** Asks first about the invoice alone, and then about the account, which may speak for it. */
  private LetterContent about(Function<Account, Optional<LetterContent>> letter, String none) {
    List<InvoiceHistory> histories =
        account.invoices().stream()
            .filter(h -> invoice == null || h.invoice().number().equals(invoice))
            .toList();
    Account alone = invoice == null ? account : Account.of(account.customer(), histories);
    return letter
        .apply(alone)
        .or(() -> letter.apply(account))
        .orElseThrow(() -> new BadInputException(none));
  }
}
