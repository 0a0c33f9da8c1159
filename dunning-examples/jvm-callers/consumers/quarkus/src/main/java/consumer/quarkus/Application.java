package consumer.quarkus;

import consumer.Answer;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Prints the answer of an evaluator that is injected. */
@QuarkusMain
public class Application implements QuarkusApplication {
  /** Makes the evaluator. */
  @Singleton
  public static class Beans {
    @Produces
    @Singleton
    DunningEvaluator evaluator() {
      return DunningEvaluator.on(BusinessCalendar.weekends());
    }
  }

  @Inject DunningEvaluator evaluator;

  @Override
  public int run(String... args) {
    System.out.print(Answer.of(evaluator, Answer.POLICY));
    return 0;
  }
}
