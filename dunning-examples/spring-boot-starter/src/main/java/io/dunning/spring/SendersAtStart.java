package io.dunning.spring;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Refuses settings that ask for letters or e-mails but do not suffice for them. Without this, each
 * letter would be left to a person, and nobody would know why.
 */
final class SendersAtStart {
  private static final Logger LOG = LoggerFactory.getLogger(SendersAtStart.class);
  private static final String FOLDER = "dunning.folder.path";
  private static final String FROM = "dunning.mail.from";

  private SendersAtStart() {}

  /**
   * Checks the settings, and logs who carries out actions.
   *
   * @throws DunningStartException if a setting is missing
   */
  static void check(ListableBeanFactory beans, DunningProperties settings) {
    if (settings.folder().path().isPresent() && !has(beans, FolderSender.class)) {
      throw noDesk(FOLDER);
    }
    if (settings.mail().from().isPresent() && !has(beans, EmailSender.class)) {
      throw has(beans, LetterDesk.class) ? noMail() : noDesk(FROM);
    }
    List<String> names = List.of(beans.getBeanNamesForType(ActionSender.class));
    LOG.info(
        "actions are carried out by {}; all others are left to people",
        names.isEmpty() ? "no sender" : String.join(", ", names));
  }

  private static boolean has(ListableBeanFactory beans, Class<?> type) {
    return beans.getBeanNamesForType(type).length > 0;
  }

  private static DunningStartException noDesk(String set) {
    return new DunningStartException(
        set + " is set, but dunning.sender.name is not, so nobody could write",
        "Set dunning.sender.name to the name of the creditor, or make a bean of type "
            + "io.dunning.letters.Sender.",
        null);
  }

  private static DunningStartException noMail() {
    boolean there =
        ClassUtils.isPresent(
            "org.springframework.mail.javamail.JavaMailSender",
            SendersAtStart.class.getClassLoader());
    return new DunningStartException(
        FROM + " is set, but there is no mail server",
        there
            ? "Set spring.mail.host, or make a bean of type JavaMailSender."
            : "Add spring-boot-starter-mail, and set spring.mail.host.",
        null);
  }

  /**
   * A setting that is there but blank, as an environment variable without a value is.
   *
   * @throws DunningStartException if it is blank
   */
  static String notBlank(String setting, String value) {
    if (value.isBlank()) {
      throw new DunningStartException(
          setting + " is blank", "Set it to a text, or leave it out.", null);
    }
    return value;
  }
}
