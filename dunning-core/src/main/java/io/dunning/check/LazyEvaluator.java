package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Makes an evaluator for an exploration: of most answers it reads verdict and review date, so that
 * their facts are made only if it asks. The evaluator has a method for it that only this class
 * calls, because such answers keep their accounts, so a host that stores answers must not use it.
 */
final class LazyEvaluator {
  private static final MethodHandle LAZY = method();

  private LazyEvaluator() {}

  private static MethodHandle method() {
    MethodType type = MethodType.methodType(DunningEvaluator.class, BusinessCalendar.class);
    try {
      return MethodHandles.privateLookupIn(DunningEvaluator.class, MethodHandles.lookup())
          .findStatic(DunningEvaluator.class, "lazy", type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static DunningEvaluator on(BusinessCalendar calendar) {
    try {
      return (DunningEvaluator) LAZY.invokeExact(calendar);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("evaluator threw what it does not declare", e);
    }
  }
}
