/**
 * Holidays of other libraries as business calendars. {@link
 * io.dunning.bridges.calendar.JollydayCalendars} asks Jollyday; the guide says where its holidays
 * differ from the law.
 */
package io.dunning.bridges.calendar;
