package io.dunning.spring;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application that the guide builds: its files as they stand make one that sends. */
class GuideHostTest {
  private static final Path PAGE = Path.of("../../docs/guide/spring.md");
  private static final String PACKAGE = "com.example.billing.";

  /** What the guide leaves to Spring Initializr, and a provider. */
  private static final String MAIN =
      """
      package com.example.billing;

      @org.springframework.boot.autoconfigure.SpringBootApplication
      public class Main {
        public static final java.util.List<String> SENT =
            new java.util.concurrent.CopyOnWriteArrayList<>();

        @org.springframework.context.annotation.Bean
        SmsSender.SmsProvider provider() {
          return (key, number, text) -> {
            SENT.add(key + " | " + number + " | " + text);
            return "sms-" + SENT.size();
          };
        }
      }
      """;

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private String page;

  @BeforeEach
  void readThePage() throws IOException {
    page = Files.readString(PAGE);
  }

  private List<String> blocks(String language) {
    Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
    return block.matcher(page).results().map((MatchResult r) -> r.group(1)).toList();
  }

  private ClassLoader compiled() throws IOException {
    List<String> sources = new ArrayList<>(blocks("java spring"));
    assertThat(sources).hasSize(3);
    sources.add(MAIN);
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-proc:none", "-parameters", "-d", folder.toString()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (String each : sources) {
      Matcher name = Pattern.compile("public class (\\w+)").matcher(each);
      assertThat(name.find()).isTrue();
      command.add(Files.writeString(folder.resolve(name.group(1) + ".java"), each).toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
    assertThat(result).isZero();
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  private ConfigurableApplicationContext start(ClassLoader loader) throws Exception {
    Path settings =
        Files.writeString(folder.resolve("application.yaml"), blocks("yaml application").get(0));
    Files.writeString(folder.resolve("ours.yaml"), blocks("yaml policy").get(0));
    SpringApplication host =
        new SpringApplication(
            new DefaultResourceLoader(loader), loader.loadClass(PACKAGE + "Main"));
    host.setWebApplicationType(WebApplicationType.NONE);
    return host.run(
        "--spring.config.location=" + settings.toUri(),
        "--dunning.policies.location=" + folder.resolve("ours.yaml").toUri(),
        "--LETTERS=" + folder.resolve("letters"),
        "--APP_PASSWORD=" + TestDatabase.PASSWORD,
        "--OWNER_PASSWORD=" + TestDatabase.PASSWORD,
        // the database of the tests
        "--spring.datasource.url=" + database.url(),
        "--spring.datasource.username=" + TestDatabase.APP,
        "--dunning.database.owner=" + TestDatabase.OWNER,
        "--dunning.database.app-role=" + TestDatabase.APP,
        // quickly, and only when asked
        "--dunning.run.enabled=false",
        "--dunning.outbox.polling=50ms",
        "--dunning.outbox.attempts=1");
  }

  private void invoiced(Object feed, Customer customer) throws Exception {
    LocalDate due = today.minusDays(4);
    Invoice invoice = Invoice.of("INV-" + customer.id(), eur("120.00"), due.minusDays(30), due);
    feed.getClass()
        .getMethod("invoiced", String.class, Customer.class, Invoice.class)
        .invoke(feed, "north", customer, invoice);
  }

  @Test
  void theFilesOfTheGuideMakeAnApplicationThatSends() throws Exception {
    ClassLoader loader = compiled();
    try (ConfigurableApplicationContext host = start(loader)) {
      Object feed = host.getBean(loader.loadClass(PACKAGE + "BillingFeed"));
      Customer moss = Customer.of("C-1").named("Moss Ltd").inCountry("GB");
      invoiced(feed, moss.with("mobile", "+44 7700 900077"));
      invoiced(feed, Customer.of("C-2").named("Fern Ltd"));
      host.getBean(DunningRun.class).runAll();

      Deliveries deliveries = host.getBean(Deliveries.class);
      Host.until(
          () -> deliveries.list("north", DeliveryState.SENT, DeliveryState.DEAD).size() == 2);
      assertThat((List<?>) loader.loadClass(PACKAGE + "Main").getField("SENT").get(null))
          .hasToString(
              "[ours/C-1/INV-C-1/text/1#1 | +44 7700 900077 | Please pay 120.00 EUR for INV-C-1]");
      Deliveries.Entry dead = deliveries.list("north", DeliveryState.DEAD).get(0);
      assertThat(dead.customer()).isEqualTo("C-2");
      assertThat(dead.problem().orElse("")).contains("no mobile number: C-2");
      assertThat(deliveries.list("south")).isEmpty();

      Object desk = host.getBean(loader.loadClass(PACKAGE + "CreditDesk"));
      Method failed = desk.getClass().getMethod("failed", String.class);
      assertThat(failed.invoke(desk, "north")).isEqualTo(List.of(dead));
      Method again =
          desk.getClass().getMethod("sendAgain", String.class, String.class, String.class);
      again.invoke(desk, "north", dead.key(), "Anna");
      assertThat((List<?>) failed.invoke(desk, "south")).isEmpty();
    }
  }

  @Test
  void aPaymentCountsOnceAndWhatTheHostRollsBackIsNotThere() throws Exception {
    ClassLoader loader = compiled();
    try (ConfigurableApplicationContext host = start(loader)) {
      Object feed = host.getBean(loader.loadClass(PACKAGE + "BillingFeed"));
      invoiced(feed, Customer.of("C-1"));
      Method paid =
          feed.getClass()
              .getMethod(
                  "paid", String.class, String.class, String.class, Money.class, String.class);
      for (int i = 0; i < 2; i++) {
        paid.invoke(feed, "north", "C-1", "INV-C-1", eur("50.00"), "bank-4711");
      }
      Books books = host.getBean(Books.class);
      assertThat(books.account("north", "C-1").orElseThrow().invoices().get(0).events()).hasSize(1);

      new TransactionTemplate(host.getBean(PlatformTransactionManager.class))
          .executeWithoutResult(
              status -> {
                try {
                  invoiced(feed, Customer.of("C-9"));
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                assertThat(books.account("north", "C-9")).isPresent();
                status.setRollbackOnly();
              });
      assertThat(books.account("north", "C-9")).isEmpty();
    }
  }

  @Test
  void theDependencyIsThisModule() throws IOException {
    String pom = Files.readString(Path.of("pom.xml")).replaceAll("\\s+", "");
    Stream.of("groupId", "artifactId", "version")
        .map(tag -> Pattern.compile("<" + tag + ">[^<]+</" + tag + ">"))
        .map(tag -> tag.matcher(blocks("xml").get(0)))
        .forEach(
            found -> {
              assertThat(found.find()).isTrue();
              assertThat(pom).contains(found.group());
            });
  }
}
