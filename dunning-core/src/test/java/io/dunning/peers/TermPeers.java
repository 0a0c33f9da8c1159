package io.dunning.peers;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.terms.PaymentSchedule.fixed;
import static io.dunning.terms.PaymentSchedule.remainder;
import static io.dunning.terms.PaymentSchedule.share;
import static io.dunning.terms.PaymentTerms.dueOnReceipt;
import static io.dunning.terms.PaymentTerms.net;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.charge.AllocationOrder;
import io.dunning.money.Money;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.PaymentDays;
import io.dunning.terms.PaymentSchedule;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Other systems' payment terms, each as one of ours. */
final class TermPeers {
  private static final BusinessCalendar EVERY_DAY = BusinessCalendar.everyDay();

  private TermPeers() {}

  static List<Peer> all() {
    return List.of(
        new OdooDates(),
        new OdooAmounts(),
        new OdooDiscounts(),
        new OcaTerms(),
        new Tryton(),
        new Erpnext(),
        new Spain(),
        new DynamicsDiscounts());
  }

  private static PaymentSchedule halves(int first, int second) {
    return PaymentSchedule.of(share(percent("50"), net(first)), share(percent("50"), net(second)));
  }

  private static final class OdooDates extends Peer {
    private static final Map<String, PaymentTerms> TERMS =
        Map.ofEntries(
            Map.entry("imm", dueOnReceipt()),
            Map.entry("45eom", PaymentTerms.endOfMonthThenDays(45)),
            Map.entry("lastday", PaymentTerms.endOfMonth()),
            Map.entry("1st", PaymentTerms.dayOfNextMonth(1)),
            Map.entry("net30", net(30)),
            Map.entry("eomon-30-31", net(30).thenDayOfNextMonth(31)),
            Map.entry("eomon-0-29", PaymentTerms.dayOfNextMonth(29)),
            Map.entry("eomon-0-31", PaymentTerms.dayOfNextMonth(31)),
            Map.entry("eomon-15-31", net(15).thenDayOfNextMonth(31)),
            Map.entry("eomon-30-0", PaymentTerms.netThenEndOfMonth(30)),
            Map.entry("30eom", PaymentTerms.netThenEndOfMonth(30)),
            Map.entry("1meom", PaymentTerms.netMonths(1).thenEndOfMonth()),
            Map.entry("30eom10", net(30).thenDayOfNextMonth(10)),
            Map.entry("90eom10", net(90).thenDayOfNextMonth(10)),
            Map.entry("3meom10", PaymentTerms.netMonths(3).thenDayOfNextMonth(10)),
            Map.entry(
                "1m15d-eom45",
                PaymentTerms.netMonths(1).thenDays(15).thenEndOfMonth().thenDays(45)),
            Map.entry("next10", dueOnReceipt().on(PaymentDays.of(10))),
            Map.entry("nm15", PaymentTerms.dayOfNextMonth(15)));

    OdooDates() {
      super("Odoo due dates");
      for (Table.Row row : table("odoo_payment_term_due_dates")) {
        String id = row.get("case_id");
        String name = id.substring(5).replaceFirst("-\\d{4}-\\d\\d-\\d\\d$", "");
        if (id.equals("OD18-50only")) {
          same(
              id,
              () ->
                  assertThatIllegalArgumentException()
                      .isThrownBy(() -> PaymentSchedule.of(share(percent("50"), net(0)))));
        } else if (id.equals("OD18-pctsum")) {
          same(
              id,
              () -> {
                PaymentSchedule.Part[] parts =
                    Stream.concat(Stream.of("50", "16.8"), Stream.generate(() -> "1.66").limit(20))
                        .map(s -> share(percent(s), net(0)))
                        .toArray(PaymentSchedule.Part[]::new);
                assertThat(PaymentSchedule.of(parts).amounts(eur("1000.00"))).hasSize(22);
              });
        } else if (name.equals("30/70")) {
          same(
              id,
              () ->
                  assertThat(
                          PaymentSchedule.of(
                                  share(percent("30"), net(15)), share(percent("70"), net(45)))
                              .dueDates(on(row.get("invoice_date")), EVERY_DAY))
                      .extracting(LocalDate::toString)
                      .containsExactly(row.get("expected_due_dates").split("\\|")));
        } else {
          same(
              id,
              () ->
                  assertThat(TERMS.get(name).dueDate(on(row.get("invoice_date"))))
                      .isEqualTo(row.get("expected_due_dates")));
        }
      }
    }
  }

  private static final class OdooAmounts extends Peer {
    OdooAmounts() {
      super("Odoo instalments");
      table("odoo_payment_term_amounts");
      same(
          "ODA-50-50",
          () ->
              assertThat(halves(2, 4).instalments(eur("1150.00"), on("2016-01-01"), EVERY_DAY))
                  .hasToString("[575.00 EUR due 2016-01-03, 575.00 EUR due 2016-01-05]"));
      same(
          "ODA-resid-0.03",
          () ->
              assertThat(halves(2, 4).amounts(eur("0.03")))
                  .containsExactly(eur("0.02"), eur("0.01")));
      outside(
          "tax, cash rounding and a second currency are bookkeeping",
          "ODA-cashround-single",
          "ODA-resid-mc",
          "ODA16-multi-excl",
          "ODA16-multi-cash-incl",
          "ODA16-multi-cash-excl");
    }
  }

