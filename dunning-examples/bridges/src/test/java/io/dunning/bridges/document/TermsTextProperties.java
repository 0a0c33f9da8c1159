package io.dunning.bridges.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.Percentage;
import io.dunning.terms.PaymentTerms;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TermsTextProperties {
  /** Discounts as lines, read again, are the discounts; with any text around them. */
  @Property
  void readsWhatItWrites(
      @ForAll @IntRange(max = 3000) int days,
      @ForAll @Size(max = 5) Set<@IntRange(min = 1, max = 999) Integer> lengths,
      @ForAll @Size(value = 5) Set<@IntRange(min = 1, max = 9999) Integer> rates) {
    TreeMap<Integer, Percentage> discounts = new TreeMap<>();
    TreeSet<Integer> left = new TreeSet<>(rates);
    for (int length : new TreeSet<>(lengths)) {
      BigDecimal rate = BigDecimal.valueOf(left.pollLast(), 2);
      discounts.put(length, Percentage.percent(rate.toPlainString()));
    }
    PaymentTerms terms = PaymentTerms.net(days);
    for (var each : discounts.entrySet()) {
      terms = terms.discount(each.getValue(), each.getKey());
    }
    TermsText text = TermsText.parse("Danke.\n" + TermsText.write(terms) + "Gruß");
    PaymentTerms again = PaymentTerms.net(days);
    for (var each : text.skonto()) {
      again = again.discount(each.discount().orElseThrow());
    }
    assertThat(again).isEqualTo(terms);
    assertThat(text.other()).containsExactly("Danke.", "Gruß");
  }

  @Property
  void takesAnyText(@ForAll String text) {
    TermsText read = TermsText.parse(text);
    assertThat(read.other().size()).isLessThanOrEqualTo((int) text.lines().count());
  }
}
