package io.dunning.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.BankTelling;
import io.dunning.DenseDomain;
import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.compiled.RandomPlay;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Reason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Awaiting;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** A table of accounts says what the evaluator says about each of them. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class AccountTableProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());
  private static final DunningEvaluator EVERY_DAY =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final CurrencyUnit JPY = CurrencyUnit.of("JPY");

  private static String line(String customer, String invoice, Recommendation of) {
    return String.join(
        "|",
        customer,
        invoice,
        of.verdict().toString(),
        of.rule().toString(),
        of.verdict() == Verdict.HOLD ? heldBy(of.reason()) : "",
        of.step().or(of::waitsFor).orElse(""),
        of.reviewOn().map(LocalDate::toString).orElse(""));
  }

  private static String heldBy(Reason reason) {
    return switch (reason.getClass().getSimpleName()) {
      case "OnHold" -> "RECORDED";
      case "Disputed", "CreditNoteOwed" -> "DISPUTE";
      case "Promised" -> "PROMISE";
      default -> "OTHER";
    };
  }

  static List<String> expected(
      DunningEvaluator evaluator, DunningPolicy policy, List<Account> accounts, LocalDate day) {
    List<String> lines = new ArrayList<>();
    for (Account each : accounts) {
      List<Recommendation> all = readable(evaluator, policy, each, day);
      List<Recommendation> last = readable(evaluator, policy, each, lastDay(each, day));
      boolean perInvoice = policy.account().unit() == AccountRules.Unit.INVOICE;
      for (int i = 0; i < all.size(); i++) {
        if (!perInvoice
            || each.invoices().get(i).standingOn(each.lastDay()).balance().openMinor() > 0
            || last.get(i).verdict() != Verdict.CLOSED) {
          String invoice = perInvoice ? each.invoiceNumbers().get(i) : "";
          lines.add(line(each.customer().id(), invoice, all.get(i)));
        }
      }
    }
    return lines;
  }

  /** Explanations are never decided by a compiled policy. */
  private static List<Recommendation> readable(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, LocalDate day) {
    return evaluator.explain(policy, account, day).stream()
        .map(Explanation::recommendation)
        .toList();
  }

  /** The day as of which an invoice is open or not: that of the last event, or a later one. */
  private static LocalDate lastDay(Account account, LocalDate day) {
    return LocalDate.ofEpochDay(Math.max(account.lastDay(), day.toEpochDay()));
  }

  static List<String> lines(Decisions decisions) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      lines.add(
          String.join(
              "|",
              decisions.customer(i),
              decisions.invoice(i).orElse(""),
              decisions.verdict(i).toString(),
              decisions.rule(i).toString(),
              decisions.heldBy(i).map(Object::toString).orElse(""),
              decisions.step(i).orElse(""),
              decisions.reviewOn(i).map(LocalDate::toString).orElse("")));
    }
    return lines;
  }

  private static Account of(int number, Account account) {
    return Account.of(Customer.of("C" + number), account.invoices(), account.events());
  }

  private static Account find(List<Account> accounts, String customer) {
    return accounts.get(Integer.parseInt(customer.substring(1)));
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void decidesAsTheEvaluatorByAnyPolicy(
      @ForAll DunningPolicy policy,
      @ForAll @Size(max = 6) List<Account> any,
      @ForAll LocalDate day) {
    List<Account> accounts = new ArrayList<>();
    any.forEach(a -> accounts.add(of(accounts.size(), a)));
    AccountTable table = AccountTable.of(accounts).accountsFrom(c -> find(accounts, c));
    assertThat(lines(table.decide(WEEKENDS, policy, day)))
        .isEqualTo(expected(WEEKENDS, policy, accounts, day));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void decidesAsTheEvaluatorWhateverTheBankSays(
      @ForAll DunningPolicy policy,
      @ForAll @Size(max = 6) List<Account> any,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 1_000) int rules,
      @ForAll Random random) {
    DunningPolicy awaiting = Awaiting.with(policy, rules);
    List<Account> accounts = new ArrayList<>();
    any.forEach(a -> accounts.add(of(accounts.size(), BankTelling.told(a, day, random, false))));
    AccountTable table = AccountTable.of(accounts).accountsFrom(c -> find(accounts, c));
    List<String> lines = lines(table.decide(WEEKENDS, awaiting, day));
    assertThat(lines).isEqualTo(expected(WEEKENDS, awaiting, accounts, day));
    lines.forEach(l -> Statistics.collect(l.contains("|" + Rule.COLLECTION_AWAITED + "|")));
    Statistics.coverage(all -> all.check(true).count(times -> times > 20));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void looksAgainOnlyAtWhatIsDueAndSaysTheSameAsAllOver(@ForAll long seed) {
    RandomPlay play = new RandomPlay(seed);
    Random random = new Random(seed);
    DunningPolicy policy = play.policy();
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      accounts.add(of(i, play.account()));
    }
    AccountTable table = AccountTable.of(accounts).accountsFrom(c -> find(accounts, c));
    boolean early = random.nextInt(3) == 0;
    LocalDate day = DunningDomain.START.plusDays(early ? random.nextInt(110) : 110);
    Decisions last = table.decide(WEEKENDS, policy, day);
    int again = 0;
    for (int i = 0; i < 30; i++) {
      if (random.nextInt(4) == 0) {
        int which = random.nextInt(accounts.size() + 1);
        Account other = of(which, play.account());
        if (which == accounts.size()) {
          accounts.add(other);
        } else {
          accounts.set(which, other);
        }
        table.put(other);
      }
      day = day.plusDays(random.nextInt(3));
      last = table.decideDue(last, day);
      again += last.accountsDecided();
      assertThat(lines(last)).isEqualTo(expected(WEEKENDS, policy, accounts, day));
    }
    assertThat(early || again < 30 * accounts.size()).isTrue();
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
  void threadsAndMergingChangeNothing(@ForAll long seed) {
    RandomPlay play = new RandomPlay(seed);
    DunningPolicy policy = play.policy();
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      accounts.add(of(i, i < 300 ? play.account() : accounts.get(i - 300)));
    }
    LocalDate day = DunningDomain.START.plusDays(120);
    AccountTable one = AccountTable.of(accounts).accountsFrom(c -> find(accounts, c));
    AccountTable merged =
        AccountTable.of(accounts.subList(0, 5_000))
            .putAll(AccountTable.of(accounts.subList(4_000, 9_000)))
            .accountsFrom(c -> find(accounts, c));
    List<String> expected = lines(one.decide(EVERY_DAY, policy, day));
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      assertThat(lines(one.decide(EVERY_DAY, policy, day, pool))).isEqualTo(expected);
      assertThat(lines(merged.decide(EVERY_DAY, policy, day, pool))).isEqualTo(expected);
    } finally {
      pool.shutdown();
    }
  }

  /**
   * What is told in raw values says the same as the account with these invoices and events. Who the
   * customer is, the table asks.
   */
  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void rawValuesSayWhatAnAccountSays(@ForAll long seed) {
    Random random = new Random(seed);
    RandomPlay play = new RandomPlay(seed);
    DunningPolicy policy = play.policy();
    AccountTable table = new AccountTable();
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      AccountRow row = table.row("C" + i);
      tell(row, random);
      accounts.add(known(i, row.account(), play, random));
      row.put();
    }
    table.accountsFrom(c -> find(accounts, c));
    for (int i = 0; i < 5; i++) {
      LocalDate day = DunningDomain.START.plusDays(random.nextInt(220));
      Decisions found = table.decide(WEEKENDS, policy, day);
      assertThat(lines(found)).isEqualTo(expected(WEEKENDS, policy, accounts, day));
      int which = random.nextInt(accounts.size());
      LedgerEvent event = LedgerEvent.contact(DunningDomain.START.plusDays(100), Channel.PHONE);
      accounts.set(which, accounts.get(which).with(event));
      assertThat(table.record("C" + which, event)).isTrue();
    }
  }

  /** Of a customer about whom more is known than was told. */
  private static Account known(int number, Account told, RandomPlay play, Random random) {
    Customer customer = play.placed(Customer.of("C" + number));
    return Account.of(
        random.nextInt(4) == 0 ? customer.tagged("good") : customer,
        told.invoices(),
        told.events());
  }

  private static void tell(AccountRow row, Random random) {
    long start = DunningDomain.START.toEpochDay();
    int steps = 1 + random.nextInt(4);
    for (int i = random.nextInt(6); i > 0; i--) {
      long issued = start - 20 + random.nextInt(80);
      CurrencyUnit currency = random.nextInt(40) == 0 ? JPY : EUR;
      row.invoice("I" + i, currency, random.nextInt(9_000), issued, issued + random.nextInt(40));
      if (random.nextInt(4) == 0) {
        row.paid(start + random.nextInt(100), random.nextInt(9_000));
      }
      if (random.nextInt(6) == 0) {
        row.disputed(start + random.nextInt(100));
      }
      if (random.nextInt(6) == 0) {
        long day = start + random.nextInt(100);
        if (random.nextBoolean()) {
          row.invoiceStep("two", day);
        } else {
          row.invoiceStep("two", day, Channel.PHONE);
        }
      }
    }
    String[] names = {"one", "two", "three", "four"};
    for (int i = 0; i < steps && random.nextInt(4) > 0; i++) {
      long day = start + random.nextInt(100);
      if (random.nextBoolean()) {
        row.step(names[i], day);
      } else {
        row.step(names[i], day, Channel.LETTER);
      }
    }
    if (random.nextInt(4) == 0) {
      row.contact(start + random.nextInt(100));
    }
    if (random.nextInt(5) == 0) {
      long made = start + random.nextInt(100);
      row.promise(made, made + random.nextInt(30));
    }
    if (random.nextInt(8) == 0) {
      long from = start + random.nextInt(100);
      if (random.nextBoolean()) {
        row.hold(from);
      } else {
        row.hold(from, from + random.nextInt(40));
      }
    }
  }
}
