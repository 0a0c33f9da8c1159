package io.dunning.check;

import io.dunning.event.DeliveryEvent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Whether a customer was told before a step, and until when the last notice lets them pay. */
record GivenNotice(boolean given, LocalDate deadline) {
  static GivenNotice before(Path path) {
    boolean given = false;
    LocalDate deadline = null;
    Set<String> cameBack = new HashSet<>();
    for (Path each = path.before; !each.isStart(); each = each.before) {
      if (each.event instanceof DeliveryEvent.DeliveryFailed failed) {
        failed.step().ifPresent(cameBack::add);
      } else if (each.isStep() && HandOverFaults.concernsSame(each.step, path.step)) {
        given |= StepKinds.givesNotice(each.step.actions());
        boolean arrived = !cameBack.remove(each.step.step().orElseThrow());
        deadline = deadline == null && arrived ? each.step.deadline().orElse(null) : deadline;
      }
    }
    return new GivenNotice(given, deadline);
  }
}
