package io.dunning.studio;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Flip;
import io.dunning.evaluation.Reason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicySet;
import io.dunning.reports.AgingPicture;
import io.dunning.reports.Figures;
import io.dunning.reports.HtmlReport;
import io.dunning.reports.InvoiceStory;
import io.dunning.reports.Markup;
import io.dunning.reports.Report;
import io.dunning.reports.ReportSettings;
import io.dunning.scenario.Timeline;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ledger on a day, decided by the policy of the editor, and why. */
final class LedgerView {
  private static final int MOST = 100;
  private static final int MONTHS_AHEAD = 6;

  /** What somebody has to do comes first; a verdict that is not here comes before all. */
  private static final List<Verdict> ORDER =
      List.of(
          Verdict.ACT,
          Verdict.AWAIT_APPROVAL,
          Verdict.EXHAUSTED,
          Verdict.HOLD,
          Verdict.WAIT,
          Verdict.NOT_DUE);

  private final StudioSettings settings;
  private final Figures figures;

  LedgerView(StudioSettings settings, Figures figures) {
    this.settings = settings;
    this.figures = figures;
  }

  /** Over which days a slider goes; nothing without a ledger. */
  Map<String, Object> extent() {
    LocalDate first = null;
    LocalDate last = settings.asOf();
    for (Account each : settings.accounts()) {
      for (InvoiceHistory history : each.invoices()) {
        LocalDate issued = history.invoice().issued();
        first = first == null || issued.isBefore(first) ? issued : first;
        last = history.invoice().due().isAfter(last) ? history.invoice().due() : last;
      }
    }
    if (first == null) {
      return Map.of();
    }
    first = first.isAfter(settings.asOf()) ? settings.asOf() : first;
    return Map.of("first", first.toString(), "last", last.plusMonths(MONTHS_AHEAD).toString());
  }

