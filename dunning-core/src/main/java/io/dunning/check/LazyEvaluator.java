package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.compiled.Hidden;
import io.dunning.evaluation.DunningEvaluator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * Makes an evaluator for an exploration: of most answers it reads verdict and review date, so that
 * their facts are made only if it asks. The evaluator has a method for it that only this class
 * calls, because such answers keep their accounts, so a host that stores answers must not use it.
 */
final class LazyEvaluator {
  private static final MethodHandle LAZY =
      Hidden.staticMethod(
          DunningEvaluator.class,
          "lazy",
          MethodType.methodType(DunningEvaluator.class, BusinessCalendar.class));

  private LazyEvaluator() {}

  static DunningEvaluator on(BusinessCalendar calendar) {
    try {
      return (DunningEvaluator) LAZY.invokeExact(calendar);
    } catch (Throwable e) {
      throw Hidden.rethrown(e);
    }
  }
}
