package io.dunning.studio;

import io.dunning.json.policy.PolicyFileProblem;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.reports.CostPicture;
import io.dunning.reports.Figures;
import io.dunning.reports.LadderPicture;
import io.dunning.reports.Markup;
import io.dunning.reports.PolicyCourse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A text of the editor: what is wrong with it, and the ladder of its policy as a picture. */
final class PolicyView {
  private static final int MOST = 100;
  private static final int DAYS = 180;
  private static final int MAJOR_UNITS = 1_000;

  private final StudioSettings settings;
  private final Figures figures;
  private final CurrencyUnit currency;

  PolicyView(StudioSettings settings, Figures figures) {
    this.settings = settings;
    this.figures = figures;
    currency = mainCurrency(settings);
  }

  /** The currency of most invoices. */
  private static CurrencyUnit mainCurrency(StudioSettings settings) {
    return settings.accounts().stream()
        .flatMap(a -> a.invoices().stream())
        .collect(Collectors.groupingBy(h -> h.invoice().amount().currency(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(CurrencyUnit.of("EUR"));
  }

  Map<String, Object> of(Draft draft, String name) {
    Map<String, Object> all = new LinkedHashMap<>();
    List<PolicyFileProblem> problems = draft.problems();
    all.put("count", problems.size());
    all.put("problems", problems.stream().limit(MOST).map(p -> told(draft, p)).toList());
    all.put("policies", draft.names());
    all.put("policy", draft.policy(name).map(DunningPolicy::name).orElse(""));
    all.put("picture", draft.policy(name).map(this::picture).orElse(""));
    return all;
  }

  private static Map<String, Object> told(Draft draft, PolicyFileProblem problem) {
    Map<String, Object> all = new LinkedHashMap<>();
    boolean here = problem.file().equals(draft.path().toString());
    all.put("file", here ? "" : String.valueOf(Path.of(problem.file()).getFileName()));
    all.put("line", problem.line());
    all.put("column", problem.column());
    all.put("path", problem.path());
    all.put("message", problem.message());
    all.put("advice", problem.advice());
    return all;
  }

  /** The ladder over the days of an example, and what the policy costs a debtor. */
  private String picture(DunningPolicy policy) {
    try {
      Money amount =
          Money.ofMinor(MAJOR_UNITS * (long) Math.pow(10, currency.decimals()), currency);
      PolicyCourse course =
          PolicyCourse.of(
              policy, settings.evaluator(), Customer.of("example"), amount, settings.asOf(), DAYS);
      return Markup.all(List.of(LadderPicture.of(course, figures), CostPicture.of(course, figures)))
          .toString();
    } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
      // such as reference rates that end before the day
      return Markup.tag("p")
          .with("class", "note")
          .text("The example cannot be played: " + e.getMessage())
          .toString();
    }
  }
}
