package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The smallest change of one fact that would make a decision another one, found by deciding with
 * it. An amount is supposed to be open on the oldest invoice that is not held, while everything
 * else stays as it is, the charges that accrued so far included. Prints as a sentence. Immutable
 * and thread-safe.
 *
 * @param on the day on which it changes by itself; empty if an amount changes it
 * @param more how much more would have to be open, negative for less; empty if a day changes it
 * @param invoice the invoice on which it would have to be open; empty if a day changes it, or if
 *     the decision is about a single invoice
 * @param now what the decision is
 * @param instead what it would be; differs from {@code now}
 */
public record Flip(
    Optional<LocalDate> on,
    Optional<Money> more,
    Optional<String> invoice,
    Answer now,
    Answer instead)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What a decision is: two decisions are the same if their answers are equal.
   *
   * @param verdict what is to be done, in one word
   * @param rule the rule that decides
   * @param step the step in question; empty if none is
   * @param channel how the step reaches the customer; empty unless it is to be taken, and does
   * @param tone how the step speaks; empty unless it is to be taken, and says so
   * @param performer who performs the step; empty unless it is to be taken
   * @param heldBy the condition that holds the debt, in words; empty if nothing does, and for a
   *     hold that the ledger records
   */
  public record Answer(
      Verdict verdict,
      Rule rule,
      Optional<String> step,
      Optional<Channel> channel,
      Optional<Tone> tone,
      Optional<Performer> performer,
      Optional<String> heldBy)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What a decision is.
     *
     * @param verdict what is to be done, in one word
     * @param rule the rule that decides
     * @param step the step in question; empty if none is
     * @param channel how the step reaches the customer
     * @param tone how the step speaks
     * @param performer who performs the step
     * @param heldBy the condition that holds the debt, in words
     * @throws IllegalArgumentException if a step is to be taken, but there is none
     */
    public Answer {
      Objects.requireNonNull(verdict, "verdict");
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(performer, "performer");
      Objects.requireNonNull(heldBy, "heldBy");
      boolean takesStep = verdict == Verdict.ACT || verdict == Verdict.AWAIT_APPROVAL;
      if (takesStep && step.isEmpty()) {
        throw new IllegalArgumentException("answer is to " + verdict + ", but has no step");
      }
    }

    /** Such as {@code first notice}, or {@code wait for first notice}. */
    @Override
    public String toString() {
      return switch (verdict) {
        case ACT -> step.orElseThrow();
        case AWAIT_APPROVAL -> step.orElseThrow() + ", once approved";
        default -> verdict + step.map(s -> " for " + s).orElse("");
      };
    }

    /** What tells this answer from one with the same verdict and step. */
    private String insteadOf(Answer other) {
      StringBuilder text = new StringBuilder();
      channel
          .filter(c -> !channel.equals(other.channel))
          .ifPresent(c -> text.append(" by ").append(c).append(instead(other.channel)));
      tone.filter(t -> !tone.equals(other.tone))
          .ifPresent(t -> text.append(", ").append(t).append(instead(other.tone)));
      performer
          .filter(p -> !performer.equals(other.performer))
          .ifPresent(p -> text.append(", done by ").append(p).append(instead(other.performer)));
      if (rule != other.rule) {
        text.append(" (").append(rule).append(" instead of ").append(other.rule).append(')');
      } else if (!heldBy.equals(other.heldBy)) {
        text.append(" (").append(holder()).append(" instead of ").append(other.holder());
        text.append(')');
      }
      return text.toString();
    }

    private static String instead(Optional<?> before) {
      return before.map(b -> " instead of " + b).orElse("");
    }

    private String holder() {
      return heldBy.orElse("a recorded hold");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A change.
   *
   * @param on the day on which it changes by itself; empty if an amount changes it
   * @param more how much more would have to be open, negative for less; empty if a day changes it
   * @param invoice the invoice on which it would have to be open
   * @param now what the decision is
   * @param instead what it would be
   * @throws IllegalArgumentException unless either a day or an amount changes the decision
   */
  public Flip {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(more, "more");
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(instead, "instead");
    if (on.isPresent() == more.isPresent()) {
      throw new IllegalArgumentException(
          "not either a day or an amount changes the decision: " + on + ", " + more);
    }
  }

  /** {@return what the verdict would be} */
  public Verdict verdict() {
    return instead.verdict();
  }

  /** {@return the step that would be in question; empty if none} */
  public Optional<String> step() {
    return instead.step();
  }

  /**
   * Such as {@code would be first notice from 2026-02-28}; where verdict and step stay, with what
   * changes: {@code would be call by letter instead of phone from 2026-03-10}.
   */
  @Override
  public String toString() {
    boolean alike = instead.verdict() == now.verdict() && instead.step().equals(now.step());
    String what = instead + (alike ? instead.insteadOf(now) : "");
    String where =
        on.map(d -> " from " + d)
            .orElseGet(
                () -> {
                  Money amount = more.orElseThrow();
                  String open = invoice.map(i -> " were open on " + i).orElse(" were open");
                  return amount.isNegative()
                      ? " if " + amount.unaryMinus() + " less" + open
                      : " if " + amount + " more" + open;
                });
    return "would be " + what + where;
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
