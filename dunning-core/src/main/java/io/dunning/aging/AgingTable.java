package io.dunning.aging;

import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Adds up items by customer and currency: an open-addressed table of rows, all cells in a row. */
final class AgingTable {
  private static final int APART = AgingLine.Apart.values().length;

  private final AgingSchedule schedule;
  private final long asOfDay;
  private final boolean byIssueDate;
  private final boolean netting;
  private final boolean claimsApart;
  private final int bands;
  private Row[] table = new Row[256];
  private int rows;

  private static final class Row {
    final String customer;
    final CurrencyUnit currency;
    final int hash;
    final long[] cells;

    Row(String customer, CurrencyUnit currency, int hash, int width) {
      this.customer = customer;
      this.currency = currency;
      this.hash = hash;
      this.cells = new long[width];
    }
  }

  AgingTable(AgingSchedule schedule, long asOfDay, boolean claimsApart) {
    this.schedule = schedule;
    this.asOfDay = asOfDay;
    this.byIssueDate = schedule.basis() == AgingBasis.ISSUE_DATE;
    this.netting = schedule.netsCredits();
    this.claimsApart = claimsApart;
    this.bands = schedule.bands().size();
  }

  /** Adds an item; one that is issued later does not exist yet. */
  void add(OpenItem item) {
    if (item.issuedDay() > asOfDay) {
      return;
    }
    long amount = item.minorUnits();
    int place = schedule.index(byIssueDate ? item.issuedDay() : item.dueDay(), asOfDay);
    if (amount < 0 && !netting) {
      place = bands;
      amount = Math.negateExact(amount);
    } else if (claimsApart && item.claim() != OpenItem.Claim.PLAIN) {
      place = bands + item.claim().ordinal();
    }
    add(row(item.customer(), item.currency()).cells, 2 * place, amount, 1);
  }

  private static void add(long[] cells, int at, long amount, long count) {
    cells[at] = Math.addExact(cells[at], amount);
    cells[at + 1] += count;
  }

  private Row row(String customer, CurrencyUnit currency) {
    int hash = customer.hashCode() * 31 + currency.hashCode();
    hash ^= hash >>> 15;
    int mask = table.length - 1;
    for (int i = hash & mask; ; i = i + 1 & mask) {
      Row row = table[i];
      if (row == null) {
        return insert(i, new Row(customer, currency, hash, 2 * (bands + APART)));
      }
      if (row.hash == hash && same(row, customer, currency)) {
        return row;
      }
    }
  }

  private static boolean same(Row row, String customer, CurrencyUnit currency) {
    return (row.currency == currency || row.currency.equals(currency))
        && (row.customer == customer || row.customer.equals(customer));
  }

  private Row insert(int at, Row row) {
    table[at] = row;
    if (++rows * 2 > table.length) {
      Row[] old = table;
      table = new Row[old.length * 2];
      int mask = table.length - 1;
      for (Row each : old) {
        if (each != null) {
          int i = each.hash & mask;
          while (table[i] != null) {
            i = i + 1 & mask;
          }
          table[i] = each;
        }
      }
    }
    return row;
  }

  AgingTable merge(AgingTable other) {
    for (Row row : other.table) {
      if (row != null) {
        long[] into = row(row.customer, row.currency).cells;
        for (int at = 0; at < into.length; at += 2) {
          add(into, at, row.cells[at], row.cells[at + 1]);
        }
      }
    }
    return this;
  }

  /** Rows with anything in them, by customer and currency. */
  List<AgingLine> lines() {
    List<AgingLine> lines = new ArrayList<>(rows);
    for (Row row : table) {
      if (row != null && !Arrays.equals(row.cells, new long[row.cells.length])) {
        lines.add(new AgingLine(row.customer, row.currency, bands, row.cells));
      }
    }
    lines.sort(Comparator.comparing(AgingLine::customer).thenComparing(AgingLine::currency));
    return List.copyOf(lines);
  }
}