  private static final class OdooDiscounts extends Peer {
    OdooDiscounts() {
      super("Odoo early payment discounts");
      table("odoo_early_payment_discount");
      settles("OEPD-notax", "10", "1000.00", "900.00");
      settles("OEPD-incl-1500", "10", "1725.00", "1552.50");
      outside(
          "how a discount splits into net amount and tax is bookkeeping",
          "OEPD-incl-1500-fixed",
          "OEPD-incl-50-fixed",
          "OEPD-batch-mixed-late",
          "OEPD-mixed-121",
          "OEPD-default-mode");
    }

    private void settles(String id, String rate, String amount, String expected) {
      same(
          id,
          () ->
              assertThat(
                      net(30)
                          .discount(percent(rate), 10)
                          .amountToSettle(eur(amount), on("2019-01-01"), on("2019-01-02")))
                  .isEqualTo(eur(expected)));
    }
  }

  private static final class OcaTerms extends Peer {
    OcaTerms() {
      super("OCA payment terms");
      table("oca_payment_term_extension");
      due("OX-60eom", PaymentTerms.netThenEndOfMonth(60), "2015-01-30", "2015-03-31");
      due("OX-2w", PaymentTerms.netWeeks(2), "2015-03-02", "2015-03-16");
      due("OX-pd5-10b", dueOnReceipt().on(PaymentDays.of(5, 10)), "2020-01-06", "2020-01-10");
      holiday("OX-hol", "2015-03-16", "2015-03-17");
      holiday("OX-hol-noeffect", "2015-03-17", "2015-03-16");
      PaymentSchedule sequence =
          PaymentSchedule.of(
                  share(percent("50"), dueOnReceipt().on(PaymentDays.of(15, 20))),
                  remainder(dueOnReceipt().on(PaymentDays.of(10, 5))))
              .sequential();
      same(
          "OX-seq-a",
          () ->
              assertThat(sequence.dueDates(on("2020-01-01"), EVERY_DAY))
                  .containsExactly(on("2020-01-15"), on("2020-02-05")));
      same(
          "OX-seq-c",
          () ->
              assertThat(sequence.dueDates(on("2020-01-25"), EVERY_DAY))
                  .containsExactly(on("2020-02-15"), on("2020-03-05")));
      differs(
          "OX-round",
          "parts are rounded to minor units, not to whole ones",
          () -> assertThat(halves(0, 1).amounts(eur("1000.10")).get(0)).isEqualTo(eur("500.05")));
      differs(
          "OX-parse",
          "days are numbers, and print with a stroke",
          () -> assertThat(PaymentDays.of(10, 5)).hasToString("on 5/10"));
      outside("shares of an amount without tax are bookkeeping", "OX-untaxed");
      outside("holidays are the calendar's", "OX-err-hol-same", "OX-err-hol-dup");
    }

    private void due(String id, PaymentTerms terms, String issued, String expected) {
      same(id, () -> assertThat(terms.dueDate(on(issued))).isEqualTo(expected));
    }

    private void holiday(String id, String day, String expected) {
      same(
          id,
          () -> {
            BusinessCalendar calendar = EVERY_DAY.withHolidays(List.of(on(day)), DateSpan.ALWAYS);
            PaymentTerms terms = net(15).adjusted(BusinessDayConvention.FOLLOWING);
            assertThat(terms.dueDate(on("2015-03-01"), calendar)).isEqualTo(expected);
          });
    }
  }

  private static final class Tryton extends Peer {
    Tryton() {
      super("Tryton payment terms");
      table("tryton_payment_term");
      same(
          "TT-neg",
          () ->
              assertThat(
                      PaymentSchedule.of(
                              share(percent("25"), net(30)),
                              share(percent("25"), net(31)),
                              fixed(eur("4.00"), net(61)),
                              remainder(net(105)))
                          .amounts(eur("-10.00")))
                  .containsExactly(eur("-2.50"), eur("-2.50"), eur("-4.00"), eur("-1.00")));
      differs(
          "TT-zero",
          "nothing falls due in no parts",
          () ->
              assertThat(halves(1, 2).instalments(eur("0.00"), on("2016-05-17"), EVERY_DAY))
                  .isEmpty());
      differs(
          "TT-divisor-ok",
          "a third is a remainder, not a divisor",
          () ->
              assertThat(
                      PaymentSchedule.of(share(percent("33.33333333"), net(1)), remainder(net(2)))
                          .amounts(eur("100.00")))
                  .containsExactly(eur("33.33"), eur("66.67")));
      outside("there are no divisors beside shares", "TT-divisor-bad");
    }
  }

