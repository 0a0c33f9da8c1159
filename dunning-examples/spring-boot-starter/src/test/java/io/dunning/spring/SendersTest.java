package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dunning.ledger.Customer;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Letters in a folder, e-mails at a mail server. */
class SendersTest {
  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);

  private ApplicationContextRunner application(String... properties) {
    return Host.with(database, properties)
        .withBean("clock", Clock.class, () -> clock)
        .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
        .withPropertyValues(
            "dunning.sender.name=Nord GmbH",
            "dunning.sender.address=Speicherweg 4,28195 Bremen",
            "dunning.sender.country=DE");
  }

  private static void owes(Books books, String customer, int daysPastDue, String email) {
    Host.owes(books, "default", customer, daysPastDue);
    books.put(
        "default",
        Customer.of(customer)
            .named("Acme")
            .inCountry("DE")
            .ofKind(Customer.Kind.BUSINESS)
            .with("email", email)
            .with("address", "High St 1\n12345 Berlin")
            .with("language", "de"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void aLetterIsOneFileHoweverOftenItIsSent(@TempDir Path folder) {
    application("dunning.folder.path=" + folder)
        .run(
            context -> {
              owes(context.getBean(Books.class), "C-1", 5, "");
              context.getBean(DunningRun.class).run("default");
              Deliveries deliveries = context.getBean(Deliveries.class);
              Host.until(() -> deliveries.list("default", DeliveryState.SENT).size() == 1);
              String key = deliveries.list("default").get(0).key();
              List<Path> once = files(folder);
              byte[] letter = Files.readAllBytes(once.get(0));
              assertThat(new String(letter, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

              FolderSender sender = context.getBean(FolderSender.class);
              sender.send(deliveries.delivery("default", key).orElseThrow());
              assertThat(files(folder)).isEqualTo(once);
              // what happens later does not change the letter of that day
              context
                  .getBean(Books.class)
                  .add("default", Host.paid("C-1"), Host.DAY, "bank", "k-1");
              Delivery again = deliveries.delivery("default", key).orElseThrow();
              assertThat(context.getBean(LetterDesk.class).pdf(again)).isEqualTo(letter);
            });
  }

  /** The place of a tenant is a name in the folder, as a letter is one in its place. */
  @Test
  void aLetterIsForcedToTheDiskWithEachFolderThatWasMadeForIt(@TempDir Path folder) {
    application("dunning.folder.path=" + folder, "dunning.outbox.enabled=false")
        .run(
            context -> {
              owes(context.getBean(Books.class), "C-1", 5, "");
              context.getBean(DunningRun.class).run("default");
              Deliveries deliveries = context.getBean(Deliveries.class);
              String key = deliveries.list("default").get(0).key();
              Path letters = folder.resolve("letters");
              Set<Path> kept = new HashSet<>();
              FolderSender.Disk disk =
                  each -> {
                    assertThat(files(letters)).hasSize(1);
                    kept.add(each);
                  };
              new FolderSender(letters, context.getBean(LetterDesk.class), disk)
                  .send(deliveries.delivery("default", key).orElseThrow());
              Path place = files(letters).get(0).getParent();
              assertThat(kept).containsExactlyInAnyOrder(place, place.getParent());
              assertThat(place).isNotEqualTo(letters);
            });
  }

  @Test
  void aLetterWithoutAnAddressIsNotSentUntilAPersonGivesOne(@TempDir Path folder) {
    application("dunning.folder.path=" + folder, "dunning.outbox.attempts=2")
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              Host.owes(books, "default", "C-1", 5);
              context.getBean(DunningRun.class).run("default");
              Deliveries deliveries = context.getBean(Deliveries.class);
              Host.until(() -> deliveries.list("default", DeliveryState.DEAD).size() == 1);
              Deliveries.Entry dead = deliveries.list("default").get(0);
              assertThat(dead.problem().orElse(""))
                  .endsWith("no postal address is known of customer C-1");
              assertThat(dead.receipt()).isEmpty();
              assertThat(files(folder)).isEmpty();

              owes(books, "C-1", 5, "");
              deliveries.retry("default", dead.key(), "Anna");
              Host.until(() -> deliveries.list("default", DeliveryState.SENT).size() == 1);
              assertThat(files(folder)).hasSize(1);
            });
  }

  @Test
  void aLetterHasTheRightsOfANewFileAndDraftsOfTheDeadAreRemoved(@TempDir Path folder) {
    application("dunning.folder.path=" + folder)
        .run(
            context -> {
              Path drafts = folder.resolve(FolderSender.name("default")).resolve(".drafts");
              Files.createDirectories(drafts);
              Path left = Files.createFile(drafts.resolve("left.tmp"));
              Files.setLastModifiedTime(
                  left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
              Path atWork = Files.createFile(drafts.resolve("at-work.tmp"));

              owes(context.getBean(Books.class), "C-1", 5, "");
              context.getBean(DunningRun.class).run("default");
              Deliveries deliveries = context.getBean(Deliveries.class);
              Host.until(() -> deliveries.list("default", DeliveryState.SENT).size() == 1);
              List<Path> all = files(folder);
              assertThat(all).hasSize(2).contains(atWork);
              Path letter = all.get(all.indexOf(atWork) == 0 ? 1 : 0);
              assertThat(Files.getPosixFilePermissions(letter))
                  .isEqualTo(Files.getPosixFilePermissions(atWork));
            });
  }

  @Test
  void aFolderThatIsFullLeavesNoHalfLetterAndTriesAgain(@TempDir Path folder) throws Exception {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, where a folder should be");
    application("dunning.folder.path=" + blocked)
        .run(
            context -> {
              owes(context.getBean(Books.class), "C-1", 5, "");
              context.getBean(DunningRun.class).run("default");
              Deliveries deliveries = context.getBean(Deliveries.class);
              Host.until(() -> deliveries.list("default").get(0).attempts() > 1);
              assertThat(deliveries.list("default").get(0).problem().orElse(""))
                  .contains("blocked");
              Files.delete(blocked);
              Host.until(() -> deliveries.list("default", DeliveryState.SENT).size() == 1);
              assertThat(files(folder)).hasSize(1);
            });
  }

  @Test
  void anEmailArrivesWithItsKeyAndAnAddressWithALineBreakDoesNot() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      application(
              "spring.mail.host=127.0.0.1",
              "spring.mail.port=" + mail.getSmtp().getPort(),
              "dunning.mail.from=accounts@nord.example",
              "dunning.outbox.attempts=2")
          .run(
              context -> {
                Books books = context.getBean(Books.class);
                owes(books, "C-1", 15, "ap@acme.example");
                owes(books, "C-2", 15, "ap@acme.example\r\nBcc: all@evil.example");
                DunningRun run = context.getBean(DunningRun.class);
                run.run("default"); // reminders by letter, which nobody sends here
                clock.set(Host.DAY.plusDays(11));
                run.run("default");
                Deliveries deliveries = context.getBean(Deliveries.class);
                Host.until(
                    () ->
                        deliveries.list("default", DeliveryState.SENT, DeliveryState.DEAD).size()
                            == 2);
                MimeMessage[] received = mail.getReceivedMessages();
                assertThat(received).hasSize(1);
                assertThat(received[0].getSubject()).contains("Mahnung", "INV-C-1");
                assertThat(received[0].getAllRecipients()).hasSize(1);
                assertThat(received[0].getHeader("X-Dunning-Key")[0])
                    .startsWith("test_C-1_INV-C-1");
                assertThat(deliveries.list("default", DeliveryState.SENT).get(0).receipt())
                    .contains(received[0].getMessageID());
                assertThat(deliveries.list("default", DeliveryState.DEAD).get(0).problem())
                    .hasValueSatisfying(p -> assertThat(p).contains("e-mail address"));
              });
    } finally {
      mail.stop();
    }
  }

  @Test
  void aMailServerThatIsNotThereIsNoDoubt() {
    application(
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=1",
            "dunning.mail.from=accounts@nord.example",
            "dunning.outbox.attempts=2")
        .run(
            context -> {
              owes(context.getBean(Books.class), "C-1", 15, "ap@acme.example");
              DunningRun run = context.getBean(DunningRun.class);
              run.run("default");
              clock.set(Host.DAY.plusDays(11));
              run.run("default");
              Deliveries deliveries = context.getBean(Deliveries.class);
              Host.until(() -> deliveries.list("default", DeliveryState.DEAD).size() == 1);
            });
  }

  /** A server that takes the text, and ends the connection instead of an answer. */
  @Test
  void anEmailWhoseEndWasNotAnsweredIsInDoubtAndGoesOnce() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread taking = new Thread(() -> takeAndHangUp(server, received));
      taking.setDaemon(true);
      taking.start();
      application(
              "spring.mail.host=127.0.0.1",
              "spring.mail.port=" + server.getLocalPort(),
              "dunning.mail.from=accounts@nord.example",
              "dunning.outbox.attempts=4",
              "dunning.outbox.back-off=1ms")
          .run(
              context -> {
                owes(context.getBean(Books.class), "C-1", 15, "ap@acme.example");
                DunningRun run = context.getBean(DunningRun.class);
                run.run("default");
                clock.set(Host.DAY.plusDays(11));
                run.run("default");
                Deliveries deliveries = context.getBean(Deliveries.class);
                Host.until(
                    () ->
                        deliveries
                                .list("default", DeliveryState.IN_DOUBT, DeliveryState.DEAD)
                                .size()
                            == 1);
                assertThat(deliveries.list("default", DeliveryState.IN_DOUBT)).hasSize(1);
                assertThat(received).hasSize(1);
              });
    }
  }

  /** Nothing was sent yet, so it is tried again until there are no more attempts. */
  @Test
  void aMailServerThatIsBusyIsNoDoubt() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread refusing = new Thread(() -> greetBusy(server));
      refusing.setDaemon(true);
      refusing.start();
      application(
              "spring.mail.host=127.0.0.1",
              "spring.mail.port=" + server.getLocalPort(),
              "dunning.mail.from=accounts@nord.example",
              "dunning.outbox.attempts=2",
              "dunning.outbox.back-off=1ms")
          .run(
              context -> {
                owes(context.getBean(Books.class), "C-1", 15, "ap@acme.example");
                DunningRun run = context.getBean(DunningRun.class);
                run.run("default");
                clock.set(Host.DAY.plusDays(11));
                run.run("default");
                Deliveries deliveries = context.getBean(Deliveries.class);
                Host.until(
                    () ->
                        deliveries
                                .list("default", DeliveryState.IN_DOUBT, DeliveryState.DEAD)
                                .size()
                            == 1);
                assertThat(deliveries.list("default", DeliveryState.DEAD)).hasSize(1);
              });
    }
  }

  private static void greetBusy(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        answer(client, "421 too many connections");
      } catch (IOException e) {
        assertThat(server.isClosed()).isTrue();
      }
    }
  }

  private static void takeAndHangUp(ServerSocket server, List<String> received) {
    while (!server.isClosed()) {
      try (Socket client = server.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
        answer(client, "220 here");
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
          boolean command = line.matches("(EHLO|HELO|MAIL|RCPT) .*");
          answer(client, command ? "250 ok" : line.equals("DATA") ? "354 go on" : "");
          line = in.readLine();
        }
        if (line != null) {
          received.add(line);
        }
      } catch (IOException e) {
        assertThat(server.isClosed()).isTrue();
      }
    }
  }

  private static void answer(Socket client, String line) throws IOException {
    if (!line.isEmpty()) {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
