package io.dunning.policy;

import io.dunning.action.PersonRole;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.InterestPeriod;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.AtMost;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.event.Restriction;
import io.dunning.grammar.Names;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.SettlementRule;
import java.util.List;
import java.util.Optional;

/**
 * The canonical form of rules from other packages: charges, conduct and how debts end.
 *
 * <p>The names of the classes of limits on contacts are part of every stored fingerprint; never
 * rename one.
 */
final class RuleForms {
  private final CanonicalForm form;

  RuleForms(CanonicalForm form) {
    this.form = form;
  }

  void charges(ChargeRules rules) {
    form.text(rules.source()).constant(rules.inDispute()).constant(rules.onceSettled());
    form.words(rules.order()).words(rules.cap());
    form.number(rules.interest().stream().count());
    rules.interest().ifPresent(this::interest);
    form.number(rules.fees().size());
    rules.fees().forEach(this::fee);
    for (Restriction each : Restriction.values()) {
      if (rules.whileRestricted(each) != ChargeRules.NONE.whileRestricted(each)) {
        form.text("while").constant(each).constant(rules.whileRestricted(each));
      }
    }
  }

  /** The rates, because two tables can have one name; the values that the words leave out. */
  private void interest(LateInterest interest) {
    form.number(interest.tables().size());
    for (ReferenceRates table : interest.tables()) {
      form.text(table.name()).number(table.rates().size());
      table.rates().forEach(r -> form.words(r).text(r.source()));
    }
    InterestPeriod period = interest.period();
    form.words(interest.dayCount()).constant(period.afterGrace()).constant(interest.rounding());
    form.constant(interest.rateMode()).constant(interest.compounding()).words(period.grace());
    form.constant(period.firstDay()).constant(period.paymentDay()).words(period.limit());
    List<String> names = interest.tables().stream().map(ReferenceRates::name).toList();
    form.text(unquoted(interest.toString(), names));
  }

  private void fee(LateFee fee) {
    form.text(fee.source()).texts(fee.step().stream().toList());
    form.constant(fee.arises()).constant(fee.banding()).constant(fee.rounding()).words(fee);
    fee.sentence().ifPresent(s -> form.text("described").text(s));
    fee.agreedFact().ifPresent(f -> form.text("agreed").text(f).text(fee.agreedValue()));
    if (fee.isCompensation() || fee.isBesideCompensation()) {
      form.text(fee.isCompensation() ? "compensation" : "beside compensation");
    }
  }

  void conduct(Conduct conduct) {
    form.constant(conduct.collector()).constants(conduct.debt().stream().toList());
    form.constant(conduct.otherwise()).number(conduct.rules().size());
    conduct.rules().forEach(this::contactRules);
  }

  private void contactRules(ContactRules rules) {
    form.text(rules.name()).text(rules.source()).text(rules.confidence());
    jurisdiction(rules.jurisdiction());
    form.words(rules.inForceFrom()).number(rules.invitationDays()).words(rules.stay());
    form.words(rules.maximumBarredHours().stream().boxed().toList());
    form.words(rules.maximumBarredChannels().stream().boxed().toList());
    form.constants(rules.notAllBarred()).number(rules.limits().size());
    rules.limits().forEach(this::limit);
  }

  private void jurisdiction(Jurisdiction scope) {
    form.constants(scope.collectors()).constants(scope.debtors()).constants(scope.debts());
    form.texts(scope.countries());
  }

  private void limit(ContactLimit limit) {
    form.text(limit.getClass().getSimpleName());
    List<String> names = List.of();
    if (limit instanceof ContactLimit.Notice notice) {
      names = List.of(notice.name());
      form.text(notice.name());
    } else if (limit instanceof AtMost most) {
      form.words(most.within()).number(most.exemptions().size());
      most.exemptions().forEach(e -> form.number(e.upTo()).number(e.withinDays()));
    } else if (limit instanceof ContactLimit.NotWith not) {
      names = not.roles().stream().map(PersonRole::name).toList();
      form.texts(names);
    } else if (limit instanceof ContactLimit.Hours hours && !hours.roles().isEmpty()) {
      names = hours.roles().stream().map(PersonRole::name).toList();
      form.texts(names);
    }
    form.text(unquoted(limit.toString(), names));
  }

  /** Words with their names as they are: quotes around a name do not make another rule. */
  private static String unquoted(String words, List<String> names) {
    StringBuilder plain = new StringBuilder(words);
    int from = 0;
    for (String each : names) {
      String quoted = Names.quote(each);
      int at = plain.indexOf(quoted, from);
      if (at >= 0) {
        plain.replace(at, at + quoted.length(), each);
        from = at + each.length();
      }
    }
    return plain.toString();
  }

  void settlement(Optional<SettlementRule> rule) {
    form.texts(rule.stream().map(SettlementRule::authority).toList()).words(rule);
    form.words(rule.stream().map(SettlementRule::validity).toList());
  }

  void endgame(Optional<EndgameRule> rule) {
    form.texts(rule.stream().map(r -> r.curve().source()).toList()).words(rule);
  }
}
