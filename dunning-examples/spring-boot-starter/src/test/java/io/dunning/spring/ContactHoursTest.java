package io.dunning.spring;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.ContactWishes;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.WeeklyHours;
import io.dunning.evaluation.Posting;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;

/** The law closes hours to e-mails; no attempt is made then, whoever asks for it. */
class ContactHoursTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final String KEY = "hours/C-1/INV-C-1/reminder/1#1";

  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  private static Customer customer(String country, ZoneId zone) {
    return Customer.of("C-1")
        .named("Ann Lee")
        .inCountry(country)
        .ofKind(Customer.Kind.CONSUMER)
        .inZone(zone);
  }

  private void owing(
      Customer customer, int daysPastDue, ContextConsumer<AssertableApplicationContext> then) {
    Host.with(
            database,
            clock,
            sender,
            "dunning.policies.location=classpath:hours-policy.yaml",
            "dunning.outbox.attempts=3")
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              books.put("default", customer);
              LocalDate due = Host.DAY.minusDays(daysPastDue);
              Invoice invoice = Invoice.of("INV-C-1", eur("120.00"), due.minusDays(30), due);
              books.add("default", "C-1", invoice, "test");
              then.accept(context);
            });
  }

  private void show(String chicago) {
    clock.set(LocalDateTime.parse(chicago).atZone(CHICAGO).toInstant());
  }

  private static Deliveries.Entry entry(AssertableApplicationContext context) {
    return context.getBean(Deliveries.class).find("default", KEY).orElseThrow();
  }

  private static boolean waits(AssertableApplicationContext context, String until) {
    Deliveries.Entry entry = entry(context);
    return entry.state() == DeliveryState.SCHEDULED
        && entry
            .problem()
            .equals(Optional.of("waits until " + until + ", when the customer may be contacted"));
  }

  /** How long the task of the action has yet to wait, by the clock of the machine. */
  private Duration rest() throws SQLException {
    try (Connection connection = database.superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT extract(epoch FROM execution_time - now()) FROM dunning.scheduled_tasks "
                    + "WHERE task_name = 'dunning-delivery' AND NOT picked")) {
      assertThat(row.next()).isTrue();
      return Duration.ofSeconds(row.getLong(1));
    }
  }

  private void wakeUp() {
    database.execute(
        "UPDATE dunning.scheduled_tasks SET execution_time = now(), version = version + 1 "
            + "WHERE task_name = 'dunning-delivery'");
  }

  @Test
  void aRetryAfterTheLastHourWaitsForTheMorningAndDoesNotCount() {
    show("2026-03-02T20:30");
    sender.behaviour =
        delivery -> {
          show("2026-03-02T21:30");
          throw new IOException("mail server is down");
        };
    owing(
        customer("US", CHICAGO),
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          Host.until(() -> waits(context, "2026-03-03T08:00-06:00"));
          assertThat(entry(context).attempts()).isOne();
          assertThat(rest()).isBetween(Duration.ofMinutes(628), Duration.ofMinutes(630));
          sender.behaviour = delivery -> "";
          show("2026-03-03T08:00");
          wakeUp();
          Host.until(() -> entry(context).state() == DeliveryState.SENT);
          assertThat(entry(context).attempts()).isEqualTo(2);
          assertThat(entry(context).problem()).isEmpty();
        });
  }

  @Test
  void whatCouldNotBeSentWhileTheInstanceWasDownWaitsForTheMorning() {
    show("2026-03-02T06:00");
    owing(
        customer("US", CHICAGO),
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          assertThat(rest()).isBetween(Duration.ofMinutes(118), Duration.ofMinutes(120));
          show("2026-03-02T23:00");
          wakeUp();
          Host.until(() -> waits(context, "2026-03-03T08:00-06:00"));
          assertThat(entry(context).attempts()).isZero();
          assertThat(rest()).isBetween(Duration.ofMinutes(538), Duration.ofMinutes(540));
          assertThat(sender.sent).isEmpty();
        });
  }

  @Test
  void aPersonWhoAsksAtNightIsToldWhenItGoesOut() {
    show("2026-03-02T12:00");
    sender.behaviour = RecordingSender.FAILS;
    owing(
        customer("US", CHICAGO),
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          Host.until(() -> entry(context).state() == DeliveryState.DEAD);
          sender.behaviour = delivery -> "";
          show("2026-03-02T02:00");
          context.getBean(Deliveries.class).retry("default", KEY, "Anna");
          Host.until(() -> waits(context, "2026-03-02T08:00-06:00"));
          assertThat(sender.sent).isEmpty();
        });
  }

  @Test
  void aCustomerWhoLeavesNoHourIsLeftToAPerson() {
    show("2026-03-02T20:30");
    owing(
        customer("US", CHICAGO),
        5,
        context -> {
          sender.behaviour =
              delivery -> {
                ContactWishes never = ContactWishes.NONE.notAt(WeeklyHours.ALWAYS);
                context.getBean(Books.class).put("default", customer("US", CHICAGO).wishing(never));
                throw new IOException("mail server is down");
              };
          context.getBean(DunningRun.class).run("default");
          Host.until(() -> entry(context).state() == DeliveryState.DEAD);
          assertThat(entry(context).problem())
              .contains("no hour is left at which the customer may be reached");
        });
  }

  /** Whether the dead process sent it, nobody knows, however long it waits after that. */
  @Test
  void whatADeadProcessMayHaveSentStaysInDoubtWhileItWaits() {
    show("2026-03-02T12:00");
    sender.knowsKeys = true;
    owing(
        customer("US", CHICAGO),
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          Host.until(() -> entry(context).state() == DeliveryState.SENT);
          database.execute("UPDATE dunning.delivery SET state = 'sending'");
          show("2026-03-02T23:00");
          context.getBean(Outbox.class).scheduleAgain("default", KEY);
          Host.until(() -> entry(context).problem().orElse("").startsWith("waits until"));
          assertThat(entry(context).state()).isEqualTo(DeliveryState.SENDING);
          sender.knowsKeys = false;
          show("2026-03-03T08:00");
          wakeUp();
          Host.until(() -> entry(context).state() == DeliveryState.IN_DOUBT);
          assertThat(sender.sent).hasSize(1);
        });
  }

  @Test
  void whatADeadProcessMayHaveSentIsInDoubtIfNoHourIsLeft() {
    show("2026-03-02T12:00");
    sender.knowsKeys = true;
    owing(
        customer("US", CHICAGO),
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          Host.until(() -> entry(context).state() == DeliveryState.SENT);
          ContactWishes never = ContactWishes.NONE.notAt(WeeklyHours.ALWAYS);
          context.getBean(Books.class).put("default", customer("US", CHICAGO).wishing(never));
          database.execute("UPDATE dunning.delivery SET state = 'sending'");
          context.getBean(Outbox.class).scheduleAgain("default", KEY);
          Host.until(() -> entry(context).state() == DeliveryState.IN_DOUBT);
          assertThat(entry(context).problem().orElseThrow()).contains("no hour is left");
        });
  }

  /** Quiet days need no clock of the customer. */
  @Test
  void aCustomerWithoutAZoneIsLeftInPeaceOnQuietDays() {
    Customer nowhere =
        Customer.of("C-1").named("Ann").inCountry("US").ofKind(Customer.Kind.CONSUMER);
    LocalDate third = LocalDate.of(2026, 3, 3);
    show("2026-03-02T12:00");
    owing(
        nowhere.wishing(ContactWishes.NONE.notDuring(new DateSpan(third, third.plusDays(1)))),
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          Delivery delivery =
              context.getBean(Deliveries.class).delivery("default", KEY).orElseThrow();
          ContactHours hours = new ContactHours(BusinessCalendar.weekends(), clock);
          for (String now : List.of("2026-03-02T23:00:00Z", "2026-03-05T02:00:00Z")) {
            assertThat(hours.opening(Instant.parse(now), delivery).orElseThrow().toInstant())
                .isEqualTo(Instant.parse(now));
          }
          assertThat(hours.opening(Instant.parse("2026-03-03T09:00:00Z"), delivery).orElseThrow())
              .isEqualTo(ZonedDateTime.parse("2026-03-05T09:00:00Z"));
        });
  }

  /** A letter has no hours in that law, and a customer without a zone has no clock. */
  @ParameterizedTest
  @CsvSource({"30, true", "5, false"})
  void whatHasNoHoursIsSentAtNight(int daysPastDue, boolean inZone) {
    show("2026-03-02T23:00");
    Customer nowhere =
        Customer.of("C-1").named("Ann").inCountry("US").ofKind(Customer.Kind.CONSUMER);
    owing(
        inZone ? customer("US", CHICAGO) : nowhere,
        daysPastDue,
        context -> {
          LedgerEvent reminded = LedgerEvent.stepTaken(Host.DAY.minusDays(20), "reminder", EMAIL);
          Posting posting = new Posting("C-1", Optional.of("INV-C-1"), reminded);
          if (inZone) {
            context.getBean(Books.class).add("default", posting, Host.DAY, "test", "reminded");
          }
          context.getBean(DunningRun.class).run("default");
          Deliveries all = context.getBean(Deliveries.class);
          Host.until(() -> all.list("default", DeliveryState.SENT).size() == 1);
        });
  }

  // 9 March 2026 is a holiday here; on 8 March clocks skip 02:00 to 03:00, on 1 November 01:00 to
  // 02:00 comes twice.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          US, 2026-03-02T08:00:00-06:00, 2026-03-02T08:00-06:00
          US, 2026-03-02T21:00:59-06:00, 2026-03-02T21:00:59-06:00
          US, 2026-03-02T21:01:00-06:00, 2026-03-03T08:00-06:00
          US, 2026-03-07T22:00:00-06:00, 2026-03-08T08:00-05:00
          US, 2026-10-31T22:00:00-05:00, 2026-11-01T08:00-06:00
          CA, 2026-03-04T01:00:00-06:00, 2026-03-04T02:30-06:00
          CA, 2026-03-06T17:01:00-06:00, 2026-03-10T02:30-05:00
          CA, 2026-03-07T12:00:00-06:00, 2026-03-10T02:30-05:00
          CA, 2026-03-20T18:00:00-05:00, 2026-04-06T02:30-05:00
          GB, 2026-03-08T00:30:00-06:00, 2026-03-08T03:00-05:00
          IE, 2026-11-01T00:30:00-05:00, 2026-11-01T01:15-05:00
          IE, 2026-11-01T01:45:00-05:00, 2026-11-01T01:15-06:00
          IE, 2026-11-01T01:45:00-06:00, 2026-11-02T01:15-06:00
          """)
  void theNextOpeningIsThatOfItsOwnDay(String country, String now, String opens) {
    ContactWishes wishes =
        switch (country) {
          case "GB" -> only(WeeklyHours.daily("02:30", "05:00"));
          case "IE" -> only(WeeklyHours.daily("01:15", "01:30"));
          default ->
              ContactWishes.NONE.notDuring(
                  new DateSpan(LocalDate.of(2026, 3, 21), LocalDate.of(2026, 4, 5)));
        };
    Customer customer = customer(country, CHICAGO).wishing(wishes);
    DateSpan year = new DateSpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    BusinessCalendar calendar =
        BusinessCalendar.weekends().withHolidays(List.of(LocalDate.of(2026, 3, 9)), year);
    show("2026-03-02T12:00");
    owing(
        customer,
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          Delivery delivery =
              context.getBean(Deliveries.class).delivery("default", KEY).orElseThrow();
          Instant instant = ZonedDateTime.parse(now).toInstant();
          ZonedDateTime opening =
              new ContactHours(calendar, clock).opening(instant, delivery).orElseThrow();
          assertThat(opening.toOffsetDateTime()).isEqualTo(OffsetDateTime.parse(opens));
          assertThat(opening.getZone()).isEqualTo(CHICAGO);
        });
  }

  /** It has to be 08:00 in Los Angeles, too, and no later than 21:00 in Chicago. */
  @Test
  void aCustomerInTwoZonesIsReachedWhenBothAllowIt() {
    show("2026-03-02T12:00");
    owing(
        customer("US", CHICAGO).inZone(ZoneId.of("America/Los_Angeles")),
        5,
        context -> {
          context.getBean(DunningRun.class).run("default");
          Delivery delivery =
              context.getBean(Deliveries.class).delivery("default", KEY).orElseThrow();
          ContactHours hours = new ContactHours(BusinessCalendar.weekends(), clock);
          for (String now : List.of("2026-03-02T21:01-06:00", "2026-03-03T08:00-06:00")) {
            Instant instant = OffsetDateTime.parse(now).toInstant();
            assertThat(hours.opening(instant, delivery).orElseThrow().toOffsetDateTime())
                .isEqualTo(OffsetDateTime.parse("2026-03-03T10:00-06:00"));
          }
        });
  }

  private static ContactWishes only(WeeklyHours hours) {
    return ContactWishes.NONE.notAt(WeeklyHours.ALWAYS.minus(hours));
  }
}
