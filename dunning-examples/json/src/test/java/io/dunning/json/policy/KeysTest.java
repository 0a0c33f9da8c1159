package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.behaviour.Scorecard;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.InterestPeriod;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.OutreachRules;
import io.dunning.policy.PaymentRules;
import io.dunning.policy.ReopeningRules;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.RecoveryCurve;
import io.dunning.settlement.SettlementRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every attribute of a policy, and of what it holds, has a key. */
class KeysTest {
  /** What no file can hold, or needs no key, and why. */
  private static final Map<String, String> WITHOUT_KEY =
      Map.of(
          "LateFee.own", "a formula in code",
          "LateFee.rounding", "always half up",
          "InterestRate.ceiling", "a key of the interest itself");

  /** A unit stands in the value. */
  private static final String UNIT = "\\b(days|hours|weeks|months|years|percent)\\b";

  private static final Path PAGE = Path.of("../../docs/reference/policy-keys.md");
  private static final String PAGE_START =
      """
      # Keys of policy files

      All keys that can stand in a [policy file](../guide/policy-files.md), in the order in which they are written.
      A key that is left out has the default of the library. Where a list is meant, a single text needs no list.
      How triggers, actions and conditions read is on the page of [sentences](sentences.md). This page is written by
      a test.
      """;

  static List<Shape<?, ?>> shapes() {
    Map<Form<?>, Boolean> seen = new IdentityHashMap<>();
    List<Shape<?, ?>> shapes = new ArrayList<>();
    walk(PolicyShape.ONE, seen, shapes);
    return shapes;
  }

  private static void walk(Form<?> form, Map<Form<?>, Boolean> seen, List<Shape<?, ?>> shapes) {
    if (seen.put(form, true) == null) {
      if (form instanceof Shape<?, ?> shape) {
        shapes.add(shape);
      }
      form.parts().forEach(p -> walk(p, seen, shapes));
    }
  }

  private static Set<String> claimed() {
    Set<String> all = new TreeSet<>();
    for (Shape<?, ?> shape : shapes()) {
      shape.keys().forEach(k -> all.addAll(Arrays.asList(k.attributes().split(","))));
    }
    return all;
  }

  /** The attributes that a builder of the library sets. */
  private static Set<String> attributes(String type) throws ClassNotFoundException {
    int dot = type.lastIndexOf('.');
    String simple = type.substring(dot + 1);
    Class<?> made = Class.forName(type.substring(0, dot + 1) + "Immutable" + simple);
    Class<?> builder = Class.forName(made.getName() + "$Builder");
    Set<String> settable = new TreeSet<>();
    for (Method each : builder.getDeclaredMethods()) {
      settable.add(each.getName());
    }
    Set<String> all = new TreeSet<>();
    for (Field each : made.getDeclaredFields()) {
      if (settable.contains(each.getName())) {
        all.add(simple + "." + each.getName());
      }
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  @Test
  void everyAttributeOfARuleHasAKey() throws ClassNotFoundException {
    Set<String> all = new TreeSet<>();
    for (Class<?> each :
        List.of(
            DunningPolicy.class,
            EscalationLadder.class,
            EscalationStep.class,
            AccountRules.class,
            OutreachRules.class,
            AgreementRules.class,
            PaymentRules.class,
            ReopeningRules.class,
            ChargeRules.class,
            LateInterest.class,
            InterestPeriod.class,
            LateFee.class,
            SettlementRule.class,
            PlanRule.class,
            EndgameRule.class,
            ContactRules.class)) {
      all.addAll(attributes(each.getName()));
    }
    all.addAll(attributes("io.dunning.charge.InterestRate"));
    all.removeAll(WITHOUT_KEY.keySet());
    assertThat(claimed()).containsAll(all);
  }

  @Test
  void everyPartOfARecordHasAKey() {
    Set<String> all = new TreeSet<>();
    for (Class<?> each :
        List.of(
            Conduct.class,
            Jurisdiction.class,
            FeeBand.class,
            ReferenceRates.Rate.class,
            SettlementRule.Tier.class,
            SettlementRule.OfferInInstalments.class,
            EndgameRule.Terms.class,
            RecoveryCurve.class,
            Scorecard.class,
            Scorecard.Characteristic.class)) {
      for (RecordComponent part : each.getRecordComponents()) {
        all.add(each.getSimpleName() + "." + part.getName());
      }
    }
    assertThat(claimed()).containsAll(all);
  }

  /** Write the page anew with {@code -Dkeys.write=true}. */
  @Test
  void everyKeyStandsOnThePageOfKeys() throws IOException {
    StringBuilder page = new StringBuilder(PAGE_START);
    Set<String> nouns = new HashSet<>();
    for (Shape<?, ?> shape : shapes()) {
      if (nouns.add(shape.noun() + shape.keys().get(0).name())) {
        page.append("\n## ").append(capital(shape.noun())).append("\n\n");
        page.append("| key | means | such as |\n|---|---|---|\n");
        shape.keys().forEach(k -> page.append(row(k)));
      }
    }
    if (Boolean.getBoolean("keys.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
  }

  private static String capital(String noun) {
    return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
  }

  private static String row(Shape.Key<?, ?, ?> key) {
    String example = key.form().example();
    return "| `%s`%s | %s | `%s` |\n"
        .formatted(key.name(), key.required() ? " (needed)" : "", key.about(), example);
  }

  @Test
  void everyKeySaysWhatItMeans() {
    for (Shape<?, ?> shape : shapes()) {
      assertThat(shape.keys()).isNotEmpty();
      shape
          .keys()
          .forEach(
              k -> {
                assertThat(k.name()).matches("[a-z][a-z ]*[a-z]");
                assertThat(k.name()).doesNotContainPattern(UNIT);
                assertThat(k.about()).as(k.name()).matches("[A-Z].*\\.");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"extends", "before", "after", "remove", "default policy", "policies"})
  void noRuleHasTheKeyOfSomethingElse(String key) {
    for (Shape<?, ?> shape : shapes()) {
      assertThat(shape.keys()).noneMatch(k -> k.name().equals(key));
    }
  }
}
