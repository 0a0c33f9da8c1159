package io.dunning.cli;

import io.dunning.bridges.document.BankFile;
import io.dunning.bridges.document.BankFile.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Through which day bank files tell all that came in.
 *
 * @param through the last day through which every account of the files is known without a gap;
 *     empty if one of them is known through no day
 * @param gaps what keeps accounts from being known any further, if another one is known
 */
record BankCoverage(Optional<LocalDate> through, List<String> gaps) {

  /** How far the accounts of files are known. */
  static BankCoverage of(List<BankFile> files) {
    Map<String, OfAccount> accounts = new TreeMap<>();
    for (BankFile file : files) {
      boolean isStatement = file.message().startsWith("camt.053");
      for (Statement each : file.statements()) {
        accounts.computeIfAbsent(each.account(), a -> new OfAccount()).add(each, isStatement);
      }
    }
    List<LocalDate> known = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    boolean isEachKnown = true;
    for (Map.Entry<String, OfAccount> each : accounts.entrySet()) {
      String name = each.getKey().isEmpty() ? "without a number" : each.getKey();
      List<StatementChain> chains = each.getValue().chains();
      chains.forEach(c -> known.add(c.through()));
      chains.forEach(c -> c.gap().ifPresent(g -> gaps.add(name + ": " + g)));
      if (chains.isEmpty()) {
        isEachKnown = false;
        gaps.add(name + ": " + each.getValue().whyUnknown());
      }
    }
    return new BankCoverage(
        isEachKnown ? known.stream().min(LocalDate::compareTo) : Optional.empty(),
        known.isEmpty() ? List.of() : gaps);
  }

  /** The statements of one account, which may hold several currencies. */
  private static final class OfAccount {
    private final List<Statement> whole = new ArrayList<>();
    private boolean isPartMissing;

    void add(Statement statement, boolean isStatement) {
      if (statement.through().isPresent()) {
        whole.add(statement);
      } else {
        isPartMissing |= isStatement;
      }
    }

    /** How far each currency goes; none if the account is known through no day. */
    List<StatementChain> chains() {
      if (isPartMissing) {
        return List.of();
      }
      return whole.stream()
          .collect(Collectors.groupingBy(OfAccount::currency, TreeMap::new, Collectors.toList()))
          .values()
          .stream()
          .map(StatementChain::of)
          .toList();
    }

    private static String currency(Statement statement) {
      return statement
          .closing()
          .or(statement::opening)
          .map(m -> m.currency().toString())
          .orElse("");
    }

    String whyUnknown() {
      return isPartMissing
          ? "a statement of it is not whole; ask the bank for it in one file"
          : "no file is a statement (camt.053) of it; read one";
    }
  }
}
