package io.dunning.conduct;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.Channel.PORTAL;
import static io.dunning.action.Channel.SMS;
import static io.dunning.action.Channel.VISIT;
import static io.dunning.action.PersonRole.THIRD_PARTY;
import static io.dunning.action.PersonRole.WORKPLACE;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.conduct.ContactLimit.atMost;
import static io.dunning.conduct.ContactLimit.notOnHolidays;
import static io.dunning.conduct.ContactLimit.notWith;
import static io.dunning.conduct.ContactLimit.only;
import static io.dunning.conduct.Jurisdiction.Collector.AGENCY;
import static io.dunning.conduct.Jurisdiction.Collector.ASSIGNEE;
import static io.dunning.conduct.Jurisdiction.Collector.CREDITOR;
import static io.dunning.conduct.Jurisdiction.Debt.CONSUMER;
import static io.dunning.conduct.Jurisdiction.Debt.CREDIT;
import static io.dunning.conduct.Jurisdiction.country;
import static io.dunning.ledger.Customer.Kind.BUSINESS;
import static io.dunning.ledger.Customer.Kind.SOLE_TRADER;

import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.AtMost.Counted;
import io.dunning.conduct.AtMost.Kind;
import io.dunning.conduct.ContactLimit.AfterConversation;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.Notice;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.ledger.Customer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * Rule sets of several countries about contacting debtors, with their sources, and a courteous one
 * for businesses. They cover what can be counted or timed. General duties, such as the duty not to
 * harass, remain with you. This is not legal advice.
 */
public final class ContactLaw {
  private ContactLaw() {}

  private static final String VERIFIED = "verified";

  /** "Before 8:00 a.m. or after 9:00 p.m." is inconvenient: both ends are allowed. */
  private static final WeeklyHours REG_F_HOURS = WeeklyHours.daily("08:00", "21:00");

  /**
   * Night is "from 9 p.m. on, until 8 a.m.": 21:00 itself counts as night, to be on the safe side.
   */
  private static final WeeklyHours KOREAN_DAY = WeeklyHours.daily("08:00", "20:59");

  private static final Customer.Kind PERSON = Customer.Kind.CONSUMER;

  /**
   * United States, Fair Debt Collection Practices Act (15 USC 1692 ff) and Regulation F (12 CFR
   * 1006): a limit on calls to each person for each debt (1006.14(b)), hours for every medium
   * except post, from 08:00 through 21:00, both included (1006.6(b)(1)), and no contact with third
   * parties (1006.6(d)(1)). Asking a third party once for the consumer's address (1006.10) is not a
   * step of a ladder that collects, and remains with you. Where the employer forbids contact at
   * work (1006.6(b)(3)), record it with {@code ContactWishes.notWith(PersonRole.WORKPLACE)}. It
   * binds agencies and buyers of consumer debts, but not a creditor who collects in its own name.
   * Exceeding the limit creates a presumption of a breach, which can be rebutted. The validation
   * period (1006.34(b)(5)) assumes receipt after five business days.
   */
  public static final ContactRules US_REG_F =
      ContactRules.of(
              "US-REGF",
              atMost(7, Period.ofDays(7))
                  .by(PHONE)
                  .counting(Counted.CONNECTED)
                  .per(Per.DEBT)
                  .ofEachPerson()
                  .ofEachCollector(),
              new AfterConversation(7, Per.DEBT).ofEachPerson(),
              notWith(THIRD_PARTY),
              only(REG_F_HOURS, EMAIL, PHONE, SMS, PORTAL, VISIT),
              new Notice(
                  "validation information", businessDays(5), calendarDays(30), Before.NOTHING))
          .within(
              country("US").collectedBy(ASSIGNEE, AGENCY).from(PERSON).forDebts(CONSUMER, CREDIT))
          .from("12 CFR 1006.6(b), (d), 1006.14(b), 1006.34 (as of 2026-03-09)", VERIFIED);

  /**
   * Korea, Act on Fair Debt Collection: no contact at night (section 9), which begins at 21:00 and
   * ends at 08:00; 21:00 itself counts as night. It binds buyers of claims and agencies, but not a
   * seller who collects its own invoices.
   */
  public static final ContactRules KR_FAIR =
      ContactRules.of("KR-FAIR", only(KOREAN_DAY, EMAIL, PHONE, SMS, PORTAL, VISIT))
          .within(country("KR").collectedBy(ASSIGNEE, AGENCY).from(PERSON, SOLE_TRADER))
          .from("Act on Fair Debt Collection s.2, 9 (version of 2014-11-21)", VERIFIED);

  /** Korea, Act on Fair Debt Collection, as it binds lenders who collect their own loans. */
  public static final ContactRules KR_FAIR_LENDERS =
      ContactRules.of("KR-FAIR-LENDERS", only(KOREAN_DAY, EMAIL, PHONE, SMS, PORTAL, VISIT))
          .within(country("KR").collectedBy(CREDITOR).from(PERSON, SOLE_TRADER).forDebts(CREDIT))
          .from("Act on Fair Debt Collection s.2, 9 (version of 2014-11-21)", VERIFIED);

  /**
   * Korea, Act on Fair Debt Collection: an agency has to give notice of its mandate before any
   * contact.
   */
  public static final ContactRules KR_FAIR_MANDATE =
      ContactRules.of(
              "KR-FAIR-MANDATE",
              new Notice("notice of mandate", Days.NONE, Days.NONE, Before.CONTACT))
          .within(country("KR").collectedBy(AGENCY).from(PERSON, SOLE_TRADER))
          .from("Act on Fair Debt Collection s.6 (version of 2014-11-21)", VERIFIED);

