/**
 * Days, business days and hours.
 *
 * <p>{@link io.dunning.calendar.Days} is a number of calendar days, business days or months, and
 * {@link io.dunning.calendar.DateSpan} is a period from one date through another. {@link
 * io.dunning.calendar.BusinessCalendar} says which days are business days. You list the holidays
 * and the period that your list covers, because the library ships no holidays. {@link
 * io.dunning.calendar.BusinessDayConvention} says how to move a date that is not a business day.
 *
 * <p>{@link io.dunning.calendar.DayCount} turns a period into a fraction of a year, for interest.
 * {@link io.dunning.calendar.WeeklyHours} are hours of the week, for example those in which you may
 * call a customer.
 */
package io.dunning.calendar;
