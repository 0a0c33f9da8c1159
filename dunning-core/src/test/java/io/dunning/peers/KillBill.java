package io.dunning.peers;

import io.dunning.Table;
import java.util.List;

/** Kill Bill overdue; the policies and assertions are in {@link KillBillTest}. */
final class KillBill extends Peer {
  KillBill() {
    super("Kill Bill overdue 0.22.26");
    KillBillTest test = new KillBillTest();
    List<Table.Row> executed = KillBillTest.executed().toList();
    for (Table.Row row : table("killbill_executed")) {
      if (executed.contains(row)) {
        same(id(row), () -> test.findsTheStateThatKillBillFound(row));
      } else {
        differs(
            id(row),
            "a ladder in the wrong order is refused; there it never leaves its first state",
            test::refusesALadderInTheWrongOrder);
      }
    }
    List<Table.Row> timelines = KillBillTest.timelines().toList();
    for (Table.Row row : table("killbill_timelines")) {
      if (timelines.contains(row)) {
        same(id(row), () -> test.walksThroughTheStatesAsKillBillDoes(row));
      } else if (row.get("expected_state").isEmpty()) {
        outside("a row of the timeline without an expected state", id(row));
      } else {
        outside("a child's own state is a matter of its group, or facts are missing", id(row));
      }
    }
    List<Table.Row> conditions = KillBillTest.conditions().toList();
    for (Table.Row row : table("killbill_conditions")) {
      if (conditions.contains(row)) {
        same(id(row), () -> test.answersConditionsAsKillBillDoes(row));
      } else {
        outside("the reaction to a failed card payment is a matter of retries", id(row));
      }
    }
  }
}
