package io.dunning.spring;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.json.DunningModule;
import io.dunning.policy.PolicySet;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/**
 * Policies, calendar and evaluator. Each bean steps back if the application has one of its own. The
 * JSON forms of the library are added to the application's own mapper.
 */
@AutoConfiguration
@EnableConfigurationProperties(DunningProperties.class)
public class DunningAutoConfiguration {
  /** Made by Spring Boot. */
  DunningAutoConfiguration() {}

  /**
   * The clock that says what time it is.
   *
   * @param settings names the zone in which a day begins
   * @return the clock of the machine
   */
  @Bean
  @ConditionalOnMissingBean
  Clock dunningClock(DunningProperties settings) {
    return Clock.system(settings.dayZone());
  }

  /**
   * Says which day it is. A clock of the application's own keeps its time, and {@code dunning.zone}
   * says which day that is. Of several clocks, the primary one counts.
   *
   * @param clocks the clocks of the application
   * @param settings names the zone
   * @return the clock in that zone
   */
  @Bean
  DayClock dunningDay(ObjectProvider<Clock> clocks, DunningProperties settings) {
    return new DayClock(clocks.getIfUnique(Clock::systemUTC).withZone(settings.dayZone()));
  }

  /**
   * The policies of all policy files.
   *
   * @param settings where the files are
   * @param resources finds them
   * @return which policy is for whom
   */
  @Bean
  @ConditionalOnMissingBean
  PolicySet dunningPolicies(DunningProperties settings, ResourceLoader resources) {
    return PolicySource.read(settings.policies(), resources.getClassLoader());
  }

  /**
   * Business days.
   *
   * @param settings may name a country
   * @param day says from which year on holidays are needed
   * @return weekends, and the holidays of the country
   */
  @Bean
  @ConditionalOnMissingBean
  BusinessCalendar dunningCalendar(DunningProperties settings, DayClock day) {
    if (settings.holidays().country().isEmpty()) {
      return BusinessCalendar.weekends();
    }
    try {
      return Holidays.calendar(settings.holidays(), LocalDate.now(day.clock()));
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "dunning.holidays.country needs Jollyday"
              + "\nMaybe add de.focus-shift:jollyday-core and jollyday-jaxb 2.19.0",
          e);
    }
  }

  /**
   * The evaluator.
   *
   * @param calendar counts business days
   * @return the evaluator
   */
  @Bean
  @ConditionalOnMissingBean
  DunningEvaluator dunningEvaluator(BusinessCalendar calendar) {
    return DunningEvaluator.on(calendar);
  }

  /** {@return the JSON forms} */
  @Bean
  @ConditionalOnMissingBean
  DunningModule dunningModule() {
    return new DunningModule();
  }
}
