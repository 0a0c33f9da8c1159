package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Tone;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {
  private static final Letters LETTERS = Letters.standard();

  /** Takes minutes: every output of every letter in every tone, with {@code -Dletters.all=true}. */
  private static final boolean ALL = Boolean.getBoolean("letters.all");

  private static final Map<Locale, LetterFormat> FORMATS =
      LetterFixture.LOCALES.stream()
          .collect(
              Collectors.toMap(
                  l -> l, l -> new LetterFormat(Phrases.load(l.getLanguage(), null), l)));

  static Stream<LetterComposerTest.Sent> letters() {
    return LetterComposerTest.letters();
  }

  /** Every letter of every policy, in every language and tone: all outputs, with what matters. */
  @ParameterizedTest
  @MethodSource("letters")
  void everyLetterRendersInEveryLanguageAndTone(LetterComposerTest.Sent sent) {
    for (Tone tone : Tone.values()) {
      LetterContent content = toned(sent.content(), tone);
      for (Locale each : LetterFixture.LOCALES) {
        LetterFormat format = FORMATS.get(each);
        List<String> wanted = new ArrayList<>();
        content.settlements().forEach(q -> wanted.add(format.money(q.owed().total())));
        content.plans().forEach(p -> wanted.add(format.money(p.amount())));
        if (wanted.isEmpty()) {
          content.toPay().forEach(m -> wanted.add(format.money(m)));
        }
        content.items().forEach(i -> wanted.add(format.dateInTable(i.due())));
        wanted.add("DE89 3704 0044 0532 0130 00");
        wanted.add("https://pay.example/nord");
        wanted.add(content.reference());
        wanted.add("konto@nord.example");
        content.deadline().ifPresent(d -> wanted.add(format.date(d)));
        String text = flat(LETTERS.text(content, each));
        assertThat(text)
            .contains(wanted.stream().map(LettersTest::flat).toList())
            .doesNotContain("{", "}", "null");
        assertThat(LETTERS.subject(content, each)).isNotBlank().doesNotContain("\n");
        if (ALL || tone == sent.content().tone()) {
          String html = LETTERS.html(content, each);
          assertThat(html).contains(wanted).doesNotContain("{{", "{%");
          assertThat(html).doesNotContain("src=\"http");
          assertThat(LETTERS.sms(content, each, 2).segments()).isLessThanOrEqualTo(2);
          boolean some = each.equals(Locale.GERMANY) && sent.policy().name().equals("every-letter");
          boolean own = tone == sent.content().tone() && !each.equals(Locale.KOREA);
          boolean paper = ALL && own || some;
          if (paper) {
            assertThat(LETTERS.pdf(content, each)).startsWith("%PDF-".getBytes());
          }
        }
      }
    }
  }

  /** On one line, whatever was broken where. */
  static String flat(String text) {
    return text.replaceAll("[ \\n]+", " ");
  }

  private static final Pattern AMOUNT = Pattern.compile("-?(?:US\\$|[€£])[\\d,]+\\.\\d\\d");

  /** No amount is in a letter that is not in its content. */
  @ParameterizedTest
  @MethodSource("letters")
  void everyAmountOfTheTextIsInTheContent(LetterComposerTest.Sent sent) {
    LetterContent content = sent.content();
    LetterFormat format = FORMATS.get(Locale.UK);
    Set<String> known = new TreeSet<>();
    amounts(content).forEach(m -> known.add(format.money(m)));
    List<String> found =
        AMOUNT.matcher(LETTERS.text(content, Locale.UK)).results().map(MatchResult::group).toList();
    assertThat(found).isNotEmpty();
    assertThat(known).containsAll(found);
  }

  private static List<Money> amounts(LetterContent content) {
    List<Money> all = new ArrayList<>();
    for (LetterContent.Total t : content.totals()) {
      all.addAll(List.of(t.listed(), t.fees(), t.interest(), t.credits(), t.toPay(), t.asked()));
      all.addAll(List.of(t.disputed(), t.apart(), t.compensation()));
      all.addAll(
          List.of(t.disputed().unaryMinus(), t.apart().unaryMinus(), t.credits().unaryMinus()));
    }
    List<LetterItem> items = new ArrayList<>(content.items());
    items.addAll(content.forInformation());
    for (LetterItem i : items) {
      all.addAll(List.of(i.open(), i.billed(), i.paid()));
      i.charges().forEach(c -> all.addAll(List.of(c.amount(), c.base())));
    }
    all.addAll(content.interestPerDay());
    content.totals().forEach(t -> all.add(t.creditsTaken()));
    content.totals().forEach(t -> all.add(t.creditsTaken().unaryMinus()));
    content.settlements().forEach(q -> all.addAll(List.of(q.amount(), q.saved())));
    content.settlements().forEach(q -> all.add(q.owed().total()));
    content.plans().forEach(p -> p.instalments().forEach(i -> all.add(i.amount())));
    content.plans().forEach(p -> all.addAll(List.of(p.amount(), p.interest())));
    content.discounts().values().forEach(d -> all.addAll(List.of(d.discount(), d.toPay())));
    return all;
  }

  /** The same content in another tone. */
  static LetterContent toned(LetterContent content, Tone tone) {
    return new ImmutableLetterContent.Builder().from(content).tone(tone).build();
  }

  /** Words of threats, in all four languages. */
  private static final String THREATS =
      "(?is).*(agency|court|inkasso|gericht|société de recouvrement|tribunal|추심|법원|stopping further|stop further|suspend"
          + "|suspendr|stellen wir weitere|einstellen|einzustellen|중단).*";

  @ParameterizedTest
  @MethodSource("letters")
  void noLetterThreatensWhatThePolicyDoesNotDo(LetterComposerTest.Sent sent) {
    LetterContent content = sent.content();
    boolean severe =
        content.effect().isPresent()
            || content.consequence().filter(c -> c.kind().isSevere()).isPresent();
    for (Locale each : LetterFixture.LOCALES) {
      assertThat(flat(LETTERS.text(content, each)).matches(THREATS)).isEqualTo(severe);
    }
  }

  @ParameterizedTest
  @EnumSource(Consequence.Kind.class)
  void everyConsequenceHasWordsInEveryLanguage(Consequence.Kind kind) {
    for (Locale each : LetterFixture.LOCALES) {
      Phrases phrases = Phrases.load(each.getLanguage(), null);
      for (String end : List.of(".may", ".neutral", ".firm", ".final")) {
        String key = "consequence." + kind.key() + end;
        assertThat(phrases.text(key, Map.of("unless", "X"))).startsWith("X");
      }
    }
  }

  @Test
  void anEmailSaysTheSameTwice() throws Exception {
    LetterContent content =
        LetterFixture.content(
            LetterFixture.everyLetter(), LetterFixture.account("1234.50"), "notice");
    LetterEmail email = LETTERS.email(content, Locale.GERMANY);
    var message = email.message("konto@nord.example", "karla.brandt@moewe.example");
    assertThat(message.getSubject()).isEqualTo("1. Mahnung: Rechnung INV-1015");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    var parts = (jakarta.mail.internet.MimeMultipart) message.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("1.279,71");
    var related = (jakarta.mail.internet.MimeMultipart) parts.getBodyPart(1).getContent();
    assertThat(related.getBodyPart(0).getContent().toString())
        .contains("1.279,71", "cid:transfer-code");
    assertThat(related.getBodyPart(1).getContentType()).startsWith("image/png");
    assertThatThrownBy(() -> email.message("konto@nord.example", "a@b.example\r\nBcc: c@d.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("e-mail address");
  }

  @Test
  void aDiscountIsOfferedWithItsLastDay() {
    LocalDate issued = LocalDate.of(2026, 5, 1);
    io.dunning.ledger.Account account =
        io.dunning.ledger.Account.of(
            io.dunning.ledger.Customer.of("C-1"),
            List.of(
                io.dunning.ledger.InvoiceHistory.of(
                    io.dunning.ledger.Invoice.of(
                        "INV-1",
                        Money.eur("100.00"),
                        issued,
                        io.dunning.terms.PaymentTerms.parse("2/25 net 28")))));
    LetterContent content = LetterFixture.content(LetterFixture.everyLetter(), account, "heads-up");
    assertThat(flat(LETTERS.text(content, Locale.UK)))
        .contains(
            "If you pay by 26 May 2026, you can deduct €2.00: €98.00 then settles invoice INV-1.");
  }

  @Test
  void aLanguageWithoutARegionHasItsOwn() {
    DunningPolicy policy = LetterFixture.everyLetter();
    LetterContent content =
        LetterFixture.content(policy, LetterFixture.account("1234.50"), "reminder");
    for (Locale each : LetterFixture.LOCALES) {
      assertThat(LETTERS.text(content, Locale.forLanguageTag(each.getLanguage())))
          .isEqualTo(LETTERS.text(content, each));
    }
  }

  /** Only the region of amounts and what a language alone has differ. */
  @Test
  void shippedPhrasesHaveTheSameKeysInEveryLanguage() {
    Set<String> english = keys("en");
    for (String language : List.of("de", "fr", "ko")) {
      assertThat(keys(language)).as(language).isEqualTo(english);
    }
  }

  private static Set<String> keys(String language) {
    Set<String> keys = new TreeSet<>();
    for (String key : Phrases.shipped(language).keySet()) {
      boolean law = key.startsWith("ground.") || key.equals("in-default");
      boolean own = key.equals("notice-ordinal") || key.startsWith("date.");
      if (!law && !own && !key.startsWith("money.")) {
        keys.add(Phrases.withoutTone(key));
      }
    }
    return keys;
  }
}
