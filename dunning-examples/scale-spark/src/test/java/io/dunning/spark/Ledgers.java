package io.dunning.spark;

import java.nio.file.Path;

/** A ledger with events of every type, and the portfolio that it makes. */
record Ledgers(Path folder) {

  /** Writes both into a folder. */
  static Ledgers full(Path folder, int customers) throws Exception {
    Ledgers all = new Ledgers(folder);
    FullLedger.write(folder.resolve("ledger"), customers, 42);
    String lines = folder.resolve("ledger.jsonl").toString();
    Programs.dunning("convert", "--ledger", all.ledger(), "--to", lines);
    Programs.duckdb("import", lines, "--out", all.portfolio());
    return all;
  }

  String ledger() {
    return folder.resolve("ledger").toString();
  }

  String portfolio() {
    return folder.resolve("portfolio").toString();
  }
}
