package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.ContactLimit;
import io.dunning.event.Restriction;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.sentence.SentenceException;
import io.dunning.terms.GracePeriod;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken sentences give a rule or a {@link SentenceException}, in no time. Run a million of them
 * with {@code -Dsentences.fuzz=1000000}.
 */
class SentenceFuzzTest {
  private static final int TRIES = Integer.getInteger("sentences.fuzz", 20_000);

  private static final List<String> BITS =
      List.of(
          " ",
          "  ",
          "\n",
          "(",
          ")",
          "((",
          ",",
          "\"",
          "\\",
          "\\u",
          "\\n",
          "and",
          " or ",
          " not ",
          " if ",
          "is",
          "0",
          "-",
          "1e9",
          "99999999999",
          "%",
          "EUR",
          "customer ",
          "overdue ",
          "by ",
          "at least ",
          "\u0000",
          "\ud800",
          "😀",
          "İ",
          "ſ",
          "K",
          "\u2028",
          "x".repeat(70));

  private record Kind(Function<String, ?> parse, Function<Sentences, Object> rule) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(Condition::parse, s -> s.condition(3)),
          new Kind(Condition::parse, Sentences::leaf),
          new Kind(Trigger::parse, Sentences::trigger),
          new Kind(DunningAction::parse, Sentences::action),
          new Kind(Performer::parse, Sentences::performer),
          new Kind(Assignment::parse, s -> new Assignment(s.performer(), s.condition(2))),
          new Kind(Invariant::parse, Sentences::invariant),
          new Kind(Resumption::parse, s -> Resumption.at(s.name())),
          new Kind(PersonRole::parse, s -> new PersonRole(s.word())),
          new Kind(Patience::parse, Sentences::patience),
          new Kind(ContactLimit::parse, Sentences::limit),
          new Kind(
              ContactLimit::parse,
              s -> "only mon to fri 08:00-12:00 and 13:00-21:00, sat 09:00-13:00 by phone"),
          new Kind(
              Tolerance::parse, s -> "up to 1.00 EUR or 1.00 USD, at most 0.5% of the invoice"),
          new Kind(ChargeCap::parse, s -> "at most 10% or 25.00 EUR a month"),
          new Kind(GracePeriod::parse, s -> "3 days of grace"),
          new Kind(Tone::parse, s -> "friendly"),
          new Kind(Restriction::parse, s -> "handed over"),
          new Kind(AllocationOrder::parse, s -> "costs, then interest, then principal"),
          new Kind(
              text -> LateInterest.parseRate(text, List.of()),
              s -> "2 x German base rate + 9%, at most ceiling of 12% per 30 days"));

  private static String broken(String text, Random random) {
    StringBuilder broken = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(broken.length() + 1);
      int end = Math.min(broken.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> broken.delete(at, end);
        case 1 -> broken.insert(at, BITS.get(random.nextInt(BITS.size())));
        case 2 -> broken.replace(at, end, BITS.get(random.nextInt(BITS.size())));
        default -> broken.insert(at, broken.substring(at, end));
      }
    }
    return broken.toString();
  }

  /** Reads a text; what is read prints a sentence of its own. */
  private static boolean isRead(Kind kind, String text) {
    Object rule;
    try {
      rule = kind.parse().apply(text);
    } catch (SentenceException e) {
      assertThat(e.offset()).isBetween(0, text.length());
      assertThat(e.problem()).isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
      assertThat(e.getMessage()).startsWith(e.problem()).hasSizeLessThan(600);
      return false;
    }
    if (!(rule instanceof LateInterest) && rule.toString().length() <= 100_000) {
      assertThat(kind.parse().apply(rule.toString())).as(text).isEqualTo(rule);
    }
    return true;
  }

  @Test
  void brokenSentencesAreReadOrRefused() {
    Random random = new Random(20_261_127);
    int read = 0;
    for (int i = 0; i < TRIES; i++) {
      Kind kind = KINDS.get(i % KINDS.size());
      String text = broken(kind.rule().apply(new Sentences(random.nextLong())).toString(), random);
      try {
        read += isRead(kind, text) ? 1 : 0;
      } catch (RuntimeException e) {
        throw new AssertionError("cannot cope with: " + text, e);
      }
    }
    assertThat(read).isBetween(TRIES / 20, TRIES * 19 / 20);
  }

  /** The longest text of one kind of bit takes no longer than any other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "\"",
        "\\",
        "not ",
        "and ",
        "is ",
        "is x ",
        "x ",
        "overdue and ",
        "overdue or ",
        "customer tagged ",
        "disputed for ",
        "at least ",
        "was ",
        "not overdue and ",
        "\"x\" ",
        "prompt or ",
        "customer is prompt or ",
        ", ",
        "for 18% ",
        "before ",
        "0 ",
        "9",
        "+ ",
        "a\n",
        "at most 2 holds, ",
        "08:00-09:00 and ",
        "or 1.00 EUR ",
        "if ",
        "\ud800",
        "x,"
      })
  void longTextsTakeNoTime(String bit) {
    for (Kind kind : KINDS) {
      for (String start : List.of("", "disputed for ")) {
        String text = (start + bit.repeat(100_000 / bit.length() + 1)).substring(0, 100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> isRead(kind, text), start + bit);
      }
    }
  }
}
