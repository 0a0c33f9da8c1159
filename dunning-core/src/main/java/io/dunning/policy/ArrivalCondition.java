package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import io.dunning.ledger.Correspondence;
import java.util.List;

/** Asks whether the invoice arrived, and whether anybody knows where the customer lives. */
sealed interface ArrivalCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        InvoiceDelivered.FORM,
        InvoiceNotDelivered.FORM,
        AddressUnknownFor.UNKNOWN,
        AddressUnknownFor.LONG,
        AddressFoundWithin.FORM);
  }

  @Override
  default long changesOn(Circumstances c) {
    return EpochDay.NEVER;
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.NOTHING;
  }

  record InvoiceDelivered() implements ArrivalCondition {
    private static final long serialVersionUID = 1L;

    static final Form<InvoiceDelivered> FORM =
        Form.of("invoice delivered", v -> new InvoiceDelivered());

    @Override
    public boolean holds(Circumstances c) {
      return !c.quiet() && c.standing().correspondence().deliveredOn().isPresent();
    }

    @Override
    public Sentence phrase() {
      return FORM.with();
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record InvoiceNotDelivered() implements ArrivalCondition {
    private static final long serialVersionUID = 1L;

    static final Form<InvoiceNotDelivered> FORM =
        Form.of("invoice not delivered", v -> new InvoiceNotDelivered());

    @Override
    public boolean holds(Circumstances c) {
      return !c.quiet() && c.standing().correspondence().undeliveredSince().isPresent();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.DEALINGS;
    }

    @Override
    public Sentence phrase() {
      return FORM.with();
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  /**
   * The day since which an address is unknown: what is recorded for the invoice, unless a new
   * address was recorded for the account on that day or later; and the other way round.
   */
  static long addressUnknownDay(Circumstances c) {
    if (c.quiet()) {
      return EpochDay.NONE;
    }
    Correspondence own = c.standing().correspondence();
    Correspondence whole = c.account().correspondence();
    long ofOwn = unlessFound(own.addressUnknownDay(), whole.addressFoundDay());
    long ofWhole = unlessFound(whole.addressUnknownDay(), own.addressFoundDay());
    return ofOwn == EpochDay.NONE || ofWhole == EpochDay.NONE
        ? Math.max(ofOwn, ofWhole)
        : Math.min(ofOwn, ofWhole);
  }

  private static long unlessFound(long unknownDay, long foundDay) {
    return foundDay >= unknownDay ? EpochDay.NONE : unknownDay;
  }

  /** For zero days, while it is unknown at all. */
  record AddressUnknownFor(int days) implements ArrivalCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> UNKNOWN =
        Form.of("address unknown", v -> Condition.addressUnknown());

    static final Form<Condition> LONG =
        Form.of(
            "address unknown for at least {} day(s)",
            v -> Condition.addressUnknownForAtLeast(v.get(0)),
            Slots.DAY_COUNT);

    @Override
    public boolean holds(Circumstances c) {
      long since = addressUnknownDay(c);
      return since != EpochDay.NONE && c.day() - since >= days;
    }

    @Override
    public long changesOn(Circumstances c) {
      long since = addressUnknownDay(c);
      return since == EpochDay.NONE || holds(c) ? EpochDay.NEVER : since + days;
    }

    @Override
    public Sentence phrase() {
      return days == 0 ? UNKNOWN.with() : LONG.with(days);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record AddressFoundWithin(int days) implements ArrivalCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> FORM =
        Form.of(
            "new address known for at most {} day(s)",
            v -> Condition.addressFoundWithin(v.get(0)),
            Slots.DAY_COUNT);

    private static long foundDay(Circumstances c) {
      return c.quiet()
          ? EpochDay.NONE
          : Math.max(
              c.standing().correspondence().addressFoundDay(),
              c.account().correspondence().addressFoundDay());
    }

    @Override
    public boolean holds(Circumstances c) {
      long found = foundDay(c);
      return found != EpochDay.NONE && c.day() - found <= days;
    }

    @Override
    public long changesOn(Circumstances c) {
      return holds(c) ? foundDay(c) + days + 1 : EpochDay.NEVER;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(days);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
