package io.dunning.check;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.action.Tone;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.ChargeEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a policy treats a debtor in a world: when what is first done, how often, and what is charged.
 */
final class Treatment {
  /** A contact, a notice, a demand, a stop of supply, a hand-over: each more severe. */
  static final int RANKS = 5;

  final Path path;

  /** The first day on which a step of a rank or more was taken; null if none was. */
  final LocalDate[] first = new LocalDate[RANKS];

  int contacts;
  Money charged;

  private Treatment(Path path, CurrencyUnit currency) {
    this.path = path;
    charged = Money.zero(currency);
  }

  static Treatment of(Path path) {
    Treatment all = new Treatment(path, Debtors.currencyOf(path.debtor.account()));
    for (Path each : path.moments()) {
      if (each.isStep()) {
        all.add(each);
      }
    }
    return all;
  }

  private void add(Path moment) {
    LocalDate day = moment.day;
    Recommendation step = moment.step;
    int rank = rank(step);
    for (int i = 0; i < rank; i++) {
      first[i] = first[i] == null ? day : first[i];
    }
    contacts += moment.isContact() ? 1 : 0;
    for (List<ChargeEvent.ChargeAssessed> each : step.assessments().values()) {
      for (ChargeEvent.ChargeAssessed charge : each) {
        if (charge.amount().currency().equals(charged.currency())) {
          charged = charged.plus(charge.amount());
        }
      }
    }
  }

  /** From 0 for what the customer does not notice to 5 for a hand-over. */
  private static int rank(Recommendation step) {
    return rank(step.actions(), step.channel().isPresent(), step.tone());
  }

  static int rank(EscalationStep step) {
    return rank(step.actions(), step.contactsCustomer(), step.tone());
  }

  private static int rank(List<DunningAction> actions, boolean contacts, Optional<Tone> tone) {
    int rank = contacts ? 1 : 0;
    for (DunningAction each : actions) {
      if (StepKinds.handsOver(each)) {
        rank = Math.max(rank, 5);
      } else if (each instanceof BackOfficeAction.StopSupply
          || each instanceof BackOfficeAction.BlockOrders) {
        rank = Math.max(rank, 4);
      } else if (each instanceof Message.Demand) {
        rank = Math.max(rank, 3);
      } else if (each instanceof Message.Notice) {
        rank = Math.max(rank, 2);
      }
    }
    return tone.filter(t -> t == Tone.FINAL).isPresent() ? Math.max(rank, 3) : rank;
  }

  LocalDate firstContact() {
    return first[0];
  }

  LocalDate handedOver() {
    return first[RANKS - 1];
  }

  /** Whether a debtor is treated more harshly here than there. */
  boolean isHarsherThan(Treatment other) {
    for (int i = 0; i < RANKS; i++) {
      if (first[i] != null && (other.first[i] == null || first[i].isBefore(other.first[i]))) {
        return true;
      }
    }
    return charged.compareTo(other.charged) > 0;
  }
}
