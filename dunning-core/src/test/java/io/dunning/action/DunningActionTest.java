package io.dunning.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dunning.sentence.SentenceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DunningActionTest {
  /** Every kind of action: how it is made, how it prints, and which method answers for it. */
  static Stream<Arguments> actions() {
    return Stream.of(
        // messages
        Arguments.of(
            DunningAction.sendReminder(Channel.EMAIL), "send reminder by email", "reminder"),
        Arguments.of(
            DunningAction.sendNotice(2, Channel.LETTER), "send notice 2 by letter", "notice 2"),
        Arguments.of(DunningAction.sendDemand(Channel.PORTAL), "send demand by portal", "demand"),
        Arguments.of(DunningAction.sendMessage(Channel.SMS), "send message by sms", "message"),
        Arguments.of(
            DunningAction.thankCustomer(Channel.EMAIL), "thank customer by email", "thanks"),
        // offers
        Arguments.of(
            DunningAction.offerSettlement(Channel.LETTER),
            "offer settlement by letter",
            "settlement"),
        Arguments.of(
            DunningAction.proposePlan(Channel.EMAIL), "propose payment plan by email", "plan"),
        Arguments.of(
            DunningAction.offerDiscount(Channel.EMAIL),
            "offer early payment discount by email",
            "discount"),
        Arguments.of(
            DunningAction.askForPaymentMethod(Channel.EMAIL),
            "ask for payment method by email",
            "method"),
        // conversations
        Arguments.of(DunningAction.placeCall(), "place call", "call"),
        Arguments.of(DunningAction.visit(), "visit customer", "visit"),
        // the back office
        Arguments.of(DunningAction.retryCollection(), "retry collection", "retry"),
        Arguments.of(DunningAction.stopSupply(), "stop supply", "supply"),
        Arguments.of(DunningAction.referToAgency(), "refer to agency", "agency"),
        Arguments.of(DunningAction.fileClaim(), "file a claim", "court"),
        Arguments.of(DunningAction.writeOff(), "write off", "write-off"),
        Arguments.of(DunningAction.assessCharges(), "assess charges", "charges"),
        Arguments.of(DunningAction.traceCustomer(), "trace customer", "trace"),
        Arguments.of(DunningAction.sellClaim(), "sell claim", "sale"),
        Arguments.of(DunningAction.blockOrders(), "block orders", "orders off"),
        Arguments.of(DunningAction.releaseOrders(), "release orders", "orders on"),
        Arguments.of(
            DunningAction.task("inform sales"), "task inform sales", "task: inform sales"));
  }

  private static List<DunningAction> all() {
    return actions().map(each -> (DunningAction) each.get()[0]).toList();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void readsInTheTradesWords(DunningAction action, String words) {
    assertThat(action).hasToString(words);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void isReadInTheWordsInWhichItPrints(DunningAction action, String words) {
    assertThat(DunningAction.parse(words)).isEqualTo(action);
    assertThat(DunningAction.parse(" " + words.toUpperCase(Locale.ROOT) + " "))
        .isEqualTo(
            action instanceof BackOfficeAction.Task ? DunningAction.task("INFORM SALES") : action);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void isReadWithEveryChannel(Channel channel) {
    for (DunningAction each : all()) {
      assertThat(DunningAction.parse(each.by(channel).toString())).isEqualTo(each.by(channel));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "place call",
        "call and write",
        "x (y)",
        "say \"no\"",
        "a, b",
        "one\ntwo",
        " a",
        "task x",
        "\\"
      })
  void readsTheWordsOfATaskAsTheyWere(String what) {
    DunningAction task = DunningAction.task(what);
    assertThat(DunningAction.parse(task.toString())).as(task.toString()).isEqualTo(task);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''                   | an action is missing | 1 | "send notice 1 by email"
          sned reminder by email | "sned reminder by email" is not an action | 1 | "send reminder by email"
          inform sales         | "inform sales" is not an action | 1 | "send notice 1 by email"
          send notice by email | expected a number, found "by email" | 13 | "send notice 1 by email"
          send notice 1 by fax | expected a channel, found "fax" | 18 | "send notice 1 by email"
          send notice 1        | expected "by", found the end | 14 | "send notice 1 by email"
          send notice 99999999999 by email | expected a number, found "99999999999 by email" | 13 | "send notice 1 by email"
          place call now       | expected the end, found "now" | 12 | "place call"
          task                 | expected what is to be done, found the end | 5 | "task inform sales"
          task x, y            | expected the end, found ", y" | 7 | put the name in double quotes
          write letter         | "write letter" is not an action | 1 | "send notice 1 by letter"
          write e-mail         | "write e-mail" is not an action | 1 | "send notice 1 by email"
          write of             | "write of" is not an action | 1 | "write off"
          write                | "write" is not an action | 1 | "send notice 1 by email"
          place phone call     | "place phone call" is not an action | 1 | "place call"
          send letter          | expected "reminder", "notice", "demand" or "message", found "letter" | 6 | "send reminder by letter"
          sned demand by Letter | "sned demand by Letter" is not an action | 1 | "send demand by letter"
          """)
  void saysWhyItCannotBeRead(String text, String problem, int column, String maybe) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> DunningAction.parse(text))
        .withMessage(problem + " (column " + column + ")\nMaybe " + maybe);
  }

  @Test
  void refusesImpossibleNumbersAndTasks() {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> DunningAction.parse("send notice 0 by email"))
        .withMessage("notices are numbered from 1: 0 (column 1)");
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> DunningAction.parse("task \" \""))
        .withMessage("task has no words (column 1)");
  }

  @ParameterizedTest
  @MethodSource("actions")
  void comesBackAsItWasSent(DunningAction action) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(action);
    }
    try (ObjectInputStream read =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(read.readObject()).isEqualTo(action).hasSameHashCodeAs(action);
    }
  }

  // kinds

  @ParameterizedTest
  @MethodSource("actions")
  void asksTheMethodForItsKind(DunningAction action, String words, String answer) {
    assertThat(action.<String>accept(new Desk())).isEqualTo(answer);
  }

  @Test
  void namesEveryKindOnce() {
    Set<Class<?>> kinds = new LinkedHashSet<>();
    for (Class<?> family : DunningAction.class.getPermittedSubclasses()) {
      kinds.addAll(List.of(family.getPermittedSubclasses()));
    }
    List<Class<?>> tried = all().stream().map(Object::getClass).collect(Collectors.toList());
    assertThat(tried).doesNotHaveDuplicates().hasSameElementsAs(kinds);
  }

  @Test
  void aTaskIsNeverTheActionThatItNames() {
    for (DunningAction each : all()) {
      DunningAction words = DunningAction.task(each.toString());
      assertThat(words).isNotEqualTo(each);
      assertThat(each).isNotEqualTo(words);
      assertThat(words).hasToString("task " + each);
    }
    assertThat(DunningAction.task("refer to agency")).isNotEqualTo(DunningAction.referToAgency());
  }

  @Test
  void kindAndFactsMakeAnAction() {
    Set<DunningAction> distinct = new LinkedHashSet<>(all());
    assertThat(distinct).hasSize(all().size());
    assertThat(distinct).containsExactlyElementsOf(all());
    assertThat(DunningAction.sendNotice(1, Channel.EMAIL))
        .isEqualTo(new Message.Notice(1, Channel.EMAIL))
        .isNotEqualTo(DunningAction.sendNotice(2, Channel.EMAIL))
        .isNotEqualTo(DunningAction.sendNotice(1, Channel.SMS));
  }

  // channels

  @Test
  void reachesTheCustomerOnlyIfItHasAChannel() {
    for (DunningAction each : all()) {
      assertThat(each.contactsCustomer())
          .as(each.toString())
          .isEqualTo(each.channel().isPresent())
          .isEqualTo(!(each instanceof BackOfficeAction));
    }
    assertThat(DunningAction.sendReminder(Channel.SMS).channel()).contains(Channel.SMS);
    assertThat(DunningAction.offerDiscount(Channel.SMS).channel()).contains(Channel.SMS);
    assertThat(DunningAction.placeCall().channel()).contains(Channel.PHONE);
    assertThat(DunningAction.visit().channel()).contains(Channel.VISIT);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void goesByAnotherChannel(Channel channel) {
    for (DunningAction each : all()) {
      DunningAction other = each.by(channel);
      if (each.contactsCustomer()) {
        assertThat(other.channel()).contains(channel);
        assertThat(other.by(each.channel().orElseThrow()).channel()).isEqualTo(each.channel());
        if (!(each instanceof Conversation)) {
          assertThat(other).hasSameClassAs(each);
          assertThat(other.by(each.channel().orElseThrow())).isEqualTo(each);
        }
      } else {
        assertThat(other).isEqualTo(each);
      }
    }
  }

  @Test
  void aNoticeKeepsItsNumber() {
    assertThat(DunningAction.sendNotice(3, Channel.EMAIL).by(Channel.LETTER))
        .isEqualTo(DunningAction.sendNotice(3, Channel.LETTER));
  }

  @Test
  void aCallOrAVisitBecomesWhatGoesByTheChannel() {
    for (DunningAction each : List.of(DunningAction.placeCall(), DunningAction.visit())) {
      assertThat(each.by(Channel.EMAIL)).isEqualTo(DunningAction.sendMessage(Channel.EMAIL));
      assertThat(each.by(Channel.LETTER)).isEqualTo(DunningAction.sendMessage(Channel.LETTER));
      assertThat(each.by(Channel.PHONE)).isEqualTo(DunningAction.placeCall());
      assertThat(each.by(Channel.VISIT)).isEqualTo(DunningAction.visit());
    }
  }

  // what is refused

  @Test
  void refusesNoticesBelowOneAndTasksWithoutWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DunningAction.sendNotice(0, Channel.EMAIL))
        .withMessage("notices are numbered from 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DunningAction.task(" "))
        .withMessage("task has no words");
    assertThatNullPointerException().isThrownBy(() -> DunningAction.task(null)).withMessage("what");
  }

  @Test
  void refusesAMissingChannel() {
    List<Function<Channel, DunningAction>> factories =
        List.of(
            DunningAction::sendReminder,
            by -> DunningAction.sendNotice(1, by),
            DunningAction::sendDemand,
            DunningAction::sendMessage,
            DunningAction::thankCustomer,
            DunningAction::offerSettlement,
            DunningAction::proposePlan,
            DunningAction::offerDiscount);
    for (Function<Channel, DunningAction> each : factories) {
      assertThatNullPointerException().isThrownBy(() -> each.apply(null)).withMessage("by");
    }
    for (DunningAction each : all()) {
      assertThatNullPointerException().as(each.toString()).isThrownBy(() -> each.by(null));
    }
  }

  @Test
  void channelsParseWhatTheyPrint() {
    for (Channel channel : Channel.values()) {
      assertThat(Channel.parse(channel.toString())).isSameAs(channel);
    }
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Channel.parse("pigeon"))
        .withMessageStartingWith("\"pigeon\" is not a channel (column 1)");
    assertThat(Channel.parse("Email")).isSameAs(Channel.EMAIL);
    assertThatIllegalArgumentException().isThrownBy(() -> DunningAction.task(" "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DunningAction.sendNotice(0, Channel.EMAIL));
  }

  /** A desk that knows every kind; a kind it forgot would not compile. */
  private static final class Desk implements DunningAction.Visitor<String> {
    @Override
    public String reminder(Message.Reminder action) {
      return "reminder";
    }

    @Override
    public String notice(Message.Notice action) {
      return "notice " + action.number();
    }

    @Override
    public String demand(Message.Demand action) {
      return "demand";
    }

    @Override
    public String plainMessage(Message.PlainMessage action) {
      return "message";
    }

    @Override
    public String thankCustomer(Message.ThankCustomer action) {
      return "thanks";
    }

    @Override
    public String askForPaymentMethod(Message.AskForPaymentMethod action) {
      return "method";
    }

    @Override
    public String offerSettlement(Offer.OfferSettlement action) {
      return "settlement";
    }

    @Override
    public String proposePlan(Offer.ProposePlan action) {
      return "plan";
    }

    @Override
    public String offerDiscount(Offer.OfferDiscount action) {
      return "discount";
    }

    @Override
    public String call(Conversation.Call action) {
      return "call";
    }

    @Override
    public String visit(Conversation.Visit action) {
      return "visit";
    }

    @Override
    public String retryCollection(BackOfficeAction.RetryCollection action) {
      return "retry";
    }

    @Override
    public String stopSupply(BackOfficeAction.StopSupply action) {
      return "supply";
    }

    @Override
    public String referToAgency(BackOfficeAction.ReferToAgency action) {
      return "agency";
    }

    @Override
    public String fileClaim(BackOfficeAction.FileClaim action) {
      return "court";
    }

    @Override
    public String writeOff(BackOfficeAction.WriteOff action) {
      return "write-off";
    }

    @Override
    public String assessCharges(BackOfficeAction.AssessCharges action) {
      return "charges";
    }

    @Override
    public String traceCustomer(BackOfficeAction.TraceCustomer action) {
      return "trace";
    }

    @Override
    public String sellClaim(BackOfficeAction.SellClaim action) {
      return "sale";
    }

    @Override
    public String blockOrders(BackOfficeAction.BlockOrders action) {
      return "orders off";
    }

    @Override
    public String releaseOrders(BackOfficeAction.ReleaseOrders action) {
      return "orders on";
    }

    @Override
    public String task(BackOfficeAction.Task action) {
      return "task: " + action.what();
    }
  }

  /** Generous: to change the case of such a text took minutes. */
  @Test
  void refusesAMegabyteAsAChannelAtOnce() {
    String text = "\u0130".repeat(1 << 20);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatExceptionOfType(SentenceException.class)
                .isThrownBy(() -> Channel.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300)));
  }

  /** What people write instead, and what is advised: never another way to press the customer. */
  @ParameterizedTest
  @CsvSource({
    "refer to court, file a claim",
    "sue, file a claim",
    "file lawsuit, file a claim",
    "call, place call",
    "Call the customer, place call"
  })
  void advisesWhatIsMeant(String written, String advice) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> DunningAction.parse(written))
        .withMessageContaining("Maybe \"" + advice + "\"");
  }
}
