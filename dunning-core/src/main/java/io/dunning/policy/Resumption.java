package io.dunning.policy;

import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the ladder goes on once a promise or a payment plan was broken. Prints in words, such as
 * {@code resumes at final demand}, and {@link #parse} reads them. Immutable and thread-safe.
 */
public sealed interface Resumption extends Serializable {

  /**
   * {@return whether the next step ignores contacts made before the breach, so that it need not
   * keep the minimum number of days from them; false unless the ladder resumes at once}
   */
  default boolean ignoresEarlierContacts() {
    return false;
  }

  /**
   * The step at which the ladder goes on, whatever its trigger.
   *
   * @return the name of the step; empty if the ladder goes on where it was
   */
  default Optional<String> startingStep() {
    return Optional.empty();
  }

  /** {@return the ladder goes on where it was, as if nothing had been promised} */
  static Resumption whereItWas() {
    return new WhereItWas();
  }

  /**
   * {@return the ladder goes on where it was, without the minimum number of days from a contact
   * made before the breach}
   */
  static Resumption atOnce() {
    return new AtOnce();
  }

  /**
   * The ladder goes on at a step, from the day after the breach on, whatever the step's trigger;
   * milder steps are passed over. A debt that has been taken further goes on from there.
   *
   * @param step the name of a step
   * @return the resumption
   */
  static Resumption at(String step) {
    return new At(step);
  }

  /**
   * Reads a resumption in the words in which resumptions print: {@code resumes where it was},
   * {@code resumes at once} or {@code resumes at final demand}. A step that is called {@code once}
   * stands in double quotes.
   *
   * @param text the resumption in words
   * @return the resumption
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  static Resumption parse(String text) {
    return At.GRAMMAR.parse(Objects.requireNonNull(text, "text"));
  }

  /** Where the ladder was. */
  record WhereItWas() implements Resumption {
    private static final long serialVersionUID = 1L;

    /** {@code resumes where it was}. */
    @Override
    public String toString() {
      return "resumes where it was";
    }
  }

  /** Where the ladder was, but without waiting. */
  record AtOnce() implements Resumption {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean ignoresEarlierContacts() {
      return true;
    }

    /** {@code resumes at once}. */
    @Override
    public String toString() {
      return "resumes at once";
    }
  }

  /**
   * At a step.
   *
   * @param step the name of the step
   */
  record At(String step) implements Resumption {
    private static final long serialVersionUID = 1L;

    private static final Form<Resumption> FORM =
        Form.of("resumes at {}", v -> at(v.get(0)), Slots.STEP);

    /** Of two sentences that fit, that without a step goes first. */
    static final Grammar<Resumption> GRAMMAR =
        new Grammar<>(
            "a resumption",
            "resumes where it was",
            List.of(
                Form.of("resumes where it was", v -> whereItWas()),
                Form.of("resumes at once", v -> atOnce()),
                FORM));

    /**
     * At a step.
     *
     * @param step the name of the step
     */
    public At {
      Objects.requireNonNull(step, "step");
    }

    @Override
    public Optional<String> startingStep() {
      return Optional.of(step);
    }

    /** Such as {@code resumes at final demand}. */
    @Override
    public String toString() {
      return At.GRAMMAR.words(this, FORM.with(step));
    }
  }
}
