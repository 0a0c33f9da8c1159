package io.dunning.billing;

import io.dunning.spring.DunningProperties;
import io.dunning.spring.Tenants;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service adds to the beans of the starter. */
@Configuration(proxyBeanMethods = false)
class BillingConfiguration {
  private static final int NINE = 9;

  @Bean
  @ConditionalOnProperty("billing.today")
  Clock setClock(BillingProperties settings, DunningProperties dunning) {
    ZoneId zone = dunning.dayZone();
    return Clock.fixed(
        settings.today().orElseThrow().atTime(NINE, 0).atZone(zone).toInstant(), zone);
  }

  /** Refusals of Tomcat itself are problem details, too, and slow clients are cut off. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> valvesOfTomcat(
      BillingProperties settings) {
    return factory -> {
      factory.addEngineValves(new BodyDeadline(settings.bodyTimeout()));
      factory.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass(ProblemValve.class.getName());
            }
          });
    };
  }

  /** Each tenant that has a token exists. */
  @Bean
  InitializingBean tenantsOfTokens(Tenants tenants, BillingProperties settings, DemoTokens demo) {
    return () -> {
      if (settings.tokens().isEmpty()) {
        tenants.add(DemoTokens.TENANT);
      }
      settings.tokens().forEach(t -> tenants.add(t.tenant()));
    };
  }
}
