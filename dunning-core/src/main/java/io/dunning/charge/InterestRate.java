package io.dunning.charge;

import io.dunning.grammar.Names;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** A reference rate or none, so many times, and a margin, up to a ceiling. */
@Value.Immutable
abstract class InterestRate implements Serializable {
  private static final long serialVersionUID = 1L;

  InterestRate() {}

  abstract Optional<ReferenceRates> reference();

  @Value.Default
  int multiple() {
    return 1;
  }

  abstract Percentage margin();

  abstract Optional<ReferenceRates> ceiling();

  ImmutableInterestRate.Builder with() {
    return new ImmutableInterestRate.Builder().from(this);
  }

  /** The tables behind the rate, as far as there are any. */
  List<ReferenceRates> tables() {
    return Stream.concat(reference().stream(), ceiling().stream()).toList();
  }

  /** The rate of a day in percent, not below zero; empty if a table has none for the day. */
  Optional<BigDecimal> percentOn(LocalDate day) {
    if (tables().stream().anyMatch(t -> t.rateOn(day).isEmpty())) {
      return Optional.empty();
    }
    BigDecimal percent = margin().value();
    if (reference().isPresent()) {
      BigDecimal base = percent(reference().get(), day);
      percent = percent.add(base.multiply(BigDecimal.valueOf(multiple())));
    }
    if (ceiling().isPresent()) {
      percent = percent.min(percent(ceiling().get(), day));
    }
    BigDecimal plain = percent.max(BigDecimal.ZERO).stripTrailingZeros();
    return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  private static BigDecimal percent(ReferenceRates table, LocalDate day) {
    return table.rateOn(day).orElseThrow().rate().value();
  }

  /** Says which table has no rate for a day. */
  String missing(LocalDate day) {
    for (ReferenceRates table : tables()) {
      if (table.rateOn(day).isEmpty()) {
        return "no " + table.name() + " is known for " + day;
      }
    }
    throw new IllegalStateException("no table lacks a rate for " + day);
  }

  /** Such as {@code German base rate + 9%}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (reference().isEmpty()) {
      text.append(margin());
    } else {
      text.append(multiple() == 1 ? "" : multiple() + " x ").append(name(reference().get()));
      int sign = margin().value().signum();
      String points = margin().toString().replace("-", "");
      text.append(sign == 0 ? "" : sign < 0 ? " - " + points : " + " + points);
    }
    ceiling().ifPresent(c -> text.append(", at most ").append(name(c)));
    return text.toString();
  }

  /** The name of a table; in quotes if it could be a margin, a multiple or a percentage. */
  private static String name(ReferenceRates table) {
    String name = table.name();
    boolean number = !name.isEmpty() && "-0123456789".indexOf(name.charAt(0)) >= 0;
    return number ? Names.quote(name) : Names.words(name, "+", "-", "per");
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableInterestRate.Builder().from(this).build());
  }
}
