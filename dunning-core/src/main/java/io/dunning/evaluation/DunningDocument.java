package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is done at once: one letter, one call, one referral to an agency. It speaks for one
 * recommendation, or for those of several invoices that keep their own levels. Those take the same
 * step; or each is a reminder, a notice or a demand, and one letter asks for all of them: the most
 * severe says in which form and by which channel. Immutable and thread-safe.
 *
 * @param lines the recommendations that it speaks for, at least one, each with a step to take, by
 *     one policy
 * @param forInformation numbers of open invoices that are not overdue; they are listed, and change
 *     nothing
 */
public record DunningDocument(List<Recommendation> lines, List<String> forInformation)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A document.
   *
   * @param lines the recommendations that it speaks for, at least one, each with a step to take, by
   *     one policy
   * @param forInformation numbers of open invoices that are not overdue; they are listed, and
   *     change nothing
   * @throws IllegalArgumentException if there is no line, or one without a step to take
   */
  public DunningDocument {
    lines = List.copyOf(lines);
    forInformation = List.copyOf(forInformation);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("document has no lines");
    }
    for (Recommendation line : lines) {
      if (line.step().isEmpty()) {
        throw new IllegalArgumentException("line takes no step: " + line);
      }
    }
  }

  /**
   * The most severe line; of several, the first.
   *
   * @return the recommendation that says what is done
   */
  public Recommendation leading() {
    Recommendation leading = lines.get(0);
    for (Recommendation line : lines) {
      leading = line.stepPlace() > leading.stepPlace() ? line : leading;
    }
    return leading;
  }

  /**
   * The step of the document as a whole.
   *
   * @return the name of the step of the {@link #leading} line
   */
  public String step() {
    return leading().step().orElseThrow();
  }

  /**
   * What to do.
   *
   * @return the actions of the {@link #leading} line
   */
  public List<DunningAction> actions() {
    return leading().actions();
  }

  /**
   * The one channel by which the customer is reached.
   *
   * @return the channel of the {@link #leading} line
   */
  public Optional<Channel> channel() {
    return leading().channel();
  }

  /**
   * The contact person whom the document addresses.
   *
   * @return the person of the {@link #leading} line; empty for the customer as such
   */
  public Optional<ContactPerson> addressee() {
    return leading().addressee();
  }

  /**
   * Who sends the document, or makes the call.
   *
   * @return the performer of the {@link #leading} line
   */
  public Performer performer() {
    return leading().performer().orElseThrow();
  }

  /**
   * How the document speaks.
   *
   * @return the tone of the {@link #leading} line
   */
  public Optional<Tone> tone() {
    return leading().tone();
  }

  /**
   * The invoices that are chased.
   *
   * @return invoice numbers, in the order of the lines
   */
  public List<String> invoices() {
    Set<String> all = new LinkedHashSet<>();
    lines.forEach(l -> all.addAll(l.invoices()));
    return new ArrayList<>(all);
  }

  /**
   * What is overdue and chased.
   *
   * @return an amount a currency, by currency, without zeros
   */
  public List<Money> overdue() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (Recommendation line : lines) {
      line.overdue().forEach(m -> sums.merge(m.currency(), m, Money::plus));
    }
    return List.copyOf(sums.values());
  }

  /**
   * What the customer owes on the {@link #invoices}, charges of the steps included.
   *
   * @return principal, fees and interest, by currency; one entry a currency, unless a sum is more
   *     than an amount can hold, and is told in several
   */
  public List<Owed> owed() {
    OwedSums sums = new OwedSums();
    lines.forEach(line -> line.owed().forEach(sums::add));
    return sums.list();
  }

  /**
   * The whole sum that the document states: what is open, not due, disputed and held on the
   * invoices that were looked at, the charges, the credits, and what is to be paid. Credits are
   * those of the account and count once.
   *
   * @return an entry a currency, by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public List<DocumentSum> sums() {
    SortedMap<CurrencyUnit, DocumentSum> sums = new TreeMap<>();
    for (Recommendation line : lines) {
      line.sums().forEach(s -> sums.merge(s.open().currency(), s, DocumentSum::plus));
    }
    return List.copyOf(sums.values());
  }

  /** {@return who has to approve before the document is sent; empty if nobody has to} */
  public Optional<String> approver() {
    return lines.stream().flatMap(l -> l.approver().stream()).findFirst();
  }

  /**
   * The events to store once the document has been sent: for each line its step, by the channel of
   * the document and to its addressee, with its offers and charges. If the document needs an
   * {@linkplain #approver approval}, send it only once it has one.
   *
   * @param day the day on which it was sent
   * @return the events in the order in which to store them, each with the invoice or account it
   *     belongs to
   */
  public List<Posting> eventsWhenTaken(LocalDate day) {
    Recommendation leading = leading();
    List<Posting> all = new ArrayList<>();
    for (Recommendation line : lines) {
      all.addAll(line.eventsWhenTaken(day, leading.channel().isPresent() ? leading : line));
    }
    return Collections.unmodifiableList(all);
  }

  /** Such as {@code first notice: INV-7, INV-8}. */
  @Override
  public String toString() {
    return step() + ": " + String.join(", ", invoices());
  }
}