  /** What is open by age, and what to do about it. */
  Map<String, Object> of(PolicySet policies, LocalDate day, String find, Desk.Ticket ticket) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    List<Recommendation> found = new ArrayList<>();
    String wanted = find.strip().toLowerCase(Locale.ROOT);
    Map<String, String> names = new LinkedHashMap<>();
    List<Account> accounts = settings.accounts().stream().map(a -> a.asOf(day)).toList();
    for (Account each : accounts) {
      ticket.check();
      names.put(each.customer().id(), each.customer().name());
      for (Recommendation now :
          settings.evaluator().evaluate(policies, each, day).recommendations()) {
        if (now.verdict() != Verdict.CLOSED) {
          counts.merge(now.verdict(), 1, Integer::sum);
          if (matches(each, now, wanted)) {
            found.add(now);
          }
        }
      }
    }
    found.sort(
        Comparator.comparing((Recommendation r) -> ORDER.indexOf(r.verdict()))
            .thenComparing(r -> r.subject().customer()));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("day", day.toString());
    Map<String, Integer> verdicts = new LinkedHashMap<>();
    counts.forEach((v, n) -> verdicts.put(v.toString(), n));
    all.put("verdicts", verdicts);
    all.put("count", found.size());
    all.put("rows", found.stream().limit(MOST).map(r -> row(r, names)).toList());
    all.put("aging", aging(accounts, day));
    return all;
  }

  private static boolean matches(Account account, Recommendation now, String wanted) {
    return wanted.isEmpty()
        || account.customer().id().toLowerCase(Locale.ROOT).contains(wanted)
        || account.customer().name().toLowerCase(Locale.ROOT).contains(wanted)
        || now.subject().invoices().stream()
            .anyMatch(i -> i.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private Map<String, Object> row(Recommendation now, Map<String, String> names) {
    String customer = now.subject().customer();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("customer", names.getOrDefault(customer, customer));
    all.put("invoices", now.subject().invoices().stream().limit(MOST).toList());
    all.put("open", figures.money(now.open()));
    all.put("verdict", now.verdict().toString());
    all.put("step", now.step().or(now::waitsFor).orElse(""));
    all.put("reason", now.reason().toString());
    all.put("review", now.reviewOn().map(LocalDate::toString).orElse(""));
    return all;
  }

  private String aging(List<Account> accounts, LocalDate day) {
    AgingSchedule schedule = AgingSchedule.STANDARD;
    List<Markup> pictures = new ArrayList<>();
    AgingReport.ofAccounts(schedule, day, accounts)
        .totals()
        .values()
        .forEach(line -> pictures.add(AgingPicture.of(line, schedule, figures)));
    return Markup.tag("div").with("class", "side").add(pictures).toString();
  }

  /** Why an invoice is treated as it is, and why each step of the ladder is not taken. */
  Map<String, Object> explain(PolicySet policies, LocalDate day, String invoice) {
    Account account = account(invoice).asOf(day);
    InvoiceHistory history = history(account, invoice);
    Explanation why =
        settings.evaluator().explain(policies, account, day).stream()
            .filter(e -> e.recommendation().subject().invoices().contains(invoice))
            .findFirst()
            .orElseThrow(() -> new Refusal(404, "the invoice is not issued on that day"));
    Recommendation now = why.recommendation();
    LocalDate last = day.plusMonths(MONTHS_AHEAD);
    List<Timeline.Entry> ahead =
        Timeline.of(settings.evaluator(), policies, account, day, last).entries().stream()
            .filter(e -> e.recommendation().invoices().contains(invoice))
            .toList();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("invoice", invoice);
    all.put("customer", account.customer().name());
    all.put("day", day.toString());
    all.put("verdict", now.verdict().toString());
    all.put("reason", now.reason().toString());
    all.put("review", now.reviewOn().map(LocalDate::toString).orElse(""));
    DunningPolicy policy =
        policies.policyFor(
            settings
                .evaluator()
                .segment(policies, account, day)
                .map(account.customer()::inSegment)
                .orElse(account.customer()),
            invoice);
    all.put("steps", policy.ladder().steps().stream().map(s -> step(s, why, ahead)).toList());
    all.put(
        "others",
        why.leftOut().stream().filter(r -> r.aboutStep().isEmpty()).map(Reason::toString).toList());
    all.put("flips", why.flips().stream().map(Flip::toString).toList());
    all.put("story", InvoiceStory.of(account, history, now, ahead).markup().toString());
    all.put("words", why.toString());
    return all;
  }

  private Account account(String invoice) {
    return settings.accounts().stream()
        .filter(a -> a.invoices().stream().anyMatch(h -> h.invoice().number().equals(invoice)))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "the ledger has no such invoice"));
  }

  private static InvoiceHistory history(Account account, String invoice) {
    return account.invoices().stream()
        .filter(h -> h.invoice().number().equals(invoice))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "the invoice is not issued on that day"));
  }

  /** A step: whether it is taken, why not, and when it comes if nothing else happens. */
  private static Map<String, Object> step(
      EscalationStep step, Explanation why, List<Timeline.Entry> ahead) {
    Recommendation now = why.recommendation();
    boolean chosen = now.step().equals(Optional.of(step.name()));
    boolean awaited = now.waitsFor().equals(Optional.of(step.name()));
    List<String> reasons =
        why.leftOut().stream()
            .filter(r -> r.aboutStep().equals(Optional.of(step.name())))
            .map(Reason::toString)
            .collect(Collectors.toCollection(ArrayList::new));
    if (chosen || awaited) {
      reasons.add(0, now.reason().toString());
    } else if (reasons.isEmpty()) {
      reasons.add(
          now.verdict() == Verdict.HOLD
              ? "held: " + now.reason()
              : "not reached yet: " + now.verdict() + ", " + now.reason());
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("step", step.name());
    all.put("state", chosen ? now.verdict().toString() : awaited ? "waits" : "no");
    all.put("reasons", reasons);
    all.put(
        "next",
        ahead.stream()
            .filter(e -> e.step().equals(step.name()))
            .map(e -> e.date().toString())
            .findFirst()
            .orElse(""));
    return all;
  }

  /** Makes the report of the day, a page of its own, which the job keeps. */
  Map<String, Object> report(PolicySet policies, LocalDate day, Jobs.Job job) {
    ReportSettings standard = ReportSettings.STANDARD.decidedBy(settings.evaluator());
    job.at("deciding what to do about each debt");
    Report report = Report.of(settings.accounts(), policies, day, standard);
    job.at("writing the page");
    StringWriter page = new StringWriter();
    HtmlReport.of(report).write(page);
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    job.at("");
    job.keep(new Answer("text/html; charset=utf-8", bytes));
    return Map.of("bytes", bytes.length);
  }
}
