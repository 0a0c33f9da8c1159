package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every step of every shipped policy that is written can be written, in every language. With {@code
 * -Dletters.all=true} also in every tone and to every kind of customer, with a PDF in every
 * language, which takes minutes.
 */
class ShippedPoliciesTest {
  private static final boolean ALL = Boolean.getBoolean("letters.all");
  private static final Letters LETTERS = Letters.standard().withInstalledFonts();
  private static final Sender SENDER =
      LetterFixture.NORD
          .onBehalfOf("Blue Lake Inc", PostalAddress.in("US", "1 Main St", "Reno NV 89501"))
          .supervisedBy("Bundesamt für Justiz, 53094 Bonn, poststelle@bfj.example");

  static List<String> names() {
    return PolicyFiles.shippedNames();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyWrittenStepIsWritten(String name) {
    Set<String> written = new TreeSet<>();
    for (DunningPolicy policy : List.of(PolicyFiles.shipped(name), unconditional(name))) {
      for (Account account : accounts()) {
        for (LetterFixture.Due due : LetterFixture.letters(policy, account)) {
          boolean first = written.add(due.step());
          if (first || ALL) {
            write(content(policy, due), first);
          }
        }
      }
    }
    List<String> unwritten = new ArrayList<>();
    for (EscalationStep each : PolicyFiles.shipped(name).ladder().steps()) {
      if (LetterKind.of(each.actions()).isPresent() && !written.contains(each.name())) {
        unwritten.add(each.name());
      }
    }
    assertThat(unwritten).isEmpty();
  }

  /** The policy with all of its own steps, whatever their conditions. */
  private static DunningPolicy unconditional(String name) {
    String text = PolicyFiles.shippedText(name).replaceAll("(?m)^ +only if: .*\\n", "");
    return PolicyFiles.parse(text).policies().get(0);
  }

  private static List<Account> accounts() {
    List<Account> all = new ArrayList<>();
    for (Money amount :
        List.of(Money.eur("2400.00"), Money.usd("2400.00"), Money.parse("3400000 KRW"))) {
      all.add(account(Customer.Kind.BUSINESS, "DE", amount));
      all.add(account(Customer.Kind.CONSUMER, amount.currency().code().substring(0, 2), amount));
      all.add(account(Customer.Kind.CONSUMER, "FR", amount));
    }
    return all;
  }

  private static Account account(Customer.Kind kind, String country, Money amount) {
    Customer customer =
        Customer.of("C-1")
            .named("Kim Miller")
            .ofKind(kind)
            .inCountry(country.equals("EU") ? "DE" : country)
            .withPerson(
                ContactPerson.of("Karla Brandt", PersonRole.PAYABLES_CLERK)
                    .by(Channel.EMAIL, Channel.LETTER, Channel.SMS, Channel.PHONE));
    return Account.of(
        customer, List.of(LetterFixture.invoice("INV-1015", amount, LetterFixture.DUE)));
  }

  private static LetterContent content(DunningPolicy policy, LetterFixture.Due due) {
    String country = due.account().customer().country().orElseThrow();
    return LetterComposer.of(LetterFixture.EVALUATOR, SENDER)
        .compose(
            policy,
            due.account(),
            due.document(),
            PostalAddress.in(country, "12 High Street", "Smalltown 12345"));
  }

  private static void write(LetterContent content, boolean first) {
    for (Locale locale : LetterFixture.LOCALES) {
      for (Tone tone : ALL ? List.of(Tone.values()) : List.of(content.tone())) {
        write(tone == content.tone() ? content : LettersTest.toned(content, tone), locale);
      }
      if (first && (ALL || locale.equals(Locale.UK))) {
        assertThat(LETTERS.pdf(content, locale))
            .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static void write(LetterContent content, Locale locale) {
    assertThat(LETTERS.text(content, locale)).contains("DE89 3704").doesNotContain("{", "null");
    LetterEmail email = LETTERS.email(content, locale);
    assertThat(email.html()).contains("DE89 3704").doesNotContain("{{", "{%");
    if (content.notices().isEmpty()) { // a notice of the law may be too long for two parts
      assertThat(LETTERS.sms(content, locale, 2).segments()).isLessThanOrEqualTo(2);
    }
  }
}
