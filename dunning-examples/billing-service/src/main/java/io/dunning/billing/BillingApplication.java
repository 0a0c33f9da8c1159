package io.dunning.billing;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the service. With the profile {@code demo}, it brings its own database and sample data.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(BillingProperties.class)
public class BillingApplication {
  /** Made by Spring Boot. */
  BillingApplication() {}

  /**
   * Starts the service.
   *
   * @param args settings, such as {@code --spring.profiles.active=demo}
   */
  public static void main(String[] args) {
    start(args);
  }

  static ConfigurableApplicationContext start(String... args) {
    SpringApplication application = new SpringApplication(BillingApplication.class);
    if (isDemo(args)) {
      application.setDefaultProperties(DemoDatabase.start());
    }
    return application.run(args);
  }

  private static boolean isDemo(String[] args) {
    String profiles =
        Arrays.stream(args)
            .filter(a -> a.startsWith("--spring.profiles.active="))
            .map(a -> a.substring(a.indexOf('=') + 1))
            .findFirst()
            .orElse(System.getenv().getOrDefault("SPRING_PROFILES_ACTIVE", ""));
    boolean ownDatabase =
        Arrays.stream(args).anyMatch(a -> a.startsWith("--spring.datasource.url="));
    return Arrays.asList(profiles.split(",")).contains("demo") && !ownDatabase;
  }
}
