package io.dunning.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Writes a ledger that has events of every type, around leap days and changes of clocks. */
final class FullLedger {
  /**
   * What can happen: type, whether to an invoice (I), an account (A) or either (E), amount, days
   * until, step, channel, note, id, by, reason.
   */
  private static final List<String> HAPPENINGS =
      """
      payment|I|20.00||||||
      payment|I|2000.00||||||
      payment|A|35.00||||||
      payment-reversed|I|20.00||||||
      credit|I|3.00||||||
      refund|I|1.00||||||
      discount-taken|I|2.00||||||
      dispute-opened|I||||||D-1||
      dispute-opened|I|5.00||||quality|D-2|Smith|
      dispute-opened|A||||||D-3||
      dispute-resolved|I|||||customer won|||
      dispute-resolved|I|||||creditor won, after a call|||
      promise|A||9||||||
      promise|I|50.00|9||||||
      promise-withdrawn|A|||||||
      further-promise-granted|A|||||||Jones|
      plan-agreed|A|60.00|40||||||
      plan-cancelled|A||||||||
      settlement-offered|A|70.00|14||||||
      settlement-lapsed|A||||||||
      deferral|A||20||||||
      terms-renegotiated|I||45||||||
      limitation|I||900||||||
      hold|A||30|||asked|||
      hold|I|||||unclear|||
      hold-released|E||||||||
      step-taken|I|||friendly reminder|email||||
      step-taken|A|||first notice|||||
      step-taken|I|||call|phone||||
      step-withdrawn|A|||first notice|||||
      step-approved|A|||agency|||||
      step-refused|A|||agency|||||
      not-delivered|I|||friendly reminder|email||||
      address-unknown|A||||||||
      candidate-receipt|A|12.00|5||||R-1|bank|
      bank-data-as-of|A||||||||
      paid-by-direct-debit|A||||||||
      collection-planned|I||6||||||
      collection-failed|I||||||AM04|SEPA-SDD|
      contact|A||||phone|right person|||
      contact-by-customer|A||||email||||
      contact-invited|A||8||||||
      opted-out|A||||sms||||
      notice-given|A|||late fee notice|||||
      customer-replied|A|||||busy|||forgot
      customer-asks-for-time|A||||||||
      insolvency-opened|A||||||||
      breathing-space|A||60||||||
      cease-contact|A||||||||
      handed-over|A|||||an agency|||
      recalled|A||||||||
      fee-assessed|I|5.00||first notice|||||
      interest-assessed|I|1.20||||||
      fee-waived|I||||||||
      part-written-off|I|4.00||||||
      written-off|I||||||||
      voided|I||||||||
      """
          .lines()
          .toList();

  private final SplittableRandom random;
  private final StringBuilder invoices =
      new StringBuilder("invoice,customer,issued,due,terms,currency,amount\n");
  private final StringBuilder events =
      new StringBuilder(
          "date,invoice,customer,type,amount,until,step,channel,note,id,by,reason,booked\n");
  private final StringBuilder customers =
      new StringBuilder("customer,name,kind,country,tags,segment\n");

  private FullLedger(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Writes the files of a ledger into a folder. */
  static void write(Path folder, int customers, long seed) throws IOException {
    FullLedger ledger = new FullLedger(seed);
    for (int c = 0; c < customers; c++) {
      ledger.customer(String.format("C-%04d", c), c);
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("invoices.csv"), ledger.invoices);
    Files.writeString(folder.resolve("events.csv"), ledger.events);
    Files.writeString(folder.resolve("customers.csv"), ledger.customers);
  }

  private void customer(String customer, int c) {
    if (random.nextInt(3) == 0) {
      customers.append(customer).append(",Firm ").append(c).append(",business,DE,key,");
      customers.append(random.nextBoolean() ? "large" : "").append('\n');
    }
    // one in four is plain, so that columns tell it
    boolean isPlain = random.nextInt(4) == 0;
    boolean isMixed = random.nextInt(6) == 0;
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String invoice = customer + "-" + i;
      LocalDate issued = LocalDate.of(2023, 11, 1).plusDays(random.nextInt(700));
      String terms = !isPlain && random.nextInt(4) == 0 ? "2/10 net 30" : "net 30";
      invoices.append(String.join(",", invoice, customer, issued.toString(), "", terms));
      invoices.append(isMixed && i % 2 == 1 ? ",USD," : ",EUR,");
      invoices.append(50 + random.nextInt(900)).append(".00\n");
      for (int e = random.nextInt(6); e > 0; e--) {
        LocalDate day = issued.plusDays(1 + random.nextInt(140));
        String what = HAPPENINGS.get(random.nextInt(isPlain ? 2 : HAPPENINGS.size()));
        happen(what.split("\\|", -1), invoice, customer, isMixed, day);
      }
    }
  }

  private void happen(
      String[] what, String invoice, String customer, boolean isMixed, LocalDate day) {
    // an amount needs an invoice if the customer owes several currencies
    boolean isOfInvoice =
        what[1].equals("I")
            || isMixed && !what[2].isEmpty()
            || what[1].equals("E") && random.nextBoolean();
    LocalDate booked = random.nextInt(10) == 0 ? day.plusDays(random.nextInt(20)) : day;
    events.append(
        String.join(
            ",",
            day.toString(),
            isOfInvoice ? invoice : "",
            customer,
            what[0],
            what[2],
            what[3].isEmpty() ? "" : day.plusDays(Integer.parseInt(what[3])).toString(),
            what[4],
            what[5],
            what[6].contains(",") ? '"' + what[6] + '"' : what[6],
            what[7],
            what[8],
            what.length > 9 ? what[9] : "",
            booked.toString()));
    events.append('\n');
  }
}
