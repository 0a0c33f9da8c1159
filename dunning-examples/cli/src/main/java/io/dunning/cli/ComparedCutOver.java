package io.dunning.cli;

import io.dunning.check.CutOver;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a change of policy does to a ledger on its first day, for a screen and for programs.
 *
 * @param firstTitle what the policy before is called on the screen
 * @param secondTitle what the policy after is called on the screen
 */
record ComparedCutOver(String firstTitle, String secondTitle, CutOver found) {
  /** The report, with what tells the policies apart. */
  String text() {
    return new CutOver(
            found.day(),
            firstTitle,
            secondTitle,
            found.accounts(),
            found.contactsBefore(),
            found.contactsAfter(),
            found.atStake(),
            found.lines())
        .toString();
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object();
    json.put("before", found.before()).put("after", found.after());
    json.put("day", found.day().toString()).put("accounts", found.accounts());
    json.put("contactsBefore", found.contactsBefore());
    json.put("contactsAfter", found.contactsAfter());
    json.set("atStake", JsonText.amounts(found.atStake().values()));
    ObjectNode totals = json.putObject("totals");
    found
        .totals()
        .forEach(
            (kind, total) -> {
              ObjectNode sum = totals.putObject(kind.toString()).put("debts", total.debts());
              sum.set("overdue", JsonText.amounts(total.overdue().values()));
            });
    ArrayNode lines = json.putArray("debts");
    for (CutOver.Line each : found.lines()) {
      ObjectNode line = lines.addObject().put("kind", each.kind().toString());
      line.put("customer", each.customer());
      line.set("invoices", JsonText.texts(each.invoices()));
      line.put("what", each.what());
      line.set("overdue", JsonText.amounts(each.overdue().values()));
    }
    return json;
  }
}
