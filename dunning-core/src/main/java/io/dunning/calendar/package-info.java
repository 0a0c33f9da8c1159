/**
 * Days and calendars. {@link io.dunning.calendar.Days} is a number of calendar or business days;
 * {@link io.dunning.calendar.BusinessCalendar} says which days are business days, within the range
 * it knows; {@link io.dunning.calendar.BusinessDayConvention} moves a date that falls on none. No
 * holiday data ships with the library.
 */
package io.dunning.calendar;
