package io.dunning.law;

import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import io.dunning.conduct.ContactLaw;
import io.dunning.text.TableFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the Korean Personal Financial Debtor Protection Act (law 20369, in force since 2024-10-17)
 * and its Decree (34945) say about debts that may not be collected and about what a debtor can bar.
 * The stay of contact is {@link KoreanStay}; the hours, the seven contacts in seven days and the
 * notices are {@link ContactLaw#KR_FINANCIAL}. It concerns personal financial claims, not trade
 * receivables.
 *
 * <p>Not decided here, because no source that was read decides it: whether section 14(1), which
 * points to section 10, bites for secured claims and from KRW 30 million of principal on, where
 * section 10 itself does not apply; and the claims that notices of the Financial Services
 * Commission name. This is not legal advice.
 */
public final class KoreanConsumerDebt {
  private KoreanConsumerDebt() {}

  /** Decree 17(1)2 names visit, phone, text message, e-mail and fax; the library knows no fax. */
  private static final Set<Channel> CAN_BE_BARRED =
      Collections.unmodifiableSet(
          EnumSet.of(Channel.EMAIL, Channel.PHONE, Channel.SMS, Channel.VISIT));

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final List<NotCollectable> REASONS = reasons();

    private static List<NotCollectable> reasons() {
      List<NotCollectable> all = new ArrayList<>();
      TableFile.shipped(KoreanConsumerDebt.class, "korea.tsv")
          .forEach(
              row ->
                  all.add(
                      new NotCollectable(
                          row.text("reason"),
                          row.text("section"),
                          row.text("note"),
                          row.text("source"),
                          row.text("confidence"))));
      return List.copyOf(all);
    }
  }

  /** {@return the closed list of reasons for which a debt may not be collected} */
  public static List<NotCollectable> notCollectable() {
    return Shipped.REASONS;
  }

  /**
   * {@return a reason for which a debt may not be collected}
   *
   * @param reason such as {@code SUIT_PENDING}
   * @throws IllegalArgumentException if the list does not have it
   */
  public static NotCollectable notCollectable(String reason) {
    Objects.requireNonNull(reason, "reason");
    return notCollectable().stream()
        .filter(r -> r.reason().equals(reason))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "not on the list of debts that may not be collected: "
                        + reason
                        + "\nMaybe one of "
                        + notCollectable().stream().map(NotCollectable::reason).toList()));
  }

  /**
   * Says in which points a debtor's wishes go beyond what the statute grants: 28 hours a week (Act
   * 18, Decree 17(1)1); two channels at most of those that can be barred, and not visit and phone
   * together (Decree 17(1)2); and no bar that leaves no channel at all (Decree 17(2)). The
   * evaluation respects the wishes all the same.
   *
   * @param wishes when the debtor does not want to be contacted
   * @param barred the channels that the debtor bars
   * @param used the channels that the collector has for this debtor
   * @return a sentence for each point; none if the wishes are within the statute
   */
  public static List<String> problemsWith(
      ContactWishes wishes, Set<Channel> barred, Set<Channel> used) {
    Objects.requireNonNull(wishes, "wishes");
    Objects.requireNonNull(barred, "barred");
    Objects.requireNonNull(used, "used");
    List<String> problems = new ArrayList<>(ContactLaw.KR_FINANCIAL.problemsWith(wishes, barred));
    for (Channel each : Channel.values()) {
      if (barred.contains(each) && !CAN_BE_BARRED.contains(each)) {
        problems.add("this channel is not among those that can be barred: " + each);
      }
    }
    if (!used.isEmpty() && barred.containsAll(used)) {
      problems.add("no channel would be left");
    }
    return problems;
  }
}
