package consumer.boot;

import consumer.Answer;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.DunningPolicy;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The evaluator and a policy as beans, without a starter. */
@SpringBootApplication
public class Application {
  @Bean
  DunningEvaluator evaluator() {
    return DunningEvaluator.on(BusinessCalendar.weekends());
  }

  @Bean
  DunningPolicy policy() {
    return Answer.POLICY;
  }

  @Bean
  CommandLineRunner answers(DunningEvaluator evaluator, DunningPolicy policy) {
    return args -> System.out.print(Answer.of(evaluator, policy));
  }

  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}
