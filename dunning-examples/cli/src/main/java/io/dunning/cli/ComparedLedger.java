package io.dunning.cli;

import io.dunning.check.LedgerComparison;
import io.dunning.check.LedgerComparison.Case;
import io.dunning.check.LedgerComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.money.Money;
import io.dunning.scenario.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How two policies would have treated the customers of a ledger, for a screen and for programs.
 *
 * @param firstTitle what the policy before is called on the screen
 * @param secondTitle what the policy after is called on the screen
 */
record ComparedLedger(String firstTitle, String secondTitle, LedgerComparison found) {
  /** What was played, a line for each effect, and whether somebody is treated more harshly. */
  List<String> lines(boolean stories) {
    List<String> lines = new ArrayList<>();
    lines.add(firstTitle + " -> " + secondTitle);
    lines.add("");
    String all =
        String.format(
            Locale.ROOT,
            "%s of %s, from %s to %s",
            counted(found.invoices(), "invoice"),
            counted(found.accounts(), "customer"),
            found.first(),
            found.last());
    if (found.isEmpty()) {
      lines.add("Nobody is treated otherwise: " + all + ".");
    } else {
      lines.add("Invoices that are treated otherwise, of " + all + ",");
      lines.add("with what was open of them on the day on which it first came, or the charges:");
      for (Effect each : found.effects()) {
        lines.add(effect(each));
        if (stories) {
          each.extreme().toString().lines().forEach(l -> lines.add("      " + l));
        }
      }
    }
    lines.add(
        found.harsher() == 0
            ? "No invoice is treated more harshly."
            : counted(found.harsher(), "invoice")
                + (found.harsher() == 1 ? " is" : " are")
                + " treated more harshly.");
    return lines;
  }

  private static String effect(Effect each) {
    return String.format(
        Locale.ROOT,
        "  %-21s %s of %s, %s%s",
        each.kind(),
        counted(each.invoices(), "invoice"),
        counted(each.customers(), "customer"),
        sums(each),
        each.most().isEmpty() ? "" : ", by " + each.most() + " at most");
  }

  private static String sums(Effect each) {
    boolean isCharge = each.kind() == Kind.CHARGED_MORE || each.kind() == Kind.CHARGED_LESS;
    return String.join(" and ", each.money().values().stream().map(Money::toString).toList())
        + (isCharge ? " in charges" : " open");
  }

  private static String counted(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object().put("before", found.before()).put("after", found.after());
    json.put("first", found.first().toString()).put("last", found.last().toString());
    json.put("accounts", found.accounts()).put("invoices", found.invoices());
    json.put("harsher", found.harsher());
    ArrayNode effects = json.putArray("effects");
    for (Effect each : found.effects()) {
      ObjectNode effect = effects.addObject().put("kind", each.kind().toString());
      effect.put("customers", each.customers()).put("invoices", each.invoices());
      effect.set("money", JsonText.amounts(each.money().values()));
      effect.put("most", each.most());
      effect.set("extreme", json(each.extreme()));
    }
    return json;
  }

  private static ObjectNode json(Case extreme) {
    ObjectNode json = JsonText.object();
    json.put("customer", extreme.customer()).put("invoice", extreme.invoice());
    json.set(
        "before", JsonText.texts(extreme.before().stream().map(ComparedLedger::told).toList()));
    json.set("after", JsonText.texts(extreme.after().stream().map(ComparedLedger::told).toList()));
    return json;
  }

  private static String told(Timeline.Entry each) {
    return each.date() + " take " + each.step();
  }
}
