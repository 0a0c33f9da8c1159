package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import io.dunning.ledger.Correspondence;
import io.dunning.ledger.Standing;
import java.time.LocalDate;
import java.util.List;

/** Asks who was reached, and what the customer replied. */
sealed interface CorrespondenceCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        WasReached.FORM,
        UnansweredAtLeast.FORM,
        LatestReply.FORM,
        RepliedWith.EVER_GIVEN,
        RepliedWith.LATELY);
  }

  @Override
  default long changesOn(Circumstances c) {
    return EpochDay.NEVER;
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.NOTHING;
  }

  static long lastReplyDay(Standing standing) {
    return standing
        .correspondence()
        .lastRepliedOn()
        .map(LocalDate::toEpochDay)
        .orElse(EpochDay.NONE);
  }

  record WasReached(Reached whom) implements CorrespondenceCondition {
    private static final long serialVersionUID = 1L;

    static final Form<WasReached> FORM =
        Form.of("{} was reached", v -> new WasReached(v.get(0)), Slots.REACHED);

    @Override
    public boolean holds(Circumstances c) {
      if (c.quiet()) {
        return false;
      }
      long from = c.issuedDay();
      for (Reached each : Reached.values()) {
        boolean counts = each.compareTo(whom) >= 0;
        long last =
            Math.max(
                c.standing().correspondence().reachedDay(each),
                c.account().correspondence().reachedDay(each));
        if (counts && last >= from) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(whom);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record UnansweredAtLeast(int count) implements CorrespondenceCondition {
    private static final long serialVersionUID = 1L;

    static final Form<UnansweredAtLeast> FORM =
        Form.of(
            "nobody reached in {} attempt(s)", v -> new UnansweredAtLeast(v.get(0)), Slots.COUNT);

    @Override
    public boolean holds(Circumstances c) {
      if (c.quiet()) {
        return 0 >= count;
      }
      long answered =
          Math.max(
              c.standing().correspondence().lastAnswerDay(),
              c.account().correspondence().lastAnswerDay());
      long since = Math.max(answered, c.issuedDay());
      int attempts =
          c.standing().correspondence().unansweredAttempts(since)
              + c.account().correspondence().unansweredAttempts(since);
      return attempts >= count;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(count);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  /** Of two replies on one day, that about the invoice goes before that about the account. */
  record LatestReply(Reply reply) implements CorrespondenceCondition {
    private static final long serialVersionUID = 1L;

    static final Form<LatestReply> FORM =
        Form.of("customer {}", v -> new LatestReply(v.get(0)), Slots.REPLY);

    @Override
    public boolean holds(Circumstances c) {
      if (c.quiet()) {
        return false;
      }
      long own = lastReplyDay(c.standing());
      long whole = lastReplyDay(c.account());
      Standing latest = own >= whole ? c.standing() : c.account();
      return Math.max(own, whole) >= Math.max(c.lastStepDay(), c.issuedDay())
          && latest.correspondence().latestReply().filter(reply::equals).isPresent();
    }

    @Override
    public Sentence phrase() {
      return FORM.with(reply);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  /** Of two reasons given on one day, that about the invoice goes before that about the account. */
  record RepliedWith(NonpaymentReason why, int withinDays) implements CorrespondenceCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> EVER_GIVEN =
        Form.of("customer gave the reason {}", v -> Condition.repliedWith(v.get(0)), Slots.REASON);

    static final Form<Condition> LATELY =
        Form.of(
            "customer gave the reason {} at most {} day(s) ago",
            v -> Condition.repliedWith(v.get(0), v.<Integer>get(1)),
            Slots.REASON,
            Slots.DAY_COUNT);

    /** For a reason that counts however long ago it was given. */
    static final int EVER = -1;

    /** The day on which the latest reason was given, if it is this one. */
    private long givenDay(Circumstances c) {
      if (c.quiet()) {
        return EpochDay.NONE;
      }
      Correspondence own = c.standing().correspondence();
      Correspondence whole = c.account().correspondence();
      Correspondence latest = own.latestReasonDay() >= whole.latestReasonDay() ? own : whole;
      return latest.latestReason().filter(why::equals).isPresent()
          ? latest.latestReasonDay()
          : EpochDay.NONE;
    }

    /** Whether the reason counts for some days only. */
    boolean isLimited() {
      return withinDays != EVER;
    }

    @Override
    public boolean holds(Circumstances c) {
      long given = givenDay(c);
      return given != EpochDay.NONE && (withinDays == EVER || c.day() <= given + withinDays);
    }

    @Override
    public long changesOn(Circumstances c) {
      return withinDays != EVER && holds(c) ? givenDay(c) + withinDays + 1 : EpochDay.NEVER;
    }

    @Override
    public Sentence phrase() {
      return withinDays == EVER ? EVER_GIVEN.with(why) : LATELY.with(why, withinDays);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
