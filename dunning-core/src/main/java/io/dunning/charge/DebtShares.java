package io.dunning.charge;

import io.dunning.charge.DebtOrder.Allocation;
import io.dunning.charge.DebtOrder.Criterion;
import io.dunning.charge.DebtOrder.Debt;
import io.dunning.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands out a payment among debts, to the cent. */
final class DebtShares {
  private final Money payment;
  private final List<Debt> debts;

  /** What each debt received so far. */
  private final Map<String, Money> parts = new LinkedHashMap<>();

  /**
   * Throws {@link IllegalArgumentException} if two debts have one id, or the payment is negative.
   */
  DebtShares(Money payment, List<Debt> debts) {
    this.payment = payment;
    this.debts = debts;
    for (Debt each : debts) {
      if (parts.put(each.id(), Money.zero(payment.plus(each.open()).currency())) != null) {
        throw new IllegalArgumentException("two debts have one id: " + each.id());
      }
    }
    if (payment.isNegative()) {
      throw new IllegalArgumentException("payment is negative: " + payment);
    }
  }

  /** Pays the named debts in their order, then the others by some criteria. */
  Allocation allocate(List<Criterion> criteria, LocalDate paidOn, List<String> designated) {
    for (String id : designated) {
      if (!parts.containsKey(id)) {
        throw new IllegalArgumentException("payment names a debt that is not there: " + id);
      }
    }
    long left = payment.minorUnits();
    Set<String> named = new LinkedHashSet<>(designated);
    for (String id : named) {
      Debt debt = debts.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
      left -= give(debt, Math.min(left, debt.open().minorUnits()));
    }
    List<Debt> others =
        debts.stream().filter(d -> !d.disputed() && !named.contains(d.id())).toList();
    for (List<Debt> equal : ranks(others, criteria, paidOn)) {
      left -= share(equal, left);
    }
    return new Allocation(parts, Money.ofMinor(left, payment.currency()));
  }

  private long give(Debt debt, long amount) {
    parts.merge(debt.id(), Money.ofMinor(amount, debt.open().currency()), Money::plus);
    return amount;
  }

  /** The debts, first to last; those that no criterion tells apart together. */
  private static List<List<Debt>> ranks(
      List<Debt> debts, List<Criterion> criteria, LocalDate paidOn) {
    Optional<Comparator<Debt>> order =
        criteria.stream().map(c -> comparing(c, paidOn)).reduce(Comparator::thenComparing);
    if (order.isEmpty()) {
      return List.of(debts);
    }
    List<Debt> sorted = debts.stream().sorted(order.get()).toList();
    List<List<Debt>> ranks = new ArrayList<>();
    for (Debt each : sorted) {
      List<Debt> last = ranks.isEmpty() ? null : ranks.get(ranks.size() - 1);
      if (last != null && order.get().compare(last.get(0), each) == 0) {
        last.add(each);
      } else {
        ranks.add(new ArrayList<>(List.of(each)));
      }
    }
    return ranks;
  }

  private static Comparator<Debt> comparing(Criterion criterion, LocalDate paidOn) {
    return switch (criterion) {
      case DUE -> Comparator.comparing(d -> d.due().isAfter(paidOn));
      case LESS_SECURED -> Comparator.comparing(Debt::secured);
      case MORE_BURDENSOME -> Comparator.comparing(Debt::rate).reversed();
      case EARLIEST_DUE -> Comparator.comparing(Debt::due);
      case OLDEST -> Comparator.comparing(Debt::arose);
    };
  }

  /** Shares by amount; cents that are left over go to the largest remainders, then to the first. */
  private long share(List<Debt> equal, long most) {
    BigInteger total =
        equal.stream()
            .map(d -> BigInteger.valueOf(d.open().minorUnits()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (total.signum() == 0) {
      return 0;
    }
    BigInteger paid = BigInteger.valueOf(most).min(total);
    BigInteger[] remainders = new BigInteger[equal.size()];
    long left = paid.longValueExact();
    for (int i = 0; i < equal.size(); i++) {
      BigInteger open = BigInteger.valueOf(equal.get(i).open().minorUnits());
      BigInteger[] share = paid.multiply(open).divideAndRemainder(total);
      remainders[i] = share[1];
      left -= give(equal.get(i), share[0].longValueExact());
    }
    Integer[] places = new Integer[equal.size()];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, Comparator.comparing((Integer i) -> remainders[i]).reversed());
    for (int i = 0; left > 0; i++, left--) {
      give(equal.get(places[i]), 1);
    }
    return paid.longValueExact();
  }
}
