package io.dunning.charge;

import io.dunning.charge.StatutoryInterest.Country;
import io.dunning.charge.StatutoryInterest.Debtor;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The regimes of a country that come with the library, to pick from. Immutable and thread-safe. */
public final class StatutoryRegimes {
  private final Country country;

  StatutoryRegimes(Country country) {
    this.country = Objects.requireNonNull(country, "country");
  }

  /**
   * {@return the regime between businesses, for contracts made today}
   *
   * @throws IllegalArgumentException if the library knows none
   */
  public StatutoryInterest businessToBusiness() {
    return pick(Debtor.BUSINESS);
  }

  /**
   * {@return the regime with a consumer, for contracts made today}
   *
   * @throws IllegalArgumentException if the library knows none
   */
  public StatutoryInterest withConsumer() {
    return pick(Debtor.CONSUMER);
  }

  /**
   * {@return the regime for debts of a public authority, for contracts made today}
   *
   * @throws IllegalArgumentException if the library knows none
   */
  public StatutoryInterest fromAuthority() {
    return pick(Debtor.AUTHORITY);
  }

  /** {@return all regimes of the country by id, older ones and special ones included} */
  public List<StatutoryInterest> all() {
    return StatutoryInterest.shipped().values().stream()
        .filter(r -> r.country().equals(country.toString()))
        .toList();
  }

  private StatutoryInterest pick(Debtor debtor) {
    return all().stream()
        .filter(r -> r.contracts().lastInclusive().equals(LocalDate.MAX))
        .filter(r -> r.debtor() == debtor || r.debtor() == Debtor.ANYONE)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(debtor)));
  }

  private String unknown(Debtor debtor) {
    return "no late payment law of "
        + country
        + " is known for this debtor: "
        + debtor
        + "\nMaybe one of "
        + all().stream().map(StatutoryInterest::id).toList();
  }

  /** Such as {@code late payment law of Germany: DE-288-1, DE-288-2, DE-288-2-OLD}. */
  @Override
  public String toString() {
    List<String> ids = all().stream().map(StatutoryInterest::id).toList();
    return "late payment law of " + country + ": " + String.join(", ", ids);
  }
}
