package io.dunning.spring;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.policy.PolicySet;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Metrics, health and an endpoint that explains an account, where the application has Actuator. */
@AutoConfiguration(
    after = DunningStoreAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
    })
@ConditionalOnBean(Books.class)
public class DunningActuatorAutoConfiguration {
  /** Made by Spring Boot. */
  DunningActuatorAutoConfiguration() {}

  /** Metrics. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static class Metrics {
    @Bean
    DunningMetrics dunningMetrics(MeterRegistry registry) {
      return new DunningMetrics(registry);
    }
  }

  /** Health. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  @ConditionalOnEnabledHealthIndicator("dunning")
  static class Health {
    @Bean
    @ConditionalOnMissingBean(name = "dunningHealthIndicator")
    HealthIndicator dunningHealthIndicator(Tenants tenants, DataSource source, DayClock day) {
      return new DunningHealth(tenants, JdbcClient.create(source), day.clock());
    }
  }

  /** The endpoint. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
  static class Explaining {
    @Bean
    @ConditionalOnAvailableEndpoint
    AccountEndpoint dunningAccountEndpoint(
        Books books, PolicySet policies, DunningEvaluator evaluator, DayClock day) {
      return new AccountEndpoint(books, policies, evaluator, day.clock());
    }
  }
}
