package io.dunning.peers;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.Table;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.InterestPeriod.AfterGrace;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.charge.StatutoryInterest;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Other systems' fees and interest, each as one of our rules. */
final class ChargePeers {
  private static final LocalDate DUE = LocalDate.of(2024, 3, 1);

  private ChargePeers() {}

  static List<Peer> all() {
    return List.of(
        new FinanceCharges(),
        new AdditionalFees(),
        new Opentaps(),
        new Erpnext(),
        new Fineract(),
        new OcaFees(),
        new Calculators());
  }

  private static InvoiceHistory owed(String amount, LedgerEvent... events) {
    return Peer.invoice("I", amount, "2024-02-01", DUE.toString(), events);
  }

  private static AccruedCharges accrue(ChargeRules rules, InvoiceHistory history, int daysLate) {
    return rules
        .paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS)
        .accrue(history, DUE.plusDays(daysLate));
  }

  /** Business Central: finance charge memos. */
  private static final class FinanceCharges extends Peer {
    FinanceCharges() {
      super("Business Central finance charges");
      table("bc_finance_charge");
      LateInterest six = LateInterest.fixed(percent("6"));
      same(
          "BCI-balance",
          () ->
              assertThat(LateFee.percent(percent("6")).of(eur("1000.00"))).isEqualTo(eur("60.00")));
      same(
          "BCI-grace",
          () -> {
            ChargeRules rules =
                ChargeRules.of(six.grace(Days.calendarDays(5), AfterGrace.FROM_FIRST_DAY));
            assertThat(accrue(rules, owed("1000.00 EUR"), 5).interest().isZero()).isTrue();
            assertThat(accrue(rules, owed("1000.00 EUR"), 6).lines().get(0).days()).isEqualTo(6);
          });
      same(
          "BCI-closed",
          () -> {
            LedgerEvent paid = new MoneyEvent.Payment(DUE.plusDays(3), eur("1000.00"));
            AccruedCharges found = accrue(ChargeRules.of(six), owed("1000.00 EUR", paid), 10);
            assertThat(found.lines()).hasSize(1);
            assertThat(found.lines().get(0).days()).isEqualTo(3);
          });
      same(
          "BCI-restart",
          () -> {
            LedgerEvent told =
                new ChargeEvent.ChargeAssessed(
                    DUE.plusDays(10), Charge.INTEREST, eur("1.64"), Optional.empty());
            AccruedCharges found = accrue(ChargeRules.of(six), owed("1000.00 EUR", told), 20);
            assertThat(found.interestToAssess()).isEqualTo(eur("1.65"));
            assertThat(found.accruedInterest()).isEqualTo(eur("3.29"));
          });
      differs(
          "BCI-onhold",
          "a hold stops the steps; interest runs on, unless it is a dispute and the rules pause",
          () -> {
            LedgerEvent hold = LedgerEvent.hold(DUE, "asked");
            assertThat(accrue(ChargeRules.of(six), owed("1000.00 EUR", hold), 10).interest())
                .isEqualTo(eur("1.64"));
          });
      same(
          "BCI-min",
          () -> {
            ChargeRules rules = ChargeRules.of(six.atLeast(eur("5.00")));
            assertThat(accrue(rules, owed("1000.00 EUR"), 10).interest().isZero()).isTrue();
            assertThat(accrue(rules, owed("1000.00 EUR"), 31).interest()).isEqualTo(eur("5.10"));
          });
      same(
          "BCI-5dp",
          () ->
              assertThat(
                      accrue(
                              ChargeRules.of(LateInterest.fixed(percent("1.23456"))),
                              owed("1000.00 EUR"),
                              365)
                          .interest())
                  .isEqualTo(eur("12.35")));
      outside("posting a rounding difference is bookkeeping", "BCI-round");
    }
  }

  /** Business Central: additional fees of reminders, by what remains. */
  private static final class AdditionalFees extends Peer {
    AdditionalFees() {
      super("Business Central additional fees");
      table("bc_additional_fee");
      FeeBand low = band("0", "1.00", "1");
      FeeBand middle = band("100.00", "2.00", "2");
      FeeBand high = band("500.00", "3.00", "3");
      fee("BCF-below", banded(band("100.00", "5.00", "0")), "50.00", "0.00");
      fee("BCF-fixed", banded(band("0", "5.00", "0")), "100.00", "5.00");
      fee("BCF-sum", banded(band("0", "5.00", "2")), "250.00", "10.00");
      fee("BCF-eqmin", banded(band("0", "5.00", "0")).atLeast(eur("5.00")), "100.00", "5.00");
      fee("BCF-max", banded(band("0", "9.00", "0")).atMost(eur("5.00")), "100.00", "5.00");
      fee("BCF-eqmax", banded(band("0", "5.00", "0")).atMost(eur("5.00")), "100.00", "5.00");
      fee("BCF-multi-single", banded(low, middle, high), "600.00", "21.00");
      same(
          "BCF-cur",
          () ->
              assertThat(LateFee.flat(eur("5.00"), Money.usd("6.00")).of(Money.usd("100.00")))
                  .isEqualTo(Money.usd("6.00")));
      same(
          "BCF-perline",
          () -> {
            ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00")));
            assertThat(rules.documentFee("1", eur("100.00")).isZero()).isTrue();
            assertThat(rules.assess(owed("100.00 EUR"), "1", DUE.plusDays(1), EVALUATOR.calendar()))
                .hasSize(1);
          });
      same(
          "BCF-postoff",
          () ->
              assertThat(
                      ChargeRules.of(LateFee.flat(eur("5.00")).perDocument())
                          .documentFee("1", eur("100.00")))
                  .isEqualTo(eur("5.00")));
    }

    private static FeeBand band(String from, String flat, String share) {
      return new FeeBand(eur(from), eur(flat), percent(share));
    }

    private static LateFee banded(FeeBand... bands) {
      return LateFee.banded(LateFee.Banding.SINGLE, List.of(bands));
    }

    private void fee(String id, LateFee fee, String base, String expected) {
      same(id, () -> assertThat(fee.of(eur(base))).isEqualTo(eur(expected)));
    }
  }

  /** Opentaps: a year of 365.25 days, 30 free days, what was charged is taken off. */
  private static final class Opentaps extends Peer {
    private static final ChargeRules RULES =
        ChargeRules.of(
            LateInterest.fixed(percent("8"))
                .counting(DayCount.ACT_365_25)
                .grace(Days.calendarDays(30), AfterGrace.FROM_END_OF_GRACE));

    Opentaps() {
      super("opentaps finance charges");
      for (Table.Row row : table("opentaps_finance_charges")) {
        String expected = row.get("expected_interest");
        int days = Integer.parseInt(row.get("days_outstanding"));
        if (row.get("case_id").equals("OF-11")) {
          differs(
              "OF-11",
              "a payment lowers the balance from its own day on, not from the beginning",
              () -> {
                LedgerEvent paid = new MoneyEvent.Payment(DUE.plusDays(75), eur("250.00"));
                assertThat(accrue(RULES, owed("1135.78 EUR", paid), 90).interest())
                    .isEqualTo(eur("14.10"));
              });
        } else {
          same(row.get("case_id"), () -> check(row, expected, days));
        }
      }
    }

    private static void check(Table.Row row, String expected, int days) {
      Money told = eur(row.get("already_charged"));
      LedgerEvent event =
          new ChargeEvent.ChargeAssessed(DUE.plusDays(1), Charge.INTEREST, told, Optional.empty());
      InvoiceHistory history = owed(row.get("open_amount") + " EUR", event);
      Money found = accrue(RULES, history, days).interestToAssess();
      assertThat(found).isEqualTo(eur(expected.equals("none") ? "0.00" : expected));
    }
  }

  /** ERPNext: dunnings with interest and a fee. */
  private static final class Erpnext extends Peer {
    Erpnext() {
      super("ERPNext dunning");
      table("erpnext_dunning");
      same(
          "ED-none",
          () ->
              assertThat(accrue(ChargeRules.NONE, owed("100.00 EUR"), 20).total())
                  .isEqualTo(eur("100.00")));
      dunning("ED-10-10", "10", 15, "10.00", "0.41", "110.41");
      dunning("ED13-8-20", "8", 20, "20.00", "0.44", "120.44");
      same(
          "ED-both",
          () ->
              assertThat(accrue(ChargeRules.NONE, owed("100.00 EUR"), 11).overdue())
                  .isEqualTo(eur("100.00")));
      same(
          "ED-fx",
          () ->
              assertThatIllegalArgumentException()
                  .isThrownBy(
                      () ->
                          owed(
                              "100.00 USD",
                              new ChargeEvent.ChargeAssessed(
                                  DUE, Charge.FEE, eur("1.00"), Optional.empty()))));
      outside(
          "a document's state is the host's; what is owed here follows from the events",
          "ED-terms-pay",
          "ED-terms-cancel",
          "ED-cn",
          "ED-cn-cancel");
      outside("a user's figures that contradict each other", "EI-37095");
    }

    private void dunning(
        String id, String rate, int days, String fee, String interest, String total) {
      same(
          id,
          () -> {
            ChargeRules rules =
                ChargeRules.of(LateInterest.fixed(percent(rate)))
                    .with(LateFee.flat(eur(fee)).once());
            AccruedCharges found = accrue(rules, owed("100.00 EUR"), days);
            assertThat(found.interest()).isEqualTo(eur(interest));
            assertThat(found.fees()).isEqualTo(eur(fee));
            assertThat(found.total()).isEqualTo(eur(total));
          });
    }
  }

  /** Fineract: a penalty of 1 % once an instalment is late. */
  private static final class Fineract extends Peer {
    Fineract() {
      super("Fineract penalties");
      table("fineract_late_fee_tests");
      LateFee one = LateFee.percent(percent("1")).once();
      penalty("FT-01", ChargeRules.of(one), 0, "0.00");
      penalty("FT-02", ChargeRules.of(one), 1, "39.39");
      ChargeRules wait =
          ChargeRules.of(one)
              .with(
                  LateInterest.fixed(percent("0"))
                      .grace(Days.calendarDays(1), AfterGrace.FROM_FIRST_DAY));
      penalty("FT-03", wait, 1, "0.00");
      differs(
          "FT-04",
          "the fee bears the day on which it arises, not the due date",
          () -> {
            AccruedCharges found = accrue(wait, owed("3939.00 EUR"), 2);
            assertThat(found.fees()).isEqualTo(eur("39.39"));
            assertThat(found.lines().get(0).from()).isEqualTo(DUE.plusDays(2));
          });
      same(
          "FT-06",
          () -> {
            LedgerEvent off = new MoneyEvent.WrittenOff(DUE);
            assertThat(accrue(ChargeRules.of(one), owed("3939.00 EUR", off), 9).fees().isZero())
                .isTrue();
          });
      same(
          "FT-08",
          () ->
              assertThat(LateFee.percent(percent("10")).of(eur("2528.91")))
                  .isEqualTo(eur("252.89")));
    }

    private void penalty(String id, ChargeRules rules, int days, String expected) {
      same(
          id,
          () ->
              assertThat(accrue(rules, owed("3939.00 EUR"), days).fees()).isEqualTo(eur(expected)));
    }
  }

  /** OCA: fees of credit control. */
  private static final class OcaFees extends Peer {
    OcaFees() {
      super("OCA dunning fees");
      table("oca_dunning_fees");
      differs(
          "OF-fx",
          "amounts are never converted: a fee has an amount in each currency it names",
          () -> {
            assertThat(LateFee.flat(eur("5.00")).of(Money.usd("100.00")).isZero()).isTrue();
            assertThat(LateFee.flat(eur("5.00"), Money.usd("7.65")).of(Money.usd("100.00")))
                .isEqualTo(Money.usd("7.65"));
          });
      outside("asserted with the ladder of OCA", "OCC-1y", "OCC-back", "OCC-first-prev");
    }
  }

  /** Calculators of German default interest. */
  private static final class Calculators extends Peer {
    Calculators() {
      super("German interest calculators");
      table("statutory_interest");
      StatutoryInterest consumer = StatutoryInterest.of("DE-288-1");
      StatutoryInterest business = StatutoryInterest.of("DE-288-2");
      same(
          "HL-5",
          () -> {
            InvoiceHistory history =
                invoice(
                    "I",
                    "35.00 EUR",
                    "2010-09-01",
                    "2010-09-15",
                    new MoneyEvent.Payment(on("2011-03-17"), eur("35.00")));
            AccruedCharges found =
                ChargeRules.of(consumer)
                    .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL)
                    .accrue(history, on("2011-03-17"));
            assertThat(found.lines()).extracting(l -> l.days()).containsExactly(183L);
            assertThat(found.allocations().get(0))
                .hasToString(
                    "2011-03-17 payment 35.00 EUR: costs 0.00, interest 0.90, principal 34.10");
            assertThat(found.principal()).isEqualTo(eur("0.90"));
          });
      differs(
          "BG-1",
          "the day on which a rate changes bears the new rate",
          () -> span(consumer.interest(), "2023-07-01", "328.69", 181));
      differs(
          "BG-2",
          "the day on which a rate changes bears the new rate",
          () -> span(business.interest(), "2023-07-01", "527.05", 181));
      differs(
          "BG-3",
          "no day is lost between two rates",
          () -> span(consumer.interest(), "2024-01-01", "738.16", 365));
      differs(
          "BG-6",
          "a payment before the due date lowers the principal",
          () -> {
            LedgerEvent early = new MoneyEvent.Payment(DUE.minusDays(9), eur("600.00"));
            assertThat(accrue(ChargeRules.of(consumer), owed("1000.00 EUR", early), 9).principal())
                .isEqualTo(eur("400.00"));
          });
      differs(
          "BG-7",
          "991 days are 991 days; the printed sum loses one at each change of rate",
          () -> {
            InvoiceHistory history = invoice("I", "10000.00 EUR", "2023-01-01", "2023-01-15");
            AccruedCharges found =
                ChargeRules.of(business.interest()).accrue(history, on("2025-10-02"));
            assertThat(found.interest()).isEqualTo(eur("3170.18"));
            assertThat(found.lines().stream().mapToLong(l -> l.days()).sum()).isEqualTo(991);
          });
      differs(
          "BG-8",
          "nothing owed costs nothing, without an error",
          () -> {
            for (String amount : List.of("0.00 EUR", "-5.00 EUR")) {
              assertThat(accrue(ChargeRules.of(business), owed(amount), 9).total().isZero())
                  .isTrue();
            }
          });
      same(
          "BG-base",
          () -> {
            ReferenceRates base = ReferenceRates.of("DE");
            assertThat(
                    List.of(
                            "2023-01-01",
                            "2023-07-01",
                            "2024-01-01",
                            "2024-07-01",
                            "2025-01-01",
                            "2025-07-01",
                            "2016-07-01",
                            "2022-12-31")
                        .stream()
                        .map(d -> base.rateOn(on(d)).orElseThrow().rate().toString()))
                .containsExactly(
                    "1.62%", "3.12%", "3.62%", "3.37%", "2.27%", "1.27%", "-0.88%", "-0.88%");
          });
      outside("the row names its facts by another row that is not here", "HL-2");
    }

    private static void span(LateInterest rule, String last, String expected, int days) {
      InvoiceHistory history = invoice("I", "10000.00 EUR", "2022-12-01", "2023-01-01");
      AccruedCharges found = ChargeRules.of(rule).accrue(history, on(last));
      assertThat(found.interest()).isEqualTo(eur(expected));
      assertThat(found.lines().stream().mapToLong(l -> l.days()).sum()).isEqualTo(days);
    }
  }
}