  /**
   * Korea, Personal Financial Debtor Protection Act and Decree: at most seven contacts in seven
   * days for each claim, by all collectors together; a notice three business days before collection
   * starts and five before the claim is handed over; a stay of three months; and limits on what a
   * debtor can bar. It binds personal financial claims, not trade receivables. The Decree does not
   * say how the seven days are counted; here the window moves with the day.
   */
  public static final ContactRules KR_FINANCIAL =
      ContactRules.of(
              "KR-PFD",
              atMost(7, Period.ofDays(7))
                  .per(Per.DEBT)
                  .notCounting(Kind.REQUIRED_NOTICE)
                  .notCounting(Kind.ANSWER)
                  .notCounting(Kind.FAILED_VISIT, 2, 7)
                  .notCounting(Kind.CUT_OFF, 2, 1)
                  .notCounting(Kind.INFORMATION, 1, 1),
              only(KOREAN_DAY, EMAIL, PHONE, SMS, PORTAL, VISIT),
              new Notice("start of collection", Days.NONE, businessDays(3), Before.CONTACT),
              new Notice("outsourcing", Days.NONE, businessDays(5), Before.HANDOVER))
          .within(country("KR").from(PERSON, SOLE_TRADER).forDebts(CREDIT))
          .inForce(LocalDate.of(2024, 10, 17))
          .invitationsLast(1)
          .staying(Period.ofMonths(3))
          .barringAtMost(28, 2, PHONE, VISIT)
          .from(
              "Personal Financial Debtor Protection Act s.15 to 18, 25; Decree 15 to 17", VERIFIED);

  /**
   * United Kingdom, FCA Handbook CONC 7.9: it sets no number and no hours, but forbids unreasonable
   * times and asks the creditor to respect the debtor's requests. So this rule set only adds the 60
   * days of the Debt Respite Scheme. It binds regulated credit.
   */
  public static final ContactRules UK_CONC =
      ContactRules.of("UK-CONC7")
          .within(country("GB").from(PERSON, SOLE_TRADER).forDebts(CREDIT))
          .staying(Period.ofDays(60))
          .from("CONC 7.9.4 R; Debt Respite Scheme Regulations 2020", VERIFIED);

  /**
   * Australia, debt collection guideline of ACCC and ASIC (RG 96): at most three telephone contacts
   * in a week and ten in a month for each account, where unsuccessful attempts do not count; hours,
   * which at the workplace are 09:00 to 17:00 on weekdays unless other working hours are known; and
   * no contact on national holidays. It is a guideline, not a law. The month is read as a calendar
   * month.
   */
  public static final ContactRules AU_RG96 =
      ContactRules.of(
              "AU-RG96",
              atMost(3, Period.ofDays(7)).by(PHONE).counting(Counted.CONTACTS).per(Per.DEBT),
              atMost(10, Period.ofMonths(1)).by(PHONE).counting(Counted.CONTACTS).per(Per.DEBT),
              only(
                  WeeklyHours.on(WeeklyHours.mondayToFriday(), "07:30", "21:00")
                      .plus(
                          WeeklyHours.on(
                              List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "09:00", "21:00")),
                  PHONE),
              only(WeeklyHours.daily("09:00", "21:00"), VISIT),
              only(WeeklyHours.on(WeeklyHours.mondayToFriday(), "09:00", "17:00"), PHONE, VISIT)
                  .with(WORKPLACE),
              notOnHolidays(PHONE, VISIT))
          .within(country("AU"))
          .from("ACCC and ASIC, Debt collection guideline (RG 96), parts 2.4 and 2.5", VERIFIED);

  /** India, circular of the Reserve Bank of 12 August 2022: calls only from 08:00 to 19:00. */
  public static final ContactRules IN_RBI =
      ContactRules.of("IN-RBI", only(WeeklyHours.daily("08:00", "19:00"), PHONE))
          .within(country("IN").forDebts(CREDIT))
          .inForce(LocalDate.of(2022, 8, 12))
          .from("RBI DOR.ORG.REC.65/21.04.158/2022-23", "verified-secondary");

  /** Courteous rules among businesses with at most one contact in seven days. */
  public static final ContactRules COURTEOUS_B2B = courteous(7);

  /**
   * {@return courteous rules among businesses; they are no law} They allow one contact in a number
   * of days, about any debt, and calls and visits only in office hours and not on holidays.
   * Answers, required notices and information do not count.
   *
   * @param days the number of days, including the day of the contact; 7 to 10 is usual
   * @throws IllegalArgumentException if the number of days is below 1
   */
  public static ContactRules courteous(int days) {
    return ContactRules.of(
            "COURTEOUS-B2B",
            atMost(1, Period.ofDays(days))
                .notCounting(Kind.ANSWER)
                .notCounting(Kind.REQUIRED_NOTICE)
                .notCounting(Kind.INFORMATION),
            only(WeeklyHours.on(WeeklyHours.mondayToFriday(), "08:00", "18:00"), PHONE, VISIT),
            notOnHolidays(PHONE, VISIT))
        .within(Jurisdiction.EVERYWHERE.from(BUSINESS, SOLE_TRADER));
  }

  /** {@return all rule sets of law, without the courteous one, sorted by name} */
  public static List<ContactRules> all() {
    return List.of(
        AU_RG96,
        IN_RBI,
        KR_FAIR,
        KR_FAIR_LENDERS,
        KR_FAIR_MANDATE,
        KR_FINANCIAL,
        UK_CONC,
        US_REG_F);
  }
}