  private static final class Erpnext extends Peer {
    Erpnext() {
      super("ERPNext payment terms");
      table("erpnext_payment_terms");
      due("EPT-days", net(30), "2024-01-31", "2024-03-01");
      due("EPT-dend", PaymentTerms.endOfMonthThenDays(10), "2024-02-05", "2024-03-10");
      due("EPT-mend-new", PaymentTerms.endOfNextMonth(), "2023-02-10", "2023-03-31");
      differs(
          "EPT-mend-old",
          "the end of the month after is its last day, not the 28th",
          () ->
              assertThat(PaymentTerms.endOfNextMonth().dueDate(on("2023-02-10")))
                  .isEqualTo("2023-03-31"));
      same(
          "EPT-disc",
          () ->
              assertThat(
                      net(60)
                          .discount(EarlyPaymentDiscount.of(eur("5.00"), 10).afterMonthEnd())
                          .lastDiscountDay(on("2024-02-05")))
                  .contains(on("2024-03-10")));
      differs(
          "EPT-dup",
          "two parts may fall due on one day",
          () ->
              assertThat(halves(5, 5).instalments(eur("10.00"), on("2024-01-01"), EVERY_DAY))
                  .hasSize(2));
      same(
          "EPT-sum",
          () ->
              assertThatIllegalArgumentException()
                  .isThrownBy(
                      () ->
                          PaymentSchedule.of(
                              share(percent("60"), net(1)), share(percent("39"), net(2)))));
      outside("terms count forward from the invoice date", "EPT-early");
    }

    private void due(String id, PaymentTerms terms, String issued, String expected) {
      same(id, () -> assertThat(terms.dueDate(on(issued))).isEqualTo(expected));
    }
  }

  private static final class Spain extends Peer {
    Spain() {
      super("Business Central Spain due dates");
      for (Table.Row row : table("bc_es_due_date_adjust")) {
        same(row.get("case_id"), () -> check(row));
      }
    }

    private static void check(Table.Row row) {
      PaymentDays days = PaymentDays.ANY;
      if (row.has("payment_days")) {
        Integer[] each =
            Stream.of(row.get("payment_days").split("\\|"))
                .map(Integer::valueOf)
                .toArray(Integer[]::new);
        days = PaymentDays.of(each);
      }
      if (row.has("non_payment_period")) {
        String[] ends = row.get("non_payment_period").split("\\.\\.");
        days = days.closed(new DateSpan(on(ends[0]), on(ends[1])));
      }
      DateSpan limits = new DateSpan(on(row.get("min_date")), on(row.get("max_date")));
      assertThat(days.within(on(row.get("due")), limits)).contains(on(row.get("expected")));
    }
  }

  private static final class DynamicsDiscounts extends Peer {
    private static final PaymentTerms TIERS =
        net(30).discount(percent("2"), 5).discount(percent("1"), 14);

    DynamicsDiscounts() {
      super("Dynamics 365 discounts and settlement");
      table("d365_discount_settlement");
      same(
          "D3-md-0701",
          () -> {
            // 2 % for 5 days is over, 1 % for 14 days is not; A has no discount any more
            LocalDate issued = on("2015-06-25");
            assertThat(TIERS.amountToSettle(Money.usd("1000"), issued, on("2015-07-01")))
                .isEqualTo(Money.usd("990"));
          });
      same(
          "D3-md-half",
          () -> {
            EarlyPaymentDiscount one = EarlyPaymentDiscount.of(percent("1"), 14).proRata();
            EarlyPaymentDiscount two = EarlyPaymentDiscount.of(percent("2"), 5).proRata();
            Money open = Money.usd("1000");
            assertThat(one.earnedBy(open, Money.usd("495"))).isEqualTo(Money.usd("5"));
            assertThat(two.earnedBy(open, Money.usd("490"))).isEqualTo(Money.usd("10"));
          });
      differs(
          "D3-md-auto",
          "debts of one day share by their amounts; a better discount does not come first",
          () ->
              assertThat(
                      EarlyPaymentDiscount.of(percent("2"), 5)
                          .proRata()
                          .earnedBy(Money.usd("1000"), Money.usd("485")))
                  .isEqualTo(Money.usd("9.90")));
      same(
          "D3-cn",
          () ->
              assertThat(
                      TIERS.amountToSettle(Money.usd("-100"), on("2015-06-25"), on("2015-06-26")))
                  .isEqualTo(Money.usd("-98")));
      same(
          "D3-prio",
          () -> {
            AllocationOrder.Split split =
                AllocationOrder.COSTS_INTEREST_PRINCIPAL.split(
                    Money.usd("700"), Money.usd("0"), Money.usd("7"), Money.usd("850"));
            assertThat(split.toInterest()).isEqualTo(Money.usd("7"));
            assertThat(Money.usd("850").minus(split.toPrincipal())).isEqualTo(Money.usd("157"));
          });
    }
  }
}
